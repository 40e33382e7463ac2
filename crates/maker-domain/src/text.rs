//! How long a text is, by each platform's own way of counting.

use unicode_segmentation::UnicodeSegmentation;

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
    fn each_platform_counts_an_emoji_its_own_way() {
        let family = "👩‍👩‍👧";
        assert_eq!((characters(family), code_points(family), utf16_units(family), utf8_bytes(family)), (1, 5, 8, 18));
    }
}
