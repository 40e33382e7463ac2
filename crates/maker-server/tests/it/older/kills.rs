//! Whoever is killed leaves the old database, or one with which the same command goes on.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::time::Duration;

use maker_harness::{Postgres, eventually};
use sqlx::{Connection, PgConnection};

use super::world::Older;
use super::{done, err, migrate, told};
use crate::programs::server_on;

const PATIENCE: Duration = Duration::from_secs(60);

fn start(older: &Older) -> Child {
    migrate(older).args(["--log", "json"]).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

fn end(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Waits until PostgreSQL has noticed that it was killed.
async fn gone(older: &Older) {
    let gone = async || {
        let left = "SELECT count(*) FROM pg_stat_activity \
                    WHERE application_name = 'maker-server' AND datname = current_database()";
        (older.number(left) == 0).then_some(())
    };
    eventually("PostgreSQL has let go of it", PATIENCE, gone).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f68_a_kill_within_the_first_step_leaves_the_old_database() {
    let older = Older::make(&Postgres::shared(), 200);
    let before = older.dump();
    // Somebody reads a table, so that it waits in the middle, with some tables moved already.
    let mut reading = PgConnection::connect(&older.database.url).await.unwrap();
    sqlx::raw_sql("BEGIN; LOCK TABLE videos IN ACCESS SHARE MODE").execute(&mut reading).await.unwrap();
    let child = start(&older);
    let waits = async || {
        let waiting = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'maker-server' \
                       AND datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%SET SCHEMA%'";
        (older.number(waiting) == 1).then_some(())
    };
    eventually("it waits for the table", PATIENCE, waits).await;
    end(child);
    reading.close().await.unwrap();
    gone(&older).await;
    assert_eq!(older.dump(), before);
    done(&mut migrate(&older));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f68_a_kill_between_the_batches_leaves_a_database_with_which_the_same_command_goes_on() {
    let server = Postgres::shared();
    let (older, twin) = (Older::make(&server, 1_500), Older::make(&server, 1_500));
    let dry = done(migrate(&older).args(["--dry-run", "--json"]));
    let mut kills = 0;
    for after in [1, 2, 3, 4] {
        let mut child = start(&older);
        let said = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
        let reached = said.filter(|line| line.contains("brought forward")).take(after).count();
        end(child);
        gone(&older).await;
        if reached < after || older.number("SELECT count(*) FROM legacy_run WHERE finished_at IS NULL") == 0 {
            break;
        }
        kills += 1;
        let refused = server_on(&older.database.url).output().unwrap();
        assert!(!refused.status.success() && err(&refused).contains("goes on"), "{}", err(&refused));
        let again = done(migrate(&older).args(["--dry-run", "--json"]));
        assert_eq!(told(&again).0, told(&dry).0, "a dry run of the rest tells of all of it");
    }
    assert!(kills >= 3, "it was killed in the middle {kills} times");
    let json = done(migrate(&older).arg("--json"));
    let twins = done(migrate(&twin).arg("--json"));
    assert_eq!(told(&json), told(&dry));
    assert_eq!(told(&json), told(&twins));
    for rows in [
        "SELECT * FROM legacy_ids",
        "SELECT * FROM legacy_videos",
        "SELECT * FROM legacy_posts",
        "SELECT * FROM videos",
        "SELECT * FROM posts",
        "SELECT * FROM users",
        "SELECT * FROM makers",
        "SELECT * FROM workspace_members",
        "SELECT tenant_id, head, row_count, byte_count FROM sync_head",
        "SELECT tenant_id, tbl, row_id, rev FROM sync_row",
        "SELECT tenant_id, seq, op_id, outcome FROM sync_changeset",
    ] {
        assert_eq!(older.checksum(rows), twin.checksum(rows), "{rows}: as if it had never been killed");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_at_once_do_it_once() {
    let older = Older::make(&Postgres::shared(), 500);
    let both = [
        migrate(&older).stdout(Stdio::null()).spawn().unwrap(),
        migrate(&older).stdout(Stdio::null()).spawn().unwrap(),
    ];
    for mut child in both {
        assert!(child.wait().unwrap().success());
    }
    let placed = older.expected().filter(|video| video.placed.is_some()).count();
    assert_eq!(older.number("SELECT count(*) FROM videos"), i64::try_from(placed).unwrap());
}
