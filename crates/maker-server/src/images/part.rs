//! A part as it comes in: which picture, where it belongs, and its bytes.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequest, FromRequestParts, Query, RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use maker_domain::image::{ImageName, MOST_BYTES};
use serde::Deserialize;
use utoipa::openapi::schema::{KnownFormat, Object, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{IntoParams, PartialSchema, ToSchema};

use super::turns::Turn;
use crate::backend::Backend;
use crate::problem::Problem;

/// The picture in the route's `{name}`. What is no name is not there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named(pub(super) ImageName);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        at(parts, state, "name").await.and_then(|text| text.parse().ok()).map(Self).ok_or_else(Problem::not_found)
    }
}

/// What the path has where the route says `{name}`.
pub(super) async fn at(parts: &mut Parts, state: &(impl Send + Sync), name: &str) -> Option<String> {
    let params = RawPathParams::from_request_parts(parts, state).await.ok()?;
    params.iter().find(|(one, _)| *one == name).map(|(_, text)| text.to_owned())
}

#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Place {
    /// Where the part begins.
    offset: u64,
    /// How many bytes the whole picture has.
    size: u64,
}

/// Bytes as they are, in the description.
pub(super) enum Raw {}

impl PartialSchema for Raw {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::Binary);
        Object::builder().schema_type(Type::String).format(Some(format)).into()
    }
}

impl ToSchema for Raw {}

/// Its place and its bytes. They fit into each other, and the picture is not too large.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) offset: u64,
    pub(super) size: u64,
    pub(super) bytes: Bytes,
    /// While it is in memory.
    _turn: Turn,
}

impl Part {
    pub(super) fn end(&self) -> u64 {
        self.offset + self.bytes.len() as u64
    }

    /// With it the picture is whole.
    pub(super) fn is_last(&self) -> bool {
        self.end() == self.size
    }
}

impl FromRequest<Arc<Backend>> for Part {
    type Rejection = Problem;

    async fn from_request(request: Request, backend: &Arc<Backend>) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let place: Result<Query<Place>, QueryRejection> = Query::from_request_parts(&mut parts, backend).await;
        let Ok(Query(Place { offset, size })) = place else {
            return Err(Problem::invalid("offset and size have to be there, as numbers of bytes."));
        };
        if size > MOST_BYTES {
            let detail = format!("A picture may have {MOST_BYTES} bytes.");
            return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail));
        }
        if !is_raw(&parts.headers) {
            let detail = "Send the bytes as they are, as application/octet-stream.";
            return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail));
        }
        let turn = backend.images_at_once.part().await?;
        let bytes = Bytes::from_request(Request::from_parts(parts, body), backend).await.map_err(|rejection| {
            let too_large = rejection.status() == StatusCode::PAYLOAD_TOO_LARGE;
            let detail = if too_large { "The part is too large: send less at once." } else { "The part was cut off." };
            Problem::new(rejection.status(), detail)
        })?;
        if bytes.is_empty() || size.checked_sub(offset).is_none_or(|left| left < bytes.len() as u64) {
            return Err(Problem::invalid("A part has bytes, and ends where the picture does or before."));
        }
        Ok(Self { offset, size, bytes, _turn: turn })
    }
}

fn is_raw(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default().trim());
    let raw = |kind: &str| kind.eq_ignore_ascii_case("application/octet-stream");
    text(header::CONTENT_TYPE).is_some_and(raw)
        && text(header::CONTENT_ENCODING).is_none_or(|packed| packed.eq_ignore_ascii_case("identity"))
}
