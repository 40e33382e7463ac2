//! A screen of its own: Xvfb on a free display number.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// Gone when dropped.
pub struct Display {
    server: Child,
    /// The value for `DISPLAY`.
    pub name: String,
}

impl Display {
    /// Starts a screen of the given size.
    ///
    /// # Panics
    /// When Xvfb cannot be started.
    #[must_use]
    pub fn start(width: u32, height: u32) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &format!("{width}x{height}x24")])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb does not start: install the package xvfb");
        let mut number = String::new();
        let out = server.stdout.take().expect("it was asked for");
        BufReader::new(out).read_line(&mut number).expect("Xvfb says its number");
        Self { server, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
