//! The small steps that sending and following share: moving a row, resting, calling with a live token.

use std::sync::Arc;

use maker_domain::Platform;
use maker_domain::id::DeliveryId;
use maker_domain::reason::ReasonCode;
use maker_domain::secret::AccessToken;
use maker_platforms::{ApiError, PlatformApi, Session};
use maker_store::StoreError;
use maker_store::deliveries::{Delivery, Step};
use maker_store::sessions::StoredSession;

use crate::access::{self, AccessError, Granted};
use crate::decide::{Trouble, Verdict};
use crate::shared::Shared;

/// Writes what `verdict` says and leaves the delivery there. `StartOver` is the caller's.
pub(crate) async fn rest(shared: &Shared, row: &Delivery, verdict: Verdict) -> Result<(), StoreError> {
    let now = shared.now();
    let (to, not_before, failures) = match verdict {
        Verdict::TryAgain { state, pause } => {
            let pause = chrono::TimeDelta::from_std(pause).unwrap_or(chrono::TimeDelta::minutes(1));
            (state, Some(now + pause), row.failures.saturating_add(1))
        }
        Verdict::AwaitNetwork { state, pause } => {
            let pause = chrono::TimeDelta::from_std(pause).unwrap_or(chrono::TimeDelta::minutes(1));
            (state, Some(now + pause), row.failures)
        }
        Verdict::WaitUntil { state, until } => (state, Some(until), 0),
        Verdict::Stop(state) => (state, None, 0),
        Verdict::StartOver => return Ok(()),
    };
    tracing::info!(delivery = %row.id, state = to.name().as_str(), failures, "delivery {} rests", row.id);
    let step = Step { not_before, failures, asked: row.asked, ..Step::to(to) };
    advance(shared, row.id, &step).await
}

/// Moves the delivery and says so.
pub(crate) async fn advance(shared: &Shared, id: DeliveryId, step: &Step) -> Result<(), StoreError> {
    shared.parts.store.advance(id, shared.parts.alive.id, step, shared.now()).await?;
    shared.moved(id);
    Ok(())
}

/// Notes in the engine whether the network is there, judged by what came of a call.
pub(crate) fn note_network(shared: &Shared, trouble: Option<&Trouble>) {
    match trouble {
        Some(
            Trouble::Api(ApiError::Network { offline: true }) | Trouble::Access(AccessError::Later { offline: true }),
        ) => shared.network(true),
        // A cut line says nothing: the next call will tell.
        Some(
            Trouble::Api(ApiError::Network { offline: false }) | Trouble::Access(AccessError::Later { offline: false }),
        ) => {}
        Some(Trouble::Api(_)) | None => shared.network(false),
        Some(Trouble::Access(_) | Trouble::Seal(_) | Trouble::File(_) | Trouble::TooSlow | Trouble::Restored) => {}
    }
}

pub(crate) fn api(shared: &Shared, platform: Platform) -> Result<Arc<dyn PlatformApi>, Trouble> {
    let api = shared.parts.apis.get(&platform).ok_or(AccessError::NeedsMaker(ReasonCode::NotSetUp))?;
    Ok(Arc::clone(api))
}

pub(crate) async fn granted(shared: &Shared, platform: Platform) -> Result<Granted, Trouble> {
    Ok(shared.parts.access.token(platform).await?)
}

/// Calls the platform with a live token. When the platform refuses it, refreshes it once and calls again.
pub(crate) async fn authorised<T, F>(
    shared: &Shared,
    platform: Platform,
    call: impl Fn(AccessToken) -> F,
) -> Result<T, Trouble>
where
    F: Future<Output = Result<T, ApiError>>,
{
    Ok(access::authorised(shared.parts.access.as_ref(), platform, call).await??)
}

/// Opens a stored session's seal.
pub(crate) async fn unseal(shared: &Shared, id: DeliveryId, stored: &StoredSession) -> Result<Session, Trouble> {
    Ok(Session {
        address: shared.parts.seal.open(id, &stored.sealed_address).await?,
        handle: stored.handle.clone(),
        chunk_bytes: stored.chunk_bytes,
        total_bytes: stored.total_bytes,
        content_type: stored.content_type.clone(),
        opened_at: stored.opened_at,
        expires_at: stored.expires_at,
    })
}
