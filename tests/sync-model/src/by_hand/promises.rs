//! What people and devices may rely on, one by one.

use std::collections::BTreeSet;

use maker_domain::sync::wire::{Outcome, Pull, Push, Rejection, RetryReason, SCHEMA};
use serde_json::{Value, json};

use super::{A, B, Story};
use crate::client::State;

#[test]
fn i01_edits_of_different_fields_are_both_applied() {
    let mut story = Story::new(2, None);
    story.edit(0, A, "title", "cup");
    story.edit(1, A, "price", 12.0);
    story.push(0).unwrap();
    story.push(1).unwrap();
    story.end().unwrap();
    assert_eq!(story.values(A, "title"), (json!("cup"), vec![]));
    assert_eq!(story.values(A, "price"), (json!(12.0), vec![]));
}

#[test]
fn i02_a_text_is_merged_where_it_can_be_and_both_versions_are_kept_where_not() {
    let mut story = Story::new(3, None);
    story.edit(0, A, "description", "a big mug of clay");
    story.edit(1, A, "description", "a mug of ash");
    story.edit(2, A, "description", "a jug of ash");
    (0..3).for_each(|who| story.push(who).unwrap());
    let (live, beside) = story.values(A, "description");
    assert_eq!((live, beside), (json!("a jug of ash"), vec![json!("a big mug of ash")]));
    story.end().unwrap();
}

#[test]
fn i02_of_two_scalars_one_is_live_and_the_other_waits_until_somebody_settles_it() {
    let mut story = Story::new(2, None);
    story.edit(0, A, "title", "cup");
    story.edit(1, A, "title", "jug");
    story.push(0).unwrap();
    story.push(1).unwrap();
    story.pull(0);
    assert_eq!(story.values(A, "title"), (json!("jug"), vec![json!("cup")]));
    // An ordinary edit in the knowledge of both: the one that waits still does, because nobody said what becomes of it.
    story.edit(0, A, "title", "jug!");
    story.push(0).unwrap();
    assert_eq!(story.values(A, "title"), (json!("jug!"), vec![json!("cup")]));
    story.pull(0);
    let open = story.row(A).unwrap().alt["title"][0].id.clone();
    story.edit(0, A, "title", "jug!");
    let edit = story.world.clients[0].outbox.last_mut().unwrap();
    edit.op.rows[0].resolves.insert("title".to_owned(), vec![open]);
    story.push(0).unwrap();
    assert_eq!(story.values(A, "title"), (json!("jug!"), vec![]));
    story.end().unwrap();
}

#[test]
fn i02_an_alternative_goes_when_its_author_types_on() {
    let mut story = Story::new(2, None);
    story.edit(0, A, "title", "cup");
    story.edit(1, A, "title", "jug");
    story.push(0).unwrap();
    story.push(1).unwrap();
    story.edit(0, A, "title", "small cup");
    story.push(0).unwrap();
    assert_eq!(
        story.values(A, "title"),
        (json!("small cup"), vec![json!("jug")]),
        "one for each device, not for each edit"
    );
    story.end().unwrap();
}

#[test]
fn i02_what_machines_write_goes_by_its_time_and_leaves_nothing_open() {
    let mut story = Story::new(2, None);
    story.edit(0, A, "updated_at", 7);
    story.edit(1, A, "updated_at", 8);
    story.push(1).unwrap();
    story.push(0).unwrap();
    assert_eq!(story.values(A, "updated_at"), (json!(8), vec![]));
    story.end().unwrap();
}

#[test]
fn i02_what_a_row_was_made_with_stays() {
    let mut story = Story::new(2, None);
    story.edit(0, A, "created_at", 7);
    story.push(0).unwrap();
    assert_eq!(story.values(A, "created_at"), (json!(1), vec![]));
    story.end().unwrap();
}

