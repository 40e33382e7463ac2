//! Keys of objects that no row of `images` names. A key is written down before its object is, and a trigger writes it down
//! when its row goes, so that whatever ends between two steps leaves nothing behind for ever.

use maker_domain::image::ImageName;
use uuid::Uuid;

use crate::db::{DbError, Reads, Tx, sql};

/// From then on an object that is being written is taken for one that was given up. Many times what a request may take.
const WRITING_MS: i64 = 3_600_000;
/// At most so many are removed in one go.
const AT_ONCE: i64 = 500;

/// A key that nothing else ever has.
pub(super) fn fresh_key(tenant: Uuid, name: ImageName) -> String {
    format!("{tenant}/{name}/{}", Uuid::new_v4())
}

/// Writes a key down, for an object that is about to be written.
pub(super) async fn reserve(tx: &mut Tx, key: &str, now: i64) -> Result<(), DbError> {
    let reserve = sql("INSERT INTO image_leftovers (object_key, kept_until) VALUES ($1, $2)");
    reserve.bind(key).bind(now + WRITING_MS).run(tx).await?;
    Ok(())
}

/// A row of `images` is about to name it. False when it took so long that the object is being removed.
pub(super) async fn claim(tx: &mut Tx, key: &str) -> Result<bool, DbError> {
    Ok(sql("DELETE FROM image_leftovers WHERE object_key = $1 AND kept_until > 0").bind(key).run(tx).await? > 0)
}

/// Nothing will name it. False when a row does, after all: a commit whose answer was lost.
pub(super) async fn give_up(tx: &mut Tx, key: &str) -> Result<bool, DbError> {
    Ok(sql("UPDATE image_leftovers SET kept_until = 0 WHERE object_key = $1").bind(key).run(tx).await? > 0)
}

/// Gives up what was never claimed.
pub(super) async fn give_up_old(tx: &mut Tx, now: i64) -> Result<u64, DbError> {
    sql("UPDATE image_leftovers SET kept_until = 0 WHERE kept_until > 0 AND kept_until < $1").bind(now).run(tx).await
}

/// Some of those that nothing may name any more, beyond `after` in the order of their keys.
pub(super) async fn given_up(from: &mut impl Reads, after: &str) -> Result<Vec<String>, DbError> {
    let keys = sql(
        "SELECT object_key FROM image_leftovers WHERE kept_until = 0 AND object_key > $1 ORDER BY object_key LIMIT $2",
    );
    let keys = keys.bind(after).bind(AT_ONCE).all::<(String,)>(from).await?;
    Ok(keys.into_iter().map(|(key,)| key).collect())
}

/// Their objects are gone.
pub(super) async fn forget(tx: &mut Tx, keys: Vec<String>) -> Result<(), DbError> {
    sql("DELETE FROM image_leftovers WHERE object_key = ANY($1) AND kept_until = 0").bind(keys).run(tx).await?;
    Ok(())
}
