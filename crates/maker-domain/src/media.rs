//! Facts about a video file and its identity, as read by `maker-media`.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;

/// The container, by its content and not by the file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "UPPERCASE")]
pub enum Container {
    /// ISO base media (`.mp4`, `.m4v`).
    Mp4,
    /// QuickTime.
    Mov,
    /// Matroska with the WebM profile.
    Webm,
    /// Matroska.
    Mkv,
}

impl Container {
    /// The MIME type to announce to a platform.
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Mp4 => "video/mp4",
            Self::Mov => "video/quicktime",
            Self::Webm => "video/webm",
            Self::Mkv => "video/x-matroska",
        }
    }

    /// The name people know it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mp4 => "MP4",
            Self::Mov => "MOV",
            Self::Webm => "WebM",
            Self::Mkv => "MKV",
        }
    }
}

/// What the file's header says. `None` where it does not say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct MediaFacts {
    /// Container by content.
    pub container: Container,
    /// Size in bytes. Exported as a JSON number, exact to 2^53.
    #[specta(type = f64)]
    pub size_bytes: u64,
    /// Length in seconds.
    pub duration_s: Option<f64>,
    /// Shown width in pixels, after rotation.
    pub width: Option<u32>,
    /// Shown height in pixels, after rotation.
    pub height: Option<u32>,
    /// Codec in the field's words: `H.264`, `H.265`, `VP9`, `AV1`, or the sample entry's four letters.
    pub codec: Option<String>,
    /// Frames per second.
    pub fps: Option<f64>,
}

impl MediaFacts {
    /// Whether YouTube will file it as a Short by itself: square or taller, and at most 180 s
    /// (YouTube help 15424877). `None` when the header does not tell.
    #[must_use]
    pub fn will_be_short(&self) -> Option<bool> {
        Some(self.height? >= self.width? && self.duration_s? <= 180.0)
    }
}

/// Tells whether a file is still the file that was chosen: compared before every start and resume, so that bytes of two
/// different files are never spliced into one video.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileIdentity {
    /// Size in bytes.
    pub size_bytes: u64,
    /// Last modification.
    pub modified_at: DateTime<Utc>,
    /// BLAKE3 over head, tail and samples, in hex.
    pub fingerprint: String,
}
