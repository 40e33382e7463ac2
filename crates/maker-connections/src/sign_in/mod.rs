//! Signing in: begin, wait for the browser, come back by deep link or listener, exchange the code.
//!
//! The tokens are handed to the caller, who learns whose account it is and gives them to `TokenKeeper`. Which flow a
//! redirect belongs to is `flows.rs`; what it says is `link.rs`; opening the browser is the caller's.

mod flows;
mod link;
mod listener;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use maker_domain::config::{RedirectMode, StudioConfig};
use maker_domain::id::SignInId;
use maker_domain::{Clock, Platform};
use maker_words::say;
use oauth2::{CsrfToken, PkceCodeChallenge};
use secrecy::SecretString;
use url::Url;

use self::flows::{Arrival, Flow, Flows};
pub use self::link::{LinkError, SCHEME};
use self::listener::Told;
use crate::dialect::{Asking, Dialect};
use crate::http::HttpClient;
use crate::oauth::{CallError, Exchange, OAuth};
use crate::tokens::TokenSet;
use crate::vault::{Vault, VaultError, VaultStatus};

/// From the browser's opening to the link's arrival.
const LINK_DEADLINE: Duration = Duration::from_secs(10 * 60);
/// The same where a port stays open meanwhile.
const LISTENER_DEADLINE: Duration = Duration::from_secs(5 * 60);

/// How the browser's answer reaches this process when the backend's relay is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Return {
    /// By our deep link: the desktop app.
    DeepLink,
    /// By a listener on 127.0.0.1: a program without a window.
    Listener,
}

/// A sign-in that waits for the browser. Prints without its address.
#[derive(Clone)]
pub struct PendingSignIn {
    /// Names it in [`SignIns::wait`] and [`SignIns::cancel`].
    pub id: SignInId,
    /// Where the maker signs in.
    pub platform: Platform,
    /// The consent page, to open in the system browser, or to show for copying when none opens. It holds the state of
    /// the flow: not for logs.
    pub authorize_url: Url,
    /// When it ends by itself.
    pub expires_at: DateTime<Utc>,
}

impl fmt::Debug for PendingSignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PendingSignIn")
            .field("id", &self.id)
            .field("platform", &self.platform)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

/// A redirect that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// The flow it belongs to.
    pub id: SignInId,
    /// Its platform.
    pub platform: Platform,
}

/// A finished sign-in. Give its tokens to `TokenKeeper::adopt` once the account is known.
#[derive(Clone, Debug)]
pub struct Grant {
    /// Who granted it.
    pub platform: Platform,
    /// Tokens and granted scopes.
    pub tokens: TokenSet,
}

/// How a sign-in ends without a grant. Each may be tried again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// The maker pressed "refuse" on the consent page.
    #[error("{}", say!("signin-refused"))]
    RefusedByMaker,
    /// Cancelled here, or there is no such sign-in any more.
    #[error("{}", say!("signin-cancelled"))]
    Cancelled,
    /// The browser did not come back in time.
    #[error("{}", say!("signin-timed-out"))]
    TimedOut,
    /// The platform refused, in its own words.
    #[error("{}", say!("signin-platform-refused", platform = platform.name()))]
    PlatformSaidNo {
        /// Who.
        platform: Platform,
        /// The platform's own words, for "Details".
        words: String,
    },
    /// The platform or our backend could not be reached.
    #[error("{}", say!("signin-no-network", platform = .0.name()))]
    NoNetwork(Platform),
    /// The password store cannot keep the sign-in now.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// No client id for this platform.
    #[error("{}", say!("signin-not-set-up", platform = .0.name()))]
    NotSetUp(Platform),
    /// This computer gives no port on 127.0.0.1.
    #[error("{}", say!("signin-no-listener"))]
    NoListener,
}

/// The sign-ins that wait in this process. Cheap to clone.
#[derive(Clone)]
pub struct SignIns {
    oauth: OAuth,
    vault: Vault,
    clock: Arc<dyn Clock>,
    flows: Flows,
}

impl SignIns {
    /// Nothing waits at first. `clock` is the wall clock that deadlines are shown on.
    #[must_use]
    pub fn new(config: Arc<StudioConfig>, http: HttpClient, vault: Vault, clock: Arc<dyn Clock>) -> Self {
        Self { oauth: OAuth::new(config, http, vault.clone()), vault, clock, flows: Flows::default() }
    }

    /// Begins a sign-in that asks for what every maker needs.
    ///
    /// # Errors
    /// As [`begin_asking`](Self::begin_asking).
    pub async fn begin(&self, platform: Platform, back: Return) -> Result<PendingSignIn, SignInError> {
        self.begin_asking(platform, back, Asking::Upload).await
    }

