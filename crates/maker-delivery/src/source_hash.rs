//! The hash of a whole file, put together from its pieces while they are on their way, in whatever order they come.
//!
//! BLAKE3 is a tree: pieces of a power of two can be hashed apart, by whoever reads them first, and joined later. What has
//! been joined so far is a few hundred bytes, so it is kept with the delivery and goes on after a restart. The result is
//! what `b3sum` prints for the file.

use std::collections::BTreeMap;
use std::sync::Mutex;

use blake3::hazmat::{ChainingValue, HasherExt, Mode, merge_subtrees_non_root, merge_subtrees_root};

use crate::shared::lock;

/// Bytes of a piece: a power of two of BLAKE3's chunks, and what is read from disk at once. Each is handed from a thread
/// that reads to one that sends, and waking those is dear: in halves a film took a tenth more processor time. In doubles
/// what is on its way would take too much memory.
pub(crate) const PIECE_BYTES: u64 = 2 * 1024 * 1024;

/// What a piece adds to the whole.
pub(crate) type PieceHash = ChainingValue;

/// Hashes the piece at `index` of a file of `total` bytes.
pub(crate) fn of_piece(index: u64, piece: &[u8], total: u64) -> PieceHash {
    if total <= PIECE_BYTES {
        // The only piece is the whole file: nothing will be joined to it.
        return *blake3::hash(piece).as_bytes();
    }
    let mut hasher = blake3::Hasher::new();
    hasher.set_input_offset(index * PIECE_BYTES).update(piece).finalize_non_root()
}

/// The hash of one file, as far as it has come.
#[derive(Debug)]
pub(crate) struct SourceHash {
    total: u64,
    joined: Mutex<Joined>,
}

#[derive(Debug, Default)]
struct Joined {
    /// Subtrees from the left, each larger than the next.
    stack: Vec<ChainingValue>,
    /// Pieces in the stack.
    pieces: u64,
    /// Pieces that came before those to their left.
    early: BTreeMap<u64, PieceHash>,
}

impl SourceHash {
    /// Nothing yet of a file of `total` bytes.
    pub(crate) fn new(total: u64) -> Self {
        Self { total, joined: Mutex::default() }
    }

    /// Goes on from what [`Self::state`] gave; from nothing where that cannot be read or does not fit the file.
    pub(crate) fn resume(total: u64, state: &[u8]) -> Self {
        Self { total, joined: Mutex::new(read(total, state).unwrap_or_default()) }
    }

    /// Adds a piece. One that was there already changes nothing: the file is the same, and it may be sent again.
    pub(crate) fn add(&self, index: u64, hash: PieceHash) {
        let mut joined = lock(&self.joined);
        if index >= joined.pieces && index < pieces_in(self.total) {
            joined.early.insert(index, hash);
        }
        while let Some(next) = {
            let at = joined.pieces;
            joined.early.remove(&at)
        } {
            joined.push(next);
        }
    }

    /// The first piece that has not come yet; `None` when the file is whole.
    pub(crate) fn next_missing(&self) -> Option<u64> {
        let joined = lock(&self.joined);
        Some(joined.pieces).filter(|next| *next < pieces_in(self.total))
    }

    /// Pieces from the left that are joined.
    pub(crate) fn pieces(&self) -> u64 {
        lock(&self.joined).pieces
    }

    /// What goes on after a restart: how many bytes are joined, and their subtrees.
    pub(crate) fn state(&self) -> Vec<u8> {
        let joined = lock(&self.joined);
        let mut state = (joined.pieces * PIECE_BYTES).to_le_bytes().to_vec();
        state.extend(joined.stack.iter().flatten());
        state
    }

    /// The hash of the whole file in hex; `None` while a piece is missing.
    pub(crate) fn whole(&self) -> Option<String> {
        let joined = lock(&self.joined);
        if joined.pieces != pieces_in(self.total) {
            return None;
        }
        let mut stack = joined.stack.clone();
        while stack.len() > 2 {
            let (right, left) = (stack.pop()?, stack.pop()?);
            stack.push(merge_subtrees_non_root(&left, &right, Mode::Hash));
        }
        match stack.as_slice() {
            [] => Some(blake3::hash(&[]).to_hex().to_string()),
            [only] => Some(blake3::Hash::from_bytes(*only).to_hex().to_string()),
            [left, right, ..] => Some(merge_subtrees_root(left, right, Mode::Hash).to_hex().to_string()),
        }
    }
}

