//! Why a device is not answered, by what it can do about it.

use crate::db::{CanStartAgain, DbError};

/// A refusal of a whole request.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// What the device has seen is not in this history: the backend came back from a backup.
    #[error("the device knows a history that this backend does not have")]
    Diverged,
    /// Deletions after the device's cursor are no longer known.
    #[error("the device was away for longer than deletions are remembered")]
    Resync,
    /// The device speaks a schema that is no longer served, or not yet.
    #[error("the device speaks schema {0}")]
    Schema(u16),
    /// There is no such workspace.
    #[error("there is no such workspace")]
    NoWorkspace,
    /// There is no such row in the workspace.
    #[error("there is no such row")]
    NoRow,
    /// Something that was asked for is beyond its bounds.
    #[error("{0}")]
    Bounds(&'static str),
    /// A row holds something this version cannot read.
    #[error("a row of {0} is damaged")]
    Damaged(&'static str),
    /// The database did not answer.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl CanStartAgain for SyncError {
    fn lost_a_race(&self) -> bool {
        matches!(self, Self::Database(error) if error.lost_a_race())
    }
}
