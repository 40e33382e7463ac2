//! Buffers that are used again: a fresh one for each piece would cost more than reading into it.

use std::ops::Range;
use std::sync::{Arc, Mutex};

use super::index_of;
use crate::shared::lock;
use crate::source_hash::PIECE_BYTES;

/// Where buffers begin in memory. A large one of the allocator's begins 16 bytes behind a page's, where the kernel of an AMD
/// Zen 3 takes four times as long to copy into it (`rep movsb`).
const PAGE: usize = 4096;

/// Buffers that are kept for later; what is beyond goes back to the system.
const MOST_FREE: usize = 8;

#[derive(Debug, Default)]
pub(super) struct Pool(Mutex<Vec<Vec<u8>>>);

/// A buffer of one piece, which begins with a page. Goes back to its pool when the last reader drops it.
#[derive(Debug)]
pub(super) struct Buffer {
    bytes: Vec<u8>,
    pool: Arc<Pool>,
}

impl Buffer {
    fn aligned(&self) -> Range<usize> {
        // It may say that it cannot tell; then the buffer is as good, and slower.
        let begins = self.bytes.as_ptr().align_offset(PAGE).min(PAGE);
        begins..begins + index_of(PIECE_BYTES)
    }
}

impl Pool {
    /// A buffer with anything in it.
    pub(super) fn take(self: &Arc<Self>) -> Buffer {
        let free = lock(&self.0).pop();
        let bytes = free.unwrap_or_else(|| vec![0; index_of(PIECE_BYTES) + PAGE]);
        Buffer { bytes, pool: Arc::clone(self) }
    }
}

impl AsRef<[u8]> for Buffer {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[self.aligned()]
    }
}

impl AsMut<[u8]> for Buffer {
    fn as_mut(&mut self) -> &mut [u8] {
        let aligned = self.aligned();
        &mut self.bytes[aligned]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_buffer_begins_with_a_page_also_when_it_is_used_again() {
        let pool = Arc::new(Pool::default());
        for _ in 0..3 {
            let mut buffers: Vec<_> = (0..4).map(|_| pool.take()).collect();
            for buffer in &mut buffers {
                let bytes = buffer.as_mut();
                assert_eq!(bytes.len() as u64, PIECE_BYTES);
                assert_eq!(bytes.as_ptr().align_offset(PAGE), 0);
            }
        }
    }
}
