//! Drafts: adding, editing, checking, publishing.

use std::path::PathBuf;

use maker_app::views::{AddedVideos, DeliveryView, DraftSummary, DraftView, PlaylistView};
use maker_app::{Answer, AppError, ErrorCode};
use maker_domain::check::CreatorInfo;
use maker_domain::draft::DraftFields;
use maker_domain::id::{AttachmentId, DeliveryId, DraftId};
use maker_words::say;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::{DialogExt, FilePath};
use tokio::sync::oneshot;

use crate::desk::Desk;
use crate::endings::{THUMBNAILS, VIDEOS, offer};

/// Lets the maker choose videos in the system's dialog and makes a draft of each.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_videos(app: AppHandle, desk: State<'_, Desk>) -> Answer<AddedVideos> {
    let (chosen, choice) = oneshot::channel();
    videos_dialog(&app).set_title(say!("shell-add-videos")).pick_files(move |files| {
        let _ = chosen.send(files);
    });
    let files = choice.await.ok().flatten().unwrap_or_default();
    let paths: Vec<PathBuf> = files.into_iter().filter_map(path).collect();
    desk.studio()?.add_videos(&paths).await
}

/// One draft.
#[tauri::command]
#[specta::specta]
pub(crate) async fn draft(desk: State<'_, Desk>, id: DraftId) -> Answer<DraftView> {
    desk.studio()?.draft(id).await
}

/// Keeps what `shown` was made into.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_draft(
    desk: State<'_, Desk>,
    id: DraftId,
    shown: DraftFields,
    fields: DraftFields,
) -> Answer<DraftView> {
    desk.studio()?.save_draft(id, &shown, &fields).await
}

/// Takes a draft off the list.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_draft(desk: State<'_, Desk>, id: DraftId) -> Answer<()> {
    desk.studio()?.delete_draft(id).await
}

/// The composer was left: a draft with nothing in it is not kept.
#[tauri::command]
#[specta::specta]
pub(crate) async fn leave_draft(desk: State<'_, Desk>, id: DraftId) -> Answer<()> {
    desk.studio()?.leave_draft(id).await
}

/// Brings a deleted draft back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_draft(desk: State<'_, Desk>, id: DraftId) -> Answer<()> {
    desk.studio()?.restore_draft(id).await
}

/// Takes a delivery that stopped back to the composer, as a new draft for its platform.
#[tauri::command]
#[specta::specta]
pub(crate) async fn edit_again(desk: State<'_, Desk>, delivery_id: DeliveryId) -> Answer<DraftSummary> {
    desk.studio()?.edit_again(delivery_id).await
}

/// Lets the maker show where a draft's file is now, or choose another.
#[tauri::command]
#[specta::specta]
pub(crate) async fn locate_file(app: AppHandle, desk: State<'_, Desk>, id: DraftId) -> Answer<DraftView> {
    match locate(&app).await {
        Some(path) => desk.studio()?.set_file(id, &path).await,
        None => desk.studio()?.draft(id).await,
    }
}

/// Keeps a small picture of the draft's video.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_still(desk: State<'_, Desk>, id: DraftId, jpeg_base64: String) -> Answer<()> {
    desk.studio()?.set_still(id, &jpeg_base64).await
}

/// TikTok's fresh word on what the account may do, for a draft that goes there.
#[tauri::command]
#[specta::specta]
pub(crate) async fn creator_info(desk: State<'_, Desk>, id: DraftId) -> Answer<CreatorInfo> {
    let studio = desk.studio()?;
    if !studio.draft(id).await?.fields.targets.contains(&maker_domain::Platform::Tiktok) {
        return Err(AppError::new(ErrorCode::NotNow, say!("shell-no-tiktok")));
    }
    studio.creator_info().await
}

/// Publishes a draft to its ticked platforms.
#[tauri::command]
#[specta::specta]
pub(crate) async fn publish(desk: State<'_, Desk>, id: DraftId, tiktok_consent: bool) -> Answer<Vec<DeliveryView>> {
    desk.studio()?.publish(id, tiktok_consent).await
}

/// Lets the maker choose a thumbnail in the system's dialog; closing it changes nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_thumbnail(app: AppHandle, desk: State<'_, Desk>, id: DraftId) -> Answer<DraftView> {
    let studio = desk.studio()?;
    match choose(&app, say!("shell-choose-thumbnail"), say!("shell-pictures"), THUMBNAILS).await {
        Some(path) => studio.add_thumbnail(id, &path).await,
        None => studio.draft(id).await,
    }
}

/// Lets the maker choose a caption file in the system's dialog; closing it changes nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_captions(app: AppHandle, desk: State<'_, Desk>, id: DraftId) -> Answer<DraftView> {
    let studio = desk.studio()?;
    match choose(&app, say!("shell-choose-captions"), say!("shell-captions"), &["srt", "vtt"]).await {
        Some(path) => studio.add_captions(id, &path, None, "").await,
        None => studio.draft(id).await,
    }
}

/// Says what language captions are in and what viewers choose them by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn describe_captions(
    desk: State<'_, Desk>,
    id: AttachmentId,
    language: String,
    name: String,
) -> Answer<DraftView> {
    desk.studio()?.describe_captions(id, &language, &name).await
}

/// Takes a thumbnail or captions off a draft; the file stays where it is.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_attachment(desk: State<'_, Desk>, id: AttachmentId) -> Answer<DraftView> {
    desk.studio()?.remove_attachment(id).await
}

/// Gives a draft back what was taken off it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_attachment(desk: State<'_, Desk>, id: AttachmentId) -> Answer<DraftView> {
    desk.studio()?.restore_attachment(id).await
}

/// The playlists of the connected YouTube channel.
#[tauri::command]
#[specta::specta]
pub(crate) async fn playlists(desk: State<'_, Desk>) -> Answer<Vec<PlaylistView>> {
    desk.studio()?.playlists().await
}

pub(super) async fn choose(app: &AppHandle, title: String, filter: String, endings: &[&str]) -> Option<PathBuf> {
    let (chosen, choice) = oneshot::channel();
    offer(app.dialog().file().set_title(title), filter, endings).pick_file(move |file| {
        let _ = chosen.send(file);
    });
    choice.await.ok().flatten().and_then(path)
}

/// Lets the maker choose one video; `None` when the dialog was closed.
pub(super) async fn locate(app: &AppHandle) -> Option<PathBuf> {
    let (chosen, choice) = oneshot::channel();
    videos_dialog(app).set_title(say!("shell-where-is-video")).pick_file(move |file| {
        let _ = chosen.send(file);
    });
    choice.await.ok().flatten().and_then(path)
}

fn videos_dialog(app: &AppHandle) -> tauri_plugin_dialog::FileDialogBuilder<tauri::Wry> {
    offer(app.dialog().file(), say!("shell-videos"), VIDEOS)
}

pub(super) fn path(file: FilePath) -> Option<PathBuf> {
    file.into_path().ok()
}
