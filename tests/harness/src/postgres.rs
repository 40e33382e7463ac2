//! A real PostgreSQL for tests: a private server on a free port, a fresh database for each test. Whatever becomes of the
//! tests, a janitor ends the server after them and removes its folder.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use crate::port::free_port;

/// Test binaries open many small pools at once.
const CONNECTIONS: u32 = 400;
/// How long a server may take to start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running server with its own data folder. Stopped when dropped.
pub struct Postgres {
    port: u16,
    server: Mutex<Child>,
    databases: AtomicU32,
    user: Option<User>,
    data: PathBuf,
    janitor: Child,
}

/// An empty database on a server that lives at least as long.
pub struct FreshDatabase {
    /// Its address, as `--database` takes it.
    pub url: String,
    /// The server it is on.
    pub server: Arc<Postgres>,
}

/// Whom the server runs as: it refuses to be root.
#[derive(Clone, Copy)]
struct User {
    uid: u32,
    gid: u32,
}

impl Postgres {
    /// Whether this machine has one, so that a test can say that it did not run.
    #[must_use]
    pub fn is_installed() -> bool {
        find("initdb").is_some() && find("psql").is_some()
    }

    /// Starts one of its own, for tests that kill it.
    ///
    /// # Panics
    /// When PostgreSQL is not installed or does not start.
    #[must_use]
    pub fn start() -> Arc<Self> {
        let user = other_user();
        let data = tempfile::Builder::new().prefix("maker-postgres-").tempdir().expect("a temporary folder").keep();
        if let Some(user) = user {
            std::os::unix::fs::chown(&data, Some(user.uid), Some(user.gid)).expect("root may give a folder away");
        }
        let janitor = janitor(&data, user);
        let made = command("initdb", user)
            .args(["--no-sync", "--auth=trust", "--username=studio", "--encoding=UTF8", "--locale=C", "--pgdata"])
            .arg(&data)
            .output()
            .expect("initdb runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let port = free_port();
        let server = Mutex::new(spawn(&data, port, user));
        let postgres = Self { port, server, databases: AtomicU32::new(0), user, data, janitor };
        postgres.wait_until_it_answers();
        Arc::new(postgres)
    }

    /// The one that the tests of this process share.
    ///
    /// # Panics
    /// When PostgreSQL is not installed or does not start.
    #[must_use]
    pub fn shared() -> Arc<Self> {
        static RUNNING: OnceLock<Arc<Postgres>> = OnceLock::new();
        Arc::clone(RUNNING.get_or_init(Self::start))
    }

    /// Makes an empty database.
    ///
    /// # Panics
    /// When the server refuses.
    #[must_use]
    pub fn fresh_database(self: &Arc<Self>) -> FreshDatabase {
        let name = format!("t{}", self.databases.fetch_add(1, Ordering::Relaxed));
        self.sql("postgres", &format!("CREATE DATABASE {name}"));
        FreshDatabase { url: self.url(&name), server: Arc::clone(self) }
    }

    /// The address of the database of that name.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("postgres://studio@127.0.0.1:{}/{database}", self.port)
    }

    /// Runs SQL as the server's owner and gives what it printed: rows as lines, columns parted by `|`.
    ///
    /// # Panics
    /// When the server refuses it.
    pub fn sql(&self, database: &str, text: &str) -> String {
        let output = psql(&self.url(database)).args(["--command", text]).output().expect("psql runs");
        assert!(output.status.success(), "{text}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Kills it as a power cut would, with nothing said to anybody.
    pub fn kill(&self) {
        let mut server = self.server.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = server.kill();
        let _ = server.wait();
    }

    /// Starts it again on the same port and data, after [`Postgres::kill`].
    ///
    /// # Panics
    /// When it does not come up.
    pub fn start_again(&self) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // Its children may still hold the shared memory for a moment.
            let mut child = spawn(&self.data, self.port, self.user);
            std::thread::sleep(Duration::from_millis(200));
            if child.try_wait().expect("a child can be asked").is_none() {
                *self.server.lock().unwrap_or_else(PoisonError::into_inner) = child;
                break;
            }
            assert!(Instant::now() < deadline, "PostgreSQL does not come up again");
        }
        self.wait_until_it_answers();
    }

    /// Stops it as a power cut would, copies its data, and starts it again.
    ///
    /// # Panics
    /// When the copy fails, or it does not come up.
    #[must_use]
    pub fn back_up(&self) -> tempfile::TempDir {
        let to = tempfile::Builder::new().prefix("maker-backup-").tempdir().expect("a temporary folder");
        self.kill();
        copy(&self.data, &to.path().join("data"));
        self.start_again();
        to
    }

