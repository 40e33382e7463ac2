//! Two versions of a draft, held against each other word by word.

use serde::Serialize;
use specta::Type;

use crate::VideoType;
use crate::draft::{DraftFields, YoutubePrivacy};
use crate::followup::PlaylistChoice;
use crate::schedule::When;
use crate::sync::merge3::{Hunk, Names, hunks, tokens};

/// What became of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Fate {
    /// It is in both.
    Same,
    /// It is only in the older one.
    Removed,
    /// It is only in the newer one.
    Added,
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Piece {
    /// What became of it.
    pub fate: Fate,
    /// The text; never empty.
    pub text: String,
}

/// A field that two versions differ in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FieldChange {
    /// What people call it.
    pub field: String,
    /// The older text with what was taken away and what was added, in reading order.
    pub pieces: Vec<Piece>,
    /// Words that were added.
    pub added: u32,
    /// Words that were taken away.
    pub removed: u32,
    /// It is an answer to a question and no text: its words are not counted.
    pub choice: bool,
}

/// What `new` has made of `old`, field by field in the order of the composer. Empty when they say the same.
#[must_use]
pub fn compare(old: &DraftFields, new: &DraftFields) -> Vec<FieldChange> {
    let (text, choice) = (texts(old).into_iter().zip(texts(new)), choices(old).into_iter().zip(choices(new)));
    let all = text.map(|both| (false, both)).chain(choice.map(|both| (true, both)));
    all.filter(|(_, ((_, old), (_, new)))| old != new)
        .map(|(choice, ((name, old), (_, new)))| change(name, &old, &new, choice))
        .collect()
}

/// The same in a line: "Title, 12 words more". At most three fields are named.
#[must_use]
pub fn in_a_line(changes: &[FieldChange]) -> String {
    const NAMED: usize = 3;
    let mut parts: Vec<String> = changes.iter().take(NAMED).map(one).collect();
    match changes.len().saturating_sub(NAMED) {
        0 => {}
        1 => parts.push("1 more field".to_owned()),
        more => parts.push(format!("{more} more fields")),
    }
    if parts.is_empty() { "Nothing that is shown".to_owned() } else { parts.join("; ") }
}

fn one(change: &FieldChange) -> String {
    let words = |n: u32| if n == 1 { "1 word".to_owned() } else { format!("{n} words") };
    let field = &change.field;
    if change.choice {
        let now: String = change.pieces.iter().filter(|p| p.fate != Fate::Removed).map(|p| p.text.as_str()).collect();
        return if now.is_empty() { format!("{field}, answer taken back") } else { format!("{field}: {now}") };
    }
    match (change.added, change.removed) {
        (0, 0) => format!("{field}, signs only"),
        (added, 0) => format!("{field}, {} more", words(added)),
        (0, removed) => format!("{field}, {} fewer", words(removed)),
        (added, removed) if added == removed => format!("{field}, {} changed", words(added)),
        (added, removed) => format!("{field}, {} added and {removed} taken away", words(added)),
    }
}

fn change(name: &str, old: &str, new: &str, choice: bool) -> FieldChange {
    let pieces = if choice { replaced(old, new) } else { pieces(old, new) };
    let words = |fate: Fate| {
        let n: usize = pieces.iter().filter(|piece| piece.fate == fate).map(|piece| count(&piece.text)).sum();
        u32::try_from(n).unwrap_or(u32::MAX)
    };
    FieldChange { field: name.to_owned(), added: words(Fate::Added), removed: words(Fate::Removed), choice, pieces }
}

fn count(text: &str) -> usize {
    tokens(text).into_iter().filter(|token| token.chars().any(char::is_alphanumeric)).count()
}

/// The older text with what the newer one changed in it. Texts that are too long to compare stand one behind the other.
fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let mut names = Names::default();
    let [was, is] = [old, new].map(|text| names.of(tokens(text)));
    let Some(hunks) = hunks(&was, &is) else {
        return replaced(old, new);
    };
    let (mut pieces, mut at) = (Vec::new(), 0);
    let mut rest = hunks.into_iter().peekable();
    while let Some(first) = rest.next() {
        push(&mut pieces, Fate::Same, &was.words[at..first.start].concat());
        let (mut removed, mut added) = (was.words[first.start..first.end].concat(), first.new.concat());
        at = first.end;
        // Neighbours with nothing but a space between them read as one change.
        while let Some(next) = rest.next_if(|next| is_space(&was.words[at..next.start])) {
            let between = was.words[at..next.start].concat();
            let Hunk { start, end, new } = next;
            removed.extend([between.as_str(), &was.words[start..end].concat()]);
            added.extend([between.as_str(), &new.concat()]);
            at = end;
        }
        push(&mut pieces, Fate::Removed, &removed);
        push(&mut pieces, Fate::Added, &added);
    }
    push(&mut pieces, Fate::Same, &was.words[at..].concat());
    pieces
}

