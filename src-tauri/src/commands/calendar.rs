//! The calendar.

use chrono::{DateTime, Utc};
use maker_app::Answer;
use maker_app::views::{CalendarItem, CalendarTray, DraftSummary};
use maker_domain::Platform;
use maker_domain::id::{DeliveryId, DraftId};
use maker_domain::schedule::WallTime;
use tauri::State;

use crate::desk::Desk;

/// What goes out, or went out, between these instants.
#[tauri::command]
#[specta::specta]
pub(crate) async fn calendar(
    desk: State<'_, Desk>,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Answer<Vec<CalendarItem>> {
    desk.studio()?.calendar(from, to).await
}

/// Drafts without a time.
#[tauri::command]
#[specta::specta]
pub(crate) async fn calendar_tray(desk: State<'_, Desk>) -> Answer<CalendarTray> {
    desk.studio()?.calendar_tray().await
}

/// Gives these platforms of a draft another time, or none.
#[tauri::command]
#[specta::specta]
pub(crate) async fn move_draft(
    desk: State<'_, Desk>,
    id: DraftId,
    platforms: Vec<Platform>,
    to: Option<WallTime>,
) -> Answer<()> {
    desk.studio()?.move_draft(id, &platforms, to.as_ref()).await
}

/// Gives a delivery that has not begun another time; without one it goes now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reschedule(desk: State<'_, Desk>, id: DeliveryId, to: Option<WallTime>) -> Answer<()> {
    desk.studio()?.reschedule(id, to.as_ref()).await
}

/// An empty draft with a time.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_draft_at(desk: State<'_, Desk>, at: WallTime) -> Answer<DraftSummary> {
    desk.studio()?.new_draft_at(&at).await
}

/// The first free one of the maker's slots.
#[tauri::command]
#[specta::specta]
pub(crate) async fn next_slot(desk: State<'_, Desk>) -> Answer<Option<WallTime>> {
    desk.studio()?.next_slot().await
}
