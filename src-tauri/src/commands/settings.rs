//! Settings and diagnostics.

use maker_app::Answer;
use maker_app::views::{DoctorLine, Settings};
use maker_domain::uploads::UploadSettings;
use tauri::{AppHandle, State};

use super::copy;
use crate::desk::Desk;

/// The settings as they are.
#[tauri::command]
#[specta::specta]
pub(crate) async fn settings(desk: State<'_, Desk>) -> Answer<Settings> {
    desk.studio()?.settings().await
}

/// Keeps the settings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_settings(desk: State<'_, Desk>, settings: Settings) -> Answer<Settings> {
    desk.studio()?.save_settings(&settings).await
}

/// How uploads behave on this computer.
#[tauri::command]
#[specta::specta]
pub(crate) async fn upload_settings(desk: State<'_, Desk>) -> Answer<UploadSettings> {
    desk.studio()?.upload_settings().await
}

/// Keeps how uploads behave; holds for what is running within two seconds.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_upload_settings(desk: State<'_, Desk>, settings: UploadSettings) -> Answer<UploadSettings> {
    desk.studio()?.save_upload_settings(&settings).await
}

/// Every check, with its remedy.
#[tauri::command]
#[specta::specta]
pub(crate) async fn doctor(desk: State<'_, Desk>) -> Answer<Vec<DoctorLine>> {
    desk.studio()?.doctor().await
}

/// Copies the report of the checks; it holds no secret.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_report(app: AppHandle, desk: State<'_, Desk>) -> Answer<()> {
    copy(&app, &desk.studio()?.doctor_report().await?)
}
