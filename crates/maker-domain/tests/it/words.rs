//! The words: every reason explains itself calmly, and so does every finding.

use maker_domain::Platform;
use maker_domain::check::preflight;
use maker_domain::draft::DraftFields;
use maker_domain::media::{Container, MediaFacts};
use maker_domain::reason::{Reason, ReasonCode as R, Remedy};
use maker_words::Language;

use crate::sample::{creator, file};

const ALL: [R; 26] = [
    R::FileMissing,
    R::FileChanged,
    R::FileUnreadable,
    R::NotConnected,
    R::SignInAgain,
    R::MissingScope,
    R::KeyringLocked,
    R::KeyringUnavailable,
    R::NoChannel,
    R::AccountRefused,
    R::DetailsRefused,
    R::PrivacyNotOffered,
    R::PrivateAccountsOnly,
    R::PostingLimit,
    R::UploadWindowClosed,
    R::CannotTell,
    R::SessionLost,
    R::ProcessingRefused,
    R::RejectedByPlatform,
    R::AccessRemoved,
    R::PlatformTrouble,
    R::RefusedByPlatform,
    R::OddAnswer,
    R::NotSetUp,
    R::WindowTooShort,
    R::Restored,
];

/// Words that blame, alarm or say nothing.
const UNKIND: [&str; 11] =
    ["failed to", "error", "invalid", "oops", "whoops", "sorry", "illegal", "fatal", "abort", "unknown", "exception"];

#[track_caller]
fn is_calm(sentence: &str) {
    let lower = sentence.to_lowercase();
    assert_eq!(UNKIND.iter().find(|word| lower.contains(*word)), None, "{sentence}");
    assert!(!sentence.contains('!'), "{sentence}");
    assert!(sentence.ends_with('.') && !sentence.trim().is_empty(), "no sentence: {sentence:?}");
    assert!(sentence.chars().next().is_some_and(char::is_uppercase), "{sentence}");
    assert!(!sentence.contains('{') && !sentence.contains("  "), "{sentence}");
}

/// Ends to compile when a code is added that the list above does not have.
fn place_in_the_list(code: R) -> usize {
    match code {
        R::FileMissing => 0,
        R::FileChanged => 1,
        R::FileUnreadable => 2,
        R::NotConnected => 3,
        R::SignInAgain => 4,
        R::MissingScope => 5,
        R::KeyringLocked => 6,
        R::KeyringUnavailable => 7,
        R::NoChannel => 8,
        R::AccountRefused => 9,
        R::DetailsRefused => 10,
        R::PrivacyNotOffered => 11,
        R::PrivateAccountsOnly => 12,
        R::PostingLimit => 13,
        R::UploadWindowClosed => 14,
        R::CannotTell => 15,
        R::SessionLost => 16,
        R::ProcessingRefused => 17,
        R::RejectedByPlatform => 18,
        R::AccessRemoved => 19,
        R::PlatformTrouble => 20,
        R::RefusedByPlatform => 21,
        R::OddAnswer => 22,
        R::NotSetUp => 23,
        R::WindowTooShort => 24,
        R::Restored => 25,
    }
}

#[test]
fn every_reason_explains_itself_on_both_platforms_in_calm_words() {
    for (place, code) in ALL.into_iter().enumerate() {
        assert_eq!(place_in_the_list(code), place);
        for platform in Platform::ALL {
            let explanation = code.explain(platform);
            is_calm(&explanation.what);
            is_calm(&explanation.next);
            assert_ne!(explanation.what, explanation.next, "{code:?}");
        }
    }
}

#[test]
fn two_reasons_never_read_the_same() {
    for platform in Platform::ALL {
        let mut said: Vec<String> = ALL.iter().map(|code| code.explain(platform).what).collect();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), ALL.len());
    }
}

#[test]
fn what_the_maker_can_mend_has_a_button() {
    for code in ALL {
        if code.explain(Platform::Youtube).remedy == Remedy::None {
            assert!(!code.can_be_mended() || code == R::NotSetUp, "{code:?} waits for the maker without a button");
        }
    }
}

#[test]
fn a_platforms_words_are_kept_short_and_without_control_characters() {
    let reason = Reason::with_words(R::DetailsRefused, &format!("a\0\u{1b}[31m\n{}", "é".repeat(9_999)));
    let words = reason.platform_words.unwrap();
    assert!(words.starts_with("a[31mé") && words.chars().count() == 500, "{words}");
    assert_eq!(Reason::with_words(R::DetailsRefused, "\n").platform_words, None);
}

#[test]
fn every_finding_is_a_calm_sentence_with_what_to_do() {
    let mut worst = DraftFields {
        title: format!("<\0\n{}", "x".repeat(200)),
        description: format!("<\0{}", "y".repeat(6_000)),
        tags: vec!["<".repeat(600), "\0".into()],
        targets: Platform::ALL.into(),
        ..DraftFields::default()
    };
    worst.tiktok.commercial = true;
    worst.tiktok.allow_comment = true;
    let bad = MediaFacts {
        container: Container::Mkv,
        size_bytes: u64::MAX,
        duration_s: Some(99_999.0),
        width: Some(1),
        height: Some(9_999),
        codec: Some("AV1".into()),
        fps: Some(240.0),
    };
    let strict = maker_domain::check::CreatorInfo { comment_disabled: true, ..creator() };
    let mut found = preflight(&worst, Some(&bad), Some(&strict));
    worst.tiktok.branded_content = true;
    worst.tiktok.privacy = Some("SELF_ONLY".into());
    found.extend(preflight(&worst, Some(&file()), Some(&strict)));
    found.extend(preflight(&DraftFields::default(), None, None));
    assert!(found.len() > 30, "{}", found.len());
    for finding in found {
        is_calm(&finding.message);
    }
}

#[test]
fn g14_every_reason_and_finding_is_said_in_every_language() {
    let mut facts = file();
    (facts.container, facts.fps, facts.width) = (Container::Mkv, Some(120.0), Some(9_000));
    let fields = DraftFields { title: "<\n\0".repeat(60), targets: Platform::ALL.into(), ..DraftFields::default() };
    let said = |language| {
        maker_words::in_language(language, || {
            let reasons = ALL.iter().flat_map(|code| {
                let told = code.explain(Platform::Tiktok);
                [told.what, told.next]
            });
            let findings = preflight(&fields, Some(&facts), Some(&creator())).into_iter().map(|f| f.message);
            reasons.chain(findings).collect::<Vec<String>>()
        })
    };
    let english = said(Language::English);
    assert!(english.len() > 60, "{}", english.len());
    for language in [Language::French, Language::Arabic] {
        for (here, english) in said(language).iter().zip(&english) {
            assert!(here != english && here.ends_with('.') && !here.contains("{"), "{language:?}: {here}");
        }
    }
}

#[test]
fn g14_what_a_maker_reads_of_a_refusal_is_in_their_language() {
    let told = |language| maker_words::in_language(language, || R::NotConnected.explain(Platform::Tiktok).what);
    assert_eq!(told(Language::French), "TikTok n’est pas connecté.");
    assert_eq!(told(Language::Arabic), "حساب \u{2068}TikTok\u{2069} غير مرتبط.");
}
