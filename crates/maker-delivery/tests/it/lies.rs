//! Platforms that say what cannot be, or lead elsewhere: f14, f15, f16. The token goes nowhere else, and it ends.

use maker_domain::Platform::Youtube;
use maker_domain::delivery::{DeliveryState, StateName};
use maker_domain::reason::ReasonCode;
use serde_json::json;

use crate::bench::Bench;

#[tokio::test(flavor = "multi_thread")]
async fn f14_a_range_that_cannot_be_ends_bounded_and_goes_on_when_the_platform_is_well_again() {
    for range in ["bytes=0-99999999999", "bytes=0-18446744073709551615", "bytes=5-3", "nonsense", "bytes=0-1,3-4"] {
        let bench = Bench::new().await;
        bench.simulator.fault(json!({"kind": "range_lies", "value": range, "times": 0})).await;
        let delivery = bench.publish_to_youtube(20).await;
        let engine = bench.engine();
        let row = bench
            .until("it rests", delivery, |row| {
                row.lease.is_none() && (row.state.name() == StateName::NeedsAttention || row.failures >= 1)
            })
            .await;
        assert!(bench.received().await <= 4 * bench.size(), "{range}: it was sent again and again: {row:?}");
        bench.simulator.no_faults().await;
        engine.go_on(delivery).await.unwrap();
        bench.published(delivery).await;
        bench.the_video(Youtube).await;
        assert_eq!(bench.opened().await, 1, "{range}");
    }
}

/// A port of ours that nobody may call.
async fn stranger() -> (tokio::net::TcpListener, String) {
    let listener = tokio::net::TcpListener::bind("127.0.0.2:0").await.unwrap();
    let address = format!("http://{}/elsewhere", listener.local_addr().unwrap());
    (listener, address)
}

async fn nobody_called(stranger: &tokio::net::TcpListener) {
    let called = std::future::poll_fn(|context| std::task::Poll::Ready(stranger.poll_accept(context).is_ready())).await;
    assert!(!called, "another host was called");
}

#[tokio::test(flavor = "multi_thread")]
async fn f15_a_308_that_leads_to_another_host_is_not_followed() {
    let bench = Bench::new().await;
    let (elsewhere, address) = stranger().await;
    bench.simulator.fault(json!({"kind": "location_in_308", "value": address, "times": 0})).await;
    let delivery = bench.publish_to_youtube(20).await;
    let engine = bench.engine();
    let row = bench.until_state(delivery, StateName::NeedsAttention).await;
    let DeliveryState::NeedsAttention { reason } = row.state else { unreachable!() };
    assert_eq!(reason.code, ReasonCode::OddAnswer);
    nobody_called(&elsewhere).await;

    bench.simulator.no_faults().await;
    engine.go_on(delivery).await.unwrap();

    bench.published(delivery).await;
    bench.the_video(Youtube).await;
    assert_eq!(bench.opened().await, 1, "the session was kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn f16_an_upload_that_is_opened_at_another_host_is_refused_and_nothing_is_sent_there() {
    for secure in [false, true] {
        let bench = Bench::new().await;
        let (elsewhere, address) = stranger().await;
        let address = if secure { "https://uploads.example.net/session".to_owned() } else { address };
        bench.simulator.fault(json!({"kind": "location_of_open", "value": address})).await;
        let delivery = bench.publish_to_youtube(20).await;
        let engine = bench.engine();
        let row = bench.until_state(delivery, StateName::NeedsAttention).await;
        let DeliveryState::NeedsAttention { reason } = row.state else { unreachable!() };
        assert_eq!(reason.code, ReasonCode::OddAnswer);
        assert_eq!(bench.store.session(delivery).await.unwrap(), None);
        nobody_called(&elsewhere).await;
        engine.go_on(delivery).await.unwrap();
        bench.published(delivery).await;
    }
}
