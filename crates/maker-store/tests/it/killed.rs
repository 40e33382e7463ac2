//! f66: a process is killed in the middle of its writes. This test's own program, started again, is that process.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use maker_domain::Platform;
use maker_domain::delivery::DeliveryState;
use maker_domain::id::{DraftId, ProcessId};
use maker_store::Store;
use maker_store::deliveries::Step;

use crate::desk::{Desk, add_draft, at, fields, publication, session};

const KILLS: usize = 20;
const WRITER: &str = "MAKER_STORE_TEST_WRITES_TO";

/// Does nothing when the tests run; writes without end when `WRITER` names a database.
#[tokio::test]
async fn the_process_that_is_killed() {
    let Some(path) = std::env::var_os(WRITER) else { return };
    let store = Store::open(path.as_ref(), at(0)).await.unwrap();
    let me = ProcessId::make();
    for left in store.at_work().await.unwrap() {
        store.release_all_of(left.owner).await.unwrap();
    }
    loop {
        let draft = add_draft(&store, "Oak chair").await;
        // Said only once it is committed. A line of its own, because the test runner writes here too.
        println!("\ndraft {draft}");
        std::io::stdout().flush().unwrap();
        store.save_draft(draft, &fields("Ash chair"), at(100)).await.unwrap();
        let new = publication(draft, &[Platform::Youtube, Platform::Tiktok]);
        store.publish(&new, at(101)).await.unwrap();
        for (delivery, _) in new.posts {
            assert!(store.claim(delivery, me, at(102), at(120)).await.unwrap());
            store.advance(delivery, me, &Step::to(DeliveryState::Preparing), at(103)).await.unwrap();
            store.open_session(delivery, &session()).await.unwrap();
            store.confirm(delivery, me, 500).await.unwrap();
        }
    }
}

#[tokio::test]
async fn f66_killed_in_the_middle_of_writes_the_database_is_sound_and_what_was_committed_is_there() {
    let desk = Desk::open().await;
    desk.store.close().await;
    let mut committed: Vec<DraftId> = Vec::new();
    for kill in 0..KILLS {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["killed::the_process_that_is_killed", "--exact", "--nocapture"])
            .env(WRITER, &desk.path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
        let said = |line: String| line.strip_prefix("draft ").and_then(DraftId::parse);
        // Killed after another number of drafts each time, wherever the next one is just then.
        committed.extend(lines.by_ref().filter_map(said).take(1 + kill % 4));
        process.kill().unwrap();
        process.wait().unwrap();
        committed.extend(lines.filter_map(said));

        let store = Store::open(&desk.path, at(200)).await.unwrap();
        store.check_integrity().await.unwrap();
        for draft in &committed {
            store.draft(*draft).await.unwrap_or_else(|error| panic!("{draft} is lost: {error}"));
        }
        store.close().await;
    }
    assert!(committed.len() >= KILLS, "{} drafts", committed.len());
    let torn = "SELECT count(*) FROM publications p WHERE (SELECT count(*) FROM deliveries d WHERE d.publication_id = p.id) <> 2";
    assert_eq!(desk.count(torn).await, 0, "a publication was written in part");
    let mismatched = "SELECT count(*) FROM drafts d WHERE (d.status = 'PUBLISHED') <> EXISTS (SELECT 1 FROM publications p WHERE p.draft_id = d.id)";
    assert_eq!(desk.count(mismatched).await, 0, "a draft and its publication do not agree");
}
