//! Sign-in, renewal and vault against real parts: the simulator and the backend as programs, and a real Secret Service
//! in a session of its own for each test (`session.rs`). They fail, and do not skip, when a part is missing.
//! Linux only: other systems' stores have no session that could be thrown away.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it stands")]

mod keyring_states;
mod programs;
mod renewals;
mod secrecy_of_all;
mod session;
mod stage;
mod whole_sign_in;
