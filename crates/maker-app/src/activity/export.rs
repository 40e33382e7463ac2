//! The activity as a file: CSV for a spreadsheet, JSON for a program. Both hold the hash of every entry, so that a file
//! from before shows whether the log was written anew since.

use std::path::Path;

use maker_domain::activity::ActivityFilter;
use maker_store::audit::ActivityEntry;
use maker_words::say;
use serde::{Deserialize, Serialize};
use specta::Type;
use tokio::io::{AsyncWriteExt, BufWriter};

use super::in_words;
use crate::studio::Studio;
use crate::{Answer, AppError};

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
        let refused = |error: std::io::Error| AppError::internal(say!("app-activity-place"), error);
        let beside = path.with_extension(format!("{}.part", format.ending()));
        let written = self.write_activity(filter, format, &beside).await;
        match written {
            Ok(count) => {
                tokio::fs::rename(&beside, path).await.map_err(refused)?;
                Ok(count)
            }
            Err(error) => {
                let _ = tokio::fs::remove_file(&beside).await;
                Err(error)
            }
        }
    }

    async fn write_activity(&self, filter: &ActivityFilter, format: ExportFormat, path: &Path) -> Answer<u32> {
        let refused = |error: std::io::Error| AppError::internal(say!("app-activity-place"), error);
        let wanted = self.wanted_activity(filter).await;
        let mut file = BufWriter::new(tokio::fs::File::create(path).await.map_err(refused)?);
        let mut count: u32 = 0;
        let begin = match format {
            // The mark by which a spreadsheet knows UTF-8.
            ExportFormat::Csv => format!("\u{feff}{}\r\n", NAMES.join(",")),
            ExportFormat::Json => "[".to_owned(),
        };
        file.write_all(begin.as_bytes()).await.map_err(refused)?;
        let mut before = None;
        loop {
            let page = self.inner.store.activity(&wanted, before, PART).await?;
            for entry in &page.entries {
                let text = match format {
                    ExportFormat::Csv => line(entry),
                    ExportFormat::Json => object(entry, count == 0),
                };
                file.write_all(text.as_bytes()).await.map_err(refused)?;
                count = count.saturating_add(1);
            }
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        if format == ExportFormat::Json {
            file.write_all(b"\n]\n").await.map_err(refused)?;
        }
        file.flush().await.map_err(refused)?;
        file.into_inner().sync_all().await.map_err(refused)?;
        Ok(count)
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
        in_words(entry),
        text(&entry.subject),
        entry.about.as_ref().map(|about| about.title.clone()).unwrap_or_default(),
        text(&entry.hash),
    ]
}

fn line(entry: &ActivityEntry) -> String {
    let cells = cells(entry).map(|text| cell(&text));
    cells.join(",") + "\r\n"
}

fn object(entry: &ActivityEntry, first: bool) -> String {
    let cells = cells(entry);
    let mut object = serde_json::Map::new();
    for (name, text) in NAMES.iter().zip(cells) {
        let value = if *name == "number" { entry.n.into() } else { serde_json::Value::String(text) };
        object.insert((*name).to_owned(), value);
    }
    format!("{}\n  {}", if first { "" } else { "," }, serde_json::Value::Object(object))
}

/// A cell that no spreadsheet takes for a formula: what would begin one gets an apostrophe before it.
fn cell(text: &str) -> String {
    let acts = text
        .trim_start_matches([' ', '\u{a0}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let text = if acts { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', ';', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v01_no_cell_of_an_export_is_a_formula() {
        for (text, expected) in [
            ("Oak chair", "Oak chair"),
            ("=1+1", "'=1+1"),
            ("+33 1", "'+33 1"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            (" =1", "' =1"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            ("=cmd|' /C calc'!A0,x", "\"'=cmd|' /C calc'!A0,x\""),
            ("a \"b\"\nc", "\"a \"\"b\"\"\nc\""),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected, "{text:?}");
        }
    }
}
