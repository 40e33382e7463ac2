//! The words of Maker Studio and the rules that need no world to decide them: ids, drafts, what a platform accepts,
//! the states of a delivery, configuration.
//!
//! Nothing here reads a clock, a file or the network: time, ids and facts come in as arguments, so every rule can be
//! tested as a table. Storage is in `maker-store`, HTTP in `maker-platforms`, sign-in in `maker-connections`.

pub mod account;
pub mod activity;
pub mod check;
pub mod clock;
pub mod config;
pub mod connection;
pub mod country;
pub mod deleted;
pub mod delivery;
pub mod draft;
pub mod followup;
pub mod id;
pub mod image;
pub mod library;
pub mod link;
pub mod media;
pub mod notices;
pub mod numbers;
pub mod platform;
pub mod position;
pub mod post;
pub mod preset;
pub mod problem;
pub mod profile;
pub mod quota;
pub mod reason;
pub mod receipt;
pub mod schedule;
pub mod secret;
pub mod service;
pub mod snippet;
pub mod sync;
pub mod text;
pub mod text_post;
pub mod uploads;
pub mod versions;

pub use clock::Clock;
pub use platform::{Platform, VideoType};
