//! What the engine and its workers hold in common: the parts, what is running, and who is told of it.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::id::DeliveryId;
use maker_domain::{Clock, Platform};
use maker_platforms::PlatformApi;
use maker_store::Store;
use maker_store::deliveries::Delivery;
use tokio::sync::{Notify, broadcast, watch};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::access::{Access, Seal};
use crate::alive::Alive;

/// How long a lease lasts without being renewed. Only a process that hangs loses work by it; a dead one at once.
pub(crate) const LEASE: TimeDelta = TimeDelta::seconds(15);

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
}

pub(crate) struct Shared {
    pub(crate) parts: Parts,
    scope: Scope,
    pub(crate) events: broadcast::Sender<EngineEvent>,
    pub(crate) offline: watch::Sender<Option<DateTime<Utc>>>,
    pub(crate) kick: Notify,
    pub(crate) stopping: CancellationToken,
    pub(crate) workers: TaskTracker,
    pub(crate) running: Mutex<HashMap<DeliveryId, Running>>,
    pub(crate) resting: Mutex<HashMap<DeliveryId, Instant>>,
    pub(crate) lost_sessions: Mutex<HashMap<DeliveryId, u32>>,
    pub(crate) progress: Mutex<HashMap<DeliveryId, Progress>>,
}

pub(crate) struct Running {
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
            kick: Notify::new(),
            stopping: CancellationToken::new(),
            workers: TaskTracker::new(),
            running: Mutex::default(),
            resting: Mutex::default(),
            lost_sessions: Mutex::default(),
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

    pub(crate) fn interrupt(&self, delivery: DeliveryId) {
        if let Some(running) = lock(&self.running).get(&delivery) {
            running.interrupt.cancel();
        }
    }

    /// Whether this engine should begin with `delivery` now.
    pub(crate) fn wants(&self, delivery: &Delivery) -> bool {
        let ours = match &self.scope {
            Scope::Everything => true,
            Scope::Only(ids) => ids.contains(&delivery.id),
        };
        if !ours || lock(&self.resting).get(&delivery.id).is_some_and(|until| *until > Instant::now()) {
            return false;
        }
        let running = lock(&self.running);
        if running.contains_key(&delivery.id) {
            return false;
        }
        // One upload per channel at a time; asking how a video is doing disturbs nobody.
        delivery.remote_id.is_some() || !running.values().any(|r| r.uploads && r.platform == delivery.platform)
    }
}

/// A lock whose holder cannot leave it half-written: a panic elsewhere does not matter.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
