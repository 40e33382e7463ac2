//! A piece of a film, and its hash, which is made by whoever has time for it: the thread that reads, or the one that sends.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use tokio::sync::SetOnce;

use crate::source_hash::{self, PieceHash, SourceHash};

/// Bytes as they were read, and later what they add to the file's hash.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) index: u64,
    pub(super) bytes: Bytes,
    /// Bytes of the whole file.
    total: u64,
    taken: AtomicBool,
    hash: SetOnce<PieceHash>,
}

impl Piece {
    pub(super) fn new(index: u64, bytes: Bytes, total: u64) -> Self {
        Self { index, bytes, total, taken: AtomicBool::new(false), hash: SetOnce::new() }
    }

    /// The byte of the file behind its last.
    pub(super) fn ends(&self) -> u64 {
        self.index * source_hash::PIECE_BYTES + self.bytes.len() as u64
    }

    /// Its hash, made here when nobody has begun to; `None` while another thread is at it.
    pub(super) fn hash(&self) -> Option<PieceHash> {
        if !self.taken.swap(true, Ordering::Relaxed) {
            let _ = self.hash.set(source_hash::of_piece(self.index, &self.bytes, self.total));
        }
        self.hash.get().copied()
    }

    /// Its hash, which another thread may have to end first.
    pub(super) async fn hashed(&self) -> PieceHash {
        match self.hash() {
            Some(hash) => hash,
            None => *self.hash.wait().await,
        }
    }
}

/// Pieces that leave while another thread still hashes them.
#[derive(Default)]
pub(super) struct Owed(Vec<Arc<Piece>>);

impl Owed {
    /// Adds the piece to `hash`: now, or with a later one when another thread is at it.
    pub(super) fn add(&mut self, piece: &Arc<Piece>, hash: &SourceHash) {
        self.0.push(Arc::clone(piece));
        self.0.retain(|piece| match piece.hash() {
            Some(made) => {
                hash.add(piece.index, made);
                false
            }
            None => true,
        });
    }

    /// Adds what is left, once the other threads have ended with it.
    pub(super) async fn settle(&mut self, hash: &SourceHash) {
        for piece in self.0.drain(..) {
            hash.add(piece.index, piece.hashed().await);
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;
    use crate::source_hash::PIECE_BYTES;

    const TOTAL: u64 = 2 * PIECE_BYTES;

    fn pieces() -> [Arc<Piece>; 2] {
        [0, 1].map(|index| Arc::new(Piece::new(index, Bytes::from(vec![7; PIECE_BYTES as usize]), TOTAL)))
    }

    fn whole() -> Option<String> {
        Some(blake3::hash(&vec![7; TOTAL as usize]).to_hex().to_string())
    }

    #[test]
    fn whoever_sends_a_piece_that_nobody_has_hashed_does_it() {
        let (hash, mut owed) = (SourceHash::new(TOTAL), Owed::default());
        for piece in pieces() {
            owed.add(&piece, &hash);
        }
        assert_eq!(hash.whole(), whole());
    }

    #[test]
    fn a_piece_that_another_thread_hashes_holds_no_later_one_up_and_is_awaited_at_the_end() {
        let (hash, mut owed) = (SourceHash::new(TOTAL), Owed::default());
        let [first, second] = pieces();
        first.taken.store(true, Ordering::Relaxed);
        owed.add(&first, &hash);
        owed.add(&second, &hash);
        assert!(second.hash.get().is_some(), "what can be done is done meanwhile");
        assert_eq!(hash.pieces(), 0);

        let mut settling = Box::pin(owed.settle(&hash));
        assert!(settling.as_mut().now_or_never().is_none(), "it is not forgotten");
        first.hash.set(source_hash::of_piece(0, &first.bytes, TOTAL)).unwrap();
        settling.now_or_never().unwrap();
        assert_eq!(hash.whole(), whole());
    }
}
