//! The program is killed in the middle of sending a picture. This test's own program, started again, is that process.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use maker_domain::Clock;
use maker_domain::image::PART_BYTES;
use maker_store::images::ImagesStanding;
use maker_store::{Shelf, Store};
use maker_sync::{Parts, Pictures, once};
use maker_sync_play::{Device, Line, Wrong, world};
use tokio::sync::mpsc;

use super::{Pictured, large, parts};
use crate::gallery::{Gallery, at};

const WORKER: &str = "MAKER_SYNC_TEST_SENDS_PICTURES";

/// Does nothing when the tests run; brings pictures to the backend named by `WORKER`, after the database.
#[tokio::test]
async fn the_process_that_sends_and_is_killed() {
    let Ok(what) = std::env::var(WORKER) else { return };
    let (database, address) = what.split_once('|').unwrap();
    let world = world();
    let clock = Wrong { world: Arc::clone(&world), by: TimeDelta::zero() };
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
            .args(["pictures::killed::the_process_that_sends_and_is_killed", "--exact", "--nocapture"])
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
