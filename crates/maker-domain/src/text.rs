//! How long a text is, by each platform's own way of counting.

use unicode_segmentation::UnicodeSegmentation;

/// Code points that a list shows of a text: more than a row has room for.
const IN_A_LIST: usize = 300;

/// A text for a row of a list: of a longer one the beginning, up to the end of what people call a character. What is
/// edited, searched or written to a file is the whole.
#[must_use]
pub fn beginning(text: &str) -> String {
    let Some((end, behind)) = text.char_indices().nth(IN_A_LIST) else { return text.to_owned() };
    // The last character of these may go on behind them; one that is all of them is parted.
    let last = text[..end + behind.len_utf8()].grapheme_indices(true).next_back();
    let end = last.map_or(end, |(start, _)| if start > 0 { start } else { end });
    format!("{}…", &text[..end])
}

/// What people call characters.
#[must_use]
pub fn characters(text: &str) -> usize {
    text.graphemes(true).count()
}

/// Unicode code points: how YouTube counts a title's 100 characters.
#[must_use]
pub fn code_points(text: &str) -> usize {
    text.chars().count()
}

/// UTF-16 code units: how TikTok counts a caption's 2,200.
#[must_use]
pub fn utf16_units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// UTF-8 bytes: how YouTube counts a description's 5,000.
#[must_use]
pub fn utf8_bytes(text: &str) -> usize {
    text.len()
}

/// YouTube's counting of tags: their lengths, one comma between each two, and two quotation marks for a tag with a space
/// (YouTube Data API, `snippet.tags[]`).
#[must_use]
pub fn tags_length(tags: &[String]) -> usize {
    let words: usize = tags.iter().map(|t| code_points(t) + if t.contains(' ') { 2 } else { 0 }).sum();
    words + tags.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn youtube_counts_a_tag_with_a_space_as_quoted() {
        assert_eq!(tags_length(&["Foo Baz".into()]), 9);
        assert_eq!(tags_length(&["Foo-Baz".into()]), 7);
        assert_eq!(tags_length(&["a".into(), "b c".into()]), 1 + 1 + 5);
        assert_eq!(tags_length(&[]), 0);
    }

    #[test]
    fn a_list_shows_the_beginning_of_a_long_text_and_parts_no_character() {
        let fits = "o".repeat(IN_A_LIST);
        assert_eq!(beginning(&fits), fits);
        assert_eq!(beginning(&format!("{fits}ak")), format!("{fits}…"));
        let family = "👩‍👩‍👧";
        let before = "o".repeat(IN_A_LIST - 2);
        assert_eq!(beginning(&format!("{before}{family}")), format!("{before}…"));
        // A letter under half a megabyte of accents.
        let heap = format!("e{}", "\u{301}".repeat(250_000));
        assert_eq!(code_points(&beginning(&heap)), IN_A_LIST + 1);
    }

    #[test]
    fn each_platform_counts_an_emoji_its_own_way() {
        let family = "👩‍👩‍👧";
        assert_eq!((characters(family), code_points(family), utf16_units(family), utf8_bytes(family)), (1, 5, 8, 18));
    }
}
