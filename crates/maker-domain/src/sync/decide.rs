//! What becomes of an edit: which value is live afterwards, and what becomes of the one it meets. Pure: whoever keeps the
//! versions brings them along.
//!
//! Everything here rests on what an edit's author had on the screen, which the edit itself says. Clocks only break ties,
//! and whoever loses one is kept.

use serde_json::Value;
use uuid::Uuid;

use super::chain::same_value;
use super::merge3::merge3;
use super::registry::{Merge, Table};
use super::wire::{DELETED, VersionId};

/// A version and its value.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Its id.
    pub id: &'a VersionId,
    /// When it was typed, by the backend's clock as far as that is known.
    pub at: i64,
    /// The value.
    pub value: &'a Value,
}

/// What an edit was made from.
#[derive(Clone, Copy, Debug)]
pub struct Parent<'a> {
    /// The version its author saw.
    pub id: &'a VersionId,
    /// Its value; `None` when it has been thinned out of the history, and when the live version was not made from it: then
    /// two texts have no version in common that is known, and comparing both with this one would take what is in it for
    /// something that the live text's author has struck out.
    pub value: Option<&'a Value>,
}

/// What becomes of an edit of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is live; whatever it replaces was seen by its author.
    Live,
    /// It is live and says what was live already: it descends from both.
    Agrees,
    /// Both are part of this text, which is live.
    Merged(String),
    /// It is live, and the other stays beside it as an alternative.
    Wins,
    /// The other stays live, and it is kept as an alternative.
    Loses,
    /// It is live, and the other goes to the history.
    Replaces,
    /// The other stays live, and it goes to the history.
    Recorded,
}

/// Judges an edit of one field against what is live.
#[must_use]
pub fn judge(merge: Merge, live: Option<Seen<'_>>, parent: Option<Parent<'_>>, edit: Seen<'_>) -> Verdict {
    let Some(live) = live else { return Verdict::Live };
    if merge == Merge::Immutable {
        return Verdict::Recorded;
    }
    if parent.is_some_and(|parent| parent.id == live.id) {
        return Verdict::Live;
    }
    if same_value(live.value, edit.value) {
        return Verdict::Agrees;
    }
    if merge == Merge::Text
        && let Some(text) = merged(parent, live, edit)
    {
        return Verdict::Merged(text);
    }
    let later = (edit.at, edit.id) > (live.at, live.id);
    match (merge, later) {
        (Merge::Latest, true) => Verdict::Replaces,
        (Merge::Latest, false) => Verdict::Recorded,
        (Merge::Scalar | Merge::Text | Merge::Immutable, true) => Verdict::Wins,
        (Merge::Scalar | Merge::Text | Merge::Immutable, false) => Verdict::Loses,
    }
}

fn merged(parent: Option<Parent<'_>>, live: Seen<'_>, edit: Seen<'_>) -> Option<String> {
    let base = parent?.value?.as_str()?;
    merge3(base, live.value.as_str()?, edit.value.as_str()?)
}

/// Whether the author of an edit had a live version on the screen: by their own unconfirmed edit of that field where there
/// was one, else by the revision they had.
#[must_use]
pub fn saw(live: &VersionId, live_seq: u64, own: Option<Uuid>, rev: u64) -> bool {
    match own {
        Some(op) => *live == VersionId::of(op),
        None => live_seq <= rev,
    }
}

/// Whether a delete overlooks anything: then it is refused, and only it. `fields` are the row's live versions with their
/// numbers by column; `rev` and, by column, `own` say what the author of the delete saw.
pub fn overlooks<'a>(
    fields: impl IntoIterator<Item = (&'a str, &'a VersionId, u64)>,
    rev: u64,
    own: impl Fn(&str) -> Option<Uuid>,
) -> bool {
    let mut fields = fields.into_iter().filter(|(column, ..)| *column != DELETED);
    fields.any(|(column, live, seq)| !saw(live, seq, own(column), rev))
}

/// Whether an op must carry the whole row. `live` tells whether the row has any value now: only an op with every required
/// column that its schema knows may make one.
pub fn needs_whole<'a>(table: &Table, live: bool, schema: u16, columns: impl Iterator<Item = &'a str> + Clone) -> bool {
    !live && table.required().filter(|c| c.since <= schema).any(|c| !columns.clone().any(|name| name == c.name))
}

