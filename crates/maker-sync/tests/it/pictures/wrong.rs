//! What the backend forgets, refuses or makes up, and what is damaged here: it is said, met with a rest, or begun anew.

use std::sync::Arc;

use maker_domain::image::{MOST_BYTES, PART_BYTES};
use maker_domain::sync::token::Token;
use maker_domain::text_post::unfinished;
use maker_store::images::ImageTask;
use maker_sync::session::Event;
use maker_sync::{Failure, Sync, once};
use maker_sync_play::{Device, settle, two, world};
use tokio::sync::mpsc;

use super::{PART, Pictured, large, noise, parts};
use crate::gallery::{Came, Gallery, Wrong};
use crate::running::until;

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
