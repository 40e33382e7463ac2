//! Promises of the whole system, by the real programs: the command line, the pretend platforms, the backend, a real
//! keyring, real files. What a window does beside them is `tests/e2e`.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it stands")]

mod activity;
mod bindings;
mod crash;
mod data;
mod hostile;
mod library;
mod limits;
mod memory;
mod numbers;
mod page;
mod posts;
mod promises;
mod publish;
mod receipts;
mod refusals;
mod schedule;
mod snippets;
mod steps;
mod torture;
mod two_processes;
mod versions;
mod words;
