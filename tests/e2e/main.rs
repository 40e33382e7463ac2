//! Promises of the real window: the program under WebKitWebDriver on a screen of its own, with the desktop's own URL
//! handler and file dialog, a real keyring, and the platforms and the backend as processes.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it stands")]

mod budgets;
mod crash;
mod damaged;
mod drag;
mod hostile;
mod left_off;
mod looks;
mod main_job;
mod portrait;
mod posts;
mod telling;
mod together;
mod two_desks;
mod typing;
