//! What YouTube would say, as far as a well-behaved client asks: sign-in, resumable uploads, and one look at the video.
//! Every sign-in is allowed and every token is good.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use url::Url;

use crate::http::{Connection, Head};

pub(crate) struct Youtube {
    base: Url,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    opened: u64,
    uploads: HashMap<u64, Upload>,
}

#[derive(Clone, Copy, Default)]
struct Upload {
    received: u64,
    total: u64,
    /// Microseconds since 1970 of its first body byte.
    first_byte_us: Option<u64>,
}

impl Youtube {
    pub(crate) fn at(base: Url) -> Self {
        Self { base, state: Mutex::default() }
    }

    /// Reads the rest of a request and answers it.
    pub(crate) fn answer(&self, head: &Head, connection: &mut Connection<'_>) -> anyhow::Result<()> {
        let asked = self.base.join(&head.target)?;
        let upload = value_of(&asked, "upload_id").and_then(|id| id.parse().ok());
        if let Some(id) = upload {
            return self.upload(id, head, connection);
        }
        connection.discard(head, |_| {})?;
        match (head.method.as_str(), asked.path()) {
            ("GET", "/o/oauth2/v2/auth") => {
                let back = redirect(&asked).unwrap_or_default();
                connection.answer("302 Found", &[("Location", back)], "")
            }
            ("POST", "/token") => connection.answer("200 OK", &json_header(), &tokens().to_string()),
            ("POST", "/upload/youtube/v3/videos") => {
                let location = self.open(head);
                connection.answer("200 OK", &[("Location", location)], "")
            }
            ("GET", "/youtube/v3/channels") => connection.answer("200 OK", &json_header(), &channel().to_string()),
            ("GET", "/youtube/v3/videos") => {
                let id = value_of(&asked, "id").unwrap_or_default();
                connection.answer("200 OK", &json_header(), &processed(&id).to_string())
            }
            ("GET", "/last-upload") => connection.answer("200 OK", &json_header(), &self.last().to_string()),
            _ => connection.answer("404 Not Found", &[], ""),
        }
    }

    fn open(&self, head: &Head) -> String {
        let mut state = self.state();
        state.opened += 1;
        let id = state.opened;
        let total = head.header("x-upload-content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
        state.uploads.insert(id, Upload { total, ..Upload::default() });
        format!("{}upload/youtube/v3/videos?uploadType=resumable&upload_id={id}", self.base)
    }

    fn upload(&self, id: u64, head: &Head, connection: &mut Connection<'_>) -> anyhow::Result<()> {
        let range = head.header("content-range").unwrap_or_default();
        let first =
            range.strip_prefix("bytes ").and_then(|r| r.split_once('-')).and_then(|(first, _)| first.parse().ok());
        if let Some(first) = first {
            self.with(id, |upload| upload.received = first);
        }
        let came = connection.discard(head, |bytes| {
            self.with(id, |upload| {
                upload.received += bytes as u64;
                upload.first_byte_us.get_or_insert_with(now_us);
            });
        });
        came?;
        let Some(upload) = self.state().uploads.get(&id).copied() else {
            return connection.answer("404 Not Found", &[], "");
        };
        if upload.received >= upload.total {
            return connection.answer("201 Created", &json_header(), &json!({"id": format!("sink-{id}")}).to_string());
        }
        let stored = upload.received.checked_sub(1).map(|last| ("Range", format!("bytes=0-{last}")));
        connection.answer("308 Resume Incomplete", stored.as_slice(), "")
    }

    fn with(&self, id: u64, change: impl FnOnce(&mut Upload)) {
        if let Some(upload) = self.state().uploads.get_mut(&id) {
            change(upload);
        }
    }

    /// For the benchmarks: when the newest upload's first byte came.
    fn last(&self) -> Value {
        let state = self.state();
        let upload = state.uploads.get(&state.opened).copied().unwrap_or_default();
        json!({"first_byte_us": upload.first_byte_us, "received": upload.received, "total": upload.total})
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn value_of(asked: &Url, name: &str) -> Option<String> {
    asked.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// Where the browser goes after consent, which is given at once.
fn redirect(asked: &Url) -> Option<String> {
    let mut back = Url::parse(&value_of(asked, "redirect_uri")?).ok()?;
    let (state, scope) = (value_of(asked, "state")?, value_of(asked, "scope")?);
    back.query_pairs_mut().append_pair("state", &state).append_pair("code", "sink").append_pair("scope", &scope);
    Some(back.into())
}

fn tokens() -> Value {
    let scopes = ["youtube.upload", "youtube.readonly"].map(|s| format!("https://www.googleapis.com/auth/{s}"));
    json!({"access_token": "sink-access", "refresh_token": "sink-refresh", "expires_in": 3599, "token_type": "Bearer",
           "scope": scopes.join(" ")})
}

fn channel() -> Value {
    json!({"items": [{"id": "UCsink", "snippet": {"title": "Sink"}}]})
}

fn processed(id: &str) -> Value {
    json!({"items": [{"id": id, "snippet": {"title": "Discarded"}, "status": {"uploadStatus": "processed"},
           "processingDetails": {"processingStatus": "succeeded"}, "contentDetails": {"duration": "PT2S"}}]})
}

fn json_header() -> [(&'static str, String); 1] {
    [("Content-Type", "application/json".to_owned())]
}

#[expect(clippy::disallowed_methods, reason = "the moment is compared with what other processes wrote down")]
fn now_us() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_micros()).unwrap_or(u64::MAX)
}
