//! Values as people read them, in the language that is spoken.

use chrono::{DateTime, Datelike};
use maker_domain::schedule::month_in_words;
use maker_domain::service::{ServiceType, is_whole};
use maker_words::{Argument, Language, One, say, spoken};

/// A country's name by its ISO 3166-1 letters; unknown letters are left as they are.
pub(super) fn country(code: &str) -> &str {
    maker_domain::country::name(code).unwrap_or(code)
}

/// An amount, in groups of three that no line parts.
pub(super) fn amount(price: f64, currency: &str) -> String {
    let whole = is_whole(currency) && price.fract() == 0.0;
    let text = if whole { format!("{price:.0}") } else { format!("{price:.2}") };
    let (digits, fraction) = text.split_once('.').map_or((&*text, ""), |(digits, fraction)| (digits, fraction));
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 && digit.is_ascii_digit() {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push(spoken().decimals());
        grouped.push_str(fraction);
    }
    grouped
}

/// What kind of service it is; nothing for a word that a newer app has added.
pub(super) fn service(kind: &str) -> Option<String> {
    let kind = match ServiceType::parse(kind) {
        ServiceType::Driver => "driver",
        ServiceType::Agent => "agent",
        ServiceType::Artisan => "artisan",
        ServiceType::Other(_) => return None,
    };
    Some(say!("public-service", kind = One(kind)))
}

/// A platform's name.
pub(super) fn platform(word: &str) -> &str {
    match word {
        "YOUTUBE" => "YouTube",
        "TIKTOK" => "TikTok",
        "INSTAGRAM" => "Instagram",
        other => other,
    }
}

/// What kind of video it is, where that says something.
pub(super) fn video(kind: &str) -> Option<String> {
    let kind = match kind {
        "SHORT" => "short",
        "DEMO" => "demo",
        _ => return None,
    };
    Some(say!("public-video", kind = One(kind)))
}

/// A length such as 4:05 or 1:02:03. Nobody's video lasts more than some days.
pub(super) fn length(seconds: f64) -> String {
    let all = seconds.round().clamp(0.0, 999_999.0) as u32;
    let (hours, minutes, seconds) = (all / 3_600, all / 60 % 60, all % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// How often a video was seen.
pub(super) fn views(count: i64) -> String {
    say!("public-views", count = form(count), number = number_in_groups(count))
}

/// How many like something.
pub(super) fn likes(count: i64) -> String {
    say!("public-likes", count = form(count), number = number_in_groups(count))
}

/// How much is said about a video.
pub(super) fn comments(count: i64) -> String {
    match count {
        0 => say!("public-no-comments"),
        _ => say!("public-comments-count", count = form(count), number = number_in_groups(count)),
    }
}

/// What a message chooses its form by. French has one for whole millions, "1 000 000 de vues", that the plural rules of the
/// messages are too old to know (CLDR 37).
fn form(count: i64) -> Argument<'static> {
    let is_in_millions = count != 0 && count % 1_000_000 == 0;
    if is_in_millions && spoken() == Language::French { One("many").into() } else { count.into() }
}

/// A whole number in groups of three.
pub(super) fn number_in_groups(number: i64) -> String {
    amount(number as f64, "JPY")
}

/// A day, for people.
pub(super) fn day(ms: i64) -> String {
    let Some(at) = DateTime::from_timestamp_millis(ms) else { return String::new() };
    say!("public-day", day = at.day(), month = month_in_words(at.month()), year = at.format("%Y").to_string())
}

/// The same day, for programs.
pub(super) fn date(ms: i64) -> String {
    DateTime::from_timestamp_millis(ms).map(|at| at.format("%Y-%m-%d").to_string()).unwrap_or_default()
}

/// The first letters of the first two words of a name.
pub(super) fn initials(name: &str) -> String {
    let first = |word: &str| word.chars().find(|c| c.is_alphanumeric());
    name.split_whitespace().filter_map(first).take(2).flat_map(char::to_uppercase).collect()
}

/// A text up to about so many characters, at a space where one is near, and what follows; a short rest stays with it.
pub(super) fn cut(text: &str, most: usize) -> (&str, Option<&str>) {
    let Some((hard, _)) = text.char_indices().nth(most) else { return (text, None) };
    let (head, tail) = text.split_at(hard);
    if tail.chars().nth(most / 3).is_none() {
        return (text, None);
    }
    let near = head.char_indices().rev().take(40).find(|(_, c)| c.is_whitespace());
    let (head, tail) = text.split_at(near.map_or(hard, |(at, _)| at));
    (head, Some(tail.trim_start()))
}

/// A text in one line of at most so many characters.
pub(super) fn line(text: &str, most: usize) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        if let Some((at, _)) = line.char_indices().nth(most) {
            line.truncate(at);
            line.push('…');
            break;
        }
    }
    line
}

