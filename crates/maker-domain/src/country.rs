//! Countries by their ISO 3166-1 letters, with the names that people know them by.

use maker_words::{Language, spoken};

const ENGLISH: &str = include_str!("countries.txt");
const FRENCH: &str = include_str!("countries.fr.txt");
const ARABIC: &str = include_str!("countries.ar.txt");

/// All of them: letters and English name, in the order of their letters.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    of(ENGLISH)
}

/// A country's name by its letters, in either case, in the language that is spoken.
#[must_use]
pub fn name(code: &str) -> Option<&'static str> {
    let names = match spoken() {
        Language::English => ENGLISH,
        Language::French => FRENCH,
        Language::Arabic => ARABIC,
    };
    of(names).find(|(of, _)| of.eq_ignore_ascii_case(code)).map(|(_, name)| name)
}

fn of(names: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    names.lines().filter_map(|line| line.split_once(' '))
}

/// The letters of what somebody wrote: letters themselves, or the whole name in any of the languages.
#[must_use]
pub fn code(written: &str) -> Option<&'static str> {
    let text = written.trim().to_lowercase();
    let mut names = all().chain(of(FRENCH)).chain(of(ARABIC));
    names.find(|(code, name)| code.to_lowercase() == text || name.to_lowercase() == text).map(|(code, _)| code)
}

#[cfg(test)]
mod tests {
    use maker_words::in_language;

    use super::*;

    #[test]
    fn p01_a_country_is_found_by_its_letters_and_by_its_name() {
        assert_eq!((name("GH"), name("de"), name("QQ"), name("")), (Some("Ghana"), Some("Germany"), None, None));
        assert_eq!((code("gh"), code(" Ghana "), code("åland islands")), (Some("GH"), Some("GH"), Some("AX")));
        assert_eq!((code("allemagne"), code("غانا")), (Some("DE"), Some("GH")), "as it is shown to whoever speaks so");
        assert_eq!((code("Atlantis"), code("")), (None, None));
        assert!(all().count() > 240 && all().all(|(code, name)| code.len() == 2 && !name.is_empty()));
    }

    #[test]
    fn g14_a_country_has_its_name_in_every_language() {
        let germany = |language| in_language(language, || name("de"));
        assert_eq!(Language::ALL.map(germany), [Some("Germany"), Some("Allemagne"), Some("ألمانيا")]);
        for names in [FRENCH, ARABIC] {
            assert!(of(names).map(|(code, _)| code).eq(all().map(|(code, _)| code)), "the same, in the same order");
            assert!(of(names).all(|(_, name)| !name.trim().is_empty()));
        }
    }
}
