//! One claimed delivery, taken as far as it goes now. Holds the lease while it works.

use std::time::Duration;

use maker_domain::id::DeliveryId;
use maker_store::StoreError;
use maker_store::deliveries::Delivery;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::shared::{LEASE, Shared};
use crate::steps::{api, authorised, unseal};
use crate::{follow, upload};

/// How often a worker looks for a wish that came through another process.
const LISTEN: Duration = Duration::from_secs(1);

/// How often the lease is renewed.
const RENEW: Duration = Duration::from_secs(50);

/// Works until the delivery rests, is done, or is interrupted.
pub(crate) async fn work(shared: &Shared, delivery: Delivery, interrupt: &CancellationToken) -> Result<(), StoreError> {
    let (id, follows) = (delivery.id, delivery.remote_id.is_some());
    let steps = async {
        if follows { follow::run(shared, delivery).await } else { upload::run(shared, delivery, interrupt).await }
    };
    tokio::select! {
        done = steps => done,
        lost = hold_lease(shared, id) => Err(lost),
        // Nothing is lost by a question that gets no answer.
        () = shared.stopping.cancelled(), if follows => Ok(()),
    }
}

/// Renews the lease and passes on wishes from other processes. Ends only when the lease is lost.
async fn hold_lease(shared: &Shared, id: DeliveryId) -> StoreError {
    let (store, me) = (&shared.parts.store, shared.parts.alive.id);
    let mut renewed = Instant::now();
    loop {
        tokio::time::sleep(LISTEN).await;
        match store.wish(id, me).await {
            Ok(None) => {}
            Ok(Some(_)) => shared.interrupt(id),
            Err(StoreError::LostLease) => return StoreError::LostLease,
            Err(error) => tracing::warn!(delivery = %id, %error, "the maker's wish could not be looked for"),
        }
        if renewed.elapsed() < RENEW {
            continue;
        }
        match store.renew(id, me, shared.now() + LEASE).await {
            Ok(()) => renewed = Instant::now(),
            Err(StoreError::LostLease) => return StoreError::LostLease,
            // The disk may be full for a moment; the lease still stands, and every move checks it.
            Err(error) => tracing::warn!(delivery = %id, %error, "the lease could not be renewed"),
        }
    }
}

/// Tells the platform that a cancelled upload is given up, as well as can be, and forgets its session.
pub(crate) async fn give_up(shared: &Shared, id: DeliveryId) -> Result<(), StoreError> {
    let store = &shared.parts.store;
    let Some(stored) = store.session(id).await? else { return Ok(()) };
    let platform = store.delivery(id).await?.platform;
    let told = async {
        let session = &unseal(shared, id, &stored).await?;
        let api = &api(shared, platform)?;
        authorised(shared, platform, |token| async move { api.forget(&token, session).await }).await
    };
    if let Err(trouble) = told.await {
        tracing::info!(delivery = %id, ?trouble, "the platform could not be told of a cancel; its session ends by itself");
    }
    store.close_session(id).await
}
