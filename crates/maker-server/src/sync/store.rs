//! Reads the rows that a push touches and writes what became of them: a few statements for each table, however many rows.

use std::collections::{BTreeMap, BTreeSet};

use maker_domain::sync::registry::{Kind, Table};
use maker_domain::sync::wire::{DELETED, VersionId, VersionState};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::fold::{Rows, size};
use super::history::{from_db, to_db};
use super::records::Records;
use super::row::{self, Missing, Other, Row, Write};
use super::tables::statements;
use super::wide::Wide;
use super::{Author, SyncError};
use crate::db::{Engine, Reads, Tx, each_of, sql};

/// The rows of these ids, with what is live in them; those that are not there as unknown ones.
pub(super) async fn load(
    from: &mut impl Reads,
    tenant: Uuid,
    ids: &BTreeMap<&'static str, (&'static Table, BTreeSet<Uuid>)>,
) -> Result<Rows, SyncError> {
    type Stored = (String, i64, String, Option<i64>, Option<i64>);
    let mut rows = Rows::new();
    for (table, ids) in ids.values() {
        rows.extend(ids.iter().map(|id| ((table.name, *id), Row::unknown(table, *id))));
        let stored = sql(on(from.engine(), rows_sql));
        let list: Vec<_> = ids.iter().map(Uuid::to_string).collect();
        let mut with_values = Vec::new();
        for (id, rev, heads, deleted_at, purged_at) in
            stored.bind(tenant).bind(table.name).bind(list).all::<Stored>(from).await?
        {
            let Some(row) = Uuid::try_parse(&id).ok().and_then(|id| rows.get_mut(&(table.name, id))) else { continue };
            row.rev = from_db(rev);
            row.heads = row::read_heads(table, &heads).ok_or(SyncError::Damaged("sync_row"))?;
            (row.deleted_at, row.purged_at) = (deleted_at, purged_at);
            if row.heads.contains_key(DELETED) {
                row.values.insert(DELETED, Value::Bool(deleted_at.is_some()));
            }
            if row.has_values() {
                with_values.push(id);
            }
        }
        for (id, values) in read_values(from, tenant, table, with_values).await? {
            if let Some(row) = rows.get_mut(&(table.name, id)) {
                row.values.extend(values);
            }
        }
    }
    Ok(rows)
}

/// The live values of rows of one table, by id.
pub(super) async fn read_values(
    from: &mut impl Reads,
    tenant: Uuid,
    table: &'static Table,
    ids: Vec<String>,
) -> Result<Vec<(Uuid, Vec<(&'static str, Value)>)>, SyncError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let read = statements(from.engine(), table).read;
    let rows = sql(read).bind(tenant).bind(ids).all::<Wide>(from).await?;
    rows.into_iter().map(|row| values_of(table, row).ok_or(SyncError::Damaged(table.name))).collect()
}

fn values_of(table: &'static Table, Wide(row): Wide) -> Option<(Uuid, Vec<(&'static str, Value)>)> {
    let mut cells = row.into_iter();
    let id = Uuid::try_parse(cells.next()?.as_str()?).ok()?;
    let mut values = Vec::with_capacity(table.columns.len());
    for (column, cell) in table.columns.iter().zip(cells) {
        let value = match (column.kind, cell) {
            (_, Value::Null) => continue,
            (Kind::Json, Value::String(text)) => serde_json::from_str(&text).ok()?,
            // SQLite keeps them as 0 and 1.
            (Kind::Bool, Value::Number(number)) => Value::Bool(number.as_i64()? != 0),
            (_, value) => value,
        };
        values.push((column.name, value));
    }
    Some((id, values))
}

type Version = (String, i64, Option<String>, String, i64, bool, String);

/// Brings what was missing.
pub(super) async fn learn(
    from: &mut impl Reads,
    tenant: Uuid,
    row: &mut Row,
    missing: Missing,
) -> Result<(), SyncError> {
    let (field, read) = match &missing {
        Missing::Version(field, id) => {
            let read = sql("SELECT version_id, seq, value, parents, at_eff, lived, state FROM sync_version \
                 WHERE tenant_id = $1 AND tbl = $2 AND row_id = $3 AND field = $4 AND version_id = $5");
            (*field, read.bind(tenant).bind(row.table.name).bind(row.id).bind(*field).bind(&id.0))
        }
        Missing::LiveAt(field, rev) => {
            let read = sql("SELECT version_id, seq, value, parents, at_eff, lived, state FROM sync_version \
                 WHERE tenant_id = $1 AND tbl = $2 AND row_id = $3 AND field = $4 AND seq <= $5 AND lived \
                 ORDER BY seq DESC LIMIT 2");
            (*field, read.bind(tenant).bind(row.table.name).bind(row.id).bind(*field).bind(to_db(*rev)))
        }
        Missing::Descent(field, since) => {
            let read =
                sql("SELECT version_id, seq, CAST(NULL AS TEXT), parents, at_eff, lived, state FROM sync_version \
                 WHERE tenant_id = $1 AND tbl = $2 AND row_id = $3 AND field = $4 AND seq >= $5");
            (*field, read.bind(tenant).bind(row.table.name).bind(row.id).bind(*field).bind(to_db(*since)))
        }
    };
    for version in read.all::<Version>(from).await? {
        let (id, other) = other_of(version).ok_or(SyncError::Damaged("sync_version"))?;
        row.learn(field, id, other);
    }
    row.asked.insert(missing);
    Ok(())
}

