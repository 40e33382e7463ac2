//! What the real window tells a maker who looks elsewhere: by the desktop's notification server, at its dock, and by
//! starting with the computer. The services are those that a desktop runs on its session bus.

use std::time::Duration;

use maker_harness::{Desktop, Dock, Notices, Way, World, eventually, video};
use serde_json::json;

const PATIENCE: Duration = Duration::from_secs(60);
const WINDOW: &str = "Maker Studio";

/// Puts a video into the queue by the command line; the window sends it.
async fn queue(world: &World, name: &str, title: &str, megabytes: u64) {
    let file = world.path(name);
    video::make_of_size(&file, megabytes);
    let mut arguments = vec!["publish", file.to_str().unwrap(), "--title", title, "--to", "youtube"];
    arguments.extend(["--privacy", "public", "--made-for-kids", "no", "--ai-made", "no", "--wait", "0"]);
    let queued = world.maker(&arguments).await;
    assert_eq!(queued.code, Some(4), "{queued:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn y02_t03_what_is_published_while_the_maker_looks_elsewhere_is_told_and_leads_there_when_clicked() {
    let world = World::start(Way::Loopback).await;
    let (desktop, notices) = (Desktop::of(&world), Notices::serve(&world.session).await);
    world.connect("youtube").await;
    let window = desktop.open().await;
    window.wait_for("[data-testid=add-videos]", PATIENCE).await;

    // In front nothing is told: the first notice of all will be about what comes after.
    desktop.turn_to(WINDOW).await;
    queue(&world, "stool.mp4", "A stool", 3).await;
    window.wait_for("[data-testid=delivery-row][data-state=PUBLISHED]", PATIENCE).await;
    window.click("[data-testid=nav-settings]").await;
    window.wait_for("[data-testid=notices-finished-switch]", PATIENCE).await;

    let _other = desktop.turn_away().await;
    queue(&world, "chair.mp4", "Oak & ash", 3).await;
    let shown = eventually("it is told", PATIENCE, async || {
        let shown = notices.shown();
        (!shown.is_empty()).then_some(shown)
    })
    .await;
    assert_eq!(
        (shown.len(), shown[0].title.as_str(), shown[0].text.as_str()),
        (1, "Oak & ash", "Published on YouTube")
    );
    assert!(shown[0].can_be_clicked && !shown[0].sounds, "{shown:?}");
    assert_eq!(shown[0].program, "maker-studio");

    notices.click(0).await;
    let focused = "return document.activeElement?.closest('[data-testid=delivery-row]')?.textContent ?? ''";
    eventually("its row has the focus", PATIENCE, async || {
        let row = window.script(focused, json!([])).await;
        row.as_str().filter(|row| row.contains("Oak & ash")).map(drop)
    })
    .await;
    eventually("the window is in front", PATIENCE, async || (desktop.in_front().await? == WINDOW).then_some(())).await;

    // The settings hold at once: with a sound now, and nothing of ends.
    window.click("[data-testid=nav-settings]").await;
    window.click("[data-testid=notices-finished-switch]").await;
    window.click("[data-testid=notices-sound-switch]").await;
    let _another = desktop.turn_away().await;
    queue(&world, "bowl.mp4", "A bowl", 3).await;
    eventually("it is live", PATIENCE, async || (world.maker(&["videos"]).await.results.len() == 3).then_some(()))
        .await;
    world.simulator.fault(json!({"platform": "youtube", "kind": "metadata_refused_at_open"})).await;
    queue(&world, "table.mp4", "A table", 3).await;
    let told = eventually("trouble is told", PATIENCE, async || notices.shown().get(1).cloned()).await;
    assert_eq!(told.title, "A table");
    assert!(told.sounds, "{told:?}");
    assert!(!told.text.is_empty());

    // Whoever comes to the window sees it there.
    desktop.turn_to(WINDOW).await;
    eventually("it is taken off the desktop", PATIENCE, async || (!notices.shown()[1].is_open).then_some(())).await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn y01_the_dock_shows_how_far_uploads_are_and_what_needs_the_maker_until_it_was_seen() {
    let world = World::start(Way::Loopback).await;
    let (desktop, dock) = (Desktop::of(&world), Dock::listen(&world.session).await);
    world.connect("youtube").await;
    let window = desktop.open().await;
    window.wait_for("[data-testid=add-videos]", PATIENCE).await;
    let _other = desktop.turn_away().await;

    world.simulator.fault(json!({"kind": "pace", "bytes_per_second": 8_000_000})).await;
    queue(&world, "chair.mp4", "A chair", 40).await;
    eventually("the bar has moved", PATIENCE, async || dock.now().progress.filter(|part| *part > 0.0 && *part < 1.0))
        .await;
    world.simulator.no_faults().await;
    eventually("the bar is gone", PATIENCE, async || dock.now().progress.is_none().then_some(())).await;
    let parts: Vec<f64> = dock.seen().iter().filter_map(|seen| seen.progress).collect();
    assert!(parts.is_sorted(), "it went back: {parts:?}");
    assert_eq!(dock.now().program, "application://MakerStudio.desktop");
    assert_eq!(dock.now().count, None);

    world.simulator.fault(json!({"platform": "youtube", "kind": "metadata_refused_at_open"})).await;
    queue(&world, "table.mp4", "A table", 3).await;
    eventually("the badge counts it", PATIENCE, async || (dock.now().count == Some(1)).then_some(())).await;
    desktop.turn_to(WINDOW).await;
    eventually("seen on Home", PATIENCE, async || dock.now().count.is_none().then_some(())).await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn t02_the_program_starts_with_the_computer_when_the_maker_says_so_and_not_before() {
    let world = World::start(Way::Loopback).await;
    let desktop = Desktop::of(&world);
    let entry = world.path(".config/autostart/MakerStudio.desktop");
    let window = desktop.open().await;
    window.click("[data-testid=nav-settings]").await;
    window.wait_for("[data-testid=start-switch]:not(:checked)", PATIENCE).await;
    assert!(!entry.exists(), "nobody has asked for it");

    window.click("[data-testid=start-switch]").await;
    let text = eventually("the desktop is told", PATIENCE, async || std::fs::read_to_string(&entry).ok()).await;
    let program = maker_harness::binary("maker-studio");
    assert!(text.contains(&format!("Exec={}", program.display())), "{text}");
    window.click("[data-testid=start-switch]").await;
    eventually("and not any more", PATIENCE, async || (!entry.exists()).then_some(())).await;
    window.close().await;
}
