//! The chunk plan of a file upload, checked as strictly as TikTok has been seen to. Pure.
//!
//! Whether "MB" is decimal or binary is not documented, so a plan must be right under both readings: chunks of at least
//! 5 MiB and at most 64 million bytes.

const SMALLEST_CHUNK: u64 = 5 << 20;
const LARGEST_CHUNK: u64 = 64_000_000;
const LARGEST_VIDEO: u64 = 4 << 30;
const MOST_CHUNKS: u64 = 1000;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Plan {
    pub(crate) video_size: u64,
    chunk_size: u64,
    pub(crate) count: u64,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PlanProblem {
    VideoSize,
    ChunkSize,
    ChunkCount,
}

impl PlanProblem {
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::VideoSize => "The video size is invalid",
            Self::ChunkSize => "The chunk size is invalid",
            Self::ChunkCount => "The total chunk count is invalid",
        }
    }
}

impl Plan {
    pub(crate) fn check(video_size: u64, chunk_size: u64, count: u64) -> Result<Self, PlanProblem> {
        if video_size == 0 || video_size > LARGEST_VIDEO {
            return Err(PlanProblem::VideoSize);
        }
        let too_small = count > 1 && chunk_size < SMALLEST_CHUNK;
        let not_whole = count == 1 && chunk_size != video_size;
        if chunk_size == 0 || chunk_size > LARGEST_CHUNK || too_small || not_whole {
            return Err(PlanProblem::ChunkSize);
        }
        // The remainder goes into the last chunk: the count is rounded down.
        if count == 0 || count > MOST_CHUNKS || count != video_size / chunk_size {
            return Err(PlanProblem::ChunkCount);
        }
        Ok(Self { video_size, chunk_size, count })
    }

    /// First and last byte of a chunk, counted from 0.
    pub(crate) fn chunk(&self, place: u64) -> Option<(u64, u64)> {
        let first = place.checked_mul(self.chunk_size).filter(|_| place < self.count)?;
        let last = if place + 1 == self.count { self.video_size } else { first + self.chunk_size } - 1;
        Some((first, last))
    }

    pub(crate) fn chunk_size(&self) -> u64 {
        self.chunk_size
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documented_plans_are_accepted_with_their_last_range() {
        for (size, chunk, count, last_range) in [
            (3_145_728, 3_145_728, 1, (0, 3_145_727)),
            (5_000_000, 5_000_000, 1, (0, 4_999_999)),
            (50_000_123, 10_000_000, 5, (40_000_000, 50_000_122)),
            (64_000_000, 64_000_000, 1, (0, 63_999_999)),
            (64_000_001, 10_000_000, 6, (50_000_000, 64_000_000)),
            (66_259_900, 10_000_000, 6, (50_000_000, 66_259_899)),
            (158_008_374, 10_000_000, 15, (140_000_000, 158_008_373)),
            (4_294_967_296, 10_000_000, 429, (4_280_000_000, 4_294_967_295)),
            (20_000_000, 5_242_880, 3, (10_485_760, 19_999_999)),
        ] {
            let plan = Plan::check(size, chunk, count);
            assert_eq!(plan.map(|plan| plan.chunk(count - 1)), Ok(Some(last_range)), "{size}");
        }
    }

    #[test]
    fn wrong_plans_are_refused_for_the_right_reason() {
        use PlanProblem::*;
        for (size, chunk, count, problem) in [
            (0, 0, 0, VideoSize),
            ((4 << 30) + 1, 10_000_000, 429, VideoSize),
            (50_000_123, 10_000_000, 6, ChunkCount),
            (50_000_123, 10_000_000, 0, ChunkCount),
            (4 << 30, 5_242_880, 820, ChunkCount),
            (70_000_000, 64_000_000, 1, ChunkSize),
            (70_000_000, 70_000_000, 1, ChunkSize),
            (20_000_000, 4_000_000, 5, ChunkSize),
            (20_000_000, 10_000_000, 1, ChunkSize),
            (20_000_000, 0, 1, ChunkSize),
        ] {
            assert_eq!(Plan::check(size, chunk, count), Err(problem), "{size} {chunk} {count}");
        }
    }
}
