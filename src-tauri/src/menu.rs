//! The menu of a Mac, which every program there has at the top of the screen. On Linux and Windows there is none: a bar in
//! the window would stand over our own frame, and everything in it is in the palette and in the menus beside things.
//! Decision 0028.

use tauri::menu::{AboutMetadata, Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Wry};
use tauri_specta::Event;

use crate::events::{MenuChosen, tell};

const NAME: &str = "Maker Studio";

/// Lines of ours: what they say, and the shortcut of the window that does the same and stands beside them.
const SETTINGS: (&str, &str, &str) = ("goSettings", "Settings…", "CmdOrCtrl+,");
const ADD_VIDEOS: (&str, &str, &str) = ("addVideos", "Add Videos…", "CmdOrCtrl+O");
const PALETTE: (&str, &str, &str) = ("palette", "Search or Do…", "CmdOrCtrl+K");
const HELP: (&str, &str, &str) = ("help", "Keyboard Shortcuts", "");

/// Puts the menu up where the system has a place for it.
pub(crate) fn set_up(app: &AppHandle) -> tauri::Result<()> {
    // No `cfg`: what is only run on a Mac is compiled everywhere.
    if !cfg!(target_os = "macos") {
        return Ok(());
    }
    app.set_menu(menu(app)?)?;
    app.on_menu_event(|app, event: MenuEvent| tell(MenuChosen { shortcut: event.id().0.clone() }.emit(app)));
    Ok(())
}

fn menu(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let separator = || PredefinedMenuItem::separator(app);
    let about = AboutMetadata { name: Some(NAME.into()), ..AboutMetadata::default() };
    let program = Submenu::with_items(
        app,
        NAME,
        true,
        &[
            &PredefinedMenuItem::about(app, None, Some(about))?,
            &separator()?,
            &line(app, SETTINGS)?,
            &separator()?,
            &PredefinedMenuItem::services(app, None)?,
            &separator()?,
            &PredefinedMenuItem::hide(app, None)?,
            &PredefinedMenuItem::hide_others(app, None)?,
            &PredefinedMenuItem::show_all(app, None)?,
            &separator()?,
            &PredefinedMenuItem::quit(app, None)?,
        ],
    )?;
    let file = Submenu::with_items(
        app,
        "File",
        true,
        &[&line(app, ADD_VIDEOS)?, &separator()?, &PredefinedMenuItem::close_window(app, None)?],
    )?;
    let edit = Submenu::with_items(
        app,
        "Edit",
        true,
        &[
            &PredefinedMenuItem::undo(app, None)?,
            &PredefinedMenuItem::redo(app, None)?,
            &separator()?,
            &PredefinedMenuItem::cut(app, None)?,
            &PredefinedMenuItem::copy(app, None)?,
            &PredefinedMenuItem::paste(app, None)?,
            &PredefinedMenuItem::select_all(app, None)?,
            &separator()?,
            &line(app, PALETTE)?,
        ],
    )?;
    let window = Submenu::with_items(
        app,
        "Window",
        true,
        &[
            &PredefinedMenuItem::minimize(app, None)?,
            &PredefinedMenuItem::maximize(app, None)?,
            &PredefinedMenuItem::fullscreen(app, None)?,
        ],
    )?;
    let help = Submenu::with_items(app, "Help", true, &[&line(app, HELP)?])?;
    Menu::with_items(app, &[&program, &file, &edit, &window, &help])
}

fn line(app: &AppHandle, (shortcut, text, keys): (&str, &str, &str)) -> tauri::Result<MenuItem<Wry>> {
    MenuItem::with_id(app, shortcut, text, true, Some(keys).filter(|keys| !keys.is_empty()))
}
