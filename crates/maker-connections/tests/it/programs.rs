//! Builds and starts the programs of this workspace that a test needs, and ends them with it.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Once;

/// A running program that prints one line of JSON when it is ready. Ended by force when dropped.
pub(crate) struct Program {
    child: Child,
    first_line: serde_json::Value,
}

impl Program {
    pub(crate) fn start(name: &str, arguments: &[&str]) -> Self {
        let mut command = Command::new(folder().join(format!("{name}{}", std::env::consts::EXE_SUFFIX)));
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let first_line = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{name} did not start: {error}"));
        Self { child, first_line }
    }

    pub(crate) fn address(&self, name: &str) -> &str {
        self.first_line[name].as_str().unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Builds what is not there yet. Outside the session, where cargo finds its home.
pub(crate) fn build() {
    static BUILT: Once = Once::new();
    BUILT.call_once(|| {
        if ["maker-simulator", "maker-server"].iter().all(|name| folder().join(name).exists()) {
            return;
        }
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--package", "maker-simulator", "--package", "maker-server"]);
        if folder().ends_with("release") {
            build.arg("--release");
        }
        assert!(build.status().unwrap().success(), "the simulator or the backend does not build");
    });
}

/// Where cargo puts programs: above the folder of this test's own.
fn folder() -> PathBuf {
    std::env::current_exe().unwrap().ancestors().nth(2).unwrap().to_owned()
}
