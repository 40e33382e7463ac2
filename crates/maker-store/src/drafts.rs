//! `drafts` and `draft_media`: unfinished work. What an edit of it replaces goes to [`crate::versions`].

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::draft::DraftFields;
use maker_domain::id::{DeliveryId, DraftId, MakerId};
use maker_domain::media::{FileIdentity, MediaFacts};
use maker_domain::reason::Reason;
use serde_json::{Map, Value};
use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::stored::{id, json, millis, path_bytes, path_from, platform, time, to_json};
use crate::sync::{media_elsewhere, tables, unseen};
use crate::versions::{self, By};
use crate::{Store, StoreError, undo};

/// A draft with its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Its id.
    pub id: DraftId,
    /// What is edited.
    pub fields: DraftFields,
    /// The chosen file.
    pub media: Option<DraftMedia>,
    /// The file, where it was chosen on another device and is not on this disk.
    pub elsewhere: Option<MediaElsewhere>,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}

/// The chosen file and its facts.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftMedia {
    /// Where it is on this device.
    pub path: PathBuf,
    /// Its name, for people.
    pub file_name: String,
    /// The header's facts.
    pub facts: MediaFacts,
    /// What it was when it was chosen.
    pub identity: FileIdentity,
    /// A small JPEG.
    pub still: Option<Vec<u8>>,
}

/// A draft's file on another device: what it is, but no way to it.
#[derive(Clone, Debug, PartialEq)]
pub struct MediaElsewhere {
    /// The device's name; `None` when it did not say.
    pub device: Option<String>,
    /// Its name, for people.
    pub file_name: String,
    /// The header's facts.
    pub facts: MediaFacts,
}

/// What a draft was before it was taken back to the composer, and why it did not go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// The delivery.
    pub delivery: DeliveryId,
    /// Where it was to go.
    pub platform: Platform,
    /// Why it did not.
    pub reason: Reason,
}

const TABLE: &str = "drafts";

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    fields: String,
    updated_at: i64,
    path: Option<Vec<u8>>,
    file_name: Option<String>,
    facts: Option<String>,
    identity: Option<String>,
    still: Option<Vec<u8>>,
    elsewhere: Option<String>,
}

impl Row {
    fn read(self) -> Result<Draft, StoreError> {
        let media = match (self.path, self.file_name, self.facts, self.identity) {
            (Some(path), Some(file_name), Some(facts), Some(identity)) => Some(DraftMedia {
                path: path_from(path),
                file_name,
                facts: json("draft_media", &facts)?,
                identity: json("draft_media", &identity)?,
                still: self.still,
            }),
            _ => None,
        };
        Ok(Draft {
            id: DraftId(id(TABLE, &self.id)?),
            fields: json(TABLE, &self.fields)?,
            elsewhere: self.elsewhere.filter(|_| media.is_none()).as_deref().and_then(media_elsewhere),
            media,
            updated_at: time(TABLE, self.updated_at)?,
        })
    }
}

