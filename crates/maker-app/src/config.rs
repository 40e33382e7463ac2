//! Reads the configuration file, and moves a client secret found in it to the password store.

use std::path::Path;

use maker_connections::Vault;
use maker_domain::Platform;
use maker_domain::config::StudioConfig;
use maker_words::say;

use crate::{Answer, AppError, ErrorCode};

/// The configuration at `path`; no file means the live platforms. A client secret stays in it only where the password store
/// does not take it.
pub(crate) async fn load(path: Option<&Path>, vault: &Vault) -> Answer<StudioConfig> {
    let text = match path {
        Some(path) => read(path)?,
        None => String::new(),
    };
    let bad = |error: maker_domain::config::ConfigError| AppError::new(ErrorCode::BadInput, error.to_string());
    let mut config = StudioConfig::parse(&text).map_err(bad)?;
    for platform in Platform::ALL {
        let settings = config.platform_mut(platform);
        if let (Some(path), Some(secret)) = (path, settings.client_secret.take()) {
            match vault.keep_own_secret(platform, &secret).await {
                Ok(()) => take_out(path, platform),
                // Stays in the file, and is used from there.
                Err(_) => settings.client_secret = Some(secret),
            }
        }
    }
    Ok(config)
}

fn read(path: &Path) -> Answer<String> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(AppError {
            code: ErrorCode::BadInput,
            message: say!("app-bad-config", file = path.display().to_string()),
            field: None,
            cause: Some(Box::new(error)),
        }),
    }
}

/// Rewrites the file without the secret, keeping everything else as the maker wrote it.
fn take_out(path: &Path, platform: Platform) {
    let written = (|| -> std::io::Result<()> {
        let text = std::fs::read_to_string(path)?;
        let mut document: toml_edit::DocumentMut = text.parse().map_err(std::io::Error::other)?;
        if let Some(table) = document.get_mut(platform.slug()).and_then(|t| t.as_table_like_mut()) {
            table.remove("client_secret");
        }
        let beside = path.with_extension("toml.new");
        std::fs::write(&beside, document.to_string())?;
        crate::folder::restrict(&beside, 0o600)?;
        std::fs::rename(&beside, path)
    })();
    match written {
        Ok(()) => {
            tracing::info!(%platform, "the client secret of {platform} moved from the configuration file to the password store")
        }
        Err(error) => {
            tracing::warn!(%platform, %error, "the client secret could not be taken out of the configuration file")
        }
    }
}
