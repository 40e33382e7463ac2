//! The HTTP client for OAuth: forms out, small JSON answers back.
//!
//! Redirects are off, so a secret never follows one; answers are read to a bound; loopback addresses never go through
//! a proxy, since they may be plain `http`. What an answer means is `oauth.rs`.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use maker_domain::config::is_loopback;
use reqwest::redirect::Policy;
use url::Url;

/// More than any token answer; a page of HTML from a middle box is cut here.
const ANSWER_LIMIT: usize = 64 * 1024;

/// The client every OAuth call goes through. Cheap to clone.
///
/// Made at the first call that needs it: each reads all of the system's certificates, and with a live token none is called.
#[derive(Clone, Debug)]
pub struct HttpClient {
    usual: Lazy,
    direct: Lazy,
}

type Lazy = Arc<LazyLock<reqwest::Result<reqwest::Client>>>;

/// A complete answer within the bound.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

/// No complete answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NoAnswer {
    /// Refused, reset, timed out, no name.
    Line,
    /// Longer than the bound.
    TooLong,
}

impl Default for HttpClient {
    /// 10 s to connect, 30 s for the whole call.
    fn default() -> Self {
        Self { usual: Arc::new(LazyLock::new(|| build(false))), direct: Arc::new(LazyLock::new(|| build(true))) }
    }
}

impl HttpClient {
    pub(crate) async fn post_form(&self, url: &Url, form: &[(&str, &str)]) -> Result<Answer, NoAnswer> {
        let client = if is_loopback(url) { &self.direct } else { &self.usual };
        let client = client.as_ref().as_ref().map_err(|_| NoAnswer::Line)?;
        let request = client.post(url.clone()).header("accept", "application/json").form(form);
        let mut response = request.send().await.map_err(|_| NoAnswer::Line)?;
        let status = response.status().as_u16();
        let mut body = Vec::new();
        while let Some(part) = response.chunk().await.map_err(|_| NoAnswer::Line)? {
            if body.len() + part.len() > ANSWER_LIMIT {
                return Err(NoAnswer::TooLong);
            }
            body.extend_from_slice(&part);
        }
        Ok(Answer { status, body })
    }
}

fn build(direct: bool) -> reqwest::Result<reqwest::Client> {
    let builder = reqwest::Client::builder()
        // Platforms are asked for nothing that has to be unpacked.
        .no_zstd()
        .redirect(Policy::none())
        // A token request that is sent twice may rotate a token that nobody reads.
        .retry(reqwest::retry::never())
        .referer(false)
        .connect_timeout(Duration::from_secs(10))
        .timeout(Duration::from_secs(30))
        .user_agent(concat!("MakerStudio/", env!("CARGO_PKG_VERSION")));
    let builder = if direct { builder.no_proxy() } else { builder };
    builder.build()
}
