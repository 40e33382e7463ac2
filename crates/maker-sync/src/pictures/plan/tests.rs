//! The plan's rules, as tables.

use std::collections::VecDeque;

use maker_domain::image::{ImageName, ImageUpload, PART_BYTES};
use maker_store::images::ImageTask;
use maker_store::sync::Problem;

use super::{Effect, Event, Noted, Request, STANDSTILLS, State, step};
use crate::session::{Failed, LONGEST_REST};

const SIZE: u64 = 2 * PART_BYTES + 7;

fn name() -> ImageName {
    ImageName::of(b"a picture")
}

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

fn begun(events: impl IntoIterator<Item = Event>) -> Vec<Request> {
    let begin = |effect| if let Effect::Begin(request) = effect { Some(request) } else { None };
    play(events).1.into_iter().filter_map(begin).collect()
}

fn to_send() -> Event {
    Event::Found(Some(ImageTask::Send { name: name(), size: SIZE }))
}

fn has(have: u64) -> Event {
    Event::Has(ImageUpload { have, stored: false })
}

const STORED: Event = Event::Has(ImageUpload { have: SIZE, stored: true });
const NOTHING: Event = Event::Found(None);

fn part(from: u64, to: u64) -> Request {
    Request::Part { name: name(), from, to, size: SIZE }
}

#[test]
fn what_is_asked_after_what() {
    use Event as E;
    let ask = Request::Ask(name());
    let fetch = Request::Fetch(name());
    let to_fetch = || E::Found(Some(ImageTask::Fetch(name())));
    let full = || E::NotTaken { why: "Full.".into(), for_good: false };
    for (what, events, expected) in [
        ("nobody is signed in", vec![E::Look, E::Now, to_send()], vec![]),
        ("quiet until there is something", vec![E::SignedIn, NOTHING], vec![]),
        (
            "from the start, in parts",
            vec![E::SignedIn, to_send(), has(0), has(PART_BYTES), has(2 * PART_BYTES), STORED, NOTHING],
            vec![ask, part(0, PART_BYTES), part(PART_BYTES, 2 * PART_BYTES), part(2 * PART_BYTES, SIZE)],
        ),
        ("what is there is not sent", vec![E::SignedIn, to_send(), STORED, NOTHING], vec![ask]),
        ("on from where it stopped", vec![E::SignedIn, to_send(), has(9)], vec![ask, part(9, 9 + PART_BYTES)]),
        (
            "another order by the backend is followed, backwards too",
            vec![E::SignedIn, to_send(), has(0), has(5), has(3)],
            vec![ask, part(0, PART_BYTES), part(5, 5 + PART_BYTES), part(3, 3 + PART_BYTES)],
        ),
        (
            "a lost answer: asked again, and on from there",
            vec![E::SignedIn, to_send(), has(0), E::Failed(Failed::Offline), E::Rested, to_send(), has(PART_BYTES)],
            vec![ask, part(0, PART_BYTES), ask, part(PART_BYTES, 2 * PART_BYTES)],
        ),
        ("one at a time", vec![E::SignedIn, to_send(), E::Look, E::Look, E::Now], vec![ask]),
        ("what others added", vec![E::SignedIn, to_fetch(), E::Fetched(name()), NOTHING], vec![fetch]),
        ("nothing while it rests", vec![E::SignedIn, to_fetch(), E::Failed(Failed::Offline), E::Look], vec![fetch]),
        ("a dead sign-in", vec![E::SignedIn, to_send(), dead(), E::Look, E::Now, to_send()], vec![ask]),
        ("a new sign-in", vec![E::SignedIn, to_send(), dead(), E::SignedIn, to_send()], vec![ask, ask]),
        ("signed out in the middle", vec![E::SignedIn, to_send(), E::SignedOut, has(0), E::Look], vec![ask]),
        ("a full workspace still gives", vec![E::SignedIn, to_send(), full(), to_fetch()], vec![ask, fetch]),
    ] {
        assert_eq!(begun(events), expected, "{what}");
    }
}

fn dead() -> Event {
    Event::Failed(Failed::Problem(Problem::SignInAgain))
}

