//! A lock between processes: one file per name, held by the operating system and given back when its holder ends,
//! however it ends.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Longer than one whole HTTP call and its keyring write.
const PATIENCE: Duration = Duration::from_secs(50);
const POLL: Duration = Duration::from_millis(25);

/// Held until dropped.
#[derive(Debug)]
pub(crate) struct FileLock {
    _file: File,
}

impl FileLock {
    /// Waits for `<data dir>/locks/<name>.lock`. The file stays: removing it would let two holders in.
    ///
    /// # Errors
    /// When it cannot be made, or another process holds it for unusually long.
    pub(crate) async fn hold(data_dir: &Path, name: &str) -> io::Result<Self> {
        let path = data_dir.join("locks").join(format!("{name}.lock"));
        let file = tokio::task::spawn_blocking(move || open(path)).await.map_err(io::Error::other)??;
        let waited = tokio::time::timeout(PATIENCE, async {
            loop {
                match file.try_lock() {
                    Ok(()) => return Ok(()),
                    Err(TryLockError::WouldBlock) => tokio::time::sleep(POLL).await,
                    Err(TryLockError::Error(error)) => return Err(error),
                }
            }
        });
        waited.await.map_err(io::Error::from)??;
        Ok(Self { _file: file })
    }
}

fn open(path: PathBuf) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
    }
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
