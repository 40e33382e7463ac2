//! What a maker may say about a video, and what YouTube refuses. Pure: JSON in, metadata or YouTube's own error out.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::errors::{Answer, ApiError};
use super::parts::Parts;
use crate::clock::Moment;

/// Categories a video can be put in. Others exist for films and shows and are refused.
pub(crate) const CATEGORIES: &[(&str, &str)] = &[
    ("1", "Film & Animation"),
    ("2", "Autos & Vehicles"),
    ("10", "Music"),
    ("15", "Pets & Animals"),
    ("17", "Sports"),
    ("19", "Travel & Events"),
    ("20", "Gaming"),
    ("22", "People & Blogs"),
    ("23", "Comedy"),
    ("24", "Entertainment"),
    ("25", "News & Politics"),
    ("26", "Howto & Style"),
    ("27", "Education"),
    ("28", "Science & Technology"),
    ("29", "Nonprofits & Activism"),
];

/// Top-level names a video resource may have in a request.
const NAMES: &[&str] = &[
    "kind",
    "etag",
    "id",
    "snippet",
    "status",
    "localizations",
    "recordingDetails",
    "contentDetails",
    "fileDetails",
    "liveStreamingDetails",
    "paidProductPlacementDetails",
    "player",
    "processingDetails",
    "statistics",
    "suggestions",
    "topicDetails",
    "brandPartner",
];

#[derive(Clone)]
pub(crate) struct Metadata {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) tags: Vec<String>,
    pub(crate) category: String,
    pub(crate) default_language: Option<String>,
    pub(crate) default_audio_language: Option<String>,
    pub(crate) localizations: Map<String, Value>,
    pub(crate) privacy: String,
    pub(crate) publish_at: Option<Moment>,
    pub(crate) made_for_kids: Option<bool>,
    pub(crate) synthetic: Option<bool>,
    pub(crate) embeddable: bool,
    pub(crate) license: String,
    pub(crate) stats_viewable: bool,
    pub(crate) recording: Option<Value>,
}

impl Default for Metadata {
    /// What a video gets about which nothing was said. YouTube, since 2 Nov 2026: privacy left out means public.
    fn default() -> Self {
        Self {
            title: "unknown".into(),
            description: String::new(),
            tags: vec![],
            category: "22".into(),
            default_language: None,
            default_audio_language: None,
            localizations: Map::new(),
            privacy: "public".into(),
            publish_at: None,
            made_for_kids: None,
            synthetic: None,
            embeddable: true,
            license: "youtube".into(),
            stats_viewable: true,
            recording: None,
        }
    }
}

/// How a request is read.
#[derive(Clone, Copy, Default)]
pub(crate) struct Rules {
    pub(crate) past_publish_at_rejected: bool,
    /// `videos.update` of a snippet insists on a category.
    pub(crate) category_required: bool,
    /// The video was visible to others once, so it can no longer be scheduled.
    pub(crate) was_published: bool,
}

impl Metadata {
    /// Reads the named parts of `body` over `self`. What a named part leaves out goes back to its default.
    pub(crate) fn with(&self, body: &Value, parts: &Parts, now: Moment, rules: Rules) -> Answer<Self> {
        let malformed = || ApiError::video(400, "invalidVideoMetadata", "The request metadata is invalid.");
        let body = body.as_object().ok_or_else(malformed)?;
        if body.keys().any(|name| !NAMES.contains(&name.as_str())) {
            return Err(malformed());
        }
        for name in ["snippet", "status", "localizations", "recordingDetails"] {
            if body.get(name).is_some_and(|part| !part.is_object()) {
                return Err(malformed());
            }
            if body.contains_key(name) && !parts.has(name) {
                return Err(ApiError::new(400, "youtube.part", "unexpectedPart", name).at("parameter", "part"));
            }
        }
        let part = |name: &str| Fields(body.get(name).and_then(Value::as_object));
        let mut metadata = self.clone();
        if parts.has("snippet") {
            metadata.read_snippet(&part("snippet"), rules)?;
        }
        if parts.has("status") {
            metadata.read_status(&part("status"), now, rules)?;
        }
        if parts.has("localizations") {
            metadata.localizations = part("localizations").0.cloned().unwrap_or_default();
        }
        if !metadata.localizations.is_empty() && metadata.default_language.is_none() {
            let message =
                "The request is trying to add localized video details without specifying the default language.";
            return Err(ApiError::video(400, "defaultLanguageNotSet", message));
        }
        if parts.has("recordingDetails") {
            metadata.recording = body.get("recordingDetails").cloned();
        }
        Ok(metadata)
    }

