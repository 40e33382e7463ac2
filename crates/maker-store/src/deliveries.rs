//! `deliveries`: one platform's share of a publication. Every move goes through [`Store::advance`], which checks the
//! state machine and the lease in the transaction that writes it.

mod lease;
mod moves;
mod order;
mod read;
mod schedule;

use chrono::{DateTime, Utc};
use maker_domain::delivery::DeliveryState;
use maker_domain::id::{DeliveryId, DraftId, ProcessId, PublicationId};
use maker_domain::post::Post;
use maker_domain::schedule::WallTime;
use maker_domain::{Platform, VideoType};

pub use lease::AtWork;
pub(crate) use moves::note_begun;
pub use moves::{Asked, Step};
pub use order::Way;
pub(crate) use read::CURRENT;
pub(crate) use schedule::queued;

pub(crate) const TABLE: &str = "deliveries";

/// One row, with what its publication says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    /// Its id.
    pub id: DeliveryId,
    /// The press of Publish.
    pub publication_id: PublicationId,
    /// The draft.
    pub draft_id: Option<DraftId>,
    /// Where it goes.
    pub platform: Platform,
    /// Title, for lists.
    pub title: String,
    /// What kind of video.
    pub video_type: VideoType,
    /// What is sent.
    pub post: Post,
    /// Where it stands.
    pub state: DeliveryState,
    /// What the maker asked of the process that works on it.
    pub intent: Option<Intent>,
    /// The platform's name for it, once it has every byte.
    pub remote_id: Option<String>,
    /// Size of the file.
    pub total_bytes: u64,
    /// Acknowledged bytes.
    pub confirmed_bytes: u64,
    /// Failures in a row without progress.
    pub failures: u32,
    /// How often the platform was asked since it has every byte.
    pub asked: u32,
    /// Not before.
    pub not_before: Option<DateTime<Utc>>,
    /// Who works on it.
    pub lease: Option<Lease>,
    /// Its place in the queue: smaller goes first.
    pub place: i64,
    /// Sessions the platform has dropped since the maker last let it go on.
    pub lost_sessions: u32,
    /// The maker wants it tried although the platform's time limit may be too short.
    pub window_waived: bool,
    /// When it is to go out; `None` = as soon as it can.
    pub scheduled_at: Option<DateTime<Utc>>,
    /// The same as the maker wrote it; `None` where the platform has told another time since.
    pub wall: Option<WallTime>,
    /// When one that waited here for its time was begun.
    pub begun_at: Option<DateTime<Utc>>,
    /// It came out of a backup or an export, and what became of it since is not known: nothing of it may be sent.
    pub restored: bool,
    /// The press of Publish.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
}

/// What the maker asked of the process that works on a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Stop for now.
    Pause,
    /// Give up.
    Cancel,
}

/// Who works on a delivery, and until when nobody else may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    /// The process.
    pub owner: ProcessId,
    /// Renewed before this.
    pub until: DateTime<Utc>,
}

/// What may begin now: a look at the queue by whoever has hands free.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Channels that are taken: none of their uploads may begin.
    pub busy: Vec<Platform>,
    /// Where no more files may be begun: the publications that are under way, whose other deliveries still may.
    pub files: Option<Vec<PublicationId>>,
    /// These deliveries and no others.
    pub only: Option<Vec<DeliveryId>>,
}