/// A name in one line. What has none must not be a link that nobody can read.
pub(super) fn named(text: &str, most: usize) -> String {
    let line = line(text, most);
    if line.is_empty() { say!("public-untitled") } else { line }
}

#[cfg(test)]
mod tests {
    use maker_words::in_language;

    use super::*;

    #[test]
    fn a_country_is_named_and_an_unknown_one_keeps_its_letters() {
        assert_eq!((country("GH"), country("de"), country("QQ"), country("")), ("Ghana", "Germany", "QQ", ""));
    }

    #[test]
    fn an_amount_is_read_at_a_glance() {
        for (price, currency, expected) in [
            (0.0, "EUR", "0.00"),
            (12.5, "EUR", "12.50"),
            (1_234_567.891, "USD", "1\u{202f}234\u{202f}567.89"),
            (1_500.0, "JPY", "1\u{202f}500"),
            (1.5, "JPY", "1.50"),
            (999.0, "GHS", "999.00"),
        ] {
            assert_eq!(amount(price, currency), expected);
        }
        assert!(amount(f64::MAX, "EUR").len() < 1_000);
    }

    #[test]
    fn lengths_days_and_numbers_are_in_words() {
        assert_eq!(
            (length(65.4), length(3_723.0), length(f64::MAX)),
            ("1:05".into(), "1:02:03".into(), "277:46:39".into())
        );
        assert_eq!((likes(1), likes(1_200)), ("1 like".into(), "1\u{202f}200 likes".into()));
        assert_eq!((comments(0), comments(1)), ("No comments".into(), "1 comment".into()));
        assert_eq!((day(1_790_000_000_000), day(i64::MAX)), ("21 September 2026".into(), String::new()));
        assert_eq!(
            (initials("amina  Boateng-Osei x"), initials("🍵"), initials("ß")),
            ("AB".into(), String::new(), "SS".into())
        );
    }

    #[test]
    fn whole_millions_are_of_something_in_french_and_no_other_number_is() {
        let of = |count| [views(count), likes(count), comments(count)].map(|said| said.replace('\u{202f}', "_"));
        for (count, said) in [
            (1, ["1 vue", "1 j’aime", "1 commentaire"]),
            (999_999, ["999_999 vues", "999_999 j’aime", "999_999 commentaires"]),
            (1_000_000, ["1_000_000 de vues", "1_000_000 de j’aime", "1_000_000 de commentaires"]),
            (1_000_001, ["1_000_001 vues", "1_000_001 j’aime", "1_000_001 commentaires"]),
            (20_000_000, ["20_000_000 de vues", "20_000_000 de j’aime", "20_000_000 de commentaires"]),
        ] {
            assert_eq!(in_language(Language::French, || of(count)), said);
        }
        assert_eq!(in_language(Language::English, || of(2_000_000))[0], "2_000_000 views");
        assert_eq!(in_language(Language::French, || views(0)), "0 vue");
    }

    #[test]
    fn a_long_text_is_cut_at_a_space_and_loses_nothing() {
        assert_eq!(cut("short", 10), ("short", None));
        assert_eq!(cut("just a bit over", 12), ("just a bit over", None));
        let long = "word ".repeat(100);
        let (head, tail) = cut(&long, 50);
        assert_eq!(format!("{head} {}", tail.unwrap()), long);
        let (head, tail) = cut("ääääääääääääääääääääääää", 10);
        assert_eq!((head.chars().count(), tail.unwrap().chars().count()), (10, 14));
        assert_eq!(line("a\n b   c", 10), "a b c");
        assert_eq!((line(&long, 8), named(" \n", 8)), ("word wor…".into(), "Untitled".into()));
    }
}
