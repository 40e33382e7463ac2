//! A whole export, into an install where nothing was made yet. Everything is held against the manifest and looked at row by
//! row; pictures come first, then all rows in one transaction, so that a folder that is not good changes nothing.
//!
//! The folder is somebody's word: only files of the names that an export has are opened, never through a link, and never
//! more of them than the manifest says.

use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use maker_domain::image::{ImageName, ImageType, MOST_BYTES};
use maker_store::portable::{Content, Refused, Row, TABLES, Table};
use maker_words::say;
use serde::Deserialize;

use crate::data::Progress;
use crate::export::{FORMAT, Listed, MANIFEST, Manifest, VERSION, data_file, picture_file};
use crate::studio::Studio;
use crate::views::ImportView;
use crate::{Answer, AppError, ErrorCode};

/// The largest manifest: it names each picture once.
const MANIFEST_BYTES: u64 = 64 << 20;

/// The longest line: a row with its small picture and whatever was written.
const LINE_BYTES: u64 = 8 << 20;

/// The most rows of all tables together.
const MOST_ROWS: u64 = 5_000_000;

/// Rows that are written at once.
const AT_ONCE: usize = 200;

impl Studio {
    /// Takes an export in, all of it or nothing.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] with the file and the place in it; [`ErrorCode::NotNow`] when there is something here
    /// already, or when it was cancelled. Nothing was written then.
    pub async fn import_folder(&self, folder: &Path, progress: &Progress) -> Answer<ImportView> {
        if !self.inner.store.is_empty_desk().await? {
            return Err(refusal(Refused::NotEmpty, ""));
        }
        let done = self.at_work(progress, Box::pin(self.take_folder(folder, progress))).await?;
        for table in ["makers", "services", "social_links", "posts", "drafts", "deliveries", "videos", "settings"] {
            self.inner.changed(table);
        }
        Ok(done)
    }

    async fn take_folder(&self, folder: &Path, progress: &Progress) -> Answer<ImportView> {
        let source = Source::open(folder)?;
        progress.of(source.manifest.rows);
        // Nobody waits for the database while all of it is looked at for the first time.
        let looked = source.clone();
        let watch = progress.clone();
        let found = tokio::task::spawn_blocking(move || looked.look(&watch)).await.map_err(lost)??;
        let (pictures, new) = self.keep_pictures(&source, &found.pictures).await?;
        match self.take_rows(&source, &pictures).await {
            Ok(()) => Ok(ImportView {
                rows: u32::try_from(source.manifest.rows).unwrap_or(u32::MAX),
                pictures: u32::try_from(pictures.len()).unwrap_or(u32::MAX),
                open_deliveries: found.open_deliveries,
                content: source.manifest.content.clone(),
            }),
            Err(error) => {
                self.take_away(&new).await;
                Err(error)
            }
        }
    }

    /// Puts the pictures on the shelf. Also says which were not there before.
    async fn keep_pictures(
        &self,
        source: &Source,
        wanted: &BTreeMap<ImageName, String>,
    ) -> Answer<(Vec<(ImageName, u64)>, Vec<ImageName>)> {
        let (mut all, mut new) = (Vec::new(), Vec::new());
        for (name, kind) in wanted {
            let file = picture_file(*name, kind);
            // One that was on another device only is in no export.
            let Some(listed) = source.files.get(&file).cloned() else { continue };
            let (from, path) = (source.clone(), file.clone());
            let kept = async {
                let bytes = tokio::task::spawn_blocking(move || from.bytes(&path, &listed)).await.map_err(lost)??;
                if ImageName::of(&bytes) != *name {
                    return Err(bad(&file, &say!("data-not-its-name")));
                }
                let picture = maker_media::look_at_picture(bytes.clone()).await;
                let picture = picture.map_err(|error| bad(&file, &error.to_string()))?;
                if kind.parse::<ImageType>().ok() != Some(picture.kind) {
                    return Err(bad(&file, &say!("data-other-kind")));
                }
                let size = bytes.len() as u64;
                let is_new = self.inner.shelf.read(*name).await?.is_none();
                self.inner.shelf.keep(*name, bytes).await?;
                Ok((size, is_new))
            };
            match kept.await {
                Ok((size, is_new)) => {
                    all.push((*name, size));
                    if is_new {
                        new.push(*name);
                    }
                }
                Err(error) => {
                    self.take_away(&new).await;
                    return Err(error);
                }
            }
        }
        Ok((all, new))
    }

