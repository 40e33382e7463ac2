//! f21: a database that takes no writes, because another process holds it or its disk is full. Bytes go on or rest; the
//! session is never lost, and it ends as one video.

use std::time::Duration;

use maker_domain::Platform::{Tiktok, Youtube};
use maker_harness::eventually;
use serde_json::json;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};

use crate::bench::{Bench, PART};

/// Holds the database's write lock until dropped.
struct Held {
    _program: tokio::process::Child,
    _words: tokio::process::ChildStdin,
}

async fn hold(bench: &Bench) -> Held {
    let mut program = tokio::process::Command::new("sqlite3")
        .args(["-cmd", ".timeout 10000"])
        .arg(bench.database())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut words = program.stdin.take().unwrap();
    words.write_all(b"BEGIN IMMEDIATE; SELECT 'held';\n").await.unwrap();
    let mut line = String::new();
    BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).await.unwrap();
    assert_eq!(line.trim(), "held");
    Held { _program: program, _words: words }
}

/// Waits until a write was waited for in vain: longer than the database's patience.
async fn a_write_was_refused(bench: &Bench) {
    let written = async {
        loop {
            let write = bench.store.set_setting("a_write", &1).await;
            if write.is_err() {
                return;
            }
        }
    };
    let refused = tokio::time::timeout(Duration::from_secs(40), written).await;
    assert!(refused.is_ok(), "the database took writes all the time");
}

#[tokio::test(flavor = "multi_thread")]
async fn f21_a_database_that_others_hold_for_longer_than_anybody_waits_costs_no_session() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 9_000_000})).await;
    let both = bench.publish(30, &[Youtube, Tiktok]).await;
    let _engine = bench.engine();
    bench.arrived(PART + 1).await;
    let session = bench.store.session(both[0]).await.unwrap().unwrap();
    let held = hold(&bench).await;
    bench.simulator.no_faults().await;
    a_write_was_refused(&bench).await;
    assert_eq!(bench.store.session(both[0]).await.unwrap().map(|s| s.sealed_address), Some(session.sealed_address));
    drop(held);
    for (delivery, platform) in both.into_iter().zip([Youtube, Tiktok]) {
        bench.published(delivery).await;
        bench.the_video(platform).await;
    }
    assert_eq!(bench.opened().await, 2, "one session each");
    assert_eq!(bench.store.videos(9).await.unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn f21_a_database_held_before_the_upload_is_opened_sends_nothing_that_it_has_not_noted() {
    let bench = Bench::new().await;
    let delivery = bench.publish_to_youtube(10).await;
    bench.simulator.fault(json!({"kind": "hold_answer", "on": "open", "seconds": 1})).await;
    let _engine = bench.engine();
    eventually("it is being opened", Duration::from_secs(20), async || (bench.opened().await > 0).then_some(())).await;
    let held = hold(&bench).await;
    a_write_was_refused(&bench).await;
    assert_eq!(bench.received().await, 0, "bytes were sent into a session that a crash would lose");
    drop(held);
    bench.published(delivery).await;
    assert_eq!(bench.simulator.uploads_in("youtube", "published").await.len(), 1);
}

/// A disk of four megabytes of its own, which only root may mount.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let at = tempfile::tempdir().unwrap();
        let mut mount = std::process::Command::new("mount");
        let mounted = mount.args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"]).arg(at.path()).output();
        mounted.is_ok_and(|mounted| mounted.status.success()).then(|| Self(at))
    }

    /// Writes until there is no room for one byte more.
    fn fill(&self) {
        use std::io::Write;
        let mut filler = std::fs::File::create(self.0.path().join("filler")).unwrap();
        for piece in [4096, 1] {
            while filler.write_all(&vec![7; piece]).is_ok() {}
        }
    }

    fn make_room(&self) {
        std::fs::remove_file(self.0.path().join("filler")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

/// Waits until the full disk has refused what the engine writes.
async fn the_disk_refuses(bench: &Bench) {
    let long = "x".repeat(100_000);
    eventually("the disk refuses", Duration::from_secs(30), async || {
        bench.store.set_setting("a_write", &long).await.is_err().then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f21_a_full_disk_under_the_database_costs_no_session_and_space_lets_it_end_as_one_video() {
    let Some(disk) = SmallDisk::mount() else {
        return eprintln!("SKIPPED: only root may mount a small disk; nothing was proved about a full one");
    };
    let bench = Bench::with_database_in(disk.0.path()).await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 9_000_000})).await;
    let both = bench.publish(30, &[Youtube, Tiktok]).await;
    let _engine = bench.engine();
    bench.arrived(PART + 1).await;
    let session = bench.store.session(both[0]).await.unwrap().unwrap();
    disk.fill();
    the_disk_refuses(&bench).await;
    bench.simulator.no_faults().await;
    // It rests where it cannot write down what it is about to do.
    eventually("the bytes stop", Duration::from_secs(30), async || {
        let puts = bench.simulator.requests("put").await;
        (puts.len() > 1 && puts.iter().all(|put| put["finished"] == true)).then_some(())
    })
    .await;
    assert!(bench.store.videos(9).await.unwrap().is_empty());
    assert_eq!(bench.store.session(both[0]).await.unwrap().map(|s| s.sealed_address), Some(session.sealed_address));
    disk.make_room();
    for (delivery, platform) in both.into_iter().zip([Youtube, Tiktok]) {
        bench.published(delivery).await;
        bench.the_video(platform).await;
    }
    assert_eq!(bench.opened().await, 2, "one session each");
    assert_eq!(bench.store.videos(9).await.unwrap().len(), 2);
    bench.store.check_integrity().await.unwrap();
    drop(bench);
}
