//! A post with a picture in the real window: written, published, and there at the next start.

use std::path::PathBuf;
use std::time::Duration;

use maker_harness::webdriver::Window;
use maker_harness::{Desktop, Way, World, video};
use serde_json::json;

const PATIENCE: Duration = Duration::from_secs(30);

/// A picture on the disk.
fn mugs(world: &World) -> PathBuf {
    let picture = world.path("two mugs.jpg");
    video::make_picture(&picture);
    picture
}

/// The width of the picture that `css` shows, once the window has unpacked it: none is 0.
async fn width(window: &Window, css: &str) -> u64 {
    window.wait_for(css, PATIENCE).await;
    let unpacked = window
        .script_async(
            "const [css, done] = arguments; const picture = document.querySelector(css);
             picture.decode().then(() => done(picture.naturalWidth), () => done(0));",
            json!([css]),
        )
        .await;
    unpacked.as_u64().unwrap()
}

/// The bytes of every picture that the program keeps.
fn kept(world: &World) -> Vec<Vec<u8>> {
    let mut folders = vec![world.data_dir().join("images")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                files.push(std::fs::read(entry.path()).unwrap());
            }
        }
    }
    files
}

#[tokio::test(flavor = "multi_thread")]
async fn a_post_with_a_picture_is_written_published_and_there_at_the_next_start() {
    let world = World::start(Way::Loopback).await;
    let desktop = Desktop::of(&world);
    let picture = mugs(&world);
    let window = desktop.open().await;
    window.click("[data-testid=nav-posts]").await;
    window.click("[data-testid=new-post]").await;
    window.fill("[data-testid=post-words]", "The kiln is open again.").await;
    window.click("[data-testid=add-pictures]").await;
    desktop.choose_in_dialog("Add pictures", &picture).await;
    assert!(width(&window, "[data-testid=picture] img").await > 0, "the picture is seen");
    window.fill("[data-testid=picture-alt]", "Two mugs").await;

    // Left without a word, it is kept as it was.
    window.click("[data-testid=nav-home]").await;
    window.click("[data-testid=nav-posts]").await;
    window.click("[data-testid=post-draft] a").await;
    window.wait_for("[data-testid=picture] img", PATIENCE).await;
    let said = "return [...document.querySelectorAll('[data-testid=post-words], [data-testid=picture-alt]')]
                  .map(field => field.value);";
    assert_eq!(window.script(said, json!([])).await, json!(["The kiln is open again.", "Two mugs"]));
    window.click("[data-testid=post-publish]").await;
    window.wait_for("[data-testid=post]", PATIENCE).await;
    assert!(!window.has("[data-testid=post-draft]").await, "the draft is spent");
    window.close().await;
    desktop.closed().await;

    assert_eq!(kept(&world), [std::fs::read(&picture).unwrap()], "byte for byte, and once");
    std::fs::remove_file(&picture).unwrap();
    let window = desktop.open().await;
    window.click("[data-testid=nav-posts]").await;
    assert!(width(&window, "[data-testid=post] img").await > 0, "its picture needs no file of the maker's");
    let text = window.script("return document.querySelector('[data-testid=post-text]').textContent", json!([])).await;
    assert_eq!(text, "The kiln is open again.");
    assert_eq!(window.attribute("[data-testid=post] img", "alt").await, "Two mugs");
    assert!(!window.has("[data-testid=post-trouble]").await);
    window.close().await;
}
