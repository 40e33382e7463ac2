//! `video_looks` and `video_numbers`: when a video's views and likes are asked for, and what was told when.

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::id::VideoId;
use sqlx::SqliteConnection;

use crate::library::KeptVideo;
use crate::stored::{id, millis, time};
use crate::{Store, StoreError};

/// A video that is to be asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueVideo {
    /// Which one.
    pub id: VideoId,
    /// Its address on the platform.
    pub url: String,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// Tries in a row that told nothing.
    pub failures: u32,
}

/// What a platform told of a video at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// When.
    pub at: DateTime<Utc>,
    /// Views; `None` when the platform does not tell.
    pub views: Option<u64>,
    /// Likes; `None` when the platform does not tell.
    pub likes: Option<u64>,
}

const TABLE: &str = "video_numbers";

impl Store {
    /// Takes up to `most` videos of `platform` that are due at `now`, longest due first, out of everybody's reach until
    /// `until`: two processes never ask about one video at once, and what a dead one took comes back by itself.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn take_due_videos(
        &self,
        platform: Platform,
        most: usize,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Vec<DueVideo>, StoreError> {
        let mut tx = self.write().await?;
        let rows: Vec<(String, String, i64, i64)> = sqlx::query_as(
            "SELECT v.id, v.url, v.created_at, coalesce(l.failures, 0) \
             FROM videos v LEFT JOIN video_looks l ON l.video_id = v.id \
             WHERE v.platform = ? AND coalesce(l.next_at, 0) <= ? ORDER BY coalesce(l.next_at, 0), v.id DESC LIMIT ?",
        )
        .bind(platform.as_str())
        .bind(millis(now))
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .fetch_all(&mut *tx)
        .await?;
        for (video, ..) in &rows {
            set_next(&mut tx, video, until).await?;
        }
        tx.commit().await?;
        let read = |(video, url, published, failures): (String, String, i64, i64)| {
            Ok(DueVideo {
                id: VideoId(id("videos", &video)?),
                url,
                published_at: time("videos", published)?,
                failures: u32::try_from(failures).unwrap_or(u32::MAX),
            })
        };
        rows.into_iter().map(read).collect()
    }

