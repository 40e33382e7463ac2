//! Buffers that are used again: a fresh one for each piece would cost more than reading into it.

use std::sync::{Arc, Mutex};

use crate::shared::lock;
use crate::source_hash::PIECE_BYTES;

/// Buffers that are kept for later; what is beyond goes back to the system.
const MOST_FREE: usize = 8;

#[derive(Debug, Default)]
pub(super) struct Pool(Mutex<Vec<Vec<u8>>>);

/// A buffer of one piece. Goes back to its pool when the last reader drops it.
#[derive(Debug)]
pub(super) struct Buffer {
    bytes: Vec<u8>,
    pool: Arc<Pool>,
}

impl Pool {
    /// A buffer with anything in it.
    pub(super) fn take(self: &Arc<Self>) -> Buffer {
        let free = lock(&self.0).pop();
        Buffer { bytes: free.unwrap_or_else(|| vec![0; super::index_of(PIECE_BYTES)]), pool: Arc::clone(self) }
    }
}

impl AsRef<[u8]> for Buffer {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl AsMut<[u8]> for Buffer {
    fn as_mut(&mut self) -> &mut [u8] {
        &mut self.bytes
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        let mut free = lock(&self.pool.0);
        if free.len() < MOST_FREE {
            free.push(std::mem::take(&mut self.bytes));
        }
    }
}
