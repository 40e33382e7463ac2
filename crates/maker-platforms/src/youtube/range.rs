//! How far an upload is, as the 308 says it, and which bytes follow (YouTube: resumable upload protocol).

use std::ops::Range;

use crate::ApiError;

/// The count of bytes behind a `Range` header of a 308. Without one nothing is stored. `most` is what can be stored:
/// more than that, and anything that is not one range from the first byte, does not fit the protocol.
pub(super) fn stored(header: Option<&str>, most: u64) -> Result<u64, ApiError> {
    let Some(text) = header else { return Ok(0) };
    let last = last_byte(text).ok_or(ApiError::Odd { what: "a Range that is none" })?;
    let count = last.checked_add(1).filter(|count| *count <= most);
    count.ok_or(ApiError::Odd { what: "a Range past what was sent" })
}

/// The next chunk; `None` when every byte is there.
pub(super) fn next(stored: u64, chunk_bytes: u64, total: u64) -> Option<Range<u64>> {
    let end = stored.saturating_add(chunk_bytes.max(1)).min(total);
    (stored < end).then_some(stored..end)
}

/// `N` of `bytes=0-N`.
fn last_byte(text: &str) -> Option<u64> {
    let (unit, range) = text.trim().split_once('=')?;
    let (first, last) = range.split_once('-')?;
    let (first, last) = (digits(first)?, digits(last)?);
    (unit.trim().eq_ignore_ascii_case("bytes") && first == 0).then_some(last)
}

/// Digits only: `u64::from_str` would take a plus sign too.
fn digits(text: &str) -> Option<u64> {
    let text = text.trim();
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn f2_the_next_byte_is_the_one_after_the_last_stored() {
        assert_eq!(stored(Some("bytes=0-262143"), 524_288), Ok(262_144));
        assert_eq!(stored(Some("bytes=0-0"), 1), Ok(1));
        assert_eq!(stored(Some("Bytes = 0 - 9 "), 10), Ok(10));
    }

    #[test]
    fn f3_no_range_means_no_byte() {
        assert_eq!(stored(None, 100), Ok(0));
    }

    #[test]
    fn f14_a_range_that_cannot_be_is_a_protocol_error() {
        for bad in [
            "bytes=0-100",
            "bytes=0-18446744073709551615",
            "bytes=0-99999999999999999999",
            "bytes=5-2",
            "bytes=1-50",
            "bytes=0-1,5-9",
            "bytes=0--1",
            "bytes=-5",
            "bytes=0-",
            "bytes=0-+5",
            "bytes 0-5",
            "items=0-5",
            "0-5",
            "",
            "nonsense",
        ] {
            assert!(matches!(stored(Some(bad), 100), Err(ApiError::Odd { .. })), "{bad} was believed");
        }
    }

    #[test]
    fn f20_chunks_cover_the_file_once_and_end_with_it() {
        const CHUNK: u64 = super::super::CHUNK_BYTES;
        assert_eq!(CHUNK % 262_144, 0);
        for total in [0, 1, 262_143, 262_144, 262_145, CHUNK, CHUNK + 1, 3 * CHUNK, 5 << 30] {
            let (mut at, mut count) = (0, 0);
            while let Some(range) = next(at, CHUNK, total) {
                assert_eq!(range.start, at);
                assert!(range.end == total || range.end - range.start == CHUNK);
                (at, count) = (range.end, count + 1);
            }
            assert_eq!((at, count), (total, total.div_ceil(CHUNK)), "{total}");
        }
    }

    proptest! {
        #[test]
        fn any_header_is_at_most_what_was_sent_or_an_error(text in "bytes=[0-9,+-]{0,30}|\\PC{0,40}", most: u64) {
            prop_assert!(stored(Some(&text), most).is_ok_and(|n| n <= most) || stored(Some(&text), most).is_err());
        }

        #[test]
        fn any_offset_gives_a_range_inside_the_file(at: u64, chunk: u64, total: u64) {
            if let Some(range) = next(at, chunk, total) {
                prop_assert!(range.start == at && range.start < range.end && range.end <= total);
            }
        }
    }
}
