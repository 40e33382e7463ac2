//! Pictures of posts between two desks with real databases and shelves, and the backend as a program.

use axum::body::Bytes;
use maker_domain::id::PostId;
use maker_domain::image::{ImageName, MOST_BYTES, PART_BYTES};
use maker_domain::sync::token::Token;
use maker_store::images::ImagesStanding;
use maker_sync::PictureBackend;
use rstest::rstest;

use crate::desk::House;
use crate::engines::On;
use crate::images::pictures::{large, of_each_type, small};
use crate::whole_sync::{Device, now};

impl Device {
    /// A post that is being written, with these pictures.
    async fn writes(&self, pictures: &[Vec<u8>]) -> PostId {
        let post = PostId::make();
        let (_, maker) = self.store.local_maker().await.unwrap();
        self.store.begin_post(post, maker, now()).await.unwrap();
        self.store.save_post_text(post, "", "New mugs", now()).await.unwrap();
        for bytes in pictures {
            let name = ImageName::of(bytes);
            self.shelf().keep(name, bytes.clone()).await.unwrap();
            self.store.note_image(name, bytes.len() as u64, None).await.unwrap();
            self.store.add_post_picture(post, name, "image/png", now()).await.unwrap();
        }
        post
    }

    async fn publishes(&self, post: PostId) {
        self.store.publish_post(post, self.store.local_maker().await.unwrap(), now()).await.unwrap();
    }

    async fn standing(&self) -> (u64, u64) {
        let ImagesStanding { to_send, refused, .. } = self.store.images_standing().await.unwrap();
        (to_send, refused)
    }
}

/// What anybody is given at an address of the public page.
async fn public(house: &House, address: &str) -> (u16, Vec<u8>) {
    let answer = house.http.get(format!("{}{address}", house.address)).send().await.unwrap();
    (answer.status().as_u16(), answer.bytes().await.unwrap().to_vec())
}

#[rstest]
#[tokio::test]
async fn what_one_desk_adds_the_other_shows_byte_for_byte_and_everybody_sees_once_it_is_published(
    #[values(On::Sqlite, On::Postgres)] on: On,
) {
    let house = House::open(on).await;
    let (laptop, tablet) = (Device::new("Laptop", &house).await, Device::new("Tablet", &house).await);
    let mut pictures = vec![large(3)];
    pictures.extend(of_each_type().map(|(_, bytes)| bytes));
    let post = laptop.writes(&pictures).await;
    laptop.sign_up().await;
    laptop.sync().await;
    assert_eq!(laptop.standing().await, (0, 0));
    tablet.sign_in().await;
    tablet.sync().await;
    let draft = tablet.store.post_draft(post).await.unwrap();
    assert_eq!((draft.text.as_str(), draft.pictures.len()), ("New mugs", 4));
    for bytes in &pictures {
        assert_eq!(tablet.shelf().read(ImageName::of(bytes)).await.unwrap().as_ref(), Some(bytes));
    }

    let (_, maker) = tablet.store.local_maker().await.unwrap();
    let address = maker_domain::text_post::public_address(maker, ImageName::of(&pictures[0]));
    assert_eq!(public(&house, &address).await.0, 404, "nobody has pressed Publish");
    tablet.publishes(post).await;
    tablet.sync().await;
    laptop.sync().await;
    let there = laptop.store.post(post).await.unwrap();
    assert_eq!((there.images.len(), &there.images[0]), (4, &address));
    for (address, bytes) in there.images.iter().zip(&pictures) {
        assert_eq!(public(&house, address).await, (200, bytes.clone()));
    }
    assert_eq!(laptop.store.post_drafts().await.unwrap(), []);

    laptop.store.delete_post(post, now()).await.unwrap();
    laptop.sync().await;
    assert_eq!(public(&house, &address).await.0, 404);
    laptop.store.restore_post(post, laptop.store.local_maker().await.unwrap(), now()).await.unwrap();
    laptop.sync().await;
    tablet.sync().await;
    assert_eq!(public(&house, &address).await.0, 200);
    assert_eq!(tablet.store.pictures(post).await.unwrap(), laptop.store.pictures(post).await.unwrap());
    for desk in [&laptop, &tablet] {
        let record = desk.store.sync_record().await.unwrap();
        assert_eq!((record.waiting, record.refused, record.problem), (0, 0, None));
    }
}

#[rstest]
#[tokio::test]
async fn a_backend_that_is_killed_between_two_parts_gets_the_rest_from_there(
    #[values(On::Sqlite, On::Postgres)] on: On,
) {
    let mut house = House::open(on).await;
    let mut laptop = Device::new("Laptop", &house).await;
    laptop.sign_up().await;
    let bytes = large(4);
    let name = ImageName::of(&bytes);
    let workspace = laptop.store.sync_position().await.unwrap().unwrap().workspace;
    let first = bytes[..PART_BYTES as usize].to_vec();
    let sent = laptop.backend.part(workspace, name, 0, bytes.len() as u64, first.into()).await.unwrap();
    assert_eq!(sent.have, PART_BYTES);
    house.kill_and_replace();
    let post = laptop.writes(std::slice::from_ref(&bytes)).await;
    laptop.publishes(post).await;
    assert!(maker_sync::once(&laptop.parts()).await.is_err(), "nobody is there any more");
    assert_eq!(laptop.standing().await, (1, 0));
    laptop.follow(&house);
    // Whoever sends another part now is told where to go on.
    let wrong = laptop.backend.part(workspace, name, 0, bytes.len() as u64, vec![7; 9].into()).await.unwrap();
    assert_eq!((wrong.have, wrong.stored), (PART_BYTES, false));
    laptop.sync().await;
    assert_eq!(laptop.standing().await, (0, 0));
    assert_eq!(public(&house, &laptop.store.post(post).await.unwrap().images[0]).await, (200, bytes));
}

