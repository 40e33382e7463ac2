//! How much is done at once in a process, whatever is asked of it.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::problem::Problem;

/// Parts that are read: each takes half a megabyte.
const PARTS: usize = 128;
/// Pictures that are put together and stored: each takes up to ten megabytes.
const FINISHING: usize = 4;
/// Pictures that are unpacked: one takes up to 160 MB, and its decoder as much again or more.
const UNPACKING: usize = 1;
/// How long one waits for a turn before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(10);

/// The turns of one process.
#[derive(Debug)]
pub(crate) struct Turns {
    parts: Arc<Semaphore>,
    finishing: Arc<Semaphore>,
    unpacking: Arc<Semaphore>,
}

/// One turn, until it is dropped.
#[derive(Debug)]
pub(super) struct Turn(#[expect(dead_code, reason = "it is held until the work is done")] OwnedSemaphorePermit);

impl Default for Turns {
    fn default() -> Self {
        let seats = |count| Arc::new(Semaphore::new(count));
        Self { parts: seats(PARTS), finishing: seats(FINISHING), unpacking: seats(UNPACKING) }
    }
}

impl Turns {
    pub(super) async fn part(&self) -> Result<Turn, Problem> {
        turn(&self.parts).await
    }

    pub(super) async fn finishing(&self) -> Result<Turn, Problem> {
        turn(&self.finishing).await
    }

    pub(super) async fn unpacking(&self) -> Result<Turn, Problem> {
        turn(&self.unpacking).await
    }
}

async fn turn(of: &Arc<Semaphore>) -> Result<Turn, Problem> {
    match tokio::time::timeout(PATIENCE, Arc::clone(of).acquire_owned()).await {
        Ok(Ok(turn)) => Ok(Turn(turn)),
        _ => Err(Problem::unavailable()),
    }
}
