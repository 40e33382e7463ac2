//! How long to wait before trying again.

use std::time::Duration;

const FIRST: Duration = Duration::from_secs(1);
const CAP: Duration = Duration::from_secs(64);
const OFFLINE: Duration = Duration::from_secs(8);

/// Full jitter from 1 s, doubling to 64 s, with the platform's `Retry-After` as a floor. `failures` counts those in a row
/// without progress, `chance` is uniform in 0..1.
#[must_use]
pub(crate) fn pause(failures: u32, chance: f64, retry_after: Option<Duration>) -> Duration {
    let ceiling = FIRST.saturating_mul(1 << failures.min(6)).min(CAP);
    // Never below a tenth, so that an unlucky draw is no busy loop.
    let drawn = ceiling.mul_f64(chance.clamp(0.1, 1.0));
    retry_after.map_or(drawn, |floor| drawn.max(floor))
}

/// How long to wait before looking whether the network is back.
#[must_use]
pub(crate) fn offline(chance: f64) -> Duration {
    OFFLINE.mul_f64(chance.clamp(0.5, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f8_pauses_grow_to_their_cap_and_no_further() {
        let whole: Vec<u64> = (0..10).map(|n| pause(n, 1.0, None).as_secs()).collect();
        assert_eq!(whole, [1, 2, 4, 8, 16, 32, 64, 64, 64, 64]);
        assert!(pause(u32::MAX, 1.0, None) <= CAP);
    }

    #[test]
    fn f7_retry_after_is_a_floor() {
        assert_eq!(pause(0, 0.5, Some(Duration::from_secs(7))), Duration::from_secs(7));
        assert_eq!(pause(6, 1.0, Some(Duration::from_secs(7))), CAP);
    }

    #[test]
    fn chance_spreads_the_pause_and_never_makes_it_nothing() {
        assert_eq!(pause(3, 0.5, None), Duration::from_secs(4));
        assert!(pause(0, 0.0, None) >= Duration::from_millis(100));
    }
}
