//! What nothing needs goes, and nothing else; whatever is cut off is finished by the next sweep.

use std::sync::Arc;
use std::time::Duration;

use maker_domain::image::{ImageName, PART_BYTES};
use maker_harness::eventually;
use maker_server::db::{DbError, sql};
use maker_server::sync::retention;
use maker_server::{Backend, Bounds, Settings, transaction};
use reqwest::Method;
use rstest::rstest;
use serde_json::json;

use super::pictures::{large, small};
use super::studio::{Studio, files, objects};
use crate::engines::On::{self, Postgres, Sqlite};
use crate::inside::{Hand, inside};
use crate::sync::workspace::op;

const START: i64 = 1_790_000_000_000;
const HOUR_S: i64 = 3_600;
pub(super) const DAY_S: i64 = 24 * HOUR_S;

pub(super) struct Room {
    pub(super) studio: Studio,
    backend: Arc<Backend>,
    hand: Arc<Hand>,
}

impl Room {
    pub(super) async fn open(on: On) -> Self {
        let hand = Hand::at(START);
        let (studio, backend) = Studio::inside(on, hand.clone(), Settings::default()).await;
        Self { studio, backend, hand }
    }

    /// Lets time pass and sweeps, as any instance does every hour.
    pub(super) async fn after(&mut self, seconds: i64) -> usize {
        self.hand.pass(seconds);
        retention::forget_everywhere(&self.backend.database, self.backend.now_ms()).await.unwrap();
        self.backend.collect_images().await.unwrap();
        self.studio.come_back().await;
        self.objects()
    }

    fn objects(&self) -> usize {
        objects(&self.studio.house.place.images())
    }

    async fn run(&self, statement: &'static str) -> u64 {
        transaction!(self.backend.database, |tx| { sql(statement).run(tx).await }).unwrap()
    }

    async fn leftovers(&self) -> i64 {
        let mut reader = self.backend.database.reader().await.unwrap();
        sql("SELECT count(*) FROM image_leftovers").one::<(i64,)>(&mut reader).await.unwrap().0
    }
}

#[rstest]
#[tokio::test]
async fn a_picture_that_nothing_shows_goes_a_week_after_somebody_asked_for_it(#[values(Sqlite, Postgres)] on: On) {
    let mut room = Room::open(on).await;
    let name = room.studio.stored(&small(1)).await;
    assert_eq!(room.after(6 * DAY_S).await, 1);
    assert!(room.studio.look(name).await.1, "somebody is about to use it");
    assert_eq!(room.after(6 * DAY_S).await, 1, "which counts from then on");
    // Looking at it is not using it.
    assert_eq!(room.studio.show(name).await.0, 200);
    assert_eq!(room.after(DAY_S + 1).await, 0);
    assert_eq!(
        (room.studio.show(name).await.0, room.studio.look(name).await, room.leftovers().await),
        (404, (0, false), 0)
    );
    let metrics = room.studio.house.ask(Method::GET, "/metrics", "").send().await.unwrap().text().await.unwrap();
    let counted = format!("maker_server_images_collected_bytes_total {}", small(1).len());
    assert!(metrics.contains(&counted), "{metrics}");
    room.studio.stored(&small(1)).await;
    assert_eq!(room.studio.show(name).await.0, 200, "it can be sent again");
}

#[rstest]
#[tokio::test]
async fn a_picture_that_a_post_shows_stays_and_in_the_bin_it_stays_as_long_as_the_post(
    #[values(Sqlite, Postgres)] on: On,
) {
    let mut room = Room::open(on).await;
    let name = room.studio.stored(&small(2)).await;
    let (_, media) = room.studio.post_with(name).await;
    assert_eq!(room.after(400 * DAY_S).await, 1);
    room.studio.push(vec![op("post_media", media, 99, &json!({ "_deleted": true }))]).await;
    assert_eq!(room.after(29 * DAY_S).await, 1, "it may come back out of the bin");
    room.studio.push(vec![op("post_media", media, 99, &json!({ "_deleted": false }))]).await;
    assert_eq!(room.after(40 * DAY_S).await, 1);
    assert_eq!(room.studio.public(name).await.0, 200);
    room.studio.push(vec![op("post_media", media, 99, &json!({ "_deleted": true }))]).await;
    assert_eq!(room.after(31 * DAY_S).await, 0, "the bin was emptied");
}

#[rstest]
#[tokio::test]
async fn parts_that_nobody_goes_on_with_go_after_a_day(#[values(Sqlite, Postgres)] on: On) {
    let mut room = Room::open(on).await;
    let bytes = large(3);
    assert_eq!(room.studio.send_part(&bytes, 0).await.0, 200);
    room.after(23 * HOUR_S).await;
    assert_eq!(room.studio.send_part(&bytes, PART_BYTES).await.0, 200);
    room.after(23 * HOUR_S).await;
    assert_eq!(room.studio.look(ImageName::of(&bytes)).await, (2 * PART_BYTES, false));
    room.after(HOUR_S + 1).await;
    assert_eq!(room.studio.look(ImageName::of(&bytes)).await, (0, false));
    let mut reader = room.backend.database.reader().await.unwrap();
    assert_eq!(sql("SELECT count(*) FROM image_parts").one::<(i64,)>(&mut reader).await.unwrap().0, 0);
    room.studio.stored(&bytes).await;
}

