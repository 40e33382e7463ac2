//! The main job, as a maker does it: connect both platforms, choose a video, publish, see it live on both.

use std::time::Duration;

use maker_harness::webdriver::Window;
use maker_harness::{Desktop, Way, World, video};
use serde_json::json;

/// Connects `platform` through the browser and the deep link.
pub(crate) async fn connect(desktop: &Desktop<'_>, window: &Window, platform: &str) {
    window.click("[data-testid=nav-connections]").await;
    window.click(&format!("[data-testid=connect-{platform}]")).await;
    let address = desktop.opened("http").await;
    let link = desktop.consent(&address, "simulator_answer=allow").await;
    desktop.follow(&link).await;
    window.wait_for(&format!("[data-testid=disconnect-{platform}]"), Duration::from_secs(30)).await;
}

/// Answers everything that publishing to both platforms asks, in the open composer.
pub(crate) async fn answer_everything(window: &Window, title: &str) {
    window.fill("[data-testid=composer-title]", title).await;
    let typed = window.script("return document.querySelector('[data-testid=composer-title]').value", json!([])).await;
    assert_eq!(typed, title, "what was typed is in the field");
    window.click("[data-testid=tab-youtube]").await;
    window.choose("[data-testid=youtube-privacy]", "public").await;
    window.click("[data-testid=youtube-kids-no]").await;
    window.click("[data-testid=youtube-synthetic-no]").await;
    window.click("[data-testid=tab-tiktok]").await;
    window.choose("[data-testid=tiktok-privacy]", "PUBLIC_TO_EVERYONE").await;
    window.click("[data-testid=tiktok-ai-no]").await;
    window.click("[data-testid=tiktok-consent]").await;
    window.wait_for("[data-testid=publish]:not([aria-disabled=true])", Duration::from_secs(10)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn n_02_y_04_a_maker_connects_by_deep_link_chooses_a_video_and_sees_it_live_on_both() {
    let world = World::start(Way::Backend).await;
    let desktop = Desktop::of(&world);
    let file = world.path("oak chair.mp4");
    video::make_of_size(&file, 60);
    let window = desktop.open().await;

    connect(&desktop, &window, "youtube").await;
    connect(&desktop, &window, "tiktok").await;
    window.click("[data-testid=nav-home]").await;
    window.click("[data-testid=add-videos]").await;
    desktop.choose_in_dialog("Add videos", &file).await;
    answer_everything(&window, "How I oil an oak chair").await;
    window.click("[data-testid=publish]").await;

    let sha = video::sha256(&file);
    for (platform, stored) in [("youtube", "YOUTUBE"), ("tiktok", "TIKTOK")] {
        let row = format!("[data-testid=delivery-row][data-platform={stored}][data-state=PUBLISHED]");
        window.wait_for(&row, Duration::from_secs(90)).await;
        let shown = window.text(&format!("{row} [data-testid=delivery-url]")).await;
        let there = world.simulator.uploads_in(platform, "published").await;
        assert_eq!(there.len(), 1, "{there:?}");
        assert_eq!(there[0]["sha256"], sha, "{platform} has other bytes");
        let url = there[0]["url"].as_str().unwrap();
        assert!(url.contains(shown.trim_start_matches("http://")), "{shown} is not {url}");
        let page = world.simulator.page(url).await;
        assert!(page.contains("How I oil an oak chair"), "{url} shows something else: {page}");
    }
    assert!(world.simulator.policy().await.as_array().unwrap().is_empty(), "an auditor would object");

    for token in world.tokens() {
        let found = World::files_with(&world.data_dir(), &token);
        assert!(found.is_empty(), "a token lies in {found:?}");
        let web_view = World::files_with(world.session.home(), &token);
        let elsewhere: Vec<_> = web_view.iter().filter(|p| !p.to_string_lossy().contains("keyrings")).collect();
        assert!(elsewhere.is_empty(), "a token lies in {elsewhere:?}");
    }
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f30_a_forged_link_changes_nothing_and_the_running_sign_in_goes_on() {
    let world = World::start(Way::Backend).await;
    let desktop = Desktop::of(&world);
    let window = desktop.open().await;
    window.click("[data-testid=nav-connections]").await;
    window.click("[data-testid=connect-youtube]").await;
    let address = desktop.opened("http").await;

    for forged in [
        "app.makerstudio://oauth/youtube?code=stolen&state=guessed",
        "app.makerstudio://oauth/youtube?error=access_denied&state=guessed",
        "app.makerstudio://elsewhere/youtube?code=x&state=y",
        "app.makerstudio://oauth/instagram?code=x&state=y",
    ] {
        desktop.follow(forged).await;
    }
    assert!(window.has("[data-testid=signin-waiting]").await, "the sign-in still waits");
    assert!(world.simulator.requests("token").await.is_empty(), "no code was exchanged");

    let link = desktop.consent(&address, "simulator_answer=allow").await;
    desktop.follow(&link).await;
    window.wait_for("[data-testid=disconnect-youtube]", Duration::from_secs(30)).await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f39_without_a_password_store_the_window_says_how_to_start_one_and_nothing_is_kept() {
    let mut world = World::start(Way::Backend).await;
    world.session.lose_keyring();
    let desktop = Desktop::of(&world);
    let window = desktop.open().await;

    window.wait_for("[data-testid=banner-keyring]", Duration::from_secs(30)).await;
    let words = window.text("[data-testid=banner-keyring]").await;
    assert!(words.contains("GNOME Keyring"), "{words}");
    window.click("[data-testid=nav-connections]").await;
    window.click("[data-testid=connect-youtube]").await;
    window.wait_for("[data-testid=toast], [data-testid^=outcome-]", Duration::from_secs(30)).await;
    assert!(world.simulator.requests("token").await.is_empty());
    window.close().await;
}
