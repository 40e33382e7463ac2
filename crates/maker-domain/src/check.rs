//! The pre-flight list: what stands between a draft and its publication, found without asking anybody.
//!
//! Errors block, warnings do not. Each finding names its platform and field, so the interface can lead there.

pub mod attachments;
mod schedule;
mod tiktok;
mod youtube;

use maker_words::say;
pub use schedule::{time_trouble, times};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Platform;
use crate::draft::DraftFields;
use crate::media::MediaFacts;

/// What TikTok says an account may do now (`creator_info`): fetched anew for every composer and before every post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CreatorInfo {
    /// Shown next to the post action.
    pub nickname: String,
    /// The `@name`.
    pub username: String,
    /// The levels to offer, in TikTok's order.
    pub privacy_options: Vec<String>,
    /// The account forbids comments.
    pub comment_disabled: bool,
    /// The account forbids duets.
    pub duet_disabled: bool,
    /// The account forbids stitches.
    pub stitch_disabled: bool,
    /// Longest video in seconds.
    pub max_duration_s: u32,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Finding {
    /// Blocks or not.
    pub level: Level,
    /// The platform it concerns; `None` = all.
    pub platform: Option<Platform>,
    /// The field to lead to.
    pub field: Field,
    /// What is the matter and what to do.
    pub message: String,
}

/// Whether a finding blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Level {
    /// Publishing waits until it is mended.
    Error,
    /// Worth knowing.
    Warning,
}

/// A place in the composer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Field {
    /// The file.
    File,
    /// Which platforms are ticked.
    Targets,
    /// The title.
    Title,
    /// The description.
    Description,
    /// The tags.
    Tags,
    /// TikTok's caption.
    Caption,
    /// Who may watch.
    Privacy,
    /// Made for children.
    Audience,
    /// AI-made.
    AiMade,
    /// Commercial content disclosure.
    Disclosure,
    /// YouTube's thumbnail.
    Thumbnail,
    /// YouTube's captions.
    Captions,
    /// YouTube's playlist.
    Playlist,
    /// When it goes out.
    Schedule,
    /// The connection.
    Connection,
}

impl Finding {
    fn error(platform: Platform, field: Field, message: impl Into<String>) -> Self {
        Self { level: Level::Error, platform: Some(platform), field, message: message.into() }
    }

    fn warning(platform: Platform, field: Field, message: impl Into<String>) -> Self {
        Self { level: Level::Warning, platform: Some(platform), field, message: message.into() }
    }
}

/// Everything that stands in the way of publishing `fields` with this file. `creator` is TikTok's fresh word, if there
/// is one. An empty list means it can go.
#[must_use]
pub fn preflight(fields: &DraftFields, file: Option<&MediaFacts>, creator: Option<&CreatorInfo>) -> Vec<Finding> {
    let mut found = Vec::new();
    if file.is_none() {
        found.push(Finding {
            level: Level::Error,
            platform: None,
            field: Field::File,
            message: say!("check-no-video"),
        });
    }
    if fields.targets.is_empty() {
        found.push(Finding {
            level: Level::Error,
            platform: None,
            field: Field::Targets,
            message: say!("check-no-platform"),
        });
    }
    for platform in &fields.targets {
        match platform {
            Platform::Youtube => youtube::check(fields, file, &mut found),
            Platform::Tiktok => tiktok::check(fields, file, creator, &mut found),
        }
    }
    found
}

/// Whether nothing in `findings` blocks.
#[must_use]
pub fn may_publish(findings: &[Finding]) -> bool {
    findings.iter().all(|f| f.level != Level::Error)
}

fn over(count: usize, limit: usize) -> usize {
    count.saturating_sub(limit)
}
