//! Gathering: what was written to the desk's tables since the last time becomes edits with what they were based on.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use maker_domain::sync::registry::{Column, Merge, Owner};
use maker_domain::sync::wire::{FieldEdit, RowEdit};
use serde_json::Value;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::tables::{self, Desk, is_deleted};
use super::view::{View, views};
use super::{DELETED, Doc, Home, outbox, row_id, rows};
use crate::StoreError;
use crate::stored::{json, millis};

/// Rows that are compared at once.
const AT_ONCE: i64 = 500;

/// Turns the rows that were written into edits of the outbox, in the order in which they were first written.
pub(super) async fn gather(
    connection: &mut SqliteConnection,
    home: &Home,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    loop {
        let touched: Vec<(i64, String, String, Option<String>)> =
            sqlx::query_as("SELECT n, tbl, key, unseen FROM sync_touched ORDER BY n LIMIT ?")
                .bind(AT_ONCE)
                .fetch_all(&mut *connection)
                .await?;
        let Some(last) = touched.last().map(|(n, ..)| *n) else { return Ok(()) };
        let mut keys: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (_, table, key, _) in &touched {
            keys.entry(table).or_default().push(key.clone());
        }
        let mut edits = BTreeMap::new();
        for (table, keys) in keys {
            let Some(desk) = tables::desk(table) else { continue };
            let here = rows::read(connection, desk, &keys, home).await?;
            let ids: Vec<Uuid> = keys.iter().map(|key| row_id(desk, key, home.workspace)).collect::<Result<_, _>>()?;
            let views = views(connection, table, &ids).await?;
            for (key, id) in keys.into_iter().zip(ids) {
                let view = views.get(&id).cloned().unwrap_or_default();
                if let Some(edit) = edit(desk, id, here.get(&key), &view) {
                    edits.insert((table.to_owned(), key.clone()), (edit, at(here.get(&key), now)));
                }
            }
        }
        let mut new = Vec::with_capacity(edits.len());
        for (_, table, key, unseen) in touched {
            if let Some((mut edit, at)) = edits.remove(&(table, key)) {
                if let Some(unseen) = unseen {
                    blind(&mut edit, &json::<Vec<String>>("sync_touched", &unseen)?);
                }
                new.push((edit, at));
            }
        }
        // What was refused before goes along with what corrects it.
        outbox::drop_dead(connection, &new).await?;
        outbox::add_all(connection, &new, outbox::End::Last).await?;
        sqlx::query("DELETE FROM sync_touched WHERE n <= ?").bind(last).execute(&mut *connection).await?;
    }
}

/// An edit of these columns was made from nothing that is known here: whatever the backend has is kept beside it.
pub(super) fn blind(edit: &mut RowEdit, unseen: &[String]) {
    for (_, field) in edit.f.iter_mut().filter(|(name, _)| unseen.contains(name)) {
        (field.rev, field.op) = (0, None);
    }
}

/// When the row was edited, as it says itself: what was typed long before the network came back is not of now.
fn at(here: Option<&Doc>, now: DateTime<Utc>) -> i64 {
    here.and_then(|doc| doc.get("updated_at")?.as_i64()).map_or_else(|| millis(now), |at| at.min(millis(now)))
}

/// The edit that makes what the backend has or will have into what the row says here; `None` when they say the same.
pub(super) fn edit(desk: &'static Desk, row: Uuid, here: Option<&Doc>, view: &View) -> Option<RowEdit> {
    let there = view.accepted();
    let was_deleted = there.as_ref().is_none_or(is_deleted);
    let is_gone = here.is_none_or(is_deleted);
    if was_deleted && is_gone {
        return None;
    }
    let mut changed: BTreeMap<String, Value> = BTreeMap::new();
    if let Some(here) = here {
        let mine = |c: &&Column| {
            c.owner == Owner::Member && (there.is_none() || c.merge != Merge::Immutable || !has(&there, c.name))
        };
        for column in desk.columns().iter().filter(mine) {
            let said = there.as_ref().and_then(|doc| doc.get(column.name));
            let new = there.is_none() && here.contains_key(column.name);
            if new || !desk.same(column, here.get(column.name), said) {
                changed.insert(column.name.to_owned(), here.get(column.name).cloned().unwrap_or_default());
            }
        }
    }
    if is_gone != was_deleted && there.is_some() {
        changed.insert(DELETED.to_owned(), Value::Bool(is_gone));
    }
    (!only_looked(desk, &changed)).then(|| based(desk.name, row, changed, view))
}

/// Whether nothing is different, or nothing but the time in what machines write: an upload that waits for the network is
/// looked at every few seconds, and nobody has edited it.
fn only_looked(desk: &Desk, changed: &BTreeMap<String, Value>) -> bool {
    let by_machines = || desk.columns().iter().all(|c| matches!(c.merge, Merge::Latest | Merge::Immutable));
    changed.is_empty() || (changed.keys().all(|name| name == "updated_at") && by_machines())
}

fn has(doc: &Option<Doc>, column: &str) -> bool {
    doc.as_ref().is_some_and(|doc| doc.contains_key(column))
}

/// An edit of `changed`, with what it was made from.
pub(super) fn based(table: &str, row: Uuid, changed: BTreeMap<String, Value>, view: &View) -> RowEdit {
    let mut saw = view.owners();
    saw.retain(|field, _| !changed.contains_key(field) && (changed.contains_key(DELETED) || field == DELETED));
    let f = changed
        .into_iter()
        .map(|(field, v)| {
            let edit = match view.owner(&field) {
                Some((op, rev)) => FieldEdit { v, rev, op: Some(op) },
                None => FieldEdit { v, rev: view.rev(), op: None },
            };
            (field, edit)
        })
        .collect();
    RowEdit { t: table.to_owned(), row, f, resolves: BTreeMap::new(), saw }
}
