//! What to do next about pictures: a pure function of where it stands and what just happened. It knows no clock, no
//! network, no database and no file; whoever calls it does what it says.
//!
//! What the backend has of a picture is only ever what it said. So nothing has to be remembered of an upload that was
//! broken off, whoever broke it off: the next try asks, and goes on from there.

use std::time::Duration;

use maker_domain::image::{ImageName, ImageUpload, PART_BYTES};
use maker_store::images::ImageTask;

use crate::session::{Failed, LONGEST_REST};

/// Answers in a row by which nothing has moved: then it is the backend's turn to get well.
const STANDSTILLS: u8 = 3;

/// A picture that was refused together with what others had sent under its name is sent from its start so often.
const ANEW: u8 = 3;

/// Where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    signed_in: bool,
    /// One thing at a time.
    busy: bool,
    /// The picture that is being sent.
    going: Option<Going>,
    /// Failures in a row.
    failures: u32,
    resting: bool,
    /// The backend takes none for now: until the rest is over only what is to come here is asked for.
    full: bool,
    /// Nothing is asked for until somebody signs in again.
    refused: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Going {
    name: ImageName,
    size: u64,
    have: Option<u64>,
    standstills: u8,
    /// Where the last part from here ends.
    end: u64,
    /// Not all that is there came from here just now: it may be of something else.
    others: bool,
    /// So often it was begun with anew for that.
    anew: u8,
}

impl Going {
    fn with(name: ImageName, size: u64, anew: u8) -> Self {
        Self { name, size, have: None, standstills: 0, end: 0, others: false, anew }
    }
}

/// One request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// How much of it is there?
    Ask(ImageName),
    /// Here is more.
    Part {
        /// Of which picture.
        name: ImageName,
        /// From this byte on.
        from: u64,
        /// Up to this byte, without it.
        to: u64,
        /// Of so many in all.
        size: u64,
    },
    /// The bytes, please.
    Fetch(ImageName),
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Somebody is signed in.
    SignedIn,
    /// Nobody is.
    SignedOut,
    /// There may be something to do.
    Look,
    /// The network is back, or somebody wants it now: no rest is waited for.
    Now,
    /// The rest is over.
    Rested,
    /// What is to be done next, if anything is.
    Found(Option<ImageTask>),
    /// What the backend has of the picture that is being sent.
    Has(ImageUpload),
    /// The backend does not take it.
    NotTaken {
        /// Why, in its words.
        why: String,
        /// It never will; otherwise it takes none for now.
        for_good: bool,
    },
    /// The picture that was to be sent is not on this disk any more.
    Gone(ImageName),
    /// A picture has come and is kept.
    Fetched(ImageName),
    /// The backend does not have it, or has something else under its name.
    Absent(ImageName),
    /// The request came to nothing.
    Failed(Failed),
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Find what is to be done next.
    Find {
        /// Also what is to be sent.
        may_send: bool,
    },
    /// Begin this request.
    Begin(Request),
    /// Rest: a random time up to `at_most`, and no less than `at_least`.
    Rest {
        /// Full jitter below this.
        at_most: Duration,
        /// What the backend asked for.
        at_least: Duration,
    },
    /// Note something about a picture.
    Note(ImageName, Noted),
    /// Try once more what was refused or rests.
    Retry,
}

/// What is noted about a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noted {
    /// The backend has all of it.
    Sent,
    /// The backend does not have all of it, whatever it said before.
    Unsent,
    /// The backend does not take it.
    Refused {
        /// Why, in its words.
        why: String,
        /// It never will.
        for_good: bool,
    },
    /// It is not on this disk.
    Gone,
    /// The backend does not have it either.
    Absent,
}

