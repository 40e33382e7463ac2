//! The way back, in two steps. [`stage`] makes of a backup a whole database beside the one in use. [`finish`] puts it in
//! its place while nobody holds either: two renames, of which the first may be the last thing that a killed program did.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use maker_domain::image::ImageName;
use sqlx::SqliteConnection;

use super::{BackupFacts, Part, Watch, inspect, ledger, make_private, open, put_in_place, sync_folder};
use crate::stored::millis;
use crate::{Shelf, Store, StoreError};

/// What a file is called that waits to take the database's place; between them stands when that was asked for.
const READY: (&str, &str) = ("restore-", ".ready");
const UNFINISHED: &str = "restore.unfinished";
/// Bytes that are copied before it is told how many are.
const AT_ONCE: u64 = 8 << 20;

/// A backup that takes the database's place at the next start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staged {
    /// What it is.
    pub facts: BackupFacts,
    /// Where the database of today will be.
    pub kept: PathBuf,
}

/// A backup has taken the database's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where the database that was there is now; `None` when there was none.
    pub kept: Option<PathBuf>,
}

/// Makes a backup ready to take the place of the database in `data_dir`. That one is not touched; what was ready before
/// is not any more. It can be stopped until it is ready.
///
/// # Errors
/// As [`inspect`]; and when the disk refuses. Then nothing has changed but for pictures on the shelf, which is tidied.
pub async fn stage(
    data_dir: &Path,
    backup: &Path,
    now: DateTime<Utc>,
    watch: &impl Watch,
) -> Result<Staged, StoreError> {
    let facts = inspect(backup, watch).await?;
    let unfinished = data_dir.join(UNFINISHED);
    remove_all(&unfinished)?;
    make_private(&unfinished)?;
    let done = make_ready(data_dir, backup, &unfinished, now, watch).await;
    let stamp = now.format("%Y-%m-%d-%H%M%S").to_string();
    let named = match done {
        // Whatever the part that was broken off made of it.
        _ if watch.stops() => Err(StoreError::Stopped),
        Ok(()) => {
            let ready = data_dir.join(format!("{}{stamp}{}", READY.0, READY.1));
            for old in find_ready(data_dir)? {
                fs::remove_file(old)?;
            }
            put_in_place(&unfinished, &ready).map_err(StoreError::from)
        }
        Err(error) => Err(error),
    };
    if let Err(error) = named {
        let _ = remove_all(&unfinished);
        return Err(error);
    }
    Ok(Staged { facts, kept: kept(data_dir, &stamp) })
}

async fn make_ready(
    data_dir: &Path,
    backup: &Path,
    unfinished: &Path,
    now: DateTime<Utc>,
    watch: &impl Watch,
) -> Result<(), StoreError> {
    let (from, to, watches) = (backup.to_owned(), unfinished.to_owned(), watch.clone());
    tokio::task::spawn_blocking(move || copy(&from, &to, &watches)).await.map_err(io::Error::other)??;
    take_pictures(unfinished, &Shelf::of(data_dir), watch).await?;
    goes_on(watch, Part::Finishing)?;
    // Brings it to this version and folds its log into the file. What was written and not yet noted as an edit is noted
    // first, as it was: the doubt below is nobody else's business.
    let store = Store::open(unfinished, now).await?;
    let gathered = store.gather_edits(now).await;
    store.close().await;
    gathered?;
    let mut connection = open(unfinished, watch).await?;
    doubt(&mut connection, now).await?;
    super::check(&mut connection).await?;
    sqlx::Connection::close(connection).await?;
    Ok(())
}

/// Tells what it is at, where it is not to stop.
fn goes_on(watch: &impl Watch, part: Part) -> Result<(), StoreError> {
    if watch.stops() {
        return Err(StoreError::Stopped);
    }
    watch.is_at(part);
    Ok(())
}

/// Not `fs::copy`, which would take over the rights too.
fn copy(from: &Path, to: &Path, watch: &impl Watch) -> Result<(), StoreError> {
    let (mut from, mut to) = (File::open(from)?, fs::OpenOptions::new().write(true).open(to)?);
    let (mut done, total) = (0, from.metadata()?.len());
    loop {
        goes_on(watch, Part::Copying { done, total })?;
        match io::copy(&mut from.by_ref().take(AT_ONCE), &mut to)? {
            0 => return Ok(()),
            more => done += more,
        }
    }
}

