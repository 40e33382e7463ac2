//! The world: one home with everything in it.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, Command};

use crate::programs::{Program, binary};
use crate::session::Session;
use crate::simulator::Simulator;

/// How sign-ins come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// With the maker's own keys, by a listener.
    Loopback,
    /// Through the backend's relay.
    Backend,
}

/// A maker's home, session, platforms and data folder.
pub struct World {
    /// The session everything runs in.
    pub session: Session,
    /// The platforms.
    pub simulator: Simulator,
    config: PathBuf,
    server: Option<Program>,
    home: tempfile::TempDir,
}

/// A database that takes no write until this is dropped.
pub struct HeldDatabase {
    _holder: Child,
    _words: ChildStdin,
}

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    /// Exit code; `None` when killed.
    pub code: Option<i32>,
    /// Results, one value per line.
    pub results: Vec<Value>,
    /// Messages for people.
    pub messages: String,
}

impl World {
    /// Starts everything but the maker's own programs.
    pub async fn start(way: Way) -> Self {
        Self::start_with(way, &["--processing-ms", "300"]).await
    }

    /// The same with other switches for the simulator.
    pub async fn start_with(way: Way, simulator_flags: &[&str]) -> Self {
        let home = tempfile::tempdir().expect("there is room for a home");
        let session = Session::start(home.path());
        let platforms = home.path().join("platforms.toml");
        let simulator = Simulator::start(&platforms, simulator_flags).await;
        let (config, server) = match way {
            Way::Loopback => (platforms, None),
            Way::Backend => {
                let config = home.path().join("studio.toml");
                let mut command = Command::new(binary("maker-server"));
                command.args(["--listen", "127.0.0.1:0", "--config"]).arg(platforms);
                command.arg("--write-config").arg(&config).stderr(Stdio::null());
                command.arg("--database").arg(format!("sqlite:{}", home.path().join("server.db").display()));
                (config, Some(Program::start(command).await))
            }
        };
        Self { session, simulator, config, server, home }
    }

    /// The home of somebody else, or another computer of the same maker's, who use the same backend.
    pub async fn another_desk(&self) -> Self {
        let home = tempfile::tempdir().expect("there is room for a home");
        let session = Session::start(home.path());
        let simulator = Simulator::start(&home.path().join("platforms.toml"), &[]).await;
        Self { session, simulator, config: self.config.clone(), server: None, home }
    }

    /// The backend answers nobody, or goes on.
    pub fn hold_backend(&self, still: bool) {
        self.server.iter().for_each(|server| server.hold(still));
    }

    /// A path in the home.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// The data folder.
    #[must_use]
    pub fn data_dir(&self) -> PathBuf {
        self.path("data")
    }

    /// A program of ours in this world.
    #[must_use]
    pub fn command(&self, name: &str) -> Command {
        self.command_of(&binary(name))
    }

    /// Any program in this world, which may start ours.
    #[must_use]
    pub fn command_of(&self, program: &Path) -> Command {
        let mut command: Command = self.session.command(program).into();
        command
            .env("MAKER_STUDIO_DATA_DIR", self.data_dir())
            .env("MAKER_STUDIO_CONFIG", &self.config)
            .env("MAKER_STUDIO_LOG", "debug")
            .kill_on_drop(true);
        command
    }

    /// Starts `maker --json` with `arguments`.
    #[must_use]
    pub fn begin(&self, arguments: &[&str]) -> Child {
        self.command("maker")
            .arg("--json")
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("maker starts")
    }

    /// Runs `maker --json` with `arguments` to its end.
    pub async fn maker(&self, arguments: &[&str]) -> Ended {
        end(self.begin(arguments)).await
    }

    /// Runs `maker`, which must do what it is asked, and gives the rows it prints.
    ///
    /// # Panics
    /// When it does not end with 0.
    pub async fn done(&self, arguments: &[&str]) -> Vec<Value> {
        let ended = self.maker(arguments).await;
        assert_eq!(ended.code, Some(0), "{arguments:?}: {ended:?}");
        ended.results
    }

    /// Runs `maker`, which must refuse with `words` among what it says.
    ///
    /// # Panics
    /// When it does not end with 2, or says something else.
    pub async fn refused(&self, arguments: &[&str], words: &str) {
        let ended = self.maker(arguments).await;
        assert_eq!(ended.code, Some(2), "{arguments:?}: {ended:?}");
        assert!(ended.messages.contains(words), "{arguments:?}: {}", ended.messages);
    }

    /// Connects `platform` by the command line, answering its consent page with `answer` (such as
    /// `simulator_answer=allow`).
    pub async fn connect_with(&self, platform: &str, answer: &str) -> Ended {
        self.connect_by(&["connect", platform, "--no-browser"], answer).await
    }

    /// Connects `platform`, allowing everything, captions and playlists too.
    ///
    /// # Panics
    /// When it does not end connected.
    pub async fn connect_with_extras(&self, platform: &str) {
        let arguments = ["connect", platform, "--no-browser", "--extras"];
        let ended = self.connect_by(&arguments, "simulator_answer=allow").await;
        assert_eq!(ended.code, Some(0), "{ended:?}");
    }

