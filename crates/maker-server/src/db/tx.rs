//! Transactions of either engine, and trying one again.

use std::time::Duration;

use rand::Rng;
use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, Transaction};

use super::open::Pools;
use super::{Database, DbError, Engine};

/// How often a transaction is started before its caller hears of the race.
const TRIES: u32 = 6;

/// A transaction that may write. Dropped without [`Tx::commit`], nothing of it has happened.
pub struct Tx(Either<Transaction<'static, Sqlite>, Transaction<'static, Postgres>>);

/// A moment of the database: what is read in it belongs together, whatever others write meanwhile.
pub struct Snapshot(Either<Transaction<'static, Sqlite>, Transaction<'static, Postgres>>);

/// A connection for single reads.
pub struct Reader(Either<PoolConnection<Sqlite>, PoolConnection<Postgres>>);

enum Either<S, P> {
    Sqlite(S),
    Postgres(P),
}

/// Whatever rows can be read from: [`Tx`], [`Snapshot`], [`Reader`].
pub trait Reads: Send {
    /// The connection below.
    #[doc(hidden)]
    fn line(&mut self) -> Line<'_>;

    /// Which engine answers.
    fn engine(&mut self) -> Engine {
        match self.line() {
            Line::Sqlite(_) => Engine::Sqlite,
            Line::Postgres(_) => Engine::Postgres,
        }
    }
}

/// A connection of either engine.
#[doc(hidden)]
pub enum Line<'c> {
    /// SQLite's.
    Sqlite(&'c mut SqliteConnection),
    /// PostgreSQL's.
    Postgres(&'c mut PgConnection),
}

macro_rules! reads {
    ($($name:ident),*) => {$(
        impl Reads for $name {
            fn line(&mut self) -> Line<'_> {
                match &mut self.0 {
                    Either::Sqlite(line) => Line::Sqlite(line),
                    Either::Postgres(line) => Line::Postgres(line),
                }
            }
        }
    )*};
}
reads!(Tx, Snapshot, Reader);

impl Database {
    /// Starts a transaction that may write. [`transaction!`](crate::transaction) is the usual way, for it starts again after a race.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] when no connection comes free.
    pub async fn begin(&self) -> Result<Tx, DbError> {
        Ok(Tx(match &self.pools {
            Pools::Sqlite { write, .. } => Either::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Pools::Postgres(pool) => {
                Either::Postgres(begin_whole(pool, "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE").await?)
            }
        }))
    }

    /// Starts a moment to read from.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] when no connection comes free.
    pub async fn snapshot(&self) -> Result<Snapshot, DbError> {
        Ok(Snapshot(match &self.pools {
            Pools::Sqlite { read, .. } => Either::Sqlite(read.begin().await?),
            Pools::Postgres(pool) => {
                Either::Postgres(begin_whole(pool, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        }))
    }

    /// A connection for single reads.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] when none comes free.
    pub async fn reader(&self) -> Result<Reader, DbError> {
        Ok(Reader(match &self.pools {
            Pools::Sqlite { read, .. } => Either::Sqlite(read.acquire().await?),
            Pools::Postgres(pool) => Either::Postgres(pool.acquire().await?),
        }))
    }
}

/// Waits for the answer to BEGIN whether or not the caller still does: dropped before it, sqlx does not know that it is in
/// a transaction, rolls nothing back and gives the connection to the next request as it is.
async fn begin_whole(pool: &PgPool, begin: &'static str) -> Result<Transaction<'static, Postgres>, DbError> {
    let pool = pool.clone();
    let begun = tokio::spawn(async move { pool.begin_with(begin).await });
    Ok(begun.await.map_err(|_| sqlx::Error::WorkerCrashed)??)
}

impl Tx {
    /// Makes it so.
    ///
    /// # Errors
    /// [`DbError::Race`] when it has to be started again.
    pub async fn commit(self) -> Result<(), DbError> {
        match self.0 {
            Either::Sqlite(tx) => tx.commit().await?,
            Either::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Ends it at once and without effect.
    async fn undo(self) {
        // A connection on which even this fails is thrown away by its pool.
        let _ = match self.0 {
            Either::Sqlite(tx) => tx.rollback().await,
            Either::Postgres(tx) => tx.rollback().await,
        };
    }
}

/// An error that may say: nothing has happened, start again.
pub trait CanStartAgain: From<DbError> {
    /// Whether it does.
    fn lost_a_race(&self) -> bool;
}

impl CanStartAgain for DbError {
    fn lost_a_race(&self) -> bool {
        matches!(self, Self::Race(_))
    }
}

/// Counts the tries of one [`transaction!`](crate::transaction).
#[derive(Debug)]
pub struct Attempts<'d> {
    database: &'d Database,
    made: u32,
}

impl<'d> Attempts<'d> {
    /// None yet.
    #[must_use]
    pub fn of(database: &'d Database) -> Self {
        Self { database, made: 0 }
    }

    /// Starts the next one.
    ///
    /// # Errors
    /// As [`Database::begin`].
    pub async fn begin(&mut self) -> Result<Tx, DbError> {
        self.made += 1;
        self.database.begin().await
    }

    /// Commits what went well and undoes what did not. `None`: lost a race, start again.
    pub async fn settle<T, E: CanStartAgain>(&self, tx: Tx, outcome: Result<T, E>) -> Option<Result<T, E>> {
        let outcome = match outcome {
            Ok(done) => tx.commit().await.map(|()| done).map_err(E::from),
            Err(error) => {
                tx.undo().await;
                Err(error)
            }
        };
        match outcome {
            Err(error) if error.lost_a_race() && self.made < TRIES => {
                let most = 5_u64 << self.made;
                let wait = rand::rng().random_range(1..=most);
                tokio::time::sleep(Duration::from_millis(wait)).await;
                None
            }
            outcome => Some(outcome),
        }
    }
}

/// Runs a block in a transaction and gives its `Result`: `transaction!(database, |tx| { ...; Ok(x) })`. `Err` undoes
/// everything. After a lost race the block runs again, so that it may have no effect outside of `tx`.
///
/// `return` leaves the block only. The error type has to be [`CanStartAgain`](crate::db::CanStartAgain).
#[macro_export]
macro_rules! transaction {
    ($database:expr, |$tx:ident| $block:block) => {{
        let mut attempts = $crate::db::Attempts::of(&$database);
        loop {
            let mut tx = match attempts.begin().await {
                Ok(tx) => tx,
                Err(error) => break Err(::core::convert::From::from(error)),
            };
            let outcome = async {
                let $tx = &mut tx;
                $block
            }
            .await;
            if let Some(outcome) = attempts.settle(tx, outcome).await {
                break outcome;
            }
        }
    }};
}
