//! `playlists.list/insert` and `playlistItems.list/insert`.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::request::Parts as Head;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::access::{TO_MANAGE, TO_READ, authorise, charged};
use super::accounts::{Account, account};
use super::errors::{Answer, ApiError};
use super::parts::Parts;
use super::quota::Bucket;
use super::state::{Playlist, Youtube};
use super::videos::listing;
use crate::chance;
use crate::clock::{Moment, seconds_stamp};
use crate::params::{Params, json_object};
use crate::world::App;

pub(crate) async fn list(State(app): State<App>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let listed = authorise(&app, &head, TO_READ).and_then(|caller| {
        charged(&app, Bucket::Units(1), || {
            let params = Params::of_query(&head);
            let parts = Parts::read(&params)?;
            let (mine, ids) = (params.get("mine") == Some("true"), params.list("id"));
            if !mine && ids.is_empty() {
                return Err(ApiError::missing_parameter(
                    "mine",
                    "No filter selected. Expected one of: id, mine, channelId",
                ));
            }
            let youtube = app.youtube();
            let wanted = youtube
                .playlists
                .iter()
                .filter(|list| if mine { list.account == caller.id } else { ids.contains(&list.id) });
            let seen = wanted.filter(|list| list.account == caller.id || list.privacy == "public");
            page("youtube#playlistListResponse", &params, seen.map(|list| parts.select(resource(list))).collect())
        })
    });
    listed.map(Json).into_response()
}

fn resource(list: &Playlist) -> Value {
    let channel = account(list.account).and_then(|account| account.channel.as_ref());
    json!({
        "kind": "youtube#playlist", "etag": "sim", "id": list.id,
        "snippet": {
            "publishedAt": seconds_stamp(list.created), "channelId": channel.map(|channel| channel.id),
            "channelTitle": channel.map(|channel| channel.title), "title": list.title, "description": list.description,
            "thumbnails": {}, "localized": {"title": list.title, "description": list.description},
        },
        "status": {"privacyStatus": list.privacy},
        "contentDetails": {"itemCount": list.items.len()},
    })
}

pub(crate) async fn insert(State(app): State<App>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let caller = match authorise(&app, &head, TO_MANAGE) {
        Ok(caller) => caller,
        Err(error) => return error.into_response(),
    };
    let body = json_object(&head, body).await.unwrap_or_default();
    charged(&app, Bucket::Units(50), || {
        let parts = Parts::read(&Params::of_query(&head))?;
        if caller.channel.is_none() {
            return Err(ApiError::no_channel());
        }
        let text = |pointer: &str| body.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
        let title = text("/snippet/title");
        if title.is_empty() || title.chars().count() > 150 {
            return Err(ApiError::new(
                400,
                "youtube.playlist",
                "playlistTitleRequired",
                "The request must specify a playlist title.",
            ));
        }
        let privacy = Some(text("/status/privacyStatus")).filter(|named| !named.is_empty());
        let list = Playlist {
            id: format!("PL{}", chance::base64url(32)),
            account: caller.id,
            title,
            description: text("/snippet/description"),
            privacy: privacy.unwrap_or_else(|| "public".to_owned()),
            created: app.now(),
            items: vec![],
        };
        let answer = parts.select(resource(&list));
        app.youtube().playlists.push(list);
        Ok(Json(answer))
    })
    .into_response()
}

pub(crate) async fn list_items(State(app): State<App>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let listed = authorise(&app, &head, TO_READ)
        .and_then(|caller| charged(&app, Bucket::Units(1), || items(&app, caller, &head)));
    listed.map(Json).into_response()
}

fn items(app: &App, caller: &Account, head: &Head) -> Answer<Value> {
    let params = Params::of_query(head);
    let parts = Parts::read(&params)?;
    let id = params.filled("playlistId").ok_or_else(|| {
        ApiError::missing_parameter("playlistId", "No filter selected. Expected one of: id, playlistId")
    })?;
    let mut youtube = app.youtube();
    let list = playlist(&mut youtube, id)?;
    if list.account != caller.id && list.privacy == "private" {
        return Err(not_accessible());
    }
    let video = params.filled("videoId");
    let wanted = list.items.iter().enumerate().filter(|(_, (_, id, _))| video.is_none_or(|video| video == id));
    let items = wanted.map(|(place, (item, video, at))| parts.select(item_resource(id, place, item, video, *at)));
    page("youtube#playlistItemListResponse", &params, items.collect())
}

