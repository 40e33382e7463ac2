//! What the faces are shown of what was typed before.

use chrono::{DateTime, Utc};
use maker_domain::deleted::Deletable;
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

/// Versions of a draft, newest first.
#[derive(Clone, Debug, Serialize, Type)]
pub struct VersionsView {
    /// Some of them.
    pub versions: Vec<VersionView>,
    /// There are older ones.
    pub more: bool,
}

/// A version of a draft that was replaced.
#[derive(Clone, Debug, Serialize, Type)]
pub struct VersionView {
    /// Its id.
    pub id: Uuid,
    /// When it was replaced.
    pub until: DateTime<Utc>,
    /// What replaced it came from another device.
    pub elsewhere: bool,
    /// What replaced it changed, in words, such as "Title, 12 words more".
    pub line: String,
}

/// Something that was deleted and can come back.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DeletedView {
    /// What it is.
    pub kind: Deletable,
    /// Its id.
    pub id: Uuid,
    /// What to call it; never empty. Of a long text the beginning.
    pub title: String,
    /// When it was deleted.
    pub deleted_at: DateTime<Utc>,
    /// Until when it can come back.
    pub until: DateTime<Utc>,
}

/// Where the maker is in the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Place {
    /// The screen, as the address has it after `#`.
    pub address: String,
    /// The id of the field that has the focus.
    pub field: Option<String>,
    /// Where the selection in it begins, in UTF-16 units.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// How far the screen is scrolled, in pixels.
    pub scroll: u32,
}
