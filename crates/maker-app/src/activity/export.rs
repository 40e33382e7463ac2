//! The activity as a file: CSV for a spreadsheet, JSON for a program. Both hold the hash of every entry, so that a file
//! from before shows whether the log was written anew since.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use maker_domain::activity::ActivityFilter;
use maker_store::audit::ActivityEntry;
use maker_words::say;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

use super::told;
use crate::studio::Studio;
use crate::{Answer, AppError, spreadsheet};

/// As many entries are read at once.
const PART: u32 = 500;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "UPPERCASE")]
pub enum ExportFormat {
    /// A line for each entry, under a line of names.
    Csv,
    /// A list of objects.
    Json,
}

impl ExportFormat {
    /// The ending of a file's name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

const NAMES: [&str; 11] =
    ["number", "at", "platform", "account", "use", "right", "outcome", "told", "about", "title", "hash"];

impl Studio {
    /// Writes everything that is meant where the maker has chosen, whole or not at all, and tells how many entries those
    /// are. It is read part by part, so that a long log needs no more memory than a short one.
    ///
    /// # Errors
    /// [`AppError`] when the place cannot be written.
    pub async fn export_activity(&self, filter: &ActivityFilter, format: ExportFormat, path: &Path) -> Answer<u32> {
        let beside = path.with_extension(format!("{}.part", format.ending()));
        let written = self.write_activity(filter, format, &beside).await.and_then(|count| {
            fs::rename(&beside, path).map_err(refused)?;
            Ok(count)
        });
        if written.is_err() {
            let _ = fs::remove_file(&beside);
        }
        written
    }

    async fn write_activity(&self, filter: &ActivityFilter, format: ExportFormat, path: &Path) -> Answer<u32> {
        let wanted = self.wanted_activity(filter).await;
        let mut out = Out::begin(format, BufWriter::new(File::create(path).map_err(refused)?)).map_err(refused)?;
        let mut count: u32 = 0;
        let mut before = None;
        loop {
            let page = self.inner.store.activity(&wanted, before, PART).await?;
            for entry in &page.entries {
                out.write(entry, count == 0).map_err(refused)?;
                count = count.saturating_add(1);
            }
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        out.end().and_then(|file| file.sync_all()).map_err(refused)?;
        Ok(count)
    }
}

fn refused(error: io::Error) -> AppError {
    AppError::internal(say!("app-activity-place"), error)
}

/// A file that is being written.
enum Out {
    Csv(Box<csv::Writer<BufWriter<File>>>),
    Json(BufWriter<File>),
}

impl Out {
    fn begin(format: ExportFormat, mut file: BufWriter<File>) -> io::Result<Self> {
        match format {
            ExportFormat::Csv => spreadsheet::begin(file, NAMES).map(|csv| Self::Csv(Box::new(csv))),
            ExportFormat::Json => {
                file.write_all(b"[")?;
                Ok(Self::Json(file))
            }
        }
    }

    fn write(&mut self, entry: &ActivityEntry, first: bool) -> io::Result<()> {
        match self {
            Self::Csv(csv) => spreadsheet::line(csv, cells(entry)),
            Self::Json(file) => write!(file, "{}\n  {}", if first { "" } else { "," }, object(entry)),
        }
    }

    fn end(self) -> io::Result<File> {
        let file = match self {
            Self::Csv(csv) => csv.into_inner().map_err(csv::IntoInnerError::into_error)?,
            Self::Json(mut file) => {
                file.write_all(b"\n]\n")?;
                file
            }
        };
        file.into_inner().map_err(io::IntoInnerError::into_error)
    }
}

fn cells(entry: &ActivityEntry) -> [String; NAMES.len()] {
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    [
        entry.n.to_string(),
        entry.at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
        entry.platform.to_string(),
        text(&entry.account),
        entry.action.as_str().to_owned(),
        text(&entry.scope),
        entry.outcome.clone(),
        told(&entry.outcome, entry.platform),
        text(&entry.subject),
        entry.about.as_ref().map(|about| about.title.clone()).unwrap_or_default(),
        text(&entry.hash),
    ]
}

fn object(entry: &ActivityEntry) -> Value {
    let texts = NAMES.iter().zip(cells(entry)).map(|(name, text)| ((*name).to_owned(), Value::String(text)));
    let mut object: Map<String, Value> = texts.collect();
    object.insert("number".to_owned(), entry.n.into());
    Value::Object(object)
}
