//! The window under WebDriver (W3C WebDriver, classic): WebKitWebDriver starts the real program, and only what a person
//! can do or see is asked of it.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::process::{Child, Command};

use crate::port::free_port;
use crate::wait::eventually;

/// The key under which WebDriver names elements (W3C WebDriver, section 11).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Longest that anything in the window may take in a test.
const PATIENCE: Duration = Duration::from_secs(30);

/// A key, held with those before it in a list.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// What takes its letter.
    Letter(char),
    /// Control.
    Control,
    /// Escape.
    Escape,
}

impl Key {
    /// What WebDriver calls it (W3C WebDriver, section 17.4.2).
    fn code(self) -> char {
        match self {
            Self::Letter(letter) => letter,
            Self::Control => '\u{E009}',
            Self::Escape => '\u{E00C}',
        }
    }
}

/// A window of the program. Closed when dropped.
pub struct Window {
    base: String,
    http: reqwest::Client,
    driver: Child,
}

impl Window {
    /// Starts the driver in the environment of `driver` and, through it, the program at `binary`.
    ///
    /// # Panics
    /// When WebKitWebDriver cannot be started, or no window appears.
    pub async fn open(mut driver: Command, binary: &Path) -> Self {
        let port = free_port();
        let child = driver
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("WebKitWebDriver does not start: install the package webkit2gtk-driver");
        // A page that hangs fails its test and does not stop the others.
        let http = reqwest::Client::builder().timeout(PATIENCE).build().expect("a client");
        let asked = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": { "binary": binary } } } });
        let address = format!("http://127.0.0.1:{port}/session");
        let session = eventually("the driver gives a session", PATIENCE, async || {
            let answer = http.post(&address).json(&asked).send().await.ok()?;
            let body: Value = answer.json().await.ok()?;
            body["value"]["sessionId"].as_str().map(str::to_owned)
        })
        .await;
        Self { base: format!("{address}/{session}"), http, driver: child }
    }

    /// Waits for an element to be there and visible, and clicks it.
    pub async fn click(&self, css: &str) {
        eventually(&format!("{css} can be clicked"), PATIENCE, async || {
            let element = self.find(css).await?;
            self.post(&format!("element/{element}/click"), &json!({})).await.ok()
        })
        .await;
    }

    /// Types into an element, after what is there.
    pub async fn type_into(&self, css: &str, text: &str) {
        eventually(&format!("{css} takes text"), PATIENCE, async || {
            let element = self.find(css).await?;
            self.post(&format!("element/{element}/value"), &json!({ "text": text })).await.ok()
        })
        .await;
    }

    /// Replaces the text of an element.
    pub async fn fill(&self, css: &str, text: &str) {
        eventually(&format!("{css} can be cleared"), PATIENCE, async || {
            let element = self.find(css).await?;
            self.post(&format!("element/{element}/clear"), &json!({})).await.ok()
        })
        .await;
        self.type_into(css, text).await;
    }

    /// Chooses the option with `value` of a native select.
    pub async fn choose(&self, css: &str, value: &str) {
        self.click(&format!("{css} option[value='{value}']")).await;
    }

    /// The visible text of an element, once it is there.
    pub async fn text(&self, css: &str) -> String {
        eventually(&format!("{css} is there"), PATIENCE, async || {
            let element = self.find(css).await?;
            let answer = self.get(&format!("element/{element}/text")).await.ok()?;
            answer.as_str().map(str::to_owned)
        })
        .await
    }

    /// An attribute of an element, once it has it.
    pub async fn attribute(&self, css: &str, name: &str) -> String {
        eventually(&format!("{css} has {name}"), PATIENCE, async || {
            let element = self.find(css).await?;
            let answer = self.get(&format!("element/{element}/attribute/{name}")).await.ok()?;
            answer.as_str().map(str::to_owned)
        })
        .await
    }

    /// Whether an element is there now.
    pub async fn has(&self, css: &str) -> bool {
        self.find(css).await.is_some()
    }

    /// Waits until an element is there.
    pub async fn wait_for(&self, css: &str, patience: Duration) {
        eventually(&format!("{css} appears"), patience, async || self.find(css).await.map(drop)).await;
    }

    /// Runs a script in the page and gives what it returns.
    ///
    /// # Panics
    /// When the page refuses it.
    pub async fn script(&self, body: &str, arguments: Value) -> Value {
        let call = json!({ "script": body, "args": arguments });
        self.post("execute/sync", &call).await.unwrap_or_else(|error| panic!("{body}: {error}"))
    }

    /// The same for a script that calls its last argument when it is done.
    ///
    /// # Panics
    /// When the page refuses it.
    pub async fn script_async(&self, body: &str, arguments: Value) -> Value {
        let call = json!({ "script": body, "args": arguments });
        self.post("execute/async", &call).await.unwrap_or_else(|error| panic!("{body}: {error}"))
    }

    /// Presses keys together and lets them go, wherever the focus is.
    ///
    /// # Panics
    /// When the window takes no keys.
    pub async fn press(&self, keys: &[Key]) {
        let act = |kind: &'static str| move |key: &Key| json!({ "type": kind, "value": key.code() });
        let actions: Vec<Value> = keys.iter().map(act("keyDown")).chain(keys.iter().rev().map(act("keyUp"))).collect();
        let keys = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.post("actions", &keys).await.expect("a window takes keys");
    }

    /// Sets the size of the window.
    ///
    /// # Panics
    /// When the window refuses it.
    pub async fn resize(&self, width: u32, height: u32) {
        self.post("window/rect", &json!({ "width": width, "height": height })).await.expect("a window has a size");
    }

    /// Puts the window to a place on the screen, in a size.
    ///
    /// # Panics
    /// When the window refuses it.
    pub async fn place(&self, x: i32, y: i32, width: u32, height: u32) {
        let rect = json!({ "x": x, "y": y, "width": width, "height": height });
        self.post("window/rect", &rect).await.expect("a window has a place");
    }

    /// Ends the program.
    ///
    /// # Panics
    /// When it does not end.
    pub async fn close(self) {
        answer(self.http.delete(&self.base)).await.expect("the window closes");
        // The driver answers once the page is closed, and ends the program after that: it has to live as long.
        let driver = self.driver.id();
        eventually("the program has ended", PATIENCE, async || driver.is_none_or(has_no_children).then_some(())).await;
    }

    async fn find(&self, css: &str) -> Option<String> {
        let found = self.post("element", &json!({ "using": "css selector", "value": css })).await.ok()?;
        found[ELEMENT].as_str().map(str::to_owned)
    }

    async fn get(&self, path: &str) -> Result<Value, String> {
        answer(self.http.get(format!("{}/{path}", self.base))).await
    }

    async fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        answer(self.http.post(format!("{}/{path}", self.base)).json(body)).await
    }
}

fn has_no_children(process: u32) -> bool {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let mut children = threads.filter_map(|thread| std::fs::read_to_string(thread.path().join("children")).ok());
    children.all(|of_thread| of_thread.trim().is_empty())
}

async fn answer(request: reqwest::RequestBuilder) -> Result<Value, String> {
    let answer = request.send().await.map_err(|e| e.to_string())?;
    let good = answer.status().is_success();
    let body: Value = answer.json().await.map_err(|e| e.to_string())?;
    if good { Ok(body["value"].clone()) } else { Err(body["value"]["message"].to_string()) }
}
