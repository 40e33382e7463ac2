//! What the platforms' stand-ins may answer to a follow-up step, from the merely late to the wrong: nothing is done twice,
//! and nothing is called done that nobody confirmed.

use std::time::Duration;

use bytes::Bytes;
use maker_domain::Platform::Youtube;
use maker_domain::draft::YoutubePrivacy;
use maker_domain::followup::PlaylistChoice;
use maker_domain::reason::ReasonCode;
use maker_platforms::{ApiError, Patience, StepWork};
use rstest::rstest;

use crate::posts::noon;
use crate::stub::{Act, Stub, answer, patient_api_at, token};

const BUSY: ApiError = ApiError::Busy { retry_after: None };
const MADE: &str = r#"{"id":"abc"}"#;
const NO_TRACKS: &str = r#"{"kind":"youtube#captionListResponse","items":[]}"#;

fn json(status: &str, body: &str) -> Act {
    Act::Say(answer(status, &["Content-Type: application/json"], body))
}

fn yes(body: &str) -> Act {
    json("200 OK", body)
}

fn no(status: &str, reason: &str) -> Act {
    json(status, &format!(r#"{{"error":{{"errors":[{{"reason":"{reason}","message":"m"}}]}}}}"#))
}

fn tracks(kind: &str, status: &str) -> Act {
    yes(&format!(
        r#"{{"items":[{{"snippet":{{"language":"fr","name":"","trackKind":"{kind}","status":"{status}","failureReason":"unknownFormat"}}}}]}}"#
    ))
}

fn captions() -> StepWork {
    StepWork::Captions { language: "fr".into(), name: String::new(), file: Bytes::from_static(b"1\n") }
}

fn thumbnail(bytes: usize) -> StepWork {
    StepWork::Thumbnail { image: Bytes::from([b"\xFF\xD8\xFF".as_slice(), &vec![0; bytes]].concat()) }
}

fn known_playlist() -> StepWork {
    StepWork::Playlist { playlist: PlaylistChoice::Existing { id: "PL1".into(), title: "Bowls".into() } }
}

fn new_playlist() -> StepWork {
    let playlist = PlaylistChoice::New { title: "Bowls".into(), privacy: YoutubePrivacy::Private };
    StepWork::Playlist { playlist }
}

async fn step(stub: &Stub, step: &StepWork, tried: bool) -> Result<(), ApiError> {
    stub.api(Youtube).do_step(&token(), "video", step, tried, noon()).await
}

fn count(stub: &Stub, method: &str) -> usize {
    stub.requests().iter().filter(|request| request.starts_with(method)).count()
}

fn refused_with(done: Result<(), ApiError>) -> (ReasonCode, String) {
    match done {
        Err(ApiError::Refused { reason }) => (reason.code, reason.platform_words.unwrap_or_default()),
        other => panic!("not refused but {other:?}"),
    }
}

#[tokio::test]
async fn q11_captions_that_are_there_are_not_sent_again() {
    let stub = Stub::start(vec![tracks("standard", "serving")]).await;
    assert_eq!(step(&stub, &captions(), true).await, Ok(()));
    assert_eq!((count(&stub, "GET"), count(&stub, "POST")), (1, 0));
}

#[tokio::test]
async fn captions_that_youtube_made_by_listening_do_not_stand_for_the_makers() {
    let stub = Stub::start(vec![tracks("asr", "serving"), yes(MADE)]).await;
    assert_eq!(step(&stub, &captions(), true).await, Ok(()));
    assert_eq!(count(&stub, "POST /upload/youtube/v3/captions"), 1);
}

#[tokio::test]
async fn captions_that_youtube_could_not_read_are_refused_in_its_word() {
    let stub = Stub::start(vec![tracks("standard", "failed")]).await;
    assert_eq!(
        refused_with(step(&stub, &captions(), true).await),
        (ReasonCode::DetailsRefused, "unknownFormat".into())
    );
}

#[rstest]
#[case::an_empty_object(yes("{}"))]
#[case::an_array(yes("[]"))]
#[case::entries_of_a_wrong_type(yes(r#"{"kind":"youtube#captionListResponse","items":{}}"#))]
#[case::a_page(yes("<html>Sign in to the hotel</html>"))]
#[case::no_body(yes(""))]
#[case::half_a_body(Act::Say("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"items\":[".into()))]
#[case::busy(json("503 Service Unavailable", ""))]
#[tokio::test]
async fn q11_a_list_that_cannot_be_read_never_means_that_nothing_is_there(
    #[case] list: Act,
    #[values(captions(), known_playlist(), new_playlist())] work: StepWork,
) {
    let stub = Stub::start(vec![list]).await;
    assert!(step(&stub, &work, true).await.is_err());
    assert_eq!((count(&stub, "GET"), count(&stub, "POST")), (1, 0));
}

#[rstest]
#[case::the_list_lagged_behind(true, Ok(()))]
#[case::somebody_else_put_it_there(false, Err(ReasonCode::DetailsRefused))]
#[tokio::test]
async fn a_track_youtube_already_has_is_ours_only_when_it_was_tried(
    #[case] tried: bool,
    #[case] expected: Result<(), ReasonCode>,
) {
    let mut acts = vec![no("409 Conflict", "captionExists")];
    if tried {
        acts.insert(0, yes(NO_TRACKS));
    }
    let done = step(&Stub::start(acts).await, &captions(), tried).await;
    match expected {
        Ok(()) => assert_eq!(done, Ok(())),
        Err(code) => assert_eq!(refused_with(done).0, code),
    }
}

#[tokio::test]
async fn a_video_youtube_already_has_in_the_list_is_there() {
    let stub = Stub::start(vec![no("409 Conflict", "videoAlreadyInPlaylist")]).await;
    assert_eq!(step(&stub, &known_playlist(), false).await, Ok(()));
}

#[tokio::test]
async fn a_place_of_another_video_is_not_this_ones() {
    let other = r#"{"items":[{"snippet":{"resourceId":{"videoId":"another"}}}]}"#;
    let stub = Stub::start(vec![yes(other), yes(MADE)]).await;
    assert_eq!(step(&stub, &known_playlist(), true).await, Ok(()));
    assert_eq!(count(&stub, "POST"), 1);
}

#[tokio::test]
async fn a_playlist_that_was_just_made_may_take_a_moment_to_be_known() {
    let missing = || no("404 Not Found", "playlistNotFound");
    let acts = vec![yes(r#"{"items":[]}"#), yes(MADE), missing(), missing()];
    assert_eq!(step(&Stub::start(acts).await, &new_playlist(), false).await, Err(BUSY));
    let stub = Stub::start(vec![missing()]).await;
    assert_eq!(refused_with(step(&stub, &known_playlist(), false).await).0, ReasonCode::DetailsRefused);
}

#[rstest]
#[case::nothing_made("{}")]
#[case::an_id_that_is_no_text(r#"{"id":7}"#)]
#[case::an_array("[]")]
#[tokio::test]
async fn a_yes_without_anything_made_is_odd_and_never_done(#[case] body: &str) {
    for work in [captions(), known_playlist()] {
        let done = step(&Stub::start(vec![yes(body)]).await, &work, false).await;
        assert!(matches!(done, Err(ApiError::Odd { .. })), "{done:?}");
    }
    let acts = vec![yes(r#"{"items":[]}"#), yes(body)];
    let done = step(&Stub::start(acts).await, &new_playlist(), false).await;
    assert!(matches!(done, Err(ApiError::Odd { .. })), "{done:?}");
}

#[rstest]
#[case("429 Too Many Requests", "uploadRateLimitExceeded", BUSY)]
#[case("409 Conflict", "SERVICE_UNAVAILABLE", BUSY)]
#[case("401 Unauthorized", "authError", ApiError::TokenRejected)]
#[tokio::test]
async fn what_passes_by_itself_is_not_the_makers_to_mend(
    #[case] status: &str,
    #[case] reason: &str,
    #[case] expected: ApiError,
) {
    for work in [thumbnail(10), captions(), known_playlist(), new_playlist()] {
        let stub = Stub::start(vec![no(status, reason)]).await;
        assert_eq!(step(&stub, &work, false).await, Err(expected.clone()));
    }
}

#[tokio::test]
async fn a_file_that_is_too_large_on_the_way_is_the_makers_to_mend() {
    let stub = Stub::saying(&answer("413 Content Too Large", &["Content-Type: text/html"], "<html></html>")).await;
    for work in [thumbnail(10), captions()] {
        assert_eq!(refused_with(step(&stub, &work, false).await).0, ReasonCode::DetailsRefused);
    }
}

#[tokio::test]
async fn f15_a_step_follows_no_redirect() {
    let elsewhere = Stub::start(vec![yes(MADE)]).await;
    let location = format!("Location: {}/collect", elsewhere.origin);
    for status in ["302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let stub = Stub::saying(&answer(status, &[&location], "")).await;
        for work in [thumbnail(10), captions(), known_playlist(), new_playlist()] {
            let done = step(&stub, &work, false).await;
            assert!(matches!(done, Err(ApiError::Odd { .. })), "{done:?}");
        }
    }
    assert_eq!(elsewhere.requests(), Vec::<String>::new());
}

#[tokio::test]
async fn a_list_of_playlists_without_end_is_cut_off() {
    let page = |number: u32| yes(&format!(r#"{{"items":[{{"id":"PL{number}"}}],"nextPageToken":"T{number}"}}"#));
    let stub = Stub::start((0..1_000).map(page).collect()).await;
    let lists = stub.api(Youtube).playlists(&token(), noon()).await.unwrap();
    assert!(!lists.is_empty() && stub.requests().len() <= 20, "{} pages were read", stub.requests().len());
    // The same page for ever is one page.
    let stub = Stub::start(vec![page(1)]).await;
    stub.api(Youtube).playlists(&token(), noon()).await.unwrap();
    assert!(stub.requests().len() <= 2, "it went round in circles");
}

#[tokio::test]
async fn f6_a_step_on_a_silent_line_is_given_up_and_one_on_a_slow_line_is_not() {
    let patience = Patience { stall: Duration::from_secs(2), call: Duration::from_secs(2) };
    let silent = Stub::start(vec![Act::Silence]).await;
    let done = patient_api_at(&silent.origin, Youtube, patience)
        .do_step(&token(), "video", &thumbnail(30 << 20), false, noon())
        .await;
    assert_eq!(done, Err(ApiError::Network { offline: false }));

    // Five seconds in all; what the system holds back is through in less than one.
    let text = answer("200 OK", &["Content-Type: application/json"], "{}");
    let slow = Stub::start(vec![Act::ReadSlowly(Duration::from_millis(30), text)]).await;
    let done = patient_api_at(&slow.origin, Youtube, patience)
        .do_step(&token(), "video", &thumbnail(40 << 20), false, noon())
        .await;
    assert_eq!(done, Ok(()));
}

#[rstest]
#[case("")]
#[case("../videos?id=x")]
#[case("a b")]
#[tokio::test]
async fn a_video_id_that_is_none_reaches_no_address(#[case] id: &str) {
    let stub = Stub::start(vec![yes(MADE)]).await;
    let done = stub.api(Youtube).do_step(&token(), id, &captions(), false, noon()).await;
    assert!(matches!(done, Err(ApiError::Odd { .. })), "{done:?}");
    assert_eq!(stub.requests(), Vec::<String>::new());
}
