//! What `migrate` tells: in words, or as lines of JSON; what is about single rows to a file when one is named.

use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::PathBuf;

use anyhow::Context;
use maker_server::db::Pending;
use maker_server::older::Line;
use serde_json::json;

/// Where the lines go.
pub(crate) struct Report {
    json: bool,
    out: Box<dyn Write + Send>,
    rows: Option<(PathBuf, BufWriter<File>, u64)>,
}

impl Report {
    /// `rows` is made anew.
    pub(crate) fn new(json: bool, rows: Option<PathBuf>) -> anyhow::Result<Self> {
        let rows = match rows {
            Some(path) => {
                let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
                Some((path, BufWriter::new(file), 0))
            }
            None => None,
        };
        Ok(Self { json, out: Box::new(BufWriter::new(std::io::stdout())), rows })
    }

    /// A line about an older backend's database.
    pub(crate) fn older(&mut self, line: &Line) -> Result<()> {
        let text = if self.json { serde_json::to_string(line)? } else { line.to_string() };
        match &mut self.rows {
            Some((_, file, count)) if line.is_of_a_row() => {
                *count += 1;
                writeln!(file, "{text}")
            }
            _ => writeln!(self.out, "{text}"),
        }
    }

    /// The end of what was told of an older backend's database.
    pub(crate) fn end(mut self, dry_run: bool) -> Result<()> {
        if let Some((path, mut file, count)) = self.rows.take() {
            file.flush()?;
            let path = path.display().to_string();
            match self.json {
                true => writeln!(self.out, "{}", json!({ "what": "rows", "n": count, "file": path }))?,
                false => writeln!(self.out, "{count} lines about single rows are in {path}")?,
            }
        }
        match (self.json, dry_run) {
            (true, _) => writeln!(self.out, "{}", json!({ "what": "end", "dry_run": dry_run }))?,
            (false, true) => writeln!(self.out, "nothing was changed: this was a dry run")?,
            (false, false) => writeln!(self.out, "done: the database is at this version")?,
        }
        self.out.flush()
    }

    /// An ordinary migration that ran or would run.
    pub(crate) fn migration(&mut self, word: &str, step: &Pending) -> Result<()> {
        let (version, description) = (step.version, &step.description);
        match self.json {
            true => {
                let line = json!({ "what": "migration", "word": word, "version": version, "description": description });
                writeln!(self.out, "{line}")?;
            }
            false => writeln!(self.out, "{word} {version:04} {description}")?,
        }
        self.out.flush()
    }

    /// There was nothing to do.
    pub(crate) fn nothing(&mut self) -> Result<()> {
        match self.json {
            true => writeln!(self.out, "{}", json!({ "what": "nothing" }))?,
            false => writeln!(self.out, "nothing to do: the database is at this version")?,
        }
        self.out.flush()
    }
}
