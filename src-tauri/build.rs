//! Prepares Tauri's context for a package whose sources are under `src-tauri/` and whose manifest is at the root.

use std::path::Path;

fn main() {
    // Tauri embeds the built interface when the package is compiled, and does not notice a newer one by itself.
    println!("cargo:rerun-if-changed=ui/dist");
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    let embeds_interface = std::env::var_os("CARGO_FEATURE_CUSTOM_PROTOCOL").is_some();
    if embeds_interface && !Path::new("ui/dist/index.html").exists() {
        println!("cargo:error=The interface is not built. Run `make setup ui` (or `npm --prefix ui run build`) first.");
        return;
    }
    let attributes = tauri_build::Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/**/*");
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:error={error:#}");
    }
}
