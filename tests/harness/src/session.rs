//! A desktop session of its own: home, D-Bus session bus, and an unlocked GNOME Keyring on it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The password of the throwaway keyring.
const PASSWORD: &str = "throwaway";

/// A session bus on which nothing starts by being asked for: what runs is what a test has started.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// Ends with everything in it when dropped.
pub struct Session {
    home: PathBuf,
    bus: Child,
    keyring: Option<Child>,
}

impl Session {
    /// Starts the bus and an unlocked keyring with `home` as the home folder.
    ///
    /// # Panics
    /// When dbus-daemon or gnome-keyring-daemon cannot be started.
    #[must_use]
    pub fn start(home: &Path) -> Self {
        let runtime = home.join("run");
        std::fs::create_dir_all(&runtime).expect("the temporary home can be written");
        std::fs::set_permissions(&runtime, std::os::unix::fs::PermissionsExt::from_mode(0o700)).expect("it is ours");
        let config = home.join("bus.conf");
        std::fs::write(&config, BUS).expect("the temporary home can be written");
        let bus = with_home(Command::new("dbus-daemon"), home)
            .args(["--nofork", "--nopidfile", &format!("--address={}", bus_address(home))])
            .arg(format!("--config-file={}", config.display()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon does not start: install the package dbus");
        let mut session = Self { home: home.to_owned(), bus, keyring: None };
        session.wait_for_bus();
        session.unlock();
        session
    }

    fn wait_for_bus(&self) {
        let socket = self.home.join("bus");
        for _ in 0..200 {
            if std::os::unix::net::UnixStream::connect(&socket).is_ok() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
        panic!("the session bus did not come up at {}", socket.display());
    }

    fn unlock(&mut self) {
        let mut keyring = self
            .command("gnome-keyring-daemon")
            .args(["--foreground", "--unlock", "--components=secrets"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("gnome-keyring-daemon does not start: install the package gnome-keyring");
        let mut stdin = keyring.stdin.take().expect("it was asked for");
        std::io::Write::write_all(&mut stdin, PASSWORD.as_bytes()).expect("the keyring reads its password");
        drop(stdin);
        self.keyring = Some(keyring);
        for _ in 0..200 {
            let asked = self
                .command("gdbus")
                .args(["call", "--session", "--dest", "org.freedesktop.secrets"])
                .args(["--object-path", "/org/freedesktop/secrets/aliases/default"])
                .args([
                    "--method",
                    "org.freedesktop.DBus.Properties.Get",
                    "org.freedesktop.Secret.Collection",
                    "Locked",
                ])
                .stderr(Stdio::null())
                .output()
                .expect("gdbus does not start: install the package libglib2.0-bin");
            if String::from_utf8_lossy(&asked.stdout).contains("false") {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
        panic!("the keyring did not unlock");
    }

    /// Ends the keyring, so that the bus has no password store any more. None is started by asking.
    pub fn lose_keyring(&mut self) {
        if let Some(mut keyring) = self.keyring.take() {
            let _ = keyring.kill();
            let _ = keyring.wait();
        }
    }

    /// A command inside this session.
    #[must_use]
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = with_home(Command::new(program), &self.home);
        command.env("DBUS_SESSION_BUS_ADDRESS", bus_address(&self.home));
        command
    }

    /// A line to its bus, for a service of the desktop's that a test stands in for.
    ///
    /// # Panics
    /// When the bus does not answer.
    #[cfg(target_os = "linux")]
    pub async fn bus(&self) -> zbus::Connection {
        let address = bus_address(&self.home);
        let connecting = zbus::connection::Builder::address(address.as_str()).expect("an address of a bus").build();
        connecting.await.expect("the session bus answers")
    }

    /// The session's home folder.
    #[must_use]
    pub fn home(&self) -> &Path {
        &self.home
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        for child in self.keyring.iter_mut().chain([&mut self.bus]) {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn bus_address(home: &Path) -> String {
    format!("unix:path={}", home.join("bus").display())
}

fn with_home(mut command: Command, home: &Path) -> Command {
    for variable in ["DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "DBUS_SESSION_BUS_ADDRESS", "XDG_DATA_DIRS"]
    {
        command.env_remove(variable);
    }
    command
        // Whatever the one who runs the tests speaks.
        .env("LC_ALL", "C.UTF-8")
        .env_remove("LANGUAGE")
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join(".local/share"))
        .env("XDG_CONFIG_HOME", home.join(".config"))
        .env("XDG_CACHE_HOME", home.join(".cache"))
        .env("XDG_RUNTIME_DIR", home.join("run"));
    command
}