impl Store {
    /// Notes on a draft why what it was did not go out.
    ///
    /// # Errors
    /// [`StoreError`] when there is no such draft, or the disk refuses.
    pub async fn note_taken_back(&self, draft: DraftId, was: &TakenBack) -> Result<(), StoreError> {
        sqlx::query("INSERT INTO taken_back (draft_id, delivery_id, platform, reason) VALUES (?, ?, ?, ?)")
            .bind(draft.to_string())
            .bind(was.delivery.to_string())
            .bind(was.platform.as_str())
            .bind(to_json("taken_back", &was.reason)?)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Why what a draft was did not go out; `None` for one that was not taken back.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn taken_back(&self, draft: DraftId) -> Result<Option<TakenBack>, StoreError> {
        let row: Option<(String, String, String)> =
            sqlx::query_as("SELECT delivery_id, platform, reason FROM taken_back WHERE draft_id = ?")
                .bind(draft.to_string())
                .fetch_optional(&self.pool)
                .await?;
        row.map(|(delivery, to, reason)| {
            Ok(TakenBack {
                delivery: DeliveryId(id("taken_back", &delivery)?),
                platform: platform("taken_back", &to)?,
                reason: json("taken_back", &reason)?,
            })
        })
        .transpose()
    }

    /// Unpublished drafts of videos, last edited first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT d.id, d.fields, d.updated_at, m.path, m.file_name, m.facts, m.identity, m.still, \
               e.fields AS elsewhere \
             FROM drafts d LEFT JOIN draft_media m ON m.draft_id = d.id \
               LEFT JOIN sync_rows e ON e.tbl = 'draft_media' AND e.row_id = d.id AND e.deleted = 0 \
             WHERE d.kind = 'VIDEO' AND d.status = 'DRAFT' ORDER BY d.updated_at DESC, d.id DESC",
        )
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(Row::read).collect()
    }

    /// One draft of a video, whatever its status.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn draft(&self, which: DraftId) -> Result<Draft, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT d.id, d.fields, d.updated_at, m.path, m.file_name, m.facts, m.identity, m.still, \
               e.fields AS elsewhere \
             FROM drafts d LEFT JOIN draft_media m ON m.draft_id = d.id \
               LEFT JOIN sync_rows e ON e.tbl = 'draft_media' AND e.row_id = d.id AND e.deleted = 0 \
             WHERE d.id = ? AND d.kind = 'VIDEO'",
        )
        .bind(which.to_string())
        .fetch_optional(&self.pool)
        .await?;
        row.ok_or(StoreError::NotFound)?.read()
    }

    /// Those of these drafts of videos that are not published or deleted, in this order. Without their small pictures,
    /// which a long list asks for as they come into view.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn open_drafts(&self, which: &[DraftId]) -> Result<Vec<Draft>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT d.id, d.fields, d.updated_at, m.path, m.file_name, m.facts, m.identity, NULL AS still, \
               e.fields AS elsewhere \
             FROM json_each(?) w JOIN drafts d ON d.id = w.value LEFT JOIN draft_media m ON m.draft_id = d.id \
               LEFT JOIN sync_rows e ON e.tbl = 'draft_media' AND e.row_id = d.id AND e.deleted = 0 \
             WHERE d.kind = 'VIDEO' AND d.status = 'DRAFT' ORDER BY w.key",
        )
        .bind(to_json(TABLE, &which)?)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(Row::read).collect()
    }

    /// Adds a draft with its file.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn add_draft(
        &self,
        draft: DraftId,
        maker: MakerId,
        fields: &DraftFields,
        media: Option<&DraftMedia>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        sqlx::query(
            "INSERT INTO drafts (id, maker_id, kind, fields, status, created_at, updated_at) \
             VALUES (?1, ?2, 'VIDEO', ?3, 'DRAFT', ?4, ?4)",
        )
        .bind(draft.to_string())
        .bind(maker.to_string())
        .bind(to_json(TABLE, fields)?)
        .bind(millis(now))
        .execute(&mut *tx)
        .await?;
        if let Some(media) = media {
            put_media(&mut tx, draft, media, now).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Adds many drafts without a file. One that is here already is left as it is, but comes back when it was deleted.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses; then none is added.
    pub async fn add_drafts(
        &self,
        maker: MakerId,
        drafts: &[(DraftId, DraftFields)],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        for (draft, fields) in drafts {
            sqlx::query(
                "INSERT INTO drafts (id, maker_id, kind, fields, status, created_at, updated_at) \
                 VALUES (?1, ?2, 'VIDEO', ?3, 'DRAFT', ?4, ?4) \
                 ON CONFLICT (id) DO UPDATE SET status = 'DRAFT', updated_at = ?4 WHERE status = 'DELETED'",
            )
            .bind(draft.to_string())
            .bind(maker.to_string())
            .bind(to_json(TABLE, fields)?)
            .bind(millis(now))
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Which of these are here, and not in the bin.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn drafts_among(&self, ids: &[Uuid]) -> Result<Vec<Uuid>, StoreError> {
        let here: Vec<String> = sqlx::query_scalar(
            "SELECT id FROM drafts WHERE status <> 'DELETED' AND id IN (SELECT value FROM json_each(?))",
        )
        .bind(to_json(TABLE, &ids)?)
        .fetch_all(&self.pool)
        .await?;
        here.iter().map(|text| id(TABLE, text)).collect()
    }

    /// Replaces a draft's fields and keeps the replaced version; see [`crate::versions`].
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such draft.
    pub async fn save_draft(&self, draft: DraftId, fields: &DraftFields, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let before = document(&mut tx, draft).await?;
        replace(&mut tx, draft, &before, &to_json(TABLE, fields)?, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The same for fields that were typed while the screen showed `shown`, which other devices and windows may have changed
    /// since: what they wrote in other fields stays, and what they wrote in the same is merged or kept beside it. A draft
    /// that was deleted meanwhile comes back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such draft.
    pub async fn save_draft_over(
        &self,
        draft: DraftId,
        shown: &DraftFields,
        fields: &DraftFields,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let before = document(&mut tx, draft).await?;
        let (shown, typed) = (to_json(TABLE, shown)?, to_json(TABLE, fields)?);
        let (together, unseen) = typed_over(&shown, &before, &typed)?;
        undo::note(&mut tx, draft, [&shown, &typed], now).await?;
        if replace(&mut tx, draft, &before, &together, now).await? {
            // Deleted elsewhere while it was on the screen: whoever typed on did not mean it to go.
            sqlx::query("UPDATE drafts SET status = 'DRAFT' WHERE id = ? AND status = 'DELETED'")
                .bind(draft.to_string())
                .execute(&mut *tx)
                .await?;
        }
        unseen::note(&mut tx, TABLE, &draft.to_string(), &unseen).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Gives a draft another file, and keeps everything else.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn set_media(&self, draft: DraftId, media: &DraftMedia, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        put_media(&mut tx, draft, media, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Keeps a small JPEG of the draft's file, also for what was already published from it.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn set_still(&self, draft: DraftId, jpeg: &[u8]) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        for sql in [
            "UPDATE draft_media SET still = ?1 WHERE draft_id = ?2",
            "UPDATE publications SET still = ?1 WHERE draft_id = ?2 AND still IS NULL",
        ] {
            sqlx::query(sql).bind(jpeg).bind(draft.to_string()).execute(&mut *tx).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Takes a draft off the list. It stays in the database, so that it can come back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such draft, or it is published.
    pub async fn delete_draft(&self, draft: DraftId, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.set_draft_status(draft, "DELETED", now).await
    }

    /// Brings a deleted draft back. Never a published one: it could be published twice.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such draft, or it is published.
    pub async fn restore_draft(&self, draft: DraftId, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.set_draft_status(draft, "DRAFT", now).await
    }

    async fn set_draft_status(
        &self,
        draft: DraftId,
        status: &'static str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let done = sqlx::query(
            "UPDATE drafts SET status = ?, updated_at = ? WHERE id = ? AND kind = 'VIDEO' AND status <> 'PUBLISHED'",
        )
        .bind(status)
        .bind(millis(now))
        .bind(draft.to_string())
        .execute(&self.pool)
        .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}

/// The document of a draft, of whichever kind and status.
pub(crate) async fn document(connection: &mut SqliteConnection, draft: DraftId) -> Result<String, StoreError> {
    let fields: Option<String> = sqlx::query_scalar("SELECT fields FROM drafts WHERE id = ?")
        .bind(draft.to_string())
        .fetch_optional(connection)
        .await?;
    fields.ok_or(StoreError::NotFound)
}

/// A draft was edited by way of what belongs to it.
pub(crate) async fn touch(
    connection: &mut SqliteConnection,
    draft: DraftId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE drafts SET updated_at = ? WHERE id = ?")
        .bind(millis(now))
        .bind(draft.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

/// Writes `after` in place of `before` and keeps the latter where it has to be. False when they are the same.
pub(crate) async fn replace(
    connection: &mut SqliteConnection,
    draft: DraftId,
    before: &str,
    after: &str,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    if before == after {
        return Ok(false);
    }
    versions::keep(connection, &draft.to_string(), [before, after], By::Here, millis(now)).await?;
    sqlx::query("UPDATE drafts SET fields = ?, updated_at = ? WHERE id = ?")
        .bind(after)
        .bind(millis(now))
        .bind(draft.to_string())
        .execute(connection)
        .await?;
    Ok(true)
}

/// The document that `typed`, made from `shown`, and `before` make together; see [`unseen::typed_over`].
pub(crate) fn typed_over(shown: &str, before: &str, typed: &str) -> Result<(String, Vec<&'static str>), StoreError> {
    let Some(desk) = tables::desk(TABLE) else { return Ok((typed.to_owned(), Vec::new())) };
    let row = |text: &str| Map::from_iter([("fields".to_owned(), Value::from(text))]);
    let [shown, now, new] = [shown, before, typed].map(|text| desk.read(&row(text), ""));
    let all = unseen::typed_over(desk, &shown, &now, &new);
    let written = desk.fields(&all.doc, Some(&row(before)));
    Ok((written, all.unseen))
}

async fn put_media(
    connection: &mut SqliteConnection,
    draft: DraftId,
    media: &DraftMedia,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO draft_media (draft_id, path, file_name, facts, identity, still, updated_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
         ON CONFLICT (draft_id) DO UPDATE SET path = ?2, file_name = ?3, facts = ?4, identity = ?5, still = ?6, updated_at = ?7",
    )
    .bind(draft.to_string())
    .bind(path_bytes(&media.path))
    .bind(&media.file_name)
    .bind(to_json("draft_media", &media.facts)?)
    .bind(to_json("draft_media", &media.identity)?)
    .bind(&media.still)
    .bind(millis(now))
    .execute(connection)
    .await?;
    Ok(())
}
