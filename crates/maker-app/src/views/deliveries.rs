//! What is on its way, and what is published.

use chrono::{DateTime, Utc};
use maker_domain::delivery::DeliveryState;
use maker_domain::followup::{StepKind, StepState};
use maker_domain::id::{DeliveryId, DraftId, PublicationId, StepId, VideoId};
use maker_domain::reason::Explanation;
use maker_domain::{Platform, VideoType};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::ScheduleView;

/// One row of the queue.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DeliveryView {
    /// Its id.
    pub id: DeliveryId,
    /// The press of Publish it belongs to.
    pub publication_id: PublicationId,
    /// The draft it came from.
    pub draft_id: Option<DraftId>,
    /// Where it goes.
    pub platform: Platform,
    /// The account it goes to.
    pub account_name: Option<String>,
    /// Title, or the file's name; of a long one the beginning.
    pub title: String,
    /// What kind of video.
    pub video_type: VideoType,
    /// Where it stands.
    pub state: DeliveryState,
    /// Its place in the queue's groups.
    pub group: Group,
    /// What happened and what to do, when it needs the maker or has failed.
    pub explanation: Option<Explanation>,
    /// File size in bytes.
    #[specta(type = f64)]
    pub total_bytes: u64,
    /// Bytes the platform has acknowledged; never falls.
    #[specta(type = f64)]
    pub confirmed_bytes: u64,
    /// Bytes per second, smoothed; `None` when not uploading or before 5 s of data.
    pub speed_bytes_s: Option<f64>,
    /// Seconds left; `None` until it can be told.
    pub left_s: Option<f64>,
    /// By when it must be through, where the platform sets a time.
    pub deadline: Option<Deadline>,
    /// Thumbnail, captions, playlist.
    pub steps: Vec<StepView>,
    /// When it goes out, where the maker chose a time.
    pub schedule: Option<ScheduleView>,
    /// What the maker can do now.
    pub actions: Vec<Action>,
    /// The press of Publish.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
}

/// A follow-up step of a delivery: a row under its row.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct StepView {
    /// Its id.
    pub id: StepId,
    /// What kind.
    pub kind: StepKind,
    /// What it is called, such as `Captions (fr)`.
    pub label: String,
    /// Where it stands.
    pub state: StepState,
    /// What happened and what to do, when it needs the maker.
    pub explanation: Option<Explanation>,
}

/// A time by which an upload must be through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Deadline {
    /// When the platform's address runs out (TikTok: an hour after it was given).
    pub at: DateTime<Utc>,
    /// At this speed it comes too late.
    pub too_slow: bool,
}

/// A small picture of a publication's film.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct StillView {
    /// Whose.
    pub publication_id: PublicationId,
    /// A JPEG as a `data:` address; `None` where there is none.
    pub still: Option<String>,
}

/// The queue's groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Group {
    /// The maker must do something.
    NeedsYou,
    /// Being worked on.
    Now,
    /// Goes on by itself later, or paused.
    Waiting,
    /// Published or ended.
    Done,
}

/// What can be done with a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Action {
    /// Stop for now.
    Pause,
    /// Go on.
    Resume,
    /// Give up.
    Cancel,
    /// Take back a cancel.
    UndoCancel,
    /// Try now.
    Retry,
    /// Do not wait for its time.
    SendNow,
    /// Choose another time.
    MoveTime,
    /// Take it off the list (ended ones).
    Dismiss,
    /// Before the one above it in the queue.
    MoveUp,
    /// After the one below it in the queue.
    MoveDown,
}

/// Progress of one upload, sent at most four times a second.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct DeliveryProgress {
    /// Whose.
    pub id: DeliveryId,
    /// Acknowledged bytes.
    #[specta(type = f64)]
    pub confirmed_bytes: u64,
    /// All bytes.
    #[specta(type = f64)]
    pub total_bytes: u64,
    /// Bytes per second, smoothed.
    pub speed_bytes_s: Option<f64>,
    /// Seconds left.
    pub left_s: Option<f64>,
    /// At this speed it comes too late for the platform's own time limit.
    pub too_slow: bool,
}

/// A published video.
#[derive(Clone, Debug, Serialize, Type)]
pub struct VideoView {
    /// Its id.
    pub id: VideoId,
    /// The delivery that made it, which opens, copies and shares its address.
    pub delivery_id: Option<DeliveryId>,
    /// Title; of a long one the beginning.
    pub title: String,
    /// The platform's address.
    pub url: String,
    /// The platform's picture of it.
    pub thumbnail_url: Option<String>,
    /// Our own small picture as a `data:` address.
    pub still: Option<String>,
    /// Length in seconds.
    pub duration_s: Option<f64>,
    /// Where it is.
    pub platform: Platform,
    /// What kind.
    pub video_type: VideoType,
    /// When it was published.
    pub created_at: DateTime<Utc>,
    /// How often it was seen and liked; `None` until its platform told, and when what it told had to be deleted.
    pub numbers: Option<NumbersView>,
}

/// Views and likes as a platform told them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NumbersView {
    /// When it told them.
    pub as_of: DateTime<Utc>,
    /// Views; `None` when the platform does not tell.
    #[specta(type = Option<f64>)]
    pub views: Option<u64>,
    /// Likes; `None` when the platform does not tell.
    #[specta(type = Option<f64>)]
    pub likes: Option<u64>,
}

/// Where a link can be shared to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ShareTarget {
    /// The mail program.
    Email,
    /// WhatsApp.
    Whatsapp,
    /// Telegram.
    Telegram,
    /// X.
    X,
}
