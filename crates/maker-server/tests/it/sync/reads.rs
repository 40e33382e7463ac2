//! PostgreSQL reads what a device asks about and not the workspace around it, also before it has statistics of a
//! workspace that has just grown. PostgreSQL counts that itself.

use std::time::Duration;

use maker_domain::sync::token::Token;
use serde_json::json;
use uuid::Uuid;

use super::workspace::{Workspace, op, post};
use crate::engines::On::Postgres;

/// In the workspace, and asked about.
const ROWS: usize = 12_000;
const ASKED: usize = 100;

/// How many rows scans have touched since the database was made. A connection that ends has told what it read.
async fn touched(w: &Workspace) -> i64 {
    w.database.close().await;
    let place = w.place.postgres.as_ref().unwrap();
    let open = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    while place.sql(open).trim() != "0" {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let read = "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint FROM pg_stat_user_tables";
    place.sql(read).trim().parse().unwrap()
}

#[tokio::test]
async fn a_push_and_a_page_read_their_own_rows_of_a_workspace_that_has_just_grown() {
    let mut w = Workspace::new(Postgres).await;
    let (mut ids, mut middle) = (Vec::new(), Token::START);
    for _ in 0..ROWS / 500 {
        middle = w.head().await;
        let posts: Vec<_> = (0..500).map(|_| Uuid::now_v7()).collect();
        w.send(&w.laptop, posts.iter().map(|id| post(*id, "x")).collect()).await;
        ids.extend(posts);
    }
    let before = touched(&w).await;
    w.database = w.place.open().await;
    let cursor = w.head().await;
    let edits = ids.iter().step_by(ROWS / ASKED).map(|id| op("posts", *id, 1, &json!({ "content": "y" }))).collect();
    w.send(&w.laptop, edits).await;
    let page = w.pull(cursor, 2_000).await.unwrap();
    assert_eq!(page.rows.len(), ASKED);
    assert_eq!(w.pull(middle, ASKED as u32).await.unwrap().rows.len(), ASKED);
    let read = touched(&w).await - before;
    assert!(read < 20 * ASKED as i64, "{read} rows were read for {ASKED} edits and two pages of as many");
}
