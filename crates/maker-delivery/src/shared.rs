//! What the engine and its workers hold in common: the parts, what is running, and who is told of it.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::id::{DeliveryId, PublicationId};
use maker_domain::{Clock, Platform};
use maker_platforms::PlatformApi;
use maker_store::Store;
use tokio::sync::{Notify, broadcast, watch};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::access::{Access, Seal, Wishes};
use crate::alive::Alive;
use crate::feed::Feeds;
use crate::pace::Pace;
use crate::speed::Speed;

/// How long a lease lasts without being renewed. Only a process that hangs loses work by it; a dead one at once.
/// Long, so that it is seldom written: each renewal wears the disk.
pub(crate) const LEASE: TimeDelta = TimeDelta::seconds(120);

/// What the engine is made of.
pub struct Parts {
    /// The queue.
    pub store: Store,
    /// The platforms.
    pub apis: BTreeMap<Platform, Arc<dyn PlatformApi>>,
    /// Tokens.
    pub access: Arc<dyn Access>,
    /// Seals for session addresses.
    pub seal: Arc<dyn Seal>,
    /// The maker's limits.
    pub wishes: Arc<dyn Wishes>,
    /// Wall clock.
    pub clock: Arc<dyn Clock>,
    /// This process, as the owner of leases.
    pub alive: Alive,
}

/// Which deliveries this engine works on.
#[derive(Clone, Debug)]
pub enum Scope {
    /// All there are.
    Everything,
    /// These only: a command line that publishes one file.
    Only(Vec<DeliveryId>),
}

/// What the engine tells.
#[derive(Clone, Debug, PartialEq)]
pub enum EngineEvent {
    /// A delivery moved: read it again.
    Moved(DeliveryId),
    /// Bytes were acknowledged.
    Progress(Progress),
    /// The network came or went.
    Network,
}

/// Acknowledged bytes of one upload.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Whose.
    pub id: DeliveryId,
    /// Acknowledged.
    pub confirmed_bytes: u64,
    /// All.
    pub total_bytes: u64,
    /// Bytes per second, smoothed; `None` before 5 s of data.
    pub speed_bytes_s: Option<f64>,
    /// Seconds left.
    pub left_s: Option<f64>,
    /// When the platform stops taking bytes, where it says so.
    pub deadline: Option<DateTime<Utc>>,
    /// At this speed it comes too late for that.
    pub too_slow: bool,
}

pub(crate) struct Shared {
    pub(crate) parts: Parts,
    scope: Scope,
    pub(crate) events: broadcast::Sender<EngineEvent>,
    pub(crate) offline: watch::Sender<Option<DateTime<Utc>>>,
    /// The maker's limits let nothing of a film leave now.
    pub(crate) held: AtomicBool,
    pub(crate) kick: Notify,
    pub(crate) stopping: CancellationToken,
    pub(crate) workers: TaskTracker,
    pub(crate) running: Mutex<HashMap<DeliveryId, Running>>,
    pub(crate) steps: Mutex<crate::followup::Running>,
    pub(crate) resting: Mutex<HashMap<DeliveryId, Instant>>,
    pub(crate) feeds: Feeds,
    pub(crate) pace: Arc<Pace>,
    /// How many uploads of this process run.
    pub(crate) uploads: watch::Sender<usize>,
    pub(crate) progress: Mutex<HashMap<DeliveryId, Progress>>,
}

pub(crate) struct Running {
    pub(crate) publication: PublicationId,
    pub(crate) platform: Platform,
    pub(crate) uploads: bool,
    pub(crate) interrupt: CancellationToken,
}

impl Shared {
    pub(crate) fn new(parts: Parts, scope: Scope) -> Self {
        Self {
            parts,
            scope,
            events: broadcast::Sender::new(1024),
            offline: watch::Sender::new(None),
            held: AtomicBool::new(false),
            kick: Notify::new(),
            stopping: CancellationToken::new(),
            workers: TaskTracker::new(),
            running: Mutex::default(),
            steps: Mutex::default(),
            resting: Mutex::default(),
            feeds: Feeds::default(),
            pace: Arc::new(Pace::new()),
            uploads: watch::Sender::new(0),
            progress: Mutex::default(),
        }
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.parts.clock.now()
    }

    pub(crate) fn moved(&self, delivery: DeliveryId) {
        // Nobody listening is fine: the rows are the truth.
        let _ = self.events.send(EngineEvent::Moved(delivery));
    }