    /// Begins a sign-in: checks that its result can be kept, makes state and PKCE pair, opens the listener where the way
    /// back needs one.
    ///
    /// # Errors
    /// [`SignInError::Vault`], [`SignInError::NotSetUp`] or [`SignInError::NoListener`]: then nothing waits.
    pub async fn begin_asking(
        &self,
        platform: Platform,
        back: Return,
        asking: Asking,
    ) -> Result<PendingSignIn, SignInError> {
        let not_set_up = |_: CallError| SignInError::NotSetUp(platform);
        let settings = self.oauth.settings(platform).map_err(not_set_up)?;
        self.check_vault().await?;
        let dialect = Dialect::of(platform);
        let listens = settings.redirect == RedirectMode::Loopback || back == Return::Listener;
        let bound = if listens { Some(listener::bind().await.map_err(|_| SignInError::NoListener)?) } else { None };
        let random = CsrfToken::new_random_len(32);
        let (state, redirect_uri, path) = match (&bound, settings.redirect) {
            (Some(bound), RedirectMode::Loopback) => {
                let path = dialect.loopback_path;
                (random.into_secret(), format!("http://127.0.0.1:{}{path}", bound.port), path)
            }
            (bound, _) => {
                let callback = self.oauth.relay(platform, "callback").map_err(not_set_up)?;
                // The relay reads the port from the state's end and sends the browser there.
                let port = bound.as_ref().map(|b| format!("~{}", b.port)).unwrap_or_default();
                (format!("{}{port}", random.secret()), callback.to_string(), "/relay")
            }
        };
        let (_, verifier) = PkceCodeChallenge::new_random_sha256();
        let authorize_url = {
            let mut url = settings.authorize.clone();
            url.query_pairs_mut()
                .append_pair("response_type", "code")
                .append_pair(dialect.client_id, &settings.client_id)
                .append_pair("redirect_uri", &redirect_uri)
                .append_pair("scope", &dialect.asked(asking).join(&dialect.scope_separator.to_string()))
                .append_pair("state", &state)
                .append_pair("code_challenge", &dialect.challenge_for(&verifier))
                .append_pair("code_challenge_method", "S256")
                .extend_pairs(dialect.authorize_extra);
            url
        };
        let wait = if listens { LISTENER_DEADLINE } else { LINK_DEADLINE };
        let id = SignInId::make();
        let listening = bound.map(|bound| {
            let flows = self.clone();
            let raise = back == Return::DeepLink;
            bound.serve(path, raise, wait, move |query| flows.hit(platform, query))
        });
        let expires_at = self.clock.now() + wait;
        self.flows.add(Flow {
            id,
            platform,
            state: SecretString::from(state),
            issuer: settings.authorize.origin().ascii_serialization(),
            verifier,
            redirect_uri,
            expires_at,
            deadline: tokio::time::Instant::now() + wait,
            arrival: None,
            _listening: listening,
        });
        Ok(PendingSignIn { id, platform, authorize_url, expires_at })
    }

    /// Takes a deep link. Hostile until its state matches a flow that waits: a link that is refused here has changed
    /// nothing.
    ///
    /// # Errors
    /// [`LinkError`]: what was wrong with it.
    pub fn finish_by_link(&self, link: &str, now: DateTime<Utc>) -> Result<Arrived, LinkError> {
        let (platform, returned) = link::read_link(link)?;
        self.flows.arrive(platform, returned, now).map(|(arrived, _)| arrived)
    }

    /// Ends a sign-in that waits. One that is over is left alone.
    pub fn cancel(&self, id: SignInId) {
        self.flows.take(id);
    }

    /// Waits for the browser and exchanges the code. May be dropped and called again while the browser is away.
    ///
    /// # Errors
    /// [`SignInError`]: how it ended instead.
    pub async fn wait(&self, id: SignInId) -> Result<Grant, SignInError> {
        let flow = self.flows.wait(id).await?;
        let platform = flow.platform;
        let (code, scopes) = match flow.arrival {
            Some(Arrival::Code { code, scopes }) => (code, scopes),
            Some(Arrival::Denied) => return Err(SignInError::RefusedByMaker),
            Some(Arrival::Error(words)) => return Err(SignInError::PlatformSaidNo { platform, words }),
            None => return Err(SignInError::TimedOut),
        };
        let with = Exchange {
            code: &code,
            verifier: flow.verifier.secret(),
            redirect_uri: &flow.redirect_uri,
            scopes: scopes.as_deref(),
        };
        let tokens = self.oauth.exchange(platform, with, self.clock.now()).await.map_err(|error| match error {
            CallError::Network => SignInError::NoNetwork(platform),
            CallError::Refused { words, .. } | CallError::Odd(words) => SignInError::PlatformSaidNo { platform, words },
            CallError::NotSetUp => SignInError::NotSetUp(platform),
            CallError::Vault(error) => SignInError::Vault(error),
        })?;
        tracing::info!(%platform, scopes = ?tokens.scopes, "signed in");
        Ok(Grant { platform, tokens })
    }

    async fn check_vault(&self) -> Result<(), VaultError> {
        match self.vault.status().await {
            VaultStatus::Ready => Ok(()),
            VaultStatus::Locked(_) => Err(VaultError::Locked),
            VaultStatus::Unavailable(remedy) => Err(VaultError::Unavailable(remedy)),
        }
    }

    fn hit(&self, platform: Platform, query: &str) -> Told {
        let taken = link::read_query(query).and_then(|r| self.flows.arrive(platform, r, self.clock.now()));
        match taken {
            Ok((_, true)) => Told::SignedIn,
            Ok((_, false)) => Told::NotSignedIn,
            Err(_) => Told::NotExpected,
        }
    }
}

#[cfg(test)]
mod tests;
