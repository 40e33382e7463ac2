//! What somebody typed into the search, as what the database is asked. It is never taken for the search's own language.

/// What is looked for beyond so many letters is not: nobody types that much.
const LETTERS: usize = 200;

/// Words beyond so many are not looked for.
const WORDS: usize = 12;

/// What is to be found, all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// An expression of the full-text index: words by how they begin.
    pub(super) indexed: Option<String>,
    /// Patterns for `LIKE`: what the index has no words for.
    pub(super) literal: Vec<String>,
}

/// Reads what was typed. Words of scripts that part them by spaces are looked up in the index by how they begin; everything
/// else (scripts without spaces, emoji, signs) is looked for as it stands, anywhere in the text.
pub(super) fn words(typed: &str) -> Words {
    let typed: String = typed.chars().take(LETTERS).collect();
    let terms = typed.split(|c: char| c.is_whitespace() || c.is_control()).filter(|term| !term.is_empty()).take(WORDS);
    let mut words = Words::default();
    let mut indexed = Vec::new();
    for term in terms {
        if in_index(term) {
            // In quotation marks everything is a text; a quotation mark is written twice.
            indexed.push(format!("\"{}\"*", term.replace('"', "\"\"")));
        } else {
            words.literal.push(format!("%{}%", escaped(term)));
        }
    }
    words.indexed = (!indexed.is_empty()).then(|| indexed.join(" "));
    words
}

/// Whether the index's tokenizer (unicode61) finds whole words in it: it has a letter or digit, and no letter of a script
/// that is written without spaces or that the tokenizer splits within words.
fn in_index(term: &str) -> bool {
    let parted = |c: char| c < '\u{900}' || ('\u{1E00}'..'\u{2000}').contains(&c);
    let mut letters = term.chars().filter(|c| c.is_alphanumeric()).peekable();
    letters.peek().is_some() && letters.all(parted)
}

/// A text as `LIKE` takes it literally, with `\` for escaping.
fn escaped(term: &str) -> String {
    term.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> (Option<String>, Vec<String>) {
        let words = words(typed);
        (words.indexed, words.literal)
    }

    #[test]
    fn l_01_words_are_looked_up_by_how_they_begin_and_signs_of_the_search_are_text() {
        for (typed, indexed) in [
            ("oak cha", r#""oak"* "cha"*"#),
            ("\"oak", r#""""oak"*"#),
            ("oak NEAR(chair) AND -x", r#""oak"* "NEAR(chair)"* "AND"* "-x"*"#),
            ("words:oak*", r#""words:oak*"*"#),
            ("oak\0chair", r#""oak"* "chair"*"#),
            ("كرسي בלוט", r#""كرسي"* "בלוט"*"#),
        ] {
            assert_eq!(read(typed), (Some(indexed.to_owned()), vec![]), "{typed:?}");
        }
    }

    #[test]
    fn l_01_what_the_index_has_no_words_for_is_looked_for_as_it_stands() {
        for (typed, literal) in
            [("椅子", "%椅子%"), ("ไม้โอ๊ก", "%ไม้โอ๊ก%"), ("🪑", "%🪑%"), ("%", "%\\%%"), ("_", "%\\_%"), ("-", "%-%")]
        {
            assert_eq!(read(typed), (None, vec![literal.to_owned()]), "{typed:?}");
        }
    }

    #[test]
    fn l_01_nothing_typed_looks_for_nothing_and_a_megabyte_for_its_beginning() {
        assert_eq!(words(" \t\0\n"), Words::default());
        let much = words(&"oak ".repeat(1 << 18));
        assert_eq!(much.indexed.map(|text| text.len()), Some(WORDS * "\"oak\"* ".len() - 1));
        let long = words(&"x".repeat(1 << 20));
        assert_eq!(long.indexed.map(|text| text.len()), Some(LETTERS + 3));
    }
}
