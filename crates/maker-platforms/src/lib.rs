//! Other people's APIs behind one trait: how YouTube and TikTok take a video, and how they say what became of it.
//!
//! A platform is a folder: its requests, its answers, its limits as data. What a caller needs is [`PlatformApi`]; what
//! bytes are read from disk, when something is tried again and what is stored is `maker-delivery`, how a token is
//! obtained is `maker-connections`. The caller passes the token and the time with every call, so nothing here keeps a
//! secret or reads a clock.

mod address;
mod answer;
mod api;
mod call;
mod json;
mod pieces;
mod reach;
mod stall;
mod tiktok;
mod traffic;
mod words;
mod youtube;

use std::sync::Arc;
use std::time::Duration;

use maker_domain::Platform;
use maker_domain::config::PlatformConfig;
use rustls::CipherSuite;

pub use api::{
    ApiError, FileInfo, Following, PlatformApi, Playlist, PublishedVideo, Session, Standing, StepWork, VideoNumbers,
};
pub use reach::reach;
pub use traffic::Traffic;

/// How long this computer tries to reach a platform before it counts as offline.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(15);

/// How long a silent platform is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// While bytes are sent: the time without a byte taken and without an answer. The whole request has no limit.
    pub stall: Duration,
    /// Every other call, from the first byte to the last.
    pub call: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { stall: Duration::from_secs(45), call: Duration::from_secs(30) }
    }
}

/// The API of `platform` at the addresses in `config`, over `http` (see [`http_client`]).
#[must_use]
pub fn platform_api(config: &PlatformConfig, platform: Platform, http: reqwest::Client) -> Arc<dyn PlatformApi> {
    platform_api_with(config, platform, http, Patience::default())
}

/// The same with another patience.
#[must_use]
pub fn platform_api_with(
    config: &PlatformConfig,
    platform: Platform,
    http: reqwest::Client,
    patience: Patience,
) -> Arc<dyn PlatformApi> {
    match platform {
        Platform::Youtube => Arc::new(youtube::Youtube::new(config, http, patience)),
        Platform::Tiktok => Arc::new(tiktok::Tiktok::new(config, http, patience)),
    }
}

/// The client both APIs use: redirects are never followed (a token must not travel to another host, and YouTube's 308
/// is none), connecting is bounded, a whole request is not: a chunk may take as long as it moves.
///
/// # Errors
/// When TLS cannot be set up on this computer.
pub fn http_client() -> Result<reqwest::Client, reqwest::Error> {
    prefer_aes_128();
    reqwest::Client::builder()
        // Platforms are asked for nothing that has to be unpacked.
        .no_zstd()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(CONNECT_TIMEOUT)
        .tcp_nodelay(true)
        .referer(false)
        // What is sent again, and whether it may be, is decided by who knows what was asked.
        .retry(reqwest::retry::never())
        // Whatever another crate of the program turns on: an answer unpacked on the way would escape its bound.
        .no_gzip()
        .no_brotli()
        .no_deflate()
        .no_zstd()
        .user_agent(concat!("MakerStudio/", env!("CARGO_PKG_VERSION")))
        .build()
}

/// Has every TLS line of this process ask for AES-128 before AES-256, as browsers do: both are out of anybody's reach, and
/// a film is sealed with a seventh less work. What a platform picks is still its own choice.
fn prefer_aes_128() {
    let mut provider = rustls::crypto::aws_lc_rs::default_provider();
    if only_ring_seals_wide() {
        provider.cipher_suites = rustls::crypto::ring::DEFAULT_CIPHER_SUITES.to_vec();
    }
    provider.cipher_suites.sort_by_key(|suite| suite.suite() != CipherSuite::TLS13_AES_128_GCM_SHA256);
    // Refused where it was done before.
    let _ = provider.install_default();
}

/// Whether this processor has AES for two blocks at once (VAES) but not for four (AVX-512): aws-lc knows the four only, and
/// takes one block at a time here, at twice the processor time.
fn only_ring_seals_wide() -> bool {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::is_x86_feature_detected as has;
        has!("vaes") && has!("vpclmulqdq") && has!("avx2") && !has!("avx512f")
    }
    #[cfg(not(target_arch = "x86_64"))]
    false
}
