//! What really happened: which value was typed over which, told apart by its words, for no two edits make the same. It goes
//! by what was on the screens, and not by what devices say of it.

use std::collections::{BTreeMap, BTreeSet};

use maker_domain::sync::registry::{Merge, table};
use maker_domain::sync::wire::{DELETED, Op, OpResult, Outcome, RowState, VersionId};
use serde_json::Value;
use uuid::Uuid;

/// A field of a row of a table.
pub type Field = (String, Uuid, String);
type Node = (Field, String);

/// What is known of a backend's history.
#[derive(Clone, Default)]
pub struct Truth {
    parents: BTreeMap<Node, BTreeSet<String>>,
    /// Everything the backend was ever given and has not lost since.
    stored: BTreeSet<Node>,
}

/// Whether two values of a column are both kept.
pub(crate) fn counts(table_name: &str, column: &str) -> bool {
    let merge = table(table_name).and_then(|t| t.column(column)).map(|c| c.merge);
    column != DELETED && matches!(merge, Some(Merge::Scalar | Merge::Text))
}

impl Truth {
    /// Whoever typed `value` had `shown` on the screen and meant it to go, or to be part of it.
    pub fn replaced(&mut self, field: &Field, shown: &Value, value: &Value) {
        let [shown, value] = [shown, value].map(|value| text(Some(value)));
        if shown != value {
            self.parents.entry((field.clone(), value)).or_default().insert(shown);
        }
    }

    /// Notes what an op did to the backend's rows.
    pub fn note(&mut self, op: &Op, before: &[RowState], after: &[RowState], result: &OpResult) {
        let Some(at) = result.at else { return };
        for edit in &op.rows {
            let state = |rows: &[RowState]| rows.iter().find(|r| r.t == edit.t && r.id == edit.row).cloned();
            let (was, is) = (state(before), state(after));
            if is.as_ref().is_none_or(|row| row.rev != at.seq) {
                continue; // the answer of long ago
            }
            for (name, new) in edit.f.iter().filter(|(name, _)| counts(&edit.t, name)) {
                let field: Field = (edit.t.clone(), edit.row, name.clone());
                let value = text(Some(&new.v));
                self.stored.insert((field.clone(), value.clone()));
                let live = |row: &Option<RowState>| row.as_ref().map(|r| text(r.f.get(name)));
                let (had, has) = (live(&was), live(&is));
                let alternatives = is.as_ref().and_then(|row| row.alt.get(name));
                let kept = alternatives.into_iter().flatten().any(|a| a.id == VersionId::of(op.id));
                // Neither live nor kept: it is in what is live, which may be what was live before.
                if let (Some(had), Some(has)) = (had, has.clone())
                    && has != value
                    && !kept
                    && (has != had || result.outcome == Outcome::Merged)
                {
                    self.stored.insert((field.clone(), has.clone()));
                    self.parents.entry((field.clone(), has)).or_default().extend([had, value]);
                }
            }
        }
    }

    /// The backend was restored: it has what the truth of its backup had.
    pub fn restore(&mut self, backup: &Self) {
        self.stored = backup.stored.clone();
    }

    /// Whether `value` is `of` or one that it came from.
    pub fn is_in(&self, field: &Field, value: &str, of: &str) -> bool {
        let (mut open, mut seen) = (vec![of.to_owned()], BTreeSet::new());
        while let Some(at) = open.pop() {
            if at == value {
                return true;
            }
            if seen.insert(at.clone()) {
                open.extend(self.parents.get(&(field.clone(), at)).into_iter().flatten().cloned());
            }
        }
        false
    }

    /// Whether the backend was given that value, and has it since.
    #[must_use]
    pub fn has(&self, field: &Field, value: &str) -> bool {
        self.stored.contains(&(field.clone(), value.to_owned()))
    }

    /// Every value that the backend was given and can neither be seen nor be found among the kept ones.
    pub fn lost(&self, rows: &[RowState]) -> Vec<Node> {
        let lost = |(field, value): &&Node| {
            let Some(row) = rows.iter().find(|r| r.t == field.0 && r.id == field.1) else { return false };
            // Nothing was typed there.
            if value == "null" {
                return false;
            }
            // A tombstone has nothing but its id, and that was said.
            if row.del && row.f.is_empty() {
                return false;
            }
            let live = text(row.f.get(&field.2));
            let kept = row.alt.get(&field.2).into_iter().flatten().map(|a| a.v.to_string());
            !std::iter::once(live).chain(kept).any(|visible| self.is_in(field, value, &visible))
        };
        self.stored.iter().filter(lost).cloned().collect()
    }
}

/// A value in words; no tags are no value.
pub(crate) fn text(value: Option<&Value>) -> String {
    let empty = |value: &&Value| value.as_array().is_some_and(Vec::is_empty);
    value.filter(|value| !empty(value)).unwrap_or(&Value::Null).to_string()
}
