//! People and their devices: sign up, sign in, renew, look at oneself, sign out.

mod devices;
mod me;
mod recover;
mod sign_in;
mod sign_up;
mod token;

pub use self::recover::{RecoverError, new_password};

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::backend::Backend;
use crate::limit;

/// No honest body is longer.
const BODY_LIMIT: usize = 16 * 1024;

/// Everything under `/v1` that is about the person and not about a workspace.
pub(crate) fn routes() -> OpenApiRouter<Arc<Backend>> {
    // Whoever has no token yet is known by the address only.
    let strangers = OpenApiRouter::new()
        .routes(routes!(sign_up::sign_up))
        .routes(routes!(sign_in::sign_in))
        .routes(routes!(token::refresh));
    OpenApiRouter::new()
        .routes(routes!(devices::list))
        .routes(routes!(devices::revoke))
        .routes(routes!(me::show, me::change))
        .routes(routes!(me::change_password))
        .merge(limit::per_address(strangers))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
}
