//! The good day: whose account it is, a file that goes through, and where the video is then.

use maker_domain::Platform;
use maker_domain::post::{Post, TiktokPost, YoutubePost};
use maker_platforms::{ApiError, Following, Standing};
use rstest::rstest;
use serde_json::json;

use super::{Desk, remote_id, scopes, several_chunks};
use crate::posts::{good, noon, tiktok, video, youtube};

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
#[case::one_byte(1)]
#[case::less_than_a_granule((256 << 10) - 1)]
#[case::a_granule(256 << 10)]
#[case::more_than_a_granule((256 << 10) + 1)]
#[case::five_megabytes(5_000_000)]
#[case::one_chunk_of_youtubes(8 << 20)]
#[case::one_chunk_and_a_byte((8 << 20) + 1)]
#[case::two_chunks_of_youtubes(16 << 20)]
#[case::the_largest_single_chunk_of_tiktoks(64_000_000)]
#[case::more_than_it(64_000_001)]
#[case::seven_chunks_of_tiktoks(70_000_000)]
#[case::seven_chunks_but_a_byte(69_999_999)]
#[tokio::test]
async fn f20_a_file_of_any_size_arrives_byte_for_byte(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
    #[case] size: u64,
) {
    let desk = Desk::at(platform).await;
    let session = desk.open(size).await;
    remote_id(desk.send_on(&session, 0).await);
    desk.expect_one_right_upload(size).await;
    assert_eq!(desk.simulator.bytes_put().await, size, "something went twice");
}

#[rstest]
#[case(Platform::Youtube, 0)]
#[case(Platform::Tiktok, 0)]
#[case::more_than_four_gib(Platform::Tiktok, (4 << 30) + 1)]
#[case::more_than_256_gib(Platform::Youtube, (256 << 30) + 1)]
#[case::the_largest_there_is(Platform::Tiktok, u64::MAX)]
#[case::the_largest_there_is(Platform::Youtube, u64::MAX)]
#[tokio::test]
async fn f20_a_size_the_platform_does_not_take_is_refused_before_a_byte(#[case] platform: Platform, #[case] size: u64) {
    let desk = Desk::at(platform).await;
    let opened = desk.api.open(&desk.token, &good(platform), &video(size), noon()).await;
    assert!(matches!(opened, Err(ApiError::Refused { .. })), "{opened:?}");
    assert!(desk.simulator.uploads(platform).await.is_empty());
}

#[rstest]
#[case(Platform::Youtube, 5 << 30)]
#[case(Platform::Tiktok, 4 << 30)]
#[tokio::test]
async fn f20_the_chunks_of_a_file_of_gigabytes_cover_it_once(#[case] platform: Platform, #[case] size: u64) {
    let desk = Desk::at(platform).await;
    let session = desk.open(size).await;
    let mut at = 0;
    while let Some(range) = desk.api.next_range(&session, at) {
        assert!(range.start == at && at < range.end && range.end <= size, "{range:?} at {at}");
        at = range.end;
    }
    assert_eq!(at, size);
    // Far beyond what 32 bits can say.
    assert_eq!(desk.api.next_range(&session, size - 1).unwrap().end, size);
}

#[rstest]
#[case::right_to_left("שלום עולם — سكين", "one\ntwo\r\n\tthree")]
#[case::emoji("👩‍👩‍👧 🔪 e\u{301}", "\u{202e}reversed\u{202c} \u{feff}")]
#[case::quotes_and_backslashes(r#""quoted" \ / 'x' & %00 %3C"#, r#"\u0041 {"a": 1}"#)]
#[case::unseen("a\u{0}b\u{1b}c", "d\u{0}e")]
#[tokio::test]
async fn f27_a_text_is_passed_on_as_the_maker_wrote_it(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
    #[case] title: &str,
    #[case] more: &str,
) {
    let desk = Desk::at(platform).await;
    let (post, kept) = match platform {
        Platform::Youtube => (
            Post::Youtube(YoutubePost { title: title.into(), description: more.into(), ..youtube() }),
            title.to_owned(),
        ),
        Platform::Tiktok => {
            let caption = format!("{title}\n{more}");
            (Post::Tiktok(TiktokPost { caption: caption.clone(), ..tiktok() }), caption)
        }
    };
    desk.open_for(&post, 1_000).await;
    assert_eq!(desk.only_upload().await["title"], json!(kept));
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