    pub(crate) fn progressed(&self, progress: Progress) {
        lock(&self.progress).insert(progress.id, progress);
        let _ = self.events.send(EngineEvent::Progress(progress));
    }

    /// Notes that the network answered, or that it did not.
    pub(crate) fn network(&self, offline: bool) {
        let changed = self.offline.send_if_modified(|since| match (since.is_some(), offline) {
            (false, true) => {
                *since = Some(self.now());
                true
            }
            (true, false) => {
                *since = None;
                true
            }
            (true, true) | (false, false) => false,
        });
        if changed {
            let _ = self.events.send(EngineEvent::Network);
        }
    }

    /// Holds every upload where it is, or lets them go on. Nothing of it counts as a failure: a session stays as good.
    pub(crate) fn hold(&self, held: bool) {
        if self.held.swap(held, Ordering::Relaxed) != held {
            let _ = self.events.send(EngineEvent::Network);
        }
        if held {
            self.interrupt_uploads();
        }
    }

    pub(crate) fn interrupt(&self, delivery: DeliveryId) {
        if let Some(running) = lock(&self.running).get(&delivery) {
            running.interrupt.cancel();
        }
    }

    /// Stops the bytes of every upload for a moment: each asks what is there and goes on over a new line.
    pub(crate) fn interrupt_uploads(&self) {
        for running in lock(&self.running).values().filter(|r| r.uploads) {
            running.interrupt.cancel();
        }
    }

    /// Tells how many uploads are under way.
    pub(crate) fn count_uploads(&self) {
        let count = lock(&self.running).values().filter(|r| r.uploads).count();
        self.uploads.send_if_modified(|known| std::mem::replace(known, count) != count);
    }

    /// These deliveries only, where this engine is not for all.
    pub(crate) fn only(&self) -> Option<Vec<DeliveryId>> {
        match &self.scope {
            Scope::Everything => None,
            Scope::Only(ids) => Some(ids.clone()),
        }
    }

    /// Whether `delivery` is neither under way here nor left alone after the database refused.
    pub(crate) fn is_free(&self, delivery: DeliveryId) -> bool {
        let now = Instant::now();
        let mut resting = lock(&self.resting);
        resting.retain(|_, until| *until > now);
        !resting.contains_key(&delivery) && !lock(&self.running).contains_key(&delivery)
    }

    /// Uniform in 0..1.
    #[expect(clippy::unused_self, reason = "chance comes from the outside, as the time does")]
    pub(crate) fn chance(&self) -> f64 {
        rand::random()
    }

    /// Whether the platform's time limit would end an upload of `bytes` before it is through. What is not known is no
    /// reason to hold it back.
    pub(crate) async fn too_slow_for(&self, api: &dyn PlatformApi, bytes: u64) -> bool {
        let Some(window) = api.upload_window() else { return false };
        let needs = time_needed(&self.parts.store, api.platform(), bytes, self.pace.limit()).await;
        needs.is_some_and(|needs| needs > window)
    }

    /// Keeps how fast the line to `platform` was, for the estimate before the next upload. Under a cap that is not the line's
    /// speed: kept, it would hold uploads back long after the cap is gone.
    pub(crate) async fn remember_speed(&self, platform: Platform, speed: &Speed) {
        if self.pace.limit().is_some() {
            return;
        }
        let Some(rate) = speed.bytes_per_s() else { return };
        let mut rates: Rates = self.parts.store.setting(RATES).await.ok().flatten().unwrap_or_default();
        rates.insert(platform, rate.round());
        if let Err(error) = self.parts.store.set_setting(RATES, &rates).await {
            tracing::warn!(%error, "how fast the line was could not be kept");
        }
    }
}

/// How long an upload of `bytes` to `platform` will take: by the speed its last one had, and by the cap. `None` while
/// neither is known.
pub async fn time_needed(store: &Store, platform: Platform, bytes: u64, cap_bytes_s: Option<u64>) -> Option<Duration> {
    let rates: Rates = store.setting(RATES).await.ok().flatten().unwrap_or_default();
    let line = rates.get(&platform).copied();
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    let (bytes, cap) = (bytes as f64, cap_bytes_s.map(|cap| cap as f64));
    let speed = [line, cap].into_iter().flatten().filter(|speed| *speed > 0.0).reduce(f64::min)?;
    Duration::try_from_secs_f64(bytes / speed).ok()
}

/// Bytes per second of the last upload to each platform.
type Rates = BTreeMap<Platform, f64>;
const RATES: &str = "line_rates";

/// A lock whose holder cannot leave it half-written: a panic elsewhere does not matter.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
