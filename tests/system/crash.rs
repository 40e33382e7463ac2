//! The one moment at which a second video would be easiest to make: killed after the last byte. Every other moment is
//! in `torture.rs`.

use std::time::Duration;

use maker_harness::{Way, World, eventually, video};
use serde_json::json;

use crate::publish::the_video;

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
