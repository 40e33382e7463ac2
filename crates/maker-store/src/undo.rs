//! `draft_steps`: what was typed into drafts on this device, to be taken back and done again, also after a restart.
//!
//! A step knows the columns that were edited, as they were and as they were made. Taking it back is an edit like any other:
//! it goes through the versions and travels. What another device wrote since stays.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::id::DraftId;
use maker_domain::sync::merge3::merge3;
use maker_domain::sync::registry::{Column, Merge};
use serde_json::{Map, Value};
use sqlx::SqliteConnection;

use crate::drafts::{document, replace};
use crate::stored::{json, millis, to_json};
use crate::sync::{Doc, tables};
use crate::versions::is_within;
use crate::{Store, StoreError};

/// Typing that goes on within this time of the last letter is the same step.
const PAUSE: TimeDelta = TimeDelta::milliseconds(1_500);

/// However fast somebody types, a step is over after this time.
const LONGEST: TimeDelta = TimeDelta::seconds(15);

/// What comes at once and is longer than this in bytes was pasted or put in, and not typed: it is a step of its own.
const LEAP: usize = 40;

/// Steps of one draft.
const MOST: i64 = 300;

/// What the steps of one draft may take, in bytes.
const MOST_BYTES: i64 = 4 << 20;

/// Nobody takes back what they did longer ago than this; there are the versions.
const DAYS: i64 = 30;

const TABLE: &str = "draft_steps";

/// Columns with their values; one that was empty is there as `null`.
type Columns = BTreeMap<String, Value>;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Takes the latest step back.
    Undo,
    /// Does the step that was taken back last again.
    Redo,
}

impl Store {
    /// Takes one step in a draft, a video's or a post's, and says which columns it changed, by their names in the registry.
    /// `None` when there is no step that way. A step that nothing is left of, since another device wrote over all of it, is
    /// passed over.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when nothing is being written under this id.
    pub async fn step(&self, draft: DraftId, way: Way, now: DateTime<Utc>) -> Result<Option<Vec<String>>, StoreError> {
        let mut tx = self.write().await?;
        let status: Option<String> = sqlx::query_scalar("SELECT status FROM drafts WHERE id = ?")
            .bind(draft.to_string())
            .fetch_optional(&mut *tx)
            .await?;
        if status.as_deref() != Some("DRAFT") {
            return Err(StoreError::NotFound);
        }
        let next = match way {
            Way::Undo => {
                "SELECT n, became, was FROM draft_steps WHERE draft_id = ? AND undone = 0 ORDER BY n DESC LIMIT 1"
            }
            Way::Redo => "SELECT n, was, became FROM draft_steps WHERE draft_id = ? AND undone = 1 ORDER BY n LIMIT 1",
        };
        let changed = loop {
            let step: Option<(i64, String, String)> =
                sqlx::query_as(next).bind(draft.to_string()).fetch_optional(&mut *tx).await?;
            let Some((n, from, to)) = step else { break None };
            let changed = make(&mut tx, draft, [&json(TABLE, &from)?, &json(TABLE, &to)?], now).await?;
            let sql = match changed.is_empty() {
                true => "DELETE FROM draft_steps WHERE n = ?",
                false => "UPDATE draft_steps SET undone = 1 - undone WHERE n = ?",
            };
            sqlx::query(sql).bind(n).execute(&mut *tx).await?;
            if !changed.is_empty() {
                break Some(changed);
            }
        };
        tx.commit().await?;
        Ok(changed)
    }

    /// Gives up steps that nobody takes back any more.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn forget_old_steps(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let before = millis(now - TimeDelta::days(DAYS));
        sqlx::query("DELETE FROM draft_steps WHERE ended_at < ?").bind(before).execute(&self.pool).await?;
        Ok(())
    }
}

/// Makes what the draft says `from` into `to`, column by column, as far as it still says that. The columns that changed.
async fn make(
    connection: &mut SqliteConnection,
    draft: DraftId,
    [from, to]: [&Columns; 2],
    now: DateTime<Utc>,
) -> Result<Vec<String>, StoreError> {
    let Some(desk) = tables::desk("drafts") else { return Ok(Vec::new()) };
    let before = document(connection, draft).await?;
    let row = Map::from_iter([("fields".to_owned(), Value::from(before.as_str()))]);
    let is = desk.read(&row, "");
    let mut doc = is.clone();
    for column in desk.columns() {
        let (Some(from), Some(to)) = (from.get(column.name), to.get(column.name)) else { continue };
        match back(column, is.get(column.name).unwrap_or(&Value::Null), from, to) {
            Some(Value::Null) => doc.remove(column.name),
            Some(value) => doc.insert(column.name.to_owned(), value),
            None => continue,
        };
    }
    let changed: Vec<String> = desk
        .columns()
        .iter()
        .filter(|column| doc.get(column.name) != is.get(column.name))
        .map(|column| column.name.to_owned())
        .collect();
    if !changed.is_empty() {
        replace(connection, draft, &before, &desk.fields(&doc, Some(&row)), now).await?;
    }
    Ok(changed)
}

