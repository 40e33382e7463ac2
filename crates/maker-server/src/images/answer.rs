//! A picture's bytes as an answer. Whatever they are, a browser that is led here shows a picture or nothing: it is told
//! what they are, not to guess, and to run nothing of them.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream, StreamExt};

use super::Images;
use super::objects::NotAvailable;
use super::rows::Image;
use crate::etag;
use crate::problem::Problem;

const POLICY: &str = "default-src 'none'; sandbox";

/// The bytes, or 304 for whoever has them. `kept` is who may keep them, and for how long.
pub(super) async fn answer(
    images: &Images,
    image: &Image,
    asked: &HeaderMap,
    kept: &'static str,
) -> Result<Response, Problem> {
    let tag = format!("\"{}\"", image.name);
    let same: [(HeaderName, HeaderValue); 4] = [
        (header::ETAG, HeaderValue::try_from(&tag).map_err(|_| Problem::internal())?),
        (header::CACHE_CONTROL, HeaderValue::from_static(kept)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    ];
    if etag::has(asked, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, same).into_response());
    }
    let Some(first) = images.piece(&image.key, 0, image.size).await? else {
        // A device that is about to use it sends it again.
        tracing::error!(
            "a picture's object is not in the store: is it the right place, and was the database restored?"
        );
        return Err(Problem::internal());
    };
    let what = [
        (header::CONTENT_TYPE, HeaderValue::from_static(image.kind.mime())),
        (header::CONTENT_LENGTH, HeaderValue::from(image.size)),
    ];
    Ok((same, what, Body::from_stream(bytes(images.clone(), image.clone(), first))).into_response())
}

/// Piece by piece, as they are taken. What ends before its length does is cut off for whoever reads it.
fn bytes(images: Images, image: Image, first: Bytes) -> impl Stream<Item = Result<Bytes, NotAvailable>> {
    let rest = stream::try_unfold(first.len() as u64, move |at| {
        let (images, image) = (images.clone(), image.clone());
        async move {
            if at >= image.size {
                return Ok(None);
            }
            let piece = images.piece(&image.key, at, image.size).await?;
            Ok(piece.filter(|piece| !piece.is_empty()).map(|piece| (piece.clone(), at + piece.len() as u64)))
        }
    });
    stream::iter([Ok(first)]).chain(rest)
}
