//! Reads single fields out of answers, each on its own: one field of a wrong type must not hide the others.

use serde_json::Value;

/// The text at `path` (RFC 6901), if it is text and not empty.
pub(crate) fn text<'a>(value: &'a Value, path: &str) -> Option<&'a str> {
    value.pointer(path).and_then(Value::as_str).filter(|text| !text.is_empty())
}

/// The same, owned.
pub(crate) fn owned(value: &Value, path: &str) -> Option<String> {
    text(value, path).map(str::to_owned)
}

/// The boolean at `path`; absent and anything else is false.
pub(crate) fn flag(value: &Value, path: &str) -> bool {
    value.pointer(path).and_then(Value::as_bool).unwrap_or_default()
}

/// A whole number that is not negative, given as a number or in digits. Never through a float: ids have 19 digits.
pub(crate) fn whole(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) if text.bytes().all(|b| b.is_ascii_digit()) => text.parse().ok(),
        _ => None,
    }
}

/// An address to show: https, or http of this computer.
pub(crate) fn address(value: &Value, path: &str) -> Option<String> {
    let url = url::Url::parse(text(value, path)?).ok()?;
    maker_domain::config::check_address(&url).is_ok().then(|| url.into())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_id_of_nineteen_digits_keeps_every_digit() {
        for id in [json!(7_123_456_789_012_345_679_u64), json!("7123456789012345679")] {
            assert_eq!(whole(&id), Some(7_123_456_789_012_345_679));
        }
        for bad in [json!(-1), json!(1.5), json!("+1"), json!("-1"), json!(""), json!(null), json!([1])] {
            assert_eq!(whole(&bad), None, "{bad}");
        }
    }

    #[test]
    fn an_address_to_show_is_one_a_window_may_load() {
        let value = json!({"good": "https://i.ytimg.com/a.jpg", "bad": "javascript:alert(1)", "open": "http://a.org/"});
        assert_eq!(address(&value, "/good").as_deref(), Some("https://i.ytimg.com/a.jpg"));
        assert_eq!(address(&value, "/bad"), None);
        assert_eq!(address(&value, "/open"), None);
    }
}
