//! The data folder: where it is, and that nobody else can read it.

use std::fs;
use std::path::{Path, PathBuf};

use maker_words::say;

use crate::{Answer, AppError};

/// Where data lives unless `MAKER_STUDIO_DATA_DIR` says otherwise; `None` when the system names no such place.
#[must_use]
pub fn default_data_dir() -> Option<PathBuf> {
    dirs::data_dir().map(|base| base.join("app.makerstudio"))
}

/// Makes the folder (0700), whatever the umask.
pub(crate) fn make(data_dir: &Path) -> Answer<()> {
    let made = fs::create_dir_all(data_dir).and_then(|()| restrict(data_dir, 0o700));
    made.map_err(|error| refused(data_dir, error))
}

/// Makes an empty database file in the folder where there is none (0600; SQLite gives its log files the same rights).
pub(crate) fn prepare(data_dir: &Path) -> Answer<PathBuf> {
    let refused = |error| refused(data_dir, error);
    let database = data_dir.join("studio.db");
    fs::OpenOptions::new().create(true).append(true).open(&database).map_err(refused)?;
    restrict(&database, 0o600).map_err(refused)?;
    Ok(database)
}

fn refused(data_dir: &Path, error: std::io::Error) -> AppError {
    let message = say!("app-bad-data-folder", folder = data_dir.display().to_string());
    AppError::internal(message, error)
}

/// Sets the rights of a file or folder where the system has such rights.
pub(crate) fn restrict(path: &Path, mode: u32) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(mode))
    }
    #[cfg(not(unix))]
    {
        let _ = (path, mode);
        Ok(())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn f45_the_folder_is_the_makers_alone() {
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().join("a/b");
        make(&data).unwrap();
        let database = prepare(&data).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&data), mode(&database)), (0o700, 0o600));
    }
}
