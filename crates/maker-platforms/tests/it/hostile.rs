//! Answers that no platform gives, to every call of both, over a real line: each ends in a value or a named error, soon,
//! and nothing that is kept is large, unseen or an address on a foreign host.
//!
//! `MAKER_FUZZ_CASES` sets how many answers are made up; a few hundred when it is absent.

mod calls;
mod made_up;
mod server;

use std::time::Duration;

use maker_domain::Platform;
use maker_platforms::Patience;
use proptest::test_runner::{Config, TestRunner};
use rstest::rstest;

use self::calls::Call;
use self::made_up::Raw;
use self::server::Server;

const PATIENCE: Patience = Patience { stall: Duration::from_millis(400), call: Duration::from_millis(400) };
/// Far beyond what a call needs when it is bounded as it should be: at most three requests wait in vain.
const SOON: Duration = Duration::from_secs(20);

/// Makes the call at a server that answers with `script`, and checks what comes of it.
async fn make(server: &Server, call: Call, script: Vec<Raw>) -> Result<(), String> {
    server.play(script);
    let done = tokio::time::timeout(SOON, call.make(server)).await.map_err(|_| "it did not end".to_owned())?;
    done.map_err(|wrong| format!("{call:?}: {wrong}"))?;
    let asked = server.asked();
    if asked > 60 { Err(format!("{call:?} asked {asked} times")) } else { Ok(()) }
}

#[test]
fn no_answer_of_any_shape_breaks_a_call() {
    let cases = std::env::var("MAKER_FUZZ_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(400);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let server = runtime.block_on(Server::start());
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let ran = runner.run(&made_up::exchange(), |(call, script)| {
        let made = runtime.block_on(make(&server, call, script));
        made.map_err(proptest::test_runner::TestCaseError::fail)
    });
    ran.unwrap_or_else(|wrong| panic!("{wrong}"));
}

#[rstest]
#[case::nested_lists(Raw::json(200, &"[".repeat(100_000)))]
#[case::nested_objects(Raw::json(200, &r#"{"items":"#.repeat(100_000)))]
#[case::nested_where_it_is_read(Raw::json(200, &format!(r#"{{"error":{{"code":"ok"}},"data":{}"#, "[".repeat(100_000))))]
#[case::nested_refusal(Raw::json(400, &format!(r#"{{"error":{{"errors":{}"#, "[".repeat(100_000))))]
#[case::ten_megabytes(Raw::json(200, &" ".repeat(10 << 20)))]
#[case::ten_megabytes_of_refusal(Raw::json(400, &"x".repeat(10 << 20)))]
#[case::ten_megabytes_of_trouble(Raw::json(503, &"x".repeat(10 << 20)))]
#[case::a_text_of_a_megabyte(Raw::json(200, &format!(r#"{{"id":"{0}","items":[{{"id":"{0}"}}]}}"#, "x".repeat(500_000))))]
#[case::many_entries(Raw::json(200, &format!(r#"{{"items":[{}1]}}"#, r#"{"id":"PL1"},"#.repeat(60_000))))]
#[case::headers_without_end(Raw::bytes(format!("HTTP/1.1 200 OK\r\n{}", "X-More: and more\r\n".repeat(200_000))))]
#[case::one_endless_header(Raw::bytes(format!("HTTP/1.1 200 OK\r\nLocation: {}\r\n\r\n", "x".repeat(2 << 20))))]
#[case::a_page(Raw::bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Sign in</html>".into()))]
#[case::no_http(Raw::bytes("SSH-2.0-OpenSSH_9.6\r\n".into()))]
#[case::nothing(Raw::bytes(String::new()))]
#[case::a_lie_about_its_length(Raw::bytes("HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551615\r\n\r\n{}".into()))]
#[case::two_lengths(Raw::bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\n{}".into()))]
#[case::a_chunk_without_end(Raw::bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}".into()))]
#[case::a_second_answer_behind_it(Raw::bytes(
    "HTTP/1.1 308 R\r\nContent-Length: 0\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 12\r\n\r\n{\"id\":\"evil\"}".into()
))]
#[tokio::test]
async fn what_is_too_deep_too_large_or_no_answer_at_all_is_named(#[case] raw: Raw) {
    let server = Server::start().await;
    for call in Call::ALL {
        make(&server, call, vec![raw.clone()]).await.unwrap();
    }
}

#[rstest]
#[case::the_head("", "HTTP/1.1 200 OK\r\nX-Slow: ")]
#[case::the_body("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", " ")]
#[case::the_body_of_a_308("HTTP/1.1 308 Resume Incomplete\r\n\r\n", " ")]
#[case::promises_of_an_answer("", "HTTP/1.1 100 Continue\r\n\r\n")]
#[tokio::test]
async fn f6_an_answer_that_drips_is_given_up(#[case] first: &str, #[case] drop: &str) {
    let server = Server::start().await;
    server.play(vec![Raw::drip(first, drop)]);
    let all = Call::ALL.map(|call| tokio::time::timeout(SOON, call.make(&server)));
    for made in futures_util::future::join_all(all).await {
        made.expect("it did not end").unwrap();
    }
}

#[rstest]
#[tokio::test]
async fn an_answer_is_never_unpacked_so_none_can_burst(
    #[values(Platform::Youtube, Platform::Tiktok)] platform: Platform,
) {
    // `{"items":[]}`, packed.
    let packed = "1f8b0800000000000003ab56ca2c49cd2d56b28a8eadd5510002e1e1000000";
    let mut raw = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n\r\n".to_vec();
    raw.extend(hex::decode(packed).unwrap());
    let server = Server::start().await;
    server.play(vec![Raw::Bytes(raw)]);
    let account = server.api(platform).account(&crate::stub::token()).await;
    assert!(matches!(account, Err(maker_platforms::ApiError::Odd { .. })), "it was read: {account:?}");
    let head = server.last_head().to_ascii_lowercase();
    assert!(head.starts_with("get ") && !head.contains("accept-encoding"), "{head}");
}
