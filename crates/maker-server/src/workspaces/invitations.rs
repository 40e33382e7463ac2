//! One-time codes: the owner hands one over by whatever way they trust, for the backend sends no mail.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use maker_domain::account::{AcceptInvitation, Invitation, OpenInvitation, Role, Workspace};
use uuid::Uuid;

use crate::auth::{self, Member, Signed, Whose};
use crate::backend::Backend;
use crate::body::Body;
use crate::ids::Ids;
use crate::peer::Peer;
use crate::problem::Problem;
use crate::store::{invitations, members, workspaces};
use crate::transaction;

/// How long a code is good for.
const GOOD_FOR_MS: i64 = 7 * 24 * 3_600_000;
/// So many may be open at once.
const OPEN: usize = 50;

/// Makes a code by which one person becomes a member.
#[utoipa::path(post, path = "/v1/t/{workspace}/invitations", tag = "workspaces", params(("workspace" = Uuid, Path)),
    responses((status = 201, description = "The code, told this once", body = Invitation)))]
pub(super) async fn invite(
    State(backend): State<Arc<Backend>>,
    member: Member,
) -> Result<(StatusCode, Json<Invitation>), Problem> {
    member.owner_only()?;
    let (code, now) = (auth::invitation_code()?, backend.now_ms());
    let fresh = invitations::Fresh {
        id: Uuid::now_v7(),
        workspace: member.workspace,
        code: auth::hash(&code),
        by: member.user,
        created_at: now,
        expires_at: now + GOOD_FOR_MS,
    };
    transaction!(backend.database, |tx| {
        workspaces::lock(tx, member.workspace).await?;
        if invitations::open(tx, member.workspace, now).await?.len() >= OPEN {
            let detail = format!("{OPEN} invitations are open, which is the most. Take one back first.");
            return Err(Problem::invalid(detail));
        }
        Ok::<_, Problem>(invitations::add(tx, &fresh).await?)
    })?;
    Ok((StatusCode::CREATED, Json(Invitation { id: fresh.id, code, expires_at: fresh.expires_at })))
}

/// The invitations that nobody has used.
#[utoipa::path(get, path = "/v1/t/{workspace}/invitations", tag = "workspaces", params(("workspace" = Uuid, Path)),
    responses((status = 200, description = "The invitations, without their codes", body = Vec<OpenInvitation>)))]
pub(super) async fn list(
    State(backend): State<Arc<Backend>>,
    member: Member,
) -> Result<Json<Vec<OpenInvitation>>, Problem> {
    member.owner_only()?;
    let mut reader = backend.database.reader().await?;
    Ok(Json(invitations::open(&mut reader, member.workspace, backend.now_ms()).await?))
}

/// Takes an invitation back.
#[utoipa::path(delete, path = "/v1/t/{workspace}/invitations/{invitation}", tag = "workspaces",
    params(("workspace" = Uuid, Path), ("invitation" = Uuid, Path)),
    responses((status = 204, description = "Taken back")))]
pub(super) async fn withdraw(
    State(backend): State<Arc<Backend>>,
    member: Member,
    ids: Ids<1>,
) -> Result<StatusCode, Problem> {
    let Ids([invitation]) = ids;
    member.owner_only()?;
    let withdrawn = transaction!(backend.database, |tx| {
        Ok::<_, Problem>(invitations::withdraw(tx, member.workspace, invitation).await?)
    })?;
    if withdrawn { Ok(StatusCode::NO_CONTENT) } else { Err(Problem::not_found()) }
}

/// Makes the caller a member of the workspace that a code leads to.
#[utoipa::path(post, path = "/v1/invitations/accept", tag = "workspaces", request_body = AcceptInvitation,
    responses((status = 200, description = "The workspace", body = Workspace)))]
pub(super) async fn accept(
    State(backend): State<Arc<Backend>>,
    signed: Signed,
    Peer(address): Peer,
    Body(asked): Body<AcceptInvitation>,
) -> Result<Json<Workspace>, Problem> {
    let counted = [Whose::Account(signed.user.to_string()), Whose::Address(address)];
    backend.allowances.take(&counted)?;
    let (code, now) = (auth::hash(&auth::typed_code(&asked.code)), backend.now_ms());
    let joined = transaction!(backend.database, |tx| {
        let workspace = invitations::leads_to(tx, &code, now).await?.ok_or_else(no_code)?;
        workspaces::lock(tx, workspace).await?;
        // Whoever is in already, as the owner who tries the code out, does not use it up.
        if members::role_of(tx, workspace, signed.user).await?.is_none() {
            if !invitations::use_up(tx, &code, signed.user, now).await? {
                return Err(no_code());
            }
            members::add(tx, workspace, signed.user, Role::Member, now).await?;
        }
        workspaces::get(tx, signed.user, workspace).await?.ok_or_else(Problem::not_found)
    })?;
    backend.allowances.give_back(&counted);
    Ok(Json(joined))
}

fn no_code() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "This code is not known, was used, or has ended. Ask the workspace's owner for another one.",
    )
}
