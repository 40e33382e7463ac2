//! Every use of a connection: who, when, for what, with which outcome. Append only; no secrets.

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::stored::{millis, platform, time};
use crate::{Store, StoreError};

/// What a connection was used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditAction {
    /// Signed in.
    Connect,
    /// Renewed the access.
    Refresh,
    /// Sent a video.
    Upload,
    /// Read facts.
    Read,
    /// Gave the rights back.
    Revoke,
}

impl AuditAction {
    /// The stored form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Connect => "CONNECT",
            Self::Refresh => "REFRESH",
            Self::Upload => "UPLOAD",
            Self::Read => "READ",
            Self::Revoke => "REVOKE",
        }
    }
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// Which platform.
    pub platform: Platform,
    /// The account's name.
    pub account: Option<String>,
    /// What for.
    pub action: String,
    /// The rights involved.
    pub scope: Option<String>,
    /// `OK`, or the code of what went wrong.
    pub outcome: String,
    /// The delivery or connection it is about.
    pub subject: Option<String>,
}

/// A new entry, borrowed from whoever writes it.
#[derive(Clone, Copy, Debug)]
pub struct NewAudit<'a> {
    /// Which platform.
    pub platform: Platform,
    /// The account's name.
    pub account: Option<&'a str>,
    /// What for.
    pub action: AuditAction,
    /// The rights involved.
    pub scope: Option<&'a str>,
    /// `OK`, or the code of what went wrong.
    pub outcome: &'a str,
    /// The delivery or connection it is about.
    pub subject: Option<&'a str>,
}

impl Store {
    /// Adds an entry.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn record(&self, entry: NewAudit<'_>, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut connection = self.pool.acquire().await?;
        insert(&mut connection, entry, now).await
    }

    /// The newest `limit` entries, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn audit_entries(&self, limit: u32) -> Result<Vec<AuditEntry>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT at, platform, account, action, scope, outcome, subject FROM audit_log ORDER BY id DESC LIMIT ?",
        )
        .bind(limit)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(read).collect()
    }
}

/// `at, platform, account, action, scope, outcome, subject`.
pub(crate) type Row = (i64, String, Option<String>, String, Option<String>, String, Option<String>);

pub(crate) fn read((at, on, account, action, scope, outcome, subject): Row) -> Result<AuditEntry, StoreError> {
    let platform = platform("audit_log", &on)?;
    Ok(AuditEntry { at: time("audit_log", at)?, platform, account, action, scope, outcome, subject })
}

pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    entry: NewAudit<'_>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO audit_log (id, at, platform, account, action, scope, outcome, subject) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(millis(now))
    .bind(entry.platform.as_str())
    .bind(entry.account)
    .bind(entry.action.as_str())
    .bind(entry.scope)
    .bind(entry.outcome)
    .bind(entry.subject)
    .execute(connection)
    .await?;
    Ok(())
}
