//! On which device an edit was typed, for people.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{SyncError, store};
use crate::db::{Engine, Reads, each_of, sql};

/// The devices' names by op. Ops that the workspace has forgotten are left out, and a device without a name has an empty one.
pub(super) async fn of_ops(
    from: &mut impl Reads,
    tenant: Uuid,
    ops: Vec<String>,
) -> Result<BTreeMap<String, String>, SyncError> {
    if ops.is_empty() {
        return Ok(BTreeMap::new());
    }
    let names = sql(store::on(from.engine(), names_sql)).bind(tenant).bind(ops);
    Ok(names.all::<(String, String)>(from).await?.into_iter().collect())
}

fn names_sql(engine: Engine) -> String {
    let columns = "op_id, coalesce((SELECT d.name FROM devices d WHERE d.id = device_id), '')";
    each_of(engine, columns, "sync_changeset", "tenant_id = $1", "op_id", "$2")
}
