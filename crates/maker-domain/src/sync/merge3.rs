//! Makes one text of two that were written from the same one, word by word, or says that people have to choose.
//!
//! The backend and the model of it must come to the same text, so nothing here asks a clock: what bounds the work is the
//! size of the texts alone.

use std::collections::HashMap;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

use super::wire::FIELD_MAX_BYTES;

/// Where the changed stretch of a text has more tokens than this it is taken as a conflict: it is a text of about 190 kB
/// with edits at both ends, and the hardest ones take some tenths of a second.
const CHANGED_MAX: usize = 1 << 16;

/// The text that has what `ours` and what `theirs` made of `base`. `None` when they changed the same place or places
/// beside each other, where any mixture would be a sentence that nobody wrote, and when the result would be larger than a
/// value may be ([`FIELD_MAX_BYTES`]) or the texts are too long to compare.
///
/// Which of the two comes first makes no difference.
#[must_use]
pub fn merge3(base: &str, ours: &str, theirs: &str) -> Option<String> {
    if ours == theirs || base == theirs {
        return Some(ours.to_owned());
    }
    if base == ours {
        return Some(theirs.to_owned());
    }
    if [base, ours, theirs].iter().any(|text| text.len() > FIELD_MAX_BYTES) {
        return None;
    }
    let mut names = Names::default();
    let [base, ours, theirs] = [base, ours, theirs].map(|text| names.of(tokens(text)));
    let (mut a, mut b) = (hunks(&base, &ours)?.into_iter().peekable(), hunks(&base, &theirs)?.into_iter().peekable());
    let mut merged = String::new();
    let mut at = 0;
    loop {
        let hunk = match (a.peek(), b.peek()) {
            (None, None) => break,
            (Some(x), Some(y)) if x == y => {
                b.next();
                a.next()
            }
            (Some(x), Some(y)) if x.start <= y.end && y.start <= x.end => return None,
            (Some(x), Some(y)) if x.start < y.start => a.next(),
            (Some(_), None) => a.next(),
            (_, Some(_)) => b.next(),
        };
        let Some(hunk) = hunk else { break };
        merged.extend(base.words.get(at..hunk.start)?.iter().copied());
        merged.extend(hunk.new.iter().copied());
        at = hunk.end;
    }
    merged.extend(base.words.get(at..)?.iter().copied());
    (merged.len() <= FIELD_MAX_BYTES).then_some(merged)
}

/// Base tokens `start..end` became `new`.
#[derive(PartialEq)]
pub(crate) struct Hunk<'t, 'w> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) new: &'w [&'t str],
}

/// What `new` changed in `base`, from the front to the back; neighbours have something unchanged between them. `None`
/// when that would take too long to find out.
pub(crate) fn hunks<'t, 'w>(base: &Named<'t>, new: &'w Named<'t>) -> Option<Vec<Hunk<'t, 'w>>> {
    let before = base.numbers.iter().zip(&new.numbers).take_while(|(x, y)| x == y).count();
    let (old_rest, new_rest) = (&base.numbers[before..], &new.numbers[before..]);
    let after = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(x, y)| x == y).count();
    let (old, changed) = (&old_rest[..old_rest.len() - after], &new_rest[..new_rest.len() - after]);
    if old.len().max(changed.len()) > CHANGED_MAX {
        return None;
    }
    let ops = capture_diff_slices(Algorithm::Myers, old, changed);
    let hunk = |op: &DiffOp| {
        let (old, new_range) = (op.old_range(), op.new_range());
        let new = &new.words[before + new_range.start..before + new_range.end];
        Hunk { start: before + old.start, end: before + old.end, new }
    };
    Some(ops.iter().filter(|op| op.tag() != DiffTag::Equal).map(hunk).collect())
}

/// A text's tokens, and the number that stands for each: numbers are compared much faster than words.
pub(crate) struct Named<'t> {
    pub(crate) words: Vec<&'t str>,
    numbers: Vec<usize>,
}

#[derive(Default)]
pub(crate) struct Names<'t>(HashMap<&'t str, usize>);

