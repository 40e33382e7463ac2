//! Access tokens, kept fresh: renewed ahead of their end, by one request however many windows and processes ask, with a
//! rotated refresh token stored before the old one is forgotten.

mod error;
mod keeper;
mod lock;
mod set;

pub use self::error::TokenError;
pub use self::keeper::{Disconnected, TokenKeeper};
pub(crate) use self::lock::FileLock;
pub(crate) use self::set::Issued;
pub use self::set::TokenSet;

#[cfg(test)]
pub(crate) use self::set::tests;
