//! Taking a chunk into a session, and the two answers that can follow: 308 with what is stored, or the finished resource.

use axum::Json;
use axum::body::Body;
use axum::http::header::{HeaderValue, LOCATION, RANGE};
use axum::http::request::Parts as Head;
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::errors::{Answer, ApiError};
use super::metadata::Metadata;
use super::parts::Parts;
use super::sessions::GRANULE_BYTES;
use super::state::{Session, Target, Youtube};
use super::upload::{plain, refused_metadata};
use super::video::Video;
use super::{captions, resource, thumbnails};
use crate::faults::Kind;
use crate::hash::RewindableHash;
use crate::intake::{End, receive};
use crate::params::{Params, header};
use crate::steps::Platform;
use crate::world::App;
use crate::{chance, wire};

pub(crate) struct Chunk {
    /// Bytes at the front that are stored already.
    pub(crate) skip: u64,
    pub(crate) end: Option<u64>,
    pub(crate) total: Option<u64>,
}

pub(crate) async fn chunk(app: &App, head: &Head, body: Body, id: &str, chunk: Chunk) -> Response {
    let Some((mut hash, lease)) = begin(app, id, chunk.total) else { return ApiError::no_session().into_response() };
    let stored = hash.sure_bytes();
    let order = app.faults.take(Platform::Youtube, Kind::AcknowledgeLess);
    let hold_back = order.map(|order| order.hold_back_bytes.unwrap_or(GRANULE_BYTES));
    let keep_until = keep_until(stored, chunk.end, hold_back);
    let mut skip = chunk.skip;
    let (received, end) = receive(app, Platform::Youtube, body, |bytes| {
        let skipped = bytes.len().min(usize::try_from(skip).unwrap_or(usize::MAX));
        skip -= skipped as u64;
        let room = keep_until.saturating_sub(hash.ahead_bytes());
        let fresh = &bytes[skipped..];
        let kept = &fresh[..fresh.len().min(usize::try_from(room).unwrap_or(usize::MAX))];
        remember_head(app, id, lease, hash.ahead_bytes(), kept);
        if hash.push_keeping_steps(kept, GRANULE_BYTES) {
            store(app, id, lease, &hash);
        }
    })
    .await;
    let expected = chunk.end.map(|end| end + chunk.skip - stored);
    match end {
        End::Cut(why) => return wire::cut(head, why),
        // The answer is for the rare client that closed only its sending half.
        End::Broken => return plain(400, "Invalid request.  The body ended before its announced length."),
        End::Whole if expected.is_some_and(|bytes| bytes != received) => {
            return plain(400, "Invalid request.  The body's length does not match Content-Range.");
        }
        End::Whole => {}
    }
    if hold_back.is_none() {
        hash.keep();
    }
    if !store(app, id, lease, &hash) {
        return ApiError::no_session().into_response();
    }
    let total = chunk.total.or(chunk.end.is_none().then(|| hash.sure_bytes()));
    if total == Some(hash.sure_bytes()) { complete(app, head, id) } else { incomplete(app, head, id) }
}

/// Where storing stops when the platform is to acknowledge less than it was sent.
fn keep_until(stored: u64, end: Option<u64>, hold_back: Option<u64>) -> u64 {
    match (end, hold_back) {
        (Some(end), Some(bytes)) => end.saturating_sub(bytes).max(stored) / GRANULE_BYTES * GRANULE_BYTES,
        (None, Some(_)) => stored,
        (end, None) => end.unwrap_or(u64::MAX),
    }
}

fn begin(app: &App, id: &str, total: Option<u64>) -> Option<(RewindableHash, u64)> {
    let mut youtube = app.youtube();
    let session = youtube.sessions.get_mut(id)?;
    session.lease += 1;
    session.total = session.total.or(total);
    session.hash.rewind();
    Some((session.hash.clone(), session.lease))
}

/// Writes progress back; false when a newer request has taken over or the session is gone.
fn store(app: &App, id: &str, lease: u64, hash: &RewindableHash) -> bool {
    let mut youtube = app.youtube();
    let Some(session) = youtube.sessions.get_mut(id).filter(|session| session.lease == lease) else { return false };
    session.hash = hash.clone();
    true
}

/// Thumbnails are small enough to be shown again; nothing else is kept.
fn remember_head(app: &App, id: &str, lease: u64, position: u64, bytes: &[u8]) {
    if position >= thumbnails::KEPT_BYTES as u64 {
        return;
    }
    let mut youtube = app.youtube();
    if let Some(session) = youtube.sessions.get_mut(id)
        && session.lease == lease
        && matches!(session.target, Target::Thumbnail { .. })
    {
        session.head.truncate(usize::try_from(position).unwrap_or(0));
        session.head.extend_from_slice(bytes);
    }
}

