//! One-time codes by which a person becomes a member.

use maker_domain::account::OpenInvitation;
use uuid::Uuid;

use super::id;
use crate::auth::Hash;
use crate::db::{DbError, Reads, Tx, sql};

/// What is remembered of a code that was used or has ended.
const KEPT_MS: i64 = 30 * 24 * 3_600_000;

/// One that is to be made.
#[derive(Clone, Debug)]
pub(crate) struct Fresh {
    pub(crate) id: Uuid,
    pub(crate) workspace: Uuid,
    pub(crate) code: Hash,
    pub(crate) by: Uuid,
    pub(crate) created_at: i64,
    pub(crate) expires_at: i64,
}

pub(crate) async fn add(tx: &mut Tx, fresh: &Fresh) -> Result<(), DbError> {
    sql("INSERT INTO workspace_invitations (id, workspace_id, code_hash, created_by, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6)")
    .bind(fresh.id)
    .bind(fresh.workspace)
    .bind(&fresh.code)
    .bind(fresh.by)
    .bind(fresh.created_at)
    .bind(fresh.expires_at)
    .run(tx)
    .await?;
    Ok(())
}

/// Those that nobody has used and that still are good.
pub(crate) async fn open(from: &mut impl Reads, workspace: Uuid, now: i64) -> Result<Vec<OpenInvitation>, DbError> {
    let lines: Vec<(String, i64, i64)> = sql("SELECT id, created_at, expires_at FROM workspace_invitations \
         WHERE workspace_id = $1 AND used_at IS NULL AND expires_at > $2 ORDER BY created_at, id")
    .bind(workspace)
    .bind(now)
    .all(from)
    .await?;
    let open = |(text, created_at, expires_at): (String, i64, i64)| {
        Ok(OpenInvitation { id: id(&text)?, created_at, expires_at })
    };
    lines.into_iter().map(open).collect()
}

/// Takes one back. False when there is none that is open.
pub(crate) async fn withdraw(tx: &mut Tx, workspace: Uuid, invitation: Uuid) -> Result<bool, DbError> {
    let delete = sql("DELETE FROM workspace_invitations WHERE workspace_id = $1 AND id = $2 AND used_at IS NULL");
    Ok(delete.bind(workspace).bind(invitation).run(tx).await? > 0)
}

/// The workspace that an open code leads to.
pub(crate) async fn leads_to(from: &mut impl Reads, code: &Hash, now: i64) -> Result<Option<Uuid>, DbError> {
    let found = sql(
        "SELECT workspace_id FROM workspace_invitations WHERE code_hash = $1 AND used_at IS NULL AND expires_at > $2",
    );
    let found: Option<(String,)> = found.bind(code).bind(now).optional(from).await?;
    found.map(|(text,)| id(&text)).transpose()
}

/// Uses it up. False when somebody else was faster.
pub(crate) async fn use_up(tx: &mut Tx, code: &Hash, user: Uuid, now: i64) -> Result<bool, DbError> {
    let used = sql("UPDATE workspace_invitations SET used_by = $2, used_at = $3 \
                    WHERE code_hash = $1 AND used_at IS NULL AND expires_at > $3");
    Ok(used.bind(code).bind(user).bind(now).run(tx).await? > 0)
}

/// Forgets those that ended long ago.
pub(crate) async fn sweep(tx: &mut Tx, now: i64) -> Result<u64, DbError> {
    sql("DELETE FROM workspace_invitations WHERE expires_at < $1").bind(now - KEPT_MS).run(tx).await
}
