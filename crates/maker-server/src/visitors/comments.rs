//! What visitors say about a video. It is on the maker's page and on the maker's devices within a second; the maker may
//! hide it, and whoever said it may take it back.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use maker_domain::problem::code;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::events::{self, Said};
use crate::auth::{Signed, Whose};
use crate::backend::Backend;
use crate::body::Body;
use crate::db::{Reads, Tx, sql};
use crate::ids::Ids;
use crate::peer::Peer;
use crate::problem::Problem;
use crate::public::model::Comment;
use crate::store::users;
use crate::{sync, transaction};

/// The longest comment, in characters.
const LONGEST: usize = 1_000;
/// So many comments a workspace takes from visitors, so that they never fill it up. A workspace may have 200,000 rows.
const OF_A_WORKSPACE: i64 = 50_000;
/// So many may wait for their place in a workspace that is full.
const WAITING: i64 = 1_000;

/// What a visitor wants to say.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Say {
    /// 1 to 1,000 characters, without control characters.
    content: String,
}

/// Says something about a video. It can be read within a second.
#[utoipa::path(post, path = "/v1/makers/{maker}/videos/{video}/comments", tag = "visitors",
    params(("maker" = Uuid, Path), ("video" = Uuid, Path)), request_body = Say,
    responses((status = 201, description = "The comment as others read it", body = Comment)))]
pub(super) async fn comment(
    State(backend): State<Arc<Backend>>,
    signed: Signed,
    Peer(address): Peer,
    ids: Ids<2>,
    Body(say): Body<Say>,
) -> Result<(StatusCode, Json<Comment>), Problem> {
    let Ids([maker, video]) = ids;
    backend.allowances.take(&[Whose::Comments(signed.user), Whose::CommentsFrom(address)])?;
    let content = checked(&say.content)?;
    let mut reader = backend.database.reader().await?;
    let person = users::get(&mut reader, signed.user).await?;
    if !is_public(&mut reader, maker, video).await? {
        return Err(Problem::not_found());
    }
    has_room(&mut reader, maker).await?;
    drop(reader);
    let author = person.ok_or_else(Problem::not_found)?.name;
    let (id, at) = (Uuid::now_v7(), backend.now_ms());
    let said = Said::Comment { id, video, user: signed.user, author: author.clone(), content: content.clone(), at };
    transaction!(backend.database, |tx| {
        sync::enter(tx, maker).await?;
        events::said(tx, maker, &said).await?;
        Ok::<_, Problem>(())
    })?;
    Ok((StatusCode::CREATED, Json(Comment { id, author, content, created_at: at })))
}

/// Takes one's own comment back. What was said goes with it, on every device.
#[utoipa::path(delete, path = "/v1/makers/{maker}/videos/{video}/comments/{comment}", tag = "visitors",
    params(("maker" = Uuid, Path), ("video" = Uuid, Path), ("comment" = Uuid, Path)),
    responses((status = 204, description = "It is gone within a second")))]
pub(super) async fn withdraw(
    State(backend): State<Arc<Backend>>,
    signed: Signed,
    Peer(address): Peer,
    ids: Ids<3>,
) -> Result<StatusCode, Problem> {
    let Ids([maker, video, comment]) = ids;
    backend.allowances.take(&[Whose::Likes(signed.user), Whose::LikesFrom(address)])?;
    let at = backend.now_ms();
    let known = transaction!(backend.database, |tx| {
        sync::enter(tx, maker).await?;
        if events::unsay(tx, maker, video, comment, signed.user).await? {
            return Ok(true);
        }
        // A flush that had it in its hands is done by now.
        let theirs = is_theirs(tx, maker, video, comment, signed.user).await?;
        if theirs {
            events::said(tx, maker, &Said::Withdrawal { comment, at }).await?;
        }
        Ok::<_, Problem>(theirs)
    })?;
    if known { Ok(StatusCode::NO_CONTENT) } else { Err(Problem::not_found()) }
}

fn checked(content: &str) -> Result<String, Problem> {
    let content = content.trim();
    if content.is_empty() || content.chars().count() > LONGEST || content.chars().any(char::is_control) {
        return Err(Problem::invalid(format!("A comment has 1 to {LONGEST} characters, on one line. Change it.")));
    }
    Ok(content.to_owned())
}

async fn is_public(from: &mut impl Reads, maker: Uuid, video: Uuid) -> Result<bool, Problem> {
    let found = sql("SELECT v.id FROM videos v JOIN makers m ON m.tenant_id = v.tenant_id AND m.id = v.tenant_id \
         WHERE v.tenant_id = $1 AND v.id = $2 AND v.deleted_at IS NULL AND m.deleted_at IS NULL");
    Ok(found.bind(maker).bind(video).optional::<(String,)>(from).await?.is_some())
}

async fn has_room(from: &mut impl Reads, maker: Uuid) -> Result<(), Problem> {
    let counts = sql("SELECT (SELECT count(*) FROM (SELECT 1 FROM comments WHERE tenant_id = $1 LIMIT $2) AS c), \
         (SELECT count(*) FROM (SELECT 1 FROM visitor_events WHERE tenant_id = $1 AND kind = 'COMMENT' LIMIT $3) AS e)");
    let (there, waiting) = counts.bind(maker).bind(OF_A_WORKSPACE).bind(WAITING).one::<(i64, i64)>(from).await?;
    if there < OF_A_WORKSPACE && waiting < WAITING {
        return Ok(());
    }
    let detail = "This page has no room for more comments. Try again another day.";
    Err(Problem::new(StatusCode::INSUFFICIENT_STORAGE, detail).code(code::QUOTA))
}

async fn is_theirs(tx: &mut Tx, maker: Uuid, video: Uuid, comment: Uuid, user: Uuid) -> Result<bool, Problem> {
    let found = sql("SELECT id FROM comments WHERE tenant_id = $1 AND id = $2 AND video_id = $3 AND user_id = $4 \
         AND deleted_at IS NULL");
    let found = found.bind(maker).bind(comment).bind(video).bind(user);
    Ok(found.optional::<(String,)>(tx).await?.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_a_line_of_text_and_not_endless() {
        assert_eq!(checked("  Schöne Tasse! 🍵 ").unwrap(), "Schöne Tasse! 🍵");
        assert!(checked(&"ä".repeat(LONGEST)).is_ok());
        for none in ["", "   ", "a\nb", "a\0b", "\u{7f}x\u{80}", &"x".repeat(LONGEST + 1)] {
            assert!(checked(none).is_err(), "{none:?}");
        }
    }
}
