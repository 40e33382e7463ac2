//! What a maker can do: add videos, write drafts, connect platforms, publish, watch the queue. One file per area.
//!
//! Here the parts are put together. The window and the command line are two faces of [`Studio`]; neither knows a rule that
//! the other does not. No Tauri here.

mod access;
mod account;
mod activity;
mod attachments;
mod awake;
mod backup;
mod calendar;
mod clock;
mod config;
mod connect;
mod data;
mod doctor;
mod drafts;
pub mod error;
mod events;
mod export;
mod folder;
mod import;
mod language;
mod library;
mod links;
mod logs;
mod metered;
mod numbers;
mod posts;
mod presets;
mod profile;
mod publish;
mod queue;
mod receipt;
mod rights;
mod services;
mod settings;
mod snippets;
mod spreadsheet;
mod studio;
mod sync;
mod telling;
mod together;
mod uploads;
mod versions;
mod videos;
pub mod views;
mod welcome;

pub use account::Login;
pub use activity::ExportFormat;
pub use data::Progress;
pub use error::{Answer, AppError, ErrorCode};
pub use events::StudioEvent;
pub use folder::default_data_dir;
pub use import::RowKind;
pub use language::speak_as_system;
pub use logs::{LogGuard, start_logs};
pub use maker_store::sync::Resolution;
pub use maker_store::undo::Way;
pub use studio::{Face, Options, Studio, Work};
