//! A device's edits in.

use maker_domain::sync::wire::{OPS_MAX, Push, Pushed, SCHEMA};
use uuid::Uuid;

use super::{Author, Limits, Sender, SyncError, apply, prepare};
use crate::db::Database;
use crate::transaction;

/// How many schemas before this one are still served.
const SCHEMAS_BEFORE: u16 = 2;

/// Takes a push: in one transaction, whatever becomes of its single ops. `now` is the backend's clock in UTC milliseconds.
///
/// # Errors
/// [`SyncError::Diverged`] and [`SyncError::Schema`] before anything is touched; the database's.
pub async fn push(
    database: &Database,
    tenant: Uuid,
    author: &Author,
    push: &Push,
    limits: &Limits,
    now: i64,
) -> Result<Pushed, SyncError> {
    serves(push.schema)?;
    if push.ops.len() > OPS_MAX {
        return Err(SyncError::Bounds("Send at most 500 edits at once."));
    }
    let prepared = prepare(tenant, author, &push.ops);
    let sender = Sender { author, seen: Some(push.seen), schema: push.schema, now: push.now };
    transaction!(database, |tx| { apply(tx, tenant, sender, &prepared, limits, now).await })
}

/// Whether a device's schema is served: this one and the two before. What a newer device adds is refused op by op.
///
/// # Errors
/// [`SyncError::Schema`].
pub fn serves(schema: u16) -> Result<(), SyncError> {
    let oldest = SCHEMA.saturating_sub(SCHEMAS_BEFORE).max(1);
    if schema < oldest { Err(SyncError::Schema(schema)) } else { Ok(()) }
}