/// `308 Resume Incomplete`, or 200 with an override header for clients that ask for it, as Google's Go client does.
pub(crate) fn incomplete(app: &App, head: &Head, id: &str) -> Response {
    let fault = |kind| app.faults.take(Platform::Youtube, kind);
    let mut youtube = app.youtube();
    let Some(session) = youtube.sessions.get_mut(id) else { return ApiError::no_session().into_response() };
    if fault(Kind::NoRangeIn308).is_some() {
        session.hash = RewindableHash::default();
        session.lease += 1;
    }
    let stored = session.hash.sure_bytes();
    let mut response = StatusCode::PERMANENT_REDIRECT.into_response();
    let headers = response.headers_mut();
    if stored > 0 {
        put_text(headers, RANGE, &format!("bytes=0-{}", stored - 1));
    }
    if let Some(order) = fault(Kind::RangeLies) {
        put_text(headers, RANGE, order.value.as_deref().unwrap_or("bytes=0-18446744073709551615"));
    }
    if let Some(order) = fault(Kind::LocationIn308) {
        put_text(headers, LOCATION, order.value.as_deref().unwrap_or("http://uploads.example.com/elsewhere"));
    }
    if header(head, "x-guploader-no-308") == Some("yes") {
        put_text(headers, HeaderName::from_static("x-http-status-code-override"), "308");
        *response.status_mut() = StatusCode::OK;
    }
    response
}

fn put_text(headers: &mut axum::http::HeaderMap, name: HeaderName, text: &str) {
    if let Ok(value) = HeaderValue::from_str(text) {
        headers.insert(name, value);
    }
}

/// All bytes are there: the session becomes what it was opened for.
pub(crate) fn complete(app: &App, head: &Head, id: &str) -> Response {
    let refused = app.faults.take(Platform::Youtube, Kind::MetadataRefusedAtLastPut);
    let mut youtube = app.youtube();
    let Some(session) = youtube.sessions.remove(id) else { return ApiError::no_session().into_response() };
    if let Some(order) = refused {
        return refused_metadata(order.reason).into_response();
    }
    match finish(app, &mut youtube, &session) {
        Ok(answer) => {
            youtube.sessions.insert(id.to_owned(), Session { finished: Some(answer.clone()), head: vec![], ..session });
            drop(youtube);
            if app.faults.take(Platform::Youtube, Kind::DropAnswerAfterLastByte).is_some() {
                return wire::cut(head, "drop_answer_after_last_byte");
            }
            (StatusCode::CREATED, Json(answer)).into_response()
        }
        Err(error) => error.into_response(),
    }
}

fn finish(app: &App, youtube: &mut Youtube, session: &Session) -> Answer<Value> {
    match &session.target {
        Target::Video(metadata) => {
            let parts = Parts::read(&Params::parse(format!("part={}", session.part).as_bytes()))?;
            add_video(app, youtube, session.account, (**metadata).clone(), &session.hash).map(|full| parts.select(full))
        }
        Target::Caption { .. } => {
            Ok(captions::add(app, youtube, session.account, &session.target, session.hash.sure_bytes()))
        }
        Target::Thumbnail { video_id } => {
            thumbnails::add(app, youtube, video_id, &session.head, session.hash.sure_bytes())
        }
    }
}

/// Makes the video exist and answers with its full resource.
pub(crate) fn add_video(
    app: &App,
    youtube: &mut Youtube,
    account: &'static str,
    metadata: Metadata,
    hash: &RewindableHash,
) -> Answer<Value> {
    if hash.sure_bytes() == 0 {
        return Err(ApiError::media_required());
    }
    let now = app.now();
    let failure = app.faults.take(Platform::Youtube, Kind::ProcessingFails);
    let said_short = [&metadata.title, &metadata.description].iter().any(|text| text.to_lowercase().contains("#short"));
    let video = Video {
        id: chance::base64url(11),
        account,
        bytes: hash.sure_bytes(),
        sha256: hash.hex(),
        created: now,
        ready: now + app.processing_time(Platform::Youtube),
        failure: failure.map(|order| order.reason.unwrap_or_else(|| "conversion".to_owned())),
        short: said_short || app.faults.take(Platform::Youtube, Kind::TreatAsShort).is_some(),
        was_published: metadata.privacy != "private",
        metadata,
        thumbnail: None,
    };
    let full = resource::full(&video, &app.addresses.youtube, now);
    youtube.videos.push(video);
    Ok(full)
}
