//! Google sign-in: authorise page, code exchange, refresh, revoke. RFC 6749 and 7636 with Google's own habits: a secret
//! even from Desktop clients, scopes that can be unticked, and a refresh token only when one was asked for properly.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::access::{self, SCOPES};
use super::accounts::{ACCOUNTS, account};
use crate::chance;
use crate::clock::Moment;
use crate::config::{YOUTUBE_CLIENT_ID, YOUTUBE_CLIENT_SECRET};
use crate::consent::{self, Answer, Choice, Question};
use crate::faults::Kind;
use crate::grants::{Challenge, Code};
use crate::html::sign_in_error;
use crate::params::{Params, form, with_query};
use crate::pkce;
use crate::steps::Platform;
use crate::world::App;

const CODE_SECONDS: i64 = 600;
/// Google: live refresh tokens per account and client; the oldest silently stops working.
const REFRESH_TOKENS_PER_ACCOUNT: usize = 100;

/// An authorise request that passed every check.
struct Wish {
    redirect: String,
    scopes: Vec<String>,
    state: Option<String>,
    challenge: Option<Challenge>,
    offline: bool,
    forced_consent: bool,
    login_hint: Option<String>,
}

pub(crate) async fn ask(State(app): State<App>, request: Request) -> Response {
    let query = request.uri().query().unwrap_or_default().to_owned();
    let params = Params::parse(query.as_bytes());
    let wish = match Wish::read(&params) {
        Ok(wish) => wish,
        Err(page) => return *page,
    };
    if let Some(answer) = consent::automatic(&params, &wish.scopes) {
        return settle(&app, wish, answer);
    }
    let meaning = |scope: &String| SCOPES.iter().find(|(known, _)| known == scope).map_or("", |(_, meaning)| *meaning);
    let hinted = wish
        .login_hint
        .as_deref()
        .and_then(|hint| ACCOUNTS.iter().find(|account| account.email == hint || account.id == hint));
    consent::ask(&Question {
        platform: "YouTube",
        accounts: ACCOUNTS.iter().map(choice).collect(),
        scopes: wish.scopes.iter().map(|scope| (scope.clone(), meaning(scope))).collect(),
        request: &query,
        preselected: hinted.map(|account| account.id),
    })
}

fn choice(account: &super::accounts::Account) -> Choice {
    let channel = account.channel.as_ref().map_or("no YouTube channel", |channel| channel.title);
    Choice {
        id: account.id.to_owned(),
        name: account.name.to_owned(),
        detail: format!("{} · {channel}", account.email),
    }
}

/// The consent page's form comes back here.
pub(crate) async fn answer(State(app): State<App>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Some(form) = form(&parts, body).await else {
        return sign_in_error("YouTube", "invalid_request", "The consent page sent something unreadable.");
    };
    let asked = Params::parse(form.get("request").unwrap_or_default().as_bytes());
    match Wish::read(&asked) {
        Ok(wish) => {
            let answer = consent::clicked(&form, &wish.scopes);
            settle(&app, wish, answer)
        }
        Err(page) => *page,
    }
}

impl Wish {
    fn read(params: &Params) -> Result<Self, Box<Response>> {
        let refuse = |code: &str, detail: &str| Err(Box::new(sign_in_error("YouTube", code, detail)));
        if params.get("client_id") != Some(YOUTUBE_CLIENT_ID) {
            return refuse(
                "invalid_client",
                "The OAuth client was not found. Check client_id (and redirect_uri_mismatch).",
            );
        }
        let redirect = params.filled("redirect_uri").unwrap_or_default();
        match judge_redirect(redirect) {
            Redirect::Registered => {}
            Redirect::Unregistered => {
                return refuse(
                    "redirect_uri_mismatch",
                    "The redirect URI does not match the ones authorised for this client.",
                );
            }
            Redirect::CustomScheme => {
                return refuse(
                    "invalid_request",
                    "Custom URI schemes are not supported for this client type (redirect_uri).",
                );
            }
        }
        if params.get("response_type") != Some("code") {
            return refuse("unsupported_response_type", "response_type must be code.");
        }
        let scopes: Vec<_> = params.get("scope").unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        if scopes.is_empty() {
            return refuse("invalid_request", "Missing required parameter: scope.");
        }
        if let Some(unknown) = scopes.iter().find(|scope| !SCOPES.iter().any(|(known, _)| known == scope)) {
            return refuse("invalid_scope", &format!("Some requested scopes were invalid: {unknown}"));
        }
        let method = params.filled("code_challenge_method").unwrap_or("plain");
        if !["S256", "plain"].contains(&method) {
            return refuse("invalid_request", "code_challenge_method must be S256 or plain.");
        }
        let challenge = params
            .filled("code_challenge")
            .map(|value| Challenge { value: value.to_owned(), plain: method == "plain" });
        Ok(Self {
            redirect: redirect.to_owned(),
            scopes,
            state: params.get("state").map(str::to_owned),
            challenge,
            offline: params.get("access_type") == Some("offline"),
            forced_consent: params.get("prompt").unwrap_or_default().split_whitespace().any(|word| word == "consent"),
            login_hint: params.filled("login_hint").map(str::to_owned),
        })
    }
}

