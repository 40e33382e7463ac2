//! Cuts a file into the chunks TikTok takes (TikTok: media transfer guide).
//!
//! The count is rounded down and the last chunk takes the rest; a single chunk must be the whole file. Whether TikTok's
//! megabytes are decimal is not stated: the sizes here are right under both readings.

use std::ops::Range;

/// Up to this size the file is one chunk.
const WHOLE_FILE_MAX_BYTES: u64 = 64_000_000;
/// The size of a chunk in TikTok's own example.
const CHUNK_BYTES: u64 = 10_000_000;
/// The smallest size that is 5 MB under both readings: tried once when TikTok refuses the usual one.
const FALLBACK_CHUNK_BYTES: u64 = 5_242_880;
const MAX_CHUNKS: u64 = 1_000;

/// What is announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) chunk_bytes: u64,
    pub(super) count: u64,
}

/// The plan for a file; `None` when TikTok has none for this size.
pub(super) fn usual(size_bytes: u64) -> Option<Plan> {
    let chunk_bytes = if size_bytes <= WHOLE_FILE_MAX_BYTES { size_bytes } else { CHUNK_BYTES };
    planned(size_bytes, chunk_bytes)
}

/// Another plan after "The chunk size is invalid"; `None` where the file is too small to be cut.
pub(super) fn fallback(size_bytes: u64) -> Option<Plan> {
    planned(size_bytes, FALLBACK_CHUNK_BYTES).filter(|plan| plan.count > 1)
}

fn planned(size_bytes: u64, chunk_bytes: u64) -> Option<Plan> {
    let count = size_bytes.checked_div(chunk_bytes)?;
    (1..=MAX_CHUNKS).contains(&count).then_some(Plan { chunk_bytes, count })
}

/// The chunk that follows when `stored` bytes are there: always a whole one.
pub(super) fn next(stored: u64, chunk_bytes: u64, total: u64) -> Option<Range<u64>> {
    let first = whole_chunks(stored, chunk_bytes, total);
    let end = first.saturating_add(chunk_bytes.max(1));
    // The last chunk is the one after which no full one fits.
    let is_last = total.saturating_sub(end) < chunk_bytes.max(1);
    (first < total).then_some(first..if is_last { total } else { end })
}

/// The bytes of those chunks that are wholly within the first `bytes`: a chunk is stored or it is not.
pub(super) fn whole_chunks(bytes: u64, chunk_bytes: u64, total: u64) -> u64 {
    if bytes >= total {
        return total;
    }
    let chunk_bytes = chunk_bytes.max(1);
    let last_chunk = (total / chunk_bytes).saturating_sub(1);
    (bytes / chunk_bytes).min(last_chunk).saturating_mul(chunk_bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn f20_every_size_has_the_plan_of_tiktoks_rules() {
        let table = [
            // size, chunk, count, last chunk, its first byte
            (1, 1, 1, 1, 0),
            (3_145_728, 3_145_728, 1, 3_145_728, 0),
            (5_000_000, 5_000_000, 1, 5_000_000, 0),
            (64_000_000, 64_000_000, 1, 64_000_000, 0),
            (64_000_001, 10_000_000, 6, 14_000_001, 50_000_000),
            (66_259_900, 10_000_000, 6, 16_259_900, 50_000_000),
            (158_008_374, 10_000_000, 15, 18_008_374, 140_000_000),
            (4_294_967_296, 10_000_000, 429, 14_967_296, 4_280_000_000),
        ];
        for (size, chunk_bytes, count, last_bytes, last_first) in table {
            assert_eq!(usual(size), Some(Plan { chunk_bytes, count }), "{size}");
            let chunks = chunks_of(chunk_bytes, size);
            assert_eq!(chunks.len() as u64, count, "{size}");
            assert_eq!(chunks.last(), Some(&(last_first..size)), "{size}");
            assert_eq!(size - last_first, last_bytes, "{size}");
        }
    }

    #[test]
    fn tiktoks_own_example_is_cut_as_tiktok_cuts_it() {
        let chunks = chunks_of(10_000_000, 50_000_123);
        assert_eq!(chunks.len(), 5);
        assert_eq!(chunks.last(), Some(&(40_000_000..50_000_123)));
    }

    #[test]
    fn the_other_plan_is_for_files_that_can_be_cut() {
        assert_eq!(fallback(64_000_000), Some(Plan { chunk_bytes: 5_242_880, count: 12 }));
        assert_eq!(fallback(10_485_760), Some(Plan { chunk_bytes: 5_242_880, count: 2 }));
        assert_eq!(fallback(10_485_759), None);
        assert_eq!(fallback(0), None);
    }

    #[test]
    fn f20_nothing_and_more_than_a_thousand_chunks_have_no_plan() {
        assert_eq!(usual(0), None);
        assert_eq!(usual(10_010_000_000), None);
    }

    fn chunks_of(chunk_bytes: u64, size: u64) -> Vec<Range<u64>> {
        let mut at = 0;
        std::iter::from_fn(|| next(at, chunk_bytes, size).inspect(|range| at = range.end)).collect()
    }

    proptest! {
        #[test]
        fn any_plan_keeps_every_rule_at_once(size in 1_u64..=4_294_967_296) {
            for plan in [usual(size), fallback(size)].into_iter().flatten() {
                prop_assert_eq!(plan.count, size / plan.chunk_bytes);
                prop_assert!(plan.count == 1 || (5_242_880..=64_000_000).contains(&plan.chunk_bytes));
                prop_assert!(plan.count > 1 || plan.chunk_bytes == size);
                let chunks = chunks_of(plan.chunk_bytes, size);
                prop_assert_eq!(chunks.len() as u64, plan.count);
                prop_assert!(chunks.iter().all(|c| c.end - c.start <= 128_000_000));
                prop_assert!(chunks.windows(2).all(|pair| pair[0].end == pair[1].start));
                prop_assert_eq!(chunks.last().map(|c| c.end), Some(size));
            }
        }

        #[test]
        fn any_numbers_give_a_range_inside_the_file(stored: u64, chunk: u64, total: u64) {
            prop_assert!(whole_chunks(stored, chunk, total) <= stored.min(total));
            if let Some(range) = next(stored, chunk, total) {
                prop_assert!(range.start <= stored && range.start < range.end && range.end <= total);
            }
        }
    }
}
