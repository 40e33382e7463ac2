//! The objects that pictures are, in a folder or a bucket. The one place that knows the library for it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::body::Bytes;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::prefix::PrefixStore;
use object_store::{Error, ObjectStore, ObjectStoreExt, RetryConfig};

use super::ImagesAddress;
use crate::problem::Problem;

/// A bucket that does not answer is asked again, but not for longer than whoever waits for it may take.
const PATIENCE: Duration = Duration::from_secs(12);
const TRIES: usize = 3;
/// How long whether it answers is waited for.
const SHORT: Duration = Duration::from_secs(3);
/// What is read of an object at once. Between two pieces nothing is held, neither a file nor a line to the store: whoever
/// takes a picture slowly costs a piece.
const PIECE: u64 = 512 * 1024;
/// A key that no picture has.
const NOBODYS: &str = "ready";

/// Where the bytes of pictures are. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Images {
    objects: Arc<dyn ObjectStore>,
    /// The folder, for one that has gone would answer as an empty one does.
    folder: Option<PathBuf>,
}

/// The store did not do it. Says of what kind that was and nothing of the object.
#[derive(Debug, thiserror::Error)]
#[error("the store of pictures is not available ({0})")]
pub(super) struct NotAvailable(&'static str);

impl From<NotAvailable> for Problem {
    /// Logs it: this is where a store's error ends.
    fn from(error: NotAvailable) -> Self {
        tracing::warn!(%error, "a picture could not be stored or read");
        Self::unavailable()
    }
}

impl Images {
    /// Opens the place, and makes a folder that is not there. A bucket is not asked yet: see [`Images::answers`].
    ///
    /// # Errors
    /// When the folder cannot be made, or the environment has no usable settings for the bucket.
    pub fn open(address: &ImagesAddress) -> anyhow::Result<Self> {
        match address {
            ImagesAddress::Folder(folder) => {
                make_private(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
                // What was answered with yes outlives a power cut, as in the database.
                let objects = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
                Ok(Self { objects: Arc::new(objects), folder: Some(folder.clone()) })
            }
            ImagesAddress::S3 { bucket, prefix } => {
                let retry = RetryConfig { max_retries: TRIES, retry_timeout: PATIENCE, ..RetryConfig::default() };
                let objects = AmazonS3Builder::from_env().with_bucket_name(bucket).with_retry(retry).build()?;
                Ok(Self { objects: Arc::new(PrefixStore::new(objects, prefix.as_str())), folder: None })
            }
        }
    }

    /// Whether the store answers, by asking for something that is not there.
    ///
    /// # Errors
    /// What it said. There is nothing of anybody in it.
    pub async fn answers(&self) -> anyhow::Result<()> {
        if let Some(folder) = &self.folder {
            let facts = tokio::fs::metadata(folder).await.context("the folder of the pictures has gone")?;
            anyhow::ensure!(facts.is_dir(), "the folder of the pictures is none");
        }
        let asked = tokio::time::timeout(SHORT, self.objects.head(&Key::from(NOBODYS))).await;
        match asked.context("it does not answer")? {
            Ok(_) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    pub(super) async fn put(&self, key: &str, bytes: Bytes) -> Result<(), NotAvailable> {
        self.objects.put(&Key::from(key), bytes.into()).await.map(drop).map_err(|error| not_available(&error))
    }

    pub(super) async fn has(&self, key: &str) -> Result<bool, NotAvailable> {
        match self.objects.head(&Key::from(key)).await {
            Ok(_) => Ok(true),
            Err(Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(not_available(&error)),
        }
    }

    /// The next piece of an object of `size` bytes, from `start` on; `None` when it is not there.
    pub(super) async fn piece(&self, key: &str, start: u64, size: u64) -> Result<Option<Bytes>, NotAvailable> {
        match self.objects.get_range(&Key::from(key), start..size.min(start + PIECE)).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(not_available(&error)),
        }
    }

    /// What is not there is removed.
    pub(super) async fn remove(&self, key: &str) -> Result<(), NotAvailable> {
        if let Some(folder) = &self.folder {
            let file = folder.join(key);
            let removed = tokio::task::spawn_blocking(move || remove_with_rest(&file)).await;
            return match removed {
                Ok(Ok(())) => Ok(()),
                _ => Err(NotAvailable("a file cannot be removed")),
            };
        }
        match self.objects.delete(&Key::from(key)).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(not_available(&error)),
        }
    }
}

/// Messages of the library quote the key.
fn not_available(error: &Error) -> NotAvailable {
    NotAvailable(match error {
        Error::PermissionDenied { .. } => "it refuses the permission",
        Error::Unauthenticated { .. } => "it refuses the keys",
        Error::NotFound { .. } => "there is no such bucket",
        Error::InvalidPath { .. } | Error::NotSupported { .. } | Error::NotImplemented { .. } => "it cannot do that",
        Error::JoinError { .. } => "its thread ended",
        _ => "it does not answer, or its disk is full",
    })
}

/// The file, what a process that was killed while it wrote it has left beside it under a name that begins the same, and
/// the folders that are empty then.
fn remove_with_rest(file: &Path) -> std::io::Result<()> {
    let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else { return Ok(()) };
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(name.as_encoded_bytes()) {
            match std::fs::remove_file(entry.path()) {
                // Another instance sweeps as well.
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
    }
    // The picture's and the workspace's. Whoever writes there makes them anew.
    for folder in file.ancestors().skip(1).take(2) {
        if std::fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

/// Nobody but the server's own user reads it.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut maker = std::fs::DirBuilder::new();
    maker.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.create(folder)
}
