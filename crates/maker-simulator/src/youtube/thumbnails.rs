//! `thumbnails.set`: a picture for a video, in one request or resumable. Small pictures are kept so that pages and thumbnail
//! addresses can show them.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::request::Parts as Head;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::access::{TO_UPLOAD, authorise, charged};
use super::accounts::Account;
use super::errors::{Answer, ApiError};
use super::quota::Bucket;
use super::resource;
use super::simple_upload;
use super::state::{Target, Youtube};
use super::upload;
use super::video::Image;
use crate::faults::Kind;
use crate::intake::drain;
use crate::media::image_type;
use crate::params::{Params, header};
use crate::steps::Platform;
use crate::world::App;

/// Larger pictures are accepted and measured, but a stand-in is shown.
pub(crate) const KEPT_BYTES: usize = 2 << 20;
/// YouTube, since 14 Sep 2026.
const LARGEST_BYTES: u64 = 50 << 20;

pub(crate) async fn set(State(app): State<App>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let params = Params::of_query(&head);
    if params.get("upload_id").is_some() {
        return upload::put(State(app), Request::from_parts(head, body)).await;
    }
    let account = match authorise(&app, &head, TO_UPLOAD) {
        Ok(account) => account,
        Err(error) => {
            drain(body).await;
            return error.into_response();
        }
    };
    if params.get("uploadType") == Some("resumable") {
        drain(body).await;
        return charged(&app, Bucket::Units(50), || open(&app, account, &head, &params)).into_response();
    }
    let arrived = match simple_upload::take(&app, &head, body, KEPT_BYTES).await {
        Ok(arrived) => arrived,
        Err(response) => return *response,
    };
    let answered = charged(&app, Bucket::Units(50), || {
        let video_id = admit(&app, account, &params)?;
        add(&app, &mut app.youtube(), &video_id, &arrived.head, arrived.hash.sure_bytes())
    });
    answered.map(Json).into_response()
}

fn open(app: &App, account: &'static Account, head: &Head, params: &Params) -> Answer<Response> {
    let video_id = admit(app, account, params)?;
    let total = header(head, "x-upload-content-length").and_then(super::content_range::number);
    Ok(upload::open(app, account, head, Target::Thumbnail { video_id }, "", total))
}

fn admit(app: &App, account: &Account, params: &Params) -> Answer<String> {
    let id = params
        .filled("videoId")
        .ok_or_else(|| ApiError::missing_parameter("videoId", "Required parameter: videoId"))?;
    let youtube = app.youtube();
    let Some(video) = youtube.video(id) else {
        let message = "The video that you are trying to set a thumbnail for cannot be found.";
        return Err(ApiError::new(404, "youtube.thumbnail", "videoNotFound", message).at("parameter", "videoId"));
    };
    let refused = app.faults.take(Platform::Youtube, Kind::ThumbnailRefused).is_some();
    if video.account != account.id || !account.phone_verified || refused {
        let message = "The authenticated user doesn't have permissions to upload and set custom video thumbnails.";
        return Err(ApiError::new(403, "youtube.thumbnail", "forbidden", message));
    }
    Ok(id.to_owned())
}

/// Checks the picture and puts it on the video.
pub(crate) fn add(app: &App, youtube: &mut Youtube, video_id: &str, head: &[u8], bytes: u64) -> Answer<Value> {
    if bytes == 0 {
        let message = "The request does not include the image content.";
        return Err(ApiError::new(400, "youtube.thumbnail", "mediaBodyRequired", message));
    }
    let kind = image_type(head).filter(|_| bytes <= LARGEST_BYTES);
    let media_type = kind.ok_or_else(|| {
        ApiError::new(400, "youtube.thumbnail", "invalidImage", "The provided image content is invalid.")
    })?;
    let kept = if bytes as usize <= KEPT_BYTES { head.to_vec() } else { vec![] };
    youtube.set_thumbnail(video_id, Image { media_type, bytes: kept }, app.now());
    let urls = resource::thumbnails(video_id, &app.addresses.youtube);
    Ok(json!({"kind": "youtube#thumbnailSetResponse", "etag": "sim", "items": [urls]}))
}
