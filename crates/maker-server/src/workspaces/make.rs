//! A desk's maker becomes a workspace.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use maker_domain::account::{MakeWorkspace, Role, Workspace};
use maker_domain::problem::code;

use crate::auth::Signed;
use crate::backend::Backend;
use crate::body::Body;
use crate::fields;
use crate::problem::Problem;
use crate::store::{members, workspaces};
use crate::transaction;

/// A person may own so many. Nobody needs more, and each may hold much.
const OWNED: i64 = 50;

/// Makes the workspace of a desk's maker; asked again by its owner, gives it as it is.
#[utoipa::path(post, path = "/v1/workspaces", tag = "workspaces", request_body = MakeWorkspace,
    responses((status = 200, description = "The workspace", body = Workspace)))]
pub(super) async fn make(
    State(backend): State<Arc<Backend>>,
    signed: Signed,
    Body(asked): Body<MakeWorkspace>,
) -> Result<Json<Workspace>, Problem> {
    let (name, now) = (fields::name(&asked.name)?, backend.now_ms());
    transaction!(backend.database, |tx| {
        if workspaces::add(tx, asked.id, &name, now).await? {
            if workspaces::owned(tx, signed.user).await? >= OWNED {
                return Err(Problem::invalid(format!("You own {OWNED} workspaces already, which is the most.")));
            }
            members::add(tx, asked.id, signed.user, Role::Owner, now).await?;
        }
        let found = workspaces::get(tx, signed.user, asked.id).await?;
        found.filter(|workspace| workspace.role == Role::Owner).ok_or_else(taken)
    })
    .map(Json)
}

/// The workspaces that the caller is a member of, the oldest first.
#[utoipa::path(get, path = "/v1/workspaces", tag = "workspaces",
    responses((status = 200, description = "The workspaces", body = Vec<Workspace>)))]
pub(super) async fn list(State(backend): State<Arc<Backend>>, signed: Signed) -> Result<Json<Vec<Workspace>>, Problem> {
    Ok(Json(workspaces::list(&mut backend.database.reader().await?, signed.user).await?))
}

fn taken() -> Problem {
    let detail =
        "This workspace belongs to another account. Sign in with that one, or ask its owner for an invitation.";
    Problem::new(StatusCode::CONFLICT, detail).code(code::WORKSPACE_TAKEN)
}
