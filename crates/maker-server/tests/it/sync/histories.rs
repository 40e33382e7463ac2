//! Whole histories of devices as the model lives through them, with restored backups, an emptied bin and late messages,
//! told to the backend on both engines: the same results, chains and pages, call by call.
//!
//! `MAKER_SYNC_SEEDS` says how many, `MAKER_SYNC_SEED` plays a single one that failed.

use std::collections::BTreeMap;

use maker_domain::sync::registry;
use maker_server::db::{DbError, sql};
use maker_server::sync::{self, Author, SyncError, retention};
use maker_server::transaction;
use maker_sync_model::Refusal;
use maker_sync_model::differential::{Answer, Backend, Call, play, record};
use rstest::rstest;
use uuid::Uuid;

use super::workspace::Workspace;
use crate::engines::On::{self, Postgres, Sqlite};

const SEEDS: u64 = 12;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_history_of_devices_is_the_models_call_by_call(#[values(Sqlite, Postgres)] on: On) {
    let seeds = seeds();
    let mut told = BTreeMap::new();
    for seed in seeds.clone() {
        let history = record(seed).unwrap();
        for step in &history {
            *told
                .entry(format!("{:?}", step.call).chars().take_while(|c| c.is_alphabetic()).collect::<String>())
                .or_insert(0) += 1;
        }
        let mut backend = Told::new(on).await;
        if let Err(mismatch) = play(&history, &mut backend).await {
            panic!(
                "MAKER_SYNC_SEED={seed}, call {}:\n{:#?}\nand not\n{:#?}",
                mismatch.at, mismatch.step, mismatch.said
            );
        }
    }
    let all = ["Ancestor", "BackUp", "EmptyBin", "Pull", "Purge", "Push", "Restore"];
    assert!(seeds.end - seeds.start == 1 || all.iter().all(|call| told.contains_key(*call)), "{told:?}");
}

/// Which histories.
pub(super) fn seeds() -> std::ops::Range<u64> {
    let number = |name| std::env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    match number("MAKER_SYNC_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("MAKER_SYNC_SEEDS").unwrap_or(SEEDS),
    }
}

/// The backend on one of the engines.
pub(super) struct Told {
    workspace: Workspace,
    devices: BTreeMap<String, Author>,
}

impl Told {
    pub(super) async fn new(on: On) -> Self {
        Self { workspace: Workspace::new(on).await, devices: BTreeMap::new() }
    }

    pub(super) fn workspace(&self) -> Uuid {
        self.workspace.id
    }

    async fn device(&mut self, name: &str) -> Author {
        if !self.devices.contains_key(name) {
            let device = self.workspace.another_device(name).await;
            self.devices.insert(name.to_owned(), device);
        }
        self.devices[name]
    }

    /// Copies what sync keeps into tables beside, in place of the copy before.
    async fn back_up(&self) {
        let copies = kept().flat_map(|(table, columns)| {
            [
                format!("CREATE TABLE IF NOT EXISTS backup_{table} AS SELECT {columns} FROM {table}"),
                format!("DELETE FROM backup_{table}"),
                format!("INSERT INTO backup_{table} SELECT {columns} FROM {table}"),
            ]
        });
        let told = "UPDATE sync_head SET backed_up_through = head".to_owned();
        self.run([told].into_iter().chain(copies)).await;
    }

    async fn restore(&self) {
        let all = kept().flat_map(|(table, columns)| {
            let into = if columns == "*" { String::new() } else { format!(" ({columns})") };
            [format!("DELETE FROM {table}"), format!("INSERT INTO {table}{into} SELECT {columns} FROM backup_{table}")]
        });
        self.run(all).await;
    }

    /// Rows went into the bin that long ago, as far as they did up to that number.
    async fn forget(&self, through: u64, ago_ms: i64) {
        let now = self.workspace.now;
        let through = i64::try_from(through).unwrap();
        transaction!(self.workspace.database, |tx| {
            let long_ago = "UPDATE sync_row SET deleted_at = $1 WHERE deleted_at IS NOT NULL AND rev <= $2";
            sql(long_ago).bind(now - ago_ms).bind(through).run(tx).await?;
            let just_now = "UPDATE sync_row SET deleted_at = $1 WHERE deleted_at IS NOT NULL AND rev > $2";
            sql(just_now).bind(now).bind(through).run(tx).await?;
            Ok::<_, DbError>(())
        })
        .unwrap();
        retention::forget(&self.workspace.database, self.workspace.id, now).await.unwrap();
    }

    async fn run(&self, statements: impl Iterator<Item = String>) {
        // Few and short, and the program's own statements live as long as it does.
        let statements: Vec<&'static str> = statements.map(|text| &*text.leak()).collect();
        transaction!(self.workspace.database, |tx| {
            for statement in &statements {
                sql(statement).run(tx).await?;
            }
            Ok::<_, DbError>(())
        })
        .unwrap();
    }
}

/// What sync keeps, each table with the columns that are copied.
fn kept() -> impl Iterator<Item = (&'static str, String)> {
    let own = ["sync_head", "sync_changeset", "sync_row", "sync_version"].map(|table| (table, "*".to_owned()));
    let typed = registry::TABLES.iter().map(|table| {
        let columns = table.columns.iter().map(|column| column.name);
        let columns: Vec<_> = ["tenant_id", "id", "deleted_at"].into_iter().chain(columns).collect();
        (table.name, format!("\"{}\"", columns.join("\", \"")))
    });
    own.into_iter().chain(typed)
}

impl Backend for Told {
    async fn answer(&mut self, now: i64, call: &Call) -> Answer {
        self.workspace.now = now;
        match call {
            Call::Push(name, push) => {
                let author = self.device(name).await;
                let w = &self.workspace;
                let pushed = sync::push(&w.database, w.id, &author, push, &w.limits, now).await;
                Answer::Pushed(pushed.map_err(refusal))
            }
            Call::Pull(pull) => {
                let w = &self.workspace;
                Answer::Page(sync::pull(&w.database, w.id, pull, now).await.map_err(refusal))
            }
            Call::Ancestor(find) => {
                let w = &self.workspace;
                Answer::Ancestor(sync::ancestor(&w.database, w.id, find).await.unwrap())
            }
            Call::BackUp => {
                self.back_up().await;
                Answer::Done
            }
            Call::Restore => {
                self.restore().await;
                Answer::Done
            }
            Call::EmptyBin(through) => {
                self.forget(*through, retention::BIN_MS).await;
                Answer::Done
            }
            Call::Purge(through) => {
                self.forget(*through, retention::TOMBSTONE_MS).await;
                Answer::Done
            }
        }
    }
}

fn refusal(error: SyncError) -> Refusal {
    match error {
        SyncError::Diverged => Refusal::Diverged,
        SyncError::Resync => Refusal::Resync,
        error => panic!("{error}"),
    }
}