impl Joined {
    /// Joins whole subtrees only when another piece follows: the last join of a file is made differently.
    fn push(&mut self, piece: ChainingValue) {
        while self.stack.len() > self.pieces.count_ones() as usize {
            if let (Some(right), Some(left)) = (self.stack.pop(), self.stack.pop()) {
                self.stack.push(merge_subtrees_non_root(&left, &right, Mode::Hash));
            }
        }
        self.stack.push(piece);
        self.pieces += 1;
    }
}

pub(crate) const fn pieces_in(total: u64) -> u64 {
    total.div_ceil(PIECE_BYTES)
}

fn read(total: u64, state: &[u8]) -> Option<Joined> {
    let (bytes, rest) = state.split_at_checked(8)?;
    let bytes = u64::from_le_bytes(bytes.try_into().ok()?);
    let pieces = bytes / PIECE_BYTES;
    let (stack, odd) = rest.as_chunks::<32>();
    // A version with pieces of another size has joined something else. Before its last join a stack may hold more subtrees
    // than the count has bits, and never more than 64 and those.
    let fits = odd.is_empty()
        && bytes.is_multiple_of(PIECE_BYTES)
        && pieces <= pieces_in(total)
        && stack.len() >= pieces.count_ones() as usize
        && stack.len() <= 128;
    fits.then(|| Joined { stack: stack.to_vec(), pieces, early: BTreeMap::new() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn file(total: u64) -> Vec<u8> {
        (0..total).map(|n| (n * 31 % 251) as u8).collect()
    }

    fn pieces(bytes: &[u8]) -> Vec<(u64, PieceHash)> {
        let total = bytes.len() as u64;
        (0..).zip(bytes.chunks(PIECE_BYTES as usize)).map(|(n, piece)| (n, of_piece(n, piece, total))).collect()
    }

    #[test]
    fn a_file_of_any_size_has_the_hash_that_b3sum_prints() {
        let edges = [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1];
        for total in edges.into_iter().chain((2..=9).flat_map(|n| [n * PIECE_BYTES, n * PIECE_BYTES + 5])) {
            let bytes = file(total);
            let hash = SourceHash::new(total);
            for (index, piece) in pieces(&bytes) {
                assert_eq!(hash.whole(), None, "{total}: told before its last piece");
                hash.add(index, piece);
            }
            assert_eq!(hash.whole(), Some(blake3::hash(&bytes).to_hex().to_string()), "{total}");
        }
    }

    #[test]
    fn a_state_that_does_not_fit_begins_anew_and_never_panics() {
        let of_smaller_pieces = [&3_u64.to_le_bytes()[..], &[7; 64]].concat();
        for state in [&b""[..], b"short", &[255; 40], &[0; 9], &[1; 8 + 32 * 200], &of_smaller_pieces] {
            assert_eq!(SourceHash::resume(PIECE_BYTES * 3, state).pieces(), 0);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn pieces_may_come_in_any_order_and_more_than_once_and_over_a_restart(
            count in 1_u64..14, tail in 1_u64..1_000, order in proptest::collection::vec(any::<prop::sample::Index>(), 60), cut in 0_usize..60,
        ) {
            let bytes = file((count - 1) * PIECE_BYTES + tail);
            let all = pieces(&bytes);
            let mut hash = SourceHash::new(bytes.len() as u64);
            for (n, which) in order.iter().enumerate() {
                let (index, piece) = all[which.index(all.len())];
                hash.add(index, piece);
                if n == cut {
                    hash = SourceHash::resume(bytes.len() as u64, &hash.state());
                }
            }
            for (index, piece) in all {
                hash.add(index, piece);
            }
            prop_assert_eq!(hash.whole(), Some(blake3::hash(&bytes).to_hex().to_string()));
        }
    }
}
