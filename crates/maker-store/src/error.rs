//! What can go wrong with the database, in words a maker can act on.

use std::path::PathBuf;

/// A refusal of the database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Written by a newer version: opened by nobody but that version, and left as it is.
    #[error("This data was written by a newer Maker Studio. Update the app: nothing was changed.")]
    Newer,
    /// Not a database of ours, or damaged.
    #[error("The file {} is not a Maker Studio database or is damaged. Restore a backup of it (`maker restore FILE`) or move it away: it was left as it is.", .0.display())]
    NotOurs(PathBuf),
    /// The row is not there (any more).
    #[error("This is no longer there.")]
    NotFound,
    /// A move that the state machine does not have, or that came too late.
    #[error("This cannot be done any more: it is already {0}.")]
    IllegalMove(String),
    /// Another process has taken the delivery over: stop at once.
    #[error("Another window is at work on this.")]
    LostLease,
    /// A row holds something this version cannot read.
    #[error("A row of {table} cannot be read: {what}.")]
    Unreadable {
        /// The table.
        table: &'static str,
        /// What is wrong.
        what: String,
    },
    /// The data here belongs to another workspace, and one desk keeps one.
    #[error(
        "This desk already belongs to another workspace. Sign in with its account, or start with another data folder."
    )]
    OtherWorkspace,
    /// The folder or the disk refuses.
    #[error("The data folder cannot be used: {0}. Check the disk's free space and permissions.")]
    Disk(#[from] std::io::Error),
    /// SQLite refuses: disk full, file locked for long.
    #[error("The database does not answer: {0}. Check the disk's free space; nothing typed is lost.")]
    Database(#[from] sqlx::Error),
    /// A migration went wrong and was rolled back.
    #[error("The database could not be brought to this version: {0}. It was left as it was.")]
    Migration(#[from] sqlx::migrate::MigrateError),
}
