//! How devices and the backend meet: which tables and columns travel and how each is merged ([`registry`]), the messages
//! ([`wire`]), the tokens that name a moment of a workspace's history ([`token`]) and how those are made ([`chain`]), and
//! what becomes of an edit ([`value`], [`decide`], [`merge3`]).
//!
//! Both sides are built on this, so neither can know a table or a rule that the other does not.

pub mod chain;
pub mod decide;
pub mod merge3;
pub mod registry;
pub mod token;
pub mod value;
pub mod wire;
