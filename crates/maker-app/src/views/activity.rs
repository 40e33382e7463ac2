//! The activity as it is shown.

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::activity::AuditAction;
use maker_domain::id::{DeliveryId, DraftId, EntryId};
use serde::Serialize;
use specta::Type;

/// A part of the activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ActivityView {
    /// Newest first.
    pub entries: Vec<ActivityEntryView>,
    /// Where the next part begins; `None` at the end.
    pub next: Option<u32>,
    /// How many there are in all; only with the first part.
    pub total: Option<u32>,
}

/// A use of a connection. No secret is in any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ActivityEntryView {
    /// Its number.
    pub n: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// Which platform.
    pub platform: Platform,
    /// The account's name.
    pub account: Option<String>,
    /// What for.
    pub action: AuditAction,
    /// The rights by the platform's names, with spaces between.
    pub scope: Option<String>,
    /// The same in words.
    pub right: Option<String>,
    /// `OK`, or the code of what went wrong.
    pub outcome: String,
    /// The same in words.
    pub told: String,
    /// It ended as the maker wished.
    pub well: bool,
    /// The id of the delivery or connection it is about, or what was read.
    pub subject: Option<String>,
    /// Its hash in hexadecimal digits.
    pub hash: Option<String>,
    /// The delivery it is about.
    pub about: Option<ActivityAbout>,
}

/// A delivery, and where it can be looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ActivityAbout {
    /// Its id.
    pub delivery: DeliveryId,
    /// Its title; of a long one the beginning.
    pub title: String,
    /// It is on the list of Home.
    pub listed: bool,
    /// Its entry in the library.
    pub entry: Option<EntryId>,
    /// The draft it came from, while that can be written in.
    pub draft: Option<DraftId>,
}

/// Whether the log is whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ActivityCheck {
    /// So many entries are unbroken.
    pub entries: u32,
    /// The number of the first that is not, or is missing.
    pub broken: Option<u32>,
    /// The same in a sentence.
    pub message: String,
}
