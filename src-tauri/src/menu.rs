//! The menu of a Mac, which every program there has at the top of the screen. On Linux and Windows there is none: a bar in
//! the window would stand over our own frame, and everything in it is in the palette and in the menus beside things.
//! Decision 0028.

use maker_words::say;
use tauri::menu::{AboutMetadata, Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Wry};
use tauri_specta::Event;

use crate::events::{MenuChosen, tell};

const NAME: &str = "Maker Studio";

/// Puts the menu up where the system has a place for it.
pub(crate) fn set_up(app: &AppHandle) -> tauri::Result<()> {
    app.on_menu_event(|app, event: MenuEvent| tell(MenuChosen { shortcut: event.id().0.clone() }.emit(app)));
    speak(app)
}

/// Puts it up in the language that is spoken now.
pub(crate) fn speak(app: &AppHandle) -> tauri::Result<()> {
    // No `cfg`: what is only run on a Mac is compiled everywhere.
    if cfg!(target_os = "macos") {
        app.set_menu(menu(app)?)?;
    }
    Ok(())
}

/// The system has words of its own for its lines, but only in English: each is said.
fn menu(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let separator = || PredefinedMenuItem::separator(app);
    let about = AboutMetadata { name: Some(NAME.into()), ..AboutMetadata::default() };
    let program = Submenu::with_items(
        app,
        NAME,
        true,
        &[
            &PredefinedMenuItem::about(app, Some(&say!("shell-menu-about")), Some(about))?,
            &separator()?,
            &line(app, "goSettings", say!("shell-menu-settings"), Some("CmdOrCtrl+,"))?,
            &separator()?,
            &PredefinedMenuItem::services(app, Some(&say!("shell-menu-services")))?,
            &separator()?,
            &PredefinedMenuItem::hide(app, Some(&say!("shell-menu-hide")))?,
            &PredefinedMenuItem::hide_others(app, Some(&say!("shell-menu-hide-others")))?,
            &PredefinedMenuItem::show_all(app, Some(&say!("shell-menu-show-all")))?,
            &separator()?,
            &PredefinedMenuItem::quit(app, Some(&say!("shell-menu-quit")))?,
        ],
    )?;
    let file = Submenu::with_items(
        app,
        say!("shell-menu-file"),
        true,
        &[
            &line(app, "addVideos", say!("shell-menu-add-videos"), Some("CmdOrCtrl+O"))?,
            &separator()?,
            &PredefinedMenuItem::close_window(app, Some(&say!("shell-menu-close")))?,
        ],
    )?;
    let edit = Submenu::with_items(
        app,
        say!("shell-menu-edit"),
        true,
        &[
            &PredefinedMenuItem::undo(app, Some(&say!("shell-menu-undo")))?,
            &PredefinedMenuItem::redo(app, Some(&say!("shell-menu-redo")))?,
            &separator()?,
            &PredefinedMenuItem::cut(app, Some(&say!("shell-menu-cut")))?,
            &PredefinedMenuItem::copy(app, Some(&say!("shell-menu-copy")))?,
            &PredefinedMenuItem::paste(app, Some(&say!("shell-menu-paste")))?,
            &PredefinedMenuItem::select_all(app, Some(&say!("shell-menu-select-all")))?,
            &separator()?,
            &line(app, "palette", say!("shell-menu-palette"), Some("CmdOrCtrl+K"))?,
        ],
    )?;
    let window = Submenu::with_items(
        app,
        say!("shell-menu-window"),
        true,
        &[
            &PredefinedMenuItem::minimize(app, Some(&say!("shell-menu-minimize")))?,
            &PredefinedMenuItem::maximize(app, Some(&say!("shell-menu-zoom")))?,
            &PredefinedMenuItem::fullscreen(app, Some(&say!("shell-menu-full-screen")))?,
        ],
    )?;
    let shortcuts = line(app, "help", say!("shell-menu-shortcuts"), None)?;
    let help = Submenu::with_items(app, say!("shell-menu-help"), true, &[&shortcuts])?;
    Menu::with_items(app, &[&program, &file, &edit, &window, &help])
}

/// A line of ours: the shortcut of the window that does the same, what it says, and the keys that stand beside it.
fn line(app: &AppHandle, shortcut: &str, text: String, keys: Option<&str>) -> tauri::Result<MenuItem<Wry>> {
    MenuItem::with_id(app, shortcut, text, true, keys)
}
