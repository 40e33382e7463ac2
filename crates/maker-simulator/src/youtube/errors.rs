//! YouTube's error bodies: `{"error":{"code","message","errors":[{"message","domain","reason"}]}}`.
//! Clients decide on `errors[0].reason`, so reasons and domains follow Google's lists to the letter.

use axum::Json;
use axum::http::header::WWW_AUTHENTICATE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

#[derive(Clone, Debug)]
pub(crate) struct ApiError {
    pub(crate) code: u16,
    pub(crate) domain: &'static str,
    pub(crate) reason: Box<str>,
    message: Box<str>,
    location: Option<(&'static str, &'static str)>,
    status: Option<&'static str>,
    authenticate: Option<Box<str>>,
}

pub(crate) type Answer<T> = Result<T, ApiError>;

impl ApiError {
    pub(crate) fn new(code: u16, domain: &'static str, reason: &str, message: &str) -> Self {
        Self {
            code,
            domain,
            reason: reason.into(),
            message: message.into(),
            location: None,
            status: None,
            authenticate: None,
        }
    }

    /// A refusal of something in a video resource.
    pub(crate) fn video(code: u16, reason: &str, message: &str) -> Self {
        Self::new(code, "youtube.video", reason, message)
    }

    pub(crate) fn bad_request(message: &str) -> Self {
        Self::new(400, "global", "badRequest", message).status("INVALID_ARGUMENT")
    }

    pub(crate) fn missing_parameter(name: &'static str, message: &str) -> Self {
        Self::new(400, "global", "missingRequiredParameter", message).at("parameter", name)
    }

    pub(crate) fn no_authority() -> Self {
        let message = "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.";
        let mut error =
            Self::new(401, "global", "authError", message).at("header", "Authorization").status("UNAUTHENTICATED");
        error.authenticate = Some("Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"".into());
        error
    }

    pub(crate) fn scope(needed: &[&str]) -> Self {
        let message = "Request had insufficient authentication scopes.";
        let mut error = Self::new(403, "global", "insufficientPermissions", message).status("PERMISSION_DENIED");
        let challenge = format!(
            "Bearer realm=\"https://accounts.google.com/\", error=\"insufficient_scope\", scope=\"{}\"",
            needed.join(" ")
        );
        error.authenticate = Some(challenge.into());
        error
    }

    pub(crate) fn no_channel() -> Self {
        Self::new(401, "youtube.header", "youtubeSignupRequired", "Unauthorized").at("header", "Authorization")
    }

    pub(crate) fn forbidden() -> Self {
        Self::new(403, "youtube.common", "forbidden", "Forbidden").status("PERMISSION_DENIED")
    }

    pub(crate) fn quota() -> Self {
        let message = "The request cannot be completed because you have exceeded your <a href=\"/youtube/v3/getting-started#quota\">quota</a>.";
        Self::new(403, "youtube.quota", "quotaExceeded", message)
    }

    pub(crate) fn rate_limit() -> Self {
        Self::new(403, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded")
    }

    pub(crate) fn too_many_requests() -> Self {
        Self::new(429, "global", "rateLimitExceeded", "Resource has been exhausted (e.g. check quota).")
            .status("RESOURCE_EXHAUSTED")
    }

    pub(crate) fn upload_limit() -> Self {
        Self::video(400, "uploadLimitExceeded", "The user has exceeded the number of videos they may upload.")
    }

    pub(crate) fn backend() -> Self {
        Self::new(503, "global", "backendError", "Backend Error").status("UNAVAILABLE")
    }

    pub(crate) fn media_required() -> Self {
        Self::video(400, "mediaBodyRequired", "The request does not include the video content.")
    }

    pub(crate) fn video_not_found() -> Self {
        Self::video(
            404,
            "videoNotFound",
            "The video that you are trying to use cannot be found. Check the value of the <code>id</code> field.",
        )
    }

    pub(crate) fn no_session() -> Self {
        Self::new(404, "global", "notFound", "Not Found")
    }

    pub(crate) fn at(mut self, kind: &'static str, place: &'static str) -> Self {
        self.location = Some((kind, place));
        self
    }

    pub(crate) fn status(mut self, status: &'static str) -> Self {
        self.status = Some(status);
        self
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut detail = json!({"message": self.message, "domain": self.domain, "reason": self.reason});
        if let Some((kind, place)) = self.location {
            detail["location"] = json!(place);
            detail["locationType"] = json!(kind);
        }
        let mut error = json!({"code": self.code, "message": self.message, "errors": [detail]});
        if let Some(status) = self.status {
            error["status"] = json!(status);
        }
        let code = StatusCode::from_u16(self.code).unwrap_or(StatusCode::BAD_REQUEST);
        let mut response = (code, Json(json!({"error": error}))).into_response();
        if let Some(value) = self.authenticate.and_then(|value| HeaderValue::from_str(&value).ok()) {
            response.headers_mut().insert(WWW_AUTHENTICATE, value);
        }
        response
    }
}

pub(crate) async fn not_found() -> ApiError {
    ApiError::no_session()
}
