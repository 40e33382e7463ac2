//! The operator's configuration in, the app's configuration out. Both have the shape of `StudioConfig`; the app's has no
//! secret in it.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use maker_domain::Platform;
use maker_domain::config::{PlatformConfig, StudioConfig};
use serde::Serialize;
use url::Url;

/// Reads the operator's file, or takes the live platforms' addresses without one. `secrets` go over what the file says.
///
/// # Errors
/// When the file cannot be read or is refused.
pub fn read_config(path: Option<&Path>, secrets: [(Platform, Option<String>); 2]) -> anyhow::Result<StudioConfig> {
    let text = match path {
        Some(path) => std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?,
        None => String::new(),
    };
    let mut config = StudioConfig::parse(&text)?;
    for (platform, secret) in secrets {
        if let Some(secret) = secret.filter(|secret| !secret.is_empty()) {
            config.platform_mut(platform).client_secret = Some(secret.into());
        }
    }
    Ok(config)
}

/// Writes what an app needs to use this backend, readable by its owner only, whole or not at all.
///
/// # Errors
/// When the folder cannot be written to.
pub fn write_app_config(path: &Path, backend: &Url, config: &StudioConfig) -> anyhow::Result<()> {
    let app = AppConfig {
        backend: backend.as_str().trim_end_matches('/'),
        youtube: AppPlatform::of(config.platform(Platform::Youtube)),
        tiktok: AppPlatform::of(config.platform(Platform::Tiktok)),
    };
    let text = toml::to_string(&app)?;
    let name = path.file_name().context("the path for the configuration has no file name")?.to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let written = private_file(&beside).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let placed = written.and_then(|()| std::fs::rename(&beside, path));
    if placed.is_err() {
        // The first error is the one to tell.
        let _ = std::fs::remove_file(&beside);
    }
    placed.with_context(|| format!("cannot write {}", path.display()))
}

#[derive(Serialize)]
struct AppConfig<'a> {
    backend: &'a str,
    youtube: AppPlatform<'a>,
    tiktok: AppPlatform<'a>,
}

#[derive(Serialize)]
struct AppPlatform<'a> {
    client_id: &'a str,
    redirect: &'static str,
    authorize: &'a str,
    token: &'a str,
    revoke: &'a str,
    api: &'a str,
    upload: &'a str,
    web: &'a str,
}

impl<'a> AppPlatform<'a> {
    fn of(config: &'a PlatformConfig) -> Self {
        // `Url` writes a slash after a bare host; the API's base addresses have none.
        let base = |url: &'a Url| url.as_str().trim_end_matches('/');
        Self {
            client_id: &config.client_id,
            redirect: "backend",
            authorize: config.authorize.as_str(),
            token: config.token.as_str(),
            revoke: config.revoke.as_str(),
            api: base(&config.api),
            upload: base(&config.upload),
            web: base(&config.web),
        }
    }
}

fn private_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use maker_domain::config::RedirectMode;

    use super::*;

    #[test]
    fn the_apps_file_leads_to_this_backend_and_holds_no_secret() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("app.toml");
        let secrets = [(Platform::Youtube, Some("hush-y".to_owned())), (Platform::Tiktok, None)];
        let config = read_config(None, secrets).unwrap();
        write_app_config(&path, &"http://localhost:4711".parse().unwrap(), &config).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(!text.contains("hush") && !text.contains("secret"), "{text}");
        let read = StudioConfig::parse(&text).unwrap();
        assert_eq!(read.backend.unwrap().as_str(), "http://localhost:4711/");
        assert_eq!(StudioConfig::parse(&text).unwrap().platform(Platform::Tiktok).redirect, RedirectMode::Backend);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing half-written is left");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}
