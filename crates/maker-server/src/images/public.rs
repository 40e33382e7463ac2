//! The address at which anybody sees a picture that a post shows, or the maker's own. Everything else reads as nothing, whether there is such
//! a picture or not.

use std::sync::Arc;

use axum::extract::{FromRequestParts, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::Response;
use uuid::Uuid;

use super::answer::answer;
use super::part::{Named, Raw, at};
use super::rows;
use crate::backend::Backend;
use crate::problem::Problem;
use crate::sync::enter;

/// The maker in the route's `{maker}`. What is no id is not there.
pub(super) struct Maker(Uuid);

impl<S: Send + Sync> FromRequestParts<S> for Maker {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let id = at(parts, state, "maker").await.and_then(|text| Uuid::try_parse(&text).ok());
        id.map(Self).ok_or_else(Problem::not_found)
    }
}

/// A picture that a post of the maker shows, or theirs.
#[utoipa::path(get, path = "/v1/makers/{maker}/images/{name}", tag = "public", security(()),
    params(("maker" = Uuid, Path), ("name" = String, Path, description = "BLAKE3 of the bytes, in hexadecimal")),
    responses((status = 200, description = "Its bytes", body = Raw, content_type = "image/*"),
        (status = 304, description = "Whoever asks has it")))]
pub(super) async fn show_public(
    State(backend): State<Arc<Backend>>,
    Maker(maker): Maker,
    Named(name): Named,
    asked: HeaderMap,
) -> Result<Response, Problem> {
    let images = backend.images.as_ref().ok_or_else(Problem::not_found)?;
    let mut moment = backend.database.snapshot().await?;
    enter(&mut moment, maker).await?;
    let image = rows::get_shown(&mut moment, maker, name).await?.ok_or_else(Problem::not_found)?;
    drop(moment);
    answer(images, &image, &asked, "public, max-age=31536000, immutable").await
}
