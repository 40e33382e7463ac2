//! A caption track for a video (YouTube: captions.insert, captions.list). A video has one track of a language and name.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use maker_domain::check::attachments::CAPTIONS_MAX_BYTES;
use maker_domain::reason::{Reason, ReasonCode};
use maker_domain::secret::AccessToken;
use reqwest::Method;
use reqwest::header::CONTENT_TYPE;
use serde_json::{Value, json};

use super::steps::{is_unclear, items, made, refused};
use super::{Youtube, errors, related};
use crate::address::endpoint;
use crate::{ApiError, json, words};

/// A track by language and name.
type Track<'a> = (&'a str, &'a str);

impl Youtube {
    pub(super) async fn add_captions(
        &self,
        token: &AccessToken,
        video_id: &str,
        (language, name): (&String, &String),
        file: Bytes,
        tried: bool,
        now: DateTime<Utc>,
    ) -> Result<(), ApiError> {
        if file.is_empty() || u64::try_from(file.len()).is_ok_and(|bytes| bytes > CAPTIONS_MAX_BYTES) {
            return Err(refused("The captions are empty, or larger than 100 MB."));
        }
        let track = (language.as_str(), name.as_str());
        if tried && self.has_track(token, video_id, track, now).await? {
            return Ok(());
        }
        match self.insert_captions(token, video_id, track, file, tried, now).await {
            Err(error) if is_unclear(&error) => match self.has_track(token, video_id, track, now).await {
                Ok(true) => Ok(()),
                _ => Err(error),
            },
            other => other,
        }
    }

    async fn insert_captions(
        &self,
        token: &AccessToken,
        video_id: &str,
        (language, name): Track<'_>,
        file: Bytes,
        tried: bool,
        now: DateTime<Utc>,
    ) -> Result<(), ApiError> {
        let snippet = json!({"videoId": video_id, "language": language, "name": name, "isDraft": false});
        let (content_type, body) = related::body(&json!({ "snippet": snippet }), file);
        let request = self
            .caller
            .with_token(Method::POST, endpoint(&self.upload, "captions"), token)?
            .query(&[("part", "snippet"), ("uploadType", "multipart")])
            .header(CONTENT_TYPE, content_type);
        let answer = self.caller.send_file(request, body).await?;
        // The list may lag behind: it knew nothing of the track that an earlier try had made.
        if tried && errors::reason(&answer) == "captionExists" {
            return Ok(());
        }
        still_good(&made(&answer, now)?)
    }

    /// Whether the track is there; an error when YouTube could not read its file.
    async fn has_track(
        &self,
        token: &AccessToken,
        video_id: &str,
        track: Track<'_>,
        now: DateTime<Utc>,
    ) -> Result<bool, ApiError> {
        let list = self.list(token, "captions", &[("part", "snippet"), ("videoId", video_id)], now).await?;
        match items(&list, "youtube#captionListResponse")?.iter().find(|item| is_track(item, track)) {
            Some(item) => still_good(item).map(|()| true),
            None => Ok(false),
        }
    }
}

/// A track that YouTube made by listening (`asr`) has the same language and an empty name, and is none of ours.
fn is_track(item: &Value, (language, name): Track<'_>) -> bool {
    let text = |path| json::text(item, path).unwrap_or_default();
    text("/snippet/language").eq_ignore_ascii_case(language)
        && text("/snippet/name").trim() == name.trim()
        && !text("/snippet/trackKind").eq_ignore_ascii_case("asr")
}

fn still_good(item: &Value) -> Result<(), ApiError> {
    if json::text(item, "/snippet/status") != Some("failed") {
        return Ok(());
    }
    let why = json::text(item, "/snippet/failureReason").unwrap_or("failed");
    Err(unreadable(why))
}

/// A track that YouTube took and could not read, in its word.
fn unreadable(why: &str) -> ApiError {
    ApiError::Refused { reason: Reason::with_words(ReasonCode::DetailsRefused, &words::plain(why)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_track_made_by_listening_is_not_taken_for_the_makers() {
        let item = |language: &str, name: &str, kind: &str| json!({"snippet": {"language": language, "name": name, "trackKind": kind}});
        assert!(is_track(&item("fr-CA", "Main", "standard"), ("fr-ca", "Main ")));
        assert!(is_track(&item("fr", "", "standard"), ("fr", "")));
        for other in [
            item("fr", "", "asr"),
            item("fr", "", "ASR"),
            item("fr", "x", "standard"),
            item("en", "", "standard"),
            json!({}),
            json!({"snippet": {"language": 7, "name": [], "trackKind": null}}),
        ] {
            assert!(!is_track(&other, ("fr", "")), "{other}");
        }
    }

    #[test]
    fn a_track_that_youtube_could_not_read_is_told_in_its_word() {
        let item = json!({"snippet": {"status": "failed", "failureReason": "unknownFormat"}});
        assert_eq!(still_good(&item), Err(unreadable("unknownFormat")));
        assert_eq!(still_good(&json!({"snippet": {"status": "syncing"}})), Ok(()));
    }
}
