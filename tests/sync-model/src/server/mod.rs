//! A backend of one workspace, in memory. One counter gives each accepted op its number; everything else follows from the
//! order of the numbers.

mod accept;
mod feed;
mod field;

use std::collections::BTreeMap;

use maker_domain::sync::{
    chain::{self, AllTouched, Hash},
    registry::{self, Merge},
    token::{Chain, Token},
    wire::{
        Ancestor, DELETED, FindAncestor, OPS_MAX, Op, OpResult, Outcome, Push, Pushed, Rejection, RetryReason, RowEdit,
        VersionId,
    },
};
use serde_json::Value;
use uuid::Uuid;

use crate::{Key, Rule};
use field::{Edit, Ended, Field, Version};

/// A whole request that is not served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// 409: the device knows a history that this is not. It asks for the [ancestor](ModelServer::ancestor).
    Diverged,
    /// 410: what was forgotten since the device's cursor cannot be told any more. It starts from nothing.
    Resync,
    /// 413: more ops than a push may have.
    TooLarge,
}

/// The backend.
#[derive(Clone, Debug)]
pub struct ModelServer {
    /// Its clock, in UTC milliseconds since 1970.
    pub now: i64,
    /// So many rows are taken; a device that makes another one has to wait.
    pub rows_max: usize,
    without: Option<Rule>,
    /// The chain at each number from 0 on.
    chains: Vec<Chain>,
    floor: u64,
    backed_up_through: u64,
    done: BTreeMap<Uuid, (Hash, OpResult)>,
    rows: BTreeMap<Key, Row>,
    /// Kept for whoever checks; a device's test has no use for it.
    journal: Option<Vec<Judged>>,
}

/// What [`ModelServer::restore`] takes.
#[derive(Clone, Debug)]
pub struct Backup(Box<ModelServer>);

#[derive(Clone, Debug, Default)]
struct Row {
    rev: u64,
    fields: BTreeMap<String, Field>,
}

/// What became of one row of an op, for the checks.
#[derive(Clone, Debug)]
pub(crate) struct Judged {
    pub(crate) op: Uuid,
    pub(crate) key: Key,
    /// What was live before, by column.
    pub(crate) before: BTreeMap<String, VersionId>,
    /// The columns whose edit took the place of what was live, without a merge and without keeping it.
    pub(crate) replaced: Vec<String>,
    /// Whether it put the row into the bin.
    pub(crate) deletes: bool,
    /// Whether it edits more than [`DELETED`], and whether it says anything of that.
    pub(crate) edits: bool,
    pub(crate) names_deleted: bool,
    /// Whether the row is in the bin afterwards.
    pub(crate) in_the_bin: bool,
}

impl Default for ModelServer {
    fn default() -> Self {
        Self::new()
    }
}

impl ModelServer {
    /// An empty workspace in September 2026.
    #[must_use]
    pub fn new() -> Self {
        Self {
            now: 1_790_000_000_000,
            rows_max: usize::MAX,
            without: None,
            chains: vec![Chain::default()],
            floor: 0,
            backed_up_through: 0,
            done: BTreeMap::new(),
            rows: BTreeMap::new(),
            journal: None,
        }
    }

    /// One that lacks a rule.
    #[must_use]
    pub fn without(rule: Option<Rule>) -> Self {
        Self { without: rule, ..Self::new() }
    }

    /// Notes from now on what became of each op.
    pub(crate) fn keep_journal(&mut self) {
        self.journal = Some(Vec::new());
    }

    /// What was noted since the last time.
    pub(crate) fn take_journal(&mut self) -> Vec<Judged> {
        self.journal.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// One field of a row.
    pub(crate) fn field(&self, key: &Key, name: &str) -> Option<&Field> {
        self.rows.get(key)?.fields.get(name)
    }

    /// The live versions of a row, by column.
    pub(crate) fn live(&self, key: &Key) -> BTreeMap<String, VersionId> {
        self.rows.get(key).map(Row::live).unwrap_or_default()
    }

    /// Every row there is.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &Key> {
        self.rows.keys()
    }

