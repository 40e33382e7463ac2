//! The activity: every use of a connection, in the order in which it was written, and how it is looked through.

pub mod chain;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Platform;
use crate::followup::StepKind;

/// What a connection was used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "UPPERCASE")]
pub enum AuditAction {
    /// Signed in, or tried to.
    Connect,
    /// Renewed the access.
    Refresh,
    /// Sent a video.
    Upload,
    /// Set a video's picture.
    Thumbnail,
    /// Added captions to a video.
    Captions,
    /// Put a video into a playlist.
    Playlist,
    /// Read facts.
    Read,
    /// Gave the rights back.
    Revoke,
}

impl AuditAction {
    /// Every one, in the order people see them.
    pub const ALL: [Self; 8] = [
        Self::Connect,
        Self::Refresh,
        Self::Upload,
        Self::Thumbnail,
        Self::Captions,
        Self::Playlist,
        Self::Read,
        Self::Revoke,
    ];

    /// The stored form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Connect => "CONNECT",
            Self::Refresh => "REFRESH",
            Self::Upload => "UPLOAD",
            Self::Thumbnail => "THUMBNAIL",
            Self::Captions => "CAPTIONS",
            Self::Playlist => "PLAYLIST",
            Self::Read => "READ",
            Self::Revoke => "REVOKE",
        }
    }

    /// Reads the stored form, whatever its case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str().eq_ignore_ascii_case(text))
    }

    /// The right that this needs on `platform`, by the platform's name for it; `None` where it is all of them or none.
    #[must_use]
    pub const fn right(self, platform: Platform) -> Option<&'static str> {
        match (self, platform) {
            (Self::Connect | Self::Refresh | Self::Revoke, _) => None,
            (Self::Upload | Self::Thumbnail, Platform::Youtube) => {
                Some("https://www.googleapis.com/auth/youtube.upload")
            }
            (Self::Captions | Self::Playlist, Platform::Youtube) => {
                Some("https://www.googleapis.com/auth/youtube.force-ssl")
            }
            (Self::Read, Platform::Youtube) => Some("https://www.googleapis.com/auth/youtube.readonly"),
            (Self::Upload, Platform::Tiktok) => Some("video.publish"),
            (Self::Thumbnail | Self::Captions | Self::Playlist, Platform::Tiktok) => None,
            (Self::Read, Platform::Tiktok) => Some("video.list"),
        }
    }
}

impl From<StepKind> for AuditAction {
    fn from(kind: StepKind) -> Self {
        match kind {
            StepKind::Thumbnail => Self::Thumbnail,
            StepKind::Captions => Self::Captions,
            StepKind::Playlist => Self::Playlist,
        }
    }
}

/// Outcomes that are as the maker wished; any other is the code of what went wrong.
pub const AS_WISHED: [&str; 4] = ["OK", "STARTED", "PUBLISHED", "CANCELLED"];

/// How a use ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "UPPERCASE")]
pub enum OutcomeKind {
    /// As wished.
    Well,
    /// Otherwise.
    Trouble,
}

/// Which entries are meant. What is left out leaves everything in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct ActivityFilter {
    /// Each has to be found.
    pub words: Vec<ActivityWord>,
    /// Uses of the connection to it.
    pub platform: Option<Platform>,
    /// Uses for this.
    pub action: Option<AuditAction>,
    /// Uses that ended so.
    pub outcome: Option<OutcomeKind>,
    /// What is about this delivery or connection, by its id.
    pub about: Option<String>,
    /// From this day on, in the maker's time zone.
    pub from: Option<NaiveDate>,
    /// Up to this day, which is included.
    pub to: Option<NaiveDate>,
}

/// A word that is looked for in what is stored, and which stored codes it stands for. Codes are shown in the words of some
/// language, so only whoever shows them knows what was searched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct ActivityWord {
    /// As it was typed.
    pub text: String,
    /// The uses in whose names it is.
    pub actions: Vec<AuditAction>,
    /// The outcomes in whose names it is.
    pub outcomes: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v01_a_use_is_read_back_from_what_is_stored_of_it() {
        for action in AuditAction::ALL {
            assert_eq!(AuditAction::parse(&action.as_str().to_lowercase()), Some(action));
            assert_eq!(serde_json::to_value(action).unwrap(), action.as_str());
        }
        assert_eq!(AuditAction::parse("ERASE"), None);
    }

    #[test]
    fn v01_whatever_touches_a_video_names_its_right() {
        for action in [AuditAction::Upload, AuditAction::Read] {
            assert!(Platform::ALL.into_iter().all(|platform| action.right(platform).is_some()), "{action:?}");
        }
    }
}
