//! Access tokens from this device's secret. One refresh at a time, ahead of expiry; the new secret is in the keyring before
//! the new token is used.

use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use maker_domain::account::{Refresh, Refreshed, Secret};
use tokio::sync::Mutex;

use crate::exchange::Failure;
use crate::http::HttpBackend;

/// A token is used no longer than this before its end.
const EARLY: Duration = Duration::from_secs(60);

/// Where this device's secret is: the operating system's keyring.
#[async_trait]
pub trait Credentials: Send + Sync {
    /// The secret; `None` when there is none.
    async fn read(&self) -> Result<Option<Secret>, CredentialsError>;
    /// Keeps it in place of the one before.
    async fn keep(&self, secret: &Secret) -> Result<(), CredentialsError>;
    /// Forgets it.
    async fn forget(&self) -> Result<(), CredentialsError>;
}

/// The keyring refuses: it is locked or not running. Never a reason to put the secret anywhere else.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{0}")]
pub struct CredentialsError(pub String);

/// Gives access tokens.
pub struct KeySource {
    credentials: Arc<dyn Credentials>,
    current: Mutex<Option<(Secret, Instant)>>,
}

impl KeySource {
    /// One over the given keyring.
    #[must_use]
    pub fn new(credentials: Arc<dyn Credentials>) -> Self {
        Self { credentials, current: Mutex::new(None) }
    }

    /// A token that is good for a while.
    pub(crate) async fn token(&self, backend: &HttpBackend) -> Result<Secret, Failure> {
        let mut current = self.current.lock().await;
        if let Some((token, until)) = current.as_ref()
            && Instant::now() < *until
        {
            return Ok(token.clone());
        }
        let refused = |e: CredentialsError| Failure::Credentials(e.to_string());
        let kept = self.credentials.read().await.map_err(refused)?.ok_or(Failure::SignInAgain)?;
        let ask = both(&kept);
        let new: Refreshed = backend.refresh(&ask).await?;
        let keep = Refresh { refresh_secret: new.refresh_secret, first_secret: ask.first_secret };
        self.credentials.keep(&together(&keep)).await.map_err(refused)?;
        let good_for = Duration::from_secs(new.expires_in_s.into()).saturating_sub(EARLY);
        *current = Some((new.access_token.clone(), Instant::now() + good_for));
        Ok(new.access_token)
    }

    /// Forgets a token that the backend did not take.
    pub(crate) async fn drop_token(&self) {
        *self.current.lock().await = None;
    }

    /// Keeps the secret of a sign-in.
    ///
    /// # Errors
    /// [`CredentialsError`] when the keyring refuses.
    pub async fn begin(&self, secret: &Secret) -> Result<(), CredentialsError> {
        let mut current = self.current.lock().await;
        *current = None;
        let both = Refresh { refresh_secret: secret.clone(), first_secret: Some(secret.clone()) };
        self.credentials.keep(&together(&both)).await
    }

    /// Forgets everything.
    ///
    /// # Errors
    /// [`CredentialsError`] when the keyring refuses.
    pub async fn end(&self) -> Result<(), CredentialsError> {
        let mut current = self.current.lock().await;
        *current = None;
        self.credentials.forget().await
    }
}

/// What is kept: the newest secret, and on a line of its own the one of the sign-in, for a backend that was restored from
/// a backup and has never heard of the newest.
fn together(secrets: &Refresh) -> Secret {
    let first = secrets.first_secret.iter().flat_map(|first| ["\n", first.expose()]);
    Secret::new([secrets.refresh_secret.expose()].into_iter().chain(first).collect())
}

fn both(kept: &Secret) -> Refresh {
    let secret = |text: &str| Secret::new(text.to_owned());
    match kept.expose().split_once('\n') {
        Some((newest, first)) => Refresh { refresh_secret: secret(newest), first_secret: Some(secret(first)) },
        None => Refresh { refresh_secret: kept.clone(), first_secret: None },
    }
}
