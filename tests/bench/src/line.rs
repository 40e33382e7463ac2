//! A slow line, made where bytes are read: so many a second in all, and each answer later.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How much lateness of a nap is made good.
const OVERSLEPT: Duration = Duration::from_millis(5);

/// Shared by all connections of a sink.
#[derive(Debug)]
pub(crate) struct Line {
    bytes_per_second: Option<u64>,
    answer_delay: Duration,
    /// When the bytes read so far have passed.
    free_at: Mutex<Instant>,
}

impl Line {
    pub(crate) fn new(bytes_per_second: Option<u64>, answer_delay_ms: u64) -> Self {
        Self {
            bytes_per_second,
            answer_delay: Duration::from_millis(answer_delay_ms),
            free_at: Mutex::new(Instant::now()),
        }
    }

    pub(crate) fn is_paced(&self) -> bool {
        self.bytes_per_second.is_some()
    }

    /// Waits until `bytes` have passed. A line that was idle owes nobody the time, but for what a nap takes too long.
    pub(crate) fn pass(&self, bytes: usize) {
        let Some(rate) = self.bytes_per_second else { return };
        let now = Instant::now();
        let until = {
            let mut free_at = self.free_at.lock().unwrap_or_else(PoisonError::into_inner);
            let earliest = now.checked_sub(OVERSLEPT).unwrap_or(now);
            *free_at = earliest.max(*free_at) + Duration::from_secs_f64(bytes as f64 / rate.max(1) as f64);
            *free_at
        };
        std::thread::sleep(until.saturating_duration_since(now));
    }

    pub(crate) fn delay_answer(&self) {
        std::thread::sleep(self.answer_delay);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_that_share_a_line_share_its_rate() {
        let line = Line::new(Some(10_000_000), 0);
        let began = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| (0..10).for_each(|_| line.pass(50_000)));
            }
        });
        assert!(began.elapsed() >= Duration::from_millis(90), "a million bytes took {:?}", began.elapsed());
    }
}
