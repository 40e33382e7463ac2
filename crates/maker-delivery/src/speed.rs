//! A smoothed rate over acknowledged bytes, and the time left that follows from it.

use std::time::Duration;

/// Shown only after this much time of data: the first seconds say little.
const ENOUGH: Duration = Duration::from_secs(5);

/// How much one second weighs against what was before: about ten seconds of memory.
const MEMORY_S: f64 = 10.0;

/// Bytes per second. Times are those of a monotonic clock, as durations since any fixed moment.
#[derive(Clone, Debug, Default)]
pub(crate) struct Speed {
    began: Option<Duration>,
    last: Option<(Duration, u64)>,
    rate: Option<f64>,
}

impl Speed {
    /// Notes that `confirmed` bytes are acknowledged at `at`.
    pub(crate) fn note(&mut self, at: Duration, confirmed: u64) {
        self.began.get_or_insert(at);
        if let Some((before, bytes)) = self.last {
            let seconds = at.saturating_sub(before).as_secs_f64();
            if confirmed < bytes || seconds <= 0.0 {
                // The platform kept less than it had said, or the same moment: no sample.
                self.last = Some((at, confirmed));
                return;
            }
            #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
            let sample = (confirmed - bytes) as f64 / seconds;
            let weight = 1.0 - (-seconds / MEMORY_S).exp();
            self.rate = Some(self.rate.map_or(sample, |rate| rate + weight * (sample - rate)));
        }
        self.last = Some((at, confirmed));
    }

    /// Bytes per second, once there is enough to tell.
    pub(crate) fn bytes_per_s(&self) -> Option<f64> {
        let (began, (last, _)) = (self.began?, self.last?);
        if last.saturating_sub(began) < ENOUGH { None } else { self.rate }
    }

    /// Seconds until `total`, once there is enough to tell.
    pub(crate) fn seconds_left(&self, total: u64) -> Option<f64> {
        let (rate, (_, confirmed)) = (self.bytes_per_s()?, self.last?);
        #[expect(clippy::cast_precision_loss, reason = "an estimate for people")]
        let left = total.saturating_sub(confirmed) as f64;
        (rate > 1.0).then(|| left / rate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(1_000 + seconds)
    }

    #[test]
    fn q02_a_steady_line_is_told_truly_after_five_seconds() {
        let mut speed = Speed::default();
        for second in 0..=5 {
            assert_eq!(speed.bytes_per_s(), None, "after {second} s");
            speed.note(at(second), second * 1_000_000);
        }
        assert!((speed.bytes_per_s().unwrap() - 1_000_000.0).abs() < 1.0);
        assert!((speed.seconds_left(65_000_000).unwrap() - 60.0).abs() < 0.1);
    }

    #[test]
    fn q02_one_slow_second_does_not_double_the_time_left() {
        let mut speed = Speed::default();
        for second in 0..=20 {
            speed.note(at(second), second * 1_000_000);
        }
        let before = speed.seconds_left(100_000_000).unwrap();
        speed.note(at(21), 20_000_000);
        assert!(speed.seconds_left(100_000_000).unwrap() < before * 1.5);
    }

    #[test]
    fn bytes_taken_back_by_the_platform_give_no_negative_rate() {
        let mut speed = Speed::default();
        for (second, bytes) in [(0, 0), (6, 6_000_000), (7, 2_000_000), (8, 3_000_000)] {
            speed.note(at(second), bytes);
        }
        assert!(speed.bytes_per_s().unwrap() > 0.0);
    }
}
