//! The routes: who asks is settled before, what is answered is in the files beside.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{DefaultBodyLimit, Path, Query, Request, State};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use maker_domain::problem::code;
use maker_domain::sync::wire;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::{Author, SyncError, events};
use crate::auth::Member;
use crate::backend::Backend;
use crate::body::Body;
use crate::problem::Problem;

/// No honest body but a push is longer.
const BODY_LIMIT: usize = 64 << 10;
/// How long a push waits for its turn before it is told to come back.
const TURN: Duration = Duration::from_secs(10);

/// Everything below `/v1/t/{workspace}` that devices meet by.
pub(crate) fn routes(backend: &Arc<Backend>) -> OpenApiRouter<Arc<Backend>> {
    let small = OpenApiRouter::new()
        .routes(routes!(pull))
        .routes(routes!(ancestor))
        .routes(routes!(versions))
        .routes(routes!(events::events))
        .layer(DefaultBodyLimit::max(BODY_LIMIT));
    let push = OpenApiRouter::new()
        .routes(routes!(push))
        .layer(DefaultBodyLimit::max(wire::PUSH_MAX_BYTES))
        .layer(middleware::from_fn_with_state(Arc::clone(backend), in_turn));
    small.merge(push)
}

/// A push that is being read takes many times its size in memory, so that few are read at once.
async fn in_turn(State(backend): State<Arc<Backend>>, request: Request, next: Next) -> Response {
    match tokio::time::timeout(TURN, backend.pushes.acquire()).await {
        Ok(Ok(_turn)) => next.run(request).await,
        _ => Problem::unavailable().into_response(),
    }
}

/// Takes a device's edits, each wholly or not at all.
#[utoipa::path(post, path = "/v1/t/{workspace}/sync/push", tag = "sync", params(("workspace" = Uuid, Path)),
    request_body = wire::Push,
    responses((status = 200, description = "What became of each", body = wire::Pushed)))]
async fn push(
    State(backend): State<Arc<Backend>>,
    member: Member,
    Body(push): Body<wire::Push>,
) -> Result<Json<wire::Pushed>, Problem> {
    let (author, now) = (author(&member), backend.now_ms());
    let pushed = super::push(&backend.database, member.workspace, &author, &push, &backend.limits, now).await?;
    backend.hints.tell(member.workspace, pushed.head.seq);
    Ok(Json(pushed))
}

/// A page of what changed after the cursor.
#[utoipa::path(post, path = "/v1/t/{workspace}/sync/pull", tag = "sync", params(("workspace" = Uuid, Path)),
    request_body = wire::Pull,
    responses((status = 200, description = "Rows as they are now", body = wire::Page)))]
async fn pull(
    State(backend): State<Arc<Backend>>,
    member: Member,
    Body(pull): Body<wire::Pull>,
) -> Result<Json<wire::Page>, Problem> {
    Ok(Json(super::pull(&backend.database, member.workspace, &pull, backend.now_ms()).await?))
}

/// The newest moment that both sides know, after a restored backup.
#[utoipa::path(post, path = "/v1/t/{workspace}/sync/ancestor", tag = "sync", params(("workspace" = Uuid, Path)),
    request_body = wire::FindAncestor,
    responses((status = 200, description = "The moment", body = wire::Ancestor)))]
async fn ancestor(
    State(backend): State<Arc<Backend>>,
    member: Member,
    Body(asked): Body<wire::FindAncestor>,
) -> Result<Json<wire::Ancestor>, Problem> {
    Ok(Json(super::ancestor(&backend.database, member.workspace, &asked).await?))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Before {
    /// Only versions with smaller numbers: `next` of the page before.
    before: Option<u64>,
}

/// The history of a row, from the newest version on.
#[utoipa::path(get, path = "/v1/t/{workspace}/rows/{table}/{id}/versions", tag = "sync",
    params(("workspace" = Uuid, Path), ("table" = String, Path), ("id" = Uuid, Path), Before),
    responses((status = 200, description = "A page of it", body = wire::Versions)))]
async fn versions(
    State(backend): State<Arc<Backend>>,
    member: Member,
    path: Path<(String, String, String)>,
    query: Result<Query<Before>, QueryRejection>,
) -> Result<Json<wire::Versions>, Problem> {
    let Path((_, table, id)) = path;
    let before = query.map_err(|_| Problem::invalid("before has to be a number: `next` of the page before."))?.before;
    let id = Uuid::try_parse(&id).map_err(|_| Problem::not_found())?;
    Ok(Json(super::versions(&backend.database, member.workspace, &table, id, before).await?))
}

fn author(member: &Member) -> Author {
    Author::Member { user: member.user, device: member.device }
}

impl From<SyncError> for Problem {
    fn from(error: SyncError) -> Self {
        match error {
            SyncError::Diverged => Self::new(
                StatusCode::CONFLICT,
                "The backend's history is not this device's: it came back from a backup. Ask for the ancestor.",
            )
            .code(code::DIVERGED),
            SyncError::Resync => Self::new(
                StatusCode::GONE,
                "This device was away for longer than deletions are remembered. Pull everything anew.",
            )
            .code(code::RESYNC),
            SyncError::Schema(_) => Self::new(
                StatusCode::UPGRADE_REQUIRED,
                "This version of the app is too old for the backend. Update the app; what is typed meanwhile is kept.",
            )
            .code(code::UPGRADE_REQUIRED),
            SyncError::NoWorkspace | SyncError::NoRow => Self::not_found(),
            SyncError::Bounds(detail) => Self::new(StatusCode::PAYLOAD_TOO_LARGE, detail),
            SyncError::Damaged(table) => {
                tracing::error!(table, "a row of {table} is damaged");
                Self::internal()
            }
            SyncError::Database(error) => error.into(),
        }
    }
}
