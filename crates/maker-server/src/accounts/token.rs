//! An access token for a refresh secret, which is replaced.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use maker_domain::account::{Refresh, Refreshed};
use maker_domain::problem::code;

use crate::auth;
use crate::backend::Backend;
use crate::body::Body;
use crate::problem::Problem;
use crate::store::devices::{self, Refreshing};
use crate::store::tokens;
use crate::transaction;

/// How long an access token is good for.
const GOOD_FOR_S: u32 = 15 * 60;

/// Gives an access token, and the refresh secret that takes the place of the one that was shown.
///
/// That one stays good until the new one has been used, for this answer may be lost. One that was replaced for good signs
/// the device out: two have it. One that nobody has may have been given out after the backup that this backend was restored
/// from: then the secret of the sign-in counts.
#[utoipa::path(post, path = "/v1/auth/token", tag = "accounts", security(()), request_body = Refresh,
    responses((status = 200, description = "Both", body = Refreshed)))]
pub(super) async fn refresh(
    State(backend): State<Arc<Backend>>,
    Body(asked): Body<Refresh>,
) -> Result<Json<Refreshed>, Problem> {
    let (shown, now) = (auth::hash(&asked.refresh_secret), backend.now_ms());
    let first = asked.first_secret.as_ref().map(auth::hash);
    let (refresh_secret, access_token) = (auth::make("msr_")?, auth::make("msa_")?);
    let (fresh, token) = (auth::hash(&refresh_secret), auth::hash(&access_token));
    let refreshing: Refreshing = transaction!(backend.database, |tx| {
        let refreshing = devices::rotate(tx, &shown, first.as_ref(), &fresh, now).await?;
        if let Refreshing::Rotated(device) = refreshing {
            tokens::add(tx, &token, device, now, now + i64::from(GOOD_FOR_S) * 1_000).await?;
        }
        Ok::<_, Problem>(refreshing)
    })?;
    match refreshing {
        Refreshing::Rotated(_) => Ok(Json(Refreshed { access_token, expires_in_s: GOOD_FOR_S, refresh_secret })),
        Refreshing::Revoked => Err(auth::device_revoked()),
        Refreshing::Unknown => {
            let detail = "Nobody has this refresh secret. Sign in again.";
            Err(Problem::new(StatusCode::UNAUTHORIZED, detail).code(code::DEVICE_REVOKED))
        }
    }
}
