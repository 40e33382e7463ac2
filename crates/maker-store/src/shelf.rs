//! The pictures of posts as files: each under the name that its bytes give it, so that the same picture is there once and
//! what is read can be held against its name. They are never changed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::image::{ImageName, MOST_BYTES};
use uuid::Uuid;

use crate::StoreError;

/// What files are called until they are whole.
const UNFINISHED: &str = ".unfinished-";

/// A file that is unfinished for so long was left by a process that was killed.
const LEFT_BEHIND: TimeDelta = TimeDelta::hours(1);

/// The folder of pictures. It is made with the first of them.
#[derive(Clone, Debug)]
pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    /// The pictures below a data folder.
    #[must_use]
    pub fn of(data_dir: &Path) -> Self {
        Self { folder: data_dir.join("images") }
    }

    /// Keeps a picture: whole, under its name, and on the disk, when this returns. What is there under the name already is
    /// the same picture.
    ///
    /// # Errors
    /// [`StoreError::Disk`] when the disk refuses; then nothing is there under the name.
    pub async fn keep(&self, name: ImageName, bytes: Vec<u8>) -> Result<(), StoreError> {
        let (folder, path) = (self.folder.clone(), self.path(name));
        blocking(move || put(&folder, &path, &bytes)).await
    }

    /// A picture's bytes; `None` when they are not here. What is no longer what its name says is taken away.
    ///
    /// # Errors
    /// [`StoreError::Disk`] when the disk refuses.
    pub async fn read(&self, name: ImageName) -> Result<Option<Vec<u8>>, StoreError> {
        let path = self.path(name);
        blocking(move || {
            let Some(bytes) = bytes(&path)? else { return Ok(None) };
            if ImageName::of(&bytes) == name {
                return Ok(Some(bytes));
            }
            tracing::warn!(%name, "a picture on the disk is damaged and was taken away");
            remove(&path)?;
            Ok(None)
        })
        .await
    }

    /// Takes a picture away.
    ///
    /// # Errors
    /// [`StoreError::Disk`] when the disk refuses.
    pub async fn remove(&self, name: ImageName) -> Result<(), StoreError> {
        let path = self.path(name);
        blocking(move || remove(&path)).await
    }

    /// All that are here with their sizes, by name. What a process that was killed has left half written is taken away.
    ///
    /// # Errors
    /// [`StoreError::Disk`] when the disk refuses.
    pub async fn tidy(&self, now: DateTime<Utc>) -> Result<Vec<(ImageName, u64)>, StoreError> {
        let folder = self.folder.clone();
        blocking(move || tidy(&folder, now)).await
    }

    /// Where a picture is, or would be.
    #[must_use]
    pub fn path(&self, name: ImageName) -> PathBuf {
        let name = name.to_string();
        self.folder.join(&name[..2]).join(name)
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> Result<T, StoreError> {
    Ok(tokio::task::spawn_blocking(work).await.map_err(io::Error::other)??)
}

fn put(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|there| there.is_file() && there.len() == bytes.len() as u64) {
        return Ok(());
    }
    let shelf = path.parent().unwrap_or(folder);
    fs::create_dir_all(shelf)?;
    let unfinished = folder.join(format!("{UNFINISHED}{}", Uuid::new_v4().simple()));
    let written = write(&unfinished, bytes).and_then(|()| fs::rename(&unfinished, path));
    if written.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    written?;
    // The name must outlive a power cut as the bytes do.
    #[cfg(unix)]
    for folder in [shelf, folder] {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn tidy(folder: &Path, now: DateTime<Utc>) -> io::Result<Vec<(ImageName, u64)>> {
    let mut all = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            // There is none before the first picture.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(all),
            Err(error) => return Err(error),
        };
        for entry in entries {
            let entry = entry?;
            let Ok(metadata) = entry.metadata() else { continue };
            let name = entry.file_name().to_string_lossy().into_owned();
            if metadata.is_dir() && name.len() == 2 {
                folders.push(entry.path());
            } else if name.starts_with(UNFINISHED) {
                let old = metadata.modified().is_ok_and(|at| now - DateTime::<Utc>::from(at) > LEFT_BEHIND);
                if old {
                    remove(&entry.path())?;
                }
            } else if metadata.is_file()
                && let Ok(name) = name.parse()
            {
                all.push((name, metadata.len()));
            }
        }
    }
    all.sort_unstable();
    Ok(all)
}
