//! Sessions that are lost, and processes that end: the upload goes on where the platform says.

use maker_domain::Platform::Youtube;
use maker_domain::delivery::{DeliveryState, StateName};
use maker_domain::reason::ReasonCode;
use serde_json::json;

use crate::bench::{Bench, PART};

#[tokio::test(flavor = "multi_thread")]
async fn f9_a_session_that_is_gone_is_followed_by_another_from_the_first_byte() {
    for status in [404, 410] {
        let bench = Bench::new().await;
        bench.simulator.fault(json!({"kind": "session_gone", "on": "put", "skip": 2, "status": status})).await;
        let delivery = bench.publish_to_youtube(30).await;
        let _engine = bench.engine();
        bench.published(delivery).await;
        bench.the_video(Youtube).await;
        assert_eq!(bench.opened().await, 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f9_after_three_new_sessions_the_maker_is_told_and_can_try_again() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "session_gone", "on": "put", "skip": 1, "times": 0})).await;
    let delivery = bench.publish_to_youtube(20).await;
    let engine = bench.engine();
    let row = bench.until_state(delivery, StateName::NeedsAttention).await;
    let DeliveryState::NeedsAttention { reason } = row.state else { unreachable!() };
    assert_eq!(reason.code, ReasonCode::SessionLost);
    assert_eq!(bench.opened().await, 4, "the first and three new ones");

    bench.simulator.no_faults().await;
    engine.go_on(delivery).await.unwrap();

    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn f17_an_engine_that_stops_in_the_middle_leaves_the_session_to_the_next() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 12_000_000})).await;
    let delivery = bench.publish_to_youtube(30).await;
    let first = bench.engine();
    bench.arrived(PART + 1).await;

    first.stop().await;

    let row = bench.row(delivery).await;
    assert_eq!((row.state, row.lease), (DeliveryState::Uploading, None), "the state stays and the lease is free");
    drop(first);
    bench.simulator.no_faults().await;
    let _second = bench.engine();
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 1, "the same session");
    assert!(bench.received().await <= bench.size() + PART, "at most one part again");
}

#[tokio::test(flavor = "multi_thread")]
async fn f17_a_second_engine_takes_over_from_one_that_died_without_a_word() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 12_000_000})).await;
    let delivery = bench.publish_to_youtube(30).await;
    let gone = maker_domain::id::ProcessId::make();
    let now = maker_domain::Clock::now(&*bench.clock);
    // It claimed for an hour and holds no lock any more.
    assert!(bench.store.claim(delivery, gone, now, now + chrono::TimeDelta::hours(1)).await.unwrap());
    bench.simulator.no_faults().await;
    let _engine = bench.engine();
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_engines_on_one_queue_send_everything_once() {
    let bench = Bench::new().await;
    let mut all = Vec::new();
    for _ in 0..3 {
        all.extend(bench.publish(10, &maker_domain::Platform::ALL).await);
    }
    let _engines = [bench.engine(), bench.engine()];
    for delivery in all {
        bench.published(delivery).await;
    }
    assert_eq!(bench.opened().await, 6);
    assert_eq!(bench.simulator.uploads().await.len(), 6);
    assert_eq!(bench.store.videos(99).await.unwrap().len(), 6);
}
