//! Promises that only one of the platforms can break: their own quirks, against the simulator that has them.

use maker_domain::Platform;
use maker_domain::delivery::Stage;
use maker_domain::post::{Post, TiktokPost};
use maker_domain::reason::ReasonCode;
use maker_platforms::{ApiError, Following, Standing};
use rstest::rstest;
use serde_json::json;

use super::{Desk, remote_id, several_chunks};
use crate::posts::{good, noon, tiktok};

#[tokio::test]
async fn f2_youtube_is_believed_when_it_acknowledges_less_than_was_sent() {
    let desk = Desk::at(Platform::Youtube).await;
    let size = several_chunks(Platform::Youtube);
    let session = desk.open(size).await;
    desk.simulator.fault(Platform::Youtube, json!({"kind": "acknowledge_less", "hold_back_bytes": 1_000_000})).await;
    let Ok(Standing::Stored { bytes }) = desk.send_next(&session, 0).await else { panic!("the first chunk broke") };
    assert!(0 < bytes && bytes < session.chunk_bytes, "{bytes}");
    remote_id(desk.send_on(&session, bytes).await);
    desk.expect_one_right_upload(size).await;
}

#[tokio::test]
async fn f3_youtube_is_believed_when_it_has_lost_everything() {
    let desk = Desk::at(Platform::Youtube).await;
    let size = several_chunks(Platform::Youtube);
    let session = desk.open(size).await;
    desk.simulator.fault(Platform::Youtube, json!({"kind": "no_range_in_308", "skip": 1})).await;
    desk.send_next(&session, 0).await.unwrap();
    assert_eq!(desk.send_next(&session, session.chunk_bytes).await, Ok(Standing::Stored { bytes: 0 }));
    desk.finish(&session).await;
    desk.expect_one_right_upload(size).await;
}

#[rstest]
#[case("range_lies")]
#[case("location_in_308")]
#[tokio::test]
async fn f14_f15_youtube_off_its_protocol_is_named_odd(#[case] fault: &str) {
    let desk = Desk::at(Platform::Youtube).await;
    let session = desk.open(several_chunks(Platform::Youtube)).await;
    desk.simulator.fault(Platform::Youtube, json!({"kind": fault})).await;
    let sent = desk.send_next(&session, 0).await;
    assert!(matches!(sent, Err(ApiError::Odd { .. })), "{sent:?}");
}

#[tokio::test]
async fn youtube_refusing_the_details_with_the_last_byte_is_told_as_such() {
    let desk = Desk::at(Platform::Youtube).await;
    let session = desk.open(1_000).await;
    let order = json!({"kind": "metadata_refused_at_last_put", "reason": "invalidDescription"});
    desk.simulator.fault(Platform::Youtube, order).await;
    let Err(ApiError::Refused { reason }) = desk.send_on(&session, 0).await else { panic!("not refused") };
    assert_eq!(reason.code, ReasonCode::DetailsRefused);
}

#[tokio::test]
async fn youtube_gets_the_makers_choices_and_no_defaults() {
    let desk = Desk::at(Platform::Youtube).await;
    desk.open(1_000).await;
    assert_eq!(desk.only_upload().await["privacy"], json!("unlisted"));
    let opened = &desk.simulator.requests("open").await[0];
    assert!(opened["query"].as_str().unwrap().contains("notifySubscribers=false"), "{opened}");
}

#[rstest]
#[case::one_chunk_behind("progress_behind")]
#[case::as_a_count("progress_as_count")]
#[tokio::test]
async fn f2_tiktoks_progress_is_understood_however_it_is_told(#[case] fault: &str) {
    let desk = Desk::at(Platform::Tiktok).await;
    let size = several_chunks(Platform::Tiktok);
    let session = desk.open(size).await;
    desk.simulator.fault(Platform::Tiktok, json!({"kind": fault})).await;
    remote_id(desk.send_on(&session, 0).await);
    desk.expect_one_right_upload(size).await;
}

#[tokio::test]
async fn f4_a_lost_answer_to_a_chunk_is_settled_by_tiktoks_status() {
    let desk = Desk::at(Platform::Tiktok).await;
    let size = several_chunks(Platform::Tiktok);
    let session = desk.open(size).await;
    desk.simulator.fault(Platform::Tiktok, json!({"kind": "drop_206", "skip": 1})).await;
    assert_eq!(desk.send_on(&session, 0).await, Err(ApiError::Network { offline: false }));
    assert_eq!(desk.ask(&session).await, Ok(Standing::Stored { bytes: 2 * session.chunk_bytes }));
    // The stored chunk sent again is refused with the true progress, which leads on.
    let again = desk.send_next(&session, session.chunk_bytes).await;
    assert_eq!(again, Ok(Standing::Stored { bytes: 2 * session.chunk_bytes }));
    desk.finish(&session).await;
    desk.expect_one_right_upload(size).await;
}

#[tokio::test]
async fn a_post_for_nobody_is_published_at_the_accounts_page() {
    let desk = Desk::at(Platform::Tiktok).await;
    let post = Post::Tiktok(TiktokPost { privacy: "SELF_ONLY".into(), ..tiktok() });
    let session = desk.open_for(&post, 1_000).await;
    let id = remote_id(desk.send_on(&session, 0).await);
    let Following::Published(video) = desk.follow(&id, &post).await else { panic!("not published") };
    assert!(!video.exact && video.url.ends_with("/@amina.makes"), "{video:?}");
}

#[tokio::test]
async fn a_public_post_without_an_address_yet_is_not_called_published() {
    let desk = Desk::at(Platform::Tiktok).await;
    desk.simulator.fault(Platform::Tiktok, json!({"kind": "id_never"})).await;
    let session = desk.open(1_000).await;
    let id = remote_id(desk.send_on(&session, 0).await);
    desk.simulator.pass(600).await;
    let following = desk.api.follow(&desk.token, &id, &good(Platform::Tiktok), noon()).await;
    assert_eq!(following, Ok(Following::Processing { stage: Stage::AwaitingAddress }));
}

#[tokio::test]
async fn a_post_for_the_inbox_lies_there_and_needs_the_right_to_send_drafts_only() {
    let mut desk = Desk::at(Platform::Tiktok).await;
    let post = Post::Tiktok(TiktokPost { to_inbox: true, privacy: String::new(), ..tiktok() });
    desk.token = desk.simulator.token(Platform::Tiktok, desk.api.upload_scopes(&post)).await;
    let session = desk.open_for(&post, 1_000).await;
    let id = remote_id(desk.send_on(&session, 0).await);
    desk.simulator.pass(600).await;
    let following = desk.api.follow(&desk.token, &id, &post, noon()).await;
    assert_eq!(following, Ok(Following::Processing { stage: Stage::InInbox }));
}

#[tokio::test]
async fn tiktoks_hour_is_over_for_an_upload_that_was_not_through() {
    let desk = Desk::at(Platform::Tiktok).await;
    let session = desk.open(several_chunks(Platform::Tiktok)).await;
    desk.simulator.pass(3_601).await;
    assert_eq!(desk.send_next(&session, 0).await, Ok(Standing::Gone));
    let later = session.expires_at.unwrap();
    assert_eq!(desk.api.ask(&desk.token, &session, later).await, Ok(Standing::Gone));
}
