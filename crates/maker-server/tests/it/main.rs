//! The backend as a program, against the simulator as a program.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it stands")]

mod accounts;
mod callback;
mod database;
mod desk;
mod engines;
mod guards;
mod migrations;
mod programs;
mod secrets;
mod sync;
mod whole_sign_in;
mod whole_sync;
mod workspaces;
