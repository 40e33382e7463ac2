//! What breaks off goes on: one session, every byte once in the video, whatever was lost on the way.

use std::time::Duration;

use maker_domain::Platform;
use maker_platforms::{ApiError, Patience, Standing};
use rstest::rstest;
use serde_json::json;

use super::{Desk, remote_id, several_chunks};
use crate::posts::{good, noon, video};

/// Many times the patience of a test, and much less than the usual one.
const SOON: Duration = Duration::from_secs(15);
const BROKEN: Result<Standing, ApiError> = Err(ApiError::Network { offline: false });

#[rstest]
#[tokio::test]
async fn f5_a_line_cut_in_the_middle_of_a_chunk_goes_on_in_the_same_session(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let (desk, size) = (Desk::at(platform).await, several_chunks(platform));
    let session = desk.open(size).await;
    desk.simulator.fault(platform, json!({"kind": "drop_mid_chunk", "skip": 1, "after_bytes": 3_000_000})).await;
    assert_eq!(desk.send_on(&session, 0).await, BROKEN);
    desk.finish(&session).await;
    desk.expect_one_right_upload(size).await;
    assert!(desk.simulator.bytes_put().await <= size + session.chunk_bytes, "more than one chunk went twice");
}

#[rstest]
#[tokio::test]
async fn f6_a_line_that_goes_silent_in_the_middle_of_a_chunk_goes_on_in_the_same_session(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let (mut desk, size) = (Desk::at(platform).await, several_chunks(platform));
    let patience = Patience { stall: Duration::from_millis(500), ..Patience::default() };
    desk.api = desk.simulator.patient_api(platform, patience);
    let session = desk.open(size).await;
    desk.simulator.fault(platform, json!({"kind": "stall", "skip": 1, "after_bytes": 1_000_000})).await;
    let sent = tokio::time::timeout(SOON, desk.send_on(&session, 0)).await;
    assert_eq!(sent.expect("the silence was not noticed in its time"), BROKEN);
    desk.finish(&session).await;
    desk.expect_one_right_upload(size).await;
}

#[rstest]
#[tokio::test]
async fn f8_a_platform_that_is_down_for_ever_is_asked_once_for_each_call(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let desk = Desk::at(platform).await;
    let session = desk.open(several_chunks(platform)).await;
    for step in ["put", "status_query", "open", "api"] {
        desk.simulator.fault(platform, json!({"kind": "status_503", "on": step, "times": 0})).await;
    }
    let asked = async || {
        let mut asked = 0;
        for step in ["put", "status_query", "open", "api"] {
            asked += desk.simulator.requests(step).await.len();
        }
        asked
    };
    let (api, token, post) = (&desk.api, &desk.token, good(platform));
    let before = asked().await;
    let busy = ApiError::Busy { retry_after: None };
    assert_eq!(desk.send_next(&session, 0).await, Err(busy.clone()));
    assert_eq!(desk.ask(&session).await, Err(busy.clone()));
    assert_eq!(api.follow(token, "made-up", &post, noon()).await, Err(busy.clone()));
    assert_eq!(api.account(token).await, Err(busy.clone()));
    assert_eq!(api.open(token, &post, &video(1_000), noon()).await.map(|_| ()), Err(busy));
    assert_eq!(asked().await - before, 5, "a busy platform was pressed");
}

#[rstest]
#[tokio::test]
async fn f11_a_session_outlives_an_access_that_was_taken_away_and_given_again(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let (mut desk, size) = (Desk::at(platform).await, several_chunks(platform));
    let session = desk.open(size).await;
    desk.send_next(&session, 0).await.unwrap();
    desk.simulator.revoke(platform).await;
    for _ in 0..3 {
        assert_eq!(desk.ask(&session).await, Err(ApiError::TokenRejected));
    }
    desk.token = desk.simulator.token(platform, super::scopes(platform)).await;
    desk.finish(&session).await;
    desk.expect_one_right_upload(size).await;
}

#[rstest]
#[tokio::test]
async fn f24_progress_is_what_the_platform_has_and_complete_comes_only_with_its_word(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let (desk, size) = (Desk::at(platform).await, several_chunks(platform));
    let session = desk.open(size).await;
    let mut stored = 0;
    while let Standing::Stored { bytes } = desk.send_next(&session, stored).await.unwrap() {
        assert!(stored < bytes && bytes < size, "{stored} then {bytes} of {size}");
        assert_eq!(json!(bytes), desk.only_upload().await["bytes"], "progress the platform does not have");
        assert_eq!(desk.ask(&session).await, Ok(Standing::Stored { bytes }));
        stored = bytes;
    }
    assert_eq!(desk.only_upload().await["bytes"], json!(size));
}

