//! One number for everything that a maker has: the same wherever it is, in whatever order the rows come.

use serde_json::{Map, Value};

use super::{ENDED, Row, Table};

/// The hash of a content, row by row.
#[derive(Clone, Debug, Default)]
pub struct Content {
    rows: Vec<[u8; 32]>,
}

impl Content {
    /// Adds a row. What says something of this device only does not count, and neither does how far what is under way has
    /// come: another install cannot go on with it.
    pub fn add(&mut self, table: &Table, row: &Row) {
        let mut said = Map::new();
        for column in table.columns.iter().filter(|column| !column.here) {
            if let Some(value) = row.get(column.name).filter(|value| !value.is_null()) {
                said.insert(column.name.to_owned(), value.clone());
            }
        }
        let state = row.get("state").and_then(Value::as_str).unwrap_or_default();
        let is_open = match table.name {
            "deliveries" => !ENDED.contains(&state),
            "delivery_steps" => state != "DONE",
            _ => false,
        };
        if is_open {
            said.insert("state".to_owned(), "OPEN".into());
            said.remove("detail");
            said.remove("dismissed_at");
        }
        let mut hasher = blake3::Hasher::new();
        hasher.update(table.name.as_bytes());
        hasher.update(b"\n");
        let mut text = String::new();
        write(&Value::Object(said), &mut text);
        hasher.update(text.as_bytes());
        self.rows.push(*hasher.finalize().as_bytes());
    }

    /// The hash, in hexadecimal digits.
    #[must_use]
    pub fn hash(mut self) -> String {
        self.rows.sort_unstable();
        let mut hasher = blake3::Hasher::new();
        for row in &self.rows {
            hasher.update(row);
        }
        hasher.finalize().to_hex().to_string()
    }
}

/// JSON with the keys in order and nothing between.
fn write(value: &Value, to: &mut String) {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort_unstable();
            to.push('{');
            for (n, key) in keys.into_iter().enumerate() {
                if n > 0 {
                    to.push(',');
                }
                to.push_str(&Value::String(key.clone()).to_string());
                to.push(':');
                write(&map[key], to);
            }
            to.push('}');
        }
        Value::Array(list) => {
            to.push('[');
            for (n, item) in list.iter().enumerate() {
                if n > 0 {
                    to.push(',');
                }
                write(item, to);
            }
            to.push(']');
        }
        // 10 and 10.0 are the same number.
        Value::Number(number) => match number.as_f64() {
            Some(real) if number.is_f64() && real.fract() == 0.0 && real.abs() < 1e15 => {
                to.push_str(&format!("{real:.0}"));
            }
            _ => to.push_str(&number.to_string()),
        },
        other => to.push_str(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn hash(rows: &[Value]) -> String {
        let mut content = Content::default();
        for row in rows {
            content.add(Table::named("services").unwrap(), row.as_object().unwrap());
        }
        content.hash()
    }

    #[test]
    fn l06_the_hash_does_not_know_the_order_of_rows_or_keys_and_knows_every_value() {
        let [a, b] = [json!({"id": "a", "title": "x", "price": 10}), json!({"price": 2.5, "title": "y", "id": "b"})];
        let first = hash(&[a.clone(), b.clone()]);
        assert_eq!(first, hash(&[b.clone(), json!({"title": "x", "price": 10.0, "id": "a", "hidden": null})]));
        assert_ne!(first, hash(std::slice::from_ref(&a)));
        assert_ne!(first, hash(&[a, json!({"price": 2.51, "title": "y", "id": "b"})]));
    }
}
