//! The HTTP client for OAuth: forms out, small JSON answers back.
//!
//! Redirects are off, so a secret never follows one; answers are read to a bound; loopback addresses never go through
//! a proxy, since they may be plain `http`. What an answer means is `oauth.rs`.

use std::time::Duration;

use maker_domain::config::is_loopback;
use reqwest::redirect::Policy;
use url::Url;

/// More than any token answer; a page of HTML from a middle box is cut here.
const ANSWER_LIMIT: usize = 64 * 1024;

/// The client every OAuth call goes through. Cheap to clone.
#[derive(Clone, Debug)]
pub struct HttpClient {
    usual: reqwest::Client,
    direct: reqwest::Client,
}

/// The client cannot be built: the system's certificates cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("A secure connection cannot be set up on this computer. Check that its root certificates are installed.")]
pub struct HttpSetupError(#[source] reqwest::Error);

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

impl HttpClient {
    /// Builds the client: 10 s to connect, 30 s for the whole call.
    ///
    /// # Errors
    /// [`HttpSetupError`] when TLS cannot be set up.
    pub fn new() -> Result<Self, HttpSetupError> {
        Ok(Self { usual: build(false)?, direct: build(true)? })
    }

    pub(crate) async fn post_form(&self, url: &Url, form: &[(&str, &str)]) -> Result<Answer, NoAnswer> {
        let client = if is_loopback(url) { &self.direct } else { &self.usual };
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

fn build(direct: bool) -> Result<reqwest::Client, HttpSetupError> {
    let builder = reqwest::Client::builder()
        .redirect(Policy::none())
        // A token request that is sent twice may rotate a token that nobody reads.
        .retry(reqwest::retry::never())
        .referer(false)
        .connect_timeout(Duration::from_secs(10))
        .timeout(Duration::from_secs(30))
        .user_agent(concat!("MakerStudio/", env!("CARGO_PKG_VERSION")));
    let builder = if direct { builder.no_proxy() } else { builder };
    builder.build().map_err(HttpSetupError)
}
