//! Thumbnail, captions and playlist by the command line: there once after the upload, told by the exit code when they are
//! not, and tried again alone.

use maker_harness::{Ended, Way, World, video};
use serde_json::{Value, json};

use crate::publish::the_video;

const ANSWERS: [&str; 8] = ["--to", "youtube", "--privacy", "public", "--made-for-kids", "no", "--ai-made", "no"];

/// A world with a film and what belongs to it.
async fn world() -> World {
    let world = World::start(Way::Loopback).await;
    video::make(&world.path("chair.mp4"));
    std::fs::write(world.path("front.png"), b"\x89PNG\r\n\x1a\nthe rest of a picture").unwrap();
    std::fs::write(world.path("chair.srt"), "1\n00:00:00,000 --> 00:00:02,000\nAn oak chair.\n").unwrap();
    std::fs::write(world.path("chair.fr.vtt"), "WEBVTT\n\n00:00.000 --> 00:02.000\nUne chaise.\n").unwrap();
    world
}

async fn publish(world: &World, more: &[&str]) -> Ended {
    let path = world.path("chair.mp4");
    let mut arguments = vec!["publish", path.to_str().unwrap(), "--title", "Oak chair", "--wait", "60"];
    arguments.extend(ANSWERS);
    arguments.extend(more);
    world.maker(&arguments).await
}

fn step<'a>(ended: &'a Ended, label: &str) -> &'a Value {
    let steps = ended.results[0]["steps"].as_array().unwrap();
    steps.iter().find(|step| step["label"].as_str().unwrap().starts_with(label)).unwrap_or_else(|| panic!("{ended:?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thumbnail_captions_and_a_playlist_are_there_once_after_the_upload() {
    let world = world().await;
    world.connect_with_extras("youtube").await;
    let [picture, english, french] = ["front.png", "chair.srt", "chair.fr.vtt"].map(|name| world.path(name));
    let english = format!("{}:en", english.display());
    let more = [
        "--thumbnail",
        picture.to_str().unwrap(),
        "--captions",
        &english,
        "--captions",
        french.to_str().unwrap(),
        "--playlist",
        "Chairs",
    ];

    let ended = publish(&world, &more).await;

    assert_eq!(ended.code, Some(0), "{ended:?}");
    for label in ["Thumbnail", "Captions (en)", "Captions (fr)", "Playlist “Chairs”"] {
        assert_eq!(step(&ended, label)["detail"]["state"], "DONE", "{ended:?}");
    }
    let there = the_video(&world, "youtube").await;
    let mut tracks: Vec<&str> = there["captions"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    tracks.sort_unstable();
    assert_eq!((&there["has_thumbnail"], tracks), (&json!(true), vec!["en", "fr"]));
    assert_eq!(there["playlists"].as_array().map(Vec::len), Some(1));

    // The list is there by now: the next video goes into it.
    let again = publish(&world, &["--playlist", "Chairs"]).await;
    assert_eq!(again.code, Some(0), "{again:?}");
    let all = world.simulator.uploads_in("youtube", "published").await;
    assert_eq!(all[0]["playlists"], all[1]["playlists"], "a second list of the same name");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_needs_the_maker_is_told_by_the_exit_code_and_can_be_tried_again() {
    let world = world().await;
    world.connect_with_extras("youtube").await;
    world.simulator.fault(json!({"kind": "thumbnail_refused"})).await;
    let picture = world.path("front.png");

    let ended = publish(&world, &["--thumbnail", picture.to_str().unwrap()]).await;

    assert_eq!(ended.code, Some(3), "{ended:?}");
    assert_eq!(ended.results[0]["state"], "PUBLISHED", "the video is there all the same");
    let refused = step(&ended, "Thumbnail");
    assert_eq!(refused["detail"]["state"], "NEEDS_ATTENTION");
    assert!(!refused["next"].as_str().unwrap().is_empty(), "{refused}");
    assert_eq!(the_video(&world, "youtube").await["has_thumbnail"], json!(false));

    assert_eq!(world.maker(&["retry-step", refused["id"].as_str().unwrap()]).await.code, Some(0));
    let resumed = world.maker(&["resume", "--wait", "60"]).await;
    assert_eq!(resumed.code, Some(0), "{resumed:?}");
    assert_eq!(the_video(&world, "youtube").await["has_thumbnail"], json!(true));
    let done = world.maker(&["retry-step", refused["id"].as_str().unwrap()]).await;
    assert_eq!(done.code, Some(1), "what is done is done: {done:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_rights_nothing_is_sent_and_the_way_to_them_is_named() {
    let world = world().await;
    world.connect("youtube").await;
    let captions = format!("{}:en", world.path("chair.srt").display());

    let ended = publish(&world, &["--captions", &captions]).await;

    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert!(ended.messages.contains("maker connect youtube --extras"), "{}", ended.messages);
    assert!(world.simulator.uploads().await.is_empty());

    world.connect_with_extras("youtube").await;
    let ended = publish(&world, &["--captions", &captions]).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_picture_or_no_captions_is_refused_before_anything_is_sent() {
    let world = world().await;
    world.connect_with_extras("youtube").await;
    let [picture, film] = ["front.png", "chair.mp4"].map(|name| world.path(name));
    for wrong in [["--captions", picture.to_str().unwrap()], ["--thumbnail", film.to_str().unwrap()]] {
        let ended = publish(&world, &wrong).await;
        assert_eq!(ended.code, Some(2), "{ended:?}");
    }
    // What language it is in only the maker knows.
    let ended = publish(&world, &["--captions", world.path("chair.srt").to_str().unwrap()]).await;
    assert_eq!(ended.code, Some(2), "{ended:?}");
    for words in ["Say which language “chair.srt” is in.", "--captions FILE:LANGUAGE"] {
        assert!(ended.messages.contains(words), "{}", ended.messages);
    }
    assert!(world.simulator.uploads().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_between_a_step_and_its_answer_the_next_start_looks_and_does_it_once() {
    let world = world().await;
    world.connect_with_extras("youtube").await;
    let (path, captions) = (world.path("chair.mp4"), format!("{}:en", world.path("chair.srt").display()));
    // Nothing that is asked of the platform gets an answer once the track is there.
    world
        .simulator
        .fault(json!({"platform": "youtube", "kind": "hold_answer", "on": "api", "times": 0, "status": 200}))
        .await;
    let mut arguments = vec!["publish", path.to_str().unwrap(), "--title", "Oak chair"];
    arguments.extend(ANSWERS);
    arguments.extend(["--captions", &captions]);
    let mut child = world.begin(&arguments);
    maker_harness::eventually("the track is there", std::time::Duration::from_secs(30), async || {
        let there = world.simulator.uploads().await;
        there.iter().any(|u| u["captions"] == json!(["en"])).then_some(())
    })
    .await;
    child.kill().await.unwrap();
    world.simulator.no_faults().await;

    let ended = world.maker(&["resume", "--wait", "60"]).await;

    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert_eq!(the_video(&world, "youtube").await["captions"], json!(["en"]));
    let log = world.simulator.log_after(0).await;
    let made = log.iter().filter(|r| r["method"] == "POST" && r["path"].as_str().unwrap().ends_with("/captions"));
    assert_eq!(made.count(), 1, "it acted before it looked");
}
