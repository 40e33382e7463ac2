//! What the window can ask for, one file per area. Commands take ids, never paths or addresses: paths come from a native
//! dialog or a drop on this side, addresses from rows. The one address that a maker types is the backend's.

pub(crate) mod account;
pub(crate) mod activity;
pub(crate) mod calendar;
pub(crate) mod connections;
pub(crate) mod data;
pub(crate) mod drafts;
pub(crate) mod library;
pub(crate) mod notices;
pub(crate) mod page;
pub(crate) mod posts;
pub(crate) mod queue;
pub(crate) mod settings;
pub(crate) mod snippets;
pub(crate) mod sync;
pub(crate) mod together;
pub(crate) mod versions;
pub(crate) mod videos;
pub(crate) mod welcome;

use maker_app::{AppError, ErrorCode};
use maker_words::say;
use tauri::AppHandle;
use tauri_plugin_clipboard_manager::ClipboardExt;
use tauri_plugin_opener::OpenerExt;

/// Opens an address in the system's browser.
fn open(app: &AppHandle, address: &str) -> Result<(), AppError> {
    app.opener().open_url(address, None::<&str>).map_err(|error| AppError::internal(say!("shell-no-browser"), error))
}

fn copy(app: &AppHandle, text: &str) -> Result<(), AppError> {
    app.clipboard()
        .write_text(text)
        .map_err(|error| AppError::new(ErrorCode::TryLater, say!("shell-no-clipboard", error = error.to_string())))
}
