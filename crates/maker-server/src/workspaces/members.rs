//! The members of a workspace.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use maker_domain::account::{self, Role};
use maker_domain::problem::code;

use crate::auth::Member;
use crate::backend::Backend;
use crate::ids::Ids;
use crate::problem::Problem;
use crate::store::{members, workspaces};
use crate::transaction;

/// Everybody who works here, in the order in which they came.
#[utoipa::path(get, path = "/v1/t/{workspace}/members", tag = "workspaces", params(("workspace" = Uuid, Path)),
    responses((status = 200, description = "The members", body = Vec<account::Member>)))]
pub(super) async fn list(
    State(backend): State<Arc<Backend>>,
    member: Member,
) -> Result<Json<Vec<account::Member>>, Problem> {
    Ok(Json(members::list(&mut backend.database.reader().await?, member.workspace).await?))
}

/// Removes a member: the owner anybody, everybody themselves. Their next request is refused.
#[utoipa::path(delete, path = "/v1/t/{workspace}/members/{user}", tag = "workspaces",
    params(("workspace" = Uuid, Path), ("user" = Uuid, Path)),
    responses((status = 204, description = "Removed")))]
pub(super) async fn remove(
    State(backend): State<Arc<Backend>>,
    member: Member,
    ids: Ids<1>,
) -> Result<StatusCode, Problem> {
    let Ids([user]) = ids;
    if user != member.user {
        member.owner_only()?;
    }
    let now = backend.now_ms();
    transaction!(backend.database, |tx| {
        workspaces::lock(tx, member.workspace).await?;
        match members::role_of(tx, member.workspace, user).await? {
            None => return Err(Problem::not_found()),
            Some(Role::Owner) if members::owners(tx, member.workspace).await? == 1 => return Err(last_owner()),
            Some(_) => members::remove(tx, member.workspace, user, now).await?,
        }
        Ok(StatusCode::NO_CONTENT)
    })
}

fn last_owner() -> Problem {
    let detail = "A workspace is never without an owner, and this is its only one.";
    Problem::new(StatusCode::CONFLICT, detail).code(code::LAST_OWNER)
}
