//! A device: confirmed rows, and its own edits that lie over them until the rows have come back.

mod recover;

use std::collections::{BTreeMap, BTreeSet};

use maker_domain::sync::{
    token::Token,
    wire::{
        DELETED, FieldEdit, FindAncestor, Op, OpResult, Outcome, Page, Pull, Push, Pushed, RowEdit, RowState, SCHEMA,
        VersionId,
    },
};
use serde_json::Value;
use uuid::Uuid;

use crate::{Key, Rule};
use recover::Start;

/// So many moments are compared after a restore.
const CHECKPOINTS_MAX: usize = 500;

/// The versions on somebody's screen, by row and column. A real device does not know them; the checks ask by them whether
/// an author saw what an edit replaced.
pub(crate) type Screen = BTreeMap<(Key, String), VersionId>;

/// New values for one row.
#[derive(Clone, Debug)]
pub struct RowChange {
    /// The row.
    pub key: Key,
    /// The values by column; [`DELETED`] may stand among them.
    pub values: BTreeMap<String, Value>,
    /// The alternatives that are settled by it, by column.
    pub resolves: BTreeMap<String, Vec<VersionId>>,
}

/// A device and its copy of the workspace.
#[derive(Clone, Debug)]
pub struct Client {
    /// Its name, which its twin has too after somebody copied the disk.
    pub name: String,
    /// By how much its clock is wrong, in milliseconds.
    pub skew: i64,
    pub(crate) confirmed: BTreeMap<Key, Confirmed>,
    pub(crate) outbox: Vec<Entry>,
    pub(crate) cursor: Token,
    seen: Token,
    checkpoints: Vec<Token>,
    /// Up to here it once had everything.
    drained: u64,
    /// Counts the new starts.
    generation: u64,
    start: Option<Start>,
    without: Option<Rule>,
}

/// A row as the backend told it.
#[derive(Clone, Debug)]
pub(crate) struct Confirmed {
    pub(crate) row: RowState,
    pub(crate) versions: BTreeMap<String, VersionId>,
    generation: u64,
}

impl Confirmed {
    /// Whether other values of a column are kept beside its own.
    fn keeps_beside(&self, name: &str) -> bool {
        self.row.alt.get(name).is_some_and(|open| !open.is_empty())
    }
}

/// An edit of this device.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) op: Op,
    pub(crate) state: State,
    /// What its author saw. Nothing when nobody looked: a row that was sent back.
    pub(crate) screen: Option<Screen>,
    /// Columns that its author did not edit, sent along because the row had to be made anew.
    pub(crate) filled: BTreeSet<(Key, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Pending,
    /// Accepted under that number.
    Accepted(u64),
    /// Rejected for good. It is shown with its reason and does not hold up what follows.
    Dead,
}

/// A row as this device shows it.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    pub(crate) values: BTreeMap<String, Value>,
    pub(crate) versions: BTreeMap<String, VersionId>,
    /// The own active edit that is on top, and the revision that the first of them was made on.
    own: BTreeMap<String, (Uuid, u64)>,
}

impl View {
    pub(crate) fn deleted(&self) -> bool {
        self.values.get(DELETED) == Some(&Value::Bool(true))
    }

    /// Whether what it shows of a column is what the backend told.
    pub(crate) fn sees_confirmed(&self, name: &str) -> bool {
        !self.own.contains_key(name)
    }
}

impl Client {
    /// A device that knows nothing yet.
    #[must_use]
    pub fn new(name: &str, skew: i64, without: Option<Rule>) -> Self {
        Self {
            name: name.to_owned(),
            skew,
            confirmed: BTreeMap::new(),
            outbox: Vec::new(),
            cursor: Token::START,
            seen: Token::START,
            checkpoints: vec![Token::START],
            drained: 0,
            generation: 0,
            start: None,
            without,
        }
    }

    /// Edits some rows at once, on top of what the screen shows.
    pub fn edit(&mut self, id: Uuid, now: i64, changes: Vec<RowChange>) {
        let mut screen = Screen::new();
        let mut rows = Vec::new();
        for change in changes {
            let view = self.view(&change.key);
            rows.push(self.row_edit(&change, &view));
            screen.extend(view.versions.into_iter().map(|(name, version)| ((change.key.clone(), name), version)));
        }
        let op = Op { id, at: now.saturating_add(self.skew), rows };
        self.outbox.push(Entry { op, state: State::Pending, screen: Some(screen), filled: BTreeSet::new() });
    }

