//! Files dropped on the window. Their paths stay on this side: the window hears how many there are, and then of drafts.

use std::path::{Path, PathBuf};

use tauri::{DragDropEvent, Manager, Window, WindowEvent};
use tauri_specta::Event;

use crate::desk::Desk;
use crate::events::{DropHover, DropLeave, VideosAdded, tell};

/// What video files are usually called. Only for the words under the pointer: what a file is decides its content.
const ENDINGS: [&str; 5] = ["mp4", "m4v", "mov", "webm", "mkv"];

pub(crate) fn on_window_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(drag) = event else { return };
    match drag {
        DragDropEvent::Enter { paths, .. } => {
            let videos = paths.iter().filter(|p| looks_like_video(p)).count();
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            tell(DropHover { videos: count(videos), others: count(paths.len() - videos) }.emit(window.app_handle()));
        }
        DragDropEvent::Drop { paths, .. } => {
            tell(DropLeave {}.emit(window.app_handle()));
            add(window, paths.clone());
        }
        DragDropEvent::Leave => tell(DropLeave {}.emit(window.app_handle())),
        _ => {}
    }
}

fn add(window: &Window, paths: Vec<PathBuf>) {
    let app = window.app_handle().clone();
    let Ok(studio) = app.state::<Desk>().studio().cloned() else { return };
    tauri::async_runtime::spawn(async move {
        match studio.add_videos(&paths).await {
            Ok(added) => tell(VideosAdded(added).emit(&app)),
            Err(error) => tracing::error!(%error, cause = ?error.cause, "dropped files could not be added"),
        }
    });
}

fn looks_like_video(path: &Path) -> bool {
    path.extension().is_some_and(|e| ENDINGS.iter().any(|known| e.eq_ignore_ascii_case(known)))
}
