//! Hands out access tokens and renews them. In this process a renewal is single by a mutex per connection; between
//! processes by a lock file, after which the keyring is read again: whoever comes second finds the newer token there and
//! asks nobody.
//!
//! A renewal runs as a task of its own, so that a caller who goes away cannot lose a rotated refresh token between the
//! platform's answer and the keyring.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use maker_domain::config::StudioConfig;
use maker_domain::id::ConnectionId;
use maker_domain::secret::AccessToken;
use maker_domain::{Clock, Platform};
use maker_words::say;
use tokio::sync::OwnedMutexGuard;

use super::{FileLock, TokenError, TokenSet};
use crate::dialect::{Dialect, RevokeBy};
use crate::http::HttpClient;
use crate::oauth::{CallError, OAuth};
use crate::vault::{Vault, VaultError};

/// Keeps the tokens of every connection on this device. Cheap to clone.
#[derive(Clone)]
pub struct TokenKeeper(Arc<Inner>);

struct Inner {
    oauth: OAuth,
    vault: Vault,
    clock: Arc<dyn Clock>,
    data_dir: PathBuf,
    slots: Mutex<HashMap<ConnectionId, Arc<tokio::sync::Mutex<Slot>>>>,
}

/// What this process knows of one connection.
#[derive(Default)]
struct Slot {
    known: Option<TokenSet>,
    /// Renewed, but the keyring did not take it yet: it is newer than what is stored there.
    unsaved: bool,
    /// Renewed since [`TokenKeeper::take_renewed`] was asked last.
    renewed: bool,
}

/// How a disconnect ended at the platform. Here the tokens are gone either way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disconnected {
    /// The platform has withdrawn the access.
    Revoked,
    /// The platform could not be told: the maker can withdraw the access there by hand.
    CouldNotRevoke {
        /// Why, in plain words.
        why: String,
        /// The platform's page for it.
        page: &'static str,
    },
}

impl TokenKeeper {
    /// `data_dir` is where the lock files go (`<data dir>/locks`), the same for every process of this maker.
    #[must_use]
    pub fn new(
        config: Arc<StudioConfig>,
        http: HttpClient,
        vault: Vault,
        clock: Arc<dyn Clock>,
        data_dir: PathBuf,
    ) -> Self {
        let oauth = OAuth::new(config, http, vault.clone());
        Self(Arc::new(Inner { oauth, vault, clock, data_dir, slots: Mutex::default() }))
    }

    /// Takes the tokens of a fresh sign-in into the keyring, in place of the connection's old ones.
    ///
    /// # Errors
    /// [`TokenError::Vault`] when nothing was stored; the caller may try again with the same grant.
    pub async fn adopt(&self, connection: ConnectionId, tokens: TokenSet) -> Result<(), TokenError> {
        self.alone(connection, move |inner, mut slot| async move {
            let _lock = inner.lock(connection).await?;
            inner.vault.keep_tokens(connection, &tokens).await?;
            *slot = Slot { known: Some(tokens), ..Slot::default() };
            Ok(())
        })
        .await
    }

    /// A token that works for a while yet, renewed first when it is near its end.
    ///
    /// # Errors
    /// [`TokenError`]; only [`TokenError::SignInAgain`] means that the connection is over.
    pub async fn access_token(&self, connection: ConnectionId, platform: Platform) -> Result<AccessToken, TokenError> {
        self.alone(connection, move |inner, mut slot| async move {
            inner.save_if_unsaved(connection, &mut slot).await?;
            if let Some(known) = slot.known.as_ref().filter(|known| known.is_fresh(inner.clock.now())) {
                return Ok(known.access());
            }
            let _lock = inner.lock(connection).await?;
            let stored = inner.stored(connection, &mut slot).await?;
            let now = inner.clock.now();
            if stored.is_fresh(now) {
                return Ok(stored.access());
            }
            match inner.renew(connection, platform, &mut slot, &stored).await {
                // Renewal starts ahead of the end: what is left of the token is still good.
                Err(TokenError::Network | TokenError::Platform { .. }) if now < stored.expires_at => {
                    Ok(stored.access())
                }
                renewed => renewed,
            }
        })
        .await
    }

    /// After the platform answered 401 to `token`: renews once, unless a newer token is there already.
    ///
    /// # Errors
    /// As [`TokenKeeper::access_token`].
    pub async fn rejected(
        &self,
        connection: ConnectionId,
        platform: Platform,
        token: AccessToken,
    ) -> Result<AccessToken, TokenError> {
        self.alone(connection, move |inner, mut slot| async move {
            inner.save_if_unsaved(connection, &mut slot).await?;
            let _lock = inner.lock(connection).await?;
            let stored = inner.stored(connection, &mut slot).await?;
            if stored.access() != token && inner.clock.now() < stored.expires_at {
                return Ok(stored.access());
            }
            inner.renew(connection, platform, &mut slot, &stored).await
        })
        .await
    }

