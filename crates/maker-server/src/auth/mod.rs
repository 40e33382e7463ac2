//! Who asks, and whether they may: [`Signed`] for a person on a device, [`Member`] for one of a workspace.
//!
//! Both ask the database on every request, so that a device that is signed out and a member who is removed are refused
//! by the next one, whichever instance it reaches.

mod gate;
mod guesses;
mod passwords;
mod secrets;

pub(crate) use self::gate::device_revoked;
pub use self::gate::{Member, Signed};
pub(crate) use self::guesses::{Guess, Guesses};
pub(crate) use self::passwords::Passwords;
pub(crate) use self::secrets::{Hash, hash, invitation_code, make, typed_code};
