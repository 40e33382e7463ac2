//! The same random story told to the backend and to the model of it: the same answers, the same history, the same rows.

use std::collections::BTreeMap;

use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{DELETED, FieldEdit, Op, OpResult, Outcome, Pull, Push, RowEdit, SCHEMA, VersionId};
use maker_server::sync::Author;
use maker_sync_model::ModelServer;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rstest::rstest;
use serde_json::{Value, json};
use uuid::Uuid;

use super::workspace::{NOW, Workspace};
use crate::engines::On::{self, Postgres, Sqlite};

const STEPS: usize = 160;
const WORDS: [&str; 8] = ["mug", "clay", "glaze", "ash", "kiln", "hand", "ship", "Lyon"];

/// Devices that look at old revisions, at their own edits, at nothing; ids and times included, all by the seed.
struct Story {
    chance: StdRng,
    rows: Vec<(&'static str, Uuid)>,
    sent: Vec<Op>,
    head: u64,
    open: Vec<((&'static str, Uuid), String, VersionId)>,
}

impl Story {
    fn new(seed: u64) -> Self {
        let mut chance = StdRng::seed_from_u64(seed);
        let tables = ["services", "services", "posts", "drafts", "deliveries"];
        let rows = tables.into_iter().map(|table| (table, Uuid::from_u128(chance.random()))).collect();
        Self { chance, rows, sent: Vec::new(), head: 0, open: Vec::new() }
    }

    fn op(&mut self) -> Op {
        if self.chance.random_bool(0.1)
            && let Some(old) = self.sent.choose(&mut self.chance)
        {
            // Again, or another one that uses its id.
            let mut again = old.clone();
            again.at += i64::from(self.chance.random_bool(0.3));
            return again;
        }
        let count = if self.chance.random_bool(0.15) { 2 } else { 1 };
        let mut rows: Vec<RowEdit> = Vec::new();
        for _ in 0..count {
            let row = self.row();
            if self.chance.random_bool(0.05) || rows.iter().all(|other| other.row != row.row) {
                rows.push(row);
            }
        }
        let at = NOW + self.chance.random_range(-50..50);
        let op = Op { id: Uuid::from_u128(self.chance.random()), at, rows };
        self.sent.push(op.clone());
        op
    }

    fn row(&mut self) -> RowEdit {
        let (table, row) = *self.rows.choose(&mut self.chance).unwrap();
        let columns = maker_domain::sync::registry::table(table).unwrap().columns;
        let whole = self.chance.random_bool(0.25);
        let mut f = BTreeMap::new();
        for column in columns {
            if (whole && column.required) || self.chance.random_bool(0.12) {
                f.insert(column.name.to_owned(), self.field(column.kind));
            }
        }
        if self.chance.random_bool(0.2) {
            let mut deletion = self.field(maker_domain::sync::registry::Kind::Bool);
            deletion.v = json!(self.chance.random_bool(0.7));
            f.insert(DELETED.to_owned(), deletion);
        }
        let saw = match self.sent.choose(&mut self.chance) {
            Some(op) if self.chance.random_bool(0.3) => columns.iter().map(|c| (c.name.to_owned(), op.id)).collect(),
            _ => BTreeMap::new(),
        };
        let mut resolves: BTreeMap<String, Vec<VersionId>> = BTreeMap::new();
        for (key, field, version) in &self.open {
            if *key == (table, row) && f.contains_key(field) && self.chance.random_bool(0.4) {
                resolves.entry(field.clone()).or_default().push(version.clone());
            }
        }
        RowEdit { t: table.to_owned(), row, f, resolves, saw }
    }

    fn field(&mut self, kind: maker_domain::sync::registry::Kind) -> FieldEdit {
        use maker_domain::sync::registry::Kind;
        let chance = &mut self.chance;
        let v = match kind {
            _ if chance.random_bool(0.01) => Value::Null,
            // The backend knows more of single columns of this kind than the model does.
            Kind::Json => json!([*WORDS.choose(chance).unwrap()]),
            _ if chance.random_bool(0.01) => json!({ "odd": 1 }),
            Kind::Text => {
                // Mostly one word of the same sentence, so that texts can be merged.
                let mut text: Vec<_> = "new clay mugs from our kiln in Lyon for sale today".split(' ').collect();
                for _ in 0..chance.random_range(1..3) {
                    let at = chance.random_range(0..text.len());
                    text[at] = WORDS.choose(chance).unwrap();
                }
                json!(text.join(" "))
            }
            Kind::Integer => json!(chance.random_range(0..5)),
            Kind::Real => json!(f64::from(chance.random_range(0..8)) / 2.0),
            Kind::Bool => json!(chance.random_bool(0.5)),
            Kind::Time => json!(NOW + chance.random_range(0..3)),
            Kind::Id => json!(Uuid::from_u128(chance.random_range(0..3))),
        };
        let rev = self.chance.random_range(0..=self.head + 1);
        let op = self.sent.choose(&mut self.chance).map(|op| op.id).filter(|_| rev % 3 == 0);
        FieldEdit { v, rev, op }
    }
}

/// What is said to people may differ.
fn without_words(mut results: Vec<OpResult>) -> Vec<OpResult> {
    for result in &mut results {
        if let Outcome::Rejected { detail, .. } = &mut result.outcome {
            detail.clear();
        }
    }
    results
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_random_story_ends_as_in_the_model_with_the_same_chain(
    #[values(Sqlite, Postgres)] on: On,
    #[values(1, 2, 3, 4, 5, 6, 7, 8)] seed: u64,
) {
    let mut w = Workspace::new(on).await;
    let mut model = ModelServer::new();
    let mut story = Story::new(seed);
    let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
    for step in 0..STEPS {
        w.now = NOW + step as i64;
        model.now = w.now;
        let (author, name): (&Author, _) = if step % 3 == 0 { (&w.tablet, "Tablet") } else { (&w.laptop, "Laptop") };
        let ops: Vec<_> = (0..story.chance.random_range(1..5)).map(|_| story.op()).collect();
        let device_now = w.now + story.chance.random_range(-5..5);
        let seen = model.head();
        let push = Push { now: device_now, seen, schema: SCHEMA, ops: ops.clone() };
        let expected = model.push(name, &push).unwrap();
        let pushed = w.push(author, seen, device_now, ops.clone()).await.unwrap();
        for (n, (ours, theirs)) in
            without_words(pushed.results).into_iter().zip(without_words(expected.results)).enumerate()
        {
            assert_eq!(ours, theirs, "step {step}: {}", serde_json::to_string(&ops[n]).unwrap());
            *outcomes.entry(format!("{:?}", ours.outcome)).or_default() += 1;
        }
        assert_eq!(pushed.head, expected.head, "step {step}");
        story.head = pushed.head.seq;
        let limit = story.chance.random_range(1..6);
        let pull = Pull { cursor: Token::START, seen, limit, schema: SCHEMA };
        let (ours, theirs) = (w.pull(Token::START, limit).await.unwrap(), model.pull(&pull).unwrap());
        assert_eq!(ours, theirs, "step {step}");
        story.open = Vec::new();
        for row in w.rows().await {
            let key = *story.rows.iter().find(|(_, id)| *id == row.id).unwrap();
            for (field, alternatives) in row.alt {
                story.open.extend(alternatives.into_iter().map(|a| (key, field.clone(), a.id)));
            }
        }
    }
    for needed in ["Applied", "Merged", "Alternative", "Noop", "NeedFull", "Rejected"] {
        assert!(outcomes.keys().any(|outcome| outcome.starts_with(needed)), "no {needed} in {outcomes:?}");
    }
}
