//! What cannot go on says why, in a code the interface acts on, and leaves nothing on the platform.

use chrono::TimeDelta;
use maker_domain::Platform;
use maker_domain::delivery::Wait;
use maker_domain::quota::youtube_quota_reset;
use maker_domain::reason::ReasonCode;
use maker_domain::secret::AccessToken;
use maker_platforms::{ApiError, Following};
use rstest::rstest;
use serde_json::{Value, json};

use super::{Desk, remote_id};
use crate::posts::{good, noon, video, with_too_long_a_text};

async fn open_error(desk: &Desk) -> ApiError {
    desk.api.open(&desk.token, &good(desk.platform), &video(1_000), noon()).await.unwrap_err()
}

fn refused_with(error: &ApiError) -> Option<ReasonCode> {
    match error {
        ApiError::Refused { reason } => Some(reason.code),
        _ => None,
    }
}

#[rstest]
#[tokio::test]
async fn a_token_the_platform_does_not_know_is_rejected(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
    #[values("act.made-up", "with\nnewline", "")] text: &str,
) {
    let mut desk = Desk::at(platform).await;
    desk.token = AccessToken::new(text.to_owned());
    assert_eq!(desk.api.account(&desk.token).await, Err(ApiError::TokenRejected));
    assert_eq!(open_error(&desk).await, ApiError::TokenRejected);
}

#[rstest]
#[case(Platform::Youtube, "https://www.googleapis.com/auth/youtube.readonly")]
#[case(Platform::Tiktok, "user.info.basic")]
#[tokio::test]
async fn a_right_the_maker_did_not_grant_is_named(#[case] platform: Platform, #[case] only: &str) {
    let mut desk = Desk::at(platform).await;
    desk.token = desk.simulator.token(platform, &[only]).await;
    assert_eq!(refused_with(&open_error(&desk).await), Some(ReasonCode::MissingScope));
}

#[rstest]
#[tokio::test]
async fn f27_a_text_the_platform_refuses_opens_nothing_and_its_words_are_kept(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let desk = Desk::at(platform).await;
    let opened = desk.api.open(&desk.token, &with_too_long_a_text(platform), &video(1_000), noon()).await;
    let Err(ApiError::Refused { reason }) = opened else { panic!("the text was taken") };
    assert_eq!(reason.code, ReasonCode::DetailsRefused);
    let words = reason.platform_words.unwrap();
    assert!(words.starts_with("invalid") && !words.contains('<') && words.len() > 20, "{words}");
    assert_eq!(desk.simulator.uploads(platform).await, Vec::<Value>::new());
}

#[rstest]
#[case(Platform::Youtube, "quota_exceeded", Wait::Quota)]
#[case(Platform::Youtube, "upload_limit_exceeded", Wait::AccountLimit)]
#[case(Platform::Tiktok, "too_many_posts", Wait::AccountLimit)]
#[case(Platform::Tiktok, "active_user_cap", Wait::Quota)]
#[tokio::test]
async fn f12_a_limit_with_a_known_end_says_when(#[case] platform: Platform, #[case] fault: &str, #[case] why: Wait) {
    let desk = Desk::at(platform).await;
    desk.simulator.fault(platform, json!({"kind": fault})).await;
    let tomorrow = noon() + TimeDelta::hours(24);
    let until = if fault == "quota_exceeded" { youtube_quota_reset(noon()) } else { tomorrow };
    let asked = async || desk.simulator.requests("open").await.len() + desk.simulator.requests("api").await.len();
    assert_eq!(open_error(&desk).await, ApiError::NotBefore { why, until });
    assert_eq!(asked().await, 1, "it was tried again");
    desk.open(1_000).await;
}

#[rstest]
#[case(Platform::Youtube, "account_forbidden")]
#[case(Platform::Tiktok, "banned_from_posting")]
#[tokio::test]
async fn an_account_that_may_not_post_is_named(#[case] platform: Platform, #[case] fault: &str) {
    let desk = Desk::at(platform).await;
    desk.simulator.fault(platform, json!({"kind": fault})).await;
    assert_eq!(refused_with(&open_error(&desk).await), Some(ReasonCode::AccountRefused));
}

#[rstest]
#[case(Platform::Youtube, "processing_fails", "codec", ReasonCode::ProcessingRefused)]
#[case(Platform::Youtube, "processing_fails", "copyright", ReasonCode::RejectedByPlatform)]
#[case(Platform::Tiktok, "publish_fails", "file_format_check_failed", ReasonCode::ProcessingRefused)]
#[case(Platform::Tiktok, "publish_fails", "auth_removed", ReasonCode::AccessRemoved)]
#[case(Platform::Tiktok, "publish_fails", "spam_risk_too_many_posts", ReasonCode::PostingLimit)]
#[case(Platform::Tiktok, "publish_fails", "internal", ReasonCode::PlatformTrouble)]
#[tokio::test]
async fn a_video_the_platform_does_not_make_says_why(
    #[case] platform: Platform,
    #[case] fault: &str,
    #[case] word: &str,
    #[case] code: ReasonCode,
) {
    let desk = Desk::at(platform).await;
    desk.simulator.fault(platform, json!({"kind": fault, "reason": word})).await;
    let session = desk.open(1_000).await;
    let id = remote_id(desk.send_on(&session, 0).await);
    let Following::Failed { reason } = desk.follow(&id, &good(platform)).await else { panic!("it was published") };
    assert_eq!((reason.code, reason.platform_words.as_deref()), (code, Some(word)));
}

#[rstest]
#[case(Platform::Youtube, ReasonCode::RejectedByPlatform)]
// An id TikTok no longer knows may have become a video: nobody is told that nothing is live.
#[case(Platform::Tiktok, ReasonCode::CannotTell)]
#[tokio::test]
async fn a_video_the_platform_does_not_know_is_not_published(#[case] platform: Platform, #[case] code: ReasonCode) {
    let desk = Desk::at(platform).await;
    let Following::Failed { reason } = desk.follow("made-up", &good(platform)).await else { panic!("published") };
    assert_eq!(reason.code, code);
}
