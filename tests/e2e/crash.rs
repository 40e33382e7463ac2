//! The program is killed while it uploads; its next start finishes by itself.

use std::time::Duration;

use maker_harness::{Desktop, Way, World, eventually, video};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn f17_killed_in_the_middle_the_windows_next_start_finishes_by_itself() {
    let world = World::start(Way::Loopback).await;
    let desktop = Desktop::of(&world);
    world.connect("youtube").await;
    world.connect("tiktok").await;
    let file = world.path("chair.mp4");
    video::make_of_size(&file, 70);
    let sha = video::sha256(&file);
    world.simulator.fault(json!({"kind": "pace", "bytes_per_second": 12_000_000})).await;
    let mut arguments = vec!["publish", file.to_str().unwrap(), "--title", "Chair", "--to", "youtube,tiktok"];
    arguments.extend(["--privacy", "public", "--made-for-kids", "no", "--ai-made", "no", "--yes-tiktok-terms"]);
    // Queued by the command line, sent by the window.
    arguments.extend(["--wait", "0"]);
    world.maker(&arguments).await;
    for share in [1, 2, 3] {
        let mut program = desktop.start_plain();
        eventually("bytes arrive", Duration::from_secs(60), async || {
            let stored: u64 = world.simulator.uploads().await.iter().filter_map(|u| u["bytes"].as_u64()).sum();
            (stored > share * 15_000_000).then_some(())
        })
        .await;
        program.kill().await.unwrap();
    }
    world.simulator.no_faults().await;
    let _program = desktop.start_plain();
    for platform in ["youtube", "tiktok"] {
        let made = eventually("it is live", Duration::from_secs(60), async || {
            let made = world.simulator.uploads_in(platform, "published").await;
            (!made.is_empty()).then_some(made)
        })
        .await;
        assert_eq!((made.len(), made[0]["sha256"].as_str()), (1, Some(sha.as_str())), "{made:?}");
    }
    eventually("both are known to be live", Duration::from_secs(60), async || {
        (world.maker(&["videos"]).await.results.len() == 2).then_some(())
    })
    .await;
}
