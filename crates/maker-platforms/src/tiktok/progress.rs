//! How many bytes TikTok has, by the `Content-Range` of an answer to a chunk.
//!
//! Whether the number there is a count or a last index is not stated. It does not matter: a chunk is stored or it is
//! not, so only one of the two readings is the end of a chunk.

use super::plan::whole_chunks;
use crate::{ApiError, Session};

/// The bytes stored, a whole number of chunks; `None` without a header. More than `most` cannot be.
pub(super) fn stored(header: Option<&str>, session: &Session, most: u64) -> Result<Option<u64>, ApiError> {
    let Some(text) = header else { return Ok(None) };
    let number =
        last_number(text, session.total_bytes).ok_or(ApiError::Odd { what: "a Content-Range that is none" })?;
    let whole = |bytes| whole_chunks(bytes, session.chunk_bytes, session.total_bytes);
    let as_count = whole(number);
    let as_index = number.checked_add(1).map(whole).filter(|bytes| bytes.checked_sub(1) == Some(number));
    let bytes = if as_count == number { number } else { as_index.unwrap_or(as_count) };
    if bytes > most { Err(ApiError::Odd { what: "a Content-Range past what was sent" }) } else { Ok(Some(bytes)) }
}

/// `N` of `bytes 0-N/total`.
fn last_number(text: &str, total: u64) -> Option<u64> {
    let rest = text.trim().strip_prefix("bytes")?.trim_start();
    let (range, of) = rest.split_once('/')?;
    let (first, last) = range.split_once('-')?;
    let (first, last, of) = (digits(first)?, digits(last)?, digits(of)?);
    (first == 0 && of == total && last <= total).then_some(last)
}

fn digits(text: &str) -> Option<u64> {
    let text = text.trim();
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;

    fn session(chunk_bytes: u64, total_bytes: u64) -> Session {
        Session {
            address: "https://open-upload.tiktokapis.com/".into(),
            handle: Some("v_pub_file~1".into()),
            chunk_bytes,
            total_bytes,
            content_type: "video/mp4".into(),
            opened_at: DateTime::UNIX_EPOCH,
            expires_at: None,
        }
    }

    #[test]
    fn a_count_and_a_last_index_mean_the_same_chunk() {
        let session = session(10_000_000, 64_000_001);
        let cases = [
            (0, 0),
            (9_999_999, 10_000_000),
            (10_000_000, 10_000_000),
            (19_999_999, 20_000_000),
            (20_000_000, 20_000_000),
            (50_000_000, 50_000_000),
            (60_000_000, 50_000_000),
            (64_000_000, 64_000_001),
            (64_000_001, 64_000_001),
            (15_000_000, 10_000_000),
        ];
        for (number, bytes) in cases {
            let header = format!("bytes 0-{number}/64000001");
            assert_eq!(stored(Some(&header), &session, 64_000_001), Ok(Some(bytes)), "{header}");
        }
        assert_eq!(stored(None, &session, 64_000_001), Ok(None));
    }

    #[test]
    fn f14_a_progress_that_cannot_be_is_a_protocol_error() {
        let session = session(10_000_000, 64_000_001);
        for bad in [
            "bytes 0-20000000/64000001",
            "bytes 0-64000002/64000001",
            "bytes 0-9999999/70000000",
            "bytes 5-9999999/64000001",
            "bytes 0--1/64000001",
            "bytes 0-18446744073709551616/64000001",
            "bytes */64000001",
            "0-1/2",
            "",
            "nonsense",
        ] {
            let read = stored(Some(bad), &session, 10_000_000);
            assert!(matches!(read, Err(ApiError::Odd { .. })), "{bad} was believed: {read:?}");
        }
    }

    proptest! {
        #[test]
        fn any_header_is_whole_chunks_or_an_error(number: u64, chunk in 1_u64..1 << 40, total in 1_u64..1 << 40, most: u64) {
            let session = session(chunk, total);
            let header = format!("bytes 0-{}/{total}", number % (total + 2));
            if let Ok(Some(bytes)) = stored(Some(&header), &session, most) {
                prop_assert!(bytes <= most && whole_chunks(bytes, chunk, total) == bytes);
            }
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "bytes[ 0-9/*-]{0,40}|\\PC{0,40}") {
            let _ = stored(Some(&text), &session(10, 100), 100);
        }
    }
}
