//! `video_stats` and `post_stats`: numbers that the backend counts. They come down and are never written here.

use chrono::{DateTime, Utc};
use maker_domain::id::{PostId, VideoId};

use crate::stored::opt_time;
use crate::{Store, StoreError};

/// The numbers of a video or a post. `None` where nobody counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// How often it was watched.
    pub views: Option<i64>,
    /// How many like it.
    pub likes: Option<i64>,
    /// As of when.
    pub as_of: Option<DateTime<Utc>>,
}

impl Store {
    /// The numbers of a video.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn video_stats(&self, which: VideoId) -> Result<Stats, StoreError> {
        let row: Option<(Option<i64>, Option<i64>, Option<i64>)> =
            sqlx::query_as("SELECT views, likes, as_of FROM video_stats WHERE id = ?")
                .bind(which.to_string())
                .fetch_optional(&self.pool)
                .await?;
        let (views, likes, as_of) = row.unwrap_or_default();
        Ok(Stats { views, likes, as_of: opt_time("video_stats", as_of)? })
    }

    /// The numbers of a post. Views of posts are not counted.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn post_stats(&self, which: PostId) -> Result<Stats, StoreError> {
        let row: Option<(Option<i64>, Option<i64>)> =
            sqlx::query_as("SELECT likes, as_of FROM post_stats WHERE id = ?")
                .bind(which.to_string())
                .fetch_optional(&self.pool)
                .await?;
        let (likes, as_of) = row.unwrap_or_default();
        Ok(Stats { views: None, likes, as_of: opt_time("post_stats", as_of)? })
    }
}
