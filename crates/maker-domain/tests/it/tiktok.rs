//! TikTok's limits, and the choices its Content Sharing Guidelines ask for.

use maker_domain::Platform::Tiktok;
use maker_domain::check::{CreatorInfo, Field, Level, may_publish, preflight};
use maker_domain::draft::DraftFields;
use maker_domain::media::{Container, MediaFacts};

use crate::sample::{check, creator, draft, file, passes, stops};

fn captioned(caption: String) -> DraftFields {
    let mut fields = draft(Tiktok);
    fields.tiktok.caption = Some(caption);
    fields
}

#[test]
fn f27_a_caption_has_2200_utf16_units_and_may_be_empty() {
    passes(&captioned(String::new()), &file());
    passes(&captioned("x".repeat(2_200)), &file());
    stops(&captioned("x".repeat(2_201)), &file(), Field::Caption, "cut 1.");
    // Two units each.
    passes(&captioned("🪑".repeat(1_100)), &file());
    stops(&captioned("🪑".repeat(1_101)), &file(), Field::Caption, "cut 2.");
    // Two bytes, one unit each.
    passes(&captioned("é".repeat(2_200)), &file());
    passes(&captioned("<oak> & 'ash'".into()), &file());
}

#[test]
fn title_and_description_count_together_with_the_empty_line_between() {
    let shared = |description: usize| DraftFields {
        title: "x".repeat(100),
        description: "y".repeat(description),
        ..draft(Tiktok)
    };
    passes(&shared(2_098), &file());
    stops(&shared(2_099), &file(), Field::Caption, "cut 1.");
}

#[test]
fn who_may_watch_is_chosen_by_the_maker_from_what_tiktok_offers_now() {
    let mut fields = draft(Tiktok);
    for offered in creator().privacy_options {
        fields.tiktok.privacy = Some(offered);
        passes(&fields, &file());
    }
    fields.tiktok.privacy = None;
    stops(&fields, &file(), Field::Privacy, "Choose who may watch");
    for gone in ["FOLLOWER_OF_CREATOR", "", "public_to_everyone"] {
        fields.tiktok.privacy = Some(gone.into());
        stops(&fields, &file(), Field::Privacy, "no longer offers");
    }
}

#[test]
fn without_tiktoks_word_a_choice_is_let_pass_and_asked_again_before_the_upload() {
    assert_eq!(preflight(&draft(Tiktok), Some(&file()), None), []);
}

#[test]
fn whether_it_is_ai_made_is_asked() {
    let mut fields = draft(Tiktok);
    fields.tiktok.ai_generated = None;
    stops(&fields, &file(), Field::AiMade, "AI-made");
    fields.tiktok.ai_generated = Some(true);
    passes(&fields, &file());
}

#[test]
fn a_disclosure_says_whom_it_promotes() {
    let mut fields = draft(Tiktok);
    fields.tiktok.commercial = true;
    stops(&fields, &file(), Field::Disclosure, "yourself, a third party, or both");
    for (your_brand, branded_content) in [(true, false), (false, true), (true, true)] {
        (fields.tiktok.your_brand, fields.tiktok.branded_content) = (your_brand, branded_content);
        passes(&fields, &file());
    }
}

#[test]
fn branded_content_is_never_private_and_ones_own_brand_may_be() {
    let mut fields = draft(Tiktok);
    fields.tiktok.privacy = Some("SELF_ONLY".into());
    fields.tiktok.commercial = true;
    fields.tiktok.branded_content = true;
    stops(&fields, &file(), Field::Disclosure, "cannot be set to private");
    (fields.tiktok.branded_content, fields.tiktok.your_brand) = (false, true);
    passes(&fields, &file());
    // Ticked once and switched off since: nothing is disclosed, so nothing is wrong.
    (fields.tiktok.commercial, fields.tiktok.branded_content) = (false, true);
    passes(&fields, &file());
}