/// What follows from `event`.
#[must_use]
pub fn step(mut state: State, event: Event) -> (State, Vec<Effect>) {
    let mut effects = Vec::new();
    let mut look = false;
    match event {
        Event::SignedIn => {
            state = State { signed_in: true, busy: state.busy, ..State::default() };
            look = true;
        }
        Event::SignedOut => state = State { busy: state.busy, ..State::default() },
        Event::Look => look = true,
        Event::Now => {
            (state.resting, state.full) = (false, false);
            if state.signed_in {
                effects.push(Effect::Retry);
            }
            look = true;
        }
        Event::Rested => {
            (state.resting, state.full) = (false, false);
            look = true;
        }
        Event::Found(task) => {
            state.busy = false;
            // Somebody may have signed out meanwhile.
            if state.signed_in && !state.refused {
                found(&mut state, task, &mut effects);
            }
        }
        Event::Has(upload) => {
            state.busy = false;
            look = has(&mut state, upload, &mut effects);
        }
        Event::NotTaken { why, for_good } => {
            state.busy = false;
            match state.going.take() {
                // The backend keeps nothing of what it refused.
                Some(going) if for_good && going.others && going.anew < ANEW && state.signed_in => {
                    effects.push(Effect::Begin(Request::Ask(going.name)));
                    (state.busy, state.going) = (true, Some(Going::with(going.name, going.size, going.anew + 1)));
                }
                Some(going) => effects.push(Effect::Note(going.name, Noted::Refused { why, for_good })),
                None => {}
            }
            if !for_good && state.signed_in {
                state.full = true;
                effects.push(Effect::Rest { at_most: LONGEST_REST, at_least: LONGEST_REST / 2 });
            }
            look = true;
        }
        Event::Gone(name) | Event::Fetched(name) | Event::Absent(name) => {
            (state.busy, state.going) = (false, None);
            match event {
                Event::Gone(_) => effects.push(Effect::Note(name, Noted::Gone)),
                Event::Absent(_) => effects.push(Effect::Note(name, Noted::Absent)),
                _ => state.failures = 0,
            }
            look = true;
        }
        Event::Failed(why) => {
            (state.busy, state.going) = (false, None);
            failed(&mut state, why, &mut effects);
        }
    }
    let may_look = state.signed_in && !state.refused && !state.resting && !state.busy && state.going.is_none();
    if look && may_look {
        state.busy = true;
        effects.push(Effect::Find { may_send: !state.full });
    }
    (state, effects)
}

fn found(state: &mut State, task: Option<ImageTask>, effects: &mut Vec<Effect>) {
    let request = match task {
        None => return,
        Some(ImageTask::Send { name, size }) => {
            state.going = Some(Going::with(name, size, 0));
            Request::Ask(name)
        }
        Some(ImageTask::Fetch(name)) => Request::Fetch(name),
    };
    state.busy = true;
    effects.push(Effect::Begin(request));
}

/// Goes on with the picture that is being sent. Whether it is through with it.
fn has(state: &mut State, upload: ImageUpload, effects: &mut Vec<Effect>) -> bool {
    let Some(mut going) = state.going.take() else { return true };
    if !state.signed_in {
        return false;
    }
    if upload.stored {
        state.failures = 0;
        effects.push(Effect::Note(going.name, Noted::Sent));
        return true;
    }
    match going.have {
        // It may have been believed to be there.
        None => effects.push(Effect::Note(going.name, Noted::Unsent)),
        Some(before) if upload.have > before && upload.have < going.size => {
            (state.failures, going.standstills) = (0, 0);
        }
        Some(_) => going.standstills += 1,
    }
    if going.standstills >= STANDSTILLS {
        failed(state, Failed::Busy { after: None }, effects);
        return false;
    }
    going.have = Some(upload.have);
    going.others |= upload.have != going.end;
    // As much as the picture has, or more, without being stored is something else: the start with its size says so.
    let from = if upload.have < going.size { upload.have } else { 0 };
    going.end = going.size.min(from + PART_BYTES);
    effects.push(Effect::Begin(Request::Part { name: going.name, from, to: going.end, size: going.size }));
    (state.busy, state.going) = (true, Some(going));
    false
}

fn failed(state: &mut State, why: Failed, effects: &mut Vec<Effect>) {
    use maker_store::sync::Problem;
    if !state.signed_in {
        return;
    }
    let at_least = match why {
        // The exchange of rows meets the same, and says so.
        Failed::Problem(Problem::SignInAgain | Problem::Revoked) => {
            state.refused = true;
            return;
        }
        Failed::Problem(_) => LONGEST_REST / 2,
        Failed::Busy { after } => after.unwrap_or_default().min(LONGEST_REST),
        Failed::Offline | Failed::Here | Failed::Diverged | Failed::TooOld => Duration::ZERO,
    };
    state.failures = state.failures.saturating_add(1);
    state.resting = true;
    let at_most = Duration::from_secs(1 << state.failures.min(9)).min(LONGEST_REST);
    effects.push(Effect::Rest { at_most, at_least });
}

#[cfg(test)]
mod tests;