fn settle(app: &App, wish: Wish, answer: Answer) -> Response {
    let chosen = answer.account.as_deref().unwrap_or("amina");
    let mut back: Vec<(&str, String)> = Vec::new();
    if let Some(state) = &wish.state {
        back.push(("state", state.clone()));
    }
    match account(chosen).filter(|_| answer.allowed && !answer.scopes.is_empty()) {
        None => back.insert(0, ("error", "access_denied".to_owned())),
        Some(account) => {
            let code = format!("4/0{}", chance::base64url(70));
            let mut youtube = app.youtube();
            let first = youtube.grants.consent(account.id);
            let withheld = app.faults.take(Platform::Youtube, Kind::NoRefreshToken).is_some();
            youtube.grants.add_code(
                code.clone(),
                Code {
                    account: account.id.to_owned(),
                    scopes: answer.scopes.clone(),
                    redirect: wish.redirect.clone(),
                    challenge: wish.challenge,
                    expires: app.now() + TimeDelta::seconds(CODE_SECONDS),
                    wants_refresh: wish.offline && (first || wish.forced_consent) && !withheld,
                },
            );
            back.push(("code", code));
            back.push(("scope", answer.scopes.join(" ")));
        }
    }
    let pairs: Vec<_> = back.iter().map(|(name, value)| (*name, value.as_str())).collect();
    (StatusCode::FOUND, [(LOCATION, with_query(&wish.redirect, &pairs)), (CACHE_CONTROL, "no-store".to_owned())])
        .into_response()
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Redirect {
    Registered,
    Unregistered,
    CustomScheme,
}

/// Desktop clients: loopback http with any port and path. Web clients: the relay's address, http for localhost only. One
/// client id stands for both here, and the first rule covers the second.
fn judge_redirect(redirect: &str) -> Redirect {
    let Some((scheme, rest)) = redirect.split_once(':') else { return Redirect::Unregistered };
    if !["http", "https", "urn"].contains(&scheme) {
        return Redirect::CustomScheme;
    }
    let Some(rest) = rest.strip_prefix("//").filter(|_| scheme == "http" && !redirect.contains(['#', '@', '\\']))
    else {
        return Redirect::Unregistered;
    };
    let authority = rest.split(['/', '?']).next().unwrap_or_default();
    let host_and_port = ["127.0.0.1", "[::1]", "localhost"].iter().find_map(|host| authority.strip_prefix(host));
    match host_and_port {
        Some("") => Redirect::Registered,
        Some(port) if port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok()) => Redirect::Registered,
        _ => Redirect::Unregistered,
    }
}

pub(crate) async fn token(State(app): State<App>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Some(form) = form(&parts, body).await else {
        return refuse(400, "invalid_request", "Could not parse request; the body must be form-encoded.");
    };
    let granted = check_client(&form).and_then(|()| match form.get("grant_type") {
        Some("authorization_code") => exchange(&app, &form),
        Some("refresh_token") => refresh(&app, &form),
        None => Err((400, "invalid_request", "Missing required parameter: grant_type")),
        Some(_) => Err((400, "unsupported_grant_type", "Invalid grant_type")),
    });
    match granted {
        Ok(body) => (StatusCode::OK, [(CACHE_CONTROL, "no-store")], Json(body)).into_response(),
        Err((status, error, description)) => refuse(status, error, description),
    }
}

type Refused = (u16, &'static str, &'static str);

fn check_client(form: &Params) -> Result<(), Refused> {
    if form.get("client_id") != Some(YOUTUBE_CLIENT_ID) {
        return Err((401, "invalid_client", "The OAuth client was not found."));
    }
    match form.filled("client_secret") {
        None => Err((400, "invalid_request", "client_secret is missing.")),
        Some(secret) if secret != YOUTUBE_CLIENT_SECRET => {
            Err((401, "invalid_client", "The provided client secret is invalid."))
        }
        Some(_) => Ok(()),
    }
}