#[test]
fn i05_a_request_that_arrives_again_changes_nothing() {
    let mut story = Story::new(2, None);
    story.edit(0, A, "title", "cup");
    let push = story.world.clients[0].next_push(story.world.server.now, 50).unwrap();
    story.push_unanswered(0).unwrap();
    story.pull(1);
    story.edit(1, A, "title", "jug");
    story.push(1).unwrap();
    let (head, rows) = (story.world.server.head(), story.world.server.rows());
    let again = story.world.server.push("d0", &push).unwrap();
    assert_eq!((again.head, again.results[0].at.unwrap().seq), (head, 3));
    assert_eq!(story.world.server.rows(), rows);
    let mut other = push;
    other.ops[0].at += 1;
    let refused = story.world.server.push("d0", &other).unwrap();
    assert!(matches!(refused.results[0].outcome, Outcome::Rejected { code: Rejection::IdReused, .. }));
    story.end().unwrap();
}

#[test]
fn i06_every_accepted_op_has_the_next_number_and_rejected_ones_have_none() {
    let mut story = Story::new(1, None);
    story.edit(0, A, "title", "cup");
    story.edit(0, A, "title", "\0");
    story.edit(0, A, "title", "jug");
    let push = story.world.clients[0].next_push(story.world.server.now, 50).unwrap();
    let pushed = story.world.server.push("d0", &push).unwrap();
    let numbers: Vec<_> = pushed.results.iter().map(|result| result.at.map(|at| at.seq)).collect();
    assert_eq!(numbers, [Some(3), None, Some(4)]);
    assert_eq!(pushed.head, pushed.results[2].at.unwrap());
}

#[test]
fn i07_pages_of_any_size_tell_the_same_and_never_split_a_number() {
    let mut story = Story::new(1, None);
    let both = [A, B].map(|row| story.keys[row].clone());
    story.edit_rows(0, [(A, json!({"title": "cup"})), (B, json!({"title": "bowl"}))]);
    story.push(0).unwrap();
    for limit in 1..=3 {
        let pull = Pull { cursor: Default::default(), seen: Default::default(), limit, schema: SCHEMA };
        let page = story.world.server.pull(&pull).unwrap();
        let keys: BTreeSet<_> = page.rows.iter().map(|row| (row.t.clone(), row.id)).collect();
        assert_eq!(keys, both.iter().cloned().collect(), "one number, one page");
        assert_eq!((page.cursor, page.more), (story.world.server.head(), false));
    }
    story.end().unwrap();
}

#[test]
fn i08_an_edit_beats_an_unseen_delete_in_both_orders() {
    for delete_first in [true, false] {
        let mut story = Story::new(2, None);
        story.delete(0, A);
        story.edit(1, A, "title", "cup");
        for who in if delete_first { [0, 1] } else { [1, 0] } {
            story.push(who).unwrap();
        }
        story.end().unwrap();
        let row = story.row(A).unwrap();
        assert_eq!((row.del, &row.f["title"]), (false, &json!("cup")), "{delete_first}");
    }
}

#[test]
fn i08_what_was_just_typed_can_be_deleted() {
    let mut story = Story::new(1, None);
    story.edit(0, A, "title", "cup");
    story.delete(0, A);
    story.push(0).unwrap();
    assert!(story.row(A).unwrap().del);
    story.end().unwrap();
}

#[test]
fn i08_an_emptied_bin_takes_no_copy_away_from_under_an_edit() {
    let mut story = Story::new(2, None);
    story.edit(1, A, "title", "cup");
    story.delete(0, A);
    story.push(0).unwrap();
    story.world.forget(crate::ModelServer::empty_bin, u64::MAX);
    story.pull(1);
    story.end().unwrap();
    let row = story.row(A).unwrap();
    assert_eq!((row.del, &row.f["title"], &row.f["price"]), (false, &json!("cup"), &json!(10.0)));
}

#[test]
fn i09_wrong_clocks_decide_nothing_but_who_wins_a_tie() {
    const YEARS: i64 = 10 * 365 * 86_400_000;
    let outcome = |skews: [i64; 3]| {
        let mut story = Story::new(3, None);
        (0..3).for_each(|who| story.world.clients[who].skew = skews[who]);
        story.edit(0, A, "title", "cup");
        story.edit(1, A, "title", "jug");
        story.edit(2, A, "description", "a mug of ash");
        story.edit(1, A, "description", "a big mug of clay");
        (0..3).for_each(|who| story.push(who).unwrap());
        // A clock that jumps between the edit and its sending cannot be set right, and still loses nothing.
        story.edit(0, B, "title", "bowl");
        story.world.clients[0].skew = -skews[0];
        story.edit(1, B, "title", "vase");
        (0..3).for_each(|who| story.push(who).unwrap());
        story.end().unwrap();
        let kept = |row, name: &str| -> BTreeSet<String> {
            let (live, beside) = story.values(row, name);
            beside.iter().chain([&live]).map(Value::to_string).collect()
        };
        (kept(A, "title"), kept(A, "description"), kept(B, "title"))
    };
    let right = outcome([0; 3]);
    assert_eq!((right.0.len(), right.1.len(), right.2.len()), (2, 1, 2));
    for skews in [[YEARS, 0, -YEARS], [-YEARS, YEARS, 5], [i64::MAX, i64::MIN, 0]] {
        assert_eq!(outcome(skews), right, "{skews:?}");
    }
}

