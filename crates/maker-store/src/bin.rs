//! Everything that was deleted and can come back: drafts, which stay in their table, and what is in `post_bin`.

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::deleted::Deletable;
use maker_domain::draft::DraftFields;
use maker_domain::id::PostId;
use maker_domain::text_post::unfinished;
use uuid::Uuid;

use crate::post_bin::{DAYS_IN_THE_BIN, Kept};
use crate::stored::{id, json, millis, time};
use crate::{Store, StoreError};

/// Something that was deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    /// What it is.
    pub kind: Deletable,
    /// Its id.
    pub id: Uuid,
    /// What to call it; may be empty.
    pub title: String,
    /// When it was deleted.
    pub deleted_at: DateTime<Utc>,
    /// Until when it can come back.
    pub until: DateTime<Utc>,
}

impl Store {
    /// What was deleted in the last thirty days, latest first. Of posts, services and links only what was deleted on this
    /// device; a post that was begun and left with nothing in it is not worth a line.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn bin(&self, now: DateTime<Utc>) -> Result<Vec<Deleted>, StoreError> {
        let since = millis(now - TimeDelta::days(DAYS_IN_THE_BIN));
        let kept: Vec<(String, String, i64)> =
            sqlx::query_as("SELECT id, kept, deleted_at FROM post_bin WHERE deleted_at >= ?")
                .bind(since)
                .fetch_all(&self.pool)
                .await?;
        let mut all = Vec::new();
        let mut with_pictures = Vec::new();
        for (row, text, at) in kept {
            let row = id("post_bin", &row)?;
            let kept: Kept = json("post_bin", &text)?;
            let found = match (kept.post, kept.service, kept.link) {
                (Some((content, ..)), ..) => (Deletable::Post, first_line(&content)),
                (_, Some((service, _)), _) => (Deletable::Service, service.title),
                (.., Some((link, ..))) => (Deletable::Link, link.url),
                // The pictures of a draft, or a single one: they come back with it.
                _ => {
                    if !kept.pictures.is_empty() {
                        with_pictures.push(row);
                    }
                    continue;
                }
            };
            all.push(deleted(found, row, at)?);
        }
        let drafts: Vec<(String, String, String, i64, Option<String>)> = sqlx::query_as(
            "SELECT d.id, d.kind, d.fields, d.updated_at, m.file_name \
             FROM drafts d LEFT JOIN draft_media m ON m.draft_id = d.id \
             WHERE d.status = 'DELETED' AND d.updated_at >= ?",
        )
        .bind(since)
        .fetch_all(&self.pool)
        .await?;
        for (row, kind, fields, at, file) in drafts {
            let row = id("drafts", &row)?;
            let fields: DraftFields = json("drafts", &fields)?;
            let found = match kind.as_str() {
                "POST" => (Deletable::PostDraft, first_line(&fields.description)),
                _ if fields.title.trim().is_empty() => (Deletable::Draft, file.unwrap_or_default()),
                _ => (Deletable::Draft, fields.title),
            };
            let is_empty = found.0 == Deletable::PostDraft
                && found.1.is_empty()
                && !with_pictures.contains(&unfinished(PostId(row)).0);
            if !is_empty {
                all.push(deleted(found, row, at)?);
            }
        }
        all.sort_by_key(|thing| (std::cmp::Reverse(thing.deleted_at), thing.id));
        Ok(all)
    }

    /// Gives up drafts that were deleted thirty days ago, with their versions.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn empty_bin_of_drafts(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM drafts WHERE status = 'DELETED' AND updated_at < ?")
            .bind(millis(now - TimeDelta::days(DAYS_IN_THE_BIN)))
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}

fn deleted((kind, title): (Deletable, String), id: Uuid, at: i64) -> Result<Deleted, StoreError> {
    let deleted_at = time("post_bin", at)?;
    Ok(Deleted { kind, id, title, deleted_at, until: deleted_at + TimeDelta::days(DAYS_IN_THE_BIN) })
}

fn first_line(text: &str) -> String {
    text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned()
}
