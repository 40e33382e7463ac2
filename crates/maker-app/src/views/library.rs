//! What the faces are shown of the library.

use chrono::{DateTime, Utc};
use maker_domain::activity::AuditAction;
use maker_domain::delivery::DeliveryState;
use maker_domain::id::{DeliveryId, DraftId, EntryId, PostId, VideoId};
use maker_domain::library::{EntryKind, EntryState, LibraryPlace};
use maker_domain::media::MediaFacts;
use maker_domain::{Platform, VideoType};
use serde::Serialize;
use specta::Type;

use super::NumbersView;

/// A part of the library.
#[derive(Clone, Debug, Serialize, Type)]
pub struct LibraryView {
    /// Entries in their order.
    pub entries: Vec<EntryView>,
    /// Where the next part begins; `None` at the end.
    pub next: Option<LibraryPlace>,
    /// How many there are of each kind. With the first part only.
    pub counts: Option<LibraryCounts>,
}

/// How many entries there are of each kind, with every filter but that for the kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct LibraryCounts {
    /// Videos.
    pub videos: u32,
    /// Posts.
    pub posts: u32,
    /// Drafts of videos.
    pub drafts: u32,
}

/// An entry of the library.
#[derive(Clone, Debug, Serialize, Type)]
pub struct EntryView {
    /// Its id.
    pub id: EntryId,
    /// What it is.
    pub kind: EntryKind,
    /// Its title; the file's name of a draft without a title. Of a long one, and of a post, the beginning. May be empty.
    pub title: String,
    /// What kind of video.
    pub video_type: Option<VideoType>,
    /// How it stands.
    pub states: Vec<EntryState>,
    /// When it was published; of a draft the last edit.
    pub at: DateTime<Utc>,
    /// Where it is, is going, or is to go.
    pub places: Vec<PlaceView>,
    /// Length in seconds.
    pub duration_s: Option<f64>,
    /// The name of a post's first picture.
    pub picture: Option<String>,
    /// Likes of a post.
    pub numbers: Option<NumbersView>,
}

/// An entry on one platform.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PlaceView {
    /// Which.
    pub platform: Platform,
    /// The video there; `None` where it is not (yet).
    pub video_id: Option<VideoId>,
    /// What brought it there, which opens, copies and shares its address; `None` where another device did.
    pub delivery_id: Option<DeliveryId>,
    /// Its address.
    pub url: Option<String>,
    /// What the platform told last.
    pub numbers: Option<NumbersView>,
    /// How its delivery stands; `None` for a target of a draft.
    pub state: Option<DeliveryState>,
}

/// Everything that is known about an entry.
#[derive(Clone, Debug, Serialize, Type)]
pub struct EntryDetailsView {
    /// As it is in the list.
    pub entry: EntryView,
    /// Its texts: one for each platform of a video, one of a post or draft.
    pub texts: Vec<EntryTextView>,
    /// Its file, where it is known on this computer.
    pub file: Option<EntryFileView>,
    /// When Publish was pressed, where that was here.
    pub published_from: Option<DateTime<Utc>>,
    /// Its deliveries.
    pub deliveries: Vec<HistoryView>,
    /// What the audit log says of them, newest first.
    pub audit: Vec<AuditView>,
}

/// A text as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct EntryTextView {
    /// Where; `None` for the maker's own page and for drafts.
    pub platform: Option<Platform>,
    /// Its title.
    pub title: String,
    /// What is below it.
    pub description: Option<String>,
}

/// The file of an entry, without its path.
#[derive(Clone, Debug, Serialize, Type)]
pub struct EntryFileView {
    /// File name.
    pub name: String,
    /// The header's facts.
    pub facts: MediaFacts,
    /// Why it cannot be shown (moved, changed), in the maker's words.
    pub trouble: Option<String>,
    /// Loopback address with Range support. `None` without a window, and where there is trouble.
    pub preview_url: Option<String>,
}

/// The way of one delivery.
#[derive(Clone, Debug, Serialize, Type)]
pub struct HistoryView {
    /// Which.
    pub id: DeliveryId,
    /// Where to.
    pub platform: Platform,
    /// How it stands.
    pub state: DeliveryState,
    /// When Publish was pressed.
    pub queued_at: DateTime<Utc>,
    /// When its first byte left.
    pub first_byte_at: Option<DateTime<Utc>>,
    /// When the platform had all of it.
    pub received_at: Option<DateTime<Utc>>,
    /// When the platform confirmed it.
    pub published_at: Option<DateTime<Utc>>,
}

/// An entry of the audit log: a use of a connection. No secret is in any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AuditView {
    /// When.
    pub at: DateTime<Utc>,
    /// Which platform.
    pub platform: Platform,
    /// The account's name.
    pub account: Option<String>,
    /// What for.
    pub action: AuditAction,
    /// How it ended, in the maker's words.
    pub told: String,
}

/// What was made of an old entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct UsedAgain {
    /// The new draft of a video.
    pub draft_id: Option<DraftId>,
    /// The new post that is being written.
    pub post_id: Option<PostId>,
    /// What to know before it is published, in the maker's words.
    pub warning: Option<String>,
}

/// A small picture of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct EntryStill {
    /// Whose.
    pub id: EntryId,
    /// A JPEG as a `data:` address; `None` where there is none.
    pub still: Option<String>,
}
