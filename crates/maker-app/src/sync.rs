//! Sync as the faces see it: how it stands, what waits, and what was edited on two devices.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use async_trait::async_trait;
use maker_connections::Vault;
use maker_domain::account::Secret;
use maker_domain::sync::wire::VersionId;
use maker_store::images::ImagesStanding;
use maker_store::sync::{Conflict, Kept, OwnEdit, Problem, Resolution, SyncRecord, as_text};
use maker_sync::session::Event;
use maker_sync::{BackendAddress, Credentials, CredentialsError, HttpBackend, KeySource, Parts, Pictures, Sync, once};
use maker_words::say;
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use crate::studio::{Face, Inner, Studio};
use crate::views::{ConflictView, KeptView, PendingEdit, SyncState, SyncStatus, WriterView};
use crate::{Answer, AppError, ErrorCode, StudioEvent};

/// At most so many lines of a list.
const LINES: u32 = 500;

/// The loop of this process, once there is one.
#[derive(Default)]
pub(crate) struct Slot(Mutex<Option<Sync>>);

impl Slot {
    pub(crate) fn take(&self) -> Option<Sync> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn put(&self, sync: Sync) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(sync);
    }

    pub(crate) fn tell(&self, event: Event) {
        if let Some(sync) = self.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            sync.tell(event);
        }
    }
}

/// The keyring as the keeper of this device's secret.
pub(crate) struct InTheVault(pub(crate) Vault);

#[async_trait]
impl Credentials for InTheVault {
    async fn read(&self) -> Result<Option<Secret>, CredentialsError> {
        let secret = self.0.backend_secret().await.map_err(refused)?;
        Ok(secret.map(|secret| Secret::new(secret.expose_secret().to_owned())))
    }

    async fn keep(&self, secret: &Secret) -> Result<(), CredentialsError> {
        self.0.keep_backend_secret(&SecretString::from(secret.expose())).await.map_err(refused)
    }

    async fn forget(&self) -> Result<(), CredentialsError> {
        self.0.forget_backend_secret().await.map_err(refused)
    }
}

fn not_signed_in() -> AppError {
    AppError::new(ErrorCode::NeedsMaker, say!("standing-not-signed-in"))
}

fn refused(error: maker_connections::VaultError) -> CredentialsError {
    CredentialsError(error.to_string())
}

impl Inner {
    pub(crate) fn backend(&self, address: BackendAddress) -> Answer<HttpBackend> {
        let keys = Arc::new(KeySource::new(Arc::new(InTheVault(self.vault.clone()))));
        HttpBackend::new(address, keys).map_err(|error| AppError::internal(say!("app-no-tls"), error))
    }

    /// Whether this process keeps the desk in step all the time: the window does, a command does so once.
    pub(crate) fn keeps_in_step(&self) -> bool {
        self.face == Face::Window
    }

    /// The backend that this desk is signed in to.
    pub(crate) fn own_backend(&self, record: &SyncRecord) -> Answer<HttpBackend> {
        let address = record.backend.as_deref().filter(|_| record.signed_in).ok_or_else(not_signed_in)?;
        self.backend(BackendAddress::parse(address)?)
    }

    fn parts(&self, backend: HttpBackend) -> Parts {
        Parts {
            store: self.store.clone(),
            backend: Arc::new(backend.clone()),
            pictures: Some(Pictures { shelf: self.shelf.clone(), backend: Arc::new(backend.clone()) }),
            hints: Some(backend),
            clock: Arc::clone(&self.clock),
            exports: self.data_dir.join("exports"),
        }
    }
}

