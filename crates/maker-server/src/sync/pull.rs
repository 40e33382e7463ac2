//! What changed since: pages of rows as they are now, in the order of their revisions, each read as of one moment.

use std::collections::BTreeMap;

use maker_domain::sync::registry::{self, Table};
use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{Alternative, PAGE_MAX, Page, Pull, RowState, VersionId, Writer};
use serde_json::Value;
use uuid::Uuid;

use super::history::{Head, from_db, to_db};
use super::row::{Field, Head as FieldHead, read_heads};
use super::{SyncError, devices, store};
use crate::db::{Database, Engine, Reads, Snapshot, each_of, sql};

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
    bytes: i64,
    /// Who wrote what, where something is kept beside it.
    contested: Option<BTreeMap<Field, FieldHead>>,
}

type IdRow = (String, String, i64, bool, i64, Option<String>);

/// The rows of the page without what is in them, and whether there are more. Ids first: a planner that knows nothing of a
/// new workspace would compare every row with every other if it joined them.
async fn page_ids(moment: &mut Snapshot, tenant: Uuid, from: u64, limit: u32) -> Result<(Vec<Id>, bool), SyncError> {
    // A device that starts from nothing has no row that a tombstone could take away.
    let ids =
        sql("SELECT tbl, row_id, rev, deleted_at IS NOT NULL, bytes, CASE WHEN alternatives > 0 THEN fields END \
         FROM sync_row WHERE tenant_id = $1 AND rev > $2 AND ($2 > 0 OR purged_at IS NULL) ORDER BY rev LIMIT $3");
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
        let whole = sql("SELECT tbl, row_id, rev, deleted_at IS NOT NULL, bytes, \
             CASE WHEN alternatives > 0 THEN fields END FROM sync_row WHERE tenant_id = $1 AND rev = $2 AND ($3 > 0 OR purged_at IS NULL)");
        let whole = whole.bind(tenant).bind(to_db(rev)).bind(to_db(from)).all::<IdRow>(moment).await?;
        page.retain(|id| id.rev < rev);
        page.extend(whole.into_iter().map(read_id).collect::<Result<Vec<_>, _>>()?);
    }
    page.retain(|id| id.rev <= rev);
    let next = sql("SELECT count(*) FROM (SELECT 1 FROM sync_row WHERE tenant_id = $1 AND rev > $2 LIMIT 1) AS next");
    let more = beyond || next.bind(tenant).bind(to_db(rev)).one::<(i64,)>(moment).await?.0 > 0;
    Ok((page, more))
}

fn read_id((table, id, rev, deleted, bytes, heads): IdRow) -> Result<Id, SyncError> {
    let damaged = || SyncError::Damaged("sync_row");
    let (table, id) = registry::table(&table).zip(Uuid::try_parse(&id).ok()).ok_or_else(damaged)?;
    let contested = heads.map(|heads| read_heads(table, &heads).ok_or_else(damaged)).transpose()?;
    Ok(Id { table, id, rev: from_db(rev), deleted, bytes, contested })
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
    let mut by = writers(moment, tenant, &ids).await?;
    let with_open = ids.iter().filter(|id| id.contested.is_some()).map(|id| id.id.to_string()).collect();
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
    ids: &[Id],
) -> Result<BTreeMap<(String, Uuid), BTreeMap<String, Writer>>, SyncError> {
    let mut lives = Vec::new();
    for (id, heads) in ids.iter().filter_map(|id| Some((id, id.contested.as_ref()?))) {
        lives.extend(heads.iter().filter(|(_, head)| !head.open.is_empty()).map(|(field, head)| (id, field, head)));
    }
    let ops = lives.iter().map(|(.., head)| head.id.op().to_owned()).collect();
    let devices = devices::of_ops(moment, tenant, ops).await?;
    let mut writers: BTreeMap<_, BTreeMap<String, Writer>> = BTreeMap::new();
    for (id, field, head) in lives {
        let device = devices.get(head.id.op()).cloned().unwrap_or_default();
        let of_row = writers.entry((id.table.name.to_owned(), id.id)).or_default();
        of_row.insert((*field).to_owned(), Writer { device, at: head.at });
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
    let found = sql(store::on(moment.engine(), open_sql));
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

fn open_sql(engine: Engine) -> String {
    const COLUMNS: &str = "tbl, row_id, field, version_id, value, at_eff, coalesce((SELECT d.name FROM sync_changeset c \
         JOIN devices d ON d.id = c.device_id WHERE c.tenant_id = $1 AND c.seq = found.seq), '')";
    each_of(engine, COLUMNS, "sync_version", "tenant_id = $1 AND state = 'ALTERNATIVE'", "row_id", "$2")
}
