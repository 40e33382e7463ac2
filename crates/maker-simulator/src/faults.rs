//! Faults on demand. An order waits for the requests it is aimed at, fires a number of times and is then spent; the README
//! has the table of kinds. What a fault does is written where it happens; this module only decides whether it happens.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use crate::steps::{Platform, Step};

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    // Both platforms.
    Pace,
    Stall,
    DropMidChunk,
    #[serde(rename = "status_503")]
    Status503,
    #[serde(rename = "status_429")]
    Status429,
    #[serde(rename = "html_502")]
    Html502,
    DropAnswerOfOpen,
    DropAnswerOfChange,
    HoldAnswer,
    RawAnswer,
    SessionGone,
    TokenExpired,
    RefuseRefresh,
    ProcessingTakes,
    // YouTube.
    AcknowledgeLess,
    #[serde(rename = "no_range_in_308")]
    NoRangeIn308,
    RangeLies,
    #[serde(rename = "location_in_308")]
    LocationIn308,
    LocationOfOpen,
    DropAnswerAfterLastByte,
    QuotaExceeded,
    RateLimitExceeded,
    UploadLimitExceeded,
    MetadataRefusedAtOpen,
    MetadataRefusedAtLastPut,
    ProcessingFails,
    PastPublishAtRejected,
    #[serde(rename = "gap_503")]
    Gap503,
    #[serde(rename = "overlap_400")]
    Overlap400,
    RequireUploadLength,
    NoRefreshToken,
    ThumbnailRefused,
    AccountForbidden,
    TreatAsShort,
    // TikTok.
    #[serde(rename = "chunk_5xx")]
    Chunk5xx,
    #[serde(rename = "drop_206")]
    Drop206,
    #[serde(rename = "drop_201")]
    Drop201,
    ProgressBehind,
    ProgressAsCount,
    PublishFails,
    IdLate,
    IdNever,
    #[serde(rename = "oauth_http_200")]
    OauthHttp200,
    RotateEveryRefresh,
    CreatorOptionsChange,
    BannedFromPosting,
    TooManyPosts,
    TooManyDrafts,
    ActiveUserCap,
}

impl Kind {
    /// Kinds that describe how the platform is, rather than something that happens, stay until they are cleared.
    fn stands(self) -> bool {
        use Kind::*;
        matches!(
            self,
            Pace | ProcessingTakes
                | PastPublishAtRejected
                | Gap503
                | Overlap400
                | RequireUploadLength
                | ProgressBehind
                | ProgressAsCount
                | IdLate
                | IdNever
                | OauthHttp200
                | RotateEveryRefresh
        )
    }
}

/// What a test or a person asks for, as posted to `/faults`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Order {
    /// Both platforms when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) platform: Option<Platform>,
    pub(crate) kind: Kind,
    /// How often it fires; 0 is without end. Absent: once, or without end for kinds that describe a way of being.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) times: Option<u32>,
    /// Matching requests that pass unharmed first.
    #[serde(default)]
    pub(crate) skip: u32,
    /// Only requests of this step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) on: Option<Step>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) after_bytes: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) bytes_per_second: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) hold_back_bytes: Option<u64>,
    /// The header's value: a number of seconds or any text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) retry_after: Option<serde_json::Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) seconds: Option<f64>,
    /// A raw header value: `range_lies`, `location_in_308`, `location_of_open`. The body: `raw_answer`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<String>,
    /// How often `value` stands in the body: `raw_answer`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) repeat: Option<usize>,
    /// Headers of the answer: `raw_answer`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) headers: BTreeMap<String, String>,
}

#[derive(Clone, Serialize)]
pub(crate) struct Active {
    id: u64,
    #[serde(flatten)]
    order: Order,
    /// `None`: without end.
    left: Option<u32>,
    fired: u32,
    #[serde(skip)]
    to_skip: u32,
}

pub(crate) struct Faults {
    active: Mutex<Vec<Active>>,
    cleared: watch::Sender<u64>,
}

impl Default for Faults {
    fn default() -> Self {
        Self { active: Mutex::default(), cleared: watch::Sender::new(0) }
    }
}

impl Faults {
    pub(crate) fn add(&self, order: Order) -> Active {
        let mut active = self.lock();
        let left = match order.times {
            Some(0) => None,
            Some(times) => Some(times),
            None if order.kind.stands() => None,
            None => Some(1),
        };
        let id = active.last().map_or(1, |last| last.id + 1);
        let fault = Active { id, to_skip: order.skip, order, left, fired: 0 };
        active.push(fault.clone());
        fault
    }

    /// Including spent ones, so that a test can see that its fault fired.
    pub(crate) fn all(&self) -> Vec<Active> {
        self.lock().clone()
    }

