//! The table `visitor_events`: what has happened and is not in its workspace yet.

use uuid::Uuid;

use crate::db::{DbError, Tx, sql};

/// What was liked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Liked {
    Post,
    Video,
}

impl Liked {
    pub(super) const ALL: [Self; 2] = [Self::Post, Self::Video];

    /// As the column has it.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Self::Post => "POST_LIKES",
            Self::Video => "VIDEO_LIKES",
        }
    }

    /// The table of the workspace that has the number.
    pub(super) fn stats(self) -> &'static str {
        match self {
            Self::Post => "post_stats",
            Self::Video => "video_stats",
        }
    }
}

/// What was said, or taken back.
#[derive(Clone, Debug)]
pub(super) enum Said {
    Comment { id: Uuid, video: Uuid, user: Uuid, author: String, content: String, at: i64 },
    Withdrawal { comment: Uuid, at: i64 },
}

/// Notes that the number of likes may have changed.
pub(super) async fn likes_changed(
    tx: &mut Tx,
    tenant: Uuid,
    liked: Liked,
    subject: Uuid,
    at: i64,
) -> Result<(), DbError> {
    let insert = sql("INSERT INTO visitor_events (tenant_id, id, kind, subject_id, created_at) \
         VALUES ($1, $2, $3, $4, $5)");
    insert.bind(tenant).bind(Uuid::now_v7()).bind(liked.kind()).bind(subject).bind(at).run(tx).await?;
    Ok(())
}

/// Notes what was said. The same twice is noted once.
pub(super) async fn said(tx: &mut Tx, tenant: Uuid, said: &Said) -> Result<(), DbError> {
    let insert =
        sql("INSERT INTO visitor_events (tenant_id, id, kind, subject_id, user_id, author, content, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING");
    let insert = insert.bind(tenant);
    let insert = match said {
        Said::Comment { id, video, user, author, content, at } => {
            insert.bind(*id).bind("COMMENT").bind(*video).bind(*user).bind(author).bind(content).bind(*at)
        }
        Said::Withdrawal { comment, at } => insert
            .bind(withdrawal_of(*comment))
            .bind("WITHDRAWAL")
            .bind(*comment)
            .bind(None::<Uuid>)
            .bind(None::<String>)
            .bind(None::<String>)
            .bind(*at),
    };
    insert.run(tx).await?;
    Ok(())
}

/// Takes a comment back that is not in its workspace yet. False when it is, or is not that visitor's.
pub(super) async fn unsay(tx: &mut Tx, tenant: Uuid, video: Uuid, comment: Uuid, user: Uuid) -> Result<bool, DbError> {
    let gone = sql("DELETE FROM visitor_events WHERE tenant_id = $1 AND id = $2 AND user_id = $3 AND subject_id = $4 \
         AND kind = 'COMMENT'");
    Ok(gone.bind(tenant).bind(comment).bind(user).bind(video).run(tx).await? > 0)
}

/// Takes the lines of likes out, and gives what they are about. A flush that is undone puts them back.
pub(super) async fn take_likes(tx: &mut Tx, tenant: Uuid, most: i64) -> Result<Vec<(Liked, Uuid)>, DbError> {
    let taken = sql("DELETE FROM visitor_events WHERE tenant_id = $1 AND id IN (SELECT id FROM visitor_events \
           WHERE tenant_id = $1 AND kind IN ('POST_LIKES', 'VIDEO_LIKES') ORDER BY id LIMIT $2) RETURNING kind, subject_id");
    let taken = taken.bind(tenant).bind(most).all::<(String, String)>(tx).await?;
    let mut subjects: Vec<_> = taken
        .iter()
        .filter_map(|(kind, subject)| {
            let liked = Liked::ALL.into_iter().find(|liked| liked.kind() == kind)?;
            Some((liked, Uuid::try_parse(subject).ok()?))
        })
        .collect();
    subjects.sort_unstable();
    subjects.dedup();
    Ok(subjects)
}

/// Takes what was said out, in its order.
pub(super) async fn take_said(tx: &mut Tx, tenant: Uuid, most: i64) -> Result<Vec<Said>, DbError> {
    type Line = (String, String, String, Option<String>, Option<String>, Option<String>, i64);
    let taken = sql("DELETE FROM visitor_events WHERE tenant_id = $1 AND id IN (SELECT id FROM visitor_events \
           WHERE tenant_id = $1 AND kind IN ('COMMENT', 'WITHDRAWAL') ORDER BY id LIMIT $2) \
         RETURNING id, kind, subject_id, user_id, author, content, created_at");
    let taken = taken.bind(tenant).bind(most).all::<Line>(tx).await?;
    let mut said: Vec<_> = taken.into_iter().filter_map(read).collect();
    said.sort_unstable_by_key(Said::order);
    Ok(said)
}

fn read(
    (id, kind, subject, user, author, content, at): (
        String,
        String,
        String,
        Option<String>,
        Option<String>,
        Option<String>,
        i64,
    ),
) -> Option<Said> {
    let subject = Uuid::try_parse(&subject).ok()?;
    if kind == "WITHDRAWAL" {
        return Some(Said::Withdrawal { comment: subject, at });
    }
    let (id, user) = (Uuid::try_parse(&id).ok()?, Uuid::try_parse(&user?).ok()?);
    Some(Said::Comment { id, video: subject, user, author: author?, content: content?, at })
}

impl Said {
    /// A comment before its withdrawal, comments as they came.
    fn order(&self) -> (u8, i64, Uuid) {
        match self {
            Self::Comment { id, at, .. } => (0, *at, *id),
            Self::Withdrawal { comment, at } => (1, *at, *comment),
        }
    }
}

/// One for each comment.
fn withdrawal_of(comment: Uuid) -> Uuid {
    Uuid::new_v5(&comment, b"withdrawal")
}
