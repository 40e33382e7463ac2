//! Direct Post init: checks what the composer sends and opens the upload.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::access::{PUBLISH, authorise};
use super::caps::may_post;
use super::errors::{Answer, Refusal, answer};
use super::limits::Endpoint;
use super::post::{Post, PostKind};
use super::source::{self, Source};
use super::state::Tiktok;
use super::upload::{self, start_pull};
use crate::params::json_object;
use crate::world::App;

const TITLE_UNITS: usize = 2200;

pub(crate) async fn init(State(app): State<App>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let caller = match authorise(&app, &parts, &[PUBLISH], Some(Endpoint::DirectInit)) {
        Ok(caller) => caller,
        Err(refusal) => return refusal.into_response(),
    };
    let body = json_object(&parts, body).await;
    answer(body.ok_or(Refusal::invalid("The body is not JSON")).and_then(|body| open(&app, caller.account, &body)))
}

fn open(app: &App, account: &'static str, body: &Value) -> Answer<Value> {
    let info =
        body.get("post_info").filter(|info| info.is_object()).ok_or(Refusal::invalid("The post_info is missing"))?;
    let mut tiktok = app.tiktok();
    let privacy = check_privacy(app, &tiktok, account, info)?;
    let title = check_title(info)?;
    check_types(info)?;
    may_post(app, &tiktok, account)?;
    let source = source::read(body)?;

    let prefix = if matches!(source, Source::File(_)) { "v_pub_file~v2-1." } else { "v_pub_url~v2." };
    let mut post = upload::new_post(app, account, PostKind::Direct, prefix, title);
    flag_policy(app, &mut tiktok, &post, info, &privacy);
    post.privacy = Some(privacy);
    Ok(register(app, &mut tiktok, post, source))
}

/// The level must be among the options shown last, and still be offered.
pub(crate) fn check_privacy(app: &App, tiktok: &Tiktok, id: &str, info: &Value) -> Answer<String> {
    let account = tiktok.account(id).ok_or(Refusal::token())?;
    let level = info.get("privacy_level").and_then(Value::as_str).unwrap_or_default();
    let offered = account.privacy_options();
    let shown = tiktok.shown_options.get(id).is_none_or(|options| options.contains(&level));
    if !offered.contains(&level) || !shown {
        return Err(Refusal::forbidden("privacy_level_option_mismatch"));
    }
    if app.options.unaudited && (!account.private || level != "SELF_ONLY") {
        return Err(Refusal::forbidden("unaudited_client_can_only_post_to_private_accounts"));
    }
    Ok(level.to_owned())
}

fn check_title(info: &Value) -> Answer<String> {
    let title = match info.get("title") {
        None | Some(Value::Null) => "",
        Some(title) => title.as_str().ok_or(Refusal::invalid("The title is invalid"))?,
    };
    if title.encode_utf16().count() > TITLE_UNITS {
        return Err(Refusal::invalid("The title is too long"));
    }
    Ok(title.to_owned())
}

fn check_types(info: &Value) -> Answer<()> {
    let flags = [
        "disable_duet",
        "disable_stitch",
        "disable_comment",
        "brand_content_toggle",
        "brand_organic_toggle",
        "is_aigc",
    ];
    let right = flags.iter().all(|name| info.get(name).is_none_or(|value| value.is_boolean() || value.is_null()));
    if right { Ok(()) } else { Err(Refusal::invalid("A toggle is not a boolean")) }
}

/// Breaches of the sharing guidelines that the API lets pass: they are noted for the tests.
fn flag_policy(app: &App, tiktok: &mut Tiktok, post: &Post, info: &Value, privacy: &str) {
    let now = app.now();
    if info.get("brand_content_toggle") == Some(&Value::Bool(true)) && privacy == "SELF_ONLY" {
        let text = "Branded content was posted for nobody but its creator.";
        tiktok.violation("branded_self_only", text, post.account, Some(&post.publish_id), now);
    }
    note_composer(tiktok, post, now);
}

/// Every composer has to read creator_info before its post is opened.
pub(crate) fn note_composer(tiktok: &mut Tiktok, post: &Post, now: crate::clock::Moment) {
    if !tiktok.composing.remove(post.account) {
        let text = "A post was opened although creator_info was not queried since the one before.";
        tiktok.violation("creator_info_not_queried", text, post.account, Some(&post.publish_id), now);
    }
}

/// Remembers the post and answers with what the client needs next.
pub(crate) fn register(app: &App, tiktok: &mut Tiktok, mut post: Post, source: Source) -> Value {
    let mut data = json!({"publish_id": post.publish_id});
    match source {
        Source::File(plan) => {
            let opened = upload::new_upload(plan);
            data["upload_url"] =
                json!(format!("{}/video/?upload_id={}&upload_token={}", app.addresses.tiktok, opened.id, opened.token));
            post.upload = Some(opened);
        }
        Source::Pull => start_pull(app, &mut post),
    }
    tiktok.posts.push(post);
    data
}
