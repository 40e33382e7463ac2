//! The extractors.

use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use maker_domain::account::{Role, Secret};
use maker_domain::problem::code;
use uuid::Uuid;

use super::{Whose, hash};
use crate::backend::Backend;
use crate::problem::Problem;
use crate::store::tokens::{self, Bearer};

/// A person on a device that is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The person.
    pub user: Uuid,
    /// The device.
    pub device: Uuid,
}

/// A member of the workspace in the route's `{workspace}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub user: Uuid,
    /// The device.
    pub device: Uuid,
    /// The workspace: the only place from which a statement takes it.
    pub workspace: Uuid,
    /// What the person may do there.
    pub role: Role,
}

impl Member {
    /// Refuses whoever is not the owner.
    ///
    /// # Errors
    /// 403 `owner_only`.
    pub fn owner_only(&self) -> Result<(), Problem> {
        match self.role {
            Role::Owner => Ok(()),
            Role::Member => {
                Err(Problem::new(StatusCode::FORBIDDEN, "Only the workspace's owner may do that.")
                    .code(code::OWNER_ONLY))
            }
        }
    }

    /// Asks again whether device and membership still are good: for answers that go on for a long time.
    ///
    /// # Errors
    /// As the extractor: 401 `device_revoked`, 403 `membership_revoked`.
    pub async fn still(&self, backend: &Backend) -> Result<(), Problem> {
        let mut reader = backend.database.reader().await?;
        let bearer = tokens::of_device(&mut reader, self.device, self.workspace).await?;
        judge(bearer, i64::MIN).and_then(|bearer| member(&bearer, self.workspace)).map(|_| ())
    }
}

impl FromRequestParts<Arc<Backend>> for Signed {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, backend: &Arc<Backend>) -> Result<Self, Problem> {
        let bearer = bearer(&parts.headers, backend, None).await?;
        Ok(Self { user: bearer.user, device: bearer.device })
    }
}

impl FromRequestParts<Arc<Backend>> for Member {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, backend: &Arc<Backend>) -> Result<Self, Problem> {
        let params = RawPathParams::from_request_parts(parts, backend).await;
        let named = params.ok().and_then(|params| {
            let (_, id) = params.iter().find(|(name, _)| *name == "workspace")?;
            Uuid::try_parse(id).ok()
        });
        let bearer = bearer(&parts.headers, backend, named).await?;
        member(&bearer, named.ok_or_else(Problem::not_found)?)
    }
}

async fn bearer(headers: &HeaderMap, backend: &Backend, workspace: Option<Uuid>) -> Result<Bearer, Problem> {
    let token = token(headers).ok_or_else(unsigned)?;
    let mut reader = backend.database.reader().await?;
    let bearer = tokens::bearer(&mut reader, &hash(&token), workspace).await?;
    let bearer = judge(bearer, backend.now_ms())?;
    backend.allowances.take(&[Whose::Device(bearer.device)])?;
    Ok(bearer)
}

fn judge(bearer: Option<Bearer>, now: i64) -> Result<Bearer, Problem> {
    match bearer {
        Some(bearer) if bearer.device_revoked => Err(device_revoked()),
        Some(bearer) if bearer.expires_at > now => Ok(bearer),
        _ => Err(unsigned()),
    }
}

fn member(bearer: &Bearer, workspace: Uuid) -> Result<Member, Problem> {
    match bearer.membership {
        None => Err(Problem::not_found()),
        Some((_, true)) => {
            let detail = "You are no longer a member of this workspace. Ask its owner for a new invitation.";
            Err(Problem::new(StatusCode::FORBIDDEN, detail).code(code::MEMBERSHIP_REVOKED))
        }
        Some((role, false)) => Ok(Member { user: bearer.user, device: bearer.device, workspace, role }),
    }
}

/// The device was signed out: only signing in helps.
pub(crate) fn device_revoked() -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, "This device was signed out. Sign in again.").code(code::DEVICE_REVOKED)
}

fn unsigned() -> Problem {
    Problem::new(
        StatusCode::UNAUTHORIZED,
        "There is no valid access token with the request. Get a new one and ask again.",
    )
}

fn token(headers: &HeaderMap) -> Option<Secret> {
    let text = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = text.split_once(' ')?;
    let usable = scheme.eq_ignore_ascii_case("bearer") && !token.is_empty() && token.len() <= 256;
    usable.then(|| Secret::new(token.to_owned()))
}
