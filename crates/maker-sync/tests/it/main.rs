//! What the device's side of sync promises, against a real SQLite file and the model's backend.

#![expect(clippy::unwrap_used, reason = "a helper of a test may end it")]

mod gallery;
mod histories;
mod killed;
mod pictures;
mod rules;
mod running;
mod together;