#[tokio::test]
async fn what_is_no_picture_is_refused_with_words_and_pictures_that_the_backend_lost_go_up_again() {
    let house = House::open(On::Sqlite).await;
    let laptop = Device::new("Laptop", &house).await;
    laptop.sign_up().await;
    let (good, bad) = (small(5), b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec());
    let post = laptop.writes(&[bad.clone(), good.clone()]).await;
    laptop.publishes(post).await;
    laptop.sync().await;
    assert_eq!(laptop.standing().await, (0, 1));
    let record =
        laptop.store.image_records(&[ImageName::of(&bad)]).await.unwrap().remove(&ImageName::of(&bad)).unwrap();
    assert_eq!(record.refused.as_deref(), Some("This is no JPEG, PNG or WebP picture."));

    let address = &laptop.store.post(post).await.unwrap().images[1];
    assert_eq!(public(&house, address).await, (200, good.clone()));
    std::fs::remove_dir_all(house.place.images()).unwrap();
    std::fs::create_dir_all(house.place.images()).unwrap();
    laptop.store.rewind(Token::START, now()).await.unwrap();
    laptop.sync().await;
    assert_eq!(public(&house, address).await, (200, good));
}

#[rstest]
#[tokio::test]
async fn f60_wrong_bytes_under_a_pictures_name_do_not_keep_the_right_ones_away(
    #[values(On::Sqlite, On::Postgres)] on: On,
) {
    let house = House::open(on).await;
    let laptop = Device::new("Laptop", &house).await;
    laptop.sign_up().await;
    let workspace = laptop.store.sync_position().await.unwrap().unwrap().workspace;
    let (begun, too_long) = (large(6), large(7));
    let other = Bytes::from(vec![7; PART_BYTES as usize]);
    let sizes = [begun.len() as u64, MOST_BYTES];
    for ((bytes, size), parts) in [&begun, &too_long].into_iter().zip(sizes).zip([1, 3]) {
        for n in 0..parts {
            let sent = laptop.backend.part(workspace, ImageName::of(bytes), n * PART_BYTES, size, other.clone()).await;
            assert_eq!(sent.unwrap().have, (n + 1) * PART_BYTES);
        }
    }

    let post = laptop.writes(&[begun.clone(), too_long.clone()]).await;
    laptop.publishes(post).await;
    laptop.sync().await;
    assert_eq!(laptop.standing().await, (0, 0));
    for (address, bytes) in laptop.store.post(post).await.unwrap().images.iter().zip([begun, too_long]) {
        assert_eq!(public(&house, address).await, (200, bytes));
    }
}

#[tokio::test]
async fn a_backend_that_keeps_no_pictures_says_so_and_takes_what_is_written() {
    let house = House::without_pictures().await;
    let (laptop, tablet) = (Device::new("Laptop", &house).await, Device::new("Tablet", &house).await);
    let post = laptop.writes(&[small(8), small(9)]).await;
    laptop.sign_up().await;
    laptop.sync().await;
    let ImagesStanding { to_send, refused, why } = laptop.store.images_standing().await.unwrap();
    let why = why.unwrap_or_default();
    assert!(to_send + refused == 2 && why.starts_with("This backend keeps no pictures"), "{to_send} {refused} {why}");
    tablet.sign_in().await;
    tablet.sync().await;
    assert_eq!(tablet.store.post_draft(post).await.unwrap().pictures.len(), 2);
    assert_eq!(tablet.store.sync_record().await.unwrap().problem, None);
}

#[tokio::test]
async fn a_description_that_was_typed_elsewhere_unseen_is_kept_beside_the_one_typed_over_it() {
    let house = House::open(On::Sqlite).await;
    let (laptop, tablet) = (Device::new("Laptop", &house).await, Device::new("Tablet", &house).await);
    let post = laptop.writes(&[small(10)]).await;
    laptop.sign_up().await;
    laptop.sync().await;
    tablet.sign_in().await;
    tablet.sync().await;
    let picture = laptop.store.post_draft(post).await.unwrap().pictures[0].id;
    tablet.store.describe_post_picture(post, picture, "", "Two blue mugs", now()).await.unwrap();
    tablet.sync().await;
    laptop.sync().await;
    // The laptop's screen still shows no description.
    laptop.store.describe_post_picture(post, picture, "", "Mugs on a board", now()).await.unwrap();
    laptop.sync().await;
    tablet.sync().await;
    for desk in [&laptop, &tablet] {
        let [conflict] = &desk.store.conflicts(10).await.unwrap()[..] else { panic!("nothing is kept") };
        assert_eq!((conflict.table.as_str(), conflict.field.as_str()), ("post_media", "alt"));
        let mut both = [conflict.shown.to_string(), conflict.kept[0].value.to_string()];
        both.sort();
        assert_eq!(both, ["\"Mugs on a board\"", "\"Two blue mugs\""]);
    }
    // What the screen shows is replaced, and nothing kept.
    let shown = tablet.store.post_draft(post).await.unwrap().pictures[0].alt.clone().unwrap();
    tablet.store.describe_post_picture(post, picture, &shown, "Three mugs", now()).await.unwrap();
    tablet.sync().await;
    laptop.sync().await;
    assert_eq!(laptop.store.post_draft(post).await.unwrap().pictures[0].alt.as_deref(), Some("Three mugs"));
}
