//! What the engine needs from others: a live token, a seal for session addresses, and the maker's limits.

use async_trait::async_trait;
use maker_domain::Platform;
use maker_domain::id::DeliveryId;
use maker_domain::reason::ReasonCode;
use maker_domain::secret::AccessToken;
use maker_platforms::ApiError;
use secrecy::SecretString;

/// A token and what it may be used for.
#[derive(Clone, Debug)]
pub struct Granted {
    /// For the request header.
    pub token: AccessToken,
    /// Scopes the maker granted.
    pub scopes: Vec<String>,
}

/// Gives tokens. Refreshing, single flight and the keyring are behind it.
#[async_trait]
pub trait Access: Send + Sync + 'static {
    /// A token for `platform` that is good for a while.
    ///
    /// # Errors
    /// [`AccessError`]
    async fn token(&self, platform: Platform) -> Result<Granted, AccessError>;

    /// The platform has refused `token`: another one, refreshed at most once for all who ask.
    ///
    /// # Errors
    /// [`AccessError`]
    async fn rejected(&self, platform: Platform, token: &AccessToken) -> Result<Granted, AccessError>;
}

/// Calls the platform with a live token. When the platform refuses it, calls once more with another. The outer answer is the
/// sign-in's, the inner one the platform's.
///
/// # Errors
/// [`AccessError`] when there is no token; then nothing was asked of the platform, or it had refused the one before.
pub async fn authorised<T, F>(
    access: &dyn Access,
    platform: Platform,
    call: impl Fn(AccessToken) -> F,
) -> Result<Result<T, ApiError>, AccessError>
where
    F: Future<Output = Result<T, ApiError>>,
{
    let first = access.token(platform).await?.token;
    match call(first.clone()).await {
        Err(ApiError::TokenRejected) => Ok(call(access.rejected(platform, &first).await?.token).await),
        answer => Ok(answer),
    }
}

/// Why there is no token.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccessError {
    /// The maker must act.
    #[error("the maker must act: {0:?}")]
    NeedsMaker(ReasonCode),
    /// The network is gone, or the sign-in's server does not answer well.
    #[error("no answer from the sign-in's server")]
    Later {
        /// Not even a connection could be made.
        offline: bool,
    },
}

/// Seals session addresses, so that whoever reads the database cannot send into an upload.
#[async_trait]
pub trait Seal: Send + Sync + 'static {
    /// Seals `plain`, bound to `delivery`.
    ///
    /// # Errors
    /// [`SealError`] when the key cannot be had.
    async fn seal(&self, delivery: DeliveryId, plain: &SecretString) -> Result<Vec<u8>, SealError>;

    /// Opens what was sealed for `delivery`.
    ///
    /// # Errors
    /// [`SealError::Broken`] when it was sealed with another key or for another delivery.
    async fn open(&self, delivery: DeliveryId, sealed: &[u8]) -> Result<SecretString, SealError>;
}

/// Why a seal cannot be made or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The password store has the key and does not answer.
    #[error("the key cannot be had: {0:?}")]
    Key(ReasonCode),
    /// Not sealed by us for this delivery: the session cannot be used any more.
    #[error("the sealed address cannot be opened")]
    Broken,
}

/// How the maker wants uploads to go now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Files that are uploaded at the same time.
    pub files_at_once: usize,
    /// Bytes per second for all uploads of this computer together.
    pub cap_bytes_s: Option<u64>,
    /// Nothing of a film may leave now: the network is metered, and the maker waits for another.
    pub hold: bool,
}

/// Tells the maker's limits, which may change at any time: they are asked for every second.
#[async_trait]
pub trait Wishes: Send + Sync + 'static {
    /// The limits that hold now. What cannot be read is as the maker has not set it.
    async fn limits(&self) -> Limits;
}
