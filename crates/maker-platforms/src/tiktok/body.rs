//! A post and a chunk plan as TikTok's init takes them (TikTok: direct post, upload content).

use maker_domain::check::CreatorInfo;
use maker_domain::post::TiktokPost;
use serde_json::{Value, json};

use super::plan::Plan;

/// What an upload is announced with. Without `post_info` it goes to the inbox, where the maker answers the rest.
pub(super) fn init(post_info: Option<&Value>, plan: Plan, size_bytes: u64) -> Value {
    let source_info = json!({
        "source": "FILE_UPLOAD",
        "video_size": size_bytes,
        "chunk_size": plan.chunk_bytes,
        "total_chunk_count": plan.count,
    });
    match post_info {
        Some(post_info) => json!({ "post_info": post_info, "source_info": source_info }),
        None => json!({ "source_info": source_info }),
    }
}

/// The maker's choices. The composer says what is allowed, TikTok takes what is disabled; what the account forbids
/// stays forbidden.
pub(super) fn post_info(post: &TiktokPost, creator: &CreatorInfo) -> Value {
    let mut info = json!({
        "title": post.caption,
        "privacy_level": post.privacy,
        "disable_comment": !post.allow_comment || creator.comment_disabled,
        "disable_duet": !post.allow_duet || creator.duet_disabled,
        "disable_stitch": !post.allow_stitch || creator.stitch_disabled,
        "brand_organic_toggle": post.your_brand,
        "brand_content_toggle": post.branded_content,
        "is_aigc": post.ai_generated,
    });
    // In `post_info`: beside the file's facts it has no effect (TikTok: direct post). An int32 there.
    if let Some(at) = post.cover_at_ms.and_then(|ms| i32::try_from(ms).ok()) {
        info["video_cover_timestamp_ms"] = at.into();
    }
    info
}

#[cfg(test)]
mod tests {
    use super::*;

    fn creator() -> CreatorInfo {
        CreatorInfo {
            nickname: "Ada".into(),
            username: "ada".into(),
            privacy_options: vec!["SELF_ONLY".into()],
            comment_disabled: false,
            duet_disabled: true,
            stitch_disabled: false,
            max_duration_s: 600,
        }
    }

    fn sample() -> TiktokPost {
        TiktokPost {
            caption: "a #b\n👋".into(),
            privacy: "SELF_ONLY".into(),
            allow_comment: true,
            allow_duet: true,
            allow_stitch: false,
            your_brand: true,
            branded_content: false,
            ai_generated: true,
            to_inbox: false,
            cover_at_ms: None,
        }
    }

    #[test]
    fn the_cover_is_sent_with_the_post_and_only_where_one_was_chosen() {
        let mut post = sample();
        assert!(post_info(&post, &creator()).get("video_cover_timestamp_ms").is_none());
        post.cover_at_ms = Some(1_500);
        assert_eq!(post_info(&post, &creator())["video_cover_timestamp_ms"], 1_500);
        post.cover_at_ms = Some(u32::MAX);
        assert!(post_info(&post, &creator()).get("video_cover_timestamp_ms").is_none(), "no int32");
    }

    #[test]
    fn what_is_allowed_is_sent_as_not_disabled_and_what_the_account_forbids_stays_so() {
        let post = sample();
        let expected = json!({
            "post_info": {
                "title": "a #b\n👋", "privacy_level": "SELF_ONLY", "disable_comment": false, "disable_duet": true,
                "disable_stitch": true, "brand_organic_toggle": true, "brand_content_toggle": false, "is_aigc": true,
            },
            "source_info": {
                "source": "FILE_UPLOAD", "video_size": 50_000_123, "chunk_size": 10_000_000, "total_chunk_count": 5,
            },
        });
        let plan = Plan { chunk_bytes: 10_000_000, count: 5 };
        assert_eq!(init(Some(&post_info(&post, &creator())), plan, 50_000_123), expected);
        assert_eq!(init(None, plan, 50_000_123), json!({"source_info": expected["source_info"]}));
    }
}
