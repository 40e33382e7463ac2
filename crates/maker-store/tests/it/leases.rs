//! Leases: two processes never send the same delivery.

use maker_domain::delivery::StateName;
use maker_domain::id::ProcessId;
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
    let (one, two, three) = (desk.delivery().await, desk.delivery().await, desk.delivery().await);
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
        let due = desk.store.due(at(60)).await.unwrap().iter().any(|d| d.id == delivery);
        let claimed = desk.store.claim(delivery, theirs, at(60), at(75)).await.unwrap();
        assert_eq!((due, claimed), (name.runs_by_itself(), name.runs_by_itself()), "{name:?}");
    }
}

#[tokio::test]
async fn what_rests_until_a_time_is_due_then_and_not_before() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Preparing, me).await;
    let mut rest = step(a(StateName::Waiting));
    rest.not_before = Some(at(100));
    desk.store.advance(delivery, me, &rest, at(20)).await.unwrap();
    assert!(desk.store.due(at(99)).await.unwrap().is_empty());
    assert_eq!(desk.store.next_due_at(at(99)).await.unwrap(), Some(at(100)));
    assert_eq!(desk.store.due(at(100)).await.unwrap()[0].id, delivery);

    desk.store.hurry(delivery).await.unwrap();

    assert_eq!(desk.store.due(at(30)).await.unwrap()[0].id, delivery);
    assert_eq!(desk.store.next_due_at(at(30)).await.unwrap(), None);
}
