//! `sync_outbox`: this device's edits, from the moment they are gathered until the backend has a backup of them. An edit
//! in here never changes, for it may have arrived although nobody said so; the exceptions are those that the backend has
//! said it does not have.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::sync::registry::{self, Owner};
use maker_domain::sync::value;
use maker_domain::sync::wire::{FieldEdit, OP_MAX_BYTES, OPS_MAX, Op, OpResult, Outcome, Pushed, Rejection, RowEdit};
use serde_json::Value;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::view::{Own, View, lay, show, views};
use super::why::{Unsendable, Why};
use super::{DELETED, Doc, Home, checkpoints, finish, number, restore, rows, stored, tables};
use crate::stored::{id, json, millis, time, to_json, unreadable};
use crate::{Store, StoreError};

const TABLE: &str = "sync_outbox";

/// At most so many bytes of edits in one push, before they are packed. The backend takes more.
const PUSH_BYTES: usize = 1 << 20;

/// An accepted edit is kept for so long although the backend has said nothing of a backup.
const KEPT: TimeDelta = TimeDelta::days(30);

/// How an own edit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpState {
    /// Not accepted yet.
    Pending,
    /// Accepted; its row has not come back yet.
    Acked,
    /// Its row has come back.
    Settled,
    /// Refused for good and kept with its content.
    Dead,
}

impl OpState {
    pub(super) fn parse(text: &str) -> Result<Self, StoreError> {
        match text {
            "PENDING" => Ok(Self::Pending),
            "ACKED" => Ok(Self::Acked),
            "SETTLED" => Ok(Self::Settled),
            "DEAD" => Ok(Self::Dead),
            _ => Err(unreadable(TABLE, "an unknown state")),
        }
    }
}

/// An own edit that the backend does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnEdit {
    /// Its id.
    pub id: Uuid,
    /// What it changes.
    pub edit: RowEdit,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// It was refused for good; otherwise it is sent as soon as that is possible.
    pub refused: bool,
    /// Why it is only here, where that is known.
    pub why: Option<Why>,
}

/// Where an edit is put.
#[derive(Clone, Copy, Debug)]
pub(super) enum End {
    First,
    Last,
}

/// Puts an edit into the outbox. One that the backend could only refuse is refused here and now, with its content kept, so
/// that it does not stand in the way of the others.
pub(super) async fn add(connection: &mut SqliteConnection, edit: RowEdit, at: i64, end: End) -> Result<(), StoreError> {
    add_all(connection, &[(edit, at)], end).await
}

/// The same for any number of edits with when they were made, in their order.
pub(super) async fn add_all(
    connection: &mut SqliteConnection,
    edits: &[(RowEdit, i64)],
    end: End,
) -> Result<(), StoreError> {
    let mut lines = Vec::with_capacity(edits.len());
    for (edit, at) in edits {
        let text = to_json(TABLE, edit)?;
        let refusal = refusal(edit, text.len()).map(|why| to_json(TABLE, &why)).transpose()?;
        lines.push((Uuid::now_v7(), &edit.t, edit.row, text, at, refusal));
    }
    sqlx::query(
        "INSERT INTO sync_outbox (n, id, tbl, row_id, edit, at, state, last_error) \
         SELECT key + CASE ?2 WHEN 1 THEN coalesce((SELECT min(n) FROM sync_outbox), 1) - json_array_length(?1) \
             ELSE coalesce((SELECT max(n) FROM sync_outbox), 0) + 1 END, \
           value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, iif(value ->> 5 IS NULL, 'PENDING', 'DEAD'), \
           value ->> 5 FROM json_each(?1)",
    )
    .bind(to_json(TABLE, &lines)?)
    .bind(matches!(end, End::First))
    .execute(connection)
    .await?;
    Ok(())
}

