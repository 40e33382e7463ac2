//! Brings a database to this version, or refuses and leaves it as it is.

use std::collections::BTreeSet;

use sqlx::migrate::Migrator;

use super::open::Pools;
use super::{Database, DbError, Engine, Reader, Reads, Tx, sql};
use crate::db::tx::Line;
use crate::older::Found;

static SQLITE: Migrator = sqlx::migrate!("../../migrations/server/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/server/postgres");

/// A migration that the database does not have yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Its number.
    pub version: i64,
    /// What it is about, in a word or two.
    pub description: String,
}

/// Why a database is not this program's.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// PostgreSQL was not there, or did not let us in, in its own words.
    #[error("PostgreSQL cannot be used: {0}")]
    Unreachable(String),
    /// It has migrations that this program does not know. Untouched.
    #[error("the database was made by a newer maker-server: install that one. Nothing was changed")]
    Newer,
    /// The file is somebody else's. Untouched.
    #[error("the file is not a database of maker-server: name another one. Nothing was changed")]
    NotOurs,
    /// The database is somebody else's. Untouched.
    #[error(
        "the database has tables of something else, and is not an older backend's: name an empty one. Nothing was changed"
    )]
    Foreign,
    /// It is an older backend's. Untouched.
    #[error(
        "the database is an older backend's: make a backup, then run `maker-server migrate --dry-run` and `maker-server migrate` \
         with the same --database. Nothing was changed"
    )]
    Older,
    /// An older backend's database is being brought forward, or that was interrupted.
    #[error("an older backend's database has been brought forward in part: run `maker-server migrate`, which goes on")]
    Unfinished,
    /// It is behind, and bringing it up is the operator's word to give.
    #[error("the database is {0} migrations behind this program: run `maker-server migrate` with the same --database")]
    Behind(usize),
    /// A migration was refused. What came before it stays, and it is safe to try again.
    #[error("the migration was refused: {0}")]
    Refused(#[from] sqlx::migrate::MigrateError),
    /// The database could not be asked.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl Database {
    /// The migrations that are missing, in their order.
    ///
    /// # Errors
    /// [`MigrateError::Newer`], [`MigrateError::Foreign`], [`MigrateError::Older`]; nothing is ever changed.
    pub async fn pending(&self) -> Result<Vec<Pending>, MigrateError> {
        let applied = applied(&mut self.reader().await?).await?;
        let known: BTreeSet<i64> = self.migrations().iter().map(|m| m.version).collect();
        if applied.is_empty() && self.engine() == Engine::Postgres {
            match self.found().await? {
                Found::Foreign => return Err(MigrateError::Foreign),
                Found::Older(_) => return Err(MigrateError::Older),
                Found::Empty | Found::Ours | Found::Unfinished => {}
            }
        }
        // One that is missing among ours counts as well: such a database has been somewhere we have not.
        if applied.iter().any(|version| !known.contains(version)) {
            return Err(MigrateError::Newer);
        }
        let missing = self.migrations().iter().filter(|m| !applied.contains(&m.version));
        Ok(missing.map(|m| Pending { version: m.version, description: m.description.to_string() }).collect())
    }

    /// Runs what is missing and gives what that was. Two at once wait for each other.
    ///
    /// # Errors
    /// As [`Database::pending`], and [`MigrateError::Refused`].
    pub async fn migrate(&self) -> Result<Vec<Pending>, MigrateError> {
        let pending = self.pending().await?;
        match &self.pools {
            Pools::Sqlite { .. } => {
                let mut tx = self.begin().await?;
                if let Line::Sqlite(line) = tx.line() {
                    // All of them or none, by one process at a time: sqlx itself takes no lock on SQLite.
                    SQLITE.run_direct(None, line, false).await?;
                }
                tx.commit().await?;
            }
            Pools::Postgres(pool) => {
                let mut connection = pool.acquire().await.map_err(DbError::from)?;
                // A large table, or another one who migrates, may take longer than a request may.
                for limit in ["SET statement_timeout = 0", "SET lock_timeout = 0"] {
                    sqlx::query(limit).execute(&mut *connection).await.map_err(DbError::from)?;
                }
                let done = POSTGRES.run_direct(None, &mut *connection, false).await;
                // Not back into the pool, with its time-outs off.
                connection.close().await.map_err(DbError::from)?;
                done?;
            }
        }
        Ok(pending)
    }

    /// What serving needs: a SQLite file is brought up by itself, a PostgreSQL database by the operator.
    ///
    /// # Errors
    /// [`MigrateError::Behind`] and as [`Database::migrate`].
    pub async fn ready_to_serve(&self) -> Result<(), MigrateError> {
        if self.found().await? == Found::Unfinished {
            return Err(MigrateError::Unfinished);
        }
        match (&self.pools, self.pending().await?) {
            (_, pending) if pending.is_empty() => Ok(()),
            (Pools::Sqlite { .. }, _) => self.migrate().await.map(|_| ()),
            (Pools::Postgres(_), pending) => Err(MigrateError::Behind(pending.len())),
        }
    }

    fn migrations(&self) -> &'static Migrator {
        match self.pools {
            Pools::Sqlite { .. } => &SQLITE,
            Pools::Postgres(_) => &POSTGRES,
        }
    }
}

/// Every migration of PostgreSQL, in the caller's transaction.
pub(crate) async fn migrate_within(tx: &mut Tx) -> Result<(), sqlx::migrate::MigrateError> {
    match tx.line() {
        Line::Sqlite(_) => Ok(()),
        Line::Postgres(line) => POSTGRES.run_direct(None, line, false).await,
    }
}

/// The tables that PostgreSQL's migrations make.
pub(crate) fn names_of_tables() -> BTreeSet<&'static str> {
    let lines = POSTGRES.iter().flat_map(|migration| migration.sql.as_str().lines());
    lines.filter_map(|line| line.strip_prefix("CREATE TABLE ")?.split([' ', '(']).next()).collect()
}

async fn applied(reader: &mut Reader) -> Result<BTreeSet<i64>, MigrateError> {
    let look = match reader.line() {
        Line::Sqlite(_) => "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = '_sqlx_migrations')",
        Line::Postgres(_) => "SELECT to_regclass('_sqlx_migrations') IS NOT NULL",
    };
    let (has_list,): (bool,) = sql(look).one(reader).await?;
    if !has_list {
        return Ok(BTreeSet::new());
    }
    let rows: Vec<(i64,)> = sql("SELECT version FROM _sqlx_migrations WHERE success").all(reader).await?;
    Ok(rows.into_iter().map(|(version,)| version).collect())
}
