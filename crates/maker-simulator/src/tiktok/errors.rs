//! TikTok's envelope: `{"data":{…},"error":{"code","message","log_id"}}`, where only the code `ok` is success, and the flat
//! errors of its OAuth endpoints.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::chance;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) code: &'static str,
    pub(crate) message: &'static str,
}

pub(crate) type Answer<T> = Result<T, Refusal>;

/// The text TikTok really sends with most refusals; only the code says something.
const GENERIC: &str =
    "Please review our integration guidelines at https://developers.tiktok.com/doc/content-sharing-guidelines/";

impl Refusal {
    pub(crate) const fn new(status: u16, code: &'static str, message: &'static str) -> Self {
        Self { status, code, message }
    }

    /// A 403 whose meaning is in its code.
    pub(crate) const fn forbidden(code: &'static str) -> Self {
        Self::new(403, code, GENERIC)
    }

    pub(crate) const fn invalid(message: &'static str) -> Self {
        Self::new(400, "invalid_params", message)
    }

    pub(crate) const fn token() -> Self {
        Self::new(401, "access_token_invalid", "The access token is invalid or not found in the request.")
    }

    pub(crate) const fn scope() -> Self {
        Self::new(
            401,
            "scope_not_authorized",
            "The user did not authorize the scope required for completing this request.",
        )
    }

    pub(crate) const fn rate_limit() -> Self {
        Self::new(429, "rate_limit_exceeded", "The API rate limit was exceeded. Please try again later.")
    }

    pub(crate) const fn internal() -> Self {
        Self::new(500, "internal_error", "Something went wrong on our side. Please try again later.")
    }

    /// The same code with HTTP 200, as creator_info does on purpose for "not now".
    pub(crate) const fn with_http_200(mut self) -> Self {
        self.status = 200;
        self
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        let error = json!({"code": self.code, "message": self.message, "log_id": log_id()});
        (status, Json(json!({"data": {}, "error": error}))).into_response()
    }
}

pub(crate) fn ok(data: Value) -> Response {
    Json(json!({"data": data, "error": {"code": "ok", "message": "", "log_id": log_id()}})).into_response()
}

pub(crate) fn answer(result: Answer<Value>) -> Response {
    result.map_or_else(IntoResponse::into_response, ok)
}

pub(crate) fn log_id() -> String {
    chance::hex(34)
}

pub(crate) async fn not_found() -> Refusal {
    Refusal::new(404, "invalid_params", "Unsupported path. Addresses end with a slash.")
}
