//! A backup is whole whatever goes on, and so is the way back from it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use maker_domain::Platform;
use maker_domain::delivery::StateName;
use maker_domain::id::{DraftId, ProcessId};
use maker_domain::image::ImageName;
use maker_domain::profile::ProfileFields;
use maker_domain::reason::ReasonCode;
use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{Page, RowState};
use maker_store::backup::{Part, Watch, finish, inspect, is_ready, stage};
use maker_store::sync::Link;
use maker_store::{Shelf, Store, StoreError};
use serde_json::json;
use sqlx::{Connection, SqliteConnection};
use uuid::Uuid;

use crate::desk::{Desk, add_draft, at, fields, needs, publish, session};

fn folder(desk: &Desk) -> PathBuf {
    desk.path.parent().unwrap().to_owned()
}

async fn back_up(desk: &Desk, to: &Path) -> PathBuf {
    let file = to.join("yesterday.backup");
    desk.store.back_up(&Shelf::of(&folder(desk)), &file, at(100)).await.unwrap();
    file
}

/// Restores into a folder of its own, where nothing is known of what was sent since.
async fn elsewhere(backup: &Path) -> (Store, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    stage(folder.path(), backup, at(200), &()).await.unwrap();
    finish(folder.path()).await.unwrap();
    (Store::open(&folder.path().join("studio.db"), at(200)).await.unwrap(), folder)
}

async fn title(store: &Store, draft: DraftId) -> String {
    store.draft(draft).await.unwrap().fields.title
}

/// Hears what a restore is at, and stops it when it has asked so often whether it is to go on.
#[derive(Clone, Default)]
struct Listener {
    heard: Arc<Mutex<Vec<Part>>>,
    asked: Arc<AtomicUsize>,
    stops_at: Option<usize>,
}

impl Watch for Listener {
    fn is_at(&self, part: Part) {
        self.heard.lock().unwrap().push(part);
    }

    fn stops(&self) -> bool {
        let asked = self.asked.fetch_add(1, Ordering::Relaxed);
        self.stops_at.is_some_and(|at| asked >= at)
    }
}

#[tokio::test]
async fn a_restore_tells_what_it_is_at_and_how_far() {
    let (desk, there) = (Desk::open().await, tempfile::tempdir().unwrap());
    let backup = back_up(&desk, there.path()).await;
    let bytes = std::fs::metadata(&backup).unwrap().len();
    let watch = Listener::default();
    stage(&folder(&desk), &backup, at(160), &watch).await.unwrap();
    let heard = watch.heard.lock().unwrap();
    let copying = |done| Part::Copying { done, total: bytes };
    assert_eq!(*heard, [Part::Checking, copying(0), copying(bytes), Part::Finishing]);
}

#[tokio::test]
async fn t04_a_restore_that_is_stopped_anywhere_leaves_everything_as_it_was() {
    let (desk, there) = (Desk::open().await, tempfile::tempdir().unwrap());
    let backup = back_up(&desk, there.path()).await;
    desk.store.close().await;
    let names = || {
        let entries = std::fs::read_dir(folder(&desk)).unwrap().map(|entry| entry.unwrap().file_name());
        entries.collect::<BTreeSet<_>>()
    };
    let (before, database) = (names(), std::fs::read(&desk.path).unwrap());
    let (mut stopped, mut parts) = (0, BTreeSet::new());
    loop {
        let watch = Listener { stops_at: Some(stopped), ..Listener::default() };
        let done = stage(&folder(&desk), &backup, at(160), &watch).await;
        parts.extend(watch.heard.lock().unwrap().last().map(|part| format!("{part:?}")));
        match done {
            Err(StoreError::Stopped) => stopped += 1,
            other => break drop(other.unwrap()),
        }
        assert_eq!(names(), before, "stopped at question {stopped}");
        assert_eq!(std::fs::read(&desk.path).unwrap(), database);
    }
    assert!(parts.len() == 4 && is_ready(&folder(&desk)).unwrap(), "{parts:?}");
}

