//! The maker's wishes: pause, cancel, go on.

use maker_domain::Platform;
use maker_domain::delivery::{DeliveryState, StateName, Wait};
use maker_domain::id::{DeliveryId, ProcessId};
use maker_domain::reason::ReasonCode;
use maker_store::StoreError;
use maker_store::deliveries::{Asked, Intent, Look, Step};

use crate::desk::{Desk, a, at, needs, session};

async fn ask(desk: &Desk, delivery: DeliveryId, wish: Intent, second: i64) -> Result<Asked, StoreError> {
    desk.store.ask(delivery, wish, at(second)).await
}

#[tokio::test]
async fn a_wish_is_done_at_once_where_nobody_works_on_the_delivery() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    for (wish, to) in [(Intent::Pause, DeliveryState::Paused), (Intent::Cancel, DeliveryState::Cancelled)] {
        let delivery = desk.delivery_in(StateName::Uploading, me).await;
        desk.store.release(delivery, me).await.unwrap();
        assert_eq!(ask(&desk, delivery, wish, 20).await.unwrap(), Asked::Done);
        let row = desk.row(delivery).await;
        assert_eq!((row.state, row.intent), (to, None));
    }
}

#[tokio::test]
async fn a_wish_for_what_rests_is_done_at_once_though_its_last_worker_has_not_given_back_the_lease() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::NeedsAttention, me).await;
    assert!(desk.row(delivery).await.lease.is_some_and(|lease| lease.until > at(20)), "the lease is still held");
    assert_eq!(ask(&desk, delivery, Intent::Cancel, 20).await.unwrap(), Asked::Done);
    let row = desk.row(delivery).await;
    assert_eq!((row.state, row.intent), (DeliveryState::Cancelled, None), "nobody else would carry it out");
}

#[tokio::test]
async fn a_wish_is_told_to_the_process_that_works_on_the_delivery() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Uploading, me).await;
    assert_eq!(ask(&desk, delivery, Intent::Pause, 20).await.unwrap(), Asked::Told);
    let row = desk.row(delivery).await;
    assert_eq!((row.state, row.intent), (DeliveryState::Uploading, Some(Intent::Pause)));
    assert_eq!(ask(&desk, delivery, Intent::Cancel, 21).await.unwrap(), Asked::Told);
    assert_eq!(desk.row(delivery).await.intent, Some(Intent::Cancel), "the last wish counts");
}

#[tokio::test]
async fn a_wish_to_a_process_whose_lease_is_over_is_done_at_once() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Uploading, me).await;
    assert_eq!(ask(&desk, delivery, Intent::Cancel, 60).await.unwrap(), Asked::Done);
    assert_eq!(desk.row(delivery).await.state, DeliveryState::Cancelled);
}

#[tokio::test]
async fn a_wish_survives_every_step_until_it_is_carried_out() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let steps = [
        DeliveryState::Uploading,
        DeliveryState::Waiting { why: Wait::Network, until: None },
        DeliveryState::Preparing,
        DeliveryState::Unconfirmed,
        DeliveryState::Preparing,
    ];
    for (wish, end) in [(Intent::Pause, DeliveryState::Paused), (Intent::Cancel, DeliveryState::Cancelled)] {
        let delivery = desk.delivery_in(StateName::Preparing, me).await;
        ask(&desk, delivery, wish, 20).await.unwrap();
        for step in &steps {
            desk.advance(delivery, me, step.clone()).await;
            assert_eq!(desk.row(delivery).await.intent, Some(wish), "forgotten in {step:?}");
        }
        desk.advance(delivery, me, end).await;
        assert_eq!(desk.row(delivery).await.intent, None, "it is carried out");
    }
}

#[tokio::test]
async fn a_wish_survives_the_death_of_the_process_that_was_told() {
    let (desk, dead) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Uploading, dead).await;
    ask(&desk, delivery, Intent::Cancel, 20).await.unwrap();
    desk.store.release_all_of(dead).await.unwrap();
    assert_eq!(desk.store.due(at(30), &Look::default()).await.unwrap()[0].intent, Some(Intent::Cancel));
}

#[tokio::test]
async fn a_wish_that_comes_too_late_is_forgotten_with_the_last_byte() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Uploading, me).await;
    ask(&desk, delivery, Intent::Cancel, 20).await.unwrap();
    desk.advance(delivery, me, a(StateName::Processing)).await;
    assert_eq!(desk.row(delivery).await.intent, None);
}

#[tokio::test]
async fn what_may_be_live_is_neither_paused_nor_cancelled() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    for name in [StateName::Processing, StateName::Unconfirmed, StateName::Published] {
        let delivery = desk.delivery_in(name, me).await;
        for wish in [Intent::Pause, Intent::Cancel] {
            let asked = ask(&desk, delivery, wish, 20).await;
            assert!(matches!(asked, Err(StoreError::IllegalMove(_))), "{name:?}: {asked:?}");
        }
        assert_eq!(desk.row(delivery).await.state, a(name));
    }
}

