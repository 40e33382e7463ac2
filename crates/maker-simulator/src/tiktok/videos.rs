//! `video/list` and `video/query`: the maker's own public posts and their numbers.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use super::access::{LIST, authorise};
use super::errors::{Answer, Refusal, answer};
use super::limits::Endpoint;
use super::post::Post;
use crate::clock::Moment;
use crate::params::{Params, json_object};
use crate::world::App;

const FIELDS: &[&str] = &[
    "id",
    "create_time",
    "cover_image_url",
    "share_url",
    "video_description",
    "duration",
    "height",
    "width",
    "title",
    "embed_html",
    "embed_link",
    "like_count",
    "comment_count",
    "share_count",
    "view_count",
];

pub(crate) async fn list(State(app): State<App>, request: Request) -> Response {
    read(app, request, Endpoint::VideoList, |posts, body, now| {
        let most = body.get("max_count").map_or(Some(10), Value::as_u64);
        let most = most.filter(|most| (1..=20).contains(most)).ok_or(Refusal::invalid("max_count is 1 to 20"))?;
        let cursor = body.get("cursor").and_then(Value::as_i64).unwrap_or(now.timestamp_millis() + 1);
        let older: Vec<_> = posts.into_iter().filter(|post| post.created.timestamp_millis() < cursor).collect();
        let shown: Vec<_> = older.iter().copied().take(usize::try_from(most).unwrap_or(20)).collect();
        let next = shown.last().map_or(cursor, |post| post.created.timestamp_millis());
        let more = older.len() > shown.len();
        Ok((shown, json!({"cursor": next, "has_more": more})))
    })
    .await
}

pub(crate) async fn query(State(app): State<App>, request: Request) -> Response {
    read(app, request, Endpoint::VideoQuery, |posts, body, now| {
        let ids = body.pointer("/filters/video_ids").and_then(Value::as_array);
        let ids =
            ids.filter(|ids| (1..=20).contains(&ids.len())).ok_or(Refusal::invalid("video_ids holds 1 to 20 ids"))?;
        let wanted = |post: &&Post| post.public_id(now).is_some_and(|id| ids.iter().any(|wanted| wanted == id));
        Ok((posts.into_iter().filter(wanted).collect(), json!({})))
    })
    .await
}

/// Chooses among the caller's public posts, newest first, and says what stands beside the list.
async fn read(
    app: App,
    request: Request,
    endpoint: Endpoint,
    choose: impl for<'a> FnOnce(Vec<&'a Post>, &Value, Moment) -> Answer<(Vec<&'a Post>, Value)>,
) -> Response {
    let (parts, body) = request.into_parts();
    let caller = match authorise(&app, &parts, &[LIST], Some(endpoint)) {
        Ok(caller) => caller,
        Err(refusal) => return refusal.into_response(),
    };
    let Some(body) = json_object(&parts, body).await else {
        return Refusal::invalid("The body is not JSON").into_response();
    };
    let fields = Params::of_query(&parts).list("fields");
    if fields.is_empty() || !fields.iter().all(|field| FIELDS.contains(&field.as_str())) {
        return Refusal::invalid("The fields parameter is missing or names an unknown field").into_response();
    }
    let (tiktok, now) = (app.tiktok(), app.now());
    let username = tiktok.account(caller.account).map_or("", |account| account.username);
    let own = tiktok.posts.iter().rev().filter(|post| post.account == caller.account && post.public_id(now).is_some());
    let chosen = choose(own.collect(), &body, now);
    answer(chosen.map(|(posts, mut data)| {
        let origin = &app.addresses.tiktok;
        data["videos"] = posts.iter().map(|post| select(resource(post, origin, username, now), &fields)).collect();
        data
    }))
}

fn select(full: Value, fields: &[String]) -> Value {
    let Value::Object(full) = full else { return full };
    Value::Object(full.into_iter().filter(|(name, _)| fields.contains(name)).collect::<Map<_, _>>())
}

fn resource(post: &Post, origin: &str, username: &str, now: Moment) -> Value {
    let id = post.public_id(now).unwrap_or_default();
    let address = format!("{origin}/@{username}/video/{id}");
    let views = post.views(now);
    json!({
        "id": id,
        "create_time": post.created.timestamp(),
        "cover_image_url": format!("{origin}/cover/{id}"),
        "share_url": address,
        "video_description": post.title, "title": post.title,
        // Not measured: one second for each million bytes.
        "duration": (post.stored_bytes() / 1_000_000).max(1),
        "height": 1280, "width": 720,
        "embed_html": format!("<blockquote cite=\"{address}\"></blockquote>"), "embed_link": address,
        "view_count": views, "like_count": views / 9, "comment_count": views / 60, "share_count": views / 120,
    })
}
