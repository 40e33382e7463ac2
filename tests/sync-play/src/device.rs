//! A device of a test: a data folder with a real database, and a line to the backend.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::task::Poll;

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::Clock;
use maker_domain::draft::DraftFields;
use maker_domain::id::DraftId;
use maker_store::Store;
use maker_store::sync::Link;
use maker_sync::Failure;
use maker_sync::exchange::{self, Moved};
use serde_json::Value;
use sqlx::{Connection, SqliteConnection};
use tempfile::TempDir;
use uuid::Uuid;

use crate::line::{Fault, Line, Shared};
use crate::truth::Field;

/// A clock that is as wrong as a test wants.
pub struct Wrong {
    /// Whose time is right.
    pub world: Shared,
    /// By how much it is ahead.
    pub by: TimeDelta,
}

impl Clock for Wrong {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.world.lock().unwrap().server.now).unwrap() + self.by
    }
}

/// A desk: a data folder with a real database, and a line.
pub struct Device {
    /// Its name.
    pub name: String,
    /// Its database.
    pub store: Store,
    /// Its line to the backend.
    pub line: Line,
    /// Its clock.
    pub clock: Arc<Wrong>,
    folder: TempDir,
    beside: tokio::sync::Mutex<Option<SqliteConnection>>,
    /// What it had seen when the backend was restored.
    pub saw: Vec<(Field, String)>,
    /// The last own edit of each field, as long as nobody has taken it back.
    pub typed: BTreeMap<(Uuid, &'static str), String>,
}

/// Memory where the system offers it: what a power cut leaves is not what these tests are about.
fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

impl Device {
    /// A device of that workspace.
    pub async fn new(name: &str, workspace: Uuid, world: &Shared, by: TimeDelta) -> Self {
        let device = Self::unlinked(name, world, by).await;
        device.link(workspace).await;
        device
    }

    /// A device without an account.
    pub async fn unlinked(name: &str, world: &Shared, by: TimeDelta) -> Self {
        let folder = folder();
        Self::at(name, world, by, folder, BTreeMap::new()).await
    }

    async fn at(
        name: &str,
        world: &Shared,
        by: TimeDelta,
        folder: TempDir,
        typed: BTreeMap<(Uuid, &'static str), String>,
    ) -> Self {
        let clock = Arc::new(Wrong { world: Arc::clone(world), by });
        let store = Store::open(&folder.path().join("studio.db"), clock.now()).await.unwrap();
        let line = Line { device: name.into(), world: Arc::clone(world), fault: Arc::new(Mutex::default()) };
        Self {
            name: name.into(),
            store,
            line,
            clock,
            folder,
            beside: tokio::sync::Mutex::default(),
            saw: Vec::new(),
            typed,
        }
    }

    /// Joins a workspace.
    pub async fn link(&self, workspace: Uuid) {
        let link = Link {
            workspace,
            backend: "https://studio.example.com".into(),
            account: "amina@example.com".into(),
            device: Uuid::now_v7(),
            device_name: self.name.clone(),
        };
        self.store.link(&link, self.clock.now()).await.unwrap();
    }

    /// Where its database is.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("studio.db")
    }

    /// A connection beside the store's own, as another program would open it.
    pub async fn beside(&self) -> tokio::sync::MappedMutexGuard<'_, SqliteConnection> {
        let mut open = self.beside.lock().await;
        if open.is_none() {
            *open = Some(SqliteConnection::connect(self.path().to_str().unwrap()).await.unwrap());
        }
        tokio::sync::MutexGuard::map(open, |open| open.as_mut().unwrap())
    }

    /// The same data folder on a second machine.
    pub async fn cloned(&mut self, name: &str) -> Self {
        // The last one to close folds the log into the file.
        if let Some(beside) = self.beside.lock().await.take() {
            beside.close().await.unwrap();
        }
        self.store.close().await;
        let copy = folder();
        for file in std::fs::read_dir(self.folder.path()).unwrap().map(Result::unwrap) {
            std::fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
        }
        self.store = Store::open(&self.path(), self.clock.now()).await.unwrap();
        Self::at(name, &self.line.world, self.clock.by, copy, self.typed.clone()).await
    }