#[test]
fn i10_a_row_comes_back_from_whoever_has_it_when_its_author_is_gone() {
    let mut story = Story::new(2, None);
    story.world.back_up();
    story.edit(0, A, "title", "cup");
    story.push(0).unwrap();
    story.pull(1);
    story.world.wipe(0);
    story.world.restore();
    story.end().unwrap();
    assert_eq!(story.values(A, "title"), (json!("cup"), vec![]));
}

#[test]
fn i10_a_second_restore_in_the_middle_of_the_first_way_back_loses_nothing_either() {
    let mut story = Story::new(2, None);
    story.world.back_up();
    story.edit(0, A, "title", "cup");
    story.edit(0, B, "title", "bowl");
    story.push(0).unwrap();
    story.pull(1);
    story.world.wipe(0);
    story.world.restore();
    story.pull_page(1, 1);
    story.pull_page(1, 1);
    story.edit(0, A, "price", 12.0);
    story.world.restore();
    story.end().unwrap();
    assert_eq!((story.values(A, "title").0, story.values(B, "title").0), (json!("cup"), json!("bowl")));
}

#[test]
fn i10_accepted_edits_are_kept_until_a_backup_has_them_and_no_longer() {
    let mut story = Story::new(1, None);
    assert_eq!(story.world.clients[0].outbox.len(), 2);
    story.world.back_up();
    story.pull_page(0, 100);
    assert!(story.world.clients[0].outbox.is_empty());
}

#[test]
fn i11_a_device_that_lost_everything_has_the_same_rows_again() {
    let mut story = Story::new(2, None);
    story.edit(0, A, "title", "cup");
    story.edit(1, A, "title", "jug");
    story.delete(1, B);
    story.push(0).unwrap();
    story.push(1).unwrap();
    story.pull(0);
    story.world.wipe(1);
    story.pull(1);
    let rows =
        |who: usize| story.world.clients[who].confirmed.values().map(|have| have.row.clone()).collect::<Vec<_>>();
    assert_eq!(rows(1), rows(0));
    story.end().unwrap();
}

#[test]
fn i13_an_op_that_is_rejected_blocks_nothing_and_stays_with_its_author() {
    let mut story = Story::new(1, None);
    let rejected = story.edit(0, A, "title", "\0");
    story.edit(0, A, "title", "cup");
    story.push(0).unwrap();
    story.end().unwrap();
    assert_eq!(story.values(A, "title").0, json!("cup"));
    let entry = &story.world.clients[0].outbox.iter().find(|entry| entry.op.id == rejected).unwrap();
    assert_eq!(entry.state, State::Dead);
}

#[test]
fn i13_what_does_not_fit_waits_and_is_taken_once_there_is_room() {
    let mut story = Story::empty(1, None);
    story.world.server.rows_max = 0;
    story.make(0, A);
    story.edit(0, A, "title", "cup");
    let push: Push = story.world.clients[0].next_push(story.world.server.now, 50).unwrap();
    let pushed = story.world.server.push("d0", &push).unwrap();
    assert_eq!(pushed.results[0].outcome, Outcome::Retry { code: RetryReason::Quota, after_s: 60 });
    assert_eq!(pushed.results[1].outcome, Outcome::NeedFull);
    story.push(0).unwrap();
    assert_eq!(story.world.clients[0].pending().count(), 2, "both wait in their order");
    story.world.server.rows_max = 1;
    story.push(0).unwrap();
    story.end().unwrap();
    assert_eq!(story.values(A, "title"), (json!("cup"), vec![]));
}
