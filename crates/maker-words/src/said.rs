use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::{Language, files, spoken};

type Bundle = FluentBundle<FluentResource>;

/// What stands in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument<'a> {
    /// Somebody's words, a name, an address.
    Text(Cow<'a, str>),
    /// What is counted: the language decides how it is written and what follows from it.
    Number(f64),
    /// One of the words between which a message chooses.
    One(&'a str),
}

/// One of the words between which a message chooses.
#[derive(Clone, Copy, Debug)]
pub struct One<'a>(pub &'a str);

impl<'a> From<One<'a>> for Argument<'a> {
    fn from(One(word): One<'a>) -> Self {
        Self::One(word)
    }
}

macro_rules! from {
    ($($text:ty),*; $($number:ty),*) => {
        $(impl<'a> From<$text> for Argument<'a> {
            fn from(text: $text) -> Self {
                Self::Text(text.into())
            }
        })*
        $(impl From<$number> for Argument<'_> {
            fn from(number: $number) -> Self {
                // Nobody counts so far that it makes a difference.
                Self::Number(number as f64)
            }
        })*
    };
}
from!(&'a str, &'a String, String, Cow<'a, str>; u8, u16, u32, u64, usize, i32, i64, f64);

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::English, files::EN));
static FRENCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::French, files::FR));
static ARABIC: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Arabic, files::AR));

fn bundle(language: Language, files: &[&str]) -> Bundle {
    let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Marks of direction are set by `written`, as in the window.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| in_digits(Language::English, value),
        Language::French => |value, _| in_digits(Language::French, value),
        Language::Arabic => |value, _| in_digits(Language::Arabic, value),
    }));
    for text in files {
        // A test holds the files to be without faults; what can be read of a faulty one is better than nothing.
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*text).to_owned());
        bundle.add_resource_overriding(resource);
    }
    bundle
}

const fn of(language: Language) -> &'static LazyLock<Bundle> {
    match language {
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
        Language::Arabic => &ARABIC,
    }
}

