//! `receipts`: what is known of a delivery's way, added up while it goes.

use chrono::{DateTime, Utc};
use maker_domain::id::DeliveryId;
use maker_domain::receipt::{HostTraffic, Times, UploadAccount};
use sqlx::SqliteConnection;

use crate::stored::{json, millis, opt_time, to_json};
use crate::{Store, StoreError};

const TABLE: &str = "receipts";

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// What each host was sent.
    pub hosts: Vec<HostTraffic>,
    /// How far the source's hash has come, in the engine's own form.
    pub hash_state: Option<Vec<u8>>,
    /// The source's hash, once every byte was sent.
    pub blake3: Option<String>,
    /// How the upload went.
    pub upload: UploadAccount,
    /// When what happened; `queued_at` is the delivery's own.
    pub times: Times,
}

/// Something to add to an account.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Added to what was counted before, host by host.
    pub hosts: Vec<HostTraffic>,
    /// What a host has for certain, whatever was counted before: what a process that was killed had not written down.
    pub at_least: Option<(String, u64)>,
    /// Replaces the one before.
    pub hash_state: Option<Vec<u8>>,
    /// The hash is whole: its state is forgotten.
    pub blake3: Option<String>,
    /// The first byte of the video left now; only the first time counts.
    pub first_byte_at: Option<DateTime<Utc>>,
    /// How often it went on from what was there.
    pub resumed: u32,
    /// How often a process ended in the middle.
    pub interrupted: u32,
}

#[derive(sqlx::FromRow)]
struct Row {
    hosts: String,
    hash_state: Option<Vec<u8>>,
    blake3: Option<String>,
    sessions: i64,
    resumed: i64,
    interrupted: i64,
    first_byte_at: Option<i64>,
    received_at: Option<i64>,
    published_at: Option<i64>,
}

impl Store {
    /// The account of a delivery; an empty one where nothing was noted.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn account(&self, delivery: DeliveryId) -> Result<Account, StoreError> {
        let row: Option<Row> = sqlx::query_as("SELECT * FROM receipts WHERE delivery_id = ?")
            .bind(delivery.to_string())
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else { return Ok(Account::default()) };
        let count = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(Account {
            hosts: json(TABLE, &row.hosts)?,
            hash_state: row.hash_state,
            blake3: row.blake3,
            upload: UploadAccount {
                sessions: count(row.sessions),
                resumed: count(row.resumed),
                interrupted: count(row.interrupted),
            },
            times: Times {
                queued_at: None,
                first_byte_at: opt_time(TABLE, row.first_byte_at)?,
                received_at: opt_time(TABLE, row.received_at)?,
                published_at: opt_time(TABLE, row.published_at)?,
            },
        })
    }

    /// Adds to the account of a delivery.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn note(&self, delivery: DeliveryId, entry: &Entry) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let which = delivery.to_string();
        let hosts: Option<String> = sqlx::query_scalar("SELECT hosts FROM receipts WHERE delivery_id = ?")
            .bind(&which)
            .fetch_optional(&mut *tx)
            .await?;
        let mut before: Vec<HostTraffic> = hosts.map(|h| json(TABLE, &h)).transpose()?.unwrap_or_default();
        if let Some((host, sent_bytes)) = &entry.at_least {
            raise(&mut before, host, *sent_bytes);
        }
        sqlx::query(
            "INSERT INTO receipts (delivery_id, hosts, hash_state, blake3, resumed, interrupted, first_byte_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
             ON CONFLICT (delivery_id) DO UPDATE SET hosts = ?2, blake3 = coalesce(?4, blake3), \
               hash_state = CASE WHEN coalesce(?4, blake3) IS NULL THEN coalesce(?3, hash_state) END, \
               resumed = resumed + ?5, interrupted = interrupted + ?6, first_byte_at = coalesce(first_byte_at, ?7)",
        )
        .bind(&which)
        .bind(to_json(TABLE, &added(before, &entry.hosts))?)
        .bind(&entry.hash_state)
        .bind(&entry.blake3)
        .bind(entry.resumed)
        .bind(entry.interrupted)
        .bind(entry.first_byte_at.map(millis))
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// The video's own small writes were interrupted by the end of a process: notes it for everything it held that was
    /// being sent.
    pub(crate) async fn note_interrupted(connection: &mut SqliteConnection, owner: &str) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO receipts (delivery_id, interrupted) \
             SELECT id, 1 FROM deliveries WHERE lease_owner = ? AND remote_id IS NULL AND state IN ('UPLOADING', 'UNCONFIRMED') \
             ON CONFLICT (delivery_id) DO UPDATE SET interrupted = interrupted + 1",
        )
        .bind(owner)
        .execute(connection)
        .await?;
        Ok(())
    }
}

/// Counts a session that was opened.
pub(crate) async fn note_session(connection: &mut SqliteConnection, delivery: &str) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO receipts (delivery_id, sessions) VALUES (?, 1) \
         ON CONFLICT (delivery_id) DO UPDATE SET sessions = sessions + 1",
    )
    .bind(delivery)
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes when the platform had every byte, or confirmed the video; the first time counts.
pub(crate) async fn note_time(
    connection: &mut SqliteConnection,
    delivery: &str,
    moment: Moment,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let sql = match moment {
        Moment::Received => {
            "INSERT INTO receipts (delivery_id, received_at) VALUES (?1, ?2) \
             ON CONFLICT (delivery_id) DO UPDATE SET received_at = coalesce(received_at, ?2)"
        }
        Moment::Published => {
            "INSERT INTO receipts (delivery_id, published_at) VALUES (?1, ?2) \
             ON CONFLICT (delivery_id) DO UPDATE SET published_at = coalesce(published_at, ?2)"
        }
    };
    sqlx::query(sql).bind(delivery).bind(millis(now)).execute(connection).await?;
    Ok(())
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Moment {
    Received,
    Published,
}

fn raise(hosts: &mut Vec<HostTraffic>, host: &str, sent_bytes: u64) {
    match hosts.iter_mut().find(|known| known.host == host) {
        Some(known) => known.sent_bytes = known.sent_bytes.max(sent_bytes),
        None => hosts.push(HostTraffic { host: host.to_owned(), requests: 0, sent_bytes }),
    }
}

fn added(mut before: Vec<HostTraffic>, more: &[HostTraffic]) -> Vec<HostTraffic> {
    for one in more {
        match before.iter_mut().find(|b| b.host == one.host) {
            Some(known) => {
                known.requests += one.requests;
                known.sent_bytes += one.sent_bytes;
            }
            None => before.push(one.clone()),
        }
    }
    before.sort_by_key(|host| std::cmp::Reverse(host.sent_bytes));
    before
}
