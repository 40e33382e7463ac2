//! What sync promises, as a small program in memory that the real one is held against.
//!
//! - [`ModelServer`] is a backend for one workspace: it speaks the messages of [`maker_domain::sync::wire`] with the real
//!   registry's tables, and can stand in for the real backend in a device's tests. It has no clock: set
//!   [`ModelServer::now`]. [`ModelServer::backup`] and [`ModelServer::restore`] lose its newest changes as a restored
//!   backup does.
//! - [`Client`] is a device: confirmed rows, an outbox whose active ops lie over them, and the way back after a restore.
//! - [`world`] lets some devices and a backend live through a history that a seed determines, with lost, repeated and late
//!   messages, tiny pages, wrong clocks, cloned and wiped devices, purges and restored backups, and checks after each step
//!   and at the end what sync promises.
//! - [`Rule`] names the rules that make it come out. Each can be left out, and the checks must find that.
//!
//! ```
//! use maker_domain::sync::{token::Token, wire::{Pull, Push, SCHEMA}};
//! use maker_sync_model::ModelServer;
//!
//! let mut server = ModelServer::new();
//! let push = Push { now: server.now, seen: Token::START, schema: SCHEMA, ops: Vec::new() };
//! let pushed = server.push("Laptop", &push).unwrap();
//! let pull = Pull { cursor: Token::START, seen: pushed.head, limit: 100, schema: SCHEMA };
//! assert_eq!(server.pull(&pull).unwrap().rows, []);
//! ```

#[cfg(test)]
mod by_hand;
mod checks;
mod client;
mod rule;
mod server;
pub mod world;

pub use client::{Client, RowChange};
pub use rule::Rule;
pub use server::{Backup, ModelServer, Refusal};

/// A row: its table and its id.
pub type Key = (String, uuid::Uuid);
