//! How this desk stands with the backend, what waits, and what was edited on two devices.

use maker_app::views::{ConflictView, PendingEdit, SyncStatus};
use maker_app::{Answer, Resolution};
use serde::Deserialize;
use specta::Type;
use tauri::State;
use uuid::Uuid;

use crate::desk::Desk;

/// How the maker settles a value that was kept beside the one that is shown.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Settling {
    /// Show the kept value from here on.
    Use,
    /// Make a second draft with it. For drafts only.
    KeepBoth,
    /// Leave what is shown.
    Dismiss,
}

impl From<Settling> for Resolution {
    fn from(settling: Settling) -> Self {
        match settling {
            Settling::Use => Self::Use,
            Settling::KeepBoth => Self::KeepBoth,
            Settling::Dismiss => Self::Dismiss,
        }
    }
}

/// How sync stands.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sync_status(desk: State<'_, Desk>) -> Answer<SyncStatus> {
    desk.studio()?.sync_status().await
}

/// Brings everything there and back, and answers when that is done.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sync_now(desk: State<'_, Desk>) -> Answer<SyncStatus> {
    desk.studio()?.sync_now().await
}

/// Edits that are only on this device: those that wait, and those that were refused.
#[tauri::command]
#[specta::specta]
pub(crate) async fn pending_edits(desk: State<'_, Desk>) -> Answer<Vec<PendingEdit>> {
    desk.studio()?.pending_edits().await
}

/// Gives a refused edit up.
#[tauri::command]
#[specta::specta]
pub(crate) async fn discard_refused(desk: State<'_, Desk>, id: Uuid) -> Answer<()> {
    desk.studio()?.discard_refused(id).await
}

/// What was edited on two devices and is not settled.
#[tauri::command]
#[specta::specta]
pub(crate) async fn conflicts(desk: State<'_, Desk>) -> Answer<Vec<ConflictView>> {
    desk.studio()?.conflicts().await
}

/// Settles one kept value; `seen` is what the screen showed beside it. Answers the new draft when both are kept.
#[tauri::command]
#[specta::specta]
pub(crate) async fn resolve_conflict(
    desk: State<'_, Desk>,
    table: String,
    row: Uuid,
    version: String,
    seen: String,
    how: Settling,
) -> Answer<Option<Uuid>> {
    desk.studio()?.resolve_conflict(&table, row, &version, &seen, how.into()).await
}
