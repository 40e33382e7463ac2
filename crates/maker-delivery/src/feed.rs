//! Reads a file once for every upload that wants it.
//!
//! Each upload has a seat at the file and asks for its pieces in order. What one has read and others will want soon is
//! kept in a bounded window; who falls further behind than the window reads for itself, and holds nobody up. A single seat
//! keeps nothing. What is in memory is the window, and a few pieces on their way for each seat.

mod pool;
mod window;

use std::collections::HashMap;
use std::fs::File;
use std::io;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};

use bytes::Bytes;
use futures_util::future::{BoxFuture, Shared};
use futures_util::{FutureExt, Stream, StreamExt, stream};
use maker_domain::media::FileIdentity;

use crate::pace::Pace;
use crate::shared::lock;
use crate::source_hash::{self, PIECE_BYTES, PieceHash, SourceHash};
use pool::Pool;
use window::Window;

/// Bytes that all files together keep for seats behind. With the pieces on their way this stays below 64 MiB.
const WINDOW_BYTES: u64 = 32 * 1024 * 1024;

/// Pieces that are read ahead of the line, so that disk and line work at the same time.
const AHEAD: usize = 2;

/// A piece of a file and what it adds to the file's hash.
#[derive(Clone, Debug)]
struct Piece {
    bytes: Bytes,
    hash: PieceHash,
}

/// A piece that is there or on its way. The read goes on by itself, so whoever began it and then stalls holds up nobody.
type Slot = Shared<BoxFuture<'static, Result<Piece, io::ErrorKind>>>;

/// Every file that is being read.
#[derive(Debug, Default)]
pub(crate) struct Feeds {
    open: Mutex<HashMap<PathBuf, Weak<Feed>>>,
    pool: Arc<Pool>,
    read: Arc<AtomicU64>,
}

#[derive(Debug)]
struct Feed {
    file: File,
    identity: FileIdentity,
    window: Mutex<Window<Slot>>,
    pool: Arc<Pool>,
    read: Arc<AtomicU64>,
}

/// One upload's place at a file.
#[derive(Debug)]
pub(crate) struct Seat {
    feed: Arc<Feed>,
    number: u64,
    /// The piece the last range ended in: the next range may begin in the middle of it.
    last: Mutex<Option<(u64, Piece)>>,
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
                let feed = Arc::new(Feed {
                    file: File::open(path)?,
                    identity: identity.clone(),
                    window: Mutex::default(),
                    pool: Arc::clone(&self.pool),
                    read: Arc::clone(&self.read),
                });
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

    /// The bytes of `range` in order, as fast as `pace` lets them go; each piece that was passed to its end is added to
    /// `hash`. Ends early with an error when the file is shorter.
    pub(crate) fn stream(
        self: &Arc<Self>,
        range: Range<u64>,
        pace: Arc<Pace>,
        hash: Arc<SourceHash>,
    ) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
        let seat = Arc::clone(self);
        let pieces = range.start / PIECE_BYTES..range.end.div_ceil(PIECE_BYTES);
        let behind = pieces.end;
        stream::iter(pieces)
            .map(move |index| {
                let seat = Arc::clone(&seat);
                async move {
                    let piece = seat.piece(index).await?;
                    if index + 1 == behind {
                        *lock(&seat.last) = Some((index, piece.clone()));
                        seat.read_ahead(behind);
                    }
                    Ok((index, piece))
                }
            })
            .buffered(1 + AHEAD)
            .flat_map(move |piece: io::Result<_>| {
                let (range, pace, hash) = (range.clone(), Arc::clone(&pace), Arc::clone(&hash));
                let cut = piece.map(|(index, piece)| {
                    let begins = index * PIECE_BYTES;
                    let ends = begins + piece.bytes.len() as u64;
                    if ends <= range.end {
                        hash.add(index, piece.hash);
                    }
                    let from = range.start.saturating_sub(begins);
                    let to = range.end.min(ends).saturating_sub(begins);
                    piece.bytes.slice(index_of(from)..index_of(to))
                });
                paced(cut, pace)
            })
    }

    /// Adds the piece at `index` to `hash` without sending it: it was sent before a restart and not counted.
    pub(crate) async fn count(&self, index: u64, hash: &SourceHash) -> io::Result<()> {
        hash.add(index, self.feed.fetch(index).await?.hash);
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
        let begin = || self.feed.fetch(index).map(|piece| piece.map_err(|error| error.kind())).boxed().shared();
        lock(&self.feed.window).at(self.number, index, begin).unwrap_or_else(begin)
    }

    async fn piece(&self, index: u64) -> io::Result<Piece> {
        let kept = lock(&self.last).clone().filter(|(last, _)| *last == index);
        if let Some((_, piece)) = kept {
            return Ok(piece);
        }
        let ahead = lock(&self.next).take().filter(|(next, _)| *next == index);
        let piece = ahead.map_or_else(|| self.begin(index), |(_, slot)| slot).await;
        if piece.is_err() {
            lock(&self.feed.window).forget(index);
        }
        Ok(piece?)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        lock(&self.feed.window).stand_up(self.number);
    }
}

impl Feed {
    /// Begins to read a piece at once, whether or not anybody waits for it.
    fn fetch(self: &Arc<Self>, index: u64) -> impl Future<Output = io::Result<Piece>> + Send + 'static {
        let feed = Arc::clone(self);
        let reading = tokio::task::spawn_blocking(move || feed.read(index));
        async move { reading.await.map_err(io::Error::other)? }
    }

    fn read(&self, index: u64) -> io::Result<Piece> {
        let (total, at) = (self.identity.size_bytes, index * PIECE_BYTES);
        let length = index_of(PIECE_BYTES.min(total.saturating_sub(at)));
        let mut buffer = self.pool.take();
        read_exact_at(&self.file, &mut buffer.as_mut()[..length], at)?;
        self.read.fetch_add(length as u64, Ordering::Relaxed);
        // Hashed where it was read, while the bytes are still near the processor.
        let hash = source_hash::of_piece(index, &buffer.as_mut()[..length], total);
        Ok(Piece { bytes: Bytes::from_owner(buffer).slice(..length), hash })
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

#[cfg(unix)]
fn read_exact_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, buffer, at)
}

#[cfg(windows)]
fn read_exact_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<()> {
    let mut done = 0;
    while done < buffer.len() {
        let read = std::os::windows::fs::FileExt::seek_read(file, &mut buffer[done..], at + done as u64)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        done += read;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
