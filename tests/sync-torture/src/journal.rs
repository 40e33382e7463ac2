//! A desk's own account of what it did: a file of lines that is only ever added to. A line is written before an edit and
//! another after it, so that a desk that is killed in between is known to have perhaps done it.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is edited of a draft, or that it is made, deleted or settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Deed {
    /// A draft was made with `word` as its title, and in its description.
    Make,
    /// The title was replaced by `word`.
    Title,
    /// `word` was put into the description.
    Word,
    /// Of two titles one was chosen: `saw` is the one that goes.
    Settle,
    /// The draft was deleted.
    Delete,
    /// A service was made with `word` as its title.
    Service,
}

/// One line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Line {
    /// What.
    pub deed: Deed,
    /// The row.
    pub row: Uuid,
    /// The new word; empty where none is written.
    pub word: String,
    /// What the screen showed: the title, and for a deletion the description after it.
    pub saw: String,
    /// The database has taken it.
    pub done: bool,
}

/// The file that is written to.
pub struct Journal(File);

impl Journal {
    /// Opens it; what is in it stays.
    ///
    /// # Errors
    /// When the folder does not allow it.
    pub fn open(folder: &Path) -> std::io::Result<Self> {
        OpenOptions::new().create(true).append(true).open(path(folder)).map(Self)
    }

    /// Adds a line, in one write: a killed process leaves all of it or nothing, or a last line without its end.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&mut self, line: &Line) -> std::io::Result<()> {
        let mut text = serde_json::to_string(line)?;
        text.push('\n');
        self.0.write_all(text.as_bytes())
    }
}

/// Everything that the desk of this folder has written down.
///
/// # Errors
/// When the file cannot be read, or has a line that is none before its last one.
pub fn read(folder: &Path) -> std::io::Result<Vec<Line>> {
    let lines: Vec<String> = BufReader::new(File::open(path(folder))?).lines().collect::<Result<_, _>>()?;
    let last = lines.len().saturating_sub(1);
    let mut all = Vec::new();
    for (number, text) in lines.iter().enumerate() {
        match serde_json::from_str(text) {
            Ok(line) => all.push(line),
            Err(_) if number == last => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(all)
}

fn path(folder: &Path) -> std::path::PathBuf {
    folder.join("journal.jsonl")
}
