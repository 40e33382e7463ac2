//! What Home and the sidebar show at a glance.

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::delivery::DeliveryState;
use maker_domain::id::DeliveryId;
use maker_domain::reason::Explanation;
use serde::Serialize;
use specta::Type;

use super::{DeliveryView, DraftSummary};

/// Everything Home shows.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Overview {
    /// Deliveries, newest publication first.
    pub deliveries: Vec<DeliveryView>,
    /// What other devices have on its way, newest first. It is only to be looked at here.
    pub elsewhere: Vec<ElsewhereView>,
    /// Unpublished drafts, last edited first.
    pub drafts: Vec<DraftSummary>,
    /// Since when the network is gone; `None` while it is there.
    pub offline_since: Option<DateTime<Utc>>,
    /// Uploads that go on when the network is back.
    pub waiting_uploads: u32,
    /// The password store.
    pub keyring: KeyringView,
}

/// A delivery that another device works on, as far as is known here.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ElsewhereView {
    /// Its id.
    pub id: DeliveryId,
    /// The device's name; `None` when it did not say.
    pub device: Option<String>,
    /// Where it goes.
    pub platform: Platform,
    /// Title, or the file's name; of a long one the beginning.
    pub title: String,
    /// Where it stood.
    pub state: DeliveryState,
    /// What happened and what to do, when it needs the maker.
    pub explanation: Option<Explanation>,
    /// When it stood there.
    pub as_of: DateTime<Utc>,
}

/// Whether sign-ins can be kept, and the remedy when they cannot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct KeyringView {
    /// How the store stands.
    pub state: KeyringState,
    /// What is the matter and what to do; empty when ready.
    pub message: String,
}

/// How the operating system's password store stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum KeyringState {
    /// Can be read and written.
    Ready,
    /// Runs, but waits for its password.
    Locked,
    /// None runs.
    Unavailable,
}
