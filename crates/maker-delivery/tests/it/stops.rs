//! The maker's word: pause, go on, cancel. Bytes stop at once, and what was asked is done.

use std::sync::atomic::Ordering;
use std::time::Duration;

use chrono::TimeDelta;
use maker_delivery::Engine;
use maker_domain::Platform::Youtube;
use maker_domain::delivery::{DeliveryState, StateName};
use maker_domain::id::DeliveryId;
use maker_domain::reason::ReasonCode;
use maker_harness::eventually;
use maker_store::deliveries::Intent;
use serde_json::json;
use tokio::time::Instant;

use crate::bench::{Bench, PART};

/// An upload of 30 MB whose first part has arrived, on a slow line.
async fn under_way() -> (Bench, Engine, DeliveryId) {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 9_000_000})).await;
    let delivery = bench.publish_to_youtube(30).await;
    let engine = bench.engine();
    bench.arrived(PART + 1).await;
    (bench, engine, delivery)
}

/// Waits until no request carries bytes any more.
async fn bytes_stopped(bench: &Bench) {
    eventually("the line is quiet", Duration::from_secs(5), async || {
        let puts = bench.simulator.requests("put").await;
        puts.iter().all(|put| put["finished"] == true).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_stops_the_bytes_and_going_on_begins_where_the_platform_is() {
    let (bench, engine, delivery) = under_way().await;
    let asked = Instant::now();
    engine.ask(delivery, Intent::Pause).await.unwrap();
    bench.until_state(delivery, StateName::Paused).await;
    assert!(asked.elapsed() < Duration::from_secs(1), "{:?}", asked.elapsed());
    bytes_stopped(&bench).await;

    bench.simulator.no_faults().await;
    engine.go_on(delivery).await.unwrap();

    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 1);
    assert!(bench.received().await <= bench.size() + PART, "at most one part again");
}

#[tokio::test(flavor = "multi_thread")]
async fn f25_a_cancel_stops_the_bytes_and_the_session_is_given_up_when_it_cannot_be_taken_back_any_more() {
    let (bench, engine, delivery) = under_way().await;
    let asked = Instant::now();
    engine.ask(delivery, Intent::Cancel).await.unwrap();
    bench.until_state(delivery, StateName::Cancelled).await;
    assert!(asked.elapsed() < Duration::from_secs(1), "{:?}", asked.elapsed());
    bytes_stopped(&bench).await;
    assert!(bench.store.session(delivery).await.unwrap().is_some(), "it can still be taken back");
    assert_eq!(bench.simulator.uploads_in("youtube", "uploading").await.len(), 1);

    bench.clock.pass(TimeDelta::seconds(16));

    eventually("the session is given up", Duration::from_secs(10), async || {
        bench.simulator.uploads().await.is_empty().then_some(())
    })
    .await;
    eventually("and forgotten", Duration::from_secs(10), async || {
        bench.store.session(delivery).await.unwrap().is_none().then_some(())
    })
    .await;
    // No ghost: the next start leaves it alone.
    engine.stop().await;
    let _next = bench.engine();
    let other = bench.publish(10, &[maker_domain::Platform::Tiktok]).await[0];
    bench.published(other).await;
    assert_eq!(bench.row(delivery).await.state, DeliveryState::Cancelled);
    assert!(bench.simulator.uploads_in("youtube", "published").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancel_that_is_taken_back_in_time_goes_on_in_the_same_session() {
    let (bench, engine, delivery) = under_way().await;
    engine.ask(delivery, Intent::Cancel).await.unwrap();
    bench.until_state(delivery, StateName::Cancelled).await;
    bench.simulator.no_faults().await;
    engine.go_on(delivery).await.unwrap();
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wish_that_comes_through_another_process_is_carried_out() {
    let (bench, _engine, delivery) = under_way().await;
    bench.store.ask(delivery, Intent::Pause, maker_domain::Clock::now(&*bench.clock)).await.unwrap();
    bench.until_state(delivery, StateName::Paused).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wish_during_a_call_without_an_answer_is_carried_out_and_never_forgotten() {
    for (wish, end) in [(Intent::Pause, StateName::Paused), (Intent::Cancel, StateName::Cancelled)] {
        let bench = Bench::new().await;
        bench.simulator.fault(json!({"kind": "drop_mid_chunk", "skip": 1})).await;
        bench.simulator.fault(json!({"kind": "stall", "on": "status_query"})).await;
        let delivery = bench.publish_to_youtube(30).await;
        let engine = bench.engine();
        eventually("the platform is asked and does not answer", Duration::from_secs(20), async || {
            (!bench.simulator.requests("status_query").await.is_empty()).then_some(())
        })
        .await;

        let asked = Instant::now();
        engine.ask(delivery, wish).await.unwrap();

        bench.until_state(delivery, end).await;
        assert!(asked.elapsed() < Duration::from_secs(1), "{:?}", asked.elapsed());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wish_while_the_upload_is_being_opened_is_carried_out_and_never_forgotten() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "stall", "on": "open"})).await;
    let delivery = bench.publish_to_youtube(10).await;
    let engine = bench.engine();
    eventually("an upload is being opened", Duration::from_secs(20), async || (bench.opened().await > 0).then_some(()))
        .await;
    engine.ask(delivery, Intent::Cancel).await.unwrap();
    bench.until_state(delivery, StateName::Cancelled).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wish_comes_before_whatever_else_the_maker_would_be_asked_for() {
    let bench = Bench::new().await;
    bench.keys.refuses.store(true, Ordering::SeqCst);
    let closed = bench.keys.gate.lock().await;
    let delivery = bench.publish_to_youtube(10).await;
    let engine = bench.engine();
    bench.until("it waits for a token", delivery, |row| row.state == DeliveryState::Preparing).await;

    engine.ask(delivery, Intent::Cancel).await.unwrap();
    drop(closed);

    // Not "sign in again", after which it would go on and publish what was cancelled.
    bench.until_state(delivery, StateName::Cancelled).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f19_a_file_that_is_gone_is_named_and_goes_on_when_it_is_back() {
    let (bench, engine, delivery) = under_way().await;
    let (here, away) = (bench.path("chair.mp4"), bench.path("away.mp4"));
    std::fs::rename(&here, &away).unwrap();
    bench.simulator.no_faults().await;
    let row = bench.until_state(delivery, StateName::NeedsAttention).await;
    let DeliveryState::NeedsAttention { reason } = row.state else { unreachable!() };
    assert_eq!(reason.code, ReasonCode::FileMissing);
    std::fs::rename(&away, &here).unwrap();
    engine.go_on(delivery).await.unwrap();
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn f19_a_file_that_was_changed_in_the_middle_is_never_finished() {
    use std::os::unix::fs::FileExt;
    let (bench, _engine, delivery) = under_way().await;
    let file = std::fs::OpenOptions::new().write(true).open(bench.path("chair.mp4")).unwrap();
    file.write_all_at(b"another film", 29_000_000).unwrap();
    bench.simulator.no_faults().await;
    let row = bench.until_state(delivery, StateName::NeedsAttention).await;
    let DeliveryState::NeedsAttention { reason } = row.state else { unreachable!() };
    assert_eq!(reason.code, ReasonCode::FileChanged);
    assert!(bench.simulator.uploads_in("youtube", "published").await.is_empty());
}
