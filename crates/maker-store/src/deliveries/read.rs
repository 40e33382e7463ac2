//! Reading deliveries.

use chrono::{DateTime, Utc};
use maker_domain::delivery::DeliveryState;
use maker_domain::id::{DeliveryId, DraftId, ProcessId, PublicationId};

use super::{Delivery, Intent, Lease, TABLE};
use crate::stored::{bytes, id, json, millis, opt_time, platform, time, unreadable, video_type};
use crate::{Store, StoreError};

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: String,
    publication_id: String,
    draft_id: Option<String>,
    platform: String,
    title: String,
    r#type: String,
    post: String,
    detail: String,
    intent: Option<String>,
    remote_id: Option<String>,
    total_bytes: i64,
    confirmed_bytes: i64,
    failures: i64,
    asked: i64,
    not_before: Option<i64>,
    lease_owner: Option<String>,
    lease_until: Option<i64>,
    still: Option<Vec<u8>>,
    created_at: i64,
    updated_at: i64,
}

impl Row {
    pub(super) fn read(self) -> Result<Delivery, StoreError> {
        let lease = match (self.lease_owner, self.lease_until) {
            (Some(owner), Some(until)) => {
                Some(Lease { owner: ProcessId(id(TABLE, &owner)?), until: time(TABLE, until)? })
            }
            _ => None,
        };
        Ok(Delivery {
            id: DeliveryId(id(TABLE, &self.id)?),
            publication_id: PublicationId(id(TABLE, &self.publication_id)?),
            draft_id: self.draft_id.map(|d| id(TABLE, &d).map(DraftId)).transpose()?,
            platform: platform(TABLE, &self.platform)?,
            title: self.title,
            video_type: video_type(TABLE, &self.r#type)?,
            post: json(TABLE, &self.post)?,
            state: json::<DeliveryState>(TABLE, &self.detail)?,
            intent: self.intent.map(|i| read_intent(&i)).transpose()?,
            remote_id: self.remote_id,
            total_bytes: bytes(TABLE, self.total_bytes)?,
            confirmed_bytes: bytes(TABLE, self.confirmed_bytes)?,
            failures: count(self.failures),
            asked: count(self.asked),
            not_before: opt_time(TABLE, self.not_before)?,
            lease,
            still: self.still,
            created_at: time(TABLE, self.created_at)?,
            updated_at: time(TABLE, self.updated_at)?,
        })
    }
}

fn read_intent(text: &str) -> Result<Intent, StoreError> {
    match text {
        "PAUSE" => Ok(Intent::Pause),
        "CANCEL" => Ok(Intent::Cancel),
        _ => Err(unreadable(TABLE, "an unknown intent")),
    }
}

fn count(stored: i64) -> u32 {
    u32::try_from(stored).unwrap_or(u32::MAX)
}

impl Store {
    /// Every delivery that was not taken off the list, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn deliveries(&self) -> Result<Vec<Delivery>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT d.*, p.draft_id, p.title, p.type, p.still FROM deliveries d JOIN publications p ON p.id = d.publication_id \
             WHERE d.dismissed_at IS NULL ORDER BY d.created_at DESC, d.publication_id DESC, d.id",
        )
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(Row::read).collect()
    }

    /// One delivery.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn delivery(&self, which: DeliveryId) -> Result<Delivery, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT d.*, p.draft_id, p.title, p.type, p.still FROM deliveries d JOIN publications p ON p.id = d.publication_id \
             WHERE d.id = ?",
        )
        .bind(which.to_string())
        .fetch_optional(&self.pool)
        .await?;
        row.ok_or(StoreError::NotFound)?.read()
    }

    /// Deliveries that run by themselves and whose time has come, in the order they were made, whoever holds them; without their
    /// stills.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn due(&self, now: DateTime<Utc>) -> Result<Vec<Delivery>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT d.*, p.draft_id, p.title, p.type, NULL AS still FROM deliveries d JOIN publications p ON p.id = d.publication_id \
             WHERE d.state IN ('WAITING', 'PREPARING', 'UPLOADING', 'PROCESSING', 'UNCONFIRMED') \
               AND (d.not_before IS NULL OR d.not_before <= ?) \
             ORDER BY d.created_at, d.id",
        )
        .bind(millis(now))
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(Row::read).collect()
    }

    /// When the next waiting delivery's time comes.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn next_due_at(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, StoreError> {
        let next: Option<i64> = sqlx::query_scalar(
            "SELECT min(not_before) FROM deliveries \
             WHERE state IN ('WAITING', 'PREPARING', 'UPLOADING', 'PROCESSING', 'UNCONFIRMED') AND not_before > ?",
        )
        .bind(millis(now))
        .fetch_one(&self.pool)
        .await?;
        opt_time(TABLE, next)
    }
}
