//! The devices of an account.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use maker_domain::account::Device;

use crate::auth::Signed;
use crate::backend::Backend;
use crate::ids::Ids;
use crate::problem::Problem;
use crate::store::devices;
use crate::transaction;

/// The devices that are signed in, the newest first.
#[utoipa::path(get, path = "/v1/devices", tag = "accounts",
    responses((status = 200, description = "The devices", body = Vec<Device>)))]
pub(super) async fn list(State(backend): State<Arc<Backend>>, signed: Signed) -> Result<Json<Vec<Device>>, Problem> {
    let mut reader = backend.database.reader().await?;
    Ok(Json(devices::list(&mut reader, signed.user, signed.device).await?))
}

/// Signs a device out, also the one that asks. Its next request is refused.
#[utoipa::path(delete, path = "/v1/devices/{device}", tag = "accounts", params(("device" = Uuid, Path)),
    responses((status = 204, description = "Signed out")))]
pub(super) async fn revoke(
    State(backend): State<Arc<Backend>>,
    signed: Signed,
    ids: Ids<1>,
) -> Result<StatusCode, Problem> {
    let Ids([device]) = ids;
    let now = backend.now_ms();
    let revoked = transaction!(backend.database, |tx| {
        Ok::<_, Problem>(devices::revoke(tx, signed.user, device, now).await?)
    })?;
    if revoked { Ok(StatusCode::NO_CONTENT) } else { Err(Problem::not_found()) }
}
