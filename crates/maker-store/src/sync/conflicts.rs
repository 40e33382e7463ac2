//! Edited on two devices: what was kept beside the value that is shown, until the maker settles it. Settling is an
//! ordinary edit that names what it settles.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use maker_domain::sync::registry;
use maker_domain::sync::wire::{Alternative, RowEdit, VersionId, Writer};
use serde_json::Value;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::edits::{based, blind};
use super::outbox::{self, End};
use super::view::{View, show, views};
use super::{Doc, finish, is_deleted};
use crate::stored::{id, json, millis, time};
use crate::{Store, StoreError};

const TABLE: &str = "sync_rows";

/// A field that was edited on two devices which did not know of each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The table.
    pub table: String,
    /// The row.
    pub row: Uuid,
    /// What people know the row by; empty where it has no such thing.
    pub title: String,
    /// It is the draft of a post.
    pub is_post: bool,
    /// The column.
    pub field: String,
    /// The value that is shown.
    pub shown: Value,
    /// Where and when that was typed; `None` while it is an edit of this device that has not come back.
    pub shown_by: Option<(String, DateTime<Utc>)>,
    /// The values that are kept beside it.
    pub kept: Vec<Kept>,
}

/// A value that is kept beside the one that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its version, by which it is settled.
    pub version: VersionId,
    /// The value.
    pub value: Value,
    /// The name of the device it was typed on.
    pub device: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A value as people read it: a text without its quotation marks, and nothing for what is not there.
#[must_use]
pub fn as_text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// How the maker settles one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Shows the kept value from here on.
    Use,
    /// Makes a second draft with it. For drafts only.
    KeepBoth,
    /// Leaves what is shown.
    Dismiss,
}

impl Store {
    /// What was edited on two devices and is not settled, at most `limit` rows of it.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn conflicts(&self, limit: u32) -> Result<Vec<Conflict>, StoreError> {
        let mut connection = self.pool.acquire().await?;
        let rows: Vec<(String, String, String, Option<String>)> = sqlx::query_as(
            "SELECT tbl, row_id, alternatives, writers FROM sync_rows WHERE alternatives IS NOT NULL ORDER BY tbl, row_id LIMIT ?",
        )
        .bind(limit)
        .fetch_all(&mut *connection)
        .await?;
        let mut conflicts = Vec::new();
        for (table, row, alternatives, writers) in rows {
            let row = id(TABLE, &row)?;
            let view = views(&mut connection, &table, &[row]).await?.remove(&row).unwrap_or_default();
            let Some(shown) = view.shown().filter(|doc| !is_deleted(doc)) else { continue };
            let mut writers: BTreeMap<String, Writer> =
                writers.map(|text| json(TABLE, &text)).transpose()?.unwrap_or_default();
            for (field, open) in open(&alternatives, &view)? {
                let kept = open
                    .into_iter()
                    .map(|a| Ok(Kept { version: a.id, value: a.v, device: a.device, at: time(TABLE, a.at)? }))
                    .collect::<Result<Vec<_>, StoreError>>()?;
                let value = shown.get(&field).cloned().unwrap_or_default();
                let writer = writers.remove(&field).filter(|_| view.owner(&field).is_none());
                let shown_by = writer.map(|by| Ok::<_, StoreError>((by.device, time(TABLE, by.at)?))).transpose()?;
                let title = title(&shown);
                let is_post = table == "drafts" && shown.get("kind").and_then(Value::as_str) == Some("POST");
                let table = table.clone();
                conflicts.push(Conflict { table, row, title, is_post, field, shown: value, shown_by, kept });
            }
        }
        Ok(conflicts)
    }

    /// Settles one kept value. Returns the new draft of [`Resolution::KeepBoth`]. `seen` is [`Conflict::shown`] as the
    /// maker saw it, [as text](as_text): what has come in its place meanwhile is not what was decided against, and is kept beside.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is settled already or never was; [`StoreError::IllegalMove`] for keeping both of
    /// what is not a draft.
    pub async fn resolve(
        &self,
        table: &str,
        row: Uuid,
        version: &VersionId,
        seen: &str,
        how: Resolution,
        now: DateTime<Utc>,
    ) -> Result<Option<Uuid>, StoreError> {
        let (mut tx, home) = self.sync_write(now).await?.ok_or(StoreError::NotFound)?;
        let view = views(&mut tx, table, &[row]).await?.remove(&row).unwrap_or_default();
        let shown = view.shown().ok_or(StoreError::NotFound)?;
        let (field, kept) = find(&mut tx, table, row, version, &view).await?.ok_or(StoreError::NotFound)?;
        let is = shown.get(&field).cloned().unwrap_or_default();
        let unseen = how == Resolution::Use && as_text(&is) != seen;
        let value = match how {
            Resolution::Use => kept.v.clone(),
            Resolution::KeepBoth | Resolution::Dismiss => is,
        };
        let second = match how {
            Resolution::KeepBoth if table != "drafts" => {
                return Err(StoreError::IllegalMove("kept-as-one".into()));
            }
            Resolution::KeepBoth => {
                let draft = Uuid::now_v7();
                outbox::add(&mut tx, copy(draft, shown, &field, kept.v, now), millis(now), End::Last).await?;
                show(&mut tx, &home, table, &[draft]).await?;
                Some(draft)
            }
            Resolution::Use | Resolution::Dismiss => None,
        };
        let mut changed = BTreeMap::from([(field.clone(), value)]);
        if how == Resolution::Use && registry::table(table).is_some_and(|t| t.column("updated_at").is_some()) {
            changed.insert("updated_at".into(), millis(now).into());
        }
        let mut edit = based(table, row, changed, &view);
        if unseen {
            blind(&mut edit, std::slice::from_ref(&field));
        }
        edit.resolves.insert(field, vec![version.clone()]);
        outbox::add(&mut tx, edit, millis(now), End::Last).await?;
        show(&mut tx, &home, table, &[row]).await?;
        finish(tx).await?;
        Ok(second)
    }
}

