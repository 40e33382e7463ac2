//! The upload engine: claims deliveries, streams their files from disk to the platforms, resumes, retries, settles
//! what is unclear by asking, and tells of progress.
//!
//! What follows from an answer is decided purely (`decide`, `backoff`, `speed`); [`Engine`] is the dull loop around it. Rows
//! are `maker-store`'s, HTTP is `maker-platforms`', tokens come through [`Access`]. A video's bytes are read in small
//! pieces and go nowhere but into a request's body.

mod access;
mod alive;
mod backoff;
mod decide;
mod engine;
mod follow;
mod reader;
mod shared;
mod speed;
mod steps;
mod upload;
mod worker;

pub use access::{Access, AccessError, Granted, Seal, SealError};
pub use alive::Alive;
pub use engine::Engine;
pub use shared::{EngineEvent, Parts, Progress, Scope};
