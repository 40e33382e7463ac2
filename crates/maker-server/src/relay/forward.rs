//! Token and revoke calls: the fields we know go on with client id and secret added, the platform's status and JSON come
//! back as they are. Redirects are not followed, answers are bounded, and neither side's words are logged.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maker_domain::Platform;
use maker_domain::config::{PlatformConfig, is_loopback};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::{Relay, platform};
use crate::problem::Problem;

/// More than any token answer.
const ANSWER_LIMIT: usize = 64 * 1024;
/// The longest value of one field; refresh tokens may have 4 kB.
const FIELD_LIMIT: usize = 8 * 1024;

type Fields = Vec<(&'static str, String)>;

/// The fields of an OAuth token request; client id and secret are added.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "describes the form")]
pub(crate) struct TokenForm {
    /// `authorization_code` or `refresh_token`.
    grant_type: String,
    code: Option<String>,
    code_verifier: Option<String>,
    redirect_uri: Option<String>,
    refresh_token: Option<String>,
}

/// The field of a revoke request.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "describes the form")]
pub(crate) struct RevokeForm {
    token: String,
}

/// Passes a token request on with the client's secret, and the platform's answer back.
#[utoipa::path(post, path = "/oauth/{platform}/token", tag = "relay", security(()), params(("platform" = String, Path)),
    request_body(content = TokenForm, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, description = "The platform's answer", body = serde_json::Value)))]
pub(super) async fn token(
    State(relay): State<Relay>,
    Path(slug): Path<String>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let platform = platform(&slug)?;
    let fields = token_fields(&read_form(&headers, body)?, &relay.callback(platform))?;
    relay.forward(platform, |settings| &settings.token, fields).await
}

/// Passes a revoke request on with the client's secret, and the platform's answer back.
#[utoipa::path(post, path = "/oauth/{platform}/revoke", tag = "relay", security(()), params(("platform" = String, Path)),
    request_body(content = RevokeForm, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, description = "The platform's answer", body = serde_json::Value)))]
pub(super) async fn revoke(
    State(relay): State<Relay>,
    Path(slug): Path<String>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let platform = platform(&slug)?;
    let form = read_form(&headers, body)?;
    relay.forward(platform, |settings| &settings.revoke, vec![field(&form, "token")?]).await
}

impl Relay {
    async fn forward(
        &self,
        platform: Platform,
        to: impl Fn(&PlatformConfig) -> &Url,
        mut fields: Fields,
    ) -> Result<Response, Problem> {
        let settings = self.config.platform(platform);
        let secret = settings.client_secret.as_ref().filter(|_| settings.is_set_up());
        let secret: &SecretString = secret.ok_or_else(|| {
            let detail = format!("This backend has no client for {platform}. Its operator has to set one up.");
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail)
        })?;
        let client_id = match platform {
            Platform::Youtube => "client_id",
            Platform::Tiktok => "client_key",
        };
        fields.push((client_id, settings.client_id.clone()));
        let mut form: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        form.push(("client_secret", secret.expose_secret()));
        let to = to(settings);
        let client = if is_loopback(to) { &self.direct } else { &self.usual };
        let request = client.post(to.clone()).header(header::ACCEPT, "application/json").form(&form);
        let (status, body) = answer(request).await.map_err(|problem| {
            tracing::warn!(%platform, problem, "the platform gave no usable answer");
            let detail = format!("{platform} {problem}. Try again in a moment.");
            Problem::new(StatusCode::BAD_GATEWAY, detail)
        })?;
        let mut response = (status, body).into_response();
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        Ok(response)
    }
}

/// The two grants an app may ask for, with nothing else on the way.
fn token_fields(form: &[(String, String)], callback: &str) -> Result<Fields, Problem> {
    let (_, grant_type) = field(form, "grant_type")?;
    match &*grant_type {
        "authorization_code" => {
            let redirect_uri = field(form, "redirect_uri")?;
            if redirect_uri.1 != callback {
                return Err(bad("The field redirect_uri has to be this backend's own callback address."));
            }
            let (code, verifier) = (field(form, "code")?, field(form, "code_verifier")?);
            Ok(vec![("grant_type", grant_type), code, verifier, redirect_uri])
        }
        "refresh_token" => Ok(vec![("grant_type", grant_type), field(form, "refresh_token")?]),
        _ => Err(bad("The field grant_type has to be authorization_code or refresh_token.")),
    }
}

fn field(form: &[(String, String)], name: &'static str) -> Result<(&'static str, String), Problem> {
    let mut values = form.iter().filter(|(n, _)| n == name).map(|(_, value)| value);
    match (values.next(), values.next()) {
        (Some(value), None) if !value.is_empty() && value.len() <= FIELD_LIMIT => Ok((name, value.clone())),
        _ => Err(bad(format!("The field {name} has to be there once, filled, with at most {FIELD_LIMIT} bytes."))),
    }
}

fn read_form(headers: &HeaderMap, body: Result<Bytes, BytesRejection>) -> Result<Vec<(String, String)>, Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().map(str::trim) != Some("application/x-www-form-urlencoded") {
        let detail = "Send the fields as application/x-www-form-urlencoded.";
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail));
    }
    let body = body.map_err(|rejection| Problem::new(rejection.status(), "The form is too long or was cut off."))?;
    Ok(url::form_urlencoded::parse(&body).into_owned().collect())
}

fn bad(detail: impl Into<String>) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, detail)
}

/// Status and JSON, or what is wrong as the rest of a sentence. An empty body is what TikTok's revoke answers.
async fn answer(request: reqwest::RequestBuilder) -> Result<(StatusCode, Vec<u8>), &'static str> {
    const AWAY: &str = "could not be reached";
    let mut response = request.send().await.map_err(|_| AWAY)?;
    let status = StatusCode::from_u16(response.status().as_u16()).map_err(|_| "answered oddly")?;
    let mut body = Vec::new();
    while let Some(part) = response.chunk().await.map_err(|_| AWAY)? {
        if body.len() + part.len() > ANSWER_LIMIT {
            return Err("answered at far too great a length");
        }
        body.extend_from_slice(&part);
    }
    let is_json = serde_json::from_slice::<serde::de::IgnoredAny>(&body).is_ok();
    if status.is_redirection() || !(is_json || body.is_empty()) {
        return Err("answered with something that is not an OAuth answer");
    }
    Ok((status, body))
}
