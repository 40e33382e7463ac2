//! What somebody at a device does next.

use std::collections::BTreeMap;

use maker_domain::sync::{
    registry::{self, Column, Kind, Merge},
    wire::DELETED,
};
use rand::Rng;
use serde_json::{Value, json};

use super::{World, id};
use crate::{Key, client::RowChange};

const WORDS: [&str; 15] = [
    "mug", "clay", "glaze", "ash", "kiln", "hand", "thrown", "sale", "ship", "free", "Lyon", "spring", "new", "small",
    "釉薬",
];

impl World {
    /// One edit, sometimes of two rows at once.
    pub(super) fn edit(&mut self, who: usize) {
        let rows = if self.chance(0.1) { 2.min(self.keys.len()) } else { 1 };
        let first = self.rng.random_range(0..self.keys.len());
        let keys: Vec<Key> = (0..rows).filter_map(|n| self.keys.get((first + n) % self.keys.len()).cloned()).collect();
        let changes: Vec<_> = keys.into_iter().filter_map(|key| self.change(who, key)).collect();
        let (op, now) = (id(&mut self.rng), self.server.now);
        if let Some(client) = self.clients.get_mut(who).filter(|_| !changes.is_empty()) {
            client.edit(op, now, changes);
            self.counts.edits += 1;
        }
    }

    fn change(&mut self, who: usize, key: Key) -> Option<RowChange> {
        let client = self.clients.get(who)?;
        let view = client.view(&key);
        let open = client.confirmed.get(&key).map(|row| row.row.alt.clone()).unwrap_or_default();
        let (keep, delete) = if self.deletes_much() { (0.9, 0.3) } else { (0.7, 0.08) };
        let mut values = BTreeMap::new();
        let mut resolves = BTreeMap::new();
        if view.values.is_empty() {
            values = self.whole(&key);
        } else if view.deleted() {
            if self.chance(keep) {
                return None;
            }
            values.insert(DELETED.to_owned(), json!(false));
        } else if self.chance(delete) {
            values.insert(DELETED.to_owned(), json!(true));
        } else {
            let columns: Vec<_> = registry::table(&key.0)?.columns.iter().filter(|c| is_edited(c)).collect();
            let column = *columns.get(self.rng.random_range(0..columns.len()))?;
            let new = self.value(column, view.values.get(column.name));
            // Some program has a fault and sends what no column takes.
            let new = if self.chance(0.01) { json!("\0") } else { new };
            values.insert(column.name.to_owned(), new);
            if self.chance(0.3) {
                values.insert("updated_at".to_owned(), json!(self.server.now));
            }
            let alternatives = open.get(column.name).filter(|_| view.sees_confirmed(column.name));
            if let Some(open) = alternatives
                && self.rng.random_bool(0.5)
            {
                resolves.insert(column.name.to_owned(), open.iter().map(|open| open.id.clone()).collect());
                self.counts.resolved += 1;
            }
        }
        Some(RowChange { key, values, resolves })
    }

    /// Everything that a new row needs, and some more.
    fn whole(&mut self, key: &Key) -> BTreeMap<String, Value> {
        let columns = registry::table(&key.0).map_or(&[][..], |table| table.columns);
        let needed = columns.iter().filter(|column| column.required || is_edited(column));
        let mut values: BTreeMap<_, _> =
            needed.map(|column| (column.name.to_owned(), self.value(column, None))).collect();
        values.insert(DELETED.to_owned(), json!(false));
        values
    }

    fn value(&mut self, column: &Column, now: Option<&Value>) -> Value {
        match (column.kind, column.merge) {
            (Kind::Text, Merge::Text) => json!(self.text(now.and_then(Value::as_str).unwrap_or_default())),
            (Kind::Text, _) => json!(self.word()),
            (Kind::Integer, _) => json!(self.rng.random_range(1..1_000_000)),
            (Kind::Real, _) => json!(f64::from(self.rng.random_range(400..4_000_000)) / 4.0),
            (Kind::Bool, _) => json!(self.chance(0.5)),
            (Kind::Time, _) => json!(self.server.now),
            (Kind::Id, _) => json!(id(&mut self.rng).to_string()),
            (Kind::Json, _) => json!([{ "name": self.word(), "width": self.rng.random_range(1..9) }]),
        }
    }

    /// A few new words, or a word of the text changed or put before another.
    fn text(&mut self, now: &str) -> String {
        if now.is_empty() {
            return (0..6).map(|_| self.word()).collect::<Vec<_>>().join(" ");
        }
        let mut words: Vec<_> = now.split(' ').map(str::to_owned).collect();
        let (at, word) = (self.rng.random_range(0..words.len()), self.word());
        if self.chance(0.6)
            && let Some(old) = words.get_mut(at)
        {
            *old = word;
        } else {
            words.insert(at, word);
        }
        words.join(" ")
    }

    /// A word that nobody has used yet.
    fn word(&mut self) -> String {
        self.words += 1;
        format!("{}{}", WORDS[self.rng.random_range(0..WORDS.len())], self.words)
    }
}

/// The columns that the histories edit; the others are set when a row is made.
fn is_edited(column: &Column) -> bool {
    matches!(
        column.name,
        "title" | "description" | "price" | "hidden" | "content" | "images" | "state" | "detail" | "remote_id"
    )
}
