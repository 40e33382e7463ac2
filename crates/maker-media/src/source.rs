//! A file read by offset, within a budget that no header can raise.

use std::io::{self, Read, Seek, SeekFrom};

use crate::Damage;

const BYTES: u64 = 1_800 * 1024;
/// Two hours of one-second fragments take about 15,000.
const READS: u32 = 100_000;

/// Reads at offsets, and counts.
pub(crate) struct Source<R> {
    inner: R,
    len: u64,
    bytes_left: u64,
    reads_left: u32,
}

/// Why parsing stopped.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The content is at fault.
    Damage(Damage),
    /// The budget is used up.
    TooMuch,
    /// The system is at fault.
    Io(io::Error),
}

impl From<Damage> for Fault {
    fn from(damage: Damage) -> Self {
        Self::Damage(damage)
    }
}

impl<R: Read + Seek> Source<R> {
    pub(crate) fn new(inner: R, len: u64) -> Self {
        Self { inner, len, bytes_left: BYTES, reads_left: READS }
    }

    /// The file's size in bytes.
    pub(crate) fn len(&self) -> u64 {
        self.len
    }

    /// Fills `buffer` from `offset`.
    pub(crate) fn fill(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), Fault> {
        let wanted = buffer.len() as u64;
        if offset.checked_add(wanted).is_none_or(|end| end > self.len) {
            return Err(Damage::CutShort.into());
        }
        self.bytes_left = self.bytes_left.checked_sub(wanted).ok_or(Fault::TooMuch)?;
        self.reads_left = self.reads_left.checked_sub(1).ok_or(Fault::TooMuch)?;
        self.inner.seek(SeekFrom::Start(offset)).map_err(Fault::Io)?;
        self.inner.read_exact(buffer).map_err(|e| match e.kind() {
            io::ErrorKind::UnexpectedEof => Damage::CutShort.into(),
            _ => Fault::Io(e),
        })
    }

    /// A fixed number of bytes from `offset`.
    pub(crate) fn array<const N: usize>(&mut self, offset: u64) -> Result<[u8; N], Fault> {
        let mut buffer = [0; N];
        self.fill(offset, &mut buffer)?;
        Ok(buffer)
    }

    /// The bytes from `start` to `end`, refused before anything is allocated when there are more than `most`.
    pub(crate) fn bytes(&mut self, start: u64, end: u64, most: usize) -> Result<Vec<u8>, Fault> {
        let wanted = end.checked_sub(start).ok_or(Damage::Nonsense)?;
        let wanted = usize::try_from(wanted).ok().filter(|n| *n <= most).ok_or(Fault::TooMuch)?;
        let mut buffer = vec![0; wanted];
        self.fill(start, &mut buffer)?;
        Ok(buffer)
    }

    /// Up to `most` bytes from the beginning.
    pub(crate) fn head(&mut self, most: usize) -> Result<Vec<u8>, Fault> {
        let end = self.len.min(most as u64);
        self.bytes(0, end, most)
    }
}
