//! What a column takes. Both sides ask here, so that a device never sends what the backend must refuse, and both store a
//! value in the same form.

use serde_json::{Number, Value};
use uuid::Uuid;

use super::registry::{Column, Kind};
use super::wire::FIELD_MAX_BYTES;

/// Whole numbers that JSON readers everywhere keep exact.
const EXACT: i64 = 1 << 53;
/// The first and last millisecond of the years 1 to 9999, which both databases can hold.
const TIMES: std::ops::RangeInclusive<i64> = -62_135_596_800_000..=253_402_300_799_999;

/// Why a value cannot stand in its column.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadValue {
    /// Longer than any value may be.
    #[error("{column} is longer than {} KiB. Shorten it.", FIELD_MAX_BYTES >> 10)]
    TooLong {
        /// The column.
        column: &'static str,
    },
    /// Not what the column holds.
    #[error("{column} has to be {expected}.")]
    Not {
        /// The column.
        column: &'static str,
        /// What it holds, in words.
        expected: &'static str,
    },
}

/// The value in the form in which both sides store it: prices with a fraction, ids in lower case.
///
/// # Errors
/// [`BadValue`] when the column cannot hold it.
pub fn checked(column: &Column, value: &Value) -> Result<Value, BadValue> {
    let not = |expected| BadValue::Not { column: column.name, expected };
    match (column.kind, value) {
        (_, Value::Null) if column.required => Err(not("filled in")),
        (_, Value::Null) => Ok(Value::Null),
        (Kind::Text, Value::String(text)) => {
            if text.len() > FIELD_MAX_BYTES {
                return Err(BadValue::TooLong { column: column.name });
            }
            if has_nul(text) { Err(not("text without NUL characters")) } else { Ok(value.clone()) }
        }
        (Kind::Text, _) => Err(not("text")),
        (Kind::Integer, _) => {
            let whole = value.as_i64().filter(|n| (-EXACT..=EXACT).contains(n));
            whole.map(Value::from).ok_or_else(|| not("a whole number"))
        }
        (Kind::Real, _) => {
            let real = value.as_f64().and_then(Number::from_f64);
            real.map(Value::Number).ok_or_else(|| not("a number"))
        }
        (Kind::Bool, Value::Bool(_)) => Ok(value.clone()),
        (Kind::Bool, _) => Err(not("true or false")),
        (Kind::Time, _) => {
            let time = value.as_i64().filter(|ms| TIMES.contains(ms));
            time.map(Value::from).ok_or_else(|| not("a time in milliseconds since 1970"))
        }
        (Kind::Id, _) => {
            let id = value.as_str().and_then(|text| Uuid::try_parse(text).ok());
            id.map(|id| Value::String(id.to_string())).ok_or_else(|| not("a UUID"))
        }
        (Kind::Json, Value::Array(_) | Value::Object(_)) => {
            if value.to_string().len() > FIELD_MAX_BYTES {
                return Err(BadValue::TooLong { column: column.name });
            }
            if any_nul(value) { Err(not("without NUL characters")) } else { Ok(value.clone()) }
        }
        (Kind::Json, _) => Err(not("a list or a table")),
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
        assert_eq!(checked(column("posts", "content"), &long), Err(BadValue::TooLong { column: "content" }));
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
