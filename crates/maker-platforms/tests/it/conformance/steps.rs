//! What belongs to a video once it is there: each step is done once, whatever is lost on the way, and says what stands in
//! its way without ever speaking of the video.

use bytes::Bytes;
use maker_domain::Platform;
use maker_domain::draft::YoutubePrivacy;
use maker_domain::followup::{PlaylistChoice, StepKind};
use maker_domain::reason::ReasonCode;
use maker_domain::secret::AccessToken;
use maker_platforms::{ApiError, StepWork};
use rstest::rstest;
use serde_json::{Value, json};

use super::{Desk, remote_id};
use crate::posts::noon;

const FORCE_SSL: &str = "https://www.googleapis.com/auth/youtube.force-ssl";
const PNG: &[u8] = b"\x89PNG\r\n\x1A\nand so on";
const OWN_PLAYLIST: &str = "PLaminabellopotteryclay000000000000";

/// A channel with one video, and a token that may do everything.
struct Shelf {
    desk: Desk,
    video: String,
}

impl Shelf {
    async fn new() -> Self {
        let mut desk = Desk::at(Platform::Youtube).await;
        desk.token = desk.simulator.token(Platform::Youtube, &[FORCE_SSL]).await;
        let session = desk.open(1_000).await;
        let video = remote_id(desk.send_on(&session, 0).await);
        Self { desk, video }
    }

    async fn step(&self, step: &StepWork, tried: bool) -> Result<(), ApiError> {
        self.step_as(&self.desk.token, step, tried).await
    }

    async fn step_as(&self, token: &AccessToken, step: &StepWork, tried: bool) -> Result<(), ApiError> {
        self.desk.api.do_step(token, &self.video, step, tried, noon()).await
    }

    async fn fault(&self, order: Value) {
        self.desk.simulator.fault(Platform::Youtube, order).await;
    }

    /// How many caption tracks, playlists and places in playlists there are.
    async fn count(&self) -> (usize, usize, usize) {
        let list = async |path: &str| self.desk.simulator.youtube_list(&self.desk.token, path).await;
        let tracks = list(&format!("captions?part=snippet&videoId={}", self.video)).await.len();
        let playlists = list("playlists?part=snippet&mine=true").await;
        let mut places = 0;
        for playlist in &playlists {
            let id = playlist["id"].as_str().unwrap();
            places += list(&format!("playlistItems?part=snippet&playlistId={id}")).await.len();
        }
        (tracks, playlists.len(), places)
    }
}

fn thumbnail() -> StepWork {
    StepWork::Thumbnail { image: Bytes::from_static(PNG) }
}

fn captions() -> StepWork {
    let file = Bytes::from_static(b"1\n00:00:01,000 --> 00:00:02,000\nSalut\n");
    StepWork::Captions { language: "fr".into(), name: "Français".into(), file }
}

fn known_playlist() -> StepWork {
    let playlist = PlaylistChoice::Existing { id: OWN_PLAYLIST.into(), title: "Amina's Pottery: all videos".into() };
    StepWork::Playlist { playlist }
}

fn new_playlist() -> StepWork {
    new_playlist_named("Bowls", YoutubePrivacy::Unlisted)
}

fn new_playlist_named(title: &str, privacy: YoutubePrivacy) -> StepWork {
    StepWork::Playlist { playlist: PlaylistChoice::New { title: title.into(), privacy } }
}

fn refused_with(done: Result<(), ApiError>) -> ReasonCode {
    match done {
        Err(ApiError::Refused { reason }) => reason.code,
        other => panic!("not refused but {other:?}"),
    }
}

// What is there when a step was done once: tracks, playlists (one is there from the start), places.
#[rstest]
#[case::captions(captions(), (1, 1, 0))]
#[case::known_playlist(known_playlist(), (0, 1, 1))]
#[case::new_playlist(new_playlist(), (0, 2, 1))]
#[tokio::test]
async fn q11_a_step_is_done_once_and_another_try_adds_nothing(
    #[case] step: StepWork,
    #[case] expected: (usize, usize, usize),
) {
    let shelf = Shelf::new().await;
    assert_eq!(shelf.step(&step, false).await, Ok(()));
    assert_eq!(shelf.count().await, expected);
    assert_eq!(shelf.step(&step, true).await, Ok(()));
    assert_eq!(shelf.count().await, expected);
}

