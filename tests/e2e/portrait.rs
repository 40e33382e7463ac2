//! The maker's own picture: chosen in a dialog, dropped on the profile, taken back, and there at the next start.

use std::time::Duration;

use maker_harness::{Desktop, Way, World, eventually, video};

const PATIENCE: Duration = Duration::from_secs(30);
/// What a press of the toast's own button takes back.
const UNDO: &str = "[data-testid=toast-undo]";

/// The picture that the profile has, by its name.
fn kept(world: &World) -> Option<String> {
    World::sql(&world.data_dir(), "SELECT picture FROM makers WHERE picture IS NOT NULL").ok().filter(|p| !p.is_empty())
}

async fn becomes(world: &World, what: &str, good: impl Fn(Option<String>) -> bool) {
    eventually(what, PATIENCE, async || good(kept(world)).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_makers_picture_is_chosen_dropped_taken_back_and_there_at_the_next_start() {
    let world = World::start(Way::Loopback).await;
    let desktop = Desktop::of(&world);
    let (mugs, film, chair) = (world.path("two mugs.jpg"), world.path("chair.mp4"), world.path("chair.png"));
    video::make_picture(&mugs);
    video::make_wide(&film);
    video::make_picture(&chair);
    let window = desktop.open().await;
    window.resize(1200, 900).await;
    window.click("[data-testid=nav-profile]").await;

    window.click("[data-testid=choose-picture]").await;
    desktop.choose_in_dialog("Choose your picture", &mugs).await;
    window.wait_for("[data-testid=profile-picture] img", PATIENCE).await;
    let first = kept(&world).expect("the picture that is seen is kept");

    // What is no picture is named, and changes nothing.
    window.click("[data-testid=choose-picture]").await;
    desktop.choose_in_dialog("Choose your picture", &film).await;
    window.wait_for("[data-testid=picture-error]", PATIENCE).await;
    assert_eq!(kept(&world).as_ref(), Some(&first));

    // Which of two it is to be nobody can guess.
    let source = desktop.drag(&[&mugs, &chair]).await;
    desktop.carry_to((600, 450)).await;
    window.wait_for("[data-testid=drop-overlay]", PATIENCE).await;
    desktop.let_go().await;
    eventually("several are refused", PATIENCE, async || {
        window.text("[data-testid=picture-error]").await.contains('2').then_some(())
    })
    .await;
    assert_eq!(kept(&world).as_ref(), Some(&first));
    drop(source);

    let _source = desktop.drag(&[&chair]).await;
    desktop.carry_to((600, 450)).await;
    window.wait_for("[data-testid=drop-overlay]", PATIENCE).await;
    let told = window.text("[data-testid=drop-overlay]").await;
    assert!(told.contains("your picture"), "{told}");
    desktop.let_go().await;
    becomes(&world, "the one that was dropped takes its place", |now| now.is_some_and(|now| now != first)).await;
    window.wait_for(UNDO, PATIENCE).await;
    assert!(!window.has("[data-testid=picture-error]").await, "what was wrong before is not wrong any more");
    window.click(UNDO).await;
    becomes(&world, "it can be taken back", |now| now.as_ref() == Some(&first)).await;

    window.click("[data-testid=remove-picture]").await;
    becomes(&world, "it can be taken off", |now| now.is_none()).await;
    window.click(UNDO).await;
    becomes(&world, "that can be taken back too", |now| now.as_ref() == Some(&first)).await;
    window.close().await;
    desktop.closed().await;

    std::fs::remove_file(&mugs).unwrap();
    let window = desktop.open().await;
    window.click("[data-testid=nav-profile]").await;
    window.wait_for("[data-testid=profile-picture] img", PATIENCE).await;
    window.close().await;
}
