//! Lines and platforms that break in the middle: the same bytes arrive, in the same session, once.

use std::sync::atomic::Ordering;

use chrono::{TimeDelta, TimeZone, Utc};
use maker_domain::Clock;
use maker_domain::Platform::{Tiktok, Youtube};
use maker_domain::delivery::{DeliveryState, StateName, Wait};
use maker_domain::reason::ReasonCode;
use serde_json::{Value, json};

use crate::bench::{Bench, PART};

/// Publishes 30 MB to YouTube while `fault` is ordered and proves that one whole video came of one session.
async fn goes_through(fault: Value) -> Bench {
    let bench = Bench::new().await;
    bench.simulator.fault(fault).await;
    let delivery = bench.publish_to_youtube(30).await;
    let _engine = bench.engine();
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 1, "one session");
    assert_eq!(bench.store.videos(9).await.unwrap().len(), 1, "one row");
    bench
}

#[tokio::test(flavor = "multi_thread")]
async fn a_film_goes_to_both_platforms_byte_for_byte() {
    let bench = Bench::new().await;
    let both = bench.publish(30, &[Youtube, Tiktok]).await;
    let _engine = bench.engine();
    for (delivery, platform) in both.into_iter().zip([Youtube, Tiktok]) {
        let row = bench.published(delivery).await;
        let there = bench.the_video(platform).await;
        assert_eq!(row.state, DeliveryState::Published { url: there["url"].as_str().unwrap().into(), exact: true });
        assert_eq!(row.confirmed_bytes, row.total_bytes);
        assert_eq!(bench.store.session(delivery).await.unwrap(), None, "the address is forgotten");
    }
    assert_eq!(bench.store.videos(9).await.unwrap().len(), 2);
    assert_eq!(bench.simulator.policy().await, json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn f1_a_503_on_the_third_part_costs_no_second_session() {
    goes_through(json!({"kind": "status_503", "skip": 2})).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f2_where_less_was_kept_than_sent_the_next_byte_is_the_one_after_it() {
    let bench = goes_through(json!({"kind": "acknowledge_less", "skip": 1, "hold_back_bytes": 262_144})).await;
    assert_eq!(bench.received().await, bench.size() + 262_144, "just what was not kept is sent again");
}

#[tokio::test(flavor = "multi_thread")]
async fn f3_a_308_without_a_range_begins_at_the_first_byte() {
    let bench = goes_through(json!({"kind": "no_range_in_308", "skip": 1})).await;
    let starts: Vec<String> = bench
        .simulator
        .requests("put")
        .await
        .iter()
        .filter_map(|r| r["content_range"].as_str()?.split('-').next().map(str::to_owned))
        .collect();
    assert_eq!(starts[..3], ["bytes 0", "bytes 8388608", "bytes 0"], "{starts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn f5_after_a_line_that_was_cut_the_platform_is_asked_and_at_most_one_part_sent_again() {
    let bench = goes_through(json!({"kind": "drop_mid_chunk", "skip": 1, "after_bytes": 3_000_000})).await;
    assert!(!bench.simulator.requests("status_query").await.is_empty(), "it was not asked");
    assert!(bench.received().await <= bench.size() + PART);
}

#[tokio::test(flavor = "multi_thread")]
async fn f6_a_silent_line_is_noticed_and_the_upload_goes_on() {
    goes_through(json!({"kind": "stall", "skip": 1, "after_bytes": 1_000_000})).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f7_what_the_platform_asks_to_wait_is_waited() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "status_429", "skip": 1, "retry_after": 700})).await;
    let delivery = bench.publish_to_youtube(30).await;
    let began = bench.clock.now();
    let _engine = bench.engine();
    let row = bench.until_rests(delivery).await;
    assert!(row.not_before.unwrap() >= began + TimeDelta::seconds(700), "{row:?}");
    assert_eq!(row.state, DeliveryState::Waiting { why: Wait::Platform, until: None });
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f8_failures_are_counted_until_bytes_move_again() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "status_503", "skip": 1, "times": 0})).await;
    let delivery = bench.publish_to_youtube(30).await;
    let _engine = bench.engine();
    let counted = |least| move |row: &maker_store::deliveries::Delivery| row.failures >= least && row.lease.is_none();
    for failures in 1..=3 {
        let row = bench.until("a failure is counted", delivery, counted(failures)).await;
        bench.clock.pass(row.not_before.unwrap() - bench.clock.now());
    }
    bench.simulator.no_faults().await;
    bench.simulator.fault(json!({"kind": "status_503", "skip": 1, "times": 0})).await;
    let row =
        bench.until("a part went through", delivery, |row| row.confirmed_bytes >= 2 * PART && counted(1)(row)).await;
    assert_eq!(row.failures, 1, "earlier failures are forgiven by progress");
    bench.simulator.no_faults().await;
    bench.published(delivery).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_a_token_that_ends_during_the_upload_is_renewed_once_and_the_session_goes_on() {
    let bench = goes_through(json!({"kind": "token_expired", "on": "put", "skip": 1})).await;
    assert_eq!(bench.keys.refreshed.load(Ordering::SeqCst), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn f11_where_the_token_cannot_be_renewed_the_maker_is_asked_and_the_session_waits() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "token_expired", "on": "put", "skip": 1})).await;
    let delivery = bench.publish_to_youtube(30).await;
    bench.keys.token_then_refuse().await;
    let _engine = bench.engine();
    let row = bench.until_state(delivery, StateName::NeedsAttention).await;
    let DeliveryState::NeedsAttention { reason } = row.state else { unreachable!() };
    assert_eq!(reason.code, ReasonCode::SignInAgain);

    bench.keys.refuses.store(false, Ordering::SeqCst);
    assert_eq!(bench.store.go_on_after_sign_in(Youtube, bench.clock.now()).await.unwrap(), 1);

    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 1, "the same session");
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_a_used_up_quota_is_waited_out_until_its_known_end_without_one_try_before() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"platform": "youtube", "kind": "quota_exceeded", "on": "open", "times": 0})).await;
    let delivery = bench.publish_to_youtube(10).await;
    let _engine = bench.engine();
    let row = bench.until_rests(delivery).await;
    let midnight = Utc.with_ymd_and_hms(2026, 11, 19, 8, 0, 0).unwrap();
    assert_eq!(bench.clock.now().date_naive(), Utc.with_ymd_and_hms(2026, 11, 18, 0, 0, 0).unwrap().date_naive());
    assert_eq!(row.state, DeliveryState::Waiting { why: Wait::Quota, until: Some(midnight) });
    assert_eq!((row.not_before, row.failures), (Some(midnight), 0));

    // Hours pass, and the engine is at work all the time: another upload goes through.
    bench.clock.pass(midnight - bench.clock.now() - TimeDelta::hours(1));
    let other = bench.publish(10, &[Tiktok]).await[0];
    bench.published(other).await;
    let tried = |requests: Vec<Value>| requests.iter().filter(|r| r["platform"] == "youtube").count();
    assert_eq!(tried(bench.simulator.requests("open").await), 1, "it was tried before its time");

    bench.simulator.no_faults().await;
    bench.published(delivery).await;
    assert_eq!(tried(bench.simulator.requests("open").await), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_a_middle_boxs_page_is_no_answer_of_the_platform() {
    for on in ["open", "put", "status_query"] {
        let bench = Bench::new().await;
        bench.simulator.fault(json!({"kind": "html_502", "on": on})).await;
        if on == "status_query" {
            bench.simulator.fault(json!({"kind": "drop_mid_chunk"})).await;
        }
        let delivery = bench.publish_to_youtube(10).await;
        let _engine = bench.engine();
        bench.published(delivery).await;
        bench.the_video(Youtube).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_that_tiktok_loses_is_sent_again() {
    for fault in [
        json!({"kind": "chunk_5xx", "skip": 1}),
        json!({"kind": "drop_206", "skip": 1}),
        json!({"kind": "drop_mid_chunk", "skip": 1, "after_bytes": 3_000_000}),
        json!({"kind": "progress_behind"}),
    ] {
        let bench = Bench::new().await;
        bench.simulator.fault(fault).await;
        let delivery = bench.publish(70, &[Tiktok]).await[0];
        let _engine = bench.engine();
        bench.published(delivery).await;
        bench.the_video(Tiktok).await;
        assert_eq!(bench.opened().await, 1);
    }
}
