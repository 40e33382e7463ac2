//! What changed since: pages of rows as they are now, in the order of their revisions, each read as of one moment.

use std::collections::BTreeMap;

use maker_domain::sync::registry::{self, Table};
use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{Alternative, PAGE_MAX, Page, Pull, RowState, VersionId, Writer};
use serde_json::Value;
use uuid::Uuid;

use super::history::{Head, from_db, to_db};
use super::row::read_heads;
use super::{SyncError, store};
use crate::db::{Database, Reads, Snapshot, sql};

/// A page ends once its rows hold so many bytes, as long as it has one number.
const PAGE_BYTES: i64 = 4 << 20;

/// One page. `now` is the backend's clock in UTC milliseconds.
///
/// # Errors
/// [`SyncError::Diverged`], [`SyncError::Resync`], or the database's.
pub async fn pull(database: &Database, tenant: Uuid, asked: &Pull, now: i64) -> Result<Page, SyncError> {
    super::serves(asked.schema)?;
    let mut moment = database.snapshot().await?;
    let head = Head::read(&mut moment, tenant).await?;
    head.check(&mut moment, tenant, asked.seen).await?;
    head.check(&mut moment, tenant, asked.cursor).await?;
    let from = asked.cursor.seq;
    if 0 < from && from < head.floor {
        return Err(SyncError::Resync);
    }
    // Nothing is read when nothing has changed.
    let (ids, more) = match from == head.token.seq {
        true => (Vec::new(), false),
        false => page_ids(&mut moment, tenant, from, asked.limit.clamp(1, PAGE_MAX)).await?,
    };
    let cursor = match ids.last() {
        Some(last) if more => {
            let chain = head.chain_at(&mut moment, tenant, last.rev).await?;
            Token { seq: last.rev, chain: chain.ok_or(SyncError::Damaged("sync_changeset"))? }
        }
        _ => head.token,
    };
    let rows = states(&mut moment, tenant, ids).await?;
    let (head, backed_up_through) = (head.token.seq, head.backed_up_through);
    Ok(Page { from, rows, cursor, more, head, backed_up_through, now })
}

struct Id {
    table: &'static Table,
    id: Uuid,
    rev: u64,
    deleted: bool,
    open: i64,
    bytes: i64,
}

type IdRow = (String, String, i64, bool, i64, i64);

/// The rows of the page without what is in them, and whether there are more. Ids first: a planner that knows nothing of a
/// new workspace would compare every row with every other if it joined them.
async fn page_ids(moment: &mut Snapshot, tenant: Uuid, from: u64, limit: u32) -> Result<(Vec<Id>, bool), SyncError> {
    // A device that starts from nothing has no row that a tombstone could take away.
    let ids = sql("SELECT tbl, row_id, rev, deleted_at IS NOT NULL, alternatives, bytes FROM sync_row \
         WHERE tenant_id = $1 AND rev > $2 AND ($2 > 0 OR purged_at IS NULL) ORDER BY rev LIMIT $3");
    let limit = limit as usize;
    let found = ids.bind(tenant).bind(to_db(from)).bind(limit as i64 + 1).all::<IdRow>(moment).await?;
    let mut page = found.into_iter().map(read_id).collect::<Result<Vec<_>, _>>()?;
    let mut bytes = 0;
    let fitting = page.iter().take_while(|id| {
        bytes += id.bytes;
        bytes <= PAGE_BYTES
    });
    let last = limit.min(fitting.count().max(1));
    if page.len() <= last {
        return Ok((page, false));
    }
    // A cursor cannot stand between rows of one number.
    let rev = page[last - 1].rev;
    let beyond = page.iter().any(|id| id.rev > rev);
    if !beyond {
        let whole = sql("SELECT tbl, row_id, rev, deleted_at IS NOT NULL, alternatives, bytes FROM sync_row \
             WHERE tenant_id = $1 AND rev = $2 AND ($3 > 0 OR purged_at IS NULL)");
        let whole = whole.bind(tenant).bind(to_db(rev)).bind(to_db(from)).all::<IdRow>(moment).await?;
        page.retain(|id| id.rev < rev);
        page.extend(whole.into_iter().map(read_id).collect::<Result<Vec<_>, _>>()?);
    }
    page.retain(|id| id.rev <= rev);
    let next = sql("SELECT count(*) FROM (SELECT 1 FROM sync_row WHERE tenant_id = $1 AND rev > $2 LIMIT 1) AS next");
    let more = beyond || next.bind(tenant).bind(to_db(rev)).one::<(i64,)>(moment).await?.0 > 0;
    Ok((page, more))
}

fn read_id((table, id, rev, deleted, open, bytes): IdRow) -> Result<Id, SyncError> {
    let damaged = SyncError::Damaged("sync_row");
    let (Some(table), Ok(id)) = (registry::table(&table), Uuid::try_parse(&id)) else { return Err(damaged) };
    Ok(Id { table, id, rev: from_db(rev), deleted, open, bytes })
}