    /// The numbers under which ops were accepted.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = u64> {
        self.done.values().filter_map(|(_, result)| Some(result.at?.seq))
    }

    /// Whether all of them were accepted before.
    pub(crate) fn knows_all(&self, ops: &[Op]) -> bool {
        ops.iter().all(|op| self.done.contains_key(&op.id))
    }

    /// The newest moment.
    #[must_use]
    pub fn head(&self) -> Token {
        let seq = self.chains.len().saturating_sub(1);
        Token { seq: seq as u64, chain: self.chains.last().copied().unwrap_or_default() }
    }

    /// Takes a device's edits. `device` is the name that its alternatives carry.
    ///
    /// # Errors
    /// [`Refusal::Diverged`] when the device has seen what is not in this history, [`Refusal::TooLarge`] when there are
    /// too many ops. Nothing was taken then.
    pub fn push(&mut self, device: &str, push: &Push) -> Result<Pushed, Refusal> {
        if push.ops.len() > OPS_MAX {
            return Err(Refusal::TooLarge);
        }
        if self.without != Some(Rule::SeenIsChecked) && !self.has(push.seen) {
            return Err(Refusal::Diverged);
        }
        let results = push.ops.iter().map(|op| self.apply(device, push, op)).collect();
        Ok(Pushed { head: self.head(), backed_up_through: self.backed_up_through, results })
    }

    /// The newest of the moments that this history has too.
    #[must_use]
    pub fn ancestor(&self, find: &FindAncestor) -> Ancestor {
        let known = find.checkpoints.iter().filter(|token| self.chains.get(index(token.seq)) == Some(&token.chain));
        Ancestor { token: known.max_by_key(|token| token.seq).copied().unwrap_or(Token::START) }
    }

    /// Makes a backup, which devices hear of.
    pub fn backup(&mut self) -> Backup {
        self.backed_up_through = self.head().seq;
        Backup(Box::new(self.clone()))
    }

    /// Loses everything since the backup was made. The clock goes on.
    pub fn restore(&mut self, backup: &Backup) {
        *self = Self { now: self.now, rows_max: self.rows_max, ..(*backup.0).clone() };
    }

    /// Empties the bin of every row that went into it up to that number: the ids stay as tombstones.
    pub fn empty_bin(&mut self, through: u64) {
        for row in self.rows.values_mut().filter(|row| row.deleted() && row.rev <= through) {
            row.fields.retain(|name, _| name == DELETED);
        }
    }

    /// Forgets every row that went into the bin up to that number, and its tombstone. A device whose cursor is from
    /// before has to start from nothing.
    pub fn purge(&mut self, through: u64) {
        let mut floor = self.floor;
        self.rows.retain(|_, row| {
            let goes = row.deleted() && row.rev <= through;
            if goes {
                floor = floor.max(row.rev);
            }
            !goes
        });
        self.floor = floor;
    }

    fn has(&self, token: Token) -> bool {
        self.without == Some(Rule::ChainIsChecked) || self.chains.get(index(token.seq)) == Some(&token.chain)
    }

    fn apply(&mut self, device: &str, push: &Push, op: &Op) -> OpResult {
        let body = chain::body_hash(op);
        if self.without != Some(Rule::RepeatChangesNothing)
            && let Some((known, result)) = self.done.get(&op.id)
        {
            let reused =
                || accept::rejected(Rejection::IdReused, "This id was used for another edit. Send it under a new one.");
            let same = *known == body;
            return if same { result.clone() } else { OpResult { id: op.id, at: None, outcome: reused() } };
        }
        let op = match self.accepted(op, push.schema) {
            Ok(op) => op,
            Err(outcome) => return OpResult { id: op.id, at: None, outcome },
        };
        let seq = self.head().seq + 1;
        let at = op.at.saturating_add(self.now.saturating_sub(push.now)).min(self.now);
        let mut ended = Ended::Recorded;
        let mut touched = AllTouched::new();
        for row in &op.rows {
            let stamp = Stamp { op: op.id, at, seq, device };
            ended = ended.max(self.edit_row(row, &stamp, &mut touched));
        }
        if self.without == Some(Rule::ChainHasTheOutcome) {
            touched.clear();
        }
        self.chains.push(chain::next(self.head().chain, op.id, &body, &touched));
        let outcome = match ended {
            Ended::Recorded => Outcome::Noop,
            Ended::Live => Outcome::Applied,
            Ended::Merged => Outcome::Merged,
            Ended::Alternative => Outcome::Alternative,
        };
        let result = OpResult { id: op.id, at: Some(self.head()), outcome };
        self.done.insert(op.id, (body, result.clone()));
        result
    }

    fn edit_row(&mut self, edit: &RowEdit, stamp: &Stamp<'_>, touched: &mut AllTouched) -> Ended {
        let key = (edit.t.clone(), edit.row);
        let row = self.rows.entry(key.clone()).or_default();
        let before = self.journal.as_ref().map(|_| row.live()).unwrap_or_default();
        row.rev = stamp.seq;
        let mut fields: Vec<_> = edit.f.iter().collect();
        let mut touch = Vec::new();
        let mut ended = Ended::Recorded;
        let edit_wins = self.without != Some(Rule::EditBeatsUnseenDelete);
        if edit_wins && row.overlooked_by(edit) {
            row.field(DELETED).record(stamp.op, stamp.version(Value::Bool(true)));
            touch.push(DELETED);
            match self.without {
                Some(Rule::RefusalDropsTheDeleteAlone) => fields.clear(),
                _ => fields.retain(|(name, _)| *name != DELETED),
            }
        }
        let edits = fields.iter().any(|(name, _)| *name != DELETED);
        if edits && edit_wins && row.deleted() && !row.deletion_seen_by(edit) {
            row.field(DELETED).replace(VersionId::revived(stamp.op), stamp.version(Value::Bool(false)));
            touch.push(DELETED);
            ended = Ended::Live;
        }
        let (mut replaced, mut deletes) = (Vec::new(), false);
        for (name, new) in fields {
            let resolves = edit.resolves.get(name).map_or(&[][..], Vec::as_slice);
            let version = stamp.version(new.v.clone());
            let arrives = Edit { op: stamp.op, version, own: new.op, rev: new.rev, resolves };
            let merge = merge(&edit.t, name);
            let now = row.field(name).edit(merge, arrives, self.without);
            if now == Ended::Live && merge != Merge::Latest {
                replaced.push(name.clone());
            }
            deletes |= now == Ended::Live && name == DELETED && new.v == Value::Bool(true);
            ended = ended.max(now);
            touch.push(name);
        }
        if let Some(journal) = &mut self.journal {
            let (names_deleted, in_the_bin) = (edit.f.contains_key(DELETED), row.deleted());
            journal.push(Judged { op: stamp.op, key, before, replaced, deletes, edits, names_deleted, in_the_bin });
        }
        let now =
            touch.into_iter().map(|name| ((edit.t.clone(), edit.row, name.to_owned()), row.field(name).touched()));
        touched.extend(now);
        ended
    }
}

