//! A video on pretend YouTube and what time does to it: processing ends, a schedule comes due, views arrive.

use super::metadata::Metadata;
use crate::clock::Moment;

pub(crate) struct Video {
    pub(crate) id: String,
    pub(crate) account: &'static str,
    pub(crate) metadata: Metadata,
    pub(crate) bytes: u64,
    pub(crate) sha256: String,
    pub(crate) created: Moment,
    /// When processing ends.
    pub(crate) ready: Moment,
    /// A `failureReason` or `rejectionReason` that shows when processing ends.
    pub(crate) failure: Option<String>,
    pub(crate) short: bool,
    pub(crate) was_published: bool,
    pub(crate) thumbnail: Option<Image>,
}

pub(crate) struct Image {
    pub(crate) media_type: &'static str,
    /// Empty when the picture was too large to be worth keeping.
    pub(crate) bytes: Vec<u8>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Stage {
    Processing,
    Processed,
    Failed,
    Rejected,
}

const REJECTIONS: &[&str] = &[
    "claim",
    "copyright",
    "duplicate",
    "inappropriate",
    "legal",
    "length",
    "termsOfUse",
    "trademark",
    "uploaderAccountClosed",
    "uploaderAccountSuspended",
];

impl Video {
    pub(crate) fn stage(&self, now: Moment) -> Stage {
        match &self.failure {
            _ if now < self.ready => Stage::Processing,
            None => Stage::Processed,
            Some(reason) if REJECTIONS.contains(&reason.as_str()) => Stage::Rejected,
            Some(_) => Stage::Failed,
        }
    }

    pub(crate) fn privacy(&self, now: Moment) -> &str {
        self.metadata.privacy_at(now)
    }

    pub(crate) fn was_published_by(&self, now: Moment) -> bool {
        self.was_published || self.privacy(now) != "private"
    }

    /// Views since processing ended: one in ten seconds, so numbers move while someone looks.
    pub(crate) fn views(&self, now: Moment) -> u64 {
        if self.stage(now) != Stage::Processed || self.privacy(now) == "private" {
            return 0;
        }
        u64::try_from((now - self.ready).num_seconds()).unwrap_or(0) / 10
    }

    pub(crate) fn likes(&self, now: Moment) -> u64 {
        self.views(now) / 12
    }

    pub(crate) fn comments(&self, now: Moment) -> u64 {
        self.views(now) / 90
    }

    /// Not measured: a stand-in of one second for each million bytes, at least one.
    pub(crate) fn seconds(&self, now: Moment) -> u64 {
        if self.stage(now) == Stage::Processed { (self.bytes / 1_000_000).max(1) } else { 0 }
    }
}
