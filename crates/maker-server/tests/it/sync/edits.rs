//! Two devices edit, and nothing that was typed is lost.

use maker_domain::sync::wire::{Outcome, Rejection, RetryReason, VersionId};
use rstest::rstest;
use serde_json::json;
use uuid::Uuid;

use super::workspace::{Changed, NOW, Workspace, alternatives, op, post, service};
use crate::engines::On::{self, Postgres, Sqlite};

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_device_wrote_another_reads(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    let made = w.expect(&w.laptop, post(row, "mugs"), Outcome::Applied).await;
    assert_eq!(made.seq, 1);
    let state = w.row(row).await;
    assert_eq!((state.rev, state.del, &state.t[..]), (1, false, "posts"));
    assert_eq!(
        serde_json::to_value(&state.f).unwrap(),
        json!({ "content": "mugs", "created_at": NOW, "updated_at": NOW })
    );
    w.expect(&w.tablet, op("posts", row, 1, &json!({ "content": "bowls" })), Outcome::Applied).await;
    let state = w.row(row).await;
    assert_eq!((state.rev, &state.f["content"]), (2, &json!("bowls")));
    assert!(state.alt.is_empty());
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn edits_of_different_fields_both_stand(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, service(row, "Mugs", 12.5), Outcome::Applied).await;
    w.expect(&w.laptop, op("services", row, 1, &json!({ "title": "Bowls" })), Outcome::Applied).await;
    w.expect(&w.tablet, op("services", row, 1, &json!({ "price": 14 })), Outcome::Applied).await;
    let state = w.row(row).await;
    assert_eq!((&state.f["title"], &state.f["price"]), (&json!("Bowls"), &json!(14.0)));
    assert!(state.alt.is_empty());
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f62_of_two_concurrent_values_one_is_live_and_the_other_waits_beside_it(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    for (laptop_at, tablet_at, live) in [(NOW - 9, NOW - 5, "tablet"), (NOW - 5, NOW - 9, "laptop")] {
        let row = Uuid::now_v7();
        let rev = w.expect(&w.laptop, service(row, "Mugs", 1.0), Outcome::Applied).await.seq;
        let mine = op("services", row, rev, &json!({ "title": "laptop" })).at(laptop_at);
        let theirs = op("services", row, rev, &json!({ "title": "tablet" })).at(tablet_at);
        w.expect(&w.laptop, mine, Outcome::Applied).await;
        w.expect(&w.tablet, theirs, Outcome::Alternative).await;
        let state = w.row(row).await;
        assert_eq!(state.f["title"], json!(live));
        let (value, device) = if live == "tablet" { ("laptop", "Laptop") } else { ("tablet", "Tablet") };
        assert_eq!(alternatives(&state, "title"), [(json!(value), device.to_owned())]);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn edits_of_one_text_are_merged_where_they_do_not_touch_and_kept_apart_where_they_do(
    #[values(Sqlite, Postgres)] on: On,
) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, post(row, "new clay mugs for sale in Lyon"), Outcome::Applied).await;
    let laptop = op("posts", row, 1, &json!({ "content": "new stoneware mugs for sale in Lyon" }));
    let tablet = op("posts", row, 1, &json!({ "content": "new clay mugs for sale in Paris" }));
    w.expect(&w.laptop, laptop, Outcome::Applied).await;
    w.expect(&w.tablet, tablet, Outcome::Merged).await;
    let state = w.row(row).await;
    assert_eq!(state.f["content"], json!("new stoneware mugs for sale in Paris"));
    assert!(state.alt.is_empty());
    let touching = op("posts", row, 1, &json!({ "content": "new porcelain mugs for sale in Lyon" }));
    w.expect(&w.tablet, touching, Outcome::Alternative).await;
    assert_eq!(w.row(row).await.alt["content"].len(), 1);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_text_made_from_one_that_lost_is_not_merged_as_if_its_words_had_been_struck_out(
    #[values(Sqlite, Postgres)] on: On,
) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, post(row, "mugs"), Outcome::Applied).await;
    w.expect(&w.laptop, op("posts", row, 1, &json!({ "content": "red mugs" })).at(NOW - 9), Outcome::Applied).await;
    w.expect(&w.tablet, op("posts", row, 1, &json!({ "content": "blue mugs" })).at(NOW - 5), Outcome::Alternative)
        .await;
    // Typed on while the other had not come: at the end, where nobody else wrote.
    w.expect(&w.laptop, op("posts", row, 2, &json!({ "content": "red mugs sold" })).at(NOW - 3), Outcome::Alternative)
        .await;
    let state = w.row(row).await;
    assert_eq!(state.f["content"], json!("red mugs sold"));
    assert_eq!(alternatives(&state, "content"), [(json!("blue mugs"), "Tablet".to_owned())]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_device_goes_on_from_its_own_unconfirmed_edits_in_the_same_push_and_in_a_later_one(
    #[values(Sqlite, Postgres)] on: On,
) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    let made = service(row, "a", 1.0);
    let second = op("services", row, 0, &json!({ "title": "b" })).over(made.id);
    let third = op("services", row, 0, &json!({ "title": "c" })).over(second.id);
    let own = third.id;
    let results = w.send(&w.laptop, vec![made, second, third]).await;
    assert!(results.iter().all(|result| result.outcome == Outcome::Applied), "{results:?}");
    let fourth = op("services", row, 0, &json!({ "title": "d" })).over(own);
    w.expect(&w.laptop, fourth, Outcome::Applied).await;
    let state = w.row(row).await;
    assert_eq!((&state.f["title"], state.alt.len(), state.rev), (&json!("d"), 0, 4));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_own_edit_that_another_device_replaced_is_judged_as_what_was_on_the_screen(
    #[values(Sqlite, Postgres)] on: On,
) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, service(row, "a", 1.0), Outcome::Applied).await;
    let mine = op("services", row, 1, &json!({ "title": "mine" })).at(NOW - 50);
    let own = mine.id;
    w.expect(&w.laptop, mine, Outcome::Applied).await;
    w.expect(&w.tablet, op("services", row, 2, &json!({ "title": "theirs" })).at(NOW - 40), Outcome::Applied).await;
    // The row's own revision is 3 by now, but the laptop was looking at its own edit.
    let next = op("services", row, 1, &json!({ "title": "mine, longer" })).over(own).at(NOW - 30);
    w.expect(&w.laptop, next, Outcome::Alternative).await;
    let state = w.row(row).await;
    assert_eq!(state.f["title"], json!("mine, longer"));
    assert_eq!(alternatives(&state, "title"), [(json!("theirs"), "Tablet".to_owned())]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_devices_newer_edit_supersedes_its_own_alternative(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, service(row, "a", 1.0), Outcome::Applied).await;
    w.expect(&w.tablet, op("services", row, 1, &json!({ "title": "theirs" })).at(NOW - 10), Outcome::Applied).await;
    let mut own = None;
    for n in 0..5 {
        let mut mine = op("services", row, 1, &json!({ "title": format!("mine {n}") })).at(NOW - 100);
        if let Some(own) = own {
            mine = mine.over(own);
        }
        own = Some(mine.id);
        w.expect(&w.laptop, mine, Outcome::Alternative).await;
        assert_eq!(alternatives(&w.row(row).await, "title"), [(json!(format!("mine {n}")), "Laptop".to_owned())]);
    }
    let open = w.count("SELECT count(*) FROM sync_version WHERE state = 'ALTERNATIVE'").await;
    assert_eq!((open, w.count("SELECT count(*) FROM sync_version WHERE state = 'PAST'").await), (1, 5));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_alternative_stays_until_somebody_settles_it_and_then_it_is_history(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, service(row, "a", 1.0), Outcome::Applied).await;
    w.expect(&w.laptop, op("services", row, 1, &json!({ "title": "b" })).at(NOW - 10), Outcome::Applied).await;
    let lost = op("services", row, 1, &json!({ "title": "c" })).at(NOW - 20);
    let version = VersionId::of(lost.id);
    w.expect(&w.tablet, lost, Outcome::Alternative).await;
    w.expect(&w.laptop, op("services", row, 3, &json!({ "title": "b again" })), Outcome::Applied).await;
    assert_eq!(alternatives(&w.row(row).await, "title").len(), 1, "an edit beside it does not settle it");
    let settled = op("services", row, 4, &json!({ "title": "b again" })).resolving("title", &[version]);
    w.expect(&w.laptop, settled, Outcome::Applied).await;
    let state = w.row(row).await;
    assert!(state.alt.is_empty());
    assert_eq!(state.f["title"], json!("b again"));
    assert_eq!(w.count("SELECT count(*) FROM sync_version WHERE state = 'DISMISSED'").await, 1);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_machines_write_takes_the_later_one_without_a_question(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, post(row, "x"), Outcome::Applied).await;
    for (at, updated, expected) in [(NOW - 50, NOW + 7, Outcome::Applied), (NOW - 60, NOW + 6, Outcome::Noop)] {
        w.expect(&w.tablet, op("posts", row, 0, &json!({ "updated_at": updated })).at(at), expected.clone()).await;
    }
    let state = w.row(row).await;
    assert_eq!((&state.f["updated_at"], state.alt.len()), (&json!(NOW + 7), 0));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_op_is_told_why_and_holds_up_nothing(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    let token = op("social_connections", row, 0, &json!({ "access_token": "canary" }));
    let results = w.send(&w.laptop, vec![token, post(row, "x"), op("posts", row, 0, &json!({ "content": 7 }))]).await;
    let code = |n: usize| match &results[n].outcome {
        Outcome::Rejected { code, .. } => Some(*code),
        _ => None,
    };
    assert_eq!([code(0), code(1), code(2)], [Some(Rejection::NotWritable), None, Some(Rejection::BadValue)]);
    assert_eq!(results[1].outcome, Outcome::Applied);
    assert_eq!(w.head().await.seq, 1);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_workspace_asks_to_wait_and_takes_the_same_edit_once_there_is_room(#[values(Sqlite, Postgres)] on: On) {
    let mut w = Workspace::new(on).await;
    w.limits.rows = 1;
    let (first, second) = (Uuid::now_v7(), Uuid::now_v7());
    w.expect(&w.laptop, post(first, "x"), Outcome::Applied).await;
    let waiting = post(second, "y");
    let after = op("posts", second, 0, &json!({ "content": "z" })).over(waiting.id);
    let ops = vec![waiting, after, op("posts", first, 1, &json!({ "content": "w" }))];
    let retry = Outcome::Retry { code: RetryReason::Quota, after_s: 60 };
    let outcomes: Vec<_> = w.send(&w.laptop, ops.clone()).await.into_iter().map(|result| result.outcome).collect();
    assert_eq!(outcomes, [retry.clone(), retry.clone(), Outcome::Applied]);
    w.limits.rows = 2;
    let outcomes: Vec<_> = w.send(&w.laptop, ops).await.into_iter().map(|result| result.outcome).collect();
    assert_eq!(outcomes, [Outcome::Applied, Outcome::Applied, Outcome::Applied]);
    w.limits.bytes = 1;
    w.expect(&w.laptop, op("posts", first, 9, &json!({ "content": "too much" })), retry).await;
    let deleted = op("posts", first, 9, &json!({ "_deleted": true }));
    w.expect(&w.laptop, deleted, Outcome::Applied).await;
}
