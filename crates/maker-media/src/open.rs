//! Opens regular files and nothing else: a pipe or a device would keep the reader waiting for ever.

use std::{
    fs::{self, File, Metadata, OpenOptions},
    path::Path,
};

use crate::MediaError;

/// Opens `path` for reading, with its metadata. Links are followed.
pub(crate) fn regular_file(path: &Path) -> Result<(File, Metadata), MediaError> {
    // Before opening, since opening alone can have an effect on a device.
    check(&fs::metadata(path)?)?;
    let file = open(path)?;
    // Once more, since another program can put something else there in between.
    let metadata = file.metadata()?;
    check(&metadata)?;
    Ok((file, metadata))
}

fn check(metadata: &Metadata) -> Result<(), MediaError> {
    if metadata.is_dir() {
        Err(MediaError::Directory)
    } else if !metadata.is_file() {
        Err(MediaError::NotAFile)
    } else if metadata.len() == 0 {
        Err(MediaError::Empty)
    } else {
        Ok(())
    }
}

#[cfg(unix)]
fn open(path: &Path) -> Result<File, MediaError> {
    use std::os::unix::fs::OpenOptionsExt;
    Ok(OpenOptions::new().read(true).custom_flags(libc::O_NONBLOCK | libc::O_CLOEXEC).open(path)?)
}

#[cfg(not(unix))]
fn open(path: &Path) -> Result<File, MediaError> {
    Ok(OpenOptions::new().read(true).open(path)?)
}