fn replaced(old: &str, new: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    push(&mut pieces, Fate::Removed, old);
    push(&mut pieces, Fate::Added, new);
    pieces
}

fn is_space(words: &[&str]) -> bool {
    words.iter().all(|word| *word == " ")
}

fn push(pieces: &mut Vec<Piece>, fate: Fate, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece { fate, text: text.to_owned() });
    }
}

/// What was written, field by field.
fn texts(fields: &DraftFields) -> [(&'static str, String); 6] {
    let own = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        ("Title", fields.title.clone()),
        ("Description", fields.description.clone()),
        ("Tags", fields.tags.join(", ")),
        ("Title on YouTube", own(&fields.youtube.title)),
        ("Description on YouTube", own(&fields.youtube.description)),
        ("Caption on TikTok", own(&fields.tiktok.caption)),
    ]
}

/// What was chosen, in words. What was not answered says nothing.
fn choices(fields: &DraftFields) -> [(&'static str, String); 20] {
    let DraftFields { video_type, targets, schedule, youtube, tiktok, .. } = fields;
    let yes = |on: bool| if on { "Yes".to_owned() } else { "No".to_owned() };
    let answer = |asked: Option<bool>| asked.map(yes).unwrap_or_default();
    let cover = |ms: u32| format!("at {}.{:03} s", ms / 1000, ms % 1000);
    let platforms: Vec<String> = targets.iter().map(ToString::to_string).collect();
    [
        ("Kind of video", video_type.map(kind).unwrap_or_default().to_owned()),
        ("Platforms", platforms.join(", ")),
        ("Time", schedule.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("Time on YouTube", youtube.schedule.as_ref().map(when).unwrap_or_default()),
        ("Time on TikTok", tiktok.schedule.as_ref().map(when).unwrap_or_default()),
        ("Who may watch on YouTube", youtube.privacy.map(youtube_privacy).unwrap_or_default().to_owned()),
        ("Made for kids", answer(youtube.made_for_kids)),
        ("Altered or AI-made, on YouTube", answer(youtube.synthetic)),
        ("Category on YouTube", youtube.category_id.clone().unwrap_or_default()),
        ("Published quietly on YouTube", yes(youtube.quiet)),
        ("Playlist on YouTube", youtube.playlist.as_ref().map(playlist).unwrap_or_default()),
        ("Who may watch on TikTok", tiktok.privacy.as_deref().map(tiktok_privacy).unwrap_or_default().to_owned()),
        ("Comments on TikTok", yes(tiktok.allow_comment)),
        ("Duets on TikTok", yes(tiktok.allow_duet)),
        ("Stitches on TikTok", yes(tiktok.allow_stitch)),
        ("Promotes something, on TikTok", yes(tiktok.commercial)),
        ("What is promoted, on TikTok", brands(tiktok.your_brand, tiktok.branded_content)),
        ("AI-made, on TikTok", answer(tiktok.ai_generated)),
        ("To the TikTok inbox", yes(tiktok.to_inbox)),
        ("Cover on TikTok", tiktok.cover_at_ms.map(cover).unwrap_or_default()),
    ]
}

fn when(when: &When) -> String {
    match when {
        When::Now => "Now".to_owned(),
        When::At(time) => time.to_string(),
    }
}

const fn kind(kind: VideoType) -> &'static str {
    match kind {
        VideoType::Short => "Short",
        VideoType::Long => "Long",
        VideoType::Demo => "Demo",
    }
}

const fn youtube_privacy(choice: YoutubePrivacy) -> &'static str {
    match choice {
        YoutubePrivacy::Public => "Public",
        YoutubePrivacy::Unlisted => "Unlisted",
        YoutubePrivacy::Private => "Private",
    }
}

/// TikTok's levels by their own names; one that is not known here as TikTok spells it.
fn tiktok_privacy(level: &str) -> &str {
    match level {
        "PUBLIC_TO_EVERYONE" => "Everyone",
        "MUTUAL_FOLLOW_FRIENDS" => "Friends",
        "FOLLOWER_OF_CREATOR" => "Followers",
        "SELF_ONLY" => "Only me",
        other => other,
    }
}

