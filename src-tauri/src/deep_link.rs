//! Deep links: how a sign-in comes back, and how another start raises this window. Every link is hostile until the
//! sign-in it claims to belong to has checked it.

use tauri::{AppHandle, Manager};
use tauri_plugin_deep_link::DeepLinkExt;

use crate::desk::Desk;

/// Takes links from now on, and the one that started the program.
pub(crate) fn listen(app: &AppHandle) {
    // An installed package brings its own handler; a program run from a build folder makes one.
    #[cfg(all(debug_assertions, any(target_os = "linux", windows)))]
    if let Err(error) = app.deep_link().register_all() {
        tracing::warn!(%error, "links will not reach this program: its handler could not be registered");
    }
    match app.deep_link().get_current() {
        Ok(Some(links)) => links.iter().for_each(|link| take(app, link.as_str())),
        Ok(None) => {}
        Err(error) => tracing::warn!(%error, "the link that started the program could not be read"),
    }
    let taker = app.clone();
    app.deep_link().on_open_url(move |event| {
        event.urls().iter().for_each(|link| take(&taker, link.as_str()));
        raise(&taker);
    });
}

/// Brings the window to the front. What is being typed in it stays.
pub(crate) fn raise(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(error) = shown {
            tracing::warn!(%error, "the window could not be raised");
        }
    }
}

fn take(app: &AppHandle, link: &str) {
    if let Ok(studio) = app.state::<Desk>().studio() {
        studio.take_link(link);
    }
}
