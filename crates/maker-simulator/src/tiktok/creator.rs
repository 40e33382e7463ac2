//! `creator_info/query`: what the composer has to show and may offer, read fresh on every render.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::access::{PUBLISH, authorise};
use super::caps::may_post;
use super::errors::{Answer, Refusal, answer};
use super::limits::Endpoint;
use crate::faults::Kind;
use crate::intake::drain;
use crate::steps::Platform;
use crate::world::App;

pub(crate) async fn info(State(app): State<App>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    drain(body).await;
    let caller = match authorise(&app, &parts, &[PUBLISH], Some(Endpoint::CreatorInfo)) {
        Ok(caller) => caller,
        Err(refusal) => return refusal.into_response(),
    };
    answer(read(&app, caller.account))
}

fn read(app: &App, id: &'static str) -> Answer<serde_json::Value> {
    let mut tiktok = app.tiktok();
    may_post(app, &tiktok, id).map_err(Refusal::with_http_200)?;
    let account = tiktok.account(id).cloned().ok_or(Refusal::token())?;
    let options = account.privacy_options();
    tiktok.shown_options.insert(id, options.to_vec());
    tiktok.composing.insert(id);
    if app.faults.take(Platform::Tiktok, Kind::CreatorOptionsChange).is_some() {
        // The maker opens or closes the account while the composer is on screen.
        for account in tiktok.accounts.iter_mut().filter(|account| account.id == id) {
            account.private = !account.private;
        }
    }
    Ok(json!({
        "creator_avatar_url": format!("{}/avatar/{id}", app.addresses.tiktok),
        "creator_username": account.username,
        "creator_nickname": account.nickname,
        "privacy_level_options": options,
        "comment_disabled": account.comment_disabled,
        "duet_disabled": account.private,
        "stitch_disabled": account.private,
        "max_video_post_duration_sec": account.longest_seconds,
    }))
}