#[rstest]
#[case(Platform::Youtube, "drop_answer_after_last_byte")]
#[case(Platform::Tiktok, "drop_201")]
#[tokio::test]
async fn f4_a_lost_final_answer_is_settled_by_asking(#[case] platform: Platform, #[case] fault: &str) {
    let (desk, size) = (Desk::at(platform).await, several_chunks(platform));
    let session = desk.open(size).await;
    desk.simulator.fault(platform, json!({"kind": fault})).await;
    assert_eq!(desk.send_on(&session, 0).await, BROKEN);
    let id = remote_id(desk.ask(&session).await);
    assert_eq!(remote_id(desk.ask(&session).await), id, "asking twice told two videos");
    desk.expect_one_right_upload(size).await;
}

#[rstest]
#[tokio::test]
async fn f1_a_platform_that_is_down_for_one_chunk_gets_the_same_bytes_again(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let (desk, size) = (Desk::at(platform).await, several_chunks(platform));
    let session = desk.open(size).await;
    desk.simulator.fault(platform, json!({"kind": "status_503", "skip": 2, "retry_after": 7})).await;
    let busy = desk.send_on(&session, 0).await;
    assert_eq!(busy, Err(ApiError::Busy { retry_after: Some(std::time::Duration::from_secs(7)) }));
    desk.finish(&session).await;
    desk.expect_one_right_upload(size).await;
}

#[rstest]
#[tokio::test]
async fn f13_a_page_of_a_middle_box_in_the_middle_costs_nothing(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let (desk, size) = (Desk::at(platform).await, several_chunks(platform));
    let session = desk.open(size).await;
    desk.simulator.fault(platform, json!({"kind": "html_502", "skip": 1})).await;
    assert_eq!(desk.send_on(&session, 0).await, Err(ApiError::Busy { retry_after: None }));
    desk.finish(&session).await;
    desk.expect_one_right_upload(size).await;
}

// No token travels with TikTok's chunks.
#[rstest]
#[case::while_asking(Platform::Youtube, "status_query")]
#[case::while_sending(Platform::Youtube, "put")]
#[case::while_asking(Platform::Tiktok, "status_query")]
#[tokio::test]
async fn f10_a_token_that_dies_on_the_way_is_named_and_a_fresh_one_goes_on_from_the_same_offset(
    #[case] platform: Platform,
    #[case] on: &str,
) {
    let (mut desk, size) = (Desk::at(platform).await, several_chunks(platform));
    let session = desk.open(size).await;
    let first = desk.send_next(&session, 0).await.unwrap();
    desk.simulator.fault(platform, json!({"kind": "token_expired", "on": on})).await;
    let rejected = match on {
        "put" => desk.send_next(&session, session.chunk_bytes).await,
        _ => desk.ask(&session).await,
    };
    assert_eq!(rejected, Err(ApiError::TokenRejected));
    desk.token = desk.simulator.token(platform, super::scopes(platform)).await;
    assert_eq!(desk.ask(&session).await, Ok(first), "the offset moved with the token");
    desk.finish(&session).await;
    desk.expect_one_right_upload(size).await;
}

#[rstest]
#[tokio::test]
async fn f9_a_session_that_is_gone_says_so_and_leaves_nothing_behind(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
    #[values(404, 403)] tiktok_status: u16,
) {
    let (desk, size) = (Desk::at(platform).await, several_chunks(platform));
    let session = desk.open(size).await;
    let status = if platform == Platform::Youtube { 410 } else { tiktok_status };
    desk.simulator.fault(platform, json!({"kind": "session_gone", "status": status})).await;
    assert_eq!(desk.send_on(&session, 0).await, Ok(Standing::Gone));
    let uploads = desk.simulator.uploads(platform).await;
    assert!(uploads.iter().all(|upload| upload["state"] == "uploading"), "{uploads:?}");
}

#[rstest]
#[tokio::test]
async fn f25_an_upload_given_up_takes_no_more_bytes(#[values(Platform::Youtube, Platform::Tiktok)] platform: Platform) {
    let (desk, size) = (Desk::at(platform).await, several_chunks(platform));
    let session = desk.open(size).await;
    desk.send_next(&session, 0).await.unwrap();
    desk.api.forget(&desk.token, &session).await.unwrap();
    assert_eq!(desk.send_next(&session, session.chunk_bytes).await, Ok(Standing::Gone));
    desk.api.forget(&desk.token, &session).await.expect("giving up twice is no error");
}

#[rstest]
#[tokio::test]
async fn giving_up_what_is_complete_is_no_error_and_undoes_nothing(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let desk = Desk::at(platform).await;
    let session = desk.open(1_000).await;
    let id = remote_id(desk.send_on(&session, 0).await);
    desk.api.forget(&desk.token, &session).await.unwrap();
    assert_eq!(remote_id(desk.ask(&session).await), id);
}
