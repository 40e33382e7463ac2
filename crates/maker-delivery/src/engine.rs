//! The loop: looks for deliveries whose time has come, claims them, and lets a worker take each one step of its way.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::Platform;
use maker_domain::id::{DeliveryId, ProcessId, PublicationId, StepId};
use maker_store::StoreError;
use maker_store::deliveries::{Asked, AtWork, Delivery, Intent, Look};
use tokio::sync::{broadcast, watch};
use tokio::time::Instant;

use crate::access::Limits;
use crate::drift::Drift;
use crate::followup;
use crate::shared::{EngineEvent, LEASE, Parts, Progress, Running, Scope, Shared, lock};
use crate::worker;

/// How often to look for what other processes have put into the queue.
const LOOK: Duration = Duration::from_secs(1);

/// How long a cancel can be taken back before its session is given up at the platform.
const UNDO: TimeDelta = TimeDelta::seconds(15);

/// After the database refused, how long to leave a delivery alone.
const COOL_DOWN: Duration = Duration::from_secs(5);

/// How long a living process may leave a lease that is over before it counts as hung: more than a renewal takes.
const HUNG_AFTER: Duration = Duration::from_secs(60);

/// A running engine. Dropping it leaves uploads where they are; [`Engine::stop`] also gives the leases back.
pub struct Engine {
    shared: Arc<Shared>,
}

impl Engine {
    /// Starts working on `scope` in the background.
    #[must_use]
    pub fn start(parts: Parts, scope: Scope) -> Self {
        let shared = Arc::new(Shared::new(parts, scope));
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

    /// Whether uploads wait for a network that is not metered.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.shared.held.load(Ordering::Relaxed)
    }

    /// The latest progress of an upload of this process.
    #[must_use]
    pub fn progress(&self, delivery: DeliveryId) -> Option<Progress> {
        lock(&self.shared.progress).get(&delivery).copied()
    }

    /// How many uploads of this process are under way, from now on.
    #[must_use]
    pub fn uploads(&self) -> watch::Receiver<usize> {
        self.shared.uploads.subscribe()
    }

    /// Bytes of films this process has read from disk to send them.
    #[must_use]
    pub fn read_bytes(&self) -> u64 {
        self.shared.feeds.read_bytes()
    }

