//! One entry of the library with everything that is known about it.

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::delivery::DeliveryState;
use maker_domain::id::{DeliveryId, DraftId, EntryId};
use maker_domain::library::EntryKind;

use super::{Entry, TABLE};
use crate::audit::{self, AuditEntry};
use crate::publications::PublishedFile;
use crate::stored::{id, json, opt_time, path_from, platform, time, to_json};
use crate::{Store, StoreError};

/// As many entries of the audit log are told.
const AUDIT: i64 = 200;

/// An entry and what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryDetails {
    /// As it is in the list.
    pub entry: Entry,
    /// Its texts: one for each platform of a video, one of a post or draft.
    pub texts: Vec<EntryText>,
    /// The press of Publish, where this desk made it.
    pub from: Option<PublishedFrom>,
    /// Its deliveries, as they were begun; also those that were taken off the queue.
    pub deliveries: Vec<AboutDelivery>,
    /// What the audit log says of them, newest first.
    pub audit: Vec<AuditEntry>,
}

/// A text as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryText {
    /// Where; `None` for the maker's own page and for drafts.
    pub platform: Option<Platform>,
    /// Its title.
    pub title: String,
    /// What is below it.
    pub description: Option<String>,
}

/// Where a published video came from.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedFrom {
    /// The draft.
    pub draft_id: Option<DraftId>,
    /// The file, as it was.
    pub file: PublishedFile,
    /// When Publish was pressed.
    pub at: DateTime<Utc>,
}

/// The history of one delivery.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutDelivery {
    /// Which.
    pub id: DeliveryId,
    /// Where to.
    pub platform: Platform,
    /// How it stands.
    pub state: DeliveryState,
    /// When Publish was pressed.
    pub queued_at: DateTime<Utc>,
    /// When its first byte left.
    pub first_byte_at: Option<DateTime<Utc>>,
    /// When the platform had all of it.
    pub received_at: Option<DateTime<Utc>>,
    /// When the platform confirmed it.
    pub published_at: Option<DateTime<Utc>>,
}

impl Store {
    /// Everything that is known about an entry. The id of one of its videos leads to it too.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not in the library.
    pub async fn library_entry(&self, which: EntryId) -> Result<EntryDetails, StoreError> {
        let of_video: Option<String> = sqlx::query_scalar("SELECT id FROM library_videos WHERE video_id = ?")
            .bind(which.to_string())
            .fetch_optional(&self.pool)
            .await?;
        let which = of_video.map_or(Ok(which), |entry| id(TABLE, &entry).map(EntryId))?;
        let entry = self.library_entries(&[which]).await?.pop().ok_or(StoreError::NotFound)?;
        let texts = self.texts(&entry).await?;
        let from = self.published_from(which).await?;
        let deliveries = self.about_deliveries(which).await?;
        let about: Vec<DeliveryId> = deliveries.iter().map(|d| d.id).collect();
        let audit = self.audit_about(&about).await?;
        Ok(EntryDetails { entry, texts, from, deliveries, audit })
    }

    /// The press of Publish with this id; `None` where it was another device's.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn published_from(&self, which: EntryId) -> Result<Option<PublishedFrom>, StoreError> {
        type Row = (Option<String>, Vec<u8>, String, String, String, i64);
        let row: Option<Row> = sqlx::query_as(
            "SELECT draft_id, path, file_name, facts, identity, created_at FROM publications WHERE id = ?",
        )
        .bind(which.to_string())
        .fetch_optional(&self.pool)
        .await?;
        row.map(|(draft, path, file_name, facts, identity, at)| {
            Ok(PublishedFrom {
                draft_id: draft.map(|d| id(TABLE, &d).map(DraftId)).transpose()?,
                file: PublishedFile {
                    path: path_from(path),
                    file_name,
                    facts: json(TABLE, &facts)?,
                    identity: json(TABLE, &identity)?,
                },
                at: time(TABLE, at)?,
            })
        })
        .transpose()
    }

    async fn texts(&self, entry: &Entry) -> Result<Vec<EntryText>, StoreError> {
        let sql = match entry.kind {
            EntryKind::Video => {
                "SELECT v.platform, v.title, v.description FROM deliveries d JOIN videos v ON v.delivery_id = d.id \
                 WHERE d.publication_id = ?1 \
                 UNION ALL SELECT platform, title, description FROM videos WHERE id = ?1 AND delivery_id IS NULL"
            }
            EntryKind::Post => "SELECT NULL, '', content FROM posts WHERE id = ?1",
            EntryKind::Draft => {
                "SELECT NULL, coalesce(fields ->> '$.title', ''), fields ->> '$.description' FROM drafts WHERE id = ?1"
            }
        };
        let rows: Vec<(Option<String>, String, Option<String>)> =
            sqlx::query_as(sql).bind(entry.id.to_string()).fetch_all(&self.pool).await?;
        rows.into_iter()
            .map(|(on, title, description)| {
                let platform = on.map(|name| platform(TABLE, &name)).transpose()?;
                Ok(EntryText { platform, title, description: description.filter(|text| !text.trim().is_empty()) })
            })
            .collect()
    }

    async fn about_deliveries(&self, publication: EntryId) -> Result<Vec<AboutDelivery>, StoreError> {
        type Row = (String, String, String, i64, Option<i64>, Option<i64>, Option<i64>);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT d.id, d.platform, d.detail, d.created_at, r.first_byte_at, r.received_at, r.published_at \
             FROM deliveries d LEFT JOIN receipts r ON r.delivery_id = d.id \
             WHERE d.publication_id = ? ORDER BY d.created_at, d.id",
        )
        .bind(publication.to_string())
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|(which, on, detail, queued, first, received, published)| {
                Ok(AboutDelivery {
                    id: DeliveryId(id(TABLE, &which)?),
                    platform: platform(TABLE, &on)?,
                    state: json(TABLE, &detail)?,
                    queued_at: time(TABLE, queued)?,
                    first_byte_at: opt_time(TABLE, first)?,
                    received_at: opt_time(TABLE, received)?,
                    published_at: opt_time(TABLE, published)?,
                })
            })
            .collect()
    }

    /// What the audit log says of deliveries, newest first.
    async fn audit_about(&self, deliveries: &[DeliveryId]) -> Result<Vec<AuditEntry>, StoreError> {
        let rows: Vec<audit::Row> = sqlx::query_as(
            "SELECT at, platform, account, action, scope, outcome, subject FROM audit_log \
             WHERE subject IN (SELECT value FROM json_each(?)) ORDER BY n DESC LIMIT ?",
        )
        .bind(to_json(TABLE, &deliveries)?)
        .bind(AUDIT)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(audit::read).collect()
    }
}
