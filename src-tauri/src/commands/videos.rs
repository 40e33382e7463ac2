//! Published videos: open, copy, share.

use maker_app::Answer;
use maker_app::views::{ShareTarget, VideoView};
use maker_domain::id::DeliveryId;
use tauri::{AppHandle, State};

use super::{copy, open};
use crate::desk::Desk;

/// The newest videos.
#[tauri::command]
#[specta::specta]
pub(crate) async fn videos(desk: State<'_, Desk>) -> Answer<Vec<VideoView>> {
    desk.studio()?.videos().await
}

/// Opens a published video in the browser.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_video(app: AppHandle, desk: State<'_, Desk>, delivery_id: DeliveryId) -> Answer<()> {
    open(&app, &desk.studio()?.address(delivery_id).await?)
}

/// Copies a published video's address.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_link(app: AppHandle, desk: State<'_, Desk>, delivery_id: DeliveryId) -> Answer<()> {
    copy(&app, &desk.studio()?.address(delivery_id).await?)
}

/// Shares a published video's address by another program.
#[tauri::command]
#[specta::specta]
pub(crate) async fn share(
    app: AppHandle,
    desk: State<'_, Desk>,
    delivery_id: DeliveryId,
    target: ShareTarget,
) -> Answer<()> {
    open(&app, &desk.studio()?.share_address(delivery_id, target).await?)
}
