//! Seals short secrets that have to lie in the database, such as the address of an upload session: XChaCha20-Poly1305
//! under a key that only the keyring holds. What is sealed is bound to what it is about, so a row's value put into
//! another row does not open.

use std::path::PathBuf;

use chacha20poly1305::aead::{Aead, AeadCore, KeyInit, OsRng, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use maker_words::say;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::OnceCell;
use zeroize::Zeroizing;

use crate::tokens::FileLock;
use crate::vault::{Vault, VaultError};

/// First byte of everything sealed, so that the way of sealing can change.
const VERSION: u8 = 1;
const NONCE: usize = 24;
const KEY: usize = 32;

/// Seals and opens. The key is made at first use and read once.
pub struct Sealer {
    vault: Vault,
    data_dir: PathBuf,
    cipher: OnceCell<XChaCha20Poly1305>,
}

/// Nothing was sealed or opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Changed, about something else, or sealed under a key that is gone: what it held has to be made anew.
    #[error("{}", say!("vault-unreadable"))]
    Unreadable,
    /// The key cannot be read or made now.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The lock file for making the key cannot be had.
    #[error("{}", say!("vault-data-folder"))]
    DataFolder,
}

impl Sealer {
    /// `data_dir` is where the lock file for making the key goes.
    #[must_use]
    pub fn new(vault: Vault, data_dir: PathBuf) -> Self {
        Self { vault, data_dir, cipher: OnceCell::new() }
    }

    /// Seals `plain`, which is about `about` (a delivery's id): version byte, nonce, sealed text.
    ///
    /// # Errors
    /// [`SealError`] when there is no key.
    pub async fn seal(&self, plain: &SecretString, about: &str) -> Result<Vec<u8>, SealError> {
        let nonce = XChaCha20Poly1305::generate_nonce(&mut OsRng);
        let payload = Payload { msg: plain.expose_secret().as_bytes(), aad: about.as_bytes() };
        let sealed = self.cipher().await?.encrypt(&nonce, payload).map_err(|_| SealError::Unreadable)?;
        Ok([&[VERSION][..], &nonce, &sealed].concat())
    }

    /// Opens what was sealed about `about`.
    ///
    /// # Errors
    /// [`SealError::Unreadable`] when it was not, or not with this computer's key.
    pub async fn open(&self, sealed: &[u8], about: &str) -> Result<SecretString, SealError> {
        let (version, rest) = sealed.split_first().ok_or(SealError::Unreadable)?;
        let (nonce, text) = rest.split_at_checked(NONCE).ok_or(SealError::Unreadable)?;
        if *version != VERSION {
            return Err(SealError::Unreadable);
        }
        let payload = Payload { msg: text, aad: about.as_bytes() };
        let opened = self.cipher().await?.decrypt(XNonce::from_slice(nonce), payload);
        let opened = opened.map(Zeroizing::new).map_err(|_| SealError::Unreadable)?;
        std::str::from_utf8(&opened).map(SecretString::from).map_err(|_| SealError::Unreadable)
    }

    async fn cipher(&self) -> Result<&XChaCha20Poly1305, SealError> {
        self.cipher
            .get_or_try_init(async || {
                let key = match self.vault.sealing_key().await?.filter(|key| key.len() == KEY) {
                    Some(key) => key,
                    None => self.make_key().await?,
                };
                XChaCha20Poly1305::new_from_slice(&key).map_err(|_| SealError::Unreadable)
            })
            .await
    }

    /// Under a lock file, so that two processes at their first start do not each make one.
    async fn make_key(&self) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let _lock = FileLock::hold(&self.data_dir, "sealing-key").await.map_err(|_| SealError::DataFolder)?;
        if let Some(key) = self.vault.sealing_key().await?.filter(|key| key.len() == KEY) {
            return Ok(key);
        }
        let key = Zeroizing::new(XChaCha20Poly1305::generate_key(&mut OsRng).to_vec());
        self.vault.keep_sealing_key(key.clone()).await?;
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use keyring_core::mock;

    use super::*;

    fn sealer(store: &std::sync::Arc<mock::Store>, folder: &tempfile::TempDir) -> Sealer {
        Sealer::new(Vault::over(std::sync::Arc::<mock::Store>::clone(store)), folder.path().to_owned())
    }

    #[tokio::test]
    async fn what_is_sealed_opens_only_about_the_same_delivery_and_unchanged() {
        let (store, folder) = (mock::Store::new().unwrap(), tempfile::tempdir().unwrap());
        let sealer = sealer(&store, &folder);
        let plain = SecretString::from("https://upload.example/session?upload_id=hush");
        let sealed = sealer.seal(&plain, "delivery-1").await.unwrap();
        assert!(!String::from_utf8_lossy(&sealed).contains("hush"));
        assert_eq!(sealer.open(&sealed, "delivery-1").await.unwrap().expose_secret(), plain.expose_secret());
        assert_eq!(sealer.open(&sealed, "delivery-2").await.err(), Some(SealError::Unreadable));
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(sealer.open(&changed, "delivery-1").await.is_err(), "byte {at}");
            assert!(sealer.open(&sealed[..at], "delivery-1").await.is_err(), "cut at {at}");
        }
        assert_ne!(sealed, sealer.seal(&plain, "delivery-1").await.unwrap(), "a nonce is never used twice");
    }

    #[tokio::test]
    async fn the_next_start_opens_it_with_the_same_key_and_a_wiped_keyring_does_not() {
        let (store, folder) = (mock::Store::new().unwrap(), tempfile::tempdir().unwrap());
        let sealed = sealer(&store, &folder).seal(&"hush".into(), "d").await.unwrap();
        assert_eq!(sealer(&store, &folder).open(&sealed, "d").await.unwrap().expose_secret(), "hush");
        let wiped = mock::Store::new().unwrap();
        assert_eq!(sealer(&wiped, &folder).open(&sealed, "d").await.err(), Some(SealError::Unreadable));
    }

    #[tokio::test]
    async fn two_first_starts_at_once_agree_on_one_key() {
        let (store, folder) = (mock::Store::new().unwrap(), tempfile::tempdir().unwrap());
        let (one, two) = (sealer(&store, &folder), sealer(&store, &folder));
        let plain = SecretString::from("hush");
        let (sealed, _) = tokio::join!(one.seal(&plain, "d"), two.seal(&plain, "d"));
        assert_eq!(two.open(&sealed.unwrap(), "d").await.unwrap().expose_secret(), "hush");
    }
}
