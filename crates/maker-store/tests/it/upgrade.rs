//! f68: a database of the version before opens with everything that was in it, and a start that is killed in the middle
//! leaves it as it was.

use std::path::Path;

use maker_domain::Platform;
use maker_domain::delivery::DeliveryState;
use maker_domain::image::ImageName;
use maker_store::Store;
use maker_store::audit::Checked;
use sqlx::migrate::{Migration, Migrator};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, Executor, SqliteConnection};

use crate::desk::{Desk, add_draft, at, fields, publish};

/// The log of uses as it was without numbers and hashes.
const AUDIT_LOG_BEFORE: &str = "
CREATE TABLE before (
  id TEXT PRIMARY KEY NOT NULL, at INTEGER NOT NULL, platform TEXT NOT NULL, account TEXT,
  action TEXT NOT NULL CHECK (action IN ('CONNECT', 'REFRESH', 'UPLOAD', 'READ', 'REVOKE')), scope TEXT, outcome TEXT NOT NULL, subject TEXT
) STRICT;
INSERT INTO before SELECT id, at, platform, account, action, scope, outcome, subject FROM audit_log ORDER BY n;
DROP TABLE audit_log;
ALTER TABLE before RENAME TO audit_log;
CREATE INDEX audit_log_at ON audit_log (at);
CREATE TRIGGER audit_log_is_never_changed BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log is append only'); END;
CREATE TRIGGER audit_log_is_never_shortened BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log is append only'); END;";

/// Takes everything of this version out of a database again, as the version before has left it.
async fn as_it_was(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path).foreign_keys(false);
    let mut db = SqliteConnection::connect_with(&options).await.unwrap();
    let made: Vec<(String, String)> = sqlx::query_as(
        "SELECT type, name FROM sqlite_master WHERE (type = 'trigger' AND (name LIKE 'sync_%' OR name LIKE 'library_%')) OR (type = 'view' AND (name LIKE 'library_%' OR name = 'images_in_use')) \
           OR (type = 'index' AND name IN ('publications_file', 'audit_log_subject')) OR (type = 'table' AND \
           (name LIKE 'sync_%' OR name IN ('services', 'social_links', 'posts', 'post_media', 'video_stats', 'post_stats', 'comments', 'video_looks', 'video_numbers', 'images', 'post_bin', 'draft_steps', 'library', 'library_text', 'library_words', 'snippets', 'presets', 'taken_back'))) \
         ORDER BY type = 'trigger' DESC, type DESC",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    assert!(made.len() > 30, "{made:?}");
    for (kind, name) in made {
        db.execute(sqlx::AssertSqlSafe(format!("DROP {kind} {name}"))).await.unwrap();
    }
    db.execute("ALTER TABLE revisions DROP COLUMN elsewhere").await.unwrap();
    db.execute("ALTER TABLE makers DROP COLUMN picture").await.unwrap();
    db.execute(AUDIT_LOG_BEFORE).await.unwrap();
    for index in ["deliveries_restored", "deliveries_day", "drafts_day", "drafts_youtube_day", "drafts_tiktok_day"] {
        db.execute(sqlx::AssertSqlSafe(format!("DROP INDEX {index}"))).await.unwrap();
    }
    for column in ["scheduled_at", "wall", "begun_at", "restored_at"] {
        db.execute(sqlx::AssertSqlSafe(format!("ALTER TABLE deliveries DROP COLUMN {column}"))).await.unwrap();
    }
    db.execute("DELETE FROM _sqlx_migrations WHERE version >= 3").await.unwrap();
    db
}

