//! How many like what: counted anew each time, over the number that a post or video came with.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::events::Liked;
use crate::db::{Tx, sql};
use crate::sync::SyncError;

/// How many like each, where that is another number than the workspace has. What is not there any more is left out.
pub(super) async fn changed(
    tx: &mut Tx,
    tenant: Uuid,
    liked: Liked,
    ids: Vec<String>,
) -> Result<Vec<(Uuid, i64)>, SyncError> {
    let (there, counted, told) = match liked {
        Liked::Post => (
            sql("SELECT id FROM posts WHERE tenant_id = $1 AND id = ANY($2) AND deleted_at IS NULL"),
            sql("SELECT post_id, count(*) FROM post_likes WHERE tenant_id = $1 AND post_id = ANY($2) GROUP BY post_id"),
            sql("SELECT id, coalesce(likes, 0) FROM post_stats WHERE tenant_id = $1 AND id = ANY($2)"),
        ),
        Liked::Video => (
            sql("SELECT id FROM videos WHERE tenant_id = $1 AND id = ANY($2) AND deleted_at IS NULL"),
            sql(
                "SELECT video_id, count(*) FROM video_likes WHERE tenant_id = $1 AND video_id = ANY($2) GROUP BY video_id",
            ),
            sql("SELECT id, coalesce(likes, 0) FROM video_stats WHERE tenant_id = $1 AND id = ANY($2)"),
        ),
    };
    let there: BTreeSet<_> =
        there.bind(tenant).bind(ids).all::<(String,)>(tx).await?.into_iter().map(|(id,)| id).collect();
    let ids: Vec<_> = there.into_iter().collect();
    let told: HashMap<_, _> = told.bind(tenant).bind(ids.clone()).all::<(String, i64)>(tx).await?.into_iter().collect();
    let bases = bases(tx, tenant, liked, &ids, &told).await?;
    let counted = counted.bind(tenant).bind(ids.clone()).all::<(String, i64)>(tx).await?;
    let counted: HashMap<_, _> = counted.into_iter().collect();
    let number = |id: &String| {
        let likes = bases.get(id).copied().unwrap_or_default() + counted.get(id).copied().unwrap_or_default();
        let same = told.get(id).copied().unwrap_or_default() == likes;
        Uuid::try_parse(id).ok().filter(|_| !same).map(|id| (id, likes))
    };
    Ok(ids.iter().filter_map(number).collect())
}

/// The likes that each came with, kept at the first count: the number that stood there then.
async fn bases(
    tx: &mut Tx,
    tenant: Uuid,
    liked: Liked,
    ids: &[String],
    told: &HashMap<String, i64>,
) -> Result<HashMap<String, i64>, SyncError> {
    let known =
        sql("SELECT subject_id, likes FROM like_bases WHERE tenant_id = $1 AND kind = $2 AND subject_id = ANY($3)");
    let known = known.bind(tenant).bind(liked.kind()).bind(ids.to_vec()).all::<(String, i64)>(tx).await?;
    let mut bases: HashMap<_, _> = known.into_iter().collect();
    for id in ids {
        if !bases.contains_key(id) {
            let likes = told.get(id).copied().unwrap_or_default();
            let keep = sql("INSERT INTO like_bases (tenant_id, kind, subject_id, likes) VALUES ($1, $2, $3, $4)");
            keep.bind(tenant).bind(liked.kind()).bind(id).bind(likes).run(tx).await?;
            bases.insert(id.clone(), likes);
        }
    }
    Ok(bases)
}
