//! Files dropped on the window. Their paths stay on this side: the window hears how many there are, and then of drafts, or
//! of the pictures of what is open: a post that is being written, or the profile.

use std::path::PathBuf;

use maker_domain::id::PostId;
use maker_words::say;
use tauri::{AppHandle, DragDropEvent, Manager, Window, WindowEvent};
use tauri_specta::Event;

use crate::desk::{Desk, PicturePlace};
use crate::endings::{PICTURES, VIDEOS, ends_with};
use crate::events::{DropHover, DropLeave, PicturesAdded, PortraitDropped, VideosAdded, tell};

pub(crate) fn on_window_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(drag) = event else { return };
    let app = window.app_handle();
    match drag {
        DragDropEvent::Enter { paths, .. } => {
            let place = app.state::<Desk>().picture_place();
            let videos = paths.iter().filter(|path| ends_with(path, VIDEOS)).count();
            let pictures = paths.iter().filter(|path| place.is_some() && ends_with(path, PICTURES)).count();
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let others = count(paths.len() - videos - pictures);
            tell(DropHover { videos: count(videos), pictures: count(pictures), others, place }.emit(app));
        }
        DragDropEvent::Drop { paths, .. } => {
            tell(DropLeave {}.emit(app));
            let place = app.state::<Desk>().picture_place();
            let (videos, pictures) = paths.iter().cloned().partition(|path| place.is_none() || ends_with(path, VIDEOS));
            match place {
                Some(PicturePlace::Post { id }) => add_pictures(app, id, pictures),
                Some(PicturePlace::Profile) => set_portrait(app, pictures),
                None => {}
            }
            add_videos(app, videos);
        }
        DragDropEvent::Leave => tell(DropLeave {}.emit(app)),
        _ => {}
    }
}

fn add_videos(app: &AppHandle, paths: Vec<PathBuf>) {
    let app = app.clone();
    let Ok(studio) = app.state::<Desk>().studio().cloned() else { return };
    if paths.is_empty() {
        return;
    }
    tauri::async_runtime::spawn(async move {
        match studio.add_videos(&paths).await {
            Ok(added) => tell(VideosAdded(added).emit(&app)),
            Err(error) => tracing::error!(%error, cause = ?error.cause, "dropped files could not be added"),
        }
    });
}

fn add_pictures(app: &AppHandle, post: PostId, paths: Vec<PathBuf>) {
    let app = app.clone();
    let Ok(studio) = app.state::<Desk>().studio().cloned() else { return };
    if paths.is_empty() {
        return;
    }
    tauri::async_runtime::spawn(async move {
        match studio.add_pictures(post, &paths).await {
            Ok(added) => tell(PicturesAdded(added).emit(&app)),
            Err(error) => tracing::error!(%error, cause = ?error.cause, "dropped pictures could not be added"),
        }
    });
}

/// There is one picture of the maker: which of several it is to be nobody can guess.
fn set_portrait(app: &AppHandle, paths: Vec<PathBuf>) {
    let app = app.clone();
    let Ok(studio) = app.state::<Desk>().studio().cloned() else { return };
    tauri::async_runtime::spawn(async move {
        let refused = match &paths[..] {
            [] => return,
            [one] => studio.set_profile_picture(one).await.err().map(|error| error.message),
            several => Some(say!("shell-one-portrait", count = several.len())),
        };
        tell(PortraitDropped { refused }.emit(&app));
    });
}
