//! The types that cross to the window.

use specta_typescript::Typescript;

/// Where the window has them.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/src/ipc/bindings.ts");

/// Run with `MAKER_WRITE_BINDINGS=1` to write the file anew (`make bindings`).
#[test]
fn the_windows_types_are_those_of_the_core() {
    let fresh = tempfile_path();
    maker_studio::bindings().export(Typescript::default(), &fresh).unwrap();
    let made = std::fs::read_to_string(&fresh).unwrap();
    if std::env::var_os("MAKER_WRITE_BINDINGS").is_some() {
        std::fs::write(FILE, &made).unwrap();
    }
    let kept = std::fs::read_to_string(FILE).unwrap();
    assert!(kept == made, "ui/src/ipc/bindings.ts is stale: run `make bindings`");
}

fn tempfile_path() -> std::path::PathBuf {
    std::env::temp_dir().join(format!("maker-bindings-{}.ts", std::process::id()))
}
