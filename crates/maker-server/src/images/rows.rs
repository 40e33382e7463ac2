//! The pictures that are there: the table `images`.

use maker_domain::image::{ImageName, ImageType};
use uuid::Uuid;

use super::check::Facts;
use crate::db::{DbError, Reads, Tx, sql};
use crate::sync::{from_db, to_db};

/// A picture that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Image {
    pub(super) name: ImageName,
    pub(super) kind: ImageType,
    pub(super) size: u64,
    pub(super) key: String,
}

type Line = (String, i64, String);

/// A statement with, in its middle, that no post shows the picture `i`, in the bin or out of it, that it is not the maker's, and
/// that it is not kept beside theirs after two devices have chosen one each.
macro_rules! of_what_nothing_needs {
    ($start:literal, $end:literal) => {
        sql(concat!(
            $start,
            " NOT EXISTS (SELECT 1 FROM post_media m WHERE m.tenant_id = i.tenant_id AND m.image = i.name) \
             AND NOT EXISTS (SELECT 1 FROM makers k WHERE k.tenant_id = i.tenant_id AND k.picture = i.name) \
             AND NOT EXISTS (SELECT 1 FROM sync_version v WHERE v.tenant_id = i.tenant_id AND v.row_id = i.tenant_id \
               AND v.tbl = 'makers' AND v.field = 'picture' AND v.state = 'ALTERNATIVE' \
               AND v.value = '\"' || i.name || '\"') ",
            $end
        ))
    };
}

fn image(name: ImageName, (kind, size, key): Line) -> Result<Image, DbError> {
    let kind = kind.parse().map_err(|()| DbError::Broken("a picture's type is none".to_owned()))?;
    Ok(Image { name, kind, size: from_db(size), key })
}

/// A picture of a workspace.
pub(super) async fn get(from: &mut impl Reads, tenant: Uuid, name: ImageName) -> Result<Option<Image>, DbError> {
    let line = sql("SELECT content_type, size, object_key FROM images WHERE tenant_id = $1 AND name = $2");
    let line = line.bind(tenant).bind(name.to_string()).optional(from).await?;
    line.map(|line| image(name, line)).transpose()
}

/// A picture that anybody may see: the maker's own, or one that a post which is not deleted shows.
pub(super) async fn get_shown(from: &mut impl Reads, tenant: Uuid, name: ImageName) -> Result<Option<Image>, DbError> {
    let line = sql("SELECT i.content_type, i.size, i.object_key FROM images i WHERE i.tenant_id = $1 AND i.name = $2 \
         AND (EXISTS (SELECT 1 FROM post_media m JOIN posts p ON p.tenant_id = m.tenant_id AND p.id = m.post_id \
             WHERE m.tenant_id = i.tenant_id AND m.image = i.name AND m.deleted_at IS NULL AND p.deleted_at IS NULL) \
           OR EXISTS (SELECT 1 FROM makers k WHERE k.tenant_id = i.tenant_id AND k.picture = i.name AND k.deleted_at IS NULL))");
    let line = line.bind(tenant).bind(name.to_string()).optional(from).await?;
    line.map(|line| image(name, line)).transpose()
}

/// The same as [`get`], for somebody who is about to use it: it is not collected for a while.
pub(super) async fn touch(tx: &mut Tx, tenant: Uuid, name: ImageName, now: i64) -> Result<Option<Image>, DbError> {
    let line = sql("UPDATE images SET touched_at = $3 WHERE tenant_id = $1 AND name = $2 \
                    RETURNING content_type, size, object_key");
    let line = line.bind(tenant).bind(name.to_string()).bind(now).optional(tx).await?;
    line.map(|line| image(name, line)).transpose()
}

/// Adds a picture, or gives one whose object is `lost` its new one. False when it is there already, by somebody else.
pub(super) async fn add(
    tx: &mut Tx,
    tenant: Uuid,
    image: &Image,
    facts: Facts,
    lost: Option<&str>,
    now: i64,
) -> Result<bool, DbError> {
    let add = sql(
        "INSERT INTO images (tenant_id, name, content_type, size, width, height, object_key, created_at, touched_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) ON CONFLICT (tenant_id, name) \
         DO UPDATE SET object_key = excluded.object_key, touched_at = excluded.touched_at WHERE images.object_key = $9",
    );
    let add = add.bind(tenant).bind(image.name.to_string()).bind(image.kind.mime()).bind(to_db(image.size));
    let add = add.bind(i64::from(facts.width)).bind(i64::from(facts.height)).bind(&image.key).bind(now);
    Ok(add.bind(lost.unwrap_or_default()).run(tx).await? > 0)
}

/// How many pictures a workspace has, and their bytes.
pub(super) async fn held(from: &mut impl Reads, tenant: Uuid) -> Result<(u64, u64), DbError> {
    let held = sql("SELECT count(*), CAST(coalesce(sum(size), 0) AS BIGINT) FROM images WHERE tenant_id = $1");
    let (count, bytes) = held.bind(tenant).one::<(i64, i64)>(from).await?;
    Ok((from_db(count), from_db(bytes)))
}

/// Pictures that nothing shows nor could show again, untouched since `before`, with their workspaces.
pub(super) async fn unused(from: &mut impl Reads, before: i64, at_once: i64) -> Result<Vec<(String, String)>, DbError> {
    let unused = of_what_nothing_needs!(
        "SELECT i.tenant_id, i.name FROM images i WHERE i.touched_at < $1 AND",
        "ORDER BY i.touched_at LIMIT $2"
    );
    unused.bind(before).bind(at_once).all(from).await
}

/// Takes those of them away of which that still is so, and gives their sizes. What is in the bin still has its row.
pub(super) async fn remove_unused(
    tx: &mut Tx,
    tenant: Uuid,
    names: Vec<String>,
    before: i64,
) -> Result<Vec<u64>, DbError> {
    let remove = of_what_nothing_needs!(
        "DELETE FROM images AS i WHERE tenant_id = $1 AND name = ANY($2) AND touched_at < $3 AND",
        "RETURNING size"
    );
    let sizes = remove.bind(tenant).bind(names).bind(before).all::<(i64,)>(tx).await?;
    Ok(sizes.into_iter().map(|(size,)| from_db(size)).collect())
}
