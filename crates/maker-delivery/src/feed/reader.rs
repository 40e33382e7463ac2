//! The thread that reads a file: one for as long as anybody has a seat at it, so that between two pieces nobody is woken.

use std::fs::File;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, mpsc};

use bytes::Bytes;
use tokio::sync::oneshot;

use super::Piece;
use super::pool::Pool;
use crate::source_hash::{self, PIECE_BYTES};

/// Reads pieces in the order they are asked for. Ends when it is dropped and what was asked for is read.
#[derive(Debug)]
pub(super) struct Reader(mpsc::Sender<Wanted>);

/// A piece that somebody waits for.
type Wanted = (u64, oneshot::Sender<io::Result<Piece>>);

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
        std::thread::Builder::new().name("reading".into()).spawn(move || {
            for (index, answer) in asked {
                // Whoever asked may have left meanwhile.
                if !answer.is_closed() {
                    let _ = answer.send(source.piece(index));
                }
            }
        })?;
        Ok(Self(wanted))
    }

    /// The piece at `index`, asked for at once and not when it is first waited for.
    pub(super) fn ask(&self, index: u64) -> impl Future<Output = io::Result<Piece>> + Send + 'static {
        let (answer, answered) = oneshot::channel();
        // Without a thread the answer is dropped with what was asked, which is the error.
        let _ = self.0.send((index, answer));
        async move { answered.await.map_err(io::Error::other)? }
    }
}

impl Source {
    fn piece(&self, index: u64) -> io::Result<Piece> {
        let at = index * PIECE_BYTES;
        let length = super::index_of(PIECE_BYTES.min(self.total.saturating_sub(at)));
        let mut buffer = self.pool.take();
        read_exact_at(&self.file, &mut buffer.as_mut()[..length], at)?;
        self.read.fetch_add(length as u64, Ordering::Relaxed);
        // Hashed where it was read, while the bytes are still near the processor.
        let hash = source_hash::of_piece(index, &buffer.as_mut()[..length], self.total);
        Ok(Piece { bytes: Bytes::from_owner(buffer).slice(..length), hash })
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
