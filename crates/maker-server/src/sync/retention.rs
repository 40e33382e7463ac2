//! What is forgotten, and when: the bin after 30 days, tombstones after 180, old versions by and by. The clock comes in.
//!
//! Every step is a bounded transaction of its own and may be repeated or cut off anywhere. No step takes a number: what
//! goes has been out of everybody's sight, and a device that was away for longer is told to start from nothing.

use maker_domain::sync::registry;
use maker_domain::sync::wire::DELETED;
use uuid::Uuid;

use super::SyncError;
use super::history::{Head, from_db, to_db};
use super::row;
use super::tables::statements;
use crate::db::{Database, Reads, Tx, sql};
use crate::transaction;

const DAY_MS: i64 = 86_400_000;
/// How long a row stays in the bin with everything in it.
pub const BIN_MS: i64 = 30 * DAY_MS;
/// How long it is remembered that there was a row.
pub const TOMBSTONE_MS: i64 = 180 * DAY_MS;
/// How long every version is kept that is not an autosave.
pub const VERSIONS_MS: i64 = 90 * DAY_MS;
/// From then on of one person's versions of a field one in ten minutes is kept.
pub const AUTOSAVES_MS: i64 = DAY_MS;
/// How long it is remembered which ops were accepted.
pub const CHANGESETS_MS: i64 = 400 * DAY_MS;
/// Of each field so many are kept, however old.
const NEWEST: i64 = 50;
/// At most so many rows in one transaction.
const AT_ONCE: i64 = 500;

/// How much was forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Rows whose values went out of the bin.
    pub emptied: u64,
    /// Tombstones.
    pub tombstones: u64,
    /// Versions.
    pub versions: u64,
    /// Changesets.
    pub changesets: u64,
}

/// Forgets what is due in every workspace. Any instance may, at any time; `now` is UTC milliseconds.
///
/// # Errors
/// The database's. What was done before stays done.
pub async fn forget_everywhere(database: &Database, now: i64) -> Result<Forgotten, SyncError> {
    let tenants = sql("SELECT tenant_id FROM sync_head").all::<(String,)>(&mut database.reader().await?).await?;
    let mut all = Forgotten::default();
    for tenant in tenants.iter().filter_map(|(id,)| Uuid::try_parse(id).ok()) {
        let one = forget(database, tenant, now).await?;
        all.emptied += one.emptied;
        all.tombstones += one.tombstones;
        all.versions += one.versions;
        all.changesets += one.changesets;
    }
    Ok(all)
}

/// Forgets what is due in one workspace.
///
/// # Errors
/// The database's. What was done before stays done.
pub async fn forget(database: &Database, tenant: Uuid, now: i64) -> Result<Forgotten, SyncError> {
    let mut forgotten = Forgotten::default();
    loop {
        let step = transaction!(database, |tx| { step(tx, tenant, now).await })?;
        if step == Forgotten::default() {
            return Ok(forgotten);
        }
        forgotten.emptied += step.emptied;
        forgotten.tombstones += step.tombstones;
        forgotten.versions += step.versions;
        forgotten.changesets += step.changesets;
    }
}

async fn step(tx: &mut Tx, tenant: Uuid, now: i64) -> Result<Forgotten, SyncError> {
    let mut head = Head::lock(tx, tenant).await?;
    let emptied = empty_bin(tx, tenant, &mut head, now).await?;
    let tombstones = forget_tombstones(tx, tenant, &mut head, now).await?;
    let versions = thin(tx, tenant, &mut head, now).await?;
    let changesets = forget_changesets(tx, tenant, &head, now).await?;
    if emptied + tombstones + versions > 0 {
        head.write(tx, tenant).await?;
    }
    Ok(Forgotten { emptied, tombstones, versions, changesets })
}

async fn empty_bin(tx: &mut Tx, tenant: Uuid, head: &mut Head, now: i64) -> Result<u64, SyncError> {
    type Binned = (String, String, String, i64);
    let due = sql("SELECT tbl, row_id, fields, bytes FROM sync_row \
         WHERE tenant_id = $1 AND deleted_at <= $2 AND purged_at IS NULL LIMIT $3");
    let due = due.bind(tenant).bind(now - BIN_MS).bind(AT_ONCE).all::<Binned>(tx).await?;
    for (table, id, fields, bytes) in &due {
        let table = registry::table(table).ok_or(SyncError::Damaged("sync_row"))?;
        sql(statements(tx.engine(), table).remove).bind(tenant).bind(vec![id.clone()]).run(tx).await?;
        let versions =
            sql("DELETE FROM sync_version WHERE tenant_id = $1 AND tbl = $2 AND row_id = $3 RETURNING length(value)");
        let versions = versions.bind(tenant).bind(table.name).bind(id).all::<(i32,)>(tx).await?;
        let gone = *bytes + versions.iter().map(|(length,)| i64::from(*length)).sum::<i64>();
        head.bytes = head.bytes.saturating_sub(from_db(gone));
        let mut heads = row::read_heads(table, fields).ok_or(SyncError::Damaged("sync_row"))?;
        heads.retain(|field, _| *field == DELETED);
        let emptied = sql("UPDATE sync_row SET purged_at = $4, fields = $5, alternatives = 0, bytes = 0 \
             WHERE tenant_id = $1 AND tbl = $2 AND row_id = $3");
        emptied.bind(tenant).bind(table.name).bind(id).bind(now).bind(row::write_heads(&heads)).run(tx).await?;
    }
    Ok(due.len() as u64)
}

