//! Whether a file was published before.

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::media::FileIdentity;

use super::TABLE;
use crate::stored::{platform, time};
use crate::{Store, StoreError};

/// A file is live on a platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Where.
    pub platform: Platform,
    /// Since when.
    pub at: DateTime<Utc>,
    /// By this address.
    pub url: String,
}

impl Store {
    /// Where this desk has published the same file before and it still is in the library, the latest of each platform.
    /// Files are the same by size and fingerprint, whatever they are called now.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn published_before(&self, file: &FileIdentity) -> Result<Vec<Published>, StoreError> {
        let rows: Vec<(String, i64, String)> = sqlx::query_as(
            "SELECT v.platform, max(v.created_at), v.url \
             FROM publications p JOIN deliveries d ON d.publication_id = p.id JOIN videos v ON v.delivery_id = d.id \
             WHERE p.identity ->> '$.fingerprint' = ? AND p.identity ->> '$.size_bytes' = ? GROUP BY v.platform",
        )
        .bind(&file.fingerprint)
        .bind(crate::stored::to_stored(file.size_bytes))
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|(on, at, url)| Ok(Published { platform: platform(TABLE, &on)?, at: time(TABLE, at)?, url }))
            .collect()
    }
}
