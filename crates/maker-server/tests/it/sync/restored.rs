//! A backend that came back from a backup says so at first contact.

use maker_domain::sync::token::{Chain, Token};
use maker_domain::sync::wire::{FindAncestor, Outcome, Pull, SCHEMA};
use maker_server::sync::{self, SyncError};
use rstest::rstest;
use uuid::Uuid;

use super::workspace::{Workspace, post};
use crate::engines::On::{self, Postgres, Sqlite};

/// Takes the last change back as a restored backup would.
async fn lose_everything_after(w: &Workspace, seq: i64) {
    let mut tx = w.database.begin().await.unwrap();
    for statement in [
        "DELETE FROM sync_changeset WHERE seq > $1",
        "DELETE FROM posts WHERE id IN (SELECT row_id FROM sync_row WHERE rev > $1)",
        "DELETE FROM sync_row WHERE rev > $1",
        "UPDATE sync_head SET head = $1, chain = (SELECT c.chain FROM sync_changeset c WHERE c.seq = $1)",
    ] {
        maker_server::db::sql(statement).bind(seq).run(&mut tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_tail_is_noticed_by_push_and_pull_before_anything_is_touched_and_the_ancestor_is_found(
    #[values(Sqlite, Postgres)] on: On,
) {
    let w = Workspace::new(on).await;
    let mut moments = vec![Token::START];
    for n in 0..5 {
        moments.push(w.expect(&w.laptop, post(Uuid::now_v7(), &n.to_string()), Outcome::Applied).await);
    }
    lose_everything_after(&w, 3).await;
    let seen = moments[5];
    let refused = w.push(&w.laptop, seen, w.now, vec![post(Uuid::now_v7(), "x")]).await;
    assert!(matches!(refused, Err(SyncError::Diverged)), "{refused:?}");
    assert_eq!(w.rows().await.len(), 3);
    assert!(matches!(w.pull(seen, 10).await, Err(SyncError::Diverged)));
    // Acknowledged and not yet pulled: the cursor is from before the loss, what was seen is not.
    let pull = Pull { cursor: moments[2], seen, limit: 10, schema: SCHEMA };
    assert!(matches!(sync::pull(&w.database, w.id, &pull, w.now).await, Err(SyncError::Diverged)));
    let asked = FindAncestor { checkpoints: moments.clone() };
    assert_eq!(sync::ancestor(&w.database, w.id, &asked).await.unwrap().token, moments[3]);
    // A new timeline that is longer than the old one is told from it as well.
    for n in 0..4 {
        w.expect(&w.tablet, post(Uuid::now_v7(), &n.to_string()), Outcome::Applied).await;
    }
    assert!(matches!(w.pull(seen, 10).await, Err(SyncError::Diverged)));
    assert_eq!(sync::ancestor(&w.database, w.id, &asked).await.unwrap().token, moments[3]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_nobody_gave_out_is_no_way_in(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    w.expect(&w.laptop, post(Uuid::now_v7(), "x"), Outcome::Applied).await;
    for token in [
        Token { seq: 1, chain: Chain([7; 16]) },
        Token { seq: 0, chain: Chain([7; 16]) },
        Token { seq: u64::MAX, chain: Chain::default() },
        Token { seq: 2, chain: w.head().await.chain },
    ] {
        assert!(matches!(w.pull(token, 10).await, Err(SyncError::Diverged)), "{token:?}");
        assert!(matches!(w.push(&w.laptop, token, w.now, vec![]).await, Err(SyncError::Diverged)), "{token:?}");
    }
    let many = FindAncestor { checkpoints: vec![Token::START; 501] };
    assert!(matches!(sync::ancestor(&w.database, w.id, &many).await, Err(SyncError::Bounds(_))));
}
