//! How devices and the backend meet: which tables and columns travel and how each is merged ([`registry`]), the messages
//! ([`wire`]), and the tokens that name a moment of a workspace's history ([`token`]).
//!
//! Both sides are built on this, so neither can know a table or a rule that the other does not.

pub mod decide;
pub mod merge3;
pub mod registry;
pub mod token;
pub mod value;
pub mod wire;
