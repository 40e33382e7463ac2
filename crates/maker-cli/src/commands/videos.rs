//! `videos`: what is published.

use maker_app::views::NumbersView;
use maker_app::{Answer, Studio};
use serde_json::json;

use crate::End;
use crate::output::{Output, say};

pub(crate) async fn list(studio: &Studio, output: Output, refresh: bool) -> Answer<End> {
    if refresh {
        let told = studio.refresh_numbers().await?;
        say(&format!("Views and likes were read of {told} {}.", if told == 1 { "video" } else { "videos" }));
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
    let count = |n: Option<u64>, what| n.map(|n| format!("{n} {what}"));
    let counts: Vec<_> = [count(numbers.views, "views"), count(numbers.likes, "likes")].into_iter().flatten().collect();
    if counts.is_empty() {
        return String::new();
    }
    format!("  {}, as of {}", counts.join(", "), numbers.as_of.format("%Y-%m-%d %H:%M UTC"))
}
