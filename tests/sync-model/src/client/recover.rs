//! The ways back: after the backend lost something it had, after it forgot what the device's cursor would need, and when
//! it no longer has a row that an edit is for.

use std::collections::{BTreeMap, BTreeSet};

use maker_domain::sync::{
    chain::same_value,
    registry,
    token::Token,
    wire::{DELETED, FieldEdit, Op, RowEdit},
};
use serde_json::Value;
use uuid::Uuid;

use super::{Client, Confirmed, Entry, Screen, State};
use crate::{Key, Rule};

const KEPT: Option<Rule> = Some(Rule::KeptBesideIsUnseen);

/// Reading everything anew.
#[derive(Clone, Debug)]
pub(super) struct Start {
    /// After a restore: the newest moment that both still have, and the rows as they were confirmed after it.
    lost: Option<(u64, BTreeMap<Key, Confirmed>)>,
}

impl Start {
    pub(super) fn ghost(&self, key: &Key) -> Option<&Confirmed> {
        self.lost.as_ref()?.1.get(key)
    }

    pub(super) fn ancestor(&self) -> Option<u64> {
        Some(self.lost.as_ref()?.0)
    }
}

impl Client {
    /// The cursor is from before something that the backend forgot: read everything, then drop the rows that did not come.
    pub(crate) fn resync(&mut self) {
        self.begin(None);
    }

    /// The backend has lost what came after `ancestor`. What this device had accepted since then is sent again, with bases
    /// that mean something in the history that is left, and so are the rows it had confirmed.
    pub(crate) fn rewind(&mut self, ancestor: Token) {
        let is_lost = |_: &Key, confirmed: &mut Confirmed| confirmed.row.rev > ancestor.seq;
        let ghosts: BTreeMap<_, _> = self.confirmed.extract_if(.., is_lost).collect();
        for entry in &mut self.outbox {
            if matches!(entry.state, State::Accepted(seq) if seq > ancestor.seq)
                && self.without != Some(Rule::LostIsSentAgain)
            {
                entry.state = State::Pending;
            }
            if self.without != Some(Rule::BasesAreLowered) {
                for row in &mut entry.op.rows {
                    let ghost = ghosts.get(&(row.t.clone(), row.row));
                    for (name, field) in row.f.iter_mut().filter(|(_, field)| field.rev > ancestor.seq) {
                        let unseen = ghost.is_some_and(|ghost| self.without != KEPT && ghost.keeps_beside(name));
                        field.rev = if unseen { 0 } else { ancestor.seq };
                    }
                }
            }
        }
        self.checkpoints.retain(|token| token.seq <= ancestor.seq);
        self.seen = ancestor;
        self.drained = 0;
        self.begin(Some((ancestor.seq, ghosts)).filter(|_| self.without != Some(Rule::GhostsAreHealed)));
    }

    fn begin(&mut self, mut lost: Option<(u64, BTreeMap<Key, Confirmed>)>) {
        // What an unfinished start before this one knew to be lost still is.
        if let Some((earlier, ghosts)) = self.start.take().and_then(|start| start.lost) {
            let (ancestor, all) = lost.get_or_insert_default();
            *ancestor = if all.is_empty() { earlier } else { earlier.min(*ancestor) };
            all.extend(ghosts);
        }
        self.generation += 1;
        self.cursor = Token::START;
        self.start = Some(Start { lost });
    }

    /// Everything has come: what did not is gone.
    pub(super) fn finish_start(&mut self, new_id: &mut dyn FnMut() -> Uuid) {
        let Some(Start { lost }) = self.start.take() else { return };
        let edited = self.pending().flat_map(|entry| entry.op.rows.iter().map(|row| (row.t.clone(), row.row)));
        let mut busy: BTreeSet<Key> = edited.collect();
        if lost.is_some() || self.without == Some(Rule::SweepSparesEdits) {
            busy.clear();
        }
        let generation = self.generation;
        let gone = self.confirmed.extract_if(.., |key, row| row.generation != generation && !busy.contains(key));
        let gone: BTreeMap<_, _> = gone.collect();
        if let Some((ancestor, mut ghosts)) = lost {
            gone.into_iter().for_each(|(key, row)| _ = ghosts.entry(key).or_insert(row));
            self.heal(ancestor, &ghosts, new_id);
        }
    }

    /// Sends back what rows were, as edits that lose every tie: at worst they become alternatives.
    fn heal(&mut self, ancestor: u64, ghosts: &BTreeMap<Key, Confirmed>, new_id: &mut dyn FnMut() -> Uuid) {
        for (key, ghost) in ghosts {
            let now = self.confirmed.get(key);
            let rev = now.map_or(0, |now| now.row.rev.min(ancestor));
            let differs = |name: &String, v: &Value| {
                now.and_then(|now| now.row.f.get(name)).is_none_or(|have| !same_value(have, v))
            };
            let mut values: BTreeMap<_, _> = ghost.row.f.clone();
            values.retain(|name, v| is_ours(key, name) && differs(name, v));
            if now.is_none_or(|now| now.row.del != ghost.row.del) {
                values.insert(DELETED.to_owned(), Value::Bool(ghost.row.del));
            }
            if values.is_empty() || (now.is_none() && values.len() == 1) {
                continue;
            }
            let edit = |(name, v): (String, Value)| {
                let rev = if self.without != KEPT && ghost.keeps_beside(&name) { 0 } else { rev };
                (name, FieldEdit { v, rev, op: None })
            };
            let f = values.into_iter().map(edit).collect();
            let row = RowEdit { t: key.0.clone(), row: key.1, f, resolves: BTreeMap::new(), saw: BTreeMap::new() };
            let op = Op { id: new_id(), at: 0, rows: vec![row] };
            self.outbox.insert(0, Entry { op, state: State::Pending, screen: None, filled: BTreeSet::new() });
        }
    }

