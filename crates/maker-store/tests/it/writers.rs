//! f69: many write at the same time, in this process and beside it, and nobody meets a locked database.

use maker_domain::Platform;
use maker_domain::delivery::DeliveryState;
use maker_domain::id::ProcessId;
use maker_store::deliveries::Step;
use maker_store::{Store, StoreError};

use crate::desk::{Desk, add_draft, at, fields, publication};

const WRITERS: usize = 8;
const ROUNDS: i64 = 6;

async fn work(store: &Store) -> Result<(), StoreError> {
    let me = ProcessId::make();
    for round in 0..ROUNDS {
        let draft = add_draft(store, "Oak chair").await;
        store.save_draft(draft, &fields(&format!("Chair {round}")), at(round)).await?;
        let new = publication(draft, &[Platform::Youtube, Platform::Tiktok]);
        store.publish(&new, at(round)).await?;
        for (delivery, _) in new.posts {
            // The channel takes one at a time, so the writers take turns.
            while !store.claim(delivery, me, at(round), at(round + 15)).await? {
                tokio::task::yield_now().await;
            }
            store.advance(delivery, me, &Step::to(DeliveryState::Preparing), at(round)).await?;
            store.confirm(delivery, me, 10).await?;
            store.deliveries().await?;
            store.release(delivery, me).await?;
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn f69_writers_in_two_stores_on_one_file_never_see_a_locked_database() {
    let desk = Desk::open().await;
    let other = Store::open(&desk.path, at(0)).await.unwrap();
    let writers: Vec<_> = (0..WRITERS)
        .map(|n| {
            let store = if n % 2 == 0 { desk.store.clone() } else { other.clone() };
            tokio::spawn(async move { work(&store).await })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap().unwrap();
    }
    let made = i64::try_from(WRITERS).unwrap() * ROUNDS * 2;
    assert_eq!(desk.count("SELECT count(*) FROM deliveries WHERE state = 'PREPARING'").await, made);
    desk.store.check_integrity().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn f69_somebody_who_holds_the_file_for_a_while_is_waited_for() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    let mut beside = desk.beside().await;
    sqlx::query("BEGIN IMMEDIATE").execute(&mut beside).await.unwrap();
    let store = desk.store.clone();
    let saving = tokio::spawn(async move { store.save_draft(draft, &fields("Ash"), at(100)).await });
    // Reading goes on meanwhile, and what is read is whole.
    for _ in 0..20 {
        assert_eq!(desk.store.draft(draft).await.unwrap().fields.title, "Oak chair");
    }
    assert!(!saving.is_finished());
    sqlx::query("COMMIT").execute(&mut beside).await.unwrap();
    saving.await.unwrap().unwrap();
    assert_eq!(desk.store.draft(draft).await.unwrap().fields.title, "Ash");
}