/// One page of a list, as `maxResults` (5 when absent) and `pageToken` ask.
fn page(kind: &str, params: &Params, all: Vec<Value>) -> Answer<Value> {
    let invalid =
        |reason, name, message| ApiError::new(400, "youtube.parameter", reason, message).at("parameter", name);
    let size = params.filled("maxResults").map_or(Some(5), |text| text.parse().ok()).filter(|n| (1..=50).contains(n));
    let size: usize =
        size.ok_or_else(|| invalid("invalidValue", "maxResults", "Values must be within the range: [1, 50]"))?;
    let first = params.filled("pageToken").map_or(Some(0), |token| token.strip_prefix("SIM")?.parse().ok());
    let first: usize = first
        .filter(|first| *first <= all.len())
        .ok_or_else(|| invalid("invalidPageToken", "pageToken", "The page token is not valid."))?;
    let (total, end) = (all.len(), first.saturating_add(size));
    let mut list = listing(kind, all.into_iter().skip(first).take(size).collect());
    list["pageInfo"] = json!({"totalResults": total, "resultsPerPage": size});
    if end < total {
        list["nextPageToken"] = json!(format!("SIM{end}"));
    }
    Ok(list)
}

pub(crate) async fn insert_item(State(app): State<App>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let caller = match authorise(&app, &head, TO_MANAGE) {
        Ok(caller) => caller,
        Err(error) => return error.into_response(),
    };
    let body = json_object(&head, body).await.unwrap_or_default();
    charged(&app, Bucket::Units(50), || add_item(&app, caller, &head, &body).map(Json)).into_response()
}

fn add_item(app: &App, caller: &Account, head: &Head, body: &Value) -> Answer<Value> {
    let parts = Parts::read(&Params::of_query(head))?;
    let text = |pointer: &str| body.pointer(pointer).and_then(Value::as_str).filter(|text| !text.is_empty());
    let list_id = text("/snippet/playlistId").ok_or_else(|| {
        ApiError::new(
            400,
            "youtube.playlistItem",
            "playlistIdRequired",
            "The subscribe request does not specify a playlist ID.",
        )
    })?;
    let video_id =
        text("/snippet/resourceId/videoId").filter(|_| text("/snippet/resourceId/kind") == Some("youtube#video"));
    let video_id = video_id.ok_or_else(|| {
        ApiError::new(
            400,
            "youtube.playlistItem",
            "resourceIdRequired",
            "The request must contain a resource in which the snippet object specifies a resourceId.",
        )
    })?;
    let (mut youtube, now) = (app.youtube(), app.now());
    if youtube.video(video_id).is_none() {
        return Err(ApiError::new(
            404,
            "youtube.playlistItem",
            "videoNotFound",
            "The video that you are trying to add cannot be found.",
        ));
    }
    let list = playlist(&mut youtube, list_id)?;
    if list.account != caller.id {
        return Err(not_accessible());
    }
    let item = chance::base64url(48);
    list.items.push((item.clone(), video_id.to_owned(), now));
    Ok(parts.select(item_resource(list_id, list.items.len() - 1, &item, video_id, now)))
}

fn playlist<'a>(youtube: &'a mut Youtube, id: &str) -> Answer<&'a mut Playlist> {
    let found = youtube.playlists.iter_mut().find(|list| list.id == id);
    found.ok_or_else(|| {
        let message = "The playlist identified with the request's <code>playlistId</code> parameter cannot be found.";
        ApiError::new(404, "youtube.playlistItem", "playlistNotFound", message).at("parameter", "playlistId")
    })
}

fn not_accessible() -> ApiError {
    let message = "The request is not properly authorized to retrieve or change the specified playlist items.";
    ApiError::new(403, "youtube.playlistItem", "playlistItemsNotAccessible", message)
}

fn item_resource(list: &str, place: usize, item: &str, video: &str, added: Moment) -> Value {
    json!({
        "kind": "youtube#playlistItem", "etag": "sim", "id": item,
        "snippet": {
            "publishedAt": seconds_stamp(added), "playlistId": list, "position": place,
            "resourceId": {"kind": "youtube#video", "videoId": video},
        },
        "contentDetails": {"videoId": video},
    })
}
