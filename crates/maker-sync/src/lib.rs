//! The device's side of sync: what is exchanged with the backend, and when.
//!
//! What an edit is and what a page does to the desk is `maker-store`'s; here is the way there and back. [`session`]
//! decides what to do next and does nothing itself; [`exchange`] does one exchange with whatever [`Backend`] there is;
//! [`Sync`] is the loop around both. [`pictures`] brings the pictures of posts there and back. [`account`] signs up, in and out.

pub mod access;
pub mod account;
pub mod address;
pub mod exchange;
mod hints;
mod http;
pub mod pictures;
mod run;
pub mod session;

pub use access::{Credentials, CredentialsError, KeySource};
pub use address::{AddressError, BackendAddress};
pub use exchange::{Backend, Failure};
pub use http::HttpBackend;
pub use pictures::{PictureBackend, Pictures};
pub use run::{Parts, Sync, once};
