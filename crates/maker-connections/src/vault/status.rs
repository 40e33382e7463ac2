//! Whether the password store can be used now, asked without making it prompt, and the sentences for when it cannot.

use maker_words::say;
use serde::Serialize;

#[cfg(all(unix, not(target_os = "macos")))]
pub(super) fn no_store() -> String {
    say!("vault-none")
}
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub(super) fn no_store() -> String {
    say!("vault-silent")
}
pub(super) fn no_collection() -> String {
    say!("vault-no-collection")
}
pub(super) fn ambiguous() -> String {
    say!("vault-twice")
}
fn locked() -> String {
    say!("vault-locked")
}

/// How the password store stands, with the remedy where there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", content = "remedy", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum VaultStatus {
    /// Secrets can be kept and read.
    Ready,
    /// It waits for the maker's password.
    Locked(String),
    /// No store, or no session bus to reach one.
    Unavailable(String),
}

/// Gives up after a few seconds: a service that starts but never answers counts as missing.
pub(super) async fn of_system_store() -> VaultStatus {
    let (reply, answer) = tokio::sync::oneshot::channel();
    let asked = std::thread::Builder::new().name("vault-status".into()).spawn(move || {
        // Nobody waits any more when this fails.
        let _ = reply.send(ask());
    });
    match tokio::time::timeout(std::time::Duration::from_secs(4), answer).await {
        Ok(Ok(status)) if asked.is_ok() => status,
        _ => VaultStatus::Unavailable(no_store()),
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn ask() -> VaultStatus {
    use secret_service::EncryptionType;
    use secret_service::blocking::SecretService;

    // Plain, because nothing secret passes: one property is read.
    let Ok(service) = SecretService::connect(EncryptionType::Plain) else {
        return VaultStatus::Unavailable(no_store());
    };
    let is_locked = match service.get_default_collection() {
        Ok(collection) => collection.is_locked(),
        Err(secret_service::Error::NoResult) => return VaultStatus::Unavailable(no_collection()),
        Err(error) => Err(error),
    };
    match is_locked {
        Ok(false) => VaultStatus::Ready,
        Ok(true) => VaultStatus::Locked(locked()),
        Err(_) => VaultStatus::Unavailable(no_store()),
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn ask() -> VaultStatus {
    use keyring_core::Error;

    let probe = keyring::Entry::new(super::SERVICE, "status").and_then(|entry| entry.get_secret());
    match probe {
        Ok(_) | Err(Error::NoEntry) => VaultStatus::Ready,
        Err(Error::NoStorageAccess(_)) => VaultStatus::Locked(locked()),
        Err(_) => VaultStatus::Unavailable(no_store()),
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
pub(super) fn has_no_default_collection(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    matches!(cause.downcast_ref(), Some(secret_service::Error::NoResult))
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
pub(super) fn has_no_default_collection(_: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    false
}