/// Why no backend could take an edit, if so.
fn refusal(edit: &RowEdit, bytes: usize) -> Option<Unsendable> {
    let table = registry::table(&edit.t)?;
    let bad = edit.f.iter().find_map(|(name, field)| value::checked(table.column(name)?, &field.v).err());
    match bad {
        Some(bad) => Some(Unsendable::BadValue(bad)),
        None if bytes > OP_MAX_BYTES => Some(Unsendable::TooLarge),
        None => None,
    }
}

/// Forgets what was refused of rows that are edited anew.
pub(super) async fn drop_dead(connection: &mut SqliteConnection, edits: &[(RowEdit, i64)]) -> Result<(), StoreError> {
    let rows: Vec<_> = edits.iter().map(|(edit, _)| format!("{} {}", edit.t, edit.row)).collect();
    sqlx::query(
        "DELETE FROM sync_outbox WHERE state = 'DEAD' AND tbl || ' ' || row_id IN (SELECT value FROM json_each(?))",
    )
    .bind(to_json(TABLE, &rows)?)
    .execute(connection)
    .await?;
    Ok(())
}

impl Store {
    /// Whether something was written here that has not been sent: what the loop asks several times a second.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn has_unsent_edits(&self, now: DateTime<Utc>) -> Result<bool, StoreError> {
        Ok(sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM sync_touched) OR EXISTS (SELECT 1 FROM sync_outbox o WHERE state = 'PENDING' \
               AND NOT EXISTS (SELECT 1 FROM sync_outbox w WHERE w.tbl = o.tbl AND w.row_id = o.row_id AND w.n <= o.n \
                 AND +w.state = 'PENDING' AND w.not_before > ?))",
        )
        .bind(millis(now))
        .fetch_one(&self.pool)
        .await?)
    }

    /// Makes edits of everything that was written here until now, as every exchange does at its beginning.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn gather_edits(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        // Lists ask for it whenever they are shown, and mostly nothing was written since.
        let touched: bool =
            sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM sync_touched)").fetch_one(&self.pool).await?;
        if !touched {
            return Ok(());
        }
        let Some((tx, _)) = self.sync_write(now).await? else { return Ok(()) };
        finish(tx).await
    }

    /// The next edits to send, at most `limit` and never more than one push may carry. What has to wait holds back only
    /// later edits of its own row.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn edits_to_push(&self, limit: usize, now: DateTime<Utc>) -> Result<Vec<Op>, StoreError> {
        let Some((mut tx, _)) = self.sync_write(now).await? else { return Ok(Vec::new()) };
        let rows: Vec<(String, String, i64)> = sqlx::query_as(
            "SELECT id, edit, at FROM sync_outbox o WHERE state = 'PENDING' AND NOT EXISTS (SELECT 1 FROM sync_outbox w \
               WHERE w.tbl = o.tbl AND w.row_id = o.row_id AND w.n <= o.n AND +w.state = 'PENDING' AND w.not_before > ?1) \
             ORDER BY n LIMIT ?2",
        )
        .bind(millis(now))
        .bind(i64::try_from(limit.min(OPS_MAX)).unwrap_or(i64::MAX))
        .fetch_all(&mut *tx)
        .await?;
        finish(tx).await?;
        let mut ops = Vec::new();
        let mut bytes = 0;
        for (op, edit, at) in rows {
            bytes += edit.len();
            if bytes > PUSH_BYTES && !ops.is_empty() {
                break;
            }
            ops.push(Op { id: id(TABLE, &op)?, at, rows: vec![json(TABLE, &edit)?] });
        }
        Ok(ops)
    }

    /// Writes what became of a push. Saying the same again changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn note_pushed(&self, pushed: &Pushed, now: DateTime<Utc>) -> Result<(), StoreError> {
        let Some((mut tx, home)) = self.sync_write(now).await? else { return Ok(()) };
        let (accepted, others): (Vec<_>, Vec<_>) = pushed.results.iter().partition(|result| is_accepted(result));
        note_accepted(&mut tx, &home, pushed, &accepted, now).await?;
        for result in others {
            note_other(&mut tx, &home, pushed, result, now).await?;
        }
        note_backup(&mut tx, pushed.backed_up_through).await?;
        finish(tx).await
    }

    /// The edits that the backend does not have, in their order: waiting ones and refused ones, as of the last
    /// [`Store::gather_edits`].
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn own_edits(&self, limit: u32) -> Result<Vec<OwnEdit>, StoreError> {
        let rows: Vec<(String, String, i64, String, Option<String>)> = sqlx::query_as(
            "SELECT id, edit, at, state, last_error FROM sync_outbox WHERE state IN ('PENDING', 'DEAD') ORDER BY n LIMIT ?",
        )
        .bind(limit)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|(op, edit, at, state, why)| {
                let refused = OpState::parse(&state)? == OpState::Dead;
                let why = why.map(Why::read);
                Ok(OwnEdit { id: id(TABLE, &op)?, edit: json(TABLE, &edit)?, at: time(TABLE, at)?, refused, why })
            })
            .collect()
    }

    /// Gives a refused edit up: its row shows what the backend has.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there or was not refused.
    pub async fn discard_refused(&self, op: Uuid, now: DateTime<Utc>) -> Result<(), StoreError> {
        let (mut tx, home) = self.sync_write(now).await?.ok_or(StoreError::NotFound)?;
        let row: Option<(String, String)> =
            sqlx::query_as("DELETE FROM sync_outbox WHERE id = ? AND state = 'DEAD' RETURNING tbl, row_id")
                .bind(op.to_string())
                .fetch_optional(&mut *tx)
                .await?;
        let (table, row) = row.ok_or(StoreError::NotFound)?;
        show(&mut tx, &home, &table, &[id(TABLE, &row)?]).await?;
        finish(tx).await
    }
}

