//! What the maker is told outside the window.

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::id::DeliveryId;
use maker_domain::notices::NoticeKind;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Something to tell, about one video or several. The window has the words for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// How many videos.
    pub videos: u32,
    /// The title of the first.
    pub title: String,
    /// Where they are, or go.
    pub platforms: Vec<Platform>,
    /// What happened to the first, when it needs the maker.
    pub what: Option<String>,
    /// When the first goes out.
    pub at: Option<DateTime<Utc>>,
    /// What it leads to; `None` for several, which lead to all of Home.
    pub delivery: Option<DeliveryId>,
    /// With a sound.
    pub sound: bool,
}

/// What stands at the dock or taskbar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DockView {
    /// How far all uploads are together; `None` while nothing uploads.
    pub percent: Option<u8>,
    /// How much needs the maker that they have not seen.
    pub needs_you: u32,
}
