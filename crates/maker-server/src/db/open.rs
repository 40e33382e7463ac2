//! Opens the pools of either engine.

use std::path::Path;
use std::time::Duration;

use secrecy::ExposeSecret;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, SqliteConnection};

use super::{DatabaseAddress, DbError, Engine, MigrateError};

/// "MKSB": written into the file's header by the first migration.
const APPLICATION_ID: i64 = 1_296_782_402;

/// How long a request waits for a connection before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long another process's write to the file is waited for.
const BUSY: Duration = Duration::from_secs(10);
/// SQLite's readers; each is a thread.
const READERS: u32 = 4;
/// PostgreSQL's connections of one instance.
const CONNECTIONS: u32 = 12;

/// The backend's database. Cheap to clone: clones share the pools.
#[derive(Clone, Debug)]
pub struct Database {
    pub(super) pools: Pools,
}

#[derive(Clone, Debug)]
pub(super) enum Pools {
    Sqlite { read: SqlitePool, write: SqlitePool },
    Postgres(PgPool),
}

impl Database {
    /// Opens the database and leaves it as it is: [`Database::migrate`] brings it to this version.
    ///
    /// # Errors
    /// [`MigrateError::NotOurs`] for somebody else's file, and when it cannot be reached or opened.
    pub async fn open(address: &DatabaseAddress) -> Result<Self, MigrateError> {
        let pools = match address {
            DatabaseAddress::Sqlite(file) => {
                refuse_foreign(file).await?;
                open_sqlite(file).await?
            }
            DatabaseAddress::Postgres(address) => open_postgres(address.expose_secret())
                .await
                .map_err(|error| MigrateError::Unreachable(error.to_string()))?,
        };
        Ok(Self { pools })
    }

    /// Which kind of database it is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// Connections that are open, and those of them that nobody uses.
    #[must_use]
    pub fn connections(&self) -> (u32, u32) {
        let count = |idle: usize| u32::try_from(idle).unwrap_or(u32::MAX);
        match &self.pools {
            Pools::Sqlite { read, write } => {
                (read.size() + write.size(), count(read.num_idle()) + count(write.num_idle()))
            }
            Pools::Postgres(pool) => (pool.size(), count(pool.num_idle())),
        }
    }

    /// Closes every connection; SQLite folds its log into the file.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

/// Looks without writing: opening for use already changes a file's header.
async fn refuse_foreign(file: &Path) -> Result<(), MigrateError> {
    if std::fs::metadata(file).map_or(true, |facts| facts.len() == 0) {
        return Ok(());
    }
    let options = SqliteConnectOptions::new().filename(file).read_only(true).busy_timeout(BUSY);
    let refusal = |error: sqlx::Error| match error {
        sqlx::Error::Database(_) => MigrateError::NotOurs,
        error => DbError::from(error).into(),
    };
    let mut connection = SqliteConnection::connect_with(&options).await.map_err(refusal)?;
    // In one moment, for another process may be at its first start.
    let found: (i64, i64) = sqlx::query_as(
        "SELECT (SELECT application_id FROM pragma_application_id), \
                (SELECT count(*) FROM sqlite_master WHERE tbl_name <> '_sqlx_migrations')",
    )
    .fetch_one(&mut connection)
    .await
    .map_err(refusal)?;
    connection.close().await.map_err(DbError::from)?;
    match found {
        // A first start that was killed before its first migration leaves an empty database of nobody.
        (APPLICATION_ID, _) | (0, 0) => Ok(()),
        _ => Err(MigrateError::NotOurs),
    }
}

/// Write-ahead log and `synchronous=FULL`: what was answered with yes outlives a power cut. The one writer needs no lock
/// between requests, only against other processes.
async fn open_sqlite(file: &Path) -> Result<Pools, DbError> {
    make_private(file).map_err(sqlx::Error::Io)?;
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY);
    // A full disk makes SQLite end a transaction by itself, which sqlx does not notice: that connection would refuse
    // every later transaction, so it is replaced by another.
    let write = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(PATIENCE)
        .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
        .connect_with(options.clone())
        .await?;
    let read = SqlitePoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(PATIENCE)
        .connect_with(options.pragma("query_only", "ON"))
        .await?;
    Ok(Pools::Sqlite { read, write })
}

/// Nobody but the server's own user reads it; SQLite gives its log the same rights.
fn make_private(file: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(|_| ())
}

async fn open_postgres(address: &str) -> Result<Pools, sqlx::Error> {
    let options: PgConnectOptions = address.parse()?;
    // Nobody waits for ever: neither for a statement, nor for a lock, nor for a client that died inside a transaction.
    let options = options.application_name("maker-server").options([
        ("statement_timeout", "20s"),
        ("lock_timeout", "10s"),
        ("idle_in_transaction_session_timeout", "30s"),
        // A plan that was made while a table was small would read all of it once it is large, until somebody gathers
        // statistics.
        ("plan_cache_mode", "force_custom_plan"),
        // What is asked for is a few rows of one workspace, by an index and in its order. Where statistics are missing, or
        // the workspaces' policy hides them, a bitmap of the whole workspace and a sort look as cheap as that.
        ("enable_bitmapscan", "off"),
        ("random_page_cost", "1.1"),
    ]);
    let pool =
        PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE).connect_with(options).await?;
    Ok(Pools::Postgres(pool))
}
