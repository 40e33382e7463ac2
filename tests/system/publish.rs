//! The main job by the command line: connect, publish, see it live on both.

use maker_harness::{Ended, Way, World, video};
use serde_json::{Value, json};

/// The answers that publishing to both platforms needs.
pub(crate) const BOTH: [&str; 10] = [
    "--to",
    "youtube,tiktok",
    "--privacy",
    "public",
    "--made-for-kids",
    "no",
    "--ai-made",
    "no",
    "--yes-tiktok-terms",
    "--tags=oak,chair",
];

pub(crate) async fn publish(world: &World, file: &str, more: &[&str]) -> Ended {
    let path = world.path(file);
    let mut arguments = vec!["publish", path.to_str().unwrap(), "--title", "Oak chair"];
    arguments.extend(more);
    world.maker(&arguments).await
}

/// The one upload of `platform` that became a video.
pub(crate) async fn the_video(world: &World, platform: &str) -> Value {
    let all = world.simulator.uploads_in(platform, "published").await;
    assert_eq!(all.len(), 1, "{platform}: {:?}", world.simulator.uploads().await);
    all[0].clone()
}

async fn goes_live_on_both(way: Way) {
    let world = World::start(way).await;
    let file = world.path("chair.mp4");
    video::make_of_size(&file, 60);
    world.connect("youtube").await;
    world.connect("tiktok").await;

    let ended = publish(&world, "chair.mp4", &BOTH).await;

    assert_eq!(ended.code, Some(0), "{ended:?}");
    let sha = video::sha256(&file);
    for (platform, result) in [("youtube", 0), ("tiktok", 1)] {
        let there = the_video(&world, platform).await;
        assert_eq!(there["sha256"], sha, "{platform} has other bytes");
        assert_eq!(there["bytes"], std::fs::metadata(&file).unwrap().len());
        let url = ended.results[result]["url"].as_str().unwrap();
        assert_eq!(there["url"], url);
        assert!(world.simulator.page(url).await.contains("Oak chair"), "{url} shows something else");
    }
    let videos = world.maker(&["videos"]).await.results;
    assert_eq!(videos.len(), 2, "{videos:?}");
    for video in &videos {
        assert_eq!((&video["type"], &video["title"]), (&json!("SHORT"), &json!("Oak chair")));
        assert!(video["duration"].as_f64().unwrap() > 0.0, "{video}");
        assert!(video["thumbnail_url"].as_str().unwrap().starts_with("http"), "{video}");
    }
    assert_eq!(world.simulator.policy().await.as_array().map(Vec::len), Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_video_goes_live_on_both_platforms_with_the_makers_own_keys() {
    goes_live_on_both(Way::Loopback).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_video_goes_live_on_both_platforms_through_the_backend() {
    goes_live_on_both(Way::Backend).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f04_a_delivery_whose_final_answer_was_lost_ends_published_once() {
    let world = World::start(Way::Loopback).await;
    video::make_of_size(&world.path("chair.mp4"), 20);
    world.connect("youtube").await;
    world.connect("tiktok").await;
    world.simulator.fault(json!({"platform": "youtube", "kind": "drop_answer_after_last_byte"})).await;
    world.simulator.fault(json!({"platform": "tiktok", "kind": "drop_201"})).await;

    let ended = publish(&world, "chair.mp4", &BOTH).await;

    assert_eq!(ended.code, Some(0), "{ended:?}");
    let sha = video::sha256(&world.path("chair.mp4"));
    for platform in ["youtube", "tiktok"] {
        assert_eq!(the_video(&world, platform).await["sha256"], sha);
    }
    assert_eq!(world.simulator.requests("open").await.len(), 2, "one session for each platform and no second");
    assert_eq!(world.maker(&["videos"]).await.results.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_tiktok_post_is_said_to_have_no_address_of_its_own() {
    let world = World::start(Way::Loopback).await;
    video::make(&world.path("chair.mp4"));
    world.connect("tiktok").await;
    let answers = ["--to", "tiktok", "--privacy", "private", "--ai-made", "no", "--yes-tiktok-terms"];

    let ended = publish(&world, "chair.mp4", &answers).await;

    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert_eq!(ended.results[0]["detail"]["exact"], false);
    assert_eq!(world.maker(&["videos"]).await.results, Vec::<Value>::new(), "no address, no row");
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_an_access_that_ends_during_the_upload_is_renewed_and_the_upload_goes_on() {
    let world = World::start(Way::Loopback).await;
    video::make_of_size(&world.path("chair.mp4"), 30);
    world.connect("youtube").await;
    world.simulator.fault(json!({"platform": "youtube", "kind": "token_expired", "on": "put", "skip": 1})).await;
    let answers = ["--to", "youtube", "--privacy", "public", "--made-for-kids", "no", "--ai-made", "no"];

    let ended = publish(&world, "chair.mp4", &answers).await;

    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert_eq!(the_video(&world, "youtube").await["sha256"], video::sha256(&world.path("chair.mp4")));
    assert_eq!(world.simulator.requests("open").await.len(), 1, "the same session goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn f42_a_token_is_in_the_keyring_and_in_no_file() {
    let world = World::start(Way::Backend).await;
    video::make(&world.path("chair.mp4"));
    world.connect("youtube").await;
    world.connect("tiktok").await;
    assert_eq!(publish(&world, "chair.mp4", &BOTH).await.code, Some(0));

    let tokens = world.tokens();
    assert_eq!(tokens.len(), 4, "two connections, two tokens each");
    for token in tokens {
        let found = World::files_with(&world.data_dir(), &token);
        assert!(found.is_empty(), "a token lies in {found:?}");
    }
    let secrets = World::files_with(&world.data_dir(), "upload_id=");
    assert!(secrets.is_empty(), "a session's address lies in {secrets:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn n03_a_refused_sign_in_says_so_and_can_be_tried_again() {
    let world = World::start(Way::Loopback).await;
    let refused = world.connect_with("youtube", "simulator_answer=deny").await;
    assert_eq!(refused.code, Some(3), "{refused:?}");
    assert!(refused.messages.contains("You did not allow the access"), "{}", refused.messages);
    world.connect("youtube").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn n02_a_right_that_was_left_out_switches_off_just_what_needs_it() {
    let world = World::start(Way::Loopback).await;
    video::make(&world.path("chair.mp4"));
    let untick = "simulator_answer=allow&simulator_untick=https://www.googleapis.com/auth/youtube.upload";
    let connected = world.connect_with("youtube", untick).await;
    assert_eq!(connected.code, Some(0), "{connected:?}");
    let answers = ["--to", "youtube", "--privacy", "public", "--made-for-kids", "no", "--ai-made", "no"];

    let ended = publish(&world, "chair.mp4", &answers).await;

    assert_eq!(ended.code, Some(3), "{ended:?}");
    assert!(ended.messages.contains("without the right to post"), "{}", ended.messages);
    assert!(world.simulator.uploads().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn n05_disconnect_withdraws_the_access_and_a_new_sign_in_lets_the_queue_go_on() {
    let world = World::start(Way::Loopback).await;
    video::make_of_size(&world.path("chair.mp4"), 20);
    world.connect("youtube").await;
    world.simulator.fault(json!({"platform": "youtube", "kind": "status_503", "times": 0})).await;
    let answers = ["--to", "youtube", "--privacy", "public", "--made-for-kids", "no", "--ai-made", "no", "--wait", "1"];
    assert_eq!(publish(&world, "chair.mp4", &answers).await.code, Some(4), "not yet known");

    let gone = world.maker(&["disconnect", "youtube"]).await;
    assert_eq!((gone.code, &gone.results[0]["revoked"]), (Some(0), &json!(true)), "{gone:?}");
    world.simulator.no_faults().await;
    let stopped = world.maker(&["resume", "--wait", "60"]).await;
    assert_eq!((stopped.code, &stopped.results[0]["reason"]), (Some(3), &json!("NOT_CONNECTED")), "{stopped:?}");
    world.connect("youtube").await;

    let resumed = world.maker(&["resume"]).await;
    assert_eq!(resumed.code, Some(0), "{resumed:?}");
    assert_eq!(the_video(&world, "youtube").await["sha256"], video::sha256(&world.path("chair.mp4")));
}
