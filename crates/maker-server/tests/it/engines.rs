//! The two engines, so that every promise about the database is kept on both.

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use maker_harness::{FreshDatabase, Postgres};
use maker_server::db::Database;
use tempfile::TempDir;

use crate::programs::server_on;

/// Where a test's database is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum On {
    Sqlite,
    Postgres,
}

/// A database of nobody else's.
pub(crate) struct Place {
    /// What `--database` takes.
    pub(crate) address: String,
    pub(crate) folder: TempDir,
    pub(crate) postgres: Option<FreshDatabase>,
}

impl Place {
    /// Not there yet (SQLite) or empty (PostgreSQL).
    pub(crate) fn empty(on: On) -> Self {
        Self::of(on, Postgres::shared)
    }

    /// The same on a server that nobody shares.
    pub(crate) fn alone(on: On) -> Self {
        Self::of(on, Postgres::start)
    }

    fn of(on: On, server: fn() -> Arc<Postgres>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let postgres = (on == On::Postgres).then(|| server().fresh_database());
        let address = match &postgres {
            Some(database) => database.url.clone(),
            None => format!("sqlite:{}", folder.path().join("server.db").display()),
        };
        Self { address, folder, postgres }
    }

    /// Where whoever serves it keeps pictures.
    pub(crate) fn images(&self) -> PathBuf {
        self.folder.path().join("images")
    }

    /// The backend on it, as a program.
    pub(crate) fn server(&self) -> Command {
        let mut command = server_on(&self.address);
        command.arg("--images").arg(self.images());
        command
    }

    /// Opens it as it is.
    pub(crate) async fn open(&self) -> Database {
        Database::open(&self.address.parse().unwrap()).await.unwrap()
    }

    /// Opens it and brings it to this version.
    pub(crate) async fn migrated(&self) -> Database {
        let database = self.open().await;
        database.migrate().await.unwrap();
        database
    }
}