/// Says a message in the language that is spoken, or in English where it has none. [`say!`](crate::say!) is the way to
/// call it: there the compiler knows the keys.
#[must_use]
pub fn say(key: &str, given: &[(&str, Argument<'_>)]) -> String {
    let language = spoken();
    said_in(language, key, given).or_else(|| said_in(Language::English, key, given)).unwrap_or_else(|| key.to_owned())
}

fn said_in(language: Language, key: &str, given: &[(&str, Argument<'_>)]) -> Option<String> {
    let bundle = of(language);
    let words = bundle.get_message(key)?.value()?;
    let args: FluentArgs<'_> = given.iter().map(|(name, value)| (*name, written(language, value))).collect();
    let mut faults = Vec::new();
    let text = bundle.format_pattern(words, Some(&args), &mut faults).into_owned();
    // Marks hide what stands between them: what begins with one would say nothing of its own direction.
    let begins_hidden = language.is_right_to_left() && text.starts_with(OPEN);
    Some(if begins_hidden { format!("{RIGHT}{text}") } else { text })
}

const OPEN: char = '\u{2068}';
const CLOSE: char = '\u{2069}';
const RIGHT: char = '\u{200F}';

/// An argument as it is written in this language. Texts stand between marks that keep their direction from the rest: all of
/// them in a language written from the right, and in the others those that are.
fn written<'a>(language: Language, value: &'a Argument<'_>) -> FluentValue<'a> {
    match value {
        Argument::One(word) => FluentValue::from(*word),
        Argument::Number(number) if number.is_finite() => FluentValue::from(*number),
        Argument::Number(number) => FluentValue::from(number.to_string()),
        Argument::Text(text) if !text.is_empty() && (language.is_right_to_left() || turns(text)) => {
            FluentValue::from(format!("{OPEN}{text}{CLOSE}"))
        }
        Argument::Text(text) => FluentValue::from(text.as_ref()),
    }
}

/// A number with what stands between its thousands, where there are so many digits that one would have to count them.
fn in_digits(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let text = number.as_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let digits = whole.trim_start_matches('-').len();
    let mut written = String::with_capacity(text.len() + 4);
    for (n, digit) in whole.chars().rev().enumerate() {
        if n > 0 && n % 3 == 0 && digits > 4 && digit != '-' {
            written.push(language.thousands());
        }
        written.push(digit);
    }
    let mut written: String = written.chars().rev().collect();
    if !decimals.is_empty() {
        written.push(language.decimals());
        written.push_str(decimals);
    }
    Some(written)
}

/// Whether something in it is written from the right.
fn turns(text: &str) -> bool {
    let is_from_right = |c| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}');
    text.contains(is_from_right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::in_language;

    #[test]
    fn g14_a_message_is_said_in_the_language_that_is_spoken_here() {
        let said = || crate::say!("reason-not-connected", platform = "TikTok");
        assert_eq!(said(), "TikTok is not connected.", "nobody has chosen a language");
        assert_eq!(in_language(Language::French, said), "TikTok n’est pas connecté.");
        assert_eq!(in_language(Language::Arabic, said), "حساب \u{2068}TikTok\u{2069} غير مرتبط.");
        in_language(Language::French, || assert_eq!(in_language(Language::English, said), "TikTok is not connected."));
        assert_eq!(said(), "TikTok is not connected.", "it was for that one reader");
    }

    #[test]
    fn g14_text_from_the_right_keeps_to_itself_in_a_sentence_from_the_left() {
        let said = |title: &str| crate::say!("step-playlist", title = title);
        assert_eq!(said("كراسي"), "Playlist “\u{2068}كراسي\u{2069}”");
        assert_eq!(said("Chairs"), "Playlist “Chairs”");
        assert_eq!(said(""), "Playlist “”");
        let first = in_language(Language::Arabic, || crate::say!("changes-signs", field = "العنوان"));
        assert!(first.starts_with("\u{200F}\u{2068}"), "{first:?}");
    }

    #[test]
    fn g14_what_is_counted_follows_the_language() {
        let more = |count: i32| crate::say!("changes-more-fields", count = count);
        assert_eq!([more(1), more(2), more(0)], ["1 more field", "2 more fields", "0 more fields"]);
        in_language(Language::French, || {
            assert_eq!([more(0), more(1), more(2)].map(|s| s.ends_with('s')), [false, false, true])
        });
        let arabic = in_language(Language::Arabic, || [0, 1, 2, 3, 11, 100].map(more));
        let expected = ["لا حقول أخرى", "حقل آخر", "حقلان آخران", "3 حقول أخرى", "11 حقلًا آخر", "100 حقل آخر"];
        assert_eq!(arabic, expected);
    }

    #[test]
    fn g14_numbers_are_written_as_their_language_does() {
        let written = |language, number: f64| in_digits(language, &FluentValue::from(number)).unwrap();
        for (number, english, french) in [
            (0.0, "0", "0"),
            (4_000.0, "4000", "4000"),
            (12_345.0, "12,345", "12\u{202F}345"),
            (-1_234_567.5, "-1,234,567.5", "-1\u{202F}234\u{202F}567,5"),
        ] {
            assert_eq!(
                (written(Language::English, number), written(Language::French, number)),
                (english.into(), french.into())
            );
            assert_eq!(written(Language::Arabic, number), english, "the digits that are also typed");
        }
        for odd in [f64::NAN, f64::INFINITY] {
            assert!(crate::say!("changes-more-fields", count = odd).ends_with("more fields"));
        }
    }

    #[test]
    fn g14_words_that_are_missing_are_lent_from_english_and_never_break_anything() {
        assert_eq!(in_language(Language::French, || say("no-such-message", &[])), "no-such-message");
        assert_eq!(say("reason-not-connected", &[]), "{$platform} is not connected.");
    }

    #[test]
    fn g14_every_message_is_said_in_every_language_without_a_fault() {
        for (key, takes) in files::EN_TAKES {
            for language in Language::ALL {
                let given: Vec<_> = takes.iter().map(|name| (*name, Argument::from("x"))).collect();
                let said = said_in(language, key, &given).unwrap_or_default();
                assert!(!said.is_empty() && !said.contains("{$") && said != *key, "{key} in {language:?}: {said}");
            }
        }
    }
}
