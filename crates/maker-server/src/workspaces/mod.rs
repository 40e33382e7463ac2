//! Workspaces: making one, and who works in it.

mod invitations;
mod make;
mod members;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::backend::Backend;

/// No honest body is longer.
const BODY_LIMIT: usize = 16 * 1024;

/// The workspaces themselves, their members and invitations.
pub(crate) fn routes() -> OpenApiRouter<Arc<Backend>> {
    OpenApiRouter::new()
        .routes(routes!(make::make, make::list))
        .routes(routes!(members::list))
        .routes(routes!(members::remove))
        .routes(routes!(invitations::invite, invitations::list))
        .routes(routes!(invitations::withdraw))
        .routes(routes!(invitations::accept))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
}
