//! A maker's own picture for a video (YouTube: thumbnails.set). Setting the same picture again changes nothing.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use maker_domain::check::attachments::{ImageFormat, THUMBNAIL_MAX_BYTES};
use maker_domain::secret::AccessToken;
use reqwest::Method;
use reqwest::header::CONTENT_TYPE;

use super::Youtube;
use super::steps::{done, refused};
use crate::ApiError;
use crate::address::endpoint;
use crate::pieces::Pieces;

impl Youtube {
    pub(super) async fn set_thumbnail(
        &self,
        token: &AccessToken,
        video_id: &str,
        image: Bytes,
        now: DateTime<Utc>,
    ) -> Result<(), ApiError> {
        if u64::try_from(image.len()).is_ok_and(|bytes| bytes > THUMBNAIL_MAX_BYTES) {
            return Err(refused("The picture is larger than 50 MB."));
        }
        let format = ImageFormat::of(&image).ok_or_else(|| refused("The picture is neither a JPEG nor a PNG."))?;
        let request = self
            .caller
            .with_token(Method::POST, endpoint(&self.upload, "thumbnails/set"), token)?
            .query(&[("videoId", video_id), ("uploadType", "media")])
            .header(CONTENT_TYPE, format.content_type());
        let answer = self.caller.send_file(request, Pieces::new([image])).await?;
        done(&answer, now).map(|_| ())
    }
}
