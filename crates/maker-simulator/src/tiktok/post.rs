//! One publish_id and what becomes of it with time.

use chrono::TimeDelta;

use super::plan::Plan;
use crate::clock::Moment;
use crate::hash::RewindableHash;

/// TikTok: an upload address lives one hour and the whole upload has to finish inside it.
const UPLOAD_MINUTES: i64 = 60;

pub(crate) struct Post {
    pub(crate) publish_id: String,
    pub(crate) account: &'static str,
    pub(crate) kind: PostKind,
    pub(crate) title: String,
    pub(crate) privacy: Option<String>,
    pub(crate) created: Moment,
    pub(crate) upload: Option<Upload>,
    /// Set when all bytes are there (or were pretended to be fetched).
    pub(crate) arrived: Option<Arrival>,
    pub(crate) cancelled: bool,
    /// The person finished the draft in the TikTok app.
    pub(crate) draft_finished: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PostKind {
    Direct,
    Draft,
    Photo,
}

pub(crate) struct Upload {
    pub(crate) id: String,
    pub(crate) token: String,
    pub(crate) plan: Plan,
    pub(crate) next: u64,
    pub(crate) hash: RewindableHash,
    /// Raised by every request that sends bytes; only the newest may store.
    pub(crate) lease: u64,
    pub(crate) gone: bool,
}

pub(crate) struct Arrival {
    pub(crate) ready: Moment,
    pub(crate) failure: Option<String>,
    /// Fixed at arrival; whether anyone gets to see it is another matter.
    pub(crate) post_id: String,
    /// When the API begins to tell the id; never for posts that are not public.
    pub(crate) id_shown: Option<Moment>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Stage {
    Uploading,
    Processing,
    Published,
    InInbox,
    Failed(String),
}

impl Post {
    pub(crate) fn stage(&self, now: Moment) -> Stage {
        if self.cancelled {
            return Stage::Failed("publish_cancelled".to_owned());
        }
        let Some(arrival) = &self.arrived else { return Stage::Uploading };
        if now < arrival.ready {
            return Stage::Processing;
        }
        match (&arrival.failure, self.kind) {
            (Some(reason), _) => Stage::Failed(reason.clone()),
            (None, PostKind::Draft) if !self.draft_finished => Stage::InInbox,
            (None, _) => Stage::Published,
        }
    }

    /// The id the API tells: public posts only, after moderation.
    pub(crate) fn public_id(&self, now: Moment) -> Option<&str> {
        let arrival = self.arrived.as_ref().filter(|_| self.stage(now) == Stage::Published)?;
        arrival.id_shown.filter(|shown| *shown <= now).map(|_| arrival.post_id.as_str())
    }

    pub(crate) fn is_public(&self) -> bool {
        self.privacy.as_deref() == Some("PUBLIC_TO_EVERYONE")
    }

    pub(crate) fn stored_bytes(&self) -> u64 {
        self.upload.as_ref().map_or(0, |upload| upload.hash.sure_bytes())
    }

    pub(crate) fn upload_expired(&self, now: Moment) -> bool {
        now >= self.created + TimeDelta::minutes(UPLOAD_MINUTES)
    }

    /// Views since the post went live, one in seven seconds.
    pub(crate) fn views(&self, now: Moment) -> i64 {
        match &self.arrived {
            Some(arrival) if self.stage(now) == Stage::Published => ((now - arrival.ready).num_seconds() / 7).max(0),
            _ => 0,
        }
    }
}
