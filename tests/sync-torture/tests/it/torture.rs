//! Killing, and judging afterwards.

use std::path::Path;
use std::time::{Duration, Instant};

use maker_harness::{Chance, Postgres};

use crate::house::{House, Program};
use crate::judge;

/// Longest between two kills.
const BETWEEN: Duration = Duration::from_millis(700);
/// A power cut of the database takes about a second of everybody's time: one kill in so many is one.
const POWER_CUT: u64 = 40;

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
}

/// What was killed.
#[derive(Debug, Default)]
struct Kills {
    desks: usize,
    servers: usize,
    power_cuts: usize,
}

async fn kill_for(house: &mut House, time: Duration, chance: &mut Chance) -> Kills {
    let mut kills = Kills::default();
    let end = Instant::now() + time;
    while Instant::now() < end {
        tokio::time::sleep(chance.moment(BETWEEN)).await;
        if chance.once_in(POWER_CUT) {
            house.power_cut().await;
            kills.power_cuts += 1;
        } else {
            let (programs, count) = match chance.once_in(4) {
                true => (&mut house.servers, &mut kills.servers),
                false => (&mut house.desks, &mut kills.desks),
            };
            let one = usize::try_from(chance.below(programs.len() as u64)).unwrap();
            programs[one].kill();
            *count += 1;
        }
        // Whatever ended comes again, also a server that found no database.
        house.servers.iter_mut().chain(&mut house.desks).for_each(Program::start);
    }
    kills
}

/// The invariants 1, 2, 3, 5, 10 and 11 of sync, in real processes and from outside only.
#[tokio::test(flavor = "multi_thread")]
async fn f63_desks_servers_and_database_are_killed_for_a_minute_and_nothing_is_lost() {
    assert!(Postgres::is_installed(), "install PostgreSQL (`make setup`)");
    let seconds = number("MAKER_SYNC_TORTURE_SECONDS", 60);
    let desks = usize::try_from(number("MAKER_SYNC_TORTURE_DESKS", 20)).unwrap();
    let seed = number("MAKER_SYNC_TORTURE_SEED", u64::from(std::process::id()));
    println!("seed {seed}: {desks} desks for {seconds} s");
    let mut folder = tempfile::tempdir().unwrap();
    // What went wrong can be looked at.
    folder.disable_cleanup(true);
    let mut chance = Chance::new(seed, 0);
    let mut house = House::open(desks, folder.path(), seed).await;

    let kills = kill_for(&mut house, Duration::from_secs(seconds) * 3 / 4, &mut chance).await;
    println!("{kills:?}");
    rest(&mut house, folder.path(), "first").await;

    // A backup; then more edits; then the backup is all that the backend has left.
    let backup = tokio::task::spawn_blocking({
        let postgres = house.database.server.clone();
        move || postgres.back_up()
    });
    let backup = backup.await.unwrap();
    house.start_servers().await;
    house.desks.iter_mut().for_each(Program::start);
    let kills = kill_for(&mut house, Duration::from_secs(seconds) / 4, &mut chance).await;
    println!("after the backup: {kills:?}");
    house.desks.iter_mut().chain(&mut house.servers).for_each(Program::kill);
    let restored = tokio::task::spawn_blocking({
        let postgres = house.database.server.clone();
        move || postgres.put_back(&backup)
    });
    restored.await.unwrap();
    rest(&mut house, folder.path(), "second").await;
    folder.disable_cleanup(false);
}

/// Everybody is left alone, and what is then there is judged.
async fn rest(house: &mut House, folder: &Path, name: &str) {
    house.desks.iter_mut().for_each(Program::kill);
    house.start_servers().await;
    let began = Instant::now();
    let shown = judge::at_rest(&house.folders, &folder.join(name), &house.address).await;
    let count = judge::nothing_is_lost(&house.folders, &shown);
    println!("at rest after {:.1} s: {count:?}", began.elapsed().as_secs_f64());
}
