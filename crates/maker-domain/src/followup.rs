//! What is still to be done for a video once the platform has it: its thumbnail, its captions, its place in a playlist.
//!
//! Each is a step of its own delivery, retried alone. None of them can make a published video anything else: what went
//! wrong with a step is said beside the video, never instead of it.

use chrono::{DateTime, Utc};
use maker_words::{One, say};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Platform;
use crate::draft::YoutubePrivacy;
use crate::reason::{Explanation, Reason, ReasonCode, Remedy};

/// One thing to do, frozen at the press of Publish. Files are named only: where they are is this device's own business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum FollowUp {
    /// The maker's own picture (`thumbnails.set`).
    Thumbnail {
        /// The image's name.
        file_name: String,
    },
    /// A caption track (`captions.insert`).
    Captions {
        /// The name of the SRT or VTT file.
        file_name: String,
        /// BCP 47, such as `en` or `fr-CA`.
        language: String,
        /// What viewers choose it by; may be empty.
        name: String,
    },
    /// A place in a playlist (`playlistItems.insert`).
    Playlist {
        /// Which one.
        playlist: PlaylistChoice,
    },
}

/// A playlist that is there, or one to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PlaylistChoice {
    /// One of the channel's own.
    Existing {
        /// The platform's id.
        id: String,
        /// Its title, as it was when it was chosen.
        title: String,
    },
    /// Made before the video is put into it, once.
    New {
        /// 1 to 150 characters (YouTube: playlists).
        title: String,
        /// Who may see it.
        privacy: YoutubePrivacy,
    },
}

/// The kind of a step without what it carries: the stored form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StepKind {
    /// See [`FollowUp::Thumbnail`]; the others likewise.
    Thumbnail,
    /// -
    Captions,
    /// -
    Playlist,
}

/// Where a step stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "state", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StepState {
    /// Goes by itself: once the video is there, or at a known time.
    Waiting {
        /// When it is tried, where that is known (a quota's end).
        until: Option<DateTime<Utc>>,
    },
    /// The platform has said so.
    Done,
    /// The maker can mend it, and then try this step again.
    NeedsAttention {
        /// What, and what to do.
        reason: Reason,
    },
}

impl FollowUp {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> StepKind {
        match self {
            Self::Thumbnail { .. } => StepKind::Thumbnail,
            Self::Captions { .. } => StepKind::Captions,
            Self::Playlist { .. } => StepKind::Playlist,
        }
    }

    /// What a maker calls it, such as `Captions (fr)`.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::Thumbnail { .. } => say!("step-thumbnail"),
            Self::Captions { language, .. } => say!("step-captions", language = language),
            Self::Playlist { playlist: PlaylistChoice::Existing { title, .. } | PlaylistChoice::New { title, .. } } => {
                say!("step-playlist", title = title)
            }
        }
    }
}

impl StepKind {
    /// The stored form, such as `THUMBNAIL`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Thumbnail => "THUMBNAIL",
            Self::Captions => "CAPTIONS",
            Self::Playlist => "PLAYLIST",
        }
    }

    /// What happened to this step on `platform` and what to do. The video itself is untouched by any of it.
    #[must_use]
    pub fn explain(self, code: ReasonCode, platform: Platform) -> Explanation {
        let p = platform.name();
        let step = One(match self {
            Self::Thumbnail => "thumbnail",
            Self::Captions => "captions",
            Self::Playlist => "playlist",
        });
        let (what, next, remedy) = match code {
            ReasonCode::FileMissing | ReasonCode::FileUnreadable => {
                (say!("step-file-unreadable", step = step), say!("step-file-unreadable-next"), Remedy::Retry)
            }
            ReasonCode::FileChanged => (
                say!("step-file-changed", step = step),
                say!("step-file-changed-next", step = step, platform = p),
                Remedy::Retry,
            ),
            ReasonCode::MissingScope => (
                say!("step-missing-scope", step = step, platform = p),
                say!("step-missing-scope-next"),
                Remedy::Connect,
            ),
            ReasonCode::NotConnected | ReasonCode::SignInAgain | ReasonCode::AccessRemoved => {
                (say!("reason-sign-in-again", platform = p), say!("step-sign-in-again-next"), Remedy::Connect)
            }
            ReasonCode::AccountRefused if matches!(self, Self::Thumbnail) => {
                (say!("step-not-verified", platform = p), say!("step-not-verified-next", platform = p), Remedy::Retry)
            }
            ReasonCode::DetailsRefused => (
                say!("step-details-refused", step = step, platform = p),
                say!("step-details-refused-next", step = step, platform = p),
                Remedy::Retry,
            ),
            _ => (say!("step-not-taken", step = step, platform = p), say!("step-not-taken-next"), Remedy::Retry),
        };
        Explanation { what, next, remedy }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn q11_whatever_happens_to_a_step_its_words_never_speak_of_a_failed_video() {
        let codes =
            [ReasonCode::FileMissing, ReasonCode::MissingScope, ReasonCode::AccountRefused, ReasonCode::OddAnswer];
        for kind in [StepKind::Thumbnail, StepKind::Captions, StepKind::Playlist] {
            for code in codes {
                let said = kind.explain(code, Platform::Youtube);
                let text = format!("{} {}", said.what, said.next);
                assert!(!text.contains("fail") && !text.contains("upload"), "{text}");
            }
        }
    }

    #[test]
    fn a_step_is_named_so_that_two_of_a_kind_can_be_told_apart() {
        let captions = FollowUp::Captions { file_name: "a.srt".into(), language: "fr".into(), name: String::new() };
        assert_eq!(captions.label(), "Captions (fr)");
    }
}
