//! What the desk's database promises, against a real SQLite file: it opens or is left as it is, writes whole or not at
//! all, never sends anything twice, and outlives a killed process.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a helper of a test may end it")]

mod audit;
mod backup;
mod bin;
mod connections;
mod desk;
mod drafts;
mod images;
mod killed;
mod leases;
mod library;
mod moves;
mod numbers;
mod opening;
mod order;
mod page;
mod posts;
mod publishing;
mod receipts;
mod schema;
mod sessions;
mod snippets;
mod steps;
mod undo;
mod upgrade;
mod versions;
mod wishes;
mod writers;
