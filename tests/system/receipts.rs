//! Receipts: what went where, from which file, when. True to the byte, also after a kill, and without a secret.

use std::process::Stdio;
use std::time::Duration;

use maker_harness::{Way, World, eventually, video};
use serde_json::Value;

use crate::publish::{BOTH, publish};

fn blake3_of(world: &World, file: &str) -> String {
    blake3::hash(&std::fs::read(world.path(file)).unwrap()).to_hex().to_string()
}

async fn receipt(world: &World, id: &str) -> Value {
    let shown = world.maker(&["receipt", id]).await;
    assert_eq!(shown.code, Some(0), "{shown:?}");
    shown.results[0].clone()
}

/// The receipt as people see it.
async fn in_words(world: &World, id: &str) -> String {
    let mut command = world.command("maker");
    let shown = command.args(["receipt", id]).stdin(Stdio::null()).output().await.unwrap();
    assert!(shown.status.success(), "{shown:?}");
    String::from_utf8(shown.stdout).unwrap()
}

#[track_caller]
fn holds_no_secret(world: &World, text: &str) {
    let sessions = ["upload_id", "upload_token", "Bearer", "access_token"].map(str::to_owned);
    for secret in world.tokens().into_iter().chain(sessions) {
        assert!(!text.contains(&secret), "{secret:?} is in {text}");
    }
}

#[track_caller]
fn times_are_in_order(receipt: &Value) {
    let times = ["queued_at", "first_byte_at", "received_at", "published_at"].map(|name| {
        let said = receipt["times"][name].as_str().unwrap_or_else(|| panic!("no {name} in {receipt}"));
        chrono::DateTime::parse_from_rfc3339(said).unwrap()
    });
    assert!(times.is_sorted(), "{times:?}");
}

fn sent(receipt: &Value) -> u64 {
    receipt["hosts"].as_array().unwrap().iter().filter_map(|host| host["sent_bytes"].as_u64()).max().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_tells_what_went_where_from_which_file_and_when() {
    let world = World::start(Way::Loopback).await;
    video::make_of_size(&world.path("chair.mp4"), 40);
    world.connect("youtube").await;
    world.connect("tiktok").await;
    let ended = publish(&world, "chair.mp4", &BOTH).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
    let size = std::fs::metadata(world.path("chair.mp4")).unwrap().len();
    for result in &ended.results {
        let id = result["id"].as_str().unwrap();
        let receipt = receipt(&world, id).await;
        assert_eq!(receipt["source"]["blake3"], blake3_of(&world, "chair.mp4"), "what `b3sum` prints");
        assert_eq!((&receipt["source"]["size_bytes"], &receipt["platform"]), (&size.into(), &result["platform"]));
        let sent = sent(&receipt);
        assert!(sent >= size && sent <= size + (1 << 20), "{sent} of {size}: {receipt}");
        let upload = &receipt["upload"];
        assert_eq!([&upload["sessions"], &upload["resumed"], &upload["interrupted"]], [1, 0, 0], "{receipt}");
        times_are_in_order(&receipt);
        holds_no_secret(&world, &receipt.to_string());

        let words = in_words(&world, id).await;
        assert!(words.contains(&blake3_of(&world, "chair.mp4")) && words.contains("chair.mp4"), "{words}");
        holds_no_secret(&world, &words);
    }
    let none = world.maker(&["receipt", "01a21407-4ff9-75ba-8c08-d83762968a5f"]).await;
    assert_eq!(none.code, Some(2), "{none:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn f17_after_a_kill_in_mid_upload_the_receipt_says_so_and_its_hash_is_still_the_files() {
    let world = World::start(Way::Loopback).await;
    video::make_of_size(&world.path("chair.mp4"), 60);
    world.connect("youtube").await;
    world.connect("tiktok").await;
    world.simulator.fault(serde_json::json!({"kind": "pace", "bytes_per_second": 12_000_000})).await;
    let path = world.path("chair.mp4");
    let mut arguments = vec!["publish", path.to_str().unwrap(), "--title", "Chair"];
    arguments.extend(BOTH);
    let mut child = world.begin(&arguments);
    eventually("both are under way", Duration::from_secs(30), async || {
        let open = world.simulator.uploads().await;
        (open.len() == 2 && open.iter().any(|u| u["bytes"].as_u64() > Some(17_000_000))).then_some(())
    })
    .await;
    child.kill().await.unwrap();
    world.simulator.no_faults().await;
    let ended = world.maker(&["resume", "--wait", "60"]).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
    let size = std::fs::metadata(&path).unwrap().len();
    for result in &ended.results {
        let id = result["id"].as_str().unwrap();
        let receipt = receipt(&world, id).await;
        assert_eq!(receipt["source"]["blake3"], blake3_of(&world, "chair.mp4"), "{receipt}");
        let upload = &receipt["upload"];
        assert_eq!(upload["sessions"], 1, "{receipt}");
        assert!(upload["interrupted"].as_u64() >= Some(1) && upload["resumed"].as_u64() >= Some(1), "{receipt}");
        times_are_in_order(&receipt);
        let sent = sent(&receipt);
        assert!(sent >= size, "{sent} of {size}: less than the platform has");
        holds_no_secret(&world, &receipt.to_string());
        holds_no_secret(&world, &in_words(&world, id).await);
    }
}
