//! A draft: what the composer edits. Every field may be unfinished; [`crate::check`] says what still stands in the way.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::followup::PlaylistChoice;
use crate::schedule::{WallTime, When};
use crate::{Platform, VideoType};

/// The text and choices of one video's draft. Missing answers are `None` and never guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct DraftFields {
    /// Title shared by all platforms.
    pub title: String,
    /// Description shared by all platforms.
    pub description: String,
    /// Tags, without `#`.
    pub tags: Vec<String>,
    /// What kind of video it is; `None` = by its shape and length.
    pub video_type: Option<VideoType>,
    /// Platforms that are ticked.
    pub targets: BTreeSet<Platform>,
    /// When it goes out, on every platform that has no time of its own; `None` = when Publish is pressed.
    pub schedule: Option<WallTime>,
    /// What differs on YouTube.
    pub youtube: YoutubeFields,
    /// What differs on TikTok.
    pub tiktok: TiktokFields,
}

/// YouTube's own fields. `None` in a text = same as shared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct YoutubeFields {
    /// Own title, or `None` for the shared one.
    pub title: Option<String>,
    /// Own description, or `None` for the shared one.
    pub description: Option<String>,
    /// Who may watch; asked.
    pub privacy: Option<YoutubePrivacy>,
    /// Audience: made for children. Asked, never assumed (COPPA; `status.selfDeclaredMadeForKids`).
    pub made_for_kids: Option<bool>,
    /// Realistic altered or AI-made content. Asked (`status.containsSyntheticMedia`).
    pub synthetic: Option<bool>,
    /// Category id; `None` = 22, People & Blogs.
    pub category_id: Option<String>,
    /// Whether subscribers are not told of the video.
    pub quiet: bool,
    /// The playlist the video is put into once it is there.
    pub playlist: Option<PlaylistChoice>,
    /// Its own time, or `None` for the shared one.
    pub schedule: Option<When>,
}

/// Who may watch on YouTube (`status.privacyStatus`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum YoutubePrivacy {
    /// Everybody.
    Public,
    /// Whoever has the link.
    Unlisted,
    /// The maker only.
    Private,
}

/// TikTok's own fields, after its Content Sharing Guidelines: nothing is chosen for the maker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct TiktokFields {
    /// Own caption, or `None` for shared title and description.
    pub caption: Option<String>,
    /// One of the levels TikTok offered for this account, such as `SELF_ONLY`. No default.
    pub privacy: Option<String>,
    /// Others may comment.
    pub allow_comment: bool,
    /// Others may duet.
    pub allow_duet: bool,
    /// Others may stitch.
    pub allow_stitch: bool,
    /// The commercial content disclosure is switched on.
    pub commercial: bool,
    /// Promotes the maker's own business ("Your brand").
    pub your_brand: bool,
    /// Paid partnership with a third party ("Branded content").
    pub branded_content: bool,
    /// AI-generated content. Asked.
    pub ai_generated: Option<bool>,
    /// Sends to the maker's TikTok inbox to be finished there, instead of posting directly.
    pub to_inbox: bool,
    /// The moment of the film that TikTok shows as its cover, in milliseconds; `None` = the first frame.
    pub cover_at_ms: Option<u32>,
    /// Its own time, or `None` for the shared one.
    pub schedule: Option<When>,
}

impl DraftFields {
    /// The title that goes to YouTube.
    #[must_use]
    pub fn youtube_title(&self) -> &str {
        self.youtube.title.as_deref().unwrap_or(&self.title)
    }

    /// The description that goes to YouTube.
    #[must_use]
    pub fn youtube_description(&self) -> &str {
        self.youtube.description.as_deref().unwrap_or(&self.description)
    }

    /// The caption that goes to TikTok: its own, or the shared title and description with an empty line between.
    #[must_use]
    pub fn tiktok_caption(&self) -> String {
        match (&self.tiktok.caption, self.title.trim(), self.description.trim()) {
            (Some(own), _, _) => own.clone(),
            (None, title, "") => title.to_owned(),
            (None, "", description) => description.to_owned(),
            (None, title, description) => format!("{title}\n\n{description}"),
        }
    }

    /// When `platform` gets its share: its own time, or the shared one; `None` = when Publish is pressed.
    #[must_use]
    pub fn goes_out(&self, platform: Platform) -> Option<&WallTime> {
        match self.own_time(platform) {
            Some(When::At(own)) => Some(own),
            Some(When::Now) => None,
            None => self.schedule.as_ref(),
        }
    }

    /// Moves `platforms` to another time, or to none. Those that have a time of their own keep having one; the others move
    /// together with the shared one. Without platforms it is the shared one that moves.
    pub fn move_to(&mut self, platforms: &[Platform], time: Option<&WallTime>) {
        let shared = platforms.is_empty() || platforms.iter().any(|p| self.own_time(*p).is_none());
        for platform in platforms {
            let own = match platform {
                Platform::Youtube => &mut self.youtube.schedule,
                Platform::Tiktok => &mut self.tiktok.schedule,
            };
            if own.is_some() {
                *own = Some(time.map_or(When::Now, |time| When::At(time.clone())));
            }
        }
        if shared {
            self.schedule = time.cloned();
        }
    }

    const fn own_time(&self, platform: Platform) -> Option<&When> {
        match platform {
            Platform::Youtube => self.youtube.schedule.as_ref(),
            Platform::Tiktok => self.tiktok.schedule.as_ref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_from_an_older_version_opens_with_nothing_assumed() {
        let old: DraftFields = serde_json::from_str(r#"{"title":"Oak chair"}"#).unwrap();
        assert_eq!(old.title, "Oak chair");
        assert_eq!((old.youtube.made_for_kids, old.tiktok.privacy, old.tiktok.allow_comment), (None, None, false));
    }

    #[test]
    fn tiktok_takes_the_shared_text_until_it_has_its_own() {
        let mut fields = DraftFields { title: "Chair".into(), description: "Oak, oiled.".into(), ..Default::default() };
        assert_eq!(fields.tiktok_caption(), "Chair\n\nOak, oiled.");
        fields.tiktok.caption = Some(String::new());
        assert_eq!(fields.tiktok_caption(), "", "an own caption may be empty on purpose");
    }

    #[test]
    fn a_platform_follows_the_shared_time_until_it_has_its_own() {
        let [six, seven] = ["2026-12-01 18:00", "2026-12-01 19:00"].map(|t| WallTime::parse(t, "UTC").unwrap());
        let mut fields = DraftFields { schedule: Some(six.clone()), ..Default::default() };
        fields.youtube.schedule = Some(When::Now);
        assert_eq!((fields.goes_out(Platform::Youtube), fields.goes_out(Platform::Tiktok)), (None, Some(&six)));
        fields.move_to(&[Platform::Tiktok], Some(&seven));
        assert_eq!((fields.goes_out(Platform::Youtube), fields.schedule.as_ref()), (None, Some(&seven)));
        fields.move_to(&[Platform::Youtube], Some(&six));
        assert_eq!((fields.goes_out(Platform::Youtube), fields.schedule.as_ref()), (Some(&six), Some(&seven)));
    }

    #[test]
    fn a_time_that_no_version_could_have_written_is_no_draft() {
        for odd in [r#"{"schedule":{"date":"x","minute":0,"zone":"UTC"}}"#, r#"{"schedule":{"date":"2026-12-01"}}"#] {
            assert!(serde_json::from_str::<DraftFields>(odd).is_err(), "{odd}");
        }
    }
}
