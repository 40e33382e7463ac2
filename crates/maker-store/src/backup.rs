//! Backups: the whole database in one file, with the pictures of posts, made while everything goes on; and the way back.
//!
//! A restore takes back what was written and never what was sent (decision 0023): [`restore`] makes the file ready beside
//! the database and puts it in its place at a start at which nobody holds that. What is in doubt afterwards is marked, and
//! [`settle`] lets the workspace say what it knows of it.

mod ledger;
mod restore;

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use maker_domain::image::ImageName;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};
use uuid::Uuid;

pub use restore::{Restored, Staged, finish, is_ready, stage};

use crate::stored::{millis, time, unreadable};
use crate::{Shelf, Store, StoreError};

/// What is known of a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupFacts {
    /// When it was made; `None` for a plain copy of a database.
    pub made_at: Option<DateTime<Utc>>,
    /// Pictures of posts in it.
    pub pictures: u64,
    /// Bytes of the file.
    pub bytes: u64,
}

/// What [`stage`] is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of the backup is read, to see whether it is sound.
    Checking,
    /// It is copied beside the database.
    Copying {
        /// Bytes that are there.
        done: u64,
        /// Of so many.
        total: u64,
    },
    /// The pictures in it are put on the shelf.
    Pictures {
        /// So many are there.
        done: u64,
        /// Of so many.
        total: u64,
    },
    /// The copy is brought to this version, and read once more.
    Finishing,
}

/// Steps of SQLite's machine after which it is asked whether it is to go on: some milliseconds.
const STEPS: i32 = 10_000;

/// Hears what a restore is at as it goes on, and may stop it. `()` does neither.
pub trait Watch: Clone + Send + Sync + 'static {
    /// It begins with this, or is so far with it.
    fn is_at(&self, part: Part);
    /// Whether it is to end with [`StoreError::Stopped`].
    fn stops(&self) -> bool;
}

impl Watch for () {
    fn is_at(&self, _: Part) {}

    fn stops(&self) -> bool {
        false
    }
}

impl Store {
    /// Writes everything that is here to `file`: aside, checked, brought to the disk and renamed, so that under that name
    /// there is never half a backup. A file of that name is replaced.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses or what was written is not sound; then nothing changed under the name.
    pub async fn back_up(&self, shelf: &Shelf, file: &Path, now: DateTime<Utc>) -> Result<BackupFacts, StoreError> {
        let aside = beside(file, "unfinished");
        let done = match self.write_backup(shelf, &aside, now).await {
            Ok(()) => put_in_place(&aside, file).map_err(StoreError::from),
            Err(error) => Err(error),
        };
        if let Err(error) = done {
            let _ = std::fs::remove_file(&aside);
            return Err(error);
        }
        inspect(file, &()).await
    }

    async fn write_backup(&self, shelf: &Shelf, aside: &Path, now: DateTime<Utc>) -> Result<(), StoreError> {
        make_private(aside)?;
        let name = aside.to_str().ok_or_else(|| unreadable("the backup", "a name that is no text"))?;
        // As of one moment, and without waiting for whoever writes.
        let mut source = SqliteConnection::connect_with(&self.pool.connect_options()).await?;
        sqlx::query("VACUUM INTO ?").bind(name).execute(&mut source).await?;
        source.close().await?;
        let mut copy = open(aside, &()).await?;
        add_pictures(&mut copy, shelf, now).await?;
        check(&mut copy).await?;
        copy.close().await?;
        Ok(())
    }
}

/// Looks at a file that is to be restored: all of it is read.
///
/// # Errors
/// [`StoreError::NotOurs`] for what is no database of ours or is damaged; [`StoreError::Newer`] for one that a newer
/// version wrote; [`StoreError::Stopped`]. The file is left as it is.
pub async fn inspect(file: &Path, watch: &impl Watch) -> Result<BackupFacts, StoreError> {
    watch.is_at(Part::Checking);
    let bytes = std::fs::metadata(file)?.len();
    if bytes == 0 {
        return Err(StoreError::NotOurs(file.to_owned()));
    }
    crate::open::refuse_foreign(file).await?;
    let refused = |_| StoreError::NotOurs(file.to_owned());
    let options = SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    let mut connection = SqliteConnection::connect_with(&options).await.map_err(refused)?;
    heed(&mut connection, watch).await?;
    check(&mut connection).await.map_err(|error| match error {
        _ if watch.stops() => StoreError::Stopped,
        StoreError::Disk(_) => error,
        _ => StoreError::NotOurs(file.to_owned()),
    })?;
    let is_backup: bool =
        sqlx::query_scalar("SELECT count(*) = 2 FROM sqlite_master WHERE name IN ('backup', 'backup_images')")
            .fetch_one(&mut connection)
            .await?;
    let (made_at, pictures): (Option<i64>, i64) = match is_backup {
        true => {
            sqlx::query_as("SELECT (SELECT max(made_at) FROM backup), (SELECT count(*) FROM backup_images)")
                .fetch_one(&mut connection)
                .await?
        }
        false => (None, 0),
    };
    connection.close().await?;
    let made_at = made_at.map(|at| time("backup", at)).transpose()?;
    Ok(BackupFacts { made_at, pictures: u64::try_from(pictures).unwrap_or_default(), bytes })
}