fn is_accepted(result: &OpResult) -> bool {
    match result.outcome {
        Outcome::Applied | Outcome::Merged | Outcome::Alternative | Outcome::Noop => true,
        // The same id with another body: an edit whose base was lowered after a restore, and another copy of this data
        // folder was first. What it says is there.
        Outcome::Rejected { code: Rejection::IdReused, .. } => true,
        Outcome::NeedFull | Outcome::Rejected { .. } | Outcome::Retry { .. } => false,
    }
}

/// All that were accepted, in a few statements: there are hundreds in an answer.
async fn note_accepted(
    connection: &mut SqliteConnection,
    home: &Home,
    pushed: &Pushed,
    accepted: &[&OpResult],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let at = |result: &OpResult| result.at.unwrap_or(pushed.head);
    let said: Vec<_> = accepted.iter().map(|result| (result.id, stored(at(result).seq))).collect();
    // By its id, one by one: there may be a hundred thousand that wait.
    let noted: Vec<(String, String, i64)> = sqlx::query_as(
        "UPDATE sync_outbox SET state = 'ACKED', accepted = said.value ->> 1, accepted_at = ?2, last_error = NULL \
         FROM json_each(?1) AS said WHERE sync_outbox.id = said.value ->> 0 AND +state = 'PENDING' \
         RETURNING tbl, row_id, accepted",
    )
    .bind(to_json(TABLE, &said)?)
    .bind(millis(now))
    .fetch_all(&mut *connection)
    .await?;
    let moments: Vec<_> = accepted.iter().map(|result| at(result)).chain([pushed.head]).collect();
    checkpoints::learn(connection, &moments).await?;
    let keys: Vec<_> = noted.iter().map(|(table, row, _)| (table, row)).collect();
    let confirmed: Vec<(String, String, i64)> = sqlx::query_as(
        "SELECT r.tbl, r.row_id, r.rev FROM json_each(?) AS key \
         CROSS JOIN sync_rows r ON r.tbl = key.value ->> 0 AND r.row_id = key.value ->> 1",
    )
    .bind(to_json(TABLE, &keys)?)
    .fetch_all(&mut *connection)
    .await?;
    let revs: HashMap<_, _> = confirmed.iter().map(|(table, row, rev)| ((table, row), number(*rev))).collect();
    for (table, row, at) in &noted {
        let (at, rev) = (number(*at), revs.get(&(table, row)).copied().unwrap_or_default());
        // Its row was here before the answer.
        if rev >= at || home.drained >= at {
            let row = id(TABLE, row)?;
            settle_row(connection, table, row, at).await?;
            restore::forget_spared(connection, home, table, row).await?;
            show(connection, home, table, &[row]).await?;
        }
    }
    Ok(())
}

