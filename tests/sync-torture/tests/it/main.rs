//! Twenty desks, three servers and a PostgreSQL that are killed all the time, and what is true when they are left alone.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

mod balancer;
mod house;
mod judge;
mod torture;
