//! `videos`: what is published.

use maker_app::views::NumbersView;
use maker_app::{Answer, Studio};
use maker_words::say;
use serde_json::json;

use crate::End;
use crate::output::{Output, tell};

pub(crate) async fn list(studio: &Studio, output: Output, refresh: bool) -> Answer<End> {
    if refresh {
        let told = studio.refresh_numbers().await?;
        tell(&say!("cli-numbers-read", count = told));
    }
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
            "numbers": video.numbers,
        });
        output.result(&value, || format!("{}  {}  {}{}", video.platform, video.title, video.url, words(video.numbers)));
    }
    Ok(End::Done)
}

fn words(numbers: Option<NumbersView>) -> String {
    let Some(numbers) = numbers else { return String::new() };
    let views = numbers.views.map(|count| say!("cli-views", count = count));
    let likes = numbers.likes.map(|count| say!("cli-likes", count = count));
    let counts = match (views, likes) {
        (Some(views), Some(likes)) => say!("cli-views-and-likes", views = views, likes = likes),
        (None, None) => return String::new(),
        (one, other) => one.or(other).unwrap_or_default(),
    };
    let time = numbers.as_of.format("%Y-%m-%d %H:%M UTC").to_string();
    format!("  {}", say!("cli-numbers-as-of", numbers = counts, time = time))
}
