//! `comments`: what visitors wrote under a video. They come down; the maker may hide one.

use chrono::{DateTime, Utc};
use maker_domain::id::{CommentId, VideoId};

use crate::stored::{id, opt_time};
use crate::{Store, StoreError};

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// Who wrote it, as the backend names them.
    pub author: String,
    /// What they wrote.
    pub content: String,
    /// When.
    pub created_at: Option<DateTime<Utc>>,
    /// The maker has hidden it.
    pub hidden: bool,
}

impl Store {
    /// The newest `limit` comments of a video, newest first, with the hidden ones.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn comments(&self, of: VideoId, limit: u32) -> Result<Vec<Comment>, StoreError> {
        type Row = (String, Option<String>, Option<String>, Option<i64>, Option<bool>);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, author, content, created_at, hidden FROM comments WHERE video_id = ? \
             ORDER BY created_at DESC, id DESC LIMIT ?",
        )
        .bind(of.to_string())
        .bind(limit)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|(which, author, content, created_at, hidden)| {
                Ok(Comment {
                    id: CommentId(id("comments", &which)?),
                    author: author.unwrap_or_default(),
                    content: content.unwrap_or_default(),
                    created_at: opt_time("comments", created_at)?,
                    hidden: hidden.unwrap_or(false),
                })
            })
            .collect()
    }

    /// Hides a comment from the public page, or shows it again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn hide_comment(&self, which: CommentId, hidden: bool) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE comments SET hidden = ? WHERE id = ?")
            .bind(hidden)
            .bind(which.to_string())
            .execute(&self.pool)
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Deletes a comment for good.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn delete_comment(&self, which: CommentId) -> Result<(), StoreError> {
        let done = sqlx::query("DELETE FROM comments WHERE id = ?").bind(which.to_string()).execute(&self.pool).await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}