async fn forget_tombstones(tx: &mut Tx, tenant: Uuid, head: &mut Head, now: i64) -> Result<u64, SyncError> {
    let gone = sql("DELETE FROM sync_row WHERE tenant_id = $1 AND (tbl, row_id) IN (SELECT tbl, row_id FROM sync_row \
         WHERE tenant_id = $1 AND deleted_at <= $2 AND purged_at IS NOT NULL LIMIT $3) RETURNING rev");
    let gone = gone.bind(tenant).bind(now - TOMBSTONE_MS).bind(AT_ONCE).all::<(i64,)>(tx).await?;
    for (rev,) in &gone {
        head.floor = head.floor.max(from_db(*rev));
    }
    head.rows = head.rows.saturating_sub(gone.len() as u64);
    Ok(gone.len() as u64)
}

/// What is live, open or part of a merge stays, and so does every version of a field that has an open alternative:
/// whether an edit settles one is told by its descent.
async fn thin(tx: &mut Tx, tenant: Uuid, head: &mut Head, now: i64) -> Result<u64, SyncError> {
    let gone = sql("DELETE FROM sync_version WHERE tenant_id = $1 AND (tbl, row_id, field, seq, version_id) IN ( \
           SELECT t.tbl, t.row_id, t.field, t.seq, t.version_id FROM ( \
             SELECT v.tbl, v.row_id, v.field, v.seq, v.version_id, v.state, coalesce(c.received_at, 0) AS received_at, \
               row_number() OVER (PARTITION BY v.tbl, v.row_id, v.field ORDER BY v.seq DESC) AS nth, \
               row_number() OVER (PARTITION BY v.tbl, v.row_id, v.field, c.user_id, c.received_at / 600000 \
                                  ORDER BY v.seq DESC) AS in_slot, \
               max(CASE WHEN v.state = 'ALTERNATIVE' THEN 1 ELSE 0 END) \
                 OVER (PARTITION BY v.tbl, v.row_id, v.field) AS is_open \
             FROM sync_version v LEFT JOIN sync_changeset c ON c.tenant_id = v.tenant_id AND c.seq = v.seq \
             WHERE v.tenant_id = $1) t \
           WHERE t.is_open = 0 AND t.state IN ('PAST', 'DISMISSED') \
             AND ((t.received_at < $2 AND t.nth > $3) OR (t.received_at < $4 AND t.in_slot > 1)) LIMIT $5) \
         RETURNING length(value)");
    let gone = gone.bind(tenant).bind(now - VERSIONS_MS).bind(NEWEST).bind(now - AUTOSAVES_MS).bind(10 * AT_ONCE);
    let gone = gone.all::<(i32,)>(tx).await?;
    let bytes = gone.iter().map(|(length,)| i64::from(*length)).sum();
    head.bytes = head.bytes.saturating_sub(from_db(bytes));
    Ok(gone.len() as u64)
}

/// A page of a device that starts from nothing may end at any revision: the chain there has to be known.
async fn forget_changesets(tx: &mut Tx, tenant: Uuid, head: &Head, now: i64) -> Result<u64, SyncError> {
    let gone = sql("DELETE FROM sync_changeset WHERE tenant_id = $1 AND seq IN (SELECT c.seq FROM sync_changeset c \
         WHERE c.tenant_id = $1 AND c.seq < $2 AND c.received_at < $3 \
           AND NOT EXISTS (SELECT 1 FROM sync_row r WHERE r.tenant_id = $1 AND r.rev = c.seq) LIMIT $4)");
    Ok(gone.bind(tenant).bind(to_db(head.token.seq)).bind(now - CHANGESETS_MS).bind(10 * AT_ONCE).run(tx).await?)
}

/// Records that a backup which began at `began` (UTC milliseconds) is safe: devices may forget what it has. Gives the
/// number of workspaces it covers. What came in during the minute before may have been committed after, and is not counted.
///
/// # Errors
/// The database's.
pub async fn record_backup(database: &Database, began: i64) -> Result<u64, SyncError> {
    const IN_FLIGHT_MS: i64 = 60_000;
    let tenants = sql("SELECT tenant_id FROM sync_head").all::<(String,)>(&mut database.reader().await?).await?;
    let mut covered = 0;
    for tenant in tenants.iter().filter_map(|(id,)| Uuid::try_parse(id).ok()) {
        covered += transaction!(database, |tx| {
            let mut head = Head::lock(tx, tenant).await?;
            let newest = sql("SELECT max(seq) FROM sync_changeset WHERE tenant_id = $1 AND received_at < $2");
            let newest = newest.bind(tenant).bind(began - IN_FLIGHT_MS).one::<(Option<i64>,)>(tx).await?.0;
            let through = from_db(newest.unwrap_or_default());
            if through > head.backed_up_through {
                head.backed_up_through = through;
                head.write(tx, tenant).await?;
            }
            Ok::<_, SyncError>(u64::from(through > 0))
        })?;
    }
    Ok(covered)
}
