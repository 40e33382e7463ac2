//! The backend as a program, against the simulator as a program, on both databases. PostgreSQL is started by the harness
//! on Unix only, so that elsewhere the tests of what is kept do not run.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it stands")]

#[cfg(unix)]
mod accounts;
#[cfg(unix)]
mod anything;
#[cfg(unix)]
mod bounds;
mod callback;
#[cfg(unix)]
mod database;
#[cfg(unix)]
mod desk;
#[cfg(unix)]
mod engines;
mod guards;
#[cfg(unix)]
mod images;
#[cfg(unix)]
mod inside;
#[cfg(unix)]
mod migrations;
#[cfg(unix)]
mod older;
#[cfg(unix)]
mod operator;
mod programs;
#[cfg(unix)]
mod public;
#[cfg(unix)]
mod secrets;
#[cfg(unix)]
mod stand;
mod sync;
#[cfg(unix)]
mod times;
#[cfg(unix)]
mod visitors;
#[cfg(unix)]
mod whole_pictures;
mod whole_sign_in;
#[cfg(unix)]
mod whole_sync;
#[cfg(unix)]
mod workspaces;