#[rstest]
#[case::captions(captions(), (1, 1, 0))]
#[case::known_playlist(known_playlist(), (0, 1, 1))]
#[case::new_playlist(new_playlist(), (0, 2, 1))]
#[tokio::test]
async fn q11_a_lost_answer_is_looked_up_in_the_same_call(
    #[case] step: StepWork,
    #[case] expected: (usize, usize, usize),
    #[values(1, 2)] lost: u32,
) {
    let shelf = Shelf::new().await;
    shelf.fault(json!({"kind": "drop_answer_of_change", "times": lost})).await;
    assert_eq!(shelf.step(&step, false).await, Ok(()));
    assert_eq!(shelf.count().await, expected);
}

#[rstest]
#[case::captions(captions(), 1, (1, 1, 0))]
#[case::known_playlist(known_playlist(), 1, (0, 1, 1))]
#[case::making_the_list(new_playlist(), 2, (0, 2, 1))]
#[case::a_place_in_the_new_list(new_playlist(), 3, (0, 2, 1))]
#[tokio::test]
async fn q11_a_step_whose_end_is_unknown_is_done_once_by_the_next_try(
    #[case] step: StepWork,
    #[case] before_the_look: u32,
    #[case] expected: (usize, usize, usize),
) {
    let shelf = Shelf::new().await;
    // The last request before the look is the one that loses its answer; the look itself finds YouTube busy.
    let skip = if before_the_look == 3 { 1 } else { 0 };
    shelf.fault(json!({"kind": "drop_answer_of_change", "skip": skip})).await;
    shelf.fault(json!({"kind": "status_503", "on": "api", "skip": before_the_look})).await;
    assert_eq!(shelf.step(&step, false).await, Err(ApiError::Network { offline: false }));
    assert_eq!(shelf.step(&step, true).await, Ok(()));
    assert_eq!(shelf.count().await, expected);
}

#[rstest]
#[case::captions(captions(), (1, 1, 0))]
#[case::known_playlist(known_playlist(), (0, 1, 1))]
#[case::new_playlist(new_playlist(), (0, 2, 1))]
#[tokio::test]
async fn a_try_that_never_arrived_is_made_good_by_the_next(
    #[case] step: StepWork,
    #[case] expected: (usize, usize, usize),
) {
    let shelf = Shelf::new().await;
    shelf.fault(json!({"kind": "status_503", "on": "api", "times": 2, "retry_after": 7})).await;
    let pause = Some(std::time::Duration::from_secs(7));
    assert_eq!(shelf.step(&step, false).await, Err(ApiError::Busy { retry_after: pause }));
    assert_eq!(shelf.step(&step, true).await, Err(ApiError::Busy { retry_after: pause }));
    assert_eq!(shelf.step(&step, true).await, Ok(()));
    assert_eq!(shelf.count().await, expected);
}

#[tokio::test]
async fn a_new_playlist_is_the_one_of_its_title_only_where_the_same_people_see_it() {
    let shelf = Shelf::new().await;
    for step in [
        new_playlist_named("Bowls", YoutubePrivacy::Private),
        // Another publication of the same day: the list that is there is used.
        new_playlist_named(" Bowls", YoutubePrivacy::Private),
        // A private list must not be taken for a public one, nor the other way round.
        new_playlist_named("Bowls", YoutubePrivacy::Public),
        new_playlist_named("bowls", YoutubePrivacy::Private),
    ] {
        assert_eq!(shelf.step(&step, false).await, Ok(()));
    }
    assert_eq!(shelf.count().await, (0, 4, 4));
}

#[tokio::test]
async fn captions_arrive_with_every_byte_and_their_language_and_name() {
    let shelf = Shelf::new().await;
    shelf.step(&captions(), false).await.unwrap();
    let path = format!("captions?part=snippet&videoId={}", shelf.video);
    let track = &shelf.desk.simulator.youtube_list(&shelf.desk.token, &path).await[0]["snippet"];
    assert_eq!((&track["language"], &track["name"]), (&json!("fr"), &json!("Français")));
    assert_eq!(track["isDraft"], json!(false));
}

