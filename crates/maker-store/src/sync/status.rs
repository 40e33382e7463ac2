//! How sync stands, as the window and the command line show it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::TABLE;
use crate::stored::{id, millis, opt_time, to_json};
use crate::{Store, StoreError};

/// Why nothing is exchanged until somebody acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Problem {
    /// The sign-in is no longer accepted.
    SignInAgain,
    /// The backend no longer speaks to this version. Work goes on here; nothing is lost.
    UpgradeRequired,
    /// The member was removed from the workspace.
    Revoked,
    /// The backend refuses for another reason.
    Refused {
        /// In words, with the next step.
        why: String,
    },
}

/// What is stored of how sync stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncRecord {
    /// The workspace; `None` before the first sign-in.
    pub workspace: Option<Uuid>,
    /// The backend's address.
    pub backend: Option<String>,
    /// Who signed in.
    pub account: Option<String>,
    /// This device.
    pub device: Option<Uuid>,
    /// Its name.
    pub device_name: String,
    /// Somebody is signed in.
    pub signed_in: bool,
    /// Edits that are only on this device.
    pub waiting: u64,
    /// Edits that were refused for good.
    pub refused: u64,
    /// Edits that wait because the workspace is full.
    pub over_quota: u64,
    /// Last time the backend was heard of.
    pub last_contact: Option<DateTime<Utc>>,
    /// Since when it cannot be reached.
    pub offline_since: Option<DateTime<Utc>>,
    /// Everything is being asked for anew.
    pub sweeping: bool,
    /// Why nothing is exchanged.
    pub problem: Option<Problem>,
}

#[derive(sqlx::FromRow)]
struct Row {
    workspace: Option<String>,
    backend: Option<String>,
    account: Option<String>,
    device: Option<String>,
    device_name: String,
    signed_in: bool,
    sweeping: bool,
    last_contact: Option<i64>,
    offline_since: Option<i64>,
    problem: Option<String>,
    waiting: i64,
    refused: i64,
    over_quota: i64,
}

impl Store {
    /// How sync stands.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn sync_record(&self) -> Result<SyncRecord, StoreError> {
        let row: Row = sqlx::query_as(
            "SELECT workspace, backend, account, device, device_name, signed_in, sweeping, last_contact, offline_since, \
               problem, \
               (SELECT count(*) FROM sync_outbox WHERE state = 'PENDING') \
                 + (SELECT count(*) FROM sync_touched t WHERE NOT EXISTS (SELECT 1 FROM sync_outbox o \
                      WHERE o.state = 'PENDING' AND o.tbl = t.tbl AND o.row_id = t.key)) AS waiting, \
               (SELECT count(*) FROM sync_outbox WHERE state = 'DEAD') AS refused, \
               (SELECT count(*) FROM sync_outbox WHERE state = 'PENDING' AND last_error = 'quota') AS over_quota \
             FROM sync_state",
        )
        .fetch_one(&self.pool)
        .await?;
        Ok(SyncRecord {
            workspace: row.workspace.map(|w| id(TABLE, &w)).transpose()?,
            backend: row.backend,
            account: row.account,
            device: row.device.map(|d| id(TABLE, &d)).transpose()?,
            device_name: row.device_name,
            signed_in: row.signed_in,
            waiting: super::number(row.waiting),
            refused: super::number(row.refused),
            over_quota: super::number(row.over_quota),
            last_contact: opt_time(TABLE, row.last_contact)?,
            offline_since: opt_time(TABLE, row.offline_since)?,
            sweeping: row.sweeping,
            // A word of another version is as good as none: the next exchange tells it again.
            problem: row.problem.and_then(|text| serde_json::from_str(&text).ok()),
        })
    }

    /// Notes why nothing is exchanged, or that it is again.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn set_sync_problem(&self, problem: Option<&Problem>) -> Result<(), StoreError> {
        let text = problem.map(|p| to_json(TABLE, p)).transpose()?;
        sqlx::query("UPDATE sync_state SET problem = ?1 WHERE problem IS NOT ?1")
            .bind(text)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Notes that the backend cannot be reached; the first time counts until it can.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn note_offline(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query("UPDATE sync_state SET offline_since = ? WHERE offline_since IS NULL")
            .bind(millis(now))
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
