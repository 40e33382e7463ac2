//! Drafts side by side in the real window: its web view gives letters, the clipboard and a slash to the cells as a maker
//! expects of a table.

use std::time::Duration;

use maker_harness::{Desktop, Way, World, video};
use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_secs(30);
const EDITOR: &str = "[data-testid=cell-editor]";
const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";
const WITH_CTRL: &str = "\u{E009}";

fn cell(row: usize, column: &str) -> String {
    format!("[role=row][aria-rowindex='{}'] [data-cell={column}]", row + 2)
}

#[tokio::test(flavor = "multi_thread")]
async fn c12_c14_a_table_of_drafts_takes_letters_the_clipboard_and_a_slash() {
    let world = World::start(Way::Loopback).await;
    let desktop = Desktop::of(&world);
    let snippet = world.maker(&["snippets", "new", "--name", "order", "--text", "Made to order."]).await;
    assert_eq!(snippet.code, Some(0), "{snippet:?}");
    for name in ["a", "b", "c"] {
        let path = world.path(&format!("{name}.mp4"));
        video::make(&path);
        let added = world.maker(&["draft", path.to_str().unwrap(), "--title", name, "--to", "youtube"]).await;
        assert_eq!(added.code, Some(0), "{added:?}");
    }
    let window = desktop.open().await;
    window.wait_for("[data-testid=draft-pick]", PATIENCE).await;
    window
        .script("document.querySelectorAll('[data-testid=draft-pick]').forEach(box => box.click());", json!([]))
        .await;
    window.click("[data-testid=bulk-together]").await;
    window.wait_for(&cell(2, "title"), PATIENCE).await;

    // The letter that opens a cell is in it, over what it said.
    window.type_into(&cell(0, "title"), "Oak chair").await;
    assert_eq!(window.script("return document.activeElement.value;", json!([])).await, json!("Oak chair"));
    window.type_into(EDITOR, ENTER).await;
    window.wait_for(&format!("{}:focus", cell(1, "title")), PATIENCE).await;

    window.type_into(&cell(1, "description"), "/ord").await;
    window.wait_for("[data-testid=snippet-option]", PATIENCE).await;
    window.type_into(EDITOR, ENTER).await;
    window.wait_for("[data-testid=cell-editor]:not([aria-activedescendant])", PATIENCE).await;
    assert_eq!(window.script("return document.activeElement.value;", json!([])).await, json!("Made to order."));
    window.type_into(EDITOR, ENTER).await;

    // What is copied from one cell is pasted into another, by the keys that everybody has in their fingers.
    window.type_into(&cell(0, "title"), &format!("{WITH_CTRL}c{WITH_CTRL}")).await;
    window.wait_for(&format!("{}:focus", cell(0, "title")), PATIENCE).await;
    window.type_into(&cell(2, "title"), &format!("{WITH_CTRL}v{WITH_CTRL}")).await;
    let text = format!("return document.querySelector(\"{}\").textContent.includes('Oak chair');", cell(2, "title"));
    for _ in 0..300 {
        if window.script(&text, json!([])).await == json!(true) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(window.script(&text, json!([])).await, json!(true), "pasted");

    // Escape leaves a cell as it was, and the table open.
    window.type_into(&cell(1, "tags"), "oak").await;
    window.type_into(EDITOR, ESCAPE).await;
    window.wait_for("[data-testid=together-grid]", PATIENCE).await;
    window.wait_for("[data-testid=saved][data-state=saved]", PATIENCE).await;
    window.close().await;

    let listed = world.maker(&["drafts"]).await.results;
    let titles: Vec<&Value> = listed.iter().map(|row| &row["title"]).collect();
    assert_eq!(titles.iter().filter(|title| **title == "Oak chair").count(), 2, "{titles:?}");
}
