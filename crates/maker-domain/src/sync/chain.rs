//! How the chain of a workspace's history is made. The recipe is written here once, because every backend, and the model
//! that they are held against, has to come to the same bytes.
//!
//! The hash is BLAKE3 in its key derivation mode, with a context of its own for each of the three things that are hashed.
//! Numbers of things and lengths are 64 bits, the most significant first. A *text* is its length in bytes and its UTF-8;
//! an *id* is its 16 bytes.
//!
//! - A **value** is one letter and what it holds: `n` for nothing, `f`, `t`, `d` and the 64 bits of a double (what travels
//!   as JSON is no more than that; minus zero is zero), `s` and a text, `l` with the number of items and the items, `o` with
//!   the number of keys and, sorted by their bytes, each key as a text with its value.
//! - The **body** of an op is its time, the number of its rows, and for each in the op's order: the table as a text, the id
//!   of the row, the number of fields and for each by name: the name, `v` as a value, `op` as `0`, or `1` and the id; then the
//!   number of resolved fields, each with its name, the number of versions and their names as texts; then the number of fields
//!   in `saw`, each with its name and its id. **`rev` is not part of it**: after a restore a device lowers it, and the op still
//!   is the same one.
//! - The **chain** is the first 16 bytes of the hash over: the chain before, the id of the op, the hash of its body, the number
//!   of touched fields, and for each by table, row and name: these three, `0` when nothing is live or `1`, the live version's
//!   name and the hash of its value; then the number of open alternatives and their names, sorted.

use std::collections::BTreeMap;

use blake3::Hasher;
use serde_json::Value;
use uuid::Uuid;

use super::{
    token::Chain,
    wire::{Op, VersionId},
};

/// A whole BLAKE3 hash.
pub type Hash = [u8; 32];

/// The hash of a value, whatever order its keys came in and however its numbers were written.
#[must_use]
pub fn value_hash(value: &Value) -> Hash {
    let mut bytes = Bytes::new("maker-studio 2026 sync value");
    bytes.value(value);
    bytes.hash()
}

/// Whether two values are the same: `5` and `5.0` are, and the order of keys says nothing.
#[must_use]
pub fn same_value(a: &Value, b: &Value) -> bool {
    a == b || value_hash(a) == value_hash(b)
}

/// The hash by which an op that arrives again is told from another one that uses its id.
#[must_use]
pub fn body_hash(op: &Op) -> Hash {
    let mut bytes = Bytes::new("maker-studio 2026 sync op");
    bytes.raw(&op.at.to_be_bytes());
    bytes.count(op.rows.len());
    for row in &op.rows {
        bytes.text(&row.t);
        bytes.raw(row.row.as_bytes());
        bytes.count(row.f.len());
        for (name, field) in &row.f {
            bytes.text(name);
            bytes.value(&field.v);
            match field.op {
                None => bytes.raw(b"0"),
                Some(op) => {
                    bytes.raw(b"1");
                    bytes.raw(op.as_bytes());
                }
            }
        }
        bytes.count(row.resolves.len());
        for (name, versions) in &row.resolves {
            bytes.text(name);
            bytes.count(versions.len());
            versions.iter().for_each(|version| bytes.text(&version.0));
        }
        bytes.count(row.saw.len());
        for (name, op) in &row.saw {
            bytes.text(name);
            bytes.raw(op.as_bytes());
        }
    }
    bytes.hash()
}

/// What a field has become by an op that touched it.
#[derive(Clone, Debug, PartialEq)]
pub struct Touched {
    /// The version that people see now, and its value. Nothing for a refused delete of a row that never was in the bin.
    pub live: Option<(VersionId, Value)>,
    /// The versions kept beside it, in any order.
    pub alternatives: Vec<VersionId>,
}

/// The touched fields of an op by table, row and name: every field it names, and [`DELETED`](super::wire::DELETED) where a
/// delete was refused or a row came back.
pub type AllTouched = BTreeMap<(String, Uuid, String), Touched>;

/// The chain after an op. It hashes what the op led to and not only what it was: the same op can end another way on a
/// backend that came back from a backup, and the histories must differ then.
#[must_use]
pub fn next(chain: Chain, op: Uuid, body: &Hash, touched: &AllTouched) -> Chain {
    let mut bytes = Bytes::new("maker-studio 2026 sync chain");
    bytes.raw(&chain.0);
    bytes.raw(op.as_bytes());
    bytes.raw(body);
    bytes.count(touched.len());
    for ((table, row, field), now) in touched {
        bytes.text(table);
        bytes.raw(row.as_bytes());
        bytes.text(field);
        match &now.live {
            None => bytes.raw(b"0"),
            Some((version, value)) => {
                bytes.raw(b"1");
                bytes.text(&version.0);
                bytes.raw(&value_hash(value));
            }
        }
        let mut alternatives: Vec<_> = now.alternatives.iter().collect();
        alternatives.sort_unstable();
        bytes.count(alternatives.len());
        alternatives.iter().for_each(|version| bytes.text(&version.0));
    }
    let mut chain = Chain::default();
    for (to, from) in chain.0.iter_mut().zip(bytes.hash()) {
        *to = from;
    }
    chain
}

struct Bytes(Hasher);

impl Bytes {
    fn new(context: &str) -> Self {
        Self(Hasher::new_derive_key(context))
    }

