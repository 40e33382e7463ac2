//! What is sent to a platform: a draft's fields, resolved and complete, frozen at the press of Publish.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Platform;
use crate::draft::{DraftFields, YoutubePrivacy};

/// One platform's complete post. A value of this type holds an answer to everything that must be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "platform", rename_all = "UPPERCASE")]
pub enum Post {
    /// For YouTube's `videos.insert`.
    Youtube(YoutubePost),
    /// For TikTok's direct post or inbox.
    Tiktok(TiktokPost),
}

/// `snippet` and `status` of a YouTube video.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YoutubePost {
    /// 1 to 100 code points without `<` and `>`.
    pub title: String,
    /// At most 5,000 bytes without `<` and `>`.
    pub description: String,
    /// At most 500 by YouTube's counting.
    pub tags: Vec<String>,
    /// An assignable category's id.
    pub category_id: String,
    /// Always sent: YouTube takes a missing one for public since November 2026.
    pub privacy: YoutubePrivacy,
    /// The maker's own answer.
    pub made_for_kids: bool,
    /// The maker's own answer.
    pub synthetic: bool,
    /// Whether subscribers are told.
    pub notify_subscribers: bool,
    /// When YouTube makes it public (`status.publishAt`); it is private until then. `None` = at once.
    #[serde(default)]
    pub publish_at: Option<DateTime<Utc>>,
}

/// `post_info` of a TikTok video.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TiktokPost {
    /// At most 2,200 UTF-16 units; may be empty.
    pub caption: String,
    /// The level chosen from those offered. Empty only for the inbox, where TikTok asks it.
    pub privacy: String,
    /// The maker's answers; the API takes their negation.
    pub allow_comment: bool,
    /// See above.
    pub allow_duet: bool,
    /// See above.
    pub allow_stitch: bool,
    /// `brand_organic_toggle`.
    pub your_brand: bool,
    /// `brand_content_toggle`.
    pub branded_content: bool,
    /// `is_aigc`.
    pub ai_generated: bool,
    /// To the inbox, not direct.
    pub to_inbox: bool,
    /// `video_cover_timestamp_ms`; `None` = the first frame.
    #[serde(default)]
    pub cover_at_ms: Option<u32>,
}

impl Post {
    /// Resolves a draft for `platform`; `None` while something that must be asked has no answer
    /// ([`crate::check`] names it).
    #[must_use]
    pub fn resolve(fields: &DraftFields, platform: Platform) -> Option<Self> {
        match platform {
            Platform::Youtube => youtube(fields).map(Self::Youtube),
            Platform::Tiktok => tiktok(fields).map(Self::Tiktok),
        }
    }

    /// Gives it a time, or takes it away, where the platform is told of one.
    pub const fn set_time(&mut self, at: Option<DateTime<Utc>>) {
        match self {
            Self::Youtube(post) => post.publish_at = at,
            Self::Tiktok(_) => {}
        }
    }

    /// The platform it is for.
    #[must_use]
    pub const fn platform(&self) -> Platform {
        match self {
            Self::Youtube(_) => Platform::Youtube,
            Self::Tiktok(_) => Platform::Tiktok,
        }
    }
}

fn youtube(fields: &DraftFields) -> Option<YoutubePost> {
    Some(YoutubePost {
        title: fields.youtube_title().trim().to_owned(),
        description: fields.youtube_description().to_owned(),
        tags: fields.tags.clone(),
        category_id: fields.youtube.category_id.clone().unwrap_or_else(|| "22".to_owned()),
        privacy: fields.youtube.privacy?,
        made_for_kids: fields.youtube.made_for_kids?,
        synthetic: fields.youtube.synthetic?,
        notify_subscribers: !fields.youtube.quiet,
        publish_at: None,
    })
}

fn tiktok(fields: &DraftFields) -> Option<TiktokPost> {
    let own = &fields.tiktok;
    let privacy = if own.to_inbox { own.privacy.clone().unwrap_or_default() } else { own.privacy.clone()? };
    Some(TiktokPost {
        caption: fields.tiktok_caption(),
        privacy,
        allow_comment: own.allow_comment,
        allow_duet: own.allow_duet,
        allow_stitch: own.allow_stitch,
        your_brand: own.commercial && own.your_brand,
        branded_content: own.commercial && own.branded_content,
        ai_generated: if own.to_inbox { own.ai_generated.unwrap_or_default() } else { own.ai_generated? },
        to_inbox: own.to_inbox,
        cover_at_ms: own.cover_at_ms,
    })
}
