//! What can go wrong with the database, in words a maker can act on.

use std::path::PathBuf;

use maker_words::{One, say};

/// A refusal of the database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Written by a newer version: opened by nobody but that version, and left as it is.
    #[error("{}", say!("store-newer"))]
    Newer,
    /// Not a database of ours, or damaged.
    #[error("{}", say!("store-not-ours", file = .0.display().to_string()))]
    NotOurs(PathBuf),
    /// The row is not there (any more).
    #[error("{}", say!("store-not-found"))]
    NotFound,
    /// A move that the state machine does not have, or that came too late; with where the row stands, as the words of
    /// `store-too-late` know it.
    #[error("{}", say!("store-too-late", state = One(.0)))]
    IllegalMove(String),
    /// Another process has taken the delivery over: stop at once.
    #[error("{}", say!("store-lost-lease"))]
    LostLease,
    /// A row holds something this version cannot read.
    #[error("{}", say!("store-unreadable", table = *table, what = what))]
    Unreadable {
        /// The table.
        table: &'static str,
        /// What is wrong.
        what: String,
    },
    /// The maker has stopped it, before anything was changed.
    #[error("{}", say!("data-cancelled"))]
    Stopped,
    /// The data here belongs to another workspace, and one desk keeps one.
    #[error("{}", say!("store-other-workspace"))]
    OtherWorkspace,
    /// The folder or the disk refuses.
    #[error("{}", say!("store-disk", error = .0.to_string()))]
    Disk(#[from] std::io::Error),
    /// SQLite refuses: disk full, file locked for long.
    #[error("{}", say!("store-database", error = .0.to_string()))]
    Database(#[from] sqlx::Error),
    /// A migration went wrong and was rolled back.
    #[error("{}", say!("store-migration", error = .0.to_string()))]
    Migration(#[from] sqlx::migrate::MigrateError),
}
