//! What the maker is told of outside the window, and whether the program starts with the computer.

use maker_app::views::Notice;
use maker_app::{Answer, AppError};
use maker_domain::notices::NoticeSettings;
use maker_words::say;
use tauri::{AppHandle, State};
use tauri_plugin_autostart::ManagerExt;

use crate::desk::Desk;
use crate::outside;

/// What the maker wants to be told of.
#[tauri::command]
#[specta::specta]
pub(crate) async fn notice_settings(desk: State<'_, Desk>) -> Answer<NoticeSettings> {
    desk.studio()?.notice_settings().await
}

/// Keeps it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_notice_settings(desk: State<'_, Desk>, settings: NoticeSettings) -> Answer<NoticeSettings> {
    desk.studio()?.save_notice_settings(&settings).await
}

/// Shows a notice of the core's in the window's words.
#[tauri::command]
#[specta::specta]
pub(crate) async fn show_notice(app: AppHandle, notice: Notice, title: String, text: String) -> Answer<()> {
    outside::show(&app, &notice, &title, &text)
}

/// Whether the program starts when the maker signs in to the computer: the system's own word.
#[tauri::command]
#[specta::specta]
pub(crate) async fn starts_by_itself(app: AppHandle) -> Answer<bool> {
    app.autolaunch().is_enabled().map_err(|error| AppError::internal(say!("shell-no-autostart"), error))
}

/// Lets it start then, or not any more.
#[tauri::command]
#[specta::specta]
pub(crate) async fn start_by_itself(app: AppHandle, on: bool) -> Answer<bool> {
    let system = app.autolaunch();
    let changed = if on { system.enable() } else { system.disable() };
    changed.map_err(|error| AppError::internal(say!("shell-autostart-refused"), error))?;
    Ok(on)
}
