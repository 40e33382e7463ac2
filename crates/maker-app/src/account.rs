//! Signing up, in and out of the backend, and the account's devices.

use maker_domain::account::{DeviceFacts, MakeWorkspace, Secret, SignIn, SignUp, SignedIn};
use maker_store::StoreError;
use maker_store::sync::Link;
use maker_sync::account::choose;
use maker_sync::{BackendAddress, HttpBackend};
use maker_words::say;
use uuid::Uuid;

use crate::studio::Studio;
use crate::views::{AccountDevice, SyncStatus};
use crate::{Answer, AppError, ErrorCode};

/// Who signs in, and where.
#[derive(Debug)]
pub struct Login {
    /// The backend; `None` = the one of the configuration file, or the one of the last sign-in.
    pub backend: Option<String>,
    /// The account's address.
    pub email: String,
    /// Its password.
    pub password: Secret,
    /// What to call this device; `None` = by the computer's name.
    pub device_name: Option<String>,
}

impl Studio {
    /// Makes an account and joins this desk to its workspace: everything here goes up.
    ///
    /// # Errors
    /// [`AppError`] with the backend's words.
    pub async fn account_sign_up(&self, login: Login, name: &str) -> Answer<SyncStatus> {
        let (backend, device) = self.before_sign_in(&login).await?;
        let Login { email, password, .. } = login;
        let with = SignUp { email, name: name.to_owned(), password, device: device.clone() };
        let signed_in = backend.sign_up(&with).await?;
        self.after_sign_in(backend, signed_in, device).await
    }

    /// Signs in and joins this desk to the account's workspace. What is here moves into it.
    ///
    /// # Errors
    /// [`ErrorCode::NeedsMaker`] when this desk belongs to a workspace of another account.
    pub async fn account_sign_in(&self, login: Login) -> Answer<SyncStatus> {
        let (backend, device) = self.before_sign_in(&login).await?;
        let Login { email, password, .. } = login;
        let signed_in = backend.sign_in(&SignIn { email, password, device: device.clone() }).await?;
        self.after_sign_in(backend, signed_in, device).await
    }

    /// Signs this device out. Everything stays here; what is edited waits for the next sign-in.
    ///
    /// # Errors
    /// [`AppError`] when the password store does not forget the sign-in.
    pub async fn account_sign_out(&self) -> Answer<SyncStatus> {
        if let Some(sync) = self.inner.sync.take() {
            sync.stop().await;
        }
        let record = self.inner.store.sync_record().await?;
        if record.signed_in {
            let backend = self.inner.own_backend(&record)?;
            // Without the network the backend learns of it when the account's owner looks at the devices.
            if let Some(device) = record.device
                && let Err(error) = backend.revoke_device(device).await
            {
                tracing::info!(%error, "the backend was not told of the sign-out");
            }
            backend.keys().end().await.map_err(|e| AppError::new(ErrorCode::NeedsMaker, e.to_string()))?;
            self.inner.store.unlink().await?;
        }
        self.inner.changed("sync");
        self.sync_status().await
    }

    /// The devices of the account.
    ///
    /// # Errors
    /// [`ErrorCode::NeedsMaker`] when nobody is signed in; [`ErrorCode::TryLater`] without the network.
    pub async fn devices(&self) -> Answer<Vec<AccountDevice>> {
        let record = self.inner.store.sync_record().await?;
        let devices = self.inner.own_backend(&record)?.devices().await?;
        let time = |millis: i64| chrono::DateTime::from_timestamp_millis(millis).unwrap_or_default();
        Ok(devices
            .into_iter()
            .map(|device| AccountDevice {
                id: device.id,
                name: device.facts.name,
                platform: device.facts.platform,
                last_seen_at: time(device.last_seen_at),
                this: device.this,
            })
            .collect())
    }

    /// Signs another device of the account out.
    ///
    /// # Errors
    /// [`ErrorCode::NeedsMaker`] when nobody is signed in; [`ErrorCode::TryLater`] without the network.
    pub async fn revoke_device(&self, device: Uuid) -> Answer<()> {
        let record = self.inner.store.sync_record().await?;
        self.inner.own_backend(&record)?.revoke_device(device).await?;
        Ok(())
    }

    async fn before_sign_in(&self, login: &Login) -> Answer<(HttpBackend, DeviceFacts)> {
        let record = self.inner.store.sync_record().await?;
        if record.signed_in && record.problem.is_none() {
            let who = record.account.unwrap_or_default();
            return Err(AppError::new(ErrorCode::NotNow, say!("standing-signed-in-already", who = who)));
        }
        let configured = || self.inner.config.backend.as_ref().map(ToString::to_string);
        let address = login
            .backend
            .clone()
            .or_else(configured)
            .or(record.backend)
            .ok_or_else(|| AppError::new(ErrorCode::BadInput, say!("standing-which-backend")))?;
        let device = DeviceFacts {
            name: login.device_name.clone().unwrap_or_else(computer_name),
            platform: std::env::consts::OS.to_owned(),
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
        };
        Ok((self.inner.backend(BackendAddress::parse(&address)?)?, device))
    }

    async fn after_sign_in(&self, backend: HttpBackend, who: SignedIn, device: DeviceFacts) -> Answer<SyncStatus> {
        match self.join(&backend, &who, device).await {
            Ok(()) => {
                if self.inner.keeps_in_step() {
                    self.start_sync().await?;
                }
                self.inner.changed("sync");
                self.sync_status().await
            }
            Err(error) => {
                // A sign-in that leads nowhere is taken back.
                let _ = backend.revoke_device(who.device_id).await;
                let _ = backend.keys().end().await;
                Err(error)
            }
        }
    }

    async fn join(&self, backend: &HttpBackend, who: &SignedIn, device: DeviceFacts) -> Answer<()> {
        let of_the_desk = self.inner.store.sync_record().await?.workspace;
        let workspace = match (choose(&backend.workspaces().await?, of_the_desk), of_the_desk) {
            (Some(workspace), _) => workspace,
            (None, Some(_)) => return Err(StoreError::OtherWorkspace.into()),
            (None, None) => {
                let (_, maker) = self.inner.store.local_maker().await?;
                let name = self.inner.store.page_name().await?;
                backend.make_workspace(&MakeWorkspace { id: maker.0, name }).await?.id
            }
        };
        let link = Link {
            workspace,
            backend: backend.address().to_string(),
            account: who.user.email.clone(),
            device: who.device_id,
            device_name: device.name,
        };
        self.inner.store.link(&link, self.inner.now()).await?;
        Ok(())
    }
}

fn computer_name() -> String {
    let from_file = std::fs::read_to_string("/etc/hostname").ok();
    let name = from_file.or_else(|| std::env::var("COMPUTERNAME").ok()).or_else(|| std::env::var("HOSTNAME").ok());
    let name: String = name.unwrap_or_default().trim().chars().take(60).collect();
    if name.is_empty() { say!("app-this-computer") } else { name }
}
