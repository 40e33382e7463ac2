//! What is pasted, typed or chosen may be anything: clear words, nothing of it is executed, nothing freezes, nothing is lost.

use std::time::Duration;

use maker_harness::webdriver::Window;
use maker_harness::{Desktop, Way, World, eventually, video};
use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_secs(30);

/// Pastes the way the window's own editing does, so that it hears of it and can take it back.
const PASTE: &str = "
    const [css, text] = arguments;
    const field = document.querySelector(css);
    field.focus();
    field.select();
    document.execCommand('insertText', false, text);";

/// Text that would run if anything took it for more than text.
const SCRIPT: &str =
    "<img src=x onerror=\"window.ran=1\"><script>window.ran=1</script>{{constructor.constructor('window.ran=1')()}}";

async fn paste(window: &Window, css: &str, text: &str) {
    window.wait_for(css, PATIENCE).await;
    window.script(PASTE, json!([css, text])).await;
}

async fn value(window: &Window, css: &str) -> String {
    let value = window.script("return document.querySelector(arguments[0]).value;", json!([css])).await;
    value.as_str().unwrap().to_owned()
}

/// A page that is busy answers no script.
async fn answers(window: &Window) {
    assert_eq!(window.script("return 1;", json!([])).await, json!(1));
}

async fn ran(window: &Window) -> Value {
    window
        .script("return window.ran ?? document.querySelectorAll('main script, main img[src=x]').length;", json!([]))
        .await
}

/// How many letters are drawn on the screen, but for the fields that are written in.
async fn beside_the_fields(window: &Window) -> u64 {
    let drawn = "const fields = [...document.querySelectorAll('main :is(input, textarea)[readonly]')];
        return fields.reduce((sum, field) => sum + field.value.length, document.querySelector('main').textContent.length);";
    window.script(drawn, json!([])).await.as_u64().unwrap()
}

