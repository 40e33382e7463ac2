//! What was typed before: versions, steps back and forth, what was deleted, the last place.

use maker_app::views::{DeletedView, Place, VersionsView};
use maker_app::{Answer, Way};
use maker_domain::deleted::Deletable;
use maker_domain::draft::DraftFields;
use maker_domain::id::DraftId;
use maker_domain::versions::FieldChange;
use tauri::State;
use uuid::Uuid;

use crate::desk::Desk;

/// The versions of a draft, newest first, or those that follow on one of them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn versions(desk: State<'_, Desk>, id: DraftId, after: Option<Uuid>) -> Answer<VersionsView> {
    desk.studio()?.versions(id, after).await
}

/// What restoring a version would do.
#[tauri::command]
#[specta::specta]
pub(crate) async fn compare_version(desk: State<'_, Desk>, id: DraftId, version: Uuid) -> Answer<Vec<FieldChange>> {
    desk.studio()?.compare_version(id, version).await
}

/// Makes what `shown` was into what a version said.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_version(
    desk: State<'_, Desk>,
    id: DraftId,
    version: Uuid,
    shown: DraftFields,
) -> Answer<()> {
    desk.studio()?.restore_version(id, version, Some(&shown)).await
}

/// Takes back the latest step in a draft.
#[tauri::command]
#[specta::specta]
pub(crate) async fn undo_step(desk: State<'_, Desk>, id: DraftId) -> Answer<Option<Vec<String>>> {
    desk.studio()?.step(id, Way::Undo).await
}

/// Does again what was taken back last.
#[tauri::command]
#[specta::specta]
pub(crate) async fn redo_step(desk: State<'_, Desk>, id: DraftId) -> Answer<Option<Vec<String>>> {
    desk.studio()?.step(id, Way::Redo).await
}

/// What was deleted and can come back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn deleted(desk: State<'_, Desk>) -> Answer<Vec<DeletedView>> {
    desk.studio()?.deleted().await
}

/// Brings it back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_deleted(desk: State<'_, Desk>, kind: Deletable, id: Uuid) -> Answer<()> {
    desk.studio()?.restore_deleted(kind, id).await
}

/// Where the window was last.
#[tauri::command]
#[specta::specta]
pub(crate) async fn last_place(desk: State<'_, Desk>) -> Answer<Option<Place>> {
    desk.studio()?.last_place().await
}

/// Keeps where it is now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn keep_place(desk: State<'_, Desk>, place: Place) -> Answer<()> {
    desk.studio()?.keep_place(&place).await
}
