//! The log of every use of a connection: added to and never changed.

use std::collections::BTreeSet;

use maker_domain::Platform;
use maker_domain::activity::{ActivityFilter, ActivityWord, OutcomeKind};
use maker_domain::connection::{Account, ConnectionStatus};
use maker_domain::delivery::StateName;
use maker_domain::id::{ConnectionId, ProcessId};
use maker_store::Store;
use maker_store::audit::{ActivityEntry, ActivityWanted, AuditAction, Broken, Checked, NewAudit, Trouble};
use maker_store::connections::Connection;
use sqlx::Executor;

use crate::desk::{Desk, a, at, session};

#[tokio::test]
async fn entries_come_back_newest_first() {
    let desk = Desk::open().await;
    for (second, action) in [(1, AuditAction::Connect), (2, AuditAction::Refresh), (3, AuditAction::Revoke)] {
        let entry = NewAudit {
            platform: Platform::Tiktok,
            account: Some("Amina"),
            action,
            scope: Some("video.publish"),
            outcome: "OK",
            subject: None,
        };
        desk.store.record(entry, at(second)).await.unwrap();
    }
    let newest: Vec<(i64, AuditAction)> =
        desk.store.audit_entries(2).await.unwrap().into_iter().map(|e| (e.at.timestamp(), e.action)).collect();
    assert_eq!(newest, [(at(3).timestamp(), AuditAction::Revoke), (at(2).timestamp(), AuditAction::Refresh)]);
}

#[tokio::test]
async fn v03_an_entry_can_neither_be_changed_nor_removed() {
    let desk = Desk::open().await;
    desk.delivery_in(StateName::Failed, ProcessId::make()).await;
    let before = desk.store.audit_entries(9).await.unwrap();
    let mut db = desk.beside().await;
    for sql in [
        "UPDATE audit_log SET outcome = 'OK'",
        "UPDATE audit_log SET hash = zeroblob(32)",
        "UPDATE audit_log SET hash = NULL",
        "DELETE FROM audit_log",
        "INSERT OR REPLACE INTO audit_log (n, id, at, platform, action, outcome) VALUES (1, 'x', 0, 'YOUTUBE', 'READ', 'OK')",
        "INSERT OR REPLACE INTO audit_log (id, at, platform, action, outcome) \
         SELECT id, 0, 'YOUTUBE', 'READ', 'OK' FROM audit_log LIMIT 1",
    ] {
        let refusal = db.execute(sql).await.expect_err(sql).to_string();
        assert!(refusal.contains("append only"), "{refusal}");
    }
    assert_eq!((desk.store.audit_entries(9).await.unwrap(), before.len()), (before, 1));
}

#[tokio::test]
async fn every_end_of_a_delivery_is_noted_with_its_code() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    for (name, outcome) in [
        (StateName::Published, "PUBLISHED"),
        (StateName::Failed, "PROCESSING_REFUSED"),
        (StateName::NeedsAttention, "FILE_MISSING"),
        (StateName::Cancelled, "CANCELLED"),
    ] {
        let delivery = desk.delivery_in(name, me).await;
        let entry = &desk.store.audit_entries(1).await.unwrap()[0];
        assert_eq!((entry.outcome.as_str(), entry.action.as_str()), (outcome, "UPLOAD"), "{:?}", a(name));
        assert_eq!(entry.subject, Some(delivery.to_string()));
    }
}

const READ: NewAudit<'_> = NewAudit {
    platform: Platform::Tiktok,
    account: Some("Amina"),
    action: AuditAction::Read,
    scope: None,
    outcome: "OK",
    subject: Some("numbers"),
};

async fn logged(count: i64) -> Desk {
    let desk = Desk::open().await;
    for second in 0..count {
        desk.store.record(READ, at(second)).await.unwrap();
    }
    desk
}

async fn checked(store: &Store) -> Checked {
    let mut so_far = Checked::default();
    while !so_far.done {
        so_far = store.check_activity(so_far).await.unwrap();
    }
    so_far
}

/// What somebody does who has the file and no respect for its rules.
async fn by_hand(desk: &Desk, sql: &'static str) {
    let mut db = desk.beside().await;
    for trigger in ["audit_log_is_never_changed", "audit_log_is_never_shortened"] {
        db.execute(sqlx::AssertSqlSafe(format!("DROP TRIGGER {trigger}"))).await.unwrap();
    }
    db.execute(sql).await.unwrap();
}

