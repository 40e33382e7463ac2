//! Waiting for a condition, never for a duration.

use std::time::Duration;

use tokio::time::Instant;

/// Asks `condition` until it answers, and fails with `what` after `patience`.
pub async fn eventually<T>(what: &str, patience: Duration, mut condition: impl AsyncFnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + patience;
    loop {
        if let Some(found) = condition().await {
            return found;
        }
        assert!(Instant::now() < deadline, "waited {patience:?} in vain: {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Asks `condition` until it answers, closely. Without an end of its own: race it against what would make it vain.
pub async fn until<T>(mut condition: impl AsyncFnMut() -> Option<T>) -> T {
    loop {
        if let Some(found) = condition().await {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
