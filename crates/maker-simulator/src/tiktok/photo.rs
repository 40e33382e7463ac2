//! Photo init: addresses only, never files. The pictures are not fetched; the rules about them are checked.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::access::{Caller, PUBLISH, UPLOAD, authorise};
use super::caps::{may_post, may_send_draft};
use super::direct::{check_privacy, note_composer};
use super::errors::{Answer, Refusal, answer};
use super::limits::Endpoint;
use super::post::PostKind;
use super::source::check_address;
use super::upload::{self, start_pull};
use crate::params::json_object;
use crate::world::App;

const MOST_IMAGES: usize = 35;

pub(crate) async fn init(State(app): State<App>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let caller = match authorise(&app, &parts, &[PUBLISH, UPLOAD], Some(Endpoint::PhotoInit)) {
        Ok(caller) => caller,
        Err(refusal) => return refusal.into_response(),
    };
    let body = json_object(&parts, body).await;
    answer(body.ok_or(Refusal::invalid("The body is not JSON")).and_then(|body| open(&app, &caller, &body)))
}

fn open(app: &App, caller: &Caller, body: &Value) -> Answer<Value> {
    let direct = match body.get("post_mode").and_then(Value::as_str) {
        Some("DIRECT_POST") => true,
        Some("MEDIA_UPLOAD") => false,
        _ => return Err(Refusal::invalid("The post_mode is invalid")),
    };
    let needed = if direct { PUBLISH } else { UPLOAD };
    if !caller.scopes.iter().any(|scope| scope == needed) {
        return Err(Refusal::scope());
    }
    if body.get("media_type").and_then(Value::as_str) != Some("PHOTO") {
        return Err(Refusal::invalid("The media_type is invalid"));
    }
    let title = check_texts(body)?;
    check_images(body)?;

    let mut tiktok = app.tiktok();
    let info = body.get("post_info").cloned().unwrap_or_default();
    let privacy = if direct { Some(check_privacy(app, &tiktok, caller.account, &info)?) } else { None };
    let allowed =
        if direct { may_post(app, &tiktok, caller.account) } else { may_send_draft(app, &tiktok, caller.account) };
    allowed?;
    let kind = if direct { PostKind::Photo } else { PostKind::Draft };
    let mut post = upload::new_post(app, caller.account, kind, "p_pub_url~v2.", title);
    post.privacy = privacy;
    if direct {
        note_composer(&mut tiktok, &post, app.now());
    }
    start_pull(app, &mut post);
    let data = json!({"publish_id": post.publish_id});
    tiktok.posts.push(post);
    Ok(data)
}

fn check_texts(body: &Value) -> Answer<String> {
    let text = |name: &str| body.pointer(&format!("/post_info/{name}")).and_then(Value::as_str).unwrap_or_default();
    let (title, description) = (text("title"), text("description"));
    if title.encode_utf16().count() > 90 || description.encode_utf16().count() > 4000 {
        return Err(Refusal::invalid("The title or description is too long"));
    }
    Ok(title.to_owned())
}

fn check_images(body: &Value) -> Answer<()> {
    if body.pointer("/source_info/source").and_then(Value::as_str) != Some("PULL_FROM_URL") {
        return Err(Refusal::invalid("Photos are pulled from addresses only"));
    }
    let images =
        body.pointer("/source_info/photo_images").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let cover = body.pointer("/source_info/photo_cover_index").and_then(Value::as_u64);
    if images.is_empty() || images.len() > MOST_IMAGES || cover.is_none_or(|cover| cover >= images.len() as u64) {
        return Err(Refusal::invalid("The number of photos or the cover index is invalid"));
    }
    for image in images {
        let address = image.as_str().ok_or(Refusal::invalid("A photo is not an address"))?;
        check_address(address)?;
        let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        if path.ends_with(".png") {
            return Err(Refusal::invalid("Photos are WebP or JPEG"));
        }
    }
    Ok(())
}