#[tokio::test]
async fn cancel_is_refused_once_the_platform_has_a_name_for_the_video_whatever_the_state() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Processing, me).await;
    desk.advance(delivery, me, needs(ReasonCode::SignInAgain)).await;
    desk.store.release(delivery, me).await.unwrap();
    assert!(matches!(ask(&desk, delivery, Intent::Cancel, 30).await, Err(StoreError::IllegalMove(_))));

    desk.store.go_on(delivery, at(31)).await.unwrap();

    for wish in [Intent::Pause, Intent::Cancel] {
        let asked = ask(&desk, delivery, wish, 32).await;
        assert!(matches!(asked, Err(StoreError::IllegalMove(_))), "waiting, but at the platform: {asked:?}");
    }
}

#[tokio::test]
async fn going_on_is_possible_from_where_the_maker_stopped_or_mended_and_from_nowhere_else() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    for name in StateName::ALL {
        let delivery = desk.delivery_in(name, me).await;
        desk.store.release(delivery, me).await.unwrap();
        let before = desk.row(delivery).await;

        let went = desk.store.go_on(delivery, at(30)).await;

        let stopped = [StateName::Paused, StateName::Cancelled, StateName::NeedsAttention, StateName::Failed];
        if stopped.contains(&name) || name == StateName::Waiting {
            went.unwrap_or_else(|error| panic!("{name:?}: {error}"));
            let row = desk.row(delivery).await;
            assert_eq!((row.state, row.failures, row.not_before), (DeliveryState::queued(), 0, None), "{name:?}");
        } else {
            assert!(matches!(went, Err(StoreError::IllegalMove(_))), "{name:?}: {went:?}");
            assert_eq!(desk.row(delivery).await, before, "{name:?}");
        }
    }
}

#[tokio::test]
async fn a_pause_a_cancel_and_a_mended_trouble_go_on_in_the_same_session_from_the_same_byte() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    for stop in [DeliveryState::Paused, DeliveryState::Cancelled, needs(ReasonCode::FileMissing)] {
        let delivery = desk.delivery_in(StateName::Uploading, me).await;
        desk.store.open_session(delivery, &session()).await.unwrap();
        desk.store.confirm(delivery, me, 600).await.unwrap();
        desk.advance(delivery, me, stop).await;
        desk.store.go_on(delivery, at(30)).await.unwrap();
        assert_eq!(desk.store.session(delivery).await.unwrap(), Some(session()));
        assert_eq!(desk.row(delivery).await.confirmed_bytes, 600);
    }
}

#[tokio::test]
async fn going_on_after_it_came_to_nothing_starts_anew() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    for stop in [
        needs(ReasonCode::CannotTell),
        needs(ReasonCode::SessionLost),
        needs(ReasonCode::UploadWindowClosed),
        a(StateName::Failed),
    ] {
        let delivery = desk.delivery_in(StateName::Uploading, me).await;
        desk.store.open_session(delivery, &session()).await.unwrap();
        desk.store.confirm(delivery, me, 600).await.unwrap();
        desk.advance(delivery, me, stop.clone()).await;
        desk.store.go_on(delivery, at(30)).await.unwrap();
        let row = desk.row(delivery).await;
        assert_eq!(desk.store.session(delivery).await.unwrap(), None, "{stop:?}");
        assert_eq!((row.confirmed_bytes, row.remote_id, row.asked), (0, None, 0), "{stop:?}");
    }
}

#[tokio::test]
async fn a_video_that_the_platform_could_not_make_is_sent_anew_and_not_asked_for_again() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    for stop in [a(StateName::Failed), needs(ReasonCode::CannotTell)] {
        let delivery = desk.delivery_in(StateName::Processing, me).await;
        desk.store.advance(delivery, me, &Step { asked: 9, ..Step::to(stop) }, at(20)).await.unwrap();
        desk.store.go_on(delivery, at(30)).await.unwrap();
        let row = desk.row(delivery).await;
        assert_eq!((row.confirmed_bytes, row.remote_id, row.asked), (0, None, 0));
    }
}

#[tokio::test]
async fn a_cancel_that_is_taken_back_is_on_the_list_again() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Cancelled, me).await;
    desk.store.dismiss(delivery, at(20)).await.unwrap();
    desk.store.go_on(delivery, at(21)).await.unwrap();
    assert_eq!(desk.store.deliveries().await.unwrap()[0].id, delivery);
}

#[tokio::test]
async fn f11_a_sign_in_lets_go_on_what_waited_for_it_and_nothing_else() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let mut rows = Vec::new();
    for (code, cured) in [
        (ReasonCode::SignInAgain, true),
        (ReasonCode::NotConnected, true),
        (ReasonCode::MissingScope, true),
        (ReasonCode::KeyringLocked, true),
        (ReasonCode::FileMissing, false),
        (ReasonCode::CannotTell, false),
    ] {
        let delivery = desk.delivery_in(StateName::Preparing, me).await;
        desk.store.open_session(delivery, &session()).await.unwrap();
        desk.advance(delivery, me, needs(code)).await;
        rows.push((delivery, code, cured));
    }
    assert_eq!(desk.store.go_on_after_sign_in(Platform::Tiktok, at(30)).await.unwrap(), 0);

    assert_eq!(desk.store.go_on_after_sign_in(Platform::Youtube, at(30)).await.unwrap(), 4);

    for (delivery, code, cured) in rows {
        let state = desk.row(delivery).await.state;
        assert_eq!(state, if cured { DeliveryState::queued() } else { needs(code) });
        assert!(desk.store.session(delivery).await.unwrap().is_some(), "the session is kept");
    }
}