#[tokio::test]
async fn a_thumbnail_is_set_however_often_it_is_tried() {
    let shelf = Shelf::new().await;
    assert_eq!(shelf.desk.only_upload().await["has_thumbnail"], json!(false));
    for tried in [false, true, true] {
        assert_eq!(shelf.step(&thumbnail(), tried).await, Ok(()));
    }
    assert_eq!(shelf.desk.only_upload().await["has_thumbnail"], json!(true));
}

#[tokio::test]
async fn a_thumbnail_before_processing_has_no_effect_on_a_short_and_the_caller_is_told_to_wait() {
    let desk = Desk::at(Platform::Youtube).await;
    desk.simulator.fault(Platform::Youtube, json!({"kind": "processing_takes", "seconds": 600})).await;
    desk.simulator.fault(Platform::Youtube, json!({"kind": "treat_as_short"})).await;
    let session = desk.open(1_000).await;
    let video = remote_id(desk.send_on(&session, 0).await);
    assert!(desk.api.waits_for_processing(StepKind::Thumbnail));
    assert!(!desk.api.waits_for_processing(StepKind::Captions));

    let set = async || desk.api.do_step(&desk.token, &video, &thumbnail(), false, noon()).await;
    assert_eq!(set().await, Ok(()), "YouTube says yes to it all the same");
    assert_eq!(desk.only_upload().await["has_thumbnail"], json!(false));
    desk.simulator.pass(601).await;
    assert_eq!(set().await, Ok(()));
    assert_eq!(desk.only_upload().await["has_thumbnail"], json!(true));
}

#[tokio::test]
async fn a_channel_that_is_not_verified_is_told_that_it_may_not_set_a_thumbnail() {
    let mut desk = Desk::at(Platform::Youtube).await;
    desk.token = desk.simulator.token_of("kofi", Platform::Youtube, super::scopes(Platform::Youtube)).await;
    let session = desk.open(1_000).await;
    let video = remote_id(desk.send_on(&session, 0).await);
    let set = desk.api.do_step(&desk.token, &video, &thumbnail(), false, noon()).await;
    let Err(ApiError::Refused { reason }) = set else { panic!("not refused but {set:?}") };
    assert_eq!(reason.code, ReasonCode::AccountRefused);
    assert!(reason.platform_words.unwrap().contains("custom video thumbnails"), "its words are not kept");
}

#[rstest]
#[case(captions())]
#[case(known_playlist())]
#[case(new_playlist())]
#[tokio::test]
async fn a_step_without_its_right_says_which_and_a_thumbnail_needs_no_more_than_an_upload(#[case] step: StepWork) {
    let shelf = Shelf::new().await;
    let poor = shelf.desk.simulator.token(Platform::Youtube, super::scopes(Platform::Youtube)).await;
    assert_eq!(refused_with(shelf.step_as(&poor, &step, false).await), ReasonCode::MissingScope);
    assert_eq!(shelf.step_as(&poor, &thumbnail(), false).await, Ok(()));
    assert_eq!(shelf.count().await, (0, 1, 0));
}

#[rstest]
#[case(StepKind::Thumbnail, thumbnail())]
#[case(StepKind::Captions, captions())]
#[case(StepKind::Playlist, new_playlist())]
#[tokio::test]
async fn the_scopes_named_are_enough_for_a_step(#[case] kind: StepKind, #[case] step: StepWork) {
    let shelf = Shelf::new().await;
    let token = shelf.desk.simulator.token(Platform::Youtube, shelf.desk.api.step_scopes(kind)).await;
    assert_eq!(shelf.step_as(&token, &step, false).await, Ok(()));
}

