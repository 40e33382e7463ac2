//! Workspaces.

use maker_domain::account::Workspace;
use uuid::Uuid;

use super::{id, role};
use crate::db::{DbError, Reads, Tx, sql};

type Line = (String, String, String, i64);

fn workspace((workspace, name, as_what, created_at): Line) -> Result<Workspace, DbError> {
    Ok(Workspace { id: id(&workspace)?, name, role: role(&as_what)?, created_at })
}

/// False when there is one with that id.
pub(crate) async fn add(tx: &mut Tx, workspace: Uuid, name: &str, now: i64) -> Result<bool, DbError> {
    let insert = sql("INSERT INTO workspaces (id, name, created_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING");
    Ok(insert.bind(workspace).bind(name).bind(now).run(tx).await? > 0)
}

/// Makes whoever wants to change its members wait for each other.
pub(crate) async fn lock(tx: &mut Tx, workspace: Uuid) -> Result<(), DbError> {
    sql("SELECT id FROM workspaces WHERE id = $1 FOR UPDATE").bind(workspace).one::<(String,)>(tx).await?;
    Ok(())
}

/// As a member sees it; `None` for everybody else.
pub(crate) async fn get(from: &mut impl Reads, user: Uuid, of: Uuid) -> Result<Option<Workspace>, DbError> {
    let line: Option<Line> = sql(
        "SELECT w.id, w.name, m.role, w.created_at FROM workspaces w JOIN workspace_members m ON m.workspace_id = w.id \
         WHERE m.user_id = $1 AND w.id = $2 AND m.removed_at IS NULL",
    )
    .bind(user)
    .bind(of)
    .optional(from)
    .await?;
    line.map(workspace).transpose()
}

/// Those that a person is a member of, the oldest first.
pub(crate) async fn list(from: &mut impl Reads, user: Uuid) -> Result<Vec<Workspace>, DbError> {
    let lines: Vec<Line> = sql(
        "SELECT w.id, w.name, m.role, w.created_at FROM workspaces w JOIN workspace_members m ON m.workspace_id = w.id \
         WHERE m.user_id = $1 AND m.removed_at IS NULL ORDER BY w.created_at, w.id",
    )
    .bind(user)
    .all(from)
    .await?;
    lines.into_iter().map(workspace).collect()
}

/// How many a person owns.
pub(crate) async fn owned(from: &mut impl Reads, user: Uuid) -> Result<i64, DbError> {
    let count =
        sql("SELECT count(*) FROM workspace_members WHERE user_id = $1 AND role = 'OWNER' AND removed_at IS NULL");
    Ok(count.bind(user).one::<(i64,)>(from).await?.0)
}
