//! Where the maker's data is, how far a long piece of work on it is, and deleting all of it.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use maker_domain::Platform;
use maker_store::backup::{Part, Watch};
use maker_words::say;

use crate::studio::Studio;
use crate::views::{DataView, KeptDatabase, WorkPart, WorkView};
use crate::{Answer, AppError, ErrorCode};

/// Asks the next start to delete everything.
const DELETE: &str = "delete-everything";

/// How far a piece of work is, and whether it is to stop. Clones tell of the same work.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    inner: Arc<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    done: AtomicU64,
    total: AtomicU64,
    part: Mutex<Option<WorkPart>>,
    cancelled: AtomicBool,
}

impl Progress {
    /// Asks the work to stop at its next step. It leaves nothing behind then.
    pub fn cancel(&self) {
        self.inner.cancelled.store(true, Ordering::Relaxed);
    }

    /// How far it is.
    #[must_use]
    pub fn view(&self) -> WorkView {
        let count = |of: &AtomicU64| u32::try_from(of.load(Ordering::Relaxed)).unwrap_or(u32::MAX);
        let part = *self.inner.part.lock().unwrap_or_else(PoisonError::into_inner);
        WorkView { part, done: count(&self.inner.done), total: count(&self.inner.total) }
    }

    pub(crate) fn of(&self, total: u64) {
        self.inner.total.store(total, Ordering::Relaxed);
    }

    /// Notes some steps as done.
    pub(crate) fn step(&self, steps: usize) -> Answer<()> {
        self.inner.done.fetch_add(steps as u64, Ordering::Relaxed);
        if self.stops() {
            return Err(AppError::new(ErrorCode::NotNow, say!("data-cancelled")));
        }
        Ok(())
    }
}

/// A restore tells of itself how far it is.
impl Watch for Progress {
    fn is_at(&self, part: Part) {
        let (part, done, total) = match part {
            Part::Checking => (WorkPart::Checking, 0, 0),
            Part::Copying { done, total } => (WorkPart::Copying, done >> 10, total >> 10),
            Part::Pictures { done, total } => (WorkPart::Pictures, done, total),
            Part::Finishing => (WorkPart::Finishing, 0, 0),
        };
        *self.inner.part.lock().unwrap_or_else(PoisonError::into_inner) = Some(part);
        self.inner.done.store(done, Ordering::Relaxed);
        self.inner.total.store(total, Ordering::Relaxed);
    }

    fn stops(&self) -> bool {
        self.inner.cancelled.load(Ordering::Relaxed)
    }
}

impl Studio {
    /// Where the maker's data is and how much of it there is.
    ///
    /// # Errors
    /// [`AppError`] when the folder or the database cannot be read.
    pub async fn data(&self) -> Answer<DataView> {
        let folder = self.inner.data_dir.clone();
        let found = move || -> io::Result<(u64, u64, Vec<KeptDatabase>)> {
            let mut kept = Vec::new();
            let mut database = 0;
            for entry in fs::read_dir(&folder)? {
                let entry = entry?;
                let name = entry.file_name().to_string_lossy().into_owned();
                let bytes = entry.metadata().map(|metadata| metadata.len()).unwrap_or_default();
                if name.starts_with("studio.db") {
                    database += bytes;
                } else if name.starts_with("studio-before-") && name.ends_with(".db") {
                    kept.push(KeptDatabase { name, bytes });
                }
            }
            kept.sort_by(|a, b| b.name.cmp(&a.name));
            Ok((database, size_below(&folder.join("images"))?, kept))
        };
        let unreadable = |error| AppError::internal(say!("data-unreadable"), error);
        let (database_bytes, picture_bytes, kept) = tokio::task::spawn_blocking(found)
            .await
            .map_err(io::Error::other)
            .and_then(|done| done)
            .map_err(unreadable)?;
        Ok(DataView {
            folder: self.inner.data_dir.display().to_string(),
            database_bytes,
            picture_bytes,
            kept,
            restore_waits: maker_store::backup::is_ready(&self.inner.data_dir).unwrap_or(false),
            is_empty: self.inner.store.is_empty_desk().await?,
            uploads: self.inner.store.running_deliveries().await?,
            has_account: self.inner.store.sync_record().await?.signed_in,
        })
    }

