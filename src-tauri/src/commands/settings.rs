//! Settings and diagnostics.

use maker_app::views::{DoctorLine, Settings, WindowFacts};
use maker_app::{Answer, AppError};
use maker_domain::uploads::UploadSettings;
use maker_words::{say, spoken};
use tauri::{AppHandle, State};
use tauri_plugin_deep_link::DeepLinkExt;

use super::copy;
use crate::desk::Desk;
use crate::events::tell;
use crate::menu;

/// As in `tauri.conf.json`.
const SCHEME: &str = "app.makerstudio";

/// The settings as they are.
#[tauri::command]
#[specta::specta]
pub(crate) async fn settings(desk: State<'_, Desk>) -> Answer<Settings> {
    desk.studio()?.settings().await
}

/// Keeps the settings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_settings(app: AppHandle, desk: State<'_, Desk>, settings: Settings) -> Answer<Settings> {
    let before = spoken();
    let settings = desk.studio()?.save_settings(&settings).await?;
    if spoken() != before {
        tell(menu::speak(&app));
    }
    Ok(settings)
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

/// Whether the network is metered; `None` where this system does not tell.
#[tauri::command]
#[specta::specta]
pub(crate) async fn metered(desk: State<'_, Desk>) -> Answer<Option<bool>> {
    desk.studio()?.metered().await
}

/// Every check, with its remedy. The window tells whether it `plays` what most cameras make.
#[tauri::command]
#[specta::specta]
pub(crate) async fn doctor(app: AppHandle, desk: State<'_, Desk>, plays: bool) -> Answer<Vec<DoctorLine>> {
    desk.studio()?.doctor(Some(facts(&app, plays))).await
}

/// Copies the report of the checks; it holds no secret.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_report(app: AppHandle, desk: State<'_, Desk>, plays: bool) -> Answer<()> {
    copy(&app, &desk.studio()?.doctor_report(Some(facts(&app, plays))).await?)
}

/// Makes this the program that the system brings its links to.
#[tauri::command]
#[specta::specta]
pub(crate) async fn register_links(app: AppHandle) -> Answer<()> {
    app.deep_link().register_all().map_err(|error| AppError::internal(say!("shell-not-registered"), error))
}

fn facts(app: &AppHandle, plays: bool) -> WindowFacts {
    WindowFacts { plays, links: app.deep_link().is_registered(SCHEME).ok() }
}