#[tokio::test]
async fn t04_the_check_of_a_large_backup_is_broken_off() {
    let (desk, there) = (Desk::open().await, tempfile::tempdir().unwrap());
    let backup = back_up(&desk, there.path()).await;
    let mut large = SqliteConnection::connect(backup.to_str().unwrap()).await.unwrap();
    sqlx::query(
        "CREATE TABLE large AS WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n LIMIT 100000) \
         SELECT n FROM n",
    )
    .execute(&mut large)
    .await
    .unwrap();
    large.close().await.unwrap();
    inspect(&backup, &()).await.unwrap();
    let watch = Listener { stops_at: Some(0), ..Listener::default() };
    assert!(matches!(inspect(&backup, &watch).await, Err(StoreError::Stopped)));
}

#[tokio::test]
async fn t04_a_backup_made_while_others_write_is_of_one_moment_and_brings_everything_back() {
    let desk = Desk::open().await;
    let out = tempfile::tempdir().unwrap();
    let draft = desk.draft().await;
    let picture = b"not really a picture".to_vec();
    let name = ImageName::of(&picture);
    Shelf::of(&folder(&desk)).keep(name, picture.clone()).await.unwrap();
    sqlx::query("INSERT INTO post_media VALUES ('m', 'p', ?, 'image/png', 'Mugs', 'V', 1)")
        .bind(name.to_string())
        .execute(&mut desk.beside().await)
        .await
        .unwrap();
    let store = desk.store.clone();
    let writing = tokio::spawn(async move {
        for n in 0..200 {
            add_draft(&store, &format!("Draft {n}")).await;
        }
    });
    let file = back_up(&desk, out.path()).await;
    writing.await.unwrap();
    let facts = inspect(&file, &()).await.unwrap();
    assert_eq!((facts.made_at, facts.pictures), (Some(at(100)), 1));
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 1, "something was left beside it");

    let (restored, folder) = elsewhere(&file).await;
    assert_eq!(title(&restored, draft).await, "Oak chair");
    assert_eq!(Shelf::of(folder.path()).read(name).await.unwrap(), Some(picture));
    restored.check_integrity().await.unwrap();
    let mut beside = SqliteConnection::connect(folder.path().join("studio.db").to_str().unwrap()).await.unwrap();
    let left: i64 = sqlx::query_scalar("SELECT count(*) FROM sqlite_master WHERE name LIKE 'backup%'")
        .fetch_one(&mut beside)
        .await
        .unwrap();
    assert_eq!(left, 0);
}

#[cfg(unix)]
#[tokio::test]
async fn f45_a_backup_and_what_is_restored_are_the_makers_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (desk, out) = (Desk::open().await, tempfile::tempdir().unwrap());
    let file = back_up(&desk, out.path()).await;
    let (_store, folder) = elsewhere(&file).await;
    for path in [file, folder.path().join("studio.db")] {
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{path:?}");
    }
}

#[tokio::test]
async fn f68_what_is_no_sound_backup_of_this_version_is_refused_and_nothing_is_ready() {
    let (desk, out) = (Desk::open().await, tempfile::tempdir().unwrap());
    let good = back_up(&desk, out.path()).await;
    let whole = std::fs::read(&good).unwrap();
    let bad = out.path().join("bad.backup");
    let mut damaged = whole.clone();
    for byte in damaged.iter_mut().skip(8_192).step_by(97) {
        *byte ^= 0x5a;
    }
    for bytes in [b"hello".to_vec(), Vec::new(), whole[..whole.len() / 2].to_vec(), damaged] {
        std::fs::write(&bad, bytes).unwrap();
        assert!(matches!(stage(&folder(&desk), &bad, at(1), &()).await, Err(StoreError::NotOurs(_))));
    }
    std::fs::write(&bad, &whole).unwrap();
    let mut newer = SqliteConnection::connect(bad.to_str().unwrap()).await.unwrap();
    sqlx::query("INSERT INTO _sqlx_migrations VALUES (9999, 'later', '2030-01-01', 1, x'00', 1)")
        .execute(&mut newer)
        .await
        .unwrap();
    newer.close().await.unwrap();
    let before = std::fs::read(&bad).unwrap();
    assert!(matches!(stage(&folder(&desk), &bad, at(1), &()).await, Err(StoreError::Newer)));
    assert_eq!(std::fs::read(&bad).unwrap(), before);
    assert!(!is_ready(&folder(&desk)).unwrap());
    let left: Vec<_> = std::fs::read_dir(folder(&desk)).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| name.to_string_lossy().starts_with("studio.db")), "{left:?}");
}