async fn states(moment: &mut Snapshot, tenant: Uuid, ids: Vec<Id>) -> Result<Vec<RowState>, SyncError> {
    let mut by_table: BTreeMap<&str, (&'static Table, Vec<String>)> = BTreeMap::new();
    for id in &ids {
        by_table.entry(id.table.name).or_insert((id.table, Vec::new())).1.push(id.id.to_string());
    }
    let mut values = BTreeMap::new();
    for (table, ids) in by_table.into_values() {
        for (id, found) in store::read_values(moment, tenant, table, ids).await? {
            values.insert((table.name, id), found);
        }
    }
    let with_open: Vec<_> = ids.iter().filter(|id| id.open > 0).map(|id| id.id.to_string()).collect();
    let mut by = writers(moment, tenant, with_open.clone()).await?;
    let mut open = open_alternatives(moment, tenant, with_open).await?;
    let mut rows: Vec<_> = ids
        .into_iter()
        .map(|id| {
            let values = values.remove(&(id.table.name, id.id)).unwrap_or_default();
            let key = (id.table.name.to_owned(), id.id);
            RowState {
                t: id.table.name.to_owned(),
                id: id.id,
                rev: id.rev,
                del: id.deleted,
                f: values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
                alt: open.remove(&key).unwrap_or_default(),
                by: by.remove(&key).unwrap_or_default(),
            }
        })
        .collect();
    rows.sort_unstable_by(|a, b| (a.rev, &a.t, a.id).cmp(&(b.rev, &b.t, b.id)));
    Ok(rows)
}

/// Who wrote what is live in the columns that have open alternatives, by row.
async fn writers(
    moment: &mut impl Reads,
    tenant: Uuid,
    rows: Vec<String>,
) -> Result<BTreeMap<(String, Uuid), BTreeMap<String, Writer>>, SyncError> {
    if rows.is_empty() {
        return Ok(BTreeMap::new());
    }
    let damaged = || SyncError::Damaged("sync_row");
    let mut lives = Vec::new();
    let heads = sql("SELECT tbl, row_id, fields FROM sync_row WHERE tenant_id = $1 AND row_id = ANY($2)");
    for (table, row, heads) in heads.bind(tenant).bind(rows).all::<(String, String, String)>(moment).await? {
        let (table, row) = registry::table(&table).zip(Uuid::try_parse(&row).ok()).ok_or_else(damaged)?;
        let heads = read_heads(table, &heads).ok_or_else(damaged)?;
        let contested = heads.into_iter().filter(|(_, head)| !head.open.is_empty());
        lives.extend(contested.map(|(field, head)| (table.name, row, field, head.id.op().to_owned(), head.at)));
    }
    let ops: Vec<_> = lives.iter().map(|(.., op, _)| op.clone()).collect();
    let devices = sql("SELECT c.op_id, d.name FROM sync_changeset c JOIN devices d ON d.id = c.device_id \
         WHERE c.tenant_id = $1 AND c.op_id = ANY($2)");
    let devices = devices.bind(tenant).bind(ops).all::<(String, String)>(moment).await?;
    let devices: BTreeMap<String, String> = devices.into_iter().collect();
    let mut writers: BTreeMap<_, BTreeMap<String, Writer>> = BTreeMap::new();
    for (table, row, field, op, at) in lives {
        let device = devices.get(&op).cloned().unwrap_or_default();
        writers.entry((table.to_owned(), row)).or_default().insert(field.to_owned(), Writer { device, at });
    }
    Ok(writers)
}

type Open = BTreeMap<(String, Uuid), BTreeMap<String, Vec<Alternative>>>;

async fn open_alternatives(moment: &mut impl Reads, tenant: Uuid, rows: Vec<String>) -> Result<Open, SyncError> {
    type Line = (String, String, String, String, String, i64, String);
    let mut open = Open::new();
    if rows.is_empty() {
        return Ok(open);
    }
    let found = sql(
        "SELECT v.tbl, v.row_id, v.field, v.version_id, v.value, v.at_eff, coalesce(d.name, '') FROM sync_version v \
         LEFT JOIN sync_changeset c ON c.tenant_id = v.tenant_id AND c.seq = v.seq \
         LEFT JOIN devices d ON d.id = c.device_id \
         WHERE v.tenant_id = $1 AND v.row_id = ANY($2) AND v.state = 'ALTERNATIVE'",
    );
    for (table, row, field, id, value, at, device) in found.bind(tenant).bind(rows).all::<Line>(moment).await? {
        let damaged = || SyncError::Damaged("sync_version");
        let row = Uuid::try_parse(&row).map_err(|_| damaged())?;
        let v: Value = serde_json::from_str(&value).map_err(|_| damaged())?;
        let alternatives = open.entry((table, row)).or_default().entry(field).or_default();
        alternatives.push(Alternative { id: VersionId(id), v, device, at });
    }
    for alternatives in open.values_mut().flat_map(BTreeMap::values_mut) {
        alternatives.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    }
    Ok(open)
}
