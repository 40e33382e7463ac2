//! A torn database: its files are copied piece by piece while the program writes, the log's copy is cut at a byte drawn
//! by chance, and the copy takes the original's place. What a disk may keep when the power goes.
//!
//! No copy can know more than it holds. One that has forgotten the publication, or the session of an upload that the
//! platform has whole, is not gone on from: nobody could ask after what nothing names.

use std::fmt;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use maker_harness::{Chance, World};

const DATABASE: &str = "studio.db";
const LOG: &str = "studio.db-wal";
const INDEX: &str = "studio.db-shm";

/// A copy taken under load.
pub(super) struct Copy {
    folder: tempfile::TempDir,
}

/// A copy whose log was cut.
pub(super) struct Cut {
    folder: tempfile::TempDir,
    kept: u64,
    of: u64,
    /// Platforms of which it names neither a session nor a video.
    pub(super) forgot: Vec<String>,
}

/// Copies the database of a running program.
pub(super) fn copy(data: &Path, chance: &mut Chance) -> Copy {
    loop {
        let folder = tempfile::tempdir().unwrap();
        let salt = salt_of(data);
        for name in [DATABASE, LOG] {
            copy_slowly(&data.join(name), &folder.path().join(name), chance);
        }
        if chance.once_in(2) {
            copy_slowly(&data.join(INDEX), &folder.path().join(INDEX), chance);
        }
        // When SQLite began its log anew in the meantime, the copies of file and log belong to different times, and no
        // power cut leaves such a pair.
        if salt_of(data) == salt {
            return Copy { folder };
        }
    }
}

/// The log's salt, which changes when SQLite begins it anew (SQLite: WAL file format, bytes 16 to 23 of the header).
fn salt_of(data: &Path) -> Vec<u8> {
    let mut head = Vec::new();
    let log = std::fs::File::open(data.join(LOG));
    let _ = log.map(|file| file.take(24).read_to_end(&mut head));
    head.split_off(head.len().min(16))
}

fn copy_slowly(from: &Path, to: &Path, chance: &mut Chance) {
    let Ok(mut source) = std::fs::File::open(from) else { return };
    let mut copy = std::fs::File::create(to).unwrap();
    let mut piece = vec![0; 8192];
    let naps = chance.below(12);
    for nth in 0.. {
        let read = source.read(&mut piece).unwrap();
        if read == 0 {
            return;
        }
        copy.write_all(&piece[..read]).unwrap();
        if nth < naps {
            // The writer gets its turn in the middle of the copy: that is what tears it.
            std::thread::sleep(chance.moment(Duration::from_micros(800)));
        }
    }
}

impl Copy {
    /// Cuts the log at a random byte, later ones when an earlier one has forgotten what has to be known. `complete` says
    /// of YouTube and TikTok whether they have every byte. `None` when even the whole copy knows too little.
    ///
    /// # Errors
    /// When SQLite cannot open the copy, or finds it damaged.
    pub(super) fn cut(self, title: &str, complete: [bool; 2], chance: &mut Chance) -> Result<Option<Cut>, String> {
        let of = std::fs::metadata(self.folder.path().join(LOG)).map_or(0, |m| m.len());
        // Most power cuts take little: half of the cuts are near the end.
        let mut kept = if chance.once_in(2) { of.saturating_sub(chance.below(40_000)) } else { chance.below(of + 1) };
        loop {
            let cut = self.cut_at(kept, of);
            match cut.forgotten(title)? {
                Some(forgot) if !forgot_too_much(&forgot, complete) => return Ok(Some(Cut { forgot, ..cut })),
                _ if kept >= of => return Ok(None),
                _ => kept += (of - kept).div_ceil(2),
            }
        }
    }

    fn cut_at(&self, kept: u64, of: u64) -> Cut {
        let folder = tempfile::tempdir().unwrap();
        for name in [DATABASE, LOG, INDEX] {
            let _ = std::fs::copy(self.folder.path().join(name), folder.path().join(name));
        }
        if let Ok(log) = std::fs::File::options().write(true).open(folder.path().join(LOG)) {
            log.set_len(kept).unwrap();
        }
        Cut { folder, kept, of, forgot: Vec::new() }
    }
}

fn forgot_too_much(forgot: &[String], complete: [bool; 2]) -> bool {
    ["YOUTUBE", "TIKTOK"].iter().zip(complete).any(|(name, whole)| whole && forgot.iter().any(|f| f == name))
}

impl Cut {
    /// Which platforms the copy knows no upload of; `None` when it has forgotten the publication itself. Asked of a copy
    /// of the copy, because asking mends it.
    fn forgotten(&self, title: &str) -> Result<Option<Vec<String>>, String> {
        let asked = tempfile::tempdir().unwrap();
        self.put_in_place(asked.path());
        let sound = World::sql(asked.path(), "PRAGMA integrity_check")?;
        if sound != "ok" {
            return Err(format!("a torn copy is damaged: {sound}"));
        }
        let mine =
            format!("FROM deliveries d JOIN publications p ON p.id = d.publication_id WHERE p.title = '{title}'");
        let known = World::sql(asked.path(), &format!("SELECT count(*) {mine}"))?;
        if known != "2" {
            return Ok(None);
        }
        let unknown = "d.remote_id IS NULL AND NOT EXISTS (SELECT 1 FROM upload_sessions s WHERE s.delivery_id = d.id)";
        let forgot = World::sql(asked.path(), &format!("SELECT d.platform {mine} AND {unknown}"))?;
        Ok(Some(forgot.lines().map(str::to_owned).collect()))
    }

    /// Makes the copy the database of `data`.
    pub(super) fn put_in_place(&self, data: &Path) {
        for name in [DATABASE, LOG, INDEX] {
            let _ = std::fs::remove_file(data.join(name));
            let from: PathBuf = self.folder.path().join(name);
            if from.exists() {
                std::fs::copy(from, data.join(name)).unwrap();
            }
        }
    }
}

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} bytes of the log, without a session of {:?}", self.kept, self.of, self.forgot)
    }
}
