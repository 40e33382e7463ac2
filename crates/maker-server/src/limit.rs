//! Requests per address. The one place that knows the library for it.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse, Response};
use tower_governor::governor::GovernorConfigBuilder;
use tower_governor::key_extractor::KeyExtractor;
use tower_governor::{GovernorError, GovernorLayer};
use utoipa_axum::router::OpenApiRouter;

use crate::peer::Peer;
use crate::problem::Problem;

/// A whole sign-in takes two requests, a refresh one; many makers may share one address.
const BURST: u32 = 60;
/// One more request every half second.
const REFILL: Duration = Duration::from_millis(500);
/// How often addresses that have been quiet are forgotten.
const SWEEP: Duration = Duration::from_secs(60);

/// Limits every route of `router` per address. Call it inside a runtime, and serve with connect info.
pub(crate) fn per_address<S: Clone + Send + Sync + 'static>(router: OpenApiRouter<S>) -> OpenApiRouter<S> {
    let config = GovernorConfigBuilder::default().period(REFILL).burst_size(BURST).key_extractor(PeerAddress).finish();
    let Some(config) = config.map(Arc::new) else {
        // Only a zero burst or period gives none, and both are constants above.
        return router;
    };
    let limiter = Arc::downgrade(&config);
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(SWEEP).await;
            match limiter.upgrade() {
                Some(config) => config.limiter().retain_recent(),
                None => return,
            }
        }
    });
    router.layer(GovernorLayer::new(config).error_handler(too_many))
}

#[derive(Clone)]
struct PeerAddress;

impl KeyExtractor for PeerAddress {
    type Key = IpAddr;

    fn extract<T>(&self, request: &Request<T>) -> Result<IpAddr, GovernorError> {
        Peer::of(request.extensions()).map(|peer| peer.0).ok_or(GovernorError::UnableToExtractKey)
    }
}

fn too_many(error: GovernorError) -> Response<Body> {
    let GovernorError::TooManyRequests { wait_time, .. } = error else {
        let detail = "The request came without an address. Try again.";
        return Problem::new(StatusCode::INTERNAL_SERVER_ERROR, detail).into_response();
    };
    // The library rounds down; nobody is told to come back at once.
    let wait = u32::try_from(wait_time).unwrap_or(u32::MAX).max(1);
    let detail = format!("Too many requests from this address. Try again in {wait} s.");
    Problem::new(StatusCode::TOO_MANY_REQUESTS, detail).retry_after(wait).into_response()
}
