//! Notices that the computer slept, or that its clock was set: the wall clock and the steady one no longer agree.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::Instant;

/// A sleep that is shorter leaves most lines alive; what it does not is noticed as silence.
const LONG_SLEEP: Duration = Duration::from_secs(90);

/// Both clocks as they were at the last look.
#[derive(Debug)]
pub(crate) struct Drift {
    wall: DateTime<Utc>,
    steady: Instant,
}

impl Drift {
    pub(crate) fn new(wall: DateTime<Utc>, steady: Instant) -> Self {
        Self { wall, steady }
    }

    /// Whether so much time has passed by the wall and not by the steady clock that lines are likely dead.
    pub(crate) fn slept(&mut self, wall: DateTime<Utc>, steady: Instant) -> bool {
        let by_steady = TimeDelta::from_std(steady.saturating_duration_since(self.steady)).unwrap_or(TimeDelta::MAX);
        let ahead = (wall - self.wall).checked_sub(&by_steady).unwrap_or_default();
        *self = Self { wall, steady };
        ahead.to_std().is_ok_and(|ahead| ahead >= LONG_SLEEP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f26_a_long_sleep_is_noticed_once_and_a_clock_set_back_or_running_on_is_none() {
        let (wall, steady) = (DateTime::UNIX_EPOCH, Instant::now());
        let at =
            |wall_s: i64, steady_s: u64| (wall + TimeDelta::seconds(wall_s), steady + Duration::from_secs(steady_s));
        let mut drift = Drift::new(wall, steady);
        for ((wall, steady), slept) in [
            (at(1, 1), false),
            (at(30, 2), false),
            (at(8_000, 3), true),
            (at(8_001, 4), false),
            (at(4_401, 5), false),
            (at(4_402, 700), false),
        ] {
            assert_eq!(drift.slept(wall, steady), slept, "{wall}");
        }
    }
}
