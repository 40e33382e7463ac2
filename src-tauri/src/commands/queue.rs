//! The queue.

use maker_app::Answer;
use maker_app::views::{Overview, StillView};
use maker_domain::id::{DeliveryId, PublicationId, StepId};
use maker_domain::receipt::Receipt;
use maker_words::say;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tokio::sync::oneshot;

use super::{copy, drafts};
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

/// Puts a waiting upload before the one above it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn move_up(desk: State<'_, Desk>, id: DeliveryId) -> Answer<()> {
    desk.studio()?.move_up(id).await
}

/// Puts a waiting upload after the one below it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn move_down(desk: State<'_, Desk>, id: DeliveryId) -> Answer<()> {
    desk.studio()?.move_down(id).await
}

/// Stops every upload for now; answers how many.
#[tauri::command]
#[specta::specta]
pub(crate) async fn pause_all(desk: State<'_, Desk>) -> Answer<u32> {
    desk.studio()?.pause_all().await
}

/// Lets every paused upload go on; answers how many.
#[tauri::command]
#[specta::specta]
pub(crate) async fn resume_all(desk: State<'_, Desk>) -> Answer<u32> {
    desk.studio()?.resume_all().await
}

/// Tries one follow-up step again now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn retry_step(desk: State<'_, Desk>, id: StepId) -> Answer<()> {
    desk.studio()?.retry_step(id).await
}

/// Small pictures of publications, at most a hundred.
#[tauri::command]
#[specta::specta]
pub(crate) async fn stills(desk: State<'_, Desk>, publications: Vec<PublicationId>) -> Answer<Vec<StillView>> {
    desk.studio()?.stills(&publications).await
}

/// The receipt of a delivery.
#[tauri::command]
#[specta::specta]
pub(crate) async fn receipt(desk: State<'_, Desk>, id: DeliveryId) -> Answer<Receipt> {
    desk.studio()?.receipt(id).await
}

/// Copies the receipt of a delivery as JSON.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_receipt(app: AppHandle, desk: State<'_, Desk>, id: DeliveryId) -> Answer<()> {
    copy(&app, &desk.studio()?.receipt_json(id).await?)
}

/// Lets the maker choose where to keep the receipt as a JSON file; `false` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_receipt(app: AppHandle, desk: State<'_, Desk>, id: DeliveryId) -> Answer<bool> {
    let studio = desk.studio()?;
    let json = studio.receipt_json(id).await?;
    let (chosen, choice) = oneshot::channel();
    app.dialog().file().set_title(say!("shell-keep-receipt")).set_file_name(format!("receipt-{id}.json")).save_file(
        move |file| {
            let _ = chosen.send(file);
        },
    );
    match choice.await.ok().flatten().and_then(drafts::path) {
        Some(path) => studio.write_receipt(&path, &json).await.map(|()| true),
        None => Ok(false),
    }
}
