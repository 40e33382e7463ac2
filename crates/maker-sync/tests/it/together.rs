//! Writing at the same time, and ending in the middle.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::TimeDelta;
use maker_domain::delivery::DeliveryState;
use maker_domain::id::{DraftId, ProcessId};
use maker_store::Store;
use maker_store::deliveries::Step;
use maker_sync::exchange;
use maker_sync_play::{settle, titled, two, world};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn f69_the_upload_engine_a_typist_and_sync_write_at_once_and_nobody_meets_a_locked_database() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let (laptop, tablet) = (Arc::new(laptop), Arc::new(tablet));
    let delivery = laptop.published("Oak chair").await;
    let draft = laptop.add_draft(&titled("Chair")).await;
    let other_process = Store::open(&laptop.path(), laptop.now()).await.unwrap();
    let over = Arc::new(AtomicBool::new(false));

    let engine = tokio::spawn({
        let (store, now) = (other_process.clone(), laptop.now());
        async move {
            let me = ProcessId::make();
            assert!(store.claim(delivery, me, now, now + TimeDelta::days(1)).await.unwrap());
            store.advance(delivery, me, &Step::to(DeliveryState::Preparing), now).await.unwrap();
            store.advance(delivery, me, &Step::to(DeliveryState::Uploading), now).await.unwrap();
            for n in 0..100 {
                store.confirm(delivery, me, n).await.unwrap();
                store.renew(delivery, me, now + TimeDelta::days(1)).await.unwrap();
            }
        }
    });
    let typist = tokio::spawn({
        let laptop = Arc::clone(&laptop);
        async move {
            for n in 0..60 {
                laptop.save(draft, |fields| fields.title = format!("Chair {n}")).await;
            }
        }
    });
    let mut syncing = Vec::new();
    for device in [&laptop, &laptop, &tablet] {
        let (device, over) = (Arc::clone(device), Arc::clone(&over));
        syncing.push(tokio::spawn(async move {
            while !over.load(Ordering::Relaxed) {
                let (store, line, clock) = (&device.store, &device.line, device.clock.as_ref());
                exchange::push(store, line, clock, 10).await.unwrap();
                exchange::pull(store, line, clock, 10).await.unwrap();
            }
        }));
    }
    engine.await.unwrap();
    typist.await.unwrap();
    over.store(true, Ordering::Relaxed);
    for task in syncing {
        task.await.unwrap();
    }
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.store.draft(DraftId(draft)).await.unwrap().fields.title, "Chair 59");
    assert_eq!(tablet.store.deliveries_elsewhere(10).await.unwrap()[0].state, DeliveryState::Uploading);
    assert_eq!(laptop.store.conflicts(10).await.unwrap(), []);
    laptop.store.check_integrity().await.unwrap();
}