/// One that was not accepted, which is rare.
async fn note_other(
    connection: &mut SqliteConnection,
    home: &Home,
    pushed: &Pushed,
    result: &OpResult,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let row: Option<(String, String)> =
        sqlx::query_as("SELECT tbl, row_id FROM sync_outbox WHERE id = ? AND state = 'PENDING'")
            .bind(result.id.to_string())
            .fetch_optional(&mut *connection)
            .await?;
    let Some((table, row)) = row else { return Ok(()) };
    let row = id(TABLE, &row)?;
    match &result.outcome {
        // Noted with all the others.
        Outcome::Applied | Outcome::Merged | Outcome::Alternative | Outcome::Noop => Ok(()),
        Outcome::NeedFull => send_whole(connection, home, pushed, &table, row, result.id).await,
        Outcome::Rejected { detail, .. } => {
            sqlx::query("UPDATE sync_outbox SET state = 'DEAD', last_error = ? WHERE id = ?")
                .bind(detail)
                .bind(result.id.to_string())
                .execute(connection)
                .await?;
            Ok(())
        }
        Outcome::Retry { code, after_s } => {
            let until = millis(now).saturating_add(i64::from(*after_s).saturating_mul(1_000));
            sqlx::query("UPDATE sync_outbox SET tries = tries + 1, not_before = ?, last_error = ? WHERE id = ?")
                .bind(until)
                .bind(to_json(TABLE, code)?.trim_matches('"'))
                .bind(result.id.to_string())
                .execute(connection)
                .await?;
            Ok(())
        }
    }
}

/// The own edits of a row that the backend has shown since.
async fn settle_row(connection: &mut SqliteConnection, table: &str, row: Uuid, through: u64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE sync_outbox SET state = 'SETTLED' WHERE tbl = ? AND row_id = ? AND state = 'ACKED' AND accepted <= ?",
    )
    .bind(table)
    .bind(row.to_string())
    .bind(stored(through))
    .execute(connection)
    .await?;
    Ok(())
}

