//! Why an edit is only on this device.

use std::fmt;

use maker_domain::sync::value::BadValue;
use maker_domain::sync::wire::RetryReason;
use maker_words::say;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Why the backend does not have an edit. What is ours is stored as a code and said when it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// No backend could take it.
    Unsendable(Unsendable),
    /// It has to wait.
    Later(RetryReason),
    /// What the backend said, or what an older program made of it.
    Said(String),
}

/// Why no backend could take an edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unsendable {
    /// A column cannot hold what it says.
    BadValue(BadValue),
    /// It is larger than any edit may be.
    TooLarge,
    /// The backend no longer knows the row, and this column, without which none begins, is not here either.
    Lost {
        /// The column.
        column: String,
    },
}

impl Why {
    pub(super) fn read(stored: String) -> Self {
        let word = || serde_json::from_value(Value::String(stored.clone()));
        match serde_json::from_str(&stored) {
            Ok(unsendable) => Self::Unsendable(unsendable),
            Err(_) => word().map_or_else(|_| Self::Said(stored.clone()), Self::Later),
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Unsendable(Unsendable::BadValue(bad)) => bad.to_string(),
            Self::Unsendable(Unsendable::TooLarge) => say!("edit-too-large"),
            Self::Unsendable(Unsendable::Lost { column }) => say!("edit-lost", column = column),
            Self::Later(RetryReason::Quota) => say!("edit-quota"),
            Self::Later(RetryReason::Busy) => say!("backend-busy"),
            Self::Said(words) => words.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use maker_domain::sync::value::Expected;
    use maker_words::{Language, in_language};

    use super::*;

    fn told(stored: &str) -> [String; 2] {
        let told = |language| in_language(language, || Why::read(stored.into()).to_string());
        [Language::English, Language::French].map(told)
    }

    #[test]
    fn g14_a_reason_of_ours_is_stored_as_a_code_and_said_in_the_language_in_which_it_is_read() {
        let bad = BadValue::Not { column: "price".into(), expected: Expected::Number };
        for (why, english, french) in [
            (Unsendable::BadValue(bad), "price has to be a number.", "price doit être un nombre."),
            (
                Unsendable::TooLarge,
                "This is too large to be backed up. Shorten it.",
                "Ceci est trop grand pour être sauvegardé. Raccourcissez-le.",
            ),
            (
                Unsendable::Lost { column: "title".into() },
                "The backend no longer has this, and its title is not here either.",
                "Le serveur ne l’a plus, et title n’est pas ici non plus.",
            ),
        ] {
            assert_eq!(told(&serde_json::to_string(&why).unwrap()), [english, french]);
        }
        assert_eq!(told("busy"), ["The backend is busy.", "Le serveur est occupé."]);
    }

    #[test]
    fn g14_what_the_backend_said_and_what_older_programs_stored_is_shown_as_it_is() {
        for said in
            ["Shorten it.", "This is too large to be backed up. Shorten it.", "7", "null", "{}", "\"Full.\"", ""]
        {
            assert_eq!(told(said), [said, said]);
        }
    }
}
