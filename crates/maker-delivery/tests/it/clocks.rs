//! f26: clocks that are set, and computers that sleep. What waits for a known time waits for it, what waits for a while does
//! not wait longer for it, and nothing is sent twice.

use std::time::Duration;

use chrono::TimeDelta;
use maker_domain::Clock;
use maker_domain::Platform::{Tiktok, Youtube};
use maker_domain::delivery::{DeliveryState, StateName, Wait};
use maker_harness::eventually;
use serde_json::json;

use crate::bench::{Bench, PART};

#[tokio::test(flavor = "multi_thread")]
async fn f26_a_clock_set_back_an_hour_in_mid_backoff_makes_nothing_wait_an_hour_longer() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "status_503", "skip": 1, "retry_after": 30})).await;
    let delivery = bench.publish_to_youtube(20).await;
    let _engine = bench.engine();
    bench.until_rests(delivery).await;
    bench.clock.set_back(TimeDelta::hours(1));
    bench.until("every byte is there", delivery, |row| row.remote_id.is_some()).await;
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn f26_a_clock_set_back_does_not_bring_a_quotas_end_nearer() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"platform": "youtube", "kind": "quota_exceeded", "on": "open"})).await;
    let delivery = bench.publish_to_youtube(10).await;
    let engine = bench.engine();
    let before = bench.until_rests(delivery).await;
    let DeliveryState::Waiting { why: Wait::Quota, until: Some(until) } = before.state else { panic!("{before:?}") };
    for jump in [-3_600, 7_200, -3_600] {
        if jump < 0 {
            bench.clock.set_back(TimeDelta::seconds(-jump));
        } else {
            bench.clock.pass(TimeDelta::seconds(jump));
        }
        engine.look();
        // The engine is at work all the time.
        let other = bench.publish(10, &[Tiktok]).await[0];
        bench.published(other).await;
        let row = bench.row(delivery).await;
        assert_eq!((row.state, row.not_before), (before.state.clone(), Some(until)));
    }
    bench.published(delivery).await;
    assert!(bench.clock.now() >= until, "before its time");
}

#[tokio::test(flavor = "multi_thread")]
async fn f26_after_a_sleep_the_platform_is_asked_over_a_new_line_and_the_same_session_goes_on() {
    for asleep in [TimeDelta::minutes(10), TimeDelta::hours(1), TimeDelta::days(1)] {
        let bench = Bench::new().await;
        bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 6_000_000})).await;
        let delivery = bench.publish_to_youtube(30).await;
        let _engine = bench.engine();
        bench.arrived(PART + 1).await;
        bench.clock.pass(asleep);
        eventually("it is asked", Duration::from_secs(20), async || {
            (!bench.simulator.requests("status_query").await.is_empty()).then_some(())
        })
        .await;
        bench.simulator.no_faults().await;
        let row = bench.until("every byte is there", delivery, |row| row.remote_id.is_some()).await;
        assert_eq!(row.failures, 0, "a sleep is no failure");
        bench.published(delivery).await;
        bench.the_video(Youtube).await;
        assert_eq!(bench.opened().await, 1);
        assert!(bench.received().await <= bench.size() + PART);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f26_a_clock_set_back_in_mid_upload_changes_nothing() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 6_000_000})).await;
    let both = bench.publish(30, &[Youtube, Tiktok]).await;
    let engine = bench.engine();
    bench.arrived(PART + 1).await;
    bench.clock.set_back(TimeDelta::hours(1));
    engine.look();
    bench.simulator.no_faults().await;
    for (delivery, platform) in both.into_iter().zip([Youtube, Tiktok]) {
        bench.until("every byte is there", delivery, |row| row.remote_id.is_some()).await;
        bench.published(delivery).await;
        bench.the_video(platform).await;
    }
    assert_eq!(bench.opened().await, 2);
    assert_eq!(bench.received().await, 2 * bench.size());
}

#[tokio::test(flavor = "multi_thread")]
async fn f26_a_clock_that_jumps_forward_takes_no_work_from_a_process_that_lives() {
    let bench = Bench::new().await;
    let delivery = bench.publish_to_youtube(10).await;
    let other = bench.publish(10, &[Tiktok]).await[0];
    let lives = bench.someone_else();
    let now = bench.clock.now();
    assert!(bench.store.claim(delivery, lives.id, now, now + TimeDelta::seconds(120)).await.unwrap());
    let _engine = bench.engine();
    bench.clock.pass(TimeDelta::hours(1));
    bench.published(other).await;
    let again = bench.publish(10, &[Tiktok]).await[0];
    bench.published(again).await;
    let row = bench.row(delivery).await;
    assert_eq!((row.lease.map(|l| l.owner), row.state.name()), (Some(lives.id), StateName::Waiting), "it was taken");

    drop(lives);

    bench.published(delivery).await;
    assert_eq!(bench.store.account(delivery).await.unwrap().upload.sessions, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_was_taken_for_hung_stops_by_itself_when_it_wakes_and_there_is_one_video() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 6_000_000})).await;
    let delivery = bench.publish_to_youtube(30).await;
    let slow = bench.engine();
    bench.arrived(PART + 1).await;
    // Another process has found it hung, as its lease was over for long.
    let thief = bench.someone_else();
    let until = (bench.clock.now() + TimeDelta::hours(1)).timestamp_millis();
    bench.sql(&format!(
        "UPDATE deliveries SET lease_owner = '{}', lease_until = {until} WHERE id = '{delivery}'",
        thief.id
    ));
    let mut uploads = slow.uploads();
    tokio::time::timeout(Duration::from_secs(20), uploads.wait_for(|count| *count == 0))
        .await
        .expect("it stops")
        .unwrap();
    let row = bench.row(delivery).await;
    assert_eq!((row.lease.map(|l| l.owner), row.state.name()), (Some(thief.id), StateName::Uploading), "it wrote");
    bench.simulator.no_faults().await;
    drop(thief);
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 1);
}
