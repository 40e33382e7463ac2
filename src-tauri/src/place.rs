//! The window's size and place. Tauri's plugin keeps them at a clean end alone; here also soon after each move, for a
//! program that is killed.

use std::sync::Arc;
use std::time::Duration;

use tauri::{AppHandle, Manager, WindowEvent};
use tauri_plugin_window_state::{AppHandleExt, StateFlags};
use tokio::sync::Notify;
use tokio::time::timeout;

/// A window that has not been moved for so long has come to rest.
const REST: Duration = Duration::from_secs(1);

/// Keeps the window's size and place whenever it has come to rest.
pub(crate) fn set_up(app: &AppHandle) {
    let Some(window) = app.get_webview_window("main") else { return };
    let moved = Arc::new(Notify::new());
    let hears = Arc::clone(&moved);
    window.on_window_event(move |event| {
        if let WindowEvent::Moved(_) | WindowEvent::Resized(_) = event {
            hears.notify_one();
        }
    });
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        loop {
            moved.notified().await;
            while timeout(REST, moved.notified()).await.is_ok() {}
            let keeper = app.clone();
            // On the thread of the window: the plugin asks it for its place while it holds what a move of it waits for.
            let asked = app.run_on_main_thread(move || {
                if let Err(error) = keeper.save_window_state(StateFlags::all()) {
                    tracing::warn!(%error, "the window's place is kept at its end only");
                }
            });
            if asked.is_err() {
                return;
            }
        }
    });
}
