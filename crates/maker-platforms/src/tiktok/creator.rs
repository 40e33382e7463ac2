//! What an account may do now (TikTok: query creator info): asked before every composer and before every post.

use chrono::{DateTime, Utc};
use maker_domain::check::CreatorInfo;
use maker_domain::secret::AccessToken;
use serde_json::Value;

use super::Tiktok;
use crate::{ApiError, json};

impl Tiktok {
    /// TikTok says "no more posts now" here with status 200 and a code, which comes back as `NotBefore` or `Refused`.
    pub(super) async fn query_creator(&self, token: &AccessToken, now: DateTime<Utc>) -> Result<CreatorInfo, ApiError> {
        let data = self.post(token, "post/publish/creator_info/query/", None, now).await?;
        Ok(read(&data))
    }
}

fn read(data: &Value) -> CreatorInfo {
    let options = data.pointer("/privacy_level_options").and_then(Value::as_array);
    let longest = data.pointer("/max_video_post_duration_sec").and_then(json::whole);
    CreatorInfo {
        nickname: json::shown(data, "/creator_nickname").unwrap_or_default(),
        username: json::id(data, "/creator_username").unwrap_or_default(),
        privacy_options: options
            .into_iter()
            .flatten()
            .filter_map(|level| json::id(level, ""))
            .take(MOST_LEVELS)
            .collect(),
        comment_disabled: json::flag(data, "/comment_disabled"),
        duet_disabled: json::flag(data, "/duet_disabled"),
        stitch_disabled: json::flag(data, "/stitch_disabled"),
        max_duration_s: longest.and_then(|s| u32::try_from(s).ok()).unwrap_or(EVERYBODY_MAY_POST_S),
    }
}

/// TikTok has four.
const MOST_LEVELS: usize = 16;
/// Three minutes: what every creator may post.
const EVERYBODY_MAY_POST_S: u32 = 180;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_an_account_may_do_is_read_field_by_field() {
        let data = json!({
            "creator_nickname": "Ada", "creator_username": "ada.l", "privacy_level_options": ["SELF_ONLY", 7],
            "comment_disabled": false, "duet_disabled": true, "stitch_disabled": "yes",
            "max_video_post_duration_sec": 300,
        });
        let expected = CreatorInfo {
            nickname: "Ada".into(),
            username: "ada.l".into(),
            privacy_options: vec!["SELF_ONLY".into()],
            comment_disabled: false,
            duet_disabled: true,
            stitch_disabled: false,
            max_duration_s: 300,
        };
        assert_eq!(read(&data), expected);
        assert_eq!(read(&Value::Null).max_duration_s, 180);
    }
}
