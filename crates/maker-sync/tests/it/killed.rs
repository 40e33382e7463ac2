//! f66, invariant 18: a process is killed in the middle of syncing. This test's own program, started again, is that
//! process.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;

use chrono::TimeDelta;
use maker_domain::Clock;
use maker_domain::id::DraftId;
use maker_store::Store;
use maker_sync_play::{Device, Line, Wrong, pull, push, settle, titled, world};
use uuid::Uuid;

const KILLS: usize = 12;
const WORKER: &str = "MAKER_SYNC_TEST_WORKS_ON";

/// Does nothing when the tests run; types and syncs without end when `WORKER` names a database. Its backend knows nothing
/// of the one before, so that the way back after a restore is among what is broken off.
#[tokio::test]
async fn the_process_that_is_killed() {
    let Some(path) = std::env::var_os(WORKER) else { return };
    let world = world();
    let store = Store::open(path.as_ref(), chrono::DateTime::UNIX_EPOCH).await.unwrap();
    let clock = Wrong { world: Arc::clone(&world), by: TimeDelta::zero() };
    let line = Line { device: "Laptop".into(), world, fault: Arc::default() };
    let (_, maker) = store.local_maker().await.unwrap();
    loop {
        let draft = DraftId::make();
        store.add_draft(draft, maker, &titled("Chair"), None, clock.now()).await.unwrap();
        // Said only once it is committed. A line of its own, because the test runner writes here too.
        println!("\ndraft {draft}");
        std::io::stdout().flush().unwrap();
        store.save_draft(draft, &titled("Stool"), clock.now()).await.unwrap();
        push(&store, &line, &clock, 3).await;
        pull(&store, &line, &clock, 2).await;
    }
}

#[tokio::test]
async fn f66_i18_killed_in_the_middle_of_syncing_the_database_is_sound_and_everything_typed_goes_up() {
    let world = world();
    let mut device = Device::new("Laptop", Uuid::now_v7(), &world, TimeDelta::zero()).await;
    device.settle().await;
    device.store.close().await;
    let mut committed: Vec<DraftId> = Vec::new();
    for kill in 0..KILLS {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["killed::the_process_that_is_killed", "--exact", "--nocapture"])
            .env(WORKER, device.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
        let said = |line: String| line.strip_prefix("draft ").and_then(DraftId::parse);
        committed.extend(lines.by_ref().filter_map(said).take(1 + kill % 5));
        process.kill().unwrap();
        process.wait().unwrap();
        committed.extend(lines.filter_map(said));
        device.reopen().await;
        device.store.check_integrity().await.unwrap();
        for draft in &committed {
            device.store.draft(*draft).await.unwrap_or_else(|error| panic!("{draft} is lost: {error}"));
        }
        device.store.close().await;
    }
    device.reopen().await;
    settle(&[&device]).await;
    let there = world.lock().unwrap().server.rows();
    for draft in &committed {
        assert!(there.iter().any(|row| row.id == draft.0 && !row.del), "{draft} never went up");
    }
    assert_eq!(device.store.sync_record().await.unwrap().waiting, 0);
}
