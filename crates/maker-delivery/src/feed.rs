//! Reads a file once for every upload that wants it.
//!
//! Each upload has a seat at the file and asks for its pieces in order. What one has read and others will want soon is
//! kept in a bounded window; who falls further behind than the window reads for itself, and holds nobody up. A single seat
//! keeps nothing. What is in memory is the window, and a few pieces on their way for each seat.

mod piece;
mod pool;
mod reader;
mod window;

use std::collections::{HashMap, VecDeque};
use std::fs::File;
use std::io;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};

use bytes::Bytes;
use futures_util::future::{BoxFuture, Shared};
use futures_util::{FutureExt, Stream, StreamExt, future, stream};
use maker_domain::media::FileIdentity;

use crate::pace::Pace;
use crate::shared::lock;
use crate::source_hash::{self, PIECE_BYTES, SourceHash};
use piece::{Owed, Piece};
use pool::Pool;
use reader::{Reader, Source};
use window::Window;

/// Bytes that all files together keep for seats behind. With the pieces on their way this stays below 64 MiB.
const WINDOW_BYTES: u64 = 32 * 1024 * 1024;

/// Pieces that are read ahead of the line, so that disk and line work at the same time.
const AHEAD: usize = 2;

/// A piece that is there or on its way. The read goes on by itself, so whoever began it and then stalls holds up nobody.
type Slot = Shared<BoxFuture<'static, Result<Arc<Piece>, io::ErrorKind>>>;

/// Every file that is being read.
#[derive(Debug, Default)]
pub(crate) struct Feeds {
    open: Mutex<HashMap<PathBuf, Weak<Feed>>>,
    pool: Arc<Pool>,
    read: Arc<AtomicU64>,
}

#[derive(Debug)]
struct Feed {
    file: Arc<File>,
    identity: FileIdentity,
    window: Mutex<Window<Slot>>,
    reader: Reader,
}

/// One upload's place at a file.
#[derive(Debug)]
pub(crate) struct Seat {
    feed: Arc<Feed>,
    number: u64,
    /// The piece the last range ended in: the next range may begin in the middle of it.
    last: Mutex<Option<Arc<Piece>>>,
    /// The piece behind the range that is being sent: read while the platform's answer is awaited.
    next: Mutex<Option<(u64, Slot)>>,
}

impl Feeds {
    /// A seat at the file, which is opened where nobody reads it yet. `identity` is what the caller has just found it to
    /// be: a file that was put in its place is another one.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub(crate) fn seat(&self, path: &std::path::Path, identity: &FileIdentity) -> io::Result<Arc<Seat>> {
        let mut open = lock(&self.open);
        open.retain(|_, feed| feed.strong_count() > 0);
        let known = open.get(path).and_then(Weak::upgrade).filter(|feed| feed.identity == *identity);
        let feed = match known {
            Some(feed) => feed,
            None => {
                let file = Arc::new(File::open(path)?);
                let reader = Reader::of(Source {
                    file: Arc::clone(&file),
                    total: identity.size_bytes,
                    pool: Arc::clone(&self.pool),
                    read: Arc::clone(&self.read),
                })?;
                let feed = Arc::new(Feed { file, identity: identity.clone(), window: Mutex::default(), reader });
                open.insert(path.to_owned(), Arc::downgrade(&feed));
                feed
            }
        };
        let most = WINDOW_BYTES / PIECE_BYTES / (open.len() as u64).max(1);
        for feed in open.values().filter_map(Weak::upgrade) {
            lock(&feed.window).set_most(most);
        }
        let number = lock(&feed.window).sit();
        Ok(Arc::new(Seat { feed, number, last: Mutex::default(), next: Mutex::default() }))
    }

    /// Bytes read from disk so far, for every seat together.
    pub(crate) fn read_bytes(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }
}

impl Seat {
    /// The open file, for a look at what it is by now.
    pub(crate) fn file(&self) -> &File {
        &self.feed.file
    }

