//! Tables that people open in a spreadsheet: CSV as RFC 4180 has it, marked as UTF-8, in which no cell is a formula.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets do not show. An
//! import of rows takes that one off again.

use std::io::{self, Write};

/// Begins a table in `out`, with a line of these names.
///
/// # Errors
/// Those of `out`.
pub(crate) fn begin<'a, W: Write>(mut out: W, names: impl IntoIterator<Item = &'a str>) -> io::Result<csv::Writer<W>> {
    // Without this mark a spreadsheet takes the letters for those of another alphabet.
    out.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(names).map_err(io::Error::other)?;
    Ok(csv)
}

/// Writes a line of cells, none of which is calculated.
///
/// # Errors
/// Those of what is written to.
pub(crate) fn line<W: Write>(csv: &mut csv::Writer<W>, cells: impl IntoIterator<Item = String>) -> io::Result<()> {
    csv.write_record(cells.into_iter().map(|cell| harmless(&cell))).map_err(io::Error::other)
}

/// What spreadsheets begin a formula with. Some take the full-width signs for the others.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell that no spreadsheet calculates.
fn harmless(cell: &str) -> String {
    // Also one that had an apostrophe before: an import takes exactly one off.
    let begins = cell.trim_start_matches(['\'', ' ', '\u{a0}']);
    if begins.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

/// What a cell said before it was made [`harmless`].
pub(crate) fn as_it_was(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if harmless(rest) == cell => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l06_v01_a_cell_that_looks_like_a_formula_is_text_in_a_spreadsheet_and_comes_back_as_it_was() {
        for formula in [
            "=HYPERLINK(\"https://x\")",
            "+33 1",
            "-2",
            "@SUM(A1)",
            "\t=1",
            "\n=1",
            "\r",
            " =1",
            "\u{a0}=1",
            "＝1",
            "＠SUM(A1)",
            "'=1",
            "''=1",
            "' =1",
            " '=1",
        ] {
            let cell = harmless(formula);
            assert_eq!(cell, format!("'{formula}"));
            assert_eq!(as_it_was(&cell), formula);
        }
        for text in ["Oak chair", "'quoted'", "12.50", "", "a=b"] {
            assert_eq!(harmless(text), text);
            assert_eq!(as_it_was(text), text);
        }
    }

    #[test]
    fn l06_v01_a_table_is_marked_as_utf_8_and_keeps_lines_and_quotes_within_their_cell() {
        let mut csv = begin(Vec::new(), ["title", "text"]).unwrap();
        line(&mut csv, ["=cmd|' /C calc'!A0,x", "a \"b\"\nc"].map(str::to_owned)).unwrap();
        let text = String::from_utf8(csv.into_inner().unwrap()).unwrap();
        assert_eq!(text, "\u{feff}title,text\r\n\"'=cmd|' /C calc'!A0,x\",\"a \"\"b\"\"\nc\"\r\n");
    }
}
