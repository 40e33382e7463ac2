//! The thread that reads a file: one for as long as anybody has a seat at it, so that between two pieces nobody is woken.
//!
//! It reads what is asked for first and hashes when nothing is: a line that waits needs bytes, and whoever sends a piece that
//! is not hashed yet does it. So both are at work as long as there is any, however fast disk, line and processor are.

use std::collections::VecDeque;
use std::fs::File;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::TryRecvError;
use std::sync::{Arc, Weak, mpsc};

use bytes::Bytes;
use tokio::sync::oneshot;

use super::piece::Piece;
use super::pool::Pool;
use crate::source_hash::PIECE_BYTES;

/// Reads pieces in the order they are asked for. Ends when it is dropped and what was asked for is read.
#[derive(Debug)]
pub(super) struct Reader(mpsc::Sender<Wanted>);

/// A piece that somebody waits for.
type Wanted = (u64, oneshot::Sender<io::Result<Arc<Piece>>>);

#[derive(Debug)]
pub(super) struct Source {
    pub(super) file: Arc<File>,
    pub(super) total: u64,
    pub(super) pool: Arc<Pool>,
    /// Bytes read from disk, for every file together.
    pub(super) read: Arc<AtomicU64>,
}

impl Reader {
    /// # Errors
    /// When the system gives no thread.
    pub(super) fn of(source: Source) -> io::Result<Self> {
        let (wanted, asked) = mpsc::channel::<Wanted>();
        std::thread::Builder::new().name("reading".into()).spawn(move || source.serve(&asked))?;
        Ok(Self(wanted))
    }

    /// The piece at `index`, asked for at once and not when it is first waited for.
    pub(super) fn ask(&self, index: u64) -> impl Future<Output = io::Result<Arc<Piece>>> + Send + 'static {
        let (answer, answered) = oneshot::channel();
        // Without a thread the answer is dropped with what was asked, which is the error.
        let _ = self.0.send((index, answer));
        async move { answered.await.map_err(io::Error::other)? }
    }
}

impl Source {
    /// Until nobody can ask any more.
    fn serve(&self, asked: &mpsc::Receiver<Wanted>) {
        let mut unhashed = VecDeque::<Weak<Piece>>::new();
        loop {
            let wanted = if unhashed.is_empty() { asked.recv().map_err(TryRecvError::from) } else { asked.try_recv() };
            match wanted {
                // Whoever asked may have left meanwhile.
                Ok((_, answer)) if answer.is_closed() => {}
                Ok((index, answer)) => {
                    let piece = self.piece(index).map(Arc::new);
                    unhashed.retain(|piece| piece.strong_count() > 0);
                    unhashed.extend(piece.as_ref().ok().map(Arc::downgrade));
                    let _ = answer.send(piece);
                }
                Err(TryRecvError::Empty) => {
                    // What has left already was hashed by who sent it.
                    if let Some(piece) = unhashed.pop_front().and_then(|piece| piece.upgrade()) {
                        piece.hash();
                    }
                }
                Err(TryRecvError::Disconnected) => return,
            }
        }
    }

    fn piece(&self, index: u64) -> io::Result<Piece> {
        let at = index * PIECE_BYTES;
        let length = super::index_of(PIECE_BYTES.min(self.total.saturating_sub(at)));
        let mut buffer = self.pool.take();
        read_exact_at(&self.file, &mut buffer.as_mut()[..length], at)?;
        self.read.fetch_add(length as u64, Ordering::Relaxed);
        Ok(Piece::new(index, Bytes::from_owner(buffer).slice(..length), self.total))
    }
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