#[tokio::test]
async fn f68_a_database_of_the_version_before_opens_and_nothing_is_lost() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    desk.store.save_draft(draft, &fields("Ash chair"), at(100)).await.unwrap();
    let published = add_draft(&desk.store, "Oak table").await;
    let deliveries = publish(&desk.store, published, &[Platform::Youtube, Platform::Tiktok]).await;
    desk.store.open_session(deliveries[0], &crate::desk::session()).await.unwrap();
    let log = desk.store.audit_entries(9).await.unwrap();
    let before = (
        desk.store.drafts().await.unwrap(),
        desk.store.versions(draft, None, 9).await.unwrap(),
        desk.store.deliveries().await.unwrap(),
        desk.store.session(deliveries[0]).await.unwrap(),
        desk.store.local_maker().await.unwrap(),
    );
    desk.store.close().await;
    as_it_was(&desk.path).await.close().await.unwrap();

    let store = Store::open(&desk.path, at(200)).await.unwrap();
    let after = (
        store.drafts().await.unwrap(),
        store.versions(draft, None, 9).await.unwrap(),
        store.deliveries().await.unwrap(),
        store.session(deliveries[0]).await.unwrap(),
        store.local_maker().await.unwrap(),
    );
    assert_eq!(after, before);
    assert_eq!(after.2[0].state, DeliveryState::queued());
    store.check_integrity().await.unwrap();
    assert_eq!((store.audit_entries(9).await.unwrap(), log.len()), (log, 1));
    let checked = store.check_activity(Checked::default()).await.unwrap();
    assert_eq!((checked.entries, checked.broken), (1, None), "what was logged before is chained, too");
    assert_eq!(store.sync_record().await.unwrap().workspace, None);
}

#[tokio::test]
async fn f68_a_migration_that_is_broken_off_leaves_the_database_as_it_was() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    desk.store.close().await;
    let mut db = as_it_was(&desk.path).await;
    let count = "SELECT count(*) FROM sqlite_master";
    let before: i64 = sqlx::query_scalar(count).fetch_one(&mut db).await.unwrap();
    let ours = sqlx::migrate!("../../migrations/desktop");
    {
        // What the start does, up to the moment before it is committed.
        let mut tx = db.begin_with("BEGIN IMMEDIATE").await.unwrap();
        let all: Vec<Migration> = ours.iter().cloned().collect();
        Migrator { migrations: all.into(), ..Migrator::DEFAULT }.run_direct(None, &mut *tx, false).await.unwrap();
        let within: i64 = sqlx::query_scalar(count).fetch_one(&mut *tx).await.unwrap();
        assert!(within > before);
    }
    let after: i64 = sqlx::query_scalar(count).fetch_one(&mut db).await.unwrap();
    assert_eq!(after, before);
    db.close().await.unwrap();
    let store = Store::open(&desk.path, at(1)).await.unwrap();
    assert_eq!(store.draft(draft).await.unwrap().fields.title, "Oak chair");
}

#[tokio::test]
async fn p01_a_picture_that_a_newer_device_has_chosen_is_there_after_the_update_and_is_not_taken_away() {
    let desk = Desk::open().await;
    let (_, maker) = desk.store.local_maker().await.unwrap();
    let picture = ImageName::of(b"Marta");
    desk.store.close().await;
    // What a version before 0016 had, with a row of the workspace that says more than it knows.
    let mut db = SqliteConnection::connect(desk.path.to_str().unwrap()).await.unwrap();
    db.execute("DROP VIEW images_in_use").await.unwrap();
    for trigger in ["insert", "update", "delete"] {
        db.execute(sqlx::AssertSqlSafe(format!("DROP TRIGGER sync_touch_makers_{trigger}"))).await.unwrap();
    }
    db.execute("ALTER TABLE makers DROP COLUMN picture").await.unwrap();
    db.execute("DROP TABLE taken_back").await.unwrap();
    db.execute("DELETE FROM _sqlx_migrations WHERE version >= 16").await.unwrap();
    let says = serde_json::json!({ "name": "Marta Oak", "picture": picture });
    sqlx::query(
        "INSERT INTO sync_rows (tbl, row_id, rev, deleted, fields, generation) VALUES ('makers', ?, 1, 0, ?, 0)",
    )
    .bind(maker.to_string())
    .bind(says.to_string())
    .execute(&mut db)
    .await
    .unwrap();
    db.close().await.unwrap();
    let store = Store::open(&desk.path, at(200)).await.unwrap();
    assert_eq!(store.profile().await.unwrap().fields.picture, Some(picture));
}
