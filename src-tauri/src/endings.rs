//! What files are usually called. Only for what is offered and for the words under the pointer: what a file is decides its
//! content.

use std::path::Path;

use maker_words::say;
use tauri::Runtime;
use tauri_plugin_dialog::FileDialogBuilder;

pub(crate) const VIDEOS: &[&str] = &["mp4", "m4v", "mov", "webm", "mkv"];
pub(crate) const PICTURES: &[&str] = &["jpg", "jpeg", "png", "webp"];

/// Pictures that YouTube takes as thumbnails.
pub(crate) const THUMBNAILS: &[&str] = &["jpg", "jpeg", "png"];

/// Has a dialog show files that are called so, and all others when that is asked of it. On Linux it tells capitals from
/// small letters.
pub(crate) fn offer<R: Runtime>(dialog: FileDialogBuilder<R>, name: String, endings: &[&str]) -> FileDialogBuilder<R> {
    let capitals: Vec<String> = endings.iter().map(|ending| ending.to_uppercase()).collect();
    let both: Vec<&str> = endings.iter().copied().chain(capitals.iter().map(String::as_str)).collect();
    dialog.add_filter(name, &both).add_filter(say!("shell-all-files"), &["*"])
}

/// Whether a file is called so.
pub(crate) fn ends_with(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|e| endings.iter().any(|known| e.eq_ignore_ascii_case(known)))
}
