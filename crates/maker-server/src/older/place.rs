//! Where one post or video goes: an edit of a workspace, or beside, with the reason.

use std::collections::BTreeMap;

use maker_domain::sync::wire::{FieldEdit, Op, RowEdit};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::people::{Home, People};
use super::report::Tally;
use super::row::OldRow;
use super::{address, ids};
use crate::sync::{Author, refusal};

/// The old tables whose rows are placed one by one, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Videos,
    Posts,
}

impl Kind {
    pub(super) const ALL: [Self; 2] = [Self::Videos, Self::Posts];

    /// The table's name, then and now.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Videos => "videos",
            Self::Posts => "posts",
        }
    }
}

/// A row with its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) home: Home,
    pub(super) old_id: String,
    pub(super) id: Uuid,
    pub(super) op: Op,
    /// Below which words it is counted.
    pub(super) counted: String,
}

/// Finds the place of a row. `now` is when the bringing forward began.
///
/// # Errors
/// Why it has none, in words for the report.
pub(super) fn place(people: &People, kind: Kind, row: &OldRow, now: i64) -> Result<Placed, String> {
    let (fields, stats, counted) = match kind {
        Kind::Videos => video(row, now)?,
        Kind::Posts => post(row, now),
    };
    let home = people.home(row)?;
    let old_id = row.id();
    let id = ids::id(kind.name(), &old_id);
    let mut rows = vec![edit(kind.name(), id, fields)];
    if let Some((table, stats)) = stats {
        rows.push(edit(table, id, stats));
    }
    let at = row.times(now).1.min(now);
    let op = Op { id: ids::derived(kind.name(), &format!("edit {old_id}")), at, rows };
    match refusal(home.tenant, &Author::Backend, &op) {
        Some(why) => Err(why),
        None => Ok(Placed { home, old_id, id, op, counted }),
    }
}

type Parts = (Map<String, Value>, Option<(&'static str, Map<String, Value>)>, String);

fn video(row: &OldRow, now: i64) -> Result<Parts, &'static str> {
    let duration = row.number("duration").filter(|seconds| *seconds >= 0.0);
    let address = address::read(row.text("video_url"), duration)?;
    let counted = format!("videos placed: {} {}", address.platform.as_str(), address.kind.as_str());
    let (created_at, updated_at) = row.times(now);
    let fields = json!({
        "title": row.text("title").unwrap_or_default(), "description": row.text("description"), "url": address.url,
        "thumbnail_url": row.text("thumbnail_url"), "duration": duration, "platform": address.platform.as_str(),
        "type": address.kind.as_str(), "created_at": created_at, "updated_at": updated_at,
    });
    let stats = match (row.count("views"), row.count("likes")) {
        (None, None) => None,
        (views, likes) => Some(("video_stats", said(json!({ "views": views, "likes": likes, "as_of": now })))),
    };
    Ok((said(fields), stats, counted))
}

fn post(row: &OldRow, now: i64) -> Parts {
    let (created_at, updated_at) = row.times(now);
    let fields = json!({
        "content": row.text("content").unwrap_or_default(), "images": row.texts("images"),
        "created_at": created_at, "updated_at": updated_at,
    });
    let likes = row.count("likes").map(|likes| ("post_stats", said(json!({ "likes": likes, "as_of": now }))));
    (said(fields), likes, "posts placed".to_owned())
}

/// An edit that makes a whole row.
pub(super) fn edit(table: &str, row: Uuid, fields: Map<String, Value>) -> RowEdit {
    let f = fields.into_iter().map(|(name, v)| (name, FieldEdit { v, rev: 0, op: None })).collect();
    RowEdit { t: table.to_owned(), row, f, resolves: BTreeMap::new(), saw: BTreeMap::new() }
}

/// The entries that hold something.
pub(super) fn said(fields: Value) -> Map<String, Value> {
    match fields {
        Value::Object(fields) => fields.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        _ => Map::new(),
    }
}

/// Counts what became of a row.
pub(super) fn count(tally: &mut Tally, kind: Kind, outcome: Result<&Placed, &String>) {
    let name = kind.name();
    tally.add(name, 1);
    match outcome {
        Ok(placed) => {
            tally.add(&placed.counted, 1);
            if kind == Kind::Videos {
                tally.add("videos placed", 1);
            }
        }
        Err(why) => {
            tally.add(&format!("{name} kept in legacy_{name}"), 1);
            tally.add(&format!("{name} kept in legacy_{name}: {why}"), 1);
        }
    }
}
