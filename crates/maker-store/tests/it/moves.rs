//! Moves: what the state machine does not have is refused and leaves no trace.

use maker_domain::delivery::{DeliveryState, StateName};
use maker_domain::id::{DeliveryId, ProcessId};
use maker_store::StoreError;
use maker_store::deliveries::Step;

use crate::desk::{Desk, a, at, session, step};

#[tokio::test]
async fn every_move_of_the_state_machine_is_written_and_every_other_refused_without_a_trace() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    for from in StateName::ALL {
        for to in StateName::ALL {
            let delivery = desk.delivery_in(from, me).await;
            desk.store.open_session(delivery, &session()).await.unwrap();
            let (before, audited) = (desk.row(delivery).await, desk.store.audit_entries(999).await.unwrap().len());

            let moved = desk.store.advance(delivery, me, &step(a(to)), at(50)).await;

            let after = desk.row(delivery).await;
            if from.may_become(to) {
                moved.unwrap_or_else(|error| panic!("{from:?} to {to:?}: {error}"));
                assert_eq!((after.state, after.updated_at), (a(to), at(50)));
            } else {
                assert!(matches!(moved, Err(StoreError::IllegalMove(_))), "{from:?} to {to:?}: {moved:?}");
                assert_eq!(after, before, "{from:?} to {to:?}");
                assert!(desk.store.session(delivery).await.unwrap().is_some());
                assert_eq!(desk.store.audit_entries(999).await.unwrap().len(), audited);
            }
        }
    }
}

#[tokio::test]
async fn a_move_of_somebody_without_the_lease_is_refused_without_a_trace() {
    let (desk, ours) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Uploading, ours).await;
    let before = desk.row(delivery).await;
    let moved = desk.store.advance(delivery, ProcessId::make(), &step(a(StateName::Processing)), at(50)).await;
    assert!(matches!(moved, Err(StoreError::LostLease)), "{moved:?}");
    assert_eq!(desk.row(delivery).await, before);

    desk.store.release(delivery, ours).await.unwrap();
    let moved = desk.store.advance(delivery, ours, &step(a(StateName::Processing)), at(50)).await;
    assert!(matches!(moved, Err(StoreError::LostLease)), "{moved:?}");
}

#[tokio::test]
async fn a_delivery_that_never_was_is_not_there() {
    let desk = Desk::open().await;
    let (nobody, me) = (DeliveryId::make(), ProcessId::make());
    assert!(matches!(desk.store.delivery(nobody).await, Err(StoreError::NotFound)));
    let moved = desk.store.advance(nobody, me, &Step::to(DeliveryState::Preparing), at(1)).await;
    assert!(matches!(moved, Err(StoreError::NotFound)), "{moved:?}");
    assert!(!desk.store.claim(nobody, me, at(0), at(15)).await.unwrap());
}

#[tokio::test]
async fn a_step_keeps_what_was_counted_and_asked() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Preparing, me).await;
    let rest = Step { not_before: Some(at(64)), failures: 7, asked: 3, ..Step::to(DeliveryState::queued()) };
    desk.store.advance(delivery, me, &rest, at(20)).await.unwrap();
    let row = desk.row(delivery).await;
    assert_eq!((row.failures, row.asked, row.not_before), (7, 3, Some(at(64))));
}

#[tokio::test]
async fn f24_acknowledged_bytes_never_fall_and_forgive_failures() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Preparing, me).await;
    let rest = Step { failures: 5, ..Step::to(DeliveryState::Uploading) };
    desk.store.advance(delivery, me, &rest, at(20)).await.unwrap();
    desk.store.confirm(delivery, me, 600).await.unwrap();
    assert_eq!((desk.row(delivery).await.confirmed_bytes, desk.row(delivery).await.failures), (600, 0));
    desk.store.confirm(delivery, me, 200).await.unwrap();
    assert_eq!(desk.row(delivery).await.confirmed_bytes, 600);
}

#[tokio::test]
async fn f9_a_session_that_is_gone_takes_its_bytes_with_it() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Uploading, me).await;
    desk.store.open_session(delivery, &session()).await.unwrap();
    desk.store.confirm(delivery, me, 600).await.unwrap();
    desk.store.start_over(delivery, me).await.unwrap();
    assert_eq!(desk.row(delivery).await.confirmed_bytes, 0);
    assert_eq!(desk.store.session(delivery).await.unwrap(), None);
}

#[tokio::test]
async fn a_session_of_somebody_elses_delivery_is_not_thrown_away() {
    let (desk, ours) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Uploading, ours).await;
    desk.store.open_session(delivery, &session()).await.unwrap();
    desk.store.confirm(delivery, ours, 600).await.unwrap();

    let late = desk.store.start_over(delivery, ProcessId::make()).await;

    assert!(matches!(late, Err(StoreError::LostLease)), "{late:?}");
    assert_eq!(desk.store.session(delivery).await.unwrap(), Some(session()));
    assert_eq!(desk.row(delivery).await.confirmed_bytes, 600);
}

#[tokio::test]
async fn once_the_platform_has_every_byte_all_are_acknowledged_and_the_session_is_forgotten() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Uploading, me).await;
    desk.store.open_session(delivery, &session()).await.unwrap();
    desk.advance(delivery, me, a(StateName::Processing)).await;
    let row = desk.row(delivery).await;
    assert_eq!((row.confirmed_bytes, row.remote_id.as_deref()), (1_000, Some("remote-1")));
    assert_eq!(desk.store.session(delivery).await.unwrap(), None);
}

#[tokio::test]
async fn the_platforms_name_for_a_video_outlives_the_steps_that_do_not_tell_it() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Processing, me).await;
    desk.store.advance(delivery, me, &Step::to(a(StateName::NeedsAttention)), at(30)).await.unwrap();
    desk.store.go_on(delivery, at(31)).await.unwrap();
    assert_eq!(desk.row(delivery).await.remote_id.as_deref(), Some("remote-1"), "it would be sent twice");
}

#[tokio::test]
async fn only_what_has_ended_can_be_taken_off_the_list() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    for name in StateName::ALL {
        let delivery = desk.delivery_in(name, me).await;
        let done = desk.store.dismiss(delivery, at(60)).await;
        let ended = matches!(name, StateName::Published | StateName::Failed | StateName::Cancelled);
        assert_eq!(done.is_ok(), ended, "{name:?}: {done:?}");
        let listed = desk.store.deliveries().await.unwrap().iter().any(|d| d.id == delivery);
        assert_eq!(listed, !ended, "{name:?}");
    }
}

#[tokio::test]
async fn q06_what_was_published_some_time_ago_is_not_among_the_current_ones_and_whatever_else_is() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    for name in StateName::ALL {
        let delivery = desk.delivery_in(name, me).await;
        let is_current = async |since| {
            desk.store.current_deliveries(since).await.unwrap().iter().any(|listed| listed.id == delivery)
        };
        assert!(is_current(desk.row(delivery).await.updated_at).await, "{name:?}: just now");
        assert_eq!(is_current(at(3_600)).await, name != StateName::Published, "{name:?}: an hour later");
    }
}
