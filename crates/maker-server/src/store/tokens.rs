//! Access tokens: who carries one, and what for.

use maker_domain::account::Role;
use uuid::Uuid;

use super::{id, role};
use crate::auth::Hash;
use crate::db::{DbError, Reads, Tx, sql};

/// Who carries a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bearer {
    pub(crate) user: Uuid,
    pub(crate) device: Uuid,
    pub(crate) device_revoked: bool,
    pub(crate) expires_at: i64,
    /// In the workspace that was asked about: the role, and whether they have been removed.
    pub(crate) membership: Option<(Role, bool)>,
}

type Line = (String, String, bool, i64, Option<String>, bool);

fn read((user, device, device_revoked, expires_at, member, removed): Line) -> Result<Bearer, DbError> {
    let membership = member.map(|text| role(&text)).transpose()?.map(|role| (role, removed));
    Ok(Bearer { user: id(&user)?, device: id(&device)?, device_revoked, expires_at, membership })
}

pub(crate) async fn bearer(
    from: &mut impl Reads,
    token: &Hash,
    workspace: Option<Uuid>,
) -> Result<Option<Bearer>, DbError> {
    let line: Option<Line> =
        sql("SELECT d.user_id, d.id, d.revoked_at IS NOT NULL, t.expires_at, m.role, m.removed_at IS NOT NULL \
         FROM access_tokens t JOIN devices d ON d.id = t.device_id \
         LEFT JOIN workspace_members m ON m.user_id = d.user_id AND m.workspace_id = $2 WHERE t.hash = $1")
        .bind(token)
        .bind(workspace)
        .optional(from)
        .await?;
    line.map(read).transpose()
}

/// The same for a device whose token was good before; the token's end does not count.
pub(crate) async fn of_device(from: &mut impl Reads, device: Uuid, workspace: Uuid) -> Result<Option<Bearer>, DbError> {
    let line: Option<Line> =
        sql("SELECT d.user_id, d.id, d.revoked_at IS NOT NULL, d.created_at, m.role, m.removed_at IS NOT NULL \
         FROM devices d LEFT JOIN workspace_members m ON m.user_id = d.user_id AND m.workspace_id = $2 WHERE d.id = $1")
        .bind(device)
        .bind(workspace)
        .optional(from)
        .await?;
    line.map(read).transpose()
}

/// Gives a device another token.
pub(crate) async fn add(tx: &mut Tx, token: &Hash, device: Uuid, now: i64, expires_at: i64) -> Result<(), DbError> {
    let expired = sql("DELETE FROM access_tokens WHERE device_id = $1 AND expires_at <= $2");
    expired.bind(device).bind(now).run(tx).await?;
    let insert = sql("INSERT INTO access_tokens (hash, device_id, expires_at) VALUES ($1, $2, $3)");
    insert.bind(token).bind(device).bind(expires_at).run(tx).await?;
    Ok(())
}

/// Forgets those of devices that have not been back.
pub(crate) async fn sweep(tx: &mut Tx, now: i64) -> Result<u64, DbError> {
    sql("DELETE FROM access_tokens WHERE expires_at <= $1").bind(now).run(tx).await
}
