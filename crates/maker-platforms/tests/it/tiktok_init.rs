//! What TikTok is asked before an upload, and in which order: things the conformance suite cannot see from outside.

use maker_domain::Platform;
use maker_domain::post::{Post, TiktokPost};
use maker_domain::reason::ReasonCode;
use maker_platforms::{ApiError, FileInfo, Session};

use crate::posts::{noon, tiktok, video};
use crate::stub::{Act, Stub, answer, ok, token};

const CREATOR: &str = r#"{"creator_username":"a","privacy_level_options":["PUBLIC_TO_EVERYONE","SELF_ONLY"]}"#;
const OPENED: &str = r#"{"publish_id":"v_pub_file~1","upload_url":"{origin}/u?upload_token=S"}"#;

fn bad_chunk_size() -> String {
    let body = r#"{"data":{},"error":{"code":"invalid_params","message":"The chunk size is invalid","log_id":"1"}}"#;
    answer("400 Bad Request", &[], body)
}

async fn open(stub: &Stub, post: TiktokPost, file: FileInfo) -> Result<Session, ApiError> {
    stub.api(Platform::Tiktok).open(&token(), &Post::Tiktok(post), &file, noon()).await
}

fn refused_with(opened: Result<Session, ApiError>) -> Option<ReasonCode> {
    match opened {
        Err(ApiError::Refused { reason }) => Some(reason.code),
        _ => None,
    }
}

#[tokio::test]
async fn another_chunk_size_is_tried_once_when_the_usual_one_is_refused() {
    let stub = Stub::start([ok(CREATOR), bad_chunk_size(), ok(OPENED)].map(Act::Say).into()).await;
    let session = open(&stub, tiktok(), video(158_008_374)).await.unwrap();
    assert_eq!(session.chunk_bytes, 5_242_880);
    let requests = stub.requests();
    assert!(requests[1].contains(r#""chunk_size":10000000,"source":"FILE_UPLOAD","total_chunk_count":15"#));
    assert!(requests[2].contains(r#""chunk_size":5242880,"source":"FILE_UPLOAD","total_chunk_count":30"#));
}

#[tokio::test]
async fn a_second_refusal_of_the_chunk_size_is_final() {
    let stub = Stub::start([ok(CREATOR), bad_chunk_size()].map(Act::Say).into()).await;
    let opened = open(&stub, tiktok(), video(158_008_374)).await;
    assert_eq!(refused_with(opened), Some(ReasonCode::DetailsRefused));
    assert_eq!(stub.requests().len(), 3);
}

#[tokio::test]
async fn an_audience_that_is_not_offered_now_opens_nothing() {
    let stub = Stub::saying(&ok(CREATOR)).await;
    let opened = open(&stub, TiktokPost { privacy: "FOLLOWER_OF_CREATOR".into(), ..tiktok() }, video(1_000)).await;
    assert_eq!(refused_with(opened), Some(ReasonCode::PrivacyNotOffered));
    assert_eq!(stub.requests().len(), 1, "init was called for an audience that is not offered");
}

#[tokio::test]
async fn branded_content_for_nobody_opens_nothing() {
    let stub = Stub::saying(&ok(CREATOR)).await;
    let post = TiktokPost { privacy: "SELF_ONLY".into(), branded_content: true, ..tiktok() };
    assert_eq!(refused_with(open(&stub, post, video(1_000)).await), Some(ReasonCode::DetailsRefused));
    assert_eq!(stub.requests().len(), 1);
}

#[tokio::test]
async fn f20_a_file_that_tiktok_cannot_take_opens_nothing() {
    let stub = Stub::saying(&ok(CREATOR)).await;
    let mkv = FileInfo { size_bytes: 1_000, content_type: "video/x-matroska" };
    for file in [video(0), video(10_010_000_000), mkv] {
        assert_eq!(refused_with(open(&stub, tiktok(), file).await), Some(ReasonCode::ProcessingRefused), "{file:?}");
    }
    assert!(stub.requests().is_empty());
}

#[tokio::test]
async fn the_inbox_is_asked_for_nothing_but_room() {
    let stub = Stub::saying(&ok(OPENED)).await;
    let session = open(&stub, TiktokPost { to_inbox: true, privacy: String::new(), ..tiktok() }, video(1_000)).await;
    assert_eq!(session.unwrap().expires_at, Some(noon() + chrono::TimeDelta::hours(1)));
    let requests = stub.requests();
    assert_eq!(requests.len(), 1);
    assert!(requests[0].starts_with("POST /v2/post/publish/inbox/video/init/ "), "{}", requests[0]);
    assert!(!requests[0].contains("post_info"), "{}", requests[0]);
}
