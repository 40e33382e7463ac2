//! The three OAuth calls: code for tokens, refresh, revoke. At the platform itself with the maker's own secret, or at our
//! backend's relay, which adds the secret.
//!
//! The forms are written here and not by the `oauth2` crate: it always sends `client_id`, joins scopes with spaces and
//! takes every answer of status 200 for tokens, while TikTok wants `client_key`, commas, and reports errors with 200.
//! One path for all platforms, by the rows of `dialect.rs`, is shorter than two. Its PKCE and state types are used.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::Platform;
use maker_domain::config::{PlatformConfig, RedirectMode, StudioConfig};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use url::Url;

use crate::dialect::{Dialect, RevokeBy};
use crate::http::{Answer, HttpClient, NoAnswer};
use crate::tokens::{Issued, TokenSet};
use crate::vault::{Vault, VaultError};

/// Longer words of a platform are cut here; they are shown behind "Details".
const WORDS_LIMIT: usize = 500;

/// Where and under which client each platform's OAuth is spoken.
#[derive(Clone, Debug)]
pub(crate) struct OAuth {
    config: Arc<StudioConfig>,
    http: HttpClient,
    vault: Vault,
}

/// Why a call brought nothing.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum CallError {
    /// No complete answer: line, name, time.
    Network,
    /// The platform's own error, in its code and words.
    Refused { code: String, words: String },
    /// An answer that is no OAuth answer: 5xx, HTML, too long, our relay's own problem.
    Odd(String),
    /// No client id for this platform.
    NotSetUp,
    /// The maker's own secret, if there is one, cannot be read now; nothing was sent.
    Vault(VaultError),
}

/// What comes back from the consent page and belongs to one flow.
pub(crate) struct Exchange<'a> {
    pub(crate) code: &'a SecretString,
    pub(crate) verifier: &'a str,
    pub(crate) redirect_uri: &'a str,
    /// The redirect's own list of granted scopes (TikTok), used when the token answer has none.
    pub(crate) scopes: Option<&'a str>,
}

impl OAuth {
    pub(crate) fn new(config: Arc<StudioConfig>, http: HttpClient, vault: Vault) -> Self {
        Self { config, http, vault }
    }

    /// The platform's settings.
    ///
    /// # Errors
    /// [`CallError::NotSetUp`] without a client id.
    pub(crate) fn settings(&self, platform: Platform) -> Result<&PlatformConfig, CallError> {
        Some(self.config.platform(platform)).filter(|c| c.is_set_up()).ok_or(CallError::NotSetUp)
    }

    /// An address of our relay, such as `<backend>/oauth/youtube/callback`.
    pub(crate) fn relay(&self, platform: Platform, what: &str) -> Result<Url, CallError> {
        let mut url = self.config.backend.clone().ok_or(CallError::NotSetUp)?;
        url.path_segments_mut().map_err(|()| CallError::NotSetUp)?.pop_if_empty().extend([
            "oauth",
            platform.slug(),
            what,
        ]);
        Ok(url)
    }

    pub(crate) async fn exchange(
        &self,
        platform: Platform,
        with: Exchange<'_>,
        now: DateTime<Utc>,
    ) -> Result<TokenSet, CallError> {
        let form = [
            ("grant_type", "authorization_code"),
            ("code", with.code.expose_secret()),
            ("code_verifier", with.verifier),
            ("redirect_uri", with.redirect_uri),
        ];
        let dialect = Dialect::of(platform);
        let mut issued = read_tokens(dialect, self.post(platform, "token", &form).await?)?;
        issued.scopes = issued.scopes.or_else(|| with.scopes.map(|list| dialect.split_scopes(list)));
        Ok(TokenSet::first(issued, dialect.scopes, now))
    }

