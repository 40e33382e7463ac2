//! Inbox init: a draft that the maker finishes in the TikTok app. Everything but the bytes is decided there.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::access::{UPLOAD, authorise};
use super::caps::may_send_draft;
use super::direct::register;
use super::errors::{Answer, Refusal, answer};
use super::limits::Endpoint;
use super::post::PostKind;
use super::source::{self, Source};
use super::upload;
use crate::params::json_object;
use crate::world::App;

pub(crate) async fn init(State(app): State<App>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let caller = match authorise(&app, &parts, &[UPLOAD], Some(Endpoint::InboxInit)) {
        Ok(caller) => caller,
        Err(refusal) => return refusal.into_response(),
    };
    let body = json_object(&parts, body).await;
    answer(body.ok_or(Refusal::invalid("The body is not JSON")).and_then(|body| open(&app, caller.account, &body)))
}

fn open(app: &App, account: &'static str, body: &Value) -> Answer<Value> {
    let mut tiktok = app.tiktok();
    may_send_draft(app, &tiktok, account)?;
    let source = source::read(body)?;
    let prefix = if matches!(source, Source::File(_)) { "v_inbox_file~v2." } else { "v_inbox_url~v2." };
    let post = upload::new_post(app, account, PostKind::Draft, prefix, String::new());
    Ok(register(app, &mut tiktok, post, source))
}
