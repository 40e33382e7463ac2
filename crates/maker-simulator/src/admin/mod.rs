//! The admin interface, on a port of its own: look inside, order faults, move the clock. Described in the README.

mod faults;
mod page;
mod uploads;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::clock::stamp;
use crate::steps::Platform;
use crate::tiktok;
use crate::world::App;
use crate::youtube;

pub(crate) fn router(app: App) -> Router {
    Router::new()
        .route("/", get(page::home))
        .route("/uploads", get(uploads::list))
        .route("/log", get(log).delete(clear_log))
        .route("/policy", get(policy))
        .route("/faults", get(faults::list).post(faults::add).delete(faults::clear))
        .route("/token", post(token))
        .route("/clock", get(clock).post(advance))
        .route("/grants/revoke", post(revoke))
        .route("/drafts/finish", post(finish_draft))
        .with_state(app)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Since {
    #[serde(default)]
    after: u64,
}

async fn log(State(app): State<App>, Query(since): Query<Since>) -> Response {
    Json(app.log.entries(since.after)).into_response()
}

async fn clear_log(State(app): State<App>) -> StatusCode {
    app.log.clear();
    StatusCode::NO_CONTENT
}

async fn policy(State(app): State<App>) -> Json<Value> {
    Json(json!(app.tiktok().violations))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TokenOrder {
    platform: Platform,
    scopes: Vec<String>,
    account: Option<String>,
}

/// An access token without a consent, for tests that are not about signing in.
async fn token(State(app): State<App>, Json(order): Json<TokenOrder>) -> Response {
    let account = order.account.as_deref();
    let minted = match order.platform {
        Platform::Youtube => youtube::mint(&app, account, order.scopes),
        Platform::Tiktok => tiktok::mint(&app, account, order.scopes),
    };
    match minted {
        Some((token, seconds)) => Json(json!({"access_token": token, "expires_in": seconds})).into_response(),
        None => (StatusCode::NOT_FOUND, "There is no such account.\n").into_response(),
    }
}

async fn clock(State(app): State<App>) -> Json<Value> {
    Json(json!({"now": stamp(app.now()), "ahead_seconds": app.clock.ahead_seconds()}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_seconds: f64,
}

async fn advance(State(app): State<App>, Json(order): Json<Advance>) -> Json<Value> {
    app.clock.advance(order.advance_seconds);
    clock(State(app)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Revocation {
    platform: Platform,
    account: String,
}

/// What a person does in the platform's own settings: take the app's access away.
async fn revoke(State(app): State<App>, Json(order): Json<Revocation>) -> StatusCode {
    match order.platform {
        Platform::Youtube => app.youtube().grants.revoke_account(&order.account),
        Platform::Tiktok => app.tiktok().grants.revoke_account(&order.account),
    }
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Draft {
    publish_id: String,
}

/// What a person does in the TikTok app: finish a draft and post it for everyone.
async fn finish_draft(State(app): State<App>, Json(draft): Json<Draft>) -> StatusCode {
    let now = app.now();
    let finished = tiktok::finish_draft(&mut app.tiktok(), &draft.publish_id, now);
    if finished { StatusCode::NO_CONTENT } else { StatusCode::NOT_FOUND }
}
