//! The history of a row: what is live, and everything it replaced that is still kept.

use std::collections::{BTreeMap, BTreeSet};

use maker_domain::sync::registry;
use maker_domain::sync::wire::{Version, VersionId, VersionState, Versions};
use uuid::Uuid;

use super::history::{enter, from_db, to_db};
use super::row::Row;
use super::{SyncError, devices, store};
use crate::db::{Database, Reads, sql};

/// More than one op can make of one row, so that a page always has a whole number.
const PAGE: usize = 200;

/// The versions with numbers below `before`, the newest first; all of them without it.
///
/// # Errors
/// [`SyncError::NoRow`], or the database's.
pub async fn versions(
    database: &Database,
    tenant: Uuid,
    table: &str,
    id: Uuid,
    before: Option<u64>,
) -> Result<Versions, SyncError> {
    let table = registry::table(table).ok_or(SyncError::NoRow)?;
    let before = before.unwrap_or(u64::MAX);
    let mut moment = database.snapshot().await?;
    enter(&mut moment, tenant).await?;
    let ids = BTreeMap::from([(table.name, (table, BTreeSet::from([id])))]);
    let rows = store::load(&mut moment, tenant, &ids).await?;
    let row = rows.into_values().next().filter(|row| row.rev > 0).ok_or(SyncError::NoRow)?;
    let mut versions = live(&mut moment, tenant, &row, before).await?;
    let others = others(&mut moment, tenant, &row, before).await?;
    // The last number of a full page may be in it by halves: it comes with the next one.
    let next = (others.len() > PAGE).then(|| others.last().map(|last| last.seq + 1)).flatten();
    versions.extend(others);
    versions.retain(|version| next.is_none_or(|next| version.seq >= next));
    versions.sort_unstable_by(|a, b| (b.seq, &a.field, &a.id).cmp(&(a.seq, &b.field, &b.id)));
    Ok(Versions { versions, next })
}

async fn live(moment: &mut impl Reads, tenant: Uuid, row: &Row, before: u64) -> Result<Vec<Version>, SyncError> {
    let op = |id: &VersionId| id.0.trim_start_matches(['m', 'r', ':']).to_owned();
    let heads = row.heads.iter().filter(|(_, head)| head.seq < before);
    let ops: BTreeSet<_> = heads.clone().map(|(_, head)| op(&head.id)).collect();
    let names = devices::of_ops(moment, tenant, ops.into_iter().collect()).await?;
    let version = |(field, head): (&&str, &super::row::Head)| Version {
        field: (*field).to_owned(),
        id: head.id.clone(),
        seq: head.seq,
        v: row.value(field).clone(),
        device: names.get(&op(&head.id)).cloned().unwrap_or_default(),
        at: head.at,
        state: VersionState::Live,
    };
    Ok(heads.map(version).collect())
}

async fn others(moment: &mut impl Reads, tenant: Uuid, row: &Row, before: u64) -> Result<Vec<Version>, SyncError> {
    type Line = (String, String, i64, String, i64, String, String);
    let others = sql(
        "SELECT v.field, v.version_id, v.seq, v.value, v.at_eff, v.state, coalesce(d.name, '') FROM sync_version v \
         LEFT JOIN sync_changeset c ON c.tenant_id = v.tenant_id AND c.seq = v.seq \
         LEFT JOIN devices d ON d.id = c.device_id \
         WHERE v.tenant_id = $1 AND v.tbl = $2 AND v.row_id = $3 AND v.seq < $4 ORDER BY v.seq DESC LIMIT $5",
    );
    let others = others.bind(tenant).bind(row.table.name).bind(row.id).bind(to_db(before)).bind(PAGE as i64 + 1);
    let read = |(field, id, seq, value, at, state, device): Line| {
        let v = serde_json::from_str(&value).ok()?;
        let state = store::read_state(&state)?;
        Some(Version { field, id: VersionId(id), seq: from_db(seq), v, device, at, state })
    };
    let lines = others.all::<Line>(moment).await?;
    lines.into_iter().map(|line| read(line).ok_or(SyncError::Damaged("sync_version"))).collect()
}
