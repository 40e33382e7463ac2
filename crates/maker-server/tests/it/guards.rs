//! What the backend refuses, bounds and tells an operator.

use std::process::Command;

use maker_domain::Platform;
use reqwest::header::CONTENT_TYPE;
use serde_json::Value;

use crate::programs::{Program, Stage, browser, server};

const FORM: &str = "application/x-www-form-urlencoded";

async fn post(stage: &Stage, kind: &str, body: String) -> (u16, Value) {
    let to = format!("{}/oauth/youtube/token", stage.backend());
    let answer = browser().post(to).header(CONTENT_TYPE, kind).body(body).send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[tokio::test]
async fn only_our_own_grants_with_our_own_redirect_are_forwarded() {
    let stage = Stage::set();
    let ours = format!("{}/oauth/youtube/callback", stage.backend());
    let of_tiktok = format!("{}/oauth/tiktok/callback", stage.backend());
    let exchange = |uri: &str| format!("grant_type=authorization_code&code=c&code_verifier=v&redirect_uri={uri}");
    for refused in [
        exchange("http://127.0.0.1:1/"),
        exchange(&of_tiktok),
        exchange(&format!("{ours}/")),
        "grant_type=authorization_code&code=c&code_verifier=v".to_owned(),
        "grant_type=password&username=u&password=p".to_owned(),
        "grant_type=client_credentials".to_owned(),
        "grant_type=refresh_token".to_owned(),
        "grant_type=refresh_token&refresh_token=".to_owned(),
        "grant_type=refresh_token&refresh_token=a&refresh_token=b".to_owned(),
        String::new(),
    ] {
        assert_eq!(post(&stage, FORM, refused.clone()).await.0, 400, "{refused}");
    }
    assert_eq!(post(&stage, "application/json", "{}".into()).await.0, 415);
    let log = browser().get(format!("{}/log", stage.simulator.address("admin"))).send().await.unwrap();
    assert_eq!(log.json::<Value>().await.unwrap(), serde_json::json!([]), "nothing reached the platform");
}

#[tokio::test]
async fn f60_a_body_beyond_the_limit_is_refused() {
    let stage = Stage::set();
    let body = format!("grant_type=refresh_token&refresh_token={}", "x".repeat(17 * 1024));
    let (status, problem) = post(&stage, FORM, body).await;
    assert_eq!((status, &problem["status"]), (413, &Value::from(413)));
}

#[tokio::test]
async fn f60_an_address_that_asks_too_often_is_told_when_to_come_back_whatever_it_writes_into_headers() {
    let server = Program::start(&mut server());
    let address = format!("{}/oauth/youtube/callback", server.address("backend"));
    let client = browser();
    let mut refused = None;
    for number in 0..200 {
        let forged = format!("203.0.113.{number}");
        let answer = client.get(&address).header("x-forwarded-for", forged).send().await.unwrap();
        if answer.status() == 429 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("200 requests in a row went through");
    assert!(refused.headers()["retry-after"].to_str().unwrap().parse::<u32>().unwrap() >= 1);
    assert_eq!(refused.headers()["content-type"], "application/problem+json");
    let health = client.get(format!("{}/health", server.address("backend"))).send().await.unwrap();
    assert_eq!(health.status(), 200, "an operator's tools are not limited");
}

#[tokio::test]
async fn ready_says_that_it_can_serve_and_whether_a_platform_can_be_connected() {
    let stage = Stage::set();
    let ready = async |address: String| {
        let answer = browser().get(format!("{address}/ready")).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        answer.json::<Value>().await.unwrap()["platforms"] == true
    };
    assert!(ready(stage.backend()).await);
    let bare = Program::start(&mut server());
    assert!(!ready(bare.address("backend")).await);
    let to = format!("{}/oauth/youtube/token", bare.address("backend"));
    let form = [("grant_type", "refresh_token"), ("refresh_token", "x")];
    assert_eq!(browser().post(to).form(&form).send().await.unwrap().status(), 503);
}

#[tokio::test]
async fn the_apps_configuration_names_this_backend_by_localhost() {
    let stage = Stage::set();
    assert!(stage.backend().starts_with("http://localhost:"));
    assert_eq!(stage.app.backend.as_ref().unwrap().as_str().trim_end_matches('/'), stage.backend());
    for platform in Platform::ALL {
        assert!(stage.app.platform(platform).client_secret.is_none());
        assert!(!stage.app.platform(platform).client_id.is_empty());
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_stop_signal_ends_it_in_order() {
    let mut server = Program::start(&mut server());
    let stopped = Command::new("kill").args(["-TERM", &server.id().to_string()]).status().unwrap();
    assert!(stopped.success());
    assert!(server.wait().success());
}

#[test]
fn listening_beyond_this_computer_needs_a_public_address() {
    for (arguments, needle) in [
        (&["--listen", "0.0.0.0:0"][..], "--public-url"),
        (&["--listen", "127.0.0.1:0", "--public-url", "http://studio.example"][..], "not usable"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_maker-server")).args(arguments).output().unwrap();
        assert!(!output.status.success());
        assert!(String::from_utf8_lossy(&output.stderr).contains(needle));
    }
}
