//! The desk's database: SQLite through sqlx, one file per table.
//!
//! Functions are named as facts (`publish`, `claim`, `confirm`) and hold the SQL beside the meaning; `get` and `list` never
//! write. Which state follows which is `maker-domain`'s rule, checked here on every move. Nobody else writes SQL. The
//! pictures of posts, which are too large for it, are files beside it ([`shelf`]).

pub mod attachments;
pub mod audit;
pub mod backup;
pub mod beginning;
pub mod bin;
pub mod calendar;
pub mod comments;
pub mod connections;
pub mod deliveries;
pub mod drafts;
pub mod error;
pub mod images;
pub mod library;
pub mod links;
pub mod numbers;
mod open;
pub mod people;
mod places;
pub mod portable;
mod post_bin;
pub mod post_drafts;
pub mod posts;
pub mod presets;
pub mod publications;
pub mod receipts;
pub mod services;
pub mod sessions;
pub mod settings;
pub mod shelf;
pub mod snippets;
pub mod stats;
pub mod steps;
mod stored;
pub mod sync;
pub mod undo;
pub mod versions;
pub mod videos;

pub use error::StoreError;
pub use open::{CONNECTIONS, Store};
pub use shelf::Shelf;
