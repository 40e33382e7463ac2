//! `post_bin`: what was deleted on this device and can come back as it was, for thirty days: posts, pictures, services,
//! links, and videos that were taken out of the library.

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::link::LinkFields;
use maker_domain::service::ServiceFields;
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::library::KeptVideo;
use crate::posts::PostPicture;
use crate::stored::{json, millis, to_json};
use crate::{Store, StoreError};

/// As long as the backend keeps what is in its bin, and as a picture's file is kept that nothing shows any more.
pub(crate) const DAYS_IN_THE_BIN: i64 = 30;

const TABLE: &str = "post_bin";

/// What is kept of something that was deleted.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// A post's text, addresses of pictures and time of publication, as they were stored.
    pub(crate) post: Option<(String, Option<String>, i64)>,
    /// The rows of its pictures.
    #[serde(default)]
    pub(crate) pictures: Vec<PostPicture>,
    /// A service and when it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) service: Option<(ServiceFields, i64)>,
    /// A link, its place and when it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) link: Option<(LinkFields, Option<String>, i64)>,
    /// A video's rows, one for each platform.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) videos: Vec<KeptVideo>,
}

impl Kept {
    pub(crate) async fn put(
        &self,
        connection: &mut SqliteConnection,
        id: Uuid,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        sqlx::query("INSERT OR REPLACE INTO post_bin (id, kept, deleted_at) VALUES (?, ?, ?)")
            .bind(id.to_string())
            .bind(to_json(TABLE, self)?)
            .bind(millis(now))
            .execute(connection)
            .await?;
        Ok(())
    }

    /// Whether it was deleted here and can come back.
    pub(crate) async fn has(connection: &mut SqliteConnection, id: Uuid) -> Result<bool, StoreError> {
        let found = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM post_bin WHERE id = ?)").bind(id.to_string());
        Ok(found.fetch_one(connection).await?)
    }

    /// Takes it out of the bin.
    pub(crate) async fn take(connection: &mut SqliteConnection, id: Uuid) -> Result<Self, StoreError> {
        let kept: Option<String> = sqlx::query_scalar("DELETE FROM post_bin WHERE id = ? RETURNING kept")
            .bind(id.to_string())
            .fetch_optional(connection)
            .await?;
        json(TABLE, &kept.ok_or(StoreError::NotFound)?)
    }
}

impl Store {
    /// Gives up what has been in the bin for [`DAYS_IN_THE_BIN`].
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn empty_post_bin(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        // Numbers that a platform told are kept for Undo and no longer.
        let day = millis(now - TimeDelta::days(1));
        sqlx::query(KeptVideo::FORGET).bind(day).execute(&self.pool).await?;
        let before = millis(now - TimeDelta::days(DAYS_IN_THE_BIN));
        sqlx::query("DELETE FROM post_bin WHERE deleted_at < ?").bind(before).execute(&self.pool).await?;
        Ok(())
    }
}