    /// The backend has not (any more) a row that an edit is for: the edit becomes one that can make the row, from the
    /// confirmed copy and the device's own edits up to it. What is added so is based on nothing, because nobody looked at
    /// it: should the row be there after all, it replaces nothing.
    ///
    /// It gets a new id, because a late copy of the old one may still arrive, and so do the edits that were made on it.
    pub(super) fn send_whole(&mut self, n: usize, new_id: &mut dyn FnMut() -> Uuid) {
        let Some(entry) = self.outbox.get(n) else { return };
        let rows: Vec<Key> = entry.op.rows.iter().map(|row| (row.t.clone(), row.row)).collect();
        let before = self.outbox.iter().take(n).filter(|entry| entry.state == State::Pending);
        let waits = |entry: &Entry| entry.op.rows.iter().any(|row| rows.contains(&(row.t.clone(), row.row)));
        // An earlier edit of the row is still on its way and will make it.
        if before.clone().any(waits) {
            return;
        }
        let whole: Vec<RowEdit> = entry.op.rows.iter().map(|row| self.whole_row(row, n)).collect();
        // Nobody has the rest of the row any more: there is nothing to come back to.
        if !whole.iter().all(is_whole) {
            self.set_state(n, State::Dead);
            return;
        }
        let mut renamed = BTreeMap::new();
        for (m, entry) in self.outbox.iter_mut().enumerate().skip(n).filter(|(_, entry)| entry.state == State::Pending)
        {
            let follows = rename(&mut entry.op.rows, entry.screen.as_mut(), &renamed);
            if m == n || follows {
                let id = new_id();
                renamed.insert(entry.op.id, id);
                entry.op.id = id;
            }
        }
        if let Some(entry) = self.outbox.get_mut(n) {
            for (edit, whole) in entry.op.rows.iter().zip(&whole) {
                let added = whole.f.keys().filter(|name| !edit.f.contains_key(*name)).cloned();
                entry.filled.extend(added.map(|name| ((whole.t.clone(), whole.row), name)));
            }
            entry.op.rows = whole;
        }
    }

    fn whole_row(&self, edit: &RowEdit, n: usize) -> RowEdit {
        let key = (edit.t.clone(), edit.row);
        let typed = |entry: &Entry| -> Vec<(String, Value)> {
            let rows = entry.op.rows.iter().filter(|row| row.t == key.0 && row.row == key.1);
            rows.flat_map(|row| &row.f).map(|(name, field)| (name.clone(), field.v.clone())).collect()
        };
        let kept = self.outbox.iter().take(n).filter(|entry| entry.state != State::Dead);
        let mut values: BTreeMap<_, _> = kept.clone().flat_map(typed).collect();
        if let Some(confirmed) = self.confirmed.get(&key) {
            values.extend(confirmed.row.f.clone());
            values.extend(kept.filter(|entry| self.is_active(entry, &key)).flat_map(typed));
        }
        values.retain(|name, _| is_ours(&key, name));
        values.insert(DELETED.to_owned(), Value::Bool(false));
        let mut whole = edit.clone();
        for (name, v) in values {
            whole.f.entry(name).or_insert(FieldEdit { v, rev: 0, op: None });
        }
        whole
    }
}

fn is_ours((table, _): &Key, column: &str) -> bool {
    let column = registry::table(table).and_then(|table| table.column(column));
    column.is_some_and(|column| column.owner == registry::Owner::Member)
}

fn is_whole(row: &RowEdit) -> bool {
    registry::table(&row.t).is_some_and(|table| table.required().all(|column| row.f.contains_key(column.name)))
}

/// Makes references to edits that got another id follow it. Returns whether there were any.
fn rename(rows: &mut [RowEdit], screen: Option<&mut Screen>, renamed: &BTreeMap<Uuid, Uuid>) -> bool {
    let mut found = false;
    for row in rows {
        for op in row.f.values_mut().filter_map(|field| field.op.as_mut()).chain(row.saw.values_mut()) {
            if let Some(id) = renamed.get(op) {
                *op = *id;
                found = true;
            }
        }
    }
    for version in screen.into_iter().flat_map(BTreeMap::values_mut) {
        let new = renamed.iter().find(|(old, _)| *version == super::VersionId::of(**old));
        if let Some((_, id)) = new {
            *version = super::VersionId::of(*id);
        }
    }
    found
}
