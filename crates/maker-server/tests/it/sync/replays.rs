//! Requests that come again, late or in pieces.

use maker_domain::sync::wire::{Op, Outcome, Rejection};
use rstest::rstest;
use serde_json::json;
use uuid::Uuid;

use super::workspace::{Changed, NOW, Workspace, op, post, service};
use crate::engines::On::{self, Postgres, Sqlite};

/// Everything that is stored for the workspace, as one text.
async fn everything(w: &Workspace) -> String {
    let rows = serde_json::to_string(&w.rows().await).unwrap();
    let versions = w.count("SELECT count(*) FROM sync_version").await;
    let changesets = w.count("SELECT count(*) FROM sync_changeset").await;
    let bytes = w.count("SELECT byte_count + row_count FROM sync_head").await;
    format!("{} {versions} {changesets} {bytes} {rows}", w.head().await)
}

fn story(row: Uuid) -> Vec<Op> {
    let made = service(row, "a", 1.0);
    let mine = op("services", row, 0, &json!({ "title": "b" })).over(made.id);
    let other = op("services", row, 1, &json!({ "title": "c" })).at(NOW - 5_000);
    let text = op("services", row, 1, &json!({ "description": "clay" }));
    let gone = op("services", row, 4, &json!({ "_deleted": true }));
    vec![made, mine, other, text, gone]
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f63_a_push_that_is_repeated_changes_nothing_and_is_answered_the_same(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let ops = story(Uuid::now_v7());
    let first = w.send(&w.laptop, ops.clone()).await;
    assert!(first.iter().all(|result| result.at.is_some()), "{first:?}");
    let before = everything(&w).await;
    assert_eq!(w.send(&w.laptop, ops.clone()).await, first);
    assert_eq!(
        w.send(&w.tablet, ops.iter().rev().cloned().collect()).await,
        first.iter().rev().cloned().collect::<Vec<_>>()
    );
    assert_eq!(everything(&w).await, before);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f63_a_push_in_pieces_that_overlap_ends_as_the_whole_one(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let ops = story(Uuid::now_v7());
    let mut pieces = Vec::new();
    for (from, to) in [(0, 1), (0, 3), (2, 4), (1, 2), (0, 5)] {
        pieces.extend(w.send(&w.laptop, ops[from..to].to_vec()).await);
    }
    let before = everything(&w).await;
    let whole = w.send(&w.laptop, ops).await;
    assert_eq!(everything(&w).await, before);
    assert!(pieces.iter().all(|piece| whole.contains(piece)));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f63_the_same_op_twice_in_one_push_counts_once(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let made = post(Uuid::now_v7(), "x");
    let results = w.send(&w.laptop, vec![made.clone(), made]).await;
    assert_eq!(results[0], results[1]);
    assert_eq!(w.head().await.seq, 1);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f63_the_same_id_with_another_body_is_refused(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let made = post(Uuid::now_v7(), "x");
    let mut other = made.clone();
    other.rows[0].f.get_mut("content").unwrap().v = json!("y");
    w.expect(&w.laptop, made.clone(), Outcome::Applied).await;
    let results = w.send(&w.laptop, vec![other, made]).await;
    assert!(matches!(results[0].outcome, Outcome::Rejected { code: Rejection::IdReused, .. }), "{results:?}");
    assert_eq!(results[1].outcome, Outcome::Applied);
}
