//! Pictures go up in parts and come down whole, whatever happens on the way, and no row ever waits for one.

mod killed;
mod portrait;
mod wrong;

use std::sync::Arc;

use bytes::Bytes;
use chrono::TimeDelta;
use maker_domain::id::PostId;
use maker_domain::image::{ImageName, ImageUpload, PART_BYTES};
use maker_store::Shelf;
use maker_store::images::ImagesStanding;
use maker_sync::session::Event;
use maker_sync::{Failure, Parts, PictureBackend, Pictures, Sync, once, pictures::Trouble};
use maker_sync_play::{Device, cut, settle, titled, two, world};
use rand::RngCore;
use uuid::Uuid;

use crate::gallery::{Came, Gallery, Wrong};
use crate::running::{Refusing, until};

const PART: usize = PART_BYTES as usize;

fn noise(size: usize) -> Vec<u8> {
    let mut bytes = vec![0; size];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

/// As many bytes as make three parts.
fn large() -> Vec<u8> {
    noise(2 * PART + 7)
}

/// A desk with pictures.
trait Pictured: Sized {
    fn shelf(&self) -> Shelf;

    /// Takes a picture in and shows it in a post that is being written.
    async fn show(&self, bytes: &[u8]) -> (PostId, ImageName);

    fn with(&self, backend: Arc<dyn PictureBackend>) -> Parts;

    async fn bring(&self, gallery: &Gallery) -> Result<(), Failure>;

    async fn standing(&self) -> (u64, u64);

    async fn one(world: &maker_sync_play::Shared) -> Self;
}

impl Pictured for Device {
    fn shelf(&self) -> Shelf {
        Shelf::of(self.path().parent().unwrap())
    }

    async fn show(&self, bytes: &[u8]) -> (PostId, ImageName) {
        let post = PostId::make();
        let (_, maker) = self.store.local_maker().await.unwrap();
        self.store.begin_post(post, maker, self.now()).await.unwrap();
        self.store.save_post_text(post, "", "New mugs", self.now()).await.unwrap();
        let name = ImageName::of(bytes);
        self.shelf().keep(name, bytes.to_vec()).await.unwrap();
        self.store.note_image(name, bytes.len() as u64, None).await.unwrap();
        self.store.add_post_picture(post, name, "image/png", self.now()).await.unwrap();
        (post, name)
    }

    fn with(&self, backend: Arc<dyn PictureBackend>) -> Parts {
        let pictures = Some(Pictures { shelf: self.shelf(), backend });
        Parts { pictures, ..crate::running::parts(self, Arc::new(self.line.clone())) }
    }

    async fn bring(&self, gallery: &Gallery) -> Result<(), Failure> {
        once(&self.with(Arc::new(gallery.as_device()))).await
    }

    async fn standing(&self) -> (u64, u64) {
        let ImagesStanding { to_send, refused, .. } = self.store.images_standing().await.unwrap();
        (to_send, refused)
    }

    async fn one(world: &maker_sync_play::Shared) -> Self {
        Self::new("Laptop", Uuid::now_v7(), world, TimeDelta::zero()).await
    }
}

fn parts(came: &[Came]) -> Vec<(u64, usize)> {
    came.iter()
        .filter_map(|came| if let Came::Part(_, from, size) = came { Some((*from, *size)) } else { None })
        .collect()
}

#[tokio::test]
async fn a_picture_goes_up_in_parts_and_once_however_often_it_is_shown() {
    let (world, gallery) = (world(), Gallery::open().await);
    let laptop = Device::one(&world).await;
    let bytes = large();
    let (_, name) = laptop.show(&bytes).await;
    laptop.show(&bytes).await;
    assert_eq!(laptop.standing().await, (1, 0));
    laptop.bring(&gallery).await.unwrap();
    assert_eq!(gallery.has(name), Some(bytes));
    let whole = (0, PART);
    assert_eq!(parts(&gallery.came()), [whole, (PART_BYTES, PART), (2 * PART_BYTES, 7)]);
    assert_eq!(laptop.standing().await, (0, 0));
    laptop.bring(&gallery).await.unwrap();
    assert_eq!(gallery.came(), [], "what the backend is known to have is not asked for");
}

#[tokio::test]
async fn what_one_device_adds_the_other_shows_byte_for_byte() {
    let (world, gallery) = (world(), Gallery::open().await);
    let (laptop, tablet) = two(&world).await;
    let bytes = large();
    let (post, name) = laptop.show(&bytes).await;
    laptop.store.publish_post(post, laptop.store.local_maker().await.unwrap(), laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.store.pictures(post).await.unwrap()[0].image, name.to_string());

    tablet.bring(&gallery).await.unwrap();
    assert_eq!(gallery.came(), [Came::Fetch(name)], "it is not there yet");
    assert_eq!(tablet.shelf().read(name).await.unwrap(), None);
    laptop.bring(&gallery).await.unwrap();
    tablet.bring(&gallery).await.unwrap();
    assert_eq!(tablet.shelf().read(name).await.unwrap(), Some(bytes));
    assert_eq!(parts(&gallery.came()).len(), 3);
    tablet.bring(&gallery).await.unwrap();
    // The one that fetched it asks once whether the backend has it, and sends nothing.
    assert_eq!(tablet.standing().await, (0, 0));
    assert_eq!(parts(&gallery.came()), []);
}

#[tokio::test]
async fn a_lost_request_or_answer_at_any_step_costs_no_more_than_that_step() {
    let world = world();
    for wrong in [Wrong::Lost, Wrong::AnswerLost, Wrong::Says(503, "unavailable"), Wrong::Says(429, "too_many")] {
        for step in 0..4 {
            let (laptop, gallery) = (Device::one(&world).await, Gallery::open().await);
            let bytes = large();
            let (_, name) = laptop.show(&bytes).await;
            gallery.next(std::iter::repeat_n(None, step).chain([Some(wrong)]));
            let first = laptop.bring(&gallery).await;
            assert!(matches!(first, Err(Failure::Offline | Failure::Busy { .. })), "{wrong:?} {step}: {first:?}");
            laptop.bring(&gallery).await.unwrap();
            assert_eq!(gallery.has(name), Some(bytes), "{wrong:?} {step}");
            let sent: usize = parts(&gallery.came()).iter().map(|(_, size)| size).sum();
            assert!(sent <= 2 * PART + 7 + PART, "{wrong:?} {step}: {sent}");
        }
    }
}

#[tokio::test]
async fn cut_off_anywhere_the_next_start_brings_it_there_whole() {
    let world = world();
    let gallery = Gallery::open().await;
    let laptop = Device::one(&world).await;
    for after in 0..400 {
        let bytes = noise(PART + 7);
        let (_, name) = laptop.show(&bytes).await;
        let whole = cut(laptop.bring(&gallery), after).await.is_some();
        laptop.bring(&gallery).await.unwrap();
        assert_eq!(gallery.has(name), Some(bytes), "cut off after {after}");
        assert_eq!(laptop.standing().await, (0, 0), "cut off after {after}");
        if whole {
            return;
        }
    }
    panic!("it never came to its end");
}

#[tokio::test]
async fn two_devices_that_send_the_same_picture_at_once_send_it_together() {
    let (world, gallery) = (world(), Gallery::open().await);
    let (laptop, tablet) = two(&world).await;
    let bytes = noise(6 * PART + 1);
    let (_, name) = laptop.show(&bytes).await;
    tablet.show(&bytes).await;
    let (one, other) = tokio::join!(laptop.bring(&gallery), tablet.bring(&gallery));
    one.unwrap();
    other.unwrap();
    assert_eq!(gallery.has(name), Some(bytes));
    assert_eq!((laptop.standing().await, tablet.standing().await), ((0, 0), (0, 0)));
}

/// Never answers.
struct Silent;

#[async_trait::async_trait]
impl PictureBackend for Silent {
    async fn upload(&self, _: Uuid, _: ImageName) -> Result<ImageUpload, Trouble> {
        std::future::pending().await
    }
    async fn part(&self, _: Uuid, _: ImageName, _: u64, _: u64, _: Bytes) -> Result<ImageUpload, Trouble> {
        std::future::pending().await
    }
    async fn fetch(&self, _: Uuid, _: ImageName) -> Result<Bytes, Trouble> {
        std::future::pending().await
    }
}

#[tokio::test]
async fn no_row_waits_for_a_picture() {
    let world = world();
    let laptop = Device::one(&world).await;
    laptop.show(&large()).await;
    let sync = Sync::start(laptop.with(Arc::new(Silent)));
    sync.tell(Event::SignedIn);
    for n in 0..3 {
        let draft = laptop.add_draft(&titled(&format!("Chair {n}"))).await;
        let there = || async { world.lock().unwrap().server.rows().iter().any(|row| row.id == draft) };
        until("the row is there", there).await;
    }
    sync.stop().await;
}

#[tokio::test]
async fn out_of_reach_it_rests_and_goes_on_when_the_network_is_back() {
    let (world, gallery) = (world(), Gallery::open().await);
    let laptop = Device::one(&world).await;
    let bytes = large();
    let (_, name) = laptop.show(&bytes).await;
    gallery.next(std::iter::repeat_n(Some(Wrong::Lost), 4));
    let sync = Sync::start(laptop.with(Arc::new(gallery.as_device())));
    sync.tell(Event::SignedIn);
    until("it was tried", || async { !gallery.walls.lock().unwrap().came.is_empty() }).await;
    let arrived = || async {
        sync.tell(Event::Now);
        gallery.has(name).is_some()
    };
    until("it arrived", arrived).await;
    sync.stop().await;
    assert_eq!(gallery.has(name), Some(bytes));
}

#[tokio::test]
async fn a_removed_member_finds_pictures_that_never_went_up_in_a_folder_and_no_others_stay() {
    let (world, gallery) = (world(), Gallery::open().await);
    let laptop = Device::one(&world).await;
    let (sent, never) = (noise(50), [&b"\x89PNG"[..], &noise(60)].concat());
    let (_, sent_name) = laptop.show(&sent).await;
    laptop.bring(&gallery).await.unwrap();
    let (_, never_name) = laptop.show(&never).await;
    let mut parts = laptop.with(Arc::new(Silent));
    parts.backend = Arc::new(Refusing(|| Failure::Revoked));
    let exports = parts.exports.clone();
    let sync = Sync::start(parts);
    sync.tell(Event::SignedIn);
    until("the workspace is gone", || async { laptop.store.sync_position().await.unwrap().is_none() }).await;
    let put = exports.join(format!("{never_name}.png"));
    until("it is in the folder", || async { std::fs::read(&put).is_ok_and(|bytes| bytes == never) }).await;
    let empty = || async { laptop.shelf().tidy(laptop.now()).await.unwrap().is_empty() };
    until("nothing is left on the shelf", empty).await;
    sync.stop().await;
    assert!(!exports.join(format!("{sent_name}.png")).exists());
}