/// What the workspace knows of deliveries that came out of a backup: of those that were sent since, it has the platform's
/// name, and from there the platform itself is asked as always. Nothing of this is an edit of this device.
pub(crate) async fn settle(connection: &mut SqliteConnection, now: DateTime<Utc>) -> Result<(), StoreError> {
    let known: Vec<(String, String)> = sqlx::query_as(
        "SELECT d.id, r.fields ->> '$.remote_id' FROM deliveries d \
         JOIN sync_rows r ON r.tbl = 'deliveries' AND r.row_id = d.id AND r.deleted = 0 \
         WHERE d.restored_at IS NOT NULL AND d.remote_id IS NULL AND coalesce(r.fields ->> '$.remote_id', '') <> '' \
           AND r.fields ->> '$.detail.state' IN ('PROCESSING', 'PUBLISHED')",
    )
    .fetch_all(&mut *connection)
    .await?;
    for (delivery, remote_id) in known {
        tracing::info!(%delivery, "what came out of a backup has been sent since, says the workspace");
        sqlx::query(
            "UPDATE deliveries SET remote_id = ?2, state = 'PROCESSING', detail = '{\"state\":\"PROCESSING\",\"stage\":\"WORKING\"}', \
               restored_at = NULL, intent = NULL, not_before = NULL, failures = 0, confirmed_bytes = total_bytes, \
               dismissed_at = NULL, updated_at = ?3 WHERE id = ?1",
        )
        .bind(&delivery)
        .bind(remote_id)
        .bind(millis(now))
        .execute(&mut *connection)
        .await?;
        sqlx::query("DELETE FROM upload_sessions WHERE delivery_id = ?")
            .bind(&delivery)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

async fn add_pictures(copy: &mut SqliteConnection, shelf: &Shelf, now: DateTime<Utc>) -> Result<(), StoreError> {
    let mut tx = copy.begin().await?;
    for sql in [
        "DROP TABLE IF EXISTS backup",
        "DROP TABLE IF EXISTS backup_images",
        "CREATE TABLE backup (made_at INTEGER NOT NULL) STRICT",
        "CREATE TABLE backup_images (name TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT",
    ] {
        sqlx::query(sql).execute(&mut *tx).await?;
    }
    sqlx::query("INSERT INTO backup (made_at) VALUES (?)").bind(millis(now)).execute(&mut *tx).await?;
    let names: Vec<String> =
        sqlx::query_scalar("SELECT DISTINCT image FROM images_in_use ORDER BY image").fetch_all(&mut *tx).await?;
    for name in names {
        // What is on another device only is in nobody's backup here.
        let Some(bytes) = (match name.parse::<ImageName>() {
            Ok(name) => shelf.read(name).await?,
            Err(_) => None,
        }) else {
            continue;
        };
        sqlx::query("INSERT INTO backup_images (name, bytes) VALUES (?, ?)")
            .bind(name)
            .bind(bytes)
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Whether a database is sound, all of it.
async fn check(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let sound: String = sqlx::query_scalar("PRAGMA integrity_check(1)").fetch_one(&mut *connection).await?;
    let loose: Option<String> =
        sqlx::query_scalar("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1").fetch_optional(connection).await?;
    match loose {
        None if sound == "ok" => Ok(()),
        None => Err(unreadable("the database", sound)),
        Some(table) => Err(unreadable("the database", format!("a row of {table} belongs to nothing"))),
    }
}

/// Opens a file that only we know of, as one file: no log beside it.
async fn open(path: &Path, watch: &impl Watch) -> Result<SqliteConnection, StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(sqlx::sqlite::SqliteJournalMode::Delete)
        .synchronous(sqlx::sqlite::SqliteSynchronous::Full)
        .foreign_keys(true);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    heed(&mut connection, watch).await?;
    Ok(connection)
}

/// Has a connection break off what it is at when that is to stop.
async fn heed(connection: &mut SqliteConnection, watch: &impl Watch) -> Result<(), StoreError> {
    let watch = watch.clone();
    connection.lock_handle().await?.set_progress_handler(STEPS, move || !watch.stops());
    Ok(())
}

fn beside(file: &Path, what: &str) -> PathBuf {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    file.with_file_name(format!(".{name}.{what}-{}", Uuid::new_v4().simple()))
}

fn make_private(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// Brings `aside` to the disk and gives it its name, in one move.
fn put_in_place(aside: &Path, file: &Path) -> io::Result<()> {
    File::open(aside)?.sync_all()?;
    std::fs::rename(aside, file)?;
    sync_folder(file)
}

/// A name must outlive a power cut as its bytes do.
fn sync_folder(file: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}
