//! Views and likes of what is published: read from both platforms, kept as a history, and given up with the connection.

use maker_harness::{Way, World, video};
use serde_json::{Value, json};

use crate::publish::{BOTH, publish};

async fn videos(world: &World, arguments: &[&str]) -> Vec<Value> {
    let listed = world.maker(&[&["videos"], arguments].concat()).await;
    assert_eq!(listed.code, Some(0), "{listed:?}");
    listed.results
}

fn views(videos: &[Value], platform: &str) -> Option<u64> {
    videos.iter().find(|v| v["platform"] == platform)?["numbers"]["views"].as_u64()
}

#[tokio::test(flavor = "multi_thread")]
async fn views_and_likes_are_read_in_one_call_for_each_platform_and_rise() {
    let world = World::start(Way::Loopback).await;
    video::make(&world.path("chair.mp4"));
    world.connect("youtube").await;
    world.connect("tiktok").await;
    let ended = publish(&world, "chair.mp4", &BOTH).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert!(videos(&world, &[]).await.iter().all(|v| v["numbers"] == Value::Null), "nobody has told yet");

    world.simulator.pass(600).await;
    let first = videos(&world, &["--refresh"]).await;
    world.simulator.pass(600).await;
    let second = videos(&world, &["--refresh"]).await;

    for platform in ["YOUTUBE", "TIKTOK"] {
        let (before, after) = (views(&first, platform).unwrap(), views(&second, platform).unwrap());
        assert!(before > 0 && after > before, "{platform}: {before}, then {after}");
    }
    let kept = World::sql(&world.data_dir(), "SELECT count(*), count(DISTINCT video_id) FROM video_numbers").unwrap();
    assert_eq!(kept.trim(), "4|2", "every answer is kept");
    let noted = World::sql(
        &world.data_dir(),
        "SELECT count(*) FROM audit_log WHERE action = 'READ' AND subject = 'numbers' AND outcome = 'OK'",
    );
    assert_eq!(noted.unwrap().trim(), "4", "one call for each platform and time");
}

#[tokio::test(flavor = "multi_thread")]
async fn youtubes_numbers_go_with_the_connection_and_a_quota_that_is_used_up_leaves_the_old_ones() {
    let world = World::start(Way::Loopback).await;
    video::make(&world.path("chair.mp4"));
    world.connect("youtube").await;
    let to_youtube = ["--to", "youtube", "--privacy", "public", "--made-for-kids", "no", "--ai-made", "no"];
    let ended = publish(&world, "chair.mp4", &to_youtube).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
    world.simulator.pass(600).await;
    let told = views(&videos(&world, &["--refresh"]).await, "YOUTUBE");
    assert!(told.is_some());

    world.simulator.fault(json!({"platform": "youtube", "kind": "quota_exceeded"})).await;
    assert_eq!(views(&videos(&world, &["--refresh"]).await, "YOUTUBE"), told);

    let gone = world.maker(&["disconnect", "youtube"]).await;
    assert_eq!(gone.code, Some(0), "{gone:?}");
    assert_eq!(videos(&world, &["--refresh"]).await[0]["numbers"], Value::Null);
    let left = World::sql(&world.data_dir(), "SELECT count(*) FROM video_numbers").unwrap();
    assert_eq!(left.trim(), "0");
}
