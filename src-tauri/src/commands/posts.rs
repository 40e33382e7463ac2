//! Posts of the maker's own page, and their pictures.

use std::path::PathBuf;

use maker_app::Answer;
use maker_app::views::{AddedPictures, PictureStill, PostDraftView, PostView, PostsView};
use maker_domain::id::{PostId, PostMediaId};
use maker_words::say;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tokio::sync::oneshot;

use super::drafts::path;
use crate::desk::{Desk, PicturePlace};
use crate::endings::{PICTURES, offer};

/// Published posts, and those that are being written.
#[tauri::command]
#[specta::specta]
pub(crate) async fn posts(desk: State<'_, Desk>) -> Answer<PostsView> {
    desk.studio()?.posts().await
}

/// One post that is being written.
#[tauri::command]
#[specta::specta]
pub(crate) async fn post_draft(desk: State<'_, Desk>, id: PostId) -> Answer<PostDraftView> {
    desk.studio()?.post_draft(id).await
}

/// Begins a post.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_post(desk: State<'_, Desk>) -> Answer<PostDraftView> {
    desk.studio()?.new_post().await
}

/// Begins to change a published post, or goes on with it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn edit_post(desk: State<'_, Desk>, id: PostId) -> Answer<PostDraftView> {
    desk.studio()?.edit_post(id).await
}

/// Keeps what `shown` was made into.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_post(desk: State<'_, Desk>, id: PostId, shown: String, text: String) -> Answer<PostDraftView> {
    desk.studio()?.save_post(id, &shown, &text).await
}

/// What is open takes pictures that are dropped on the window, or nothing does.
#[tauri::command]
#[specta::specta]
pub(crate) async fn place_pictures(desk: State<'_, Desk>, place: Option<PicturePlace>) -> Answer<()> {
    desk.place_pictures(place);
    Ok(())
}

/// Lets the maker choose pictures in the system's dialog; closing it changes nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_pictures(app: AppHandle, desk: State<'_, Desk>, id: PostId) -> Answer<AddedPictures> {
    let (chosen, choice) = oneshot::channel();
    let dialog = app.dialog().file().set_title(say!("shell-add-pictures"));
    offer(dialog, say!("shell-pictures"), PICTURES).pick_files(move |files| {
        let _ = chosen.send(files);
    });
    let files = choice.await.ok().flatten().unwrap_or_default();
    let paths: Vec<PathBuf> = files.into_iter().filter_map(path).collect();
    desk.studio()?.add_pictures(id, &paths).await
}

/// Adds a picture from the clipboard.
#[tauri::command]
#[specta::specta]
pub(crate) async fn paste_picture(desk: State<'_, Desk>, id: PostId, base64: String) -> Answer<PostDraftView> {
    desk.studio()?.paste_picture(id, &base64).await
}

/// Puts a picture before another one, or behind all.
#[tauri::command]
#[specta::specta]
pub(crate) async fn move_picture(
    desk: State<'_, Desk>,
    id: PostId,
    picture: PostMediaId,
    before: Option<PostMediaId>,
) -> Answer<PostDraftView> {
    desk.studio()?.move_picture(id, picture, before).await
}

/// Says what is on a picture, typed over what `shown` says.
#[tauri::command]
#[specta::specta]
pub(crate) async fn describe_picture(
    desk: State<'_, Desk>,
    id: PostId,
    picture: PostMediaId,
    shown: String,
    alt: String,
) -> Answer<PostDraftView> {
    desk.studio()?.describe_picture(id, picture, &shown, &alt).await
}

/// Takes a picture off a post that is being written.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_picture(desk: State<'_, Desk>, id: PostId, picture: PostMediaId) -> Answer<PostDraftView> {
    desk.studio()?.remove_picture(id, picture).await
}

/// Puts it back where it was.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_picture(desk: State<'_, Desk>, id: PostId, picture: PostMediaId) -> Answer<PostDraftView> {
    desk.studio()?.restore_picture(id, picture).await
}

/// Publishes what is being written.
#[tauri::command]
#[specta::specta]
pub(crate) async fn publish_post(desk: State<'_, Desk>, id: PostId) -> Answer<PostView> {
    desk.studio()?.publish_post(id).await
}

/// Deletes a published post.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_post(desk: State<'_, Desk>, id: PostId) -> Answer<()> {
    desk.studio()?.delete_post(id).await
}

/// Brings a deleted post back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_post(desk: State<'_, Desk>, id: PostId) -> Answer<()> {
    desk.studio()?.restore_post(id).await
}

/// Takes what is being written off the list.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_post_draft(desk: State<'_, Desk>, id: PostId) -> Answer<()> {
    desk.studio()?.delete_post_draft(id).await
}

/// Brings it back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_post_draft(desk: State<'_, Desk>, id: PostId) -> Answer<()> {
    desk.studio()?.restore_post_draft(id).await
}

/// The composer was left: a post with nothing in it goes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn leave_post(desk: State<'_, Desk>, id: PostId) -> Answer<()> {
    desk.studio()?.leave_post(id).await
}

/// Small ones of pictures, for showing them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn picture_stills(desk: State<'_, Desk>, images: Vec<String>) -> Answer<Vec<PictureStill>> {
    desk.studio()?.picture_stills(&images).await
}
