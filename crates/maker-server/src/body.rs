//! JSON bodies, with a problem for whatever is none. Depth is bounded by the parser (128), length by the route.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::problem::Problem;

/// The request's body, read as `T`.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "Send JSON, as application/json."));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            let too_large = rejection.status() == StatusCode::PAYLOAD_TOO_LARGE;
            let detail = if too_large { "The body is too large: send less at once." } else { "The body was cut off." };
            Problem::new(rejection.status(), detail)
        })?;
        serde_json::from_slice(&bytes).map(Self).map_err(|error| {
            // Where, and not what: the message would quote the value.
            let at = format!("line {}, column {}", error.line(), error.column());
            match error.classify() {
                Category::Data => Problem::invalid(format!(
                    "A field of the body is missing or of the wrong kind ({at}). /v1/openapi.json describes it."
                )),
                _ => Problem::new(StatusCode::BAD_REQUEST, format!("The body is not JSON that can be read ({at}).")),
            }
        })
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}
