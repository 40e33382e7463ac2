//! The backend over HTTP. Answers are bounded, redirects are not followed, and what is not understood is a refusal.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::StreamExt;
use maker_domain::account::{Refresh, Refreshed};
use maker_domain::problem::{Problem, code};
use maker_domain::sync::wire::{Ancestor, FindAncestor, Page, Pull, Push, Pushed};
use maker_words::say;
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::access::KeySource;
use crate::address::BackendAddress;
use crate::exchange::{Backend, Failure};

/// The longest answer that is read: a page of the largest rows is far below.
const ANSWER_MAX: usize = 64 << 20;
/// The longest refusal that is read.
const REFUSAL_MAX: usize = 64 << 10;
/// Smaller bodies gain nothing by being packed.
const PACKED_FROM: usize = 1024;
/// The longest that a whole exchange may take.
const PATIENCE: Duration = Duration::from_secs(60);
const CONNECT_PATIENCE: Duration = Duration::from_secs(10);

/// One backend, as this device.
#[derive(Clone)]
pub struct HttpBackend {
    pub(crate) address: BackendAddress,
    pub(crate) client: reqwest::Client,
    keys: Arc<KeySource>,
}

impl HttpBackend {
    /// The backend at an address.
    ///
    /// # Errors
    /// When this computer cannot set up secure connections.
    pub fn new(address: BackendAddress, keys: Arc<KeySource>) -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .connect_timeout(CONNECT_PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("MakerStudio/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self { address, client, keys })
    }

    /// Where it is.
    #[must_use]
    pub const fn address(&self) -> &BackendAddress {
        &self.address
    }

    /// The keys to it.
    #[must_use]
    pub fn keys(&self) -> &KeySource {
        &self.keys
    }

    pub(crate) async fn refresh(&self, with: &Refresh) -> Result<Refreshed, Failure> {
        self.open(Method::POST, "v1/auth/token", Some(with)).await
    }

    /// Asks without a token.
    pub(crate) async fn open<B: Serialize + Sync, A: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<&B>,
    ) -> Result<A, Failure> {
        read(send(self.request(method, path, body)).await?.done()?).await
    }

    /// Asks as this device. A token that is not taken any more is renewed once.
    pub(crate) async fn ask<B: Serialize + Sync, A: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<&B>,
    ) -> Result<A, Failure> {
        let answer = self.ask_for(method, path, body).await?;
        read(answer).await
    }

    /// Opens a line that stays open: the silence on it is watched by whoever reads.
    pub(crate) async fn stream(&self, method: Method, path: &str) -> Result<Response, Failure> {
        let token = self.keys.token(self).await?;
        send(self.client.request(method, self.address.join(path)).bearer_auth(token.expose())).await?.done()
    }

    pub(crate) async fn ask_for<B: Serialize + Sync>(
        &self,
        method: Method,
        path: &str,
        body: Option<&B>,
    ) -> Result<Response, Failure> {
        self.answered(|| self.request(method.clone(), path, body)).await?.done()
    }

    /// Asks as this device, by a request that can be made again, and leaves it to the caller what a refusal means; but one
    /// of the token, which is renewed once.
    pub(crate) async fn answered(
        &self,
        request: impl Fn() -> RequestBuilder + Send + Sync,
    ) -> Result<Answered, Failure> {
        let mut renewed = false;
        loop {
            let token = self.keys.token(self).await?;
            let answer = send(request().bearer_auth(token.expose())).await?;
            if renewed || !answer.is_of_the_token() {
                return Ok(answer);
            }
            self.keys.drop_token().await;
            renewed = true;
        }
    }

    /// A request to something below the address, with the time that a whole exchange may take.
    pub(crate) fn to(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, self.address.join(path)).timeout(PATIENCE)
    }

    fn request<B: Serialize>(&self, method: Method, path: &str, body: Option<&B>) -> RequestBuilder {
        let request = self.to(method, path);
        let Some(body) = body else { return request };
        // One that is no JSON is the request's own error.
        let Ok(bytes) = serde_json::to_vec(body) else { return request.json(body) };
        let request = request.header(CONTENT_TYPE, "application/json");
        match packed(&bytes) {
            Some(packed) => request.header(CONTENT_ENCODING, "zstd").body(packed),
            None => request.body(bytes),
        }
    }
}

#[async_trait]
impl Backend for HttpBackend {
    async fn push(&self, workspace: Uuid, push: &Push) -> Result<Pushed, Failure> {
        self.ask(Method::POST, &format!("v1/t/{workspace}/sync/push"), Some(push)).await
    }

    async fn pull(&self, workspace: Uuid, pull: &Pull) -> Result<Page, Failure> {
        self.ask(Method::POST, &format!("v1/t/{workspace}/sync/pull"), Some(pull)).await
    }

    async fn ancestor(&self, workspace: Uuid, find: &FindAncestor) -> Result<Ancestor, Failure> {
        self.ask(Method::POST, &format!("v1/t/{workspace}/sync/ancestor"), Some(find)).await
    }
}

