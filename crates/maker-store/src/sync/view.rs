//! A row as it is seen here: what the backend said, with this device's own edits on top.

use std::collections::BTreeMap;

use maker_domain::sync::wire::RowEdit;
use serde_json::Value;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::outbox::OpState;
use super::{DELETED, Doc, Home, number, rows, tables};
use crate::StoreError;
use crate::stored::{id, json, to_json};

/// What the backend said last.
#[derive(Clone, Debug)]
pub(super) struct Confirmed {
    pub(super) rev: u64,
    pub(super) doc: Doc,
}

/// An own edit that has not come back yet.
#[derive(Clone, Debug)]
pub(super) struct Own {
    pub(super) id: Uuid,
    pub(super) state: OpState,
    pub(super) edit: RowEdit,
}

/// Both, the own ones in their order.
#[derive(Clone, Debug, Default)]
pub(super) struct View {
    pub(super) confirmed: Option<Confirmed>,
    pub(super) own: Vec<Own>,
}

impl View {
    /// What people see, also of edits that were refused: nothing typed goes from the screen. `None` for no row.
    pub(super) fn shown(&self) -> Option<Doc> {
        self.fold(|_| true)
    }

    /// What the backend has or will have.
    pub(super) fn accepted(&self) -> Option<Doc> {
        self.fold(|own| own.state != OpState::Dead)
    }

    fn fold(&self, counts: impl Fn(&Own) -> bool) -> Option<Doc> {
        let own: Vec<&Own> = self.own.iter().filter(|own| counts(own)).collect();
        if self.confirmed.is_none() && own.is_empty() {
            return None;
        }
        let mut doc = self.confirmed.as_ref().map(|c| c.doc.clone()).unwrap_or_default();
        for own in own {
            lay(&mut doc, &own.edit);
        }
        Some(doc)
    }

    /// The own edit of a field that is on the screen, and the revision that the first of them was made on.
    pub(super) fn owner(&self, field: &str) -> Option<(Uuid, u64)> {
        let active = self.own.iter().rev().filter(|own| own.state != OpState::Dead);
        active.filter_map(|own| Some((own.id, own.edit.f.get(field)?.rev))).next()
    }

    /// Every own edit that is on the screen, by field.
    pub(super) fn owners(&self) -> BTreeMap<String, Uuid> {
        let active = self.own.iter().filter(|own| own.state != OpState::Dead);
        active.flat_map(|own| own.edit.f.keys().map(|field| (field.clone(), own.id))).collect()
    }

    pub(super) fn rev(&self) -> u64 {
        self.confirmed.as_ref().map_or(0, |c| c.rev)
    }
}

/// Lays an edit over a row.
pub(super) fn lay(doc: &mut Doc, edit: &RowEdit) {
    for (field, new) in &edit.f {
        if new.v.is_null() || (field == DELETED && new.v == Value::Bool(false)) {
            doc.remove(field);
        } else {
            doc.insert(field.clone(), new.v.clone());
        }
    }
}

/// The views of these rows of a table; every id has one.
pub(super) async fn views(
    connection: &mut SqliteConnection,
    table: &str,
    ids: &[Uuid],
) -> Result<BTreeMap<Uuid, View>, StoreError> {
    let mut views: BTreeMap<Uuid, View> = ids.iter().map(|id| (*id, View::default())).collect();
    let list = to_json("sync_rows", &ids)?;
    let confirmed: Vec<(String, i64, bool, String)> = sqlx::query_as(
        "SELECT row_id, rev, deleted, fields FROM sync_rows \
         WHERE tbl = ?1 AND row_id IN (SELECT value FROM json_each(?2))",
    )
    .bind(table)
    .bind(&list)
    .fetch_all(&mut *connection)
    .await?;
    for (row, rev, deleted, fields) in confirmed {
        let mut doc: Doc = json("sync_rows", &fields)?;
        doc.retain(|_, value| !value.is_null());
        if deleted {
            doc.insert(DELETED.into(), true.into());
        }
        if let Some(view) = views.get_mut(&id("sync_rows", &row)?) {
            view.confirmed = Some(Confirmed { rev: number(rev), doc });
        }
    }
    let own: Vec<(String, String, String, String)> = sqlx::query_as(
        "SELECT row_id, id, state, edit FROM sync_outbox \
         WHERE tbl = ?1 AND row_id IN (SELECT value FROM json_each(?2)) AND state <> 'SETTLED' ORDER BY n",
    )
    .bind(table)
    .bind(&list)
    .fetch_all(&mut *connection)
    .await?;
    for (row, op, state, edit) in own {
        let own =
            Own { id: id("sync_outbox", &op)?, state: OpState::parse(&state)?, edit: json("sync_outbox", &edit)? };
        if let Some(view) = views.get_mut(&id("sync_outbox", &row)?) {
            view.own.push(own);
        }
    }
    Ok(views)
}

/// Makes the desk's tables show these rows as they now are.
pub(super) async fn show(
    connection: &mut SqliteConnection,
    home: &Home,
    table: &str,
    ids: &[Uuid],
) -> Result<(), StoreError> {
    let Some(desk) = tables::desk(table) else { return Ok(()) };
    match desk.way {
        tables::Way::Up => super::elsewhere::give_way(connection, home, desk, ids).await,
        tables::Way::Both | tables::Way::Down => {
            let views = views(connection, table, ids).await?;
            let docs: Vec<_> = views.into_iter().map(|(id, view)| (id.to_string(), view.shown())).collect();
            rows::write(connection, desk, &docs, home).await
        }
    }
}
