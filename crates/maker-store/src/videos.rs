//! `videos`: what a platform has given an address. Written in the transaction that makes a delivery published.

use chrono::{DateTime, Utc};
use maker_domain::id::{DeliveryId, VideoId};
use maker_domain::{Platform, VideoType};
use sqlx::SqliteConnection;

use crate::numbers::{self, Numbers};
use crate::stored::{id, millis, platform, time, video_type};
use crate::{Store, StoreError};

/// One row, with the still of its publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Video {
    /// Its id.
    pub id: VideoId,
    /// The delivery that made it.
    pub delivery_id: Option<DeliveryId>,
    /// Title.
    pub title: String,
    /// The platform's address.
    pub url: String,
    /// The platform's picture of it.
    pub thumbnail_url: Option<String>,
    /// Length in seconds.
    pub duration_s: Option<f64>,
    /// Where it is.
    pub platform: Platform,
    /// What kind.
    pub video_type: VideoType,
    /// Our own small JPEG.
    pub still: Option<Vec<u8>>,
    /// When it was published.
    pub created_at: DateTime<Utc>,
    /// What its platform told last of its views and likes.
    pub numbers: Option<Numbers>,
}

/// What the platform said about a published video.
#[derive(Clone, Debug, PartialEq)]
pub struct NewVideo {
    /// Its title.
    pub title: String,
    /// Its text.
    pub description: Option<String>,
    /// Its address.
    pub url: String,
    /// Its picture.
    pub thumbnail_url: Option<String>,
    /// Its length in seconds.
    pub duration_s: Option<f64>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    delivery_id: Option<String>,
    title: String,
    url: String,
    thumbnail_url: Option<String>,
    duration: Option<f64>,
    platform: String,
    r#type: String,
    still: Option<Vec<u8>>,
    created_at: i64,
    told_at: Option<i64>,
    seen: Option<i64>,
    liked: Option<i64>,
}

const TABLE: &str = "videos";

impl Row {
    fn read(self) -> Result<Video, StoreError> {
        Ok(Video {
            id: VideoId(id(TABLE, &self.id)?),
            delivery_id: self.delivery_id.map(|d| id(TABLE, &d).map(DeliveryId)).transpose()?,
            title: self.title,
            url: self.url,
            thumbnail_url: self.thumbnail_url,
            duration_s: self.duration,
            platform: platform(TABLE, &self.platform)?,
            video_type: video_type(TABLE, &self.r#type)?,
            still: self.still,
            created_at: time(TABLE, self.created_at)?,
            numbers: numbers::told(self.told_at, self.seen, self.liked)?,
        })
    }
}

impl Store {
    /// The newest `limit` videos, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn videos(&self, limit: u32) -> Result<Vec<Video>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT v.id, v.delivery_id, v.title, v.url, v.thumbnail_url, v.duration, v.platform, v.type, p.still, \
               v.created_at, l.told_at, n.views AS seen, n.likes AS liked \
             FROM videos v LEFT JOIN deliveries d ON d.id = v.delivery_id \
               LEFT JOIN video_looks l ON l.video_id = v.id \
               LEFT JOIN video_numbers n ON n.video_id = v.id AND n.at = l.told_at \
               LEFT JOIN publications p ON p.id = d.publication_id \
             ORDER BY v.created_at DESC, v.id DESC LIMIT ?",
        )
        .bind(limit)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(Row::read).collect()
    }
}

/// Writes the video of a delivery. After a restored backup the workspace may have brought its row already, which is then
/// this one.
pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    delivery: DeliveryId,
    video: &NewVideo,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let here = sqlx::query(
        "UPDATE videos SET delivery_id = ?1 WHERE id = (SELECT id FROM videos WHERE url = ?2 AND delivery_id IS NULL \
           AND platform = (SELECT platform FROM deliveries WHERE id = ?1) LIMIT 1)",
    )
    .bind(delivery.to_string())
    .bind(&video.url)
    .execute(&mut *connection)
    .await?;
    if here.rows_affected() == 1 {
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO videos (id, user_id, maker_id, delivery_id, title, description, url, thumbnail_url, duration, platform, \
           type, created_at, updated_at) \
         SELECT ?1, p.user_id, p.maker_id, d.id, ?3, ?4, ?5, ?6, ?7, d.platform, p.type, ?8, ?8 \
         FROM deliveries d JOIN publications p ON p.id = d.publication_id WHERE d.id = ?2",
    )
    .bind(VideoId::make().to_string())
    .bind(delivery.to_string())
    .bind(&video.title)
    .bind(&video.description)
    .bind(&video.url)
    .bind(&video.thumbnail_url)
    .bind(video.duration_s)
    .bind(millis(now))
    .execute(connection)
    .await?;
    Ok(())
}
