//! A workspace has so much room for pictures, and others lose nothing by one that is full.

use std::time::Duration;

use maker_domain::image::ImageName;
use maker_harness::eventually;
use maker_server::Settings;
use maker_server::db::{DbError, sql};
use maker_server::sync::Limits;
use maker_server::transaction;
use rstest::rstest;
use serde_json::json;

use super::pictures::{large, small};
use super::studio::{Studio, objects, there};
use crate::engines::On::{self, Postgres, Sqlite};
use crate::inside::Hand;

fn room_for(bytes: u64, images: u64) -> Settings {
    Settings { limits: Limits { image_bytes: bytes, images, ..Limits::default() }, ..Settings::default() }
}

#[rstest]
#[case(2_500, 100)]
#[case(1_000_000, 2)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f60_a_full_workspace_takes_no_more_pictures_and_another_one_does(
    #[values(Sqlite, Postgres)] on: On,
    #[case] bytes: u64,
    #[case] images: u64,
) {
    let (mut studio, backend) = Studio::inside(on, Hand::at(1_790_000_000_000), room_for(bytes, images)).await;
    studio.stored(&small(1)).await;
    // Two at once for the last room.
    let (second, third) = (small(2), small(3));
    let (one, other) = tokio::join!(studio.send(&second), studio.send(&third));
    assert_eq!(one.0 + other.0, 200 + 507, "{one:?} {other:?}");
    let full = if one.0 == 507 { &one.1 } else { &other.1 };
    assert_eq!(full["code"], "quota", "{full}");
    assert_eq!(studio.send_part(&large(4), 0).await.0, 507, "also of one that has only begun");
    assert_eq!(objects(&studio.house.place.images()), 2, "nothing is left of what had no room");
    let leftovers = sql("SELECT count(*) FROM image_leftovers");
    assert_eq!(leftovers.one::<(i64,)>(&mut backend.database.reader().await.unwrap()).await.unwrap().0, 0);
    studio.stored(&small(1)).await;
    studio.id = studio.ana.workspace(&studio.house).await;
    studio.stored(&second).await;
}

/// Another transaction keeps both waiting until both have come as far as they can.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f60_two_that_wait_for_the_last_room_do_not_both_get_it() {
    let (studio, backend) = Studio::inside(Postgres, Hand::at(1_790_000_000_000), room_for(1_000_000, 1)).await;
    let mut holding = backend.database.begin().await.unwrap();
    let hold = sql("SELECT id FROM workspaces WHERE id = $1 FOR UPDATE").bind(&studio.id);
    hold.one::<(String,)>(&mut holding).await.unwrap();
    let (first, second) = (small(1), small(2));
    let place = studio.house.place.postgres.as_ref().unwrap();
    let waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let release = async {
        let both = async || (place.sql(waiting).trim() == "2").then_some(());
        eventually("both wait", Duration::from_secs(9), both).await;
        holding.commit().await.unwrap();
    };
    let (one, other, ()) = tokio::join!(studio.send(&first), studio.send(&second), release);
    assert_eq!(one.0 + other.0, 200 + 507, "{one:?} {other:?}");
}

#[rstest]
#[tokio::test]
async fn f60_pictures_that_are_only_begun_are_bounded_too(#[values(Sqlite, Postgres)] on: On) {
    let (mut studio, backend) = Studio::inside(on, Hand::at(1_790_000_000_000), Settings::default()).await;
    transaction!(backend.database, |tx| {
        sql("INSERT INTO image_uploads (tenant_id, name, have, touched_at) VALUES ($1, 'x', 500, $2)")
            .bind(&studio.id)
            .bind(1_790_000_000_000)
            .run(tx)
            .await?;
        for start in 0..500_i64 {
            let part = sql("INSERT INTO image_parts (tenant_id, name, start, bytes) VALUES ($1, 'x', $2, $3)");
            part.bind(&studio.id).bind(start).bind(vec![1_u8]).run(tx).await?;
        }
        Ok::<_, DbError>(())
    })
    .unwrap();
    let bytes = large(5);
    let (status, problem) = studio.send_part(&bytes, 0).await;
    assert_eq!((status, &problem["code"]), (429, &json!("too_many")), "{problem}");
    assert_eq!(studio.look(ImageName::of(&bytes)).await, (0, false));
    studio.stored(&small(6)).await;
    studio.id = studio.ana.workspace(&studio.house).await;
    assert_eq!(there(&studio.send(&bytes).await.1), (bytes.len() as u64, true), "another workspace goes on");
}
