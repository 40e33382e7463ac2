//! The whole router, and serving it until the operator stops it.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Json;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::json;
use tokio::net::TcpListener;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use crate::problem::Problem;
use crate::relay::{self, Relay};

/// Longer than one call to a platform may take.
const REQUEST_TIME: Duration = Duration::from_secs(30);
/// How long requests in flight may go on after a stop.
const LAST_REQUESTS: Duration = Duration::from_secs(35);

/// Every route. Call it inside a runtime, and serve it with connect info.
pub fn router(relay: Relay) -> Router {
    Router::new()
        .route("/health", get(async || Json(json!({ "status": "ok" }))))
        .route("/ready", get(ready).with_state(relay.clone()))
        .merge(relay::routes(relay))
        .fallback(async || Problem::new(StatusCode::NOT_FOUND, "There is nothing at this address."))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, REQUEST_TIME))
        .layer(TraceLayer::new_for_http().make_span_with(|request: &Request| {
            // The path only: the query holds codes and states.
            tracing::info_span!("request", method = %request.method(), path = request.uri().path())
        }))
}

/// Serves until `stop_asked` ends, then lets requests in flight finish.
///
/// # Errors
/// When the listener breaks.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop_asked: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let (stop, stopped) = tokio::sync::watch::channel(());
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        stop_asked.await;
        tracing::info!("stopping: requests in flight are finished first");
        drop(stop);
    });
    let overdue = async {
        let mut stopped = stopped;
        // Ends when the sender is dropped.
        let _ = stopped.changed().await;
        tokio::time::sleep(LAST_REQUESTS).await;
    };
    tokio::select! {
        served = serving.into_future() => served,
        () = overdue => Ok(()),
    }
}

/// Ready means that at least one platform can be signed in to.
async fn ready(State(relay): State<Relay>) -> Response {
    if relay.is_set_up() {
        Json(json!({ "status": "ready" })).into_response()
    } else {
        let detail =
            "No platform has a client id and secret yet. Set them in the configuration file or the environment.";
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail).into_response()
    }
}

/// Ends with the first SIGTERM or SIGINT after this call.
///
/// # Errors
/// When the system gives no handler.
pub fn stop_signal() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        Ok(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    Ok(async {
        // Without a handler there is nothing to wait for but the process's end.
        let _ = tokio::signal::ctrl_c().await;
    })
}
