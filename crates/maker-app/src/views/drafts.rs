//! Drafts of videos, their files, and what goes with them.

use chrono::{DateTime, Utc};
use maker_domain::check::Finding;
use maker_domain::draft::{DraftFields, YoutubePrivacy};
use maker_domain::followup::StepKind;
use maker_domain::id::{AttachmentId, DeliveryId, DraftId};
use maker_domain::media::MediaFacts;
use maker_domain::reason::{Explanation, Reason};
use maker_domain::{Platform, VideoType};
use serde::Serialize;
use specta::Type;

/// A draft in a list.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DraftSummary {
    /// Its id.
    pub id: DraftId,
    /// Title, or the file's name while there is none; of a long one the beginning.
    pub title: String,
    /// The chosen file's name.
    pub file_name: Option<String>,
    /// A small JPEG as a `data:` address.
    pub still: Option<String>,
    /// Loopback address with Range support, to make a still of. `None` without a window or a file.
    pub preview_url: Option<String>,
    /// Ticked platforms.
    pub targets: Vec<Platform>,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
    /// It is the sample, which cannot be published.
    pub sample: bool,
}

/// A draft in the composer.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DraftView {
    /// Its id.
    pub id: DraftId,
    /// What is edited.
    pub fields: DraftFields,
    /// The chosen file.
    pub file: Option<FileView>,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
    /// What stands in the way of publishing.
    pub findings: Vec<Finding>,
    /// Thumbnail and captions, in the order they were chosen.
    pub attachments: Vec<AttachmentView>,
    /// The type the videos row will get when the maker chooses none.
    pub predicted_type: Option<VideoType>,
    /// It is the sample, which cannot be published.
    pub sample: bool,
    /// Why it did not go out, where it was taken back to the composer.
    pub taken_back: Option<TakenBackView>,
}

/// Why what was taken back to the composer did not go out.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TakenBackView {
    /// The delivery it was.
    pub delivery: DeliveryId,
    /// Where it was to go.
    pub platform: Platform,
    /// Why it did not, with the platform's own words.
    pub reason: Reason,
    /// The same in the maker's words, and what to do.
    pub explanation: Explanation,
}

/// The chosen file, without its path.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FileView {
    /// File name.
    pub name: String,
    /// The header's facts.
    pub facts: MediaFacts,
    /// What is wrong with the file now (moved, changed), in the maker's words.
    pub trouble: Option<String>,
    /// Loopback address with Range support, for the preview only. `None` without a window.
    pub preview_url: Option<String>,
    /// A small JPEG as a `data:` address.
    pub still: Option<String>,
}

/// A thumbnail or caption file of a draft, without its path.
#[derive(Clone, Debug, Serialize, Type)]
pub struct AttachmentView {
    /// Its id.
    pub id: AttachmentId,
    /// `THUMBNAIL` or `CAPTIONS`.
    pub kind: StepKind,
    /// File name.
    pub file_name: String,
    /// Captions: BCP 47, such as `en`. Empty for a thumbnail.
    pub language: String,
    /// Captions: what viewers choose them by; may be empty.
    pub name: String,
    /// What is wrong with the file now, in the maker's words.
    pub trouble: Option<String>,
}

/// One of the channel's playlists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PlaylistView {
    /// The platform's id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Who may see it, if the platform said so.
    pub privacy: Option<YoutubePrivacy>,
}

/// What came of dropping or choosing files.
#[derive(Clone, Debug, Serialize, Type)]
pub struct AddedVideos {
    /// Drafts made.
    pub drafts: Vec<DraftSummary>,
    /// Files that could not be taken.
    pub refused: Vec<RefusedFile>,
}

/// A file that is no video we can take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RefusedFile {
    /// Its name.
    pub name: String,
    /// What it is and what to do.
    pub message: String,
}
