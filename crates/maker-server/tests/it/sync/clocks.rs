//! Clocks that are wrong decide nothing but ties.

use maker_domain::sync::wire::Outcome;
use rstest::rstest;
use serde_json::json;
use uuid::Uuid;

use super::workspace::{Changed, Workspace, alternatives, op, service};
use crate::engines::On::{self, Postgres, Sqlite};

const DAY: i64 = 86_400_000;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f62_clocks_that_are_a_day_or_ten_years_wrong_lose_nothing_and_order_ties_rightly(
    #[values(Sqlite, Postgres)] on: On,
    #[values(DAY, -DAY, 3_650 * DAY, -3_650 * DAY, i64::MAX, i64::MIN)] wrong_by: i64,
) {
    let w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, service(row, "a", 1.0), Outcome::Applied).await;
    let their_now = w.now.saturating_add(wrong_by);
    let theirs = op("services", row, 1, &json!({ "title": "later" })).at(their_now.saturating_sub(1_000));
    let pushed = w.push(&w.tablet, w.head().await, their_now, vec![theirs]).await.unwrap();
    assert_eq!(pushed.results[0].outcome, Outcome::Applied);
    w.expect(&w.laptop, op("services", row, 1, &json!({ "title": "earlier" })).at(w.now - 2_000), Outcome::Alternative)
        .await;
    let state = w.row(row).await;
    let both = [state.f["title"].clone(), alternatives(&state, "title")[0].0.clone()];
    assert!(both.contains(&json!("later")) && both.contains(&json!("earlier")), "{both:?}");
    if wrong_by.unsigned_abs() < u64::MAX / 4 {
        assert_eq!(both[0], json!("later"), "the device's clock is set right by what it says of itself");
    }
    assert!(state.alt["title"][0].at <= w.now);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f62_a_device_that_lives_in_the_future_wins_no_later_tie(#[values(Sqlite, Postgres)] on: On) {
    let mut w = Workspace::new(on).await;
    let row = Uuid::now_v7();
    w.expect(&w.laptop, service(row, "a", 1.0), Outcome::Applied).await;
    // It says that its clock is right, and claims to have been edited in ten years.
    w.expect(
        &w.tablet,
        op("services", row, 1, &json!({ "title": "future" })).at(w.now + 3_650 * DAY),
        Outcome::Applied,
    )
    .await;
    w.now += 60_000;
    w.expect(&w.laptop, op("services", row, 1, &json!({ "title": "now" })).at(w.now - 1), Outcome::Alternative).await;
    assert_eq!(w.row(row).await.f["title"], json!("now"));
}
