//! Pictures: what is on the shelf is whole and what its name says, and what is to be done about each is known.

use std::path::Path;

use chrono::TimeDelta;
use maker_domain::id::PostId;
use maker_domain::image::ImageName;
use maker_domain::profile::ProfileFields;
use maker_store::images::{ImageTask, ImagesStanding};
use maker_store::{Shelf, Store};
use tempfile::TempDir;

use crate::desk::{Desk, at};

fn shelf() -> (TempDir, Shelf) {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::of(folder.path());
    (folder, shelf)
}

fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                found.push(entry.file_name().into_string().unwrap());
            }
        }
    }
    found
}

#[tokio::test]
async fn a_picture_is_kept_once_under_its_name_and_is_the_makers_alone() {
    let (folder, shelf) = shelf();
    let bytes = b"a picture".to_vec();
    let name = ImageName::of(&bytes);
    assert_eq!(shelf.read(name).await.unwrap(), None);
    shelf.keep(name, bytes.clone()).await.unwrap();
    shelf.keep(name, bytes.clone()).await.unwrap();
    assert_eq!(shelf.read(name).await.unwrap(), Some(bytes));
    let text = name.to_string();
    assert_eq!(shelf.path(name), folder.path().join("images").join(&text[..2]).join(&text));
    assert_eq!(files(folder.path()), [text]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(shelf.path(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    shelf.remove(name).await.unwrap();
    shelf.remove(name).await.unwrap();
    assert_eq!(shelf.read(name).await.unwrap(), None);
}

#[tokio::test]
async fn what_is_no_longer_what_its_name_says_is_not_given_out() {
    let (_folder, shelf) = shelf();
    let name = ImageName::of(b"a picture");
    shelf.keep(name, b"a picture".to_vec()).await.unwrap();
    std::fs::write(shelf.path(name), b"a pictur3").unwrap();
    assert_eq!(shelf.read(name).await.unwrap(), None);
    shelf.keep(name, b"a picture".to_vec()).await.unwrap();
    assert!(shelf.read(name).await.unwrap().is_some());
}

#[tokio::test]
async fn f21_a_disk_that_refuses_leaves_nothing_half_written() {
    let (folder, shelf) = shelf();
    let name = ImageName::of(b"a picture");
    // What stands in the way of the name makes the last step fail, whoever runs this.
    std::fs::create_dir_all(shelf.path(name).join("in the way")).unwrap();
    assert!(shelf.keep(name, b"a picture".to_vec()).await.is_err());
    assert_eq!(files(folder.path()), Vec::<String>::new());
}

#[tokio::test]
async fn f66_what_a_killed_process_left_half_written_is_cleared_away_and_the_rest_is_found() {
    let (folder, shelf) = shelf();
    assert_eq!(shelf.tidy(chrono::DateTime::UNIX_EPOCH).await.unwrap(), []);
    let name = ImageName::of(b"a picture");
    shelf.keep(name, b"a picture".to_vec()).await.unwrap();
    std::fs::write(folder.path().join("images/.unfinished-1"), b"a pic").unwrap();
    std::fs::write(folder.path().join("images/stray.txt"), b"not ours").unwrap();
    let written = std::fs::metadata(shelf.path(name)).unwrap().modified().unwrap();
    let now = chrono::DateTime::<chrono::Utc>::from(written);
    assert_eq!(shelf.tidy(now).await.unwrap(), [(name, 9)]);
    assert_eq!(files(folder.path()).len(), 3, "another process may be at it");
    assert_eq!(shelf.tidy(now + TimeDelta::hours(2)).await.unwrap(), [(name, 9)]);
    let mut left = files(folder.path());
    left.sort();
    assert_eq!(left, [name.to_string(), "stray.txt".to_owned()]);
}

fn image(n: u8) -> ImageName {
    ImageName::of(&[n])
}

/// A post that is being written and shows these pictures.
async fn shown(store: &Store, images: &[ImageName]) -> PostId {
    let post = PostId::make();
    let (_, maker) = store.local_maker().await.unwrap();
    store.begin_post(post, maker, at(0)).await.unwrap();
    store.save_post_text(post, "", "New mugs", at(0)).await.unwrap();
    for (second, image) in (1..).zip(images) {
        store.add_post_picture(post, *image, "image/png", at(second)).await.unwrap();
    }
    post
}

fn send(n: u8) -> Option<ImageTask> {
    Some(ImageTask::Send { name: image(n), size: 7 })
}

const DAY: i64 = 24 * 60 * 60;

#[tokio::test]
async fn what_the_backend_does_not_have_is_sent_first_then_what_is_not_here_then_what_it_has_had_for_a_day() {
    let desk = Desk::open().await;
    let store = &desk.store;
    shown(store, &[image(1), image(2), image(3)]).await;
    let public = shown(store, &[image(4)]).await;
    store.publish_post(public, store.local_maker().await.unwrap(), at(9)).await.unwrap();
    for n in [1, 2, 4, 5] {
        store.note_image(image(n), 7, None).await.unwrap();
    }
    assert_eq!(store.images_standing().await.unwrap(), ImagesStanding { to_send: 3, ..ImagesStanding::default() });
    assert_eq!(store.next_image(true, at(10)).await.unwrap(), send(4), "posts before drafts");
    store.note_image_sent(image(4), at(10)).await.unwrap();
    assert_eq!(store.next_image(true, at(10)).await.unwrap(), send(1));
    assert_eq!(store.next_image(false, at(10)).await.unwrap(), Some(ImageTask::Fetch(image(3))));
    store.note_image_sent(image(1), at(11)).await.unwrap();
    store.note_image_sent(image(2), at(12)).await.unwrap();
    assert_eq!(store.next_image(true, at(13)).await.unwrap(), Some(ImageTask::Fetch(image(3))));
    store.note_image(image(3), 7, None).await.unwrap();
    store.note_image_sent(image(3), at(14)).await.unwrap();
    assert_eq!(store.next_image(true, at(15)).await.unwrap(), None, "what nothing shows is nobody's business");
    assert_eq!(store.next_image(true, at(10 + DAY)).await.unwrap(), send(4));
    assert_eq!(store.next_image(false, at(10 + DAY)).await.unwrap(), None);
    store.note_image_sent(image(4), at(10 + DAY)).await.unwrap();
    assert_eq!(store.next_image(true, at(10 + DAY)).await.unwrap(), None);
}

#[tokio::test]
async fn what_was_refused_is_not_sent_in_a_circle() {
    let desk = Desk::open().await;
    let store = &desk.store;
    shown(store, &[image(1), image(2)]).await;
    for n in [1, 2] {
        store.note_image(image(n), 7, None).await.unwrap();
    }
    store.note_image_refused(image(1), "It is no picture.", true, at(10)).await.unwrap();
    store.note_image_refused(image(2), "The workspace is full.", false, at(10)).await.unwrap();
    let why = Some("The workspace is full.".to_owned());
    assert_eq!(store.images_standing().await.unwrap(), ImagesStanding { to_send: 0, refused: 2, why });
    assert_eq!(store.next_image(true, at(11)).await.unwrap(), None);
    assert_eq!(store.next_image(true, at(10 + DAY)).await.unwrap(), send(2), "there may be room tomorrow");
    store.retry_images().await.unwrap();
    assert_eq!(store.next_image(true, at(11)).await.unwrap(), send(1), "somebody asked for it");
    store.note_image_sent(image(1), at(12)).await.unwrap();
    let records = store.image_records(&[image(1), image(2)]).await.unwrap();
    assert_eq!(records[&image(1)].refused, None);
    assert_eq!(records[&image(2)].refused.as_deref(), Some("The workspace is full."));
}

#[tokio::test]
async fn what_does_not_come_is_left_alone_for_longer_and_longer_up_to_an_hour() {
    let desk = Desk::open().await;
    let store = &desk.store;
    shown(store, &[image(1)]).await;
    let mut now = at(10);
    let mut rests = Vec::new();
    for _ in 0..12 {
        assert_eq!(store.next_image(true, now).await.unwrap(), Some(ImageTask::Fetch(image(1))));
        store.note_image_missing(image(1), now).await.unwrap();
        let before = now;
        while store.next_image(true, now).await.unwrap().is_none() {
            now += TimeDelta::seconds(30);
        }
        rests.push(now - before);
    }
    assert!(rests.is_sorted() && rests[0] <= TimeDelta::minutes(1) && rests[11] == TimeDelta::hours(1), "{rests:?}");
    store.note_image_missing(image(1), now).await.unwrap();
    let set_back = now - TimeDelta::days(400);
    assert!(store.next_image(true, set_back).await.unwrap().is_some(), "a clock that was set back is no rest");
}

#[tokio::test]
async fn pictures_of_old_posts_come_when_somebody_looks_at_them() {
    let desk = Desk::open().await;
    let store = &desk.store;
    let by = store.local_maker().await.unwrap();
    let old = shown(store, &[image(1)]).await;
    store.publish_post(old, by, at(0)).await.unwrap();
    for n in 1..=50 {
        let post = shown(store, &[]).await;
        store.publish_post(post, by, at(n)).await.unwrap();
    }
    assert_eq!(store.next_image(true, at(100)).await.unwrap(), None);
    store.want_images(&[image(1)], at(100)).await.unwrap();
    assert_eq!(store.next_image(true, at(101)).await.unwrap(), Some(ImageTask::Fetch(image(1))));
}

#[tokio::test]
async fn a_name_that_is_none_is_never_asked_for() {
    let desk = Desk::open().await;
    let store = &desk.store;
    let post = shown(store, &[image(1)]).await;
    store.note_image(image(1), 7, None).await.unwrap();
    store.note_image_sent(image(1), at(5)).await.unwrap();
    let real = store.pictures(maker_domain::text_post::unfinished(post)).await.unwrap().remove(0);
    for name in ["../../etc/passwd", "", &"A".repeat(64), &"a".repeat(63), &"g".repeat(64)] {
        let picture = maker_store::posts::PostPicture {
            id: maker_domain::id::PostMediaId::make(),
            image: (*name).to_owned(),
            ..real.clone()
        };
        store.save_picture(&picture, at(6)).await.unwrap();
    }
    assert_eq!(store.next_image(true, at(7)).await.unwrap(), None);
}

#[tokio::test]
async fn what_nothing_shows_for_thirty_days_is_given_up_and_nothing_else() {
    let desk = Desk::open().await;
    let store = &desk.store;
    let post = shown(store, &[image(1), image(2)]).await;
    store.note_image(image(1), 7, None).await.unwrap();
    store.note_image(image(2), 7, None).await.unwrap();
    let on_the_shelf = [(image(1), 7), (image(2), 7), (image(3), 7)];
    let second = store.post_draft(post).await.unwrap().pictures[1].id;
    store.remove_post_picture(post, second, at(0)).await.unwrap();
    assert_eq!(store.sort_out_images(&on_the_shelf, at(0)).await.unwrap(), []);
    assert_eq!(store.sort_out_images(&on_the_shelf, at(29 * DAY)).await.unwrap(), []);
    store.restore_post_picture(post, second, at(29 * DAY)).await.unwrap();
    let mut gone = store.sort_out_images(&on_the_shelf, at(30 * DAY)).await.unwrap();
    assert_eq!(gone, [image(3)], "a file of nobody goes; what is shown again stays");
    store.remove_post_picture(post, second, at(31 * DAY)).await.unwrap();
    assert_eq!(store.sort_out_images(&on_the_shelf[..2], at(60 * DAY)).await.unwrap(), []);
    gone = store.sort_out_images(&on_the_shelf[..2], at(90 * DAY)).await.unwrap();
    assert_eq!(gone, [image(2)]);
}

#[tokio::test]
async fn a_still_is_kept_and_given() {
    let desk = Desk::open().await;
    desk.store.note_image(image(1), 7, Some(b"small")).await.unwrap();
    desk.store.note_image(image(1), 7, None).await.unwrap();
    let stills = desk.store.image_stills(&[image(1), image(2)]).await.unwrap();
    assert_eq!(stills.into_iter().collect::<Vec<_>>(), [(image(1), b"small".to_vec())]);
    assert!(desk.store.set_image_still(image(1), &vec![7; 131_073]).await.is_err());
}

/// Makes it the maker's picture, or takes that away.
async fn choose(store: &Store, picture: Option<ImageName>, second: i64) {
    let shown = store.profile().await.unwrap().fields;
    let fields = ProfileFields { picture, ..shown.clone() };
    store.save_profile_over(&shown, &fields, at(second)).await.unwrap();
}

#[tokio::test]
async fn p01_the_makers_picture_is_sent_brought_here_and_kept_as_those_of_posts() {
    let desk = Desk::open().await;
    let store = &desk.store;
    choose(store, Some(image(1)), 0).await;
    assert_eq!(
        store.next_image(true, at(1)).await.unwrap(),
        Some(ImageTask::Fetch(image(1))),
        "it was chosen elsewhere"
    );
    store.note_image(image(1), 7, None).await.unwrap();
    assert_eq!(store.next_image(true, at(2)).await.unwrap(), send(1));
    assert_eq!(
        (store.images_standing().await.unwrap().to_send, store.unsent_images().await.unwrap()),
        (1, vec![image(1)])
    );
    let on_the_shelf = [(image(1), 7)];
    assert_eq!(store.sort_out_images(&on_the_shelf, at(400 * DAY)).await.unwrap(), []);
    choose(store, None, 400 * DAY).await;
    assert_eq!(store.sort_out_images(&on_the_shelf, at(400 * DAY)).await.unwrap(), []);
    assert_eq!(store.sort_out_images(&on_the_shelf, at(429 * DAY)).await.unwrap(), [], "it can be brought back");
    assert_eq!(store.sort_out_images(&on_the_shelf, at(430 * DAY)).await.unwrap(), [image(1)]);
}
