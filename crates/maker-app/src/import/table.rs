//! A file of rows as people have them: a CSV out of a spreadsheet, or a JSON list. Nothing here knows what the rows are of.

use std::collections::BTreeMap;
use std::path::Path;

use maker_words::say;
use serde_json::Value;

use crate::spreadsheet::as_it_was;
use crate::views::RowError;
use crate::{Answer, AppError, ErrorCode};

/// The largest file that is read.
const MOST_BYTES: u64 = 64 << 20;

/// The most rows of one file.
pub(crate) const MOST_ROWS: usize = 200_000;

/// The most characters of one cell.
const MOST_CHARACTERS: usize = 100_000;

/// Cells by column, without those that are empty.
pub(crate) type Cells = BTreeMap<String, String>;

/// A row, or why it is none.
pub(crate) type Line = Result<Cells, RowError>;

/// A file's rows, each with its number, and the columns that mean nothing here.
/// What a list of rows looks like, and a row.
const LIST: &str = "[{\"title\": \"Delivery\"}]";
const ROW: &str = "{\"title\": \"Delivery\"}";

#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) rows: Vec<(u32, Line)>,
    pub(crate) ignored: Vec<String>,
}

/// Reads a file; `columns` are those that mean something.
pub(crate) fn read(path: &Path, columns: &[&str]) -> Answer<Table> {
    let unreadable = |error| {
        let message = say!("table-unread", file = path.display().to_string());
        AppError { code: ErrorCode::BadInput, message, field: None, cause: Some(Box::<std::io::Error>::new(error)) }
    };
    let there = std::fs::metadata(path).map_err(unreadable)?;
    if !there.is_file() {
        return Err(refuse(say!("table-no-file")));
    }
    if there.len() > MOST_BYTES {
        return Err(refuse(say!("table-large")));
    }
    parse(&std::fs::read(path).map_err(unreadable)?, columns)
}

/// Reads a file's bytes.
pub(crate) fn parse(bytes: &[u8], columns: &[&str]) -> Answer<Table> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(refuse(say!("table-utf16")));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        refuse(say!("table-not-utf8", line = line))
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.trim_start().chars().next() {
        None => Err(refuse(say!("table-empty"))),
        Some('[' | '{') => list(text, columns),
        Some(_) => sheet(text, columns),
    }
}

fn sheet(text: &str, columns: &[&str]) -> Answer<Table> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let no_csv = |_| refuse(say!("table-no-csv"));
    reader.read_record(&mut record).map_err(no_csv)?;
    let heads: Vec<String> = record.iter().map(head).collect();
    let ignored = ignored(heads.iter().map(String::as_str), columns)?;
    if let Some(twice) = heads.iter().enumerate().find(|(n, name)| !name.is_empty() && heads[..*n].contains(name)) {
        return Err(refuse(say!("table-column-twice", column = twice.1)));
    }
    let mut rows = Vec::new();
    let mut place = Place { text: text.as_bytes(), at: 0, line: 1 };
    while reader.read_record(&mut record).map_err(no_csv)? {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        enough(rows.len())?;
        let line = place.line_of(record.position().map_or(0, csv::Position::byte));
        rows.push((line, cells(line, &record, &heads, columns)));
    }
    Ok(Table { rows, ignored })
}

/// Counts lines as an editor does: the reader is between the two signs at the end of a line when it begins the next row.
struct Place<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl Place<'_> {
    fn line_of(&mut self, byte: u64) -> u32 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX).min(self.text.len());
        let ends = self.text[byte..].iter().take_while(|sign| matches!(sign, b'\r' | b'\n')).count();
        let passed = &self.text[self.at.min(byte + ends)..byte + ends];
        let lines = passed.iter().filter(|sign| **sign == b'\n').count();
        (self.at, self.line) = (byte + ends, self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX)));
        self.line
    }
}

fn cells(line: u32, record: &csv::StringRecord, heads: &[String], columns: &[&str]) -> Line {
    if let Some(beyond) = record.iter().skip(heads.len()).find(|cell| !cell.trim().is_empty()) {
        let beyond: String = beyond.chars().take(30).collect();
        let message = say!("table-beyond", text = beyond);
        return Err(RowError { row: line, column: String::new(), message });
    }
    let mut cells = Cells::new();
    for (name, cell) in heads.iter().zip(record.iter()) {
        if columns.contains(&name.as_str()) && !cell.trim().is_empty() {
            check_length(line, name, cell)?;
            cells.insert(name.clone(), as_it_was(cell).to_owned());
        }
    }
    Ok(cells)
}

fn list(text: &str, columns: &[&str]) -> Answer<Table> {
    let no_list = |error: serde_json::Error| refuse(say!("table-broken-json", line = error.line(), example = LIST));
    let all: Value = serde_json::from_str(text).map_err(no_list)?;
    let Value::Array(all) = all else {
        return Err(refuse(say!("table-no-list", example = LIST)));
    };
    enough(all.len().saturating_sub(1))?;
    let mut heads: Vec<String> =
        all.iter().filter_map(Value::as_object).flat_map(|row| row.keys().map(|key| head(key))).collect();
    heads.sort_unstable();
    heads.dedup();
    let ignored = ignored(heads.iter().map(String::as_str), columns)?;
    let rows = all.into_iter().enumerate().map(|(n, row)| {
        let number = u32::try_from(n + 1).unwrap_or(u32::MAX);
        (number, fields(number, row, columns))
    });
    Ok(Table { rows: rows.collect(), ignored })
}

