//! Opens the database and brings it to this version, or refuses and leaves it as it is.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, Row, Sqlite, SqliteConnection, Transaction};

use crate::StoreError;

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/desktop");

/// "MKSS": written into the file's header by the first migration.
const APPLICATION_ID: i64 = 1_296_782_419;

/// The desk's database. Cheap to clone: clones share one pool.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) pool: SqlitePool,
}

impl Store {
    /// Opens or creates the database at `path` and brings it to this version.
    ///
    /// Write-ahead log, foreign keys on, and `synchronous=FULL`: the queue lives here, and a committed step must outlive a
    /// power cut. Waiting for another process's write takes up to ten seconds before it becomes an error.
    ///
    /// # Errors
    /// [`StoreError::Newer`] and [`StoreError::NotOurs`] leave the file untouched.
    pub async fn open(path: &Path, now: DateTime<Utc>) -> Result<Self, StoreError> {
        refuse_foreign(path).await?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10));
        let pool = SqlitePoolOptions::new().max_connections(4).connect_with(options).await?;
        MIGRATIONS.run(&pool).await?;
        let store = Self { pool };
        store.ensure_local_maker(now).await?;
        Ok(store)
    }

    /// Starts a transaction that holds the write lock from the beginning, so that it never fails half-way for a lock.
    pub(crate) async fn write(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        Ok(self.pool.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// A number that changes when anything people see has changed, in whichever process.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn pulse(&self) -> Result<[i64; 4], StoreError> {
        let row: (i64, i64, i64, i64) = sqlx::query_as(
            "SELECT (SELECT coalesce(max(updated_at), 0) + count(*) FROM deliveries), \
                    (SELECT coalesce(sum(confirmed_bytes), 0) + count(dismissed_at) FROM deliveries), \
                    (SELECT coalesce(max(updated_at), 0) + count(*) FROM drafts), \
                    (SELECT coalesce(sum(updated_at), 0) + count(*) FROM social_connections)",
        )
        .fetch_one(&self.pool)
        .await?;
        Ok(row.into())
    }

    /// Closes every connection, so that the write-ahead log is folded into the file.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// Asks SQLite whether the whole file is sound. Reads everything: for the doctor and for tests.
    ///
    /// # Errors
    /// When the file is damaged or cannot be read.
    pub async fn check_integrity(&self) -> Result<(), StoreError> {
        let answer: String = sqlx::query_scalar("PRAGMA integrity_check(1)").fetch_one(&self.pool).await?;
        if answer == "ok" { Ok(()) } else { Err(crate::stored::unreadable("the database", answer)) }
    }
}

async fn refuse_foreign(path: &Path) -> Result<(), StoreError> {
    if std::fs::metadata(path).map_or(true, |m| m.len() == 0) {
        return Ok(());
    }
    let options = SqliteConnectOptions::new().filename(path).read_only(true).busy_timeout(Duration::from_secs(10));
    let not_ours = |_| StoreError::NotOurs(path.to_owned());
    let mut connection = SqliteConnection::connect_with(&options).await.map_err(not_ours)?;
    let id: i64 = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut connection).await.map_err(not_ours)?;
    // A first start that was killed before its first migration leaves an empty database of nobody.
    let tables: i64 =
        sqlx::query_scalar("SELECT count(*) FROM sqlite_master").fetch_one(&mut connection).await.map_err(not_ours)?;
    let applied = sqlx::query("SELECT max(version) AS newest FROM _sqlx_migrations").fetch_one(&mut connection).await;
    connection.close().await?;
    let ours = MIGRATIONS.iter().map(|m| m.version).max().unwrap_or(0);
    match applied.ok().and_then(|row| row.get::<Option<i64>, _>("newest")) {
        Some(newest) if newest > ours => Err(StoreError::Newer),
        Some(_) if id != APPLICATION_ID => Err(StoreError::NotOurs(path.to_owned())),
        None if tables > 0 && id != 0 => Err(StoreError::NotOurs(path.to_owned())),
        None if tables > 1 => Err(StoreError::NotOurs(path.to_owned())),
        _ => Ok(()),
    }
}