    /// Ends the process and starts it again.
    pub async fn reopen(&mut self) {
        self.store.close().await;
        self.store = Store::open(&self.path(), self.clock.now()).await.unwrap();
    }

    /// What happens to the next exchange.
    pub fn next_fault(&self, fault: Fault) {
        *self.line.fault.lock().unwrap() = fault;
    }

    /// Sends edits, and goes the way back where the backend asks for that.
    pub async fn push(&self, limit: usize) {
        push(&self.store, &self.line, self.clock.as_ref(), limit).await;
    }

    /// Takes in a page, and goes the way back where the backend asks for that.
    pub async fn pull(&self, limit: u32) {
        pull(&self.store, &self.line, self.clock.as_ref(), limit).await;
    }

    /// Everything there and back.
    pub async fn settle(&self) {
        for _ in 0..4 {
            self.push(500).await;
            for _ in 0..50 {
                let before = self.store.sync_position().await.unwrap().unwrap();
                self.pull(2_000).await;
                let after = self.store.sync_position().await.unwrap().unwrap();
                if before == after {
                    break;
                }
            }
        }
    }

    /// A draft, whether in the bin or not, and its fields.
    pub async fn drafts(&self) -> BTreeMap<Uuid, (String, DraftFields)> {
        let rows: Vec<(String, String, String)> =
            sqlx::query_as("SELECT id, status, fields FROM drafts").fetch_all(&mut *self.beside().await).await.unwrap();
        rows.into_iter()
            .map(|(id, status, fields)| (id.parse().unwrap(), (status, serde_json::from_str(&fields).unwrap())))
            .collect()
    }

    /// A new draft; its id.
    pub async fn add_draft(&self, fields: &DraftFields) -> Uuid {
        let draft = DraftId::make();
        let (_, maker) = self.store.local_maker().await.unwrap();
        self.store.add_draft(draft, maker, fields, None, self.clock.now()).await.unwrap();
        draft.0
    }

    /// What the backend said last, by row.
    pub async fn confirmed(&self) -> BTreeMap<(String, Uuid), (u64, bool, BTreeMap<String, Value>)> {
        let rows: Vec<(String, String, i64, bool, String)> =
            sqlx::query_as("SELECT tbl, row_id, rev, deleted, fields FROM sync_rows")
                .fetch_all(&mut *self.beside().await)
                .await
                .unwrap();
        rows.into_iter()
            .map(|(table, row, rev, deleted, fields)| {
                let fields = serde_json::from_str(&fields).unwrap();
                ((table, row.parse().unwrap()), (u64::try_from(rev).unwrap(), deleted, fields))
            })
            .collect()
    }
}

/// Lets a future come so far and no further, as the end of a process does. `None` when it was cut off.
pub async fn cut<T>(future: impl Future<Output = T>, after: usize) -> Option<T> {
    let mut future = Box::pin(future);
    let mut left = after;
    std::future::poll_fn(move |context| match (left, future.as_mut().poll(context)) {
        (_, Poll::Ready(done)) => Poll::Ready(Some(done)),
        (0, Poll::Pending) => Poll::Ready(None),
        (_, Poll::Pending) => {
            left -= 1;
            Poll::Pending
        }
    })
    .await
}

/// Sends edits, and goes the way back where the backend asks for that.
pub async fn push(store: &Store, line: &Line, clock: &dyn Clock, limit: usize) {
    follow(exchange::push(store, line, clock, limit).await, store, line, clock).await;
}

/// Takes in a page, and goes the way back where the backend asks for that.
pub async fn pull(store: &Store, line: &Line, clock: &dyn Clock, limit: u32) {
    follow(exchange::pull(store, line, clock, limit).await, store, line, clock).await;
}

async fn follow(ended: Result<Moved, Failure>, store: &Store, line: &Line, clock: &dyn Clock) {
    match ended {
        Ok(_) | Err(Failure::Offline) => {}
        Err(Failure::Diverged) => exchange::recover(store, line, clock).await.unwrap(),
        Err(Failure::Resync) => exchange::start_over(store, clock).await.unwrap(),
        Err(other) => panic!("{}: {other}", line.device),
    }
}
