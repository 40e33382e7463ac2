//! Times by the command line: what goes later waits, is listed, is moved, and goes when it is told to.

use maker_harness::{Way, World, video};

use crate::publish::{BOTH, publish, the_video};

#[tokio::test(flavor = "multi_thread")]
async fn a_time_on_the_command_line_is_kept_listed_moved_and_given_up() {
    let world = World::start(Way::Loopback).await;
    video::make_of_size(&world.path("chair.mp4"), 5);
    world.connect("youtube").await;
    world.connect("tiktok").await;

    let refused = publish(&world, "chair.mp4", &[&BOTH[..], &["--at", "2020-01-01 18:00"]].concat()).await;
    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert!(refused.messages.contains("has passed") && refused.messages.contains("--at"), "{refused:?}");

    let year = chrono::DateTime::parse_from_rfc3339(&world.simulator.now().await).unwrap().format("%Y").to_string();
    let next: i32 = year.parse::<i32>().unwrap() + 1;
    let at = format!("{next}-12-01 18:00 Europe/Paris");
    let ended = publish(&world, "chair.mp4", &[&BOTH[..], &["--at", at.as_str()]].concat()).await;
    assert_eq!(ended.code, Some(4), "{ended:?}");
    let [on_youtube, on_tiktok] = [0, 1].map(|n| ended.results[n].clone());
    assert_eq!(on_youtube["detail"]["stage"], "SCHEDULED");
    assert_eq!(on_tiktok["detail"]["why"], "SCHEDULE");
    for row in [&on_youtube, &on_tiktok] {
        assert_eq!(row["schedule"]["at"], format!("{next}-12-01T17:00:00Z"), "{row}");
        assert_eq!(row["schedule"]["wall"]["zone"], "Europe/Paris");
    }
    assert_eq!(the_video(&world, "youtube").await["privacy"], "private");
    assert!(world.simulator.uploads_in("tiktok", "published").await.is_empty());

    let fixed = world.maker(&["reschedule", on_youtube["id"].as_str().unwrap(), "--now"]).await;
    assert!(fixed.code != Some(0) && fixed.messages.contains("YouTube Studio"), "{fixed:?}");
    let tiktok = on_tiktok["id"].as_str().unwrap();
    let moved = world.maker(&["reschedule", tiktok, "--at", &format!("{next}-12-02 09:30 Africa/Nairobi")]).await;
    assert_eq!(moved.code, Some(0), "{moved:?}");
    let queue = world.maker(&["queue"]).await.results;
    let row = queue.iter().find(|row| row["id"] == tiktok).unwrap();
    assert_eq!(row["schedule"]["at"], format!("{next}-12-02T06:30:00Z"));

    assert_eq!(world.maker(&["reschedule", tiktok, "--now"]).await.code, Some(0));
    let gone = world.maker(&["resume", "--wait", "60"]).await;
    assert!(gone.results.iter().any(|row| row["id"] == tiktok && row["state"] == "PUBLISHED"), "{gone:?}");
    the_video(&world, "tiktok").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_calendar_lists_drafts_with_a_time_and_moves_them() {
    let world = World::start(Way::Loopback).await;
    video::make_of_size(&world.path("chair.mp4"), 5);
    let tomorrow =
        chrono::DateTime::parse_from_rfc3339(&world.simulator.now().await).unwrap() + chrono::TimeDelta::days(2);
    let at = tomorrow.format("%Y-%m-%d 18:00 UTC").to_string();
    let path = world.path("chair.mp4");
    let path = path.to_str().unwrap();
    assert_eq!(world.maker(&["draft", path, "--title", "Chair", "--to", "tiktok", "--at", &at]).await.code, Some(0));
    let listed = world.maker(&["calendar"]).await.results;
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert_eq!(listed[0]["at"], tomorrow.format("%Y-%m-%dT18:00:00Z").to_string());
    let draft = listed[0]["draft_id"].as_str().unwrap();
    assert_eq!(world.maker(&["reschedule", draft, "--at", &at.replace("18:00", "07:15")]).await.code, Some(0));
    assert_eq!(world.maker(&["calendar"]).await.results[0]["at"], tomorrow.format("%Y-%m-%dT07:15:00Z").to_string());
    assert_eq!(world.maker(&["reschedule", draft, "--now"]).await.code, Some(0));
    assert!(world.maker(&["calendar"]).await.results.is_empty());
    let wrong = world.maker(&["draft", path, "--at", "soon"]).await;
    assert!(wrong.code == Some(2) && wrong.messages.contains("2026-12-01 18:00"), "{wrong:?}");
}