impl<'t> Names<'t> {
    pub(crate) fn of(&mut self, words: Vec<&'t str>) -> Named<'t> {
        let numbers = words.iter().map(|word| {
            let next = self.0.len();
            *self.0.entry(word).or_insert(next)
        });
        Named { numbers: numbers.collect(), words }
    }
}

/// Words, and whatever stands between them piece by piece. What a reader takes for one character is never cut, nor is a
/// line's end; a script without spaces falls into its characters.
pub(crate) fn tokens(text: &str) -> Vec<&str> {
    let mut ends_of_words = text.split_word_bound_indices().map(|(at, _)| at).peekable();
    let mut tokens = Vec::new();
    let mut start = 0;
    for (at, character) in text.grapheme_indices(true) {
        while ends_of_words.next_if(|end| *end < at).is_some() {}
        let ends_here = ends_of_words.peek() == Some(&at) || character.chars().all(char::is_whitespace);
        if ends_here && start < at {
            tokens.push(&text[start..at]);
            start = at;
        }
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn edits_in_different_places_are_both_in_it() {
        let merged = merge3("a mug of ash glaze", "a big mug of ash glaze", "a mug of clay glaze");
        assert_eq!(merged.as_deref(), Some("a big mug of clay glaze"));
        let apart = merge3("one two three", "ONE two three", "one two THREE, four");
        assert_eq!(apart.as_deref(), Some("ONE two THREE, four"));
    }

    #[test]
    fn edits_of_one_place_or_beside_each_other_are_for_people_to_settle() {
        assert_eq!(merge3("a mug", "a cup", "a bowl"), None);
        assert_eq!(merge3("mug", "mug and saucer", "mug or cup"), None);
        assert_eq!(merge3("ash glaze mug", "ash mug", "ash glossy mug"), None);
        assert_eq!(merge3("", "ours", "theirs"), None);
        assert_eq!(merge3("a b", "a", "x b"), None, "a hunk that begins where the other ends");
    }

    #[test]
    fn the_same_edit_on_both_sides_is_there_once() {
        let merged = merge3("kiln at noon, mugs", "kiln at two, mugs!", "the kiln at two, mugs");
        assert_eq!(merged.as_deref(), Some("the kiln at two, mugs!"));
    }

    #[test]
    fn what_a_reader_takes_for_one_character_stays_whole() {
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}";
        let text = format!("e\u{301}t\u{e9} {family}\r\n\u{600}1  don't 3.14");
        assert_eq!(tokens(&text), ["e\u{301}t\u{e9}", " ", family, "\r\n", "\u{600}1", " ", " ", "don't", " ", "3.14"]);
        assert_eq!(tokens("釉薬の色"), ["釉", "薬", "の", "色"]);
        assert_eq!(
            merge3("a\r\nb c", "a\nb c", "a\r\nb d").as_deref(),
            Some("a\nb d"),
            "an end of line changes as a whole"
        );
    }

    #[test]
    fn a_merge_that_no_value_could_hold_is_a_conflict() {
        let half = "x".repeat(FIELD_MAX_BYTES / 2);
        assert_eq!(merge3("a b c", &format!("{half} a b c"), &format!("a b c {half}")), None);
        let large = "y".repeat(FIELD_MAX_BYTES + 1);
        assert_eq!(merge3("a b", &large, "a c"), None);
    }

    #[test]
    fn a_few_edits_in_the_longest_text_are_merged() {
        let words: Vec<_> = (0..24_000).map(|n| format!("word{n}")).collect();
        let with = |at: &[usize], word: &str| {
            let mut words = words.clone();
            at.iter().for_each(|at| words[*at] = word.to_owned());
            words.join(" ")
        };
        let merged = merge3(&with(&[], ""), &with(&[0, 23_999], "ours"), &with(&[9, 20_000], "theirs")).unwrap();
        assert!(merged.starts_with("ours word1") && merged.ends_with("word23998 ours"));
        assert_eq!(merged.matches("theirs").count(), 2);
    }

    /// Few different words in no order, as long as a value may be: the hardest there is to compare.
    #[test]
    fn hostile_texts_of_the_largest_size_take_bounded_time() {
        let noise = |mut seed: u64, bytes: usize| {
            let mut text = String::new();
            while text.len() < bytes {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push(['!', '?', '.'][(seed >> 33) as usize % 3]);
            }
            text
        };
        let began = Instant::now();
        for bytes in [FIELD_MAX_BYTES, CHANGED_MAX] {
            let [base, ours, theirs] = [1, 2, 3].map(|seed| noise(seed, bytes));
            assert_eq!(merge3(&base, &ours, &theirs), None);
        }
        assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
    }

    fn text() -> impl Strategy<Value = String> {
        let word = prop_oneof![
            8 => "[a-e]{1,2}",
            2 => "[\u{e9}\u{301}\u{200d}\u{1F468}\u{1F469}釉薬\r\n!,.' ]{1,3}",
            1 => "\\PC{0,4}"
        ];
        proptest::collection::vec(word, 0..20).prop_map(|words| words.join(" "))
    }

    /// A text and two that were made from it by changing, adding and removing words.
    fn edited() -> impl Strategy<Value = (String, String, String)> {
        let change = || proptest::collection::vec((any::<prop::sample::Index>(), 0..3, "[f-z]{3}"), 0..4);
        let edit = |text: &str, changes: &[(prop::sample::Index, i32, String)]| {
            let mut words: Vec<_> = text.split(' ').map(str::to_owned).collect();
            for (place, kind, word) in changes {
                let at = place.index(words.len());
                match kind {
                    0 => words[at].clone_from(word),
                    1 => words.insert(at, word.clone()),
                    _ if words.len() > 1 => drop(words.remove(at)),
                    _ => {}
                }
            }
            words.join(" ")
        };
        (text(), change(), change()).prop_map(move |(base, x, y)| {
            let (ours, theirs) = (edit(&base, &x), edit(&base, &y));
            (base, ours, theirs)
        })
    }

    proptest! {
        #[test]
        fn a_side_that_changed_nothing_leaves_the_other((base, ours, _) in edited()) {
            prop_assert_eq!(merge3(&base, &ours, &base), Some(ours.clone()));
            prop_assert_eq!(merge3(&base, &base, &ours), Some(ours));
        }

        #[test]
        fn equal_sides_are_the_result((base, ours, _) in edited()) {
            prop_assert_eq!(merge3(&base, &ours, &ours), Some(ours));
        }

        #[test]
        fn the_order_of_the_sides_makes_no_difference((base, ours, theirs) in edited()) {
            prop_assert_eq!(merge3(&base, &ours, &theirs), merge3(&base, &theirs, &ours));
        }

        #[test]
        fn every_word_that_either_side_added_is_in_a_clean_merge((base, ours, theirs) in edited()) {
            if let Some(merged) = merge3(&base, &ours, &theirs) {
                let base = tokens(&base);
                for word in tokens(&ours).into_iter().chain(tokens(&theirs)).filter(|word| !base.contains(word)) {
                    prop_assert!(merged.contains(word), "{:?} is not in {:?}", word, merged);
                }
            }
        }

        #[test]
        fn any_three_texts_do_not_panic(base in "\\PC{0,30}|(?s).{0,30}", ours in "(?s).{0,30}", theirs in text()) {
            prop_assert_eq!(merge3(&base, &ours, &theirs), merge3(&base, &theirs, &ours));
            prop_assert_eq!(merge3(&theirs, &base, &ours), merge3(&theirs, &ours, &base));
        }

        #[test]
        fn tokens_are_the_text_and_never_cut_a_character(text in "(?s).{0,60}") {
            let tokens = tokens(&text);
            prop_assert_eq!(tokens.concat(), text.clone());
            let characters: std::collections::HashSet<_> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            let mut at = 0;
            for token in tokens {
                prop_assert!(characters.contains(&at));
                at += token.len();
            }
        }
    }
}
