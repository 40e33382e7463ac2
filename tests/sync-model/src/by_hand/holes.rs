//! The holes that earlier drafts of the rules had. Each history is whole with the rule and broken without it.

use serde_json::json;

use super::{A, B, Check, Rule, Story};

/// `history` keeps every promise, and breaks the one whose number is `promise` without `rule`.
fn is_a_hole_without(rule: Rule, promise: &str, history: fn(Option<Rule>) -> Check) {
    history(None).unwrap();
    let broken = history(Some(rule)).expect_err("nobody noticed that the rule was missing");
    assert!(broken.starts_with(promise), "{broken}");
}

#[test]
fn hole_1_the_cursor_is_no_base_when_a_row_moved_past_the_page() {
    is_a_hole_without(Rule::BaseIsTheRowsRevision, "i03", |without| {
        let mut story = Story::new(2, without);
        story.edit(0, A, "title", "cup");
        story.edit(0, B, "title", "bowl");
        story.edit(0, A, "price", 12.0);
        story.push(0)?;
        // The page has B alone: A comes later with its newer number, but the cursor is past the title's.
        story.pull_page(1, 1);
        story.edit(1, A, "title", "jug");
        story.push(1)?;
        story.end()
    });
}

#[test]
fn hole_2_i12_the_same_device_may_be_two() {
    is_a_hole_without(Rule::NoDeviceIsTrusted, "i03", |without| {
        let mut story = Story::new(1, without);
        story.world.clone_device(0);
        story.edit(0, A, "title", "cup");
        story.edit(1, A, "title", "bowl");
        story.push(0)?;
        story.push(1)?;
        story.end()
    });
}

#[test]
fn hole_3_an_edit_over_an_own_unconfirmed_one_is_made_on_that() {
    is_a_hole_without(Rule::OwnEditIsTheParent, "i04", |without| {
        let mut story = Story::new(2, without);
        story.edit(1, A, "title", "cup");
        story.push(1)?;
        story.edit(0, A, "title", "jug");
        story.push(0)?;
        story.edit(0, A, "title", "big jug");
        story.push(0)?;
        story.end()
    });
}

#[test]
fn hole_4_an_accepted_edit_stays_on_the_screen_until_its_row_has_come() {
    is_a_hole_without(Rule::OverlayGoesByTheRow, "i04", |without| {
        let mut story = Story::new(2, without);
        story.edit(1, A, "title", "cup");
        story.push(1)?;
        story.edit(0, B, "title", "bowl");
        story.edit(0, A, "price", 12.0);
        story.push(0)?;
        story.pull_page(1, 1);
        story.look(1)?;
        story.end()
    });
    is_a_hole_without(Rule::AcceptedStaysOnTheScreen, "i04", |without| {
        let mut story = Story::new(1, without);
        story.edit(0, A, "title", "cup");
        story.push(0)
    });
}

#[test]
fn hole_5_i10_a_device_that_was_answered_and_has_not_pulled_notices_a_restore() {
    is_a_hole_without(Rule::SeenIsChecked, "i01", |without| {
        let mut story = Story::new(1, without);
        story.world.back_up();
        let op = story.edit(0, A, "title", "cup");
        story.push(0)?;
        story.world.restore();
        story.end()?;
        assert!(story.world.accepted.contains_key(&op));
        Ok(())
    });
}

#[test]
fn hole_6_i10_bases_from_a_lost_history_mean_something_else_in_the_new_one() {
    is_a_hole_without(Rule::BasesAreLowered, "i03", |without| {
        let mut story = Story::new(3, without);
        story.world.back_up();
        story.edit(0, A, "title", "cup");
        story.push(0)?;
        story.pull(1);
        story.edit(1, A, "title", "big cup");
        story.world.restore();
        // The number of the lost edit is now that of another, which device 1 has not seen.
        story.edit(2, A, "title", "jug");
        story.push(2)?;
        story.end()
    });
}

