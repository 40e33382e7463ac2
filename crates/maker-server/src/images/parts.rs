//! Pictures that are on their way: `image_uploads` and `image_parts`. In the database, so that any instance takes the next
//! part.

use maker_domain::image::ImageName;
use uuid::Uuid;

use crate::db::{DbError, Reads, Tx, sql};
use crate::sync::{from_db, to_db};

/// How much of a picture is there; nothing of one that nobody began.
pub(super) async fn have(from: &mut impl Reads, tenant: Uuid, name: ImageName) -> Result<u64, DbError> {
    let have = sql("SELECT have FROM image_uploads WHERE tenant_id = $1 AND name = $2");
    let have = have.bind(tenant).bind(name.to_string()).optional::<(i64,)>(from).await?;
    Ok(have.map_or(0, |(have,)| from_db(have)))
}

/// Begins a picture, unless somebody has.
pub(super) async fn begin(tx: &mut Tx, tenant: Uuid, name: ImageName, now: i64) -> Result<(), DbError> {
    let begin = sql("INSERT INTO image_uploads (tenant_id, name, have, touched_at) VALUES ($1, $2, 0, $3) \
                     ON CONFLICT (tenant_id, name) DO NOTHING");
    begin.bind(tenant).bind(name.to_string()).bind(now).run(tx).await?;
    Ok(())
}

/// The same as [`have`]; whoever else has a part for the picture waits.
pub(super) async fn lock(tx: &mut Tx, tenant: Uuid, name: ImageName) -> Result<u64, DbError> {
    let have = sql("SELECT have FROM image_uploads WHERE tenant_id = $1 AND name = $2 FOR UPDATE");
    let have = have.bind(tenant).bind(name.to_string()).optional::<(i64,)>(tx).await?;
    Ok(have.map_or(0, |(have,)| from_db(have)))
}

/// Keeps the part that begins where the others end.
pub(super) async fn add(
    tx: &mut Tx,
    tenant: Uuid,
    name: ImageName,
    start: u64,
    bytes: &[u8],
    now: i64,
) -> Result<u64, DbError> {
    let add = sql("INSERT INTO image_parts (tenant_id, name, start, bytes) VALUES ($1, $2, $3, $4)");
    add.bind(tenant).bind(name.to_string()).bind(to_db(start)).bind(bytes.to_vec()).run(tx).await?;
    let have = start + bytes.len() as u64;
    let advance = sql("UPDATE image_uploads SET have = $3, touched_at = $4 WHERE tenant_id = $1 AND name = $2");
    advance.bind(tenant).bind(name.to_string()).bind(to_db(have)).bind(now).run(tx).await?;
    Ok(have)
}

/// How many parts a workspace has here.
pub(super) async fn held(from: &mut impl Reads, tenant: Uuid) -> Result<u64, DbError> {
    let held = sql("SELECT count(*) FROM image_parts WHERE tenant_id = $1").bind(tenant);
    Ok(from_db(held.one::<(i64,)>(from).await?.0))
}

/// All that is there of a picture, from its start on.
pub(super) async fn bytes(from: &mut impl Reads, tenant: Uuid, name: ImageName) -> Result<Vec<u8>, DbError> {
    let parts = sql("SELECT bytes FROM image_parts WHERE tenant_id = $1 AND name = $2 ORDER BY start");
    let parts = parts.bind(tenant).bind(name.to_string()).all::<(Vec<u8>,)>(from).await?;
    Ok(parts.into_iter().map(|(bytes,)| bytes).collect::<Vec<_>>().concat())
}

/// Drops what is there of a picture. `have`: only if it still is so much.
pub(super) async fn drop_all(tx: &mut Tx, tenant: Uuid, name: ImageName, have: Option<u64>) -> Result<(), DbError> {
    let drop = sql("DELETE FROM image_uploads WHERE tenant_id = $1 AND name = $2 AND ($3 < 0 OR have = $3)");
    drop.bind(tenant).bind(name.to_string()).bind(have.map_or(-1, to_db)).run(tx).await?;
    Ok(())
}

/// Drops what nobody has gone on with since `before`, at most `at_once` pictures, and gives how many.
pub(super) async fn drop_old(tx: &mut Tx, before: i64, at_once: i64) -> Result<u64, DbError> {
    let drop = sql("DELETE FROM image_uploads WHERE touched_at < $1 AND (tenant_id, name) IN \
         (SELECT tenant_id, name FROM image_uploads WHERE touched_at < $1 LIMIT $2)");
    drop.bind(before).bind(at_once).run(tx).await
}