/// A large body as it goes over the line; `None` for one that is sent as it is.
fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let worth_it = bytes.len() >= PACKED_FROM;
    worth_it.then(|| zstd::bulk::compress(bytes, zstd::DEFAULT_COMPRESSION_LEVEL).ok())?
}

/// What came back.
pub(crate) enum Answered {
    /// It was done.
    Done(Response),
    /// It was not: the status, when to ask again, and what is said of it.
    Not(StatusCode, Option<Duration>, Vec<u8>),
}

impl Answered {
    /// The answer, or what the refusal means here.
    pub(crate) fn done(self) -> Result<Response, Failure> {
        match self {
            Self::Done(answer) => Ok(answer),
            Self::Not(status, after, text) => Err(meaning(status, after, serde_json::from_slice(&text).ok().as_ref())),
        }
    }

    fn is_of_the_token(&self) -> bool {
        let Self::Not(status, after, text) = self else { return false };
        matches!(meaning(*status, *after, serde_json::from_slice(text).ok().as_ref()), Failure::SignInAgain)
    }
}

async fn send(request: RequestBuilder) -> Result<Answered, Failure> {
    let answer = request.send().await.map_err(|error| {
        tracing::debug!(error = %error.without_url(), "the backend was not reached");
        Failure::Offline
    })?;
    let status = answer.status();
    if status.is_success() {
        return Ok(Answered::Done(answer));
    }
    let after = answer.headers().get(RETRY_AFTER).and_then(|v| v.to_str().ok()?.parse().ok()).map(Duration::from_secs);
    Ok(Answered::Not(status, after, bounded(answer, REFUSAL_MAX).await.unwrap_or_default()))
}

pub(crate) fn meaning(status: StatusCode, after: Option<Duration>, problem: Option<&Problem>) -> Failure {
    let word = problem.map_or("", |p| p.code.as_str());
    match (status.as_u16(), word) {
        (_, code::MEMBERSHIP_REVOKED) => Failure::Revoked,
        (_, code::DIVERGED) => Failure::Diverged,
        (_, code::RESYNC) => Failure::Resync,
        (426, _) | (_, code::UPGRADE_REQUIRED) => Failure::UpgradeRequired,
        // Sign-in forms say themselves what was wrong with them.
        (401, code::SIGN_IN_REFUSED) => refused(status, problem),
        (401, _) => Failure::SignInAgain,
        (408 | 429 | 500..=599, _) => Failure::Busy { after },
        _ => refused(status, problem),
    }
}

pub(crate) fn refused(status: StatusCode, problem: Option<&Problem>) -> Failure {
    let words = problem.map(|p| p.detail.chars().filter(|c| !c.is_control()).take(500).collect::<String>());
    Failure::Refused(
        words.filter(|w| !w.is_empty()).unwrap_or_else(|| say!("backend-answered", status = status.as_u16())),
    )
}

pub(crate) async fn read<A: DeserializeOwned>(answer: Response) -> Result<A, Failure> {
    let text = bounded(answer, ANSWER_MAX).await?;
    // An empty answer is how a route says that there is nothing to say.
    let text = if text.is_empty() { b"null" } else { text.as_slice() };
    serde_json::from_slice(text).map_err(|error| {
        tracing::warn!(%error, "an answer of the backend cannot be read");
        Failure::Refused(say!("backend-no-sense"))
    })
}

pub(crate) async fn bounded(answer: Response, at_most: usize) -> Result<Vec<u8>, Failure> {
    let mut text = Vec::new();
    let mut pieces = answer.bytes_stream();
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| Failure::Offline)?;
        if text.len() + piece.len() > at_most {
            return Err(Failure::Refused(say!("backend-too-long")));
        }
        text.extend_from_slice(&piece);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refusal_means_one_thing() {
        let problem = |word: &str| Problem {
            title: String::new(),
            status: 0,
            code: word.to_owned(),
            detail: "Do this.".to_owned(),
        };
        for (status, word, expected) in [
            (401, "token_invalid", "SignInAgain"),
            (401, "device_revoked", "SignInAgain"),
            (401, "sign_in_refused", "Refused"),
            (403, "membership_revoked", "Revoked"),
            (403, "owner_only", "Refused"),
            (404, "not_found", "Refused"),
            (409, "diverged", "Diverged"),
            (409, "email_taken", "Refused"),
            (410, "resync", "Resync"),
            (413, "too_large", "Refused"),
            (426, "upgrade_required", "UpgradeRequired"),
            (426, "", "UpgradeRequired"),
            (429, "too_many", "Busy"),
            (503, "unavailable", "Busy"),
            (502, "", "Busy"),
            (302, "", "Refused"),
        ] {
            let failure = meaning(StatusCode::from_u16(status).unwrap(), None, Some(&problem(word)));
            assert!(format!("{failure:?}").starts_with(expected), "{status} {word}: {failure:?}");
        }
    }
}
