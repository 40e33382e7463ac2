//! `posts` and `post_media`: published texts and their pictures. A picture is a row of its own, so that two devices can
//! add pictures at the same time.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use maker_domain::id::{MakerId, PostId, PostMediaId, UserId};
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use crate::post_bin::Kept;
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

/// A picture of a post, or of what is to become one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostPicture {
    /// Its id.
    pub id: PostMediaId,
    /// The post, or what stands for its unfinished version ([`maker_domain::text_post::unfinished`]).
    pub post: PostId,
    /// The picture's name. One of another device may be anything.
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
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, content, images, created_at, updated_at FROM posts ORDER BY created_at DESC, id DESC LIMIT ?",
        )
        .bind(limit)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(Row::read).collect()
    }

    /// One post.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn post(&self, which: PostId) -> Result<TextPost, StoreError> {
        let row: Option<Row> =
            sqlx::query_as("SELECT id, content, images, created_at, updated_at FROM posts WHERE id = ?")
                .bind(which.to_string())
                .fetch_optional(&self.pool)
                .await?;
        row.ok_or(StoreError::NotFound)?.read()
    }

    /// Adds a post, or writes its text and the addresses of its pictures anew.
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
        let mut connection = self.pool.acquire().await?;
        put_post(&mut connection, which, by, content, images, now).await
    }

    /// Deletes a post with its pictures. [`Store::restore_post`] brings it back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn delete_post(&self, which: PostId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let row: Option<Row> =
            sqlx::query_as("DELETE FROM posts WHERE id = ? RETURNING id, content, images, created_at, updated_at")
                .bind(which.to_string())
                .fetch_optional(&mut *tx)
                .await?;
        let post = row.ok_or(StoreError::NotFound)?;
        let pictures = take_pictures(&mut tx, which).await?;
        let post = Some((post.content, post.images, post.created_at));
        let kept = Kept { post, pictures, ..Kept::default() };
        kept.put(&mut tx, which.0, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Brings a deleted post back as it was.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it was not deleted on this device in the last thirty days.
    pub async fn restore_post(
        &self,
        which: PostId,
        by: (UserId, MakerId),
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let kept = Kept::take(&mut tx, which.0).await?;
        let (content, images, created_at) = kept.post.ok_or(StoreError::NotFound)?;
        for picture in &kept.pictures {
            put_picture(&mut tx, picture, now).await?;
        }
        sqlx::query(
            "INSERT INTO posts (id, user_id, maker_id, content, images, created_at, updated_at) \
             VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        )
        .bind(which.to_string())
        .bind(by.0.to_string())
        .bind(by.1.to_string())
        .bind(content)
        .bind(images)
        .bind(created_at)
        .bind(millis(now))
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// The pictures of a post in their order.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn pictures(&self, post: PostId) -> Result<Vec<PostPicture>, StoreError> {
        pictures(&mut *self.pool.acquire().await?, post).await
    }

    /// The pictures of many posts, each post's in their order. Posts without any are missing.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn pictures_of(&self, posts: &[PostId]) -> Result<BTreeMap<PostId, Vec<PostPicture>>, StoreError> {
        let rows: Vec<PictureRow> = sqlx::query_as(
            "SELECT id, post_id, image, content_type, alt, position FROM post_media \
             WHERE post_id IN (SELECT value FROM json_each(?)) ORDER BY position, id",
        )
        .bind(to_json(TABLE, &posts)?)
        .fetch_all(&self.pool)
        .await?;
        let mut all: BTreeMap<PostId, Vec<PostPicture>> = BTreeMap::new();
        for row in rows {
            let picture = row.read()?;
            all.entry(picture.post).or_default().push(picture);
        }
        Ok(all)
    }

    /// Adds a picture to its post, or moves or describes it anew.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn save_picture(&self, picture: &PostPicture, now: DateTime<Utc>) -> Result<(), StoreError> {
        put_picture(&mut *self.pool.acquire().await?, picture, now).await
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    content: String,
    images: Option<String>,
    created_at: i64,
    updated_at: i64,
}

impl Row {
    fn read(self) -> Result<TextPost, StoreError> {
        Ok(TextPost {
            id: PostId(id(TABLE, &self.id)?),
            content: self.content,
            images: self.images.map(|text| json(TABLE, &text)).transpose()?.unwrap_or_default(),
            created_at: time(TABLE, self.created_at)?,
            updated_at: time(TABLE, self.updated_at)?,
        })
    }
}

#[derive(sqlx::FromRow)]
pub(crate) struct PictureRow {
    id: String,
    post_id: String,
    image: String,
    content_type: String,
    alt: Option<String>,
    position: String,
}

impl PictureRow {
    pub(crate) fn read(self) -> Result<PostPicture, StoreError> {
        Ok(PostPicture {
            id: PostMediaId(id("post_media", &self.id)?),
            post: PostId(id("post_media", &self.post_id)?),
            image: self.image,
            content_type: self.content_type,
            alt: self.alt,
            position: self.position,
        })
    }
}

pub(crate) async fn put_post(
    connection: &mut SqliteConnection,
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
    .execute(connection)
    .await?;
    Ok(())
}

pub(crate) async fn pictures(connection: &mut SqliteConnection, post: PostId) -> Result<Vec<PostPicture>, StoreError> {
    let rows: Vec<PictureRow> = sqlx::query_as(
        "SELECT id, post_id, image, content_type, alt, position FROM post_media WHERE post_id = ? ORDER BY position, id",
    )
    .bind(post.to_string())
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(PictureRow::read).collect()
}

/// Takes all pictures off a post, and says which they were.
pub(crate) async fn take_pictures(
    connection: &mut SqliteConnection,
    post: PostId,
) -> Result<Vec<PostPicture>, StoreError> {
    let taken = pictures(&mut *connection, post).await?;
    sqlx::query("DELETE FROM post_media WHERE post_id = ?").bind(post.to_string()).execute(connection).await?;
    Ok(taken)
}

pub(crate) async fn put_picture(
    connection: &mut SqliteConnection,
    picture: &PostPicture,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
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
    .execute(connection)
    .await?;
    Ok(())
}