    /// Tries a follow-up step again now.
    ///
    /// # Errors
    /// [`StoreError::IllegalMove`] when it is done.
    pub async fn retry_step(&self, step: StepId) -> Result<(), StoreError> {
        self.shared.parts.store.retry_step(step, self.shared.now()).await?;
        self.look();
        Ok(())
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

async fn run(shared: Arc<Shared>) {
    let mut drift = Drift::new(shared.now(), Instant::now());
    let mut hung = Hung::default();
    let mut offline = shared.offline.subscribe();
    while !shared.stopping.is_cancelled() {
        if drift.slept(shared.now(), Instant::now()) {
            tracing::info!("this computer slept: lines are made anew");
            shared.interrupt_uploads();
        }
        if let Err(error) = look(&shared, &mut hung).await {
            tracing::warn!(%error, "the queue cannot be read; trying again");
        }
        tokio::select! {
            () = shared.kick.notified() => {}
            () = shared.stopping.cancelled() => {}
            () = tokio::time::sleep(LOOK) => {}
            Ok(()) = offline.changed() => {
                let is_back = offline.borrow_and_update().is_none();
                if is_back && let Err(error) = shared.parts.store.hurry_offline().await {
                    tracing::warn!(%error, "what waited for the network waits for its next look");
                }
            }
        }
    }
}

async fn look(shared: &Arc<Shared>, hung: &mut Hung) -> Result<(), StoreError> {
    let limits = shared.parts.wishes.limits().await;
    shared.hold(limits.hold);
    let others = others_at_work(shared, hung).await?;
    share_the_cap(shared, limits.cap_bytes_s, &others);
    claim_due(shared, &limits, &others).await?;
    followup::claim_due(shared).await?;
    give_up_cancelled(shared).await
}

/// What other living processes upload. The work of dead ones is free from here on.
async fn others_at_work(shared: &Shared, hung: &mut Hung) -> Result<Vec<AtWork>, StoreError> {
    let Parts { store, alive, .. } = &shared.parts;
    let mut others: Vec<AtWork> = store.at_work().await?.into_iter().filter(|w| w.owner != alive.id).collect();
    let dead: HashSet<ProcessId> = store.owners().await?.into_iter().filter(|owner| alive.is_dead(*owner)).collect();
    for owner in &dead {
        tracing::info!(%owner, "taking over from a process that has ended");
        store.release_all_of(*owner).await?;
    }
    let now = shared.now();
    others.retain(|work| !dead.contains(&work.owner) && work.uploads && !hung.is(work, now, Instant::now()));
    Ok(others)
}

/// This process's part of the cap: each upload has the same, whichever process sends it.
fn share_the_cap(shared: &Shared, cap_bytes_s: Option<u64>, others: &[AtWork]) {
    let mine = lock(&shared.running).values().filter(|r| r.uploads).count().max(1) as u64;
    let all = mine + others.len() as u64;
    shared.pace.set(cap_bytes_s.map(|cap| cap * mine / all));
}

async fn claim_due(shared: &Arc<Shared>, limits: &Limits, others: &[AtWork]) -> Result<(), StoreError> {
    let store = &shared.parts.store;
    let me = shared.parts.alive.id;
    let mut busy: Vec<Platform> = others.iter().map(|w| w.platform).collect();
    if limits.hold {
        // What a platform has already may be followed: that is next to nothing.
        busy.extend(Platform::ALL);
    }
    let mut files: HashSet<PublicationId> = others.iter().map(|w| w.publication).collect();
    for running in lock(&shared.running).values().filter(|r| r.uploads) {
        busy.push(running.platform);
        files.insert(running.publication);
    }
    let full = |files: &HashSet<PublicationId>| files.len() >= limits.files_at_once;
    let look =
        Look { busy: busy.clone(), files: full(&files).then(|| files.iter().copied().collect()), only: shared.only() };
    for delivery in store.due(shared.now(), &look).await? {
        if shared.stopping.is_cancelled() {
            break;
        }
        let uploads = delivery.remote_id.is_none();
        // One upload per channel at a time; asking how a video is doing disturbs nobody.
        let no_room = busy.contains(&delivery.platform) || (full(&files) && !files.contains(&delivery.publication_id));
        if (uploads && no_room) || !shared.is_free(delivery.id) {
            continue;
        }
        let now = shared.now();
        if store.claim(delivery.id, me, now, now + LEASE).await? {
            if uploads {
                busy.push(delivery.platform);
                files.insert(delivery.publication_id);
            }
            // It may have got another time between the look and the claim; from here on it cannot.
            begin(shared, store.delivery(delivery.id).await?);
        }
    }
    Ok(())
}

/// Processes that live and no longer renew their leases: stopped by somebody, or stuck. Told by watching a lease that is
/// over for as long as a renewal would take, by the steady clock: a wall clock that jumps makes nobody hang.
#[derive(Debug, Default)]
struct Hung(HashMap<DeliveryId, (DateTime<Utc>, Instant)>);

impl Hung {
    fn is(&mut self, work: &AtWork, now: DateTime<Utc>, steady: Instant) -> bool {
        if work.until > now {
            self.0.remove(&work.delivery);
            return false;
        }
        let seen = self.0.entry(work.delivery).or_insert((work.until, steady));
        if seen.0 != work.until {
            *seen = (work.until, steady);
        }
        steady.saturating_duration_since(seen.1) > HUNG_AFTER
    }
}

fn begin(shared: &Arc<Shared>, delivery: Delivery) {
    let interrupt = shared.stopping.child_token();
    if delivery.intent.is_some() {
        // Asked of a process that ended before it could.
        interrupt.cancel();
    }
    let running = Running {
        publication: delivery.publication_id,
        platform: delivery.platform,
        uploads: delivery.remote_id.is_none(),
        interrupt: interrupt.clone(),
    };
    lock(&shared.running).insert(delivery.id, running);
    shared.count_uploads();
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
        shared.count_uploads();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f26_only_a_lease_that_stands_still_by_the_steady_clock_is_a_hung_processs() {
        let (wall, steady) = (DateTime::UNIX_EPOCH, Instant::now());
        let mut hung = Hung::default();
        let mut is = |until_s: i64, now_s: i64, steady_s: u64| {
            let work = AtWork {
                delivery: DeliveryId(uuid::Uuid::nil()),
                publication: PublicationId(uuid::Uuid::nil()),
                platform: Platform::Youtube,
                uploads: true,
                owner: ProcessId(uuid::Uuid::nil()),
                until: wall + TimeDelta::seconds(until_s),
            };
            hung.is(&work, wall + TimeDelta::seconds(now_s), steady + Duration::from_secs(steady_s))
        };
        assert!(!is(120, 10, 10), "its lease holds");
        // The clock jumps an hour: the owner renews within its own time, and the watching begins anew.
        assert!(!is(120, 3_611, 11));
        assert!(!is(120, 3_660, 60));
        assert!(!is(3_780, 3_661, 61), "renewed");
        // And now it hangs.
        assert!(!is(3_780, 3_781, 181));
        assert!(!is(3_780, 3_841, 241));
        assert!(is(3_780, 3_842, 242));
    }
}
