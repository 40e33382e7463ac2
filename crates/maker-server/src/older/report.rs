//! What is told of it, line by line: in words for people, or as JSON for programs.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// As much of an old value is shown to people. JSON has all of it.
const SHOWN: usize = 160;

/// One line of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Line {
    /// A change of the schema.
    Change {
        /// In words.
        detail: String,
    },
    /// An account with which nobody can sign in as it is.
    Account {
        /// Today's id.
        id: Uuid,
        /// The one it had.
        old_id: String,
        /// Its address as it was written.
        email: String,
        /// What is missing.
        why: String,
    },
    /// A workspace that nobody can enter.
    Workspace {
        /// Today's id.
        id: Uuid,
        /// The one its maker had.
        old_id: String,
        /// What is missing.
        why: String,
    },
    /// A row without a certain place, which is kept beside.
    Kept {
        /// The old table.
        table: &'static str,
        /// Its id there.
        old_id: String,
        /// Its address, or how its text begins.
        value: Option<String>,
        /// Why it has no place.
        why: String,
    },
    /// How many there are of something.
    Count {
        /// Of what.
        of: String,
        /// So many.
        n: u64,
    },
}

impl Line {
    /// Whether it is about one row, so that there may be many of them.
    #[must_use]
    pub fn is_of_a_row(&self) -> bool {
        matches!(self, Self::Account { .. } | Self::Workspace { .. } | Self::Kept { .. })
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Change { detail } => write!(f, "{detail}"),
            Self::Account { id, old_id, email, why } => {
                write!(f, "account {} ({id}) {}: {why}", shown(old_id), shown(email))
            }
            Self::Workspace { id, old_id, why } => write!(f, "maker {} ({id}): {why}", shown(old_id)),
            Self::Kept { table, old_id, value, why } => {
                let value = value.as_deref().map_or_else(|| "nothing".to_owned(), shown);
                write!(f, "{table} {} {value}: {why}", shown(old_id))
            }
            Self::Count { of, n } => write!(f, "{n:>9}  {of}"),
        }
    }
}

/// Quoted, on one line, without anything that a terminal would obey.
fn shown(text: &str) -> String {
    let mut short: String = text.chars().take(SHOWN).collect();
    if short.len() < text.len() {
        short.push('\u{2026}');
    }
    format!("{short:?}")
}

/// Counts by what is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally(BTreeMap<String, u64>);

impl Tally {
    /// So many more.
    pub fn add(&mut self, of: &str, n: u64) {
        *self.0.entry(of.to_owned()).or_default() += n;
    }

    /// The lines that tell it.
    pub fn lines(&self) -> impl Iterator<Item = Line> {
        self.0.iter().map(|(of, n)| Line::Count { of: of.clone(), n: *n })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_value_cannot_speak_to_the_terminal_nor_fill_it() {
        let value = format!("\u{1b}[2J\u{202e}\n{}", "x".repeat(5_000));
        let line = Line::Kept { table: "videos", old_id: "c\n1".into(), value: Some(value), why: "because".into() };
        let text = line.to_string();
        assert!(text.len() < 300 && !text.contains(['\u{1b}', '\n', '\u{202e}']), "{text}");
        assert!(serde_json::to_string(&line).unwrap().len() > 5_000);
    }
}
