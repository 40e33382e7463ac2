//! What is not an older backend's is left as it is, and what hardly is one is brought forward as well.

use maker_harness::Postgres;

use super::world::Older;
use super::{done, err, migrate, told};
use crate::programs::server_on;

/// A database with these tables.
fn with(tables: &str) -> Older {
    let older = Older { database: Postgres::shared().fresh_database(), videos: 0 };
    older.database.sql(tables);
    older
}

#[test]
fn f68_somebody_elses_database_is_refused_with_a_clear_word_and_left_as_it_is() {
    let old = "CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT); \
               CREATE TABLE posts (id TEXT PRIMARY KEY, user_id TEXT, content TEXT); \
               CREATE TABLE videos (id TEXT PRIMARY KEY, user_id TEXT, video_url TEXT);";
    for (tables, word) in [
        ("CREATE TABLE theirs (a TEXT); INSERT INTO theirs VALUES ('x')".to_owned(), "name an empty one"),
        (format!("{old} ALTER TABLE videos ADD platform TEXT"), "name an empty one"),
        (format!("{old} CREATE TABLE services (id TEXT)"), "name an empty one"),
        (format!("{old} CREATE SCHEMA before"), "rename it"),
    ] {
        let theirs = with(&tables);
        let before = theirs.dump();
        for arguments in [&["--dry-run"][..], &[]] {
            let refused = migrate(&theirs).args(arguments).output().unwrap();
            assert!(!refused.status.success() && err(&refused).contains(word), "{tables}: {}", err(&refused));
        }
        let refused = server_on(&theirs.database.url).output().unwrap();
        assert!(!refused.status.success(), "{tables}");
        assert_eq!(theirs.dump(), before, "{tables}");
    }
    let older = with(old);
    let refused = server_on(&older.database.url).output().unwrap();
    assert!(err(&refused).contains("maker-server migrate --dry-run"), "{}", err(&refused));
}

#[test]
fn the_least_that_an_older_database_can_be_is_brought_forward_whatever_its_ids_are() {
    let least = with(
        "CREATE TABLE users (id SERIAL PRIMARY KEY, email TEXT); \
         CREATE TABLE posts (id BIGSERIAL PRIMARY KEY, user_id INTEGER, content TEXT, updated_at TIMESTAMPTZ); \
         CREATE TABLE videos (id UUID PRIMARY KEY, user_id INTEGER, video_url TEXT, duration NUMERIC, created_at TIMESTAMPTZ); \
         INSERT INTO users (email) VALUES ('a@old.example'), (NULL); \
         INSERT INTO posts (user_id, content, updated_at) VALUES (1, NULL, 'infinity'), (9, 'x', now()), (2, repeat('x', 300000), now()); \
         INSERT INTO videos VALUES ('00000000-0000-4000-8000-000000000001', 1, 'https://youtu.be/a', 12.5, '2024-01-02T03:04:05.678+02'), \
             ('00000000-0000-4000-8000-000000000002', 1, 'https://youtu.be/b', 'NaN', '0044-03-15 BC'), \
             ('00000000-0000-4000-8000-000000000003', NULL, 'https://youtu.be/c', NULL, NULL);",
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rows.txt");
    let dry = done(migrate(&least).args(["--dry-run", "--json"]));
    let words = done(migrate(&least).arg("--rows").arg(&file));
    let rows = std::fs::read_to_string(file).unwrap();
    assert!(words.contains("4 lines about single rows are in"), "{words}");
    for line in
        ["posts \"2\" \"x\": its user is not there", "its user is not there", "is longer than 256 KiB", "no address"]
    {
        assert!(rows.contains(line), "{rows}");
    }
    assert!(!words.contains("posts \"2\""), "{words}");
    let counts = told(&dry).0;
    assert_eq!((counts["videos placed"], counts["posts placed"], counts["accounts"]), (2, 1, 2));
    let videos = "SELECT id, url, type, created_at FROM videos ORDER BY id";
    let lines: Vec<_> = least.database.sql(videos).lines().map(str::to_owned).collect();
    assert_eq!(lines[0], "00000000-0000-4000-8000-000000000001|https://youtu.be/a|SHORT|2024-01-02 01:04:05.678");
    assert!(lines[1].contains("|https://youtu.be/b|LONG|2"), "{lines:?}");
}
