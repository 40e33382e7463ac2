//! Posts and files to publish, and the time it happens at.

use chrono::{DateTime, TimeZone, Utc};
use maker_domain::Platform;
use maker_domain::draft::YoutubePrivacy;
use maker_domain::post::{Post, TiktokPost, YoutubePost};
use maker_platforms::FileInfo;

pub(crate) fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).unwrap()
}

pub(crate) fn video(size_bytes: u64) -> FileInfo {
    FileInfo { size_bytes, content_type: "video/mp4" }
}

/// A post that the platform takes.
pub(crate) fn good(platform: Platform) -> Post {
    match platform {
        Platform::Youtube => Post::Youtube(youtube()),
        Platform::Tiktok => Post::Tiktok(tiktok()),
    }
}

/// A post whose text the platform refuses.
pub(crate) fn with_too_long_a_text(platform: Platform) -> Post {
    match platform {
        Platform::Youtube => Post::Youtube(YoutubePost { title: "x".repeat(101), ..youtube() }),
        Platform::Tiktok => Post::Tiktok(TiktokPost { caption: "x".repeat(2_201), ..tiktok() }),
    }
}

pub(crate) fn youtube() -> YoutubePost {
    YoutubePost {
        title: "A knife in 63 seconds".into(),
        description: "Steel, fire, water.".into(),
        tags: vec!["knife".into(), "hand made".into()],
        category_id: "26".into(),
        privacy: YoutubePrivacy::Unlisted,
        made_for_kids: false,
        synthetic: false,
        notify_subscribers: false,
        publish_at: None,
    }
}

pub(crate) fn tiktok() -> TiktokPost {
    TiktokPost {
        caption: "A knife #handmade".into(),
        privacy: "PUBLIC_TO_EVERYONE".into(),
        allow_comment: true,
        allow_duet: false,
        allow_stitch: false,
        your_brand: false,
        branded_content: false,
        ai_generated: false,
        to_inbox: false,
        cover_at_ms: None,
    }
}
