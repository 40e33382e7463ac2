//! Bytes to send that need no file: each follows from its place, so a torn or doubled chunk changes the digest.

use std::ops::Range;
use std::sync::LazyLock;

use futures_util::stream;
use sha2::{Digest, Sha256};

const PIECE_BYTES: u64 = 64 * 1024;
/// A prime, so no chunk is a whole number of periods.
const PERIOD: u64 = 251;

/// The bytes of `range` as a body that is made while it is read.
pub(crate) fn body(range: Range<u64>) -> reqwest::Body {
    let pieces = pieces(range).map(|piece| Ok::<_, std::io::Error>(bytes(piece)));
    reqwest::Body::wrap_stream(stream::iter(pieces))
}

/// The digest of the first `total` bytes, in hex.
pub(crate) fn sha256(total: u64) -> String {
    let mut digest = Sha256::new();
    pieces(0..total).for_each(|piece| digest.update(bytes(piece)));
    hex::encode(digest.finalize())
}

fn pieces(range: Range<u64>) -> impl Iterator<Item = Range<u64>> {
    let mut at = range.start;
    std::iter::from_fn(move || {
        let end = at.saturating_add(PIECE_BYTES).min(range.end);
        (at < end).then(|| std::mem::replace(&mut at, end)..end)
    })
}

fn bytes(piece: Range<u64>) -> &'static [u8] {
    static PATTERN: LazyLock<Vec<u8>> =
        LazyLock::new(|| (0..PIECE_BYTES + PERIOD).map(|at| (at % PERIOD) as u8).collect());
    let first = (piece.start % PERIOD) as usize;
    &PATTERN[first..first + (piece.end - piece.start) as usize]
}
