//! One like of a person for a post or a video, given and taken back. Doing either twice is doing it once.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use uuid::Uuid;

use super::events::{self, Liked};
use crate::auth::{Signed, Whose};
use crate::backend::Backend;
use crate::db::{Engine, Reads, Sql, Tx, sql};
use crate::ids::Ids;
use crate::peer::Peer;
use crate::problem::Problem;
use crate::{sync, transaction};

/// Likes a post.
#[utoipa::path(put, path = "/v1/makers/{maker}/posts/{post}/like", tag = "visitors",
    params(("maker" = Uuid, Path), ("post" = Uuid, Path)),
    responses((status = 204, description = "Liked")))]
pub(super) async fn like_post(
    State(backend): State<Arc<Backend>>,
    signed: Signed,
    Peer(address): Peer,
    ids: Ids<2>,
) -> Result<StatusCode, Problem> {
    change(&backend, signed, address, Like::of(Liked::Post, ids), true).await
}

/// Takes the like of a post back.
#[utoipa::path(delete, path = "/v1/makers/{maker}/posts/{post}/like", tag = "visitors",
    params(("maker" = Uuid, Path), ("post" = Uuid, Path)),
    responses((status = 204, description = "Not liked")))]
pub(super) async fn unlike_post(
    State(backend): State<Arc<Backend>>,
    signed: Signed,
    Peer(address): Peer,
    ids: Ids<2>,
) -> Result<StatusCode, Problem> {
    change(&backend, signed, address, Like::of(Liked::Post, ids), false).await
}

/// Likes a video.
#[utoipa::path(put, path = "/v1/makers/{maker}/videos/{video}/like", tag = "visitors",
    params(("maker" = Uuid, Path), ("video" = Uuid, Path)),
    responses((status = 204, description = "Liked")))]
pub(super) async fn like_video(
    State(backend): State<Arc<Backend>>,
    signed: Signed,
    Peer(address): Peer,
    ids: Ids<2>,
) -> Result<StatusCode, Problem> {
    change(&backend, signed, address, Like::of(Liked::Video, ids), true).await
}

/// Takes the like of a video back.
#[utoipa::path(delete, path = "/v1/makers/{maker}/videos/{video}/like", tag = "visitors",
    params(("maker" = Uuid, Path), ("video" = Uuid, Path)),
    responses((status = 204, description = "Not liked")))]
pub(super) async fn unlike_video(
    State(backend): State<Arc<Backend>>,
    signed: Signed,
    Peer(address): Peer,
    ids: Ids<2>,
) -> Result<StatusCode, Problem> {
    change(&backend, signed, address, Like::of(Liked::Video, ids), false).await
}

#[derive(Clone, Copy)]
struct Like {
    maker: Uuid,
    liked: Liked,
    subject: Uuid,
}

async fn change(
    backend: &Backend,
    signed: Signed,
    address: IpAddr,
    like: Like,
    give: bool,
) -> Result<StatusCode, Problem> {
    backend.allowances.take(&[Whose::Likes(signed.user), Whose::LikesFrom(address)])?;
    // Without the writer's turn, for whoever makes ids up.
    if !like.is_public(&mut backend.database.reader().await?).await? {
        return Err(Problem::not_found());
    }
    let now = backend.now_ms();
    transaction!(backend.database, |tx| {
        sync::enter(tx, like.maker).await?;
        let changed = match give {
            true => like.give(tx, signed.user, now).await?,
            false => like.take_back(tx, signed.user).await?,
        };
        if changed {
            events::likes_changed(tx, like.maker, like.liked, like.subject, now).await?;
        }
        Ok::<_, Problem>(())
    })?;
    Ok(StatusCode::NO_CONTENT)
}

impl Like {
    fn of(liked: Liked, Ids([maker, subject]): Ids<2>) -> Self {
        Self { maker, liked, subject }
    }

    async fn is_public(&self, from: &mut impl Reads) -> Result<bool, Problem> {
        let found = match self.liked {
            Liked::Post => {
                sql("SELECT p.id FROM posts p JOIN makers m ON m.tenant_id = p.tenant_id AND m.id = p.tenant_id \
                 WHERE p.tenant_id = $1 AND p.id = $2 AND p.deleted_at IS NULL AND m.deleted_at IS NULL")
            }
            Liked::Video => {
                sql("SELECT v.id FROM videos v JOIN makers m ON m.tenant_id = v.tenant_id AND m.id = v.tenant_id \
                 WHERE v.tenant_id = $1 AND v.id = $2 AND v.deleted_at IS NULL AND m.deleted_at IS NULL")
            }
        };
        Ok(found.bind(self.maker).bind(self.subject).optional::<(String,)>(from).await?.is_some())
    }

    /// False when they like it already, or it has gone meanwhile.
    async fn give(&self, tx: &mut Tx, user: Uuid, now: i64) -> Result<bool, Problem> {
        let insert: Sql = match (tx.engine(), self.liked) {
            (Engine::Sqlite, Liked::Post) => {
                sql("INSERT INTO post_likes (tenant_id, id, post_id, user_id, created_at) \
                 SELECT tenant_id, $3, id, $4, $5 FROM posts WHERE tenant_id = $1 AND id = $2 ON CONFLICT DO NOTHING")
            }
            (Engine::Sqlite, Liked::Video) => {
                sql("INSERT INTO video_likes (tenant_id, id, video_id, user_id, created_at) \
                 SELECT tenant_id, $3, id, $4, $5 FROM videos WHERE tenant_id = $1 AND id = $2 ON CONFLICT DO NOTHING")
            }
            (Engine::Postgres, Liked::Post) => {
                sql("INSERT INTO post_likes (tenant_id, id, post_id, user_id, created_at) \
                 SELECT tenant_id, $3, id, $4, TIMESTAMP 'epoch' + CAST($5 AS BIGINT) * INTERVAL '1 millisecond' \
                 FROM posts WHERE tenant_id = $1 AND id = $2 ON CONFLICT DO NOTHING")
            }
            (Engine::Postgres, Liked::Video) => {
                sql("INSERT INTO video_likes (tenant_id, id, video_id, user_id, created_at) \
                 SELECT tenant_id, $3, id, $4, TIMESTAMP 'epoch' + CAST($5 AS BIGINT) * INTERVAL '1 millisecond' \
                 FROM videos WHERE tenant_id = $1 AND id = $2 ON CONFLICT DO NOTHING")
            }
        };
        let insert = insert.bind(self.maker).bind(self.subject).bind(Uuid::now_v7()).bind(user).bind(now);
        Ok(insert.run(tx).await? > 0)
    }

    async fn take_back(&self, tx: &mut Tx, user: Uuid) -> Result<bool, Problem> {
        let delete = match self.liked {
            Liked::Post => sql("DELETE FROM post_likes WHERE tenant_id = $1 AND post_id = $2 AND user_id = $3"),
            Liked::Video => sql("DELETE FROM video_likes WHERE tenant_id = $1 AND video_id = $2 AND user_id = $3"),
        };
        Ok(delete.bind(self.maker).bind(self.subject).bind(user).run(tx).await? > 0)
    }
}
