//! `videos.list`, `videos.update`, `videos.delete` and `videoCategories.list`.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts as Head;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::access::{TO_MANAGE, TO_READ, authorise, charged};
use super::accounts::Account;
use super::errors::{Answer, ApiError};
use super::metadata::{CATEGORIES, Rules};
use super::parts::Parts;
use super::quota::Bucket;
use super::resource;
use super::state::Youtube;
use super::video::Video;
use crate::clock::Moment;
use crate::faults::Kind;
use crate::params::{Params, json_object};
use crate::steps::Platform;
use crate::world::App;

pub(crate) async fn list(State(app): State<App>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let listed = authorise(&app, &head, TO_READ)
        .and_then(|account| charged(&app, Bucket::Units(1), || read(&app, account, &head)));
    listed.map(Json).into_response()
}

fn read(app: &App, account: &Account, head: &Head) -> Answer<Value> {
    let params = Params::of_query(head);
    let parts = Parts::read(&params)?;
    let ids = wanted_ids(&params)?;
    let (youtube, now) = (app.youtube(), app.now());
    let items: Vec<Value> = ids
        .iter()
        .filter_map(|id| youtube.video(id))
        .filter(|video| visible(video, account, now))
        .map(|video| {
            let mut full = resource::full(video, &app.addresses.youtube, now);
            if let Some(resource) = full.as_object_mut().filter(|_| video.account != account.id) {
                // How processing goes is the owner's business.
                resource.remove("processingDetails");
            }
            parts.select(full)
        })
        .collect();
    Ok(listing("youtube#videoListResponse", items))
}

/// Ids from `id=`, at most 50.
pub(crate) fn wanted_ids(params: &Params) -> Answer<Vec<String>> {
    let ids = params.list("id");
    match ids.len() {
        0 => Err(ApiError::missing_parameter("id", "No filter selected. Expected one of: id")),
        1..=50 => Ok(ids),
        _ => Err(ApiError::new(400, "youtube.parameter", "invalidFilters", "At most 50 ids may be listed.")
            .at("parameter", "id")),
    }
}

pub(crate) fn visible(video: &Video, account: &Account, now: Moment) -> bool {
    video.account == account.id || video.privacy(now) != "private"
}

pub(crate) fn listing(kind: &str, items: Vec<Value>) -> Value {
    json!({"kind": kind, "etag": "sim", "items": items, "pageInfo": {"totalResults": items.len(), "resultsPerPage": items.len()}})
}

pub(crate) async fn update(State(app): State<App>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let account = match authorise(&app, &head, TO_MANAGE) {
        Ok(account) => account,
        Err(error) => return error.into_response(),
    };
    let body = json_object(&head, body).await;
    let rejects_past = app.faults.stands(Platform::Youtube, Kind::PastPublishAtRejected);
    charged(&app, Bucket::Units(50), || {
        let body = body.ok_or_else(|| ApiError::bad_request("The body is not a JSON object."))?;
        let parts = Parts::read(&Params::of_query(&head))?;
        let id = body.get("id").and_then(Value::as_str).ok_or_else(ApiError::video_not_found)?.to_owned();
        let (mut youtube, now) = (app.youtube(), app.now());
        let video = own_video(&mut youtube, account, &id)?;
        let was_published = video.was_published_by(now);
        let rules = Rules { past_publish_at_rejected: rejects_past, category_required: true, was_published };
        video.metadata = video.metadata.with(&body, &parts, now, rules)?;
        video.was_published = was_published || video.privacy(now) != "private";
        Ok(Json(parts.select(resource::full(video, &app.addresses.youtube, now))))
    })
    .into_response()
}

/// The caller's own video, or the refusal that says whose it is not.
pub(crate) fn own_video<'a>(youtube: &'a mut Youtube, account: &Account, id: &str) -> Answer<&'a mut Video> {
    let video = youtube.video_mut(id).ok_or_else(ApiError::video_not_found)?;
    if video.account == account.id { Ok(video) } else { Err(ApiError::video(403, "forbidden", "Forbidden")) }
}

pub(crate) async fn delete(State(app): State<App>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let deleted = authorise(&app, &head, TO_MANAGE).and_then(|account| {
        charged(&app, Bucket::Units(50), || {
            let params = Params::of_query(&head);
            let id = params.filled("id").ok_or_else(|| ApiError::missing_parameter("id", "Required parameter: id"))?;
            let mut youtube = app.youtube();
            own_video(&mut youtube, account, id)?;
            youtube.videos.retain(|video| video.id != id);
            Ok(StatusCode::NO_CONTENT)
        })
    });
    deleted.into_response()
}

pub(crate) async fn categories(State(app): State<App>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let listed = authorise(&app, &head, TO_READ).and_then(|_| {
        charged(&app, Bucket::Units(1), || {
            let params = Params::of_query(&head);
            Parts::read(&params)?;
            if params.filled("regionCode").is_none() && params.filled("id").is_none() {
                return Err(ApiError::missing_parameter(
                    "regionCode",
                    "No filter selected. Expected one of: id, regionCode",
                ));
            }
            let ids = params.list("id");
            let known = CATEGORIES.iter().filter(|(id, _)| ids.is_empty() || ids.iter().any(|wanted| wanted == id));
            let items = known.map(|(id, title)| {
                json!({"kind": "youtube#videoCategory", "etag": "sim", "id": id,
                       "snippet": {"title": title, "assignable": true, "channelId": "UCBR8-60-B28hp2BmDPdntcQ"}})
            });
            Ok(listing("youtube#videoCategoryListResponse", items.collect()))
        })
    });
    listed.map(Json).into_response()
}
