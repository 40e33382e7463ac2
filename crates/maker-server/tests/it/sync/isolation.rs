//! Workspaces that share a database share nothing else.

use std::sync::Arc;
use std::time::Duration;

use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{Outcome, Pull, Push, SCHEMA};
use maker_server::db::{Database, sql};
use maker_server::sync::{self, Hints, SyncError};
use maker_server::transaction;
use rstest::rstest;
use serde_json::json;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::workspace::{Workspace, make_workspace, op, post};
use crate::engines::On::{self, Postgres, Sqlite};

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f59_ids_of_another_workspace_are_as_good_as_made_up(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let (secret, other) = (Uuid::now_v7(), Uuid::now_v7());
    let made = post(secret, "secret");
    w.expect(&w.laptop, made.clone(), Outcome::Applied).await;
    make_workspace(&w.database, other, Uuid::now_v7()).await;
    let there = |id: Uuid| (id, Push { now: w.now, seen: Token::START, schema: SCHEMA, ops: vec![] });
    // A foreign row's id and one of nobody end the same, and so does a foreign op's id.
    for row in [secret, Uuid::now_v7()] {
        let (_, mut push) = there(other);
        push.ops = vec![
            op("posts", row, 1, &json!({ "content": "mine now" })),
            op("posts", row, 1, &json!({ "_deleted": true })),
        ];
        let pushed = sync::push(&w.database, other, &w.laptop, &push, &w.limits, w.now).await.unwrap();
        assert!(pushed.results.iter().all(|result| result.outcome == Outcome::NeedFull), "{pushed:?}");
        let versions = sync::versions(&w.database, other, "posts", row, None).await;
        assert!(matches!(versions, Err(SyncError::NoRow)));
    }
    let (_, mut push) = there(other);
    push.ops = vec![made];
    let pushed = sync::push(&w.database, other, &w.laptop, &push, &w.limits, w.now).await.unwrap();
    assert_eq!((&pushed.results[0].outcome, pushed.head.seq), (&Outcome::Applied, 1), "its own row of that id");
    push.ops = vec![op("posts", secret, 1, &json!({ "content": "changed" }))];
    sync::push(&w.database, other, &w.laptop, &push, &w.limits, w.now).await.unwrap();
    assert_eq!(w.row(secret).await.f["content"], json!("secret"));
    let cursor = w.expect(&w.laptop, post(Uuid::now_v7(), "another"), Outcome::Applied).await;
    let pull = Pull { cursor, seen: cursor, limit: 10, schema: SCHEMA };
    let foreign = sync::pull(&w.database, other, &pull, w.now).await;
    assert!(matches!(foreign, Err(SyncError::Diverged)), "a foreign cursor opens nothing: {foreign:?}");
    let nowhere = sync::push(&w.database, Uuid::now_v7(), &w.laptop, &push, &w.limits, w.now).await;
    assert!(matches!(nowhere, Err(SyncError::NoWorkspace)));
}

/// A role that may do everything but look past the rule, as an operator's should be.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f59_postgres_shows_a_transaction_nothing_of_another_workspace_even_where_a_statement_forgets_to_ask() {
    let w = Workspace::new(Postgres).await;
    let (row, other) = (Uuid::now_v7(), Uuid::now_v7());
    w.expect(&w.laptop, post(row, "secret"), Outcome::Applied).await;
    make_workspace(&w.database, other, Uuid::now_v7()).await;
    let place = w.place.postgres.as_ref().unwrap();
    let role = format!("r{}", row.simple());
    place.sql(&format!("CREATE ROLE {role} LOGIN; GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}"));
    let address = place.url.replace("studio@", &format!("{role}@"));
    let database = Database::open(&address.parse().unwrap()).await.unwrap();
    for (tenant, expected) in [(other, 0), (w.id, 1)] {
        let seen = transaction!(database, |tx| {
            sql("SELECT set_config('app.tenant', $1, true)").bind(tenant).one::<(String,)>(tx).await?;
            let posts = sql("SELECT count(*) FROM posts").one::<(i64,)>(tx).await?.0;
            let rows = sql("SELECT count(*) FROM sync_row").one::<(i64,)>(tx).await?.0;
            let changed = sql("UPDATE posts SET content = content").run(tx).await?;
            Ok::<_, maker_server::db::DbError>((posts, rows, changed as i64))
        });
        assert_eq!(seen.unwrap(), (expected, expected, expected));
    }
    let pull = Pull { cursor: Token::START, seen: Token::START, limit: 10, schema: SCHEMA };
    assert_eq!(sync::pull(&database, w.id, &pull, w.now).await.unwrap().rows.len(), 1, "and its own it sees");
    let push = Push { now: w.now, seen: Token::START, schema: SCHEMA, ops: vec![post(Uuid::now_v7(), "more")] };
    let pushed = sync::push(&database, w.id, &w.laptop, &push, &w.limits, w.now).await.unwrap();
    assert_eq!(pushed.results[0].outcome, Outcome::Applied);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_instance_hears_of_a_change_by_looking(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let there = w.place.open().await;
    let (hints, stopping) = (Arc::new(Hints::default()), CancellationToken::new());
    let mut listener = hints.listen(w.id, Uuid::now_v7()).unwrap();
    let following = {
        let (hints, stopping) = (Arc::clone(&hints), stopping.clone());
        tokio::spawn(async move { hints.follow(&there, stopping).await })
    };
    for seq in 1..=3 {
        w.expect(&w.laptop, post(Uuid::now_v7(), "x"), Outcome::Applied).await;
        let heard = tokio::time::timeout(Duration::from_secs(20), listener.next()).await;
        assert_eq!(heard.unwrap(), seq);
    }
    stopping.cancel();
    following.await.unwrap();
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_schema_that_is_too_old_is_told_to_upgrade_before_anything_is_touched(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    let push = Push { now: w.now, seen: Token::START, schema: 0, ops: vec![post(Uuid::now_v7(), "x")] };
    let pushed = sync::push(&w.database, w.id, &w.laptop, &push, &w.limits, w.now).await;
    assert!(matches!(pushed, Err(SyncError::Schema(0))));
    let pull = Pull { cursor: Token::START, seen: Token::START, limit: 10, schema: 0 };
    assert!(matches!(sync::pull(&w.database, w.id, &pull, w.now).await, Err(SyncError::Schema(0))));
    assert_eq!(w.head().await, Token::START);
}