#[tokio::test]
async fn t04_what_was_written_since_is_taken_back_and_kept_beside_and_what_was_sent_is_not() {
    let (desk, out) = (Desk::open().await, tempfile::tempdir().unwrap());
    let draft = desk.draft().await;
    let sent = publish(&desk.store, draft, &[Platform::Youtube]).await[0];
    let file = back_up(&desk, out.path()).await;
    desk.store.save_draft(draft, &fields("Typed today"), at(150)).await.unwrap();
    let me = ProcessId::make();
    assert!(desk.store.claim(sent, me, at(150), at(200)).await.unwrap());
    for name in [StateName::Preparing, StateName::Uploading, StateName::Processing, StateName::Published] {
        desk.advance(sent, me, crate::desk::a(name)).await;
    }
    let audit = desk.store.audit_entries(50).await.unwrap();
    desk.store.close().await;

    let staged = stage(&folder(&desk), &file, at(160), &()).await.unwrap();
    let restored = finish(&folder(&desk)).await.unwrap().unwrap();
    assert_eq!(restored.kept.as_ref(), Some(&staged.kept));
    let store = Store::open(&desk.path, at(161)).await.unwrap();
    assert_eq!(title(&store, draft).await, "Oak chair");
    let row = store.delivery(sent).await.unwrap();
    assert_eq!((row.state.name(), row.restored), (StateName::Published, false));
    assert_eq!(store.audit_entries(50).await.unwrap(), audit);
    assert_eq!(title(&Store::open(&staged.kept, at(162)).await.unwrap(), draft).await, "Typed today");
    assert_eq!(finish(&folder(&desk)).await.unwrap(), None, "it is done once");
}

#[tokio::test]
async fn t04_a_swap_that_is_broken_off_anywhere_leaves_one_whole_database_or_is_ended_by_the_next_start() {
    let (desk, out) = (Desk::open().await, tempfile::tempdir().unwrap());
    let draft = desk.draft().await;
    let file = back_up(&desk, out.path()).await;
    desk.store.save_draft(draft, &fields("Typed today"), at(150)).await.unwrap();
    desk.store.close().await;
    // Killed while it was being made ready: the database is the one of today.
    std::fs::write(folder(&desk).join("restore.unfinished"), b"half").unwrap();
    assert_eq!(finish(&folder(&desk)).await.unwrap(), None);
    assert_eq!(title(&Store::open(&desk.path, at(151)).await.unwrap(), draft).await, "Typed today");
    // Killed between the two renames: there is none under its name, and the next start ends it.
    let staged = stage(&folder(&desk), &file, at(160), &()).await.unwrap();
    std::fs::rename(&desk.path, &staged.kept).unwrap();
    std::fs::write(desk.path.with_extension("db-wal"), b"of the other").unwrap();
    assert_eq!(finish(&folder(&desk)).await.unwrap().unwrap().kept.as_ref(), Some(&staged.kept));
    let store = Store::open(&desk.path, at(161)).await.unwrap();
    assert_eq!(title(&store, draft).await, "Oak chair");
    store.check_integrity().await.unwrap();
}