    pub(crate) async fn refresh(
        &self,
        platform: Platform,
        old: &TokenSet,
        refresh_token: &SecretString,
        now: DateTime<Utc>,
    ) -> Result<TokenSet, CallError> {
        let form = [("grant_type", "refresh_token"), ("refresh_token", refresh_token.expose_secret())];
        let answer = self.post(platform, "token", &form).await?;
        Ok(old.renewed(read_tokens(Dialect::of(platform), answer)?, now))
    }

    pub(crate) async fn revoke(&self, platform: Platform, set: &TokenSet) -> Result<(), CallError> {
        let token = match (Dialect::of(platform).revoke, &set.refresh_token) {
            (RevokeBy::RefreshToken, Some(refresh)) => refresh,
            _ => &set.access_token,
        };
        let answer = self.post(platform, "revoke", &[("token", token.expose_secret())]).await?;
        match refusal(&answer) {
            Some(CallError::Refused { code, .. }) if code == "invalid_token" => Ok(()),
            Some(error) => Err(error),
            None if (200..300).contains(&answer.status) => Ok(()),
            None => Err(CallError::Odd(format!("HTTP {}", answer.status))),
        }
    }

    async fn post(&self, platform: Platform, what: &str, form: &[(&str, &str)]) -> Result<Answer, CallError> {
        let settings = self.settings(platform)?;
        let own_secret;
        let mut form = form.to_vec();
        let url = match settings.redirect {
            RedirectMode::Backend => self.relay(platform, what)?,
            RedirectMode::Loopback => {
                form.push((Dialect::of(platform).client_id, &settings.client_id));
                own_secret = self.own_secret(platform, settings).await?;
                if let Some(secret) = &own_secret {
                    form.push(("client_secret", secret.expose_secret()));
                }
                if what == "token" { settings.token.clone() } else { settings.revoke.clone() }
            }
        };
        self.http.post_form(&url, &form).await.map_err(|error| match error {
            NoAnswer::Line => CallError::Network,
            NoAnswer::TooLong => CallError::Odd("an answer far too long".to_owned()),
        })
    }

    /// From the password store whenever it is needed: when the program starts, the store may still be locked.
    async fn own_secret(
        &self,
        platform: Platform,
        settings: &PlatformConfig,
    ) -> Result<Option<SecretString>, CallError> {
        match &settings.client_secret {
            Some(in_the_file) => Ok(Some(in_the_file.clone())),
            None => self.vault.own_secret(platform).await.map_err(CallError::Vault),
        }
    }
}

#[derive(Deserialize)]
struct TokenAnswer {
    access_token: String,
    refresh_token: Option<String>,
    expires_in: Option<i64>,
    #[serde(alias = "refresh_token_expires_in")]
    refresh_expires_in: Option<i64>,
    scope: Option<String>,
}

#[derive(Deserialize)]
struct ErrorAnswer {
    error: Option<String>,
    error_description: Option<String>,
    /// Our relay's own problems (RFC 9457).
    detail: Option<String>,
}

fn read_tokens(dialect: &Dialect, answer: Answer) -> Result<Issued, CallError> {
    if let Some(error) = refusal(&answer) {
        return Err(error);
    }
    let odd = || CallError::Odd(format!("HTTP {} without tokens", answer.status));
    if !(200..300).contains(&answer.status) {
        return Err(odd());
    }
    let read: TokenAnswer = serde_json::from_slice(&answer.body).map_err(|_| odd())?;
    if read.access_token.is_empty() {
        return Err(odd());
    }
    let seconds = |s: i64| TimeDelta::seconds(s.clamp(0, 100 * 365 * 86_400));
    Ok(Issued {
        access_token: read.access_token.into(),
        refresh_token: read.refresh_token.filter(|t| !t.is_empty()).map(SecretString::from),
        // Both platforms always send it; an hour is the shortest either documents.
        lifetime: seconds(read.expires_in.unwrap_or(3_600)),
        refresh_lifetime: read.refresh_expires_in.map(seconds),
        scopes: read.scope.map(|list| dialect.split_scopes(&list)),
    })
}

