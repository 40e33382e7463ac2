//! Leases: two processes never send the same delivery.

use maker_domain::Platform;
use maker_domain::delivery::{DeliveryState, StateName, Wait};
use maker_domain::id::ProcessId;
use maker_store::deliveries::{Look, Step};
use maker_store::{Store, StoreError};

use crate::desk::{Desk, a, at, step};

#[tokio::test]
async fn of_two_processes_one_gets_the_lease_until_it_is_over() {
    let (desk, ours, theirs) = (Desk::open().await, ProcessId::make(), ProcessId::make());
    let delivery = desk.delivery().await;
    assert!(desk.store.claim(delivery, ours, at(0), at(15)).await.unwrap());
    assert!(!desk.store.claim(delivery, theirs, at(14), at(29)).await.unwrap(), "it is ours until 15");
    assert!(desk.store.claim(delivery, theirs, at(15), at(30)).await.unwrap(), "it was over");
    assert!(!desk.store.claim(delivery, ours, at(16), at(31)).await.unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_that_claim_at_the_same_moment_one_gets_it() {
    let desk = Desk::open().await;
    let other = Store::open(&desk.path, at(0)).await.unwrap();
    let delivery = desk.delivery().await;
    let claims: Vec<_> = (0..8)
        .map(|n| {
            let store = if n % 2 == 0 { desk.store.clone() } else { other.clone() };
            tokio::spawn(async move { store.claim(delivery, ProcessId::make(), at(0), at(15)).await.unwrap() })
        })
        .collect();
    let mut won = 0;
    for claim in claims {
        won += usize::from(claim.await.unwrap());
    }
    assert_eq!(won, 1);
}

#[tokio::test]
async fn a_lease_is_renewed_by_its_owner_and_lost_to_whoever_took_it() {
    let (desk, ours, theirs) = (Desk::open().await, ProcessId::make(), ProcessId::make());
    let delivery = desk.delivery().await;
    assert!(desk.store.claim(delivery, ours, at(0), at(15)).await.unwrap());
    desk.store.renew(delivery, ours, at(40)).await.unwrap();
    assert!(!desk.store.claim(delivery, theirs, at(39), at(60)).await.unwrap());

    assert!(desk.store.claim(delivery, theirs, at(40), at(60)).await.unwrap());

    assert!(matches!(desk.store.renew(delivery, ours, at(70)).await, Err(StoreError::LostLease)));
    assert!(matches!(desk.store.confirm(delivery, ours, 5).await, Err(StoreError::LostLease)));
    let moved = desk.store.advance(delivery, ours, &step(a(StateName::Preparing)), at(41)).await;
    assert!(matches!(moved, Err(StoreError::LostLease)), "{moved:?}");
    desk.store.release(delivery, ours).await.unwrap();
    assert_eq!(desk.row(delivery).await.lease.unwrap().owner, theirs, "a lease that is lost cannot be given back");
}

#[tokio::test]
async fn a_lease_that_was_given_back_is_free() {
    let (desk, ours, theirs) = (Desk::open().await, ProcessId::make(), ProcessId::make());
    let delivery = desk.delivery().await;
    assert!(desk.store.claim(delivery, ours, at(0), at(15)).await.unwrap());
    desk.store.release(delivery, ours).await.unwrap();
    assert_eq!(desk.row(delivery).await.lease, None);
    assert!(desk.store.claim(delivery, theirs, at(1), at(16)).await.unwrap());
}

#[tokio::test]
async fn all_leases_of_a_dead_process_are_free_at_once_and_nobody_elses() {
    let (desk, dead, alive, next) = (Desk::open().await, ProcessId::make(), ProcessId::make(), ProcessId::make());
    let (one, two, three) = (desk.delivery().await, desk.delivery().await, desk.delivery_to(Platform::Tiktok).await);
    for (delivery, owner) in [(one, dead), (two, dead), (three, alive)] {
        assert!(desk.store.claim(delivery, owner, at(0), at(15)).await.unwrap());
    }
    assert_eq!(desk.store.release_all_of(dead).await.unwrap(), 2);
    for (delivery, free) in [(one, true), (two, true), (three, false)] {
        assert_eq!(desk.store.claim(delivery, next, at(1), at(16)).await.unwrap(), free);
    }
}

#[tokio::test]
async fn only_what_runs_by_itself_is_due_and_can_be_claimed() {
    let (desk, ours, theirs) = (Desk::open().await, ProcessId::make(), ProcessId::make());
    for name in StateName::ALL {
        let delivery = desk.delivery_in(name, ours).await;
        desk.store.release(delivery, ours).await.unwrap();
        let due = desk.store.due(at(60), &Look::default()).await.unwrap().iter().any(|d| d.id == delivery);
        let claimed = desk.store.claim(delivery, theirs, at(60), at(75)).await.unwrap();
        assert_eq!((due, claimed), (name.runs_by_itself(), name.runs_by_itself()), "{name:?}");
        desk.store.release(delivery, theirs).await.unwrap();
    }
    let running = StateName::ALL.iter().filter(|name| name.runs_by_itself()).count();
    assert_eq!(desk.store.running_deliveries().await.unwrap() as usize, running);
}

#[tokio::test]
async fn what_rests_until_a_time_is_due_then_and_not_before() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Preparing, me).await;
    let mut rest = step(a(StateName::Waiting));
    rest.not_before = Some(at(100));
    desk.store.advance(delivery, me, &rest, at(20)).await.unwrap();
    assert!(desk.store.due(at(99), &Look::default()).await.unwrap().is_empty());
    assert_eq!(desk.store.next_due_at(at(99)).await.unwrap(), Some(at(100)));
    assert_eq!(desk.store.due(at(100), &Look::default()).await.unwrap()[0].id, delivery);

    desk.store.hurry(delivery).await.unwrap();

    assert_eq!(desk.store.due(at(30), &Look::default()).await.unwrap()[0].id, delivery);
    assert_eq!(desk.store.next_due_at(at(30)).await.unwrap(), None);
}

