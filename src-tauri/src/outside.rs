//! What is shown outside the window: notices, and how far everything is at the dock or taskbar. What and when is the
//! studio's to decide, the words are the window's.

use maker_app::views::{DockView, Notice};
use maker_app::{Answer, AppError};
use maker_words::say;
use tauri::{AppHandle, Manager};
use tauri_plugin_notification::NotificationExt;
use tauri_specta::Event;

use crate::deep_link;
use crate::events::{NoticeChosen, tell};

#[cfg(target_os = "linux")]
mod launcher;

/// Under which a notice carries what it leads to.
const DELIVERY: &str = "delivery";

/// What each system calls the sound of something that has come.
const SOUND: &str = if cfg!(target_os = "macos") {
    "NSUserNotificationDefaultSoundName"
} else if cfg!(windows) {
    "Default"
} else {
    "message-new-instant"
};

/// Leads the maker to what a notice was about, whenever one is clicked.
pub(crate) fn set_up(app: &AppHandle) {
    let window = app.clone();
    let listens = app.notification().on_action(move |clicked| {
        let delivery = clicked.notification().and_then(|notice| notice.extra().get(DELIVERY));
        let delivery = delivery.and_then(|id| serde_json::from_value(id.clone()).ok());
        deep_link::raise(&window);
        tell(NoticeChosen { delivery }.emit(&window));
    });
    if let Err(error) = listens {
        tracing::warn!(%error, "a click on a notice will lead nowhere");
    }
}

/// Shows a notice in these words.
pub(crate) fn show(app: &AppHandle, notice: &Notice, title: &str, text: &str) -> Answer<()> {
    let mut shown = app.notification().builder().title(title).body(text);
    if let Some(delivery) = notice.delivery {
        shown = shown.extra(DELIVERY, delivery);
    }
    if notice.sound {
        shown = shown.sound(SOUND);
    }
    shown.show().map_err(|error| AppError::internal(say!("shell-no-notices"), error))
}

/// Takes away what hangs on the desktop: whoever has come to the window sees it there.
pub(crate) fn clear(app: &AppHandle) {
    let app = app.clone();
    // The desktop's answer takes as long as it likes.
    tauri::async_runtime::spawn_blocking(move || {
        if let Err(error) = app.notification().remove_all_active() {
            tracing::debug!(%error, "older notices stay where they are");
        }
    });
}

/// Shows how far everything is.
pub(crate) async fn show_dock(app: &AppHandle, dock: DockView) {
    #[cfg(target_os = "linux")]
    if let Err(error) = launcher::show(&app.package_info().name, dock).await {
        tracing::debug!(%error, "there is no dock to be told");
    }
    // On Linux Tauri tells Unity alone, which hardly anybody has.
    if cfg!(not(target_os = "linux"))
        && let Some(window) = app.get_webview_window("main")
    {
        use tauri::window::{ProgressBarState, ProgressBarStatus};
        let status = if dock.percent.is_some() { ProgressBarStatus::Normal } else { ProgressBarStatus::None };
        let progress = ProgressBarState { status: Some(status), progress: dock.percent.map(u64::from) };
        let badge = Some(i64::from(dock.needs_you)).filter(|count| *count > 0);
        if let Err(error) = window.set_progress_bar(progress).and_then(|()| window.set_badge_count(badge)) {
            tracing::debug!(%error, "there is no dock to be told");
        }
    }
}