#[tokio::test]
async fn t04_a_damaged_database_is_no_hindrance_and_what_it_knew_is_asked_for() {
    let (desk, out) = (Desk::open().await, tempfile::tempdir().unwrap());
    let waits = desk.delivery().await;
    let file = back_up(&desk, out.path()).await;
    desk.store.close().await;
    std::fs::write(&desk.path, b"SQLite format 3\0 and then nothing that makes sense").unwrap();
    stage(&folder(&desk), &file, at(160), &()).await.unwrap();
    let restored = finish(&folder(&desk)).await.unwrap().unwrap();
    assert!(restored.kept.unwrap().exists());
    let store = Store::open(&desk.path, at(161)).await.unwrap();
    assert_eq!(store.delivery(waits).await.unwrap().state, needs(ReasonCode::Restored));
}

#[tokio::test]
async fn t04_what_the_workspace_knows_to_be_sent_is_followed_and_never_said_otherwise() {
    let (desk, out) = (Desk::open().await, tempfile::tempdir().unwrap());
    let link = Link {
        workspace: Uuid::now_v7(),
        backend: "https://studio.example.org".into(),
        account: "marta@example.org".into(),
        device: Uuid::now_v7(),
        device_name: "Desk".into(),
    };
    desk.store.link(&link, at(10)).await.unwrap();
    let [sent, unknown] = [desk.delivery().await, desk.delivery().await];
    desk.store.open_session(sent, &session()).await.unwrap();
    let file = back_up(&desk, out.path()).await;

    let (store, _folder) = elsewhere(&file).await;
    let pushed = store.edits_to_push(500, at(210)).await.unwrap();
    let doubt = |op: &maker_domain::sync::wire::Op| {
        op.rows.iter().any(|row| row.f.values().any(|f| f.v == json!("NEEDS_ATTENTION")))
    };
    assert!(!pushed.iter().any(doubt), "the doubt of this device would be told to the others");
    let row = RowState {
        t: "deliveries".into(),
        id: sent.0,
        rev: 7,
        del: false,
        f: serde_json::from_value(json!({
            "state": "PUBLISHED", "detail": {"state": "PUBLISHED", "url": "https://youtu.be/x", "exact": true},
            "remote_id": "abc123", "updated_at": at(150).timestamp_millis()
        }))
        .unwrap(),
        alt: Default::default(),
        by: Default::default(),
    };
    let cursor = Token { seq: 7, ..Token::START };
    let page = Page { from: 0, rows: vec![row], cursor, more: false, head: 7, backed_up_through: 0, now: 0 };
    store.apply_page(&page, at(220)).await.unwrap();

    let row = store.delivery(sent).await.unwrap();
    assert_eq!((row.state.name(), row.remote_id.as_deref()), (StateName::Processing, Some("abc123")));
    assert!(!row.restored && store.session(sent).await.unwrap().is_none());
    let row = store.delivery(unknown).await.unwrap();
    assert_eq!((&row.state, row.restored), (&needs(ReasonCode::Restored), true));
}

#[tokio::test]
async fn p01_the_makers_picture_is_in_the_backup() {
    let desk = Desk::open().await;
    let out = tempfile::tempdir().unwrap();
    let picture = b"Marta at the lathe".to_vec();
    let name = ImageName::of(&picture);
    Shelf::of(&folder(&desk)).keep(name, picture.clone()).await.unwrap();
    let shown = desk.store.profile().await.unwrap().fields;
    let fields = ProfileFields { picture: Some(name), ..shown.clone() };
    desk.store.save_profile_over(&shown, &fields, at(1)).await.unwrap();
    let (restored, there) = elsewhere(&back_up(&desk, out.path()).await).await;
    assert_eq!(restored.profile().await.unwrap().fields.picture, Some(name));
    assert_eq!(Shelf::of(there.path()).read(name).await.unwrap(), Some(picture));
}
