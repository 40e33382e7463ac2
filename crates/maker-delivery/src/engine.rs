//! The loop: looks for deliveries whose time has come, claims them, and lets a worker take each one step of its way.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::id::DeliveryId;
use maker_domain::{Clock, Platform};
use maker_platforms::PlatformApi;
use maker_store::deliveries::{Asked, Delivery, Intent};
use maker_store::{Store, StoreError};
use tokio::sync::{Notify, broadcast, watch};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::access::{Access, Seal};
use crate::alive::Alive;
use crate::worker;

/// How long a lease lasts without being renewed. Only a process that hangs loses work by it; a dead one at once.
pub(crate) const LEASE: TimeDelta = TimeDelta::seconds(15);

/// How often to look for what other processes have put into the queue.
const LOOK: Duration = Duration::from_secs(1);

/// How long a cancel can be taken back before its session is given up at the platform.
const UNDO: TimeDelta = TimeDelta::seconds(15);

/// After the database refused, how long to leave a delivery alone.
const COOL_DOWN: Duration = Duration::from_secs(5);

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

/// A running engine. Dropping it leaves uploads where they are; [`Engine::stop`] also gives the leases back.
pub struct Engine {
    shared: Arc<Shared>,
}

pub(crate) struct Shared {
    pub(crate) parts: Parts,
    scope: Scope,
    events: broadcast::Sender<EngineEvent>,
    offline: watch::Sender<Option<DateTime<Utc>>>,
    kick: Notify,
    stopping: CancellationToken,
    workers: TaskTracker,
    running: Mutex<HashMap<DeliveryId, Running>>,
    resting: Mutex<HashMap<DeliveryId, Instant>>,
    pub(crate) lost_sessions: Mutex<HashMap<DeliveryId, u32>>,
    pub(crate) progress: Mutex<HashMap<DeliveryId, Progress>>,
}

struct Running {
    platform: Platform,
    uploads: bool,
    interrupt: CancellationToken,
}

impl Engine {
    /// Starts working on `scope` in the background.
    #[must_use]
    pub fn start(parts: Parts, scope: Scope) -> Self {
        let shared = Arc::new(Shared {
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
        });
        shared.workers.spawn(run(Arc::clone(&shared)));
        Self { shared }
    }

    /// What happens from now on. A receiver that lags misses the oldest: read the rows again.
    #[must_use]
    pub fn events(&self) -> broadcast::Receiver<EngineEvent> {
        self.shared.events.subscribe()
    }

    /// Since when the network is gone; `None` while it is there.
    #[must_use]
    pub fn offline_since(&self) -> Option<DateTime<Utc>> {
        *self.shared.offline.borrow()
    }

    /// The latest progress of an upload of this process.
    #[must_use]
    pub fn progress(&self, delivery: DeliveryId) -> Option<Progress> {
        lock(&self.shared.progress).get(&delivery).copied()
    }

    /// Looks at the queue now.
    pub fn look(&self) {
        self.shared.kick.notify_one();
    }

    /// Pauses or cancels a delivery. Bytes stop at once where this process sends them; another process is told.
    ///
    /// # Errors
    /// [`StoreError::IllegalMove`] when the delivery is past that.
    pub async fn ask(&self, delivery: DeliveryId, wish: Intent) -> Result<(), StoreError> {
        if self.shared.parts.store.ask(delivery, wish, self.shared.now()).await? == Asked::Told {
            self.shared.interrupt(delivery);
        }
        self.shared.moved(delivery);
        Ok(())
    }

    /// Lets a delivery go on: after a pause, mending, a failure, a cancel; or tries a waiting one now.
    ///
    /// # Errors
    /// [`StoreError::IllegalMove`] when there is nothing to go on with.
    pub async fn go_on(&self, delivery: DeliveryId) -> Result<(), StoreError> {
        let store = &self.shared.parts.store;
        if store.delivery(delivery).await?.state.name().runs_by_itself() {
            store.hurry(delivery).await?;
        } else {
            store.go_on(delivery, self.shared.now()).await?;
        }
        lock(&self.shared.lost_sessions).remove(&delivery);
        self.shared.moved(delivery);
        self.look();
        Ok(())
    }

    /// Stops the bytes to `platform` for a moment, so that a connection that is gone is noticed now.
    pub fn interrupt_all(&self, platform: Platform) {
        for running in lock(&self.shared.running).values().filter(|r| r.platform == platform) {
            running.interrupt.cancel();
        }
    }

    /// Stops sending, gives the leases back and waits until all is quiet. States stay as they are, so that the next
    /// start goes on from there.
    pub async fn stop(&self) {
        self.shared.stopping.cancel();
        for running in lock(&self.shared.running).values() {
            running.interrupt.cancel();
        }
        self.shared.workers.close();
        self.shared.workers.wait().await;
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.shared.stopping.cancel();
    }
}

impl Shared {
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

    fn wants(&self, delivery: &Delivery) -> bool {
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

async fn run(shared: Arc<Shared>) {
    while !shared.stopping.is_cancelled() {
        if let Err(error) = claim_due(&shared).await {
            tracing::warn!(%error, "the queue cannot be read; trying again");
        }
        if let Err(error) = give_up_cancelled(&shared).await {
            tracing::warn!(%error, "a cancelled upload could not be given up yet");
        }
        tokio::select! {
            () = shared.kick.notified() => {}
            () = shared.stopping.cancelled() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

async fn claim_due(shared: &Arc<Shared>) -> Result<(), StoreError> {
    let store = &shared.parts.store;
    let me = shared.parts.alive.id;
    for delivery in store.due(shared.now()).await? {
        if !shared.wants(&delivery) || shared.stopping.is_cancelled() {
            continue;
        }
        if let Some(lease) = delivery.lease
            && lease.owner != me
            && shared.parts.alive.is_dead(lease.owner)
        {
            tracing::info!(delivery = %delivery.id, "taking over from a process that has ended");
            store.release_all_of(lease.owner).await?;
        }
        let now = shared.now();
        if store.claim(delivery.id, me, now, now + LEASE).await? {
            begin(shared, delivery);
        }
    }
    Ok(())
}

fn begin(shared: &Arc<Shared>, delivery: Delivery) {
    let interrupt = shared.stopping.child_token();
    if delivery.intent.is_some() {
        // Asked of a process that ended before it could.
        interrupt.cancel();
    }
    let running =
        Running { platform: delivery.platform, uploads: delivery.remote_id.is_none(), interrupt: interrupt.clone() };
    lock(&shared.running).insert(delivery.id, running);
    let shared = Arc::clone(shared);
    shared.workers.clone().spawn(async move {
        let id = delivery.id;
        if let Err(error) = worker::work(&shared, delivery, &interrupt).await {
            tracing::warn!(delivery = %id, %error, "a step could not be written; leaving it as it is for a while");
            lock(&shared.resting).insert(id, Instant::now() + COOL_DOWN);
        }
        if let Err(error) = shared.parts.store.release(id, shared.parts.alive.id).await {
            tracing::warn!(delivery = %id, %error, "a lease could not be given back; it runs out by itself");
        }
        lock(&shared.running).remove(&id);
        lock(&shared.progress).remove(&id);
        shared.moved(id);
        shared.kick.notify_one();
    });
}

async fn give_up_cancelled(shared: &Arc<Shared>) -> Result<(), StoreError> {
    for delivery in shared.parts.store.cancelled_sessions(shared.now() - UNDO).await? {
        worker::give_up(shared, delivery).await?;
    }
    Ok(())
}
