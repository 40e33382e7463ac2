//! Brings the database of an older backend to today's schema: one with people, makers, posts and videos, in which a video
//! has the address of a stored file and neither platform nor kind.
//!
//! The old tables move whole into a schema of their own ([`SCHEMA`]) and are only read from then on; what they hold goes
//! into today's tables by [`apply`](crate::sync::apply), as the backend's own edits, so that devices receive it as they
//! receive anything else. What has no certain place is kept beside, row by row, with the reason.
//!
//! The move is one transaction, and so is each batch after it. Every id that is given follows from the old one, so that
//! whoever is interrupted goes on by asking for the same again.

mod address;
mod carry;
mod detect;
mod ids;
mod people;
mod place;
mod plan;
mod report;
mod row;
mod source;
mod start;

pub use self::detect::Found;
pub use self::report::{Line, Tally};

use uuid::Uuid;

use crate::db::{CanStartAgain, Database, DbError};
use crate::sync::SyncError;

/// Where the old tables are afterwards.
pub const SCHEMA: &str = "before";

/// Why a database was not brought forward.
#[derive(Debug, thiserror::Error)]
pub enum OlderError {
    /// Something has the name that the old tables need. Untouched.
    #[error("there is a schema named {SCHEMA} already: rename it. Nothing was changed")]
    SchemaTaken,
    /// It became something else while this program looked.
    #[error("the database is not an older backend's any more: another program changed it. Nothing was changed")]
    Changed,
    /// A row that was sorted in was not taken. A fault of ours; the same command goes on once it is mended.
    #[error("{kind} {id} was not taken: {why}")]
    NotTaken {
        /// The old table.
        kind: &'static str,
        /// The old id.
        id: Uuid,
        /// What was answered.
        why: String,
    },
    /// Something in our own tables is unreadable.
    #[error("a row of {0} is damaged")]
    Damaged(&'static str),
    /// A migration was refused.
    #[error("the migration was refused: {0}")]
    Refused(#[from] sqlx::migrate::MigrateError),
    /// The edits were not taken.
    #[error(transparent)]
    Sync(#[from] SyncError),
    /// The database did not answer. The same command goes on.
    #[error(transparent)]
    Database(#[from] DbError),
    /// The report could not be written. The same command goes on.
    #[error("the report cannot be written: {0}")]
    Report(#[from] std::io::Error),
}

impl CanStartAgain for OlderError {
    fn lost_a_race(&self) -> bool {
        match self {
            Self::Database(error) => error.lost_a_race(),
            Self::Sync(error) => error.lost_a_race(),
            _ => false,
        }
    }
}

/// Where the lines of a report go, in their order.
pub type Tell<'a> = &'a mut (dyn FnMut(Line) -> std::io::Result<()> + Send);

impl Database {
    /// What is in the database.
    ///
    /// # Errors
    /// When it cannot be asked.
    pub async fn found(&self) -> Result<Found, DbError> {
        detect::found(&mut self.reader().await?).await
    }

    /// Tells what [`bring_forward`](Self::bring_forward) would do, from one moment of the database, which it cannot change.
    /// `now` is UTC milliseconds.
    ///
    /// # Errors
    /// [`OlderError`].
    pub async fn plan_forward(&self, now: i64, tell: Tell<'_>) -> Result<(), OlderError> {
        plan::plan(self, now, tell).await
    }

    /// Brings an older backend's database to this version, or goes on where another run was interrupted, and tells what
    /// was done. Two at once wait for each other. `now` is UTC milliseconds.
    ///
    /// # Errors
    /// [`OlderError`]; what was done until then stays, and the same call goes on.
    pub async fn bring_forward(&self, now: i64, tell: Tell<'_>) -> Result<(), OlderError> {
        let mut alone = start::alone(self).await?;
        start::start(self, now).await?;
        let done = carry::carry(self, now, tell).await;
        start::let_go(&mut alone).await;
        done
    }
}
