//! A server that is killed between two parts, or during one, costs no more than that part.

use std::time::Duration;

use maker_domain::image::{ImageName, PART_BYTES};
use maker_harness::Chance;
use maker_server::{Bounds, Settings};
use rstest::rstest;

use super::pictures::large;
use super::studio::{Studio, now, objects, there};
use crate::engines::On::{self, Postgres, Sqlite};
use crate::inside::{Hand, inside};

#[rstest]
#[tokio::test]
async fn the_next_instance_goes_on_where_a_killed_one_was(#[values(Sqlite, Postgres)] on: On) {
    let mut studio = Studio::open(on).await;
    let bytes = large(1);
    let name = ImageName::of(&bytes);
    for offset in [0, PART_BYTES] {
        assert_eq!(studio.send_part(&bytes, offset).await.0, 200);
        studio.house.kill_and_replace();
        assert_eq!(studio.look(name).await, (offset + PART_BYTES, false));
    }
    let last = studio.send_part(&bytes, 2 * PART_BYTES).await;
    assert_eq!((last.0, there(&last.1)), (200, (bytes.len() as u64, true)));
    studio.house.kill_and_replace();
    assert_eq!(studio.look(name).await, (bytes.len() as u64, true));
    assert_eq!(studio.show(name).await.2, bytes);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment_of_the_last_part_it_stores_the_picture_once_in_the_end(
    #[values(Sqlite, Postgres)] on: On,
) {
    let mut studio = Studio::open(on).await;
    let mut chance = Chance::new(7, 0);
    let pictures: Vec<_> = (10..16).map(large).collect();
    for bytes in &pictures {
        for offset in [0, PART_BYTES] {
            assert_eq!(studio.send_part(bytes, offset).await.0, 200);
        }
        let size = bytes.len() as u64;
        let part = &bytes[2 * PART_BYTES as usize..];
        let last = studio.part(&studio.house.address, ImageName::of(bytes), 2 * PART_BYTES, size, part);
        let sending = tokio::spawn(last.send());
        tokio::time::sleep(Duration::from_millis(chance.below(400))).await;
        studio.house.kill_and_replace();
        // Whether it was answered is not known to whoever sent it.
        let _ = sending.await;
        let answer = studio.send(bytes).await;
        assert_eq!((answer.0, there(&answer.1)), (200, (size, true)), "{answer:?}");
        assert_eq!(studio.show(ImageName::of(bytes)).await.2, *bytes);
    }
    // Much later, somebody sweeps.
    let hand = Hand::at(now() + 2 * 3_600_000);
    let (backend, _) = inside(&studio.house.place, hand, Settings::default(), Bounds::default()).await;
    backend.collect_images().await.unwrap();
    assert_eq!(objects(&studio.house.place.images()), pictures.len(), "nothing is left of what was cut off");
    for bytes in &pictures {
        assert!(studio.show(ImageName::of(bytes)).await.2 == *bytes, "and everything that was stored is there");
    }
}
