//! What everybody may see of a maker: as JSON below `/v1/makers/{maker}`, as a page at `/m/{maker}`.
//!
//! `model.rs` says what is public, `lists.rs` of which rows, `read.rs` reads it, `make.rs` writes and packs it once, `pages.rs` keeps it while it is
//! good, `answer.rs` gives it away. What visitors do is `visitors`, pictures are `images`.

mod answer;
mod cursor;
mod html;
mod lists;
mod make;
pub(crate) mod model;
mod pages;
mod read;
mod routes;
mod site;
mod view;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(crate) use self::pages::Pages;
use crate::backend::Backend;

/// Everything that nobody has to sign in for.
pub(crate) fn routes() -> OpenApiRouter<Arc<Backend>> {
    OpenApiRouter::new()
        .routes(routes!(routes::maker))
        .routes(routes!(routes::services))
        .routes(routes!(routes::links))
        .routes(routes!(routes::posts))
        .routes(routes!(routes::videos))
        .routes(routes!(routes::comments))
        .routes(routes!(site::maker))
        .routes(routes!(site::list))
        .routes(routes!(site::video))
}
