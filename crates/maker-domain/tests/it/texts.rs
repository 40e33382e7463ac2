//! f27: texts that break something somewhere, on both platforms: stopped before the upload, or passed on as they are.

use maker_domain::Platform::{self, Tiktok, Youtube};
use maker_domain::check::{Field, may_publish, preflight};
use maker_domain::draft::DraftFields;
use maker_domain::post::Post;

use crate::sample::{Spoil, check, creator, draft, file, passes, stops};

/// A right-to-left title with its marks, an emoji of five code points, combining marks, and no Latin letter at all.
const HARMLESS: [&str; 5] =
    ["كرسي \u{200f}من البلوط\u{202c}", "👩‍👩‍👧 chair", "e\u{301}te\u{301}", "橡木椅子", "chair \u{202e}riahc"];

fn sent(fields: &DraftFields, to: Platform) -> String {
    match Post::resolve(fields, to) {
        Some(Post::Youtube(post)) => post.title,
        Some(Post::Tiktok(post)) => post.caption,
        None => panic!("a complete draft makes a post"),
    }
}

#[test]
fn f27_what_is_only_unusual_is_passed_on_byte_for_byte() {
    for title in HARMLESS {
        for to in Platform::ALL {
            let fields = DraftFields { title: title.into(), description: String::new(), ..draft(to) };
            passes(&fields, &file());
            assert_eq!(sent(&fields, to).as_bytes(), title.as_bytes());
        }
    }
}

#[test]
fn f27_a_character_that_cannot_be_sent_is_stopped_wherever_it_is() {
    let spoil: [(Platform, Field, Spoil); 4] = [
        (Youtube, Field::Title, |f| f.title = "Oak\0chair".into()),
        (Youtube, Field::Description, |f| f.description = "\0".into()),
        (Youtube, Field::Tags, |f| f.tags = vec!["o\0k".into()]),
        (Tiktok, Field::Caption, |f| f.tiktok.caption = Some("oak\0".into())),
    ];
    for (to, field, spoil) in spoil {
        let mut fields = draft(to);
        spoil(&mut fields);
        stops(&fields, &file(), field, "cannot be seen or sent");
    }
}

#[test]
fn f27_a_line_break_is_no_part_of_a_title_and_welcome_in_a_caption() {
    for title in ["Oak\nchair", "Oak\r\nchair", "Oak\rchair"] {
        let fields = DraftFields { title: title.into(), ..draft(Youtube) };
        stops(&fields, &file(), Field::Title, "one line");
    }
    let mut fields = draft(Tiktok);
    fields.tiktok.caption = Some("Oak\nchair\r\n#wood".into());
    passes(&fields, &file());
    assert_eq!(sent(&fields, Tiktok), "Oak\nchair\r\n#wood");
}

#[test]
fn a_draft_without_a_file_or_a_platform_is_told_so_for_all_of_them() {
    let fields = DraftFields { targets: Platform::ALL.into(), ..draft(Youtube) };
    let found = preflight(&fields, None, Some(&creator()));
    assert_eq!(found.iter().map(|f| (f.platform, f.field)).collect::<Vec<_>>(), [(None, Field::File)]);
    let nowhere = DraftFields { targets: [].into(), ..draft(Youtube) };
    let found = check(&nowhere, &file());
    assert_eq!(found.iter().map(|f| (f.platform, f.field)).collect::<Vec<_>>(), [(None, Field::Targets)]);
    assert!(!may_publish(&found));
}

#[test]
fn each_platform_is_asked_only_for_itself() {
    let mut fields = draft(Youtube);
    fields.tiktok = Default::default();
    passes(&fields, &file());
    let mut fields = draft(Tiktok);
    fields.youtube = Default::default();
    passes(&fields, &file());
}
