//! The request header of a resumable upload: `bytes 0-99/1000`, `bytes 0-99/*` while the total is unknown, and
//! `bytes */1000` or `bytes */*` to ask how much arrived.

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ContentRange {
    Ask { total: Option<u64> },
    Bytes { first: u64, last: u64, total: Option<u64> },
}

pub(crate) fn parse(header: &str) -> Option<ContentRange> {
    let (range, total) = header.strip_prefix("bytes ")?.trim().split_once('/')?;
    let total = match total {
        "*" => None,
        digits => Some(number(digits)?),
    };
    if range == "*" {
        return Some(ContentRange::Ask { total });
    }
    let (first, last) = range.split_once('-')?;
    let (first, last) = (number(first)?, number(last)?);
    let in_order = first <= last && total.is_none_or(|total| last < total);
    in_order.then_some(ContentRange::Bytes { first, last, total })
}

/// Digits only: a sign would pass `parse` and is not part of the header's grammar.
pub(crate) fn number(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_read_strictly() {
        let bytes = |first, last, total| Some(ContentRange::Bytes { first, last, total });
        for (header, expected) in [
            ("bytes 0-99/1000", bytes(0, 99, Some(1000))),
            ("bytes 0-99/*", bytes(0, 99, None)),
            ("bytes */1000", Some(ContentRange::Ask { total: Some(1000) })),
            ("bytes */*", Some(ContentRange::Ask { total: None })),
            ("bytes 0-0/1", bytes(0, 0, Some(1))),
            ("bytes 5-4/10", None),
            ("bytes 0-10/10", None),
            ("bytes -1-4/10", None),
            ("bytes +1-4/10", None),
            ("bytes 0-99", None),
            ("bytes=0-99/100", None),
            ("0-99/100", None),
            ("bytes 0-99999999999999999999999/*", None),
        ] {
            assert_eq!(parse(header), expected, "{header}");
        }
    }
}
