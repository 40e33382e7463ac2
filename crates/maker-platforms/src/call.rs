//! Sends requests: with the token where it belongs, bounded in time, and with every failure of the line named.

use std::ops::Range;
use std::sync::Arc;

use maker_domain::secret::AccessToken;
use reqwest::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, HeaderValue};
use reqwest::{Method, RequestBuilder};
use url::Url;

use crate::answer::Answer;
use crate::pieces::Pieces;
use crate::stall::{Line, WatchedBody};
use crate::traffic::{Tally, Traffic};
use crate::{ApiError, Patience, Session};

/// Speaks HTTP for one platform.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    http: reqwest::Client,
    patience: Patience,
    traffic: Option<Arc<Traffic>>,
}

impl Caller {
    pub(crate) fn new(http: reqwest::Client, patience: Patience) -> Self {
        Self { http, patience, traffic: None }
    }

    /// The same, counting into `traffic`.
    pub(crate) fn counted(&self, traffic: Arc<Traffic>) -> Self {
        Self { traffic: Some(traffic), ..self.clone() }
    }

    /// A request that carries the token.
    pub(crate) fn with_token(&self, method: Method, url: Url, token: &AccessToken) -> Result<RequestBuilder, ApiError> {
        let mut bearer =
            HeaderValue::from_str(&format!("Bearer {}", token.expose())).map_err(|_| ApiError::TokenRejected)?;
        bearer.set_sensitive(true);
        Ok(self.http.request(method, url).header(AUTHORIZATION, bearer))
    }

    /// A request without one, for addresses that are credentials themselves.
    pub(crate) fn without_token(&self, method: Method, url: Url) -> RequestBuilder {
        self.http.request(method, url)
    }

    /// Sends a small request and reads its answer, all within [`Patience::call`].
    pub(crate) async fn call(&self, request: RequestBuilder) -> Result<Answer, ApiError> {
        let request = request.timeout(self.patience.call).build().map_err(|e| broken(&e))?;
        let length = request.body().and_then(reqwest::Body::as_bytes).map_or(0, <[u8]>::len);
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        let tally = Tally::begin(self.traffic.as_ref(), request.url());
        tally.took(length);
        let response = self.http.execute(request).await.map_err(|e| unsent(&e, &tally, length))?;
        Answer::read(response).await
    }

    /// Sends `range` of a file from `body`. Bounded by silence only; the answer's body by [`Patience::call`].
    pub(crate) async fn put_range(
        &self,
        request: RequestBuilder,
        session: &Session,
        range: &Range<u64>,
        body: reqwest::Body,
    ) -> Result<Answer, ApiError> {
        let length = range.end.checked_sub(range.start).filter(|length| *length > 0);
        let Some(length) = length.filter(|_| range.end <= session.total_bytes) else {
            return Err(ApiError::Odd { what: "a range that is not in the file" });
        };
        let request = request
            .header(CONTENT_TYPE, &session.content_type)
            .header(CONTENT_RANGE, format!("bytes {}-{}/{}", range.start, range.end - 1, session.total_bytes));
        self.stream(request, body, length).await
    }

    /// Sends a whole file, bounded as [`put_range`](Self::put_range) is: it may take as long as it moves.
    pub(crate) async fn send_file(&self, request: RequestBuilder, pieces: Pieces) -> Result<Answer, ApiError> {
        let length = pieces.length();
        self.stream(request, reqwest::Body::wrap(pieces), length).await
    }

    async fn stream(&self, request: RequestBuilder, body: reqwest::Body, length: u64) -> Result<Answer, ApiError> {
        let line = Line::new();
        let mut request = request.header(CONTENT_LENGTH, length).build().map_err(|e| broken(&e))?;
        let tally = Tally::begin(self.traffic.as_ref(), request.url());
        let body = WatchedBody::new(body, Arc::clone(&line), length, tally.clone());
        *request.body_mut() = Some(reqwest::Body::wrap(body));
        let silent = ApiError::Network { offline: false };
        let sent = line.watch(self.patience.stall, self.http.execute(request)).await.ok_or(silent.clone())?;
        let response = sent.map_err(|e| unsent(&e, &tally, 0))?;
        tokio::time::timeout(self.patience.call, Answer::read(response)).await.map_err(|_| silent)?
    }
}

/// Names the failure of a request; one that found no connection is not counted as begun.
fn unsent(error: &reqwest::Error, tally: &Tally, counted_bytes: u64) -> ApiError {
    if error.is_connect() {
        tally.never_left(counted_bytes);
    }
    broken(error)
}

/// Names a failure of the line. The error itself is dropped: its text holds the address.
fn broken(error: &reqwest::Error) -> ApiError {
    if error.is_builder() {
        return ApiError::Odd { what: "a request that could not be made" };
    }
    ApiError::Network { offline: error.is_connect() }
}

/// An error of a call that was given no time: what depends on the time is left out.
pub(crate) fn timeless(error: ApiError) -> ApiError {
    match error {
        ApiError::NotBefore { .. } | ApiError::Busy { .. } => ApiError::Busy { retry_after: None },
        other => other,
    }
}