    /// When the next video of `platform` is due; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn next_due_video(&self, platform: Platform) -> Result<Option<DateTime<Utc>>, StoreError> {
        let next: Option<i64> = sqlx::query_scalar(
            "SELECT min(coalesce(l.next_at, 0)) FROM videos v LEFT JOIN video_looks l ON l.video_id = v.id \
             WHERE v.platform = ?",
        )
        .bind(platform.as_str())
        .fetch_one(&self.pool)
        .await?;
        next.map(|at| time("video_looks", at)).transpose()
    }

    /// Keeps what was told, and when to ask next. Numbers that are not told leave those before them as they are.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn keep_numbers(&self, video: VideoId, told: Numbers, next: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let count = |n: Option<u64>| n.map(|n| i64::try_from(n).unwrap_or(i64::MAX));
        let (views, likes) = (count(told.views), count(told.likes));
        sqlx::query("UPDATE videos SET views = coalesce(?, views), likes = coalesce(?, likes) WHERE id = ?")
            .bind(views)
            .bind(likes)
            .bind(video.to_string())
            .execute(&mut *tx)
            .await?;
        sqlx::query("INSERT OR REPLACE INTO video_numbers (video_id, at, views, likes) VALUES (?, ?, ?, ?)")
            .bind(video.to_string())
            .bind(millis(told.at))
            .bind(views)
            .bind(likes)
            .execute(&mut *tx)
            .await?;
        sqlx::query(
            "INSERT INTO video_looks (video_id, next_at, told_at) VALUES (?1, ?2, ?3) \
             ON CONFLICT (video_id) DO UPDATE SET next_at = ?2, told_at = ?3, failures = 0",
        )
        .bind(video.to_string())
        .bind(millis(next))
        .bind(millis(told.at))
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Notes that nothing was told of `video` and when to ask next; `failed` counts it as a failure.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn ask_again(&self, video: VideoId, failed: bool, next: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO video_looks (video_id, next_at, failures) VALUES (?1, ?2, ?3) \
             ON CONFLICT (video_id) DO UPDATE SET next_at = ?2, failures = failures * ?3 + ?3",
        )
        .bind(video.to_string())
        .bind(millis(next))
        .bind(failed)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Makes every video of `platform` due now: the maker has just signed in, or asks for fresh numbers.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn hurry_numbers(&self, platform: Platform) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE video_looks SET next_at = 0, failures = 0 \
             WHERE video_id IN (SELECT id FROM videos WHERE platform = ?)",
        )
        .bind(platform.as_str())
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Deletes the numbers and their history of every video of `platform` whose numbers were last told before `limit`;
    /// `None` = of all. Tells how many videos that were.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn forget_numbers(&self, platform: Platform, limit: Option<DateTime<Utc>>) -> Result<u64, StoreError> {
        if limit.is_none() {
            sqlx::query(KeptVideo::FORGET).bind(i64::MAX).execute(&self.pool).await?;
        }
        // Asked for each minute, and nearly always nothing: that takes no lock.
        if old_numbers(&mut *self.pool.acquire().await?, platform, limit).await?.is_empty() {
            return Ok(0);
        }
        let mut tx = self.write().await?;
        let old = old_numbers(&mut tx, platform, limit).await?;
        for video in &old {
            for change in [
                "DELETE FROM video_numbers WHERE video_id = ?",
                "UPDATE videos SET views = 0, likes = 0 WHERE id = ?",
                "UPDATE video_looks SET told_at = NULL WHERE video_id = ?",
            ] {
                sqlx::query(change).bind(video).execute(&mut *tx).await?;
            }
        }
        tx.commit().await?;
        Ok(old.len() as u64)
    }

    /// Everything that was told of `video` and is kept, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn numbers_of(&self, video: VideoId) -> Result<Vec<Numbers>, StoreError> {
        let rows: Vec<(i64, Option<i64>, Option<i64>)> =
            sqlx::query_as("SELECT at, views, likes FROM video_numbers WHERE video_id = ? ORDER BY at")
                .bind(video.to_string())
                .fetch_all(&self.pool)
                .await?;
        rows.into_iter().filter_map(|(at, views, likes)| told(Some(at), views, likes).transpose()).collect()
    }
}

/// Reads what was told at `at`; `None` when nothing is known.
pub(crate) fn told(at: Option<i64>, views: Option<i64>, likes: Option<i64>) -> Result<Option<Numbers>, StoreError> {
    let count = |n: Option<i64>| n.and_then(|n| u64::try_from(n).ok());
    at.map(|at| Ok(Numbers { at: time(TABLE, at)?, views: count(views), likes: count(likes) })).transpose()
}

async fn set_next(tx: &mut SqliteConnection, video: &str, next: DateTime<Utc>) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO video_looks (video_id, next_at) VALUES (?1, ?2) ON CONFLICT (video_id) DO UPDATE SET next_at = ?2",
    )
    .bind(video)
    .bind(millis(next))
    .execute(tx)
    .await?;
    Ok(())
}

/// The videos of `platform` whose numbers were last told before `limit`.
async fn old_numbers(
    connection: &mut SqliteConnection,
    platform: Platform,
    limit: Option<DateTime<Utc>>,
) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT v.id FROM videos v JOIN video_looks l ON l.video_id = v.id \
               WHERE v.platform = ? AND l.told_at IS NOT NULL AND l.told_at < ?";
    let limit = limit.map_or(i64::MAX, millis);
    Ok(sqlx::query_scalar(sql).bind(platform.as_str()).bind(limit).fetch_all(connection).await?)
}
