//! What a column takes. Both sides ask here, so that a device never sends what the backend must refuse, and both store a
//! value in the same form.

use std::fmt;

use maker_words::{One, say};
use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};
use uuid::Uuid;

use super::registry::{Column, Kind};
use super::wire::FIELD_MAX_BYTES;

/// Whole numbers that JSON readers everywhere keep exact.
const EXACT: i64 = 1 << 53;
/// The first and last millisecond of the years 1 to 9999, which both databases can hold.
const TIMES: std::ops::RangeInclusive<i64> = -62_135_596_800_000..=253_402_300_799_999;

/// Why a value cannot stand in its column. It is stored as such, and said when it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadValue {
    /// Longer than any value may be.
    TooLong {
        /// The column.
        column: String,
    },
    /// Not what the column holds.
    Not {
        /// The column.
        column: String,
        /// What it holds.
        expected: Expected,
    },
}

impl std::error::Error for BadValue {}

impl fmt::Display for BadValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::TooLong { column } => say!("edit-too-long", column = column, limit = FIELD_MAX_BYTES >> 10),
            Self::Not { column, expected } => say!("edit-not", column = column, expected = One(expected.as_str())),
        })
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expected {
    /// Anything but nothing.
    FilledIn,
    /// -
    Text,
    /// Text, but without the character that PostgreSQL cannot store.
    TextWithoutNul,
    /// Anything without it.
    WithoutNul,
    /// -
    WholeNumber,
    /// -
    Number,
    /// -
    TrueOrFalse,
    /// In milliseconds.
    Time,
    /// -
    Uuid,
    /// A list or a table.
    Several,
}

impl Expected {
    /// By which the sentence is chosen.
    const fn as_str(self) -> &'static str {
        match self {
            Self::FilledIn => "filled-in",
            Self::Text => "text",
            Self::TextWithoutNul => "text-without-nul",
            Self::WithoutNul => "without-nul",
            Self::WholeNumber => "whole-number",
            Self::Number => "number",
            Self::TrueOrFalse => "true-or-false",
            Self::Time => "time",
            Self::Uuid => "uuid",
            Self::Several => "several",
        }
    }
}

/// The value in the form in which both sides store it: prices with a fraction, ids in lower case.
///
/// # Errors
/// [`BadValue`] when the column cannot hold it.
pub fn checked(column: &Column, value: &Value) -> Result<Value, BadValue> {
    let not = |expected| BadValue::Not { column: column.name.to_owned(), expected };
    let too_long = || BadValue::TooLong { column: column.name.to_owned() };
    match (column.kind, value) {
        (_, Value::Null) if column.required => Err(not(Expected::FilledIn)),
        (_, Value::Null) => Ok(Value::Null),
        (Kind::Text, Value::String(text)) => {
            if text.len() > FIELD_MAX_BYTES {
                return Err(too_long());
            }
            if has_nul(text) { Err(not(Expected::TextWithoutNul)) } else { Ok(value.clone()) }
        }
        (Kind::Text, _) => Err(not(Expected::Text)),
        (Kind::Integer, _) => {
            let whole = value.as_i64().filter(|n| (-EXACT..=EXACT).contains(n));
            whole.map(Value::from).ok_or_else(|| not(Expected::WholeNumber))
        }
        (Kind::Real, _) => {
            let real = value.as_f64().and_then(Number::from_f64);
            real.map(Value::Number).ok_or_else(|| not(Expected::Number))
        }
        (Kind::Bool, Value::Bool(_)) => Ok(value.clone()),
        (Kind::Bool, _) => Err(not(Expected::TrueOrFalse)),
        (Kind::Time, _) => {
            let time = value.as_i64().filter(|ms| TIMES.contains(ms));
            time.map(Value::from).ok_or_else(|| not(Expected::Time))
        }
        (Kind::Id, _) => {
            let id = value.as_str().and_then(|text| Uuid::try_parse(text).ok());
            id.map(|id| Value::String(id.to_string())).ok_or_else(|| not(Expected::Uuid))
        }
        (Kind::Json, Value::Array(_) | Value::Object(_)) => {
            if value.to_string().len() > FIELD_MAX_BYTES {
                return Err(too_long());
            }
            if any_nul(value) { Err(not(Expected::WithoutNul)) } else { Ok(value.clone()) }
        }
        (Kind::Json, _) => Err(not(Expected::Several)),
    }
}

/// PostgreSQL cannot store the character.
fn has_nul(text: &str) -> bool {
    text.contains('\0')
}

fn any_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => has_nul(text),
        Value::Array(items) => items.iter().any(any_nul),
        Value::Object(entries) => entries.iter().any(|(key, value)| has_nul(key) || any_nul(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::sync::registry::{TABLES, table};

    fn column(table_name: &str, name: &str) -> &'static Column {
        table(table_name).unwrap().column(name).unwrap()
    }

    #[test]
    fn a_value_is_stored_in_one_form_on_both_sides() {
        let price = column("services", "price");
        assert_eq!(checked(price, &json!(12)), Ok(json!(12.0)));
        let id = column("deliveries", "publication_id");
        let upper = "0190A8B4-0000-7000-8000-00000000000A";
        assert_eq!(checked(id, &json!(upper)), Ok(json!(upper.to_lowercase())));
    }

    #[test]
    fn what_a_column_cannot_hold_is_refused_with_a_word_about_it() {
        for (table, name, value) in [
            ("posts", "content", json!(7)),
            ("posts", "content", json!(null)),
            ("posts", "content", json!("a\0b")),
            ("posts", "images", json!("a.jpg")),
            ("posts", "images", json!([{ "a": "x\0" }])),
            ("posts", "created_at", json!(i64::MAX)),
            ("posts", "created_at", json!("2026-01-01")),
            ("deliveries", "total_bytes", json!(1.5)),
            ("deliveries", "total_bytes", json!(1_i64 << 54)),
            ("services", "hidden", json!(1)),
            ("deliveries", "publication_id", json!("17")),
        ] {
            let refused = checked(column(table, name), &value).unwrap_err();
            assert!(refused.to_string().contains(name), "{refused}");
        }
        let long = json!("x".repeat(FIELD_MAX_BYTES + 1));
        assert_eq!(checked(column("posts", "content"), &long), Err(BadValue::TooLong { column: "content".into() }));
    }

    #[test]
    fn a_word_that_a_newer_device_knows_is_taken() {
        assert_eq!(checked(column("services", "type"), &json!("GARDENER")), Ok(json!("GARDENER")));
    }

    proptest! {
        #[test]
        fn what_was_checked_once_stays_as_it_is(number in any::<f64>(), text in ".{0,20}", whole: i64, which in 0..4_usize) {
            let value = [json!(number), json!(text), json!(whole), json!([text])][which].clone();
            for column in TABLES.iter().flat_map(|t| t.columns) {
                if let Ok(stored) = checked(column, &value) {
                    prop_assert_eq!(checked(column, &stored), Ok(stored.clone()));
                }
            }
        }
    }
}
