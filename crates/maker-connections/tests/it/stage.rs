//! The pretend platforms, our backend, and the crate's parts put together as the app does it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use maker_connections::{Asking, Grant, HttpClient, PendingSignIn, Return, SignInError, SignIns, TokenKeeper, Vault};
use maker_domain::config::StudioConfig;
use maker_domain::id::ConnectionId;
use maker_domain::{Clock, Platform};
use serde_json::Value;

use crate::programs::Program;
use crate::session;

/// A clock that stands until it is moved.
#[derive(Clone)]
pub(crate) struct TestClock(Arc<Mutex<DateTime<Utc>>>);

impl TestClock {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new("2026-11-22T12:00:00Z".parse().unwrap())))
    }

    pub(crate) fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// Which client the app has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The maker's own client with its secret, and the loopback listener.
    Own,
    /// Our backend's relay.
    Relay,
}

pub(crate) struct Stage {
    pub(crate) simulator: Program,
    _server: Option<Program>,
    pub(crate) clock: TestClock,
    pub(crate) vault: Vault,
    pub(crate) keeper: TokenKeeper,
    pub(crate) sign_ins: SignIns,
    pub(crate) config_file: PathBuf,
}

impl Stage {
    pub(crate) fn set(mode: Mode) -> Self {
        let own = session::home().join("own.toml");
        let relayed = session::home().join("relayed.toml");
        let (own_text, relayed_text) = (own.to_str().unwrap(), relayed.to_str().unwrap());
        let simulator = Program::start("maker-simulator", &["--listen", "127.0.0.1:0", "--write-config", own_text]);
        let server = (mode == Mode::Relay).then(|| {
            let database = format!("sqlite:{}", session::home().join("server.db").display());
            let arguments = ["--listen", "127.0.0.1:0", "--config", own_text, "--write-config", relayed_text];
            let arguments = [&arguments[..], &["--database", &database]].concat();
            Program::start("maker-server", &arguments)
        });
        let config_file = if mode == Mode::Own { own } else { relayed };
        let (clock, vault) = (TestClock::new(), Vault::of_this_computer());
        let (keeper, sign_ins) = parts(&std::fs::read_to_string(&config_file).unwrap(), &clock, &vault);
        Self { simulator, _server: server, clock, vault, keeper, sign_ins, config_file }
    }

    /// Signs in as a maker who allows everything, and keeps the tokens.
    pub(crate) async fn connect(&self, platform: Platform) -> ConnectionId {
        let grant = self.sign_in(platform, Return::DeepLink, "simulator_answer=allow").await.unwrap();
        let connection = ConnectionId::make();
        self.keeper.adopt(connection, grant.tokens).await.unwrap();
        connection
    }

    /// A whole sign-in with a browser that answers the consent page as `answer` says.
    pub(crate) async fn sign_in(&self, platform: Platform, back: Return, answer: &str) -> Result<Grant, SignInError> {
        self.sign_in_asking(platform, back, Asking::Upload, answer).await
    }

    pub(crate) async fn sign_in_asking(
        &self,
        platform: Platform,
        back: Return,
        asking: Asking,
        answer: &str,
    ) -> Result<Grant, SignInError> {
        let pending = self.sign_ins.begin_asking(platform, back, asking).await?;
        let link = browse(&pending, answer).await;
        if let Some(link) = link {
            self.sign_ins.finish_by_link(&link, self.clock.now()).unwrap();
        }
        self.sign_ins.wait(pending.id).await
    }

    pub(crate) async fn order(&self, fault: Value) {
        let to = format!("{}/faults", self.simulator.address("admin"));
        browser().post(to).json(&fault).send().await.unwrap().error_for_status().unwrap();
    }

    pub(crate) async fn no_faults(&self) {
        browser().delete(format!("{}/faults", self.simulator.address("admin"))).send().await.unwrap();
    }

    /// How many token calls the platforms have seen.
    pub(crate) async fn token_calls(&self) -> usize {
        let log = browser().get(format!("{}/log", self.simulator.address("admin"))).send().await.unwrap();
        let entries: Vec<Value> = log.json().await.unwrap();
        entries.iter().filter(|entry| entry["path"].as_str().unwrap().trim_end_matches('/').ends_with("token")).count()
    }
}

/// Keeper and sign-ins over a configuration.
pub(crate) fn parts(config: &str, clock: &TestClock, vault: &Vault) -> (TokenKeeper, SignIns) {
    let config = Arc::new(StudioConfig::parse(config).unwrap());
    let http = HttpClient::default();
    let clock: Arc<dyn Clock> = Arc::new(clock.clone());
    let keeper = TokenKeeper::new(Arc::clone(&config), http.clone(), vault.clone(), Arc::clone(&clock), data_dir());
    (keeper, SignIns::new(config, http, vault.clone(), clock))
}

pub(crate) fn data_dir() -> PathBuf {
    session::home().join("studio")
}

/// What the keyring holds for a connection, read around the crate.
pub(crate) fn entry(connection: ConnectionId) -> keyring::Entry {
    keyring::Entry::new("app.makerstudio", &connection.to_string()).unwrap()
}

pub(crate) fn stored(connection: ConnectionId) -> Value {
    serde_json::from_slice(&entry(connection).get_secret().unwrap()).unwrap()
}

/// Goes where a browser goes; `Some` is the deep link on the relay's page.
pub(crate) async fn browse(pending: &PendingSignIn, answer: &str) -> Option<String> {
    let mut next = format!("{}&{answer}", pending.authorize_url);
    loop {
        let response = browser().get(&next).send().await.unwrap();
        match response.headers().get("location").map(|to| to.to_str().unwrap().to_owned()) {
            Some(to) => next = to,
            None => {
                assert!(response.status().is_success(), "{}", response.status());
                let page = response.text().await.unwrap();
                let (_, rest) = page.split_once("href=\"app.makerstudio://oauth/")?;
                let link = rest.split('"').next()?.replace("&amp;", "&");
                return Some(format!("app.makerstudio://oauth/{link}"));
            }
        }
    }
}

pub(crate) fn browser() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap()
}

/// Asks until it is so; fails after half a minute.
pub(crate) async fn until(mut is_so: impl AsyncFnMut() -> bool) {
    let waiting = async {
        while !is_so().await {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), waiting).await.expect("it never came to be");
}
