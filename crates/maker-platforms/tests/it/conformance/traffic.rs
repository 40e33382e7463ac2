//! What was sent to whom is counted as the platform itself saw it.

use std::sync::Arc;

use bytes::Bytes;
use maker_domain::Platform;
use maker_domain::receipt::HostTraffic;
use maker_platforms::{ApiError, StepWork, Traffic};
use rstest::rstest;
use serde_json::json;

use super::{Desk, remote_id, several_chunks};
use crate::posts::{good, noon};
use crate::stub::{api_at, token};

/// A desk whose every request is counted, those for the test's own sake aside.
async fn counted(platform: Platform) -> (Desk, Arc<Traffic>) {
    let (mut desk, traffic) = (Desk::at(platform).await, Arc::new(Traffic::default()));
    desk.api = desk.api.counted(Arc::clone(&traffic));
    (desk, traffic)
}

fn only(traffic: &Traffic) -> HostTraffic {
    let mut hosts = traffic.take();
    assert_eq!(hosts.len(), 1, "{hosts:?}");
    hosts.remove(0)
}

#[rstest]
#[tokio::test]
async fn q12_every_request_and_every_byte_of_an_upload_is_counted(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let (desk, traffic) = counted(platform).await;
    let size = several_chunks(platform);
    let session = desk.open(size).await;
    only(&traffic);
    let id = remote_id(desk.send_on(&session, 0).await);
    let sent = only(&traffic);
    assert_eq!(sent.sent_bytes, size);
    assert_eq!(sent.requests, desk.simulator.requests("put").await.len() as u64);
    assert!(sent.host.starts_with("127.0.0.1:"), "{}", sent.host);
    assert_eq!(traffic.take(), [], "what was taken is counted again");

    desk.follow(&id, &good(platform)).await;
    assert!(only(&traffic).requests > 0);
}

#[tokio::test]
async fn q12_bytes_sent_again_count_again_and_bytes_never_taken_do_not() {
    let (desk, traffic) = counted(Platform::Youtube).await;
    let session = desk.open(6 << 20).await;
    only(&traffic);
    desk.simulator.fault(Platform::Youtube, json!({"kind": "status_503"})).await;
    desk.send_next(&session, 0).await.unwrap_err();
    remote_id(desk.send_on(&session, 0).await);
    let sent = only(&traffic);
    assert_eq!((sent.requests, sent.sent_bytes), (2, 12 << 20));

    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let offline = api_at(&format!("http://{closed}"), Platform::Youtube).counted(Arc::clone(&traffic));
    assert_eq!(offline.account(&token()).await, Err(ApiError::Network { offline: true }));
    assert_eq!(traffic.take(), [], "nobody was spoken to");
}

#[tokio::test]
async fn q12_a_steps_file_is_counted_with_what_it_is_wrapped_in() {
    let (mut desk, traffic) = counted(Platform::Youtube).await;
    desk.token = desk.simulator.token(Platform::Youtube, &["https://www.googleapis.com/auth/youtube.force-ssl"]).await;
    let session = desk.open(1_000).await;
    let id = remote_id(desk.send_on(&session, 0).await);
    let _ = traffic.take();
    let image = Bytes::from([b"\xFF\xD8\xFF".as_slice(), &[7; 3_000_000]].concat());
    desk.api.do_step(&desk.token, &id, &StepWork::Thumbnail { image }, false, noon()).await.unwrap();
    let sent = only(&traffic);
    assert_eq!((sent.requests, sent.sent_bytes), (1, 3_000_003));

    let file = Bytes::from(vec![b'x'; 10_000]);
    let step = StepWork::Captions { language: "fr".into(), name: String::new(), file };
    desk.api.do_step(&desk.token, &id, &step, false, noon()).await.unwrap();
    let sent = only(&traffic);
    assert!(sent.requests == 1 && (10_001..11_000).contains(&sent.sent_bytes), "{sent:?}");
}
