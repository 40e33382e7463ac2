//! One op into the rows it touches, in memory. What is decided is `maker_domain::sync::decide`; here is what follows from
//! each verdict. Either all of an op happens or, when something is missing, nothing of it.

use std::collections::BTreeMap;

use maker_domain::sync::chain::{AllTouched, Touched};
use maker_domain::sync::decide::{self, Parent, Seen, Verdict};
use maker_domain::sync::wire::{DELETED, FieldEdit, Op, Outcome, RowEdit, VersionId, VersionState};
use serde_json::Value;
use uuid::Uuid;

use super::row::{Field, From, Head, Missing, Other, Row, Write, field};

/// The rows of a push by table and id.
pub(super) type Rows = BTreeMap<(&'static str, Uuid), Row>;

/// The number an op takes and what else is known of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub(super) op: Uuid,
    pub(super) seq: u64,
    /// When it was made, by our clock.
    pub(super) at: i64,
    pub(super) now: i64,
}

/// What an op led to.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// For the chain: empty when nothing happened, and then no number is taken.
    pub(super) touched: AllTouched,
    /// By how many bytes of values the history grew.
    pub(super) bytes: usize,
    weight: Weight,
}

/// The worst that happened to any field decides how an op ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    #[default]
    Noop,
    Applied,
    Merged,
    Alternative,
}

impl Folded {
    pub(super) fn outcome(&self) -> Outcome {
        match self.weight {
            Weight::Noop => Outcome::Noop,
            Weight::Applied => Outcome::Applied,
            Weight::Merged => Outcome::Merged,
            Weight::Alternative => Outcome::Alternative,
        }
    }

    fn is_at_least(&mut self, weight: Weight) {
        self.weight = self.weight.max(weight);
    }
}

