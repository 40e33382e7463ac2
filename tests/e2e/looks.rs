//! The window as it looks and reads: no accessibility violation on any screen, in light and dark, small and large.
//! Pictures go to `target/.../window-shots/`, to be looked at.

use std::time::Duration;

use maker_harness::webdriver::Window;
use maker_harness::{Desktop, Way, World, video};
use serde_json::{Value, json};

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/node_modules/axe-core/axe.min.js");

/// A button that is just becoming usable is between two colours: what is judged is what stays.
const SETTLED: &str = "const done = arguments[arguments.length - 1];
     const ends = document.getAnimations().filter(a => a.effect.getComputedTiming().iterations !== Infinity);
     Promise.allSettled(ends.map(a => a.finished)).then(() => done(true));";

/// A double click on a video opens its details.
const OPEN: &str = "document.querySelector('[data-testid=entry][data-kind=VIDEO]').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));";

const PICK: &str = "document.querySelectorAll('[data-testid=draft-pick]').forEach(box => box.click());";

const PATIENCE: Duration = Duration::from_secs(10);

async fn look(desktop: &Desktop<'_>, window: &Window, name: &str, size: (u32, u32)) {
    window.script_async(SETTLED, json!([])).await;
    let violations = window
        .script_async(
            "const done = arguments[arguments.length - 1];
             axe.run(document, { resultTypes: ['violations'] }).then(
               r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' | '))),
               e => done([String(e)]));",
            json!([]),
        )
        .await;
    assert_eq!(violations, json!([]), "{name}");
    let sideways = window
        .script("return document.documentElement.scrollWidth - document.documentElement.clientWidth;", json!([]))
        .await;
    assert_eq!(sideways, json!(0), "{name} scrolls sideways");
    let folder = maker_harness::binary("maker-studio").with_file_name("window-shots");
    std::fs::create_dir_all(&folder).unwrap();
    desktop.shoot(size.0, size.1, &folder.join(format!("{name}.png"))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn g08_g11_g15_every_screen_is_sound_in_light_and_dark_small_and_large() {
    let world = World::start(Way::Loopback).await;
    let desktop = Desktop::of(&world);
    world.connect("youtube").await;
    world.connect("tiktok").await;
    for (file, title, wide) in
        [("chair.mp4", "How I oil an oak chair", false), ("bowl.mp4", "Turning a walnut bowl", true)]
    {
        let path = world.path(file);
        if wide {
            video::make_wide(&path)
        } else {
            video::make(&path)
        }
        let added = world.maker(&["draft", path.to_str().unwrap(), "--title", title, "--to", "youtube,tiktok"]).await;
        assert_eq!(added.code, Some(0), "{added:?}");
    }
    let path = world.path("chair.mp4");
    for (title, fault) in [
        ("Sharpening a chisel", Value::Null),
        ("Dovetails by hand", json!({"platform": "youtube", "kind": "metadata_refused_at_open"})),
    ] {
        if !fault.is_null() {
            world.simulator.fault(fault).await;
        }
        let mut arguments = vec!["publish", path.to_str().unwrap(), "--title", title, "--to", "youtube,tiktok"];
        arguments.extend(["--privacy", "public", "--made-for-kids", "no", "--ai-made", "no", "--yes-tiktok-terms"]);
        world.maker(&arguments).await;
    }
    let picture = world.path("mugs.jpg");
    video::make_picture(&picture);
    for text in ["The kiln is open again.", "Market day in Lyon on Saturday."] {
        let arguments = ["posts", "new", "--text", text, "--image", picture.to_str().unwrap(), "--alt", "Two mugs"];
        let written = world.maker(&arguments).await;
        assert_eq!(written.code, Some(0), "{written:?}");
    }
    for arguments in [
        &["profile", "--name", "Marta Oak", "--country", "FR", "--bio", "I make chairs and stools from oak."][..],
        &["services", "new", "--title", "Delivery in Lyon", "--price", "24.5", "--type", "driver"],
        &["services", "new", "--title", "Oiling a table top", "--price", "1240", "--type", "artisan"],
        &["services", "new", "--title", "Market round trip", "--price", "45", "--hidden"],
        &["links", "add", "instagram.com/marta.oak"],
        &["links", "add", "my shop", "--name", "Shop"],
    ] {
        let done = world.maker(arguments).await;
        assert_eq!(done.code, Some(0), "{arguments:?}: {done:?}");
    }
    let window = desktop.open().await;
    window.wait_for("[data-testid=delivery-row]", Duration::from_secs(30)).await;
    window.script(&std::fs::read_to_string(AXE).expect("npm --prefix ui ci brings axe"), json!([])).await;
    for theme in ["light", "dark"] {
        window.click("[data-testid=nav-settings]").await;
        window.click(&format!("label:has([data-testid=theme-{theme}])")).await;
        window.wait_for(&format!("[data-theme={theme}]"), PATIENCE).await;
        for (width, height) in [(900, 600), (1440, 900)] {
            window.resize(width, height).await;
            look(&desktop, &window, &format!("settings-{theme}-{width}"), (width, height)).await;
            window.click("[data-testid=nav-connections]").await;
            window.wait_for("[data-testid=disconnect-youtube]", PATIENCE).await;
            look(&desktop, &window, &format!("connections-{theme}-{width}"), (width, height)).await;
            window.click("[data-testid=nav-posts]").await;
            window.wait_for("[data-testid=post] img", PATIENCE).await;
            look(&desktop, &window, &format!("posts-{theme}-{width}"), (width, height)).await;
            window.click("[data-testid=post-edit]").await;
            window.wait_for("[data-testid=picture] img", PATIENCE).await;
            look(&desktop, &window, &format!("post-{theme}-{width}"), (width, height)).await;
            window.click("[data-testid=nav-services]").await;
            window.wait_for("[data-testid=service]", PATIENCE).await;
            look(&desktop, &window, &format!("services-{theme}-{width}"), (width, height)).await;
            window.click("[data-testid=service-head]").await;
            window.wait_for("[data-testid=service-title]", PATIENCE).await;
            look(&desktop, &window, &format!("services-open-{theme}-{width}"), (width, height)).await;
            window.click("[data-testid=nav-profile]").await;
            window.wait_for("[data-testid=link-trouble]", PATIENCE).await;
            look(&desktop, &window, &format!("profile-{theme}-{width}"), (width, height)).await;
            window.click("[data-testid=nav-library]").await;
            for as_it_is in ["grid", "table"] {
                window.click(&format!("[data-testid=library-{as_it_is}]")).await;
                window.wait_for(&format!("[data-look={as_it_is}] [data-testid=entry] img"), PATIENCE).await;
                look(&desktop, &window, &format!("library-{as_it_is}-{theme}-{width}"), (width, height)).await;
            }
            window.script(OPEN, json!([])).await;
            window.wait_for("[data-testid=entry-receipt]", PATIENCE).await;
            look(&desktop, &window, &format!("entry-{theme}-{width}"), (width, height)).await;
            // The last delivery is the one to TikTok, which took every film.
            window.click("[data-testid=entry-deliveries] li:last-child [data-testid=entry-receipt]").await;
            window.wait_for("[data-testid=fingerprint]", PATIENCE).await;
            look(&desktop, &window, &format!("receipt-{theme}-{width}"), (width, height)).await;
            window.click("[data-testid=receipt-close]").await;
            window.click("[data-testid=entry-details-close]").await;
            window.click("[data-testid=nav-calendar]").await;
            window.wait_for("[data-testid=calendar-grid]", PATIENCE).await;
            look(&desktop, &window, &format!("calendar-{theme}-{width}"), (width, height)).await;
            window.click("[data-testid=nav-deleted]").await;
            look(&desktop, &window, &format!("deleted-{theme}-{width}"), (width, height)).await;
            window.click("[data-testid=nav-home]").await;
            window.wait_for("[data-testid=draft-row] img", Duration::from_secs(30)).await;
            look(&desktop, &window, &format!("home-{theme}-{width}"), (width, height)).await;
            window.script(PICK, json!([])).await;
            window.click("[data-testid=bulk-together]").await;
            window.wait_for("[data-testid=together-row] img", PATIENCE).await;
            look(&desktop, &window, &format!("together-{theme}-{width}"), (width, height)).await;
            window.click("[data-testid=nav-home]").await;
            window.wait_for("[data-testid=draft-row] img", PATIENCE).await;
            // Rows that come into view are measured, which moves the card: it is brought there before it is pressed.
            window.script("document.querySelector('[data-testid=draft-row]').scrollIntoView();", json!([])).await;
            window.script_async(SETTLED, json!([])).await;
            window.click("[data-testid=draft-row] a").await;
            for tab in ["youtube", "tiktok"] {
                window.click(&format!("[data-testid=tab-{tab}]")).await;
                look(&desktop, &window, &format!("composer-{tab}-{theme}-{width}"), (width, height)).await;
            }
            window.click("[data-testid=nav-settings]").await;
        }
    }
    window.close().await;
}
