//! The program is killed while somebody types in the real window: at most 400 ms of it are lost, and the next start shows
//! the same draft with the cursor where it was.
//!
//! `make torture-typing` kills it 200 times (`MAKER_TYPING_KILLS`) and judges the wall clock too; here it is a few times.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use maker_harness::{Chance, Desktop, Way, World, eventually, video};
use serde_json::json;

const PATIENCE: Duration = Duration::from_secs(30);

/// Types the present moment, word after word, as a person's keys would put it there.
const TYPE: &str = "
    const field = document.getElementById('description');
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    window.typing = setInterval(() => document.execCommand('insertText', false, Date.now() + ' '), 30);";

/// The moments in a text, in milliseconds since 1970.
fn moments(text: &str) -> Vec<u64> {
    text.split_whitespace().map(|word| word.parse().unwrap()).collect()
}

fn description(world: &World) -> String {
    World::sql(&world.data_dir(), "SELECT fields ->> '$.description' FROM drafts").unwrap()
}

fn now() -> u64 {
    u64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn g_20_killed_while_typing_the_next_start_has_the_same_draft_text_and_cursor() {
    let told = std::env::var("MAKER_TYPING_KILLS").ok();
    let kills: u32 = told.as_ref().map_or(3, |kills| kills.parse().unwrap());
    let seed = std::env::var("MAKER_TORTURE_SEED").map_or_else(|_| now(), |seed| seed.parse().unwrap());
    println!("MAKER_TORTURE_SEED={seed}");
    let mut chance = Chance::new(seed, 0);
    let world = World::start(Way::Loopback).await;
    let desktop = Desktop::of(&world);
    let file = world.path("chair.mp4");
    video::make_of_size(&file, 1);
    assert_eq!(world.maker(&["draft", file.to_str().unwrap(), "--title", "Oak chair"]).await.code, Some(0));

    let mut window = desktop.open().await;
    window.click("[data-testid=draft-row] a").await;
    let mut lost = Vec::new();
    for kill in 0..kills {
        window.wait_for("[data-testid=composer-description]", PATIENCE).await;
        window.fill("[data-testid=composer-description]", " ").await;
        let began = now();
        window.script(TYPE, json!([])).await;
        // Typing has been going on for a while: what is judged is not the first save.
        eventually("what is typed arrives on the disk", PATIENCE, async || {
            let there = moments(&description(&world));
            (there.len() > 20 && there[0] >= began).then_some(())
        })
        .await;
        tokio::time::sleep(chance.moment(Duration::from_millis(700))).await;
        let seen = moments(&description(&world));
        let killed_at = now();
        desktop.kill();
        let kept = moments(&description(&world));
        assert!(kept.starts_with(&seen), "what was on the disk is there no more");
        assert!(kept.is_sorted(), "letters of different moments stand in each other's place");
        lost.push(killed_at.saturating_sub(*kept.last().unwrap()));
        desktop.closed().await;

        window = desktop.open().await;
        window.wait_for("[data-testid=composer-description]", PATIENCE).await;
        let shown = window.script("return document.getElementById('description').value;", json!([])).await;
        assert_eq!(shown.as_str().unwrap().trim(), description(&world), "round {kill}");
        eventually("the cursor is where it was", PATIENCE, async || {
            let at = window
                .script(
                    "const at = document.activeElement;
                     return at.id === 'description' ? [at.selectionStart, at.value.length] : null;",
                    json!([]),
                )
                .await;
            let (at, all) = (at[0].as_u64()?, at[1].as_u64()?);
            // The place and the text are written one after the other: a few words at most lie between them.
            (all - at <= 14 * 40).then_some(())
        })
        .await;
    }
    lost.sort_unstable();
    println!(
        "lost at the median {} ms, at most {} ms, in {} kills",
        lost[lost.len() / 2],
        lost.last().unwrap(),
        lost.len()
    );
    if told.is_some() {
        // A word is typed every 30 ms, so the last one may be that old by itself.
        assert!(*lost.last().unwrap() <= 430, "{lost:?}");
    }
}