    fn read_snippet(&mut self, snippet: &Fields<'_>, rules: Rules) -> Answer<()> {
        let title = snippet.text("title")?.unwrap_or_default();
        let length = title.chars().count();
        if title.trim().is_empty() || length > 100 || has_angle(&title) {
            let message = "The request metadata specifies an invalid or empty video title.";
            return Err(ApiError::video(400, "invalidTitle", message).at("other", "body.snippet.title"));
        }
        let description = snippet.text("description")?.unwrap_or_default();
        if description.len() > 5000 || has_angle(&description) {
            let message = "The request metadata specifies an invalid video description.";
            return Err(ApiError::video(400, "invalidDescription", message).at("other", "body.snippet.description"));
        }
        let tags = snippet.texts("tags")?;
        if tag_characters(&tags) > 500 || tags.iter().any(|tag| has_angle(tag)) {
            let message = "The request metadata specifies invalid video keywords.";
            return Err(ApiError::video(400, "invalidTags", message).at("other", "body.snippet.tags"));
        }
        let category = match snippet.text("categoryId")? {
            None if !rules.category_required => Self::default().category,
            named => named.unwrap_or_default(),
        };
        if !CATEGORIES.iter().any(|(id, _)| *id == category) {
            let message = "The <code>snippet.categoryId</code> property specifies an invalid category ID.";
            return Err(ApiError::video(400, "invalidCategoryId", message).at("other", "body.snippet.categoryId"));
        }
        self.default_language = snippet.text("defaultLanguage")?;
        self.default_audio_language = snippet.text("defaultAudioLanguage")?;
        (self.title, self.description, self.tags, self.category) = (title, description, tags, category);
        Ok(())
    }

    fn read_status(&mut self, status: &Fields<'_>, now: Moment, rules: Rules) -> Answer<()> {
        let named = status.text("privacyStatus")?;
        let privacy = named.unwrap_or_else(|| Self::default().privacy);
        if !["public", "unlisted", "private"].contains(&privacy.as_str()) {
            let message = "The request metadata specifies an invalid privacy setting.";
            return Err(ApiError::video(403, "forbiddenPrivacySetting", message));
        }
        let license = status.text("license")?.unwrap_or_else(|| Self::default().license);
        if !["youtube", "creativeCommon"].contains(&license.as_str()) {
            let message = "The request metadata specifies an invalid license for the video.";
            return Err(ApiError::video(403, "forbiddenLicenseSetting", message));
        }
        let publish_at = match status.text("publishAt")? {
            None => None,
            Some(text) => Some(schedule(&text, &privacy, now, rules)?),
        };
        // A past time with a private video publishes it at once.
        self.privacy = if publish_at.is_some_and(|at| at <= now) { "public".to_owned() } else { privacy };
        self.publish_at = publish_at.filter(|at| *at > now);
        self.license = license;
        self.embeddable = status.flag("embeddable")?.unwrap_or(true);
        self.stats_viewable = status.flag("publicStatsViewable")?.unwrap_or(true);
        self.made_for_kids = status.flag("selfDeclaredMadeForKids")?;
        self.synthetic = status.flag("containsSyntheticMedia")?;
        Ok(())
    }

    pub(crate) fn privacy_at(&self, now: Moment) -> &str {
        if self.publish_at.is_some_and(|at| at <= now) { "public" } else { &self.privacy }
    }
}

fn schedule(text: &str, privacy: &str, now: Moment, rules: Rules) -> Answer<Moment> {
    let invalid = || {
        let message = "The request metadata specifies an invalid scheduled publishing time.";
        ApiError::video(400, "invalidPublishAt", message).at("other", "body.status.publishAt")
    };
    let at = DateTime::parse_from_rfc3339(text).map_err(|_| invalid())?.with_timezone(&Utc);
    if privacy != "private" || rules.was_published || (rules.past_publish_at_rejected && at <= now) {
        return Err(invalid());
    }
    Ok(at)
}

/// YouTube: tags count their characters, a comma between tags, and two quotation marks for a tag with a space.
fn tag_characters(tags: &[String]) -> usize {
    let own: usize = tags.iter().map(|tag| tag.chars().count() + if tag.contains(' ') { 2 } else { 0 }).sum();
    own + tags.len().saturating_sub(1)
}

fn has_angle(text: &str) -> bool {
    text.contains(['<', '>'])
}

/// One part of a request, read with its types checked.
struct Fields<'a>(Option<&'a Map<String, Value>>);

