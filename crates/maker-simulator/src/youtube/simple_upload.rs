//! Uploads in one request: `uploadType=multipart` (JSON and media) and `uploadType=media` (media alone). Our app does not
//! use them; other people's clients do, and they tell us whether the simulator speaks the protocol.

use axum::Json;
use axum::body::Body;
use axum::http::request::Parts as Head;
use axum::response::{IntoResponse, Response};

use super::access::charged;
use super::accounts::Account;
use super::errors::{Answer, ApiError};
use super::quota::Bucket;
use super::receive::add_video;
use super::upload::{admit, remember_upload};
use crate::hash::RewindableHash;
use crate::intake::{End, receive};
use crate::media::is_youtube_media_type;
use crate::multipart::Related;
use crate::params::{Params, header, media_type};
use crate::steps::Platform;
use crate::wire;
use crate::world::App;

/// A body that arrived whole.
pub(crate) struct Arrived {
    /// Absent for `uploadType=media`.
    pub(crate) json: Option<Vec<u8>>,
    pub(crate) media_type: String,
    pub(crate) hash: RewindableHash,
    /// The first bytes, as many as the caller asked for.
    pub(crate) head: Vec<u8>,
}

pub(crate) async fn video(app: &App, account: &'static Account, head: &Head, params: &Params, body: Body) -> Response {
    let arrived = match take(app, head, body, 0).await {
        Ok(arrived) => arrived,
        Err(response) => return *response,
    };
    let added = charged(app, Bucket::Inserts, || {
        let (parts, metadata) = admit(app, account, params, arrived.json.as_deref())?;
        if !is_youtube_media_type(&arrived.media_type) {
            return Err(ApiError::video(
                400,
                "mediaBodyRequired",
                "The media type is not supported: video/* or application/octet-stream.",
            ));
        }
        let full = add_video(app, &mut app.youtube(), account.id, metadata, &arrived.hash)?;
        remember_upload(app, account);
        Ok(parts.select(full))
    });
    Answer::map(added, Json).into_response()
}

/// Streams either form of body; keeps the digest, the JSON and up to `keep` first bytes.
pub(crate) async fn take(app: &App, head: &Head, body: Body, keep: usize) -> Result<Arrived, Box<Response>> {
    let content_type = header(head, "content-type").unwrap_or_default();
    let mut related = Related::new(content_type);
    let mut malformed = false;
    let mut hash = RewindableHash::default();
    let mut first = Vec::new();
    let mut media = |bytes: &[u8]| {
        let missing = keep.saturating_sub(first.len()).min(bytes.len());
        first.extend_from_slice(&bytes[..missing]);
        hash.push(bytes);
    };
    let (_, end) = receive(app, Platform::Youtube, body, |bytes| match &mut related {
        None => media(bytes),
        Some(_) if malformed => {}
        Some(related) => malformed = related.push(bytes, &mut media).is_err(),
    })
    .await;
    match end {
        End::Cut(why) => return Err(Box::new(wire::cut(head, why))),
        End::Broken => return Err(Box::new(ApiError::bad_request("The body ended early.").into_response())),
        End::Whole => {}
    }
    hash.keep();
    match related {
        None => Ok(Arrived { json: None, media_type: media_type(head), hash, head: first }),
        Some(related) if !malformed && related.reached_media() && related.ended() => Ok(Arrived {
            json: Some(related.json().to_vec()),
            media_type: related.media_type().to_owned(),
            hash,
            head: first,
        }),
        Some(_) => Err(Box::new(ApiError::bad_request("The multipart body is malformed.").into_response())),
    }
}