fn copy(draft: Uuid, mut doc: Doc, field: &str, value: Value, now: DateTime<Utc>) -> RowEdit {
    doc.insert(field.to_owned(), value);
    for time in ["created_at", "updated_at"] {
        doc.insert(time.to_owned(), millis(now).into());
    }
    let known = registry::table("drafts");
    doc.retain(|name, value| !value.is_null() && known.is_some_and(|t| t.column(name).is_some()));
    based("drafts", draft, doc, &View::default())
}

async fn find(
    connection: &mut SqliteConnection,
    table: &str,
    row: Uuid,
    version: &VersionId,
    view: &View,
) -> Result<Option<(String, Alternative)>, StoreError> {
    let alternatives: Option<Option<String>> =
        sqlx::query_scalar("SELECT alternatives FROM sync_rows WHERE tbl = ? AND row_id = ?")
            .bind(table)
            .bind(row.to_string())
            .fetch_optional(connection)
            .await?;
    let Some(alternatives) = alternatives.flatten() else { return Ok(None) };
    let all =
        open(&alternatives, view)?.into_iter().flat_map(|(f, open)| open.into_iter().map(move |a| (f.clone(), a)));
    Ok(all.into_iter().find(|(_, a)| a.id == *version))
}

/// The kept values by field, without those that an own edit has settled.
fn open(alternatives: &str, view: &View) -> Result<BTreeMap<String, Vec<Alternative>>, StoreError> {
    let mut open: BTreeMap<String, Vec<Alternative>> = json(TABLE, alternatives)?;
    let settled: BTreeSet<&VersionId> = view.own.iter().flat_map(|own| own.edit.resolves.values().flatten()).collect();
    for kept in open.values_mut() {
        kept.retain(|a| !settled.contains(&a.id));
    }
    open.retain(|_, kept| !kept.is_empty());
    Ok(open)
}

fn title(doc: &Doc) -> String {
    let named = ["title", "name", "content", "platform", "description"]
        .iter()
        .find_map(|name| doc.get(*name)?.as_str().filter(|text| !text.is_empty()));
    named.unwrap_or_default().chars().take(100).collect()
}
