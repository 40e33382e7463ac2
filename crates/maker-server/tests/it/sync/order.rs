//! Numbers are dense and become visible in the order of their commits, so that a reader who follows them misses nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{Pull, Push, SCHEMA};
use maker_server::db::{Database, sql};
use maker_server::sync;
use rstest::rstest;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::workspace::{Workspace, post};
use crate::engines::On::{self, Postgres, Sqlite};
use crate::engines::Place;

const WRITERS: usize = 8;
const EACH: usize = 40;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_writers_leave_no_gap_and_a_tailing_reader_misses_nothing(#[values(Sqlite, Postgres)] on: On) {
    let w = Arc::new(Workspace::new(on).await);
    let mut writers = JoinSet::new();
    for n in 0..WRITERS {
        let w = Arc::clone(&w);
        // Instances share a database and nothing else: every other writer has a pool of its own.
        let database = if n % 2 == 0 { w.database.clone() } else { w.place.open().await };
        writers.spawn(async move {
            for _ in 0..EACH {
                let ops = vec![post(Uuid::now_v7(), "x")];
                let push = Push { now: w.now, seen: Token::START, schema: SCHEMA, ops };
                let pushed = sync::push(&database, w.id, &w.laptop, &push, &w.limits, w.now).await.unwrap();
                assert!(pushed.results[0].at.is_some());
            }
        });
    }
    let (mut cursor, mut revs) = (Token::START, Vec::new());
    while revs.len() < WRITERS * EACH {
        let pull = Pull { cursor, seen: cursor, limit: 3, schema: SCHEMA };
        let page = sync::pull(&w.database, w.id, &pull, w.now).await.unwrap();
        revs.extend(page.rows.iter().map(|row| row.rev));
        cursor = page.cursor;
        if !page.more && writers.is_empty() {
            break;
        }
        while writers.try_join_next().is_some_and(|done| done.is_ok()) {}
    }
    let expected: Vec<_> = (1..=(WRITERS * EACH) as u64).collect();
    assert_eq!(revs, expected, "every number once, in order, none missed");
    assert_eq!(w.count("SELECT count(*) FROM sync_changeset").await, expected.len() as i64);
}

/// The control: what the promise above would catch. Numbers from a sequence are taken before the commit, so that a reader
/// who follows them moves past one that is not there yet.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn with_a_plain_sequence_the_same_reader_misses_changes() {
    let place = Place::empty(Postgres);
    let database = place.open().await;
    let postgres = place.postgres.as_ref().unwrap();
    postgres.sql("CREATE SEQUENCE numbers; CREATE TABLE changes (n BIGINT PRIMARY KEY DEFAULT nextval('numbers'))");
    let mut first = database.begin().await.unwrap();
    let taken = |tx| sql("INSERT INTO changes DEFAULT VALUES RETURNING n").one::<(i64,)>(tx);
    assert_eq!(taken(&mut first).await.unwrap().0, 1);
    let mut second = database.begin().await.unwrap();
    assert_eq!(taken(&mut second).await.unwrap().0, 2);
    second.commit().await.unwrap();
    let mut seen = tail(&database, 0).await;
    first.commit().await.unwrap();
    seen.extend(tail(&database, *seen.last().unwrap()).await);
    assert_eq!(seen, BTreeSet::from([2]), "number 1 is never told");
}

async fn tail(database: &Database, after: i64) -> BTreeSet<i64> {
    let mut reader = database.reader().await.unwrap();
    let rows = sql("SELECT n FROM changes WHERE n > $1").bind(after).all::<(i64,)>(&mut reader).await.unwrap();
    rows.into_iter().map(|(n,)| n).collect()
}
