//! The upload engine: claims deliveries, streams their files from disk to the platforms, resumes, retries, settles
//! what is unclear by asking, and tells of progress.
//!
//! What follows from an answer is decided purely (`decide`, `backoff`, `speed`); [`Engine`] is the dull loop around it. Rows
//! are `maker-store`'s, HTTP is `maker-platforms`', tokens come through [`Access`], the maker's limits through [`Wishes`]. A
//! video's bytes are read in small pieces, once for all who send them (`feed`), held to one speed (`pace`), hashed on their
//! way (`source_hash`), and go nowhere but into a request's body.

mod access;
mod alive;
mod backoff;
mod decide;
mod drift;
mod engine;
mod feed;
mod follow;
mod followup;
mod ledger;
#[cfg(test)]
mod model;
mod pace;
mod sending;
mod shared;
mod source_hash;
mod speed;
mod steps;
mod upload;
mod worker;

pub use access::{Access, AccessError, Granted, Limits, Seal, SealError, Wishes, authorised};
pub use alive::Alive;
pub use engine::Engine;
pub use shared::{EngineEvent, Parts, Progress, Scope, time_needed};
