//! TikTok Login Kit: authorise page, code exchange, refresh with rotation, revoke. Differences from everyone else are the
//! point: `client_key`, commas between scopes, a hexadecimal PKCE challenge, form bodies only, flat errors.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::access::{self, SCOPES};
use super::errors::log_id;
use crate::chance;
use crate::config::{TIKTOK_CLIENT_KEY, TIKTOK_CLIENT_SECRET};
use crate::consent::{self, Answer, Choice, Question};
use crate::faults::Kind;
use crate::grants::{Challenge, Code};
use crate::html::sign_in_error;
use crate::params::{Params, form, with_query};
use crate::pkce;
use crate::steps::Platform;
use crate::world::App;

const CODE_SECONDS: i64 = 300;
const REFRESH_DAYS: i64 = 365;

struct Wish {
    redirect: String,
    scopes: Vec<String>,
    state: Option<String>,
    challenge: String,
}

pub(crate) async fn ask(State(app): State<App>, request: Request) -> Response {
    let query = request.uri().query().unwrap_or_default().to_owned();
    let params = Params::parse(query.as_bytes());
    let wish = match Wish::read(&params) {
        Ok(wish) => wish,
        Err(page) => return *page,
    };
    if let Some(answer) = consent::automatic(&params, &wish.scopes) {
        return settle(&app, &wish, &answer);
    }
    let meaning = |scope: &String| SCOPES.iter().find(|(known, _)| known == scope).map_or("", |(_, meaning)| *meaning);
    let tiktok = app.tiktok();
    consent::ask(&Question {
        platform: "TikTok",
        accounts: tiktok
            .accounts
            .iter()
            .map(|account| Choice {
                id: account.id.to_owned(),
                name: account.nickname.to_owned(),
                detail: format!(
                    "@{} · {} account",
                    account.username,
                    if account.private { "private" } else { "public" }
                ),
            })
            .collect(),
        scopes: wish.scopes.iter().map(|scope| (scope.clone(), meaning(scope))).collect(),
        request: &query,
        preselected: None,
    })
}

/// The consent page's form comes back here.
pub(crate) async fn answer(State(app): State<App>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Some(form) = form(&parts, body).await else {
        return sign_in_error("TikTok", "invalid_request", "The consent page sent something unreadable.");
    };
    let asked = Params::parse(form.get("request").unwrap_or_default().as_bytes());
    match Wish::read(&asked) {
        Ok(wish) => settle(&app, &wish, &consent::clicked(&form, &wish.scopes)),
        Err(page) => *page,
    }
}

impl Wish {
    fn read(params: &Params) -> Result<Self, Box<Response>> {
        let refuse = |field: &str, detail: &str| Err(Box::new(sign_in_error("TikTok", field, detail)));
        if params.get("client_key") != Some(TIKTOK_CLIENT_KEY) {
            return refuse("client_key", "Something went wrong with the client_key.");
        }
        let redirect = params.filled("redirect_uri").unwrap_or_default();
        if !is_registered(redirect) {
            return refuse("redirect_uri", "The redirect_uri is not one of those registered for this app.");
        }
        let scope = params.get("scope").unwrap_or_default();
        let scopes = params.list("scope");
        let known = |scope: &String| SCOPES.iter().any(|(known, _)| known == scope);
        if scopes.is_empty() || scope.contains(char::is_whitespace) || !scopes.iter().all(known) {
            return refuse("scope", "The scope is not a comma-separated list of scopes this app may use.");
        }
        if params.get("response_type") != Some("code") {
            return refuse("response_type", "The response_type must be code.");
        }
        if params.filled("state").is_none() {
            return refuse("state", "The state is missing.");
        }
        let Some(challenge) =
            params.filled("code_challenge").filter(|_| params.get("code_challenge_method") == Some("S256"))
        else {
            return refuse("code_challenge", "Desktop apps need a code_challenge with the method S256.");
        };
        Ok(Self {
            redirect: redirect.to_owned(),
            scopes,
            state: params.get("state").map(str::to_owned),
            challenge: challenge.to_owned(),
        })
    }
}

