//! The pretend platforms as a process of their own, one per test, gone with it. Only their HTTP is known here.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Arc, LazyLock};

use maker_domain::Platform;
use maker_domain::config::StudioConfig;
use maker_domain::secret::AccessToken;
use maker_platforms::{Patience, PlatformApi, http_client, platform_api, platform_api_with};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Child;

pub(crate) struct Simulator {
    admin: String,
    config: StudioConfig,
    http: reqwest::Client,
    _process: Child,
}

impl Simulator {
    pub(crate) async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("studio.toml");
        let mut process = tokio::process::Command::new(&*PROGRAM)
            .args(["--listen", "127.0.0.1:0", "--write-config"])
            .arg(&file)
            .env("RUST_LOG", "off")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).await.unwrap();
        let addresses: Value = serde_json::from_str(&line).expect("the simulator did not say where it listens");
        let config = StudioConfig::parse(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let admin = addresses["admin"].as_str().unwrap().to_owned();
        Self { admin, config, http: http_client().unwrap(), _process: process }
    }

    pub(crate) fn api(&self, platform: Platform) -> Arc<dyn PlatformApi> {
        platform_api(self.config.platform(platform), platform, self.http.clone())
    }

    /// The same with another patience.
    pub(crate) fn patient_api(&self, platform: Platform, patience: Patience) -> Arc<dyn PlatformApi> {
        platform_api_with(self.config.platform(platform), platform, self.http.clone(), patience)
    }

    pub(crate) async fn token(&self, platform: Platform, scopes: &[&str]) -> AccessToken {
        let answer = self.post("token", &json!({"platform": platform.slug(), "scopes": scopes})).await;
        AccessToken::new(answer["access_token"].as_str().unwrap().to_owned())
    }

    /// The same for the consent of another of the simulator's people.
    pub(crate) async fn token_of(&self, account: &str, platform: Platform, scopes: &[&str]) -> AccessToken {
        let ask = json!({"platform": platform.slug(), "scopes": scopes, "account": account});
        AccessToken::new(self.post("token", &ask).await["access_token"].as_str().unwrap().to_owned())
    }

    /// The entries that YouTube's own API lists under `path`, all pages.
    pub(crate) async fn youtube_list(&self, token: &AccessToken, path: &str) -> Vec<Value> {
        let (mut found, mut page) = (Vec::new(), String::new());
        loop {
            let address = format!("{}/{path}&maxResults=50{page}", self.config.platform(Platform::Youtube).api);
            let answer = self.http.get(address).bearer_auth(token.expose()).send().await.unwrap();
            let list: Value = answer.json().await.unwrap();
            found.extend(list["items"].as_array().expect("no list").clone());
            let Some(next) = list["nextPageToken"].as_str() else { return found };
            page = format!("&pageToken={next}");
        }
    }

    /// Orders a fault for `platform`; the rest of `order` is as the simulator describes it.
    pub(crate) async fn fault(&self, platform: Platform, mut order: Value) {
        order["platform"] = json!(platform.slug());
        self.post("faults", &order).await;
    }

    /// The person takes the app's access away.
    pub(crate) async fn revoke(&self, platform: Platform) {
        self.post("grants/revoke", &json!({"platform": platform.slug(), "account": "amina"})).await;
    }

    /// Bytes of the video that arrived, those that came twice counted twice.
    pub(crate) async fn bytes_put(&self) -> u64 {
        self.requests("put").await.iter().map(|entry| entry["received_bytes"].as_u64().unwrap()).sum()
    }

    /// Moves the platforms' clock: what takes time there is over at once.
    pub(crate) async fn pass(&self, seconds: u32) {
        self.post("clock", &json!({"advance_seconds": seconds})).await;
    }

    /// Everything that is on `platform` or on its way there.
    pub(crate) async fn uploads(&self, platform: Platform) -> Vec<Value> {
        let all = self.get("uploads").await;
        all.as_array().unwrap().iter().filter(|upload| upload["platform"] == platform.slug()).cloned().collect()
    }

    /// The requests of one step (`open`, `put`, `status_query`), oldest first.
    pub(crate) async fn requests(&self, step: &str) -> Vec<Value> {
        self.get("log").await.as_array().unwrap().iter().filter(|entry| entry["step"] == step).cloned().collect()
    }

    /// What TikTok's auditors would object to.
    pub(crate) async fn objections(&self) -> Value {
        self.get("policy").await
    }

    async fn get(&self, path: &str) -> Value {
        self.http.get(format!("{}/{path}", self.admin)).send().await.unwrap().json().await.unwrap()
    }

    async fn post(&self, path: &str, body: &Value) -> Value {
        let answer = self.http.post(format!("{}/{path}", self.admin)).json(body).send().await.unwrap();
        let (status, text) = (answer.status(), answer.text().await.unwrap());
        assert!(status.is_success(), "the simulator refused {body}: {status} {text}");
        serde_json::from_str(&text).unwrap_or_default()
    }
}

/// The program beside this test's own; built when it is not there.
static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
    let own = std::env::current_exe().unwrap();
    let folder = own.ancestors().nth(2).unwrap();
    let program = folder.join(format!("maker-simulator{}", std::env::consts::EXE_SUFFIX));
    if !program.exists() {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = Command::new(cargo).args(["build", "-p", "maker-simulator"]).status();
        assert!(built.is_ok_and(|status| status.success()), "the simulator could not be built");
    }
    assert!(program.exists(), "no simulator at {}", program.display());
    program
});
