//! What there is on this desk at all: whether somebody has begun to work here, and how far they are.

use maker_domain::id::DraftId;

use crate::stored::{id, path_bytes};
use crate::{Store, StoreError};

/// How far a maker is with what everybody does first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Beginnings {
    /// Anything was made, written or connected here, or came from another device.
    pub any: bool,
    /// Home has something to show.
    pub home: bool,
    /// The page has a name that the maker gave it.
    pub named: bool,
    /// A service with a title.
    pub service: bool,
    /// A platform is connected.
    pub connection: bool,
    /// Something is published: a video or a post.
    pub publication: bool,
}

impl Store {
    /// How far the maker is.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn beginnings(&self) -> Result<Beginnings, StoreError> {
        Ok(sqlx::query_as(
            "WITH now AS (SELECT \
               EXISTS (SELECT 1 FROM drafts WHERE kind = 'VIDEO' AND status = 'DRAFT') \
                 OR EXISTS (SELECT 1 FROM deliveries WHERE dismissed_at IS NULL) AS home, \
               EXISTS (SELECT 1 FROM makers WHERE name NOT IN ('', 'My page')) AS named, \
               EXISTS (SELECT 1 FROM services WHERE trim(title) <> '') AS service, \
               EXISTS (SELECT 1 FROM social_connections) AS connection, \
               EXISTS (SELECT 1 FROM videos) OR EXISTS (SELECT 1 FROM posts) AS publication) \
             SELECT home, named, service, connection, publication, \
               home OR named OR service OR connection OR publication OR EXISTS (SELECT 1 FROM drafts) \
                 OR EXISTS (SELECT 1 FROM publications) OR EXISTS (SELECT 1 FROM services) \
                 OR EXISTS (SELECT 1 FROM social_links) OR EXISTS (SELECT 1 FROM sync_rows) AS any FROM now",
        )
        .fetch_one(&self.pool)
        .await?)
    }

    /// The drafts of the file at `path`, those that can be written in.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn drafts_of_file(&self, path: &std::path::Path) -> Result<Vec<DraftId>, StoreError> {
        let ids: Vec<String> = sqlx::query_scalar(
            "SELECT m.draft_id FROM draft_media m JOIN drafts d ON d.id = m.draft_id \
             WHERE m.path = ? AND d.status = 'DRAFT' ORDER BY d.id",
        )
        .bind(path_bytes(path))
        .fetch_all(&self.pool)
        .await?;
        ids.iter().map(|text| id("draft_media", text).map(DraftId)).collect()
    }

    /// Takes a draft away that nobody will want back: it is in no list of what was deleted.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn erase_draft(&self, draft: DraftId) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM drafts WHERE id = ? AND status <> 'PUBLISHED'")
            .bind(draft.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