#[rstest]
#[tokio::test]
async fn what_was_cut_off_between_a_row_and_its_object_is_finished_by_the_next_sweep(
    #[values(Sqlite, Postgres)] on: On,
) {
    let mut room = Room::open(on).await;
    let bytes = small(4);
    let name = room.studio.stored(&bytes).await;
    // A sweep whose process died after the row had gone.
    assert_eq!(room.run("DELETE FROM images").await, 1);
    // The picture comes again before the next one.
    room.studio.stored(&bytes).await;
    assert_eq!((room.objects(), room.leftovers().await), (2, 1));
    assert_eq!(room.after(0).await, 1);
    assert_eq!(room.studio.show(name).await.2, bytes, "the new object is another one");

    // A server that died after the object was written and before its row was.
    assert_eq!(room.run("DELETE FROM images").await, 1);
    room.run("UPDATE image_leftovers SET kept_until = 1790000000000 + 3600000").await;
    assert_eq!(room.after(HOUR_S).await, 1, "whoever writes it has an hour");
    assert_eq!(room.after(1).await, 0);
    assert_eq!(room.leftovers().await, 0);

    // One that died while it wrote the object, which is under another name until it is whole.
    room.studio.stored(&bytes).await;
    let file = files(&room.studio.house.place.images()).remove(0);
    std::fs::rename(&file, format!("{}#1", file.display())).unwrap();
    assert_eq!(room.run("DELETE FROM images").await, 1);
    assert_eq!(room.after(0).await, 0);
    let folder = std::fs::read_dir(room.studio.house.place.images()).unwrap();
    assert_eq!(folder.count(), 0, "nor is a folder left");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn instances_that_sweep_at_once_collect_everything_once(#[values(Sqlite, Postgres)] on: On) {
    let mut room = Room::open(on).await;
    let kept = room.studio.stored(&small(5)).await;
    room.studio.post_with(kept).await;
    for seed in 20..30 {
        room.studio.stored(&small(seed)).await;
    }
    room.hand.pass(8 * DAY_S);
    let (other, _) = inside(&room.studio.house.place, room.hand.clone(), Settings::default(), Bounds::default()).await;
    let (one, two) = tokio::join!(room.backend.collect_images(), other.collect_images());
    let (one, two) = (one.unwrap(), two.unwrap());
    assert_eq!(one.images + two.images, 10);
    assert!(one.objects + two.objects >= 10, "{one:?} {two:?}");
    assert_eq!((room.objects(), room.leftovers().await), (1, 0));
    room.studio.come_back().await;
    assert_eq!(room.studio.show(kept).await.0, 200);
}

/// Another transaction keeps the one that stores waiting, for as long as no request really may take.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_object_that_a_sweep_has_given_up_is_never_said_to_be_there() {
    let room = Room::open(Postgres).await;
    let mut holding = room.backend.database.begin().await.unwrap();
    let hold = sql("SELECT id FROM workspaces WHERE id = $1 FOR UPDATE").bind(&room.studio.id);
    hold.one::<(String,)>(&mut holding).await.unwrap();
    let bytes = small(9);
    let place = room.studio.house.place.postgres.as_ref().unwrap();
    let waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let sweep = async {
        let waits = async || (place.sql(waiting).trim() == "1").then_some(());
        eventually("it waits", Duration::from_secs(9), waits).await;
        // The first step of a sweep: from here on it removes the object at any moment.
        assert_eq!(room.run("UPDATE image_leftovers SET kept_until = 0").await, 1);
        holding.commit().await.unwrap();
    };
    let (answer, ()) = tokio::join!(room.studio.send(&bytes), sweep);
    assert_eq!(answer.0, 503, "{answer:?}");
    assert_eq!((room.objects(), room.leftovers().await), (0, 0));
    let name = room.studio.stored(&bytes).await;
    assert_eq!(room.studio.show(name).await.2, bytes);
}

#[rstest]
#[tokio::test]
async fn a_workspace_that_goes_takes_its_pictures_along(#[values(Sqlite, Postgres)] on: On) {
    let mut room = Room::open(on).await;
    let theirs = room.studio.stored(&small(6)).await;
    room.studio.post_with(theirs).await;
    assert_eq!(room.studio.send_part(&large(7), 0).await.0, 200);
    let first = room.studio.id.clone();
    room.studio.id = room.studio.ana.workspace(&room.studio.house).await;
    let other = room.studio.stored(&small(6)).await;
    assert_eq!(room.objects(), 2);
    transaction!(room.backend.database, |tx| {
        sql("DELETE FROM workspaces WHERE id = $1").bind(&first).run(tx).await?;
        Ok::<_, DbError>(())
    })
    .unwrap();
    assert_eq!(room.after(0).await, 1);
    assert_eq!((room.studio.show(other).await.0, room.leftovers().await), (200, 0));
    let mut reader = room.backend.database.reader().await.unwrap();
    assert_eq!(sql("SELECT count(*) FROM image_parts").one::<(i64,)>(&mut reader).await.unwrap().0, 0);
}

#[rstest]
#[tokio::test]
async fn a_picture_whose_object_a_restored_database_names_in_vain_is_asked_for_again(
    #[values(Sqlite, Postgres)] on: On,
) {
    let mut room = Room::open(on).await;
    let bytes = small(8);
    let name = room.studio.stored(&bytes).await;
    room.studio.post_with(name).await;
    let folder = room.studio.house.place.images();
    std::fs::remove_dir_all(&folder).unwrap();
    std::fs::create_dir(&folder).unwrap();
    assert_eq!(room.studio.show(name).await.0, 500);
    assert_eq!(room.studio.look(name).await, (0, false));
    room.studio.stored(&bytes).await;
    assert_eq!(room.studio.public(name).await.2, bytes);
    assert_eq!((room.after(DAY_S).await, room.leftovers().await), (1, 0));
}
