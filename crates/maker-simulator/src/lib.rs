//! Pretend platforms: a program that speaks YouTube's and TikTok's HTTP strictly, on this machine only.
//!
//! It refuses what the real services refuse, keeps the size and SHA-256 of what it received (never the bytes), gives each
//! finished video a page, and breaks on demand. It shares no types with the rest of the workspace on purpose:
//! client and simulator are both written from the platforms' documents, so they cannot agree on a mistake.
//! Faults and admin calls are described in this crate's README.

mod admin;
mod chance;
mod clock;
mod config;
mod consent;
mod faults;
mod grants;
mod hash;
mod html;
mod intake;
mod log;
mod meddle;
mod media;
mod multipart;
mod params;
mod pkce;
mod steps;
mod tiktok;
mod wire;
mod world;
mod youtube;

use std::net::SocketAddr;

use anyhow::{Context, ensure};
use serde::Serialize;
use tokio::sync::watch;
use tokio::task::JoinSet;

pub use config::write_config;
use wire::Door;
use world::World;

/// How the pretend platforms behave; everything else is a fault switch.
#[derive(Clone)]
pub struct Options {
    /// Where YouTube listens. TikTok and admin take the next two ports, or free ones when this port is 0. Loopback only.
    pub listen: SocketAddr,
    /// Milliseconds between a video's last byte and the end of its processing.
    pub processing_ms: u64,
    /// Life of access tokens in seconds on both platforms; `None` leaves each platform's own.
    pub access_token_seconds: Option<u32>,
    /// TikTok treats the app as not audited: private accounts, `SELF_ONLY` and five makers a day.
    pub unaudited: bool,
    /// Google's publishing status is Testing: refresh tokens die after seven days.
    pub testing_mode: bool,
    /// Videos a YouTube channel may upload in 24 hours; `None` is no limit.
    pub channel_uploads_per_day: Option<u32>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            processing_ms: 1500,
            access_token_seconds: None,
            unaudited: false,
            testing_mode: false,
            channel_uploads_per_day: None,
        }
    }
}

/// Origins (`http://host:port`, no trailing slash) of the three listeners.
#[derive(Clone, Debug, Serialize)]
pub struct Addresses {
    /// Google sign-in, YouTube's API, uploads and watch pages.
    pub youtube: String,
    /// TikTok sign-in, API, uploads and video pages.
    pub tiktok: String,
    /// What tests and people use to look inside and to order faults.
    pub admin: String,
}

/// A running simulator; its listeners close when it is stopped or dropped.
pub struct Simulator {
    addresses: Addresses,
    stop: watch::Sender<bool>,
    servers: JoinSet<()>,
}

impl Simulator {
    /// Opens the three listeners and serves on them until [`Simulator::stop`].
    ///
    /// # Errors
    /// When `listen` is not a loopback address or a port is taken.
    pub async fn start(options: Options) -> anyhow::Result<Self> {
        ensure!(options.listen.ip().is_loopback(), "The simulator listens on loopback addresses only.");
        let doors = [
            Door::open(options.listen, 0).await,
            Door::open(options.listen, 1).await,
            Door::open(options.listen, 2).await,
        ];
        let [youtube, tiktok, admin] = doors;
        let (youtube, tiktok, admin) = (
            youtube.context("opening YouTube's port")?,
            tiktok.context("opening TikTok's port")?,
            admin.context("opening the admin port")?,
        );
        let addresses = Addresses { youtube: youtube.origin()?, tiktok: tiktok.origin()?, admin: admin.origin()? };
        let world = World::start(options, addresses.clone());

        let (stop, stopped) = watch::channel(false);
        let mut servers = JoinSet::new();
        servers.spawn(youtube.serve(youtube::router(world.clone()), stopped.clone()));
        servers.spawn(tiktok.serve(tiktok::router(world.clone()), stopped.clone()));
        servers.spawn(admin.serve(admin::router(world), stopped));
        Ok(Self { addresses, stop, servers })
    }

    /// Where the three listeners are.
    pub fn addresses(&self) -> &Addresses {
        &self.addresses
    }

    /// Lets exchanges that are nearly done finish (one second), then closes everything.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        let finish = async { while self.servers.join_next().await.is_some() {} };
        // Ends by itself within the second, or the set aborts what is left when it is dropped.
        let _ = tokio::time::timeout(std::time::Duration::from_secs(1), finish).await;
    }
}
