//! What is told of each request: a line in the log and a number in the metrics. Method, route template, status, time; never
//! the path as it was asked, its query, a header or a body, for these hold codes, ids and what people wrote.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;
use uuid::Uuid;

use crate::backend::Backend;

/// In every answer and in every line of the log that belongs to it. Ours alone: what a client sends by that name is not
/// believed.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

pub(crate) async fn observe(State(backend): State<Arc<Backend>>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = Uuid::new_v4().simple().to_string();
    let method = method(request.method());
    let route = request.extensions().get::<MatchedPath>().map_or("unmatched", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", request_id = id, method, route);
    let mut response = next.run(request).instrument(span.clone()).await;
    let (status, took) = (response.status().as_u16(), started.elapsed());
    backend.metrics.answered(method, &route, status, took);
    let took_ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| match is_a_reader(method, &route, status) {
        true => tracing::debug!(status, took_ms, "answered {status} in {took_ms} ms"),
        false => tracing::info!(status, took_ms, "answered {status} in {took_ms} ms"),
    });
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// Whoever reads a public page, and gets it: there may be thousands a second, and the metrics count them.
fn is_a_reader(method: &str, route: &str, status: u16) -> bool {
    let public = route.starts_with("/m/") || route.starts_with("/v1/makers/");
    public && matches!(method, "GET" | "HEAD") && status < 400
}

/// Of a fixed list, since anybody may make one up.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
