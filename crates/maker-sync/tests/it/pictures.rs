//! Pictures go up in parts and come down whole, whatever happens on the way, and no row ever waits for one.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use chrono::TimeDelta;
use maker_domain::Clock;
use maker_domain::id::PostId;
use maker_domain::image::{ImageName, ImageUpload, MOST_BYTES, PART_BYTES};
use maker_domain::profile::ProfileFields;
use maker_domain::sync::token::Token;
use maker_domain::text_post::unfinished;
use maker_store::images::{ImageTask, ImagesStanding};
use maker_store::sync::Resolution;
use maker_store::{Shelf, Store};
use maker_sync::session::Event;
use maker_sync::{Failure, Parts, PictureBackend, Pictures, Sync, once, pictures::Trouble};
use maker_sync_play::{Device, Line, Wrong as WrongClock, cut, settle, titled, two, world};
use rand::RngCore;
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::gallery::{Came, Gallery, Wrong, at};
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
async fn a_backend_that_forgot_what_was_there_is_begun_with_anew() {
    let (world, gallery) = (world(), Gallery::open().await);
    let laptop = Device::one(&world).await;
    let bytes = large();
    let (_, name) = laptop.show(&bytes).await;
    gallery.next([None, None, None, Some(Wrong::Restarted)]);
    laptop.bring(&gallery).await.unwrap();
    assert_eq!(gallery.has(name), Some(bytes));
    let sent = parts(&gallery.came());
    assert_eq!(
        sent[2..].iter().map(|(from, _)| *from).collect::<Vec<_>>(),
        [2 * PART_BYTES, 0, PART_BYTES, 2 * PART_BYTES]
    );
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

#[tokio::test]
async fn a_token_that_runs_out_between_two_parts_is_renewed_and_nothing_is_sent_twice() {
    let (world, gallery) = (world(), Gallery::open().await);
    let laptop = Device::one(&world).await;
    let bytes = large();
    let (_, name) = laptop.show(&bytes).await;
    let backend = gallery.as_device();
    let (watcher, mut watched) = mpsc::unbounded_channel();
    gallery.walls.lock().unwrap().watcher = Some(watcher);
    let parts_of_it = laptop.with(Arc::new(backend));
    let expiring = async {
        let mut seen = 0;
        while let Some(leave) = watched.recv().await {
            seen += 1;
            // After the second request, which is the first part.
            if seen == 4 {
                gallery.expire_tokens();
            }
            let _: Result<(), ()> = leave.send(());
        }
    };
    tokio::select! {
        ended = once(&parts_of_it) => ended.unwrap(),
        () = expiring => panic!("nobody asks any more"),
    }
    assert_eq!(gallery.has(name), Some(bytes));
    assert_eq!(parts(&gallery.came()).len(), 3);
}

#[tokio::test]
async fn what_the_backend_refuses_is_shown_with_its_words_and_not_sent_in_a_circle() {
    let world = world();
    for (status, code) in [(413, "too_large"), (422, "image_refused"), (507, "quota")] {
        let (laptop, gallery) = (Device::one(&world).await, Gallery::open().await);
        let sizes = [2 * PART + 7, 2 * PART + 8];
        let names = [laptop.show(&noise(sizes[0])).await.1, laptop.show(&noise(sizes[1])).await.1];
        gallery.next([None, Some(Wrong::Says(status, code))]);
        let sync = Sync::start(laptop.with(Arc::new(gallery.as_device())));
        sync.tell(Event::SignedIn);
        until("it is noted", || async { laptop.standing().await.1 == 1 }).await;
        let Some(Came::Ask(name)) = gallery.walls.lock().unwrap().came.first().cloned() else { panic!("nobody asked") };
        let good = names[usize::from(names[0] == name)];
        if code == "quota" {
            // Whatever is next would be refused too: it waits until there may be room.
            assert_eq!(gallery.has(good), None);
        } else {
            until("the next goes up", || async { laptop.standing().await == (0, 1) }).await;
        }
        sync.stop().await;
        let of_it = |came: &&Came| matches!(came, Came::Ask(of) | Came::Part(of, ..) if *of == name);
        assert_eq!(gallery.came().iter().filter(of_it).count(), 2, "{code}");
        let next = laptop.store.next_image(true, laptop.now()).await.unwrap();
        assert!(!matches!(next, Some(ImageTask::Send { name: again, .. }) if again == name), "{next:?}");
        let record = laptop.store.image_records(&[name]).await.unwrap().remove(&name).unwrap();
        assert_eq!(record.refused.unwrap(), format!("Do this about {code}."));
        assert!(laptop.shelf().read(name).await.unwrap().is_some_and(|bytes| sizes.contains(&bytes.len())));
        // Somebody asks for it.
        laptop.bring(&gallery).await.unwrap();
        assert_eq!((laptop.standing().await, gallery.has(name).is_some()), ((0, 0), true), "{code}");
    }
}

#[tokio::test]
async fn a_restored_backend_gets_again_what_it_lost() {
    let (world, gallery) = (world(), Gallery::open().await);
    let laptop = Device::one(&world).await;
    let (lost, kept) = (noise(PART + 1), noise(9));
    let (_, lost_name) = laptop.show(&lost).await;
    let (_, kept_name) = laptop.show(&kept).await;
    laptop.bring(&gallery).await.unwrap();
    gallery.came();
    gallery.walls.lock().unwrap().whole.remove(&lost_name);
    laptop.bring(&gallery).await.unwrap();
    assert_eq!(gallery.came(), [], "the backend is believed");
    laptop.store.rewind(Token::START, laptop.now()).await.unwrap();
    laptop.bring(&gallery).await.unwrap();
    assert_eq!((gallery.has(lost_name), gallery.has(kept_name)), (Some(lost), Some(kept)));
    assert_eq!(parts(&gallery.came()).len(), 2, "what is there is not sent");
}

#[tokio::test]
async fn what_comes_under_a_name_that_is_not_its_own_is_not_kept() {
    let (world, gallery) = (world(), Gallery::open().await);
    let (laptop, tablet) = two(&world).await;
    let (post, name) = laptop.show(&noise(100)).await;
    settle(&[&laptop, &tablet]).await;
    gallery.walls.lock().unwrap().whole.insert(name, b"something else".to_vec());
    tablet.bring(&gallery).await.unwrap();
    assert_eq!(tablet.shelf().read(name).await.unwrap(), None);
    assert_eq!(tablet.shelf().tidy(tablet.now()).await.unwrap(), []);
    gallery.walls.lock().unwrap().whole.insert(name, noise(usize::try_from(MOST_BYTES).unwrap() + 1));
    tablet.bring(&gallery).await.unwrap();
    assert_eq!(tablet.shelf().tidy(tablet.now()).await.unwrap(), []);
    assert_eq!(tablet.store.pictures(unfinished(post)).await.unwrap().len(), 1, "the post still shows it");
}

#[tokio::test]
async fn f60_an_answer_that_makes_no_sense_is_met_with_a_rest() {
    let world = world();
    let too_much = r#"{"have":18446744073709551615,"stored":false}"#;
    // More than there is may be of somebody else: the start is sent a few times before it is given up for now.
    for (babble, requests) in
        [("", 1), ("null", 1), ("{}", 1), (r#"{"have":-1,"stored":false}"#, 1), (too_much, 4), ("<html>", 1)]
    {
        let (laptop, gallery) = (Device::one(&world).await, Gallery::open().await);
        laptop.show(&large()).await;
        gallery.next(std::iter::repeat_n(Some(Wrong::Babbles(babble)), requests));
        let ended = laptop.bring(&gallery).await;
        assert!(matches!(ended, Err(Failure::Refused(_) | Failure::Busy { .. })), "{babble}: {ended:?}");
        assert_eq!(gallery.came().len(), requests);
        assert_eq!(laptop.standing().await, (1, 0));
    }
}

#[tokio::test]
async fn a_picture_that_is_damaged_here_is_fetched_anew() {
    let (world, gallery) = (world(), Gallery::open().await);
    let laptop = Device::one(&world).await;
    let bytes = noise(100);
    let (_, name) = laptop.show(&bytes).await;
    gallery.walls.lock().unwrap().whole.insert(name, bytes.clone());
    std::fs::write(laptop.shelf().path(name), b"damaged").unwrap();
    laptop.bring(&gallery).await.unwrap();
    assert_eq!(laptop.shelf().read(name).await.unwrap(), Some(bytes));
    assert_eq!(laptop.standing().await, (0, 0));
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

const WORKER: &str = "MAKER_SYNC_TEST_SENDS_PICTURES";

/// Does nothing when the tests run; brings pictures to the backend named by `WORKER`, after the database.
#[tokio::test]
async fn the_process_that_sends_and_is_killed() {
    let Ok(what) = std::env::var(WORKER) else { return };
    let (database, address) = what.split_once('|').unwrap();
    let world = world();
    let clock = WrongClock { world: Arc::clone(&world), by: TimeDelta::zero() };
    let database = std::path::Path::new(database);
    let store = Store::open(database, clock.now()).await.unwrap();
    let line = Line { device: "Laptop".into(), world, fault: Arc::default() };
    let shelf = Shelf::of(database.parent().unwrap());
    let parts = Parts {
        store,
        backend: Arc::new(line),
        hints: None,
        clock: Arc::new(clock),
        exports: database.with_file_name("exports"),
        pictures: Some(Pictures { shelf, backend: Arc::new(at(address)) }),
    };
    println!("\nready");
    let ended = once(&parts).await;
    println!("\nended {ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn f17_f66_killed_at_every_step_of_an_upload_it_goes_on_where_it_was_and_the_picture_arrives_whole() {
    let (world, gallery) = (world(), Gallery::open().await);
    let device = Device::one(&world).await;
    let bytes = large();
    let (_, name) = device.show(&bytes).await;
    device.store.close().await;
    let work = || {
        Command::new(std::env::current_exe().unwrap())
            .args(["pictures::the_process_that_sends_and_is_killed", "--exact", "--nocapture"])
            .env(WORKER, format!("{}|{}", device.path().display(), gallery.address))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let (watcher, mut watched) = mpsc::unbounded_channel();
    gallery.walls.lock().unwrap().watcher = Some(watcher);
    // Each request passes two moments, before it is done and before it is answered. The four of a whole upload have eight;
    // the first process is killed at the first, the next at the second that it comes to, and so on.
    for moment in 1..=8 {
        let mut process = work();
        let mut leaves = Vec::new();
        for passed in 1..=moment {
            let arrived = tokio::time::timeout(Duration::from_secs(60), watched.recv()).await;
            let Ok(Some(leave)) = arrived else { panic!("moment {moment}: no {passed}. request") };
            if passed < moment {
                let _: Result<(), ()> = leave.send(());
            } else {
                leaves.push(leave);
            }
            if gallery.has(name).is_some() {
                break;
            }
        }
        process.kill().unwrap();
        process.wait().unwrap();
        drop(leaves);
        while watched.try_recv().is_ok() {}
        if gallery.has(name).is_some() {
            break;
        }
    }
    gallery.walls.lock().unwrap().watcher = None;
    let mut last = work();
    let lines = BufReader::new(last.stdout.take().unwrap()).lines().map_while(Result::ok);
    let said: Vec<String> = lines.filter(|line| line.starts_with("ended")).collect();
    last.wait().unwrap();
    assert_eq!(said, ["ended Ok(())"]);
    assert_eq!(gallery.has(name), Some(bytes));
    let store = Store::open(&device.path(), device.now()).await.unwrap();
    store.check_integrity().await.unwrap();
    assert_eq!(store.images_standing().await.unwrap(), ImagesStanding::default());
    let starts = parts(&gallery.came());
    assert!(starts.iter().all(|(from, _)| from % PART_BYTES == 0) && starts.len() <= 3 + 8, "{starts:?}");
}

/// Makes these bytes the maker's picture.
async fn choose(device: &Device, bytes: &[u8]) -> ImageName {
    let name = ImageName::of(bytes);
    device.shelf().keep(name, bytes.to_vec()).await.unwrap();
    device.store.note_image(name, bytes.len() as u64, None).await.unwrap();
    let shown = device.store.profile().await.unwrap().fields;
    let fields = ProfileFields { picture: Some(name), ..shown.clone() };
    device.store.save_profile_over(&shown, &fields, device.now()).await.unwrap();
    name
}

#[tokio::test]
async fn p01_the_makers_picture_comes_to_their_other_desk_and_of_two_chosen_at_once_none_is_lost() {
    let world = world();
    let gallery = Gallery::open().await;
    let (laptop, tablet) = two(&world).await;
    let bytes = noise(900);
    let first = choose(&laptop, &bytes).await;
    for device in [&laptop, &tablet] {
        device.bring(&gallery).await.unwrap();
    }
    assert_eq!(tablet.store.profile().await.unwrap().fields.picture, Some(first));
    assert_eq!(tablet.shelf().read(first).await.unwrap(), Some(bytes), "before anybody looks at it");

    let (lathe, shop) = (noise(800), noise(700));
    let chosen = [choose(&laptop, &lathe).await, choose(&tablet, &shop).await];
    for device in [&laptop, &tablet, &laptop, &tablet] {
        device.bring(&gallery).await.unwrap();
    }
    for device in [&laptop, &tablet] {
        let conflict = device.store.conflicts(10).await.unwrap().remove(0);
        assert_eq!((&conflict.table[..], &conflict.field[..]), ("makers", "picture"));
        let shown = device.store.profile().await.unwrap().fields.picture.unwrap();
        let kept: ImageName = conflict.kept[0].value.as_str().unwrap().parse().unwrap();
        assert!(chosen.contains(&shown) && chosen.contains(&kept) && shown != kept, "{conflict:?}");
        let on_the_shelf = device.shelf().tidy(device.now()).await.unwrap();
        let later = device.now() + TimeDelta::days(400);
        device.store.sort_out_images(&on_the_shelf, device.now()).await.unwrap();
        assert_eq!(
            device.store.sort_out_images(&on_the_shelf, later).await.unwrap(),
            [first],
            "what was replaced goes"
        );
        for picture in chosen {
            assert!(device.shelf().read(picture).await.unwrap().is_some(), "both are here to choose from");
        }
    }
    let conflict = laptop.store.conflicts(10).await.unwrap().remove(0);
    let (row, version, seen) = (conflict.row, &conflict.kept[0].version, conflict.shown.as_str().unwrap());
    laptop.store.resolve("makers", row, version, seen, Resolution::Use, laptop.now()).await.unwrap();
    for device in [&laptop, &tablet] {
        device.bring(&gallery).await.unwrap();
    }
    let kept = conflict.kept[0].value.as_str().unwrap().parse().ok();
    assert_eq!(tablet.store.profile().await.unwrap().fields.picture, kept);
    assert_eq!(tablet.store.conflicts(10).await.unwrap(), []);
}
