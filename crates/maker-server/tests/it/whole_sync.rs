//! Two desks with real databases, kept in step by the backend as a program, over HTTP.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use maker_domain::Clock;
use maker_domain::account::{DeviceFacts, MakeWorkspace, Secret, SignIn, SignUp, SignedIn};
use maker_domain::draft::DraftFields;
use maker_domain::id::{DraftId, ServiceId};
use maker_server::SystemClock;
use maker_store::services::{ServiceFields, ServiceType};
use maker_store::sync::{Link, Problem, Resolution, as_text};
use maker_store::{Shelf, Store};
use maker_sync::account::choose;
use maker_sync::session::Event;
use maker_sync::{
    BackendAddress, Credentials, CredentialsError, Failure, HttpBackend, KeySource, Parts, Pictures, Sync, once,
};
use rstest::rstest;

use crate::desk::{House, PASSWORD, email};
use crate::engines::On;

/// Stands for the keyring, whose own tests are elsewhere.
#[derive(Default)]
struct Pocket(Mutex<Option<Secret>>);

#[async_trait]
impl Credentials for Pocket {
    async fn read(&self) -> Result<Option<Secret>, CredentialsError> {
        Ok(self.0.lock().unwrap().clone())
    }
    async fn keep(&self, secret: &Secret) -> Result<(), CredentialsError> {
        *self.0.lock().unwrap() = Some(secret.clone());
        Ok(())
    }
    async fn forget(&self) -> Result<(), CredentialsError> {
        *self.0.lock().unwrap() = None;
        Ok(())
    }
}

pub(crate) struct Device {
    pub(crate) store: Store,
    pub(crate) backend: HttpBackend,
    pocket: Arc<Pocket>,
    facts: DeviceFacts,
    folder: tempfile::TempDir,
}

pub(crate) fn now() -> DateTime<Utc> {
    SystemClock.now()
}

impl Device {
    pub(crate) async fn new(name: &str, house: &House) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("studio.db"), now()).await.unwrap();
        let pocket = Arc::new(Pocket::default());
        let backend = Self::at(house, &pocket);
        let facts = DeviceFacts { name: name.into(), platform: "linux".into(), app_version: "0".into() };
        Self { store, backend, pocket, facts, folder }
    }

    fn at(house: &House, pocket: &Arc<Pocket>) -> HttpBackend {
        let address = BackendAddress::parse(&house.address).unwrap();
        HttpBackend::new(address, Arc::new(KeySource::new(Arc::clone(pocket) as _))).unwrap()
    }

    /// The backend has another address.
    pub(crate) fn follow(&mut self, house: &House) {
        self.backend = Self::at(house, &self.pocket);
    }

    pub(crate) async fn sign_up(&self) {
        let with = SignUp {
            email: email("amina"),
            name: "Amina".into(),
            password: Secret::new(PASSWORD.into()),
            device: self.facts.clone(),
        };
        let who = self.backend.sign_up(&with).await.unwrap();
        assert_eq!(choose(&self.backend.workspaces().await.unwrap(), None), None);
        let (_, maker) = self.store.local_maker().await.unwrap();
        let new = MakeWorkspace { id: maker.0, name: "Clay".into() };
        let made = self.backend.make_workspace(&new).await.unwrap();
        self.link(&who, made.id).await;
    }

    pub(crate) async fn sign_in(&self) {
        let with = self.with(PASSWORD);
        let who = self.backend.sign_in(&with).await.unwrap();
        let workspace = choose(&self.backend.workspaces().await.unwrap(), None).unwrap();
        self.link(&who, workspace).await;
    }

    fn with(&self, password: &str) -> SignIn {
        SignIn { email: email("amina"), password: Secret::new(password.into()), device: self.facts.clone() }
    }

    async fn link(&self, who: &SignedIn, workspace: uuid::Uuid) {
        let link = Link {
            workspace,
            backend: self.backend.address().to_string(),
            account: who.user.email.clone(),
            device: who.device_id,
            device_name: self.facts.name.clone(),
        };
        self.store.link(&link, now()).await.unwrap();
    }

    pub(crate) fn parts(&self) -> Parts {
        Parts {
            store: self.store.clone(),
            backend: Arc::new(self.backend.clone()),
            hints: Some(self.backend.clone()),
            clock: Arc::new(SystemClock),
            exports: self.folder.path().join("exports"),
            pictures: Some(Pictures { shelf: self.shelf(), backend: Arc::new(self.backend.clone()) }),
        }
    }

    pub(crate) fn shelf(&self) -> Shelf {
        Shelf::of(self.folder.path())
    }

    pub(crate) async fn sync(&self) {
        once(&self.parts()).await.unwrap();
    }

    async fn add(&self, title: &str) -> DraftId {
        let (_, maker) = self.store.local_maker().await.unwrap();
        let draft = DraftId::make();
        self.store.add_draft(draft, maker, &titled(title), None, now()).await.unwrap();
        draft
    }

    async fn title(&self, draft: DraftId) -> String {
        self.store.draft(draft).await.map_or_else(|_| String::new(), |draft| draft.fields.title)
    }

    async fn rename(&self, draft: DraftId, title: &str) {
        let shown = self.store.draft(draft).await.unwrap().fields;
        self.save(draft, &shown, &titled(title)).await;
    }

    async fn save(&self, draft: DraftId, shown: &DraftFields, fields: &DraftFields) {
        self.store.save_draft_over(draft, shown, fields, now()).await.unwrap();
    }
}

