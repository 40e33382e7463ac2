//! Connections.

use maker_app::views::{ConnectionView, Disconnected, HelpLink, SignInView};
use maker_app::{Answer, Studio};
use maker_domain::Platform;
use maker_domain::id::SignInId;
use tauri::{AppHandle, State};

use super::{copy, open};
use crate::desk::Desk;

/// Every platform, connected or not.
#[tauri::command]
#[specta::specta]
pub(crate) async fn connections(desk: State<'_, Desk>) -> Answer<Vec<ConnectionView>> {
    desk.studio()?.connections().await
}

/// Begins a sign-in and opens the browser; `extras` also asks for the rights that captions and playlists need. When no
/// browser opens, the sign-in waits all the same: its address can be copied.
#[tauri::command]
#[specta::specta]
pub(crate) async fn connect(
    app: AppHandle,
    desk: State<'_, Desk>,
    platform: Platform,
    extras: bool,
) -> Answer<SignInView> {
    let sign_in = desk.studio()?.connect(platform, extras).await?;
    if let Err(error) = open(&app, &sign_in.authorize_url) {
        tracing::warn!(cause = ?error.cause, "no browser opened for a sign-in");
    }
    Ok(sign_in)
}

/// Opens the browser once more for a sign-in that waits.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_sign_in(app: AppHandle, desk: State<'_, Desk>, id: SignInId) -> Answer<()> {
    open(&app, &desk.studio()?.sign_in(id)?.authorize_url)
}

/// Copies the address of a sign-in that waits.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_sign_in_link(app: AppHandle, desk: State<'_, Desk>, id: SignInId) -> Answer<()> {
    copy(&app, &desk.studio()?.sign_in(id)?.authorize_url)
}

/// Ends a sign-in that waits.
#[tauri::command]
#[specta::specta]
pub(crate) async fn cancel_sign_in(desk: State<'_, Desk>, id: SignInId) -> Answer<()> {
    desk.studio()?.cancel_sign_in(id);
    Ok(())
}

/// Gives the rights back and forgets the sign-in.
#[tauri::command]
#[specta::specta]
pub(crate) async fn disconnect(desk: State<'_, Desk>, platform: Platform) -> Answer<Disconnected> {
    desk.studio()?.disconnect(platform).await
}

/// Opens a page of the fixed list.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_help(app: AppHandle, link: HelpLink) -> Answer<()> {
    open(&app, Studio::help_address(link))
}
