//! The backend: accounts and their devices, workspaces and their members, and the OAuth relay, which lets an installed app
//! sign in at the platforms without holding a client secret.
//!
//! [`Backend`] is what every route stands on, [`router`] has them all, [`serve`] serves them. What opens a door is kept as
//! a hash, and nothing that people wrote is in a log. What of a maker is `public` everybody may see, and signed-in
//! [`visitors`] may like it and say something. [`older`] brings the database of an older backend to today's schema.
//! What the app does with what comes back is `maker-connections`.

mod accounts;
mod api;
mod auth;
mod backend;
mod body;
mod clock;
mod config_file;
pub mod db;
mod etag;
mod fields;
mod ids;
mod images;
mod layers;
mod limit;
mod metrics;
mod observe;
pub mod older;
mod operator;
mod peer;
mod problem;
mod public;
mod relay;
mod serve;
mod store;
pub mod sync;
pub mod visitors;
mod workspaces;

pub use self::accounts::{RecoverError, new_password};
pub use self::api::router;
pub use self::auth::{Member, Signed};
pub use self::backend::{Backend, Settings};
pub use self::body::Body;
pub use self::clock::SystemClock;
pub use self::config_file::{read_config, write_app_config};
pub use self::ids::Ids;
pub use self::images::{Collected, Images, ImagesAddress};
pub use self::peer::Peer;
pub use self::problem::Problem;
pub use self::relay::Relay;
pub use self::serve::{Bounds, serve, stop_signal};