/// What a column becomes; `None` when somebody else has made something of it that this would undo.
fn back(column: &Column, is: &Value, from: &Value, to: &Value) -> Option<Value> {
    if is == from {
        return Some(to.clone());
    }
    match column.merge {
        Merge::Text => merge3(from.as_str()?, to.as_str()?, is.as_str()?).map(Value::String),
        Merge::Scalar | Merge::Latest | Merge::Immutable => None,
    }
}

/// Notes that `shown` was made into `typed`. Steps that were taken back before cannot be done again after it.
pub(crate) async fn note(
    connection: &mut SqliteConnection,
    draft: DraftId,
    [shown, typed]: [&str; 2],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(desk) = tables::desk("drafts") else { return Ok(()) };
    let [shown, typed] = [shown, typed].map(|fields| {
        let row = Map::from_iter([("fields".to_owned(), Value::from(fields))]);
        desk.read(&row, "")
    });
    let edited: Vec<&str> =
        desk.columns().iter().map(|c| c.name).filter(|name| shown.get(*name) != typed.get(*name)).collect();
    if edited.is_empty() {
        return Ok(());
    }
    let of = |doc: &Doc| -> Columns {
        edited.iter().map(|name| ((*name).to_owned(), doc.get(*name).cloned().unwrap_or_default())).collect()
    };
    let (was, became) = (of(&shown), of(&typed));
    sqlx::query("DELETE FROM draft_steps WHERE draft_id = ? AND undone = 1")
        .bind(draft.to_string())
        .execute(&mut *connection)
        .await?;
    let last: Option<(i64, String, String, i64, i64)> = sqlx::query_as(
        "SELECT n, was, became, began_at, ended_at FROM draft_steps WHERE draft_id = ? ORDER BY n DESC LIMIT 1",
    )
    .bind(draft.to_string())
    .fetch_optional(&mut *connection)
    .await?;
    if let Some((n, from, to, began, ended)) = last
        && (0..=PAUSE.num_milliseconds()).contains(&(millis(now) - ended))
        && millis(now) - began <= LONGEST.num_milliseconds()
        && goes_on(&json(TABLE, &from)?, &json(TABLE, &to)?, &was, &became)
    {
        sqlx::query("UPDATE draft_steps SET became = ?, ended_at = ? WHERE n = ?")
            .bind(to_json(TABLE, &became)?)
            .bind(millis(now))
            .bind(n)
            .execute(connection)
            .await?;
        return Ok(());
    }
    sqlx::query("INSERT INTO draft_steps (draft_id, was, became, began_at, ended_at) VALUES (?1, ?2, ?3, ?4, ?4)")
        .bind(draft.to_string())
        .bind(to_json(TABLE, &was)?)
        .bind(to_json(TABLE, &became)?)
        .bind(millis(now))
        .execute(&mut *connection)
        .await?;
    make_room(connection, draft).await
}

/// Whether an edit continues the step before it: the same one text, to which more is added at one place, or of which more
/// is taken away.
fn goes_on(from: &Columns, to: &Columns, was: &Columns, became: &Columns) -> bool {
    let (1, Some((name, Value::String(from)))) = (from.len(), from.iter().next()) else { return false };
    let text = |columns: &Columns| Some(columns.get(name)?.as_str()?.to_owned());
    let (1, Some(to), Some(was), Some(became)) = (was.len(), text(to), text(was), text(became)) else { return false };
    let grows = |a: &str, b: &str| is_within(a, b);
    let is_new_line = became.matches('\n').count() > to.matches('\n').count();
    was == to
        && !is_new_line
        && became.len() <= to.len() + LEAP
        && ((grows(from, &to) && grows(&to, &became) && grows(from, &became))
            || (grows(&to, from) && grows(&became, &to) && grows(&became, from)))
}

async fn make_room(connection: &mut SqliteConnection, draft: DraftId) -> Result<(), StoreError> {
    sqlx::query(
        "DELETE FROM draft_steps WHERE n IN (SELECT n FROM (SELECT n, row_number() OVER w AS nth, \
             sum(octet_length(was) + octet_length(became)) OVER w AS bytes \
           FROM draft_steps WHERE draft_id = ?1 WINDOW w AS (ORDER BY n DESC)) WHERE nth > 1 AND (nth > ?2 OR bytes > ?3))",
    )
    .bind(draft.to_string())
    .bind(MOST)
    .bind(MOST_BYTES)
    .execute(connection)
    .await?;
    Ok(())
}
