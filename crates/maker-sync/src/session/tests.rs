//! The session's rules, as tables.

use std::time::Duration;

use maker_store::sync::Problem;

use super::{Effect, Event, Exchange, Failed, LONGEST_REST, State, step};

fn play(events: impl IntoIterator<Item = Event>) -> (State, Vec<Effect>) {
    let mut state = State::default();
    let mut all = Vec::new();
    for event in events {
        let (next, effects) = step(state, event);
        state = next;
        all.extend(effects);
    }
    (state, all)
}

fn begun(events: impl IntoIterator<Item = Event>) -> Vec<Exchange> {
    let begin = |effect| if let Effect::Begin(exchange) = effect { Some(exchange) } else { None };
    play(events).1.into_iter().filter_map(begin).collect()
}

const DONE: Event = Event::Done { more: false };
const MORE: Event = Event::Done { more: true };
const OFFLINE: Event = Event::Failed(Failed::Offline);

fn stopped(problem: Problem) -> Event {
    Event::Failed(Failed::Problem(problem))
}

#[test]
fn what_begins_after_what() {
    use Event as E;
    use Exchange::{Pull, Push, Recover, StartOver};
    for (name, events, expected) in [
        ("nobody is signed in", vec![E::Edited, E::Look, E::Now], vec![]),
        ("what others wrote comes first", vec![E::SignedIn, DONE, DONE], vec![Pull, Push, Pull]),
        ("pages one after the other", vec![E::SignedIn, MORE, MORE, DONE], vec![Pull, Pull, Pull, Push]),
        ("one at a time", vec![E::SignedIn, E::Edited, E::Look, E::Edited], vec![Pull]),
        ("quiet until there is something", vec![E::SignedIn, DONE, DONE, DONE], vec![Pull, Push, Pull]),
        ("an edit is sent", vec![E::SignedIn, DONE, DONE, DONE, E::Edited], vec![Pull, Push, Pull, Push]),
        ("a hint is followed", vec![E::SignedIn, DONE, DONE, DONE, E::Look], vec![Pull, Push, Pull, Pull]),
        ("nothing while it rests", vec![E::SignedIn, OFFLINE, E::Edited, E::Look], vec![Pull]),
        ("the same again after the rest", vec![E::SignedIn, OFFLINE, E::Rested], vec![Pull, Pull]),
        ("no rest when the network is back", vec![E::SignedIn, OFFLINE, E::Now], vec![Pull, Pull]),
        (
            "a restored backend",
            vec![E::SignedIn, E::Failed(Failed::Diverged), DONE, DONE],
            vec![Pull, Recover, Pull, Push],
        ),
        ("too long away", vec![E::SignedIn, E::Failed(Failed::TooOld), DONE, DONE], vec![Pull, StartOver, Pull, Push]),
        ("a dead sign-in", vec![E::SignedIn, stopped(Problem::SignInAgain), E::Edited, E::Now, E::Look], vec![Pull]),
        ("a new sign-in", vec![E::SignedIn, stopped(Problem::SignInAgain), E::SignedIn], vec![Pull, Pull]),
        ("an old program", vec![E::SignedIn, stopped(Problem::UpgradeRequired), E::Edited], vec![Pull]),
        ("a new try by hand", vec![E::SignedIn, stopped(Problem::UpgradeRequired), E::Now], vec![Pull, Pull]),
        ("signed out in the middle", vec![E::SignedIn, E::SignedOut, DONE, E::Edited], vec![Pull]),
    ] {
        assert_eq!(begun(events), expected, "{name}");
    }
}

#[test]
fn rests_grow_up_to_five_minutes_and_start_anew_after_a_success() {
    let mut state = step(State::default(), Event::SignedIn).0;
    let mut rests = Vec::new();
    for _ in 0..12 {
        let (next, effects) = step(state, OFFLINE);
        rests.extend(
            effects.iter().filter_map(|e| if let Effect::Rest { at_most, .. } = e { Some(*at_most) } else { None }),
        );
        state = step(next, Event::Rested).0;
    }
    assert_eq!(rests[0], Duration::from_secs(2));
    assert!(rests.is_sorted());
    assert_eq!(rests.last(), Some(&LONGEST_REST));
    state = step(state, DONE).0;
    let again = step(state, OFFLINE).1;
    assert!(again.contains(&Effect::Rest { at_most: Duration::from_secs(2), at_least: Duration::ZERO }));
}

#[test]
fn what_the_backend_asks_for_is_the_least_but_an_absurd_wish_is_capped() {
    for (asked, least) in [(7, 7), (86_400, 300)] {
        let busy = Event::Failed(Failed::Busy { after: Some(Duration::from_secs(asked)) });
        let effects = play([Event::SignedIn, busy]).1;
        let rest =
            effects.iter().find_map(|e| if let Effect::Rest { at_least, .. } = e { Some(*at_least) } else { None });
        assert_eq!(rest, Some(Duration::from_secs(least)));
    }
}

#[test]
fn a_backend_that_diverges_in_circles_is_met_with_rests() {
    let mut state = step(State::default(), Event::SignedIn).0;
    let mut rested = 0;
    for _ in 0..6 {
        let (next, effects) = step(state, Event::Failed(Failed::Diverged));
        let rests = effects.iter().any(|e| matches!(e, Effect::Rest { .. }));
        rested += usize::from(rests);
        state = if rests { step(next, Event::Rested).0 } else { next };
        state = step(state, DONE).0;
    }
    assert!(rested >= 4, "it rested {rested} times");
}

#[test]
fn a_removed_member_leaves_once_and_asks_no_more() {
    let (_, effects) = play([Event::SignedIn, stopped(Problem::Revoked), Event::Now, Event::Edited, Event::Rested]);
    assert_eq!(effects.iter().filter(|e| **e == Effect::Leave).count(), 1);
    assert_eq!(effects.iter().filter(|e| matches!(e, Effect::Begin(_))).count(), 1);
}

#[test]
fn a_problem_is_noted_and_taken_back_once_it_is_over() {
    let (_, effects) = play([Event::SignedIn, stopped(Problem::UpgradeRequired), Event::Rested, DONE]);
    let notes: Vec<_> = effects.iter().filter(|e| matches!(e, Effect::Note(_))).collect();
    assert_eq!(notes, [&Effect::Note(Some(Problem::UpgradeRequired)), &Effect::Note(None)]);
}
