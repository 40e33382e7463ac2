//! Views and likes of many videos in one call (`videos:batchGetStats`), which has a daily quota of its own.

use serde_json::Value;
use url::Url;

use crate::{VideoNumbers, json};

/// Ids in one call.
pub(super) const AT_ONCE: usize = 50;

/// Private and unlisted videos are told to their owner only.
pub(super) const SCOPES: &[&str] = &["https://www.googleapis.com/auth/youtube.readonly"];

/// The video's id: `watch?v=`, `shorts/` and the short form of the address.
pub(super) fn video_id(url: &Url) -> Option<String> {
    let mut path = url.path_segments()?;
    let id = match (path.next()?, path.next()) {
        ("watch", None) => url.query_pairs().find(|(name, _)| name == "v")?.1.into_owned(),
        ("shorts", Some(id)) => id.to_owned(),
        (id, None) if url.host_str() == Some("youtu.be") => id.to_owned(),
        _ => return None,
    };
    let plain = id.len() <= 64 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    (plain && !id.is_empty()).then_some(id)
}

/// Reads the answer; `None` when it is no list. What was not asked for is left out.
pub(super) fn read(body: &Value, asked: &[String]) -> Option<Vec<VideoNumbers>> {
    let items = body.pointer("/items").and_then(Value::as_array)?;
    let one = |id: &String| {
        let item = items.iter().find(|item| json::text(item, "/id") == Some(id))?;
        let count = |path| item.pointer(path).and_then(json::whole);
        Some(VideoNumbers {
            id: id.clone(),
            views: count("/statistics/viewCount"),
            likes: count("/statistics/likeCount"),
        })
    };
    Some(asked.iter().filter_map(one).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_video_is_known_by_each_form_of_its_address() {
        for (url, id) in [
            ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", Some("dQw4w9WgXcQ")),
            ("https://www.youtube.com/watch?t=3&v=abc_-1", Some("abc_-1")),
            ("https://www.youtube.com/shorts/abc", Some("abc")),
            ("https://youtu.be/abc?si=x", Some("abc")),
            ("http://127.0.0.1:9/watch?v=sim1", Some("sim1")),
            ("https://www.youtube.com/@maker", None),
            ("https://www.youtube.com/watch", None),
            ("https://www.youtube.com/watch?v=a,b", None),
            ("https://www.youtube.com/watch?v=", None),
        ] {
            assert_eq!(video_id(&Url::parse(url).unwrap()).as_deref(), id, "{url}");
        }
    }

    #[test]
    fn counts_come_as_digits_and_what_is_hidden_is_not_zero() {
        let body = json!({"items": [
            {"id": "a", "statistics": {"viewCount": "1200", "likeCount": "7"}},
            {"id": "b", "statistics": {"viewCount": "-3"}},
            {"id": "stranger", "statistics": {"viewCount": "9"}},
        ]});
        let asked = ["a", "b", "gone"].map(str::to_owned);
        let numbers = |id: &str, views, likes| VideoNumbers { id: id.into(), views, likes };
        assert_eq!(read(&body, &asked), Some(vec![numbers("a", Some(1_200), Some(7)), numbers("b", None, None)]));
        assert_eq!(read(&json!({"items": {}}), &asked), None);
    }
}
