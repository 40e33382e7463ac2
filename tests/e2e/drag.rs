//! Files dragged out of another program by the mouse, and dropped on the window.

use std::time::Duration;

use maker_harness::{Desktop, Way, World, video};

const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread")]
async fn g_09_a_video_dragged_from_another_program_becomes_a_draft() {
    let world = World::start(Way::Loopback).await;
    let desktop = Desktop::of(&world);
    let (film, notes) = (world.path("oak chair #1.mp4"), world.path("notes.txt"));
    video::make(&film);
    std::fs::write(&notes, "Oil twice.").unwrap();
    let window = desktop.open().await;
    window.resize(1200, 900).await;
    window.wait_for("[data-testid=add-videos]", PATIENCE).await;

    let _source = desktop.drag(&[&film, &notes]).await;
    desktop.carry_to((600, 450)).await;
    window.wait_for("[data-testid=drop-overlay]", PATIENCE).await;
    let told = window.text("[data-testid=drop-overlay]").await;
    assert!(told.contains("Add 1 video"), "{told}");
    desktop.let_go().await;

    window.wait_for("[data-testid=composer-title]", PATIENCE).await;
    assert!(!window.has("[data-testid=drop-overlay]").await, "what will happen is told after it has");
    assert!(film.exists(), "a drag took the file away");
    let drafts = World::sql(&world.data_dir(), "SELECT file_name FROM draft_media").unwrap();
    assert_eq!(drafts, "oak chair #1.mp4");
}
