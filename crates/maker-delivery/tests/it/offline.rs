//! No network: nothing fails, nothing is counted, and everything goes on by itself when it is back.

use std::time::Duration;

use chrono::TimeDelta;
use maker_domain::Clock;
use maker_domain::Platform::{Tiktok, Youtube};
use maker_domain::delivery::{DeliveryState, StateName, Wait};
use maker_domain::followup::{FollowUp, PlaylistChoice, StepState};
use maker_harness::eventually;
use serde_json::json;

use crate::bench::{Bench, PART};

const OFFLINE: DeliveryState = DeliveryState::Waiting { why: Wait::Network, until: None };

#[tokio::test(flavor = "multi_thread")]
async fn without_a_network_it_waits_uncounted_for_a_day_and_goes_on_at_once_when_it_is_back() {
    let (bench, line) = Bench::on_a_line().await;
    line.cut();
    let mut all = bench.publish(10, &[Youtube, Tiktok]).await;
    all.extend(bench.publish(10, &[Youtube]).await);
    let engine = bench.engine();
    let began = bench.clock.now();
    for step in 0..24 {
        for delivery in &all[..2] {
            bench.until("it waits for the network", *delivery, |row| row.state == OFFLINE && row.lease.is_none()).await;
        }
        // Just below what counts as a sleep would be too many steps: a computer that is offline may sleep as well.
        bench.clock.pass(TimeDelta::hours(1));
        let later = bench.clock.now();
        bench
            .until(&format!("it is looked for in hour {step}"), all[0], |row| {
                row.not_before.is_some_and(|then| then >= later) && row.lease.is_none()
            })
            .await;
        let row = bench.row(all[0]).await;
        assert_eq!((row.failures, &row.state), (0, &OFFLINE));
    }
    let since = engine.offline_since().expect("the engine says so");
    assert!(since >= began && since < began + TimeDelta::minutes(1), "since the first try, not the last: {since}");

    let moved = bench.clock.moved();
    line.mend();

    for delivery in &all {
        bench.until("every byte is there", *delivery, |row| row.remote_id.is_some()).await;
    }
    assert_eq!((engine.offline_since(), bench.clock.moved()), (None, moved), "by itself");
    for delivery in all {
        bench.published(delivery).await;
    }
    assert_eq!(bench.opened().await, 3);
    assert_eq!(bench.received().await, 3 * bench.size());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_finds_the_network_first_lets_all_others_go_on() {
    let (bench, line) = Bench::on_a_line().await;
    line.cut();
    let both = bench.publish(10, &[Youtube, Tiktok]).await;
    let engine = bench.engine();
    for delivery in &both {
        bench.until("it waits for the network", *delivery, |row| row.state == OFFLINE && row.lease.is_none()).await;
    }
    // One of them would look again only tomorrow.
    bench.put_off(both[1], TimeDelta::days(1));
    line.mend();
    engine.go_on(both[0]).await.unwrap();
    bench.until("every byte is there", both[1], |row| row.remote_id.is_some()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_that_goes_in_mid_upload_costs_neither_the_session_nor_more_than_a_part() {
    let (bench, line) = Bench::on_a_line().await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 9_000_000})).await;
    let delivery = bench.publish_to_youtube(30).await;
    let engine = bench.engine();
    bench.arrived(PART + 1).await;
    line.cut();
    eventually("the engine says so", Duration::from_secs(30), async || engine.offline_since()).await;
    let row = bench.until("it waits", delivery, |row| row.state == OFFLINE && row.lease.is_none()).await;
    assert!(row.confirmed_bytes >= PART, "what was acknowledged stands: {row:?}");
    bench.simulator.no_faults().await;
    line.mend();
    bench.until("every byte is there", delivery, |row| row.remote_id.is_some()).await;
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 1);
    assert!(bench.received().await <= bench.size() + PART);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_that_goes_after_the_last_byte_leaves_it_unconfirmed_and_settles_by_itself() {
    let (bench, line) = Bench::on_a_line().await;
    bench.simulator.fault(json!({"platform": "youtube", "kind": "hold_answer", "status": 201})).await;
    let delivery = bench.publish_to_youtube(10).await;
    let _engine = bench.engine();
    eventually("it has every byte", Duration::from_secs(30), async || {
        let there = bench.simulator.uploads().await;
        there.iter().any(|u| u["state"] != "uploading").then_some(())
    })
    .await;
    line.cut();
    bench.until_state(delivery, StateName::Unconfirmed).await;
    bench.simulator.no_faults().await;
    line.mend();
    bench.until("it is settled", delivery, |row| row.remote_id.is_some()).await;
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.received().await, bench.size());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_platform_already_has_waits_for_the_network_uncounted_too() {
    let (bench, line) = Bench::on_a_line().await;
    bench.simulator.fault(json!({"kind": "processing_takes", "seconds": 86_400})).await;
    let delivery = bench.publish_to_youtube(10).await;
    let _engine = bench.engine();
    bench.until("it is being followed", delivery, |row| row.asked >= 1 && row.lease.is_none()).await;
    line.cut();
    for _ in 0..5 {
        bench.clock.pass(TimeDelta::hours(1));
        let now = bench.clock.now();
        let row = bench
            .until("it is asked about", delivery, |row| {
                row.not_before.is_some_and(|then| then > now) && row.lease.is_none()
            })
            .await;
        assert_eq!((row.failures, row.state.name()), (0, StateName::Processing));
    }
    line.mend();
    bench.simulator.pass(90_000).await;
    let moved = bench.clock.moved();
    bench.until_state(delivery, StateName::Published).await;
    assert_eq!(bench.clock.moved(), moved, "by itself");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_waits_for_the_network_uncounted_and_is_done_when_it_is_back() {
    let (bench, line) = Bench::on_a_line().await;
    bench.keys.allow_extras();
    bench.simulator.fault(json!({"kind": "processing_takes", "seconds": 86_400})).await;
    bench.simulator.fault(json!({"kind": "status_503", "on": "api", "times": 0})).await;
    let playlist =
        PlaylistChoice::New { title: "Chairs".into(), privacy: maker_domain::draft::YoutubePrivacy::Private };
    let delivery = bench.publish_with("Oak chair", vec![(FollowUp::Playlist { playlist }, None)]).await;
    let _engine = bench.engine();
    bench.until("every byte is there", delivery, |row| row.remote_id.is_some()).await;
    line.cut();
    bench.simulator.no_faults().await;
    let mut failures = bench.step(delivery).await.failures;
    for hour in 0..4 {
        bench.clock.pass(TimeDelta::hours(1));
        let now = bench.clock.now();
        bench.until_steps("it is tried", delivery, |step| step.updated_at > now).await;
        let step = bench.step(delivery).await;
        assert_eq!(step.state, StepState::Waiting { until: None });
        if hour > 1 {
            assert_eq!(step.failures, failures, "an hour without a network was counted");
        }
        failures = step.failures;
    }
    line.mend();
    bench.until_steps("it is done", delivery, |step| step.state == StepState::Done).await;
    assert_eq!(bench.simulator.uploads().await[0]["playlists"].as_array().map(Vec::len), Some(1));
}
