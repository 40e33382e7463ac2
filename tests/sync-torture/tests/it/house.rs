//! The servers, their database and the desks: processes that are started again whenever they end.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use maker_harness::{FreshDatabase, Postgres, binary, eventually, free_port};
use maker_sync_torture::journal;

use crate::balancer;

/// How long a program may take to start, or a desk to hear of an account, while the machine is full.
const PATIENCE: Duration = Duration::from_secs(120);

/// A program that is killed and started again.
pub(crate) struct Program {
    command: Command,
    child: Option<Child>,
}

impl Program {
    fn new(command: Command) -> Self {
        Self { command, child: None }
    }

    /// Starts it, unless it runs.
    pub(crate) fn start(&mut self) {
        let ended = self.child.as_mut().is_none_or(|child| child.try_wait().unwrap().is_some());
        if ended {
            self.child = Some(self.command.spawn().unwrap());
        }
    }

    /// SIGKILL.
    pub(crate) fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}

pub(crate) struct House {
    pub(crate) servers: Vec<Program>,
    pub(crate) desks: Vec<Program>,
    /// Of the desks, in their order.
    pub(crate) folders: Vec<PathBuf>,
    /// Where the servers are reached.
    pub(crate) address: String,
    pub(crate) database: FreshDatabase,
    ports: Vec<u16>,
}

impl House {
    /// Three servers on a PostgreSQL, and desks of one account that have found each other.
    pub(crate) async fn open(desks: usize, folder: &Path, seed: u64) -> Self {
        let database = Postgres::start().fresh_database();
        let migrated = server(&database.url).arg("migrate").status().unwrap();
        assert!(migrated.success(), "the database was not made");
        let ports: Vec<u16> = (0..3).map(|_| free_port()).collect();
        let servers = ports
            .iter()
            .map(|port| {
                let mut command = server(&database.url);
                command.args(["--listen", &format!("127.0.0.1:{port}")]);
                Program::new(command)
            })
            .collect();
        let address = balancer::start(ports.clone(), seed).await;
        let folders: Vec<_> = (0..desks).map(|number| folder.join(format!("d{number:02}"))).collect();
        let desks = folders.iter().zip(seed..).map(|(folder, seed)| Program::new(desk(folder, &address, seed)));
        let mut house = Self { servers, desks: desks.collect(), folders, address, database, ports };
        house.start_servers().await;
        // Whoever comes first makes the workspace.
        house.desks[0].start();
        let first = house.folders[0].clone();
        eventually("the first desk edits", PATIENCE, async || (journal::read(&first).ok()?.len() > 2).then_some(()))
            .await;
        house.desks.iter_mut().for_each(Program::start);
        house
    }

    pub(crate) async fn start_servers(&mut self) {
        for (server, port) in self.servers.iter_mut().zip(&self.ports) {
            eventually("a server answers", PATIENCE, async || {
                // It ends by itself when its database is not there.
                server.start();
                tokio::net::TcpStream::connect(("127.0.0.1", *port)).await.ok()
            })
            .await;
        }
    }

    /// The database goes as in a power cut, and comes again.
    pub(crate) async fn power_cut(&self) {
        let postgres = Arc::clone(&self.database.server);
        let cut = tokio::task::spawn_blocking(move || {
            postgres.kill();
            postgres.start_again();
        });
        cut.await.unwrap();
    }
}

fn server(database: &str) -> Command {
    let mut command = Command::new(binary("maker-server"));
    command.args(["--database", database]).env("RUST_LOG", "error").stdin(Stdio::null()).stdout(Stdio::null());
    command
}

fn desk(folder: &Path, backend: &str, seed: u64) -> Command {
    let mut command = Command::new(binary("sync-desk"));
    command.arg(folder).args(["--backend", backend, "--account", "amina", "--seed", &seed.to_string()]);
    command.env("RUST_LOG", "error").stdin(Stdio::null()).stdout(Stdio::null());
    command
}
