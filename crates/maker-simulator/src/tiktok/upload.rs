//! The upload address: chunks in order, exactly as planned, each stored whole or not at all.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_RANGE, HeaderValue};
use axum::http::request::Parts as Head;
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;

use super::plan::Plan;
use super::post::{Arrival, Post, PostKind, Upload};
use super::state::Tiktok;
use crate::chance;
use crate::clock::Moment;
use crate::faults::Kind;
use crate::hash::RewindableHash;
use crate::intake::{End, drain, receive};
use crate::params::{Params, header, media_type};
use crate::steps::Platform;
use crate::wire;
use crate::world::App;

pub(crate) fn new_post(app: &App, account: &'static str, kind: PostKind, prefix: &str, title: String) -> Post {
    Post {
        publish_id: format!("{prefix}{}", chance::post_id()),
        account,
        kind,
        title,
        privacy: None,
        created: app.now(),
        upload: None,
        arrived: None,
        cancelled: false,
        draft_finished: false,
    }
}

pub(crate) fn new_upload(plan: Plan) -> Upload {
    let hash = RewindableHash::default();
    Upload { id: chance::post_id(), token: chance::letters(40), plan, next: 0, hash, lease: 0, gone: false }
}

/// A pull is pretended: it takes the processing time and always finds something.
pub(crate) fn start_pull(app: &App, post: &mut Post) {
    post.arrived = Some(arrive(app, post.is_public()));
}

/// What will happen to a post whose last byte is here.
fn arrive(app: &App, public: bool) -> Arrival {
    let fault = |kind| app.faults.take(Platform::Tiktok, kind);
    let ready = app.now() + app.processing_time(Platform::Tiktok);
    let failure = fault(Kind::PublishFails).map(|order| order.reason.unwrap_or_else(|| "internal".to_owned()));
    let moderation = TimeDelta::milliseconds(i64::try_from(app.options.processing_ms).unwrap_or(i64::MAX));
    let late =
        fault(Kind::IdLate).map(|order| TimeDelta::milliseconds((order.seconds.unwrap_or(60.0) * 1000.0) as i64));
    let never = fault(Kind::IdNever).is_some();
    let id_shown = (public && !never).then(|| ready + late.unwrap_or(moderation));
    Arrival { ready, failure, post_id: chance::post_id(), id_shown }
}

/// One chunk.
pub(crate) async fn chunk(State(app): State<App>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    match admit(&app, &head) {
        Ok(place) => Box::pin(store(&app, &head, body, place)).await,
        Err(refusal) => {
            drain(body).await;
            *refusal
        }
    }
}

/// A chunk that may be stored: whose, and by which right.
struct Place {
    upload_id: String,
    lease: u64,
    length: u64,
    hash: RewindableHash,
}

fn admit(app: &App, head: &Head) -> Result<Place, Box<Response>> {
    let params = Params::of_query(head);
    let upload_id = params.get("upload_id").unwrap_or_default();
    let (mut tiktok, now) = (app.tiktok(), app.now());
    let missing = || StatusCode::NOT_FOUND.into_response();
    let post = find(&mut tiktok, upload_id).ok_or_else(missing)?;
    let expired = post.upload_expired(now) || post.cancelled;
    let upload =
        post.upload.as_mut().filter(|upload| params.get("upload_token") == Some(&upload.token)).ok_or_else(missing)?;
    if let Some(order) = app.faults.take(Platform::Tiktok, Kind::SessionGone) {
        upload.gone = true;
        return Err(status(order.status.unwrap_or(404)).into());
    }
    if upload.gone {
        return Err(missing().into());
    }
    if expired {
        return Err(StatusCode::FORBIDDEN.into_response().into());
    }
    let (first, last, total) = chunk_headers(head).ok_or_else(|| StatusCode::BAD_REQUEST.into_response())?;
    if total != upload.plan.video_size || upload.plan.chunk(upload.next) != Some((first, last)) {
        let stored = upload.hash.sure_bytes();
        return Err(with_progress(app, StatusCode::RANGE_NOT_SATISFIABLE, stored, upload.plan.video_size).into());
    }
    if let Some(order) = app.faults.take(Platform::Tiktok, Kind::Chunk5xx) {
        return Err(status(order.status.unwrap_or(500)).into());
    }
    upload.lease += 1;
    upload.hash.rewind();
    Ok(Place {
        upload_id: upload_id.to_owned(),
        lease: upload.lease,
        length: last - first + 1,
        hash: upload.hash.clone(),
    })
}