fn other_of((id, seq, value, parents, at, lived, state): Version) -> Option<(VersionId, Other)> {
    let value = match value {
        Some(text) => Some(serde_json::from_str(&text).ok()?),
        None => None,
    };
    let parents = serde_json::from_str(&parents).ok()?;
    let state = read_state(&state)?;
    Some((VersionId(id), Other { seq: from_db(seq), at, value, parents, lived, state, write: Write::Nothing }))
}

/// What becomes a row of `sync_changeset`.
#[derive(Debug)]
pub(super) struct Changeset {
    pub(super) seq: u64,
    pub(super) op: Uuid,
    pub(super) body: String,
    pub(super) chain: String,
    pub(super) outcome: &'static str,
}

/// Writes rows that changed, their versions and the changesets. Gives by how many rows the workspace grew.
pub(super) async fn write(
    tx: &mut Tx,
    tenant: Uuid,
    author: &Author,
    rows: &Rows,
    changesets: &[Changeset],
    now: i64,
) -> Result<(), SyncError> {
    let engine = tx.engine();
    let changed: Vec<_> = rows.values().filter(|row| row.changed).collect();
    if changed.is_empty() {
        return Ok(());
    }
    write_values(tx, tenant, author, &changed).await?;
    let heads: Vec<_> = changed.iter().map(|row| head_json(row)).collect();
    sql(on(engine, row_sql)).bind(tenant).bind(list(heads)).run(tx).await?;
    let mut versions = Vec::new();
    for row in &changed {
        for (field, id, other) in others(row) {
            match other.write {
                Write::Nothing => {}
                Write::All => versions.push(version_json(row, field, id, other)),
                Write::State => {
                    let state =
                        sql("UPDATE sync_version SET state = $7 WHERE tenant_id = $1 AND tbl = $2 AND row_id = $3 \
                         AND field = $4 AND seq = $5 AND version_id = $6");
                    let state = state.bind(tenant).bind(row.table.name).bind(row.id).bind(field);
                    state.bind(to_db(other.seq)).bind(&id.0).bind(state_name(other.state)).run(tx).await?;
                }
            }
        }
    }
    if !versions.is_empty() {
        sql(on(engine, version_sql)).bind(tenant).bind(list(versions)).run(tx).await?;
    }
    let (user, device) = author.ids();
    let changesets = changesets.iter().map(|c| {
        json!({ "seq": c.seq, "op_id": c.op, "body_hash": c.body, "chain": c.chain, "outcome": c.outcome,
                "user_id": user, "device_id": device, "received_at": now })
    });
    sql(on(engine, changeset_sql)).bind(tenant).bind(list(changesets.collect())).run(tx).await?;
    Ok(())
}

fn others(row: &Row) -> impl Iterator<Item = (&'static str, &VersionId, &Other)> {
    row.others.iter().flat_map(|(field, versions)| versions.iter().map(|(id, other)| (*field, id, other)))
}

async fn write_values(tx: &mut Tx, tenant: Uuid, author: &Author, changed: &[&Row]) -> Result<(), SyncError> {
    let engine = tx.engine();
    let mut by_table: BTreeMap<&str, (&Table, Vec<Value>, Vec<String>)> = BTreeMap::new();
    for row in changed.iter().filter(|row| row.has_values()) {
        let (_, list, ids) = by_table.entry(row.table.name).or_insert((row.table, Vec::new(), Vec::new()));
        let values = row.values.iter().filter(|(field, _)| **field != DELETED);
        let mut record: Map<_, _> = values.map(|(field, value)| ((*field).to_owned(), value.clone())).collect();
        record.insert("id".to_owned(), row.id.to_string().into());
        record.insert("deleted_at".to_owned(), row.deleted_at.into());
        list.push(Value::Object(record));
        ids.push(row.id.to_string());
    }
    for (table, rows, ids) in by_table.into_values() {
        let user = author.ids().0;
        sql(statements(engine, table).write).bind(tenant).bind(list(rows)).bind(user).run(tx).await?;
        if matches!(table.name, "videos" | "video_stats") {
            let counted = sql("UPDATE videos SET \
                 views = coalesce((SELECT s.views FROM video_stats s WHERE s.tenant_id = $1 AND s.id = videos.id), views), \
                 likes = coalesce((SELECT s.likes FROM video_stats s WHERE s.tenant_id = $1 AND s.id = videos.id), likes) \
                 WHERE tenant_id = $1 AND id = ANY($2)");
            counted.bind(tenant).bind(ids).run(tx).await?;
        }
    }
    Ok(())
}

