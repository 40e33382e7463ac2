//! Reading deliveries.

use chrono::{DateTime, Utc};
use maker_domain::delivery::DeliveryState;
use maker_domain::id::{DeliveryId, DraftId, ProcessId, PublicationId};

use super::{Delivery, Intent, Lease, Look, TABLE};
use crate::stored::{bytes, id, json, millis, opt_time, platform, time, to_json, unreadable, video_type};
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
    place: i64,
    lost_sessions: i64,
    window_waived: bool,
    scheduled_at: Option<i64>,
    wall: Option<String>,
    begun_at: Option<i64>,
    restored_at: Option<i64>,
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
            place: self.place,
            lost_sessions: count(self.lost_sessions),
            window_waived: self.window_waived,
            scheduled_at: opt_time(TABLE, self.scheduled_at)?,
            wall: self.wall.map(|wall| json(TABLE, &wall)).transpose()?,
            begun_at: opt_time(TABLE, self.begun_at)?,
            restored: self.restored_at.is_some(),
            created_at: time(TABLE, self.created_at)?,
            updated_at: time(TABLE, self.updated_at)?,
        })
    }
}

pub(super) fn read_intent(text: &str) -> Result<Intent, StoreError> {
    match text {
        "PAUSE" => Ok(Intent::Pause),
        "CANCEL" => Ok(Intent::Cancel),
        _ => Err(unreadable(TABLE, "an unknown intent")),
    }
}

fn count(stored: i64) -> u32 {
    u32::try_from(stored).unwrap_or(u32::MAX)
}

/// That a delivery `d` is on the list, and was not published before a time. What has a step left to do is not through; what
/// was given up is listed nowhere else.
pub(crate) const CURRENT: &str = "d.dismissed_at IS NULL AND NOT (d.state = 'PUBLISHED' AND d.updated_at < ?1 \
    AND NOT EXISTS (SELECT 1 FROM delivery_steps t WHERE t.delivery_id = d.id AND t.state <> 'DONE'))";

impl Store {
    /// Every delivery that was not taken off the list, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn deliveries(&self) -> Result<Vec<Delivery>, StoreError> {
        self.current_deliveries(DateTime::<Utc>::MIN_UTC).await
    }

    /// The same without those that were published before `since` and have nothing left to do.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn current_deliveries(&self, since: DateTime<Utc>) -> Result<Vec<Delivery>, StoreError> {
        let sql = [
            "SELECT d.*, p.draft_id, p.title, p.type FROM deliveries d JOIN publications p ON p.id = d.publication_id WHERE ",
            CURRENT,
            " ORDER BY d.created_at DESC, d.publication_id DESC, d.id",
        ]
        .concat();
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(millis(since)).fetch_all(&self.pool).await?;
        rows.into_iter().map(Row::read).collect()
    }

    /// How many go on by themselves, or wait for their time.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn running_deliveries(&self) -> Result<u32, StoreError> {
        let sql = "SELECT count(*) FROM deliveries \
                   WHERE state IN ('WAITING', 'PREPARING', 'UPLOADING', 'PROCESSING', 'UNCONFIRMED')";
        Ok(count(sqlx::query_scalar(sql).fetch_one(&self.pool).await?))
    }

    /// Deliveries by a condition of this crate's own, with two times and a limit.
    pub(crate) async fn read_deliveries(
        &self,
        condition: &'static str,
        from: i64,
        to: i64,
        limit: u32,
    ) -> Result<Vec<Delivery>, StoreError> {
        let sql = [
            "SELECT d.*, p.draft_id, p.title, p.type FROM deliveries d JOIN publications p ON p.id = d.publication_id WHERE ",
            condition,
        ]
        .concat();
        let rows: Vec<Row> =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(from).bind(to).bind(limit).fetch_all(&self.pool).await?;
        rows.into_iter().map(Row::read).collect()
    }

    /// One delivery.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn delivery(&self, which: DeliveryId) -> Result<Delivery, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT d.*, p.draft_id, p.title, p.type FROM deliveries d JOIN publications p ON p.id = d.publication_id \
             WHERE d.id = ?",
        )
        .bind(which.to_string())
        .fetch_optional(&self.pool)
        .await?;
        row.ok_or(StoreError::NotFound)?.read()
    }

    /// Deliveries that run by themselves and whose time has come, whoever holds them: first those the platform has, then
    /// uploads in the queue's order, as far as `look` lets them go; a few at a time.
    ///
    /// A pause without a known end is over early when its row was written later than `now`: the clock has been set back,
    /// and nothing must wait for it to come round again.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn due(&self, now: DateTime<Utc>, look: &Look) -> Result<Vec<Delivery>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT d.*, p.draft_id, p.title, p.type FROM deliveries d JOIN publications p ON p.id = d.publication_id \
             WHERE d.state IN ('WAITING', 'PREPARING', 'UPLOADING', 'PROCESSING', 'UNCONFIRMED') \
               AND (d.not_before IS NULL OR d.not_before <= ?1 \
                    OR (d.updated_at > ?1 + 5000 AND json_extract(d.detail, '$.until') IS NULL)) \
               AND (d.remote_id IS NOT NULL OR d.platform NOT IN (SELECT value FROM json_each(?2))) \
               AND (d.remote_id IS NOT NULL OR ?3 IS NULL OR d.publication_id IN (SELECT value FROM json_each(?3))) \
               AND (?4 IS NULL OR d.id IN (SELECT value FROM json_each(?4))) \
             ORDER BY d.remote_id IS NULL, d.place, d.created_at, d.id LIMIT 64",
        )
        .bind(millis(now))
        .bind(to_json(TABLE, &look.busy)?)
        .bind(look.files.as_ref().map(|files| to_json(TABLE, files)).transpose()?)
        .bind(look.only.as_ref().map(|only| to_json(TABLE, only)).transpose()?)
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
