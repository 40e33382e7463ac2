//! Twenty desks, three servers and a PostgreSQL that are killed all the time, and what is true when they are left alone.
#![cfg(unix)]

mod balancer;
mod house;
mod judge;
mod torture;
