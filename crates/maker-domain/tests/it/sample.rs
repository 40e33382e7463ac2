//! A draft and a file that both platforms take, to be spoilt by each test in one place.

use maker_domain::Platform;
use maker_domain::check::{CreatorInfo, Field, Finding, Level, may_publish, preflight};
use maker_domain::draft::{DraftFields, YoutubePrivacy};
use maker_domain::media::{Container, MediaFacts};

/// What a test does to a draft.
pub(crate) type Spoil = fn(&mut DraftFields);

pub(crate) fn draft(to: Platform) -> DraftFields {
    let mut fields = DraftFields {
        title: "Oak chair".into(),
        description: "Oiled.".into(),
        tags: vec!["oak".into()],
        targets: [to].into(),
        ..DraftFields::default()
    };
    fields.youtube.privacy = Some(YoutubePrivacy::Public);
    fields.youtube.made_for_kids = Some(false);
    fields.youtube.synthetic = Some(false);
    fields.tiktok.privacy = Some("PUBLIC_TO_EVERYONE".into());
    fields.tiktok.ai_generated = Some(false);
    fields
}

pub(crate) fn file() -> MediaFacts {
    MediaFacts {
        container: Container::Mp4,
        size_bytes: 10_000_000,
        duration_s: Some(30.0),
        width: Some(720),
        height: Some(1280),
        codec: Some("H.264".into()),
        fps: Some(30.0),
    }
}

pub(crate) fn creator() -> CreatorInfo {
    CreatorInfo {
        nickname: "Amina".into(),
        username: "amina".into(),
        privacy_options: ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"].map(str::to_owned).into(),
        comment_disabled: false,
        duet_disabled: false,
        stitch_disabled: false,
        max_duration_s: 600,
    }
}

pub(crate) fn check(fields: &DraftFields, file: &MediaFacts) -> Vec<Finding> {
    preflight(fields, Some(file), Some(&creator()))
}

/// Nothing stands in the way and nothing is said.
#[track_caller]
pub(crate) fn passes(fields: &DraftFields, file: &MediaFacts) {
    let found = check(fields, file);
    assert!(found.is_empty() && may_publish(&found), "{found:#?}");
}

/// Exactly one thing stands in the way: of `field`, said with `words`.
#[track_caller]
pub(crate) fn stops(fields: &DraftFields, file: &MediaFacts, field: Field, words: &str) {
    let found = check(fields, file);
    assert!(!may_publish(&found), "nothing stands in the way");
    let [one] = &found[..] else { panic!("more than one thing: {found:#?}") };
    assert_eq!((one.level, one.field), (Level::Error, field), "{one:?}");
    assert_eq!(one.platform, fields.targets.first().copied());
    assert!(one.message.contains(words), "{words:?} is not in {:?}", one.message);
}