/// Desktop: host localhost or 127.0.0.1, the port mandatory (any, as registered with `*`), a fixed path, no query.
fn is_registered(redirect: &str) -> bool {
    let Some(rest) = redirect.strip_prefix("http://").filter(|_| redirect.len() < 512) else { return false };
    let Some((authority, path)) = rest.split_once('/') else { return false };
    let Some((host, port)) = authority.split_once(':') else { return false };
    ["127.0.0.1", "localhost"].contains(&host)
        && port.parse::<u16>().is_ok_and(|port| port > 0)
        && ["callback/", "oauth/tiktok/callback"].contains(&path)
}

fn settle(app: &App, wish: &Wish, answer: &Answer) -> Response {
    let chosen = answer.account.as_deref().unwrap_or("amina");
    let mut tiktok = app.tiktok();
    let account =
        tiktok.account(chosen).map(|account| account.id).filter(|_| answer.allowed && !answer.scopes.is_empty());
    let mut back: Vec<(&str, String)> = match account {
        None => vec![("error", "access_denied".into()), ("error_description", "The user denied the request".into())],
        Some(account) => {
            // Real codes contain characters that must be decoded before use.
            let code = format!("{}*{}!{}.va", chance::letters(48), chance::letters(8), chance::letters(4));
            tiktok.grants.add_code(
                code.clone(),
                Code {
                    account: account.to_owned(),
                    scopes: answer.scopes.clone(),
                    redirect: wish.redirect.clone(),
                    challenge: Some(Challenge { value: wish.challenge.clone(), plain: false }),
                    expires: app.now() + TimeDelta::seconds(CODE_SECONDS),
                    wants_refresh: true,
                },
            );
            vec![("code", code), ("scopes", answer.scopes.join(","))]
        }
    };
    if let Some(state) = &wish.state {
        back.push(("state", state.clone()));
    }
    let pairs: Vec<_> = back.iter().map(|(name, value)| (*name, value.as_str())).collect();
    (StatusCode::FOUND, [(LOCATION, with_query(&wish.redirect, &pairs)), (CACHE_CONTROL, "no-store".to_owned())])
        .into_response()
}

type Refused = (u16, &'static str, &'static str);

pub(crate) async fn token(State(app): State<App>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let granted = match form(&parts, body).await {
        None => Err(NOT_A_FORM),
        Some(form) => check_client(&form).and_then(|()| match form.get("grant_type") {
            Some("authorization_code") => exchange(&app, &form),
            Some("refresh_token") => refresh(&app, &form),
            _ => Err((400, "unsupported_grant_type", "The grant_type is not supported.")),
        }),
    };
    match granted {
        Ok(body) => (StatusCode::OK, [(CACHE_CONTROL, "no-store")], Json(body)).into_response(),
        Err(refused) => refuse(&app, refused),
    }
}

const NOT_A_FORM: Refused =
    (400, "invalid_request", "Only `application/x-www-form-urlencoded` is accepted as Content-Type.");

fn check_client(form: &Params) -> Result<(), Refused> {
    let known =
        form.get("client_key") == Some(TIKTOK_CLIENT_KEY) && form.get("client_secret") == Some(TIKTOK_CLIENT_SECRET);
    if known { Ok(()) } else { Err((401, "invalid_client", "Client key or secret is incorrect.")) }
}

fn exchange(app: &App, form: &Params) -> Result<Value, Refused> {
    let now = app.now();
    let code = form.filled("code").ok_or((400, "invalid_request", "The code is missing."))?;
    let code =
        app.tiktok().grants.take_code(code, now).ok_or((400, "invalid_grant", "Authorization code is expired."))?;
    if form.get("redirect_uri") != Some(&code.redirect) {
        return Err((400, "invalid_request", "Redirect_uri is not matched with the uri when requesting code."));
    }
    let verifier = form.filled("code_verifier").unwrap_or_default();
    let expected = code.challenge.map(|challenge| challenge.value);
    if !pkce::is_verifier(verifier) || expected != Some(pkce::hex_challenge(verifier)) {
        return Err((400, "invalid_request", "Code verifier or code challenge is invalid."));
    }
    let refresh_token = new_refresh_token();
    let refresh_expires = now + TimeDelta::days(REFRESH_DAYS);
    app.tiktok().grants.add_refresh(refresh_token.clone(), &code.account, code.scopes.clone(), refresh_expires, None);
    Ok(token_body(app, &code.account, code.scopes, &refresh_token, REFRESH_DAYS * 86_400))
}

