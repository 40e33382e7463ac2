//! Upload sessions: sealed, bound to their delivery, given up only after the time to take a cancel back.

use maker_domain::delivery::{DeliveryState, StateName};
use maker_domain::id::{DeliveryId, ProcessId};
use maker_store::Store;
use maker_store::sessions::StoredSession;

use crate::desk::{Desk, at, session};

#[tokio::test]
async fn a_session_comes_back_byte_for_byte_also_after_a_restart() {
    let desk = Desk::open().await;
    let delivery = desk.delivery().await;
    let open = StoredSession { sealed_address: (0..=255).collect(), ..session() };
    desk.store.open_session(delivery, &open).await.unwrap();
    desk.store.close().await;

    let again = Store::open(&desk.path, at(9)).await.unwrap();

    assert_eq!(again.session(delivery).await.unwrap(), Some(open));
}

#[tokio::test]
async fn a_new_session_takes_the_place_of_the_old_one() {
    let desk = Desk::open().await;
    let delivery = desk.delivery().await;
    desk.store.open_session(delivery, &StoredSession { sent_all: true, ..session() }).await.unwrap();
    let bare = StoredSession { handle: None, expires_at: None, sealed_address: vec![9], ..session() };
    desk.store.open_session(delivery, &bare).await.unwrap();
    assert_eq!(desk.store.session(delivery).await.unwrap(), Some(bare));
}

#[tokio::test]
async fn a_session_without_a_delivery_is_refused() {
    let desk = Desk::open().await;
    assert!(desk.store.open_session(DeliveryId::make(), &session()).await.is_err());
    assert_eq!(desk.store.session(DeliveryId::make()).await.unwrap(), None);
}

#[tokio::test]
async fn that_the_last_byte_left_is_remembered_as_long_as_the_session() {
    let desk = Desk::open().await;
    let delivery = desk.delivery().await;
    desk.store.open_session(delivery, &session()).await.unwrap();
    desk.store.note_sent_all(delivery).await.unwrap();
    let other = Store::open(&desk.path, at(9)).await.unwrap();
    assert!(other.session(delivery).await.unwrap().unwrap().sent_all);
    desk.store.open_session(delivery, &session()).await.unwrap();
    assert!(!other.session(delivery).await.unwrap().unwrap().sent_all, "another session has sent nothing yet");
}

#[tokio::test]
async fn f25_a_cancelled_session_is_given_up_after_the_time_to_take_it_back() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let cancelled = desk.delivery_in(StateName::Uploading, me).await;
    let paused = desk.delivery_in(StateName::Uploading, me).await;
    for delivery in [cancelled, paused] {
        desk.store.open_session(delivery, &session()).await.unwrap();
    }
    // Both at second 10.
    desk.advance(cancelled, me, DeliveryState::Cancelled).await;
    desk.advance(paused, me, DeliveryState::Paused).await;

    assert_eq!(desk.store.cancelled_sessions(at(9)).await.unwrap(), []);
    assert_eq!(desk.store.cancelled_sessions(at(10)).await.unwrap(), [cancelled]);

    desk.store.close_session(cancelled).await.unwrap();
    assert_eq!(desk.store.cancelled_sessions(at(99)).await.unwrap(), []);
    assert_eq!(desk.store.session(paused).await.unwrap(), Some(session()));
}

#[tokio::test]
async fn f24_what_was_given_up_counts_for_nothing_when_the_cancel_is_taken_back() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Uploading, me).await;
    desk.store.open_session(delivery, &session()).await.unwrap();
    desk.store.confirm(delivery, me, 600).await.unwrap();
    desk.advance(delivery, me, DeliveryState::Cancelled).await;
    desk.store.close_session(delivery).await.unwrap();
    desk.store.go_on(delivery, at(99)).await.unwrap();
    assert_eq!(desk.row(delivery).await.confirmed_bytes, 0);
}