#[tokio::test]
async fn v03_a_log_that_nobody_touched_is_unbroken() {
    assert_eq!(checked(&Desk::open().await.store).await.broken, None);
    let desk = logged(5).await;
    let checked = checked(&desk.store).await;
    assert_eq!((checked.entries, checked.broken), (5, None));
}

#[tokio::test]
async fn v03_an_entry_that_was_changed_taken_out_or_cut_off_by_hand_is_found() {
    let changed = |n| Some((n, Trouble::Changed));
    let missing = |n| Some((n, Trouble::Missing));
    for (sql, found) in [
        ("UPDATE audit_log SET outcome = 'REFUSED' WHERE n = 3", changed(3)),
        ("UPDATE audit_log SET at = at + 1 WHERE n = 1", changed(1)),
        ("UPDATE audit_log SET hash = (SELECT hash FROM audit_log WHERE n = 2) WHERE n = 4", changed(4)),
        ("UPDATE audit_log SET account = NULL", changed(1)),
        ("DELETE FROM audit_log WHERE n = 2", missing(2)),
        ("DELETE FROM audit_log WHERE n = 1", missing(1)),
        ("DELETE FROM audit_log WHERE n >= 4", missing(4)),
        ("DELETE FROM audit_log", missing(1)),
    ] {
        let desk = logged(5).await;
        by_hand(&desk, sql).await;
        let broken = checked(&desk.store).await.broken;
        assert_eq!(broken.as_ref().map(|b| (b.n, b.trouble)), found, "{sql}");
        // What is written after it does not hide it.
        desk.store.record(READ, at(9)).await.unwrap();
        assert_eq!(checked(&desk.store).await.broken, broken, "{sql}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn v03_two_programs_that_write_at_once_make_one_chain() {
    let desk = Desk::open().await;
    let other = Store::open(&desk.path, at(0)).await.unwrap();
    let writers: Vec<_> = (0..6)
        .map(|n| {
            let store = if n % 2 == 0 { desk.store.clone() } else { other.clone() };
            tokio::spawn(async move {
                for second in 0..20 {
                    store.record(READ, at(second)).await.unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    let checked = checked(&other).await;
    assert_eq!((checked.entries, checked.broken), (120, None));
}

#[tokio::test]
async fn v03_what_a_program_of_the_version_before_still_writes_is_chained_with_the_next_entry() {
    let desk = logged(1).await;
    let mut db = desk.beside().await;
    db.execute(
        "INSERT INTO audit_log (id, at, platform, account, action, scope, outcome, subject) \
         VALUES ('old', 7, 'YOUTUBE', NULL, 'READ', NULL, 'OK', NULL)",
    )
    .await
    .unwrap();
    assert_eq!(checked(&desk.store).await.broken, None, "it is not chained yet, which is nobody's doing");
    desk.store.record(READ, at(2)).await.unwrap();
    assert_eq!(desk.count("SELECT count(*) FROM audit_log WHERE hash IS NULL").await, 0);
    by_hand(&desk, "UPDATE audit_log SET at = 8 WHERE id = 'old'").await;
    let found = Broken { n: 2, at: checked(&desk.store).await.broken.unwrap().at, trouble: Trouble::Changed };
    assert_eq!(checked(&desk.store).await.broken, Some(found));
}

#[tokio::test(flavor = "multi_thread")]
async fn v03_a_hundred_thousand_entries_are_checked_in_steps_between_which_others_write() {
    let desk = Desk::open().await;
    let mut db = desk.beside().await;
    db.execute(
        "INSERT INTO audit_log (id, at, platform, action, outcome) \
         WITH RECURSIVE all_of (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM all_of WHERE n < 100000) \
         SELECT 'id' || n, n, 'YOUTUBE', 'READ', 'OK' FROM all_of",
    )
    .await
    .unwrap();
    // As after the first start of this version.
    let store = Store::open(&desk.path, at(0)).await.unwrap();
    assert_eq!(desk.count("SELECT count(*) FROM audit_log WHERE hash IS NULL").await, 0);
    let (mut so_far, mut steps) = (Checked::default(), 0);
    while !so_far.done {
        so_far = store.check_activity(so_far).await.unwrap();
        if steps < 10 {
            desk.store.record(READ, at(steps)).await.unwrap();
        }
        steps += 1;
    }
    assert_eq!((so_far.entries, so_far.broken), (100_010, None));
    assert!(steps > 40, "{steps} steps");
}

async fn connected(desk: &Desk) {
    let (_, maker_id) = desk.store.local_maker().await.unwrap();
    let connection = Connection {
        id: ConnectionId::make(),
        platform: Platform::Youtube,
        maker_id,
        account: Account { id: "1".into(), name: "Bench & Blade".into(), avatar_url: None },
        scopes: Vec::new(),
        expires_at: None,
        status: ConnectionStatus::Connected,
        last_used_at: None,
        created_at: at(0),
    };
    desk.store.save_connection(&connection, at(0)).await.unwrap();
}

async fn found(desk: &Desk, filter: ActivityFilter) -> Vec<ActivityEntry> {
    let wanted = ActivityWanted { filter, ..ActivityWanted::default() };
    desk.store.activity(&wanted, None, 99).await.unwrap().entries
}

fn word(text: &str) -> ActivityFilter {
    let word = ActivityWord { text: text.into(), ..ActivityWord::default() };
    ActivityFilter { words: vec![word], ..ActivityFilter::default() }
}

#[tokio::test]
async fn v01_an_upload_is_noted_with_its_account_its_right_and_what_it_is_about() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    connected(&desk).await;
    let delivery = desk.delivery_in(StateName::Uploading, me).await;
    desk.store.open_session(delivery, &session()).await.unwrap();
    desk.advance(delivery, me, a(StateName::Processing)).await;
    desk.advance(delivery, me, a(StateName::Published)).await;
    let entries = found(&desk, ActivityFilter::default()).await;
    let outcomes: Vec<&str> = entries.iter().map(|entry| entry.outcome.as_str()).collect();
    assert_eq!(outcomes, ["PUBLISHED", "STARTED"]);
    for entry in &entries {
        assert_eq!(entry.account.as_deref(), Some("Bench & Blade"));
        assert_eq!(entry.scope.as_deref(), Some("https://www.googleapis.com/auth/youtube.upload"));
        assert_eq!(
            entry.about.as_ref().map(|about| (about.delivery, about.title.as_str())),
            Some((delivery, "Oak chair"))
        );
    }
}

#[tokio::test]
async fn v01_it_is_searched_by_title_account_right_and_use_and_filtered() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let failed = desk.delivery_in(StateName::Failed, me).await;
    desk.store.record(READ, at(5)).await.unwrap();
    let outcomes = |entries: Vec<ActivityEntry>| entries.into_iter().map(|entry| entry.outcome).collect::<Vec<_>>();
    for (text, expected) in [
        ("oak ch", &["PROCESSING_REFUSED"][..]),
        ("AMINA", &["OK"]),
        ("youtube.upload", &["PROCESSING_REFUSED"]),
        ("video.list", &["OK"]),
        ("tiktok", &["OK"]),
        ("%", &[]),
        ("_", &["PROCESSING_REFUSED"]),
        ("' OR 1=1 --", &[]),
    ] {
        assert_eq!(outcomes(found(&desk, word(text)).await), expected, "{text}");
    }
    let shown = ActivityWord { text: "views".into(), actions: vec![AuditAction::Read], ..ActivityWord::default() };
    let by_use = ActivityFilter { words: vec![shown], ..ActivityFilter::default() };
    assert_eq!(outcomes(found(&desk, by_use).await), ["OK"], "by the words that a use is shown in");
    let trouble = ActivityFilter { outcome: Some(OutcomeKind::Trouble), ..ActivityFilter::default() };
    assert_eq!(outcomes(found(&desk, trouble).await), ["PROCESSING_REFUSED"]);
    let about = ActivityFilter { about: Some(failed.to_string()), ..ActivityFilter::default() };
    assert_eq!(outcomes(found(&desk, about).await), ["PROCESSING_REFUSED"]);
    let days = ActivityWanted { since: Some(at(5)), before: Some(at(6)), ..ActivityWanted::default() };
    assert_eq!(outcomes(desk.store.activity(&days, None, 9).await.unwrap().entries), ["OK"]);
}

#[tokio::test]
async fn v01_parts_are_told_once_each_while_others_write() {
    let desk = logged(25).await;
    let wanted = ActivityWanted::default();
    let (mut told, mut before) = (Vec::new(), None);
    loop {
        let page = desk.store.activity(&wanted, before, 10).await.unwrap();
        assert_eq!(page.total.is_some(), before.is_none(), "counted once");
        told.extend(page.entries.iter().map(|entry| entry.n));
        desk.store.record(READ, at(99)).await.unwrap();
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(told.iter().collect::<BTreeSet<_>>().len(), 25);
    assert!(told.is_sorted_by(|a, b| a > b), "newest first: {told:?}");
}
