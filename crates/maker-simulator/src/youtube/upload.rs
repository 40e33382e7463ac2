//! Opening, feeding and cancelling a resumable upload. The rules are in `sessions`; this is their HTTP.

use axum::Json;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::LOCATION;
use axum::http::request::Parts as Head;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use serde_json::Value;

use super::access::{TO_CAPTION, TO_UPLOAD, authorise, charged};
use super::accounts::Account;
use super::content_range::{self, ContentRange};
use super::errors::{Answer, ApiError};
use super::metadata::{Metadata, Rules};
use super::parts::Parts;
use super::quota::Bucket;
use super::receive;
use super::sessions::{Arriving, LARGEST_BYTES, Plan, Refusal, decide};
use super::simple_upload;
use super::state::{Session, Target};
use crate::chance;
use crate::faults::Kind;
use crate::hash::RewindableHash;
use crate::intake::drain;
use crate::media::is_youtube_media_type;
use crate::params::{Params, header, media_type, small_body};
use crate::steps::{Platform, step};
use crate::world::App;

/// Not published by Google; a week is what its other upload services do.
const SESSION_DAYS: i64 = 7;

/// `videos.insert`: opens a session, or takes a simple upload. With an `upload_id` it feeds a session, because Google's Go
/// client posts its chunks.
pub(crate) async fn post(State(app): State<App>, request: Request) -> Response {
    let params = Params::parse(request.uri().query().unwrap_or_default().as_bytes());
    if params.get("upload_id").is_some() {
        return put(State(app), request).await;
    }
    let (head, body) = request.into_parts();
    let account = match authorise(&app, &head, TO_UPLOAD) {
        Ok(account) => account,
        Err(error) => {
            drain(body).await;
            return error.into_response();
        }
    };
    match params.get("uploadType") {
        Some("resumable") => match small_body(body).await {
            Some(json) => open_video(&app, account, &head, &params, &json).into_response(),
            None => ApiError::bad_request("The metadata is too long.").into_response(),
        },
        Some("multipart") | Some("media") => simple_upload::video(&app, account, &head, &params, body).await,
        _ => ApiError::media_required().into_response(),
    }
}

fn open_video(app: &App, account: &'static Account, head: &Head, params: &Params, json: &[u8]) -> Answer<Response> {
    charged(app, Bucket::Inserts, || {
        let (parts, metadata) = admit(app, account, params, Some(json))?;
        let total = announced(app, head)?;
        remember_upload(app, account);
        Ok(open(app, account, head, Target::Video(Box::new(metadata)), &parts.joined(), total))
    })
}

/// Everything that must be right before bytes are worth taking. `json` is `None` for `uploadType=media`, which has no metadata.
pub(crate) fn admit(app: &App, account: &Account, params: &Params, json: Option<&[u8]>) -> Answer<(Parts, Metadata)> {
    let fault = |kind| app.faults.take(Platform::Youtube, kind);
    let parts = Parts::read(params)?;
    if account.channel.is_none() {
        return Err(ApiError::no_channel());
    }
    if !account.may_upload || fault(Kind::AccountForbidden).is_some() {
        return Err(ApiError::forbidden());
    }
    let today = app.now() - TimeDelta::hours(24);
    let recent = app.youtube().uploads.iter().filter(|(id, at)| *id == account.id && *at > today).count();
    let full = app.options.channel_uploads_per_day.is_some_and(|most| recent >= most as usize);
    if full || fault(Kind::UploadLimitExceeded).is_some() {
        return Err(ApiError::upload_limit());
    }
    if let Some(order) = fault(Kind::MetadataRefusedAtOpen) {
        return Err(refused_metadata(order.reason));
    }
    let Some(json) = json else { return Ok((parts, Metadata::default())) };
    let body: Value = serde_json::from_slice(json)
        .map_err(|_| ApiError::video(400, "invalidVideoMetadata", "The request metadata is invalid."))?;
    let rules = Rules {
        past_publish_at_rejected: app.faults.stands(Platform::Youtube, Kind::PastPublishAtRejected),
        ..Rules::default()
    };
    let metadata = Metadata::default().with(&body, &parts, app.now(), rules)?;
    if !parts.has("snippet") {
        return Err(ApiError::video(
            400,
            "invalidTitle",
            "The request metadata specifies an invalid or empty video title.",
        ));
    }
    Ok((parts, metadata))
}

