//! Servers that do not keep to the protocol, and lines that break: every one of them ends in a named error, in bounded
//! time, without a token going astray.

use std::time::Duration;

use maker_domain::Platform;
use maker_platforms::{ApiError, Patience, Standing};
use rstest::rstest;
use tokio::net::TcpListener;

use crate::content;
use crate::posts::{good, noon, video};
use crate::stub::{Act, Stub, answer, api_at, ok, patient_api_at, token};

const SIZE: u64 = 1 << 20;
const BUSY: ApiError = ApiError::Busy { retry_after: None };
const BROKEN: ApiError = ApiError::Network { offline: false };

/// Sends the whole file to the stub as one range.
async fn send(stub: &Stub, platform: Platform, size: u64) -> Result<Standing, ApiError> {
    let session = stub.session(platform, size);
    stub.api(platform).send(&token(), &session, 0..size, content::body(0..size), noon()).await
}

#[rstest]
#[case::past_the_end("bytes=0-18446744073709551615")]
#[case::past_what_was_sent("bytes=0-1048576")]
#[case::backwards("bytes=9-5")]
#[case::many("bytes=0-5, 7-9")]
#[case::not_from_the_start("bytes=5-9")]
#[case::nonsense("all of it")]
#[tokio::test]
async fn f14_a_range_that_cannot_be_is_named_odd(#[case] range: &str) {
    let stub = Stub::saying(&answer("308 Resume Incomplete", &[&format!("Range: {range}")], "")).await;
    let sent = send(&stub, Platform::Youtube, SIZE).await;
    assert!(matches!(sent, Err(ApiError::Odd { .. })), "{sent:?}");
    let asked = stub.api(Platform::Youtube).ask(&token(), &stub.session(Platform::Youtube, SIZE), noon()).await;
    assert!(matches!(asked, Err(ApiError::Odd { .. })), "{asked:?}");
}

#[rstest]
#[case::past_the_chunk("bytes=0-524288")]
#[case::the_whole_file("bytes=0-1048575")]
#[tokio::test]
async fn f14_a_range_past_the_chunk_that_was_sent_is_odd_and_asking_may_tell_otherwise(#[case] range: &str) {
    let stub = Stub::saying(&answer("308 Resume Incomplete", &[&format!("Range: {range}")], "")).await;
    let (api, session) = (stub.api(Platform::Youtube), stub.session(Platform::Youtube, SIZE));
    let half = 0..SIZE / 2;
    let sent = api.send(&token(), &session, half.clone(), content::body(half), noon()).await;
    assert!(matches!(sent, Err(ApiError::Odd { .. })), "{sent:?}");
    // An earlier request may have brought more; then it is within the file.
    assert!(matches!(api.ask(&token(), &session, noon()).await, Ok(Standing::Stored { bytes }) if bytes <= SIZE));
}

#[rstest]
#[case::past_the_file("bytes 0-1048577/1048576")]
#[case::another_file("bytes 0-524287/2097152")]
#[case::backwards("bytes 9-5/1048576")]
#[case::many("bytes 0-5, 7-9/1048576")]
#[case::below_zero("bytes 0--1/1048576")]
#[case::beyond_counting("bytes 0-18446744073709551616/1048576")]
#[case::nonsense("half of it")]
#[tokio::test]
async fn f14_a_progress_of_tiktoks_that_cannot_be_is_named_odd(
    #[case] header: &str,
    #[values("206 Partial Content", "416 Range Not Satisfiable")] status: &str,
) {
    let stub = Stub::saying(&answer(status, &[&format!("Content-Range: {header}")], "")).await;
    let sent = send(&stub, Platform::Tiktok, SIZE).await;
    assert!(matches!(sent, Err(ApiError::Odd { .. })), "{sent:?}");
    assert_eq!(stub.requests().len(), 1, "it went round");
}

