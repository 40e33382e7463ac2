//! What both engines promise to whoever writes SQL on top of them.

use std::time::{Duration, Instant};

use maker_server::db::{Database, DbError, sql};
use maker_server::transaction;
use rstest::rstest;

use crate::engines::On::{Postgres, Sqlite};
use crate::engines::{On, Place};

async fn with_counters(place: &Place) -> Database {
    let database = place.migrated().await;
    transaction!(database, |tx| {
        sql("CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, n BIGINT, share DOUBLE PRECISION, on_off BOOLEAN)")
            .run(tx)
            .await?;
        sql("INSERT INTO counters (name, n) VALUES ('a', 0), ('b', 0)").run(tx).await?;
        Ok::<_, DbError>(())
    })
    .unwrap();
    database
}

async fn count(database: &Database, name: &str) -> i64 {
    let mut reader = database.reader().await.unwrap();
    sql("SELECT n FROM counters WHERE name = $1").bind(name).one::<(i64,)>(&mut reader).await.unwrap().0
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_portable_type_and_its_absence_comes_back_as_it_was(#[values(Sqlite, Postgres)] on: On) {
    type Line = (String, Option<i64>, Option<f64>, Option<bool>);
    let place = Place::empty(on);
    let database = with_counters(&place).await;
    let lines: [Line; 2] = [
        ("it's \"%_\" 'DROP TABLE counters;--".to_owned(), Some(i64::MAX), Some(-0.1), Some(true)),
        ("ключ 🗝".to_owned(), None, None, None),
    ];
    transaction!(database, |tx| {
        for (name, n, share, on_off) in lines.clone() {
            let insert = sql("INSERT INTO counters (name, n, share, on_off) VALUES ($1, $2, $3, $4)");
            assert_eq!(insert.bind(name).bind(n).bind(share).bind(on_off).run(tx).await?, 1);
        }
        Ok::<_, DbError>(())
    })
    .unwrap();
    let mut reader = database.reader().await.unwrap();
    for line in lines {
        let by_name = sql("SELECT name, n, share, on_off FROM counters WHERE name = $1").bind(&line.0);
        assert_eq!(by_name.all::<Line>(&mut reader).await.unwrap(), [line]);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_and_a_placeholder_that_is_used_twice_work_on_both(#[values(Sqlite, Postgres)] on: On) {
    let place = Place::empty(on);
    let database = with_counters(&place).await;
    let mut reader = database.snapshot().await.unwrap();
    for (list, found) in [(vec!["b", "x", "a"], 2_i64), (vec![], 0), (vec!["x') OR (1=1"], 0)] {
        let names: Vec<String> = list.into_iter().map(str::to_owned).collect();
        let counted = sql("SELECT count(*) FROM counters WHERE name = ANY($2) AND ($1 = 'on' OR $1 = 'off')");
        assert_eq!(counted.bind("on").bind(names).one::<(i64,)>(&mut reader).await.unwrap(), (found,));
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_ends_in_an_error_has_not_happened(#[values(Sqlite, Postgres)] on: On) {
    let place = Place::empty(on);
    let database = with_counters(&place).await;
    let ended: Result<(), DbError> = transaction!(database, |tx| {
        sql("UPDATE counters SET n = 7").run(tx).await?;
        sql("INSERT INTO counters (name, n) VALUES ('a', 1)").run(tx).await?;
        Ok(())
    });
    assert!(matches!(ended, Err(DbError::Taken(_))), "{ended:?}");
    assert_eq!(count(&database, "a").await, 0);
    let mut dropped = database.begin().await.unwrap();
    sql("UPDATE counters SET n = 8").run(&mut dropped).await.unwrap();
    drop(dropped);
    assert_eq!(count(&database, "a").await, 0);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f69_writers_at_once_wait_for_each_other_and_none_of_them_is_lost(#[values(Sqlite, Postgres)] on: On) {
    let place = Place::empty(on);
    // Two instances, as two processes would have.
    let (one, other) = (with_counters(&place).await, place.open().await);
    let writers = (0..16).map(|number| {
        let database = if number % 2 == 0 { one.clone() } else { other.clone() };
        tokio::spawn(async move {
            for _ in 0..10 {
                transaction!(database, |tx| {
                    let locked = sql("SELECT n FROM counters WHERE name = $1 FOR UPDATE").bind("a");
                    let (n,) = locked.one::<(i64,)>(tx).await?;
                    tokio::task::yield_now().await;
                    sql("UPDATE counters SET n = $1 WHERE name = 'a'").bind(n + 1).run(tx).await?;
                    Ok::<_, DbError>(())
                })
                .unwrap();
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    assert_eq!(count(&one, "a").await, 160);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_that_wait_for_each_other_are_parted_and_both_end_well() {
    let place = Place::empty(Postgres);
    let database = with_counters(&place).await;
    let barrier = std::sync::Arc::new(tokio::sync::Barrier::new(2));
    let both = [("a", "b"), ("b", "a")].map(|(first, second)| {
        let (database, barrier) = (database.clone(), barrier.clone());
        tokio::spawn(async move {
            let mut tries = 0;
            transaction!(database, |tx| {
                tries += 1;
                let add = || sql("UPDATE counters SET n = n + 1 WHERE name = $1");
                add().bind(first).run(tx).await?;
                if tries == 1 {
                    barrier.wait().await;
                }
                add().bind(second).run(tx).await?;
                Ok::<_, DbError>(())
            })
            .unwrap();
            tries
        })
    });
    let [one, other] = both;
    assert!(one.await.unwrap() + other.await.unwrap() > 2, "there was a deadlock to get out of");
    assert_eq!((count(&database, "a").await, count(&database, "b").await), (2, 2));
}

/// A client that hangs up drops its request wherever that is, also between BEGIN and the answer to it.
#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_transaction_that_nobody_waits_for_any_more_leaves_its_connection_clean(#[values(Sqlite, Postgres)] on: On) {
    let place = Place::empty(on);
    let database = with_counters(&place).await;
    for round in 0..200 {
        assert_eq!(count(&database, "a").await, round);
        let (begun, patience) = (Instant::now(), Duration::from_micros(5 * round.unsigned_abs()));
        tokio::select! {
            _ = database.snapshot() => {}
            () = async { while begun.elapsed() < patience { tokio::task::yield_now().await } } => {}
        }
        assert_eq!(count(&database, "a").await, round);
        transaction!(database, |tx| { sql_add(tx).await }).unwrap();
    }
    assert_eq!(count(&place.open().await, "a").await, 200, "another instance sees it all");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_snapshot_stays_as_it_was_and_nothing_is_written_through_readers(#[values(Sqlite, Postgres)] on: On) {
    let place = Place::empty(on);
    let database = with_counters(&place).await;
    let mut moment = database.snapshot().await.unwrap();
    let look = || sql("SELECT n FROM counters WHERE name = 'a'");
    assert_eq!(look().one::<(i64,)>(&mut moment).await.unwrap(), (0,));
    transaction!(database, |tx| { sql_add(tx).await }).unwrap();
    assert_eq!(look().one::<(i64,)>(&mut moment).await.unwrap(), (0,));
    assert_eq!(count(&database, "a").await, 1);
    let write = sql("UPDATE counters SET n = 9 RETURNING n").optional::<(i64,)>(&mut moment).await;
    assert!(write.is_err());
    drop(moment);
    assert_eq!(count(&database, "a").await, 1);
}

async fn sql_add(tx: &mut maker_server::db::Tx) -> Result<u64, DbError> {
    sql("UPDATE counters SET n = n + 1").run(tx).await
}

#[tokio::test]
async fn a_postgres_that_dies_is_unavailable_and_is_used_again_when_it_is_back() {
    let place = Place::alone(Postgres);
    let database = with_counters(&place).await;
    let server = &place.postgres.as_ref().unwrap().server;
    transaction!(database, |tx| { sql_add(tx).await }).unwrap();
    server.kill();
    let gone: Result<u64, DbError> = transaction!(database, |tx| { sql_add(tx).await });
    assert!(matches!(gone, Err(DbError::Unavailable(_))), "{gone:?}");
    server.start_again();
    transaction!(database, |tx| { sql_add(tx).await }).unwrap();
    assert_eq!(count(&database, "a").await, 2, "what was answered with yes is there");
}

#[cfg(unix)]
#[tokio::test]
async fn f45_the_file_is_its_owners_only() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::empty(Sqlite);
    let _database = with_counters(&place).await;
    for file in std::fs::read_dir(place.folder.path()).unwrap() {
        let file = file.unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{}", file.path().display());
    }
}
