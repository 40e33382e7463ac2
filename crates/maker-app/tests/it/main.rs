//! What a maker can do with everything they have, on real folders and databases.

#![expect(clippy::unwrap_used, reason = "a helper of a test may end it")]

mod captions;
mod desk;
mod export;
#[cfg(unix)]
mod hostile;
mod left;
mod lists;
mod portrait;
mod restore;
mod rows;
mod taken_back;
