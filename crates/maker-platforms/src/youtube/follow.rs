//! How a video is doing once YouTube has every byte (`videos.list`), and when to ask again.

use std::time::Duration;

use chrono::{DateTime, Utc};
use maker_domain::delivery::Stage;
use maker_domain::reason::{Reason, ReasonCode};
use serde_json::Value;
use url::Url;

use super::duration;
use crate::{Following, PublishedVideo, json};

/// The first pauses; then a minute for half an hour in all, then an hour.
const FIRST_PAUSES_S: [u64; 3] = [10, 20, 40];
const MINUTE_PAUSES: u32 = 29;

/// Stills from large to small.
const STILLS: [&str; 5] = ["maxres", "standard", "high", "medium", "default"];

/// Reads the answer for `id`; `None` when it is no list of videos at all. `web` is the base of the pages people watch.
pub(super) fn read(body: &Value, id: &str, web: &Url) -> Option<Following> {
    let items = body.pointer("/items").and_then(Value::as_array)?;
    Some(items.first().map_or_else(not_listed, |video| read_video(video, id, web)))
}

fn read_video(video: &Value, id: &str, web: &Url) -> Following {
    let status = json::text(video, "/status/uploadStatus").unwrap_or_default();
    let processing = json::text(video, "/processingDetails/processingStatus").unwrap_or_default();
    let why = |path| json::text(video, path).unwrap_or(status);
    match (status, processing) {
        ("failed", _) => failed(ReasonCode::ProcessingRefused, why("/status/failureReason")),
        ("rejected", _) => failed(ReasonCode::RejectedByPlatform, why("/status/rejectionReason")),
        ("deleted", _) => failed(ReasonCode::RejectedByPlatform, "deleted"),
        (_, "failed" | "terminated") => {
            failed(ReasonCode::ProcessingRefused, why("/processingDetails/processingFailureReason"))
        }
        ("processed", _) | (_, "succeeded") => match scheduled(video) {
            Some(at) => Following::Scheduled { at },
            None => Following::Published(published(video, id, web)),
        },
        // "uploaded", and whatever YouTube may call its work tomorrow.
        _ => Following::Processing { stage: Stage::Working },
    }
}

/// When YouTube makes it public, while it has not.
fn scheduled(video: &Value) -> Option<DateTime<Utc>> {
    let at = json::text(video, "/status/publishAt").and_then(|text| DateTime::parse_from_rfc3339(text).ok())?;
    (json::text(video, "/status/privacyStatus") == Some("private")).then(|| at.to_utc())
}

/// The pause after `asked` questions.
pub(super) fn pause(asked: u32) -> Duration {
    let first = usize::try_from(asked).ok().and_then(|n| FIRST_PAUSES_S.get(n)).copied();
    let count = u32::try_from(FIRST_PAUSES_S.len()).unwrap_or_default();
    let later = if asked < count + MINUTE_PAUSES { 60 } else { 3_600 };
    Duration::from_secs(first.unwrap_or(later))
}

fn published(video: &Value, id: &str, web: &Url) -> PublishedVideo {
    let mut url = crate::address::endpoint(web, "watch");
    url.query_pairs_mut().append_pair("v", id);
    let still = |size: &&str| json::address(video, &format!("/snippet/thumbnails/{size}/url"));
    PublishedVideo {
        url: url.into(),
        exact: true,
        thumbnail_url: STILLS.iter().find_map(still),
        duration_s: json::text(video, "/contentDetails/duration").and_then(duration::seconds),
        title: json::shown(video, "/snippet/title"),
    }
}

/// The token that uploaded it sees every video of its channel, so one that is not listed was deleted.
fn not_listed() -> Following {
    failed(ReasonCode::RejectedByPlatform, "The video is not on the channel any more.")
}

fn failed(code: ReasonCode, words: &str) -> Following {
    Following::Failed { reason: Reason::with_words(code, &crate::words::plain(words)) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn web() -> Url {
        Url::parse("https://www.youtube.com").unwrap()
    }

    fn read_one(video: Value) -> Following {
        read(&json!({"items": [video]}), "abc", &web()).unwrap()
    }

    #[test]
    fn a_processed_video_is_published_with_its_address_still_length_and_title() {
        let video = json!({
            "status": {"uploadStatus": "processed"},
            "snippet": {"title": "Knife", "thumbnails": {
                "default": {"url": "https://i.ytimg.com/s.jpg"}, "high": {"url": "https://i.ytimg.com/l.jpg"}}},
            "contentDetails": {"duration": "PT1M3S"},
        });
        let expected = PublishedVideo {
            url: "https://www.youtube.com/watch?v=abc".into(),
            exact: true,
            thumbnail_url: Some("https://i.ytimg.com/l.jpg".into()),
            duration_s: Some(63.0),
            title: Some("Knife".into()),
        };
        assert_eq!(read_one(video), Following::Published(expected));
    }

    #[test]
    fn every_state_of_a_video_has_its_meaning() {
        use ReasonCode as R;
        let state = |status: &str, processing: &str| {
            read_one(json!({
                "status": {"uploadStatus": status, "failureReason": "codec", "rejectionReason": "copyright"},
                "processingDetails": {"processingStatus": processing},
            }))
        };
        let working = Following::Processing { stage: Stage::Working };
        assert_eq!(state("uploaded", "processing"), working);
        assert_eq!(state("something new", ""), working);
        assert!(matches!(state("uploaded", "succeeded"), Following::Published(_)));
        assert_eq!(state("failed", ""), failed(R::ProcessingRefused, "codec"));
        assert_eq!(state("rejected", "succeeded"), failed(R::RejectedByPlatform, "copyright"));
        assert_eq!(state("deleted", ""), failed(R::RejectedByPlatform, "deleted"));
        assert_eq!(state("uploaded", "terminated"), failed(R::ProcessingRefused, "uploaded"));
    }

    #[test]
    fn a_video_that_is_private_until_its_time_is_not_called_published() {
        let video = |privacy: &str, at: Value| {
            let status = json!({"uploadStatus": "processed", "privacyStatus": privacy, "publishAt": at});
            read_one(json!({"status": status}))
        };
        let at = DateTime::parse_from_rfc3339("2026-12-01T18:00:00Z").unwrap().to_utc();
        assert_eq!(video("private", json!("2026-12-01T18:00:00Z")), Following::Scheduled { at });
        for (privacy, at) in
            [("public", json!("2026-12-01T18:00:00Z")), ("private", json!(null)), ("private", json!("soon"))]
        {
            assert!(matches!(video(privacy, at), Following::Published(_)), "{privacy}");
        }
    }

    #[test]
    fn a_video_that_is_not_listed_has_failed_and_no_list_says_nothing() {
        assert_eq!(read(&json!({"items": []}), "abc", &web()), Some(not_listed()));
        for body in [json!({}), json!([]), json!({"items": "x"})] {
            assert_eq!(read(&body, "abc", &web()), None, "{body}");
        }
    }

    #[test]
    fn questions_become_rare() {
        let pauses: Vec<u64> = [0, 1, 2, 3, 31, 32, u32::MAX].map(|n| pause(n).as_secs()).into();
        assert_eq!(pauses, [10, 20, 40, 60, 60, 3_600, 3_600]);
    }
}
