//! Two programs on one data folder never send the same delivery.

use std::time::Duration;

use maker_harness::{Way, World, eventually, video};
use serde_json::json;

use crate::publish::{BOTH, the_video};

#[tokio::test(flavor = "multi_thread")]
async fn two_programs_at_once_send_every_byte_once() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    world.connect("tiktok").await;
    let file = world.path("chair.mp4");
    video::make_of_size(&file, 40);
    world.simulator.fault(json!({"kind": "pace", "bytes_per_second": 15_000_000})).await;
    let mut arguments = vec!["publish", file.to_str().unwrap(), "--title", "Chair"];
    arguments.extend(BOTH);
    let beside = async {
        eventually("bytes arrive", Duration::from_secs(30), async || {
            (!world.simulator.uploads().await.is_empty()).then_some(())
        })
        .await;
        tokio::join!(world.maker(&["resume", "--wait", "60"]), world.maker(&["resume", "--wait", "60"]))
    };
    let (first, (second, third)) = tokio::join!(world.maker(&arguments), beside);

    assert_eq!((first.code, second.code, third.code), (Some(0), Some(0), Some(0)), "{first:?} {second:?} {third:?}");
    let sent: u64 = world.simulator.requests("put").await.iter().filter_map(|r| r["received_bytes"].as_u64()).sum();
    assert_eq!(sent, 2 * std::fs::metadata(&file).unwrap().len());
    for platform in ["youtube", "tiktok"] {
        assert_eq!(the_video(&world, platform).await["sha256"], video::sha256(&file));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_from_another_program_stops_the_bytes_and_resume_goes_on_from_there() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    let file = world.path("chair.mp4");
    video::make_of_size(&file, 60);
    world.simulator.fault(json!({"kind": "pace", "bytes_per_second": 10_000_000})).await;
    let arguments = [
        "publish",
        file.to_str().unwrap(),
        "--title",
        "Chair",
        "--to",
        "youtube",
        "--privacy",
        "public",
        "--made-for-kids",
        "no",
        "--ai-made",
        "no",
    ];
    let pause = async {
        let id = eventually("bytes arrive", Duration::from_secs(30), async || {
            let stored = world.simulator.uploads().await.first().and_then(|u| u["bytes"].as_u64())?;
            let id = world.maker(&["queue"]).await.results.first()?["id"].as_str()?.to_owned();
            (stored > 0).then_some(id)
        })
        .await;
        assert_eq!(world.maker(&["pause", &id]).await.code, Some(0));
        id
    };
    let (ended, id) = tokio::join!(world.maker(&arguments), pause);
    assert_eq!((ended.code, ended.results[0]["state"].as_str()), (Some(4), Some("PAUSED")), "{ended:?}");
    world.simulator.no_faults().await;

    assert_eq!(world.maker(&["retry", &id]).await.code, Some(0));
    assert_eq!(world.maker(&["resume", "--wait", "60"]).await.code, Some(0));

    assert_eq!(the_video(&world, "youtube").await["sha256"], video::sha256(&file));
    assert_eq!(world.simulator.requests("open").await.len(), 1, "the same session goes on");
}
