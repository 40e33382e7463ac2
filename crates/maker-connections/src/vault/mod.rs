//! The vault: secrets in the operating system's own password store, one entry per connection.
//!
//! There is no other place: when the store is locked or missing, this says so with the remedy, and nothing is ever
//! written to a file instead. One thread speaks to the store (`worker.rs`); whether it is locked is asked in
//! `status.rs`. What the tokens are and when they are renewed is `tokens`.

mod status;
mod worker;

use std::sync::Arc;

use keyring_core::{CredentialStore, Error as StoreError};
use maker_domain::Platform;
use maker_domain::id::ConnectionId;
use maker_domain::reason::ReasonCode;
use maker_words::say;
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

pub use self::status::VaultStatus;
use self::worker::{Give, Worker};
use crate::tokens::TokenSet;

/// The keyring's service name: the app's identifier.
const SERVICE: &str = "app.makerstudio";
const SEALING_KEY: &str = "sealing-key";
const BACKEND_SECRET: &str = "backend-secret";
/// Windows Credential Manager: `CRED_MAX_CREDENTIAL_BLOB_SIZE`.
const WINDOWS_LIMIT: usize = 2_560;

/// The system's password store. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Vault {
    worker: Worker,
    system: bool,
    limit: Option<usize>,
}

/// Why the vault gave or took nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The store is there and waits to be unlocked. Trying again later works.
    #[error("{}", say!("vault-locked"))]
    Locked,
    /// No store runs, or it has no place to keep anything.
    #[error("{0}")]
    Unavailable(String),
    /// More than the store takes in one entry; nothing was stored or cut.
    #[error("{}", say!("vault-too-long", size = *size, limit = *limit))]
    TooLong {
        /// Bytes to store.
        size: usize,
        /// Bytes the store takes.
        limit: usize,
    },
}

impl VaultError {
    /// The delivery's reason for it.
    #[must_use]
    pub const fn reason(&self) -> ReasonCode {
        match self {
            Self::Locked => ReasonCode::KeyringLocked,
            Self::Unavailable(_) | Self::TooLong { .. } => ReasonCode::KeyringUnavailable,
        }
    }
}

impl Vault {
    /// The store of this computer: Secret Service, macOS Keychain or Windows Credential Manager. Opened at first use.
    #[must_use]
    pub fn of_this_computer() -> Self {
        let limit = cfg!(windows).then_some(WINDOWS_LIMIT);
        Self { worker: Worker::start(worker::open_system_store), system: true, limit }
    }

    /// A store that is given, such as `keyring_core::mock` in tests.
    #[must_use]
    pub fn over(store: Arc<CredentialStore>) -> Self {
        Self { worker: Worker::start(move |_| Ok(Arc::clone(&store))), system: false, limit: None }
    }

    /// Begins to open the store, so that whoever needs it first waits less. The maker is asked for nothing by this.
    pub fn open_ahead(&self) {
        self.worker.open_ahead();
    }

    /// Whether secrets can be kept now. Never makes the store ask the maker for a password.
    pub async fn status(&self) -> VaultStatus {
        if self.system { status::of_system_store().await } else { VaultStatus::Ready }
    }

    /// The tokens of a connection; `None` when the store has none it can use: that account signs in again.
    ///
    /// # Errors
    /// [`VaultError`] when the store cannot be asked now.
    pub async fn tokens(&self, connection: ConnectionId) -> Result<Option<TokenSet>, VaultError> {
        Ok(self.read(&connection.to_string()).await?.and_then(|bytes| TokenSet::from_json(&bytes)))
    }

    /// The maker's own client secret for `platform`, if one is kept.
    ///
    /// # Errors
    /// [`VaultError`] when the store cannot be asked now.
    pub async fn own_secret(&self, platform: Platform) -> Result<Option<SecretString>, VaultError> {
        let bytes = self.read(&own_secret(platform)).await?;
        Ok(bytes.and_then(|b| std::str::from_utf8(&b).ok().map(SecretString::from)))
    }

    /// Keeps the maker's own client secret for `platform`.
    ///
    /// # Errors
    /// [`VaultError`] when nothing was stored.
    pub async fn keep_own_secret(&self, platform: Platform, secret: &SecretString) -> Result<(), VaultError> {
        self.write(own_secret(platform), Zeroizing::new(secret.expose_secret().as_bytes().to_vec())).await
    }

