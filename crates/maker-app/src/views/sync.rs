//! What the faces are shown of the account and of sync.

use chrono::{DateTime, Utc};
use serde::Serialize;
use specta::Type;
use uuid::Uuid;

/// How this desk stands with the backend.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SyncStatus {
    /// What the interface goes by.
    pub state: SyncState,
    /// The same for the maker, with the next step.
    pub message: String,
    /// Who is or was signed in.
    pub account: Option<String>,
    /// The backend's address.
    pub backend: Option<String>,
    /// The address of the maker's page there, which everybody may read. Only while somebody is signed in.
    pub page: Option<String>,
    /// What this device is called.
    pub device_name: String,
    /// Edits that are only on this device.
    pub waiting: u32,
    /// Edits that the backend refused for good. They are kept here.
    pub refused: u32,
    /// Pictures of posts that are here and not at the backend.
    pub pictures_to_send: u32,
    /// Pictures of posts that the backend does not take. They are kept here.
    pub pictures_refused: u32,
    /// Fields that were edited on two devices and are not settled.
    pub conflicts: u32,
    /// Last time the backend was heard of.
    pub last_contact: Option<DateTime<Utc>>,
    /// Since when it cannot be reached.
    pub offline_since: Option<DateTime<Utc>>,
}

/// How this desk stands with the backend, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SyncState {
    /// Nobody is signed in.
    Off,
    /// Nothing waits.
    UpToDate,
    /// Edits are on their way.
    Waiting,
    /// The backend cannot be reached.
    Offline,
    /// The sign-in is no longer accepted.
    SignInAgain,
    /// This version is too old for the backend.
    UpgradeRequired,
    /// The backend refuses; the message says why.
    Refused,
}

/// An edit that is only on this device.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PendingEdit {
    /// Its id.
    pub id: Uuid,
    /// The table.
    pub table: String,
    /// The row.
    pub row: Uuid,
    /// The columns it changes.
    pub fields: Vec<String>,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Refused for good; otherwise it waits.
    pub refused: bool,
    /// Why it is only here, in words.
    pub why: Option<String>,
}

/// A field that was edited on two devices.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ConflictView {
    /// The table.
    pub table: String,
    /// The row.
    pub row: Uuid,
    /// What people know the row by.
    pub title: String,
    /// It is the draft of a post.
    pub is_post: bool,
    /// The column.
    pub field: String,
    /// The value that is shown, as text.
    pub shown: String,
    /// Where and when that was typed; `null` while it waits here to be backed up.
    pub shown_by: Option<WriterView>,
    /// The values that are kept beside it.
    pub kept: Vec<KeptView>,
    /// Both can be kept, as two drafts.
    pub can_be_two: bool,
}

/// Where and when a value was typed.
#[derive(Clone, Debug, Serialize, Type)]
pub struct WriterView {
    /// The device; empty when that is no longer known.
    pub device: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A value that is kept beside the one that is shown.
#[derive(Clone, Debug, Serialize, Type)]
pub struct KeptView {
    /// By which it is settled.
    pub version: String,
    /// The value, as text.
    pub value: String,
    /// The device it was typed on.
    pub device: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A device of the account.
#[derive(Clone, Debug, Serialize, Type)]
pub struct AccountDevice {
    /// Its id.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// Its operating system.
    pub platform: String,
    /// Last time it was there.
    pub last_seen_at: DateTime<Utc>,
    /// It is this one.
    pub this: bool,
}