fn head_json(row: &Row) -> Value {
    let bytes: usize = row.values.iter().map(|(name, value)| name.len() + 4 + size(value)).sum();
    json!({
        "tbl": row.table.name, "row_id": row.id, "rev": row.rev, "fields": row::write_heads(&row.heads),
        "alternatives": row.open_count(), "bytes": bytes, "deleted_at": row.deleted_at, "purged_at": row.purged_at,
    })
}

fn version_json(row: &Row, field: &str, id: &VersionId, other: &Other) -> Value {
    let value = other.value.as_ref().unwrap_or(&Value::Null);
    json!({
        "tbl": row.table.name, "row_id": row.id, "field": field, "seq": other.seq, "version_id": id,
        "value": value.to_string(), "parents": json!(other.parents).to_string(), "at_eff": other.at,
        "lived": other.lived, "state": state_name(other.state),
    })
}

fn list(rows: Vec<Value>) -> String {
    Value::Array(rows).to_string()
}

/// The text of a statement that differs between the engines, made once for each.
pub(super) fn on(engine: Engine, make: fn(Engine) -> String) -> &'static str {
    use std::sync::{Mutex, PoisonError};
    type Made = BTreeMap<(usize, bool), &'static str>;
    static MADE: Mutex<Made> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    made.entry((make as usize, engine == Engine::Sqlite)).or_insert_with(|| make(engine).leak())
}

fn rows_sql(engine: Engine) -> String {
    let columns = "row_id, rev, fields, deleted_at, purged_at";
    each_of(engine, columns, "sync_row", "tenant_id = $1 AND tbl = $2", "row_id", "$3")
}

fn row_sql(engine: Engine) -> String {
    let rows = Records::of(engine, "$2").text("tbl").text("row_id").whole("rev").text("fields");
    let rows = rows.whole("alternatives").whole("bytes").whole("deleted_at").whole("purged_at");
    format!(
        "INSERT INTO sync_row (tenant_id, {}) SELECT $1, {} FROM {} WHERE TRUE \
         ON CONFLICT (tenant_id, tbl, row_id) DO UPDATE SET rev = excluded.rev, fields = excluded.fields, \
         alternatives = excluded.alternatives, bytes = excluded.bytes, deleted_at = excluded.deleted_at, \
         purged_at = excluded.purged_at",
        rows.columns(),
        rows.values(),
        rows.source()
    )
}

fn version_sql(engine: Engine) -> String {
    let rows = Records::of(engine, "$2").text("tbl").text("row_id").text("field").whole("seq").text("version_id");
    let rows = rows.text("value").text("parents").whole("at_eff").bool("lived").text("state");
    format!(
        "INSERT INTO sync_version (tenant_id, {}) SELECT $1, {} FROM {}",
        rows.columns(),
        rows.values(),
        rows.source()
    )
}

fn changeset_sql(engine: Engine) -> String {
    let rows = Records::of(engine, "$2").whole("seq").text("op_id").text("body_hash").text("chain").text("outcome");
    let rows = rows.text("user_id").text("device_id").whole("received_at");
    format!(
        "INSERT INTO sync_changeset (tenant_id, {}) SELECT $1, {} FROM {}",
        rows.columns(),
        rows.values(),
        rows.source()
    )
}

/// As the column has it. What is live is not there.
pub(super) fn state_name(state: VersionState) -> &'static str {
    match state {
        VersionState::Live | VersionState::Past => "PAST",
        VersionState::Alternative => "ALTERNATIVE",
        VersionState::Merged => "MERGED",
        VersionState::Dismissed => "DISMISSED",
    }
}

pub(super) fn read_state(name: &str) -> Option<VersionState> {
    Some(match name {
        "PAST" => VersionState::Past,
        "ALTERNATIVE" => VersionState::Alternative,
        "MERGED" => VersionState::Merged,
        "DISMISSED" => VersionState::Dismissed,
        _ => return None,
    })
}
