//! Pages of any size, while rows move between them.

use std::collections::BTreeMap;

use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{Outcome, RowState};
use rstest::rstest;
use serde_json::json;
use uuid::Uuid;

use super::workspace::{Workspace, op, post};
use crate::engines::On::{self, Postgres, Sqlite};

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_of_one_to_five_rows_tell_everything_while_rows_move(
    #[values(Sqlite, Postgres)] on: On,
    #[values(1, 2, 3, 5)] limit: u32,
) {
    let w = Workspace::new(on).await;
    let ids: Vec<_> = (0..9).map(|_| Uuid::now_v7()).collect();
    // Three of them by one op.
    let mut together = post(ids[0], "0");
    together.rows.extend(post(ids[1], "1").rows);
    together.rows.extend(post(ids[2], "2").rows);
    w.expect(&w.laptop, together, Outcome::Applied).await;
    for id in &ids[3..] {
        w.expect(&w.laptop, post(*id, "x"), Outcome::Applied).await;
    }
    let mut seen: BTreeMap<Uuid, RowState> = BTreeMap::new();
    let (mut cursor, mut turn) = (Token::START, 0_usize);
    loop {
        let page = w.pull(cursor, limit).await.unwrap();
        assert_eq!(page.from, cursor.seq);
        let mut numbers: BTreeMap<u64, usize> = BTreeMap::new();
        page.rows.iter().for_each(|row| *numbers.entry(row.rev).or_default() += 1);
        assert!(numbers.get(&1).is_none_or(|count| *count == 3), "a number is never split: {numbers:?}");
        assert!(page.rows.len() <= limit as usize + 2);
        for row in page.rows {
            assert!(row.rev > cursor.seq && row.rev <= page.cursor.seq);
            seen.insert(row.id, row);
        }
        cursor = page.cursor;
        if !page.more {
            break;
        }
        if turn < 6 {
            // A row that was told moves behind the cursor, and one that was not moves on.
            let id = ids[3 + turn];
            let rev = w.row(id).await.rev;
            w.expect(&w.tablet, op("posts", id, rev, &json!({ "content": format!("moved {turn}") })), Outcome::Applied)
                .await;
            turn += 1;
        }
    }
    let truth: BTreeMap<_, _> = w.rows().await.into_iter().map(|row| (row.id, row)).collect();
    assert_eq!(seen, truth);
    assert_eq!(cursor, w.head().await);
    let again = w.pull(cursor, limit).await.unwrap();
    assert!(again.rows.is_empty() && !again.more && again.cursor == cursor);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f60_a_page_is_bounded_by_its_bytes_too(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let long = "x".repeat(250_000);
    for _ in 0..20 {
        w.expect(&w.laptop, post(Uuid::now_v7(), &long), Outcome::Applied).await;
    }
    let page = w.pull(Token::START, 2_000).await.unwrap();
    assert!(page.more && page.rows.len() < 20, "{}", page.rows.len());
    let rest = w.pull(page.cursor, 2_000).await.unwrap();
    assert_eq!(page.rows.len() + rest.rows.len(), 20);
}
