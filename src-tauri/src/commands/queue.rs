//! The queue.

use maker_app::Answer;
use maker_app::views::Overview;
use maker_domain::id::DeliveryId;
use tauri::{AppHandle, State};

use super::drafts;
use crate::desk::Desk;

/// Everything Home shows.
#[tauri::command]
#[specta::specta]
pub(crate) async fn overview(desk: State<'_, Desk>) -> Answer<Overview> {
    desk.studio()?.overview().await
}

/// Stops an upload for now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn pause(desk: State<'_, Desk>, id: DeliveryId) -> Answer<()> {
    desk.studio()?.pause(id).await
}

/// Lets a paused upload go on.
#[tauri::command]
#[specta::specta]
pub(crate) async fn resume(desk: State<'_, Desk>, id: DeliveryId) -> Answer<()> {
    desk.studio()?.go_on(id).await
}

/// Gives an upload up.
#[tauri::command]
#[specta::specta]
pub(crate) async fn cancel(desk: State<'_, Desk>, id: DeliveryId) -> Answer<()> {
    desk.studio()?.cancel(id).await
}

/// Takes a cancel back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn undo_cancel(desk: State<'_, Desk>, id: DeliveryId) -> Answer<()> {
    desk.studio()?.go_on(id).await
}

/// Tries again now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn retry(desk: State<'_, Desk>, id: DeliveryId) -> Answer<()> {
    desk.studio()?.go_on(id).await
}

/// Takes an ended delivery off the list.
#[tauri::command]
#[specta::specta]
pub(crate) async fn dismiss(desk: State<'_, Desk>, id: DeliveryId) -> Answer<()> {
    desk.studio()?.dismiss(id).await
}

/// Lets the maker show where a delivery's file is now; it then goes on.
#[tauri::command]
#[specta::specta]
pub(crate) async fn locate_delivery(app: AppHandle, desk: State<'_, Desk>, id: DeliveryId) -> Answer<()> {
    match drafts::locate(&app).await {
        Some(path) => desk.studio()?.locate(id, &path).await,
        None => Ok(()),
    }
}
