//! What the connections were used for.

use maker_app::views::{ActivityCheck, ActivityView};
use maker_app::{Answer, ExportFormat};
use maker_domain::activity::ActivityFilter;
use maker_words::say;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tokio::sync::oneshot;

use super::drafts;
use crate::desk::Desk;

/// A part of the activity, older than the entry with the number `before`.
#[tauri::command]
#[specta::specta]
pub(crate) async fn activity(
    desk: State<'_, Desk>,
    filter: ActivityFilter,
    before: Option<u32>,
    limit: u32,
) -> Answer<ActivityView> {
    desk.studio()?.activity(&filter, before, limit).await
}

/// Whether every entry is as it was written and none is missing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_activity(desk: State<'_, Desk>) -> Answer<ActivityCheck> {
    desk.studio()?.check_activity().await
}

/// Lets the maker choose where to keep everything that is meant, and tells how many entries that are; `None` when the
/// dialog was closed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_activity(
    app: AppHandle,
    desk: State<'_, Desk>,
    filter: ActivityFilter,
    format: ExportFormat,
) -> Answer<Option<u32>> {
    let studio = desk.studio()?;
    let (chosen, choice) = oneshot::channel();
    let name = format!("activity.{}", format.ending());
    app.dialog().file().set_title(say!("shell-keep-activity")).set_file_name(name).save_file(move |file| {
        let _ = chosen.send(file);
    });
    match choice.await.ok().flatten().and_then(drafts::path) {
        Some(path) => studio.export_activity(&filter, format, &path).await.map(Some),
        None => Ok(None),
    }
}
