//! One thread that speaks to the password store. The stores' calls block, and one that waits for the maker's password
//! may block for long: callers stop waiting after a few seconds, the thread goes on, and the next call works once the
//! maker has answered. A thread of its own, since a runtime does not end while one of its blocking tasks is stuck.

use std::sync::{Arc, mpsc};
use std::time::Duration;

use keyring_core::{CredentialStore, Error as StoreError};
use tokio::sync::oneshot;

use super::{VaultError, status};

/// How long a caller waits for the store before it is called locked.
const PATIENCE: Duration = Duration::from_secs(4);

type Open = dyn Fn(bool) -> Result<Arc<CredentialStore>, StoreError> + Send;
type Job = Box<dyn FnOnce(&mut Slot) + Send>;

/// How a job ends without a result.
pub(super) enum Give {
    Up(VaultError),
    UpAndReopen(VaultError),
}

#[derive(Clone, Debug)]
pub(super) struct Worker {
    jobs: mpsc::Sender<Job>,
    patience: Duration,
}

struct Slot {
    open: Box<Open>,
    /// Whether it was opened before; told to `open`.
    again: bool,
    store: Option<Arc<CredentialStore>>,
}

impl Worker {
    /// `open` is called at first use, and again after the store went away.
    pub(super) fn start(open: impl Fn(bool) -> Result<Arc<CredentialStore>, StoreError> + Send + 'static) -> Self {
        let (jobs, queue) = mpsc::channel::<Job>();
        let mut slot = Slot { open: Box::new(open), again: false, store: None };
        let thread = std::thread::Builder::new().name("vault".into()).spawn(move || {
            for job in queue {
                job(&mut slot);
            }
        });
        if thread.is_err() {
            // The queue is gone with the closure, so every call ends as unavailable.
            tracing::error!("the vault's thread could not be started");
        }
        Self { jobs, patience: PATIENCE }
    }

    #[cfg(test)]
    pub(super) fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Opens the store on the thread, for nobody yet.
    pub(super) fn open_ahead(&self) {
        // A failure is told to whoever needs the store, which is tried again then.
        let _ = self.jobs.send(Box::new(|slot| drop(slot.open())));
    }

    /// Runs `job` on the thread. It is told by its second argument whether anybody still waits for it, and is not
    /// begun when nobody does.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        job: impl Fn(&Arc<CredentialStore>, &dyn Fn() -> bool) -> Result<T, Give> + Send + 'static,
    ) -> Result<T, VaultError> {
        let (reply, answer) = oneshot::channel();
        let queued = self.jobs.send(Box::new(move |slot| {
            if !reply.is_closed() {
                let result = slot.run(job, &|| !reply.is_closed());
                // Whoever has stopped waiting was told that the store is locked.
                let _ = reply.send(result);
            }
        }));
        if queued.is_err() {
            return Err(VaultError::Unavailable(status::no_store()));
        }
        match tokio::time::timeout(self.patience, answer).await {
            Ok(Ok(result)) => result,
            Ok(Err(_)) => Err(VaultError::Unavailable(status::no_store())),
            Err(_) => Err(VaultError::Locked),
        }
    }
}

impl Slot {
    /// Runs `job`; when the store went away since it was opened (its service was restarted), opens it and runs it again.
    fn run<T>(
        &mut self,
        job: impl Fn(&Arc<CredentialStore>, &dyn Fn() -> bool) -> Result<T, Give>,
        wanted: &dyn Fn() -> bool,
    ) -> Result<T, VaultError> {
        loop {
            let was_open = self.store.is_some();
            let store = self.open()?;
            match job(&store, wanted) {
                Ok(value) => return Ok(value),
                Err(Give::Up(error)) => return Err(error),
                Err(Give::UpAndReopen(error)) => {
                    self.store = None;
                    if !was_open || !wanted() {
                        return Err(error);
                    }
                }
            }
        }
    }

    fn open(&mut self) -> Result<Arc<CredentialStore>, VaultError> {
        if let Some(store) = &self.store {
            return Ok(Arc::clone(store));
        }
        let again = std::mem::replace(&mut self.again, true);
        let store = (self.open)(again).map_err(|error| {
            // These say which bus or service is missing and hold no secret.
            tracing::warn!(%error, "the password store cannot be opened");
            VaultError::Unavailable(status::no_store())
        })?;
        self.store = Some(Arc::clone(&store));
        Ok(store)
    }
}

/// The store of this computer. `keyring` opens it once per process and remembers a failure for good; on Linux, where a
/// store can be started or restarted later, attempts after the first go directly to the store that `keyring` uses.
pub(super) fn open_system_store(again: bool) -> Result<Arc<CredentialStore>, StoreError> {
    #[cfg(all(unix, not(target_os = "macos")))]
    if again {
        let store: Arc<CredentialStore> = zbus_secret_service_keyring_store::Store::new()?;
        return Ok(store);
    }
    if again || keyring::Entry::store_status().is_ok() {
        return keyring_core::get_default_store().ok_or(StoreError::NoDefaultStore);
    }
    Err(StoreError::NoDefaultStore)
}
