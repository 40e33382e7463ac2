//! The vault over given stores. The real Secret Service is in `tests/it`.

use std::any::Any;
use std::collections::HashMap;
use std::sync::mpsc;
use std::time::Duration;

use chrono::DateTime;
use keyring_core::api::CredentialStoreApi;
use keyring_core::mock;

use super::*;
use crate::tokens::tests::issued;

fn connection() -> ConnectionId {
    ConnectionId::parse("019aa000-0000-7000-8000-000000000001").unwrap()
}

fn tokens(refresh: &str) -> TokenSet {
    TokenSet::first(issued("access", Some(refresh), 3_600), &[], DateTime::UNIX_EPOCH)
}

#[tokio::test]
async fn f40_an_entry_that_is_gone_is_told_apart_from_a_store_that_is_gone() {
    let vault = Vault::over(mock::Store::new().unwrap());
    assert!(vault.tokens(connection()).await.unwrap().is_none());
    vault.keep_tokens(connection(), &tokens("r")).await.unwrap();
    assert!(vault.tokens(connection()).await.unwrap().is_some());
    vault.forget_tokens(connection()).await.unwrap();
    assert!(vault.tokens(connection()).await.unwrap().is_none());
    vault.forget_tokens(connection()).await.unwrap();
}

#[tokio::test]
async fn f41_a_set_beyond_the_stores_limit_is_refused_whole_and_the_old_one_stays() {
    let vault = Vault { limit: Some(WINDOWS_LIMIT), ..Vault::over(mock::Store::new().unwrap()) };
    vault.keep_tokens(connection(), &tokens("short")).await.unwrap();
    let error = vault.keep_tokens(connection(), &tokens(&"x".repeat(4_096))).await.unwrap_err();
    assert!(matches!(error, VaultError::TooLong { size, limit: 2_560 } if size > 4_096), "{error}");
    let kept = vault.tokens(connection()).await.unwrap().unwrap();
    assert_eq!(kept.refresh_token.unwrap().expose_secret(), "short");
}

#[tokio::test]
async fn f39_each_kind_of_store_error_is_told_apart_and_none_carries_the_secret() {
    let cause = || Box::<dyn std::error::Error + Send + Sync>::from("hush");
    for (error, code) in [
        (StoreError::NoStorageAccess(cause()), ReasonCode::KeyringLocked),
        (StoreError::PlatformFailure(cause()), ReasonCode::KeyringUnavailable),
        (StoreError::BadEncoding(b"hush".to_vec()), ReasonCode::KeyringUnavailable),
        (StoreError::TooLong("hush".into(), 5), ReasonCode::KeyringUnavailable),
    ] {
        let (Give::Up(told) | Give::UpAndReopen(told)) = explain(error, 9);
        assert_eq!(told.reason(), code);
        assert!(!format!("{told} {told:?}").contains("hush"));
    }
}

#[tokio::test]
async fn f39_a_store_that_waits_for_a_password_is_locked_and_works_once_it_is_given() {
    let (unlock, gate) = mpsc::channel();
    let store: Arc<CredentialStore> = Arc::new(Prompting { gate: gate.into(), inner: mock::Store::new().unwrap() });
    let mut vault = Vault::over(store);
    vault.worker = vault.worker.with_patience(Duration::from_millis(20));
    assert_eq!(vault.keep_tokens(connection(), &tokens("stale")).await, Err(VaultError::Locked));
    assert_eq!(vault.tokens(connection()).await.err(), Some(VaultError::Locked));
    drop(unlock);
    vault.worker = vault.worker.with_patience(Duration::from_secs(20));
    let found = vault.tokens(connection()).await.unwrap();
    assert!(found.is_none(), "a write that was told as failed has not landed later");
    vault.keep_tokens(connection(), &tokens("r")).await.unwrap();
}

/// Blocks like a store that shows a password prompt, until the other end of `gate` is dropped.
#[derive(Debug)]
struct Prompting {
    gate: std::sync::Mutex<mpsc::Receiver<()>>,
    inner: Arc<mock::Store>,
}

impl CredentialStoreApi for Prompting {
    fn vendor(&self) -> String {
        "test".into()
    }

    fn id(&self) -> String {
        "test".into()
    }

    fn build(
        &self,
        service: &str,
        user: &str,
        modifiers: Option<&HashMap<&str, &str>>,
    ) -> keyring_core::Result<keyring_core::Entry> {
        // Returns when the sender is dropped.
        let _ = self.gate.lock().unwrap().recv();
        self.inner.build(service, user, modifiers)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn debug_fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, f)
    }
}
