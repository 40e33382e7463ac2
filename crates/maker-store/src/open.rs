//! Opens the database and brings it to this version, or refuses and leaves it as it is.

use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, Sqlite, SqliteConnection, Transaction};

use crate::StoreError;

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/desktop");

/// "MKSS": written into the file's header by the first migration.
const APPLICATION_ID: i64 = 1_296_782_419;

/// How long another process's write is waited for before it becomes an error.
const PATIENCE: Duration = Duration::from_secs(10);

/// Connections of a program that stays open: what writes, and what is looked at meanwhile.
pub const CONNECTIONS: u32 = 4;

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
        Self::open_with(path, CONNECTIONS, now).await
    }

    /// As [`Self::open`], with at most so many connections. Each costs some milliseconds when it is first needed and
    /// prepares every statement anew: worth it where somebody looks on while something large is written.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_with(path: &Path, connections: u32, now: DateTime<Utc>) -> Result<Self, StoreError> {
        if is_unfinished(path) {
            refuse_foreign(path).await?;
        }
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE);
        let pool = connect(options, connections).await.map_err(|error| refusal(error, path))?;
        let store = Self { pool };
        match store.bring_up(path, now).await {
            Ok(()) => Ok(store),
            Err(error) => {
                store.close().await;
                Err(error)
            }
        }
    }

    async fn bring_up(&self, path: &Path, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut connection = self.pool.acquire().await?;
        judge(&mut connection, path).await?;
        write_ahead(&mut connection).await?;
        // All of them or none, and by one process at a time: sqlx itself takes no lock on SQLite.
        let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
        // `run` is the same, but its future cannot be sent between threads.
        MIGRATIONS.run_direct(None, &mut *tx, false).await?;
        crate::sync::set_up(&mut tx).await?;
        crate::audit::seal(&mut tx).await?;
        crate::people::ensure_local_maker(&mut tx, now).await?;
        Ok(tx.commit().await?)
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
            "SELECT (SELECT coalesce(max(updated_at), 0) + count(*) FROM deliveries) \
                      + (SELECT coalesce(sum(updated_at), 0) + count(*) FROM delivery_steps), \
                    (SELECT coalesce(sum(confirmed_bytes), 0) + count(dismissed_at) FROM deliveries), \
                    (SELECT coalesce(max(updated_at), 0) + count(*) FROM drafts) \
                      + (SELECT coalesce(max(updated_at), 0) + count(*) FROM posts) \
                      + (SELECT coalesce(max(rev), 0) FROM sync_rows) \
                      + (SELECT coalesce(max(updated_at), 0) + count(*) FROM snippets) \
                      + (SELECT coalesce(max(updated_at), 0) + count(*) FROM presets), \
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
        // By a connection of its own: the search index of one that has been used is held against what it remembers of the
        // index, and looks damaged once another connection has written.
        let mut fresh = SqliteConnection::connect_with(&self.pool.connect_options()).await?;
        let answer: String = sqlx::query_scalar("PRAGMA integrity_check(1)").fetch_one(&mut fresh).await?;
        fresh.close().await?;
        if answer == "ok" { Ok(()) } else { Err(crate::stored::unreadable("the database", answer)) }
    }
}

async fn connect(options: SqliteConnectOptions, connections: u32) -> Result<SqlitePool, sqlx::Error> {
    // A full disk makes SQLite end a transaction by itself, which sqlx does not notice: that connection would refuse
    // every later transaction, so it is replaced by another.
    SqlitePoolOptions::new()
        .max_connections(connections)
        .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
        .connect_with(options)
        .await
}

/// Turns the write-ahead log on. The file remembers it, for every connection after this one.
async fn write_ahead(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match sqlx::query("PRAGMA journal_mode = WAL").execute(&mut *connection).await {
            // SQLite does not wait by itself where two processes turn on the log of a new file.
            Err(error) if is(&error, &[BUSY]) && Instant::now() < deadline => {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            done => return done.map(drop),
        }
    }
}

/// Whether a log lies beside the file (sqlite.org, "Temporary Files Used By SQLite"), which whoever may write folds into it
/// on leaving, also when all it did was look.
fn is_unfinished(path: &Path) -> bool {
    ["-wal", "-journal"].iter().any(|ending| {
        let mut log = path.as_os_str().to_owned();
        log.push(ending);
        std::fs::metadata(log).is_ok_and(|m| m.len() > 0)
    })
}

