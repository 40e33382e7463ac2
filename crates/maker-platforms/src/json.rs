//! Reads single fields out of answers, each on its own: one field of a wrong type must not hide the others.

use serde_json::Value;

/// The text at `path` (RFC 6901), if it is text and not empty.
pub(crate) fn text<'a>(value: &'a Value, path: &str) -> Option<&'a str> {
    value.pointer(path).and_then(Value::as_str).filter(|text| !text.is_empty())
}

/// The longest text that is kept to be shown; TikTok's captions have 2,200.
const MOST_SHOWN_CHARS: usize = 2_200;
/// The longest id that is kept.
const MOST_ID_BYTES: usize = 512;
const MOST_ADDRESS_BYTES: usize = 4_096;

/// The text at `path` to be shown: cut to a sensible length, without characters that nobody sees.
pub(crate) fn shown(value: &Value, path: &str) -> Option<String> {
    let seen = text(value, path)?.chars().filter(|c| !c.is_control() || *c == '\n');
    Some(seen.take(MOST_SHOWN_CHARS).collect()).filter(|text: &String| !text.is_empty())
}

/// The text at `path` if it can be an id: not long, nothing unseen in it.
pub(crate) fn id(value: &Value, path: &str) -> Option<String> {
    let fits = |id: &&str| id.len() <= MOST_ID_BYTES && id.bytes().all(|b| b.is_ascii_graphic());
    text(value, path).filter(fits).map(str::to_owned)
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
    let url = url::Url::parse(text(value, path).filter(|text| text.len() <= MOST_ADDRESS_BYTES)?).ok()?;
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
    fn what_is_kept_is_short_and_can_be_seen() {
        let value = json!({"name": format!("a\0\u{1b}[31m\nb{}", "é".repeat(9_999)), "none": "\0", "id": "UC-1", "long": "x".repeat(513)});
        let name = shown(&value, "/name").unwrap();
        assert!(name.starts_with("a[31m\nbéé") && name.chars().count() == MOST_SHOWN_CHARS, "{name}");
        assert_eq!(shown(&value, "/none"), None);
        assert_eq!(id(&value, "/id").as_deref(), Some("UC-1"));
        assert_eq!((id(&value, "/long"), id(&value, "/name")), (None, None));
    }

    #[test]
    fn an_address_to_show_is_one_a_window_may_load() {
        let value = json!({"good": "https://i.ytimg.com/a.jpg", "bad": "javascript:alert(1)", "open": "http://a.org/"});
        assert_eq!(address(&value, "/good").as_deref(), Some("https://i.ytimg.com/a.jpg"));
        assert_eq!(address(&value, "/bad"), None);
        assert_eq!(address(&value, "/open"), None);
    }
}
