//! `draft_attachments`: the thumbnail and the captions chosen for a draft. Files stay where they are.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use maker_domain::followup::StepKind;
use maker_domain::id::{AttachmentId, DraftId};
use maker_domain::media::FileIdentity;

use crate::drafts::touch;
use crate::stored::{id, json, millis, path_bytes, path_from, to_json, unreadable};
use crate::{Store, StoreError};

const TABLE: &str = "draft_attachments";

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// The draft.
    pub draft: DraftId,
    /// Thumbnail or captions.
    pub kind: StepKind,
    /// Where it is on this device.
    pub path: PathBuf,
    /// Its name, for people.
    pub file_name: String,
    /// What it was when it was chosen.
    pub identity: FileIdentity,
    /// Captions: BCP 47. Empty for a thumbnail.
    pub language: String,
    /// Captions: what viewers choose them by.
    pub name: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    draft_id: String,
    kind: String,
    path: Vec<u8>,
    file_name: String,
    identity: String,
    language: String,
    name: String,
}

impl Row {
    fn read(self) -> Result<Attachment, StoreError> {
        let kind = match self.kind.as_str() {
            "THUMBNAIL" => StepKind::Thumbnail,
            "CAPTIONS" => StepKind::Captions,
            _ => return Err(unreadable(TABLE, "an unknown kind")),
        };
        Ok(Attachment {
            id: AttachmentId(id(TABLE, &self.id)?),
            draft: DraftId(id(TABLE, &self.draft_id)?),
            kind,
            path: path_from(self.path),
            file_name: self.file_name,
            identity: json(TABLE, &self.identity)?,
            language: self.language,
            name: self.name,
        })
    }
}

impl Store {
    /// What was chosen for a draft, in the order it was chosen.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn attachments(&self, draft: DraftId) -> Result<Vec<Attachment>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, draft_id, kind, path, file_name, identity, language, name FROM draft_attachments \
             WHERE draft_id = ? ORDER BY created_at, id",
        )
        .bind(draft.to_string())
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(Row::read).collect()
    }

    /// The draft an attachment belongs to.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such attachment.
    pub async fn draft_of_attachment(&self, which: AttachmentId) -> Result<DraftId, StoreError> {
        let draft: Option<String> = sqlx::query_scalar("SELECT draft_id FROM draft_attachments WHERE id = ?")
            .bind(which.to_string())
            .fetch_optional(&self.pool)
            .await?;
        Ok(DraftId(id(TABLE, &draft.ok_or(StoreError::NotFound)?)?))
    }

    /// Adds an attachment to its draft. A draft has one thumbnail: an earlier one makes room.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses, or the draft is gone.
    pub async fn attach(&self, new: &Attachment, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        if new.kind == StepKind::Thumbnail {
            sqlx::query("DELETE FROM draft_attachments WHERE draft_id = ? AND kind = 'THUMBNAIL'")
                .bind(new.draft.to_string())
                .execute(&mut *tx)
                .await?;
        }
        sqlx::query(
            "INSERT INTO draft_attachments (id, draft_id, kind, path, file_name, identity, language, name, created_at) \
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(new.id.to_string())
        .bind(new.draft.to_string())
        .bind(new.kind.as_str())
        .bind(path_bytes(Path::new(&new.path)))
        .bind(&new.file_name)
        .bind(to_json(TABLE, &new.identity)?)
        .bind(&new.language)
        .bind(&new.name)
        .bind(millis(now))
        .execute(&mut *tx)
        .await?;
        touch(&mut tx, new.draft, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Says what language captions are in and what viewers choose them by.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such attachment.
    pub async fn describe_attachment(
        &self,
        which: AttachmentId,
        language: &str,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let draft = self.draft_of_attachment(which).await?;
        let mut tx = self.write().await?;
        sqlx::query("UPDATE draft_attachments SET language = ?, name = ? WHERE id = ?")
            .bind(language)
            .bind(name)
            .bind(which.to_string())
            .execute(&mut *tx)
            .await?;
        touch(&mut tx, draft, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Takes an attachment off its draft. The file stays.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn detach(&self, which: AttachmentId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let draft = self.draft_of_attachment(which).await?;
        let mut tx = self.write().await?;
        sqlx::query("DELETE FROM draft_attachments WHERE id = ?").bind(which.to_string()).execute(&mut *tx).await?;
        touch(&mut tx, draft, now).await?;
        tx.commit().await?;
        Ok(())
    }
}
