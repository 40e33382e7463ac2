//! What another device has on its way, and what of it never leaves that device.

use chrono::TimeDelta;
use maker_domain::delivery::{DeliveryState, Wait};
use maker_domain::id::{DeliveryId, ProcessId};
use maker_domain::reason::{Reason, ReasonCode};
use maker_store::deliveries::{Look, Step};
use maker_store::sessions::StoredSession;
use maker_sync_play::{Device, FOLDER, media, settle, two, world};

/// How long a device has a delivery for itself.
const LEASE: TimeDelta = TimeDelta::minutes(5);

/// A delivery that the device has taken up and brought to `state`, and as whom.
async fn on_its_way(device: &Device, state: DeliveryState) -> (DeliveryId, ProcessId) {
    let (delivery, me) = (device.published("Oak chair").await, ProcessId::make());
    assert!(device.store.claim(delivery, me, device.now(), device.now() + LEASE).await.unwrap());
    device.store.advance(delivery, me, &Step::to(state), device.now()).await.unwrap();
    (delivery, me)
}

#[tokio::test]
async fn a_delivery_of_another_device_is_seen_and_never_claimed() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let (delivery, me) = on_its_way(&laptop, DeliveryState::Preparing).await;
    settle(&[&laptop, &tablet]).await;

    let [seen] = &tablet.store.deliveries_elsewhere(10).await.unwrap()[..] else { panic!("it is not seen") };
    assert_eq!((seen.id, seen.device.as_deref(), &seen.title[..]), (delivery, Some("Laptop"), "Oak chair"));
    assert_eq!(seen.state, DeliveryState::Preparing);
    let later = laptop.now() + LEASE;
    assert_eq!(tablet.store.due(later, &Look::default()).await.unwrap(), []);
    assert_eq!(tablet.store.deliveries().await.unwrap(), []);
    assert!(!tablet.store.claim(delivery, ProcessId::make(), later, later).await.unwrap());
    assert_eq!(laptop.store.deliveries_elsewhere(10).await.unwrap(), [], "its own are not elsewhere");

    // Nor does what comes down move a delivery of this device's own.
    laptop.store.advance(delivery, me, &Step::to(DeliveryState::Uploading), laptop.now()).await.unwrap();
    laptop.pull(100).await;
    assert_eq!(laptop.store.delivery(delivery).await.unwrap().state, DeliveryState::Uploading);
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.store.deliveries_elsewhere(10).await.unwrap()[0].state, DeliveryState::Uploading);

    // What has ended there is on nobody's way.
    laptop.store.advance(delivery, me, &Step::to(DeliveryState::Cancelled), laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.store.deliveries_elsewhere(10).await.unwrap(), []);
}

#[tokio::test]
async fn an_upload_that_waits_for_the_network_is_no_edit_each_time_it_is_looked_at() {
    let world = world();
    let (laptop, _) = two(&world).await;
    let waits = DeliveryState::Waiting { why: Wait::Network, until: None };
    let (delivery, me) = on_its_way(&laptop, waits.clone()).await;
    laptop.store.gather_edits(laptop.now()).await.unwrap();
    let waiting = async || laptop.store.own_edits(100).await.unwrap().len();
    let before = waiting().await;
    for second in 1..=20 {
        let now = laptop.now() + TimeDelta::seconds(4 * second);
        // What has been sent and not answered cannot take anything in any more.
        laptop.next_fault(maker_sync_play::Fault::AnswerLost);
        laptop.push(500).await;
        laptop.store.advance(delivery, me, &Step::to(waits.clone()), now).await.unwrap();
        laptop.store.gather_edits(now).await.unwrap();
    }
    assert_eq!(waiting().await, before, "nobody has edited anything");
}

#[tokio::test]
async fn a_file_on_another_device_is_named_and_a_later_choice_takes_its_place() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let draft = laptop.draft_with_file("Oak chair").await;
    settle(&[&laptop, &tablet]).await;
    let seen = tablet.store.draft(draft).await.unwrap();
    let elsewhere = seen.elsewhere.unwrap();
    assert_eq!(
        (seen.media, elsewhere.device.as_deref(), &elsewhere.file_name[..]),
        (None, Some("Laptop"), "chair.mp4")
    );
    assert_eq!(elsewhere.facts, media("chair.mp4", 1_000).facts);
    assert_eq!(laptop.store.draft(draft).await.unwrap().elsewhere, None);

    tablet.store.set_media(draft, &media("new chair.mp4", 2_000), tablet.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    let (here, there) = (laptop.store.draft(draft).await.unwrap(), tablet.store.draft(draft).await.unwrap());
    assert_eq!((here.media, here.elsewhere.unwrap().file_name), (None, "new chair.mp4".into()));
    assert_eq!(there.media.unwrap().file_name, "new chair.mp4");
}

#[tokio::test]
async fn i16_f64_no_path_no_session_address_and_no_words_from_outside_are_ever_sent() {
    let world = world();
    let (laptop, _) = two(&world).await;
    let (delivery, me) = on_its_way(&laptop, DeliveryState::Preparing).await;
    let session = StoredSession {
        sealed_address: b"canary-address".to_vec(),
        handle: Some("canary-handle".into()),
        chunk_bytes: 1,
        total_bytes: 1_000,
        content_type: "video/mp4".into(),
        opened_at: laptop.now(),
        expires_at: None,
        sent_all: false,
    };
    laptop.store.open_session(delivery, &session).await.unwrap();
    laptop.settle().await;
    let reason =
        Reason::with_words(ReasonCode::RefusedByPlatform, "see https://upload.example/?upload_id=canary-words");
    let refused = Step::to(DeliveryState::NeedsAttention { reason });
    laptop.store.advance(delivery, me, &refused, laptop.now()).await.unwrap();
    laptop.settle().await;
    let sent = format!("{:?}", world.lock().unwrap().arrived);
    let kept = format!("{:?}", laptop.confirmed().await);
    assert!(sent.contains("REFUSED_BY_PLATFORM") && kept.contains("chair.mp4"), "nothing was looked at");
    for canary in ["canary", FOLDER, "amina", "secret", "f00d"] {
        assert!(!sent.contains(canary) && !kept.contains(canary), "{canary} was sent");
    }
}
