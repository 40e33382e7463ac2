//! What the calendar is shown.

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::delivery::DeliveryState;
use maker_domain::id::{DeliveryId, DraftId, VideoId};
use maker_domain::schedule::WallTime;
use serde::Serialize;
use specta::Type;

/// One thing on one day.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct CalendarItem {
    /// Tells it from the others in the answer.
    pub key: String,
    /// The draft, where it is still one.
    pub draft_id: Option<DraftId>,
    /// The delivery, once Publish was pressed.
    pub delivery_id: Option<DeliveryId>,
    /// The video, where no delivery of this computer made it.
    pub video_id: Option<VideoId>,
    /// Title, or the file's name; of a long one the beginning.
    pub title: String,
    /// Where it goes. A draft's platforms that share a time are one item.
    pub platforms: Vec<Platform>,
    /// When.
    pub at: DateTime<Utc>,
    /// The same as the maker wrote it.
    pub wall: Option<WallTime>,
    /// What the clocks of its place do to that time.
    pub note: Option<String>,
    /// Where it stands; `None` for a draft.
    pub state: Option<DeliveryState>,
    /// By how many minutes it was begun after its time, where that is worth a word.
    pub late_minutes: Option<u32>,
    /// Why it cannot be moved; `None` when it can.
    pub fixed: Option<String>,
}

/// The drafts that have no time.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct CalendarTray {
    /// The last edited ones, newest first.
    pub drafts: Vec<TrayDraft>,
    /// How many there are.
    pub count: u32,
}

/// A draft without a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct TrayDraft {
    /// Its id.
    pub id: DraftId,
    /// Title, or the file's name; of a long one the beginning.
    pub title: String,
    /// Ticked platforms.
    pub platforms: Vec<Platform>,
}

/// When a delivery goes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ScheduleView {
    /// The instant.
    pub at: DateTime<Utc>,
    /// The same as the maker wrote it; `None` where the platform has told another time since.
    pub wall: Option<WallTime>,
    /// By how many minutes it was begun after its time, where that is worth a word.
    pub late_minutes: Option<u32>,
}
