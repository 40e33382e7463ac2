//! The library: looking through it, using what is in it again, taking out and bringing back.

use maker_app::Answer;
use maker_app::views::{EntryDetailsView, EntryStill, LibraryView, UsedAgain};
use maker_domain::Platform;
use maker_domain::id::EntryId;
use maker_domain::library::{LibraryFilter, LibraryOrder, LibraryPlace};
use tauri::{AppHandle, State};

use super::{copy, open};
use crate::desk::Desk;

/// A part of the library, behind `after`.
#[tauri::command]
#[specta::specta]
pub(crate) async fn library(
    desk: State<'_, Desk>,
    filter: LibraryFilter,
    order: LibraryOrder,
    after: Option<LibraryPlace>,
    limit: u32,
) -> Answer<LibraryView> {
    desk.studio()?.library(&filter, order, after.as_ref(), limit).await
}

/// The ids of everything that is meant.
#[tauri::command]
#[specta::specta]
pub(crate) async fn library_ids(
    desk: State<'_, Desk>,
    filter: LibraryFilter,
    order: LibraryOrder,
) -> Answer<Vec<EntryId>> {
    desk.studio()?.library_ids(&filter, order).await
}

/// Small pictures of videos and drafts.
#[tauri::command]
#[specta::specta]
pub(crate) async fn library_stills(desk: State<'_, Desk>, ids: Vec<EntryId>) -> Answer<Vec<EntryStill>> {
    desk.studio()?.library_stills(&ids).await
}

/// Everything that is known about an entry.
#[tauri::command]
#[specta::specta]
pub(crate) async fn library_entry(desk: State<'_, Desk>, id: EntryId) -> Answer<EntryDetailsView> {
    desk.studio()?.library_entry(id).await
}

/// Opens an entry on a platform in the browser.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_place(app: AppHandle, desk: State<'_, Desk>, id: EntryId, platform: Platform) -> Answer<()> {
    open(&app, &desk.studio()?.place_address(id, platform).await?)
}

/// Copies the addresses of entries, one a line, and tells how many those are.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_links(app: AppHandle, desk: State<'_, Desk>, ids: Vec<EntryId>) -> Answer<u32> {
    let all = desk.studio()?.addresses(&ids).await?;
    copy(&app, &all.join("\n"))?;
    Ok(u32::try_from(all.len()).unwrap_or(u32::MAX))
}

/// Makes something new of a published entry.
#[tauri::command]
#[specta::specta]
pub(crate) async fn use_again(desk: State<'_, Desk>, id: EntryId) -> Answer<UsedAgain> {
    desk.studio()?.use_again(id).await
}

/// Takes entries out of the library; nothing on a platform changes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_entries(desk: State<'_, Desk>, ids: Vec<EntryId>) -> Answer<Vec<EntryId>> {
    desk.studio()?.remove_entries(&ids).await
}

/// Brings entries back that were taken out.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_entries(desk: State<'_, Desk>, ids: Vec<EntryId>) -> Answer<u32> {
    desk.studio()?.restore_entries(&ids).await
}