/// When an edit was made, by the backend's clock: corrected by how much the device's clock is wrong while it sends, and
/// never later than now.
#[must_use]
pub fn effective_time(at: i64, device_now: i64, now: i64) -> i64 {
    at.saturating_add(now.saturating_sub(device_now)).min(now)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::sync::registry::table;

    fn id(text: &str) -> VersionId {
        VersionId(text.to_owned())
    }

    /// `live` and `edit` as (id, at, value); `parent` as (id, value).
    fn verdict(
        merge: Merge,
        live: (&str, i64, &str),
        parent: Option<(&str, &str)>,
        edit: (&str, i64, &str),
    ) -> Verdict {
        let (live_id, live_value) = (id(live.0), json!(live.2));
        let (edit_id, edit_value) = (id(edit.0), json!(edit.2));
        let parent = parent.map(|(p, value)| (id(p), json!(value)));
        judge(
            merge,
            Some(Seen { id: &live_id, at: live.1, value: &live_value }),
            parent.as_ref().map(|(id, value)| Parent { id, value: Some(value) }),
            Seen { id: &edit_id, at: edit.1, value: &edit_value },
        )
    }

    #[test]
    fn an_edit_is_judged_by_what_its_author_saw() {
        use Merge::{Immutable, Latest, Scalar, Text};
        use Verdict::{Agrees, Live, Loses, Recorded, Replaces, Wins};
        let base = Some(("base", "clay mug"));
        let live = ("b", 10, "clay bowl");
        for (merge, live, parent, edit, expected) in [
            (Scalar, live, Some(("b", "clay bowl")), ("c", 1, "new"), Live),
            (Latest, live, Some(("b", "clay bowl")), ("c", 1, "new"), Live),
            (Scalar, live, base, ("c", 99, "clay bowl"), Agrees),
            (Scalar, live, base, ("c", 11, "new"), Wins),
            (Scalar, live, base, ("c", 9, "new"), Loses),
            (Scalar, live, base, ("c", 10, "new"), Wins),
            (Scalar, live, base, ("a", 10, "new"), Loses),
            (Scalar, live, None, ("c", 11, "new"), Wins),
            (Latest, live, base, ("c", 11, "new"), Replaces),
            (Latest, live, base, ("c", 9, "new"), Recorded),
            (Immutable, live, Some(("b", "clay bowl")), ("c", 99, "new"), Recorded),
            (Text, live, base, ("c", 11, "clay cup"), Wins),
            (Text, live, base, ("c", 9, "clay cup"), Loses),
            (Text, live, None, ("c", 9, "fine clay mug"), Loses),
            (Text, live, base, ("c", 9, "fine clay mug"), Verdict::Merged("fine clay bowl".into())),
        ] {
            assert_eq!(verdict(merge, live, parent, edit), expected, "{merge:?} {parent:?} {edit:?}");
        }
    }

    #[test]
    fn a_base_that_was_thinned_away_is_a_conflict_and_no_guess() {
        let (live, parent, edit) = (id("b"), id("base"), id("c"));
        let (live_value, edit_value) = (json!("clay bowl"), json!("fine clay mug"));
        let verdict = judge(
            Merge::Text,
            Some(Seen { id: &live, at: 10, value: &live_value }),
            Some(Parent { id: &parent, value: None }),
            Seen { id: &edit, at: 9, value: &edit_value },
        );
        assert_eq!(verdict, Verdict::Loses);
    }

    #[test]
    fn the_first_value_of_a_field_is_live_whatever_it_was_made_from() {
        let (parent, edit, value) = (id("x"), id("c"), json!(1));
        for merge in [Merge::Scalar, Merge::Text, Merge::Latest, Merge::Immutable] {
            let seen = Seen { id: &edit, at: 0, value: &value };
            assert_eq!(judge(merge, None, Some(Parent { id: &parent, value: None }), seen), Verdict::Live);
        }
    }

    #[test]
    fn a_delete_overlooks_what_came_after_its_revision_unless_it_was_the_devices_own() {
        let (mine, theirs) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let (old, own) = (VersionId::of(theirs), VersionId::of(mine));
        let (saw_mine, nothing) = (Some(mine), None);
        for (title, seq, own, expected) in [
            (&old, 5, nothing, false),
            (&old, 6, nothing, true),
            (&own, 6, nothing, true),
            (&own, 6, saw_mine, false),
            // Merged with another's, or replaced: the own edit is not what is live.
            (&old, 5, saw_mine, true),
            (&VersionId::merged(mine), 6, saw_mine, true),
        ] {
            assert_eq!(overlooks([("title", title, seq), (DELETED, &old, 99)], 5, |_| own), expected);
        }
    }

    #[test]
    fn only_an_op_that_carries_every_required_column_may_make_a_row() {
        let posts = table("posts").unwrap();
        let whole = ["content", "created_at", "updated_at"];
        assert!(!needs_whole(posts, false, 1, whole.into_iter()));
        for left_out in whole {
            let part = whole.into_iter().filter(|name| *name != left_out);
            assert!(needs_whole(posts, false, 1, part.clone()), "{left_out}");
            assert!(!needs_whole(posts, true, 1, part), "{left_out}");
        }
        assert!(needs_whole(posts, false, 1, [DELETED].into_iter()));
        assert!(!needs_whole(posts, false, 0, [].into_iter()), "an older schema does not know them");
    }

    #[test]
    fn f62_a_clock_that_is_wrong_by_years_is_set_right_and_none_is_in_the_future() {
        const YEARS: i64 = 10 * 365 * 86_400_000;
        let now = 1_790_000_000_000;
        for (at, device_now, expected) in [
            (now - 5_000, now, now - 5_000),
            (now - 5_000 + YEARS, now + YEARS, now - 5_000),
            (now - 5_000 - YEARS, now - YEARS, now - 5_000),
            (now + 1, now, now),
            (i64::MAX, i64::MIN, now),
            (i64::MIN, i64::MAX, i64::MIN),
        ] {
            assert_eq!(effective_time(at, device_now, now), expected);
        }
    }
}