/// The backend does not know the row (any more), so none of these edits was taken: they become one that carries the
/// whole row, as it was confirmed and with every own edit since. The parts keep no bases, for there is nothing to be
/// based on.
async fn send_whole(
    connection: &mut SqliteConnection,
    home: &Home,
    pushed: &Pushed,
    table: &str,
    row: Uuid,
    from: Uuid,
) -> Result<(), StoreError> {
    let taken: Vec<Uuid> = pushed.results.iter().filter(|r| r.at.is_some()).map(|r| r.id).collect();
    let view = views(connection, table, &[row]).await?.remove(&row).unwrap_or_default();
    let mut whole: Doc = known(connection, home, table, row, &view).await?;
    let mut parts = Vec::new();
    for own in view.own.iter().filter(|own| own.state != OpState::Dead) {
        lay(&mut whole, &own.edit);
        let replaced = own.id == from || !parts.is_empty();
        if replaced && own.state == OpState::Pending && !taken.contains(&own.id) {
            parts.push(own);
        }
    }
    let Some((n, at)) = place(connection, from).await? else { return Ok(()) };
    let edit = whole_row(table, row, whole, &parts);
    for part in &parts {
        sqlx::query("DELETE FROM sync_outbox WHERE id = ?").bind(part.id.to_string()).execute(&mut *connection).await?;
    }
    let missing = registry::table(table).and_then(|t| t.required().find(|column| !edit.f.contains_key(column.name)));
    let lost = missing.map(|column| Unsendable::Lost { column: column.name.to_owned() });
    sqlx::query(
        "INSERT INTO sync_outbox (n, id, tbl, row_id, edit, at, state, last_error) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(n)
    .bind(Uuid::now_v7().to_string())
    .bind(table)
    .bind(row.to_string())
    .bind(to_json(TABLE, &edit)?)
    .bind(at)
    .bind(if lost.is_some() { "DEAD" } else { "PENDING" })
    .bind(lost.map(|why| to_json(TABLE, &why)).transpose()?)
    .execute(connection)
    .await?;
    Ok(())
}

/// What is known of a row that the backend does not have: what the desk shows, what was confirmed, and own edits that
/// were confirmed long ago.
async fn known(
    connection: &mut SqliteConnection,
    home: &Home,
    table: &str,
    row: Uuid,
    view: &View,
) -> Result<Doc, StoreError> {
    let mut doc = Doc::new();
    if let Some(desk) = tables::desk(table).filter(|desk| desk.key != "platform") {
        let key = row.to_string();
        doc = rows::read(connection, desk, std::slice::from_ref(&key), home).await?.remove(&key).unwrap_or_default();
    }
    let settled: Vec<String> = sqlx::query_scalar(
        "SELECT edit FROM sync_outbox WHERE tbl = ? AND row_id = ? AND state = 'SETTLED' ORDER BY n",
    )
    .bind(table)
    .bind(row.to_string())
    .fetch_all(connection)
    .await?;
    for edit in settled {
        lay(&mut doc, &json(TABLE, &edit)?);
    }
    doc.extend(view.confirmed.iter().flat_map(|c| c.doc.clone()));
    Ok(doc)
}

fn whole_row(table: &str, row: Uuid, doc: Doc, parts: &[&Own]) -> RowEdit {
    let columns = registry::table(table).map_or(&[][..], |t| t.columns);
    let mine = |name: &str| columns.iter().any(|c| c.name == name && c.owner == Owner::Member);
    let mut f: BTreeMap<String, FieldEdit> = doc
        .into_iter()
        .filter(|(name, _)| mine(name))
        .map(|(name, v)| (name, FieldEdit { v, rev: 0, op: None }))
        .collect();
    let last = parts.iter().rev().find_map(|own| own.edit.f.get(DELETED));
    let deleted = last.and_then(|edit| edit.v.as_bool()).unwrap_or(false);
    f.insert(DELETED.into(), FieldEdit { v: Value::Bool(deleted), rev: 0, op: None });
    let mut resolves = BTreeMap::new();
    for part in parts {
        resolves.extend(part.edit.resolves.clone());
    }
    resolves.retain(|field: &String, _| f.contains_key(field));
    RowEdit { t: table.to_owned(), row, f, resolves, saw: BTreeMap::new() }
}

async fn place(connection: &mut SqliteConnection, op: Uuid) -> Result<Option<(i64, i64)>, StoreError> {
    Ok(sqlx::query_as("SELECT n, at FROM sync_outbox WHERE id = ?")
        .bind(op.to_string())
        .fetch_optional(connection)
        .await?)
}

/// Notes how far the backend has a backup, and forgets the edits that no restore can lose any more.
pub(super) async fn note_backup(connection: &mut SqliteConnection, through: u64) -> Result<(), StoreError> {
    let told = sqlx::query("UPDATE sync_state SET backed_up_through = ?1 WHERE backed_up_through <> ?1")
        .bind(stored(through))
        .execute(&mut *connection)
        .await?;
    if told.rows_affected() > 0 {
        sqlx::query("DELETE FROM sync_outbox WHERE state = 'SETTLED' AND accepted <= ?")
            .bind(stored(through))
            .execute(connection)
            .await?;
    }
    Ok(())
}

/// Forgets what was accepted long ago, whatever the backend says of its backups.
pub(super) async fn forget_old(connection: &mut SqliteConnection, now: DateTime<Utc>) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sync_outbox WHERE state = 'SETTLED' AND accepted_at < ?")
        .bind(millis(now - KEPT))
        .execute(connection)
        .await?;
    Ok(())
}
