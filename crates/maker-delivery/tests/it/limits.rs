//! What bounds an upload from outside: TikTok's hour, the day's quota, the channel's number of uploads. All are told before
//! or while it matters, and what ends by itself goes on by itself.

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::TimeDelta;
use maker_delivery::EngineEvent;
use maker_domain::Clock;
use maker_domain::Platform::{Tiktok, Youtube};
use maker_domain::delivery::{DeliveryState, StateName, Wait};
use maker_domain::reason::ReasonCode;
use serde_json::json;

use crate::bench::Bench;

async fn stops_before_its_first_byte(bench: &Bench) -> (maker_delivery::Engine, maker_domain::id::DeliveryId) {
    let delivery = bench.publish(30, &[Tiktok]).await[0];
    let engine = bench.engine();
    let row = bench.until_state(delivery, StateName::NeedsAttention).await;
    let DeliveryState::NeedsAttention { reason } = row.state else { unreachable!() };
    assert_eq!(reason.code, ReasonCode::WindowTooShort);
    assert_eq!((bench.opened().await, bench.received().await), (0, 0), "a session was opened for nothing");
    assert_eq!(bench.store.session(delivery).await.unwrap(), None);
    (engine, delivery)
}

#[tokio::test(flavor = "multi_thread")]
async fn q_10_what_a_known_slow_line_cannot_send_in_tiktoks_hour_stops_before_its_first_byte_until_the_maker_wants_it()
{
    let bench = Bench::new().await;
    bench.store.set_setting("line_rates", &BTreeMap::from([("TIKTOK", 8_000.0)])).await.unwrap();
    let (engine, delivery) = stops_before_its_first_byte(&bench).await;

    engine.go_on(delivery).await.unwrap();

    bench.published(delivery).await;
    bench.the_video(Tiktok).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn q_10_what_a_cap_does_not_let_through_in_tiktoks_hour_stops_before_its_first_byte() {
    let bench = Bench::new().await;
    bench.wishes.0.lock().unwrap().cap_bytes_s = Some(8_000);
    let (engine, delivery) = stops_before_its_first_byte(&bench).await;
    // Waived for good: it is not asked about again after a stop.
    engine.go_on(delivery).await.unwrap();
    bench.until("it goes", delivery, |row| row.state.name() == StateName::Uploading).await;
    bench.wishes.0.lock().unwrap().cap_bytes_s = None;
    bench.published(delivery).await;
    bench.the_video(Tiktok).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn t_02_on_a_metered_network_an_upload_rests_where_it_is_and_goes_on_in_its_session_without_a_failure_counted() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 8_000_000})).await;
    let delivery = bench.publish(40, &[Youtube]).await[0];
    let engine = bench.engine();
    bench.arrived(4_000_000).await;

    bench.wishes.0.lock().unwrap().hold = true;
    let row = bench.until("it rests", delivery, |row| row.lease.is_none()).await;
    assert!(engine.is_held() && row.remote_id.is_none());
    assert!(bench.received().await < 40_000_000, "it was sent to its end");
    let other = bench.publish(3, &[Tiktok]).await[0];
    engine.look();
    // Nothing begins either, look after look.
    let kicked = std::time::Instant::now();
    bench.until("some looks later", other, |_| kicked.elapsed() > Duration::from_secs(3)).await;
    let (row, other_row) = (bench.row(delivery).await, bench.row(other).await);
    assert_eq!((row.failures, row.lease.is_none(), row.intent), (0, true, None));
    assert_eq!((other_row.state, bench.opened().await), (DeliveryState::queued(), 1));

    bench.wishes.0.lock().unwrap().hold = false;
    bench.published(delivery).await;
    bench.published(other).await;
    assert_eq!(bench.opened().await, 2, "each in one session");
}

#[tokio::test(flavor = "multi_thread")]
async fn youtube_has_no_hour_and_a_line_that_is_fast_enough_is_not_held_up() {
    let bench = Bench::new().await;
    let rates = BTreeMap::from([("TIKTOK", 30_000.0), ("YOUTUBE", 1.0)]);
    bench.store.set_setting("line_rates", &rates).await.unwrap();
    for delivery in bench.publish(30, &[Youtube, Tiktok]).await {
        let _engine = bench.engine();
        bench.published(delivery).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn q_10_an_upload_that_will_come_too_late_for_tiktoks_hour_says_so_while_it_runs() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 4_000_000})).await;
    bench.publish(100, &[Tiktok]).await;
    let engine = bench.engine();
    let mut events = engine.events();
    let told = async {
        let mut hour_passes = Some(());
        loop {
            let EngineEvent::Progress(progress) = events.recv().await.unwrap() else { continue };
            assert!(progress.deadline.is_some(), "TikTok's hour is known: {progress:?}");
            if hour_passes.take().is_some() {
                bench.clock.pass(TimeDelta::minutes(59) + TimeDelta::seconds(40));
            } else if progress.too_slow {
                return progress;
            }
        }
    };
    let progress = tokio::time::timeout(Duration::from_secs(40), told).await.expect("it says so");
    let left = TimeDelta::seconds(progress.left_s.unwrap() as i64);
    assert!(bench.clock.now() + left > progress.deadline.unwrap() - TimeDelta::seconds(5), "{progress:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_a_channels_limit_for_a_day_is_shown_with_its_end_and_goes_on_by_itself_then() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"platform": "youtube", "kind": "upload_limit_exceeded"})).await;
    let delivery = bench.publish_to_youtube(10).await;
    let began = bench.clock.now();
    let _engine = bench.engine();
    let row = bench.until_rests(delivery).await;
    let DeliveryState::Waiting { why: Wait::AccountLimit, until: Some(until) } = row.state else { panic!("{row:?}") };
    assert!(until >= began + TimeDelta::hours(24) && until <= bench.clock.now() + TimeDelta::hours(24), "{until}");
    assert_eq!((row.not_before.map(|t| t.timestamp_millis()), row.failures), (Some(until.timestamp_millis()), 0));
    bench.published(delivery).await;
    assert!(bench.clock.now() >= until);
    assert_eq!(bench.opened().await, 2, "one try, and the one after its time");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_speed_under_a_cap_is_not_remembered_as_the_lines() {
    for (cap, remembered) in [(Some(5_000_000), false), (None, true)] {
        let bench = Bench::new().await;
        bench.wishes.0.lock().unwrap().cap_bytes_s = cap;
        if cap.is_none() {
            bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 5_000_000})).await;
        }
        let delivery = bench.publish_to_youtube(60).await;
        let _engine = bench.engine();
        bench.until("every byte is there", delivery, |row| row.remote_id.is_some()).await;
        let rates: Option<BTreeMap<String, f64>> = bench.store.setting("line_rates").await.unwrap();
        assert_eq!(rates.is_some_and(|rates| rates.contains_key("YOUTUBE")), remembered, "{cap:?}");
    }
}
