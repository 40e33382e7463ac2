//! What lies around every route, and around every route that takes JSON.

use std::any::Any;
use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::decompression::RequestDecompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use utoipa_axum::router::OpenApiRouter;

use crate::backend::Backend;
use crate::observe::observe;
use crate::peer::{self, Peer};
use crate::problem::Problem;

/// The largest body on the line; a route may take less.
const BODY_LIMIT: usize = 1 << 20;

/// For routes that take JSON: bodies may be packed (gzip, zstd), are bounded on the line by 1 MB, and once unpacked by the
/// same unless the route's own [`DefaultBodyLimit`] says otherwise. Answers are not kept by anybody on the way.
pub(crate) fn json(router: OpenApiRouter<Arc<Backend>>) -> OpenApiRouter<Arc<Backend>> {
    router
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(RequestDecompressionLayer::new().pass_through_unaccepted(false))
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        .layer(middleware::map_response(no_store))
}

/// For routes that take raw bytes, at most so many, never packed. Answers are not kept by anybody on the way.
pub(crate) fn raw(router: OpenApiRouter<Arc<Backend>>, most: usize) -> OpenApiRouter<Arc<Backend>> {
    router
        .layer(DefaultBodyLimit::max(most))
        .layer(RequestBodyLimitLayer::new(most))
        .layer(middleware::map_response(no_store))
}

/// Around everything, also around what is not there.
pub(crate) fn all(router: Router, backend: &Arc<Backend>) -> Router {
    let panicked = {
        let backend = Arc::clone(backend);
        move |_: Box<dyn Any + Send>| {
            backend.metrics.panicked();
            Problem::internal().into_response()
        }
    };
    router
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, backend.settings.request_time))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::map_response(as_problem))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(Arc::clone(backend), observe))
        .layer(middleware::from_fn_with_state(Arc::clone(backend), find_peer))
}

async fn no_store(mut response: Response) -> Response {
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Refusals of libraries and of the router come without a body of ours.
async fn as_problem(response: Response) -> Response {
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE).map(|kind| kind.as_bytes().to_ascii_lowercase());
    let theirs = kind.is_none_or(|kind| kind.starts_with(b"text/plain"));
    if !(status.is_client_error() || status.is_server_error()) || !theirs {
        return response;
    }
    let detail = match status {
        StatusCode::METHOD_NOT_ALLOWED => "This address does not take that method: see Allow.",
        StatusCode::PAYLOAD_TOO_LARGE => "The body is too large: send less at once.",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "Bodies may be packed with gzip or zstd, or not at all.",
        StatusCode::GATEWAY_TIMEOUT => "It took too long. Try again in a moment.",
        _ => "The request could not be understood.",
    };
    let mut problem = Problem::new(status, detail).into_response();
    for name in [header::ALLOW, header::RETRY_AFTER, header::ACCEPT_ENCODING] {
        if let Some(value) = response.headers().get(&name) {
            problem.headers_mut().insert(name, value.clone());
        }
    }
    problem
}

async fn find_peer(State(backend): State<Arc<Backend>>, mut request: Request, next: Next) -> Response {
    let told = backend.settings.behind_proxy.then(|| peer::forwarded(request.headers())).flatten();
    if let Some(peer) = told.or_else(|| Peer::of(request.extensions())) {
        request.extensions_mut().insert(peer);
    }
    next.run(request).await
}