    fn row_edit(&self, change: &RowChange, view: &View) -> RowEdit {
        let mut revision = self.revision(&change.key);
        if self.without == Some(Rule::BaseIsTheRowsRevision) {
            revision = self.cursor.seq;
        }
        let field = |name: &String, v: &Value| match view.own.get(name) {
            Some((op, first)) => FieldEdit { v: v.clone(), rev: *first, op: Some(*op) },
            None => FieldEdit { v: v.clone(), rev: revision, op: None },
        };
        let deletes = change.values.contains_key(DELETED);
        let others = view.own.iter().filter(|(name, _)| !change.values.contains_key(*name));
        RowEdit {
            t: change.key.0.clone(),
            row: change.key.1,
            f: change.values.iter().map(|(name, v)| (name.clone(), field(name, v))).collect(),
            resolves: change.resolves.clone(),
            saw: others
                .filter(|(name, _)| deletes || *name == DELETED)
                .map(|(name, (op, _))| (name.clone(), *op))
                .collect(),
        }
    }

    /// The row with the device's active edits on top.
    pub(crate) fn view(&self, key: &Key) -> View {
        let mut view = View::default();
        if let Some(confirmed) = self.copy(key) {
            view.values = confirmed.row.f.clone();
            view.values.insert(DELETED.to_owned(), Value::Bool(confirmed.row.del));
            view.versions = confirmed.versions.clone();
        }
        for entry in &self.outbox {
            for row in entry.op.rows.iter().filter(|row| row.t == key.0 && row.row == key.1) {
                if self.is_active(entry, key) {
                    view.put(entry.op.id, row);
                }
            }
        }
        view
    }

    /// An accepted edit stays on top until its row has come with what became of it, or the device once had everything up
    /// to its number and so the row is gone.
    fn is_active(&self, entry: &Entry, key: &Key) -> bool {
        match entry.state {
            State::Pending => true,
            State::Dead => false,
            State::Accepted(seq) => match self.without {
                Some(Rule::AcceptedStaysOnTheScreen) => false,
                Some(Rule::OverlayGoesByTheRow) => seq > self.cursor.seq,
                _ => self.copy(key).is_none_or(|row| row.row.rev < seq) && self.drained < seq,
            },
        }
    }

    /// The row as the backend told it, and while everything is read anew as it told it before.
    fn copy(&self, key: &Key) -> Option<&Confirmed> {
        self.confirmed.get(key).or_else(|| self.start.as_ref()?.ghost(key))
    }

    /// What an edit of the row is based on. A row from a history that is lost in part has the revision up to which it is
    /// not.
    fn revision(&self, key: &Key) -> u64 {
        let ghost = || {
            let start = self.start.as_ref()?;
            Some(start.ghost(key)?.row.rev.min(start.ancestor()?))
        };
        self.confirmed.get(key).map(|row| row.row.rev).or_else(ghost).unwrap_or(0)
    }

    /// Every row that there is something to show of.
    pub(crate) fn keys(&self) -> BTreeSet<Key> {
        let edited =
            self.outbox.iter().flat_map(|entry| entry.op.rows.iter().map(move |row| (entry, (row.t.clone(), row.row))));
        let active = edited.filter(|(entry, key)| self.is_active(entry, key)).map(|(_, key)| key);
        self.confirmed.keys().cloned().chain(active).collect()
    }

    pub(crate) fn pending(&self) -> impl Iterator<Item = &Entry> {
        self.outbox.iter().filter(|entry| entry.state == State::Pending)
    }

    /// The own edits that edits of a field name as what they were made on.
    pub(crate) fn named_parents(&self, key: &Key, name: &str) -> impl Iterator<Item = Uuid> {
        let rows = self.outbox.iter().flat_map(|entry| &entry.op.rows);
        rows.filter(|row| row.t == key.0 && row.row == key.1).filter_map(|row| row.f.get(name)?.op)
    }

    /// What is to be sent next. Nothing while a new start is under way: what the backend lost is only known after it.
    pub(crate) fn next_push(&self, now: i64, most: usize) -> Option<Push> {
        let ops: Vec<_> = self.pending().take(most).map(|entry| entry.op.clone()).collect();
        if ops.is_empty() || self.start.is_some() {
            return None;
        }
        Some(Push { now: now.saturating_add(self.skew), seen: self.seen, schema: SCHEMA, ops })
    }

