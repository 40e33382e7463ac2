//! `publications`: one press of Publish, with its deliveries, in one transaction.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use maker_domain::id::{DeliveryId, DraftId, PublicationId};
use maker_domain::media::{FileIdentity, MediaFacts};
use maker_domain::post::Post;
use maker_domain::schedule::WallTime;
use maker_domain::{Platform, VideoType};

use crate::deliveries;
use crate::steps::{self, NewStep};
use crate::stored::{id, json, millis, path_bytes, path_from, to_json};
use crate::{Store, StoreError};

/// What is published: everything frozen at the press of the button.
#[derive(Clone, Debug)]
pub struct NewPublication {
    /// Its id.
    pub id: PublicationId,
    /// The draft it comes from.
    pub draft_id: DraftId,
    /// Title, for lists.
    pub title: String,
    /// What kind of video.
    pub video_type: VideoType,
    /// One post per platform, each with the delivery's id.
    pub posts: Vec<(DeliveryId, Post)>,
    /// What is done once the platform has the video.
    pub steps: Vec<NewStep>,
    /// Platforms that get theirs later.
    pub times: Vec<(Platform, Timed)>,
}

/// A time as the maker wrote it, and the instant that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timed {
    /// The time on the wall.
    pub wall: WallTime,
    /// The instant.
    pub at: DateTime<Utc>,
}

/// The file of a publication.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedFile {
    /// Where it is on this device.
    pub path: PathBuf,
    /// Its name.
    pub file_name: String,
    /// The header's facts.
    pub facts: MediaFacts,
    /// What it must still be whenever bytes are sent.
    pub identity: FileIdentity,
}

impl Store {
    /// Writes the publication and its deliveries and takes the draft off the list, all or nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the draft or its file is gone.
    pub async fn publish(&self, new: &NewPublication, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let made = sqlx::query(
            "INSERT INTO publications (id, draft_id, maker_id, user_id, title, type, path, file_name, facts, identity, still, created_at) \
             SELECT ?1, d.id, k.id, k.user_id, ?3, ?4, m.path, m.file_name, m.facts, m.identity, m.still, ?5 \
             FROM drafts d JOIN draft_media m ON m.draft_id = d.id JOIN makers k ON k.id = d.maker_id \
             WHERE d.id = ?2 AND d.status = 'DRAFT'",
        )
        .bind(new.id.to_string())
        .bind(new.draft_id.to_string())
        .bind(&new.title)
        .bind(new.video_type.as_str())
        .bind(millis(now))
        .execute(&mut *tx)
        .await?;
        if made.rows_affected() == 0 {
            return Err(StoreError::NotFound);
        }
        // Deliveries of one press share a place, so that they go together and their file is read once.
        let place: i64 = sqlx::query_scalar("SELECT max(?1, coalesce(max(place) + 1, 0)) FROM deliveries")
            .bind(millis(now))
            .fetch_one(&mut *tx)
            .await?;
        for (delivery, post) in &new.posts {
            let timed = new.times.iter().find(|(platform, _)| *platform == post.platform()).map(|(_, timed)| timed);
            let at = timed.map(|timed| timed.at);
            let (state, not_before) = deliveries::queued(post.platform(), at, now);
            sqlx::query(
                "INSERT INTO deliveries (id, publication_id, platform, post, state, detail, total_bytes, place, created_at, updated_at, \
                   not_before, scheduled_at, wall) \
                 SELECT ?1, ?2, ?3, ?4, ?5, ?6, json_extract(facts, '$.size_bytes'), ?8, ?7, ?7, ?9, ?10, ?11 \
                 FROM publications WHERE id = ?2",
            )
            .bind(delivery.to_string())
            .bind(new.id.to_string())
            .bind(post.platform().as_str())
            .bind(to_json("deliveries", post)?)
            .bind(state.name().as_str())
            .bind(to_json("deliveries", &state)?)
            .bind(millis(now))
            .bind(place)
            .bind(not_before.map(millis))
            .bind(at.map(millis))
            .bind(timed.map(|timed| to_json("deliveries", &timed.wall)).transpose()?)
            .execute(&mut *tx)
            .await?;
        }
        for step in &new.steps {
            steps::insert(&mut tx, step, now).await?;
        }
        sqlx::query("UPDATE drafts SET status = 'PUBLISHED', updated_at = ? WHERE id = ?")
            .bind(millis(now))
            .bind(new.draft_id.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// The file of a publication.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such publication.
    pub async fn published_file(&self, which: PublicationId) -> Result<PublishedFile, StoreError> {
        let row: Option<(Vec<u8>, String, String, String)> =
            sqlx::query_as("SELECT path, file_name, facts, identity FROM publications WHERE id = ?")
                .bind(which.to_string())
                .fetch_optional(&self.pool)
                .await?;
        let (path, file_name, facts, identity) = row.ok_or(StoreError::NotFound)?;
        Ok(PublishedFile {
            path: path_from(path),
            file_name,
            facts: json("publications", &facts)?,
            identity: json("publications", &identity)?,
        })
    }

    /// Tells where the publication's file is now. Whoever calls has made sure that it is the same file; its time of
    /// change may differ.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn relocate(
        &self,
        which: PublicationId,
        path: &std::path::Path,
        identity: &FileIdentity,
    ) -> Result<(), StoreError> {
        sqlx::query("UPDATE publications SET path = ?, identity = ? WHERE id = ?")
            .bind(path_bytes(path))
            .bind(to_json("publications", identity)?)
            .bind(which.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The small pictures of publications, those that have one.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn stills(&self, of: &[PublicationId]) -> Result<Vec<(PublicationId, Vec<u8>)>, StoreError> {
        let rows: Vec<(String, Vec<u8>)> = sqlx::query_as(
            "SELECT id, still FROM publications WHERE still IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        )
        .bind(to_json("publications", &of)?)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(|(which, still)| Ok((PublicationId(id("publications", &which)?), still))).collect()
    }
}
