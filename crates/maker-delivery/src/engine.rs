//! The loop: looks for deliveries whose time has come, claims them, and lets a worker take each one step of its way.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::Platform;
use maker_domain::id::DeliveryId;
use maker_store::StoreError;
use maker_store::deliveries::{Asked, Delivery, Intent};
use tokio::sync::broadcast;
use tokio::time::Instant;

use crate::shared::{EngineEvent, LEASE, Parts, Progress, Running, Scope, Shared, lock};
use crate::worker;

/// How often to look for what other processes have put into the queue.
const LOOK: Duration = Duration::from_secs(1);

/// How long a cancel can be taken back before its session is given up at the platform.
const UNDO: TimeDelta = TimeDelta::seconds(15);

/// After the database refused, how long to leave a delivery alone.
const COOL_DOWN: Duration = Duration::from_secs(5);

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