    /// Whether this process renewed the access since this was asked last, so that each renewal is noted once.
    pub async fn take_renewed(&self, connection: ConnectionId) -> bool {
        std::mem::take(&mut self.0.slot(connection).lock().await.renewed)
    }

    /// Withdraws the access at the platform if it can be told, and wipes the keyring entry in any case.
    ///
    /// # Errors
    /// [`TokenError::Vault`] when the entry may still be there.
    pub async fn disconnect(&self, connection: ConnectionId, platform: Platform) -> Result<Disconnected, TokenError> {
        let dialect = Dialect::of(platform);
        if dialect.revoke == RevokeBy::AccessToken {
            // A revoke by access token wants a live one. Without it the stored one is tried all the same.
            let _ = self.access_token(connection, platform).await;
        }
        self.alone(connection, move |inner, mut slot| async move {
            let _lock = inner.lock(connection).await?;
            let stored = inner.vault.tokens(connection).await?;
            let revoked = match &stored {
                Some(set) => inner.oauth.revoke(platform, set).await.map_err(why_not),
                None => Err(say!("token-none-kept")),
            };
            inner.vault.forget_tokens(connection).await?;
            *slot = Slot::default();
            Ok(match revoked {
                Ok(()) => Disconnected::Revoked,
                Err(why) => Disconnected::CouldNotRevoke { why, page: dialect.access_page },
            })
        })
        .await
    }

    /// Runs `work` as a task that goes on when the caller does not, alone in this process for its connection.
    async fn alone<T: Send + 'static, F: Future<Output = Result<T, TokenError>> + Send + 'static>(
        &self,
        connection: ConnectionId,
        work: impl FnOnce(Arc<Inner>, OwnedMutexGuard<Slot>) -> F + Send + 'static,
    ) -> Result<T, TokenError> {
        let inner = Arc::clone(&self.0);
        let slot = inner.slot(connection);
        let task = tokio::spawn(async move {
            let slot = slot.lock_owned().await;
            work(inner, slot).await
        });
        task.await.unwrap_or(Err(TokenError::Busy))
    }
}

impl Inner {
    fn slot(&self, connection: ConnectionId) -> Arc<tokio::sync::Mutex<Slot>> {
        Arc::clone(self.slots.lock().unwrap_or_else(PoisonError::into_inner).entry(connection).or_default())
    }

    async fn lock(&self, connection: ConnectionId) -> Result<FileLock, TokenError> {
        FileLock::hold(&self.data_dir, &format!("refresh-{connection}")).await.map_err(|error| {
            tracing::warn!(%connection, %error, "the renewal lock cannot be had");
            TokenError::Busy
        })
    }

    /// What the keyring holds now; call it with the lock file held.
    async fn stored(&self, connection: ConnectionId, slot: &mut Slot) -> Result<TokenSet, TokenError> {
        let stored = self.vault.tokens(connection).await?;
        slot.known.clone_from(&stored);
        stored.ok_or(TokenError::SignInAgain { words: None })
    }

    async fn renew(
        &self,
        connection: ConnectionId,
        platform: Platform,
        slot: &mut Slot,
        old: &TokenSet,
    ) -> Result<AccessToken, TokenError> {
        let refresh_token = old.refresh_token.as_ref().ok_or(TokenError::SignInAgain { words: None })?;
        let renewed = self.oauth.refresh(platform, old, refresh_token, self.clock.now()).await.map_err(|error| {
            let error = TokenError::of_refresh(error, Dialect::of(platform).dead_grant);
            tracing::warn!(%connection, %platform, %error, "the access was not renewed");
            error
        })?;
        let token = renewed.access();
        *slot = Slot { known: Some(renewed), unsaved: true, renewed: true };
        self.save_if_unsaved(connection, slot).await?;
        tracing::info!(%connection, %platform, "the access was renewed");
        Ok(token)
    }

    async fn save_if_unsaved(&self, connection: ConnectionId, slot: &mut Slot) -> Result<(), VaultError> {
        if let (true, Some(known)) = (slot.unsaved, &slot.known) {
            self.vault.keep_tokens(connection, known).await?;
            slot.unsaved = false;
        }
        Ok(())
    }
}

fn why_not(error: CallError) -> String {
    match error {
        CallError::Network => say!("token-unreached"),
        CallError::NotSetUp => say!("token-no-key"),
        CallError::Vault(error) => error.to_string(),
        CallError::Refused { words, .. } | CallError::Odd(words) => say!("token-answered", words = words),
    }
}
