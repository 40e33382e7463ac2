//! The queue goes in the maker's order.

use maker_domain::Platform::{Tiktok, Youtube};
use maker_domain::delivery::{DeliveryState, StateName};
use maker_domain::id::{DeliveryId, ProcessId};
use maker_store::StoreError;
use maker_store::deliveries::{Look, Way};

use crate::desk::{Desk, add_draft, at, publish};

async fn order(desk: &Desk) -> Vec<DeliveryId> {
    desk.store.due(at(60), &Look::default()).await.unwrap().iter().map(|d| d.id).collect()
}

#[tokio::test]
async fn q03_a_delivery_moves_up_and_down_by_one_and_stays_at_the_ends() {
    let desk = Desk::open().await;
    let (one, two, three) = (desk.delivery().await, desk.delivery().await, desk.delivery().await);
    assert_eq!(order(&desk).await, [one, two, three]);

    desk.store.reorder(three, Way::Up, at(2)).await.unwrap();
    assert_eq!(order(&desk).await, [one, three, two]);
    desk.store.reorder(three, Way::Up, at(3)).await.unwrap();
    desk.store.reorder(three, Way::Up, at(4)).await.unwrap();
    assert_eq!(order(&desk).await, [three, one, two]);
    desk.store.reorder(three, Way::Down, at(5)).await.unwrap();
    desk.store.reorder(two, Way::Down, at(6)).await.unwrap();
    assert_eq!(order(&desk).await, [one, three, two]);

    let last = desk.delivery().await;
    assert_eq!(order(&desk).await.last(), Some(&last), "what is new goes to the end");
}

#[tokio::test]
async fn q03_the_two_of_one_press_can_change_places() {
    let desk = Desk::open().await;
    let draft = add_draft(&desk.store, "Oak chair").await;
    let both = publish(&desk.store, draft, &[Youtube, Tiktok]).await;
    let first = order(&desk).await[0];
    desk.store.reorder(first, Way::Down, at(2)).await.unwrap();
    assert_ne!(order(&desk).await[0], first);
    assert_eq!(order(&desk).await.len(), both.len());
}

#[tokio::test]
async fn q03_what_is_on_its_way_or_ended_is_not_moved() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    for name in [StateName::Uploading, StateName::Published, StateName::Cancelled] {
        let delivery = desk.delivery_in(name, me).await;
        let moved = desk.store.reorder(delivery, Way::Up, at(20)).await;
        assert!(matches!(moved, Err(StoreError::IllegalMove(_))), "{name:?}: {moved:?}");
    }
}

#[tokio::test]
async fn a_look_leaves_out_taken_channels_and_new_files_and_always_sees_what_is_with_a_platform() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let here = desk.delivery_in(StateName::Processing, me).await;
    let (youtube, tiktok) = (desk.delivery().await, desk.delivery_to(Tiktok).await);
    let look = |look: Look| {
        let store = desk.store.clone();
        async move { store.due(at(60), &look).await.unwrap().iter().map(|d| d.id).collect::<Vec<_>>() }
    };
    assert_eq!(look(Look { busy: vec![Youtube], ..Look::default() }).await, [here, tiktok]);
    let under_way = desk.row(tiktok).await.publication_id;
    assert_eq!(look(Look { files: Some(vec![under_way]), ..Look::default() }).await, [here, tiktok]);
    assert_eq!(look(Look { files: Some(vec![]), ..Look::default() }).await, [here]);
    assert_eq!(look(Look { only: Some(vec![youtube]), ..Look::default() }).await, [youtube]);
}

#[tokio::test]
async fn back_from_offline_only_what_waits_for_the_network_is_hurried() {
    use maker_domain::delivery::Wait;
    use maker_store::deliveries::Step;
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let (line, platform) = (desk.delivery().await, desk.delivery_to(Tiktok).await);
    for (delivery, why) in [(line, Wait::Network), (platform, Wait::Platform)] {
        assert!(desk.store.claim(delivery, me, at(0), at(60)).await.unwrap());
        let rest = Step { not_before: Some(at(500)), ..Step::to(DeliveryState::Waiting { why, until: None }) };
        desk.store.advance(delivery, me, &rest, at(1)).await.unwrap();
    }
    desk.store.hurry_offline().await.unwrap();
    assert_eq!(order(&desk).await, [line]);
}
