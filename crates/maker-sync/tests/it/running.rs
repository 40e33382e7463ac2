//! The loop: it goes by itself, rests when it must, and stops when it is told.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use maker_domain::sync::wire::{Ancestor, FindAncestor, Page, Pull, Push, Pushed};
use maker_store::sync::Problem;
use maker_sync::session::Event;
use maker_sync::{Backend, Failure, Parts, Sync};
use maker_sync_play::{Device, titled, two, world};
use uuid::Uuid;

pub(crate) fn parts(device: &Device, backend: Arc<dyn Backend>) -> Parts {
    Parts {
        store: device.store.clone(),
        backend,
        hints: None,
        clock: Arc::clone(&device.clock) as _,
        exports: device.path().with_file_name("exports"),
        pictures: None,
    }
}

/// Waits for a condition; a minute without it is a failure.
pub(crate) async fn until<F: Future<Output = bool>>(what: &str, condition: impl Fn() -> F) {
    for _ in 0..600 {
        if condition().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("it never came about: {what}");
}

/// Refuses everything in one way.
pub(crate) struct Refusing(pub(crate) Way);

type Way = fn() -> Failure;

#[async_trait::async_trait]
impl Backend for Refusing {
    async fn push(&self, _: Uuid, _: &Push) -> Result<Pushed, Failure> {
        Err(self.0())
    }
    async fn pull(&self, _: Uuid, _: &Pull) -> Result<Page, Failure> {
        Err(self.0())
    }
    async fn ancestor(&self, _: Uuid, _: &FindAncestor) -> Result<Ancestor, Failure> {
        Err(self.0())
    }
}

#[tokio::test]
async fn an_edit_goes_up_by_itself_and_a_hint_brings_what_others_wrote() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let sync = Sync::start(parts(&laptop, Arc::new(laptop.line.clone())));
    sync.tell(Event::SignedIn);
    let draft = laptop.add_draft(&titled("Chair")).await;
    let there = || async { world.lock().unwrap().server.rows().iter().any(|row| row.id == draft) };
    until("the draft is at the backend", there).await;
    tablet.settle().await;
    tablet.save(draft, |fields| fields.title = "Stool".into()).await;
    tablet.push(500).await;
    sync.tell(Event::Look);
    until("the edit is on the laptop", || async { laptop.fields(draft).await.title == "Stool" }).await;
    sync.stop().await;
    laptop.add_draft(&titled("Later")).await;
    assert!(laptop.store.has_unsent_edits(laptop.now()).await.unwrap());
}

#[tokio::test]
async fn what_stands_in_the_way_is_noted_and_every_edit_stays() {
    let cases: [(Way, Option<Problem>); 4] = [
        (|| Failure::UpgradeRequired, Some(Problem::UpgradeRequired)),
        (|| Failure::SignInAgain, Some(Problem::SignInAgain)),
        (|| Failure::Refused("No.".into()), Some(Problem::Refused { why: "No.".into() })),
        (|| Failure::Offline, None),
    ];
    for (failure, problem) in cases {
        let world = world();
        let laptop = Device::new("Laptop", Uuid::now_v7(), &world, TimeDelta::zero()).await;
        laptop.add_draft(&titled("Chair")).await;
        let sync = Sync::start(parts(&laptop, Arc::new(Refusing(failure))));
        sync.tell(Event::SignedIn);
        let noted = || async {
            let record = laptop.store.sync_record().await.unwrap();
            if problem.is_some() { record.problem == problem } else { record.offline_since.is_some() }
        };
        until("it is noted", noted).await;
        sync.stop().await;
        assert_eq!(laptop.store.sync_record().await.unwrap().waiting, 1);
        // The next that is taken takes it back.
        maker_sync::once(&parts(&laptop, Arc::new(laptop.line.clone()))).await.unwrap();
        let record = laptop.store.sync_record().await.unwrap();
        assert_eq!((record.waiting, record.problem, record.offline_since), (0, None, None));
    }
}

#[tokio::test]
async fn a_removed_member_finds_what_was_never_sent_in_a_file() {
    let world = world();
    let laptop = Device::new("Laptop", Uuid::now_v7(), &world, TimeDelta::zero()).await;
    let draft = laptop.add_draft(&titled("Never sent")).await;
    let sync = Sync::start(parts(&laptop, Arc::new(Refusing(|| Failure::Revoked))));
    sync.tell(Event::SignedIn);
    until("the workspace is gone", || async { laptop.store.sync_position().await.unwrap().is_none() }).await;
    sync.stop().await;
    let exports = std::fs::read_dir(laptop.path().with_file_name("exports")).unwrap();
    let written = exports.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect::<String>();
    assert!(written.contains("Never sent"), "{written}");
    assert!(laptop.store.draft(maker_domain::id::DraftId(draft)).await.is_err());
}
