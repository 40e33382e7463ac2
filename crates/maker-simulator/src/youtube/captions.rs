//! `captions.insert` (multipart or resumable) and `captions.list`.

use axum::Json;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::access::{TO_CAPTION, authorise, charged};
use super::accounts::Account;
use super::errors::{Answer, ApiError};
use super::parts::Parts;
use super::quota::Bucket;
use super::simple_upload;
use super::state::{Caption, Target, Youtube};
use super::upload;
use super::videos::{listing, own_video};
use crate::chance;
use crate::clock::seconds_stamp;
use crate::intake::drain;
use crate::params::{Params, header, small_body};
use crate::world::App;

const LARGEST_BYTES: u64 = 100 << 20;

pub(crate) async fn insert(State(app): State<App>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let params = Params::of_query(&head);
    if params.get("upload_id").is_some() {
        return upload::put(State(app), Request::from_parts(head, body)).await;
    }
    let account = match authorise(&app, &head, TO_CAPTION) {
        Ok(account) => account,
        Err(error) => {
            drain(body).await;
            return error.into_response();
        }
    };
    if params.get("uploadType") == Some("resumable") {
        let json = small_body(body).await.unwrap_or_default();
        let total = header(&head, "x-upload-content-length").and_then(super::content_range::number);
        let opened = charged(&app, Bucket::Units(400), || {
            let (parts, target) = admit(&app, account, &params, &json)?;
            Ok(upload::open(&app, account, &head, target, &parts.joined(), total))
        });
        return opened.into_response();
    }
    let arrived = match simple_upload::take(&app, &head, body, 0).await {
        Ok(arrived) => arrived,
        Err(response) => return *response,
    };
    let added = charged(&app, Bucket::Units(400), || {
        let (_, target) = admit(&app, account, &params, arrived.json.as_deref().unwrap_or_default())?;
        let bytes = arrived.hash.sure_bytes();
        if bytes == 0 || bytes > LARGEST_BYTES {
            return Err(ApiError::new(
                400,
                "youtube.caption",
                "contentRequired",
                "The request does not contain the caption track contents.",
            ));
        }
        Ok(add(&app, &mut app.youtube(), account.id, &target, bytes))
    });
    added.map(Json).into_response()
}

fn admit(app: &App, account: &Account, params: &Params, json: &[u8]) -> Answer<(Parts, Target)> {
    let parts = Parts::read(params)?;
    let invalid =
        || ApiError::new(400, "youtube.caption", "invalidMetadata", "The request contains invalid metadata values.");
    let body: Value = serde_json::from_slice(json).map_err(|_| invalid())?;
    let snippet = body.get("snippet").and_then(Value::as_object).ok_or_else(invalid)?;
    let text = |name: &str| snippet.get(name).and_then(Value::as_str);
    let language = text("language").filter(|language| !language.is_empty()).ok_or_else(invalid)?;
    let name = text("name").unwrap_or_default();
    if name.chars().count() > 150 {
        return Err(ApiError::new(
            400,
            "youtube.caption",
            "nameTooLong",
            "The name is too long: at most 150 characters.",
        ));
    }
    let video_id = text("videoId").ok_or_else(invalid)?;
    let mut youtube = app.youtube();
    let missing = || ApiError::new(404, "youtube.caption", "videoNotFound", "The video could not be found.");
    let found = own_video(&mut youtube, account, video_id).map(|_| ());
    found.map_err(|error| if error.code == 404 { missing() } else { error })?;
    let same = |caption: &Caption| caption.video_id == video_id && caption.language == language && caption.name == name;
    if youtube.captions.iter().any(same) {
        let message = "The video already has a caption track with this language and name.";
        return Err(ApiError::new(409, "youtube.caption", "captionExists", message));
    }
    let draft = snippet.get("isDraft").and_then(Value::as_bool).unwrap_or(false);
    let target = Target::Caption { video_id: video_id.into(), language: language.into(), name: name.into(), draft };
    Ok((parts, target))
}

/// Makes the track exist and answers with its resource.
pub(crate) fn add(app: &App, youtube: &mut Youtube, account: &'static str, target: &Target, bytes: u64) -> Value {
    let Target::Caption { video_id, language, name, draft } = target.clone() else { return Value::Null };
    let caption =
        Caption { id: chance::base64url(36), account, video_id, language, name, draft, bytes, updated: app.now() };
    let resource = resource(&caption);
    youtube.captions.push(caption);
    resource
}

fn resource(caption: &Caption) -> Value {
    json!({
        "kind": "youtube#caption", "etag": "sim", "id": caption.id,
        "snippet": {
            "videoId": caption.video_id, "lastUpdated": seconds_stamp(caption.updated), "trackKind": "standard",
            "language": caption.language, "name": caption.name, "audioTrackType": "unknown", "isCC": false,
            "isLarge": caption.bytes > 1_000_000, "isEasyReader": false, "isDraft": caption.draft, "isAutoSynced": false,
            "status": "serving",
        },
    })
}

pub(crate) async fn list(State(app): State<App>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let listed = authorise(&app, &head, TO_CAPTION).and_then(|account| {
        charged(&app, Bucket::Units(50), || {
            let params = Params::of_query(&head);
            Parts::read(&params)?;
            let id = params
                .filled("videoId")
                .ok_or_else(|| ApiError::missing_parameter("videoId", "Required parameter: videoId"))?;
            let youtube = app.youtube();
            let own = youtube.captions.iter().filter(|caption| caption.video_id == id && caption.account == account.id);
            Ok(listing("youtube#captionListResponse", own.map(resource).collect()))
        })
    });
    listed.map(Json).into_response()
}
