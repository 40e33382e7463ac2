//! `videos`: what is published.

use maker_app::{Answer, Studio};
use serde_json::json;

use crate::End;
use crate::output::Output;

pub(crate) async fn list(studio: &Studio, output: Output) -> Answer<End> {
    for video in studio.videos().await? {
        let value = json!({
            "id": video.id,
            "title": video.title,
            "url": video.url,
            "platform": video.platform,
            "type": video.video_type,
            "duration": video.duration_s,
            "thumbnail_url": video.thumbnail_url,
            "created_at": video.created_at,
        });
        output.result(&value, || format!("{}  {}  {}", video.platform, video.title, video.url));
    }
    Ok(End::Done)
}
