//! What visitors do on a maker's page: they like posts and videos, and say something about videos. A visitor is anybody
//! with an account; they need to be no member of anything.
//!
//! Nothing of it takes the workspace's lock, so that a thousand visitors keep no device waiting: what happens is noted in
//! `visitor_events`, in the transaction in which it happens, and [`flush`] makes edits of the workspace out of what has
//! gathered. Any instance may, at any time, beside others, and may be killed anywhere: noted events go in the transaction
//! that writes what follows from them. What everybody sees of it is `public`'s to tell.

mod comments;
mod counts;
mod events;
mod flush;
mod likes;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use self::flush::{COUNT_EVERY_MS, Flushed, flush, follow};
use crate::backend::Backend;

/// No honest body is longer.
const BODY_LIMIT: usize = 16 << 10;

/// Everything that a visitor who is signed in may do.
pub(crate) fn routes() -> OpenApiRouter<Arc<Backend>> {
    OpenApiRouter::new()
        .routes(routes!(likes::like_post, likes::unlike_post))
        .routes(routes!(likes::like_video, likes::unlike_video))
        .routes(routes!(comments::comment))
        .routes(routes!(comments::withdraw))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
}
