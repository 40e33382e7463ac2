//! Countries by their ISO 3166-1 letters, with the names that people know them by.

const LINES: &str = include_str!("countries.txt");

/// All of them: letters and name, in the order of their letters.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    LINES.lines().filter_map(|line| line.split_once(' '))
}

/// A country's name by its letters, in either case.
#[must_use]
pub fn name(code: &str) -> Option<&'static str> {
    all().find(|(of, _)| of.eq_ignore_ascii_case(code)).map(|(_, name)| name)
}

/// The letters of what somebody wrote: letters themselves, or the whole name.
#[must_use]
pub fn code(written: &str) -> Option<&'static str> {
    let text = written.trim().to_lowercase();
    all().find(|(code, name)| code.to_lowercase() == text || name.to_lowercase() == text).map(|(code, _)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p01_a_country_is_found_by_its_letters_and_by_its_name() {
        assert_eq!((name("GH"), name("de"), name("QQ"), name("")), (Some("Ghana"), Some("Germany"), None, None));
        assert_eq!((code("gh"), code(" Ghana "), code("åland islands")), (Some("GH"), Some("GH"), Some("AX")));
        assert_eq!((code("Atlantis"), code("")), (None, None));
        assert!(all().count() > 240 && all().all(|(code, name)| code.len() == 2 && !name.is_empty()));
    }
}