#[tokio::test]
async fn what_only_the_maker_can_mend_is_refused_with_youtubes_words_or_what_was_noticed_before() {
    let shelf = Shelf::new().await;
    let existing =
        |id: &str| StepWork::Playlist { playlist: PlaylistChoice::Existing { id: id.into(), title: String::new() } };
    let large = |bytes: usize| Bytes::from([PNG, &vec![0; bytes][..]].concat());
    let captions_of = |file| StepWork::Captions { language: "fr".into(), name: String::new(), file };
    for (step, words, noted) in [
        (StepWork::Thumbnail { image: Bytes::from_static(b"GIF89a") }, None, Some("neither a JPEG nor a PNG")),
        (StepWork::Thumbnail { image: large(50 << 20) }, None, Some("larger than 50 MB")),
        (captions_of(Bytes::new()), None, Some("empty")),
        (captions_of(large(100 << 20)), None, Some("larger than 100 MB")),
        (
            StepWork::Captions { language: String::new(), name: String::new(), file: large(1) },
            Some("invalidMetadata"),
            None,
        ),
        (existing("PLnone"), Some("playlistNotFound"), None),
        (existing("PLkofimensahdeliveries0000000000000"), Some("playlistItemsNotAccessible"), None),
        (existing("../x?y="), None, Some("not the id")),
        (new_playlist_named(&"x".repeat(151), YoutubePrivacy::Public), Some("playlistTitleRequired"), None),
    ] {
        let done = shelf.step(&step, false).await;
        let Err(ApiError::Refused { reason }) = done else { panic!("{words:?} {noted:?}: {done:?}") };
        assert_eq!(reason.code, ReasonCode::DetailsRefused, "{reason:?}");
        for (kept, part) in [(&reason.platform_words, words), (&reason.noted, noted)] {
            assert_eq!(kept.is_some(), part.is_some(), "{reason:?}");
            assert!(kept.iter().zip(part).all(|(kept, part)| kept.contains(part)), "{part:?}: {reason:?}");
        }
    }
    assert_eq!(shelf.count().await, (0, 1, 0));
}

#[tokio::test]
async fn f12_a_quota_that_is_used_up_says_until_when_and_is_asked_once() {
    let shelf = Shelf::new().await;
    shelf.fault(json!({"kind": "quota_exceeded", "on": "api", "times": 0})).await;
    for step in [thumbnail(), captions(), known_playlist(), new_playlist()] {
        let done = shelf.step(&step, false).await;
        assert!(matches!(done, Err(ApiError::NotBefore { .. })), "{done:?}");
    }
    assert_eq!(shelf.desk.simulator.requests("api").await.len(), 4);
}

#[tokio::test]
async fn playlists_are_listed_newest_first_over_several_pages() {
    let shelf = Shelf::new().await;
    for number in 0..54 {
        shelf.desk.simulator.pass(1).await;
        shelf.step(&new_playlist_named(&format!("List {number}"), YoutubePrivacy::Private), false).await.unwrap();
    }
    // `youtube.readonly` is enough to choose one.
    let token = shelf.desk.simulator.token(Platform::Youtube, super::scopes(Platform::Youtube)).await;
    let lists = shelf.desk.api.playlists(&token, noon()).await.unwrap();
    assert_eq!(lists.len(), 55);
    assert_eq!((lists[0].title.as_str(), lists[0].privacy), ("List 53", Some(YoutubePrivacy::Private)));
    assert_eq!((lists[54].id.as_str(), lists[54].privacy), (OWN_PLAYLIST, Some(YoutubePrivacy::Public)));
}

#[tokio::test]
async fn tiktok_has_no_steps_and_says_so_without_asking_anybody() {
    let desk = Desk::at(Platform::Tiktok).await;
    assert_eq!(desk.api.playlists(&desk.token, noon()).await, Ok(vec![]));
    for (kind, step) in
        [(StepKind::Thumbnail, thumbnail()), (StepKind::Captions, captions()), (StepKind::Playlist, new_playlist())]
    {
        assert!(desk.api.step_scopes(kind).is_empty() && !desk.api.waits_for_processing(kind));
        let done = desk.api.do_step(&desk.token, "v_pub_file~1", &step, false, noon()).await;
        assert_eq!(refused_with(done), ReasonCode::DetailsRefused);
    }
    assert!(desk.simulator.requests("api").await.is_empty());
}
