//! A database that cannot be opened: the window says so, and puts a backup in its place.

use std::time::Duration;

use maker_harness::{Desktop, Way, World, eventually, video};
use serde_json::json;

const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread")]
async fn t_04_a_damaged_database_gives_way_to_a_backup_in_the_window() {
    let world = World::start(Way::Loopback).await;
    let desktop = Desktop::of(&world);
    let file = world.path("chair.mp4");
    video::make(&file);
    world.done(&["draft", file.to_str().unwrap(), "--title", "Oak chair", "--to", "youtube"]).await;
    let backup = world.path("studio.backup");
    world.done(&["backup", backup.to_str().unwrap()]).await;
    let database = world.data_dir().join("studio.db");
    std::fs::write(&database, "this is no database").unwrap();

    let window = desktop.open().await;
    window.wait_for("[data-testid=closed]", PATIENCE).await;
    let words = window.text("[data-testid=closed]").await;
    assert!(words.contains("studio.db") && words.contains("left as it is"), "{words}");
    window.click("[data-testid=closed-restore]").await;
    desktop.choose_in_dialog("Choose a backup", &backup).await;
    window.click("[data-testid=ask-yes]").await;
    window.wait_for("[data-testid=closed-ready]", PATIENCE).await;
    assert_eq!(std::fs::read(&database).unwrap(), b"this is no database", "it stays until the next start");
    window.close().await;
    desktop.closed().await;

    let window = desktop.open().await;
    window.wait_for("[data-testid=draft-row]", PATIENCE).await;
    window.click("[data-testid=draft-row] a").await;
    window.wait_for("[data-testid=composer-title]", PATIENCE).await;
    let title = "return document.querySelector('[data-testid=composer-title]').value;";
    assert_eq!(window.script(title, json!([])).await, json!("Oak chair"));
    window.close().await;
    desktop.closed().await;
    let kept = eventually("what was there is kept", PATIENCE, async || {
        let mut files = std::fs::read_dir(world.data_dir()).unwrap().flatten().map(|entry| entry.path());
        files.find(|path| std::fs::read(path).is_ok_and(|bytes| bytes == b"this is no database"))
    })
    .await;
    assert!(kept.file_name().unwrap().to_string_lossy().starts_with("studio-before-"), "{}", kept.display());
}