fn fields(number: u32, row: Value, columns: &[&str]) -> Line {
    let wrong = |column: &str, message: String| RowError { row: number, column: column.to_owned(), message };
    let Value::Object(row) = row else {
        return Err(wrong("", say!("table-no-row", example = ROW)));
    };
    let mut cells = Cells::new();
    for (key, value) in row {
        let name = head(&key);
        if !columns.contains(&name.as_str()) {
            continue;
        }
        let text = match value {
            Value::Null => continue,
            Value::String(text) => text,
            Value::Bool(yes) => if yes { "yes" } else { "no" }.to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Array(list) if list.iter().all(Value::is_string) => {
                list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(",")
            }
            Value::Array(_) | Value::Object(_) => return Err(wrong(&name, say!("table-no-text"))),
        };
        if !text.trim().is_empty() {
            check_length(number, &name, &text)?;
            cells.insert(name, text);
        }
    }
    Ok(cells)
}

/// The one of comma, semicolon and tab that is most in the first line, outside of quotes.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.bytes().take_while(|byte| *byte != b'\n') {
        quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(one, _)| *one == byte && !quoted) {
            *count += 1;
        }
    }
    // The first of those that are equal.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(byte, _)| byte)
}

/// A column's name as it is looked for: `Made for kids` is `made_for_kids`.
fn head(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

fn ignored<'a>(heads: impl Iterator<Item = &'a str>, columns: &[&str]) -> Answer<Vec<String>> {
    let (known, ignored): (Vec<&str>, Vec<&str>) =
        heads.filter(|name| !name.is_empty()).partition(|name| columns.contains(name));
    if !known.contains(&"title") {
        return Err(refuse(say!("table-no-title-column", columns = columns.join(", "))));
    }
    Ok(ignored.into_iter().take(20).map(|name| name.chars().take(40).collect()).collect())
}

fn check_length(row: u32, column: &str, text: &str) -> Result<(), RowError> {
    if text.chars().take(MOST_CHARACTERS + 1).count() <= MOST_CHARACTERS {
        return Ok(());
    }
    let message = say!("table-long-cell");
    Err(RowError { row, column: column.to_owned(), message })
}

fn enough(rows: usize) -> Answer<()> {
    if rows < MOST_ROWS {
        return Ok(());
    }
    Err(refuse(say!("table-many-rows")))
}

fn refuse(message: String) -> AppError {
    AppError::new(ErrorCode::BadInput, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[&str] = &["title", "price", "tags"];

    fn rows(text: &str) -> Vec<(u32, Line)> {
        parse(text.as_bytes(), COLUMNS).unwrap().rows
    }

    fn row(pairs: &[(&str, &str)]) -> Line {
        Ok(pairs.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect())
    }

    #[test]
    fn l06_a_spreadsheets_ways_of_writing_csv_are_all_read() {
        let two = [(2, row(&[("title", "Oak, oiled"), ("price", "12.50")])), (4, row(&[("title", "a\nb")]))];
        assert_eq!(rows("title,price\n\"Oak, oiled\",12.50\n,\n\"a\nb\",\n"), two);
        let semicolons = "\u{feff}Title;Price\r\nOak;12,50\r\n";
        assert_eq!(rows(semicolons), [(2, row(&[("title", "Oak"), ("price", "12,50")]))]);
        assert_eq!(rows("price\ttitle\n1\tOak"), [(2, row(&[("title", "Oak"), ("price", "1")]))]);
        assert_eq!(rows("title\n=1+1\n'=1+1\n"), [(2, row(&[("title", "=1+1")])), (3, row(&[("title", "=1+1")]))]);
    }

    #[test]
    fn l06_a_json_list_says_the_same() {
        let text = r#"[{"title": "Oak", "price": 12.5, "tags": ["a", "b"], "odd": 1}, 7, {"title": {"x": 1}}]"#;
        let table = parse(text.as_bytes(), COLUMNS).unwrap();
        assert_eq!(table.ignored, ["odd"]);
        assert_eq!(table.rows[0].1, row(&[("title", "Oak"), ("price", "12.5"), ("tags", "a,b")]));
        assert!(table.rows[1].1.is_err() && table.rows[2].1.is_err());
    }

    #[test]
    fn l06_what_is_no_table_is_said_with_the_next_step() {
        for (bytes, word) in [
            (&b"\xff\xfet\0"[..], "UTF-16"),
            (b"title\nCaf\xe9", "Line 2"),
            (b"", "empty"),
            (b"name,price\nOak,1", "title"),
            (b"{\"title\": 1}", "list"),
            (b"[{\"title\": ", "JSON"),
            (b"title,title\na,b", "twice"),
        ] {
            let message = parse(bytes, COLUMNS).unwrap_err().message;
            assert!(message.contains(word), "{message}");
        }
    }
}
