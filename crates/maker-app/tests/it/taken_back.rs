//! What was taken back to the composer says why it did not go out, for as long as it is a draft.

use chrono::TimeDelta;
use maker_domain::Platform;
use maker_domain::delivery::DeliveryState;
use maker_domain::id::ProcessId;
use maker_domain::reason::{Reason, ReasonCode};
use maker_store::deliveries::Step;

use crate::desk::{Desk, at, open};

#[tokio::test]
async fn why_it_did_not_go_out_is_there_after_a_restart_though_the_delivery_was_cancelled() {
    let desk = Desk::new().await;
    let draft = desk.draft("Oak chair").await;
    let delivery = desk.publish(draft).await;
    let (me, now) = (ProcessId::make(), at(50_001));
    assert!(desk.store.claim(delivery, me, now, now + TimeDelta::minutes(1)).await.unwrap());
    let words = Some("title is too daring".to_owned());
    let reason = Reason { platform_words: words.clone(), ..Reason::new(ReasonCode::FileMissing) };
    let stopped = Step::to(DeliveryState::NeedsAttention { reason });
    desk.store.advance(delivery, me, &stopped, now).await.unwrap();
    desk.store.release(delivery, me).await.unwrap();

    let again = desk.studio.edit_again(delivery).await.unwrap().id;
    assert_eq!(desk.store.delivery(delivery).await.unwrap().state, DeliveryState::Cancelled);
    desk.store.close().await;
    desk.studio.close().await;

    let after = open(desk.folder.path()).await;
    let was = after.draft(again).await.unwrap().taken_back.expect("it is known after a restart");
    assert_eq!((was.delivery, was.platform, was.reason.platform_words), (delivery, Platform::Tiktok, words));
    assert_eq!(was.explanation, ReasonCode::FileMissing.explain(Platform::Tiktok));
    assert!(after.draft(draft).await.unwrap().taken_back.is_none(), "the one it was made from was not taken back");
}
