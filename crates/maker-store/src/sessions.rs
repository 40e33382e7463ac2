//! `upload_sessions`: where bytes go. The address is sealed before it comes here and never leaves this device.

use chrono::{DateTime, Utc};
use maker_domain::id::DeliveryId;

use crate::stored::{bytes, id, millis, opt_time, time, to_stored};
use crate::{Store, StoreError};

/// One row. `sealed_address` opens only with this device's key and this delivery's id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSession {
    /// The sealed address.
    pub sealed_address: Vec<u8>,
    /// The platform's handle beside it.
    pub handle: Option<String>,
    /// Bytes of a chunk.
    pub chunk_bytes: u64,
    /// Bytes of the file.
    pub total_bytes: u64,
    /// Announced MIME type.
    pub content_type: String,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When the platform closes it, if it says so.
    pub expires_at: Option<DateTime<Utc>>,
    /// The last byte has left: from here on only asking tells.
    pub sent_all: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    address: Vec<u8>,
    handle: Option<String>,
    chunk_bytes: i64,
    total_bytes: i64,
    content_type: String,
    opened_at: i64,
    expires_at: Option<i64>,
    sent_all: bool,
}

const TABLE: &str = "upload_sessions";

impl Store {
    /// The session of a delivery, if one is open.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn session(&self, delivery: DeliveryId) -> Result<Option<StoredSession>, StoreError> {
        let row: Option<Row> = sqlx::query_as("SELECT * FROM upload_sessions WHERE delivery_id = ?")
            .bind(delivery.to_string())
            .fetch_optional(&self.pool)
            .await?;
        row.map(|r| {
            Ok(StoredSession {
                sealed_address: r.address,
                handle: r.handle,
                chunk_bytes: bytes(TABLE, r.chunk_bytes)?,
                total_bytes: bytes(TABLE, r.total_bytes)?,
                content_type: r.content_type,
                opened_at: time(TABLE, r.opened_at)?,
                expires_at: opt_time(TABLE, r.expires_at)?,
                sent_all: r.sent_all,
            })
        })
        .transpose()
    }

    /// Writes a session before its first byte is sent; replaces an older one.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses: then nothing may be sent.
    pub async fn open_session(&self, delivery: DeliveryId, session: &StoredSession) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        sqlx::query(
            "INSERT OR REPLACE INTO upload_sessions \
               (delivery_id, address, handle, chunk_bytes, total_bytes, content_type, opened_at, expires_at, sent_all) \
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(delivery.to_string())
        .bind(&session.sealed_address)
        .bind(&session.handle)
        .bind(to_stored(session.chunk_bytes))
        .bind(to_stored(session.total_bytes))
        .bind(&session.content_type)
        .bind(millis(session.opened_at))
        .bind(session.expires_at.map(millis))
        .bind(session.sent_all)
        .execute(&mut *tx)
        .await?;
        crate::receipts::note_session(&mut tx, &delivery.to_string()).await?;
        crate::deliveries::note_begun(&mut tx, delivery, session.opened_at).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Notes that the last byte is about to leave: after a crash only asking tells what became of it. It stays noted as
    /// long as the session, whatever the platform says it has: a part that was late may still arrive.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses: then the last byte may not be sent.
    pub async fn note_sent_all(&self, delivery: DeliveryId) -> Result<(), StoreError> {
        sqlx::query("UPDATE upload_sessions SET sent_all = 1 WHERE delivery_id = ? AND sent_all = 0")
            .bind(delivery.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Forgets a session that is gone, and the bytes that were acknowledged in it.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn close_session(&self, delivery: DeliveryId) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        for sql in [
            "DELETE FROM upload_sessions WHERE delivery_id = ?",
            "UPDATE deliveries SET confirmed_bytes = 0 WHERE id = ?",
        ] {
            sqlx::query(sql).bind(delivery.to_string()).execute(&mut *tx).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Deliveries that were cancelled before `before` and still have a session, to be given up at the platform. Until
    /// then a cancel can be taken back with nothing lost.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn cancelled_sessions(&self, before: DateTime<Utc>) -> Result<Vec<DeliveryId>, StoreError> {
        let rows: Vec<String> = sqlx::query_scalar(
            "SELECT s.delivery_id FROM upload_sessions s JOIN deliveries d ON d.id = s.delivery_id \
             WHERE d.state = 'CANCELLED' AND d.updated_at <= ?",
        )
        .bind(millis(before))
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(|text| id(TABLE, text).map(DeliveryId)).collect()
    }
}