    async fn take_away(&self, pictures: &[ImageName]) {
        for name in pictures {
            if let Err(error) = self.inner.shelf.remove(*name).await {
                tracing::warn!(%error, "a picture of an import that came to nothing is left until the next tidying");
            }
        }
    }

    /// What was looked at is what is written: each file is held against its hash once more.
    async fn take_rows(&self, source: &Source, pictures: &[(ImageName, u64)]) -> Answer<()> {
        let now = self.inner.now();
        let mut import = self.inner.store.begin_import().await.map_err(|error| refusal(error, ""))?;
        for table in TABLES {
            let file = data_file(table.name);
            let mut rows = Rows::open(source, table)?;
            loop {
                let part = rows.next_some(AT_ONCE)?;
                if part.is_empty() {
                    break;
                }
                let part = part.into_iter().map(|(_, row)| row).collect();
                import.put(table, part, now).await.map_err(|error| refusal(error, &file))?;
            }
            rows.end()?;
        }
        import.finish(pictures).await.map_err(|error| refusal(error, ""))
    }
}

/// What the whole folder was found to hold.
struct Found {
    pictures: BTreeMap<ImageName, String>,
    open_deliveries: u32,
}

/// A folder with a manifest that is one.
#[derive(Clone)]
struct Source {
    folder: PathBuf,
    manifest: Manifest,
    files: BTreeMap<String, Listed>,
}