    /// Puts a [backup](Postgres::back_up) in place of its data; what was written since is gone.
    ///
    /// # Panics
    /// When the copy fails, or it does not come up.
    pub fn put_back(&self, backup: &tempfile::TempDir) {
        self.kill();
        // Its children may still write for a moment.
        while let Err(error) = std::fs::remove_dir_all(&self.data) {
            assert_ne!(error.kind(), std::io::ErrorKind::PermissionDenied, "{error}");
            if error.kind() == std::io::ErrorKind::NotFound {
                break;
            }
        }
        copy(&backup.path().join("data"), &self.data);
        self.start_again();
    }

    fn wait_until_it_answers(&self) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let answer = psql(&self.url("postgres")).args(["--command", "SELECT 1"]).output().expect("psql runs");
            if answer.status.success() {
                return;
            }
            let said = String::from_utf8_lossy(&answer.stderr);
            assert!(Instant::now() < deadline, "PostgreSQL does not answer: {said}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl FreshDatabase {
    /// Runs SQL in it, past the program under test; see [`Postgres::sql`].
    pub fn sql(&self, text: &str) -> String {
        let name = self.url.rsplit('/').next().unwrap_or_default();
        self.server.sql(name, text)
    }

    /// Runs a file of SQL in it, all of it or nothing.
    ///
    /// # Panics
    /// When the server refuses it.
    pub fn run_file(&self, file: &Path) {
        let output = psql(&self.url).arg("--single-transaction").arg("--file").arg(file).output().expect("psql runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.kill();
        // The janitor need not look for a process that is gone.
        let _ = std::fs::remove_file(self.data.join("postmaster.pid"));
        drop(self.janitor.stdin.take());
        let _ = self.janitor.wait();
    }
}

/// With owners and rights.
fn copy(from: &Path, to: &Path) {
    let copied = Command::new("cp").arg("-a").arg(from).arg(to).status().expect("cp runs");
    assert!(copied.success(), "{} was not copied", from.display());
}

/// Waits for the end of this process, by its end of a pipe, and cleans up; also when it was killed.
fn janitor(data: &Path, user: Option<User>) -> Child {
    // The server's children write for a moment after it.
    const WORK: &str = "cat >/dev/null; kill -9 $(head -n 1 \"$0/postmaster.pid\"); \
                        for try in 1 2 3 4 5 6 7 8 9; do rm -rf \"$0\" && break; sleep 0.3; done";
    let mut janitor = command("sh", user);
    janitor.args(["-c", WORK]).arg(data).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    janitor.spawn().expect("a shell starts")
}

/// What is written is safe from a kill of the server, which tests make; not from one of the machine, which they do not.
fn spawn(data: &Path, port: u16, user: Option<User>) -> Child {
    command("postgres", user)
        .arg("-D")
        .arg(data)
        .args(["-p", &port.to_string(), "-k", "", "-h", "127.0.0.1", "-N", &CONNECTIONS.to_string(), "-F"])
        .args(["-c", "shared_buffers=64MB", "-c", "log_min_messages=panic", "-c", "autovacuum=off"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("PostgreSQL starts")
}

fn psql(url: &str) -> Command {
    let mut command = command("psql", None);
    command.args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", url]);
    command
}

fn command(program: &str, user: Option<User>) -> Command {
    use std::os::unix::process::CommandExt;
    let found = find(program).unwrap_or_else(|| panic!("{program} is missing: install PostgreSQL (`make setup`)"));
    let mut command = Command::new(found);
    // Away from a folder that the other user may not enter.
    command.current_dir("/").env("LC_ALL", "C");
    if let Some(user) = user {
        command.uid(user.uid).gid(user.gid);
    }
    command
}

/// On the path, or where Debian keeps the versions: the newest of them.
fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|entries| entries.flatten().map(|entry| entry.path().join("bin")).collect())
        .unwrap_or_default();
    versions.sort();
    versions.into_iter().rev().chain(std::env::split_paths(&path)).map(|f| f.join(program)).find(|p| p.is_file())
}

/// `None` unless root asks: then the system's own `postgres`, or nobody.
fn other_user() -> Option<User> {
    use std::os::unix::fs::MetadataExt;
    // A folder that this process makes belongs to it.
    let mine = tempfile::tempdir().ok()?;
    if std::fs::metadata(mine.path()).ok()?.uid() != 0 {
        return None;
    }
    let accounts = std::fs::read_to_string("/etc/passwd").ok()?;
    ["postgres", "nobody"].iter().find_map(|name| {
        let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut numbers = line.split(':').skip(2).map(str::parse::<u32>);
        Some(User { uid: numbers.next()?.ok()?, gid: numbers.next()?.ok()? })
    })
}
