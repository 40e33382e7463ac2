//! Who works in which workspace. A removed member's row stays, so that their devices are told why.

use maker_domain::account::{Member, Role};
use uuid::Uuid;

use super::{id, role, role_text};
use crate::db::{DbError, Reads, Tx, sql};

/// Lets a person in, also again.
pub(crate) async fn add(tx: &mut Tx, workspace: Uuid, user: Uuid, as_what: Role, now: i64) -> Result<(), DbError> {
    sql("INSERT INTO workspace_members (workspace_id, user_id, role, joined_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (workspace_id, user_id) \
         DO UPDATE SET role = excluded.role, joined_at = excluded.joined_at, removed_at = NULL")
    .bind(workspace)
    .bind(user)
    .bind(role_text(as_what))
    .bind(now)
    .run(tx)
    .await?;
    Ok(())
}

/// Everybody who is a member, in the order in which they came.
pub(crate) async fn list(from: &mut impl Reads, workspace: Uuid) -> Result<Vec<Member>, DbError> {
    type Line = (String, String, String, i64);
    let lines: Vec<Line> =
        sql("SELECT m.user_id, u.name, m.role, m.joined_at FROM workspace_members m JOIN users u ON u.id = m.user_id \
         WHERE m.workspace_id = $1 AND m.removed_at IS NULL ORDER BY m.joined_at, m.user_id")
        .bind(workspace)
        .all(from)
        .await?;
    let member = |(user, name, as_what, joined_at): Line| {
        Ok(Member { user_id: id(&user)?, name, role: role(&as_what)?, joined_at })
    };
    lines.into_iter().map(member).collect()
}

/// What a person is in a workspace; `None` when they are no member.
pub(crate) async fn role_of(from: &mut impl Reads, workspace: Uuid, user: Uuid) -> Result<Option<Role>, DbError> {
    let found = sql("SELECT role FROM workspace_members \
                     WHERE workspace_id = $1 AND user_id = $2 AND removed_at IS NULL");
    let found: Option<(String,)> = found.bind(workspace).bind(user).optional(from).await?;
    found.map(|(text,)| role(&text)).transpose()
}

/// Removes a member. Ask for the [lock](super::workspaces::lock) first.
pub(crate) async fn remove(tx: &mut Tx, workspace: Uuid, user: Uuid, now: i64) -> Result<(), DbError> {
    sql("UPDATE workspace_members SET removed_at = $3 \
         WHERE workspace_id = $1 AND user_id = $2 AND removed_at IS NULL")
    .bind(workspace)
    .bind(user)
    .bind(now)
    .run(tx)
    .await?;
    Ok(())
}

/// How many owners there are.
pub(crate) async fn owners(from: &mut impl Reads, workspace: Uuid) -> Result<i64, DbError> {
    let count =
        sql("SELECT count(*) FROM workspace_members WHERE workspace_id = $1 AND role = 'OWNER' AND removed_at IS NULL");
    Ok(count.bind(workspace).one::<(i64,)>(from).await?.0)
}
