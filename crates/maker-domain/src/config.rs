//! The configuration file: where the backend and the platforms are, and under which client we speak to them.
//!
//! A missing file or key means the live platform's own address. `http:` is accepted for loopback hosts only, so that a
//! changed file cannot send tokens over an open line; own client secrets leave the file at first read (`maker-app`).

use secrecy::SecretString;
use serde::Deserialize;
use url::{Host, Url};

use crate::Platform;

/// Everything the file can set.
#[derive(Clone, Debug)]
pub struct StudioConfig {
    /// Base address of our backend; `None` when the maker works without one.
    pub backend: Option<Url>,
    youtube: PlatformConfig,
    tiktok: PlatformConfig,
}

/// One platform's client and addresses.
#[derive(Clone, Debug)]
pub struct PlatformConfig {
    /// The OAuth client id (TikTok: client key). Empty when the maker has none: connecting then says so.
    pub client_id: String,
    /// The maker's own client secret, used only with [`RedirectMode::Loopback`].
    pub client_secret: Option<SecretString>,
    /// Where the browser comes back to.
    pub redirect: RedirectMode,
    /// Consent page.
    pub authorize: Url,
    /// Token exchange and refresh.
    pub token: Url,
    /// Revocation.
    pub revoke: Url,
    /// Base of the API, without a slash at the end.
    pub api: Url,
    /// Base of the upload API where it differs (YouTube); equals `api` otherwise.
    pub upload: Url,
    /// Base of the pages people watch.
    pub web: Url,
}

impl PlatformConfig {
    /// Whether an account can be connected here: there is a client id.
    #[must_use]
    pub fn is_set_up(&self) -> bool {
        !self.client_id.is_empty()
    }
}

/// Where the browser comes back to after consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RedirectMode {
    /// A one-shot listener on 127.0.0.1 (RFC 8252 section 7.3), with the maker's own client.
    Loopback,
    /// The backend's relay, which answers with our deep link and adds the client secret.
    Backend,
}

/// Why a configuration is refused. The text names the key and the remedy.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ConfigError {
    /// Not TOML, or a key of the wrong type.
    #[error("The configuration file cannot be read: {0}. Correct it or remove it.")]
    Syntax(String),
    /// An address that would leak secrets or is none of ours.
    #[error(
        "The address of {key} in the configuration file is not usable: {why}. Use https, or http for this computer only."
    )]
    Address {
        /// The key, such as `youtube.token`.
        key: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// `redirect = "backend"` without `backend`.
    #[error(
        "{0}.redirect is \"backend\", but no backend address is set. Add backend = \"https://...\" or use \"loopback\"."
    )]
    NoBackend(&'static str),
}

impl StudioConfig {
    /// The configuration for `platform`.
    #[must_use]
    pub fn platform(&self, platform: Platform) -> &PlatformConfig {
        match platform {
            Platform::Youtube => &self.youtube,
            Platform::Tiktok => &self.tiktok,
        }
    }

    /// The same, to put a secret in that was moved to the keyring.
    pub fn platform_mut(&mut self, platform: Platform) -> &mut PlatformConfig {
        match platform {
            Platform::Youtube => &mut self.youtube,
            Platform::Tiktok => &mut self.tiktok,
        }
    }

    /// Reads the file's text. Unknown keys are left alone, so that a newer file still opens.
    ///
    /// # Errors
    /// [`ConfigError`] with the key at fault.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let raw: RawConfig = toml::from_str(text).map_err(|e| ConfigError::Syntax(e.message().to_owned()))?;
        let backend = raw.backend.as_deref().map(|a| address("backend", a)).transpose()?;
        let youtube = raw.youtube.unwrap_or_default().fill(Platform::Youtube, backend.is_some())?;
        let tiktok = raw.tiktok.unwrap_or_default().fill(Platform::Tiktok, backend.is_some())?;
        Ok(Self { backend, youtube, tiktok })
    }
}

#[derive(Deserialize)]
struct RawConfig {
    backend: Option<String>,
    youtube: Option<RawPlatform>,
    tiktok: Option<RawPlatform>,
}

#[derive(Deserialize, Default)]
struct RawPlatform {
    client_id: Option<String>,
    client_secret: Option<String>,
    redirect: Option<RedirectMode>,
    authorize: Option<String>,
    token: Option<String>,
    revoke: Option<String>,
    api: Option<String>,
    upload: Option<String>,
    web: Option<String>,
}

