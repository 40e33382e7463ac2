//! A maker's whole world for tests, of real parts: a D-Bus session with an unlocked keyring in a temporary home, the
//! pretend platforms and the backend as processes, video files made by ffmpeg, the command line and the window.
//! Nothing of the person who runs the tests is touched; everything ends with the [`World`].

mod chance;
mod desktop;
mod display;
#[cfg(target_os = "linux")]
mod dock;
#[cfg(target_os = "linux")]
mod notices;
mod port;
#[cfg(unix)]
mod postgres;
mod programs;
mod session;
mod simulator;
pub mod video;
mod wait;
pub mod webdriver;
mod world;

pub use chance::Chance;
pub use desktop::{Desktop, Geometry};
#[cfg(target_os = "linux")]
pub use dock::{Dock, OnDock};
#[cfg(target_os = "linux")]
pub use notices::{Notices, Shown};
pub use port::free_port;
#[cfg(unix)]
pub use postgres::{FreshDatabase, Postgres};
pub use programs::{Program, binary};
pub use session::Session;
pub use simulator::Simulator;
pub use wait::{eventually, until};
pub use world::{Ended, HeldDatabase, Way, World};