fn titled(title: &str) -> DraftFields {
    DraftFields { title: title.into(), description: "Oak, oiled.".into(), ..DraftFields::default() }
}

#[rstest]
#[tokio::test]
async fn two_desks_of_an_account_have_the_same_and_keep_both_where_they_differ(
    #[values(On::Sqlite, On::Postgres)] on: On,
) {
    let house = House::open(on).await;
    let (laptop, tablet) = (Device::new("Laptop", &house).await, Device::new("Tablet", &house).await);
    let (chair, stool) = (laptop.add("Chair").await, tablet.add("Stool").await);
    let (_, maker) = laptop.store.local_maker().await.unwrap();
    let service = ServiceFields {
        title: "Delivery".into(),
        description: None,
        price: 12.0,
        currency: "EUR".into(),
        kind: ServiceType::Driver,
        position: None,
        hidden: true,
    };
    laptop.store.save_service(ServiceId::make(), maker, &service, now()).await.unwrap();
    laptop.sign_up().await;
    laptop.sync().await;
    tablet.sign_in().await;
    tablet.sync().await;
    laptop.sync().await;
    for desk in [&laptop, &tablet] {
        assert_eq!((desk.title(chair).await, desk.title(stool).await), ("Chair".into(), "Stool".into()));
        assert_eq!(desk.store.services().await.unwrap()[0].fields, service);
        let record = desk.store.sync_record().await.unwrap();
        assert_eq!((record.waiting, record.refused, record.problem), (0, 0, None));
    }

    laptop.rename(chair, "Oak chair").await;
    tablet.rename(chair, "Ash chair").await;
    laptop.sync().await;
    tablet.sync().await;
    laptop.sync().await;
    let [conflict] = &laptop.store.conflicts(10).await.unwrap()[..] else { panic!("nothing is kept") };
    assert_eq!(conflict.field, "title");
    let (kept, row) = (&conflict.kept[0], conflict.row);
    laptop
        .store
        .resolve("drafts", row, &kept.version, &as_text(&conflict.shown), Resolution::Use, now())
        .await
        .unwrap();
    laptop.sync().await;
    tablet.sync().await;
    assert_eq!(tablet.title(chair).await, kept.value.as_str().unwrap());
    assert_eq!(tablet.store.conflicts(10).await.unwrap(), []);

    tablet.store.delete_draft(stool, now()).await.unwrap();
    tablet.sync().await;
    laptop.sync().await;
    assert_eq!(laptop.store.drafts().await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_typed_over_an_edit_that_the_screen_had_not_shown_overwrites_nothing() {
    let house = House::open(On::Sqlite).await;
    let (laptop, tablet) = (Device::new("Laptop", &house).await, Device::new("Tablet", &house).await);
    let draft = laptop.add("Chair").await;
    laptop.sign_up().await;
    laptop.sync().await;
    tablet.sign_in().await;
    tablet.sync().await;

    // The laptop's composer is open while the tablet's edits come in below it.
    let shown = laptop.store.draft(draft).await.unwrap().fields;
    let theirs =
        DraftFields { description: "Oak, oiled twice.".into(), tags: vec!["oak".into()], ..titled("Ash chair") };
    tablet.save(draft, &shown, &theirs).await;
    tablet.sync().await;
    laptop.sync().await;
    let mine = DraftFields { description: "Old Oak, oiled.".into(), ..titled("Oak chair") };
    laptop.save(draft, &shown, &mine).await;
    let now = laptop.store.draft(draft).await.unwrap().fields;
    let together = "Old Oak, oiled twice.";
    assert_eq!((now.title.as_str(), now.description.as_str(), &now.tags), ("Oak chair", together, &theirs.tags));

    laptop.sync().await;
    tablet.sync().await;
    for desk in [&laptop, &tablet] {
        let [conflict] = &desk.store.conflicts(10).await.unwrap()[..] else { panic!("nothing is kept") };
        let mut both = vec![conflict.shown.clone(), conflict.kept[0].value.clone()];
        both.sort_by_key(ToString::to_string);
        assert_eq!((conflict.field.as_str(), both), ("title", vec!["Ash chair".into(), "Oak chair".into()]));
        let fields = desk.store.draft(draft).await.unwrap().fields;
        assert_eq!((fields.description.as_str(), &fields.tags), (together, &theirs.tags));
    }
}

#[tokio::test]
async fn a_draft_that_is_deleted_elsewhere_while_somebody_types_in_it_comes_back_with_what_was_typed() {
    let house = House::open(On::Sqlite).await;
    let (laptop, tablet) = (Device::new("Laptop", &house).await, Device::new("Tablet", &house).await);
    let draft = laptop.add("Chair").await;
    laptop.sign_up().await;
    laptop.sync().await;
    tablet.sign_in().await;
    tablet.sync().await;

    let shown = laptop.store.draft(draft).await.unwrap().fields;
    tablet.store.delete_draft(draft, now()).await.unwrap();
    tablet.sync().await;
    laptop.sync().await;
    assert_eq!(laptop.store.drafts().await.unwrap(), []);
    laptop.save(draft, &shown, &titled("Oak chair")).await;
    laptop.sync().await;
    tablet.sync().await;
    for desk in [&laptop, &tablet] {
        let [back] = &desk.store.drafts().await.unwrap()[..] else { panic!("it is gone") };
        assert_eq!((back.id, back.fields.title.as_str()), (draft, "Oak chair"));
    }
}

#[tokio::test]
async fn what_is_written_on_one_desk_is_on_the_other_without_anybody_asking() {
    let house = House::open(On::Sqlite).await;
    let (laptop, tablet) = (Device::new("Laptop", &house).await, Device::new("Tablet", &house).await);
    laptop.sign_up().await;
    tablet.sign_in().await;
    let both = [Sync::start(laptop.parts()), Sync::start(tablet.parts())];
    both.iter().for_each(|sync| sync.tell(Event::SignedIn));
    let draft = laptop.add("Chair").await;
    until(|| async { tablet.title(draft).await == "Chair" }).await;
    tablet.rename(draft, "Stool").await;
    until(|| async { laptop.title(draft).await == "Stool" }).await;

    // The device is signed out from elsewhere: it says so, and goes on by itself.
    let devices = tablet.backend.devices().await.unwrap();
    let other = devices.iter().find(|device| !device.this).unwrap();
    assert_eq!(other.facts.name, "Laptop");
    tablet.backend.revoke_device(other.id).await.unwrap();
    laptop.rename(draft, "Bench").await;
    let noted = || async { laptop.store.sync_record().await.unwrap().problem == Some(Problem::SignInAgain) };
    until(noted).await;
    let record = laptop.store.sync_record().await.unwrap();
    assert_eq!((record.waiting, laptop.title(draft).await), (1, "Bench".into()));
    for sync in both {
        sync.stop().await;
    }
}

#[tokio::test]
async fn f56_a_sign_in_that_is_refused_says_so_and_leaves_nothing() {
    let house = House::open(On::Sqlite).await;
    let (laptop, tablet) = (Device::new("Laptop", &house).await, Device::new("Tablet", &house).await);
    laptop.sign_up().await;
    let refused = tablet.backend.sign_in(&tablet.with("not the password")).await;
    assert!(matches!(&refused, Err(Failure::Refused(why)) if !why.is_empty()), "{refused:?}");
    assert!(matches!(tablet.backend.workspaces().await, Err(Failure::SignInAgain)));
}

/// Waits for a condition; half a minute without it is a failure. Hints come at once, the look without them after a minute.
async fn until<F: Future<Output = bool>>(condition: impl Fn() -> F) {
    for _ in 0..300 {
        if condition().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("it never came about");
}
