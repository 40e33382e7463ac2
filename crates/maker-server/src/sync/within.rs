//! What the backend's other parts ask of a workspace: to be inside of it, how far it is, its rows as they are.

use std::collections::HashMap;

use maker_domain::sync::registry;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::history::Head;
use super::{SyncError, history, store};
use crate::db::{Database, DbError, Reads, Tx, sql};

/// Enters a workspace and gives its newest number; 0 before the first change, and of none.
pub(crate) async fn head(from: &mut impl Reads, tenant: Uuid) -> Result<u64, SyncError> {
    Ok(Head::read(from, tenant).await?.token.seq)
}

/// The newest number alone, without a transaction.
pub(crate) async fn head_now(database: &Database, tenant: Uuid) -> Result<u64, DbError> {
    let head = sql("SELECT head FROM sync_head WHERE tenant_id = $1").bind(tenant);
    let head = head.optional::<(i64,)>(&mut database.reader().await?).await?;
    Ok(history::from_db(head.map_or(0, |(head,)| head)))
}

/// Takes the lock of a workspace, as the first statement of a transaction, and gives its newest number.
pub(crate) async fn lock(tx: &mut Tx, tenant: Uuid) -> Result<u64, SyncError> {
    Ok(Head::lock(tx, tenant).await?.token.seq)
}

/// What is live in the rows of these ids, by id: the registry's columns that have a value.
pub(crate) async fn live(
    from: &mut impl Reads,
    tenant: Uuid,
    table: &str,
    ids: Vec<String>,
) -> Result<HashMap<Uuid, Map<String, Value>>, SyncError> {
    let table = registry::table(table).ok_or(SyncError::NoRow)?;
    let rows = store::read_values(from, tenant, table, ids).await?;
    let named = |values: Vec<(&'static str, Value)>| values.into_iter().map(|(name, v)| (name.to_owned(), v)).collect();
    Ok(rows.into_iter().map(|(id, values)| (id, named(values))).collect())
}