    /// Forgets the maker's own client secret for `platform`.
    ///
    /// # Errors
    /// [`VaultError`] when it may still be there.
    pub async fn forget_own_secret(&self, platform: Platform) -> Result<(), VaultError> {
        self.wipe(own_secret(platform)).await
    }

    /// This device's secret at the backend; `None` when nobody is signed in.
    ///
    /// # Errors
    /// [`VaultError`] when the store cannot be asked now.
    pub async fn backend_secret(&self) -> Result<Option<SecretString>, VaultError> {
        let bytes = self.read(BACKEND_SECRET).await?;
        Ok(bytes.and_then(|b| std::str::from_utf8(&b).ok().map(SecretString::from)))
    }

    /// Keeps this device's secret at the backend in place of the one before.
    ///
    /// # Errors
    /// [`VaultError`] when nothing was stored.
    pub async fn keep_backend_secret(&self, secret: &SecretString) -> Result<(), VaultError> {
        self.write(BACKEND_SECRET.to_owned(), Zeroizing::new(secret.expose_secret().as_bytes().to_vec())).await
    }

    /// Forgets this device's secret at the backend.
    ///
    /// # Errors
    /// [`VaultError`] when it may still be there.
    pub async fn forget_backend_secret(&self) -> Result<(), VaultError> {
        self.wipe(BACKEND_SECRET.to_owned()).await
    }

    pub(crate) async fn keep_tokens(&self, connection: ConnectionId, set: &TokenSet) -> Result<(), VaultError> {
        self.write(connection.to_string(), set.to_json()).await
    }

    pub(crate) async fn forget_tokens(&self, connection: ConnectionId) -> Result<(), VaultError> {
        self.wipe(connection.to_string()).await
    }

    pub(crate) async fn sealing_key(&self) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        self.read(SEALING_KEY).await
    }

    pub(crate) async fn keep_sealing_key(&self, key: Zeroizing<Vec<u8>>) -> Result<(), VaultError> {
        self.write(SEALING_KEY.to_owned(), key).await
    }

    async fn read(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        let name = name.to_owned();
        self.worker.run(move |store, _| read(store, &name)).await
    }

    async fn write(&self, name: String, value: Zeroizing<Vec<u8>>) -> Result<(), VaultError> {
        if let Some(limit) = self.limit.filter(|limit| value.len() > *limit) {
            return Err(VaultError::TooLong { size: value.len(), limit });
        }
        self.worker
            .run(move |store, wanted| {
                // Reading first is where a locked store asks for its password. The caller may have given up when the
                // answer comes; a value that is old by then must not be written over a newer one.
                read(store, &name)?;
                if !wanted() {
                    return Ok(());
                }
                entry(store, &name)?.set_secret(&value).map_err(|error| explain(error, value.len()))
            })
            .await
    }

    async fn wipe(&self, name: String) -> Result<(), VaultError> {
        self.worker
            .run(move |store, _| match entry(store, &name)?.delete_credential() {
                Ok(()) | Err(StoreError::NoEntry) => Ok(()),
                Err(error) => Err(explain(error, 0)),
            })
            .await
    }
}

fn own_secret(platform: Platform) -> String {
    format!("client-secret-{}", platform.slug())
}

fn entry(store: &Arc<CredentialStore>, name: &str) -> Result<keyring_core::Entry, Give> {
    store.build(SERVICE, name, None).map_err(|error| explain(error, 0))
}

fn read(store: &Arc<CredentialStore>, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Give> {
    match entry(store, name)?.get_secret() {
        Ok(bytes) => Ok(Some(Zeroizing::new(bytes))),
        Err(StoreError::NoEntry) => Ok(None),
        Err(error) => Err(explain(error, 0)),
    }
}

/// Sorts a store's error. Its text is kept out of ours: some variants carry the secret itself.
fn explain(error: StoreError, size: usize) -> Give {
    match error {
        StoreError::TooLong(_, limit) => {
            Give::Up(VaultError::TooLong { size, limit: usize::try_from(limit).unwrap_or(usize::MAX) })
        }
        StoreError::NoStorageAccess(cause) if status::has_no_default_collection(cause.as_ref()) => {
            Give::Up(VaultError::Unavailable(status::no_collection()))
        }
        StoreError::NoStorageAccess(_) => Give::Up(VaultError::Locked),
        StoreError::Ambiguous(_) => Give::Up(VaultError::Unavailable(status::ambiguous())),
        // The bus or the store went away: the next call opens it anew.
        _ => Give::UpAndReopen(VaultError::Unavailable(status::no_store())),
    }
}

#[cfg(test)]
mod tests;