#[test]
fn what_the_account_forbids_stays_off_and_is_said() {
    let strict = CreatorInfo { comment_disabled: true, duet_disabled: true, stitch_disabled: true, ..creator() };
    assert_eq!(preflight(&draft(Tiktok), Some(&file()), Some(&strict)), [], "nothing was wished for");
    let mut fields = draft(Tiktok);
    fields.tiktok.allow_comment = true;
    fields.tiktok.allow_duet = true;
    fields.tiktok.allow_stitch = true;
    let found = preflight(&fields, Some(&file()), Some(&strict));
    assert!(may_publish(&found));
    for (finding, what) in found.iter().zip(["comments", "duets", "stitches"]) {
        assert_eq!(finding.level, Level::Warning);
        assert!(finding.message.contains(what), "{finding:?}");
    }
    assert_eq!(found.len(), 3);
    passes(&fields, &file());
}

#[test]
fn the_inbox_asks_its_questions_in_tiktok_and_not_here() {
    let mut fields = draft(Tiktok);
    fields.tiktok = Default::default();
    fields.tiktok.to_inbox = true;
    passes(&fields, &file());
    stops(&fields, &MediaFacts { container: Container::Mkv, ..file() }, Field::File, "MKV");
}

#[test]
fn a_video_is_as_long_as_this_account_may_post_and_never_over_ten_minutes() {
    let long = |seconds| MediaFacts { duration_s: Some(seconds), ..file() };
    for (account, longest, words) in [
        (60, 60.0, "1 min"),
        (90, 90.0, "1 min 30 s"),
        (45, 45.0, "45 s"),
        (600, 600.0, "10 min"),
        (3_600, 600.0, "10 min"),
    ] {
        let creator = CreatorInfo { max_duration_s: account, ..creator() };
        assert_eq!(preflight(&draft(Tiktok), Some(&long(longest)), Some(&creator)), [], "{account}");
        let found = preflight(&draft(Tiktok), Some(&long(longest + 0.5)), Some(&creator));
        assert!(!may_publish(&found) && found[0].message.contains(words), "{account}: {found:?}");
    }
    // TikTok's word is not there yet: ten minutes.
    assert_eq!(preflight(&draft(Tiktok), Some(&long(600.0)), None), []);
    assert!(!may_publish(&preflight(&draft(Tiktok), Some(&long(601.0)), None)));
}

#[test]
fn frames_per_second_are_23_to_60_as_cameras_round_them() {
    let at = |fps| MediaFacts { fps: Some(fps), ..file() };
    for fps in [23.0, 23.976, 24.0, 59.94, 60.0, 60.02] {
        passes(&draft(Tiktok), &at(fps));
    }
    for (fps, words) in
        [(61.0, "61 fps, 60 at most"), (120.0, "120 fps"), (22.0, "22 fps, 23 at least"), (1.0, "1 fps")]
    {
        stops(&draft(Tiktok), &at(fps), Field::File, words);
    }
}

#[test]
fn a_file_is_mp4_mov_or_webm_with_a_codec_tiktok_takes() {
    for container in [Container::Mp4, Container::Mov, Container::Webm] {
        passes(&draft(Tiktok), &MediaFacts { container, ..file() });
    }
    stops(&draft(Tiktok), &MediaFacts { container: Container::Mkv, ..file() }, Field::File, "MKV: export it as MP4");
    for (codec, taken) in
        [("H.264", true), ("H.265", true), ("VP8", true), ("VP9", true), ("AV1", false), ("mp4v", false)]
    {
        let file = MediaFacts { codec: Some(codec.into()), ..file() };
        if taken { passes(&draft(Tiktok), &file) } else { stops(&draft(Tiktok), &file, Field::File, codec) }
    }
}

#[test]
fn f20_a_file_has_at_most_4_gb_and_sides_of_360_to_4096() {
    passes(&draft(Tiktok), &MediaFacts { size_bytes: 4 << 30, ..file() });
    stops(&draft(Tiktok), &MediaFacts { size_bytes: (4 << 30) + 1, ..file() }, Field::File, "4 GB");
    for (width, height, taken) in [
        (360, 640, true),
        (640, 360, true),
        (2160, 4096, true),
        (359, 640, false),
        (640, 359, false),
        (2160, 4097, false),
        (4097, 2160, false),
    ] {
        let file = MediaFacts { width: Some(width), height: Some(height), ..file() };
        let found = check(&draft(Tiktok), &file);
        assert_eq!(may_publish(&found), taken, "{width} x {height}: {found:?}");
    }
}
