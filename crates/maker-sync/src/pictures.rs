//! The pictures of posts, there and back. Rows say which picture a post shows; its bytes go by themselves, beside the
//! exchange of rows and never before it, one picture at a time.
//!
//! [`plan`] decides what to do next and does nothing itself; [`exchange`] does one request with whatever
//! [`PictureBackend`] there is; `run` is the loop around both.

pub mod exchange;
mod http;
pub mod plan;
mod run;

use std::sync::Arc;

use maker_store::Shelf;

pub use exchange::{PictureBackend, Trouble};
pub(crate) use run::{once, run, take_away};

/// What the pictures' part of the loop works with.
pub struct Pictures {
    /// Where they are here.
    pub shelf: Shelf,
    /// The backend.
    pub backend: Arc<dyn PictureBackend>,
}