#[test]
fn hole_7_i10_the_same_edits_that_end_another_way_are_another_history() {
    is_a_hole_without(Rule::ChainHasTheOutcome, "i01", |without| {
        let mut story = Story::new(3, without);
        story.world.back_up();
        story.edit(0, A, "title", "cup");
        story.edit(1, A, "title", "jug");
        story.push(0)?;
        story.push(1)?;
        story.pull(2);
        story.world.restore();
        // The clock of device 1 jumps ahead before it sends its edit again, which so seems to be the older one.
        story.world.clients[1].skew += 3_600_000;
        for who in [0, 1] {
            story.push(who)?;
            story.pull(who);
            story.push(who)?;
        }
        assert_eq!(story.values(A, "title").0, "cup");
        story.end()
    });
}

#[test]
fn hole_8_i08_a_refused_delete_drops_the_delete_alone() {
    is_a_hole_without(Rule::RefusalDropsTheDeleteAlone, "i02", |without| {
        let mut story = Story::new(2, without);
        story.edit(0, A, "price", 12.0);
        story.push(0)?;
        story.edit_all(1, A, json!({"title": "cup", "_deleted": true}));
        story.push(1)?;
        story.end()?;
        assert!(!story.row(A).unwrap().del);
        Ok(())
    });
}

#[test]
fn hole_9_i08_only_an_op_with_every_required_field_makes_a_row() {
    is_a_hole_without(Rule::OnlyWholeRows, "i08", |without| {
        let mut story = Story::new(2, without);
        story.delete(0, A);
        story.push(0)?;
        story.purge();
        story.edit(1, A, "title", "cup");
        story.push(1)?;
        story.end()?;
        assert_eq!(story.values(A, "price").0, 10.0, "the rest of the row comes from the device's copy");
        Ok(())
    });
    // The second edit of a row that the device made is based on nothing too.
    is_a_hole_without(Rule::WholenessIsSeenByTheFields, "i08", |without| {
        let mut story = Story::empty(2, without);
        story.make(0, A);
        story.push(0)?;
        story.pull(1);
        story.delete(1, A);
        story.push(1)?;
        story.purge();
        story.edit(0, A, "title", "cup");
        story.push(0)?;
        story.end()
    });
    // A device that starts from nothing keeps the copy that its edit has to be sent with.
    is_a_hole_without(Rule::SweepSparesEdits, "i13", |without| {
        let mut story = Story::new(2, without);
        story.edit(1, A, "title", "cup");
        story.delete(0, A);
        story.push(0)?;
        story.purge();
        story.pull(1);
        assert_eq!(story.world.counts.resyncs, 1);
        story.end()?;
        if story.row(A).is_none() { Err("i13 the edit is gone".to_owned()) } else { Ok(()) }
    });
}

/// Found by desks that were killed, not by thinking: the tenth.
#[test]
fn hole_10_two_texts_are_merged_against_what_both_were_made_from() {
    is_a_hole_without(Rule::MergeBaseIsCommon, "i02", |without| {
        let mut story = Story::new(3, without);
        story.edit(0, A, "description", "a red mug of clay");
        story.push(0)?;
        story.pull(2);
        story.edit(1, A, "description", "a blue mug of clay");
        story.push(1)?;
        // Made from the red one, which has lost meanwhile, and touching nothing that the blue one touches.
        story.edit(2, A, "description", "a red mug of clay, fired");
        story.push(2)?;
        story.end()
    });
}

/// Found by desks that were killed as well: the eleventh. What goes is once what is put back for somebody else and once what
/// was typed.
#[test]
fn hole_11_what_was_kept_beside_a_value_is_not_what_was_typed_over_before_a_restore() {
    fn history(without: Option<Rule>, typed_again: bool) -> Check {
        let mut story = Story::new(2, without);
        story.edit(0, A, "title", "bowl");
        story.push(0)?;
        story.world.back_up();
        // Later, and without a look at the bowl: it is live, and the bowl stands beside it.
        story.edit(1, A, "title", "cup");
        story.push(1)?;
        story.pull(0);
        story.pull(1);
        if typed_again {
            story.edit(0, A, "title", "jug");
            story.push(0)?;
        }
        story.world.restore();
        story.end()?;
        let (shown, beside) = story.values(A, "title");
        let is_there = beside.iter().chain([&shown]).any(|value| value == "bowl");
        if is_there { Ok(()) } else { Err("i10 the bowl was on nobody's screen when it went".to_owned()) }
    }
    is_a_hole_without(Rule::KeptBesideIsUnseen, "i10", |without| history(without, false));
    is_a_hole_without(Rule::KeptBesideIsUnseen, "i10", |without| history(without, true));
}