fn exchange(app: &App, form: &Params) -> Result<Value, Refused> {
    let now = app.now();
    let code = form.filled("code").ok_or((400, "invalid_request", "Missing required parameter: code"))?;
    let code = app.youtube().grants.take_code(code, now).ok_or((400, "invalid_grant", "Malformed auth code."))?;
    if form.get("redirect_uri") != Some(&code.redirect) {
        return Err((400, "invalid_grant", "The redirect_uri differs from the one the code was issued for."));
    }
    if let Some(challenge) = &code.challenge {
        let verifier = form.filled("code_verifier").ok_or((400, "invalid_grant", "Missing code verifier."))?;
        let fits = if challenge.plain {
            verifier == challenge.value
        } else {
            pkce::base64url_challenge(verifier) == challenge.value
        };
        if !pkce::is_verifier(verifier) || !fits {
            return Err((400, "invalid_grant", "Invalid code verifier."));
        }
    }
    let access_token = access::issue(app, &code.account, code.scopes.clone());
    let mut body = token_body(app, &access_token, &code.scopes);
    if code.wants_refresh {
        let refresh_token = format!("1//0{}", chance::base64url(90));
        let expires = refresh_expiry(app, now);
        app.youtube().grants.add_refresh(
            refresh_token.clone(),
            &code.account,
            code.scopes,
            expires,
            Some(REFRESH_TOKENS_PER_ACCOUNT),
        );
        body["refresh_token"] = json!(refresh_token);
        if app.options.testing_mode {
            body["refresh_token_expires_in"] = json!((expires - now).num_seconds());
        }
    }
    Ok(body)
}

fn refresh(app: &App, form: &Params) -> Result<Value, Refused> {
    const DEAD: Refused = (400, "invalid_grant", "Token has been expired or revoked.");
    let token =
        form.filled("refresh_token").ok_or((400, "invalid_request", "Missing required parameter: refresh_token"))?;
    let now = app.now();
    let grant = {
        let mut youtube = app.youtube();
        if app.faults.take(Platform::Youtube, Kind::RefuseRefresh).is_some() {
            youtube.grants.forget_refresh(token);
        }
        let grant = youtube.grants.refresh(token, now).cloned().ok_or(DEAD)?;
        if !app.options.testing_mode {
            youtube.grants.postpone_refresh(token, refresh_expiry(app, now));
        }
        grant
    };
    let access_token = access::issue(app, &grant.account, grant.scopes.clone());
    Ok(token_body(app, &access_token, &grant.scopes))
}

/// Testing: seven days after consent. In production: six months after the last use.
fn refresh_expiry(app: &App, now: Moment) -> Moment {
    now + TimeDelta::days(if app.options.testing_mode { 7 } else { 183 })
}

fn token_body(app: &App, access_token: &str, scopes: &[String]) -> Value {
    json!({
        "access_token": access_token,
        "expires_in": access::token_seconds(app),
        "scope": scopes.join(" "),
        "token_type": "Bearer",
    })
}

/// Takes access or refresh tokens, in the form or in the query, and ends everything the account gave to the project.
pub(crate) async fn revoke(State(app): State<App>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let query = Params::of_query(&parts);
    let form = form(&parts, body).await;
    let token = form.as_ref().and_then(|form| form.filled("token")).or_else(|| query.filled("token"));
    let mut youtube = app.youtube();
    match token.and_then(|token| youtube.grants.owner(token, app.now())) {
        Some(account) => {
            youtube.grants.revoke_account(&account);
            Json(json!({})).into_response()
        }
        None => refuse(400, "invalid_token", "Token expired or revoked"),
    }
}

/// Google's token errors are flat.
fn refuse(status: u16, error: &str, description: &str) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    let body = Json(json!({"error": error, "error_description": description}));
    (status, [(CACHE_CONTROL, "no-store")], body).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_are_loopback_or_refused() {
        use Redirect::*;
        for (redirect, expected) in [
            ("http://127.0.0.1:4711", Registered),
            ("http://127.0.0.1:4711/", Registered),
            ("http://[::1]:4711/back", Registered),
            ("http://localhost:8080/oauth/youtube/callback", Registered),
            ("http://127.0.0.1.example.com/", Unregistered),
            ("http://127.0.0.1:99999/", Unregistered),
            ("http://example.com/", Unregistered),
            ("http://user@127.0.0.1:1/", Unregistered),
            ("https://127.0.0.1:4711/", Unregistered),
            ("urn:ietf:wg:oauth:2.0:oob", Unregistered),
            ("", Unregistered),
            ("app.makerstudio://oauth/youtube", CustomScheme),
            ("com.googleusercontent.apps.1:/x", CustomScheme),
        ] {
            assert_eq!(judge_redirect(redirect), expected, "{redirect}");
        }
    }
}
