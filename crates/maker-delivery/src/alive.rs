//! Which processes are alive, told by locks that the system drops when a process ends, however it ends. So the work of
//! a killed process is taken over at once, not when its lease runs out.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use maker_domain::id::ProcessId;

/// This process's sign of life: holds its lock file until dropped.
#[derive(Debug)]
pub struct Alive {
    /// Who we are, as the owner of leases.
    pub id: ProcessId,
    folder: PathBuf,
    _lock: File,
}

impl Alive {
    /// Takes a lock of its own in `<data dir>/locks`.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn begin(data_dir: &Path, id: ProcessId) -> io::Result<Self> {
        let folder = data_dir.join("locks");
        std::fs::create_dir_all(&folder)?;
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(lock_path(&folder, id))?;
        lock.lock()?;
        Ok(Self { id, folder, _lock: lock })
    }

    /// Whether `other` has ended. Its lock file is removed then. When it cannot be told it counts as alive: its lease
    /// still runs out.
    #[must_use]
    pub fn is_dead(&self, other: ProcessId) -> bool {
        if other == self.id {
            return false;
        }
        let path = lock_path(&self.folder, other);
        match OpenOptions::new().write(true).open(&path) {
            Ok(file) => match file.try_lock() {
                Ok(()) => {
                    let _ = std::fs::remove_file(&path);
                    true
                }
                Err(TryLockError::WouldBlock | TryLockError::Error(_)) => false,
            },
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        }
    }
}

impl Drop for Alive {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(lock_path(&self.folder, self.id));
    }
}

fn lock_path(folder: &Path, id: ProcessId) -> PathBuf {
    folder.join(format!("process-{id}.lock"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_alive_while_it_holds_its_lock_and_dead_after() {
        let dir = tempfile::tempdir().unwrap();
        let (ours, theirs) = (ProcessId::make(), ProcessId::make());
        let me = Alive::begin(dir.path(), ours).unwrap();
        let other = Alive::begin(dir.path(), theirs).unwrap();
        assert!(!me.is_dead(theirs));
        assert!(!me.is_dead(ours));
        drop(other);
        assert!(me.is_dead(theirs));
    }
}
