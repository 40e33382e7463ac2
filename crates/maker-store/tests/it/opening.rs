//! Opening: brought to this version, or refused and left as it is.

use std::path::Path;

use maker_store::{Store, StoreError};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, Executor, SqliteConnection};

use crate::desk::{Desk, at};

/// What a newer version has in its list of migrations.
const NEWER: &str = "INSERT INTO _sqlx_migrations SELECT 9999, 'newer', installed_on, success, checksum, execution_time \
                     FROM _sqlx_migrations LIMIT 1";

async fn raw(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    SqliteConnection::connect_with(&options).await.unwrap()
}

async fn make(path: &Path, sql: &'static str) {
    let mut connection = raw(path).await;
    connection.execute(sql).await.unwrap();
    connection.close().await.unwrap();
}

async fn is_left_as_it_is(path: &Path) -> StoreError {
    let before = std::fs::read(path).unwrap();
    let error = Store::open(path, at(0)).await.unwrap_err();
    assert!(std::fs::read(path).unwrap() == before, "the file was touched: {error}");
    error
}

#[tokio::test]
async fn a_database_opens_again_with_what_was_written_and_the_same_maker() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    let maker = desk.store.local_maker().await.unwrap();
    desk.store.close().await;

    let again = Store::open(&desk.path, at(99)).await.unwrap();

    assert_eq!(again.drafts().await.unwrap()[0].id, draft);
    assert_eq!(again.local_maker().await.unwrap(), maker);
    again.check_integrity().await.unwrap();
}

#[tokio::test]
async fn two_windows_open_one_database_at_the_same_time() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    let other = Store::open(&desk.path, at(1)).await.unwrap();
    assert_eq!(other.draft(draft).await.unwrap().id, draft);
}

#[tokio::test(flavor = "multi_thread")]
async fn f69_programs_that_start_at_the_same_moment_on_a_new_folder_all_open() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("studio.db");
        let starts: Vec<_> = (0..6)
            .map(|_| {
                let path = path.clone();
                tokio::spawn(async move { Store::open(&path, at(0)).await })
            })
            .collect();
        let mut makers = Vec::new();
        for start in starts {
            makers.push(start.await.unwrap().unwrap().local_maker().await.unwrap());
        }
        makers.dedup();
        assert_eq!(makers.len(), 1, "one desk, one maker");
    }
}

#[tokio::test]
async fn f68_a_newer_versions_database_is_refused_and_left_byte_for_byte() {
    let desk = Desk::open().await;
    desk.draft().await;
    desk.store.close().await;
    make(&desk.path, "PRAGMA journal_mode=DELETE").await;
    make(&desk.path, NEWER).await;
    assert!(matches!(is_left_as_it_is(&desk.path).await, StoreError::Newer));
}

#[tokio::test]
async fn a_database_of_another_program_is_refused_and_left_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    for (name, sql) in [
        ("one-table", "CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('mine')"),
        ("two-tables", "CREATE TABLE a (x); CREATE TABLE b (x)"),
        ("a-view", "CREATE VIEW v AS SELECT 1"),
        ("of-another-kind", "PRAGMA application_id = 42"),
        ("of-another-kind-with-tables", "PRAGMA application_id = 42; CREATE TABLE users (id TEXT)"),
        (
            "by-the-same-library",
            "CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT, success BOOLEAN, checksum BLOB); \
             INSERT INTO _sqlx_migrations VALUES (20990101000000, 'theirs', 1, x'00'); CREATE TABLE theirs (x)",
        ),
    ] {
        let path = folder.path().join(name);
        make(&path, sql).await;
        let error = is_left_as_it_is(&path).await;
        assert!(matches!(error, StoreError::NotOurs(_)), "{name}: {error}");
        assert!(error.to_string().contains(name), "it is not named: {error}");
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    std::fs::write(&path, "Dear Amina, ".repeat(200)).unwrap();
    assert!(matches!(is_left_as_it_is(&path).await, StoreError::NotOurs(_)));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

/// A copy of the database as a program that was killed leaves it: with what it wrote last in the log beside it.
async fn with_its_log(original: &Path, sql: &'static str, copy: &Path) {
    let mut writer = raw(original).await;
    writer.execute("PRAGMA journal_mode=WAL").await.unwrap();
    writer.execute(sql).await.unwrap();
    for ending in ["", "-wal"] {
        std::fs::copy(format!("{}{ending}", original.display()), format!("{}{ending}", copy.display())).unwrap();
    }
    writer.close().await.unwrap();
}

#[tokio::test]
async fn f68_what_another_program_or_a_newer_version_left_in_its_log_stays_there() {
    let desk = Desk::open().await;
    let newer = desk.path.with_file_name("newer.db");
    with_its_log(&desk.path, NEWER, &newer).await;
    let foreign = desk.path.with_file_name("foreign.db");
    let made = "CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('mine')";
    with_its_log(&desk.path.with_file_name("original.db"), made, &foreign).await;
    for path in [&newer, &foreign] {
        let log = format!("{}-wal", path.display());
        let before = std::fs::read(&log).unwrap();
        assert!(!before.is_empty());
        let error = is_left_as_it_is(path).await;
        assert!(matches!(error, StoreError::Newer | StoreError::NotOurs(_)), "{error}");
        assert!(std::fs::read(&log).is_ok_and(|after| after == before), "the log was folded: {error}");
    }
}

#[tokio::test]
async fn a_start_that_was_killed_before_its_first_migration_is_made_good_by_the_next() {
    let folder = tempfile::tempdir().unwrap();
    for (name, sql) in [
        ("nothing-yet", None),
        ("a-header", Some("PRAGMA journal_mode=WAL; CREATE TABLE x (y); DROP TABLE x")),
        (
            "the-list-of-migrations",
            Some(
                "CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL, \
                 installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL, \
                 checksum BLOB NOT NULL, execution_time BIGINT NOT NULL)",
            ),
        ),
    ] {
        let path = folder.path().join(name);
        match sql {
            Some(sql) => make(&path, sql).await,
            None => std::fs::write(&path, b"").unwrap(),
        }
        let store = Store::open(&path, at(0)).await.unwrap_or_else(|error| panic!("{name}: {error}"));
        store.local_maker().await.unwrap();
    }
}
