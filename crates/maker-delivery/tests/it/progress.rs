//! f24: progress is what the platform has acknowledged. It never falls, and 100 % is the platform's to say.

use std::sync::{Arc, Mutex};

use maker_delivery::{Engine, EngineEvent};
use maker_domain::delivery::StateName;
use maker_store::deliveries::Intent;
use serde_json::json;

use crate::bench::{Bench, PART};

/// Everything an engine tells of progress, from now on.
fn told(engine: &Engine) -> Arc<Mutex<Vec<u64>>> {
    let mut events = engine.events();
    let told = Arc::new(Mutex::new(Vec::new()));
    let into = Arc::clone(&told);
    tokio::spawn(async move {
        while let Ok(event) = events.recv().await {
            if let EngineEvent::Progress(progress) = event {
                into.lock().unwrap().push(progress.confirmed_bytes);
            }
        }
    });
    told
}

#[track_caller]
fn only_rises_and_never_says_all(told: &[u64], total: u64) {
    assert!(told.len() >= 3, "nothing was told: {told:?}");
    assert!(told.is_sorted(), "it fell: {told:?}");
    assert!(told.iter().all(|bytes| *bytes < total), "100 % before the platform said so: {told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn f24_progress_only_rises_and_never_says_all_before_the_end() {
    let harms = [
        json!([]),
        json!([{"kind": "acknowledge_less", "skip": 1}]),
        json!([{"kind": "drop_mid_chunk", "skip": 1, "after_bytes": 2_000_000}, {"kind": "status_503", "skip": 3}]),
        json!([{"kind": "no_range_in_308", "skip": 1}]),
        json!([{"kind": "drop_answer_after_last_byte"}]),
    ];
    for harm in harms {
        let bench = Bench::new().await;
        bench.simulator.fault(harm).await;
        let delivery = bench.publish_to_youtube(30).await;
        let engine = bench.engine();
        let told = told(&engine);
        let row = bench.published(delivery).await;
        only_rises_and_never_says_all(&told.lock().unwrap(), row.total_bytes);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f24_what_was_shown_stands_while_it_is_paused_and_after_a_restart() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 12_000_000})).await;
    let delivery = bench.publish_to_youtube(30).await;
    let first = bench.engine();
    let before = told(&first);
    bench.arrived(PART + 1).await;
    first.ask(delivery, Intent::Pause).await.unwrap();
    let paused = bench.until_state(delivery, StateName::Paused).await;
    let shown = before.lock().unwrap().last().copied().unwrap();
    assert!(shown >= PART);
    assert_eq!(paused.confirmed_bytes, shown, "the row says something else than was shown");
    first.stop().await;
    drop(first);

    bench.simulator.no_faults().await;
    let second = bench.engine();
    let after = told(&second);
    second.go_on(delivery).await.unwrap();
    let row = bench.published(delivery).await;
    let all = [before.lock().unwrap().clone(), after.lock().unwrap().clone()].concat();
    only_rises_and_never_says_all(&all, row.total_bytes);
}

#[tokio::test(flavor = "multi_thread")]
async fn f24_a_line_that_breaks_leaves_the_row_at_what_was_acknowledged() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "status_503", "skip": 2, "retry_after": 900})).await;
    let delivery = bench.publish_to_youtube(30).await;
    let _engine = bench.engine();
    let row = bench.until_rests(delivery).await;
    assert_eq!(row.confirmed_bytes, 2 * PART);
}

#[tokio::test(flavor = "multi_thread")]
async fn f24_a_new_session_begins_with_nothing_acknowledged() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "session_gone", "on": "put", "skip": 2})).await;
    let delivery = bench.publish_to_youtube(30).await;
    let engine = bench.engine();
    let told = told(&engine);
    bench.published(delivery).await;
    let told = told.lock().unwrap().clone();
    let again = told.iter().skip(1).position(|bytes| *bytes == 0);
    assert!(again.is_some(), "what the lost session had is still shown: {told:?}");
}
