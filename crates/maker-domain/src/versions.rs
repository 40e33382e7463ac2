//! Two versions of a draft, held against each other word by word.

use maker_words::{One, say};
use serde::Serialize;
use specta::Type;

use crate::VideoType;
use crate::draft::{DraftFields, YoutubePrivacy};
use crate::followup::PlaylistChoice;
use crate::schedule::{WallTime, When};
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
    let more = changes.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| say!("changes-more-fields", count = more));
    let parts = changes.iter().take(NAMED).map(one).chain(more);
    parts
        .reduce(|first, second| say!("changes-and", first = first, second = second))
        .unwrap_or_else(|| say!("changes-nothing"))
}

fn one(change: &FieldChange) -> String {
    let field = &change.field;
    if change.choice {
        let now: String = change.pieces.iter().filter(|p| p.fate != Fate::Removed).map(|p| p.text.as_str()).collect();
        return if now.is_empty() {
            say!("changes-answer-back", field = field)
        } else {
            say!("changes-answer", field = field, answer = now)
        };
    }
    match (change.added, change.removed) {
        (0, 0) => say!("changes-signs", field = field),
        (added, 0) => say!("changes-words-more", field = field, count = added),
        (0, removed) => say!("changes-words-fewer", field = field, count = removed),
        (added, removed) if added == removed => say!("changes-words-changed", field = field, count = added),
        (added, removed) => say!("changes-words-both", field = field, added = added, removed = removed),
    }
}

fn change(name: String, old: &str, new: &str, choice: bool) -> FieldChange {
    let pieces = if choice { replaced(old, new) } else { pieces(old, new) };
    let words = |fate: Fate| {
        let n: usize = pieces.iter().filter(|piece| piece.fate == fate).map(|piece| count(&piece.text)).sum();
        u32::try_from(n).unwrap_or(u32::MAX)
    };
    FieldChange { field: name, added: words(Fate::Added), removed: words(Fate::Removed), choice, pieces }
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
fn texts(fields: &DraftFields) -> [(String, String); 6] {
    let own = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        (say!("changes-title"), fields.title.clone()),
        (say!("changes-description"), fields.description.clone()),
        (say!("changes-tags"), fields.tags.join(", ")),
        (say!("changes-youtube-title"), own(&fields.youtube.title)),
        (say!("changes-youtube-description"), own(&fields.youtube.description)),
        (say!("changes-tiktok-caption"), own(&fields.tiktok.caption)),
    ]
}

/// What was chosen, in words. What was not answered says nothing.
fn choices(fields: &DraftFields) -> [(String, String); 20] {
    let DraftFields { video_type, targets, schedule, youtube, tiktok, .. } = fields;
    let yes = |on: bool| if on { say!("changes-yes") } else { say!("changes-no") };
    let answer = |asked: Option<bool>| asked.map(yes).unwrap_or_default();
    let cover = |ms: u32| say!("changes-cover-at", seconds = format!("{}.{:03}", ms / 1000, ms % 1000));
    let platforms: Vec<String> = targets.iter().map(ToString::to_string).collect();
    [
        (say!("changes-kind"), video_type.map(kind).unwrap_or_default()),
        (say!("changes-platforms"), platforms.join(", ")),
        (say!("changes-time"), schedule.as_ref().map(at).unwrap_or_default()),
        (say!("changes-youtube-time"), youtube.schedule.as_ref().map(when).unwrap_or_default()),
        (say!("changes-tiktok-time"), tiktok.schedule.as_ref().map(when).unwrap_or_default()),
        (say!("changes-youtube-privacy"), youtube.privacy.map(youtube_privacy).unwrap_or_default()),
        (say!("changes-kids"), answer(youtube.made_for_kids)),
        (say!("changes-youtube-ai"), answer(youtube.synthetic)),
        (say!("changes-youtube-category"), youtube.category_id.clone().unwrap_or_default()),
        (say!("changes-youtube-quiet"), yes(youtube.quiet)),
        (say!("changes-youtube-playlist"), youtube.playlist.as_ref().map(playlist).unwrap_or_default()),
        (say!("changes-tiktok-privacy"), tiktok.privacy.as_deref().map(tiktok_privacy).unwrap_or_default()),
        (say!("changes-tiktok-comments"), yes(tiktok.allow_comment)),
        (say!("changes-tiktok-duets"), yes(tiktok.allow_duet)),
        (say!("changes-tiktok-stitches"), yes(tiktok.allow_stitch)),
        (say!("changes-tiktok-promotes"), yes(tiktok.commercial)),
        (say!("changes-tiktok-promoted"), brands(tiktok.your_brand, tiktok.branded_content)),
        (say!("changes-tiktok-ai"), answer(tiktok.ai_generated)),
        (say!("changes-tiktok-inbox"), yes(tiktok.to_inbox)),
        (say!("changes-tiktok-cover"), tiktok.cover_at_ms.map(cover).unwrap_or_default()),
    ]
}

/// The time as clocks show it there, and where there is: the last part of a zone's name is a place.
fn at(time: &WallTime) -> String {
    let place = time.zone.rsplit('/').next().unwrap_or_default().replace('_', " ");
    say!("changes-at", date = time.date.to_string(), time = time.time(), place = place)
}

fn when(when: &When) -> String {
    match when {
        When::Now => say!("changes-now"),
        When::At(time) => at(time),
    }
}

fn kind(kind: VideoType) -> String {
    let kind = match kind {
        VideoType::Short => "short",
        VideoType::Long => "long",
        VideoType::Demo => "demo",
    };
    say!("changes-video-type", kind = One(kind))
}

fn youtube_privacy(choice: YoutubePrivacy) -> String {
    match choice {
        YoutubePrivacy::Public => say!("changes-public"),
        YoutubePrivacy::Unlisted => say!("changes-unlisted"),
        YoutubePrivacy::Private => say!("changes-private"),
    }
}

/// TikTok's levels by their own names; one that is not known here as TikTok spells it.
fn tiktok_privacy(level: &str) -> String {
    match level {
        "PUBLIC_TO_EVERYONE" => say!("changes-everyone"),
        "MUTUAL_FOLLOW_FRIENDS" => say!("changes-friends"),
        "FOLLOWER_OF_CREATOR" => say!("changes-followers"),
        "SELF_ONLY" => say!("changes-only-me"),
        other => other.to_owned(),
    }
}

fn brands(yours: bool, branded: bool) -> String {
    match (yours, branded) {
        (false, false) => String::new(),
        (true, false) => say!("changes-your-brand"),
        (false, true) => say!("changes-branded"),
        (true, true) => say!("changes-both-brands"),
    }
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
    fn c_02_a_time_is_said_as_clocks_show_it_there() {
        let at = |zone: &str| {
            let mut fields = titled("Oak");
            fields.schedule =
                Some(WallTime { date: "2026-12-01".parse().unwrap(), minute: 545, zone: zone.to_owned() });
            fields
        };
        assert_eq!(
            in_a_line(&compare(&titled("Oak"), &at("America/New_York"))),
            "Time: 2026-12-01 at 09:05 (New York)"
        );
        assert_eq!(in_a_line(&compare(&titled("Oak"), &at("Etc/UTC"))), "Time: 2026-12-01 at 09:05 (UTC)");
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
