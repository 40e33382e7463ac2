//! Who is calling, with which scopes, and how often this minute.

use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use chrono::TimeDelta;

use super::errors::{Answer, Refusal};
use super::limits::Endpoint;
use crate::chance;
use crate::faults::Kind;
use crate::grants::Access;
use crate::steps::{Platform, step};
use crate::world::App;

pub(crate) const BASIC: &str = "user.info.basic";
pub(crate) const PROFILE: &str = "user.info.profile";
pub(crate) const STATS: &str = "user.info.stats";
pub(crate) const UPLOAD: &str = "video.upload";
pub(crate) const PUBLISH: &str = "video.publish";
pub(crate) const LIST: &str = "video.list";

/// Scopes the consent page knows, and what they mean to a person.
pub(crate) const SCOPES: &[(&str, &str)] = &[
    (BASIC, "See your name and picture"),
    (PROFILE, "See your username, bio and profile link"),
    (STATS, "See your follower, like and video counts"),
    (UPLOAD, "Send drafts to your inbox"),
    (PUBLISH, "Post videos to your profile"),
    (LIST, "See your public videos and their numbers"),
];

pub(crate) struct Caller {
    pub(crate) account: &'static str,
    pub(crate) scopes: Vec<String>,
}

/// The account behind the bearer token, if the token lives, has one of the scopes and is within the endpoint's limit.
pub(crate) fn authorise(app: &App, parts: &Parts, any_of: &[&str], endpoint: Option<Endpoint>) -> Answer<Caller> {
    let header = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = header.and_then(|text| text.strip_prefix("Bearer ")).map(str::trim).ok_or(Refusal::token())?;
    let (mut tiktok, now) = (app.tiktok(), app.now());
    if app.faults.take_on(Platform::Tiktok, Kind::TokenExpired, step(Platform::Tiktok, parts), None).is_some() {
        tiktok.grants.expire_access(token);
    }
    let access = tiktok.grants.access(token, now).cloned().ok_or(Refusal::token())?;
    if !access.scopes.iter().any(|scope| any_of.contains(&scope.as_str())) {
        return Err(Refusal::scope());
    }
    if endpoint.is_some_and(|endpoint| !tiktok.limits.allow(token, endpoint, now)) {
        return Err(Refusal::rate_limit());
    }
    let account = tiktok.account(&access.account).ok_or(Refusal::token())?;
    Ok(Caller { account: account.id, scopes: access.scopes })
}

pub(crate) fn token_seconds(app: &App) -> u32 {
    app.options.access_token_seconds.unwrap_or(86_400)
}

/// Issues an access token. TikTok's contain characters that need escaping in addresses.
pub(crate) fn issue(app: &App, account: &str, scopes: Vec<String>) -> String {
    let token = format!("act.{}!{}.va", chance::letters(60), chance::letters(4));
    let expires = app.now() + TimeDelta::seconds(i64::from(token_seconds(app)));
    app.tiktok().grants.add_access(token.clone(), Access { account: account.to_owned(), scopes, expires });
    token
}

/// For the admin interface: a token without a consent. `None` for an account that does not exist.
pub(crate) fn mint(app: &App, name: Option<&str>, scopes: Vec<String>) -> Option<(String, u32)> {
    let id = app.tiktok().account(name.unwrap_or("amina"))?.id;
    Some((issue(app, id, scopes), token_seconds(app)))
}
