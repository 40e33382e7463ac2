//! The record of every exchange with the pretend platforms. It holds no secret: tokens travel in headers and bodies, which
//! are not recorded, and query values are written only for names known to be harmless.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, CONTENT_RANGE, RANGE};
use axum::middleware::Next;
use axum::response::Response;
use futures_util::StreamExt;
use serde::Serialize;

use crate::clock::stamp;
use crate::params::Params;
use crate::steps::{Platform, Step, step};
use crate::wire::Unsent;
use crate::world::App;

const KEPT: usize = 50_000;

/// Query parameters whose values say nothing secret.
const HARMLESS: &[&str] = &[
    "part",
    "uploadType",
    "id",
    "videoId",
    "mine",
    "notifySubscribers",
    "maxResults",
    "regionCode",
    "hl",
    "alt",
    "v",
    "list",
    "playlistId",
    "fields",
    "response_type",
    "scope",
    "access_type",
    "prompt",
    "code_challenge_method",
    "simulator_answer",
    "simulator_account",
    "simulator_untick",
    "disable_auto_auth",
];

#[derive(Default)]
pub(crate) struct Log {
    entries: Mutex<VecDeque<Entry>>,
    count: AtomicU64,
}

/// One request and what became of it.
#[derive(Clone, Serialize)]
pub(crate) struct Entry {
    number: u64,
    time: String,
    platform: Platform,
    step: Step,
    method: String,
    path: String,
    query: String,
    authorized: bool,
    content_range: Option<String>,
    content_length: Option<u64>,
    received_bytes: u64,
    /// `None` while the exchange runs, and for good when no answer was sent.
    status: Option<u16>,
    range: Option<String>,
    /// The fault that answered, or why there was no answer.
    note: Option<String>,
    finished: bool,
}

/// Attached to a response so that the log can say why it looks as it does.
#[derive(Clone)]
pub(crate) struct Note(String);

impl Note {
    pub(crate) fn fault(kind: &str) -> Self {
        Self(format!("fault: {kind}"))
    }
}

impl Log {
    /// Those with a number above `after`.
    pub(crate) fn entries(&self, after: u64) -> Vec<Entry> {
        self.lock().iter().filter(|entry| entry.number > after).cloned().collect()
    }

    pub(crate) fn clear(&self) {
        self.lock().clear();
    }

    fn open(&self, mut entry: Entry) -> u64 {
        let number = self.count.fetch_add(1, Ordering::Relaxed) + 1;
        entry.number = number;
        let mut entries = self.lock();
        if entries.len() == KEPT {
            entries.pop_front();
        }
        entries.push_back(entry);
        number
    }

    fn change(&self, number: u64, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.lock().iter_mut().rev().find(|entry| entry.number == number) {
            change(entry);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, VecDeque<Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Middleware: writes the entry when the request arrives and completes it when the answer goes out or the client leaves.
pub(crate) async fn record(State((app, platform)): State<(App, Platform)>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let number = app.log.open(entry(&app, platform, &parts));
    let received = Arc::new(AtomicU64::new(0));
    let counter = received.clone();
    let counted = body.into_data_stream().inspect(move |frame| {
        if let Ok(bytes) = frame {
            counter.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        }
    });
    let mut open = OpenEntry { app, number, received, done: false };
    let response = next.run(Request::from_parts(parts, Body::from_stream(counted))).await;
    open.finish(&response);
    response
}

fn entry(app: &App, platform: Platform, parts: &axum::http::request::Parts) -> Entry {
    Entry {
        number: 0,
        time: stamp(app.now()),
        platform,
        step: step(platform, parts),
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: harmless_query(&Params::of_query(parts)),
        authorized: parts.headers.contains_key(AUTHORIZATION),
        content_range: text(&parts.headers, CONTENT_RANGE.as_str()),
        content_length: text(&parts.headers, "content-length").and_then(|value| value.parse().ok()),
        received_bytes: 0,
        status: None,
        range: None,
        note: None,
        finished: false,
    }
}

fn harmless_query(params: &Params) -> String {
    let shown = params.pairs().map(|(name, value)| {
        let value = if HARMLESS.contains(&name) { value } else { "…" };
        format!("{name}={value}")
    });
    shown.collect::<Vec<_>>().join("&")
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

/// Completes its entry even when the handler is dropped because the client went away.
struct OpenEntry {
    app: App,
    number: u64,
    received: Arc<AtomicU64>,
    done: bool,
}

impl OpenEntry {
    fn finish(&mut self, response: &Response) {
        self.done = true;
        let sent = response.extensions().get::<Unsent>().is_none();
        let received = self.received.load(Ordering::Relaxed);
        self.app.log.change(self.number, |entry| {
            entry.status = sent.then(|| response.status().as_u16());
            entry.range =
                text(response.headers(), RANGE.as_str()).or_else(|| text(response.headers(), CONTENT_RANGE.as_str()));
            entry.note = response.extensions().get::<Note>().map(|note| note.0.clone());
            entry.received_bytes = received;
            entry.finished = true;
            tracing::info!(
                platform = ?entry.platform, method = %entry.method, path = %entry.path, status = entry.status,
                received_bytes = received, note = entry.note, "exchange {}", entry.number
            );
        });
    }
}

impl Drop for OpenEntry {
    fn drop(&mut self) {
        if self.done {
            return;
        }
        let received = self.received.load(Ordering::Relaxed);
        self.app.log.change(self.number, |entry| {
            entry.note = Some("the client left before an answer".to_owned());
            entry.received_bytes = received;
            entry.finished = true;
        });
    }
}
