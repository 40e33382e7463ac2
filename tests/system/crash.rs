//! Pull the plug: the program is killed at random moments of an upload, and the next start finishes by itself.

use std::time::Duration;

use maker_harness::{Way, World, eventually, video};
use serde_json::json;

use crate::publish::{BOTH, the_video};

/// How many moments are tried.
const KILLS: u64 = 20;

/// A seed names the moments, so that a failure can be had again: `MAKER_CRASH_SEED`.
fn seed() -> u64 {
    std::env::var("MAKER_CRASH_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or_else(|| u64::from(std::process::id()))
}

/// SplitMix64: chance from a seed, in a line.
fn chance(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^ (mixed >> 27)
}

#[tokio::test(flavor = "multi_thread")]
async fn f17_f18_killed_at_any_moment_the_next_start_finishes_with_one_video_per_platform() {
    let seed = seed();
    println!("MAKER_CRASH_SEED={seed}");
    let mut state = seed;
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    world.connect("tiktok").await;
    let file = world.path("chair.mp4");
    video::make_of_size(&file, 70);
    let sha = video::sha256(&file);
    let size = std::fs::metadata(&file).unwrap().len();
    for round in 1..=KILLS {
        // About two seconds for a platform, so that a kill can fall before, between and after all of its parts.
        world.simulator.fault(json!({"kind": "pace", "bytes_per_second": 35_000_000})).await;
        // A day passes for the platforms: TikTok takes 15 posts of an account in one, and 6 openings a minute.
        world.simulator.pass(86_400).await;
        let title = format!("Chair {round}");
        let mut arguments = vec!["publish", file.to_str().unwrap(), "--title", &title];
        arguments.extend(BOTH);
        let mut child = world.begin(&arguments);
        eventually("the deliveries are queued", Duration::from_secs(30), async || {
            let queued = world.maker(&["queue"]).await.results.len() as u64;
            (queued >= round * 2).then_some(())
        })
        .await;
        let moment = Duration::from_millis(chance(&mut state) % 3_500);
        // The one duration here is the subject itself: a moment chosen by chance.
        tokio::time::sleep(moment).await;
        child.kill().await.unwrap();
        world.simulator.no_faults().await;

        let ended = world.maker(&["resume", "--wait", "60"]).await;

        assert_eq!(ended.code, Some(0), "seed {seed}, killed after {moment:?} in round {round}: {ended:?}");
        for platform in ["youtube", "tiktok"] {
            let mut made = world.simulator.uploads_in(platform, "published").await;
            made.retain(|u| u["title"].as_str().is_some_and(|t| t == title));
            assert_eq!(made.len(), 1, "seed {seed}, {platform}, killed after {moment:?} in round {round}: {made:?}");
            assert_eq!(made[0]["sha256"], sha, "seed {seed}, {platform}, killed after {moment:?}");
        }
    }
    let videos = world.maker(&["videos"]).await.results.len() as u64;
    assert_eq!(videos, KILLS * 2, "one row for each video");
    let received: u64 = world.simulator.requests("put").await.iter().filter_map(|r| r["received_bytes"].as_u64()).sum();
    // At most one part again for each kill and platform: YouTube's are 8 MiB, TikTok's last is below 20 MB.
    let allowed = KILLS * (2 * size + 8 * 1024 * 1024 + 20_000_000);
    assert!(received <= allowed, "{received} bytes were sent, {allowed} at most");
}

#[tokio::test(flavor = "multi_thread")]
async fn f18_killed_after_the_last_byte_the_next_start_asks_and_finds_the_video() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    video::make_of_size(&world.path("chair.mp4"), 10);
    // The platform takes the last byte and its answer never comes: the program is killed while it waits.
    world.simulator.fault(json!({"platform": "youtube", "kind": "drop_answer_after_last_byte"})).await;
    world.simulator.fault(json!({"platform": "youtube", "kind": "stall", "on": "status_query", "times": 0})).await;
    let path = world.path("chair.mp4");
    let mut child = world.begin(&[
        "publish",
        path.to_str().unwrap(),
        "--title",
        "Chair",
        "--to",
        "youtube",
        "--privacy",
        "public",
        "--made-for-kids",
        "no",
        "--ai-made",
        "no",
    ]);
    eventually("the delivery is unconfirmed", Duration::from_secs(30), async || {
        let queue = world.maker(&["queue"]).await.results;
        queue.iter().any(|d| d["state"] == "UNCONFIRMED").then_some(())
    })
    .await;
    child.kill().await.unwrap();
    world.simulator.no_faults().await;

    let ended = world.maker(&["resume", "--wait", "60"]).await;

    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert_eq!(the_video(&world, "youtube").await["sha256"], video::sha256(&path));
    assert_eq!(world.simulator.requests("open").await.len(), 1, "no second session was opened");
}
