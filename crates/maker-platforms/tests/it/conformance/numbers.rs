//! Views and likes: of the account's own videos, and of nothing that is not there.

use maker_domain::Platform;
use maker_domain::quota::youtube_quota_reset;
use maker_platforms::{ApiError, Following};
use rstest::rstest;
use serde_json::json;

use super::{Desk, remote_id, several_chunks};
use crate::posts::{good, noon};

#[rstest]
#[tokio::test]
async fn a_published_video_has_numbers_and_one_that_is_not_there_has_none(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let (desk, post) = (Desk::at(platform).await, good(platform));
    let session = desk.open(several_chunks(platform)).await;
    let uploaded = remote_id(desk.send_on(&session, 0).await);
    let Following::Published(video) = desk.follow(&uploaded, &post).await else { panic!("not published") };
    let id = desk.api.video_id(&video.url).expect("its address names it");
    desk.simulator.pass(1_800).await;

    let asked = ["7000000000000000001".to_owned(), id.clone()];
    let numbers = desk.api.numbers(&desk.token, &asked, noon()).await.unwrap();

    assert_eq!(numbers.len(), 1, "{numbers:?}");
    assert_eq!(numbers[0].id, id);
    assert!(numbers[0].views.is_some_and(|views| views > 0), "{numbers:?}");
    assert!(numbers[0].likes.is_some_and(|likes| Some(likes) <= numbers[0].views), "{numbers:?}");
    assert_eq!(desk.simulator.objections().await, json!([]));
}

#[rstest]
#[tokio::test]
async fn the_scopes_named_are_enough_and_as_many_as_said_are_taken_at_once(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let mut desk = Desk::at(platform).await;
    desk.token = desk.simulator.token(platform, desk.api.numbers_scopes()).await;
    let most = desk.api.numbers_at_once() as u64;
    let ids: Vec<_> = (0..most).map(|n| (7_000_000_000_000_000_000 + n).to_string()).collect();
    assert_eq!(desk.api.numbers(&desk.token, &ids, noon()).await, Ok(Vec::new()));
}

#[tokio::test]
async fn a_used_up_quota_says_until_when() {
    let desk = Desk::at(Platform::Youtube).await;
    desk.simulator.fault(Platform::Youtube, json!({"kind": "quota_exceeded"})).await;
    let told = desk.api.numbers(&desk.token, &["a".to_owned()], noon()).await;
    let Err(ApiError::NotBefore { until, .. }) = told else { panic!("{told:?}") };
    assert_eq!(until, youtube_quota_reset(noon()));
}
