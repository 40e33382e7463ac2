//! The maker's data in and out. Every path comes from a native dialog on this side; the window learns names only.

use std::path::PathBuf;

use maker_app::views::{BackupView, DataView, ExportView, ImportView, RestoreView, RowsAdded, RowsView, WorkView};
use maker_app::{Answer, AppError, ErrorCode, Progress, RowKind, Studio};
use maker_words::say;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;
use tokio::sync::oneshot;

use super::drafts::path;
use crate::desk::{Chosen, Desk};
use crate::endings::offer;

/// Where the maker's data is and how much of it there is.
#[tauri::command]
#[specta::specta]
pub(crate) async fn data(desk: State<'_, Desk>) -> Answer<DataView> {
    desk.studio()?.data().await
}

/// Opens the data folder in the system's file manager.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_data_folder(app: AppHandle, desk: State<'_, Desk>) -> Answer<()> {
    let folder = desk.data_dir()?.display().to_string();
    app.opener()
        .open_path(&folder, None::<&str>)
        .map_err(|error| AppError::internal(say!("shell-no-file-manager", folder = folder), error))
}

/// How far the work on the maker's data is; none when there is none.
#[tauri::command]
#[specta::specta]
pub(crate) async fn data_work(desk: State<'_, Desk>) -> Answer<Option<WorkView>> {
    Ok(desk.studio()?.data_work())
}

/// Asks that work to stop.
#[tauri::command]
#[specta::specta]
pub(crate) async fn cancel_data_work(desk: State<'_, Desk>) -> Answer<()> {
    desk.studio()?.cancel_data_work();
    Ok(())
}

/// Lets the maker choose where, and writes everything to a new folder there; none when they chose nowhere.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_data(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<ExportView>> {
    let Some(place) = pick(&app, say!("shell-export-to"), Pick::Folder).await else { return Ok(None) };
    let today = desk.studio()?.name_of_today().await;
    let name = |n: u32| if n == 1 { today.clone() } else { format!("{today} ({n})") };
    let free = (1..1000).map(|n| place.join(name(n))).find(|folder| !folder.exists());
    let folder = free.unwrap_or_else(|| place.join(name(1)));
    desk.studio()?.export(&folder, &Progress::default()).await.map(Some)
}

/// Lets the maker choose an export and takes it in; none when they chose none.
#[tauri::command]
#[specta::specta]
pub(crate) async fn import_data(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<ImportView>> {
    let Some(folder) = pick(&app, say!("shell-choose-export"), Pick::Folder).await else { return Ok(None) };
    desk.studio()?.import_folder(&folder, &Progress::default()).await.map(Some)
}

/// Lets the maker name a file and writes a backup to it; none when they named none.
#[tauri::command]
#[specta::specta]
pub(crate) async fn back_up_data(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<BackupView>> {
    let name = format!("{}.backup", desk.studio()?.name_of_today().await);
    let Some(file) = pick(&app, say!("shell-back-up-to"), Pick::Save(name)).await else { return Ok(None) };
    desk.studio()?.back_up(&file).await.map(Some)
}

/// Lets the maker choose a backup and says what it is; none when they chose none. [`restore_backup`] restores it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_backup(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<BackupView>> {
    let Some(file) =
        pick(&app, say!("shell-choose-backup"), Pick::File((say!("shell-backups"), &["backup", "db"]))).await
    else {
        return Ok(None);
    };
    let found = desk.restoring(async |progress| Studio::look_at_backup(&file, progress).await).await?;
    desk.choose(Chosen::Backup(file));
    Ok(Some(found))
}

/// Makes the chosen backup ready for the next start.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_backup(desk: State<'_, Desk>) -> Answer<RestoreView> {
    let Some(Chosen::Backup(file)) = desk.chosen() else { return Err(nothing_chosen()) };
    let data_dir = desk.data_dir()?;
    desk.restoring(async |progress| Studio::restore(data_dir, &file, progress).await).await
}

/// How far looking at a backup or making it ready is, also where nothing could be opened; none when neither goes on.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_work(desk: State<'_, Desk>) -> Answer<Option<WorkView>> {
    Ok(desk.restore_work())
}

/// Asks that work to stop, which leaves everything as it is.
#[tauri::command]
#[specta::specta]
pub(crate) async fn cancel_restore_work(desk: State<'_, Desk>) -> Answer<()> {
    desk.cancel_restore_work();
    Ok(())
}

/// Deletes everything of this device and starts anew.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_data(app: AppHandle, desk: State<'_, Desk>) -> Answer<()> {
    desk.studio()?.delete_data().await?;
    restart(app, desk).await
}

/// Ends this program and starts it again.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restart(app: AppHandle, desk: State<'_, Desk>) -> Answer<()> {
    if let Ok(studio) = desk.studio() {
        studio.close().await;
    }
    // Otherwise the new one would hand over to this one and end.
    tauri_plugin_single_instance::destroy(&app);
    app.restart()
}

/// Lets the maker choose a file of services or drafts and says what is in it; none when they chose none. [`take_rows`]
/// adds what is good.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_rows(app: AppHandle, desk: State<'_, Desk>, kind: RowKind) -> Answer<Option<RowsView>> {
    let tables: (String, &[&str]) = (say!("shell-tables"), &["csv", "json", "txt", "tsv"]);
    let Some(file) = pick(&app, say!("shell-choose-table"), Pick::File(tables)).await else { return Ok(None) };
    let found = desk.studio()?.look_at_rows(&file, kind).await?;
    desk.choose(Chosen::Rows(file, kind));
    Ok(Some(found))
}

/// Adds the good rows of the chosen file.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_rows(desk: State<'_, Desk>) -> Answer<RowsAdded> {
    let Some(Chosen::Rows(file, kind)) = desk.chosen() else { return Err(nothing_chosen()) };
    desk.studio()?.import_rows(&file, kind, &Progress::default()).await
}

fn nothing_chosen() -> AppError {
    AppError::new(ErrorCode::NotNow, say!("shell-nothing-chosen"))
}

enum Pick<'a> {
    Folder,
    File((String, &'a [&'a str])),
    Save(String),
}

async fn pick(app: &AppHandle, title: String, what: Pick<'_>) -> Option<PathBuf> {
    let (chosen, choice) = oneshot::channel();
    let dialog = app.dialog().file().set_title(title);
    let tell = move |file| {
        let _ = chosen.send(file);
    };
    match what {
        Pick::Folder => dialog.pick_folder(tell),
        Pick::File((name, endings)) => {
            offer(dialog, name, endings).pick_file(tell);
        }
        Pick::Save(name) => dialog.set_file_name(name).save_file(tell),
    }
    choice.await.ok().flatten().and_then(path)
}