impl Studio {
    /// Keeps this desk in step with the backend from now on, as long as somebody is signed in. Called again after a
    /// sign-in.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn start_sync(&self) -> Answer<()> {
        let record = self.inner.store.sync_record().await?;
        if !record.signed_in {
            return Ok(());
        }
        if let Some(before) = self.inner.sync.take() {
            before.stop().await;
        }
        let sync = Sync::start(self.inner.parts(self.inner.own_backend(&record)?));
        tokio::spawn(relay(Arc::downgrade(&self.inner), sync.changes()));
        sync.tell(Event::SignedIn);
        self.inner.sync.put(sync);
        Ok(())
    }

    /// The window came to the front: what others wrote is looked for.
    pub fn look_elsewhere(&self) {
        self.inner.sync.tell(Event::Look);
    }

    /// Brings everything there and back, and waits for it.
    ///
    /// # Errors
    /// [`ErrorCode::TryLater`] without the backend; [`ErrorCode::NeedsMaker`] when nobody is signed in.
    pub async fn sync_now(&self) -> Answer<SyncStatus> {
        let record = self.inner.store.sync_record().await?;
        let backend = self.inner.own_backend(&record)?;
        let ended = once(&self.inner.parts(backend)).await;
        self.inner.sync.tell(Event::Now);
        self.inner.changed("sync");
        ended?;
        self.sync_status().await
    }

    /// How sync stands.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn sync_status(&self) -> Answer<SyncStatus> {
        let record = self.inner.store.sync_record().await?;
        let conflicts = self.inner.store.conflicts(LINES).await?.len();
        Ok(status(record, self.inner.store.images_standing().await?, conflicts))
    }

    /// The address of the maker's page, which everybody may read.
    ///
    /// # Errors
    /// [`ErrorCode::NeedsMaker`] when nobody is signed in.
    pub async fn page_address(&self) -> Answer<String> {
        let nowhere = say!("standing-no-page");
        page(&self.inner.store.sync_record().await?).ok_or_else(|| AppError::new(ErrorCode::NeedsMaker, nowhere))
    }

    /// Edits that are only on this device: those that wait, and those that were refused.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn pending_edits(&self) -> Answer<Vec<PendingEdit>> {
        self.inner.store.gather_edits(self.inner.now()).await?;
        Ok(self.inner.store.own_edits(LINES).await?.into_iter().map(pending).collect())
    }

    /// Gives a refused edit up.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when it is not there any more.
    pub async fn discard_refused(&self, edit: Uuid) -> Answer<()> {
        self.inner.store.discard_refused(edit, self.inner.now()).await?;
        self.inner.changed("drafts");
        Ok(())
    }

    /// What was edited on two devices and is not settled.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn conflicts(&self) -> Answer<Vec<ConflictView>> {
        // What is shown is also what has just been typed.
        self.inner.store.gather_edits(self.inner.now()).await?;
        Ok(self.inner.store.conflicts(LINES).await?.into_iter().map(conflict).collect())
    }

    /// Settles one kept value. The new draft of [`Resolution::KeepBoth`] is returned. `seen` is what the screen showed
    /// when the maker decided, as text: what has come in its place meanwhile stays, beside it where need be.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when it is settled already.
    pub async fn resolve_conflict(
        &self,
        table: &str,
        row: Uuid,
        version: &str,
        seen: &str,
        how: Resolution,
    ) -> Answer<Option<Uuid>> {
        let version = VersionId(version.to_owned());
        let second = self.inner.store.resolve(table, row, &version, seen, how, self.inner.now()).await?;
        self.inner.changed("drafts");
        self.inner.changed("sync");
        Ok(second)
    }
}

/// Everything that a page may write to.
const WRITTEN: [&str; 9] =
    ["sync", "drafts", "deliveries", "videos", "social_connections", "makers", "services", "social_links", "posts"];

/// Passes on that rows or the status may have changed.
async fn relay(studio: Weak<Inner>, mut changes: tokio::sync::watch::Receiver<u64>) {
    while changes.changed().await.is_ok() {
        let Some(studio) = studio.upgrade() else { return };
        studio.tell(StudioEvent::Changed(WRITTEN.to_vec()));
    }
}

