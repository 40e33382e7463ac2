//! Follow-up steps: each alone, once, and never a delivery's undoing.

use std::path::PathBuf;

use maker_domain::Platform;
use maker_domain::delivery::StateName;
use maker_domain::followup::{FollowUp, StepState};
use maker_domain::id::{DeliveryId, ProcessId, StepId};
use maker_domain::reason::{Reason, ReasonCode};
use maker_store::StoreError;
use maker_store::steps::NewStep;

use crate::desk::{Desk, a, add_draft, at, media, publication};

fn captions(delivery: DeliveryId) -> NewStep {
    NewStep {
        id: StepId::make(),
        delivery,
        work: FollowUp::Captions { file_name: "chair.srt".into(), language: "en".into(), name: String::new() },
        file: Some((PathBuf::from("/videos/chair.srt"), media().identity)),
    }
}

/// A delivery in `name` with one step.
async fn stepped(desk: &Desk, name: StateName) -> (DeliveryId, NewStep) {
    let mut new = publication(add_draft(&desk.store, "Oak chair").await, &[Platform::Youtube]);
    let delivery = new.posts[0].0;
    let step = captions(delivery);
    new.steps.push(step.clone());
    desk.store.publish(&new, at(1)).await.unwrap();
    let me = ProcessId::make();
    assert!(desk.store.claim(delivery, me, at(0), at(60)).await.unwrap());
    desk.advance(delivery, me, a(StateName::Preparing)).await;
    desk.advance(delivery, me, a(StateName::Processing)).await;
    if name != StateName::Processing {
        desk.advance(delivery, me, a(name)).await;
    }
    desk.store.release(delivery, me).await.unwrap();
    (delivery, step)
}

#[tokio::test]
async fn a_step_is_due_once_the_platform_has_the_video_and_not_when_that_came_to_nothing() {
    let desk = Desk::open().await;
    let waiting = publication(add_draft(&desk.store, "Oak chair").await, &[Platform::Youtube]);
    desk.store.publish(&waiting, at(1)).await.unwrap();
    assert_eq!(desk.store.due_steps(at(9), None).await.unwrap(), []);
    for (name, due) in [(StateName::Processing, true), (StateName::Published, true), (StateName::Failed, false)] {
        let (delivery, step) = stepped(&desk, name).await;
        let found = desk.store.due_steps(at(20), None).await.unwrap().into_iter().find(|s| s.id == step.id);
        assert_eq!(found.is_some(), due, "{name:?}");
        if let Some(found) = found {
            assert_eq!((found.delivery, found.work, found.file), (delivery, step.work, step.file));
        }
    }
}

#[tokio::test]
async fn of_two_processes_one_does_a_step_and_what_it_left_in_the_middle_counts_as_tried() {
    let (desk, ours, theirs) = (Desk::open().await, ProcessId::make(), ProcessId::make());
    let (_, step) = stepped(&desk, StateName::Published).await;
    assert!(desk.store.claim_step(step.id, ours, at(0), at(15)).await.unwrap());
    assert!(!desk.store.claim_step(step.id, theirs, at(1), at(16)).await.unwrap());
    desk.store.try_step(step.id, ours).await.unwrap();
    desk.store.release_all_of(ours).await.unwrap();

    assert!(desk.store.claim_step(step.id, theirs, at(2), at(17)).await.unwrap());

    assert!(desk.store.due_steps(at(20), None).await.unwrap()[0].tried);
    let late = desk.store.settle_step(step.id, ours, &StepState::Done, None, 0, at(3)).await;
    assert!(matches!(late, Err(StoreError::LostLease)), "{late:?}");
    desk.store.settle_step(step.id, theirs, &StepState::Done, None, 0, at(3)).await.unwrap();
    assert_eq!(desk.store.due_steps(at(20), None).await.unwrap(), []);
}

#[tokio::test]
async fn q11_whatever_becomes_of_a_step_its_video_stays_published_and_the_step_can_be_tried_again() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let (delivery, step) = stepped(&desk, StateName::Published).await;
    let needs = StepState::NeedsAttention { reason: Reason::new(ReasonCode::MissingScope) };
    assert!(desk.store.claim_step(step.id, me, at(0), at(15)).await.unwrap());
    desk.store.settle_step(step.id, me, &needs, None, 0, at(3)).await.unwrap();
    assert_eq!(desk.row(delivery).await.state.name(), StateName::Published);
    assert_eq!(desk.store.due_steps(at(20), None).await.unwrap(), []);

    assert_eq!(desk.store.retry_steps_after_sign_in(Platform::Youtube, at(4)).await.unwrap(), 1);
    assert_eq!(desk.store.due_steps(at(20), None).await.unwrap().len(), 1);

    assert!(desk.store.claim_step(step.id, me, at(5), at(15)).await.unwrap());
    desk.store.settle_step(step.id, me, &StepState::Done, None, 0, at(6)).await.unwrap();
    let again = desk.store.retry_step(step.id, at(7)).await;
    assert!(matches!(again, Err(StoreError::IllegalMove(_))), "what is done is not done again: {again:?}");
}

#[tokio::test]
async fn q11_a_published_video_stays_among_the_current_ones_until_its_steps_are_done() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let (delivery, step) = stepped(&desk, StateName::Published).await;
    let current = async || {
        let (rows, steps) = (desk.store.current_deliveries(at(3_600)).await, desk.store.current_steps(at(3_600)).await);
        let rows: Vec<_> = rows.unwrap().into_iter().map(|row| row.id).collect();
        (rows, steps.unwrap().into_iter().map(|step| step.id).collect::<Vec<_>>())
    };
    assert_eq!(current().await, (vec![delivery], vec![step.id]));
    assert!(desk.store.claim_step(step.id, me, at(20), at(35)).await.unwrap());
    desk.store.settle_step(step.id, me, &StepState::Done, None, 0, at(21)).await.unwrap();
    assert_eq!(current().await, (vec![], vec![]));
}
