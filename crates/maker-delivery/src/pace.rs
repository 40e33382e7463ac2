//! One speed for all uploads together: bytes ask before they leave, and wait their turn.
//!
//! Time is a line on which every byte takes its place; who asks gets the next free stretch of it. A rate that is changed
//! holds for the very next stretch, and stretches are short, so nobody waits long by an old one.

use std::sync::Mutex;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::shared::lock;

/// The longest stretch that is given at once: how soon a change is felt, and how far a burst can go.
const STRETCH: Duration = Duration::from_millis(50);

/// The speed limit of all uploads of this process.
#[derive(Debug)]
pub(crate) struct Pace(Mutex<Line>);

#[derive(Debug)]
struct Line {
    bytes_s: Option<u64>,
    free_from: Instant,
}

impl Pace {
    /// No limit.
    pub(crate) fn new() -> Self {
        Self(Mutex::new(Line { bytes_s: None, free_from: Instant::now() }))
    }

    /// Changes the limit, at once.
    pub(crate) fn set(&self, bytes_s: Option<u64>) {
        let mut line = lock(&self.0);
        if line.bytes_s != bytes_s {
            *line = Line { bytes_s: bytes_s.map(|rate| rate.max(1)), free_from: Instant::now() };
        }
    }

    /// The limit that holds now.
    pub(crate) fn limit(&self) -> Option<u64> {
        lock(&self.0).bytes_s
    }

    /// Lets some of the next `wanted` bytes go and says how many, after waiting for their turn. Without a limit that is all
    /// of them, at once.
    pub(crate) async fn leave(&self, wanted: usize) -> usize {
        let (bytes, at) = self.take(wanted, Instant::now());
        if let Some(at) = at {
            sleep_until(at).await;
        }
        bytes
    }

    fn take(&self, wanted: usize, now: Instant) -> (usize, Option<Instant>) {
        let mut line = lock(&self.0);
        let Some(rate) = line.bytes_s else { return (wanted, None) };
        let stretch = u128::from(rate) * STRETCH.as_nanos() / 1_000_000_000;
        let bytes = wanted.min(usize::try_from(stretch).unwrap_or(usize::MAX).max(1));
        // A timer that rings late must not cost speed: one stretch of the past may still be used.
        let at = line.free_from.max(now.checked_sub(STRETCH).unwrap_or(now));
        let takes =
            Duration::from_nanos(u64::try_from(bytes as u128 * 1_000_000_000 / u128::from(rate)).unwrap_or(u64::MAX));
        line.free_from = at + takes;
        (bytes, Some(at).filter(|at| *at > now))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    /// Sends as fast as `pace` lets it.
    fn sender(pace: &Arc<Pace>, piece: usize) -> Arc<AtomicU64> {
        let (pace, sent) = (Arc::clone(pace), Arc::new(AtomicU64::new(0)));
        let counted = Arc::clone(&sent);
        tokio::spawn(async move {
            loop {
                let bytes = pace.leave(piece).await as u64;
                counted.fetch_add(bytes, Ordering::SeqCst);
                // A line takes some time too.
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        });
        sent
    }

    fn all(senders: &[Arc<AtomicU64>]) -> f64 {
        senders.iter().map(|s| s.load(Ordering::SeqCst)).sum::<u64>() as f64
    }

    #[tokio::test(start_paused = true)]
    async fn f23_three_uploads_together_keep_to_a_megabyte_a_second_within_five_per_cent_over_ten_seconds() {
        let pace = Arc::new(Pace::new());
        pace.set(Some(1_000_000));
        let senders = [sender(&pace, 512 * 1024), sender(&pace, 512 * 1024), sender(&pace, 10_000)];
        tokio::time::sleep(Duration::from_secs(3)).await;
        let before = all(&senders);
        tokio::time::sleep(Duration::from_secs(10)).await;
        let sent = all(&senders) - before;
        assert!((sent - 10_000_000.0).abs() <= 500_000.0, "{sent}");
        for sender in &senders {
            assert!(sender.load(Ordering::SeqCst) > 100_000, "each gets its share");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn q05_a_change_acts_within_two_seconds_and_no_limit_is_no_limit() {
        let pace = Arc::new(Pace::new());
        pace.set(Some(20_000));
        let senders = [sender(&pace, 512 * 1024)];
        tokio::time::sleep(Duration::from_secs(5)).await;
        pace.set(Some(4_000_000));
        tokio::time::sleep(Duration::from_secs(2)).await;
        let before = all(&senders);
        tokio::time::sleep(Duration::from_secs(10)).await;
        let sent = all(&senders) - before;
        assert!((sent - 40_000_000.0).abs() <= 2_000_000.0, "{sent}");

        pace.set(None);
        assert_eq!(pace.leave(1 << 30).await, 1 << 30);
    }

    #[tokio::test(start_paused = true)]
    async fn time_in_which_nobody_sent_is_not_made_up_for_by_a_burst() {
        let pace = Arc::new(Pace::new());
        pace.set(Some(1_000_000));
        tokio::time::sleep(Duration::from_secs(60)).await;
        let senders = [sender(&pace, 512 * 1024)];
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert!(all(&senders) <= 1_150_000.0, "{}", all(&senders));
    }
}
