//! A row of an old table, whatever columns that has and of whatever types they are.

use chrono::{DateTime, NaiveDateTime};
use serde_json::{Map, Value};

/// The columns by name, as PostgreSQL's `to_jsonb` gives them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct OldRow(pub(super) Map<String, Value>);

impl OldRow {
    /// An id, which may be a text or a number there. Nothing when the column is not there or empty.
    pub(super) fn key(&self, name: &str) -> Option<String> {
        match self.0.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// The row's own id. Every table that is read has one.
    pub(super) fn id(&self) -> String {
        self.key("id").unwrap_or_default()
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// A finite number.
    pub(super) fn number(&self, name: &str) -> Option<f64> {
        self.0.get(name)?.as_f64().filter(|number| number.is_finite())
    }

    /// A count.
    pub(super) fn count(&self, name: &str) -> Option<i64> {
        self.0.get(name)?.as_i64().filter(|count| *count >= 0)
    }

    /// A time in UTC milliseconds. Nothing for what no calendar has.
    pub(super) fn time(&self, name: &str) -> Option<i64> {
        let text = self.text(name)?;
        let plain = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").map(|time| time.and_utc());
        let time = plain.or_else(|_| DateTime::parse_from_rfc3339(text).map(|time| time.to_utc())).ok()?;
        (1..=9_999).contains(&chrono::Datelike::year(&time)).then(|| time.timestamp_millis())
    }

    /// When it was made and when it was changed last. `otherwise` stands for what was not written down.
    pub(super) fn times(&self, otherwise: i64) -> (i64, i64) {
        let (created, updated) = (self.time("created_at"), self.time("updated_at"));
        (created.or(updated).unwrap_or(otherwise), updated.or(created).unwrap_or(otherwise))
    }

    /// The texts of a list, without those that are nothing. As it is when it is no list.
    pub(super) fn texts(&self, name: &str) -> Option<Value> {
        match self.0.get(name)? {
            Value::Null => None,
            Value::Array(items) => Some(items.iter().filter(|item| !item.is_null()).cloned().collect()),
            other => Some(other.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn row(value: Value) -> OldRow {
        OldRow(value.as_object().unwrap().clone())
    }

    #[test]
    fn times_keep_their_milliseconds_and_what_no_calendar_has_is_nothing() {
        let times = row(json!({ "a": "2024-02-29T23:59:59.123", "b": "2024-02-29T23:59:59.123+02:00", "c": "infinity",
                                "d": "0044-03-15T00:00:00 BC", "e": "12024-01-01T00:00:00", "f": "2024-02-29T23:59:59" }));
        assert_eq!(times.time("a"), Some(1_709_251_199_123));
        assert_eq!(times.time("b"), Some(1_709_243_999_123));
        assert_eq!(times.time("f"), Some(1_709_251_199_000));
        for none in ["c", "d", "e", "g"] {
            assert_eq!(times.time(none), None, "{none}");
        }
        assert_eq!(row(json!({ "updated_at": "1970-01-01T00:00:01" })).times(7), (1_000, 1_000));
        assert_eq!(row(json!({ "updated_at": null })).times(7), (7, 7));
    }

    #[test]
    fn ids_may_be_numbers_and_numbers_are_finite() {
        let odd = row(json!({ "id": 17, "duration": "NaN", "views": -3, "images": ["a", null] }));
        assert_eq!((odd.id().as_str(), odd.number("duration"), odd.count("views")), ("17", None, None));
        assert_eq!(odd.texts("images"), Some(json!(["a"])));
    }
}
