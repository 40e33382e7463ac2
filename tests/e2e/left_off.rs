//! The window comes back where it was left: its size and place on the screen, and what it showed.

use std::time::Duration;

use maker_harness::{Desktop, Way, World, eventually};
use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_secs(30);
const WINDOW: &str = "Maker Studio";

#[tokio::test(flavor = "multi_thread")]
async fn y05_the_window_comes_back_as_it_was_and_into_view_from_off_every_screen() {
    let world = World::start(Way::Loopback).await;
    let desktop = Desktop::of(&world);
    let window = desktop.open().await;
    window.click("[data-testid=nav-settings]").await;
    window.wait_for("[data-testid=settings-search]", PATIENCE).await;
    window.place(210, 130, 1010, 690).await;
    let left = eventually("it is where it was put", PATIENCE, async || {
        let is = desktop.geometry(WINDOW).await;
        ((is.width, is.height) == (1010, 690)).then_some(is)
    })
    .await;
    eventually("where the maker is is kept", PATIENCE, async || {
        let kept = World::sql(&world.data_dir(), "SELECT value FROM settings WHERE key = 'place'").ok()?;
        kept.contains("#/settings").then_some(())
    })
    .await;
    desktop.close(WINDOW).await;

    let window = desktop.open().await;
    window.wait_for("[data-testid=settings-search]", PATIENCE).await;
    assert_eq!(desktop.geometry(WINDOW).await, left);
    desktop.close(WINDOW).await;

    // It is moved, and killed before it is closed.
    let file = world.path(".config/app.makerstudio/.window-state.json");
    let kept = || serde_json::from_slice::<Value>(&std::fs::read(&file).ok()?).ok();
    let window = desktop.open().await;
    window.place(330, 90, 1120, 720).await;
    eventually("where the window has come to rest is kept", PATIENCE, async || {
        let (kept, is) = (&kept()?["main"], desktop.geometry(WINDOW).await);
        let (x, y, width, height) = (&kept["x"], &kept["y"], &kept["width"], &kept["height"]);
        (is.width == 1120 && *x == is.x && *y == is.y && *width == is.width && *height == is.height).then_some(())
    })
    .await;
    let left = desktop.geometry(WINDOW).await;
    desktop.kill();
    desktop.closed().await;
    let window = desktop.open().await;
    window.wait_for("[data-testid=settings-search]", PATIENCE).await;
    assert_eq!(desktop.geometry(WINDOW).await, left);
    desktop.close(WINDOW).await;

    // The second screen, on which it was, is gone.
    let mut state = kept().unwrap();
    for (name, value) in [("x", 5_000), ("y", 4_000), ("prev_x", 5_000), ("prev_y", 4_000)] {
        state["main"][name] = json!(value);
    }
    std::fs::write(&file, state.to_string()).unwrap();
    let window = desktop.open().await;
    window.wait_for("[data-testid=settings-search]", PATIENCE).await;
    let is = desktop.geometry(WINDOW).await;
    assert!((0..1600).contains(&is.x) && (0..1000).contains(&is.y), "{is:?} is off the screen");
    assert_eq!((is.width, is.height), (1120, 720));
    window.close().await;
}
