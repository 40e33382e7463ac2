//! YouTube's rules.

use maker_domain::Platform::Youtube;
use maker_domain::check::{Field, Level, may_publish};
use maker_domain::draft::DraftFields;
use maker_domain::media::MediaFacts;

use crate::sample::{Spoil, check, draft, file, passes, stops};

fn titled(title: &str) -> DraftFields {
    DraftFields { title: title.into(), ..draft(Youtube) }
}

#[test]
fn f27_a_title_has_a_hundred_code_points_and_no_more() {
    passes(&titled(&"x".repeat(100)), &file());
    stops(&titled(&"x".repeat(101)), &file(), Field::Title, "cut 1.");
    stops(&titled(&"é".repeat(150)), &file(), Field::Title, "cut 50.");
    // Five code points each, though people see one.
    passes(&titled(&"👩‍👩‍👧".repeat(20)), &file());
    stops(&titled(&"👩‍👩‍👧".repeat(21)), &file(), Field::Title, "cut 5.");
    // What is around it is not sent and not counted.
    passes(&titled(&format!("  {}\n", "x".repeat(100))), &file());
}

#[test]
fn f27_a_title_is_there_and_without_angle_brackets() {
    for empty in ["", "  ", "\n\t"] {
        stops(&titled(empty), &file(), Field::Title, "needs a title");
    }
    for angled in ["<b>Oak", "Oak > ash", "<"] {
        stops(&titled(angled), &file(), Field::Title, "no < or >");
    }
}

#[test]
fn its_own_title_counts_and_not_the_shared_one() {
    let mut fields = titled(&"x".repeat(101));
    fields.youtube.title = Some("Oak chair".into());
    passes(&fields, &file());
    fields.youtube.title = Some(String::new());
    stops(&fields, &file(), Field::Title, "needs a title");
}

#[test]
fn a_description_has_five_thousand_bytes_and_no_angle_brackets() {
    let described = |text: String| DraftFields { description: text, ..draft(Youtube) };
    passes(&described("x".repeat(5_000)), &file());
    passes(&described("é".repeat(2_500)), &file());
    stops(&described("x".repeat(5_001)), &file(), Field::Description, "cut 1.");
    stops(&described("é".repeat(2_501)), &file(), Field::Description, "cut 2.");
    stops(&described("a < b".into()), &file(), Field::Description, "no < or >");
    passes(&described("One\nTwo\n\nThree".into()), &file());
}

#[test]
fn all_tags_together_have_five_hundred_characters_with_commas_and_quotes() {
    let tagged = |tags: Vec<String>| DraftFields { tags, ..draft(Youtube) };
    passes(&tagged(vec![]), &file());
    passes(&tagged(vec!["x".repeat(500)]), &file());
    stops(&tagged(vec!["x".repeat(501)]), &file(), Field::Tags, "cut 1.");
    // A comma between each two.
    passes(&tagged(vec!["x".repeat(249), "y".repeat(250)]), &file());
    stops(&tagged(vec!["x".repeat(250), "y".repeat(250)]), &file(), Field::Tags, "cut 1.");
    // Two quotation marks around a tag with a space.
    passes(&tagged(vec![format!("x {}", "y".repeat(496))]), &file());
    stops(&tagged(vec![format!("x {}", "y".repeat(497))]), &file(), Field::Tags, "cut 1.");
    stops(&tagged(vec!["<oak>".into()]), &file(), Field::Tags, "no < or >");
}

#[test]
fn what_must_be_asked_is_asked_and_every_answer_is_taken() {
    let cases: [(Field, &str, Spoil); 3] = [
        (Field::Privacy, "who may watch", |f| f.youtube.privacy = None),
        (Field::Audience, "made for kids", |f| f.youtube.made_for_kids = None),
        (Field::AiMade, "AI-made", |f| f.youtube.synthetic = None),
    ];
    for (field, words, forget) in cases {
        let mut fields = draft(Youtube);
        forget(&mut fields);
        stops(&fields, &file(), field, words);
    }
    let mut fields = draft(Youtube);
    (fields.youtube.made_for_kids, fields.youtube.synthetic) = (Some(true), Some(true));
    passes(&fields, &file());
}

#[test]
fn f20_a_file_has_at_most_256_gb_and_12_hours() {
    let sized = |size_bytes| MediaFacts { size_bytes, ..file() };
    passes(&draft(Youtube), &sized(256 << 30));
    stops(&draft(Youtube), &sized((256 << 30) + 1), Field::File, "256 GB");
    let long = |seconds| MediaFacts { duration_s: Some(seconds), ..file() };
    stops(&draft(Youtube), &long(43_200.1), Field::File, "12 hours");
}

#[test]
fn longer_than_fifteen_minutes_is_worth_a_word_and_stops_nothing() {
    let long = |seconds| MediaFacts { duration_s: Some(seconds), ..file() };
    passes(&draft(Youtube), &long(900.0));
    for seconds in [900.5, 43_200.0] {
        let found = check(&draft(Youtube), &long(seconds));
        assert_eq!(found.iter().map(|f| f.level).collect::<Vec<_>>(), [Level::Warning], "{found:?}");
        assert!(may_publish(&found) && found[0].message.contains("phone number"));
    }
}

#[test]
fn a_header_that_does_not_tell_stops_nothing() {
    let silent = MediaFacts { duration_s: None, width: None, height: None, codec: None, fps: None, ..file() };
    passes(&draft(Youtube), &silent);
    passes(&draft(maker_domain::Platform::Tiktok), &silent);
}
