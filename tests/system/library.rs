//! The library on the command line: found, looked at, used again, taken out and brought back, while the platforms keep
//! what they have.

use maker_harness::{Way, World, video};
use serde_json::Value;

use crate::publish::{BOTH, publish};

async fn library(world: &World, arguments: &[&str]) -> Vec<Value> {
    let listed = world.maker(&[&["library"], arguments].concat()).await;
    assert_eq!(listed.code, Some(0), "{listed:?}");
    listed.results
}

#[tokio::test(flavor = "multi_thread")]
async fn l_02_l_04_l_05_a_video_is_one_entry_is_used_again_taken_out_and_brought_back() {
    let world = World::start(Way::Loopback).await;
    video::make(&world.path("chair.mp4"));
    world.connect("youtube").await;
    world.connect("tiktok").await;
    let ended = publish(&world, "chair.mp4", &BOTH).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
    let written = world.maker(&["posts", "new", "--text", "The kiln is open"]).await;
    assert_eq!(written.code, Some(0), "{written:?}");

    let all = library(&world, &[]).await;
    assert_eq!(all.iter().map(|e| &e["kind"]).collect::<Vec<_>>(), ["POST", "VIDEO"], "{all:?}");
    let entry = all[1]["id"].as_str().unwrap().to_owned();
    let places: Vec<&Value> = all[1]["places"].as_array().unwrap().iter().map(|place| &place["platform"]).collect();
    assert_eq!(places, ["YOUTUBE", "TIKTOK"]);
    assert_eq!(library(&world, &["kiln"]).await.len(), 1);
    assert_eq!(library(&world, &["--platform", "tiktok", "chair.mp4"]).await.len(), 1);
    assert!(library(&world, &["\"", "NEAR", "*"]).await.is_empty());

    let shown = world.maker(&["library", "show", &entry]).await;
    assert_eq!((shown.code, shown.results[0]["deliveries"].as_array().unwrap().len()), (Some(0), 2), "{shown:?}");
    let audit = shown.results[0]["audit"].as_array().unwrap();
    assert!(audit.iter().any(|entry| entry["action"] == "UPLOAD" && entry["told"] == "Published"), "{audit:?}");

    let again = world.maker(&["library", "again", &entry]).await;
    assert_eq!(again.code, Some(0), "{again:?}");
    let warning = again.results[0]["warning"].as_str().unwrap();
    assert!(warning.contains("YouTube") && warning.contains("a second video"), "{warning}");
    assert_eq!(library(&world, &["--kind", "draft"]).await.len(), 1);

    let removed = world.maker(&["library", "remove", &entry]).await;
    assert_eq!((removed.code, library(&world, &["--kind", "video"]).await.len()), (Some(0), 0), "{removed:?}");
    assert_eq!(world.maker(&["library", "remove", &entry]).await.code, Some(2));
    let restored = world.maker(&["library", "restore", &entry]).await;
    assert_eq!((restored.code, library(&world, &["--kind", "video"]).await.len()), (Some(0), 1), "{restored:?}");
}
