//! Short histories written by hand: each shows one thing.

mod holes;
mod promises;

use std::collections::BTreeMap;

use maker_domain::sync::wire::{DELETED, RowState};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    Key, ModelServer, Rule,
    checks::{self, Check},
    client::RowChange,
    world::World,
};

const A: usize = 0;
const B: usize = 1;

/// Devices 0 and on, with services `A` and `B` that everybody knows.
struct Story {
    world: World,
    keys: Vec<Key>,
    ops: u128,
}

impl Story {
    /// Nobody has anything yet.
    fn empty(devices: usize, without: Option<Rule>) -> Self {
        let key = |n| ("services".to_owned(), Uuid::from_u128(n));
        Self { world: World::by_hand(devices, without), keys: vec![key(1), key(2)], ops: 100 }
    }

    fn new(devices: usize, without: Option<Rule>) -> Self {
        let mut story = Self::empty(devices, without);
        story.make(0, A);
        story.make(0, B);
        story.world.push(0, true, true, 50).unwrap();
        (0..devices).for_each(|who| story.pull(who));
        story
    }

    fn make(&mut self, who: usize, row: usize) {
        let values = json!({
            "title": "mug", "description": "a mug of clay", "price": 10.0, "currency": "EUR", "type": "ARTISAN",
            "created_at": 1, "updated_at": 1, DELETED: false,
        });
        self.edit_all(who, row, values);
    }

    fn edit(&mut self, who: usize, row: usize, name: &str, value: impl Into<Value>) -> Uuid {
        self.edit_all(who, row, json!({ name: value.into() }))
    }

    fn edit_all(&mut self, who: usize, row: usize, values: Value) -> Uuid {
        self.edit_rows(who, [(row, values)])
    }

    fn edit_rows<const N: usize>(&mut self, who: usize, rows: [(usize, Value); N]) -> Uuid {
        self.ops += 1;
        self.world.server.now += 1_000;
        let id = Uuid::from_u128(self.ops);
        let changes = rows.map(|(row, values)| RowChange {
            key: self.keys[row].clone(),
            values: values.as_object().unwrap().clone().into_iter().collect(),
            resolves: BTreeMap::new(),
        });
        self.world.clients[who].edit(id, self.world.server.now, changes.into());
        id
    }

    fn delete(&mut self, who: usize, row: usize) {
        self.edit(who, row, DELETED, true);
    }

    /// Everything in the bin is forgotten.
    fn purge(&mut self) {
        self.world.forget(ModelServer::purge, u64::MAX);
    }

    /// Sends everything and hears the answer.
    fn push(&mut self, who: usize) -> Check {
        self.world.push(who, true, true, 50)?;
        self.look(who)
    }

    /// The answer is lost.
    fn push_unanswered(&mut self, who: usize) -> Check {
        self.world.push(who, true, false, 50)
    }

    fn pull(&mut self, who: usize) {
        while {
            self.pull_page(who, 100);
            self.world.clients[who].cursor != self.world.server.head()
        } {}
    }

    fn pull_page(&mut self, who: usize, limit: u32) {
        self.world.pull(who, true, limit);
    }

    /// The person at the device looks whether everything they typed is still there.
    fn look(&self, who: usize) -> Check {
        checks::own_edits_are_on_the_screen(&self.world.server, &self.world.clients[who], &self.world.purged)
    }

    fn end(&mut self) -> Check {
        self.world.settle()?;
        self.world.check_the_end()
    }

    /// The row as the backend has it.
    fn row(&self, row: usize) -> Option<RowState> {
        let key = &self.keys[row];
        self.world.server.rows().into_iter().find(|row| row.t == key.0 && row.id == key.1)
    }

    /// The live value and those beside it.
    fn values(&self, row: usize, name: &str) -> (Value, Vec<Value>) {
        let row = self.row(row).unwrap();
        let beside = row.alt.get(name).into_iter().flatten().map(|open| open.v.clone());
        (row.f.get(name).cloned().unwrap_or_default(), beside.collect())
    }
}
