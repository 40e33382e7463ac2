//! Everything a maker has, as a folder of open files: written aside, and given its name when it is whole.

mod manifest;
mod sheets;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use maker_domain::image::ImageType;
use maker_store::portable::{Content, TABLES};
use maker_words::say;
use serde_json::json;
use uuid::Uuid;

pub(crate) use manifest::{FORMAT, Listed, MANIFEST, Manifest, VERSION, data_file, picture_file};
use sheets::Sheet;

use crate::data::Progress;
use crate::studio::Studio;
use crate::views::ExportView;
use crate::{Answer, AppError, ErrorCode};

const README: &str = include_str!("export/README.txt");

impl Studio {
    /// Writes everything that is here to `folder`, which must not be there yet.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a folder that is there, or whose parent is not; [`ErrorCode::NotNow`] when it was
    /// cancelled; otherwise when the disk refuses. Nothing is left behind then.
    pub async fn export(&self, folder: &Path, progress: &Progress) -> Answer<ExportView> {
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        if fs::symlink_metadata(&folder).is_ok() {
            let message = say!("data-export-there", folder = folder.display().to_string());
            return Err(AppError::new(ErrorCode::BadInput, message));
        }
        let parent = folder.parent().filter(|parent| parent.is_dir()).ok_or_else(|| {
            let message = say!("data-export-no-parent", folder = folder.display().to_string());
            AppError::new(ErrorCode::BadInput, message)
        })?;
        let aside = parent.join(format!(".maker-studio-export-{}", Uuid::new_v4().simple()));
        let written = self.at_work(progress, Box::pin(self.write_export(&aside, progress))).await.and_then(|view| {
            // It may have come into being meanwhile; an empty one would be taken over without a word.
            if fs::symlink_metadata(&folder).is_ok() {
                let message = say!("data-export-meanwhile", folder = folder.display().to_string());
                return Err(AppError::new(ErrorCode::BadInput, message));
            }
            fs::rename(&aside, &folder).map_err(refused)?;
            Ok(view)
        });
        match written {
            Ok(view) => Ok(ExportView { folder: folder.display().to_string(), ..view }),
            Err(error) => {
                let _ = fs::remove_dir_all(&aside);
                Err(error)
            }
        }
    }

    async fn write_export(&self, folder: &Path, progress: &Progress) -> Answer<ExportView> {
        for part in ["", "data", "pictures", "spreadsheets"] {
            fs::create_dir(folder.join(part)).map_err(refused)?;
        }
        let mut moment = self.inner.store.snapshot().await?;
        progress.of(moment.count().await?);
        let mut out = Out { folder: folder.to_owned(), files: Vec::new() };
        let (mut content, mut pictures, mut rows) = (Content::default(), Vec::new(), 0);
        for table in TABLES {
            let mut lines = out.begin(&data_file(table.name))?;
            let first = json!({"format": FORMAT, "version": VERSION, "table": table.name});
            writeln!(lines, "{first}").map_err(refused)?;
            let mut sheet = match Sheet::of(table.name) {
                Some(sheet) => Some(sheet.begin(out.begin(&sheet.file())?)?),
                None => None,
            };
            let mut from = 0;
            loop {
                let part = moment.rows(table, from).await?;
                if part.is_empty() {
                    break;
                }
                from += part.len() as u64;
                for row in &part {
                    writeln!(lines, "{}", serde_json::Value::Object(row.clone())).map_err(refused)?;
                    content.add(table, row);
                    if let Some(sheet) = &mut sheet {
                        sheet.write(row)?;
                    }
                    pictures.extend(table.picture_of(row).map(|(name, kind)| (name, kind.map(str::to_owned))));
                }
                progress.step(part.len())?;
                // A long one leaves room for others.
                tokio::task::yield_now().await;
            }
            rows += from;
            out.end(&data_file(table.name), lines)?;
            if let Some(sheet) = sheet {
                let (file, lines) = sheet.end()?;
                out.end(&file, lines)?;
            }
        }
        pictures.sort_unstable();
        pictures.dedup_by_key(|(name, _)| *name);
        let mut missing = 0;
        for (name, kind) in &pictures {
            match self.inner.shelf.read(*name).await? {
                Some(bytes) => {
                    let kind =
                        kind.as_deref().or_else(|| ImageType::of(&bytes).map(ImageType::mime)).unwrap_or_default();
                    out.whole(&picture_file(*name, kind), &bytes)?;
                }
                None => missing += 1,
            }
            progress.step(0)?;
        }
        out.whole("README.txt", README.as_bytes())?;
        let content = content.hash();
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made_at: self.inner.now(),
            content: content.clone(),
            rows,
            files: std::mem::take(&mut out.files),
        };
        let text = serde_json::to_vec_pretty(&manifest)
            .map_err(|error| AppError::internal(say!("data-export-disk"), error))?;
        out.whole(MANIFEST, &text)?;
        #[cfg(unix)]
        for part in ["data", "pictures", "spreadsheets", ""] {
            File::open(folder.join(part)).and_then(|folder| folder.sync_all()).map_err(refused)?;
        }
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(ExportView {
            folder: String::new(),
            rows: u32::try_from(rows).unwrap_or(u32::MAX),
            pictures: count(pictures.len()) - missing,
            missing_pictures: missing,
            content,
        })
    }
}

/// The files of an export with their hashes, as they are written.
struct Out {
    folder: PathBuf,
    files: Vec<Listed>,
}

impl Out {
    fn begin(&self, file: &str) -> Answer<Hashed> {
        let inner = BufWriter::new(File::create_new(self.folder.join(file)).map_err(refused)?);
        Ok(Hashed { inner, hasher: blake3::Hasher::new(), bytes: 0 })
    }

    fn end(&mut self, file: &str, written: Hashed) -> Answer<()> {
        let Hashed { inner, hasher, bytes } = written;
        let done = inner.into_inner().map_err(io::IntoInnerError::into_error).and_then(|file| file.sync_all());
        done.map_err(refused)?;
        self.files.push(Listed { path: file.to_owned(), bytes, blake3: hasher.finalize().to_hex().to_string() });
        Ok(())
    }

    fn whole(&mut self, file: &str, bytes: &[u8]) -> Answer<()> {
        let mut out = self.begin(file)?;
        out.write_all(bytes).map_err(refused)?;
        self.end(file, out)
    }
}

pub(crate) struct Hashed {
    inner: BufWriter<File>,
    hasher: blake3::Hasher,
    bytes: u64,
}

impl Write for Hashed {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(buffer)?;
        self.hasher.update(&buffer[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

pub(crate) fn refused(error: io::Error) -> AppError {
    AppError::internal(say!("data-export-disk"), error)
}