pub(crate) fn remember_upload(app: &App, account: &'static Account) {
    app.youtube().uploads.push((account.id, app.now()));
}

pub(crate) fn refused_metadata(reason: Option<String>) -> ApiError {
    let reason = reason.unwrap_or_else(|| "invalidTitle".to_owned());
    ApiError::video(400, &reason, "The request metadata was refused.")
}

/// What the opening request says about the bytes to come.
pub(crate) fn announced(app: &App, head: &Head) -> Answer<Option<u64>> {
    if let Some(kind) = header(head, "x-upload-content-type")
        && !is_youtube_media_type(&kind.to_ascii_lowercase())
    {
        return Err(ApiError::video(
            400,
            "mediaBodyRequired",
            "The media type is not supported: video/* or application/octet-stream.",
        ));
    }
    let Some(length) = header(head, "x-upload-content-length") else {
        let required = app.faults.stands(Platform::Youtube, Kind::RequireUploadLength);
        return if required { Err(ApiError::bad_request("X-Upload-Content-Length is required.")) } else { Ok(None) };
    };
    match content_range::number(length) {
        Some(0) => Err(ApiError::media_required()),
        Some(bytes) if bytes <= LARGEST_BYTES => Ok(Some(bytes)),
        _ => Err(ApiError::bad_request("X-Upload-Content-Length is not a length a video can have.")),
    }
}

pub(crate) fn open(
    app: &App,
    account: &'static Account,
    head: &Head,
    target: Target,
    part: &str,
    total: Option<u64>,
) -> Response {
    let id = chance::base64url(110);
    let mut location = format!("{}{}?uploadType=resumable&upload_id={id}", app.addresses.youtube, head.uri.path());
    if !part.is_empty() {
        location.push_str(&format!("&part={part}"));
    }
    let session = Session {
        account: account.id,
        target,
        part: part.to_owned(),
        total,
        hash: RewindableHash::default(),
        head: vec![],
        lease: 0,
        opened: app.now(),
        finished: None,
    };
    app.youtube().sessions.insert(id.clone(), session);
    if let Some(order) = app.faults.take(Platform::Youtube, Kind::LocationOfOpen) {
        location = order.value.unwrap_or_else(|| "http://uploads.example.com/session".to_owned());
    }
    let headers = [(LOCATION, location), (HeaderName::from_static("x-guploader-uploadid"), id)];
    (StatusCode::OK, headers).into_response()
}

/// A request to a session: bytes, or a question.
pub(crate) async fn put(State(app): State<App>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let plan = match prepare(&app, &head) {
        Ok(Prepared::Finished(answer)) => {
            drain(body).await;
            return Json(answer).into_response();
        }
        Ok(Prepared::Go(id, plan)) => (id, plan),
        Err(refusal) => {
            drain(body).await;
            return *refusal;
        }
    };
    match plan {
        (id, Plan::Report) => {
            drain(body).await;
            receive::incomplete(&app, &head, &id)
        }
        (id, Plan::Finish) => {
            drain(body).await;
            receive::complete(&app, &head, &id)
        }
        (id, Plan::Receive { skip, end, total }) => {
            Box::pin(receive::chunk(&app, &head, body, &id, receive::Chunk { skip, end, total })).await
        }
    }
}

enum Prepared {
    Finished(Value),
    Go(String, Plan),
}