impl Source {
    fn open(folder: &Path) -> Answer<Self> {
        let not_one = || {
            let message = say!("data-import-no-export", folder = folder.display().to_string(), manifest = MANIFEST);
            AppError::new(ErrorCode::BadInput, message)
        };
        let folder = std::fs::canonicalize(folder).map_err(|_| not_one())?;
        let (file, size) = plain_file(&folder, MANIFEST)?.ok_or_else(not_one)?;
        if size > MANIFEST_BYTES {
            return Err(bad(MANIFEST, &say!("data-manifest-large")));
        }
        let mut text = String::new();
        let read = file.take(MANIFEST_BYTES).read_to_string(&mut text);
        read.map_err(|_| bad(MANIFEST, &say!("data-no-utf8")))?;
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u32,
        }
        let head: Head = serde_json::from_str(&text).map_err(|_| bad(MANIFEST, &say!("data-no-list")))?;
        if head.format != FORMAT {
            return Err(bad(MANIFEST, &say!("data-no-list")));
        }
        if head.version != VERSION {
            let message = say!("data-other-version", theirs = head.version, ours = VERSION);
            return Err(bad(MANIFEST, &message));
        }
        let manifest: Manifest = serde_json::from_str(&text)
            .map_err(|error| bad(MANIFEST, &say!("data-cannot-be-read", error = error.to_string())))?;
        if manifest.rows > MOST_ROWS {
            return Err(bad(MANIFEST, &say!("data-too-many-rows")));
        }
        let mut files = BTreeMap::new();
        for listed in &manifest.files {
            if !is_plain(&listed.path) {
                return Err(bad(MANIFEST, &say!("data-outside", path = format!("{:?}", short(&listed.path)))));
            }
            if files.insert(listed.path.clone(), listed.clone()).is_some() {
                return Err(bad(MANIFEST, &say!("data-named-twice", path = format!("{:?}", short(&listed.path)))));
            }
        }
        Ok(Self { folder, manifest, files })
    }

    /// Reads every row for the first time: whether each is good, and whether all of them are what the manifest says.
    fn look(&self, progress: &Progress) -> Answer<Found> {
        let mut found = Found { pictures: BTreeMap::new(), open_deliveries: 0 };
        let (mut content, mut all) = (Content::default(), 0_u64);
        for table in TABLES {
            let file = data_file(table.name);
            let (mut rows, mut keys) = (Rows::open(self, table)?, HashSet::new());
            loop {
                let part = rows.next_some(AT_ONCE)?;
                if part.is_empty() {
                    break;
                }
                progress.step(part.len())?;
                all += part.len() as u64;
                if all > MOST_ROWS.min(self.manifest.rows) {
                    return Err(bad(&file, &say!("data-more-rows")));
                }
                for (line, row) in part {
                    table.check(&row).map_err(|wrong| {
                        let column = short(&wrong.column);
                        let what = say!("data-bad-cell", line = line, column = column, expected = wrong.expected);
                        bad(&file, &what)
                    })?;
                    if !keys.insert(table.key_of(&row)) {
                        return Err(bad(&file, &say!("data-row-twice", line = line)));
                    }
                    let text = |name: &str| row.get(name).and_then(serde_json::Value::as_str);
                    if let Some((name, kind)) = table.picture_of(&row)
                        && let Some(kind) = kind.or_else(|| self.kind_of(name))
                    {
                        found.pictures.insert(name, kind.to_owned());
                    }
                    if table.name == "deliveries"
                        && !matches!(text("state"), Some("PUBLISHED" | "FAILED" | "CANCELLED"))
                    {
                        found.open_deliveries += 1;
                    }
                    content.add(table, &row);
                }
            }
            rows.end()?;
        }
        if all != self.manifest.rows || content.hash() != self.manifest.content {
            return Err(changed());
        }
        Ok(found)
    }

    /// What the file of a picture is called, where its row does not say what it is.
    fn kind_of(&self, name: ImageName) -> Option<&'static str> {
        let kinds = [ImageType::Jpeg, ImageType::Png, ImageType::Webp].map(ImageType::mime);
        kinds.into_iter().find(|kind| self.files.contains_key(&picture_file(name, kind)))
    }

    fn bytes(&self, path: &str, listed: &Listed) -> Answer<Vec<u8>> {
        let (file, size) = plain_file(&self.folder, path)?.ok_or_else(|| missing(path))?;
        if size != listed.bytes || size > MOST_BYTES {
            return Err(bad(path, &say!("data-other-length")));
        }
        let mut bytes = Vec::new();
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, error))?;
        Ok(bytes)
    }
}

/// The rows of a table, one after the other; at its end the file is held against the manifest.
struct Rows {
    file: String,
    lines: BufReader<Hashing>,
    line: u64,
    listed: Listed,
}

struct Hashing {
    file: File,
    hasher: blake3::Hasher,
    left: u64,
}

impl Read for Hashing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // One byte more than there may be, so that a file that has grown shows.
        let most = usize::try_from(self.left.saturating_add(1)).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.file.read(&mut buffer[..most])?;
        if read as u64 > self.left {
            return Err(io::Error::other("it is longer than the manifest says"));
        }
        self.left -= read as u64;
        self.hasher.update(&buffer[..read]);
        Ok(read)
    }
}

impl Rows {
    fn open(source: &Source, table: &Table) -> Answer<Self> {
        let file = data_file(table.name);
        let listed =
            source.files.get(&file).cloned().ok_or_else(|| bad(MANIFEST, &say!("data-not-named", path = &file)))?;
        let (opened, size) = plain_file(&source.folder, &file)?.ok_or_else(|| missing(&file))?;
        if size != listed.bytes {
            return Err(bad(&file, &say!("data-other-length")));
        }
        let hashing = Hashing { file: opened, hasher: blake3::Hasher::new(), left: listed.bytes };
        let mut rows = Self { file, lines: BufReader::new(hashing), line: 0, listed };
        let head: serde_json::Value = match rows.next_line()? {
            Some(line) => serde_json::from_str(&line).unwrap_or_default(),
            None => serde_json::Value::Null,
        };
        let says = (head["format"].as_str(), head["version"].as_u64(), head["table"].as_str());
        if says != (Some(FORMAT), Some(u64::from(VERSION)), Some(table.name)) {
            return Err(bad(&rows.file, &say!("data-not-this-table")));
        }
        Ok(rows)
    }

