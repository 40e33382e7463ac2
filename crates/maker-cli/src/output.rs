//! Results on stdout, messages on stderr, and what a refusal means as an exit code.

use std::io::Write;

use maker_app::{AppError, ErrorCode};
use maker_words::{One, say};
use serde::Serialize;

use crate::End;

/// How results are printed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    pub(crate) json: bool,
}

impl Output {
    /// One result: a JSON value on a line, or `text` for people.
    pub(crate) fn result(self, value: &impl Serialize, text: impl FnOnce() -> String) {
        let line = if self.json { serde_json::to_string(value).unwrap_or_default() } else { text() };
        // A reader that went away (a closed pipe) is not our trouble.
        let _ = writeln!(std::io::stdout(), "{line}");
        let _ = std::io::stdout().flush();
    }

    /// A refusal, told on stderr and, with `--json`, as a value on stdout.
    pub(crate) fn refused(self, error: &AppError) -> End {
        if self.json {
            self.result(&serde_json::json!({ "error": { "code": error.code, "message": error.message } }), String::new);
        }
        tell(&error.message);
        end_of(error.code)
    }
}

/// A message for people.
pub(crate) fn tell(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// The refusal of what was given as the id `of` something and is none.
pub(crate) fn no_id(of: &str) -> AppError {
    AppError::new(ErrorCode::BadInput, say!("cli-no-id", of = One(of)))
}

/// Something by its name, and what there is to say of it.
pub(crate) fn named(name: &str, what: &str) -> String {
    say!("cli-named", name = name, what = what)
}

pub(crate) const fn end_of(code: ErrorCode) -> End {
    match code {
        ErrorCode::BadInput | ErrorCode::NotFound => End::BadInput,
        ErrorCode::NeedsMaker => End::NeedsMaker,
        ErrorCode::TryLater => End::NotYetKnown,
        ErrorCode::NotNow | ErrorCode::Internal => End::Other,
    }
}