/// The one draft's title as the database has it.
async fn title_becomes(world: &World, wanted: &str) {
    eventually("the title is on the disk", PATIENCE, async || {
        // SQLite's own reading of JSON ends a text at a NUL.
        let fields = World::sql(&world.data_dir(), "SELECT fields FROM drafts").ok()?;
        let fields: Value = serde_json::from_str(&fields).ok()?;
        (fields["title"] == wanted).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn c_03_a_megabyte_in_a_title_is_kept_counted_and_blocks_nothing() {
    let world = World::start(Way::Loopback).await;
    let desktop = Desktop::of(&world);
    let file = world.path("chair.mp4");
    video::make(&file);
    let added = world.maker(&["draft", file.to_str().unwrap(), "--title", "Oak chair", "--to", "youtube"]).await;
    assert_eq!(added.code, Some(0), "{added:?}");
    let window = desktop.open().await;
    window.click("[data-testid=draft-row] a").await;
    let field = "[data-testid=composer-title]";

    let megabyte = "oak chair ".repeat(100_000);
    paste(&window, field, &megabyte).await;
    answers(&window).await;
    // A line of text takes half of it in this web view.
    let taken = value(&window, field).await;
    assert!(taken.len() >= 500_000 && megabyte.starts_with(&taken), "{} letters were taken", taken.len());
    let too_many = format!("cut {},{:03}", (taken.len() - 100) / 1_000, (taken.len() - 100) % 1_000);
    eventually("what is too much is said", PATIENCE, async || {
        window.text("[data-testid=counter][data-tightness=over]").await.ends_with(&too_many).then_some(())
    })
    .await;
    assert!(!window.has("[data-testid=publish]:not([aria-disabled=true])").await, "it may not go");
    title_becomes(&world, &taken).await;
    // Laying out a text of many pages takes a web view a second: it is laid out where it is written, and nowhere else.
    assert!(beside_the_fields(&window).await < 20_000, "the title is drawn a second time");
    let pages = "An oak chair with #oak by @marta, at https://marta.example/chairs ".repeat(16_000);
    paste(&window, "[data-testid=composer-description]", &pages).await;
    answers(&window).await;
    assert_eq!(value(&window, "[data-testid=composer-description]").await, pages);
    eventually("what leads somewhere is counted", PATIENCE, async || {
        window.text("[data-testid=mentions]").await.contains("16,000 hashtags").then_some(())
    })
    .await;
    assert!(beside_the_fields(&window).await < 20_000, "the description is drawn a second time");
    assert!(!window.has("[data-testid=marks]").await, "a text of many pages is not drawn twice for its marks");
    // Right to left, joiners without a width, and a family that is one letter to its reader and five to YouTube.
    let family = "👩‍👩‍👧";
    for text in [
        "كرسي من خشب البلوط \u{202e}kao\u{202c}",
        "oak\u{200b}\u{200d}\u{feff}chair",
        &format!("{}{family}", "x".repeat(95)),
    ] {
        paste(&window, field, text).await;
        assert_eq!(value(&window, field).await, *text);
        title_becomes(&world, text).await;
    }
    window.wait_for("[data-testid=composer-title]", PATIENCE).await;
    // One letter more than fits.
    paste(&window, field, &format!("{}{family}", "x".repeat(96))).await;
    eventually("one too many is said", PATIENCE, async || {
        window.text("[data-testid=counter][data-tightness=over]").await.ends_with("cut 1").then_some(())
    })
    .await;
    let with_nothing = "oak\u{0}chair";
    paste(&window, field, with_nothing).await;
    let kept = value(&window, field).await;
    assert!(kept == with_nothing || kept == "oakchair" || kept == "oak\u{fffd}chair", "{kept:?}");
    title_becomes(&world, &kept).await;
    window.close().await;
    desktop.closed().await;

    let window = desktop.open().await;
    window.wait_for(field, PATIENCE).await;
    assert_eq!(value(&window, field).await, kept, "what was typed is there at the next start");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn g_09_a_script_in_every_field_is_shown_and_never_run() {
    let world = World::start(Way::Loopback).await;
    let desktop = Desktop::of(&world);
    world.connect("youtube").await;
    let (file, picture) = (world.path("<img src=x onerror=window.ran=1>.mp4"), world.path("mugs.jpg"));
    video::make(&file);
    video::make_picture(&picture);
    let (path, picture) = (file.to_str().unwrap(), picture.to_str().unwrap());
    let publish = ["publish", path, "--title", "<b>oak</b>", "--to", "youtube", "--privacy", "public"];
    for arguments in [
        &[&publish[..], &["--made-for-kids", "no", "--ai-made", "no"]].concat()[..],
        &["draft", path, "--title", SCRIPT, "--description", SCRIPT, "--to", "youtube,tiktok"],
        &["posts", "new", "--text", SCRIPT, "--image", picture, "--alt", SCRIPT],
        &["services", "new", "--title", SCRIPT, "--price", "24.5"],
        &["profile", "--name", SCRIPT, "--bio", SCRIPT],
        &["links", "add", "javascript:window.ran=1", "--name", SCRIPT],
    ] {
        let done = world.maker(arguments).await;
        // YouTube takes no angle brackets; that is said and is no matter here.
        assert!(matches!(done.code, Some(0..=2)), "{arguments:?}: {done:?}");
    }
    let window = desktop.open().await;
    for screen in ["home", "library", "calendar", "posts", "services", "profile", "connections", "settings", "deleted"]
    {
        window.click(&format!("[data-testid=nav-{screen}]")).await;
        // Whatever would run has had its turn once the next frame is drawn.
        let drawn = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(1), 50)));";
        window.script_async(drawn, json!([])).await;
        assert_eq!(ran(&window).await, json!(0), "on {screen}");
    }
    window.click("[data-testid=nav-home]").await;
    window.click("[data-testid=draft-row] a").await;
    window.wait_for("[data-testid=composer-title]", PATIENCE).await;
    assert_eq!(value(&window, "[data-testid=composer-title]").await, SCRIPT, "it is text, all of it");
    assert_eq!(ran(&window).await, json!(0));
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn c_15_pictures_that_are_none_are_refused_in_words_and_the_rest_is_taken() {
    let world = World::start(Way::Loopback).await;
    let desktop = Desktop::of(&world);
    let good = world.path("mugs.jpg");
    video::make_picture(&good);
    let huge = world.path("huge.jpg");
    std::fs::copy(&good, &huge).unwrap();
    std::fs::File::options().write(true).open(&huge).unwrap().set_len(300_000_000).unwrap();
    let drawing = world.path("drawing.svg");
    std::fs::write(
        &drawing,
        "<svg xmlns='http://www.w3.org/2000/svg' onload='window.ran=1'><script>window.ran=1</script></svg>",
    )
    .unwrap();
    let disguised = world.path("drawing.png");
    std::fs::copy(&drawing, &disguised).unwrap();

    let window = desktop.open().await;
    window.resize(1200, 900).await;
    window.click("[data-testid=nav-posts]").await;
    window.click("[data-testid=new-post]").await;
    window.fill("[data-testid=post-words]", "The kiln is open again.").await;
    let _source = desktop.drag(&[&huge, &drawing, &disguised, &good]).await;
    desktop.carry_to((600, 450)).await;
    window.wait_for("[data-testid=drop-overlay]", PATIENCE).await;
    desktop.let_go().await;
    window.wait_for("[data-testid=picture] img", PATIENCE).await;
    answers(&window).await;
    let words = window.text("body").await;
    for (name, why) in [("huge.jpg", "10 MB"), ("drawing.png", "JPEG")] {
        let line = words.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{name} in {words}"));
        assert!(words.contains(why), "{line}");
    }
    assert_eq!(ran(&window).await, json!(0));
    assert_eq!(
        window.script("return document.querySelectorAll('[data-testid=picture]').length;", json!([])).await,
        json!(1)
    );
    assert_eq!(value(&window, "[data-testid=post-words]").await, "The kiln is open again.");
    window.close().await;
}
