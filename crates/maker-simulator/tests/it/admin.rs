//! The admin interface and the program around it.

use serde_json::json;

use crate::harness::{GRANULE, Sim, film};
use crate::tiktok_api::{opened, poster};
use crate::youtube_upload::{open, put_part, uploader};

#[tokio::test]
async fn the_log_has_every_exchange_and_no_secret() {
    let sim = Sim::start().await;
    let (token, film) = (uploader(&sim).await, film(2 * GRANULE));
    let session = open(&sim, &token, film.len()).await;
    put_part(&sim, &token, &session, &film, 0, GRANULE).await;
    let poster = poster(&sim, "amina").await;
    let (_, address) = opened(&sim, &poster, 1000).await;
    crate::tiktok_api::put(&sim, &address, &film[..1000], 0, 1000).await;
    sim.get(&sim.youtube("/o/oauth2/v2/auth?client_id=x&state=topsecret&code_challenge=alsosecret"), "").await;

    let log = sim.get(&sim.admin("/log"), "").await;
    let entries = log.json();
    assert_eq!(entries.as_array().map(Vec::len), Some(6));
    assert_eq!((&entries[1]["status"], &entries[1]["range"]), (&json!(308), &json!("bytes=0-262143")));
    assert_eq!((&entries[1]["received_bytes"], &entries[1]["step"]), (&json!(GRANULE), &json!("put")));
    assert_eq!(entries[1]["content_range"], json!("bytes 0-262143/524288"));
    let secret = |address: &str| address.rsplit('=').next().unwrap().to_owned();
    let upload_id = session.split("upload_id=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    for secret in [token, poster, upload_id, secret(&address), "topsecret".to_owned(), "alsosecret".to_owned()] {
        assert!(!log.text().contains(&secret), "{secret} is in the log");
    }
}

#[tokio::test]
async fn fault_orders_are_shown_with_how_often_they_fired() {
    let sim = Sim::start().await;
    sim.fault(json!([{"kind": "quota_exceeded", "on": "api", "times": 2}, {"kind": "gap_503"}])).await;
    let token = uploader(&sim).await;
    sim.get(&sim.youtube("/youtube/v3/channels?part=id&mine=true"), &token).await;
    let faults = sim.get(&sim.admin("/faults"), "").await.json();
    assert_eq!((&faults[0]["fired"], &faults[0]["left"]), (&json!(1), &json!(1)));
    assert_eq!((&faults[1]["fired"], &faults[1]["left"]), (&json!(0), &json!(null)));
    let refused = sim.post(&sim.admin("/faults"), "", &json!({"kind": "fire"})).await;
    assert!(refused.status == 400 && refused.text().contains("drop_mid_chunk"), "{}", refused.text());
}

#[tokio::test]
async fn the_front_page_lists_addresses_and_uploads() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    open(&sim, &token, 1000).await;
    let page = sim.get(&sim.admin("/"), "").await.text();
    assert!(page.contains(&sim.simulator.addresses().tiktok) && page.contains("A bowl") && page.contains("uploading"));
}

#[tokio::test]
async fn access_can_be_taken_away_in_the_platforms_own_settings() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    let order = json!({"platform": "youtube", "account": "amina"});
    assert_eq!(sim.post(&sim.admin("/grants/revoke"), "", &order).await.status, 204);
    assert_eq!(sim.get(&sim.youtube("/youtube/v3/channels?part=id&mine=true"), &token).await.status, 401);
}

#[tokio::test]
async fn only_loopback_addresses_are_listened_on() {
    let listen = "0.0.0.0:0".parse().unwrap();
    let started = maker_simulator::Simulator::start(maker_simulator::Options { listen, ..Default::default() }).await;
    assert!(started.is_err());
}

#[cfg(unix)]
#[tokio::test]
async fn the_program_prints_its_addresses_writes_a_private_config_and_stops_when_told() {
    use std::io::{BufRead, BufReader};
    use std::os::unix::fs::PermissionsExt;
    use std::process::{Command, Stdio};

    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("simulator.toml");
    let mut program = Command::new(env!("CARGO_BIN_EXE_maker-simulator"))
        .arg("--write-config")
        .arg(&config)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(program.stdout.take().unwrap()).lines();
    let addresses: serde_json::Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
    let youtube = addresses["youtube"].as_str().unwrap();
    let written: toml::Table = std::fs::read_to_string(&config).unwrap().parse().unwrap();
    assert_eq!(written["youtube"]["upload"].as_str(), Some(format!("{youtube}/upload/youtube/v3").as_str()));
    assert_eq!(written["tiktok"]["redirect"].as_str(), Some("loopback"));
    assert_eq!(std::fs::metadata(&config).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(Command::new("kill").arg(program.id().to_string()).status().unwrap().success());
    assert!(program.wait().unwrap().success(), "SIGTERM is a normal end");
    assert!(lines.next().is_none(), "stdout has exactly one line");
}
