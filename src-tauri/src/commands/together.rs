//! Several drafts written side by side.

use maker_app::Answer;
use maker_app::views::DraftView;
use maker_domain::id::DraftId;
use maker_domain::preset::PresetSettings;
use maker_domain::schedule::{Rhythm, WallTime};
use tauri::State;

use crate::desk::Desk;

/// Lays drafts out side by side.
#[tauri::command]
#[specta::specta]
pub(crate) async fn compose_together(desk: State<'_, Desk>, drafts: Vec<DraftId>) -> Answer<()> {
    desk.studio()?.compose_together(&drafts).await
}

/// The drafts that lie side by side.
#[tauri::command]
#[specta::specta]
pub(crate) async fn together(desk: State<'_, Desk>) -> Answer<Vec<DraftView>> {
    desk.studio()?.together().await
}

/// Times for these drafts, one for each in their order.
#[tauri::command]
#[specta::specta]
pub(crate) async fn stagger(
    desk: State<'_, Desk>,
    drafts: Vec<DraftId>,
    start: WallTime,
    every: Rhythm,
) -> Answer<Vec<WallTime>> {
    desk.studio()?.stagger(&drafts, &start, every).await
}

/// Puts settings on drafts.
#[tauri::command]
#[specta::specta]
pub(crate) async fn apply_settings(
    desk: State<'_, Desk>,
    settings: PresetSettings,
    drafts: Vec<DraftId>,
) -> Answer<Vec<DraftView>> {
    desk.studio()?.apply_settings(&settings, &drafts).await
}
