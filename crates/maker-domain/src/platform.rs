//! The platforms we publish to, and the kinds of video a maker shows.

use std::fmt;

use serde::{Deserialize, Serialize};
use specta::Type;

/// A platform that takes videos. Stored and sent in upper case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "UPPERCASE")]
pub enum Platform {
    /// YouTube, by the Data API v3 and its resumable upload protocol.
    Youtube,
    /// TikTok, by the Content Posting API.
    Tiktok,
}

impl Platform {
    /// Every platform, in the order the window shows them.
    pub const ALL: [Self; 2] = [Self::Youtube, Self::Tiktok];

    /// The stored form, such as `YOUTUBE`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Youtube => "YOUTUBE",
            Self::Tiktok => "TIKTOK",
        }
    }

    /// The form used in addresses, file names and on the command line, such as `youtube`.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Youtube => "youtube",
            Self::Tiktok => "tiktok",
        }
    }

    /// The platform's own spelling of its name, for people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Youtube => "YouTube",
            Self::Tiktok => "TikTok",
        }
    }

    /// Whether it takes a time and keeps to it by itself. Where it does not, the upload waits on this computer for its time.
    #[must_use]
    pub const fn keeps_times(self) -> bool {
        match self {
            // `status.publishAt`.
            Self::Youtube => true,
            Self::Tiktok => false,
        }
    }

    /// Reads either form, whatever its case; `None` for a platform we do not know.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.slug().eq_ignore_ascii_case(text))
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What kind of video it is, in the maker's words rather than a platform's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "UPPERCASE")]
pub enum VideoType {
    /// Short form, a reel.
    Short,
    /// Full length, a documentary.
    Long,
    /// A product demonstration.
    Demo,
}

impl VideoType {
    /// The stored form, such as `SHORT`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Short => "SHORT",
            Self::Long => "LONG",
            Self::Demo => "DEMO",
        }
    }

    /// Reads the stored form, whatever its case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Short, Self::Long, Self::Demo].into_iter().find(|t| t.as_str().eq_ignore_ascii_case(text))
    }
}