#[test]
fn what_is_refused_is_noted_with_its_words_and_the_next_is_looked_for() {
    let refused = |for_good| Event::NotTaken { why: "Too large.".into(), for_good };
    for for_good in [true, false] {
        let (_, effects) = play([Event::SignedIn, to_send(), refused(for_good)]);
        let noted = Effect::Note(name(), Noted::Refused { why: "Too large.".into(), for_good });
        assert!(effects.contains(&noted), "{effects:?}");
        assert_eq!(effects.last(), Some(&Effect::Find { may_send: for_good }), "a full workspace is not asked again");
    }
    let (_, effects) = play([Event::SignedIn, to_send(), refused(false), NOTHING, Event::Rested]);
    assert_eq!(effects.last(), Some(&Effect::Find { may_send: true }), "but later it is");
    let (_, effects) = play([Event::SignedIn, to_send(), refused(true), NOTHING, Event::Now]);
    assert!(effects.contains(&Effect::Retry), "and when somebody asks for it");
}

#[test]
fn what_is_not_where_it_should_be_is_noted() {
    let (_, effects) = play([Event::SignedIn, to_send(), Event::Gone(name())]);
    assert!(effects.contains(&Effect::Note(name(), Noted::Gone)));
    let (_, effects) = play([Event::SignedIn, to_send(), Event::Absent(name())]);
    assert!(effects.contains(&Effect::Note(name(), Noted::Absent)));
    let (_, effects) = play([Event::SignedIn, to_send(), has(3)]);
    assert!(effects.contains(&Effect::Note(name(), Noted::Unsent)), "it was believed to be there");
}

#[test]
fn a_backend_by_which_nothing_moves_is_left_alone_for_longer_and_longer() {
    let mut state = State::default();
    let mut rests = Vec::new();
    let mut requests = 0;
    let mut events = VecDeque::from([Event::SignedIn]);
    while rests.len() < 12 {
        let (next, effects) = step(state, events.pop_front().unwrap_or(Event::Look));
        state = next;
        for effect in effects {
            match effect {
                Effect::Find { .. } => events.push_back(to_send()),
                Effect::Begin(_) => {
                    requests += 1;
                    events.push_back(has(0));
                }
                Effect::Rest { at_most, .. } => {
                    rests.push(at_most);
                    events.push_back(Event::Rested);
                }
                Effect::Note(..) | Effect::Retry => {}
            }
        }
        assert!(requests < 100, "it asks without end");
    }
    assert!(rests.is_sorted() && rests[11] == LONGEST_REST, "{rests:?}");
    assert_eq!(requests, 12 * (2 + usize::from(STANDSTILLS) - 1));
}

#[test]
fn a_backend_that_says_it_has_more_than_there_is_is_told_the_start_and_then_left_alone() {
    for have in [SIZE, SIZE + 1, u64::MAX] {
        let start = || [Event::SignedIn, to_send(), has(have)];
        assert_eq!(begun(start()), [Request::Ask(name()), part(0, PART_BYTES)], "{have}");
        let again = (0..u64::from(STANDSTILLS)).map(|more| has(have.saturating_add(more)));
        let (_, effects) = play(start().into_iter().chain(again));
        assert!(matches!(effects.last(), Some(Effect::Rest { .. })), "{have}: {effects:?}");
    }
}

#[test]
fn a_picture_that_was_refused_with_what_others_had_sent_is_sent_from_its_start_before_that_is_believed() {
    let refused = || Event::NotTaken { why: "Other bytes.".into(), for_good: true };
    let noted = Effect::Note(name(), Noted::Refused { why: "Other bytes.".into(), for_good: true });
    let all_of_ours = [has(0), has(PART_BYTES), has(2 * PART_BYTES)];
    let (_, effects) = play([Event::SignedIn, to_send()].into_iter().chain(all_of_ours.clone()).chain([refused()]));
    assert!(effects.contains(&noted), "all of it came from here: {effects:?}");

    for theirs in [vec![has(2 * PART_BYTES)], vec![has(0), has(2 * PART_BYTES)], vec![has(0), has(PART_BYTES), has(9)]]
    {
        let poisoned = [Event::SignedIn, to_send()].into_iter().chain(theirs.clone()).chain([refused()]);
        let (state, effects) = play(poisoned);
        assert_eq!(effects.last(), Some(&Effect::Begin(Request::Ask(name()))), "{theirs:?}");
        assert!(!effects.contains(&noted), "{theirs:?}: {effects:?}");
        let (_, effects) = all_of_ours
            .clone()
            .into_iter()
            .chain([refused()])
            .fold((state, Vec::new()), |(state, _), event| step(state, event));
        assert!(effects.contains(&noted), "{theirs:?}: {effects:?}");
    }

    let without_end = (0..100).flat_map(|_| [has(2 * PART_BYTES), refused()]);
    let (_, effects) = play([Event::SignedIn, to_send()].into_iter().chain(without_end));
    assert!(effects.contains(&noted), "whoever is hindered each time says so: {effects:?}");
}