/// Refuses a file that is not ours or a newer version's, through a connection that can change nothing.
pub(crate) async fn refuse_foreign(path: &Path) -> Result<(), StoreError> {
    if std::fs::metadata(path).map_or(true, |m| m.len() == 0) {
        return Ok(());
    }
    let options = SqliteConnectOptions::new().filename(path).read_only(true).busy_timeout(PATIENCE);
    let mut connection = SqliteConnection::connect_with(&options).await.map_err(|error| refusal(error, path))?;
    judge(&mut connection, path).await?;
    Ok(connection.close().await?)
}

async fn judge(connection: &mut SqliteConnection, path: &Path) -> Result<(), StoreError> {
    let found = look(connection).await.map_err(|error| refusal(error, path))?;
    let ours = MIGRATIONS.iter().map(|m| m.version).max().unwrap_or(0);
    match found {
        (APPLICATION_ID, _, Some(newest)) if newest > ours => Err(StoreError::Newer),
        (APPLICATION_ID, _, Some(_)) => Ok(()),
        // A first start that was killed before its first migration leaves an empty database of nobody.
        (0, 0, None) => Ok(()),
        _ => Err(StoreError::NotOurs(path.to_owned())),
    }
}

fn refusal(error: sqlx::Error, path: &Path) -> StoreError {
    match error {
        error if is(&error, &[CORRUPT, NOT_A_DATABASE]) => StoreError::NotOurs(path.to_owned()),
        error => StoreError::Database(error),
    }
}

/// The application id, how much there is beside the list of migrations, and the newest of them; as of one moment, for
/// another process may be at its first start.
async fn look(connection: &mut SqliteConnection) -> Result<(i64, i64, Option<i64>), sqlx::Error> {
    let mut moment = connection.begin().await?;
    let id = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *moment).await?;
    let (contents, has_list): (i64, bool) = sqlx::query_as(
        "SELECT count(*) FILTER (WHERE tbl_name <> '_sqlx_migrations'), \
                count(*) FILTER (WHERE name = '_sqlx_migrations') > 0 FROM sqlite_master",
    )
    .fetch_one(&mut *moment)
    .await?;
    let newest = match has_list {
        true => sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations").fetch_one(&mut *moment).await?,
        false => None,
    };
    Ok((id, contents, newest))
}

/// SQLite's primary result codes (sqlite.org, "Result and Error Codes").
const BUSY: i32 = 5;
const CORRUPT: i32 = 11;
const NOT_A_DATABASE: i32 = 26;

fn is(error: &sqlx::Error, primary: &[i32]) -> bool {
    let code = error.as_database_error().and_then(|e| e.code()).and_then(|code| code.parse::<i32>().ok());
    code.is_some_and(|extended| primary.contains(&(extended & 0xFF)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn f21_a_transaction_that_sqlite_ended_by_itself_leaves_no_connection_that_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("studio.db"), DateTime::UNIX_EPOCH).await.unwrap();
        store.set_setting("twice", &1).await.unwrap();
        for _ in 0..8 {
            let mut tx = store.write().await.unwrap();
            // The end that a full disk makes too.
            let ended = sqlx::query("INSERT OR ROLLBACK INTO settings (key, value) VALUES ('twice', '2')");
            assert!(ended.execute(&mut *tx).await.is_err());
        }
        for n in 0..8 {
            let mut tx = store.write().await.unwrap();
            sqlx::query("UPDATE settings SET value = ?").bind(n.to_string()).execute(&mut *tx).await.unwrap();
            tx.commit().await.unwrap();
        }
    }

    #[tokio::test]
    async fn f70_every_connection_writes_ahead_waits_for_the_disk_and_minds_foreign_keys() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("studio.db"), DateTime::UNIX_EPOCH).await.unwrap();
        let mut all = Vec::new();
        for _ in 0..store.pool.options().get_max_connections() {
            all.push(store.pool.acquire().await.unwrap());
        }
        for connection in &mut all {
            let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut **connection).await.unwrap();
            assert_eq!(mode, "wal");
            // 2 is FULL: a committed step outlives a power cut.
            for (pragma, expected) in
                [("PRAGMA synchronous", 2_i64), ("PRAGMA foreign_keys", 1), ("PRAGMA busy_timeout", 10_000)]
            {
                let set: i64 = sqlx::query_scalar(pragma).fetch_one(&mut **connection).await.unwrap();
                assert_eq!(set, expected, "{pragma}");
            }
        }
    }
}