    fn next_line(&mut self) -> Answer<Option<String>> {
        let mut line = Vec::new();
        let read = (&mut self.lines).take(LINE_BYTES + 1).read_until(b'\n', &mut line);
        let read = read.map_err(|error| unreadable(&self.file, error))?;
        if read == 0 {
            return Ok(None);
        }
        self.line += 1;
        if read as u64 > LINE_BYTES {
            return Err(bad(&self.file, &say!("data-line-long", line = self.line)));
        }
        if line.last() == Some(&b'\n') {
            line.pop();
        }
        let text = String::from_utf8(line);
        text.map(Some).map_err(|_| bad(&self.file, &say!("data-line-no-utf8", line = self.line)))
    }

    /// The next rows with their lines; none at the end.
    fn next_some(&mut self, most: usize) -> Answer<Vec<(u64, Row)>> {
        let mut rows = Vec::new();
        while rows.len() < most {
            let Some(line) = self.next_line()? else { break };
            let row: Row = serde_json::from_str(&line)
                .map_err(|_| bad(&self.file, &say!("data-line-no-row", line = self.line)))?;
            rows.push((self.line, row));
        }
        Ok(rows)
    }

    fn end(self) -> Answer<()> {
        let hashing = self.lines.into_inner();
        if hashing.left != 0 || hashing.hasher.finalize().to_hex().as_str() != self.listed.blake3 {
            return Err(bad(&self.file, &say!("data-changed-file")));
        }
        Ok(())
    }
}

/// Opens a file of the folder that is a plain one, with its size. `None` when there is none. Nothing on the way to it may
/// be a link.
fn plain_file(folder: &Path, path: &str) -> Answer<Option<(File, u64)>> {
    let mut at = folder.to_owned();
    for part in path.split('/') {
        at.push(part);
        match std::fs::symlink_metadata(&at) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(path, error)),
            Ok(there) if there.is_symlink() => return Err(bad(path, &say!("data-is-link"))),
            Ok(_) => {}
        }
    }
    let there = std::fs::metadata(&at).map_err(|error| unreadable(path, error))?;
    if !there.is_file() {
        return Err(bad(path, &say!("data-no-file")));
    }
    let file = File::open(&at).map_err(|error| unreadable(path, error))?;
    Ok(Some((file, there.len())))
}

/// Parts of letters, digits and the like, none of which leads upwards.
fn is_plain(path: &str) -> bool {
    let good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    path.len() <= 200
        && path.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && part.chars().all(good))
}

fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

fn bad(file: &str, what: &str) -> AppError {
    AppError::new(ErrorCode::BadInput, say!("data-import-refused", file = file, what = what))
}

fn missing(file: &str) -> AppError {
    bad(file, &say!("data-not-there"))
}

fn changed() -> AppError {
    bad("data", &say!("data-other-rows"))
}

fn unreadable(file: &str, error: io::Error) -> AppError {
    let refusal = bad(file, &say!("data-cannot-be-read", error = error.to_string()));
    AppError { cause: Some(Box::new(error)), ..refusal }
}

fn lost(error: tokio::task::JoinError) -> AppError {
    AppError::internal(say!("data-import-lost"), error)
}

fn refusal(error: Refused, file: &str) -> AppError {
    match error {
        Refused::Store(error) => error.into(),
        Refused::NotEmpty => AppError::new(ErrorCode::NotNow, error.to_string()),
        Refused::Row { table, what } => {
            let file = if file.is_empty() { data_file(table) } else { file.to_owned() };
            bad(&file, &what)
        }
    }
}
