//! What the maker writes and chooses again and again: snippets and presets.

use maker_app::Answer;
use maker_app::views::{PresetView, SnippetView};
use maker_domain::id::{DraftId, PresetId, SnippetId};
use maker_domain::preset::PresetSettings;
use maker_domain::snippet::SnippetFields;
use tauri::State;

use crate::desk::Desk;

/// The snippets in their order.
#[tauri::command]
#[specta::specta]
pub(crate) async fn snippets(desk: State<'_, Desk>) -> Answer<Vec<SnippetView>> {
    desk.studio()?.snippets().await
}

/// Adds a snippet behind the others.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_snippet(desk: State<'_, Desk>, fields: SnippetFields) -> Answer<SnippetView> {
    desk.studio()?.new_snippet(&fields).await
}

/// Keeps what was typed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_snippet(desk: State<'_, Desk>, id: SnippetId, fields: SnippetFields) -> Answer<SnippetView> {
    desk.studio()?.save_snippet(id, &fields).await
}

/// Puts a snippet before another one, or behind all.
#[tauri::command]
#[specta::specta]
pub(crate) async fn move_snippet(
    desk: State<'_, Desk>,
    id: SnippetId,
    before: Option<SnippetId>,
) -> Answer<Vec<SnippetView>> {
    desk.studio()?.move_snippet(id, before).await
}

/// Deletes a snippet.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_snippet(desk: State<'_, Desk>, id: SnippetId) -> Answer<()> {
    desk.studio()?.delete_snippet(id).await
}

/// Brings a deleted snippet back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_snippet(desk: State<'_, Desk>, id: SnippetId) -> Answer<()> {
    desk.studio()?.restore_snippet(id).await
}

/// The presets by name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn presets(desk: State<'_, Desk>) -> Answer<Vec<PresetView>> {
    desk.studio()?.presets().await
}

/// Keeps settings under a name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_preset(desk: State<'_, Desk>, name: String, settings: PresetSettings) -> Answer<PresetView> {
    desk.studio()?.new_preset(&name, &settings).await
}

/// Keeps what of a draft's settings may be kept, under a name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preset_of_draft(desk: State<'_, Desk>, draft: DraftId, name: String) -> Answer<PresetView> {
    desk.studio()?.preset_of_draft(draft, &name).await
}

/// Gives a preset another name and other settings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_preset(
    desk: State<'_, Desk>,
    id: PresetId,
    name: String,
    settings: PresetSettings,
) -> Answer<PresetView> {
    desk.studio()?.save_preset(id, &name, &settings).await
}

/// Lets new drafts begin with this preset, or with none.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_default_preset(desk: State<'_, Desk>, id: Option<PresetId>) -> Answer<()> {
    desk.studio()?.set_default_preset(id).await
}

/// Deletes a preset.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_preset(desk: State<'_, Desk>, id: PresetId) -> Answer<()> {
    desk.studio()?.delete_preset(id).await
}

/// Brings a deleted preset back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_preset(desk: State<'_, Desk>, id: PresetId) -> Answer<()> {
    desk.studio()?.restore_preset(id).await
}
