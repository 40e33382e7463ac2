//! Views and likes of the account's public posts (`video/query`). Private posts have no numbers.

use chrono::{DateTime, Utc};
use maker_domain::secret::AccessToken;
use serde_json::{Value, json};
use url::Url;

use super::Tiktok;
use crate::{ApiError, VideoNumbers, json};

/// Ids in one call.
pub(super) const AT_ONCE: usize = 20;

pub(super) const SCOPES: &[&str] = &["video.list"];

/// The post's id: the digits after `/video/`.
pub(super) fn video_id(url: &Url) -> Option<String> {
    let mut path = url.path_segments()?;
    path.find(|segment| *segment == "video")?;
    let id = path.next()?;
    (!id.is_empty() && id.len() <= 20 && id.bytes().all(|b| b.is_ascii_digit())).then(|| id.to_owned())
}

impl Tiktok {
    pub(super) async fn query_numbers(
        &self,
        token: &AccessToken,
        ids: &[String],
        now: DateTime<Utc>,
    ) -> Result<Vec<VideoNumbers>, ApiError> {
        let body = json!({ "filters": { "video_ids": ids } });
        let data = self.post(token, "video/query/?fields=id,view_count,like_count", Some(&body), now).await?;
        read(&data, ids).ok_or(ApiError::Busy { retry_after: None })
    }
}

/// Ids come as text or as numbers of nineteen digits.
fn read(data: &Value, asked: &[String]) -> Option<Vec<VideoNumbers>> {
    let videos = data.pointer("/videos").and_then(Value::as_array)?;
    let is = |video: &&Value, id: &str| video.pointer("/id").and_then(json::whole) == id.parse().ok();
    let one = |id: &String| {
        let video = videos.iter().find(|video| is(video, id))?;
        let count = |path| video.pointer(path).and_then(json::whole);
        Some(VideoNumbers { id: id.clone(), views: count("/view_count"), likes: count("/like_count") })
    };
    Some(asked.iter().filter_map(one).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_is_known_by_its_address_and_an_account_is_no_post() {
        for (url, id) in [
            ("https://www.tiktok.com/@maker/video/7123456789012345679", Some("7123456789012345679")),
            ("https://www.tiktok.com/@maker/video/7123456789012345679?is_from_webapp=1", Some("7123456789012345679")),
            ("https://www.tiktok.com/@maker", None),
            ("https://www.tiktok.com/@maker/video/", None),
            ("https://www.tiktok.com/@maker/video/abc", None),
        ] {
            assert_eq!(video_id(&Url::parse(url).unwrap()).as_deref(), id, "{url}");
        }
    }

    #[test]
    fn an_id_is_matched_by_every_digit_of_it() {
        let asked = ["7123456789012345679", "7123456789012345680"].map(str::to_owned);
        let data = json!({"videos": [{"id": 7_123_456_789_012_345_680_u64, "view_count": 5, "like_count": "x"}]});
        let numbers = VideoNumbers { id: asked[1].clone(), views: Some(5), likes: None };
        assert_eq!(read(&data, &asked), Some(vec![numbers]));
    }
}
