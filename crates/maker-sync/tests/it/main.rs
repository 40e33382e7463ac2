//! What the device's side of sync promises, against a real SQLite file and the model's backend.

#![expect(clippy::unwrap_used, reason = "a helper of a test may end it")]

mod conflicts;
mod edits;
mod elsewhere;
mod gallery;
mod histories;
mod killed;
mod members;
mod page;
mod past;
mod pictures;
mod running;
mod together;
