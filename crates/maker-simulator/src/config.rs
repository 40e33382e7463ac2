//! The configuration file that points Maker Studio and its backend at the simulator.
//! It holds the pretend client secrets, so it is private to its owner and appears whole or not at all.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use serde::Serialize;

use crate::Addresses;

/// Google's registered pretend client, accepted with Desktop and relay redirects alike.
pub(crate) const YOUTUBE_CLIENT_ID: &str = "simulated-maker-studio.apps.googleusercontent.com";
pub(crate) const YOUTUBE_CLIENT_SECRET: &str = "simulated-youtube-client-secret";
/// TikTok's registered pretend client (its `client_key`).
pub(crate) const TIKTOK_CLIENT_KEY: &str = "simulatedmakerstudio";
pub(crate) const TIKTOK_CLIENT_SECRET: &str = "simulated-tiktok-client-secret";

#[derive(Serialize)]
struct Config {
    youtube: Platform,
    tiktok: Platform,
}

#[derive(Serialize)]
struct Platform {
    client_id: &'static str,
    client_secret: &'static str,
    redirect: &'static str,
    authorize: String,
    token: String,
    revoke: String,
    api: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    upload: Option<String>,
    web: String,
}

/// Writes the file with mode 0600 beside its destination and renames it into place.
///
/// # Errors
/// When the folder cannot be written to.
pub fn write_config(path: &Path, addresses: &Addresses) -> anyhow::Result<()> {
    let text = toml::to_string(&config(addresses))?;
    let name = path.file_name().context("the configuration's path has no file name")?.to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let written = private_file(&beside).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let placed = written.and_then(|()| std::fs::rename(&beside, path));
    if placed.is_err() {
        // Nothing half-written is left behind; the first error is the one worth telling.
        let _ = std::fs::remove_file(&beside);
    }
    Ok(placed?)
}

fn config(addresses: &Addresses) -> Config {
    let (youtube, tiktok) = (&addresses.youtube, &addresses.tiktok);
    Config {
        youtube: Platform {
            client_id: YOUTUBE_CLIENT_ID,
            client_secret: YOUTUBE_CLIENT_SECRET,
            redirect: "loopback",
            authorize: format!("{youtube}/o/oauth2/v2/auth"),
            token: format!("{youtube}/token"),
            revoke: format!("{youtube}/revoke"),
            api: format!("{youtube}/youtube/v3"),
            upload: Some(format!("{youtube}/upload/youtube/v3")),
            web: youtube.clone(),
        },
        tiktok: Platform {
            client_id: TIKTOK_CLIENT_KEY,
            client_secret: TIKTOK_CLIENT_SECRET,
            redirect: "loopback",
            authorize: format!("{tiktok}/v2/auth/authorize/"),
            token: format!("{tiktok}/v2/oauth/token/"),
            revoke: format!("{tiktok}/v2/oauth/revoke/"),
            api: format!("{tiktok}/v2"),
            upload: None,
            web: tiktok.clone(),
        },
    }
}

fn private_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
