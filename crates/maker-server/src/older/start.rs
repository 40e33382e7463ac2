//! The first step, whole or not at all: the old tables move aside, today's are made, and what is to be brought over is
//! written down.

use sqlx::AssertSqlSafe;

use super::detect::{self, Found, Older};
use super::source::numbered;
use super::{OlderError, SCHEMA};
use crate::db::{Database, DbError, Line, Reader, Reads, Tx, migrate_within, sql};
use crate::transaction;

/// Of whoever brings this database forward.
const LOCK: &str = "SELECT pg_advisory_lock(5137604412098301)";

/// Waits until nobody else brings this database forward. Held by the connection: it ends with this process.
pub(super) async fn alone(database: &Database) -> Result<Reader, DbError> {
    let mut alone = database.reader().await?;
    if let Line::Postgres(line) = alone.line() {
        for statement in ["SET statement_timeout = 0", "SET lock_timeout = 0", LOCK] {
            sqlx::query(statement).execute(&mut *line).await?;
        }
    }
    Ok(alone)
}

/// Lets the next one in.
pub(super) async fn let_go(alone: &mut Reader) {
    if let Line::Postgres(line) = alone.line() {
        for statement in ["SELECT pg_advisory_unlock_all()", "RESET statement_timeout", "RESET lock_timeout"] {
            // A connection that has broken has let go of it.
            let _ = sqlx::query(statement).execute(&mut *line).await;
        }
    }
}

/// Whether the old tables have somewhere to go.
pub(super) async fn check_room(from: &mut impl Reads) -> Result<(), OlderError> {
    let (taken,): (bool,) = sql("SELECT to_regnamespace($1) IS NOT NULL").bind(SCHEMA).one(from).await?;
    if taken { Err(OlderError::SchemaTaken) } else { Ok(()) }
}

/// Takes the first step unless it has been taken.
pub(super) async fn start(database: &Database, now: i64) -> Result<(), OlderError> {
    transaction!(*database, |tx| {
        match detect::found(tx).await? {
            Found::Older(older) => step(tx, &older, now).await,
            Found::Unfinished | Found::Ours => Ok(()),
            Found::Empty | Found::Foreign => Err(OlderError::Changed),
        }
    })
}

async fn step(tx: &mut Tx, older: &Older, now: i64) -> Result<(), OlderError> {
    check_room(tx).await?;
    // A large table takes as long as it takes.
    for limit in ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"] {
        run(tx, format!("SET LOCAL {limit} = 0")).await?;
    }
    run(tx, format!("CREATE SCHEMA {SCHEMA}")).await?;
    for table in &older.moving {
        // Views as well. From here on nobody else can read or write them until this has ended.
        run(tx, format!("ALTER TABLE {}.\"{table}\" SET SCHEMA {SCHEMA}", older.schema)).await?;
    }
    migrate_within(tx).await?;
    if let Line::Postgres(line) = tx.line() {
        sqlx::raw_sql(include_str!("tables.sql")).execute(line).await.map_err(DbError::from)?;
    }
    for table in older.tables() {
        let rows = numbered(SCHEMA, table);
        run(
            tx,
            format!("INSERT INTO legacy_work (kind, n, content) SELECT '{table}', n, content FROM ({rows}) AS rows"),
        )
        .await?;
    }
    run(tx, "ANALYZE legacy_work".to_owned()).await?;
    sql("INSERT INTO legacy_run (started_at) VALUES ($1)").bind(now).run(tx).await?;
    Ok(())
}

/// A statement of names and words that are all known here.
async fn run(tx: &mut Tx, statement: String) -> Result<(), DbError> {
    if let Line::Postgres(line) = tx.line() {
        sqlx::query(AssertSqlSafe(statement)).execute(line).await?;
    }
    Ok(())
}
