//! The maker's page: the profile, services, links.

use maker_app::views::{CountryView, LinkView, ProfileView, ServiceView};
use maker_app::{Answer, Studio};
use maker_domain::id::{LinkId, ServiceId};
use maker_domain::link::LinkFields;
use maker_domain::profile::ProfileFields;
use maker_domain::service::ServiceFields;
use maker_words::say;
use tauri::{AppHandle, State};

use super::drafts::choose;
use super::{copy, open};
use crate::desk::Desk;
use crate::endings::PICTURES;

/// What the maker says of themselves.
#[tauri::command]
#[specta::specta]
pub(crate) async fn profile(desk: State<'_, Desk>) -> Answer<ProfileView> {
    desk.studio()?.profile().await
}

/// Keeps what `shown` was made into.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_profile(
    desk: State<'_, Desk>,
    shown: ProfileFields,
    fields: ProfileFields,
) -> Answer<ProfileView> {
    desk.studio()?.save_profile(&shown, &fields).await
}

/// Lets the maker choose their picture in the system's dialog; closing it changes nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_profile_picture(app: AppHandle, desk: State<'_, Desk>) -> Answer<ProfileView> {
    let studio = desk.studio()?;
    match choose(&app, say!("shell-choose-portrait"), say!("shell-pictures"), PICTURES).await {
        Some(path) => studio.set_profile_picture(&path).await,
        None => studio.profile().await,
    }
}

/// All countries by name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn countries() -> Answer<Vec<CountryView>> {
    Ok(Studio::countries())
}

/// Opens the public page in the browser.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_page(app: AppHandle, desk: State<'_, Desk>) -> Answer<()> {
    open(&app, &desk.studio()?.page_address().await?)
}

/// Copies the public page's address.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_page_link(app: AppHandle, desk: State<'_, Desk>) -> Answer<()> {
    copy(&app, &desk.studio()?.page_address().await?)
}

/// The services in their order.
#[tauri::command]
#[specta::specta]
pub(crate) async fn services(desk: State<'_, Desk>) -> Answer<Vec<ServiceView>> {
    desk.studio()?.services().await
}

/// Begins a service that is not on the page yet.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_service(desk: State<'_, Desk>) -> Answer<ServiceView> {
    desk.studio()?.new_service().await
}

/// Keeps what `shown` was made into.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_service(
    desk: State<'_, Desk>,
    id: ServiceId,
    shown: ServiceFields,
    fields: ServiceFields,
) -> Answer<ServiceView> {
    desk.studio()?.save_service(id, &shown, &fields).await
}

/// Makes a second one, behind the first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn duplicate_service(desk: State<'_, Desk>, id: ServiceId) -> Answer<ServiceView> {
    desk.studio()?.duplicate_service(id).await
}

/// Puts a service before another one, or behind all.
#[tauri::command]
#[specta::specta]
pub(crate) async fn move_service(
    desk: State<'_, Desk>,
    id: ServiceId,
    before: Option<ServiceId>,
) -> Answer<Vec<ServiceView>> {
    desk.studio()?.move_service(id, before).await
}

/// Deletes a service.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_service(desk: State<'_, Desk>, id: ServiceId) -> Answer<()> {
    desk.studio()?.delete_service(id).await
}

/// Brings a deleted service back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_service(desk: State<'_, Desk>, id: ServiceId) -> Answer<()> {
    desk.studio()?.restore_service(id).await
}

/// It was left: one with nothing in it goes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn leave_service(desk: State<'_, Desk>, id: ServiceId) -> Answer<()> {
    desk.studio()?.leave_service(id).await
}

/// The links in their order.
#[tauri::command]
#[specta::specta]
pub(crate) async fn links(desk: State<'_, Desk>) -> Answer<Vec<LinkView>> {
    desk.studio()?.links().await
}

/// Adds what was pasted.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_link(desk: State<'_, Desk>, address: String) -> Answer<LinkView> {
    desk.studio()?.add_link(&address).await
}

/// Keeps what `shown` was made into.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_link(
    desk: State<'_, Desk>,
    id: LinkId,
    shown: LinkFields,
    fields: LinkFields,
) -> Answer<LinkView> {
    desk.studio()?.save_link(id, &shown, &fields).await
}

/// Puts a link before another one, or behind all.
#[tauri::command]
#[specta::specta]
pub(crate) async fn move_link(desk: State<'_, Desk>, id: LinkId, before: Option<LinkId>) -> Answer<Vec<LinkView>> {
    desk.studio()?.move_link(id, before).await
}

/// Deletes a link.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_link(desk: State<'_, Desk>, id: LinkId) -> Answer<()> {
    desk.studio()?.delete_link(id).await
}

/// Brings a deleted link back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_link(desk: State<'_, Desk>, id: LinkId) -> Answer<()> {
    desk.studio()?.restore_link(id).await
}
