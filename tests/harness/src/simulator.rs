//! The pretend platforms as a process. Only their HTTP is known here.

use std::path::Path;

use serde_json::{Value, json};
use tokio::process::Command;

use crate::programs::{Program, binary};

/// A running simulator.
pub struct Simulator {
    program: Program,
    http: reqwest::Client,
}

impl Simulator {
    /// Starts it; `config` is where it writes the configuration to use it with.
    pub async fn start(config: &Path, flags: &[&str]) -> Self {
        let mut command = Command::new(binary("maker-simulator"));
        command.args(["--listen", "127.0.0.1:0", "--write-config"]).arg(config).args(flags).env("RUST_LOG", "off");
        Self { program: Program::start(command).await, http: reqwest::Client::new() }
    }

    /// Everything that is on the platforms or on its way there.
    pub async fn uploads(&self) -> Vec<Value> {
        self.get("uploads").await.as_array().cloned().unwrap_or_default()
    }

    /// The uploads of one platform (`youtube`, `tiktok`) in `state`.
    pub async fn uploads_in(&self, platform: &str, state: &str) -> Vec<Value> {
        let mut uploads = self.uploads().await;
        uploads.retain(|u| u["platform"] == platform && u["state"] == state);
        uploads
    }

    /// The requests of one step (`open`, `put`, `status_query`), oldest first.
    pub async fn requests(&self, step: &str) -> Vec<Value> {
        let mut log = self.get("log").await.as_array().cloned().unwrap_or_default();
        log.retain(|entry| entry["step"] == step);
        log
    }

    /// Every exchange with a number above `after`, oldest first.
    pub async fn log_after(&self, after: u64) -> Vec<Value> {
        self.get(&format!("log?after={after}")).await.as_array().cloned().unwrap_or_default()
    }

    /// The platforms' time, as the log has it.
    pub async fn now(&self) -> String {
        self.get("clock").await["now"].as_str().expect("the simulator has a clock").to_owned()
    }

    /// Breaches of a platform's guidelines that its API lets pass.
    pub async fn policy(&self) -> Value {
        self.get("policy").await
    }

    /// Orders a fault.
    pub async fn fault(&self, order: Value) {
        self.post("faults", &order).await;
    }

    /// Forgets all faults.
    pub async fn no_faults(&self) {
        let answer = self.http.delete(format!("{}/faults", self.program.address("admin"))).send().await;
        answer.and_then(reqwest::Response::error_for_status).expect("the simulator takes its faults back");
    }

    /// Moves the platforms' clock.
    pub async fn pass(&self, seconds: u64) {
        self.post("clock", &json!({ "advance_seconds": seconds })).await;
    }

    /// An access token for `scopes`, as if the maker had signed in.
    pub async fn token(&self, platform: &str, scopes: &[&str]) -> String {
        let order = json!({ "platform": platform, "scopes": scopes });
        let answer = self.post("token", &order).await;
        answer["access_token"].as_str().expect("the simulator mints a token").to_owned()
    }

    /// Waits for whatever answers at `url`: how a person would look at the finished page.
    pub async fn page(&self, url: &str) -> String {
        let answer = self.http.get(url).send().await.expect("the page answers");
        assert!(answer.status().is_success(), "{url}: {}", answer.status());
        answer.text().await.expect("a page is text")
    }

    async fn get(&self, path: &str) -> Value {
        let address = format!("{}/{path}", self.program.address("admin"));
        self.http.get(address).send().await.expect("the simulator answers").json().await.expect("in JSON")
    }

    async fn post(&self, path: &str, body: &Value) -> Value {
        let address = format!("{}/{path}", self.program.address("admin"));
        let answer = self.http.post(address).json(body).send().await.expect("the simulator answers");
        let (status, text) = (answer.status(), answer.text().await.unwrap_or_default());
        assert!(status.is_success(), "{path} {body}: {text}");
        serde_json::from_str(&text).unwrap_or_default()
    }
}
