//! A backup is restored: what it says is under way may have been published since. Nothing is sent twice, and nothing is said
//! that is not known.

use maker_domain::Platform::{Tiktok, Youtube};
use maker_domain::delivery::{DeliveryState, StateName};
use maker_domain::id::DeliveryId;
use maker_domain::reason::ReasonCode;
use maker_harness::eventually;
use serde_json::json;

use crate::bench::{Bench, PART, WAIT};

async fn in_doubt(bench: &Bench, delivery: DeliveryId) {
    let row = bench.until_state(delivery, StateName::NeedsAttention).await;
    let DeliveryState::NeedsAttention { reason } = row.state else { unreachable!() };
    assert_eq!(reason.code, ReasonCode::Restored);
}

#[tokio::test(flavor = "multi_thread")]
async fn t04_what_waited_in_the_backup_and_was_published_since_is_not_sent_again() {
    let bench = Bench::new().await;
    let both = bench.publish(10, &[Youtube, Tiktok]).await;
    let backup = bench.backup().await;
    let engine = bench.engine();
    for delivery in &both {
        bench.published(*delivery).await;
    }
    engine.stop().await;
    let sent = bench.received().await;

    // Its disk is gone: nobody here knows what became of them.
    let bench = bench.restored(&backup, false).await;
    let engine = bench.engine();
    for (delivery, platform) in both.iter().zip([Youtube, Tiktok]) {
        in_doubt(&bench, *delivery).await;
        bench.the_video(platform).await;
    }
    assert_eq!((bench.opened().await, bench.received().await), (2, sent), "something was sent or begun");
    // A sign-in, another look, a restart: none of them is the maker's word.
    bench.store.go_on_after_sign_in(Youtube, bench.now()).await.unwrap();
    engine.stop().await;
    let _engine = bench.engine();
    in_doubt(&bench, both[0]).await;
    assert_eq!(bench.opened().await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn t04_where_the_database_of_today_is_there_what_it_knows_of_sending_stays_known() {
    let bench = Bench::new().await;
    let delivery = bench.publish_to_youtube(10).await;
    let backup = bench.backup().await;
    let engine = bench.engine();
    bench.published(delivery).await;
    let later = bench.publish(10, &[Tiktok]).await[0];
    bench.published(later).await;
    engine.stop().await;
    let videos = bench.store.videos(9).await.unwrap();

    let bench = bench.restored(&backup, true).await;
    let _engine = bench.engine();
    for (delivery, platform) in [(delivery, Youtube), (later, Tiktok)] {
        assert_eq!(bench.row(delivery).await.state.name(), StateName::Published);
        bench.the_video(platform).await;
    }
    assert_eq!(bench.store.videos(9).await.unwrap(), videos);
    assert_eq!(bench.opened().await, 2);
    assert_eq!(bench.sql("SELECT count(*) FROM receipts WHERE published_at IS NOT NULL").trim(), "2");
}

#[tokio::test(flavor = "multi_thread")]
async fn t04_an_upload_that_was_finished_since_is_found_by_asking_its_session() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 12_000_000})).await;
    let delivery = bench.publish_to_youtube(30).await;
    let engine = bench.engine();
    bench.arrived(PART + 1).await;
    engine.stop().await;
    let backup = bench.backup().await;
    bench.simulator.no_faults().await;
    let engine = bench.engine();
    bench.published(delivery).await;
    engine.stop().await;
    let sent = bench.received().await;

    let bench = bench.restored(&backup, false).await;
    let _engine = bench.engine();
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!((bench.opened().await, bench.received().await), (1, sent), "something was sent or begun");
}

#[tokio::test(flavor = "multi_thread")]
async fn t04_an_upload_that_was_not_finished_waits_for_the_maker_and_then_goes_on_where_it_was() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 12_000_000})).await;
    let delivery = bench.publish_to_youtube(30).await;
    let engine = bench.engine();
    bench.arrived(PART + 1).await;
    engine.stop().await;
    let backup = bench.backup().await;
    bench.simulator.no_faults().await;
    // How much came of the part that was cut off is in the log once its line has ended.
    eventually("both parts are told", WAIT, async || {
        let parts = bench.simulator.requests("put").await;
        (parts.len() == 2 && parts.iter().all(|part| part["finished"] == true)).then_some(())
    })
    .await;
    let sent = bench.received().await;

    let bench = bench.restored(&backup, false).await;
    let engine = bench.engine();
    in_doubt(&bench, delivery).await;
    assert_eq!(bench.received().await, sent, "bytes were sent before the maker said so");
    engine.go_on(delivery).await.unwrap();
    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 1, "its session is the one it had");
}

#[tokio::test(flavor = "multi_thread")]
async fn t04_what_was_paused_in_the_backup_is_asked_about_when_it_is_let_go_on() {
    let bench = Bench::new().await;
    let delivery = bench.publish_to_youtube(10).await;
    bench.store.ask(delivery, maker_store::deliveries::Intent::Pause, bench.now()).await.unwrap();
    let backup = bench.backup().await;
    let engine = bench.engine();
    engine.go_on(delivery).await.unwrap();
    bench.published(delivery).await;
    engine.stop().await;

    let bench = bench.restored(&backup, false).await;
    let engine = bench.engine();
    assert_eq!(bench.row(delivery).await.state, DeliveryState::Paused);
    engine.go_on(delivery).await.unwrap();
    in_doubt(&bench, delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 1);
}
