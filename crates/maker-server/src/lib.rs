//! The backend. Today: the OAuth relay, which lets an installed app sign in without holding a client secret, and the
//! health and readiness routes an operator's tools ask.
//!
//! It stores nothing and logs neither codes nor tokens. What the app does with what comes back is `maker-connections`.

mod config_file;
pub mod db;
mod limit;
mod problem;
mod relay;
mod serve;
pub mod sync;

pub use self::config_file::{read_config, write_app_config};
pub use self::relay::Relay;
pub use self::serve::{router, serve, stop_signal};
