//! Where a page of a list begins: after the row that ended the page before. By what the list is sorted by and the row's id,
//! so that a page stays where it is while rows are added, and what is read of it is bounded.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

/// The longest text that is one.
const LONGEST: usize = 2_000;

/// A place in a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Cursor {
    /// A time in milliseconds, or a position.
    pub(super) key: String,
    pub(super) id: Uuid,
}

impl Cursor {
    /// As it travels.
    pub(super) fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(format!("{}{}", self.id.simple(), self.key))
    }

    /// Reads what [`Cursor::text`] wrote.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (id, key) = std::str::from_utf8(&bytes).ok()?.split_at_checked(32)?;
        // PostgreSQL takes no NUL, and no key of ours has one.
        let id = Uuid::try_parse(id).ok().filter(|_| !key.contains('\0'))?;
        Some(Self { key: key.to_owned(), id })
    }

    /// The key of a list that is sorted by time.
    pub(super) fn time(&self) -> Option<i64> {
        // The years that both databases can hold.
        self.key.parse().ok().filter(|ms| (-62_135_596_800_000..=253_402_300_799_999).contains(ms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written_and_nothing_else_is_one() {
        for key in ["1790000000000", "0a é", ""] {
            let cursor = Cursor { key: key.to_owned(), id: Uuid::from_u128(7) };
            assert_eq!(Cursor::parse(&cursor.text()), Some(cursor));
        }
        let nul = Cursor { key: "\0".to_owned(), id: Uuid::nil() }.text();
        let long = Cursor { key: "x".repeat(LONGEST), id: Uuid::nil() }.text();
        for none in ["", "x", "AAAA", "'; --", "%00", &nul, &long, &URL_SAFE_NO_PAD.encode([0xff; 40])] {
            assert_eq!(Cursor::parse(none), None, "{none}");
        }
    }

    #[test]
    fn a_time_that_no_database_holds_is_none() {
        let time = |key: &str| Cursor { key: key.to_owned(), id: Uuid::nil() }.time();
        assert_eq!(time("1790000000000"), Some(1_790_000_000_000));
        for none in ["", "x", "9223372036854775807", "253402300800000"] {
            assert_eq!(time(none), None, "{none}");
        }
    }
}
