//! Starts the programs a test needs and ends them with it.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::JoinHandle;

use maker_domain::config::StudioConfig;

/// A running program. Ended by force when dropped.
pub(crate) struct Program {
    child: Child,
    log: Option<JoinHandle<String>>,
    /// What it printed first.
    pub(crate) first_line: serde_json::Value,
}

impl Program {
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stderr = child.stderr.take().unwrap();
        let log = std::thread::spawn(move || {
            let mut text = String::new();
            stderr.read_to_string(&mut text).unwrap();
            text
        });
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let Ok(first_line) = serde_json::from_str(&line) else {
            let _ = child.kill();
            panic!("it did not start: {line}{}", log.join().unwrap());
        };
        Self { child, log: Some(log), first_line }
    }

    pub(crate) fn address(&self, name: &str) -> String {
        self.first_line[name].as_str().unwrap().to_owned()
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn wait(&mut self) -> std::process::ExitStatus {
        self.child.wait().unwrap()
    }

    /// Ends it and gives what it logged.
    pub(crate) fn log(mut self) -> String {
        let _ = self.child.kill();
        self.log.take().unwrap().join().unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Simulator and backend together.
pub(crate) struct Stage {
    pub(crate) server: Program,
    pub(crate) simulator: Program,
    /// What the app would read.
    pub(crate) app: StudioConfig,
    _folder: tempfile::TempDir,
}

impl Stage {
    pub(crate) fn set() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (operators, apps) = (folder.path().join("server.toml"), folder.path().join("app.toml"));
        let simulator = Program::start(
            Command::new(simulator()).args(["--listen", "127.0.0.1:0", "--write-config"]).arg(&operators),
        );
        let server = Program::start(server().arg("--config").arg(&operators).arg("--write-config").arg(&apps));
        let app = StudioConfig::parse(&std::fs::read_to_string(apps).unwrap()).unwrap();
        Self { server, simulator, app, _folder: folder }
    }

    pub(crate) fn backend(&self) -> String {
        self.server.address("backend")
    }
}

/// The backend on a free port with a database of its own, logging everything.
pub(crate) fn server() -> Command {
    static STARTED: AtomicU32 = AtomicU32::new(0);
    let file = format!("server-{}.db", STARTED.fetch_add(1, Ordering::Relaxed));
    server_on(&format!("sqlite:{}", scratch().join(file).display()))
}

/// The same on that database.
pub(crate) fn server_on(database: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_maker-server"));
    command.args(["--listen", "127.0.0.1:0", "--database", database]).env("RUST_LOG", "trace");
    command
}

/// A folder of this run, emptied by the next one.
fn scratch() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("servers");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        folder
    })
}

pub(crate) fn browser() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().no_zstd().redirect(reqwest::redirect::Policy::none()).build().unwrap()
}

/// Builds the simulator once and tells where it is.
fn simulator() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let beside = Path::new(env!("CARGO_BIN_EXE_maker-server")).parent().unwrap();
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--package", "maker-simulator"]);
        if beside.ends_with("release") {
            build.arg("--release");
        }
        assert!(build.status().unwrap().success(), "the simulator does not build");
        beside.join(format!("maker-simulator{}", std::env::consts::EXE_SUFFIX))
    })
}