    /// The bytes of `range` in order, as fast as `pace` lets them go; each piece of which the last byte is among them is
    /// added to `hash`. Ends early with an error when the file is shorter.
    pub(crate) fn stream(
        self: &Arc<Self>,
        range: Range<u64>,
        pace: Arc<Pace>,
        hash: Arc<SourceHash>,
    ) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
        self.pieces(range.clone(), hash).flat_map(move |piece| {
            let cut = piece.map(|piece| {
                let begins = piece.index * PIECE_BYTES;
                let from = range.start.saturating_sub(begins);
                let to = range.end.min(piece.ends()).saturating_sub(begins);
                piece.bytes.slice(index_of(from)..index_of(to))
            });
            paced(cut, Arc::clone(&pace))
        })
    }

    /// The pieces that `range` touches, in order. Only the first of those on their way is waited for: to be woken by the
    /// others as well would cost more than reading them.
    fn pieces(
        self: &Arc<Self>,
        range: Range<u64>,
        hash: Arc<SourceHash>,
    ) -> impl Stream<Item = io::Result<Arc<Piece>>> + Send + 'static + use<> {
        let (seat, behind) = (Arc::clone(self), range.end.div_ceil(PIECE_BYTES));
        let begin = (range.start / PIECE_BYTES..behind, VecDeque::with_capacity(1 + AHEAD), Owed::default());
        stream::unfold(begin, move |(mut left, mut begun, mut owed)| {
            let (seat, hash) = (Arc::clone(&seat), Arc::clone(&hash));
            async move {
                begun.extend(left.by_ref().take(1 + AHEAD - begun.len()).map(|index| (index, seat.begin(index))));
                let (index, slot): (u64, Slot) = begun.pop_front()?;
                let piece = slot.await;
                match &piece {
                    Ok(piece) => {
                        if piece.ends() <= range.end {
                            owed.add(piece, &hash);
                        }
                        if index + 1 == behind {
                            *lock(&seat.last) = Some(Arc::clone(piece));
                            seat.read_ahead(behind);
                            // Before its bytes leave: nobody asks a body for more once it has its length.
                            owed.settle(&hash).await;
                        }
                    }
                    Err(_) => lock(&seat.feed.window).forget(index),
                }
                Some((piece.map_err(io::Error::from), (left, begun, owed)))
            }
        })
    }

    /// Adds the piece at `index` to `hash` without sending it: it was sent before a restart and not counted.
    pub(crate) async fn count(&self, index: u64, hash: &SourceHash) -> io::Result<()> {
        hash.add(index, self.feed.reader.ask(index).await?.hashed().await);
        Ok(())
    }

    /// Begins to read the piece at `index`, where there is one.
    fn read_ahead(&self, index: u64) {
        if index < source_hash::pieces_in(self.feed.identity.size_bytes) {
            *lock(&self.next) = Some((index, self.begin(index)));
        }
    }

    /// The piece at `index`, which somebody has read, reads now, or begins to read by this.
    fn begin(&self, index: u64) -> Slot {
        let kept = lock(&self.last).clone().filter(|piece| piece.index == index);
        if let Some(piece) = kept {
            return future::ready(Ok(piece)).boxed().shared();
        }
        let ahead = lock(&self.next).take().filter(|(next, _)| *next == index);
        if let Some((_, slot)) = ahead {
            return slot;
        }
        let begin = || self.feed.reader.ask(index).map(|piece| piece.map_err(|error| error.kind())).boxed().shared();
        lock(&self.feed.window).at(self.number, index, begin).unwrap_or_else(begin)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        lock(&self.feed.window).stand_up(self.number);
    }
}

/// The piece as it leaves: whole without a limit, in small slices with one.
fn paced(piece: io::Result<Bytes>, pace: Arc<Pace>) -> impl Stream<Item = io::Result<Bytes>> + Send {
    stream::unfold(Some(piece), move |left| {
        let pace = Arc::clone(&pace);
        async move {
            match left? {
                Err(error) => Some((Err(error), None)),
                Ok(bytes) if bytes.is_empty() => None,
                Ok(mut bytes) => {
                    let goes = pace.leave(bytes.len()).await;
                    let now = bytes.split_to(goes.min(bytes.len()));
                    Some((Ok(now), Some(Ok(bytes))))
                }
            }
        }
    })
}

/// Within a piece, so it fits wherever there is memory for one.
fn index_of(within_piece: u64) -> usize {
    usize::try_from(within_piece).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