    async fn connect_by(&self, arguments: &[&str], answer: &str) -> Ended {
        let mut child = self.begin(arguments);
        let mut out = BufReader::new(child.stdout.take().expect("it was asked for"));
        let mut line = String::new();
        out.read_line(&mut line).await.expect("maker prints the address");
        let Ok(first) = serde_json::from_str::<Value>(&line) else { return end(child).await };
        let Some(address) = first["authorize_url"].as_str() else {
            let mut ended = end(child).await;
            ended.results.insert(0, first);
            return ended;
        };
        browse(&format!("{address}&{answer}")).await;
        let mut results = vec![first];
        line.clear();
        while out.read_line(&mut line).await.unwrap_or(0) > 0 {
            results.extend(serde_json::from_str(&line));
            line.clear();
        }
        let mut ended = end(child).await;
        ended.results = results;
        ended
    }

    /// Connects `platform`, allowing everything.
    ///
    /// # Panics
    /// When it does not end connected.
    pub async fn connect(&self, platform: &str) {
        let ended = self.connect_with(platform, "simulator_answer=allow").await;
        assert_eq!(ended.code, Some(0), "{ended:?}");
    }

    /// What sqlite3 answers to `statements` about the database in `folder`, or why it does not.
    ///
    /// # Errors
    /// What sqlite3 says.
    pub fn sql(folder: &Path, statements: &str) -> Result<String, String> {
        let asked = std::process::Command::new("sqlite3")
            .args(["-cmd", ".timeout 10000"])
            .arg(folder.join("studio.db"))
            .arg(statements)
            .output()
            .expect("sqlite3 does not start: install the package sqlite3");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if asked.status.success() { Ok(text(&asked.stdout)) } else { Err(text(&asked.stderr)) }
    }

    /// Keeps the database from being written until the answer is dropped, as a slow disk would.
    ///
    /// # Panics
    /// When sqlite3 cannot take the lock.
    pub async fn hold_database(&self) -> HeldDatabase {
        let mut holder = Command::new("sqlite3")
            .args(["-cmd", ".timeout 10000"])
            .arg(self.data_dir().join("studio.db"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("sqlite3 does not start: install the package sqlite3");
        let mut words = holder.stdin.take().expect("it was asked for");
        words.write_all(b"BEGIN IMMEDIATE; SELECT 'held';\n").await.expect("sqlite3 reads");
        let mut out = BufReader::new(holder.stdout.take().expect("it was asked for"));
        let mut line = String::new();
        out.read_line(&mut line).await.expect("sqlite3 answers");
        assert_eq!(line.trim(), "held", "the database could not be held");
        HeldDatabase { _holder: holder, _words: words }
    }

    /// Every token in this world's keyring, as its owner may read it.
    ///
    /// # Panics
    /// When there is none, or the keyring cannot be asked.
    #[must_use]
    pub fn tokens(&self) -> Vec<String> {
        let tokens = self.known_tokens();
        assert!(!tokens.is_empty(), "the keyring holds no token");
        tokens
    }

    fn known_tokens(&self) -> Vec<String> {
        let stored = self
            .session
            .command("secret-tool")
            .args(["search", "--all", "--unlock", "service", "app.makerstudio"])
            .output()
            .expect("secret-tool does not start: install the package libsecret-tools");
        let text = String::from_utf8_lossy(&stored.stdout);
        let sets = text.lines().filter_map(|line| serde_json::from_str::<Value>(line.strip_prefix("secret = ")?).ok());
        sets.flat_map(|set| {
            ["access_token", "refresh_token"].map(|name| set[name].as_str().unwrap_or_default().to_owned())
        })
        .filter(|token| !token.is_empty())
        .collect()
    }

    /// Every file in `folder` that holds `needle`.
    #[must_use]
    pub fn files_with(folder: &Path, needle: &str) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let Ok(kind) = entry.file_type() else { continue };
                if kind.is_dir() {
                    folders.push(entry.path());
                } else if kind.is_file() {
                    let bytes = std::fs::read(entry.path()).unwrap_or_default();
                    if bytes.windows(needle.len()).any(|w| w == needle.as_bytes()) {
                        found.push(entry.path());
                    }
                }
            }
        }
        found
    }
}

/// Words that only a secret is found beside.
const BESIDE_SECRETS: [&str; 6] =
    ["access_token", "refresh_token", "Bearer", "upload_id", "upload_token", "client_secret"];

/// V-01: whatever a test did, no row of the activity holds a secret.
impl Drop for World {
    fn drop(&mut self) {
        if std::thread::panicking() || !self.data_dir().join("studio.db").exists() {
            return;
        }
        // A database that a test has spoilt has no rows to be looked at.
        let Ok(rows) = Self::sql(&self.data_dir(), "SELECT * FROM audit_log") else { return };
        let secrets = self.known_tokens().into_iter().chain(BESIDE_SECRETS.map(str::to_owned));
        for secret in secrets {
            assert!(!rows.contains(&secret), "{secret:?} is in the activity: {rows}");
        }
    }
}

/// What a browser does with an address: follows redirects and reads the page at the end.
pub(crate) async fn browse(address: &str) -> String {
    let browser = reqwest::Client::builder().timeout(Duration::from_secs(30)).build().expect("a browser");
    let answer = browser.get(address).send().await.unwrap_or_else(|error| panic!("{error}"));
    answer.text().await.expect("a page is text")
}

async fn end(child: Child) -> Ended {
    let output = child.wait_with_output().await.expect("a child ends");
    let out = String::from_utf8_lossy(&output.stdout);
    Ended {
        code: output.status.code(),
        results: out.lines().map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{l:?}: {e}"))).collect(),
        messages: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}
