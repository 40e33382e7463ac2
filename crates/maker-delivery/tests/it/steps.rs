//! Follow-up steps: thumbnail, captions, playlist. Each is done once, whatever becomes of its answers, and none of them can
//! make a published video anything else.

use std::sync::atomic::Ordering;
use std::time::Duration;

use chrono::TimeDelta;
use maker_delivery::Engine;
use maker_domain::Clock;
use maker_domain::Platform::Youtube;
use maker_domain::delivery::StateName;
use maker_domain::draft::YoutubePrivacy;
use maker_domain::followup::{FollowUp, PlaylistChoice, StepState};
use maker_domain::id::DeliveryId;
use maker_domain::reason::ReasonCode;
use maker_harness::eventually;
use serde_json::{Value, json};

use crate::bench::Bench;

const SRT: &[u8] = b"1\n00:00:00,000 --> 00:00:02,000\nAn oak chair.\n";
const VTT: &[u8] = b"WEBVTT\n\n00:00.000 --> 00:02.000\nUne chaise.\n";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\nthe rest of a picture";

type Work = (FollowUp, Option<&'static str>);

fn thumbnail() -> Work {
    (FollowUp::Thumbnail { file_name: "front.png".into() }, Some("front.png"))
}

fn captions(file: &'static str, language: &str) -> Work {
    (FollowUp::Captions { file_name: file.into(), language: language.into(), name: String::new() }, Some(file))
}

fn new_playlist() -> Work {
    let playlist = PlaylistChoice::New { title: "Chairs".into(), privacy: YoutubePrivacy::Private };
    (FollowUp::Playlist { playlist }, None)
}

/// A bench with the files of steps, and a maker who has allowed everything.
async fn bench() -> Bench {
    let bench = Bench::new().await;
    bench.keys.allow_extras();
    for (name, bytes) in [("front.png", PNG), ("chair.srt", SRT), ("chair.fr.vtt", VTT)] {
        std::fs::write(bench.path(name), bytes).unwrap();
    }
    bench
}

async fn playlists(bench: &Bench) -> Vec<Value> {
    bench.google("playlists?part=snippet,status&mine=true&maxResults=50").await
}

async fn items_of(bench: &Bench, playlist: &Value) -> usize {
    bench.google(&format!("playlistItems?part=snippet&playlistId={}", playlist["id"].as_str().unwrap())).await.len()
}

/// A captions step, and the engine that has published its video.
async fn published_with(bench: &Bench, work: Work) -> (Engine, DeliveryId) {
    let delivery = bench.publish_with("Oak chair", vec![work]).await;
    let engine = bench.engine();
    bench.published(delivery).await;
    (engine, delivery)
}

async fn told(bench: &Bench, delivery: DeliveryId) -> ReasonCode {
    bench
        .until_steps("the maker is told", delivery, |step| {
            bench.clock.pass(TimeDelta::seconds(1));
            matches!(step.state, StepState::NeedsAttention { .. })
        })
        .await;
    let StepState::NeedsAttention { reason } = bench.step(delivery).await.state else { unreachable!() };
    assert_eq!(bench.row(delivery).await.state.name(), StateName::Published, "the video is touched");
    bench.the_video(Youtube).await;
    reason.code
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_that_was_chosen_is_there_once_after_the_upload() {
    let bench = bench().await;
    let work = vec![thumbnail(), captions("chair.srt", "en"), captions("chair.fr.vtt", "fr"), new_playlist()];
    let delivery = bench.publish_with("Oak chair", work).await;
    let _engine = bench.engine();
    bench.published(delivery).await;
    bench.steps_done(delivery).await;
    let there = bench.the_video(Youtube).await;
    let mut tracks: Vec<&str> = there["captions"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    tracks.sort_unstable();
    assert_eq!((&there["has_thumbnail"], tracks), (&json!(true), vec!["en", "fr"]), "{there}");
    let lists = playlists(&bench).await;
    let made: Vec<&Value> = lists.iter().filter(|list| list["snippet"]["title"] == "Chairs").collect();
    assert_eq!((made.len(), made[0]["status"]["privacyStatus"].as_str()), (1, Some("private")));
    assert_eq!(items_of(&bench, made[0]).await, 1);
    for step in bench.store.steps_of(delivery).await.unwrap() {
        assert_eq!((step.failures, step.tried), (0, true));
    }

    // Another video goes into the same list.
    let next = bench.publish_with("Elm chair", vec![new_playlist()]).await;
    bench.published(next).await;
    bench.steps_done(next).await;
    let lists = playlists(&bench).await;
    let again: Vec<&Value> = lists.iter().filter(|list| list["snippet"]["title"] == "Chairs").collect();
    assert_eq!(again.len(), 1, "a second list of the same name");
    assert_eq!(items_of(&bench, again[0]).await, 2);

    // And a third, by the list's id.
    let playlist = PlaylistChoice::Existing { id: again[0]["id"].as_str().unwrap().into(), title: "Chairs".into() };
    let third = bench.publish_with("Ash chair", vec![(FollowUp::Playlist { playlist }, None)]).await;
    bench.published(third).await;
    bench.steps_done(third).await;
    assert_eq!(items_of(&bench, again[0]).await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_makes_no_second_track_list_or_place() {
    for lost in 1..=3 {
        let bench = bench().await;
        bench.simulator.fault(json!({"kind": "drop_answer_of_change", "times": lost})).await;
        let work = vec![captions("chair.srt", "en"), new_playlist(), thumbnail()];
        let delivery = bench.publish_with("Oak chair", work).await;
        let _engine = bench.engine();
        bench.published(delivery).await;
        bench.steps_done(delivery).await;
        let there = bench.the_video(Youtube).await;
        assert_eq!((&there["has_thumbnail"], &there["captions"]), (&json!(true), &json!(["en"])), "{there}");
        let lists = playlists(&bench).await;
        let made: Vec<&Value> = lists.iter().filter(|list| list["snippet"]["title"] == "Chairs").collect();
        assert_eq!(made.len(), 1, "{lists:?}");
        assert_eq!(items_of(&bench, made[0]).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_engine_that_ends_between_a_try_and_its_answer_leaves_a_look_to_the_next_which_comes_at_once() {
    for politely in [true, false] {
        let bench = bench().await;
        let delivery = bench.publish_with("Oak chair", vec![captions("chair.srt", "en")]).await;
        // The platform has the track; its answer never comes.
        bench.simulator.fault(json!({"kind": "hold_answer", "on": "api", "skip": 0, "times": 0})).await;
        let first = bench.engine();
        eventually("the track is there", Duration::from_secs(30), async || {
            let there = bench.simulator.uploads().await;
            there.iter().any(|u| u["captions"] == json!(["en"])).then_some(())
        })
        .await;
        if politely {
            first.stop().await;
        }
        drop(first);
        let step = bench.step(delivery).await;
        assert_eq!((step.tried, &step.state), (true, &StepState::Waiting { until: None }), "{step:?}");
        bench.simulator.no_faults().await;
        let before = bench.simulator.log_after(0).await.len() as u64;
        let moved = bench.clock.moved();

        let _second = bench.engine();

        bench.until_steps("it is done", delivery, |step| step.state == StepState::Done).await;
        assert!(bench.clock.moved() - moved < 60_000, "it waited for a dead engine's lease");
        let after = bench.simulator.log_after(before).await;
        let changes =
            after.iter().filter(|r| r["method"] == "POST" && r["path"].as_str().unwrap().contains("captions"));
        assert_eq!(changes.count(), 0, "it acted before it looked: {after:#?}");
        bench.published(delivery).await;
        assert_eq!(bench.the_video(Youtube).await["captions"], json!(["en"]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_right_the_step_asks_for_it_and_goes_on_after_a_sign_in() {
    let bench = bench().await;
    bench.keys.extras.store(false, Ordering::SeqCst);
    let (_engine, delivery) = published_with(&bench, captions("chair.srt", "en")).await;
    assert_eq!(told(&bench, delivery).await, ReasonCode::MissingScope);
    let asked = bench.simulator.log_after(0).await;
    assert!(!asked.iter().any(|r| r["path"].as_str().unwrap().contains("captions")), "it was tried without the right");

    bench.keys.allow_extras();
    assert_eq!(bench.store.retry_steps_after_sign_in(Youtube, bench.clock.now()).await.unwrap(), 1);

    bench.steps_done(delivery).await;
    assert_eq!(bench.the_video(Youtube).await["captions"], json!(["en"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_that_may_set_no_thumbnail_is_told_so_and_can_try_again() {
    let bench = bench().await;
    bench.simulator.fault(json!({"kind": "thumbnail_refused"})).await;
    let (engine, delivery) = published_with(&bench, thumbnail()).await;
    let code = told(&bench, delivery).await;
    assert!(matches!(code, ReasonCode::AccountRefused | ReasonCode::RefusedByPlatform), "{code:?}");

    engine.retry_step(bench.step(delivery).await.id).await.unwrap();

    bench.steps_done(delivery).await;
    assert_eq!(bench.the_video(Youtube).await["has_thumbnail"], json!(true));
    let again = engine.retry_step(bench.step(delivery).await.id).await;
    assert!(matches!(again, Err(maker_store::StoreError::IllegalMove(_))), "what is done is done: {again:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thumbnail_waits_until_the_platform_has_finished_the_video() {
    let bench = bench().await;
    bench.simulator.fault(json!({"kind": "treat_as_short"})).await;
    bench.simulator.fault(json!({"kind": "processing_takes", "seconds": 500})).await;
    let delivery = bench.publish_with("Oak chair", vec![thumbnail(), captions("chair.srt", "en")]).await;
    let _engine = bench.engine();
    eventually("the captions do not wait", Duration::from_secs(30), async || {
        let there = bench.simulator.uploads().await;
        there.iter().any(|u| u["captions"] == json!(["en"])).then_some(())
    })
    .await;
    assert_eq!(bench.row(delivery).await.state.name(), StateName::Processing);
    bench.simulator.pass(600).await;
    bench.published(delivery).await;
    bench.steps_done(delivery).await;
    assert_eq!(bench.the_video(Youtube).await["has_thumbnail"], json!(true), "it was set too early, and ignored");
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_a_step_that_meets_the_days_quota_waits_for_its_known_end_without_a_try_before() {
    let bench = bench().await;
    let delivery = bench.publish_with("Oak chair", vec![new_playlist()]).await;
    // Not while the video is followed: that reads by the same door.
    bench.simulator.fault(json!({"platform": "youtube", "kind": "processing_takes", "seconds": 0})).await;
    let engine = bench.engine();
    bench.until("every byte is there", delivery, |row| row.remote_id.is_some()).await;
    bench.steps_done(delivery).await;
    bench.published(delivery).await;
    let next = bench.publish_with("Elm chair", vec![thumbnail()]).await;
    bench.simulator.fault(json!({"platform": "youtube", "kind": "quota_exceeded", "on": "api", "times": 0})).await;
    bench.until("every byte is there", next, |row| row.remote_id.is_some()).await;
    // The video has been followed by now; the step is next.
    bench.sql(&format!(
        "UPDATE deliveries SET state = 'PUBLISHED', not_before = NULL, lease_owner = NULL WHERE id = '{next}'"
    ));
    engine.look();
    let steps =
        bench.until_steps("it waits", next, |step| matches!(step.state, StepState::Waiting { until: Some(_) })).await;
    let StepState::Waiting { until: Some(until) } = steps[0].state else { unreachable!() };
    assert!(until > bench.clock.now() && until < bench.clock.now() + TimeDelta::hours(25));
    assert_eq!(steps[0].failures, 0);
    bench.simulator.no_faults().await;
    bench.clock.pass(until - bench.clock.now());
    bench.until_steps("it is done", next, |step| step.state == StepState::Done).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f19_a_steps_file_that_is_gone_or_another_is_told_and_not_sent() {
    for (harm, code) in [("gone", ReasonCode::FileMissing), ("other", ReasonCode::FileChanged)] {
        let bench = bench().await;
        let delivery = bench.publish_with("Oak chair", vec![captions("chair.srt", "en")]).await;
        let (here, away) = (bench.path("chair.srt"), bench.path("away.srt"));
        std::fs::rename(&here, &away).unwrap();
        if harm == "other" {
            std::fs::write(&here, b"1\n00:00:00,000 --> 00:00:02,000\nAnother film.\n").unwrap();
        }
        let engine = bench.engine();
        bench.published(delivery).await;
        assert_eq!(told(&bench, delivery).await, code);
        assert_eq!(bench.the_video(Youtube).await["captions"], json!([]));

        std::fs::rename(&away, &here).unwrap();
        engine.retry_step(bench.step(delivery).await.id).await.unwrap();

        bench.steps_done(delivery).await;
        assert_eq!(bench.the_video(Youtube).await["captions"], json!(["en"]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_engines_do_each_step_once() {
    let bench = bench().await;
    let mut all = Vec::new();
    for _ in 0..3 {
        let work = vec![captions("chair.srt", "en"), captions("chair.fr.vtt", "fr"), new_playlist(), thumbnail()];
        all.push(bench.publish_with("Oak chair", work).await);
    }
    let _engines = [bench.engine(), bench.engine()];
    for delivery in &all {
        bench.published(*delivery).await;
        bench.steps_done(*delivery).await;
    }
    let log = bench.simulator.log_after(0).await;
    let changes = |path: &str| {
        log.iter().filter(|r| r["method"] == "POST" && r["path"].as_str().unwrap().ends_with(path)).count()
    };
    assert_eq!((changes("/captions"), changes("/thumbnails/set")), (6, 3), "{log:#?}");
    assert_eq!(changes("/playlistItems"), 3);
    let lists = playlists(&bench).await;
    assert_eq!(lists.iter().filter(|list| list["snippet"]["title"] == "Chairs").count(), 1, "{lists:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn steps_of_others_in_any_number_keep_no_engine_from_its_own() {
    let bench = bench().await;
    let crowd = (0..70).map(|_| captions("chair.srt", "en")).collect();
    let others = bench.publish_with("Oak chair", crowd).await;
    let own = bench.publish_with("Elm chair", vec![captions("chair.srt", "en")]).await;
    // Their videos are there, and nobody works on them.
    bench.sql(&format!("UPDATE deliveries SET state = 'PUBLISHED', remote_id = 'x' WHERE id = '{others}'"));
    let _engine = bench.engine_for(vec![own]);
    bench.published(own).await;
    bench.steps_done(own).await;
}
