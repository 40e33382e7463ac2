//! The log of every use of a connection: added to and never changed.

use maker_domain::Platform;
use maker_domain::delivery::StateName;
use maker_domain::id::ProcessId;
use maker_store::audit::{AuditAction, NewAudit};
use sqlx::Executor;

use crate::desk::{Desk, a, at};

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
    let newest: Vec<(i64, String)> =
        desk.store.audit_entries(2).await.unwrap().into_iter().map(|e| (e.at.timestamp(), e.action)).collect();
    assert_eq!(newest, [(at(3).timestamp(), "REVOKE".to_owned()), (at(2).timestamp(), "REFRESH".to_owned())]);
}

#[tokio::test]
async fn an_entry_can_neither_be_changed_nor_removed() {
    let desk = Desk::open().await;
    desk.delivery_in(StateName::Failed, ProcessId::make()).await;
    let before = desk.store.audit_entries(9).await.unwrap();
    let mut db = desk.beside().await;
    for sql in ["UPDATE audit_log SET outcome = 'OK'", "DELETE FROM audit_log"] {
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
