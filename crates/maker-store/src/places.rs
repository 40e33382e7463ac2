//! The order of a list that a maker puts in order: the column `position` of services and links.

use chrono::{DateTime, Utc};
use maker_domain::position::{self, Put};
use sqlx::{AssertSqlSafe, SqliteConnection};
use uuid::Uuid;

use crate::StoreError;
use crate::stored::{id, millis};

/// Puts a row of `table` before another one of it, or behind all. Only where there is no room are others written too.
pub(crate) async fn put_before(
    connection: &mut SqliteConnection,
    table: &'static str,
    which: Uuid,
    before: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mut rows = in_order(connection, table).await?;
    let from = find(&rows, which)?;
    let (_, place) = rows.remove(from);
    let at = match before {
        Some(before) if before == which => from,
        Some(before) => find(&rows, before)?,
        None => rows.len(),
    };
    if at == from && place.is_some() {
        return Ok(());
    }
    let places: Vec<Option<&str>> = rows.iter().map(|(_, place)| place.as_deref()).collect();
    let placed = match position::put(&places, at) {
        Put::One(place) => vec![(which, place)],
        Put::All(places) => {
            let mut ids: Vec<Uuid> = rows.iter().map(|(id, _)| *id).collect();
            ids.insert(at, which);
            ids.into_iter().zip(places).collect()
        }
    };
    let sql = format!("UPDATE {table} SET position = ?, updated_at = ? WHERE id = ?");
    for (id, place) in placed {
        sqlx::query(AssertSqlSafe(sql.clone()))
            .bind(place)
            .bind(millis(now))
            .bind(id.to_string())
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// The row behind another one; `None` when that is the last.
pub(crate) async fn behind(
    connection: &mut SqliteConnection,
    table: &'static str,
    which: Uuid,
) -> Result<Option<Uuid>, StoreError> {
    let rows = in_order(connection, table).await?;
    Ok(rows.get(find(&rows, which)? + 1).map(|(id, _)| *id))
}

async fn in_order(
    connection: &mut SqliteConnection,
    table: &'static str,
) -> Result<Vec<(Uuid, Option<String>)>, StoreError> {
    let sql = format!("SELECT id, position FROM {table} ORDER BY position IS NULL, position, created_at, id");
    let rows: Vec<(String, Option<String>)> = sqlx::query_as(AssertSqlSafe(sql)).fetch_all(connection).await?;
    rows.into_iter().map(|(which, place)| Ok((id(table, &which)?, place))).collect()
}

fn find(rows: &[(Uuid, Option<String>)], which: Uuid) -> Result<usize, StoreError> {
    rows.iter().position(|(id, _)| *id == which).ok_or(StoreError::NotFound)
}