    fn raw(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn count(&mut self, count: usize) {
        self.raw(&(count as u64).to_be_bytes());
    }

    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.raw(text.as_bytes());
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.raw(b"n"),
            Value::Bool(false) => self.raw(b"f"),
            Value::Bool(true) => self.raw(b"t"),
            Value::Number(number) => {
                // Adding zero makes minus zero plain. A number that no double holds does not come out of JSON here.
                let double = number.as_f64().unwrap_or(f64::MAX) + 0.0;
                self.raw(b"d");
                self.raw(&double.to_bits().to_be_bytes());
            }
            Value::String(text) => {
                self.raw(b"s");
                self.text(text);
            }
            Value::Array(items) => {
                self.raw(b"l");
                self.count(items.len());
                items.iter().for_each(|item| self.value(item));
            }
            Value::Object(object) => {
                // Sorted here: what order the map has is a feature of the library that anybody may turn on.
                let sorted: BTreeMap<_, _> = object.iter().collect();
                self.raw(b"o");
                self.count(sorted.len());
                for (key, value) in sorted {
                    self.text(key);
                    self.value(value);
                }
            }
        }
    }

    fn hash(self) -> Hash {
        *self.0.finalize().as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn op() -> Op {
        serde_json::from_value(json!({
            "id": "019a0000-0000-7000-8000-000000000001", "at": 1_790_000_000_000_i64,
            "rows": [{
                "t": "posts", "row": "019a0000-0000-7000-8000-000000000002",
                "f": {
                    "content": {"v": "mugs", "rev": 41, "op": "019a0000-0000-7000-8000-000000000003"},
                    "images": {"v": [{"b": 1, "a": [null, true, 2.5]}], "rev": 41}
                },
                "resolves": {"content": ["019a0000-0000-7000-8000-000000000004"]},
                "saw": {"content": "019a0000-0000-7000-8000-000000000005"}
            }]
        }))
        .unwrap()
    }

    fn touched() -> AllTouched {
        let now = |live, alternatives: &[&str]| Touched {
            live,
            alternatives: alternatives.iter().map(|name| VersionId((*name).to_owned())).collect(),
        };
        let at = |field: &str| ("posts".to_owned(), Uuid::from_u128(7), field.to_owned());
        BTreeMap::from([
            (at("content"), now(Some((VersionId::merged(Uuid::from_u128(8)), json!("mugs"))), &["b", "a"])),
            (at("_deleted"), now(None, &[])),
        ])
    }

    /// Backends that run today and those that come after must agree: these bytes never change.
    #[test]
    fn the_recipe_stays_as_it_is() {
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let value = json!({"z": [1, -0.0, 2.5, "釉"], "a": {"y": null, "x": false}});
        assert_eq!(hex(&value_hash(&value)), "498d3bf56319bb3b9867bfd984a5aaca2dbf04f2b1456892dcd5ef411c9e0432");
        assert_eq!(hex(&body_hash(&op())), "cdcb5252b966dbd8da5afc675383741721f0f7557f9ce28e823e81d5666eac19");
        let chain = next(Chain([1; 16]), op().id, &body_hash(&op()), &touched());
        assert_eq!(hex(&chain.0), "3a092665d7bc9e93a17fe11bb61a6f26");
    }

    #[test]
    fn a_value_has_one_hash_however_it_is_written() {
        let same = [("{\"a\":1,\"b\":{\"d\":0,\"c\":5}}", "{\"b\":{\"c\":5.0,\"d\":-0.0},\"a\":1e0}"), ("1e2", "100")];
        for (one, other) in same.map(|(a, b)| (serde_json::from_str(a).unwrap(), serde_json::from_str(b).unwrap())) {
            assert_eq!(value_hash(&one), value_hash(&other));
            assert!(same_value(&one, &other));
        }
        let differ = [
            json!(null),
            json!(false),
            json!(0),
            json!(""),
            json!([]),
            json!({}),
            json!([""]),
            json!(["", ""]),
            json!({"": ""}),
        ];
        for (n, one) in differ.iter().enumerate() {
            assert!(differ.iter().skip(n + 1).all(|other| !same_value(one, other)), "{one}");
        }
    }

    #[test]
    fn whatever_changes_an_op_changes_its_body_but_its_base_does_not() {
        let changes: [fn(&mut Op); 9] = [
            |op| op.at += 1,
            |op| op.rows[0].t = "makers".to_owned(),
            |op| op.rows[0].row = Uuid::nil(),
            |op| op.rows[0].f.get_mut("content").unwrap().v = json!("cups"),
            |op| op.rows[0].f.get_mut("content").unwrap().op = None,
            |op| drop(op.rows[0].f.remove("images")),
            |op| op.rows[0].resolves.clear(),
            |op| op.rows[0].saw.clear(),
            |op| op.rows.push(op.rows[0].clone()),
        ];
        for (n, change) in changes.iter().enumerate() {
            let mut other = op();
            change(&mut other);
            assert_ne!(body_hash(&other), body_hash(&op()), "{n}");
        }
        let mut lowered = op();
        lowered.rows[0].f.get_mut("content").unwrap().rev = 3;
        assert_eq!(body_hash(&lowered), body_hash(&op()));
    }

    #[test]
    fn whatever_an_op_led_to_is_in_the_chain() {
        let after = |touched: &AllTouched| next(Chain::default(), op().id, &body_hash(&op()), touched);
        let mut turned = touched();
        turned.values_mut().for_each(|now| now.alternatives.reverse());
        assert_eq!(after(&turned), after(&touched()), "alternatives have no order");
        let content = |change: fn(&mut Touched)| {
            let mut other = touched();
            other.iter_mut().filter(|(at, _)| at.2 == "content").for_each(|(_, now)| change(now));
            other
        };
        let others = [
            content(|now| drop(now.alternatives.pop())),
            content(|now| now.live = None),
            content(|now| now.live.as_mut().unwrap().1 = json!("cups")),
            content(|now| now.live.as_mut().unwrap().0 = VersionId::of(Uuid::nil())),
            AllTouched::new(),
        ];
        assert!(others.iter().all(|other| after(other) != after(&touched())));
    }
}
