//! The routes of members. What anybody may see is in `public`.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use maker_domain::image::{ImageUpload, PART_BYTES};
use maker_domain::problem::code;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::answer::answer;
use super::part::{Named, Part, Place, Raw};
use super::{Images, public, rows, upload};
use crate::auth::Member;
use crate::backend::Backend;
use crate::layers;
use crate::problem::Problem;
use crate::sync::enter;

/// Pictures, their upload, and their public address.
pub(crate) fn routes() -> OpenApiRouter<Arc<Backend>> {
    let uploads = OpenApiRouter::new().routes(routes!(look, take));
    OpenApiRouter::new()
        .routes(routes!(show))
        .routes(routes!(public::show_public))
        .merge(layers::raw(uploads, usize::try_from(PART_BYTES).unwrap_or(usize::MAX)))
}

/// How much of a picture is here. Whoever asks is about to use it: it is kept for a week at least.
#[utoipa::path(get, path = "/v1/t/{workspace}/images/{name}/upload", tag = "images",
    params(("workspace" = Uuid, Path), ("name" = String, Path, description = "BLAKE3 of the bytes, in hexadecimal")),
    responses((status = 200, description = "How much", body = ImageUpload)))]
async fn look(
    State(backend): State<Arc<Backend>>,
    member: Member,
    Named(name): Named,
) -> Result<Json<ImageUpload>, Problem> {
    Ok(Json(upload::look(&backend, store(&backend)?, member.workspace, name).await?.told()))
}

/// Takes a part of a picture, at most 524288 bytes. With the last one the picture is looked at and stored.
#[utoipa::path(patch, path = "/v1/t/{workspace}/images/{name}/upload", tag = "images",
    params(("workspace" = Uuid, Path), ("name" = String, Path, description = "BLAKE3 of the bytes, in hexadecimal"), Place),
    request_body(content = Raw, content_type = "application/octet-stream"),
    responses((status = 200, description = "How much is here now", body = ImageUpload),
        (status = 409, description = "The part does not begin where the others end", body = ImageUpload,
            content_type = "application/problem+json")))]
async fn take(
    State(backend): State<Arc<Backend>>,
    member: Member,
    Named(name): Named,
    part: Part,
) -> Result<Json<ImageUpload>, Problem> {
    Ok(Json(upload::take(&backend, store(&backend)?, member.workspace, name, part).await?))
}

/// A picture, for members.
#[utoipa::path(get, path = "/v1/t/{workspace}/images/{name}", tag = "images",
    params(("workspace" = Uuid, Path), ("name" = String, Path, description = "BLAKE3 of the bytes, in hexadecimal")),
    responses((status = 200, description = "Its bytes", body = Raw, content_type = "image/*"),
        (status = 304, description = "Whoever asks has it")))]
async fn show(
    State(backend): State<Arc<Backend>>,
    member: Member,
    Named(name): Named,
    asked: HeaderMap,
) -> Result<Response, Problem> {
    let images = store(&backend)?;
    let mut moment = backend.database.snapshot().await?;
    enter(&mut moment, member.workspace).await?;
    let image = rows::get(&mut moment, member.workspace, name).await?.ok_or_else(Problem::not_found)?;
    // The connection is not needed while the bytes go out.
    drop(moment);
    answer(images, &image, &asked, "private, immutable").await
}

fn store(backend: &Backend) -> Result<&Images, Problem> {
    backend.images.as_ref().ok_or_else(|| {
        let detail = "This backend keeps no pictures: its operator has not said where they go (--images).";
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail).code(code::NO_IMAGES)
    })
}
