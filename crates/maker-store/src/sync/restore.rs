//! When the backend's history is no longer what this device has seen: it was restored from a backup, or it has cleared
//! away what is long deleted. Everything is then asked for anew, and what the backend lost is put back.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use maker_domain::sync::registry::{self, Merge, Owner};
use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{FieldEdit, RowEdit};
use serde_json::Value;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::edits::blind;
use super::outbox::{self, End};
use super::view::{Confirmed, show, views};
use super::{DELETED, Doc, Home, finish, number, stored};
use crate::images::forget_sent;
use crate::stored::{id, json, to_json};
use crate::{Store, StoreError};

/// When what is put back was made, for the tie with somebody's newer edit: before everything.
const BEFORE_EVERYTHING: i64 = 0;

/// Rows that are looked at together.
const AT_ONCE: i64 = 500;

impl Store {
    /// The backend has lost what came after `ancestor`: own edits that it had accepted since wait again, what is edited
    /// from here on is based on what both have, and rows as they are here are kept to be put back.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn rewind(&self, ancestor: Token, now: DateTime<Utc>) -> Result<(), StoreError> {
        let Some((mut tx, home)) = self.sync_write(now).await? else { return Ok(()) };
        lower(&mut tx, ancestor.seq).await?;
        let base = stored(ancestor.seq);
        let again: Vec<(String, String)> = sqlx::query_as(
            "UPDATE sync_outbox SET state = 'PENDING', accepted = NULL, accepted_at = NULL \
             WHERE state IN ('ACKED', 'SETTLED') AND accepted > ? RETURNING tbl, row_id",
        )
        .bind(base)
        .fetch_all(&mut *tx)
        .await?;
        for sql in [
            "UPDATE sync_ghosts SET base = min(base, ?1)",
            "INSERT INTO sync_ghosts (tbl, row_id, fields, deleted, base, unseen) \
             SELECT tbl, row_id, fields, deleted, ?1, \
               (SELECT json_group_array(key) FROM json_each(sync_rows.alternatives)) \
             FROM sync_rows WHERE rev > ?1 ORDER BY rev",
            // Whoever saw a row at a later revision saw it at this one too.
            "UPDATE sync_rows SET rev = ?1 WHERE rev > ?1",
            "DELETE FROM sync_checkpoints WHERE seq > ?1",
        ] {
            sqlx::query(sql).bind(base).execute(&mut *tx).await?;
        }
        forget_sent(&mut tx).await?;
        // They are on the screen again: whoever types now types over them, and that is what their edit will say.
        show_all(&mut tx, &home, again).await?;
        sqlx::query("UPDATE sync_state SET seen = ?1, drained = 0")
            .bind(ancestor.to_string())
            .execute(&mut *tx)
            .await?;
        ask_anew(&mut tx).await?;
        finish(tx).await
    }

    /// The backend no longer tells what changed since this device asked last: everything is asked for anew.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn resync(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let Some((mut tx, _)) = self.sync_write(now).await? else { return Ok(()) };
        ask_anew(&mut tx).await?;
        finish(tx).await
    }
}