/// The error in an answer, whatever its status: TikTok sends some with 200.
fn refusal(answer: &Answer) -> Option<CallError> {
    let read: ErrorAnswer = serde_json::from_slice(&answer.body).ok()?;
    if let Some(code) = read.error.filter(|code| !code.is_empty()) {
        let words = read.error_description.unwrap_or_else(|| code.clone());
        let temporary = answer.status >= 500 || matches!(&*code, "server_error" | "temporarily_unavailable");
        let words = tidy(&words);
        return Some(if temporary { CallError::Odd(words) } else { CallError::Refused { code: tidy(&code), words } });
    }
    read.detail.filter(|_| answer.status >= 400).map(|detail| CallError::Odd(tidy(&detail)))
}

pub(crate) fn tidy(words: &str) -> String {
    words.chars().filter(|c| !c.is_control()).take(WORDS_LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(platform: Platform, status: u16, body: &str) -> Result<Issued, CallError> {
        read_tokens(Dialect::of(platform), Answer { status, body: body.as_bytes().to_vec() })
    }

    #[test]
    fn token_answers_of_both_platforms_are_read() {
        let google = read(
            Platform::Youtube,
            200,
            r#"{"access_token":"a","expires_in":3920,"scope":"x y","refresh_token":"r","token_type":"Bearer"}"#,
        )
        .ok()
        .unwrap();
        assert_eq!(google.scopes.unwrap(), ["x", "y"]);
        assert_eq!(google.lifetime, TimeDelta::seconds(3_920));
        let tiktok = read(
            Platform::Tiktok,
            200,
            r#"{"access_token":"a","expires_in":86400,"open_id":"o","refresh_expires_in":31536000,"refresh_token":"r","scope":"p,q"}"#,
        )
        .ok()
        .unwrap();
        assert_eq!(tiktok.scopes.unwrap(), ["p", "q"]);
        assert_eq!(tiktok.refresh_lifetime, Some(TimeDelta::days(365)));
    }

    #[test]
    fn an_error_with_status_200_is_an_error() {
        let body = r#"{"error":"invalid_grant","error_description":"Refresh token is expired.","log_id":"2"}"#;
        assert_eq!(
            read(Platform::Tiktok, 200, body).err().unwrap(),
            CallError::Refused { code: "invalid_grant".into(), words: "Refresh token is expired.".into() }
        );
    }

    #[test]
    fn f13_a_page_from_a_middle_box_is_an_odd_answer_and_is_not_shown() {
        for (status, body) in [
            (502, "<html><body>Bad gateway, ask the admin</body></html>"),
            (200, "<html>Log in to the hotel's network</html>"),
            (200, "{}"),
            (200, "[]"),
            (200, "\u{0}"),
            (200, r#"{"access_token":""}"#),
            (500, r#"{"access_token":"a"}"#),
            (503, r#"{"error":"server_error"}"#),
            (200, r#"{"error":"temporarily_unavailable"}"#),
            (429, r#"{"title":"Too many requests","detail":"Try again in 3 seconds."}"#),
        ] {
            let error = read(Platform::Youtube, status, body).err().unwrap();
            assert!(matches!(&error, CallError::Odd(words) if !words.contains('<')), "{status} {body}: {error:?}");
        }
    }

    #[test]
    fn relay_addresses_keep_the_backends_own_path() {
        let of = |backend: &str| {
            let config = StudioConfig::parse(&format!("backend = \"{backend}\"")).unwrap();
            let oauth = OAuth::new(Arc::new(config), HttpClient::default(), Vault::of_this_computer());
            oauth.relay(Platform::Tiktok, "token").ok().unwrap().to_string()
        };
        assert_eq!(of("http://localhost:8080"), "http://localhost:8080/oauth/tiktok/token");
        assert_eq!(of("https://example.org/studio/"), "https://example.org/studio/oauth/tiktok/token");
    }
}