/// What all versions of an op have in common.
struct Stamp<'a> {
    op: Uuid,
    at: i64,
    seq: u64,
    device: &'a str,
}

impl Stamp<'_> {
    fn version(&self, value: Value) -> Version {
        Version { value, parents: Vec::new(), at: self.at, seq: self.seq, device: self.device.to_owned() }
    }
}

impl Row {
    fn field(&mut self, name: &str) -> &mut Field {
        self.fields.entry(name.to_owned()).or_default()
    }

    fn live(&self) -> BTreeMap<String, VersionId> {
        self.fields.iter().filter_map(|(name, field)| Some((name.clone(), field.live.clone()?))).collect()
    }

    fn deleted(&self) -> bool {
        self.fields.get(DELETED).and_then(Field::value) == Some(&Value::Bool(true))
    }

    /// Whether it deletes the row in ignorance of a value that is live.
    fn overlooked_by(&self, edit: &RowEdit) -> bool {
        let Some(delete) = edit.f.get(DELETED).filter(|delete| delete.v == Value::Bool(true)) else { return false };
        let own = |name: &String| edit.saw.get(name).copied().or_else(|| edit.f.get(name)?.op);
        let mut values = self.fields.iter().filter(|(name, _)| *name != DELETED);
        values.any(|(name, field)| !field.seen(own(name), delete.rev))
    }

    /// Whether an edit was made in the knowledge that the row is in the bin.
    fn deletion_seen_by(&self, edit: &RowEdit) -> bool {
        let own = edit.saw.get(DELETED).copied().or_else(|| edit.f.get(DELETED)?.op);
        let rev = edit.f.values().map(|field| field.rev).max().unwrap_or(0);
        self.fields.get(DELETED).is_none_or(|field| field.seen(own, rev))
    }
}

/// How a column is merged. Whether a row is in the bin has no alternatives: nobody could choose between them on a row that
/// they do not see.
fn merge(table: &str, column: &str) -> Merge {
    registry::table(table).and_then(|table| table.column(column)).map_or(Merge::Latest, |column| column.merge)
}

fn index(seq: u64) -> usize {
    usize::try_from(seq).unwrap_or(usize::MAX)
}
