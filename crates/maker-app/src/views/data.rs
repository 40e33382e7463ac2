//! The maker's data, as the faces show it: where it is, how far a long piece of work is, what became of it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use specta::Type;

/// Where the maker's data is and how much of it there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DataView {
    /// The data folder.
    pub folder: String,
    /// Bytes of the database.
    #[specta(type = f64)]
    pub database_bytes: u64,
    /// Bytes of the pictures of posts.
    #[specta(type = f64)]
    pub picture_bytes: u64,
    /// Databases that a restore has put aside, the newest first.
    pub kept: Vec<KeptDatabase>,
    /// A backup waits to take the database's place at the next start.
    pub restore_waits: bool,
    /// Nothing was made here yet, so that an export can be taken in.
    pub is_empty: bool,
    /// Uploads that have not ended.
    pub uploads: u32,
    /// Someone is signed in to a backend.
    pub has_account: bool,
}

/// A database that a restore has put aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct KeptDatabase {
    /// Its file's name, in the data folder.
    pub name: String,
    /// Bytes.
    #[specta(type = f64)]
    pub bytes: u64,
}

/// What a restore is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum WorkPart {
    /// All of the backup is read and checked.
    Checking,
    /// It is copied; `done` and `total` count KiB.
    Copying,
    /// Its pictures are taken out.
    Pictures,
    /// The copy is brought to this version and checked.
    Finishing,
}

/// How far a long piece of work is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct WorkView {
    /// What a restore is at; `None` for all other work.
    pub part: Option<WorkPart>,
    /// Rows and pictures that are done.
    pub done: u32,
    /// Of so many.
    pub total: u32,
}

/// An export that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ExportView {
    /// Where it is.
    pub folder: String,
    /// Rows in it.
    pub rows: u32,
    /// Pictures of posts in it.
    pub pictures: u32,
    /// Pictures that posts show and that are on another device only.
    pub missing_pictures: u32,
    /// The hash of its content, in hexadecimal digits.
    pub content: String,
}

/// An export that was taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ImportView {
    /// Rows of it.
    pub rows: u32,
    /// Pictures of posts.
    pub pictures: u32,
    /// Deliveries that had not ended where it comes from: they wait for the maker.
    pub open_deliveries: u32,
    /// The hash of its content, in hexadecimal digits.
    pub content: String,
}

/// A backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct BackupView {
    /// Its file.
    pub file: String,
    /// When it was made; `None` for a plain copy of a database.
    pub made_at: Option<DateTime<Utc>>,
    /// Pictures of posts in it.
    pub pictures: u32,
    /// Bytes of the file.
    #[specta(type = f64)]
    pub bytes: u64,
}

/// A backup that takes the database's place at the next start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RestoreView {
    /// What is restored.
    pub backup: BackupView,
    /// Where the database of today will be.
    pub kept: String,
}

/// What was found in a file of services or drafts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RowsView {
    /// Its name.
    pub file: String,
    /// Rows that can be added.
    pub good: u32,
    /// Rows that are here already.
    pub already: u32,
    /// Rows that cannot be added as they are.
    pub bad: u32,
    /// What is wrong with the first of them.
    pub errors: Vec<RowError>,
    /// Titles of the first rows that can be added; of long ones the beginning.
    pub titles: Vec<String>,
    /// Columns that mean nothing here and are left out.
    pub ignored: Vec<String>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RowError {
    /// Its line in a table, its number in a list.
    pub row: u32,
    /// The column.
    pub column: String,
    /// What is wrong, with an example of a good value.
    pub message: String,
}

/// Rows that were added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RowsAdded {
    /// So many.
    pub added: u32,
    /// They were here already.
    pub already: u32,
    /// They cannot be added as they are.
    pub bad: u32,
}
