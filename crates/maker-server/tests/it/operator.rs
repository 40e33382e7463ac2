//! What an operator's tools see.

use maker_harness::eventually;
use reqwest::Method;
use rstest::rstest;
use serde_json::Value;

use crate::desk::{House, PASSWORD};
use crate::engines::On::{self, Postgres, Sqlite};
use crate::engines::Place;
use crate::programs::{Program, browser, server_on};

#[tokio::test]
async fn metrics_count_routes_by_template_and_hold_nothing_of_anybody() {
    let house = House::open(Sqlite).await;
    let desk = house.sign_up("ana").await;
    let workspace = desk.workspace(&house).await;
    house.get(&format!("/v1/t/{workspace}/members"), &desk.token).await;
    house.get("/v1/nowhere/hush", "").await;
    house.sign_in("ana", PASSWORD).await;
    house.sign_in("ana", "a wrong guess").await;
    let answer = house.ask(Method::GET, "/metrics", "").send().await.unwrap();
    assert!(answer.headers()["content-type"].to_str().unwrap().starts_with("application/openmetrics-text"));
    let text = answer.text().await.unwrap();
    for line in [
        "maker_server_http_request_duration_seconds_count{method=\"GET\",route=\"/v1/t/{workspace}/members\",status=\"200\"} 1",
        "maker_server_http_request_duration_seconds_count{method=\"GET\",route=\"unmatched\",status=\"404\"} 1",
        "maker_server_sign_ins_total{outcome=\"accepted\"} 1",
        "maker_server_sign_ins_total{outcome=\"refused\"} 1",
        "maker_server_database_connections{state=\"open\"}",
        "maker_server_panics_total 0",
        "# EOF",
    ] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
    assert!(!text.contains("hush") && !text.contains(&workspace), "{text}");
}

#[rstest]
#[tokio::test]
async fn ready_follows_the_database_and_health_does_not(#[values(Sqlite, Postgres)] on: On) {
    let place = Place::alone(on);
    place.migrated().await.close().await;
    let server = Program::start(&mut server_on(&place.address));
    let status = async |path: &str| {
        let answer = browser().get(format!("{}{path}", server.address("backend"))).send().await.unwrap();
        answer.status().as_u16()
    };
    assert_eq!((status("/ready").await, status("/health").await), (200, 200));
    let Some(database) = &place.postgres else { return };
    database.server.kill();
    assert_eq!((status("/ready").await, status("/health").await), (503, 200));
    database.server.start_again();
    let back = async || (status("/ready").await == 200).then_some(());
    eventually("it is ready again by itself", std::time::Duration::from_secs(20), back).await;
}

#[tokio::test]
async fn every_line_of_the_log_is_json_and_every_request_has_an_id_of_ours() {
    let house = House::open(Sqlite).await;
    let answer = house.ask(Method::GET, "/health", "").header("x-request-id", "theirs\u{7f}").send().await;
    // A header value that HTTP forbids does not leave; the honest one is not believed.
    assert!(answer.is_err());
    let answer = house.ask(Method::GET, "/health", "").header("x-request-id", "theirs").send().await.unwrap();
    let id = answer.headers()["x-request-id"].to_str().unwrap().to_owned();
    assert_eq!((id.len(), id == "theirs"), (32, false));
    let log = house.log();
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    let answered = lines.iter().find(|line| line["span"]["request_id"] == *id && line["status"] == 200);
    let answered = answered.expect("the request has its line");
    assert_eq!(answered["span"]["route"], "/health");
    assert!(answered["took_ms"].is_u64());
}

#[tokio::test]
async fn answers_are_packed_for_whoever_reads_that() {
    let house = House::open(Sqlite).await;
    for encoding in ["gzip", "zstd"] {
        let request = house.ask(Method::GET, "/v1/openapi.json", "").header("accept-encoding", encoding);
        let answer = request.send().await.unwrap();
        assert_eq!(answer.headers()["content-encoding"], encoding);
        assert!(answer.bytes().await.unwrap().len() < 20_000);
    }
    let (status, document) = house.get("/v1/openapi.json", "").await;
    assert_eq!((status, &document["openapi"].as_str().unwrap()[..2]), (200, "3."));
}
