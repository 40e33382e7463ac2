//! Limits that hold in another process, a process that hangs, and a computer that is kept awake.

use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use maker_harness::{Way, World, eventually, video};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Child;

use crate::publish::the_video;

/// Begins to publish a film of `megabytes` to YouTube.
fn begin(world: &World, megabytes: u64) -> Child {
    let path = world.path("chair.mp4");
    video::make_of_size(&path, megabytes);
    world.begin(&arguments(path.to_str().unwrap()))
}

fn arguments(path: &str) -> Vec<&str> {
    let answers = ["--to", "youtube", "--privacy", "public", "--made-for-kids", "no", "--ai-made", "no"];
    [&["publish", path, "--title", "Chair"], &answers[..]].concat()
}

async fn arrived(world: &World) -> u64 {
    world.simulator.uploads().await.iter().filter_map(|u: &Value| u["bytes"].as_u64()).sum()
}

async fn until_arrived(world: &World, bytes: u64) {
    eventually("bytes arrive", Duration::from_secs(30), async || (arrived(world).await >= bytes).then_some(())).await;
}

async fn ends_well(child: Child) {
    let ended = child.wait_with_output().await.unwrap();
    assert_eq!(ended.status.code(), Some(0), "{ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_that_is_set_by_another_program_is_felt_by_a_running_upload_and_so_is_its_end() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    world.simulator.fault(json!({"kind": "pace", "bytes_per_second": 5_000_000})).await;
    let child = begin(&world, 100);
    until_arrived(&world, 1).await;
    let set = world.maker(&["uploads", "--limit-kb-s", "50"]).await;
    assert_eq!((set.code, &set.results[0]["cap_bytes_s"]), (Some(0), &json!(50_000)), "{set:?}");
    let (mut quiet, mut before) = (0, 0);
    eventually("it is felt", Duration::from_secs(30), async || {
        let now = arrived(&world).await;
        // Twenty looks are a second at least, in which five million bytes would come without the limit.
        quiet = if now - before < 100_000 { quiet + 1 } else { 0 };
        before = now;
        (quiet >= 20).then_some(())
    })
    .await;
    world.simulator.no_faults().await;
    let limited = arrived(&world).await;
    until_arrived(&world, limited + 50_000).await;
    assert!(arrived(&world).await < limited + 5_000_000, "the limit does not hold");

    assert_eq!(world.maker(&["uploads", "--limit-kb-s", "0"]).await.code, Some(0));

    ends_well(child).await;
    assert_eq!(the_video(&world, "youtube").await["sha256"], video::sha256(&world.path("chair.mp4")));
    assert_eq!(world.simulator.requests("open").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_with_tiktok_within_its_hour_is_told_before_its_first_byte_and_goes_when_the_maker_says_so() {
    let world = World::start(Way::Loopback).await;
    world.connect("tiktok").await;
    video::make_of_size(&world.path("chair.mp4"), 80);
    assert_eq!(world.maker(&["uploads", "--limit-kb-s", "17"]).await.code, Some(0));
    let answers = ["--to", "tiktok", "--privacy", "public", "--ai-made", "no", "--yes-tiktok-terms"];

    let ended = crate::publish::publish(&world, "chair.mp4", &answers).await;

    assert_eq!((ended.code, &ended.results[0]["reason"]), (Some(3), &json!("WINDOW_TOO_SHORT")), "{ended:?}");
    assert!(!ended.results[0]["next"].as_str().unwrap().is_empty());
    assert!(world.simulator.requests("open").await.is_empty(), "a session was opened for nothing");

    assert_eq!(world.maker(&["uploads", "--limit-kb-s", "0"]).await.code, Some(0));
    assert_eq!(world.maker(&["retry", ended.results[0]["id"].as_str().unwrap()]).await.code, Some(0));
    let resumed = world.maker(&["resume", "--wait", "60"]).await;
    assert_eq!(resumed.code, Some(0), "{resumed:?}");
    assert_eq!(the_video(&world, "tiktok").await["sha256"], video::sha256(&world.path("chair.mp4")));
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes three minutes: a lease's own time, and the time after which a living process counts as hung"]
async fn one_that_hangs_loses_its_work_in_time_and_makes_no_second_video_when_it_wakes() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    world.simulator.fault(json!({"kind": "pace", "bytes_per_second": 5_000_000})).await;
    let child = begin(&world, 60);
    until_arrived(&world, 9_000_000).await;
    signal(&child, "STOP");
    world.simulator.no_faults().await;
    let at_once = world.maker(&["resume", "--wait", "20"]).await;
    assert_eq!(at_once.code, Some(4), "it was taken from a process that lives: {at_once:?}");

    let ended = world.maker(&["resume", "--wait", "400"]).await;

    assert_eq!(ended.code, Some(0), "{ended:?}");
    signal(&child, "CONT");
    ends_well(child).await;
    let there = the_video(&world, "youtube").await;
    assert_eq!(there["sha256"], video::sha256(&world.path("chair.mp4")));
    assert_eq!(world.simulator.requests("open").await.len(), 1, "the same session");
    assert_eq!(world.maker(&["videos"]).await.results.len(), 1);
}

fn signal(child: &Child, name: &str) {
    let pid = child.id().unwrap().to_string();
    assert!(std::process::Command::new("kill").args([&format!("-{name}"), &pid]).status().unwrap().success());
}

/// NetworkManager, as far as it is asked.
struct NetworkManager(u32);

#[zbus::interface(name = "org.freedesktop.NetworkManager")]
impl NetworkManager {
    #[zbus(property)]
    fn metered(&self) -> u32 {
        self.0
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn t_02_on_a_metered_network_nothing_is_sent_when_the_maker_wants_to_wait_and_it_goes_on_by_itself() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    assert_eq!(world.maker(&["uploads", "--wait-on-metered", "yes"]).await.code, Some(0));
    let address = format!("unix:path={}", world.path("bus").display());
    let serving = zbus::connection::Builder::address(address.as_str()).unwrap();
    let serving = serving.name("org.freedesktop.NetworkManager").unwrap();
    let path = "/org/freedesktop/NetworkManager";
    let serving = serving.serve_at(path, NetworkManager(1)).unwrap().build().await.unwrap();
    let file = world.path("chair.mp4");
    video::make(&file);
    let mut publish = world.command("maker");
    publish.env("DBUS_SYSTEM_BUS_ADDRESS", &address).args(arguments(file.to_str().unwrap()));
    let mut publish = publish.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut told = BufReader::new(publish.stderr.take().unwrap()).lines();
    let waits = async {
        while let Some(line) = told.next_line().await.unwrap() {
            if line.contains("waiting for a network that is not metered") {
                return;
            }
        }
        panic!("it ended and never said that it waits");
    };
    tokio::time::timeout(Duration::from_secs(60), waits).await.expect("it says that it waits");
    assert!(world.simulator.requests("open").await.is_empty(), "something was sent");

    let manager = serving.object_server().interface::<_, NetworkManager>(path).await.unwrap();
    manager.get_mut().await.0 = 2;
    tokio::spawn(async move { while let Ok(Some(_)) = told.next_line().await {} });
    ends_well(publish).await;
    the_video(&world, "youtube").await;
}

/// What the system was asked to hold, and what of it still is: a lock is the open end of a pipe, as logind's are.
#[derive(Clone, Default)]
struct Locks(Arc<Mutex<Vec<(String, bool)>>>);

impl Locks {
    fn held(&self) -> Vec<String> {
        self.0.lock().unwrap().iter().filter(|(_, held)| *held).map(|(what, _)| what.clone()).collect()
    }

    fn ever(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Locks {
    fn inhibit(&self, what: &str, who: &str, _why: &str, mode: &str) -> zbus::zvariant::OwnedFd {
        assert_eq!((who, mode), ("Maker Studio", "block"));
        let (mut ours, theirs) = std::io::pipe().unwrap();
        let mut locks = self.0.lock().unwrap();
        let number = locks.len();
        locks.push((what.to_owned(), true));
        let all = Arc::clone(&self.0);
        std::thread::spawn(move || {
            // Ends when the last holder has let go.
            let _ = std::io::copy(&mut ours, &mut std::io::sink());
            all.lock().unwrap()[number].1 = false;
        });
        std::os::fd::OwnedFd::from(theirs).into()
    }
}

/// Serves as the system's logind on this world's bus.
async fn logind(world: &World) -> (Locks, zbus::Connection, String) {
    let (locks, address) = (Locks::default(), format!("unix:path={}", world.path("bus").display()));
    let serving = zbus::connection::Builder::address(address.as_str()).unwrap();
    let serving = serving.name("org.freedesktop.login1").unwrap();
    let serving = serving.serve_at("/org/freedesktop/login1", locks.clone()).unwrap().build().await.unwrap();
    (locks, serving, address)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_computer_stays_awake_while_bytes_are_sent_and_may_sleep_after() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    let (locks, _serving, address) = logind(&world).await;
    let path = world.path("chair.mp4");
    video::make_of_size(&path, 30);
    let publish = || {
        let mut command = world.command("maker");
        command.env("DBUS_SYSTEM_BUS_ADDRESS", &address).arg("--json").args(arguments(path.to_str().unwrap()));
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap()
    };
    // The video is followed for long after its last byte: that keeps nobody awake.
    world.simulator.fault(json!({"kind": "processing_takes", "seconds": 3_600})).await;
    world.simulator.fault(json!({"kind": "pace", "bytes_per_second": 8_000_000})).await;
    let child = publish();
    eventually("it is held awake", Duration::from_secs(30), async || {
        let mut held = locks.held();
        held.sort();
        (held == ["idle", "sleep"]).then_some(())
    })
    .await;
    assert!(world.simulator.uploads_in("youtube", "processing").await.is_empty(), "held only after the upload");
    world.simulator.no_faults().await;
    eventually("it may sleep", Duration::from_secs(30), async || {
        let there = world.simulator.uploads().await;
        (locks.held().is_empty() && there.iter().any(|u| u["state"] != "uploading")).then_some(())
    })
    .await;
    world.simulator.pass(4_000).await;
    ends_well(child).await;
    assert_eq!(locks.ever(), 2);

    assert_eq!(world.maker(&["uploads", "--keep-awake", "no"]).await.code, Some(0));
    ends_well(publish()).await;
    assert_eq!(locks.ever(), 2, "held against the maker's wish");
}
