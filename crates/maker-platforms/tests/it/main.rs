//! What both platforms promise: against the simulator (`conformance`), and against servers that keep no promise at all
//! (`misbehaviour`).

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a helper of a test may end it")]

mod conformance;
mod content;
mod hostile;
mod misbehaviour;
mod posts;
mod simulator;
mod step_answers;
mod stub;
mod tiktok_init;