    /// Forgets every order and wakes every stalled request.
    pub(crate) fn clear(&self) {
        self.lock().clear();
        self.cleared.send_modify(|count| *count += 1);
    }

    /// Changes whenever faults are cleared; a stall ends then.
    pub(crate) fn watch_clearing(&self) -> watch::Receiver<u64> {
        self.cleared.subscribe()
    }

    /// The order that fires at this moment, if any, for code that is the only place this kind can happen.
    pub(crate) fn take(&self, platform: Platform, kind: Kind) -> Option<Order> {
        self.fire(platform, kind, |_| true)
    }

    /// As [`Faults::take`], for kinds that can be aimed at several steps. `usual` is meant when the order names none.
    pub(crate) fn take_on(&self, platform: Platform, kind: Kind, step: Step, usual: Option<Step>) -> Option<Order> {
        self.fire(platform, kind, |order| order.on.or(usual).is_none_or(|wanted| wanted == step))
    }

    /// The order that holds back an answer with this status. An order that names no status means any.
    pub(crate) fn take_hold(&self, platform: Platform, step: Step, status: u16) -> Option<Order> {
        self.fire(platform, Kind::HoldAnswer, |order| {
            order.on.unwrap_or(Step::Put) == step && order.status.is_none_or(|wanted| wanted == status)
        })
    }

    pub(crate) fn stands(&self, platform: Platform, kind: Kind) -> bool {
        self.take(platform, kind).is_some()
    }

    /// Bytes per second an upload may arrive with; asked again for each piece so that clearing speeds it up at once.
    pub(crate) fn pace(&self, platform: Platform) -> Option<u64> {
        self.lock().iter_mut().find(|fault| fault.is_for(platform, Kind::Pace)).and_then(|fault| {
            fault.fired = fault.fired.saturating_add(1);
            fault.order.bytes_per_second
        })
    }

    fn fire(&self, platform: Platform, kind: Kind, aimed: impl Fn(&Order) -> bool) -> Option<Order> {
        let mut active = self.lock();
        for fault in active.iter_mut() {
            if !fault.is_for(platform, kind) || fault.left == Some(0) || !aimed(&fault.order) {
                continue;
            }
            if fault.to_skip > 0 {
                fault.to_skip -= 1;
                continue;
            }
            fault.left = fault.left.map(|left| left - 1);
            fault.fired += 1;
            return Some(fault.order.clone());
        }
        None
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Active>> {
        self.active.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Active {
    fn is_for(&self, platform: Platform, kind: Kind) -> bool {
        self.order.kind == kind && self.order.platform.is_none_or(|wanted| wanted == platform)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(text: &str) -> Order {
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    fn pattern(faults: &Faults, kind: Kind, asked: usize) -> Vec<bool> {
        (0..asked).map(|_| faults.take(Platform::Youtube, kind).is_some()).collect()
    }

    #[test]
    fn an_order_skips_then_fires_its_times_and_is_spent() {
        let faults = Faults::default();
        faults.add(order(r#"{"kind":"status_503","skip":2,"times":2}"#));
        assert_eq!(pattern(&faults, Kind::Status503, 5), [false, false, true, true, false]);
    }

    #[test]
    fn ways_of_being_stay_and_events_happen_once() {
        let faults = Faults::default();
        faults.add(order(r#"{"kind":"gap_503"}"#));
        faults.add(order(r#"{"kind":"token_expired"}"#));
        assert_eq!(pattern(&faults, Kind::Gap503, 3), [true, true, true]);
        assert_eq!(pattern(&faults, Kind::TokenExpired, 2), [true, false]);
    }

    #[test]
    fn an_order_for_one_platform_or_step_leaves_the_others_alone() {
        let faults = Faults::default();
        faults.add(order(r#"{"platform":"tiktok","kind":"status_503","on":"open"}"#));
        let take = |platform, step| faults.take_on(platform, Kind::Status503, step, Some(Step::Put)).is_some();
        assert!(!take(Platform::Youtube, Step::Open));
        assert!(!take(Platform::Tiktok, Step::Put));
        assert!(take(Platform::Tiktok, Step::Open));
    }

    #[test]
    fn an_answer_is_held_by_its_status() {
        let faults = Faults::default();
        faults.add(order(r#"{"kind":"hold_answer","status":201}"#));
        let take = |step, status| faults.take_hold(Platform::Youtube, step, status).is_some();
        assert!(!take(Step::Put, 308));
        assert!(!take(Step::Open, 201));
        assert!(take(Step::Put, 201));
    }

    #[test]
    fn a_misspelt_order_is_refused() {
        assert!(serde_json::from_str::<Order>(r#"{"kind":"status_504"}"#).is_err());
        assert!(serde_json::from_str::<Order>(r#"{"kind":"pace","bytes":1}"#).is_err());
    }
}
