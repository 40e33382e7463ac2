//! Two computers of one maker: what is written in one window is in the other, and what was written in both is kept.

use std::time::Duration;

use maker_harness::webdriver::Window;
use maker_harness::{Desktop, Way, World, eventually};
use serde_json::json;

/// Longest that an edit may take to the other window while everything else runs here too.
const SOON: Duration = Duration::from_secs(30);
const PASSWORD: &str = "hush correct horse";
/// The text that is being written.
const SAYS: &str = "return document.querySelector('[data-testid=post-words]')?.value ?? null";

/// Signs in, by a new account where `name` says whose.
async fn sign_in(window: &Window, name: Option<&str>) {
    window.click("[data-testid=nav-sync]").await;
    match name {
        Some(name) => {
            window.click("[data-testid=mode-new]").await;
            window.fill("[data-testid=account-name]", name).await;
        }
        None => window.click("[data-testid=mode-known]").await,
    }
    window.fill("[data-testid=account-email]", "amina@example.com").await;
    window.fill("[data-testid=account-password]", PASSWORD).await;
    window.click("[data-testid=account-send]").await;
    window.wait_for("[data-testid=account-who]", SOON).await;
    window.click("[data-testid=nav-posts]").await;
}

/// Puts another text in the place of the one that is there, in one go as pasting does: what is typed letter by letter is
/// saved and sent in between, and how much of it depends on the machine.
async fn paste(window: &Window, text: &str) {
    let put =
        "const field = document.querySelector('[data-testid=post-words]'); field.focus(); field.value = arguments[0];
               field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));";
    window.script(put, json!([text])).await;
}

async fn post_says(window: &Window, what: &str) {
    eventually(&format!("the window says {what:?}"), SOON, async || {
        (window.script(SAYS, json!([])).await == what).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f62_two_windows_have_the_same_and_keep_both_where_they_differ() {
    let shop = World::start(Way::Backend).await;
    let home = shop.another_desk().await;
    let (shop_desk, home_desk) = (Desktop::of(&shop), Desktop::of(&home));
    let (one, other) = (shop_desk.open().await, home_desk.open().await);

    // Written before there was an account.
    one.click("[data-testid=nav-posts]").await;
    one.click("[data-testid=new-post]").await;
    one.fill("[data-testid=post-words]", "The kiln opens Friday").await;
    sign_in(&one, Some("Amina")).await;
    sign_in(&other, None).await;
    other.click("[data-testid=post-draft] a").await;
    post_says(&other, "The kiln opens Friday").await;

    // And back, below an editor that is open there.
    one.click("[data-testid=post-draft] a").await;
    other.fill("[data-testid=post-words]", "The kiln opens Sunday").await;
    post_says(&one, "The kiln opens Sunday").await;

    shop.hold_backend(true);
    paste(&one, "The kiln opens Monday").await;
    paste(&other, "The kiln opens Tuesday").await;
    let saved = |world: &World, what: &'static str| {
        let folder = world.data_dir();
        async move {
            eventually(&format!("{what} is on disk"), SOON, async || {
                let there = format!("SELECT count(*) FROM drafts WHERE fields LIKE '%{what}%'");
                (World::sql(&folder, &there).as_deref() == Ok("1")).then_some(())
            })
            .await;
        }
    };
    saved(&shop, "Monday").await;
    saved(&home, "Tuesday").await;
    shop.hold_backend(false);

    for window in [&one, &other] {
        window.wait_for("[data-testid=conflict]", SOON).await;
        window.click("[data-testid=conflict-compare]").await;
        let both = window.text("[data-testid=comparison]").await;
        assert!(both.contains("Monday") && both.contains("Tuesday"), "{both}");
    }
    let shown = one.script(SAYS, json!([])).await;
    let kept = if shown == "The kiln opens Monday" { "The kiln opens Tuesday" } else { "The kiln opens Monday" };
    one.click("[data-testid=conflict-use]").await;
    for window in [&one, &other] {
        post_says(window, kept).await;
        eventually("it is settled in both windows", SOON, async || {
            (!window.has("[data-testid=conflict]").await).then_some(())
        })
        .await;
    }
    one.close().await;
    other.close().await;
}
