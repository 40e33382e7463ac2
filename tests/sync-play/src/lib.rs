//! Devices of a test: the real client and its real database, on a line to the backend that loses and repeats what is sent.
//!
//! - [`Device`] is a desk with a data folder, [`Line`] how it reaches the backend, [`World`] that backend: the model, with
//!   the [`Truth`] of all that ever happened to it.
//! - [`live_through`] plays a random history of a few of them and judges it after every step. Everything that was said to
//!   the backend comes back with the model's answers, to be told to another backend: as long as that one answers the same,
//!   the devices would have lived through the same with it.

#![expect(clippy::unwrap_used, reason = "a helper of a test may end it")]

mod desk;
mod device;
mod line;
mod play;
mod truth;

pub use desk::{FOLDER, media, settle, titled, two, world};
pub use device::{Device, Wrong, cut, pull, push};
pub use line::{Fault, Line, Shared, World};
pub use play::live_through;
pub use truth::{Field, Truth};
