//! Tokens and seals for the upload engine, from the password store, with what the engine must not know: which
//! connection a platform has, and what to note when a grant is dead.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::TimeDelta;
use maker_connections::{Sealer, TokenError, TokenKeeper};
use maker_delivery::{Access, AccessError, Granted, Seal, SealError};
use maker_domain::connection::ConnectionStatus;
use maker_domain::id::DeliveryId;
use maker_domain::reason::ReasonCode;
use maker_domain::secret::AccessToken;
use maker_domain::{Clock, Platform};
use maker_store::Store;
use maker_store::audit::{AuditAction, NewAudit};
use maker_store::connections::Connection;
use secrecy::SecretString;

/// How often the time of a connection's last use is written.
const TOUCH_EVERY: TimeDelta = TimeDelta::minutes(1);

#[derive(Clone)]
pub(crate) struct Keys {
    pub(crate) store: Store,
    pub(crate) keeper: TokenKeeper,
    pub(crate) sealer: Arc<Sealer>,
    pub(crate) clock: Arc<dyn Clock>,
}

impl Keys {
    async fn connection(&self, platform: Platform) -> Result<Connection, AccessError> {
        let connection = self.store.connection(platform).await.map_err(|error| {
            tracing::warn!(%error, "the connections cannot be read");
            AccessError::Later { offline: false }
        })?;
        let connection = connection.ok_or(AccessError::NeedsMaker(ReasonCode::NotConnected))?;
        match connection.status {
            ConnectionStatus::Connected => Ok(connection),
            ConnectionStatus::SignInAgain => Err(AccessError::NeedsMaker(ReasonCode::SignInAgain)),
        }
    }

    async fn refused(&self, connection: &Connection, error: TokenError) -> AccessError {
        match (&error, error.reason()) {
            (TokenError::SignInAgain { .. }, _) => {
                self.note_dead(connection).await;
                AccessError::NeedsMaker(ReasonCode::SignInAgain)
            }
            (_, Some(reason)) => AccessError::NeedsMaker(reason.code),
            (TokenError::Network, None) => AccessError::Later { offline: true },
            (_, None) => AccessError::Later { offline: false },
        }
    }

    /// Notes a renewal that has just been made for whoever asked for a token.
    async fn note_renewal(&self, connection: &Connection) {
        if self.keeper.take_renewed(connection.id).await {
            self.note_refresh(connection, "OK").await;
        }
    }

    async fn note_refresh(&self, connection: &Connection, outcome: &str) {
        self.note(NewAudit {
            platform: connection.platform,
            account: Some(&connection.account.name),
            action: AuditAction::Refresh,
            scope: None,
            outcome,
            subject: Some(&connection.id.to_string()),
        })
        .await;
    }

    /// Notes a use of a connection. What was done stays done where that cannot be noted.
    pub(crate) async fn note(&self, entry: NewAudit<'_>) {
        if let Err(error) = self.store.record(entry, self.clock.now()).await {
            tracing::warn!(%error, "a use of a connection could not be noted");
        }
    }

    async fn note_dead(&self, connection: &Connection) {
        let now = self.clock.now();
        if let Err(error) = self.store.mark_connection(connection.id, ConnectionStatus::SignInAgain, now).await {
            tracing::warn!(%error, "a dead grant could not be noted");
        }
        self.note_refresh(connection, "SIGN_IN_AGAIN").await;
    }

    async fn used(&self, connection: &Connection) {
        let now = self.clock.now();
        let recently = connection.last_used_at.is_some_and(|last| now - last < TOUCH_EVERY && last <= now);
        if !recently && let Err(error) = self.store.touch_connection(connection.id, now).await {
            tracing::warn!(%error, "the last use of a connection could not be noted");
        }
    }
}

#[async_trait]
impl Access for Keys {
    async fn token(&self, platform: Platform) -> Result<Granted, AccessError> {
        let connection = self.connection(platform).await?;
        match self.keeper.access_token(connection.id, platform).await {
            Ok(token) => {
                self.used(&connection).await;
                self.note_renewal(&connection).await;
                Ok(Granted { token, scopes: connection.scopes })
            }
            Err(error) => Err(self.refused(&connection, error).await),
        }
    }

    async fn rejected(&self, platform: Platform, token: &AccessToken) -> Result<Granted, AccessError> {
        let connection = self.connection(platform).await?;
        match self.keeper.rejected(connection.id, platform, token.clone()).await {
            Ok(token) => {
                self.note_renewal(&connection).await;
                Ok(Granted { token, scopes: connection.scopes })
            }
            Err(error) => Err(self.refused(&connection, error).await),
        }
    }
}

#[async_trait]
impl Seal for Keys {
    async fn seal(&self, delivery: DeliveryId, plain: &SecretString) -> Result<Vec<u8>, SealError> {
        self.sealer.seal(plain, &delivery.to_string()).await.map_err(broken)
    }

    async fn open(&self, delivery: DeliveryId, sealed: &[u8]) -> Result<SecretString, SealError> {
        self.sealer.open(sealed, &delivery.to_string()).await.map_err(broken)
    }
}

fn broken(error: maker_connections::SealError) -> SealError {
    match error {
        maker_connections::SealError::Unreadable => SealError::Broken,
        maker_connections::SealError::Vault(vault) => SealError::Key(vault.reason()),
        maker_connections::SealError::DataFolder => SealError::Key(ReasonCode::KeyringUnavailable),
    }
}
