//! `library`: everything the maker has published or is writing, to be searched, filtered and paged through. Triggers keep
//! the table in step with `videos`, `deliveries`, `posts` and `drafts`; here it is only read.

mod again;
mod bin;
mod entry;
mod search;
mod words;

use chrono::{DateTime, Utc};
use maker_domain::delivery::DeliveryState;
use maker_domain::id::{DeliveryId, EntryId, VideoId};
use maker_domain::library::{EntryKind, EntryState, LibraryFilter, LibraryOrder, LibraryPlace};
use maker_domain::{Platform, VideoType};

pub use again::Published;
pub(crate) use bin::KeptVideo;
pub use entry::{AboutDelivery, EntryDetails, EntryText, PublishedFrom};

use crate::numbers::Numbers;

pub(crate) const TABLE: &str = "library";

/// What is looked for, and in which order it is told.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Which entries; its days are [`since`](Self::since) and [`before`](Self::before).
    pub filter: LibraryFilter,
    /// From this moment on.
    pub since: Option<DateTime<Utc>>,
    /// Before this moment.
    pub before: Option<DateTime<Utc>>,
    /// The order.
    pub order: LibraryOrder,
}

/// A part of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Entries in their order.
    pub entries: Vec<Entry>,
    /// Where the next part begins; `None` at the end.
    pub next: Option<LibraryPlace>,
    /// How many entries there are of each kind, whichever kind is wanted. With the first part only.
    pub counts: Option<Vec<(EntryKind, u64)>>,
}

/// One entry of the library.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// What it is.
    pub kind: EntryKind,
    /// Its title; the beginning of a post; the file's name of a draft without a title. May be empty.
    pub title: String,
    /// What kind of video.
    pub video_type: Option<VideoType>,
    /// How it stands.
    pub states: Vec<EntryState>,
    /// When it was published; of a draft the last edit.
    pub at: DateTime<Utc>,
    /// Where it is, is going, or is to go.
    pub places: Vec<EntryPlace>,
    /// Length in seconds.
    pub duration_s: Option<f64>,
    /// The name of a post's first picture.
    pub picture: Option<String>,
    /// Likes of a post.
    pub numbers: Option<Numbers>,
}

/// An entry on one platform.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryPlace {
    /// Which.
    pub platform: Platform,
    /// Its row in `videos`; `None` where it is not (yet).
    pub video_id: Option<VideoId>,
    /// What brought it there; `None` where another device did.
    pub delivery_id: Option<DeliveryId>,
    /// Its address.
    pub url: Option<String>,
    /// What the platform told last of its views and likes.
    pub numbers: Option<Numbers>,
    /// How its delivery stands; `None` for a target of a draft.
    pub state: Option<DeliveryState>,
}
