//! Bringing a database to this version, as the operator does it, and refusing what is not ours.

use std::process::{Command, Output};

use maker_server::db::{DbError, MigrateError, sql};
use maker_server::transaction;
use rstest::rstest;
use sqlx::{ConnectOptions, Connection};

use crate::engines::On::{Postgres, Sqlite};
use crate::engines::{On, Place};

fn maker_server(arguments: &[&str], address: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_maker-server"));
    command.args(arguments).env("MAKER_SERVER_DATABASE", address).env("RUST_LOG", "warn").output().unwrap()
}

fn text(output: &[u8]) -> String {
    String::from_utf8_lossy(output).into_owned()
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn migrate_tells_first_does_it_once_and_then_has_nothing_to_do(#[values(Sqlite, Postgres)] on: On) {
    let place = Place::empty(on);
    for _ in 0..2 {
        let told = maker_server(&["migrate", "--dry-run"], &place.address);
        assert!(told.status.success(), "{}", text(&told.stderr));
        assert!(text(&told.stdout).starts_with("would run 0001 accounts\n"), "{}", text(&told.stdout));
    }
    let done = maker_server(&["migrate"], &place.address);
    assert!(done.status.success(), "{}", text(&done.stderr));
    assert!(text(&done.stdout).starts_with("ran 0001 accounts\n"), "{}", text(&done.stdout));
    for arguments in [&["migrate"][..], &["migrate", "--dry-run"]] {
        let again = maker_server(arguments, &place.address);
        assert_eq!(text(&again.stdout), "nothing to do: the database is at this version\n");
    }
    place.open().await.ready_to_serve().await.unwrap();
}

#[tokio::test]
async fn serving_brings_a_file_up_by_itself_and_refuses_a_postgres_that_is_behind_by_naming_the_command() {
    let file = Place::empty(Sqlite);
    file.open().await.ready_to_serve().await.unwrap();
    assert_eq!(file.open().await.pending().await.unwrap(), []);

    let place = Place::empty(Postgres);
    let refused = maker_server(&["--listen", "127.0.0.1:0"], &place.address);
    assert!(!refused.status.success());
    assert!(text(&refused.stderr).contains("maker-server migrate"), "{}", text(&refused.stderr));
    assert_eq!(place.postgres.unwrap().sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").trim(), "0");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f68_a_newer_database_is_refused_and_left_as_it_is(#[values(Sqlite, Postgres)] on: On) {
    let place = Place::empty(on);
    let database = place.migrated().await;
    transaction!(database, |tx| {
        let later = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                     SELECT 9999, 'later', success, checksum, 0 FROM _sqlx_migrations WHERE version = 1";
        sql(later).run(tx).await?;
        Ok::<_, DbError>(())
    })
    .unwrap();
    for outcome in [database.pending().await, database.migrate().await] {
        assert!(matches!(outcome, Err(MigrateError::Newer)), "{outcome:?}");
    }
    assert!(matches!(database.ready_to_serve().await, Err(MigrateError::Newer)));
    let said = maker_server(&["migrate"], &place.address);
    assert!(!said.status.success() && text(&said.stderr).contains("newer"), "{}", text(&said.stderr));
}

#[tokio::test]
async fn f68_somebody_elses_file_is_refused_byte_for_byte() {
    let place = Place::empty(Sqlite);
    let path = place.folder.path().join("server.db");
    let theirs = sqlx::sqlite::SqliteConnectOptions::new().filename(&path).create_if_missing(true);
    let mut theirs = theirs.connect().await.unwrap();
    sqlx::query("CREATE TABLE theirs (a TEXT)").execute(&mut theirs).await.unwrap();
    theirs.close().await.unwrap();
    let before = std::fs::read(&path).unwrap();
    for arguments in [&["migrate"][..], &["--listen", "127.0.0.1:0"]] {
        let refused = maker_server(arguments, &place.address);
        assert!(text(&refused.stderr).contains("name another one"), "{}", text(&refused.stderr));
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }

    std::fs::write(&path, "not a database at all, but long enough to have a header of its own ....".repeat(9)).unwrap();
    let refused = maker_server(&["--listen", "127.0.0.1:0"], &place.address);
    assert!(!refused.status.success());
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_migrate_at_once_wait_for_each_other(#[values(Sqlite, Postgres)] on: On) {
    let place = Place::empty(on);
    let (one, other) = (place.open().await, place.open().await);
    let both = [one, other].map(|database| tokio::spawn(async move { database.migrate().await.map(|_| ()) }));
    for done in both {
        done.await.unwrap().unwrap();
    }
}

#[test]
fn an_address_that_is_none_is_refused_with_the_forms_there_are_and_a_password_is_not_shown() {
    let refused = maker_server(&["migrate"], "mysql://x");
    assert!(text(&refused.stderr).contains("sqlite:FILE"), "{}", text(&refused.stderr));
    let away = maker_server(&["migrate"], "postgres://studio:hush-word@127.0.0.1:1/x");
    assert!(!away.status.success() && !text(&away.stderr).contains("hush-word"), "{}", text(&away.stderr));
}
