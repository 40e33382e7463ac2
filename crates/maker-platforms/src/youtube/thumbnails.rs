//! A maker's own picture for a video (YouTube: thumbnails.set). Setting the same picture again changes nothing.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use maker_domain::secret::AccessToken;
use reqwest::Method;
use reqwest::header::CONTENT_TYPE;

use super::Youtube;
use super::steps::{done, refused};
use crate::ApiError;
use crate::address::endpoint;
use crate::pieces::Pieces;

/// 50 MB since 14 September 2026.
const LARGEST_BYTES: usize = 50 * 1024 * 1024;

impl Youtube {
    pub(super) async fn set_thumbnail(
        &self,
        token: &AccessToken,
        video_id: &str,
        image: Bytes,
        now: DateTime<Utc>,
    ) -> Result<(), ApiError> {
        if image.len() > LARGEST_BYTES {
            return Err(refused("The picture is larger than 50 MB."));
        }
        let media_type = media_type(&image).ok_or_else(|| refused("The picture is neither a JPEG nor a PNG."))?;
        let request = self
            .caller
            .with_token(Method::POST, endpoint(&self.upload, "thumbnails/set"), token)?
            .query(&[("videoId", video_id), ("uploadType", "media")])
            .header(CONTENT_TYPE, media_type);
        let answer = self.caller.send_file(request, Pieces::new([image])).await?;
        done(&answer, now).map(|_| ())
    }
}

fn media_type(image: &[u8]) -> Option<&'static str> {
    let kinds: [(&[u8], _); 2] = [(b"\xFF\xD8\xFF", "image/jpeg"), (b"\x89PNG\r\n\x1A\n", "image/png")];
    kinds.iter().find(|(begin, _)| image.starts_with(begin)).map(|(_, kind)| *kind)
}