    /// What an export or a backup of today is called.
    pub async fn name_of_today(&self) -> String {
        format!("Maker Studio {}", self.inner.now().with_timezone(&self.zone().await).date_naive())
    }

    /// How far the work on the maker's data is that goes on in this process; `None` when there is none.
    #[must_use]
    pub fn data_work(&self) -> Option<WorkView> {
        self.inner.data_work.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(Progress::view)
    }

    /// Asks that work to stop.
    pub fn cancel_data_work(&self) {
        if let Some(work) = self.inner.data_work.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            work.cancel();
        }
    }

    /// Does one piece of work on the maker's data, and no other beside it.
    pub(crate) async fn at_work<T>(&self, progress: &Progress, work: impl Future<Output = Answer<T>>) -> Answer<T> {
        {
            let mut slot = self.inner.data_work.lock().unwrap_or_else(PoisonError::into_inner);
            if slot.is_some() {
                let message = say!("data-busy");
                return Err(AppError::new(ErrorCode::NotNow, message));
            }
            *slot = Some(progress.clone());
        }
        let _end = End(self);
        work.await
    }

    /// Deletes everything of this device: signs out, takes the sign-ins of the platforms out of the password store, and
    /// asks the next start to delete the data folder's contents. Nothing on a platform or on another device goes.
    ///
    /// # Errors
    /// [`ErrorCode::NeedsMaker`] when the password store does not let go of a sign-in: nothing is deleted then.
    pub async fn delete_data(&self) -> Answer<()> {
        self.account_sign_out().await?;
        for platform in Platform::ALL {
            if self.inner.store.connection(platform).await?.is_some() {
                self.disconnect(platform).await?;
            }
        }
        let marker = self.inner.data_dir.join(DELETE);
        let done = File::create(&marker).and_then(|file| file.sync_all());
        done.map_err(|error| AppError::internal(say!("data-not-deleted"), error))
    }
}

struct End<'a>(&'a Studio);

impl Drop for End<'_> {
    fn drop(&mut self) {
        *self.0.inner.data_work.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Held by every process that has the data folder open. What must have it alone takes it whole, or waits for a later start.
pub(crate) struct Hold {
    _file: File,
}

impl Hold {
    /// Carries out what waits for a moment at which nobody holds the folder, where this is one, and holds it.
    pub(crate) async fn take(data_dir: &Path) -> Answer<Self> {
        let refused = |error| AppError::internal(say!("data-unusable"), error);
        fs::create_dir_all(data_dir.join("locks")).map_err(refused)?;
        let open =
            || OpenOptions::new().create(true).truncate(false).write(true).open(data_dir.join("locks/desk.lock"));
        let file = open().map_err(refused)?;
        let waits = data_dir.join(DELETE).exists() || maker_store::backup::is_ready(data_dir).map_err(refused)?;
        if waits && file.try_lock().is_ok() {
            delete_what_was_asked(data_dir).map_err(refused)?;
            maker_store::backup::finish(data_dir).await?;
            file.unlock().map_err(refused)?;
        }
        // Waits for whoever is at just that.
        let shared = tokio::task::spawn_blocking(move || file.lock_shared().map(|()| file));
        let file = shared.await.map_err(io::Error::other).and_then(|done| done).map_err(refused)?;
        Ok(Self { _file: file })
    }
}

/// The marker goes last, so that a start that is killed in between is done again.
fn delete_what_was_asked(data_dir: &Path) -> io::Result<()> {
    let marker = data_dir.join(DELETE);
    if !marker.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(data_dir)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let ours = name.starts_with("studio.db") || name.starts_with("studio-before-") || name.starts_with("restore");
        if ours {
            fs::remove_file(&path)?;
        } else if name == "images" || name == "exports" {
            fs::remove_dir_all(&path)?;
        } else if name == "logs" {
            // This start's own log is open among them.
            for old in fs::read_dir(&path)? {
                let _ = fs::remove_file(old?.path());
            }
        }
    }
    fs::remove_file(marker)
}

fn size_below(folder: &Path) -> io::Result<u64> {
    let mut bytes = 0;
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let metadata = entry.metadata()?;
            if metadata.is_dir() {
                folders.push(entry.path());
            } else {
                bytes += metadata.len();
            }
        }
    }
    Ok(bytes)
}
