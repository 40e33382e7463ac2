//! What to do next: a pure function of where the session stands and what just happened. It knows no clock, no network
//! and no database; whoever calls it does what it says.

use std::time::Duration;

use maker_store::sync::Problem;

/// The longest rest between tries.
pub const LONGEST_REST: Duration = Duration::from_secs(300);

/// Where a session stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    signed_in: bool,
    /// One exchange at a time.
    at: Option<Exchange>,
    /// Edits wait to be sent.
    to_push: bool,
    /// Something may have changed elsewhere.
    to_pull: bool,
    /// The history has to be found again before anything else.
    lost: Option<Lost>,
    /// Failures in a row.
    failures: u32,
    resting: bool,
    problem: Option<Problem>,
}

/// Why the history has to be found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lost {
    Diverged,
    TooOld,
}

/// An exchange with the backend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exchange {
    /// Send edits.
    Push,
    /// Take in a page.
    Pull,
    /// Find what both have, and go back to it.
    Recover,
    /// Ask for everything anew.
    StartOver,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Somebody is signed in.
    SignedIn,
    /// Nobody is.
    SignedOut,
    /// There are edits to send.
    Edited,
    /// The backend hints at something new, the window came to the front, or it was quiet for a minute.
    Look,
    /// The network is back, or somebody wants it now: no rest is waited for.
    Now,
    /// The rest is over.
    Rested,
    /// The exchange came to its end.
    Done {
        /// There is more of the same.
        more: bool,
    },
    /// The exchange came to nothing.
    Failed(Failed),
}

/// Why an exchange came to nothing, as far as it matters for what is next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failed {
    /// Not reached.
    Offline,
    /// Later.
    Busy {
        /// Not before.
        after: Option<Duration>,
    },
    /// The backend's history is another one.
    Diverged,
    /// The cursor is too old.
    TooOld,
    /// Nothing is exchanged until somebody acts.
    Problem(Problem),
    /// This computer is in the way: its disk or its password store.
    Here,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Begin this exchange.
    Begin(Exchange),
    /// Rest: a random time up to `at_most`, and no less than `at_least`.
    Rest {
        /// Full jitter below this.
        at_most: Duration,
        /// What the backend asked for.
        at_least: Duration,
    },
    /// Note that the backend is out of reach.
    NoteOffline,
    /// Note why nothing is exchanged, or that it is.
    Note(Option<Problem>),
    /// Write what was never sent to a file, then take the workspace off this desk.
    Leave,
}

/// What follows from `event`.
#[must_use]
pub fn step(mut state: State, event: Event) -> (State, Vec<Effect>) {
    let mut effects = Vec::new();
    match event {
        Event::SignedIn => {
            let had_problem = state.problem.is_some();
            state = State { signed_in: true, to_pull: true, to_push: true, at: state.at, ..State::default() };
            if had_problem {
                effects.push(Effect::Note(None));
            }
        }
        Event::SignedOut => state = State { at: state.at, ..State::default() },
        Event::Edited => state.to_push = true,
        Event::Look => state.to_pull = true,
        Event::Now => {
            (state.to_pull, state.to_push, state.resting) = (true, true, false);
            // Asking again is how a newer backend, or a mended one, is noticed.
            if !matches!(state.problem, Some(Problem::SignInAgain | Problem::Revoked)) {
                state.problem = None;
            }
        }
        Event::Rested => state.resting = false,
        Event::Done { more } => done(&mut state, more, &mut effects),
        Event::Failed(why) => failed(&mut state, why, &mut effects),
    }
    if let Some(next) = next(&state) {
        match next {
            Exchange::Push => state.to_push = false,
            Exchange::Pull => state.to_pull = false,
            Exchange::Recover | Exchange::StartOver => {}
        }
        state.at = Some(next);
        effects.push(Effect::Begin(next));
    }
    (state, effects)
}

fn done(state: &mut State, more: bool, effects: &mut Vec<Effect>) {
    let ended = state.at.take();
    // Finding the way back is not yet being there: a backend that sends in circles is met with rests.
    if matches!(ended, Some(Exchange::Push | Exchange::Pull)) {
        state.failures = 0;
    }
    match ended {
        Some(Exchange::Push) => {
            state.to_push |= more;
            // The answer of a push is not the row: that comes with the next page.
            state.to_pull = true;
        }
        Some(Exchange::Pull) => state.to_pull |= more,
        Some(Exchange::Recover | Exchange::StartOver) => {
            (state.lost, state.to_pull, state.to_push) = (None, true, true);
        }
        None => {}
    }
    if state.problem.take().is_some() {
        effects.push(Effect::Note(None));
    }
}

fn failed(state: &mut State, why: Failed, effects: &mut Vec<Effect>) {
    match state.at.take() {
        Some(Exchange::Push) => state.to_push = true,
        Some(Exchange::Pull) => state.to_pull = true,
        Some(Exchange::Recover | Exchange::StartOver) | None => {}
    }
    if !state.signed_in {
        return;
    }
    let mut rest = |state: &mut State, at_least| {
        state.failures = state.failures.saturating_add(1);
        state.resting = true;
        let at_most = Duration::from_secs(1 << state.failures.min(9)).min(LONGEST_REST);
        effects.push(Effect::Rest { at_most, at_least });
    };
    match why {
        Failed::Offline => {
            rest(state, Duration::ZERO);
            effects.push(Effect::NoteOffline);
        }
        Failed::Busy { after } => rest(state, after.unwrap_or_default().min(LONGEST_REST)),
        Failed::Here => rest(state, Duration::ZERO),
        // A history that is lost again and again is no reason to ask without a rest.
        Failed::Diverged | Failed::TooOld => {
            state.lost = Some(if why == Failed::Diverged { Lost::Diverged } else { Lost::TooOld });
            state.failures = state.failures.saturating_add(1);
            if state.failures > 2 {
                rest(state, Duration::ZERO);
            }
        }
        Failed::Problem(problem) => {
            if problem == Problem::Revoked {
                effects.push(Effect::Leave);
            }
            // What may heal by itself is tried again after the longest rest.
            if !matches!(problem, Problem::SignInAgain | Problem::Revoked) {
                state.resting = true;
                effects.push(Effect::Rest { at_most: LONGEST_REST, at_least: LONGEST_REST / 2 });
            }
            effects.push(Effect::Note(Some(problem.clone())));
            state.problem = Some(problem);
        }
    }
}

fn next(state: &State) -> Option<Exchange> {
    let blocked = matches!(state.problem, Some(Problem::SignInAgain | Problem::Revoked));
    if !state.signed_in || state.at.is_some() || state.resting || blocked {
        return None;
    }
    match state.lost {
        Some(Lost::Diverged) => Some(Exchange::Recover),
        Some(Lost::TooOld) => Some(Exchange::StartOver),
        // What others wrote first: an edit that was made having seen it is no conflict.
        None if state.to_pull => Some(Exchange::Pull),
        None if state.to_push => Some(Exchange::Push),
        None => None,
    }
}

#[cfg(test)]
mod tests;