fn brands(yours: bool, branded: bool) -> String {
    match (yours, branded) {
        (false, false) => "",
        (true, false) => "Your brand",
        (false, true) => "Branded content",
        (true, true) => "Your brand, Branded content",
    }
    .to_owned()
}

fn playlist(choice: &PlaylistChoice) -> String {
    let (PlaylistChoice::Existing { title, .. } | PlaylistChoice::New { title, .. }) = choice;
    title.clone()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn titled(title: &str) -> DraftFields {
        DraftFields { title: title.to_owned(), ..DraftFields::default() }
    }

    fn shown(old: &str, new: &str) -> String {
        let marked = |piece: &Piece| match piece.fate {
            Fate::Same => piece.text.clone(),
            Fate::Removed => format!("[-{}]", piece.text),
            Fate::Added => format!("[+{}]", piece.text),
        };
        pieces(old, new).iter().map(marked).collect()
    }

    #[test]
    fn c_02_words_are_compared_and_not_letters_nor_lines() {
        assert_eq!(shown("Oak chair, oiled", "Ash chair, oiled"), "[-Oak][+Ash] chair, oiled");
        assert_eq!(shown("one two three", "four five three"), "[-one two][+four five] three");
        assert_eq!(shown("", "new"), "[+new]");
        assert_eq!(shown("a\nb", "a\nc b"), "a\n[+c ]b");
    }

    #[test]
    fn c_02_a_line_says_what_changed_in_words() {
        let line = |old: &DraftFields, new: &DraftFields| in_a_line(&compare(old, new));
        assert_eq!(line(&titled("Oak"), &titled("Oak chair, oiled")), "Title, 2 words more");
        assert_eq!(line(&titled("Oak chair"), &titled("Ash chair")), "Title, 1 word changed");
        assert_eq!(line(&titled("Oak chair"), &titled("Oak")), "Title, 1 word fewer");
        assert_eq!(line(&titled("Oak"), &titled("Oak!")), "Title, signs only");
        let mut answered = titled("Oak");
        answered.youtube.made_for_kids = Some(false);
        answered.tags = vec!["oak".into(), "chair".into()];
        assert_eq!(line(&titled("Oak"), &answered), "Tags, 2 words more; Made for kids: No");
    }

    #[test]
    fn c_02_every_field_that_differs_is_shown() {
        let full = serde_json::json!({
            "title": "t", "description": "d", "tags": ["x"], "video_type": "SHORT", "targets": ["YOUTUBE"],
            "schedule": {"date": "2026-12-01", "minute": 1080, "zone": "Europe/Paris"},
            "youtube": {"schedule": {"when": "NOW"}, "title": "t", "description": "d", "privacy": "public", "made_for_kids": true, "synthetic": true,
                        "category_id": "22", "quiet": true, "playlist": {"is": "EXISTING", "id": "p", "title": "Chairs"}},
            "tiktok": {"schedule": {"when": "NOW"}, "caption": "c", "privacy": "SELF_ONLY", "allow_comment": true, "allow_duet": true, "allow_stitch": true,
                       "commercial": true, "your_brand": true, "branded_content": true, "ai_generated": true,
                       "to_inbox": true, "cover_at_ms": 1500},
        });
        let full: DraftFields = serde_json::from_value(full).unwrap();
        let alone = serde_json::to_value(&full).unwrap();
        let parts = |value: &serde_json::Value| -> usize {
            let platform = |(name, v): (&String, &serde_json::Value)| match name.as_str() {
                "youtube" | "tiktok" => v.as_object().unwrap().len(),
                _ => 1,
            };
            value.as_object().unwrap().iter().map(platform).sum()
        };
        // Both kinds of promotion share a line.
        assert_eq!(compare(&DraftFields::default(), &full).len() + 1, parts(&alone));
    }

    proptest! {
        #[test]
        fn c_02_both_texts_can_be_read_out_of_a_comparison(old in "[a-c ,\n]{0,40}", new in "[a-c ,\n]{0,40}") {
            let pieces = pieces(&old, &new);
            let without = |fate: Fate| pieces.iter().filter(|p| p.fate != fate).map(|p| p.text.as_str()).collect::<String>();
            prop_assert_eq!(without(Fate::Added), old);
            prop_assert_eq!(without(Fate::Removed), new);
        }
    }
}