    pub(crate) fn next_pull(&self, limit: u32) -> Pull {
        Pull { cursor: self.cursor, seen: self.seen, limit, schema: SCHEMA }
    }

    pub(crate) fn find_ancestor(&self) -> FindAncestor {
        FindAncestor { checkpoints: self.checkpoints.iter().rev().take(CHECKPOINTS_MAX).copied().collect() }
    }

    /// Takes the answer to a push. `new_id` makes ids for edits that have to be sent as whole rows.
    pub(crate) fn pushed(&mut self, pushed: &Pushed, new_id: &mut dyn FnMut() -> Uuid) {
        for OpResult { id, at, outcome } in &pushed.results {
            let Some(n) = self.outbox.iter().position(|entry| entry.op.id == *id) else { continue };
            match (outcome, at) {
                (Outcome::NeedFull, _) => self.send_whole(n, new_id),
                (Outcome::Rejected { .. }, _) => self.set_state(n, State::Dead),
                (Outcome::Retry { .. }, _) | (_, None) => {}
                (_, Some(at)) => {
                    self.set_state(n, State::Accepted(at.seq));
                    self.learn(*at);
                }
            }
        }
        self.learn(pushed.head);
    }

    /// Takes a page. `versions` are those that its rows show.
    pub(crate) fn pulled(&mut self, page: &Page, versions: &Screen, new_id: &mut dyn FnMut() -> Uuid) {
        if page.from != self.cursor.seq {
            return;
        }
        for row in &page.rows {
            let key = (row.t.clone(), row.id);
            let of_row = versions.iter().filter(|((of, _), _)| *of == key);
            let versions = of_row.map(|((_, name), version)| (name.clone(), version.clone())).collect();
            if self.confirmed.get(&key).is_none_or(|have| row.rev >= have.row.rev) {
                let row = self.without_taking_a_copy_away(&key, row);
                self.confirmed.insert(key, Confirmed { row, versions, generation: self.generation });
            }
        }
        self.cursor = page.cursor;
        self.learn(page.cursor);
        if !page.more {
            self.drained = page.cursor.seq;
            self.finish_start(new_id);
        }
        self.drop_what_is_safe(page.backed_up_through);
    }

    /// The last trace of a purged row has no values. The copy stays while an edit is on its way that may have to make the
    /// row anew.
    fn without_taking_a_copy_away(&self, key: &Key, row: &RowState) -> RowState {
        let on_its_way = self.pending().any(|entry| entry.op.rows.iter().any(|row| row.t == key.0 && row.row == key.1));
        let copy = self.copy(key).filter(|_| on_its_way && row.del && row.f.is_empty());
        copy.map_or_else(|| row.clone(), |copy| RowState { f: copy.row.f.clone(), ..row.clone() })
    }

    /// Accepted edits are kept until a backup has them: the backend may still lose them.
    fn drop_what_is_safe(&mut self, backed_up_through: u64) {
        let (cursor, confirmed) = (self.drained, &self.confirmed);
        let arrived = |entry: &Entry, seq: u64| {
            let came = |row: &RowEdit| confirmed.get(&(row.t.clone(), row.row)).is_some_and(|have| have.row.rev >= seq);
            cursor >= seq || entry.op.rows.iter().all(came)
        };
        self.outbox.retain(|entry| match entry.state {
            State::Accepted(seq) => seq > backed_up_through || !arrived(entry, seq),
            State::Pending | State::Dead => true,
        });
    }

    fn set_state(&mut self, n: usize, state: State) {
        if let Some(entry) = self.outbox.get_mut(n) {
            entry.state = state;
        }
    }

    fn learn(&mut self, token: Token) {
        if self.checkpoints.last() != Some(&token) {
            self.checkpoints.push(token);
        }
        if token.seq > self.seen.seq {
            self.seen = token;
        }
    }
}

impl View {
    fn put(&mut self, op: Uuid, row: &RowEdit) {
        for (name, field) in &row.f {
            self.values.insert(name.clone(), field.v.clone());
            self.versions.insert(name.clone(), VersionId::of(op));
            self.own.insert(name.clone(), (op, field.rev));
        }
    }
}
