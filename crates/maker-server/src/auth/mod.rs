//! Who asks, and whether they may: [`Signed`] for a person on a device, [`Member`] for one of a workspace.
//!
//! Both ask the database on every request, so that a device that is signed out and a member who is removed are refused
//! by the next one, whichever instance it reaches.

mod allowances;
mod gate;
mod passwords;
mod secrets;

pub(crate) use self::allowances::{Allowances, Whose};
pub(crate) use self::gate::device_revoked;
pub use self::gate::{Member, Signed};
pub(crate) use self::passwords::{Passwords, can_check};
pub(crate) use self::secrets::{Hash, hash, invitation_code, make, typed_code};
