//! Each test runs in a process of its own, in a D-Bus session of its own, with a throwaway keyring in a temporary home:
//! the test's first run starts that process and judges its end. The keyring of whoever runs the tests is never touched.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::programs;

const INSIDE: &str = "MAKER_TEST_SESSION";
pub(crate) const PASSWORD: &str = "throwaway";

/// What the test finds when it starts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bus {
    /// A session bus with an unlocked keyring.
    Unlocked,
    /// `DBUS_SESSION_BUS_ADDRESS` leads to a socket that does not exist (yet): `<home>/bus`.
    Missing,
    /// No such variable.
    Unset,
}

/// Defines tests that run inside a session.
macro_rules! sessions {
    ($($bus:ident: async fn $name:ident() $body:block)*) => {$(
        #[test]
        fn $name() {
            crate::session::run(concat!(module_path!(), "::", stringify!($name)), crate::session::Bus::$bus, async || $body);
        }
    )*};
}
pub(crate) use sessions;

pub(crate) fn run<F: Future<Output = ()>>(path: &str, bus: Bus, body: impl FnOnce() -> F) {
    if std::env::var_os(INSIDE).is_some() {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        return runtime.block_on(body());
    }
    programs::build();
    let name = path.split_once("::").unwrap().1;
    let home = tempfile::tempdir().unwrap();
    let output = inside(bus, home.path()).args(["--exact", name, "--nocapture"]).output();
    let output = output.expect("dbus-run-session does not start: install the packages dbus and gnome-keyring");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && out.contains("1 passed"), "inside the session:\n{out}\n{err}");
}

/// The session's home; everything written there goes with the session.
pub(crate) fn home() -> PathBuf {
    std::env::var_os("HOME").unwrap().into()
}

/// Starts an unlocked keyring on the bus of this process, in place of one that runs there.
pub(crate) fn unlock() {
    let mut daemon = Command::new("gnome-keyring-daemon")
        .args(["--replace", "--unlock", "--components=secrets"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("gnome-keyring-daemon does not start: install the package gnome-keyring");
    std::io::Write::write_all(&mut daemon.stdin.take().unwrap(), PASSWORD.as_bytes()).unwrap();
    assert!(daemon.wait().unwrap().success());
}

fn inside(bus: Bus, home: &Path) -> Command {
    let this = std::env::current_exe().unwrap();
    let runtime = home.join("run");
    let mut builder = std::fs::DirBuilder::new();
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&runtime).unwrap();
    let mut command = if bus == Bus::Unlocked {
        // The open umask is what files have to be private under.
        let script = format!(
            "umask 000; printf {PASSWORD} | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\" \"$@\""
        );
        let mut command = Command::new("dbus-run-session");
        command.args(["--", "bash", "-c", &script]).arg(this);
        command
    } else {
        Command::new(this)
    };
    for variable in
        ["DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "DBUS_SESSION_BUS_ADDRESS", "RUST_TEST_THREADS"]
    {
        command.env_remove(variable);
    }
    if bus == Bus::Missing {
        command.env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", home.join("bus").display()));
    }
    command
        .env(INSIDE, "1")
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_RUNTIME_DIR", runtime)
        .stdin(Stdio::null());
    command
}
