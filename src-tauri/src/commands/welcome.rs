//! The first minutes.

use maker_app::Answer;
use maker_app::views::{DraftSummary, WelcomeChange, WelcomeView};
use tauri::State;

use crate::desk::Desk;

/// What a newcomer is shown.
#[tauri::command]
#[specta::specta]
pub(crate) async fn welcome(desk: State<'_, Desk>) -> Answer<WelcomeView> {
    desk.studio()?.welcome().await
}

/// Keeps how far the newcomer is.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_welcome(desk: State<'_, Desk>, change: WelcomeChange) -> Answer<WelcomeView> {
    desk.studio()?.change_welcome(&change).await
}

/// Fills a draft with the sample.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_sample(desk: State<'_, Desk>) -> Answer<DraftSummary> {
    desk.studio()?.add_sample().await
}

/// Takes the sample away.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_sample(desk: State<'_, Desk>) -> Answer<()> {
    desk.studio()?.remove_sample().await
}
