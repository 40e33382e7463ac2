//! The harness that other backends are held against the model with, held against the model itself.
#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::{
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};

use maker_sync_model::{
    ModelServer, Rule,
    differential::{Call, Mismatch, ModelBackend, Step, play, record},
};

fn histories() -> Vec<Vec<Step>> {
    // Every fifth purges much.
    (0..40).chain((40..600).step_by(5)).map(|seed| record(seed).unwrap()).collect()
}

/// The model never waits.
fn played(history: &[Step], without: Option<Rule>) -> Result<(), Mismatch> {
    let mut backend = ModelBackend::new(ModelServer::without(without));
    match pin!(play(history, &mut backend)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(played) => played,
        Poll::Pending => unreachable!("nothing to wait for"),
    }
}

#[test]
fn a_history_that_is_played_again_gets_the_same_answers() {
    for history in histories() {
        assert!(history.len() > 50);
        played(&history, None).unwrap();
    }
}

/// Of the rules of the backend each is missed at once, the outcome in the chain at the first answer.
#[test]
fn a_backend_that_lacks_a_rule_is_found_out() {
    let histories = histories();
    for rule in [
        Rule::OwnEditIsTheParent,
        Rule::NoDeviceIsTrusted,
        Rule::ConcurrentIsJudged,
        Rule::MergeBaseIsCommon,
        Rule::LoserIsKept,
        Rule::EditBeatsUnseenDelete,
        Rule::RefusalDropsTheDeleteAlone,
        Rule::RepeatChangesNothing,
        Rule::ChainIsChecked,
        Rule::SeenIsChecked,
        Rule::ChainHasTheOutcome,
        Rule::OnlyWholeRows,
        Rule::WholenessIsSeenByTheFields,
    ] {
        let found = histories.iter().find_map(|history| played(history, Some(rule)).err());
        let found = found.unwrap_or_else(|| panic!("nobody noticed that {rule:?} was missing"));
        if rule == Rule::ChainHasTheOutcome {
            let first = histories[0].iter().position(|step| matches!(step.call, Call::Push(..)));
            assert_eq!(Some(found.at), first);
        }
    }
}