/// Every refresh gives a new refresh token with the old one's end. The old one goes on working, unless the fault
/// `rotate_every_refresh` makes it die at once.
fn refresh(app: &App, form: &Params) -> Result<Value, Refused> {
    const DEAD: Refused = (400, "invalid_grant", "Refresh token is invalid or expired.");
    let old = form.filled("refresh_token").ok_or((400, "invalid_request", "The refresh_token is missing."))?;
    let now = app.now();
    let fresh = new_refresh_token();
    let grant = {
        let mut tiktok = app.tiktok();
        if app.faults.take(Platform::Tiktok, Kind::RefuseRefresh).is_some() {
            tiktok.grants.forget_refresh(old);
        }
        let grant = tiktok.grants.refresh(old, now).cloned().ok_or(DEAD)?;
        tiktok.grants.add_refresh(fresh.clone(), &grant.account, grant.scopes.clone(), grant.expires, None);
        if app.faults.stands(Platform::Tiktok, Kind::RotateEveryRefresh) {
            tiktok.grants.forget_refresh(old);
        }
        grant
    };
    let left = (grant.expires - now).num_seconds();
    Ok(token_body(app, &grant.account, grant.scopes, &fresh, left))
}

fn new_refresh_token() -> String {
    format!("rft.{}!{}.va", chance::letters(60), chance::letters(4))
}

fn token_body(app: &App, account: &str, scopes: Vec<String>, refresh_token: &str, refresh_seconds: i64) -> Value {
    let open_id = app.tiktok().account(account).map(super::accounts::Account::open_id);
    let scope = scopes.join(",");
    json!({
        "access_token": access::issue(app, account, scopes),
        "expires_in": access::token_seconds(app),
        "open_id": open_id,
        "refresh_expires_in": refresh_seconds,
        "refresh_token": refresh_token,
        "scope": scope,
        "token_type": "Bearer",
    })
}

/// Takes the access token and ends everything the account granted. The answer is empty.
pub(crate) async fn revoke(State(app): State<App>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Some(form) = form(&parts, body).await else { return refuse(&app, NOT_A_FORM) };
    if let Err(refused) = check_client(&form) {
        return refuse(&app, refused);
    }
    let mut tiktok = app.tiktok();
    let account = form
        .filled("token")
        .and_then(|token| tiktok.grants.access(token, app.now()).map(|access| access.account.clone()));
    match account {
        Some(account) => {
            tiktok.grants.revoke_account(&account);
            StatusCode::OK.into_response()
        }
        None => refuse(&app, (400, "invalid_request", "The token is invalid or expired.")),
    }
}

/// Flat, and with HTTP 200 when the fault `oauth_http_200` stands.
fn refuse(app: &App, (status, error, description): Refused) -> Response {
    let status = if app.faults.stands(Platform::Tiktok, Kind::OauthHttp200) { 200 } else { status };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    let body = json!({"error": error, "error_description": description, "log_id": log_id()});
    (status, [(CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_are_those_registered_with_a_port() {
        for (redirect, good) in [
            ("http://127.0.0.1:4711/callback/", true),
            ("http://localhost:4711/callback/", true),
            ("http://localhost:8080/oauth/tiktok/callback", true),
            ("http://127.0.0.1:8080/oauth/tiktok/callback", true),
            ("http://127.0.0.1:4711/callback", false),
            ("http://127.0.0.1/callback/", false),
            ("http://127.0.0.1:0/callback/", false),
            ("http://[::1]:4711/callback/", false),
            ("http://example.com:80/callback/", false),
            ("http://localhost:4711/callback/?x=1", false),
            ("http://localhost:4711/callback/#x", false),
            ("app.makerstudio://oauth/tiktok", false),
        ] {
            assert_eq!(is_registered(redirect), good, "{redirect}");
        }
    }
}
