//! What a maker writes again and again: a text, or a list of tags, by a name.

use maker_words::say;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::text;

/// Of one desk.
pub const MOST: usize = 300;

/// Characters in a name.
pub const NAME_MAX: usize = 60;

/// Bytes in a text: as much as the longest field that it goes into takes.
pub const TEXT_MAX_BYTES: usize = 5_000;

/// Tags in a list; a platform takes fewer.
pub const TAGS_MAX: usize = 100;

/// Which of the two it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SnippetKind {
    /// A text.
    #[default]
    Text,
    /// Tags.
    Tags,
}

impl SnippetKind {
    /// The stored form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "TEXT",
            Self::Tags => "TAGS",
        }
    }

    /// Reads the stored form.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Text, Self::Tags].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// What is edited. Whoever takes a text for tags and comes back finds it as it was: both are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SnippetFields {
    /// What it is found by.
    pub name: String,
    /// Which of the two below is meant.
    pub kind: SnippetKind,
    /// The text.
    pub text: String,
    /// The tags, without `#`.
    pub tags: Vec<String>,
}

impl SnippetFields {
    /// Nothing has been written into it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.name.trim().is_empty() && self.text.trim().is_empty() && self.tags.is_empty()
    }

    /// Why it cannot be kept; `None` when it can, also while it is unfinished.
    #[must_use]
    pub fn trouble(&self) -> Option<String> {
        let name = text::characters(&self.name);
        let bytes = self.text.len();
        if name > NAME_MAX {
            Some(say!("fields-short-name", most = NAME_MAX, over = name - NAME_MAX))
        } else if bytes > TEXT_MAX_BYTES {
            Some(say!("fields-snippet-long", over = bytes - TEXT_MAX_BYTES))
        } else if self.tags.len() > TAGS_MAX || self.tags.iter().any(|tag| text::characters(tag) > NAME_MAX) {
            Some(say!("fields-snippet-tags", most = TAGS_MAX, length = NAME_MAX))
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c12_a_snippet_is_kept_while_it_is_unfinished_and_bounded() {
        let begun = SnippetFields::default();
        assert!(begun.is_empty() && begun.trouble().is_none());
        let long = |name: usize, text: usize, tags: usize| SnippetFields {
            name: "é".repeat(name),
            text: "a".repeat(text),
            tags: vec!["oak".into(); tags],
            ..begun.clone()
        };
        assert_eq!(long(NAME_MAX, TEXT_MAX_BYTES, TAGS_MAX).trouble(), None);
        for (over, said) in
            [(long(61, 0, 0), "cut 1."), (long(0, 5_003, 0), "cut 3."), (long(0, 0, 101), "take some out")]
        {
            assert!(over.trouble().is_some_and(|words| words.contains(said)));
        }
    }
}
