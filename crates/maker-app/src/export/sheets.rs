//! The tables that people open in a spreadsheet. They are for reading: an import takes `data/`. Those of services and drafts
//! have the columns that an import of rows takes.

use chrono::{DateTime, SecondsFormat};
use maker_domain::schedule::WallTime;
use maker_store::portable::Row;
use serde::Deserialize;
use serde_json::Value;

use super::Hashed;
use crate::{Answer, spreadsheet};

/// One table as a spreadsheet.
pub(crate) struct Sheet {
    name: &'static str,
    columns: &'static [(&'static str, &'static str)],
}

/// File and columns of each: what a column is called, and where its value is.
const SHEETS: [(&str, Sheet); 7] = [
    (
        "services",
        Sheet {
            name: "services",
            columns: &[
                ("title", "title"),
                ("description", "description"),
                ("price", "price"),
                ("currency", "currency"),
                ("type", "type"),
                ("hidden", "hidden"),
            ],
        },
    ),
    ("social_links", Sheet { name: "links", columns: &[("platform", "platform"), ("url", "url")] }),
    ("posts", Sheet { name: "posts", columns: &[("published", "@created_at"), ("text", "content")] }),
    (
        "drafts",
        Sheet {
            name: "drafts",
            columns: &[
                ("title", "fields.title"),
                ("description", "fields.description"),
                ("tags", "fields.tags"),
                ("type", "fields.video_type"),
                ("platforms", "fields.targets"),
                ("at", "#"),
                ("time_zone", "fields.schedule.zone"),
                ("privacy", "fields.youtube.privacy"),
                ("made_for_kids", "fields.youtube.made_for_kids"),
                ("ai_made", "fields.youtube.synthetic"),
                ("edited", "@updated_at"),
            ],
        },
    ),
    (
        "videos",
        Sheet {
            name: "videos",
            columns: &[
                ("published", "@created_at"),
                ("platform", "platform"),
                ("title", "title"),
                ("address", "url"),
                ("type", "type"),
                ("seconds", "duration"),
                ("views", "views"),
                ("likes", "likes"),
                ("description", "description"),
            ],
        },
    ),
    (
        "deliveries",
        Sheet {
            name: "deliveries",
            columns: &[
                ("began", "@created_at"),
                ("platform", "platform"),
                ("state", "state"),
                ("address", "detail.url"),
                ("bytes", "total_bytes"),
                ("id", "id"),
            ],
        },
    ),
    (
        "audit_log",
        Sheet {
            name: "activity",
            columns: &[
                ("at", "@at"),
                ("platform", "platform"),
                ("account", "account"),
                ("action", "action"),
                ("scope", "scope"),
                ("outcome", "outcome"),
            ],
        },
    ),
];

impl Sheet {
    /// The sheet of a table, where it has one.
    pub(crate) fn of(table: &str) -> Option<&'static Self> {
        SHEETS.iter().find(|(name, _)| *name == table).map(|(_, sheet)| sheet)
    }

    pub(crate) fn file(&self) -> String {
        format!("spreadsheets/{}.csv", self.name)
    }

    pub(crate) fn begin(&'static self, out: Hashed) -> Answer<Lines> {
        let csv = spreadsheet::begin(out, self.columns.iter().map(|(title, _)| *title)).map_err(super::refused)?;
        Ok(Lines { sheet: self, csv })
    }
}

pub(crate) struct Lines {
    sheet: &'static Sheet,
    csv: csv::Writer<Hashed>,
}

impl Lines {
    pub(crate) fn write(&mut self, row: &Row) -> Answer<()> {
        // The list of what is being written has no posts in it and nothing that is spent or deleted.
        let says = |column: &str, word: &str| row.get(column).and_then(Value::as_str) == Some(word);
        if self.sheet.name == "drafts" && !(says("kind", "VIDEO") && says("status", "DRAFT")) {
            return Ok(());
        }
        let cells = self.sheet.columns.iter().map(|(_, place)| cell(row, place));
        spreadsheet::line(&mut self.csv, cells).map_err(super::refused)
    }

    pub(crate) fn end(self) -> Answer<(String, Hashed)> {
        let out = self.csv.into_inner().map_err(|error| super::refused(error.into_error()))?;
        Ok((self.sheet.file(), out))
    }
}

fn cell(row: &Row, place: &str) -> String {
    if place == "#" {
        let time = row.get("fields").and_then(|fields| WallTime::deserialize(fields.get("schedule")?).ok());
        return time.map(|time| format!("{} {}", time.date, time.time())).unwrap_or_default();
    }
    if let Some(time) = place.strip_prefix('@') {
        let at = row.get(time).and_then(Value::as_i64).and_then(DateTime::from_timestamp_millis);
        return at.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)).unwrap_or_default();
    }
    let mut parts = place.split('.');
    let first = parts.next().and_then(|name| row.get(name));
    let value = parts.fold(first, |at, key| at.and_then(|value| value.get(key)));
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
        Some(Value::Array(list)) => {
            let words: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            words.join(", ")
        }
        Some(other) => other.to_string(),
    }
}
