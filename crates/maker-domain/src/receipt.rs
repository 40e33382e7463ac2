//! The receipt of a delivery: what went where, from which file, when, and what stayed on this computer. For the maker to
//! keep, so it holds no address that could be written to and no token.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Platform;
use crate::delivery::DeliveryState;
use crate::followup::StepState;
use crate::id::{DeliveryId, PublicationId};

/// A receipt, as it is shown and as `maker receipt ID` prints it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Receipt {
    /// Which delivery.
    pub delivery: DeliveryId,
    /// The press of Publish it belongs to.
    pub publication: PublicationId,
    /// Title.
    pub title: String,
    /// Where it went.
    pub platform: Platform,
    /// The account it went to, if that is still connected.
    pub account: Option<String>,
    /// Where it stands, with the platform's address once it is published.
    pub state: DeliveryState,
    /// The file it came from.
    pub source: Source,
    /// Every host that was spoken to, the one with most bytes first.
    pub hosts: Vec<HostTraffic>,
    /// When what happened.
    pub times: Times,
    /// How the upload went.
    pub upload: UploadAccount,
    /// Thumbnail, captions, playlist.
    pub steps: Vec<ReceiptStep>,
    /// What was kept on this computer, in plain sentences.
    pub stayed: Vec<String>,
}

/// The file that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Source {
    /// Its name.
    pub file_name: String,
    /// Its size.
    #[specta(type = f64)]
    pub size_bytes: u64,
    /// When it was last changed.
    pub modified_at: DateTime<Utc>,
    /// BLAKE3 of all its bytes in lower-case hex, made while they were sent; what `b3sum` prints. `None` until every byte
    /// has been sent.
    pub blake3: Option<String>,
}

/// What one host was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HostTraffic {
    /// Its name, with the port where that is not the usual one.
    pub host: String,
    /// Requests that were begun.
    #[specta(type = f64)]
    pub requests: u64,
    /// Bytes of request bodies that the connection took. Sent again counts again.
    #[specta(type = f64)]
    pub sent_bytes: u64,
}

/// When what happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Times {
    /// The press of Publish.
    pub queued_at: Option<DateTime<Utc>>,
    /// The first byte of the video left.
    pub first_byte_at: Option<DateTime<Utc>>,
    /// The platform had every byte.
    pub received_at: Option<DateTime<Utc>>,
    /// The platform confirmed the video.
    pub published_at: Option<DateTime<Utc>>,
}

/// How the upload went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct UploadAccount {
    /// Sessions that were opened with the platform; more than one means that it dropped some.
    pub sessions: u32,
    /// How often it went on from what the platform had, after a pause, a broken line or a restart.
    pub resumed: u32,
    /// How often the program ended in the middle without a word. What it sent in its last seconds is not in `hosts`.
    pub interrupted: u32,
}

/// A step on a receipt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ReceiptStep {
    /// What it is called, such as `Captions (fr)`.
    pub label: String,
    /// How it stands.
    pub state: StepState,
    /// When it came to that.
    pub at: DateTime<Utc>,
}