/// First byte, last byte, total; `None` when a header is missing, malformed or disagrees with another.
fn chunk_headers(head: &Head) -> Option<(u64, u64, u64)> {
    if !["video/mp4", "video/quicktime", "video/webm"].contains(&media_type(head).as_str()) {
        return None;
    }
    let (range, total) = header(head, "content-range")?.strip_prefix("bytes ")?.split_once('/')?;
    let (first, last) = range.split_once('-')?;
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u64>().ok())?;
    let (first, last, total) = (number(first)?, number(last)?, number(total)?);
    let length = number(header(head, "content-length")?)?;
    (first <= last && last < total && length == last - first + 1).then_some((first, last, total))
}

async fn store(app: &App, head: &Head, body: Body, place: Place) -> Response {
    let Place { upload_id, lease, length, mut hash } = place;
    let (received, end) = receive(app, Platform::Tiktok, body, |bytes| hash.push(bytes)).await;
    match end {
        End::Cut(why) => return wire::cut(head, why),
        End::Whole if received == length => {}
        End::Whole | End::Broken => return StatusCode::BAD_REQUEST.into_response(),
    }
    hash.keep();
    let now = app.now();
    let mut tiktok = app.tiktok();
    let Some(post) = find(&mut tiktok, &upload_id) else { return StatusCode::NOT_FOUND.into_response() };
    if post.upload_expired(now) || post.cancelled {
        return StatusCode::FORBIDDEN.into_response();
    }
    let public = post.is_public();
    let Some(upload) = post.upload.as_mut().filter(|upload| upload.lease == lease) else {
        return StatusCode::CONFLICT.into_response();
    };
    upload.hash = hash;
    upload.next += 1;
    let (plan, stored, done) = (upload.plan, upload.hash.sure_bytes(), upload.next == upload.plan.count);
    if done {
        post.arrived = Some(arrive(app, public));
    }
    drop(tiktok);
    answer(app, head, &plan, stored, done)
}

fn answer(app: &App, head: &Head, plan: &Plan, stored: u64, done: bool) -> Response {
    let (lost, why, status) = match done {
        true => (Kind::Drop201, "drop_201", StatusCode::CREATED),
        false => (Kind::Drop206, "drop_206", StatusCode::PARTIAL_CONTENT),
    };
    if app.faults.take(Platform::Tiktok, lost).is_some() {
        return wire::cut(head, why);
    }
    let behind = !done && app.faults.stands(Platform::Tiktok, Kind::ProgressBehind);
    let said = if behind { stored.saturating_sub(plan.chunk_size()) } else { stored };
    with_progress(app, status, said, plan.video_size)
}

/// `Content-Range: bytes 0-<uploaded>/<total>`. Whether the number is a last index or a count is not documented: it is the
/// last index here, and a count when `progress_as_count` stands.
fn with_progress(app: &App, status: StatusCode, stored: u64, total: u64) -> Response {
    let count = app.faults.stands(Platform::Tiktok, Kind::ProgressAsCount);
    let number = if count { stored } else { stored.saturating_sub(1) };
    let mut response = status.into_response();
    if let Ok(value) = HeaderValue::from_str(&format!("bytes 0-{number}/{total}")) {
        response.headers_mut().insert(CONTENT_RANGE, value);
    }
    response
}

fn find<'a>(tiktok: &'a mut Tiktok, upload_id: &str) -> Option<&'a mut Post> {
    tiktok.posts.iter_mut().find(|post| post.upload.as_ref().is_some_and(|upload| upload.id == upload_id))
}

fn status(code: u16) -> Response {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}

/// The maker opens the draft in the TikTok app and posts it for everyone. False when there is no such draft waiting.
pub(crate) fn finish_draft(tiktok: &mut Tiktok, publish_id: &str, now: Moment) -> bool {
    let Some(post) = tiktok.post_mut(publish_id) else { return false };
    if post.stage(now) != super::post::Stage::InInbox {
        return false;
    }
    post.draft_finished = true;
    post.privacy = Some("PUBLIC_TO_EVERYONE".to_owned());
    if let Some(arrival) = &mut post.arrived {
        arrival.id_shown = Some(now);
    }
    true
}
