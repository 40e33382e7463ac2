//! Where devices meet: one total order of changes for each workspace, kept so that no value anybody typed is lost.
//!
//! [`apply`] is the only writer of the synced tables. Time comes in as an argument everywhere. Who may come here at all is
//! `accounts`; what a decision is, is `maker_domain::sync`.

mod ancestor;
mod apply;
mod check;
mod devices;
mod error;
mod events;
mod fold;
mod hints;
mod history;
mod pull;
mod push;
mod records;
pub mod retention;
mod routes;
mod row;
mod store;
mod tables;
mod versions;
mod wide;
mod within;

use uuid::Uuid;

pub use self::ancestor::ancestor;
pub(crate) use self::apply::refusal;
pub use self::apply::{Prepared, Sender, apply, prepare};
pub use self::error::SyncError;
pub use self::hints::{Hints, Listener};
pub(crate) use self::history::{Head, enter, from_db, to_db};
pub use self::pull::pull;
pub use self::push::{push, serves};
pub(crate) use self::routes::routes;
pub use self::versions::versions;
pub(crate) use self::within::{head, head_now, live, lock};

/// Who writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// Somebody, by one of their devices.
    Member {
        /// The person.
        user: Uuid,
        /// The device.
        device: Uuid,
    },
    /// The backend itself: counters, jobs, the bin.
    Backend,
}

impl Author {
    fn is_backend(&self) -> bool {
        matches!(self, Self::Backend)
    }

    /// The person and the device.
    fn ids(&self) -> (Option<Uuid>, Option<Uuid>) {
        match *self {
            Self::Member { user, device } => (Some(user), Some(device)),
            Self::Backend => (None, None),
        }
    }
}

/// How much a workspace may hold.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Rows.
    pub rows: u64,
    /// Bytes of values, with those in the history.
    pub bytes: u64,
    /// When a device whose edits found no room tries again, in seconds.
    pub full_retry_s: u32,
    /// Pictures.
    pub images: u64,
    /// Bytes of pictures.
    pub image_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { rows: 200_000, bytes: 2 << 30, full_retry_s: 60, images: 50_000, image_bytes: 5_000_000_000 }
    }
}
