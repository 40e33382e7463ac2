//! Which ops are taken at all.

use std::collections::BTreeSet;

use maker_domain::sync::{
    registry::{self, Owner},
    value,
    wire::{DELETED, OP_MAX_BYTES, Op, Outcome, RowEdit},
};

use super::{Field, ModelServer, Rejection, RetryReason, Rule};

pub(super) fn rejected(code: Rejection, detail: &str) -> Outcome {
    Outcome::Rejected { code, detail: detail.to_owned() }
}

impl ModelServer {
    /// The op with its values in the form in which they are stored, or what becomes of it instead.
    pub(super) fn accepted(&self, op: &Op, schema: u16) -> Result<Op, Outcome> {
        let bad = |detail| Err(rejected(Rejection::BadValue, detail));
        if serde_json::to_vec(op).map_or(0, |json| json.len()) > OP_MAX_BYTES {
            return Err(rejected(Rejection::TooLarge, "The edit is too large. Shorten it or make it in parts."));
        }
        if op.rows.is_empty() {
            return bad("The edit has no rows.");
        }
        let rows: BTreeSet<_> = op.rows.iter().map(|row| (&row.t, row.row)).collect();
        if rows.len() < op.rows.len() {
            return bad("The edit names a row twice. Say everything about a row at once.");
        }
        let rows = op.rows.iter().map(checked).collect::<Result<Vec<_>, _>>()?;
        for row in &rows {
            self.may_be_written(row, schema)?;
        }
        let new = rows.iter().filter(|row| !self.rows.contains_key(&(row.t.clone(), row.row))).count();
        if new > 0 && self.rows.len() + new > self.rows_max {
            return Err(Outcome::Retry { code: RetryReason::Quota, after_s: 60 });
        }
        Ok(Op { rows, ..op.clone() })
    }

    /// Only an op that carries everything a row needs may make it.
    fn may_be_written(&self, row: &RowEdit, schema: u16) -> Result<(), Outcome> {
        let known = self.rows.get(&(row.t.clone(), row.row));
        let has_values =
            known.is_some_and(|row| row.fields.iter().any(|(name, field)| name != DELETED && has_value(field)));
        let Some(table) = registry::table(&row.t).filter(|_| !has_values) else { return Ok(()) };
        let mut required = table.required().filter(|column| column.since <= schema).peekable();
        if required.peek().is_none() {
            return Err(rejected(Rejection::NotFound, "There is no such row. It may have been removed."));
        }
        let based = row.f.values().any(|field| field.rev > 0);
        let taken = match self.without {
            Some(Rule::OnlyWholeRows) => true,
            Some(Rule::WholenessIsSeenByTheFields) if !based => true,
            _ => required.all(|column| row.f.contains_key(column.name)),
        };
        if taken { Ok(()) } else { Err(Outcome::NeedFull) }
    }
}

fn has_value(field: &Field) -> bool {
    field.live.is_some()
}

fn checked(row: &RowEdit) -> Result<RowEdit, Outcome> {
    let unknown =
        || rejected(Rejection::NotWritable, "The backend does not know this table or column. Update the app.");
    let bad = |detail: &str| rejected(Rejection::BadValue, detail);
    let table = registry::table(&row.t).ok_or_else(unknown)?;
    if row.f.is_empty() || !row.resolves.keys().all(|name| row.f.contains_key(name)) {
        return Err(bad("An edit has to carry a value for whatever it settles."));
    }
    let mut row = row.clone();
    for (name, field) in &mut row.f {
        if name == DELETED {
            if !field.v.is_boolean() {
                return Err(bad("_deleted has to be true or false."));
            }
            continue;
        }
        let column = table.column(name).filter(|column| column.owner == Owner::Member).ok_or_else(unknown)?;
        field.v = value::checked(column, &field.v).map_err(|bad| match bad {
            value::BadValue::TooLong { .. } => rejected(Rejection::TooLarge, &bad.to_string()),
            value::BadValue::Not { .. } => rejected(Rejection::BadValue, &bad.to_string()),
        })?;
    }
    Ok(row)
}
