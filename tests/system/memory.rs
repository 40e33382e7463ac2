//! Memory stays where it is, however large the file.

use std::process::Output;
use std::time::Duration;

use maker_harness::{Way, World, video};
use tokio::process::Child;

use crate::publish::BOTH;

/// Lets a program end and reads its highest resident memory meanwhile, in bytes.
pub(crate) async fn run_and_watch(child: Child) -> (Output, u64) {
    let status = format!("/proc/{}/status", child.id().unwrap());
    let ended = child.wait_with_output();
    tokio::pin!(ended);
    let mut highest = 0;
    loop {
        // VmHWM only grows, so the last reading before the end is the highest.
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|l| l.strip_prefix("VmHWM:"));
        let kib: u64 = line.and_then(|l| l.trim().strip_suffix(" kB")?.trim().parse().ok()).unwrap_or(0);
        highest = highest.max(kib * 1024);
        tokio::select! {
            output = &mut ended => return (output.unwrap(), highest),
            () = tokio::time::sleep(Duration::from_millis(20)) => {}
        }
    }
}

/// Highest resident memory of `maker publish` with a file of `size_bytes` to `platforms`, in bytes.
async fn peak(world: &World, file: &str, size_bytes: u64, platforms: &str) -> u64 {
    let path = world.path(file);
    video::make(&path);
    video::grow(&path, size_bytes);
    let mut arguments = vec!["publish", path.to_str().unwrap(), "--title", file];
    arguments.extend(BOTH);
    let to = arguments.iter().position(|a| *a == "youtube,tiktok").unwrap();
    arguments[to] = platforms;
    let (ended, highest) = run_and_watch(world.begin(&arguments)).await;
    assert_eq!(ended.status.code(), Some(0), "{file}: {ended:?}");
    highest
}

#[tokio::test(flavor = "multi_thread")]
async fn f22_a_file_of_four_gigabytes_takes_no_more_memory_than_one_of_four_megabytes() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    let small = peak(&world, "small.mp4", 4 << 20, "youtube").await;
    let large = peak(&world, "large.mp4", 4 << 30, "youtube").await;
    println!("peak memory: {} KiB with 4 MiB, {} KiB with 4 GiB", small >> 10, large >> 10);
    assert!(small > 1 << 20, "nothing was measured");
    assert!(large.saturating_sub(small) <= 24 << 20, "{large} against {small}");
    let uploads = world.simulator.uploads_in("youtube", "published").await;
    let sha = video::sha256(&world.path("large.mp4"));
    assert!(uploads.iter().any(|u| u["sha256"] == sha), "{uploads:?}");
}
