//! The rules of a resumable session, without any HTTP: what a request with this `Content-Range` means when that many
//! bytes are stored. YouTube: resumable upload protocol.

use super::content_range::ContentRange;

/// Every chunk but the last is a multiple of this, and it is what survives of a chunk that breaks.
pub(crate) const GRANULE_BYTES: u64 = 262_144;
/// YouTube: up to 256 GB.
pub(crate) const LARGEST_BYTES: u64 = 256 << 30;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Plan {
    /// Say how much is stored.
    Report,
    /// The total turned out to be what is stored already.
    Finish,
    /// Take bytes: drop the first `skip`, store the rest; `end` is where the chunk ends, when it is known beforehand.
    Receive { skip: u64, end: Option<u64>, total: Option<u64> },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Refusal {
    /// A chunk that is not the last has a forbidden size.
    ChunkSize,
    Gap,
    Overlap,
    TotalDiffers,
    LengthDiffers,
}

pub(crate) struct Arriving {
    pub(crate) range: Option<ContentRange>,
    pub(crate) content_length: Option<u64>,
}

pub(crate) fn decide(
    stored: u64,
    announced: Option<u64>,
    arriving: &Arriving,
    overlap_refused: bool,
) -> Result<Plan, Refusal> {
    let differs = |total: Option<u64>| total.is_some() && announced.is_some() && total != announced;
    match arriving.range {
        Some(ContentRange::Ask { total }) if differs(total) => Err(Refusal::TotalDiffers),
        Some(ContentRange::Ask { total }) if total == Some(stored) && stored > 0 => Ok(Plan::Finish),
        Some(ContentRange::Ask { .. }) => Ok(Plan::Report),
        Some(ContentRange::Bytes { total, .. }) if differs(total) => Err(Refusal::TotalDiffers),
        Some(ContentRange::Bytes { first, last, total }) => {
            let total = total.or(announced);
            let length = last - first + 1;
            if arriving.content_length.is_some_and(|bytes| bytes != length) {
                return Err(Refusal::LengthDiffers);
            }
            if total.is_some_and(|total| last >= total) {
                return Err(Refusal::TotalDiffers);
            }
            if total != Some(last + 1) && !length.is_multiple_of(GRANULE_BYTES) {
                return Err(Refusal::ChunkSize);
            }
            place(stored, first, Some(last + 1), total, overlap_refused)
        }
        // The whole file in one request, without a range.
        None => {
            if arriving.content_length.is_some() && differs(arriving.content_length) {
                return Err(Refusal::TotalDiffers);
            }
            let total = announced.or(arriving.content_length);
            place(stored, 0, total, total, overlap_refused)
        }
    }
}

fn place(
    stored: u64,
    first: u64,
    end: Option<u64>,
    total: Option<u64>,
    overlap_refused: bool,
) -> Result<Plan, Refusal> {
    if first > stored {
        Err(Refusal::Gap)
    } else if first < stored && overlap_refused {
        Err(Refusal::Overlap)
    } else {
        Ok(Plan::Receive { skip: stored - first, end, total })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const G: u64 = GRANULE_BYTES;

    fn bytes(first: u64, last: u64, total: Option<u64>) -> Arriving {
        Arriving { range: Some(ContentRange::Bytes { first, last, total }), content_length: Some(last - first + 1) }
    }

    fn ask(total: Option<u64>) -> Arriving {
        Arriving { range: Some(ContentRange::Ask { total }), content_length: Some(0) }
    }

    fn receive(skip: u64, end: u64, total: Option<u64>) -> Result<Plan, Refusal> {
        Ok(Plan::Receive { skip, end: Some(end), total })
    }

    #[test]
    fn chunks_are_placed_or_refused_by_what_is_stored() {
        let whole = Arriving { range: None, content_length: Some(5) };
        let total = Some(3 * G + 7);
        for (stored, announced, arriving, expected) in [
            (0, total, bytes(0, G - 1, total), receive(0, G, total)),
            (G, total, bytes(G, 3 * G - 1, None), receive(0, 3 * G, total)),
            (3 * G, total, bytes(3 * G, 3 * G + 6, total), receive(0, 3 * G + 7, total)),
            (0, total, bytes(0, 99, total), Err(Refusal::ChunkSize)),
            (0, total, bytes(0, G, total), Err(Refusal::ChunkSize)),
            (0, None, bytes(0, 99, None), Err(Refusal::ChunkSize)),
            (0, None, bytes(0, 99, Some(100)), receive(0, 100, Some(100))),
            (0, total, bytes(G, 2 * G - 1, total), Err(Refusal::Gap)),
            (G, total, bytes(0, 2 * G - 1, total), receive(G, 2 * G, total)),
            (0, total, bytes(0, G - 1, Some(9 * G)), Err(Refusal::TotalDiffers)),
            (0, Some(G / 2), bytes(0, G - 1, None), Err(Refusal::TotalDiffers)),
            (0, Some(5), whole, receive(0, 5, Some(5))),
            (3, Some(5), Arriving { range: None, content_length: None }, receive(3, 5, Some(5))),
            (0, Some(6), Arriving { range: None, content_length: Some(5) }, Err(Refusal::TotalDiffers)),
        ] {
            assert_eq!(
                decide(stored, announced, &arriving, false),
                expected,
                "{stored} {announced:?} {:?}",
                arriving.range
            );
        }
    }

    #[test]
    fn asking_reports_and_a_late_total_finishes() {
        for (stored, announced, total, expected) in [
            (0, Some(10), Some(10), Ok(Plan::Report)),
            (5, Some(10), None, Ok(Plan::Report)),
            (G, None, Some(G), Ok(Plan::Finish)),
            (G, None, Some(2 * G), Ok(Plan::Report)),
            (0, Some(10), Some(11), Err(Refusal::TotalDiffers)),
        ] {
            assert_eq!(decide(stored, announced, &ask(total), false), expected);
        }
    }

    #[test]
    fn overlap_is_refused_only_by_switch_and_a_wrong_length_always() {
        assert_eq!(decide(G, None, &bytes(0, G - 1, None), true), Err(Refusal::Overlap));
        let lying = Arriving { range: bytes(0, G - 1, None).range, content_length: Some(G - 1) };
        assert_eq!(decide(0, None, &lying, false), Err(Refusal::LengthDiffers));
    }
}
