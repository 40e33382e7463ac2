//! Streams a range of a file in small pieces: what is in memory is one piece here and what the connection holds.

use std::fs::File;
use std::io;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::Stream;
use futures_util::stream;

/// One piece. Large enough that a read and a write cost little beside the bytes themselves.
const PIECE_BYTES: u64 = 512 * 1024;

/// The bytes of `range`, read in order and on demand. Ends early with an error when the file is shorter.
pub(crate) fn pieces(file: Arc<File>, range: Range<u64>) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
    stream::try_unfold(range.start, move |at| {
        let file = Arc::clone(&file);
        let end = range.end;
        async move {
            if at >= end {
                return Ok(None);
            }
            let length = PIECE_BYTES.min(end - at);
            let piece =
                tokio::task::spawn_blocking(move || read_at(&file, at, length)).await.map_err(io::Error::other)??;
            Ok(Some((piece, at + length)))
        }
    })
}

fn read_at(file: &File, at: u64, length: u64) -> io::Result<Bytes> {
    let mut piece = vec![0; usize::try_from(length).map_err(io::Error::other)?];
    #[cfg(unix)]
    std::os::unix::fs::FileExt::read_exact_at(file, &mut piece, at)?;
    #[cfg(windows)]
    {
        let mut done = 0;
        while done < piece.len() {
            let read = std::os::windows::fs::FileExt::seek_read(file, &mut piece[done..], at + done as u64)?;
            if read == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            done += read;
        }
    }
    Ok(piece.into())
}

#[cfg(test)]
mod tests {
    use futures_util::TryStreamExt;

    use super::*;

    async fn read(bytes: &[u8], range: Range<u64>) -> io::Result<Vec<u8>> {
        let dir = tempfile::tempdir()?;
        let path = dir.path().join("video");
        std::fs::write(&path, bytes)?;
        let file = Arc::new(File::open(path)?);
        let pieces: Vec<Bytes> = pieces(file, range).try_collect().await?;
        assert!(pieces.iter().all(|p| p.len() as u64 <= PIECE_BYTES));
        Ok(pieces.concat())
    }

    #[tokio::test]
    async fn a_range_arrives_whole_and_nothing_else() {
        let bytes: Vec<u8> = (0..3 * PIECE_BYTES + 7).map(|n| (n % 251) as u8).collect();
        for range in [0..0, 0..1, 5..PIECE_BYTES + 5, PIECE_BYTES..3 * PIECE_BYTES + 7] {
            let expected = &bytes[range.start as usize..range.end as usize];
            assert_eq!(read(&bytes, range).await.unwrap(), expected);
        }
    }

    #[tokio::test]
    async fn f19_a_file_that_shrank_ends_in_an_error_and_not_in_silence() {
        assert!(read(b"short", 0..10).await.is_err());
    }
}
