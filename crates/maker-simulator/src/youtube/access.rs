//! Who is calling, with which scopes, and whether the project's quota still allows it.

use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use chrono::TimeDelta;

use super::accounts::{Account, account};
use super::errors::{Answer, ApiError};
use super::quota::Bucket;
use crate::chance;
use crate::faults::Kind;
use crate::grants::Access;
use crate::steps::{Platform, Step, step};
use crate::world::App;

pub(crate) const UPLOAD: &str = "https://www.googleapis.com/auth/youtube.upload";
pub(crate) const READONLY: &str = "https://www.googleapis.com/auth/youtube.readonly";
pub(crate) const MANAGE: &str = "https://www.googleapis.com/auth/youtube";
pub(crate) const FORCE_SSL: &str = "https://www.googleapis.com/auth/youtube.force-ssl";
pub(crate) const PARTNER: &str = "https://www.googleapis.com/auth/youtubepartner";

pub(crate) const TO_UPLOAD: &[&str] = &[UPLOAD, MANAGE, FORCE_SSL, PARTNER];
pub(crate) const TO_READ: &[&str] = &[READONLY, MANAGE, FORCE_SSL, PARTNER];
pub(crate) const TO_MANAGE: &[&str] = &[MANAGE, FORCE_SSL, PARTNER];
pub(crate) const TO_CAPTION: &[&str] = &[FORCE_SSL, PARTNER];

/// Scopes the consent page knows, and what they mean to a person.
pub(crate) const SCOPES: &[(&str, &str)] = &[
    (UPLOAD, "Upload videos to your channel"),
    (READONLY, "See your channel, your videos and their numbers"),
    (MANAGE, "Manage your YouTube account"),
    (FORCE_SSL, "See, edit and delete your videos, captions and playlists"),
    (PARTNER, "See and manage your assets on YouTube"),
    ("openid", "Know who you are"),
    ("email", "See your e-mail address"),
    ("profile", "See your name and picture"),
    ("https://www.googleapis.com/auth/userinfo.email", "See your e-mail address"),
    ("https://www.googleapis.com/auth/userinfo.profile", "See your name and picture"),
];

/// The account behind the bearer token, if the token lives and has one of the scopes.
pub(crate) fn authorise(app: &App, parts: &Parts, any_of: &[&str]) -> Answer<&'static Account> {
    let token = bearer(parts).ok_or_else(ApiError::no_authority)?;
    let step = step(Platform::Youtube, parts);
    let mut youtube = app.youtube();
    if app.faults.take_on(Platform::Youtube, Kind::TokenExpired, step, None).is_some() {
        youtube.grants.expire_access(token);
    }
    let access = youtube.grants.access(token, app.now()).ok_or_else(ApiError::no_authority)?;
    if !access.scopes.iter().any(|scope| any_of.contains(&scope.as_str())) {
        return Err(ApiError::scope(any_of));
    }
    account(&access.account).ok_or_else(ApiError::no_authority)
}

pub(crate) fn bearer(parts: &Parts) -> Option<&str> {
    parts.headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ").map(str::trim)
}

/// Runs a call against the quota: refused before it starts when the bucket is empty, charged by how it ended.
pub(crate) fn charged<T>(app: &App, bucket: Bucket, work: impl FnOnce() -> Answer<T>) -> Answer<T> {
    let step = if bucket == Bucket::Inserts { Step::Open } else { Step::Api };
    if app.faults.take_on(Platform::Youtube, Kind::RateLimitExceeded, step, None).is_some() {
        return Err(ApiError::rate_limit());
    }
    let ordered = app.faults.take_on(Platform::Youtube, Kind::QuotaExceeded, step, None).is_some();
    if ordered || !app.youtube().ledger.allows(bucket, app.now()) {
        return Err(ApiError::quota());
    }
    let result = work();
    app.youtube().ledger.charge(bucket, result.is_ok(), app.now());
    result
}

pub(crate) fn token_seconds(app: &App) -> u32 {
    app.options.access_token_seconds.unwrap_or(3599)
}

/// Issues an access token. The text has Google's shape.
pub(crate) fn issue(app: &App, account: &str, scopes: Vec<String>) -> String {
    let token = format!("ya29.a0{}", chance::base64url(120));
    let expires = app.now() + TimeDelta::seconds(i64::from(token_seconds(app)));
    app.youtube().grants.add_access(token.clone(), Access { account: account.to_owned(), scopes, expires });
    token
}

/// For the admin interface: a token without a consent. `None` for an account that does not exist.
pub(crate) fn mint(app: &App, name: Option<&str>, scopes: Vec<String>) -> Option<(String, u32)> {
    let account = account(name.unwrap_or("amina"))?;
    // Short names save tests from spelling Google's addresses out.
    let full = |scope: String| match SCOPES.iter().any(|(known, _)| *known == scope) {
        true => scope,
        false => format!("https://www.googleapis.com/auth/{scope}"),
    };
    Some((issue(app, account.id, scopes.into_iter().map(full).collect()), token_seconds(app)))
}
