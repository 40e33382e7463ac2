//! Our own errors as `application/problem+json` (RFC 9457). A platform's errors are passed through untouched instead.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maker_domain::image::ImageUpload;
use maker_domain::problem::{self, code};
use serde::Serialize;

use crate::db::{CanStartAgain, DbError};

/// What went wrong here, and the next step: the error type of every route.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    code: &'static str,
    detail: String,
    retry_after_s: Option<u32>,
    upload: Option<ImageUpload>,
    lost_a_race: bool,
}

/// A problem may say more than every problem does (RFC 9457, section 3.2).
#[derive(Serialize)]
struct Said {
    #[serde(flatten)]
    problem: problem::Problem,
    #[serde(flatten)]
    upload: Option<ImageUpload>,
}

impl Problem {
    /// With the stable word that belongs to the status; [`Problem::code`] gives another.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        let (code, detail) = (usual_code(status), detail.into());
        Self { status, code, detail, retry_after_s: None, upload: None, lost_a_race: false }
    }

    /// One of [`code`]'s words, which programs act on.
    #[must_use]
    pub fn code(mut self, code: &'static str) -> Self {
        self.code = code;
        self
    }

    /// When to come back.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after_s = Some(seconds);
        self
    }

    /// Says with it how much of a picture is there.
    #[must_use]
    pub fn upload(mut self, upload: ImageUpload) -> Self {
        self.upload = Some(upload);
        self
    }

    /// Not there, or not for the caller to know of: both read the same.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "There is no such thing here, or it is not yours.")
    }

    /// Understood and not acceptable.
    pub fn invalid(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
    }

    /// The backend cannot do it just now.
    #[must_use]
    pub fn unavailable() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "The backend is busy. Try again in a moment.").retry_after(2)
    }

    /// A fault of ours. What it was is in the log only.
    #[must_use]
    pub fn internal() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong in the backend. Try again later.")
    }
}

impl From<DbError> for Problem {
    /// Logs it: this is where a database's error ends.
    fn from(error: DbError) -> Self {
        match error {
            DbError::Race(_) => Self { lost_a_race: true, ..Self::unavailable() },
            DbError::Unavailable(_) => {
                tracing::warn!(%error, "the database is not available");
                Self::unavailable()
            }
            DbError::Taken(_) | DbError::Broken(_) => {
                tracing::error!(%error, "the database refused a statement");
                Self::internal()
            }
        }
    }
}

impl CanStartAgain for Problem {
    fn lost_a_race(&self) -> bool {
        self.lost_a_race
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let problem = problem::Problem {
            title: self.status.canonical_reason().unwrap_or("Problem").to_owned(),
            status: self.status.as_u16(),
            code: self.code.to_owned(),
            detail: self.detail,
        };
        let mut response = (self.status, Json(Said { problem, upload: self.upload })).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after_s {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.status == StatusCode::PAYLOAD_TOO_LARGE {
            // The rest of the body stays unread and the connection ends with it (RFC 9110, section 15.5.14): said, or a
            // client would send its next request into the end.
            headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

fn usual_code(status: StatusCode) -> &'static str {
    match status {
        StatusCode::BAD_REQUEST => code::BAD_REQUEST,
        StatusCode::UNAUTHORIZED => code::TOKEN_INVALID,
        StatusCode::NOT_FOUND => code::NOT_FOUND,
        StatusCode::METHOD_NOT_ALLOWED => code::METHOD_NOT_ALLOWED,
        StatusCode::PAYLOAD_TOO_LARGE => code::TOO_LARGE,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => code::UNSUPPORTED_MEDIA_TYPE,
        StatusCode::UNPROCESSABLE_ENTITY => code::INVALID,
        StatusCode::TOO_MANY_REQUESTS => code::TOO_MANY,
        StatusCode::INTERNAL_SERVER_ERROR => code::INTERNAL,
        StatusCode::SERVICE_UNAVAILABLE => code::UNAVAILABLE,
        StatusCode::GATEWAY_TIMEOUT | StatusCode::REQUEST_TIMEOUT => code::TIMEOUT,
        StatusCode::BAD_GATEWAY => code::PLATFORM,
        _ => code::REFUSED,
    }
}