async fn ask_anew(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::query("UPDATE sync_state SET cursor = ?, generation = generation + 1, sweeping = 1")
        .bind(Token::START.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

/// Lowers the bases of everything that waits or has to be sent again to what both have. Where something is kept beside a
/// value, the backend's value may be that: its author had it on no screen, and their edit is no answer to it.
async fn lower(connection: &mut SqliteConnection, to: u64) -> Result<(), StoreError> {
    let sent: Vec<(String, String, Option<String>)> = sqlx::query_as(
        "SELECT o.id, o.edit, r.alternatives FROM sync_outbox o \
         LEFT JOIN sync_rows r ON r.tbl = o.tbl AND r.row_id = o.row_id AND r.rev > ?1 \
         WHERE o.state IN ('PENDING', 'ACKED') OR (o.state = 'SETTLED' AND o.accepted > ?1)",
    )
    .bind(stored(to))
    .fetch_all(&mut *connection)
    .await?;
    for (op, text, alternatives) in sent {
        let mut edit: RowEdit = json("sync_outbox", &text)?;
        if edit.f.values().all(|field| field.rev <= to) {
            continue;
        }
        let kept: Doc = alternatives.map(|text| json("sync_rows", &text)).transpose()?.unwrap_or_default();
        for (name, field) in edit.f.iter_mut().filter(|(_, field)| field.rev > to) {
            field.rev = if kept.contains_key(name) { 0 } else { to };
        }
        sqlx::query("UPDATE sync_outbox SET edit = ? WHERE id = ?")
            .bind(to_json("sync_outbox", &edit)?)
            .bind(op)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Everything has been asked for anew and is here: what did not come is gone, except where an own edit waits; and what
/// the backend lost is put back.
pub(super) async fn sweep(connection: &mut SqliteConnection, home: &Home) -> Result<(), StoreError> {
    // What was lost with a restore is nowhere confirmed, whatever waits: it is put back as a whole, below the own edits.
    sqlx::query(
        "DELETE FROM sync_rows WHERE generation <> ? AND (tbl, row_id) IN (SELECT tbl, row_id FROM sync_ghosts)",
    )
    .bind(home.generation)
    .execute(&mut *connection)
    .await?;
    loop {
        let gone: Vec<(String, String)> = sqlx::query_as(
            "DELETE FROM sync_rows WHERE (tbl, row_id) IN (SELECT tbl, row_id FROM sync_rows r WHERE generation <> ?1 \
               AND NOT EXISTS (SELECT 1 FROM sync_outbox o WHERE o.tbl = r.tbl AND o.row_id = r.row_id \
                 AND o.state = 'PENDING') LIMIT ?2) RETURNING tbl, row_id",
        )
        .bind(home.generation)
        .bind(AT_ONCE)
        .fetch_all(&mut *connection)
        .await?;
        if gone.is_empty() {
            break;
        }
        show_all(connection, home, gone).await?;
    }
    heal(connection, home).await?;
    sqlx::query("UPDATE sync_state SET sweeping = 0").execute(connection).await?;
    Ok(())
}

async fn show_all(
    connection: &mut SqliteConnection,
    home: &Home,
    rows: Vec<(String, String)>,
) -> Result<(), StoreError> {
    let mut tables: BTreeMap<String, Vec<Uuid>> = BTreeMap::new();
    for (table, row) in rows {
        tables.entry(table).or_default().push(id("sync_rows", &row)?);
    }
    for (table, rows) in tables {
        show(connection, home, &table, &rows).await?;
    }
    Ok(())
}

/// A row that was spared because an own edit waited, which has turned out to be long accepted: it did not come when
/// everything was asked for anew, so it is gone.
pub(super) async fn forget_spared(
    connection: &mut SqliteConnection,
    home: &Home,
    table: &str,
    row: Uuid,
) -> Result<(), StoreError> {
    if home.position.sweeping {
        return Ok(());
    }
    sqlx::query(
        "DELETE FROM sync_rows WHERE tbl = ?1 AND row_id = ?2 AND generation <> ?3 AND NOT EXISTS (SELECT 1 FROM sync_outbox \
           WHERE tbl = ?1 AND row_id = ?2 AND state IN ('PENDING', 'ACKED'))",
    )
    .bind(table)
    .bind(row.to_string())
    .bind(home.generation)
    .execute(connection)
    .await?;
    Ok(())
}

/// Puts back what the backend lost, one edit for each row as it was here, before everything that waits.
async fn heal(connection: &mut SqliteConnection, home: &Home) -> Result<(), StoreError> {
    type Ghost = (i64, String, String, String, bool, i64, Option<String>);
    loop {
        // The latest first, for each is put before those that are there.
        let ghost: Option<Ghost> = sqlx::query_as(
            "SELECT n, tbl, row_id, fields, deleted, base, unseen FROM sync_ghosts ORDER BY n DESC LIMIT 1",
        )
        .fetch_optional(&mut *connection)
        .await?;
        let Some((n, table, row, fields, deleted, base, unseen)) = ghost else { return Ok(()) };
        let row = id("sync_ghosts", &row)?;
        let ghost: Doc = json("sync_ghosts", &fields)?;
        let view = views(connection, &table, &[row]).await?.remove(&row).unwrap_or_default();
        if let Some(mut edit) = lost(&table, row, &ghost, deleted, number(base), view.confirmed.as_ref()) {
            if let Some(unseen) = unseen {
                blind(&mut edit, &json::<Vec<String>>("sync_ghosts", &unseen)?);
            }
            outbox::add(connection, edit, BEFORE_EVERYTHING, End::First).await?;
        }
        show(connection, home, &table, &[row]).await?;
        sqlx::query("DELETE FROM sync_ghosts WHERE n = ?").bind(n).execute(&mut *connection).await?;
    }
}

/// The edit that puts back what a row said here and does not say any more.
fn lost(table: &str, row: Uuid, ghost: &Doc, deleted: bool, base: u64, now: Option<&Confirmed>) -> Option<RowEdit> {
    let columns = registry::table(table)?.columns;
    if deleted && now.is_none() {
        return None;
    }
    let rev = now.map_or(0, |now| now.rev.min(base));
    let mut f = BTreeMap::new();
    let mut put = |name: &str, v: Value| f.insert(name.to_owned(), FieldEdit { v, rev, op: None });
    for column in columns.iter().filter(|c| c.owner == Owner::Member && (now.is_none() || c.merge != Merge::Immutable))
    {
        let Some(value) = ghost.get(column.name) else { continue };
        if now.and_then(|now| now.doc.get(column.name)) != Some(value) {
            put(column.name, value.clone());
        }
    }
    let is_deleted = now.is_none_or(|now| super::is_deleted(&now.doc));
    if deleted != is_deleted {
        put(DELETED, Value::Bool(deleted));
    }
    let edit = RowEdit { t: table.to_owned(), row, f, resolves: BTreeMap::new(), saw: BTreeMap::new() };
    (!edit.f.is_empty()).then_some(edit)
}
