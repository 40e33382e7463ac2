//! The backend's database: SQLite in a file, or PostgreSQL by its address. One SQL text serves both engines
//! ([`sql`]); who needs it asks [`Database::engine`].
//!
//! A change goes through [`transaction!`](crate::transaction), which starts again when the engine says that it lost a race. SQLite has one
//! writer, and a transaction holds it from the beginning; PostgreSQL runs at READ COMMITTED, so that what is read after a
//! row's lock is the latest. What belongs together is read in a [`Database::snapshot`].

mod address;
mod error;
mod migrate;
mod open;
mod sql;
mod tx;

pub use self::address::DatabaseAddress;
pub use self::error::DbError;
pub use self::migrate::{MigrateError, Pending};
pub(crate) use self::migrate::{migrate_within, names_of_tables};
pub use self::open::Database;
pub use self::sql::{Row, Sql, Value, each_of, sql};
pub use self::tx::{Attempts, CanStartAgain, Line, Reader, Reads, Snapshot, Tx};

/// Which kind of database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file beside the program.
    Sqlite,
    /// A server of its own, shared by any number of instances.
    Postgres,
}
