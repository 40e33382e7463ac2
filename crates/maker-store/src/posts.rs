//! `posts` and `post_media`: published texts and their pictures. A picture is a row of its own, so that two devices can
//! add pictures at the same time.

use chrono::{DateTime, Utc};
use maker_domain::id::{MakerId, PostId, PostMediaId, UserId};

use crate::stored::{id, json, millis, time, to_json};
use crate::{Store, StoreError};

const TABLE: &str = "posts";

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPost {
    /// Its id.
    pub id: PostId,
    /// The text.
    pub content: String,
    /// Addresses of its pictures, as they were set at publication.
    pub images: Vec<String>,
    /// When it was published.
    pub created_at: DateTime<Utc>,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}

/// A picture of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostPicture {
    /// Its id.
    pub id: PostMediaId,
    /// The post.
    pub post: PostId,
    /// The backend's name for the picture.
    pub image: String,
    /// Its MIME type.
    pub content_type: String,
    /// What is on it, for those who do not see it.
    pub alt: Option<String>,
    /// Its place among the others: smaller texts first.
    pub position: String,
}

impl Store {
    /// The newest `limit` posts, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn posts(&self, limit: u32) -> Result<Vec<TextPost>, StoreError> {
        let rows: Vec<(String, String, Option<String>, i64, i64)> = sqlx::query_as(
            "SELECT id, content, images, created_at, updated_at FROM posts ORDER BY created_at DESC, id DESC LIMIT ?",
        )
        .bind(limit)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|(which, content, images, created_at, updated_at)| {
                Ok(TextPost {
                    id: PostId(id(TABLE, &which)?),
                    content,
                    images: images.map(|text| json(TABLE, &text)).transpose()?.unwrap_or_default(),
                    created_at: time(TABLE, created_at)?,
                    updated_at: time(TABLE, updated_at)?,
                })
            })
            .collect()
    }

    /// Adds a post, or writes its text and pictures anew.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn save_post(
        &self,
        which: PostId,
        by: (UserId, MakerId),
        content: &str,
        images: &[String],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO posts (id, user_id, maker_id, content, images, created_at, updated_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6) \
             ON CONFLICT (id) DO UPDATE SET content = ?4, images = ?5, updated_at = ?6",
        )
        .bind(which.to_string())
        .bind(by.0.to_string())
        .bind(by.1.to_string())
        .bind(content)
        .bind(to_json(TABLE, &images)?)
        .bind(millis(now))
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Deletes a post with its pictures.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn delete_post(&self, which: PostId) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        sqlx::query("DELETE FROM post_media WHERE post_id = ?").bind(which.to_string()).execute(&mut *tx).await?;
        let done = sqlx::query("DELETE FROM posts WHERE id = ?").bind(which.to_string()).execute(&mut *tx).await?;
        if done.rows_affected() == 0 {
            return Err(StoreError::NotFound);
        }
        tx.commit().await?;
        Ok(())
    }

    /// The pictures of a post in their order.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn pictures(&self, post: PostId) -> Result<Vec<PostPicture>, StoreError> {
        let rows: Vec<(String, String, String, Option<String>, String)> = sqlx::query_as(
            "SELECT id, image, content_type, alt, position FROM post_media WHERE post_id = ? ORDER BY position, id",
        )
        .bind(post.to_string())
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|(which, image, content_type, alt, position)| {
                Ok(PostPicture { id: PostMediaId(id("post_media", &which)?), post, image, content_type, alt, position })
            })
            .collect()
    }

    /// Adds a picture to its post, or moves or describes it anew.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn save_picture(&self, picture: &PostPicture, now: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO post_media (id, post_id, image, content_type, alt, position, created_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET alt = ?5, position = ?6",
        )
        .bind(picture.id.to_string())
        .bind(picture.post.to_string())
        .bind(&picture.image)
        .bind(&picture.content_type)
        .bind(&picture.alt)
        .bind(&picture.position)
        .bind(millis(now))
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Takes a picture off its post.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn delete_picture(&self, which: PostMediaId) -> Result<(), StoreError> {
        let done =
            sqlx::query("DELETE FROM post_media WHERE id = ?").bind(which.to_string()).execute(&self.pool).await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}
