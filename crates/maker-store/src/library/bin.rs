//! Taking entries out of the library, and back: rows of this desk, never anything on a platform.

use chrono::{DateTime, Utc};
use maker_domain::id::{EntryId, MakerId, UserId};
use maker_domain::library::EntryKind;
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use super::TABLE;
use crate::post_bin::Kept;
use crate::stored::{millis, to_json};
use crate::{Store, StoreError};

/// A row of `videos` with the numbers that were told of it, as it was stored.
#[derive(Debug, Serialize, Deserialize, sqlx::FromRow)]
pub(crate) struct KeptVideo {
    id: String,
    delivery_id: Option<String>,
    title: String,
    description: Option<String>,
    url: String,
    thumbnail_url: Option<String>,
    duration: Option<f64>,
    platform: String,
    r#type: String,
    created_at: i64,
    told_at: Option<i64>,
    /// `[at, views, likes]` of each time, as JSON.
    numbers: String,
}

impl Store {
    /// Takes a video with all its platforms out of the library; what is on the platforms stays there. What is still on its
    /// way elsewhere goes on, and is in the library again once it is there. [`Store::restore_videos`] brings it back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such video.
    pub async fn remove_videos(&self, which: EntryId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let videos: Vec<KeptVideo> = sqlx::query_as(
            "SELECT v.id, v.delivery_id, v.title, v.description, v.url, v.thumbnail_url, v.duration, v.platform, v.type, \
               v.created_at, l.told_at, (SELECT json_group_array(json_array(at, views, likes)) FROM video_numbers \
                                         WHERE video_id = v.id) AS numbers \
             FROM videos v LEFT JOIN video_looks l ON l.video_id = v.id \
             WHERE v.id IN (SELECT v.id FROM deliveries d JOIN videos v ON v.delivery_id = d.id WHERE d.publication_id = ?1 \
                            UNION ALL SELECT id FROM videos WHERE id = ?1 AND delivery_id IS NULL)",
        )
        .bind(which.to_string())
        .fetch_all(&mut *tx)
        .await?;
        if videos.is_empty() {
            return Err(StoreError::NotFound);
        }
        let ids: Vec<&str> = videos.iter().map(|video| video.id.as_str()).collect();
        sqlx::query("DELETE FROM videos WHERE id IN (SELECT value FROM json_each(?))")
            .bind(to_json(TABLE, &ids)?)
            .execute(&mut *tx)
            .await?;
        let kept = Kept { videos, ..Kept::default() };
        kept.put(&mut tx, which.0, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Brings a video back that was taken out of the library.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it was not taken out on this device in the last thirty days.
    pub async fn restore_videos(
        &self,
        which: EntryId,
        by: (UserId, MakerId),
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let kept = Kept::take(&mut tx, which.0).await?;
        if kept.videos.is_empty() {
            return Err(StoreError::NotFound);
        }
        for video in &kept.videos {
            put(&mut tx, video, by, now).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// What kind of thing was taken out under this id and can come back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when nothing was.
    pub async fn kind_in_bin(&self, which: EntryId) -> Result<EntryKind, StoreError> {
        let in_bin: Option<String> = sqlx::query_scalar(
            "SELECT CASE WHEN kept ->> '$.videos[0]' IS NOT NULL THEN 'VIDEO' ELSE 'POST' END FROM post_bin \
             WHERE id = ?1 AND (kept ->> '$.videos[0]' IS NOT NULL OR kept ->> '$.post' IS NOT NULL) \
             UNION ALL SELECT 'DRAFT' FROM drafts WHERE id = ?1 AND kind = 'VIDEO' AND status = 'DELETED'",
        )
        .bind(which.to_string())
        .fetch_optional(&self.pool)
        .await?;
        in_bin.as_deref().and_then(EntryKind::parse).ok_or(StoreError::NotFound)
    }
}

async fn put(
    connection: &mut SqliteConnection,
    video: &KeptVideo,
    by: (UserId, MakerId),
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    // Its delivery may be gone by now, or have made another row.
    sqlx::query(
        "INSERT INTO videos (id, user_id, maker_id, delivery_id, title, description, url, thumbnail_url, duration, platform, \
           type, views, likes, created_at, updated_at) \
         SELECT ?1, ?2, ?3, (SELECT id FROM deliveries WHERE id = ?4 AND NOT EXISTS (SELECT 1 FROM videos WHERE delivery_id = ?4)), \
           ?5, ?6, ?7, ?8, ?9, ?10, ?11, coalesce(n.value ->> 1, 0), coalesce(n.value ->> 2, 0), ?12, ?13 \
         FROM (SELECT 1) LEFT JOIN json_each(?14) n ON n.value ->> 0 = ?15 WHERE true \
         ON CONFLICT (id) DO NOTHING",
    )
    .bind(&video.id)
    .bind(by.0.to_string())
    .bind(by.1.to_string())
    .bind(&video.delivery_id)
    .bind(&video.title)
    .bind(&video.description)
    .bind(&video.url)
    .bind(&video.thumbnail_url)
    .bind(video.duration)
    .bind(&video.platform)
    .bind(&video.r#type)
    .bind(video.created_at)
    .bind(millis(now))
    .bind(&video.numbers)
    .bind(video.told_at)
    .execute(&mut *connection)
    .await?;
    // What was told last says how far the numbers are known; when to ask next is now.
    sqlx::query(
        "INSERT OR IGNORE INTO video_looks (video_id, next_at, told_at) SELECT id, 0, ? FROM videos WHERE id = ?",
    )
    .bind(video.told_at)
    .bind(&video.id)
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "INSERT OR IGNORE INTO video_numbers (video_id, at, views, likes) \
         SELECT v.id, n.value ->> 0, n.value ->> 1, n.value ->> 2 FROM videos v, json_each(?) n WHERE v.id = ?",
    )
    .bind(&video.numbers)
    .bind(&video.id)
    .execute(connection)
    .await?;
    Ok(())
}

impl KeptVideo {
    /// Gives up what was told of it, which its platform's rules do not let us keep for long.
    pub(crate) const FORGET: &'static str = "UPDATE post_bin SET kept = (SELECT json_set(kept, '$.videos', json_group_array( \
         json_set(value, '$.numbers', '[]', '$.told_at', NULL))) FROM json_each(kept, '$.videos')) \
       WHERE kept ->> '$.videos[0]' IS NOT NULL AND deleted_at < ?";
}
