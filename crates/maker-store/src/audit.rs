//! Every use of a connection: who, when, by which right, for what, with which outcome. Append only, each entry chained to
//! the one before it; no secrets.

mod check;
mod search;

use chrono::{DateTime, Utc};
use maker_domain::Platform;
pub use maker_domain::activity::AuditAction;
use maker_domain::activity::chain::{self, Hash, Link, START};
use maker_domain::reason::ReasonCode;
use sqlx::SqliteConnection;
use uuid::Uuid;

pub use check::{Broken, Checked, Trouble};
pub use search::{About, ActivityEntry, ActivityPage, ActivityWanted};

use crate::stored::{millis, platform, time, unreadable};
use crate::{Store, StoreError};

const TABLE: &str = "audit_log";

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
    pub action: AuditAction,
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
    /// The account's name; without it, that of the connection there is.
    pub account: Option<&'a str>,
    /// What for.
    pub action: AuditAction,
    /// The rights involved; without them, the one that the use needs.
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
        let mut tx = self.write().await?;
        insert(&mut tx, entry, now).await?;
        Ok(tx.commit().await?)
    }

    /// How many uploads to `on` were begun here since then.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn uploads_begun(&self, on: Platform, since: DateTime<Utc>) -> Result<u32, StoreError> {
        let count: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM audit_log WHERE at >= ? AND platform = ? AND action = 'UPLOAD' AND outcome = 'STARTED'",
        )
        .bind(millis(since))
        .bind(on.as_str())
        .fetch_one(&self.pool)
        .await?;
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// The newest `limit` entries, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn audit_entries(&self, limit: u32) -> Result<Vec<AuditEntry>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT at, platform, account, action, scope, outcome, subject FROM audit_log ORDER BY n DESC LIMIT ?",
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
    let platform = platform(TABLE, &on)?;
    let action = use_of(&action)?;
    Ok(AuditEntry { at: time(TABLE, at)?, platform, account, action, scope, outcome, subject })
}

/// A use by its name in the table.
fn use_of(action: &str) -> Result<AuditAction, StoreError> {
    AuditAction::parse(action).ok_or_else(|| unreadable(TABLE, "a use that is none"))
}

/// Adds an entry. Only within a transaction that holds the write lock: the entry before must stay the last one.
pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    entry: NewAudit<'_>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO audit_log (id, at, platform, account, action, scope, outcome, subject) \
         VALUES (?1, ?2, ?3, coalesce(?4, (SELECT account_name FROM social_connections WHERE platform = ?3)), ?5, ?6, ?7, ?8)",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(millis(now))
    .bind(entry.platform.as_str())
    .bind(entry.account)
    .bind(entry.action.as_str())
    .bind(entry.scope.or_else(|| entry.action.right(entry.platform)))
    .bind(entry.outcome)
    .bind(entry.subject)
    .execute(&mut *connection)
    .await?;
    seal(connection).await
}

/// A reason as an outcome, such as `SIGN_IN_AGAIN`.
pub(crate) fn code(reason: ReasonCode) -> String {
    let spelt = serde_json::to_value(reason).ok();
    spelt.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_else(|| "UNKNOWN".to_owned())
}

/// Everything of an entry, with its hash.
#[derive(sqlx::FromRow)]
struct Stored {
    n: i64,
    id: String,
    at: i64,
    platform: String,
    account: Option<String>,
    action: String,
    scope: Option<String>,
    outcome: String,
    subject: Option<String>,
    hash: Option<Vec<u8>>,
}

impl Stored {
    fn link(&self) -> Link<'_> {
        Link {
            n: self.n,
            id: &self.id,
            at_ms: self.at,
            platform: &self.platform,
            account: self.account.as_deref(),
            action: &self.action,
            scope: self.scope.as_deref(),
            outcome: &self.outcome,
            subject: self.subject.as_deref(),
        }
    }
}

/// Chains the entries at the end that have no hash yet: the newest, and what a version without hashes wrote before it.
pub(crate) async fn seal(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let last: Option<(i64, Vec<u8>)> =
        sqlx::query_as("SELECT n, hash FROM audit_log WHERE hash IS NOT NULL ORDER BY n DESC LIMIT 1")
            .fetch_optional(&mut *connection)
            .await?;
    let (mut n, mut before) = match last {
        Some((n, hash)) => (n, as_hash(hash)?),
        None => (0, START),
    };
    loop {
        let open: Vec<Stored> = sqlx::query_as("SELECT * FROM audit_log WHERE n > ? ORDER BY n LIMIT 1000")
            .bind(n)
            .fetch_all(&mut *connection)
            .await?;
        let Some(end) = open.last().map(|entry| entry.n) else { return Ok(()) };
        for entry in &open {
            before = chain::next(&before, &entry.link());
            sqlx::query("UPDATE audit_log SET hash = ? WHERE n = ?")
                .bind(before.as_slice())
                .bind(entry.n)
                .execute(&mut *connection)
                .await?;
        }
        n = end;
    }
}

fn as_hash(bytes: Vec<u8>) -> Result<Hash, StoreError> {
    bytes.try_into().map_err(|_| unreadable(TABLE, "a hash of another length"))
}
