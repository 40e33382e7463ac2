//! The programs of this workspace, as built beside the test that runs.

use std::path::PathBuf;
use std::process::Stdio;

use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// Where cargo has put `name`.
///
/// # Panics
/// When it has not been built: `cargo build --workspace` comes before the tests.
#[must_use]
pub fn binary(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a test has a file");
    let folder = test.ancestors().nth(2).expect("cargo puts tests into target/<profile>/deps");
    let program = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "{} is not built: run `cargo build --workspace` first", program.display());
    program
}

/// A program that prints one line of JSON when it is ready. Killed when dropped.
pub struct Program {
    /// What it printed.
    pub ready: Value,
    child: Child,
}

impl Program {
    /// Starts it and waits for its line.
    pub async fn start(mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().expect("it was asked for"));
        out.read_line(&mut line).await.expect("a program that starts says so");
        let ready = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{command:?} said {line:?}: {error}"));
        Self { ready, child }
    }

    /// Stops it where it is, as a network that is gone does for those who talk to it, or lets it go on.
    ///
    /// # Panics
    /// When it has ended.
    pub fn hold(&self, still: bool) {
        let id = self.child.id().expect("it runs").to_string();
        let signal = if still { "-STOP" } else { "-CONT" };
        let sent = std::process::Command::new("kill").args([signal, &id]).status().expect("kill can be run");
        assert!(sent.success(), "the program {id} does not take {signal}");
    }

    /// An address it printed.
    #[must_use]
    pub fn address(&self, name: &str) -> &str {
        self.ready[name].as_str().unwrap_or_else(|| panic!("no {name} in {}", self.ready))
    }
}