impl RawPlatform {
    fn fill(self, platform: Platform, has_backend: bool) -> Result<PlatformConfig, ConfigError> {
        let live = live_addresses(platform);
        let slug = platform.slug();
        let pick = |key: &str, given: Option<String>, live: &str| {
            address(&format!("{slug}.{key}"), given.as_deref().unwrap_or(live))
        };
        let redirect =
            self.redirect.unwrap_or(if has_backend { RedirectMode::Backend } else { RedirectMode::Loopback });
        if redirect == RedirectMode::Backend && !has_backend {
            return Err(ConfigError::NoBackend(slug));
        }
        let upload_default = self.api.clone().filter(|_| platform == Platform::Tiktok);
        Ok(PlatformConfig {
            client_id: self.client_id.unwrap_or_default(),
            client_secret: self.client_secret.filter(|s| !s.is_empty()).map(SecretString::from),
            redirect,
            authorize: pick("authorize", self.authorize, live.authorize)?,
            token: pick("token", self.token, live.token)?,
            revoke: pick("revoke", self.revoke, live.revoke)?,
            api: pick("api", self.api, live.api)?,
            upload: pick("upload", self.upload.or(upload_default), live.upload)?,
            web: pick("web", self.web, live.web)?,
        })
    }
}

struct LiveAddresses {
    authorize: &'static str,
    token: &'static str,
    revoke: &'static str,
    api: &'static str,
    upload: &'static str,
    web: &'static str,
}

const fn live_addresses(platform: Platform) -> LiveAddresses {
    match platform {
        Platform::Youtube => LiveAddresses {
            authorize: "https://accounts.google.com/o/oauth2/v2/auth",
            token: "https://oauth2.googleapis.com/token",
            revoke: "https://oauth2.googleapis.com/revoke",
            api: "https://www.googleapis.com/youtube/v3",
            upload: "https://www.googleapis.com/upload/youtube/v3",
            web: "https://www.youtube.com",
        },
        Platform::Tiktok => LiveAddresses {
            authorize: "https://www.tiktok.com/v2/auth/authorize/",
            token: "https://open.tiktokapis.com/v2/oauth/token/",
            revoke: "https://open.tiktokapis.com/v2/oauth/revoke/",
            api: "https://open.tiktokapis.com/v2",
            upload: "https://open.tiktokapis.com/v2",
            web: "https://www.tiktok.com",
        },
    }
}

fn address(key: &str, text: &str) -> Result<Url, ConfigError> {
    let refuse = |why| ConfigError::Address { key: key.to_owned(), why };
    let url = Url::parse(text.trim()).map_err(|_| refuse("it is not an address"))?;
    check_address(&url).map_err(refuse)?;
    Ok(url)
}

/// Whether we may speak to `url` at all: `https`, or `http` to this computer, and no name or password in it.
///
/// # Errors
/// What is wrong with it, as part of a sentence.
pub fn check_address(url: &Url) -> Result<(), &'static str> {
    if !url.username().is_empty() || url.password().is_some() {
        return Err("it carries a name or password");
    }
    match url.scheme() {
        "https" if url.has_host() => Ok(()),
        "http" if is_loopback(url) => Ok(()),
        "http" => Err("http is open to everyone on the way"),
        _ => Err("only https is spoken"),
    }
}

/// Whether the host is this computer: `localhost`, 127.0.0.0/8 or `::1`.
#[must_use]
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_file_means_the_live_platforms() {
        let config = StudioConfig::parse("").unwrap();
        assert_eq!(config.platform(Platform::Youtube).token.as_str(), "https://oauth2.googleapis.com/token");
        assert_eq!(config.platform(Platform::Tiktok).redirect, RedirectMode::Loopback);
        assert!(config.platform(Platform::Youtube).client_id.is_empty());
    }

    #[test]
    fn f65_an_open_or_foreign_address_is_refused_by_its_key() {
        for bad in [
            "http://example.org/token",
            "http://169.254.169.254/token",
            "file:///etc/passwd",
            "http://localhost.evil.org/",
            "https://u:p@example.org",
        ] {
            let error = StudioConfig::parse(&format!("[youtube]\ntoken = \"{bad}\"")).unwrap_err();
            assert!(matches!(&error, ConfigError::Address { key, .. } if key == "youtube.token"), "{bad}: {error}");
        }
        for good in [
            "http://127.0.0.1:9/token",
            "http://localhost:9/token",
            "http://[::1]:9/token",
            "https://example.org/token",
        ] {
            StudioConfig::parse(&format!("[youtube]\ntoken = \"{good}\"")).unwrap();
        }
    }

    #[test]
    fn a_backend_makes_the_relay_the_usual_way_back() {
        let config =
            StudioConfig::parse("backend = \"http://localhost:8080\"\n[tiktok]\nredirect = \"loopback\"").unwrap();
        assert_eq!(config.platform(Platform::Youtube).redirect, RedirectMode::Backend);
        assert_eq!(config.platform(Platform::Tiktok).redirect, RedirectMode::Loopback);
        assert_eq!(
            StudioConfig::parse("[youtube]\nredirect = \"backend\"").unwrap_err(),
            ConfigError::NoBackend("youtube")
        );
    }

    #[test]
    fn a_secret_in_the_file_never_prints() {
        let config = StudioConfig::parse("[youtube]\nclient_secret = \"hush-hush\"").unwrap();
        assert!(config.platform(Platform::Youtube).client_secret.is_some());
        assert!(!format!("{config:?}").contains("hush"));
    }
}