fn status(record: SyncRecord, pictures: ImagesStanding, conflicts: usize) -> SyncStatus {
    let count = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    let some_edits = |n: u64| say!("standing-edits", count = n);
    let some_pictures = |n: u64| say!("standing-pictures", count = n);
    let edits = |n: u64| match (n, pictures.to_send) {
        (edits, 0) => some_edits(edits),
        (0, pictures) => some_pictures(pictures),
        (edits, pictures) => say!("app-and", first = some_edits(edits), second = some_pictures(pictures)),
    };
    let waiting = record.waiting;
    let none = waiting == 0 && pictures.to_send == 0;
    let (state, message) = match &record.problem {
        Some(Problem::Revoked) => (SyncState::Refused, say!("standing-revoked")),
        _ if !record.signed_in && record.workspace.is_none() => (SyncState::Off, say!("standing-off")),
        _ if !record.signed_in && none => (SyncState::Off, say!("standing-signed-out-nothing")),
        _ if !record.signed_in => (SyncState::Off, say!("standing-signed-out", what = edits(waiting))),
        Some(Problem::SignInAgain) if none => (SyncState::SignInAgain, say!("standing-sign-in-again-nothing")),
        Some(Problem::SignInAgain) => (SyncState::SignInAgain, say!("standing-sign-in-again", what = edits(waiting))),
        Some(Problem::UpgradeRequired) if none => (SyncState::UpgradeRequired, say!("standing-upgrade-nothing")),
        Some(Problem::UpgradeRequired) => (SyncState::UpgradeRequired, say!("standing-upgrade", what = edits(waiting))),
        Some(Problem::Refused { why }) => (SyncState::Refused, why.clone()),
        None if record.offline_since.is_some() && none => (SyncState::Offline, say!("standing-offline-nothing")),
        None if record.offline_since.is_some() => (SyncState::Offline, say!("standing-offline", what = edits(waiting))),
        None if record.over_quota > 0 => {
            (SyncState::Refused, say!("standing-full", what = some_edits(record.over_quota)))
        }
        None if pictures.refused > 0 => {
            let message = match &pictures.why {
                Some(why) => say!("standing-pictures-why", count = pictures.to_send + pictures.refused, why = why),
                None => say!("standing-pictures-refused", count = pictures.refused),
            };
            (SyncState::Refused, message)
        }
        None if waiting > 0 => (SyncState::Waiting, say!("standing-waiting", what = edits(waiting))),
        None if pictures.to_send > 0 => {
            (SyncState::Waiting, say!("standing-pictures-to-send", what = some_pictures(pictures.to_send)))
        }
        None if record.sweeping => (SyncState::Waiting, say!("standing-comparing")),
        None => (SyncState::UpToDate, say!("standing-well")),
    };
    let page = page(&record);
    SyncStatus {
        state,
        message,
        account: record.account,
        page,
        backend: record.backend,
        device_name: record.device_name,
        waiting: count(waiting),
        refused: count(record.refused),
        pictures_to_send: count(pictures.to_send),
        pictures_refused: count(pictures.refused),
        conflicts: u32::try_from(conflicts).unwrap_or(u32::MAX),
        last_contact: record.last_contact,
        offline_since: record.offline_since,
    }
}

/// Where everybody reads what the workspace has published.
pub(crate) fn page(record: &SyncRecord) -> Option<String> {
    let (address, workspace) = record.backend.as_deref().zip(record.workspace).filter(|_| record.signed_in)?;
    Some(BackendAddress::parse(address).ok()?.join(&format!("m/{workspace}")).into())
}

fn pending(own: OwnEdit) -> PendingEdit {
    PendingEdit {
        id: own.id,
        table: own.edit.t,
        row: own.edit.row,
        fields: own.edit.f.into_keys().collect(),
        at: own.at,
        refused: own.refused,
        why: own.why.map(|why| why.to_string()),
    }
}

fn conflict(of: Conflict) -> ConflictView {
    let kept = |kept: Kept| KeptView {
        version: kept.version.0,
        value: as_text(&kept.value),
        device: kept.device,
        at: kept.at,
    };
    ConflictView {
        can_be_two: of.table == "drafts",
        table: of.table,
        row: of.row,
        title: of.title,
        is_post: of.is_post,
        field: of.field,
        shown: as_text(&of.shown),
        shown_by: of.shown_by.map(|(device, at)| WriterView { device, at }),
        kept: of.kept.into_iter().map(kept).collect(),
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn where_nothing_waits_nothing_is_counted() {
        let known = SyncRecord { workspace: Some(Uuid::nil()), signed_in: true, ..SyncRecord::default() };
        let offline = SyncRecord { offline_since: Some(DateTime::UNIX_EPOCH), ..known.clone() };
        let standings = [
            SyncRecord { signed_in: false, ..known.clone() },
            SyncRecord { problem: Some(Problem::SignInAgain), ..known.clone() },
            SyncRecord { problem: Some(Problem::UpgradeRequired), ..known.clone() },
            offline.clone(),
        ];
        for record in standings {
            let message = status(record, ImagesStanding::default(), 0).message;
            assert!(!message.contains('0'), "{message}");
        }
        let some = status(SyncRecord { waiting: 3, ..offline }, ImagesStanding::default(), 0).message;
        assert_eq!(some, "Offline. 3 edits not yet backed up.");
    }
}
