//! What is kept, and for how long.

use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{Outcome, VersionState};
use maker_server::sync::retention::{self, AUTOSAVES_MS, BIN_MS, CHANGESETS_MS, Forgotten, TOMBSTONE_MS, VERSIONS_MS};
use maker_server::sync::{self, SyncError};
use rstest::rstest;
use serde_json::json;
use uuid::Uuid;

use super::workspace::{Changed, NOW, Workspace, op, post, service};
use crate::engines::On::{self, Postgres, Sqlite};

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_bin_is_emptied_after_thirty_days_and_whoever_edits_the_rest_sends_the_whole_row(
    #[values(Sqlite, Postgres)] on: On,
) {
    let mut w = Workspace::new(on).await;
    let (row, other) = (Uuid::now_v7(), Uuid::now_v7());
    w.expect(&w.laptop, post(row, "mugs"), Outcome::Applied).await;
    w.expect(&w.laptop, op("posts", row, 1, &json!({ "content": "bowls" })), Outcome::Applied).await;
    w.expect(&w.laptop, op("posts", row, 2, &json!({ "_deleted": true })), Outcome::Applied).await;
    w.expect(&w.laptop, post(other, "stays"), Outcome::Applied).await;
    let early = retention::forget(&w.database, w.id, w.now + BIN_MS - 1).await.unwrap();
    assert_eq!((early.emptied, w.row(row).await.f.len()), (0, 3));
    let bytes = w.count("SELECT byte_count FROM sync_head").await;
    w.now += BIN_MS;
    assert_eq!(retention::forget(&w.database, w.id, w.now).await.unwrap().emptied, 1);
    assert_eq!(w.count("SELECT count(*) FROM posts").await, 1);
    assert_eq!(w.count("SELECT count(*) FROM sync_version").await, 0);
    assert!(w.count("SELECT byte_count FROM sync_head").await < bytes);
    let told = w.pull(w.pull(Token::START, 1).await.unwrap().cursor, 10).await.unwrap();
    assert!(w.rows().await.iter().all(|state| state.id != row), "a new device hears nothing of it");
    assert!(told.rows.iter().all(|state| state.id != row || (state.del && state.f.is_empty())), "{told:?}");
    w.expect(&w.tablet, op("posts", row, 2, &json!({ "content": "half" })), Outcome::NeedFull).await;
    w.expect(&w.tablet, op("posts", row, 3, &json!({ "_deleted": false })), Outcome::NeedFull).await;
    w.expect(&w.tablet, post(row, "whole again"), Outcome::Applied).await;
    let state = w.row(row).await;
    assert!(!state.del && state.f["content"] == json!("whole again"));
    assert_eq!(retention::forget(&w.database, w.id, w.now + BIN_MS).await.unwrap().emptied, 0);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_device_that_was_away_for_longer_than_tombstones_are_kept_starts_from_nothing(
    #[values(Sqlite, Postgres)] on: On,
) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    let before = w.expect(&w.laptop, post(row, "mugs"), Outcome::Applied).await;
    let deleted = w.expect(&w.laptop, op("posts", row, 1, &json!({ "_deleted": true })), Outcome::Applied).await;
    w.expect(&w.laptop, post(Uuid::now_v7(), "other"), Outcome::Applied).await;
    retention::forget(&w.database, w.id, w.now + BIN_MS).await.unwrap();
    assert!(w.pull(before, 10).await.unwrap().rows.iter().any(|state| state.id == row && state.del));
    let forgotten = retention::forget(&w.database, w.id, w.now + TOMBSTONE_MS).await.unwrap();
    assert_eq!(forgotten.tombstones, 1);
    assert!(matches!(w.pull(before, 10).await, Err(SyncError::Resync)));
    assert_eq!(w.pull(deleted, 10).await.unwrap().rows.len(), 1, "who knew of the delete goes on");
    assert_eq!(w.pull(Token::START, 10).await.unwrap().rows.len(), 1, "and so does who starts");
    assert_eq!(w.count("SELECT row_count FROM sync_head").await, 1);
    let again = retention::forget_everywhere(&w.database, w.now + TOMBSTONE_MS).await.unwrap();
    assert_eq!(again, Forgotten::default());
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn autosaves_thin_after_a_day_and_open_alternatives_keep_their_descent(#[values(Sqlite, Postgres)] on: On) {
    let mut w = Workspace::new(on).await;
    let (row, open) = (Uuid::now_v7(), Uuid::now_v7());
    for id in [row, open] {
        w.expect(&w.laptop, service(id, "a", 1.0), Outcome::Applied).await;
    }
    w.expect(&w.tablet, op("services", open, 2, &json!({ "title": "theirs" })).at(NOW - 10), Outcome::Applied).await;
    let lost = op("services", open, 2, &json!({ "title": "mine" })).at(NOW - 20);
    w.expect(&w.laptop, lost, Outcome::Alternative).await;
    // One an half minute for half an hour.
    for n in 0..60 {
        for id in [row, open] {
            let rev = w.row(id).await.rev;
            w.expect(&w.tablet, op("services", id, rev, &json!({ "title": format!("{n}") })), Outcome::Applied).await;
        }
        w.now += 30_000;
    }
    let all = sync::versions(&w.database, w.id, "services", row, None).await.unwrap().versions.len();
    assert_eq!(retention::forget(&w.database, w.id, w.now).await.unwrap().versions, 0, "none of the last day");
    w.now += AUTOSAVES_MS;
    let thinned = retention::forget(&w.database, w.id, w.now).await.unwrap().versions;
    let left = sync::versions(&w.database, w.id, "services", row, None).await.unwrap().versions;
    let titles: Vec<_> = left.iter().filter(|version| version.field == "title").collect();
    assert!((3..=6).contains(&titles.len()), "one in ten minutes: {}", titles.len());
    assert_eq!(titles[0].state, VersionState::Live);
    assert_eq!(all - left.len(), usize::try_from(thinned).unwrap(), "nothing of the row with an alternative");
    w.now += VERSIONS_MS;
    retention::forget(&w.database, w.id, w.now).await.unwrap();
    assert_eq!(w.row(open).await.alt["title"].len(), 1);
    assert_eq!(w.row(row).await.f["title"], json!("59"));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_accepted_is_forgotten_at_last_but_every_page_can_still_say_where_it_ends(
    #[values(Sqlite, Postgres)] on: On,
) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, post(row, "a"), Outcome::Applied).await;
    for rev in 1..5 {
        w.expect(&w.laptop, op("posts", row, rev, &json!({ "content": rev.to_string() })), Outcome::Applied).await;
    }
    for _ in 0..3 {
        w.expect(&w.laptop, post(Uuid::now_v7(), "b"), Outcome::Applied).await;
    }
    let forgotten = retention::forget(&w.database, w.id, w.now + CHANGESETS_MS + 1).await.unwrap();
    assert_eq!(forgotten.changesets, 4, "those that no row ends at");
    let mut cursor = Token::START;
    for _ in 0..4 {
        cursor = w.pull(cursor, 1).await.unwrap().cursor;
    }
    assert_eq!(cursor, w.head().await);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_history_of_a_row_is_told_in_pages_from_the_newest_on(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, service(row, "0", 0.0), Outcome::Applied).await;
    let edits: Vec<_> = (1..=300)
        .map(|n| op("services", row, n, &json!({ "title": n.to_string(), "description": n.to_string() })))
        .collect();
    assert!(w.send(&w.tablet, edits).await.iter().all(|result| result.outcome == Outcome::Applied));
    let (mut all, mut before, mut pages) = (Vec::new(), None, 0);
    loop {
        let page = sync::versions(&w.database, w.id, "services", row, before).await.unwrap();
        all.extend(page.versions);
        pages += 1;
        match page.next {
            Some(next) => before = Some(next),
            None => break,
        }
    }
    let titles: Vec<_> = all.iter().filter(|v| v.field == "title").map(|v| v.v.as_str().unwrap().to_owned()).collect();
    assert_eq!(titles, (0..=300).rev().map(|n| n.to_string()).collect::<Vec<_>>());
    assert!(pages > 2);
    assert_eq!(
        (&all[0].device[..], all[0].state, &all.last().unwrap().device[..]),
        ("Tablet", VersionState::Live, "Laptop")
    );
    for (table, id) in [("services", Uuid::now_v7()), ("posts", row), ("users", row)] {
        let none = sync::versions(&w.database, w.id, table, id, None).await;
        assert!(matches!(none, Err(SyncError::NoRow)), "{none:?}");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn devices_hear_up_to_where_there_is_a_backup(#[values(Sqlite, Postgres)] on: On) {
    let mut w = Workspace::new(on).await;
    w.expect(&w.laptop, post(Uuid::now_v7(), "a"), Outcome::Applied).await;
    w.now += 120_000;
    w.expect(&w.laptop, post(Uuid::now_v7(), "b"), Outcome::Applied).await;
    let through = async || w.pull(w.head().await, 1).await.unwrap().backed_up_through;
    assert_eq!(through().await, 0);
    assert_eq!(retention::record_backup(&w.database, w.now).await.unwrap(), 1);
    assert_eq!(through().await, 1, "what came in as the backup began may have missed it");
    retention::record_backup(&w.database, w.now + 120_000).await.unwrap();
    assert_eq!(through().await, 2);
    retention::record_backup(&w.database, w.now).await.unwrap();
    assert_eq!(through().await, 2, "an older backup takes nothing back");
}