fn prepare(app: &App, head: &Head) -> Result<Prepared, Box<Response>> {
    let (account, id) = session_of(app, head).map_err(IntoResponse::into_response)?;
    if let Some(order) = app.faults.take_on(Platform::Youtube, Kind::SessionGone, step(Platform::Youtube, head), None) {
        app.youtube().sessions.remove(&id);
        let status = order.status.and_then(|status| StatusCode::from_u16(status).ok()).unwrap_or(StatusCode::NOT_FOUND);
        return Err(status.into_response().into());
    }
    let range = match header(head, "content-range") {
        None => None,
        Some(text) => {
            Some(content_range::parse(text).ok_or_else(|| plain(400, "Failed to parse Content-Range header."))?)
        }
    };
    let asking = matches!(range, Some(ContentRange::Ask { .. }));
    let kind = media_type(head);
    let mut youtube = app.youtube();
    let session = youtube.sessions.get_mut(&id).filter(|session| session.account == account.id);
    let session = session.ok_or_else(|| ApiError::no_session().into_response())?;
    if let Some(answer) = &session.finished {
        return Ok(Prepared::Finished(answer.clone()));
    }
    if !asking && !kind.is_empty() && matches!(session.target, Target::Video(_)) && !is_youtube_media_type(&kind) {
        return Err(ApiError::bad_request("The media type is not supported: video/* or application/octet-stream.")
            .into_response()
            .into());
    }
    let content_length = header(head, "content-length").and_then(content_range::number);
    let arriving = Arriving { range, content_length };
    let overlap_refused = !asking && app.faults.stands(Platform::Youtube, Kind::Overlap400);
    let plan = decide(session.hash.sure_bytes(), session.total, &arriving, overlap_refused);
    if plan == Ok(Plan::Report) {
        // What is reported stays true: an older request that is still arriving stores nothing more.
        session.lease += 1;
    }
    plan.map(|plan| Prepared::Go(id, plan)).map_err(|refusal| refuse(app, refusal).into())
}

/// The caller and the session named in the address. Expired sessions are forgotten here.
fn session_of(app: &App, head: &Head) -> Answer<(&'static Account, String)> {
    let account = authorise(app, head, &[TO_UPLOAD, TO_CAPTION].concat())?;
    let id = Params::of_query(head).get("upload_id").unwrap_or_default().to_owned();
    let oldest = app.now() - TimeDelta::days(SESSION_DAYS);
    app.youtube().sessions.retain(|_, session| session.opened > oldest);
    Ok((account, id))
}

fn refuse(app: &App, refusal: Refusal) -> Response {
    match refusal {
        Refusal::ChunkSize => plain(
            400,
            "Invalid request.  There were too few bytes or the size is not a multiple of 262144. \
             Each request must contain at least 262144 bytes, except for the final request.",
        ),
        Refusal::Gap if app.faults.stands(Platform::Youtube, Kind::Gap503) => ApiError::backend().into_response(),
        Refusal::Gap => {
            plain(400, "Invalid request.  The range starts past the bytes received so far; ask for the status.")
        }
        Refusal::Overlap => {
            plain(400, "Invalid request.  The range overlaps bytes received already; ask for the status.")
        }
        Refusal::TotalDiffers => ApiError::bad_request("The total differs from the length announced.").into_response(),
        Refusal::LengthDiffers => plain(400, "Invalid request.  Content-Length does not match Content-Range."),
    }
}

/// The upload service itself speaks plain text.
pub(crate) fn plain(status: u16, text: &'static str) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    let kind = (HeaderName::from_static("content-type"), HeaderValue::from_static("text/plain; charset=utf-8"));
    (status, [kind], text).into_response()
}

/// Cancels a session. Google's upload services answer 499 to this.
pub(crate) async fn cancel(State(app): State<App>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    drain(Body::new(body)).await;
    let (account, id) = match session_of(&app, &head) {
        Ok(found) => found,
        Err(error) => return error.into_response(),
    };
    let mut youtube = app.youtube();
    if !youtube.sessions.get(&id).is_some_and(|session| session.account == account.id && session.finished.is_none()) {
        return ApiError::no_session().into_response();
    }
    youtube.sessions.remove(&id);
    StatusCode::from_u16(499).unwrap_or(StatusCode::NO_CONTENT).into_response()
}
