//! The bin: an edit beats a delete that had not seen it, in either order, and half a row is never made.

use maker_domain::sync::wire::{Outcome, Rejection};
use rstest::rstest;
use serde_json::json;
use uuid::Uuid;

use super::workspace::{Changed, NOW, Workspace, op, post};
use crate::engines::On::{self, Postgres, Sqlite};

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_row_goes_into_the_bin_and_comes_back_with_everything(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, post(row, "mugs"), Outcome::Applied).await;
    w.expect(&w.laptop, op("posts", row, 1, &json!({ "_deleted": true })), Outcome::Applied).await;
    let state = w.row(row).await;
    assert!(state.del && state.f["content"] == json!("mugs"));
    assert_eq!(w.count("SELECT count(*) FROM posts WHERE deleted_at IS NOT NULL").await, 1, "other readers are told");
    w.expect(&w.tablet, op("posts", row, 2, &json!({ "_deleted": false })), Outcome::Applied).await;
    let state = w.row(row).await;
    assert!(!state.del && state.f["content"] == json!("mugs"));
    assert_eq!(w.count("SELECT count(*) FROM posts WHERE deleted_at IS NOT NULL").await, 0);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_delete_that_overlooks_an_edit_is_refused_and_takes_nothing_else_with_it(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, post(row, "mugs"), Outcome::Applied).await;
    w.expect(&w.laptop, op("posts", row, 1, &json!({ "content": "bowls" })), Outcome::Applied).await;
    w.expect(&w.tablet, op("posts", row, 1, &json!({ "_deleted": true })), Outcome::Noop).await;
    assert!(!w.row(row).await.del);
    let both = op("posts", row, 1, &json!({ "_deleted": true, "images": ["a.jpg"] }));
    w.expect(&w.tablet, both, Outcome::Applied).await;
    let state = w.row(row).await;
    assert!(!state.del);
    assert_eq!((&state.f["content"], &state.f["images"]), (&json!("bowls"), &json!(["a.jpg"])));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edit_that_overlooks_a_delete_brings_the_row_back(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, post(row, "mugs"), Outcome::Applied).await;
    w.expect(&w.laptop, op("posts", row, 1, &json!({ "_deleted": true })), Outcome::Applied).await;
    w.expect(&w.tablet, op("posts", row, 1, &json!({ "content": "bowls" })), Outcome::Applied).await;
    let state = w.row(row).await;
    assert!(!state.del && state.f["content"] == json!("bowls"));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_maker_who_types_and_deletes_off_line_has_deleted(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, post(row, "mugs"), Outcome::Applied).await;
    let typed = op("posts", row, 1, &json!({ "content": "bowls" }));
    let own = typed.id;
    let deleted = op("posts", row, 1, &json!({ "_deleted": true })).having_seen("content", own);
    let results = w.send(&w.laptop, vec![typed, deleted]).await;
    assert!(results.iter().all(|result| result.outcome == Outcome::Applied), "{results:?}");
    assert!(w.row(row).await.del);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_a_whole_row_makes_a_row(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    for fields in [json!({ "content": "x" }), json!({ "_deleted": true }), json!({ "content": "x", "created_at": NOW })]
    {
        w.expect(&w.laptop, op("posts", row, 0, &fields), Outcome::NeedFull).await;
    }
    assert_eq!((w.rows().await.len(), w.head().await.seq), (0, 0));
    let comment = w.send(&w.laptop, vec![op("comments", row, 0, &json!({ "hidden": true }))]).await;
    assert!(matches!(comment[0].outcome, Outcome::Rejected { code: Rejection::NotFound, .. }), "{comment:?}");
    w.expect(&w.laptop, post(row, "x"), Outcome::Applied).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_op_of_many_rows_happens_wholly_or_not_at_all(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let (known, unknown) = (Uuid::now_v7(), Uuid::now_v7());
    w.expect(&w.laptop, post(known, "mugs"), Outcome::Applied).await;
    let mut both = op("posts", known, 1, &json!({ "content": "bowls" }));
    both.rows.extend(op("posts", unknown, 0, &json!({ "content": "half" })).rows);
    w.expect(&w.laptop, both.clone(), Outcome::NeedFull).await;
    assert_eq!(w.row(known).await.f["content"], json!("mugs"));
    both.rows[1] = post(unknown, "whole").rows[0].clone();
    assert_eq!(w.expect(&w.laptop, both, Outcome::Applied).await.seq, 2, "and takes one number");
    assert_eq!(w.rows().await.iter().map(|row| row.rev).collect::<Vec<_>>(), [2, 2]);
}
