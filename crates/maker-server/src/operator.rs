//! What an operator's tools ask.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::backend::Backend;
use crate::problem::Problem;
use crate::relay::Relay;

/// A database that takes longer is as good as away.
const PATIENCE: Duration = Duration::from_secs(3);

#[derive(Serialize, ToSchema)]
pub(crate) struct Health {
    /// Always `ok`.
    status: &'static str,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct Ready {
    /// Always `ready`.
    status: &'static str,
    /// Whether any platform has a client id and a secret, so that makers can connect one through this backend.
    platforms: bool,
}

/// It runs.
#[utoipa::path(get, path = "/health", tag = "operator", security(()),
    responses((status = 200, description = "It runs", body = Health)))]
pub(crate) async fn health() -> Json<Health> {
    Json(Health { status: "ok" })
}

pub(crate) fn ready_route(relay: Relay) -> OpenApiRouter<Arc<Backend>> {
    OpenApiRouter::new().routes(routes!(ready)).layer(axum::Extension(relay))
}

/// It can serve: the database answers and is at this version, and the store of the pictures answers.
#[utoipa::path(get, path = "/ready", tag = "operator", security(()),
    responses((status = 200, description = "It can serve", body = Ready)))]
async fn ready(
    State(backend): State<Arc<Backend>>,
    axum::Extension(relay): axum::Extension<Relay>,
) -> Result<Json<Ready>, Problem> {
    let asked = tokio::time::timeout(PATIENCE, backend.database.pending()).await;
    match asked {
        Ok(Ok(pending)) if pending.is_empty() && !backend.stopping.is_cancelled() => {
            store_answers(&backend).await?;
            Ok(Json(Ready { status: "ready", platforms: relay.is_set_up() }))
        }
        Ok(Err(error)) => {
            tracing::warn!(%error, "not ready");
            Err(Problem::unavailable())
        }
        _ => Err(Problem::unavailable()),
    }
}

/// One request to the store, for something that is not there.
async fn store_answers(backend: &Backend) -> Result<(), Problem> {
    let Some(images) = &backend.images else { return Ok(()) };
    images.answers().await.map_err(|error| {
        tracing::warn!(error = format!("{error:#}"), "not ready: the store of the pictures");
        Problem::unavailable()
    })
}

/// What has been counted since the start, in OpenMetrics.
#[utoipa::path(get, path = "/metrics", tag = "operator", security(()),
    responses((status = 200, description = "The numbers", body = String, content_type = "application/openmetrics-text")))]
pub(crate) async fn metrics(State(backend): State<Arc<Backend>>) -> Result<Response, Problem> {
    let text = backend.metrics.text(&backend.database).map_err(|_| Problem::internal())?;
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    Ok(([(header::CONTENT_TYPE, kind)], text).into_response())
}

/// This description.
#[utoipa::path(get, path = "/v1/openapi.json", tag = "operator", security(()),
    responses((status = 200, description = "OpenAPI", body = serde_json::Value)))]
pub(crate) async fn document(State(backend): State<Arc<Backend>>) -> Result<Response, Problem> {
    let document = backend.document.get().cloned().ok_or_else(Problem::internal)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], document).into_response())
}
