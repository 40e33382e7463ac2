//! `social_links`: pages elsewhere, for display only. Nothing is posted there.

use chrono::{DateTime, Utc};
use maker_domain::id::{LinkId, MakerId};

use crate::stored::{id, millis};
use crate::{Store, StoreError};

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SocialLink {
    /// Its id.
    pub id: LinkId,
    /// Where it leads, in the maker's words.
    pub platform: String,
    /// The address.
    pub url: String,
    /// Its place among the others: smaller texts first.
    pub position: Option<String>,
}

impl Store {
    /// The links in their order.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn social_links(&self) -> Result<Vec<SocialLink>, StoreError> {
        let rows: Vec<(String, String, String, Option<String>)> = sqlx::query_as(
            "SELECT id, platform, url, position FROM social_links ORDER BY position IS NULL, position, created_at, id",
        )
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|(which, platform, url, position)| {
                Ok(SocialLink { id: LinkId(id("social_links", &which)?), platform, url, position })
            })
            .collect()
    }

    /// Adds a link, or writes it anew.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn save_social_link(
        &self,
        link: &SocialLink,
        maker: MakerId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO social_links (id, maker_id, platform, url, position, created_at, updated_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6) \
             ON CONFLICT (id) DO UPDATE SET platform = ?3, url = ?4, position = ?5, updated_at = ?6",
        )
        .bind(link.id.to_string())
        .bind(maker.to_string())
        .bind(&link.platform)
        .bind(&link.url)
        .bind(&link.position)
        .bind(millis(now))
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Deletes a link.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn delete_social_link(&self, which: LinkId) -> Result<(), StoreError> {
        let done =
            sqlx::query("DELETE FROM social_links WHERE id = ?").bind(which.to_string()).execute(&self.pool).await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}