impl Fields<'_> {
    fn value(&self, name: &str) -> Option<&Value> {
        self.0?.get(name).filter(|value| !value.is_null())
    }

    fn text(&self, name: &str) -> Answer<Option<String>> {
        self.value(name).map(|value| value.as_str().map(str::to_owned).ok_or_else(wrong_type)).transpose()
    }

    fn flag(&self, name: &str) -> Answer<Option<bool>> {
        self.value(name).map(|value| value.as_bool().ok_or_else(wrong_type)).transpose()
    }

    fn texts(&self, name: &str) -> Answer<Vec<String>> {
        let Some(value) = self.value(name) else { return Ok(vec![]) };
        let list = value.as_array().ok_or_else(wrong_type)?;
        list.iter().map(|value| value.as_str().map(str::to_owned).ok_or_else(wrong_type)).collect()
    }
}

fn wrong_type() -> ApiError {
    ApiError::video(400, "invalidVideoMetadata", "The request metadata is invalid.")
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;
    use serde_json::json;

    use super::*;
    use crate::params::Params;

    fn read(body: &Value, rules: Rules) -> Result<Metadata, String> {
        let now = Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).single().unwrap_or_default();
        let parts = Parts::read(&Params::parse(b"part=snippet,status,localizations"))
            .map_err(|error| error.reason.into_string())?;
        Metadata::default().with(body, &parts, now, rules).map_err(|error| format!("{} {}", error.code, error.reason))
    }

    fn refusal(body: &Value) -> String {
        read(body, Rules::default()).err().unwrap_or_default()
    }

    #[test]
    fn tags_are_counted_as_youtube_counts_them() {
        for (tags, expected) in [(vec!["Foo Baz"], 9), (vec!["Foo-Baz"], 7), (vec!["a", "b c"], 7), (vec![], 0)] {
            let tags: Vec<_> = tags.into_iter().map(str::to_owned).collect();
            assert_eq!(tag_characters(&tags), expected, "{tags:?}");
        }
    }

    #[test]
    fn each_bad_field_has_its_own_reason() {
        let with = |name: &str, value: Value| {
            let mut snippet = json!({"title": "A bowl"});
            snippet[name] = value;
            json!({"snippet": snippet})
        };
        for (body, expected) in [
            (with("title", json!("x".repeat(101))), "400 invalidTitle"),
            (with("title", json!("é".repeat(100))), ""),
            (with("title", json!(" ")), "400 invalidTitle"),
            (with("title", json!("a < b")), "400 invalidTitle"),
            (with("title", json!(7)), "400 invalidVideoMetadata"),
            (with("description", json!("é".repeat(2501))), "400 invalidDescription"),
            (with("description", json!("x".repeat(5000))), ""),
            (with("tags", json!(["x".repeat(251), "y".repeat(249)])), "400 invalidTags"),
            (with("tags", json!(["x".repeat(250), "y".repeat(249)])), ""),
            (with("categoryId", json!("18")), "400 invalidCategoryId"),
            (json!({"snippet": {"title": "t"}, "localizations": {"fr": {}}}), "400 defaultLanguageNotSet"),
            (json!({"snippet": {"title": "t"}, "status": {"privacyStatus": "hidden"}}), "403 forbiddenPrivacySetting"),
            (json!({"snippet": {"title": "t"}, "status": {"license": "mine"}}), "403 forbiddenLicenseSetting"),
            (json!({"snippet": []}), "400 invalidVideoMetadata"),
            (json!({"snippets": {}}), "400 invalidVideoMetadata"),
            (json!([]), "400 invalidVideoMetadata"),
        ] {
            assert_eq!(refusal(&body), expected, "{body}");
        }
    }

    #[test]
    fn schedules_need_a_private_video_that_was_never_published() {
        let body = |privacy: &str, at: &str| json!({"snippet": {"title": "t"}, "status": {"privacyStatus": privacy, "publishAt": at}});
        let tomorrow = "2026-11-23T12:00:00Z";
        assert_eq!(refusal(&body("public", tomorrow)), "400 invalidPublishAt");
        assert_eq!(refusal(&body("private", "tomorrow")), "400 invalidPublishAt");
        let published = Rules { was_published: true, ..Rules::default() };
        assert!(read(&body("private", tomorrow), published).is_err());
        assert!(read(&body("private", tomorrow), Rules::default()).is_ok_and(|video| video.publish_at.is_some()));
    }

    #[test]
    fn a_past_schedule_publishes_at_once_unless_switched_to_a_refusal() {
        let body = json!({"snippet": {"title": "t"}, "status": {"privacyStatus": "private", "publishAt": "2026-11-22T11:00:00Z"}});
        assert!(
            read(&body, Rules::default()).is_ok_and(|video| video.privacy == "public" && video.publish_at.is_none())
        );
        assert!(read(&body, Rules { past_publish_at_rejected: true, ..Rules::default() }).is_err());
    }
}