/// What the database has to be asked before this op can be folded, by row.
pub(super) fn missing(rows: &Rows, op: &Op) -> Vec<((&'static str, Uuid), Missing)> {
    let mut all = Vec::new();
    for edit in &op.rows {
        let Some((key, row)) = row_of(rows, edit) else { continue };
        for (name, value) in &edit.f {
            let Some(field) = field(row.table, name) else { continue };
            let missing = row.parent(field, value).and_then(|parent| row.descent_is_known(field, &parent));
            all.extend(missing.err().map(|missing| (key, missing)));
        }
    }
    all
}

/// Whether a device has to send a whole row first.
pub(super) fn needs_whole(rows: &Rows, op: &Op, schema: u16) -> bool {
    op.rows.iter().any(|edit| {
        let columns = edit.f.keys().map(String::as_str);
        let row = row_of(rows, edit);
        row.is_some_and(|(_, row)| decide::needs_whole(row.table, row.has_values(), schema, columns))
    })
}

/// Folds an op for which nothing is [`missing`] and that [`needs_whole`] no row.
pub(super) fn fold(rows: &mut Rows, op: &Op, moment: Moment) -> Folded {
    let mut folded = Folded::default();
    for edit in &op.rows {
        let Some((key, _)) = row_of(rows, edit) else { continue };
        if let Some(row) = rows.get_mut(&key) {
            fold_row(row, edit, moment, &mut folded);
        }
    }
    folded
}

fn row_of<'r>(rows: &'r Rows, edit: &RowEdit) -> Option<((&'static str, Uuid), &'r Row)> {
    let table = maker_domain::sync::registry::table(&edit.t)?;
    let key = (table.name, edit.row);
    rows.get(&key).map(|row| (key, row))
}

fn fold_row(row: &mut Row, edit: &RowEdit, moment: Moment, folded: &mut Folded) {
    let before = folded.touched.len();
    let edits = edit.f.keys().any(|name| name != DELETED);
    let mut deletion = edit.f.get(DELETED);
    if deletion.is_some_and(|d| d.v == Value::Bool(true) && overlooks(row, edit, d)) {
        refuse(row, moment, folded);
        deletion = None;
    }
    if edits && row.is_deleted() && !saw_deletion(row, edit) {
        revive(row, moment, folded);
    }
    let fields = edit.f.iter().filter(|(name, _)| *name != DELETED || deletion.is_some());
    for (name, value) in fields {
        if let Some(field) = field(row.table, name) {
            let resolves = edit.resolves.get(name).map_or(&[][..], Vec::as_slice);
            fold_field(row, field, value, resolves, moment, folded);
        }
    }
    if folded.touched.len() > before {
        row.rev = moment.seq;
        row.changed = true;
        row.deleted_at = if row.is_deleted() { row.deleted_at.or(Some(moment.now)) } else { None };
        if row.has_values() {
            row.purged_at = None;
        }
    }
}

fn overlooks(row: &Row, edit: &RowEdit, deletion: &FieldEdit) -> bool {
    let lives = row.heads.iter().map(|(field, head)| (*field, &head.id, head.seq));
    let own = |field: &str| edit.saw.get(field).copied().or_else(|| edit.f.get(field)?.op);
    decide::overlooks(lives, deletion.rev, own)
}

/// Only the delete is refused; that it was tried stays in the history.
fn refuse(row: &mut Row, moment: Moment, folded: &mut Folded) {
    let refused = other(moment, Value::Bool(true), Vec::new(), VersionState::Dismissed);
    row.keep(DELETED, VersionId::of(moment.op), refused);
    touch(row, DELETED, folded);
}

/// Fields that carry an own unconfirmed edit name an older revision than the row had: the newest of all is the row's.
fn saw_deletion(row: &Row, edit: &RowEdit) -> bool {
    let rev = edit.f.values().map(|value| value.rev).max().unwrap_or_default();
    let own = edit.saw.get(DELETED).copied().or_else(|| edit.f.get(DELETED)?.op);
    row.heads.get(DELETED).is_none_or(|head| decide::saw(&head.id, head.seq, own, rev))
}

fn revive(row: &mut Row, moment: Moment, folded: &mut Folded) {
    let parents = row.heads.get(DELETED).map(|head| head.id.clone()).into_iter().collect();
    let head = head(VersionId::revived(moment.op), moment, parents);
    row.make_live(DELETED, head, Value::Bool(false), VersionState::Past);
    folded.is_at_least(Weight::Applied);
    touch(row, DELETED, folded);
}

fn fold_field(
    row: &mut Row,
    field: Field,
    edit: &FieldEdit,
    resolves: &[VersionId],
    moment: Moment,
    folded: &mut Folded,
) {
    // Nothing is missing, or this would not have been called.
    let parent = row.parent(field, edit).unwrap_or(From::Nothing);
    let id = VersionId::of(moment.op);
    let verdict = judge(row, field, &parent, edit, &id, moment);
    let parent = match (parent, row.heads.get(field)) {
        (From::Live, Some(head)) => Some(head.id.clone()),
        (From::Other(id), _) => Some(id),
        _ => None,
    };
    let mut seen = parent.as_ref().map(|id| row.ancestors(field, id)).unwrap_or_default();
    let resolved: Vec<_> = resolves
        .iter()
        .filter(|id| row.heads.get(field).is_some_and(|head| head.open.contains_key(*id)))
        .cloned()
        .collect();
    let live = row.heads.get(field).map(|head| head.id.clone());
    let mut parents: Vec<_> = parent.into_iter().collect();
    if verdict == Verdict::Agrees {
        parents.extend(live.clone());
    }
    parents.extend(resolved.iter().cloned());
    folded.bytes += size(&edit.v);
    let kept = |state| other(moment, edit.v.clone(), parents.clone(), state);
    match verdict {
        Verdict::Live | Verdict::Agrees | Verdict::Replaces => {
            folded.is_at_least(Weight::Applied);
            row.make_live(field, head(id, moment, parents), edit.v.clone(), VersionState::Past);
        }
        Verdict::Wins => {
            folded.is_at_least(Weight::Alternative);
            row.make_live(field, head(id, moment, parents), edit.v.clone(), VersionState::Alternative);
        }
        Verdict::Loses => {
            folded.is_at_least(Weight::Alternative);
            row.keep(field, id.clone(), kept(VersionState::Alternative));
            if let Some(head) = row.heads.get_mut(field) {
                head.open.insert(id, moment.seq);
            }
        }
        Verdict::Recorded => {
            row.keep(field, id, kept(VersionState::Past));
        }
        Verdict::Merged(text) => {
            folded.is_at_least(Weight::Merged);
            row.keep(field, id.clone(), kept(VersionState::Merged));
            let text = Value::String(text);
            folded.bytes += size(&text);
            let parents = live.into_iter().chain([id]).collect();
            let head = head(VersionId::merged(moment.op), moment, parents);
            row.make_live(field, head, text, VersionState::Merged);
        }
    }
    for id in resolved {
        seen.remove(&id);
        row.close(field, &id, VersionState::Dismissed);
    }
    for id in seen {
        row.close(field, &id, VersionState::Past);
    }
    touch(row, field, folded);
}

fn judge(row: &Row, field: Field, parent: &From, edit: &FieldEdit, id: &VersionId, moment: Moment) -> Verdict {
    let value = row.value(field);
    let live = row.heads.get(field).map(|head| Seen { id: &head.id, at: head.at, value });
    let parent = match parent {
        From::Nothing => None,
        From::Live => live.map(|live| Parent { id: live.id, value: Some(live.value) }),
        From::Other(id) => row.other(field, id).map(|other| {
            let value = other.value.as_ref().filter(|_| row.leads_to_live(field, id));
            Parent { id, value }
        }),
    };
    decide::judge(row.merge(field), live, parent, Seen { id, at: moment.at, value: &edit.v })
}

fn head(id: VersionId, moment: Moment, parents: Vec<VersionId>) -> Head {
    Head { id, seq: moment.seq, at: moment.at, parents, open: BTreeMap::new() }
}

fn other(moment: Moment, value: Value, parents: Vec<VersionId>, state: VersionState) -> Other {
    let (seq, at) = (moment.seq, moment.at);
    Other { seq, at, value: Some(value), parents, lived: false, state, write: Write::All }
}

fn touch(row: &Row, field: Field, folded: &mut Folded) {
    let head = row.heads.get(field);
    let touched = Touched {
        live: head.map(|head| (head.id.clone(), row.value(field).clone())),
        alternatives: head.map(|head| head.open.keys().cloned().collect()).unwrap_or_default(),
    };
    folded.touched.insert((row.table.name.to_owned(), row.id, field.to_owned()), touched);
}

/// What the quota counts for a value.
pub(super) fn size(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) => 4,
        Value::Number(_) => 8,
        Value::String(text) => text.len() + 2,
        Value::Array(_) | Value::Object(_) => value.to_string().len(),
    }
}