#[tokio::test]
async fn a_channel_takes_one_upload_at_a_time_whoever_sends_it() {
    let (desk, ours, theirs) = (Desk::open().await, ProcessId::make(), ProcessId::make());
    let (one, two, elsewhere) =
        (desk.delivery().await, desk.delivery().await, desk.delivery_to(Platform::Tiktok).await);
    assert!(desk.store.claim(one, ours, at(0), at(15)).await.unwrap());
    assert!(!desk.store.claim(two, theirs, at(1), at(16)).await.unwrap(), "the channel is taken");
    assert!(desk.store.claim(elsewhere, theirs, at(1), at(16)).await.unwrap(), "another channel");

    // Once the platform has every byte, following it disturbs nobody.
    desk.advance(one, ours, DeliveryState::Preparing).await;
    desk.advance(one, ours, a(StateName::Processing)).await;

    assert!(desk.store.claim(two, theirs, at(2), at(17)).await.unwrap());
    let at_work = desk.store.at_work().await.unwrap();
    let uploads: Vec<_> = at_work.iter().filter(|w| w.uploads).map(|w| w.delivery).collect();
    assert_eq!((at_work.len(), uploads.len()), (3, 2), "{at_work:?}");
}

#[tokio::test]
async fn f26_a_clock_that_is_set_back_an_hour_holds_no_retry_back_and_no_quota_either_way() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let (retried, limited) = (desk.delivery().await, desk.delivery_to(Platform::Tiktok).await);
    for (delivery, until) in [(retried, None), (limited, Some(at(4_000)))] {
        assert!(desk.store.claim(delivery, me, at(3_600), at(3_660)).await.unwrap());
        let wait = DeliveryState::Waiting { why: Wait::Platform, until };
        let rest = Step { not_before: Some(until.unwrap_or(at(3_664))), ..Step::to(wait) };
        desk.store.advance(delivery, me, &rest, at(3_600)).await.unwrap();
    }
    let due = |now| {
        let store = desk.store.clone();
        async move { store.due(at(now), &Look::default()).await.unwrap().iter().map(|d| d.id).collect::<Vec<_>>() }
    };
    assert_eq!(due(3_650).await, [], "its pause is not over");
    assert_eq!(due(0).await, [retried], "set back by an hour: the pause is over, the quota's known end is not");
    assert_eq!(due(3_700).await, [retried], "the pause is over");
}
