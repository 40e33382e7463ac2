//! Published videos.

use maker_domain::text::beginning;

use crate::Answer;
use crate::studio::Studio;
use crate::views::VideoView;

impl Studio {
    /// The newest 500 videos, newest first.
    ///
    /// # Errors
    /// [`crate::AppError`] when the database cannot be read.
    pub async fn videos(&self) -> Answer<Vec<VideoView>> {
        let videos = self.inner.store.videos(500).await?;
        Ok(videos
            .into_iter()
            .map(|v| VideoView {
                id: v.id,
                delivery_id: v.delivery_id,
                title: beginning(&v.title),
                url: v.url,
                thumbnail_url: v.thumbnail_url,
                still: v.still.as_deref().map(crate::drafts::data_url),
                duration_s: v.duration_s,
                platform: v.platform,
                video_type: v.video_type,
                created_at: v.created_at,
                numbers: v.numbers.map(Into::into),
            })
            .collect())
    }
}
