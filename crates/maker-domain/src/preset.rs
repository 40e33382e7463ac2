//! A named set of platform settings, put on drafts again and again.
//!
//! Only what a maker may answer once for many videos is in it. TikTok asks that nobody is spared a choice (Content Sharing
//! Guidelines, points 2 to 4): no audience chosen beforehand, every switch off at the start, the disclosure off, consent for
//! each post. So a preset has no field for any of them, and reading one that has is refused. Whether a video is AI-made is
//! asked of each video too: it is about what is seen in it.

use std::collections::BTreeSet;

use maker_words::say;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::draft::{DraftFields, YoutubePrivacy};
use crate::followup::PlaylistChoice;
use crate::{Platform, VideoType, text};

/// Of one desk.
pub const MOST: usize = 50;

/// Characters in a name.
pub const NAME_MAX: usize = 60;

/// What it says. `None` says nothing: a draft keeps what it has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct PresetSettings {
    /// Which platforms are ticked.
    pub targets: Option<BTreeSet<Platform>>,
    /// What kind of video it is.
    pub video_type: Option<VideoType>,
    /// What YouTube asks.
    pub youtube: YoutubePreset,
    /// What of TikTok's questions may be answered beforehand.
    pub tiktok: TiktokPreset,
}

/// YouTube's part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct YoutubePreset {
    /// Who may watch.
    pub privacy: Option<YoutubePrivacy>,
    /// Made for children: the maker's own answer, for the videos it is put on.
    pub made_for_kids: Option<bool>,
    /// Category id.
    pub category_id: Option<String>,
    /// Whether subscribers are not told.
    pub quiet: Option<bool>,
    /// The playlist.
    pub playlist: Option<PlaylistChoice>,
}

/// TikTok's part: which way a video goes there, and nothing that TikTok wants chosen for each post.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct TiktokPreset {
    /// To the inbox, where TikTok asks everything itself.
    pub to_inbox: Option<bool>,
}

impl PresetSettings {
    /// What of a draft's answers may be kept.
    #[must_use]
    pub fn of(draft: &DraftFields) -> Self {
        let DraftFields { targets, video_type, youtube, tiktok, .. } = draft.clone();
        Self {
            targets: (!targets.is_empty()).then_some(targets),
            video_type,
            youtube: YoutubePreset {
                privacy: youtube.privacy,
                made_for_kids: youtube.made_for_kids,
                category_id: youtube.category_id,
                quiet: Some(youtube.quiet),
                playlist: youtube.playlist,
            },
            tiktok: TiktokPreset { to_inbox: Some(tiktok.to_inbox) },
        }
    }

    /// Puts what it says over a draft's answers. Texts, tags and times stay, and everything that is TikTok's to ask.
    pub fn put_on(&self, draft: &mut DraftFields) {
        let Self { targets, video_type, youtube, tiktok } = self.clone();
        if let Some(targets) = targets {
            draft.targets = targets;
        }
        draft.video_type = video_type.or(draft.video_type);
        let own = &mut draft.youtube;
        own.privacy = youtube.privacy.or(own.privacy);
        own.made_for_kids = youtube.made_for_kids.or(own.made_for_kids);
        own.category_id = youtube.category_id.or(own.category_id.take());
        own.quiet = youtube.quiet.unwrap_or(own.quiet);
        own.playlist = youtube.playlist.or(own.playlist.take());
        draft.tiktok.to_inbox = tiktok.to_inbox.unwrap_or(draft.tiktok.to_inbox);
    }
}

/// Why a preset cannot be called so; `None` when it can.
#[must_use]
pub fn name_trouble(name: &str) -> Option<String> {
    let length = text::characters(name.trim());
    match length {
        0 => Some(say!("fields-preset-name")),
        1..=NAME_MAX => None,
        _ => Some(say!("fields-short-name", most = NAME_MAX, over = length - NAME_MAX)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered() -> DraftFields {
        let mut draft = DraftFields { title: "Chair".into(), targets: Platform::ALL.into(), ..DraftFields::default() };
        draft.youtube.privacy = Some(YoutubePrivacy::Unlisted);
        draft.youtube.made_for_kids = Some(false);
        draft.youtube.synthetic = Some(true);
        draft.youtube.category_id = Some("26".into());
        draft.youtube.quiet = true;
        let tiktok = &mut draft.tiktok;
        tiktok.privacy = Some("PUBLIC_TO_EVERYONE".into());
        (tiktok.allow_comment, tiktok.allow_duet, tiktok.allow_stitch) = (true, true, true);
        (tiktok.commercial, tiktok.your_brand, tiktok.branded_content) = (true, true, true);
        tiktok.ai_generated = Some(true);
        draft
    }

    #[test]
    fn c09_nothing_that_tiktok_wants_chosen_for_each_post_is_kept_in_a_preset() {
        let kept = serde_json::to_value(PresetSettings::of(&answered())).unwrap();
        assert_eq!(kept["tiktok"], serde_json::json!({ "to_inbox": false }));
        assert_eq!(kept["youtube"]["synthetic"], serde_json::Value::Null);
        for forbidden in
            ["privacy", "allow_comment", "allow_duet", "allow_stitch", "commercial", "your_brand", "consent"]
        {
            let text = format!(r#"{{"tiktok":{{"{forbidden}":true}}}}"#);
            assert!(serde_json::from_str::<PresetSettings>(&text).is_err(), "{forbidden} was read");
        }
    }

    #[test]
    fn c09_a_preset_leaves_tiktoks_questions_as_they_are() {
        let preset = PresetSettings::of(&answered());
        let mut fresh = DraftFields { title: "Table".into(), ..DraftFields::default() };
        preset.put_on(&mut fresh);
        assert_eq!(fresh.tiktok, DraftFields::default().tiktok, "nothing is chosen");
        assert_eq!((fresh.title.as_str(), fresh.youtube.synthetic), ("Table", None));
        assert_eq!((fresh.targets, fresh.youtube.privacy), (Platform::ALL.into(), Some(YoutubePrivacy::Unlisted)));
        let mut chosen = answered();
        preset.put_on(&mut chosen);
        assert_eq!(chosen, answered());
    }

    #[test]
    fn c14_what_a_preset_does_not_say_stays_as_a_draft_has_it() {
        let mut draft = answered();
        PresetSettings::default().put_on(&mut draft);
        assert_eq!(draft, answered());
        let only = PresetSettings {
            youtube: YoutubePreset { privacy: Some(YoutubePrivacy::Public), ..YoutubePreset::default() },
            ..PresetSettings::default()
        };
        only.put_on(&mut draft);
        assert_eq!((draft.youtube.privacy, draft.youtube.quiet), (Some(YoutubePrivacy::Public), true));
    }

    #[test]
    fn c14_a_preset_has_a_name_of_bounded_length() {
        assert_eq!(name_trouble(" Shorts "), None);
        assert_eq!(name_trouble("  "), Some("Give the preset a name.".into()));
        assert!(name_trouble(&"x".repeat(62)).is_some_and(|said| said.contains("cut 2")));
    }
}
