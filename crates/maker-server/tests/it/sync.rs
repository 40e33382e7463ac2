//! Sync as devices meet it: one suite for both engines.

mod clocks;
mod cost;
mod deletes;
mod devices;
mod edits;
mod histories;
mod isolation;
mod kept;
mod model;
mod order;
mod over_http;
mod pages;
mod reads;
mod replays;
mod restored;
mod tables;
pub(crate) mod workspace;
