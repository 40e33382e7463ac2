//! What cannot be published: a clear message that names the next step, and nothing sent.

use std::time::Duration;

use maker_harness::{Way, World, eventually, video};

use crate::publish::BOTH;

async fn is_refused(world: &World, file: &str, title: &str, answers: &[&str], says: &[&str]) {
    let path = world.path(file);
    let mut arguments = vec!["publish", path.to_str().unwrap(), "--title", title];
    arguments.extend(answers);
    let ended = world.maker(&arguments).await;
    assert_eq!(ended.code, Some(2), "{file} {title}: {ended:?}");
    for words in says {
        assert!(ended.messages.contains(words), "{file}: {words:?} is not in {:?}", ended.messages);
    }
    assert!(world.simulator.requests("open").await.is_empty(), "{file}: something was sent");
    assert!(world.maker(&["queue"]).await.results.is_empty(), "{file}: something waits to be sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_are_no_video_are_named_with_the_next_step() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    world.connect("tiktok").await;
    video::make_avi(&world.path("old.avi"));
    std::fs::copy(world.path("old.avi"), world.path("disguised.mp4")).unwrap();
    std::fs::write(world.path("empty.mp4"), b"").unwrap();
    std::fs::create_dir(world.path("folder.mp4")).unwrap();

    is_refused(&world, "old.avi", "Chair", &BOTH, &["This is an AVI", "export it as MP4"]).await;
    is_refused(&world, "disguised.mp4", "Chair", &BOTH, &["This is an AVI"]).await;
    is_refused(&world, "empty.mp4", "Chair", &BOTH, &["empty"]).await;
    is_refused(&world, "folder.mp4", "Chair", &BOTH, &["folder"]).await;
    is_refused(&world, "nowhere.mp4", "Chair", &BOTH, &["no longer"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f27_texts_beyond_a_platforms_rules_are_refused_before_the_upload() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    world.connect("tiktok").await;
    video::make(&world.path("chair.mp4"));
    let long = "x".repeat(101);

    is_refused(&world, "chair.mp4", &long, &BOTH, &["cut 1"]).await;
    is_refused(&world, "chair.mp4", "<b>Chair</b>", &BOTH, &["no < or >"]).await;
    is_refused(&world, "chair.mp4", "  ", &BOTH, &["needs a title"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn c08_what_must_be_asked_is_never_assumed() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    world.connect("tiktok").await;
    video::make(&world.path("chair.mp4"));

    let says = ["--privacy", "--made-for-kids yes|no", "--ai-made yes|no", "--yes-tiktok-terms"];
    is_refused(&world, "chair.mp4", "Chair", &["--to", "youtube,tiktok"], &says).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f19_a_file_that_vanishes_or_changes_stops_the_upload_and_nothing_is_published() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    let answers = ["--to", "youtube", "--privacy", "public", "--made-for-kids", "no", "--ai-made", "no"];
    for (file, harm, reason) in
        [("vanishes.mp4", Harm::Vanish, "FILE_MISSING"), ("changes.mp4", Harm::Change, "FILE_CHANGED")]
    {
        video::make_of_size(&world.path(file), 30);
        world.simulator.fault(serde_json::json!({"kind": "pace", "bytes_per_second": 6_000_000})).await;
        let path = world.path(file);
        let mut arguments = vec!["publish", path.to_str().unwrap(), "--title", file];
        arguments.extend(answers);
        let harmed = async {
            eventually("bytes arrive", Duration::from_secs(30), async || {
                let uploading = world.simulator.uploads_in("youtube", "uploading").await;
                uploading.iter().any(|u| u["title"] == file && u["bytes"].as_u64() > Some(0)).then_some(())
            })
            .await;
            match harm {
                Harm::Vanish => std::fs::remove_file(&path).unwrap(),
                Harm::Change => std::fs::write(&path, vec![7; 30_000_000]).unwrap(),
            }
            world.simulator.no_faults().await;
        };
        let (ended, ()) = tokio::join!(world.maker(&arguments), harmed);
        assert_eq!((ended.code, ended.results[0]["reason"].as_str()), (Some(3), Some(reason)), "{ended:?}");
    }
    assert!(world.simulator.uploads_in("youtube", "published").await.is_empty());
}

#[derive(Clone, Copy)]
enum Harm {
    Vanish,
    Change,
}

#[tokio::test(flavor = "multi_thread")]
async fn f68_a_database_of_a_newer_version_is_refused_and_left_as_it_is() {
    let world = World::start(Way::Loopback).await;
    assert_eq!(world.maker(&["queue"]).await.code, Some(0));
    let database = world.data_dir().join("studio.db");
    let newer = std::process::Command::new("sqlite3")
        .arg(&database)
        .arg("PRAGMA journal_mode=DELETE; INSERT INTO _sqlx_migrations SELECT 999, 'newer', installed_on, success, checksum, execution_time FROM _sqlx_migrations LIMIT 1;")
        .output()
        .expect("sqlite3 does not start: install the package sqlite3");
    assert!(newer.status.success(), "{newer:?}");
    let before = std::fs::read(&database).unwrap();

    let ended = world.maker(&["queue"]).await;

    assert_eq!(ended.code, Some(3), "{ended:?}");
    assert!(ended.messages.contains("newer Maker Studio"), "{}", ended.messages);
    assert!(std::fs::read(&database).unwrap() == before, "the file was touched");
}
