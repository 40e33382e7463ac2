//! The good day: whose account it is, a file that goes through, and where the video is then.

use maker_domain::Platform;
use maker_platforms::{Following, Standing};
use rstest::rstest;
use serde_json::json;

use super::{Desk, remote_id, scopes, several_chunks};
use crate::posts::{good, noon};

#[rstest]
#[tokio::test]
async fn the_account_behind_a_token_is_told(#[values(Platform::Youtube, Platform::Tiktok)] platform: Platform) {
    let desk = Desk::at(platform).await;
    let account = desk.api.account(&desk.token).await.unwrap();
    assert!(account.name.contains("Amina"), "{account:?}");
    assert!(!account.id.is_empty() && account.id != account.name, "{account:?}");
}

#[rstest]
#[tokio::test]
async fn the_scopes_named_are_enough_to_open(#[values(Platform::Youtube, Platform::Tiktok)] platform: Platform) {
    let mut desk = Desk::at(platform).await;
    let named = desk.api.upload_scopes(&good(platform));
    assert!(named.iter().all(|scope| scopes(platform).contains(scope)), "{named:?}");
    desk.token = desk.simulator.token(platform, named).await;
    desk.open(1_000).await;
}

#[rstest]
#[tokio::test]
async fn what_may_be_posted_now_is_told_where_the_platform_says_it(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let desk = Desk::at(platform).await;
    let creator = desk.api.creator_info(&desk.token, noon()).await.unwrap();
    match platform {
        Platform::Youtube => assert_eq!(creator, None),
        Platform::Tiktok => {
            let creator = creator.unwrap();
            assert_eq!(creator.username, "amina.makes");
            assert_eq!(creator.privacy_options, ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"]);
            assert_eq!(creator.max_duration_s, 600);
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_file_of_several_chunks_arrives_whole_and_is_found_at_its_address(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let (desk, size, post) = (Desk::at(platform).await, several_chunks(platform), good(platform));
    let session = desk.open(size).await;
    assert_eq!(session.total_bytes, size);
    let id = remote_id(desk.send_on(&session, 0).await);
    desk.expect_one_right_upload(size).await;

    let Following::Published(video) = desk.follow(&id, &post).await else { panic!("not published") };
    let upload = desk.only_upload().await;
    assert_eq!(upload["state"], json!("published"));
    assert_eq!(json!(video.url), upload["url"]);
    assert!(video.exact);
    assert!(video.duration_s.is_some_and(|s| s > 0.0), "{video:?}");
    assert!(video.thumbnail_url.is_some(), "{video:?}");
    assert_eq!(json!(video.title), upload["title"]);
    assert_eq!(desk.simulator.objections().await, json!([]));
}

#[rstest]
#[tokio::test]
async fn f20_a_file_of_one_byte_arrives(#[values(Platform::Youtube, Platform::Tiktok)] platform: Platform) {
    let desk = Desk::at(platform).await;
    let session = desk.open(1).await;
    assert_eq!(desk.api.next_range(&session, 0), Some(0..1));
    remote_id(desk.send_on(&session, 0).await);
    desk.expect_one_right_upload(1).await;
}

#[rstest]
#[tokio::test]
async fn asking_tells_what_is_there_and_sends_nothing(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let (desk, size) = (Desk::at(platform).await, several_chunks(platform));
    let session = desk.open(size).await;
    assert_eq!(desk.ask(&session).await, Ok(Standing::Stored { bytes: 0 }));
    let sent = desk.send_next(&session, 0).await.unwrap();
    assert_eq!(desk.ask(&session).await, Ok(sent.clone()));
    assert_eq!(sent, Standing::Stored { bytes: session.chunk_bytes });
    assert_eq!(desk.simulator.requests("put").await.len(), 1);
}
