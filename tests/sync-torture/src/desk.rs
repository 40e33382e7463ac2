//! A desk: a maker's real database and the real sync, with a file in place of the keyring.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use maker_domain::Clock;
use maker_domain::account::{DeviceFacts, MakeWorkspace, Secret, SignIn, SignUp, SignedIn};
use maker_store::Store;
use maker_store::sync::Link;
use maker_sync::account::choose;
use maker_sync::{BackendAddress, Credentials, CredentialsError, Failure, HttpBackend, KeySource, Parts, once};

use maker_server::SystemClock;

/// The password of every account here.
pub const PASSWORD: &str = "hush correct horse";

/// Stands for the keyring, whose own tests are elsewhere.
struct Pocket(PathBuf);

#[async_trait]
impl Credentials for Pocket {
    async fn read(&self) -> Result<Option<Secret>, CredentialsError> {
        match std::fs::read_to_string(&self.0) {
            Ok(text) => Ok(Some(Secret::new(text))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(CredentialsError(error.to_string())),
        }
    }

    async fn keep(&self, secret: &Secret) -> Result<(), CredentialsError> {
        let new = self.0.with_extension("new");
        std::fs::write(&new, secret.expose())
            .and_then(|()| std::fs::rename(&new, &self.0))
            .map_err(|error| CredentialsError(error.to_string()))
    }

    async fn forget(&self) -> Result<(), CredentialsError> {
        std::fs::remove_file(&self.0).map_err(|error| CredentialsError(error.to_string()))
    }
}

/// One desk in a folder of its own.
pub struct Desk {
    /// Its database.
    pub store: Store,
    backend: HttpBackend,
    name: String,
    folder: PathBuf,
}

impl Desk {
    /// Opens it, and makes it if it is new.
    ///
    /// # Errors
    /// When the disk refuses, or `backend` is no address.
    pub async fn open(folder: &Path, backend: &str) -> anyhow::Result<Self> {
        let store = Store::open(&folder.join("studio.db"), SystemClock.now()).await?;
        let credentials = Pocket(folder.join("secret"));
        let backend =
            HttpBackend::new(BackendAddress::parse(backend)?, Arc::new(KeySource::new(Arc::new(credentials))))?;
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { store, backend, name, folder: folder.to_owned() })
    }

    /// What sync works with.
    #[must_use]
    pub fn parts(&self) -> Parts {
        Parts {
            store: self.store.clone(),
            backend: Arc::new(self.backend.clone()),
            hints: Some(self.backend.clone()),
            clock: Arc::new(SystemClock),
            exports: self.folder.join("exports"),
            pictures: None,
        }
    }

    /// Signs in to the account, or makes it, until the backend hears of it. A desk that is signed in stays so.
    ///
    /// # Errors
    /// When the desk's disk refuses.
    pub async fn sign_in(&self, account: &str) -> anyhow::Result<()> {
        while self.store.sync_position().await?.is_none() {
            if let Err(failure) = self.try_to_sign_in(account).await {
                eprintln!("{}: {failure:#}", self.name);
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
        Ok(())
    }

    async fn try_to_sign_in(&self, account: &str) -> anyhow::Result<()> {
        let email = format!("{account}@hush.example");
        let facts = DeviceFacts { name: self.name.clone(), platform: "linux".into(), app_version: "0".into() };
        let password = || Secret::new(PASSWORD.into());
        let new = SignUp { email: email.clone(), name: account.into(), password: password(), device: facts.clone() };
        let who = match self.backend.sign_up(&new).await {
            Err(Failure::Refused(_)) => {
                let known = SignIn { email, password: password(), device: facts.clone() };
                self.backend.sign_in(&known).await?
            }
            made => made?,
        };
        let workspace = match choose(&self.backend.workspaces().await?, None) {
            Some(workspace) => workspace,
            None => {
                let (_, maker) = self.store.local_maker().await?;
                self.backend.make_workspace(&MakeWorkspace { id: maker.0, name: account.into() }).await?.id
            }
        };
        self.link(&who, workspace).await
    }

    async fn link(&self, who: &SignedIn, workspace: uuid::Uuid) -> anyhow::Result<()> {
        let link = Link {
            workspace,
            backend: self.backend.address().to_string(),
            account: who.user.email.clone(),
            device: who.device_id,
            device_name: self.name.clone(),
        };
        Ok(self.store.link(&link, SystemClock.now()).await?)
    }

    /// Brings everything there and back, as often as it takes.
    ///
    /// # Errors
    /// The last failure, after `tries`.
    pub async fn drain(&self, tries: u32) -> Result<(), Failure> {
        let mut left = tries;
        loop {
            match once(&self.parts()).await {
                Err(failure) if left == 0 => return Err(failure),
                Err(_) => tokio::time::sleep(Duration::from_millis(300)).await,
                Ok(()) => return Ok(()),
            }
            left -= 1;
        }
    }
}