#[rstest]
#[case("-1")]
#[case("1048577")]
#[case("18446744073709551616")]
#[case("1e3")]
#[case("[524288]")]
#[case("\"half\"")]
#[tokio::test]
async fn f14_a_count_of_tiktoks_that_cannot_be_is_named_odd(#[case] bytes: &str) {
    let status = ok(&format!(r#"{{"status":"PROCESSING_UPLOAD","uploaded_bytes":{bytes}}}"#));
    let stub = Stub::saying(&status).await;
    let asked = stub.api(Platform::Tiktok).ask(&token(), &stub.session(Platform::Tiktok, SIZE), noon()).await;
    assert!(matches!(asked, Err(ApiError::Odd { .. })), "{asked:?}");
}

#[tokio::test]
async fn f3_a_308_without_a_range_means_that_nothing_is_stored() {
    let stub = Stub::saying(&answer("308 Resume Incomplete", &[], "")).await;
    assert_eq!(send(&stub, Platform::Youtube, SIZE).await, Ok(Standing::Stored { bytes: 0 }));
}

#[rstest]
#[case(Platform::Youtube, "308 Resume Incomplete")]
#[case(Platform::Youtube, "307 Temporary Redirect")]
#[case(Platform::Tiktok, "308 Permanent Redirect")]
#[case(Platform::Tiktok, "302 Found")]
#[tokio::test]
async fn f15_no_redirect_is_followed_and_no_token_goes_there(#[case] platform: Platform, #[case] status: &str) {
    let elsewhere = Stub::saying(&answer("200 OK", &[], r#"{"id":"stolen"}"#)).await;
    let location = format!("Location: {}/collect", elsewhere.origin);
    let stub = Stub::saying(&answer(status, &[&location], "")).await;
    let (api, session, post) = (stub.api(platform), stub.session(platform, SIZE), good(platform));
    for (call, done) in [
        ("send", send(&stub, platform, SIZE).await.map(drop)),
        ("ask", api.ask(&token(), &session, noon()).await.map(drop)),
        ("account", api.account(&token()).await.map(drop)),
        ("open", api.open(&token(), &post, &video(SIZE), noon()).await.map(drop)),
        ("follow", api.follow(&token(), "abc", &post, noon()).await.map(drop)),
    ] {
        assert!(matches!(done, Err(ApiError::Odd { .. })), "{call}: {done:?}");
    }
    // Best effort: that nothing could be told is no error, but nobody else is told either.
    let _ = api.forget(&token(), &session).await;
    assert_eq!(elsewhere.requests(), Vec::<String>::new());
}

#[rstest]
#[case("http://169.254.169.254/upload")]
#[case("https://uploads.example.com/session")]
#[case("http://uploads.example.com/session")]
#[case("/relative")]
#[tokio::test]
async fn f16_an_upload_address_on_a_foreign_host_is_refused(#[case] address: &str) {
    let stub = Stub::saying(&answer("200 OK", &[&format!("Location: {address}")], "")).await;
    let opened = stub.api(Platform::Youtube).open(&token(), &good(Platform::Youtube), &video(SIZE), noon()).await;
    assert!(matches!(opened, Err(ApiError::Odd { .. })), "youtube opened {address}");

    let creator = ok(r#"{"creator_username":"a","privacy_level_options":["PUBLIC_TO_EVERYONE"]}"#);
    let init = ok(&format!(r#"{{"publish_id":"v_pub_file~1","upload_url":"{address}"}}"#));
    let stub = Stub::start(vec![Act::Say(creator), Act::Say(init)]).await;
    let opened = stub.api(Platform::Tiktok).open(&token(), &good(Platform::Tiktok), &video(SIZE), noon()).await;
    assert!(matches!(opened, Err(ApiError::Odd { .. })), "tiktok opened {address}");
}

#[rstest]
#[tokio::test]
async fn f16_a_stored_address_on_a_foreign_host_gets_neither_bytes_nor_token(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let (own, foreign) = (Stub::saying("").await, Stub::saying(&answer("200 OK", &[], "")).await);
    let (api, session) = (own.api(platform), foreign.session(platform, SIZE));
    let sent = api.send(&token(), &session, 0..SIZE, content::body(0..SIZE), noon()).await;
    assert!(matches!(sent, Err(ApiError::Odd { .. })), "{sent:?}");
    if platform == Platform::Youtube {
        // TikTok is asked by the handle, at its own address.
        let asked = api.ask(&token(), &session, noon()).await;
        assert!(matches!(asked, Err(ApiError::Odd { .. })), "{asked:?}");
    }
    let _ = api.forget(&token(), &session).await;
    assert_eq!(foreign.requests(), Vec::<String>::new());
}

#[rstest]
#[case("7", Some(7))]
#[case("Sun, 22 Nov 2026 12:00:09 GMT", Some(9))]
#[case("86400", Some(3_600))]
#[case("Tue, 22 Nov 2050 12:00:00 GMT", Some(3_600))]
#[case("18446744073709551616", None)]
#[case("Sun, 22 Nov 2026 11:59:59 GMT", None)]
#[case("0", None)]
#[case("-1", None)]
#[case("7.5", None)]
#[case("7, 9", None)]
#[case("later", None)]
#[case("", None)]
#[tokio::test]
async fn f7_a_pause_the_platform_asks_for_is_kept_within_reason(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
    #[case] header: &str,
    #[case] seconds: Option<u64>,
) {
    let busy = ApiError::Busy { retry_after: seconds.map(Duration::from_secs) };
    for status in ["429 Too Many Requests", "503 Service Unavailable"] {
        let stub = Stub::saying(&answer(status, &[&format!("Retry-After: {header}")], "")).await;
        let (api, session, post) = (stub.api(platform), stub.session(platform, SIZE), good(platform));
        assert_eq!(send(&stub, platform, SIZE).await, Err(busy.clone()));
        assert_eq!(api.ask(&token(), &session, noon()).await, Err(busy.clone()));
        assert_eq!(api.follow(&token(), "abc", &post, noon()).await, Err(busy.clone()));
        assert_eq!(api.open(&token(), &post, &video(SIZE), noon()).await.map(|_| ()), Err(busy.clone()));
    }
}

#[rstest]
#[case("502 Bad Gateway")]
#[case("503 Service Unavailable")]
#[case("408 Request Timeout")]
#[case("200 OK")]
#[tokio::test]
async fn f13_a_page_of_a_middle_box_means_try_later(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
    #[case] status: &str,
) {
    let page = "<!DOCTYPE html><html><body><h1>Sorry</h1></body></html>";
    let stub = Stub::saying(&answer(status, &["Content-Type: text/html"], page)).await;
    let (api, session, post) = (stub.api(platform), stub.session(platform, SIZE), good(platform));
    assert_eq!(send(&stub, platform, SIZE).await, Err(BUSY));
    assert_eq!(api.ask(&token(), &session, noon()).await, Err(BUSY));
    assert_eq!(api.follow(&token(), "abc", &post, noon()).await, Err(BUSY));
    assert_eq!(api.open(&token(), &post, &video(SIZE), noon()).await.map(|_| ()), Err(BUSY));
    assert_eq!(api.account(&token()).await, Err(BUSY));
}

#[rstest]
#[tokio::test]
async fn f6_a_silent_line_is_given_up_while_bytes_wait_and_while_an_answer_is_awaited(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
    #[values(1, 256 << 20)] size: u64,
) {
    let stub = Stub::start(vec![Act::Silence]).await;
    let patience = Patience { stall: Duration::from_millis(300), ..Patience::default() };
    let (api, session) = (patient_api_at(&stub.origin, platform, patience), stub.session(platform, size));
    let token = token();
    let sent = api.send(&token, &session, 0..size, content::body(0..size), noon());
    let sent = tokio::time::timeout(Duration::from_secs(15), sent).await;
    assert_eq!(sent.expect("the silence was not noticed in its time"), Err(BROKEN));
    assert!(stub.requests().len() <= 1, "a silent line was tried again");
}

#[rstest]
#[tokio::test]
async fn a_line_that_breaks_is_told_apart_from_one_that_was_never_there(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let stub = Stub::start(vec![Act::HangUp]).await;
    assert_eq!(send(&stub, platform, SIZE).await, Err(BROKEN));
    assert_eq!(stub.api(platform).account(&token()).await, Err(BROKEN));

    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let account = api_at(&format!("http://{closed}"), platform).account(&token()).await;
    assert_eq!(account, Err(ApiError::Network { offline: true }));
}

#[rstest]
#[tokio::test]
async fn a_source_that_gives_too_few_bytes_completes_nothing(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let stub = Stub::saying(&answer("201 Created", &[], r#"{"id":"abc"}"#)).await;
    let session = stub.session(platform, SIZE);
    let sent = stub.api(platform).send(&token(), &session, 0..SIZE, content::body(0..SIZE - 1), noon()).await;
    assert_eq!(sent, Err(BROKEN));
}

#[rstest]
#[tokio::test]
async fn an_answer_without_end_is_cut_off_and_named_odd(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let stub = Stub::start(vec![Act::BodyWithoutEnd]).await;
    let account = stub.api(platform).account(&token()).await;
    assert!(matches!(account, Err(ApiError::Odd { .. })), "{account:?}");
}

#[rstest]
#[case("")]
#[case("HTTP/1.1 abc\r\n\r\n")]
#[case("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"items\":[")]
#[case("\u{0}\u{1}\u{2}")]
#[tokio::test]
async fn an_answer_that_breaks_off_or_is_no_http_is_a_broken_line(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
    #[case] raw: &str,
) {
    let stub = Stub::saying(raw).await;
    assert_eq!(stub.api(platform).account(&token()).await, Err(BROKEN));
    assert_eq!(send(&stub, platform, SIZE).await, Err(BROKEN));
}

#[rstest]
#[case::youtube(Platform::Youtube, true)]
#[case::tiktok(Platform::Tiktok, false)]
#[tokio::test]
async fn the_token_travels_with_the_bytes_only_where_the_protocol_asks_for_it(
    #[case] platform: Platform,
    #[case] expected: bool,
) {
    let stub = Stub::saying(&answer("503 Service Unavailable", &[], "")).await;
    assert_eq!(send(&stub, platform, SIZE).await, Err(BUSY));
    let request = stub.requests().remove(0).to_ascii_lowercase();
    assert_eq!(request.contains("authorization: bearer top-secret-token"), expected, "{request}");
    for line in ["content-length: 1048576", "content-range: bytes 0-1048575/1048576", "content-type: video/mp4"] {
        assert_eq!(request.matches(line).count(), 1, "{line} in {request}");
    }
    assert!(!request.contains("transfer-encoding"), "{request}");
}

#[rstest]
#[tokio::test]
async fn f43_neither_a_session_nor_an_error_shows_a_secret(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    let words = "no such https://a.example/u?upload_id=SECRET and more";
    let stub = Stub::saying(&answer("400 Bad Request", &["Content-Type: text/plain"], words)).await;
    let error = send(&stub, platform, SIZE).await.unwrap_err();
    let shown = format!("{error:?} {error} {:?} {:?}", stub.session(platform, SIZE), token());
    assert!(shown.contains("no such https://a.example/u and more"), "{shown}");
    assert!(!shown.contains("SECRET"), "{shown}");
}
