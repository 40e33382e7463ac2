//! The last answer is lost: it is settled by asking, nothing is sent twice, and nothing is said that is not known.

use std::time::Duration;

use maker_domain::Platform::{Tiktok, Youtube};
use maker_domain::delivery::{DeliveryState, StateName};
use maker_domain::reason::ReasonCode;
use maker_harness::eventually;
use maker_store::StoreError;
use maker_store::deliveries::Intent;
use serde_json::json;

use crate::bench::Bench;

#[tokio::test(flavor = "multi_thread")]
async fn f4_a_lost_final_answer_is_settled_by_asking_and_gives_one_video() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"platform": "youtube", "kind": "drop_answer_after_last_byte"})).await;
    bench.simulator.fault(json!({"platform": "tiktok", "kind": "drop_201"})).await;
    let both = bench.publish(20, &[Youtube, Tiktok]).await;
    let _engine = bench.engine();
    for (delivery, platform) in both.into_iter().zip([Youtube, Tiktok]) {
        bench.published(delivery).await;
        bench.the_video(platform).await;
    }
    assert_eq!(bench.opened().await, 2);
    assert_eq!(bench.received().await, 2 * bench.size(), "nothing was sent twice");
    assert_eq!(bench.store.videos(9).await.unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_it_is_unclear_it_can_be_neither_cancelled_nor_paused_and_nothing_is_sent() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "drop_answer_after_last_byte"})).await;
    bench.simulator.fault(json!({"kind": "status_503", "on": "status_query", "times": 0})).await;
    let delivery = bench.publish_to_youtube(10).await;
    let engine = bench.engine();
    let row = bench.until_state(delivery, StateName::Unconfirmed).await;
    assert!(row.confirmed_bytes < row.total_bytes);
    for wish in [Intent::Cancel, Intent::Pause] {
        let asked = engine.ask(delivery, wish).await;
        assert!(matches!(asked, Err(StoreError::IllegalMove(_))), "{asked:?}");
    }
    let sent = bench.received().await;
    bench.until("it is asked again", delivery, |row| row.failures >= 2).await;
    assert_eq!(bench.received().await, sent, "bytes were sent while it was unclear");

    bench.simulator.no_faults().await;
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f18_an_engine_that_stops_after_the_last_byte_leaves_the_question_to_the_next() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "drop_answer_after_last_byte"})).await;
    bench.simulator.fault(json!({"kind": "status_503", "on": "status_query", "times": 0})).await;
    let delivery = bench.publish_to_youtube(10).await;
    let first = bench.engine();
    bench.until_state(delivery, StateName::Unconfirmed).await;
    first.stop().await;
    drop(first);
    bench.simulator.no_faults().await;
    let _second = bench.engine();
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.received().await, bench.size());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancel_during_the_last_part_is_settled_before_it_is_done() {
    let bench = Bench::new().await;
    // The last part is stored, and its answer and the next ones never come.
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 4_000_000})).await;
    let delivery = bench.publish_to_youtube(10).await;
    let engine = bench.engine();
    eventually("the last part leaves", Duration::from_secs(20), async || {
        let session = bench.store.session(delivery).await.unwrap();
        session.filter(|s| s.sent_all).map(drop)
    })
    .await;
    engine.ask(delivery, Intent::Cancel).await.unwrap();
    bench.simulator.no_faults().await;
    // Either it was in time and nothing is there, or it was not and the video is: never the one without the other.
    let row = bench
        .until("it is settled", delivery, |row| {
            matches!(row.state.name(), StateName::Cancelled | StateName::Published) && row.lease.is_none()
        })
        .await;
    let there = bench.simulator.uploads_in("youtube", "published").await.len();
    assert_eq!(there, usize::from(row.state.name() == StateName::Published), "{row:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_is_gone_after_the_last_byte_is_the_makers_to_look_at_and_not_sent_again_by_itself() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "status_503", "on": "put", "skip": 1})).await;
    bench.simulator.fault(json!({"kind": "session_gone", "on": "status_query"})).await;
    let delivery = bench.publish_to_youtube(10).await;
    let engine = bench.engine();
    let row = bench.until_state(delivery, StateName::NeedsAttention).await;
    let DeliveryState::NeedsAttention { reason } = row.state else { unreachable!() };
    assert_eq!(reason.code, ReasonCode::CannotTell);
    assert_eq!(bench.opened().await, 1);

    engine.go_on(delivery).await.unwrap();

    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_last_part_that_was_not_there_when_asked_may_still_come_and_a_session_gone_after_that_is_not_sent_again() {
    let bench = Bench::new().await;
    // To the last part the platform says that it has only the beginning; before that can be sent again, the session is
    // gone. Whether a copy of the last part came round a long way and made the video, nobody can tell.
    let less = json!({"kind": "raw_answer", "on": "put", "skip": 1, "times": 1, "status": 308,
        "headers": {"range": "bytes=0-262143"}});
    bench.simulator.fault(less).await;
    bench.simulator.fault(json!({"kind": "session_gone", "on": "put", "skip": 1})).await;
    let delivery = bench.publish_to_youtube(10).await;
    let _engine = bench.engine();
    let row = bench.until_state(delivery, StateName::NeedsAttention).await;
    let DeliveryState::NeedsAttention { reason } = row.state else { unreachable!() };
    assert_eq!(reason.code, ReasonCode::CannotTell);
    assert_eq!(bench.opened().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_video_that_the_platform_cannot_make_has_failed_with_its_words_and_no_row() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "processing_fails", "reason": "conversion"})).await;
    let delivery = bench.publish_to_youtube(10).await;
    let engine = bench.engine();
    let row = bench.until_state(delivery, StateName::Failed).await;
    let DeliveryState::Failed { reason } = row.state else { unreachable!() };
    assert_eq!((reason.code, reason.platform_words.as_deref()), (ReasonCode::ProcessingRefused, Some("conversion")));
    assert!(bench.store.videos(9).await.unwrap().is_empty());

    engine.go_on(delivery).await.unwrap();

    bench.published(delivery).await;
    assert_eq!(bench.store.videos(9).await.unwrap().len(), 1);
}
