//! Servers of the same build on an empty database.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, ensure};
use clap::ValueEnum;
use maker_harness::{FreshDatabase, Postgres, free_port};
use tokio::process::{Child, Command};

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

pub(crate) struct Servers {
    /// Where each is reached.
    pub(crate) addresses: Vec<String>,
    _programs: Vec<Child>,
    _database: Option<FreshDatabase>,
}

impl Servers {
    pub(crate) async fn start(engine: Engine, folder: &Path, count: usize) -> anyhow::Result<Self> {
        let database = matches!(engine, Engine::Postgres).then(|| Postgres::start().fresh_database());
        let url = match &database {
            Some(database) => database.url.clone(),
            None => format!("sqlite:{}", folder.join("backend.db").display()),
        };
        let program = beside("maker-server")?;
        let server = || {
            let mut command = Command::new(&program);
            command.args(["--database", &url]).env("RUST_LOG", "error").stdin(Stdio::null()).stdout(Stdio::null());
            command.kill_on_drop(true);
            command
        };
        ensure!(server().arg("migrate").status().await?.success(), "the database was not made");
        let (mut addresses, mut programs) = (Vec::new(), Vec::new());
        for _ in 0..count {
            let port = free_port();
            programs.push(server().args(["--listen", &format!("127.0.0.1:{port}")]).spawn()?);
            while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            addresses.push(format!("http://127.0.0.1:{port}"));
        }
        Ok(Self { addresses, _programs: programs, _database: database })
    }
}

/// A program of the same build.
fn beside(name: &str) -> anyhow::Result<PathBuf> {
    Ok(std::env::current_exe()?.parent().context("a program has a folder")?.join(name))
}

/// A folder on a disk, which /tmp is not everywhere.
pub(crate) fn scratch() -> anyhow::Result<PathBuf> {
    let folder = std::env::current_exe()?.parent().context("a program has a folder")?.join("sync-bench.tmp");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