/// Puts the pictures on the shelf and leaves the database as it was before they were added to it.
async fn take_pictures(unfinished: &Path, shelf: &Shelf, watch: &impl Watch) -> Result<(), StoreError> {
    let mut connection = open(unfinished, watch).await?;
    let has_any: bool =
        sqlx::query_scalar("SELECT count(*) = 1 FROM sqlite_master WHERE type = 'table' AND name = 'backup_images'")
            .fetch_one(&mut connection)
            .await?;
    if has_any {
        let names: Vec<String> =
            sqlx::query_scalar("SELECT name FROM backup_images").fetch_all(&mut connection).await?;
        let total = names.len() as u64;
        for (done, name) in (0..).zip(names) {
            goes_on(watch, Part::Pictures { done, total })?;
            let bytes: Vec<u8> = sqlx::query_scalar("SELECT bytes FROM backup_images WHERE name = ?")
                .bind(&name)
                .fetch_one(&mut connection)
                .await?;
            // Under any other name than its own a picture is nobody's.
            let own = ImageName::of(&bytes);
            if own.to_string() == name {
                shelf.keep(own, bytes).await?;
            }
        }
    }
    for sql in ["DROP TABLE IF EXISTS backup_images", "DROP TABLE IF EXISTS backup", "VACUUM"] {
        sqlx::query(sql).execute(&mut connection).await?;
    }
    sqlx::Connection::close(connection).await?;
    Ok(())
}

/// Everything that had not ended in the backup may have been sent since. What has no session has nothing to ask with, so
/// it is for the maker to say; the rest is asked about and not sent. Steps that wait are looked at before they are done.
/// None of this is an edit: the workspace may know better.
async fn doubt(connection: &mut SqliteConnection, now: DateTime<Utc>) -> Result<(), StoreError> {
    let mut tx = sqlx::Connection::begin(connection).await?;
    let capturing: i64 = sqlx::query_scalar("SELECT capturing FROM sync_state").fetch_one(&mut *tx).await?;
    sqlx::query("UPDATE sync_state SET capturing = 0").execute(&mut *tx).await?;
    sqlx::query(
        "UPDATE deliveries SET restored_at = ?, lease_owner = NULL, lease_until = NULL WHERE state <> 'PUBLISHED'",
    )
    .bind(millis(now))
    .execute(&mut *tx)
    .await?;
    for sql in [
        "UPDATE deliveries SET state = 'NEEDS_ATTENTION', intent = NULL, not_before = NULL, \
           detail = '{\"state\":\"NEEDS_ATTENTION\",\"reason\":{\"code\":\"RESTORED\",\"platform_words\":null}}' \
         WHERE state IN ('WAITING', 'PREPARING', 'UPLOADING', 'UNCONFIRMED') AND remote_id IS NULL \
           AND id NOT IN (SELECT delivery_id FROM upload_sessions)",
        "UPDATE delivery_steps SET tried = 1, lease_owner = NULL, lease_until = NULL WHERE state <> 'DONE'",
        // The backend may have lost or cleared away pictures since.
        "UPDATE images SET sent_at = NULL",
    ] {
        sqlx::query(sql).execute(&mut *tx).await?;
    }
    sqlx::query("UPDATE sync_state SET capturing = ?").bind(capturing).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

/// Puts what is ready in the database's place. To be called while nobody holds the database; begun anew by the next call
/// wherever this one is broken off. `None` when nothing is ready.
///
/// # Errors
/// [`StoreError::Disk`] when the disk refuses; the next start goes on.
pub async fn finish(data_dir: &Path) -> Result<Option<Restored>, StoreError> {
    let _ = remove_all(&data_dir.join(UNFINISHED));
    let Some(ready) = find_ready(data_dir)?.pop() else { return Ok(None) };
    let name = ready.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stamp = name.trim_start_matches(READY.0).trim_end_matches(READY.1).to_owned();
    let (database, kept) = (data_dir.join("studio.db"), kept(data_dir, &stamp));
    if fs::metadata(&database).is_ok_and(|there| there.len() > 0) {
        // A database that cannot be read is one of the reasons for a restore: then what it knew is asked for.
        if let Err(error) = ledger::carry(&database, &ready).await {
            tracing::warn!(%error, "what was sent since the backup cannot be read here; it is asked for instead");
        }
        fs::rename(&database, &kept)?;
    }
    // What is left beside a database that could not be closed belongs to it, and to no other.
    move_if_there(&with(&database, "-wal"), &with(&kept, "-wal"))?;
    let _ = fs::remove_file(with(&database, "-shm"));
    fs::rename(&ready, &database)?;
    sync_folder(&database)?;
    tracing::info!(kept = %kept.display(), "a backup has taken the database's place");
    Ok(Some(Restored { kept: kept.exists().then_some(kept) }))
}

/// Whether a backup waits to take the database's place.
///
/// # Errors
/// When the folder cannot be read.
pub fn is_ready(data_dir: &Path) -> io::Result<bool> {
    Ok(!find_ready(data_dir)?.is_empty())
}

fn kept(data_dir: &Path, stamp: &str) -> PathBuf {
    data_dir.join(format!("studio-before-{stamp}.db"))
}

fn find_ready(data_dir: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(data_dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(READY.0) && name.ends_with(READY.1) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn move_if_there(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

fn remove_all(database: &Path) -> io::Result<()> {
    for path in [database.to_owned(), with(database, "-wal"), with(database, "-shm"), with(database, "-journal")] {
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}
