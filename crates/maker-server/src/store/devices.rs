//! Devices and their refresh secrets, which rotate.

use maker_domain::account::{Device, DeviceFacts};
use uuid::Uuid;

use super::id;
use crate::auth::Hash;
use crate::db::{DbError, Reads, Tx, sql};

/// An account has at most so many devices signed in; a new one beyond signs out the one that was quiet for longest.
const DEVICES: i64 = 100;
/// A secret that was replaced is remembered for 90 days: who shows one later is merely refused.
const SPENT_FOR_MS: i64 = 90 * 24 * 3_600_000;

/// What a refresh secret has led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refreshing {
    /// The device's, and another one is its secret now.
    Rotated(Uuid),
    /// One that had been replaced for good, or the device was signed out before.
    Revoked,
    /// Nobody's.
    Unknown,
}

/// Signs a device in.
pub(crate) async fn add(
    tx: &mut Tx,
    device: Uuid,
    user: Uuid,
    facts: &DeviceFacts,
    secret: &Hash,
    now: i64,
) -> Result<(), DbError> {
    sql("INSERT INTO devices (id, user_id, name, platform, app_version, secret_hash, first_hash, created_at, last_seen_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $7)")
    .bind(device)
    .bind(user)
    .bind(&facts.name)
    .bind(&facts.platform)
    .bind(&facts.app_version)
    .bind(secret)
    .bind(now)
    .run(tx)
    .await?;
    sql("UPDATE devices SET revoked_at = $2 WHERE id IN (SELECT id FROM devices \
           WHERE user_id = $1 AND revoked_at IS NULL ORDER BY last_seen_at DESC, id DESC LIMIT 1000 OFFSET $3)")
    .bind(user)
    .bind(now)
    .bind(DEVICES)
    .run(tx)
    .await?;
    Ok(())
}

/// Replaces the secret that was `shown` by `fresh`.
///
/// The one before stays good until the newest has been used, since an answer may be lost on its way. Any older one is in
/// somebody else's hands: the device is signed out. One that is unknown is of a history that a restored backend has lost:
/// then the device of the `first` secret goes on. Whoever stole that is found out as before, when its owner comes next.
pub(crate) async fn rotate(
    tx: &mut Tx,
    shown: &Hash,
    first: Option<&Hash>,
    fresh: &Hash,
    now: i64,
) -> Result<Refreshing, DbError> {
    type Line = (String, String, Option<String>, Option<i64>);
    let found = sql("SELECT id, secret_hash, previous_hash, revoked_at FROM devices \
                     WHERE secret_hash = $1 OR previous_hash = $1 FOR UPDATE");
    let mut found = found.bind(shown).optional::<Line>(tx).await?;
    let mut lost = false;
    if found.is_none() {
        let refreshing = spent(tx, shown, now).await?;
        let (Refreshing::Unknown, Some(first)) = (refreshing, first) else { return Ok(refreshing) };
        let by_first =
            sql("SELECT id, secret_hash, previous_hash, revoked_at FROM devices WHERE first_hash = $1 FOR UPDATE");
        found = by_first.bind(first).optional::<Line>(tx).await?;
        lost = true;
    }
    let Some((device, newest, previous, revoked_at)) = found else { return Ok(Refreshing::Unknown) };
    if revoked_at.is_some() {
        return Ok(Refreshing::Revoked);
    }
    let (previous, replaced) = match lost || newest == *shown {
        true => (newest, previous),
        // Its answer was lost, so that nobody has the newest; or somebody else has it, and will show it.
        false => (shown.clone(), Some(newest)),
    };
    if let Some(replaced) = replaced {
        let spend = sql("INSERT INTO spent_secrets (hash, device_id, spent_at) VALUES ($1, $2, $3)");
        spend.bind(replaced).bind(&device).bind(now).run(tx).await?;
    }
    sql("UPDATE devices SET secret_hash = $2, previous_hash = $3, last_seen_at = $4 WHERE id = $1")
        .bind(&device)
        .bind(fresh)
        .bind(previous)
        .bind(now)
        .run(tx)
        .await?;
    Ok(Refreshing::Rotated(id(&device)?))
}

async fn spent(tx: &mut Tx, shown: &Hash, now: i64) -> Result<Refreshing, DbError> {
    let whose = sql("SELECT device_id FROM spent_secrets WHERE hash = $1").bind(shown);
    let Some((device,)) = whose.optional::<(String,)>(tx).await? else {
        return Ok(Refreshing::Unknown);
    };
    let revoke = sql("UPDATE devices SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL");
    revoke.bind(&device).bind(now).run(tx).await?;
    Ok(Refreshing::Revoked)
}

/// The devices of an account that are signed in, the newest first.
pub(crate) async fn list(from: &mut impl Reads, user: Uuid, this: Uuid) -> Result<Vec<Device>, DbError> {
    type Line = (String, String, String, String, i64, i64);
    let lines: Vec<Line> = sql("SELECT id, name, platform, app_version, created_at, last_seen_at FROM devices \
                                WHERE user_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC, id DESC")
    .bind(user)
    .all(from)
    .await?;
    let device = |(device, name, platform, app_version, created_at, last_seen_at): Line| {
        let facts = DeviceFacts { name, platform, app_version };
        let id = id(&device)?;
        Ok(Device { id, facts, created_at, last_seen_at, this: id == this })
    };
    lines.into_iter().map(device).collect()
}

/// Signs one out. False when the account has no such device that is signed in.
pub(crate) async fn revoke(tx: &mut Tx, user: Uuid, device: Uuid, now: i64) -> Result<bool, DbError> {
    let revoke = sql("UPDATE devices SET revoked_at = $3 WHERE id = $2 AND user_id = $1 AND revoked_at IS NULL");
    Ok(revoke.bind(user).bind(device).bind(now).run(tx).await? > 0)
}

/// Signs out every device of an account but one.
pub(crate) async fn revoke_others(tx: &mut Tx, user: Uuid, but: Uuid, now: i64) -> Result<u64, DbError> {
    let revoke = sql("UPDATE devices SET revoked_at = $3 WHERE user_id = $1 AND id <> $2 AND revoked_at IS NULL");
    revoke.bind(user).bind(but).bind(now).run(tx).await
}

/// Forgets secrets that were replaced long ago.
pub(crate) async fn sweep(tx: &mut Tx, now: i64) -> Result<u64, DbError> {
    sql("DELETE FROM spent_secrets WHERE spent_at < $1").bind(now - SPENT_FOR_MS).run(tx).await
}
