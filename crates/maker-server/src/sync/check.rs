//! What may be written at all, by whom, and in which form: asked of the registry before anything is read.

use maker_domain::sync::registry::{self, Column, Owner, Table};
use maker_domain::sync::value::{self, BadValue};
use maker_domain::sync::wire::{DELETED, OP_MAX_BYTES, Op, Rejection, RowEdit};
use serde_json::Value;
use uuid::Uuid;

use super::Author;
use super::tables::is_list;

/// At most so many rows in one op: one number never fills more than a few pages.
const ROWS_MAX: usize = 2_000;
/// At most so many names in `resolves` and `saw` of one row.
const NAMES_MAX: usize = 256;

/// A refusal: a stable word, and the same for people.
pub(super) type Refusal = (Rejection, String);

/// The op with every value in the form in which it is stored.
///
/// # Errors
/// The first thing in it that can never be accepted.
pub(super) fn checked(tenant: Uuid, author: &Author, op: &Op, bytes: usize) -> Result<Op, Refusal> {
    if bytes > OP_MAX_BYTES || op.rows.len() > ROWS_MAX {
        let most = OP_MAX_BYTES >> 10;
        let why = format!("An edit has at most {most} KiB and {ROWS_MAX} rows. Split it.");
        return Err((Rejection::TooLarge, why));
    }
    let mut op = op.clone();
    let mut rows: Vec<_> = op.rows.iter().map(|row| (row.t.as_str(), row.row)).collect();
    rows.sort_unstable();
    if rows.is_empty() || rows.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err((Rejection::BadValue, "An edit names at least one row, and each of them once.".to_owned()));
    }
    for row in &mut op.rows {
        check_row(tenant, author, row)?;
    }
    Ok(op)
}

fn check_row(tenant: Uuid, author: &Author, row: &mut RowEdit) -> Result<(), Refusal> {
    let Some(table) = registry::table(&row.t) else {
        return Err((Rejection::NotWritable, format!("There is no table {}. Update the backend.", shown(&row.t))));
    };
    if row.resolves.values().map(Vec::len).sum::<usize>() + row.resolves.len() + row.saw.len() > NAMES_MAX {
        return Err((Rejection::TooLarge, "An edit settles fewer alternatives at once. Split it.".to_owned()));
    }
    if row.f.is_empty() || !row.resolves.keys().all(|name| row.f.contains_key(name)) {
        let why = "An edit carries a value, and one for whatever it settles.".to_owned();
        return Err((Rejection::BadValue, why));
    }
    check_id(tenant, table, row.row)?;
    for (name, edit) in &mut row.f {
        if name == DELETED {
            check_deletion(author, table, &edit.v)?;
            continue;
        }
        let column = table.column(name).ok_or_else(|| no_column(table, name))?;
        if column.owner == Owner::Backend && !author.is_backend() {
            return Err((Rejection::NotWritable, format!("{}.{name} is counted by the backend.", table.name)));
        }
        edit.v = value::checked(column, &edit.v).map_err(bad)?;
        check_value(tenant, table, row.row, column, &edit.v)?;
    }
    Ok(())
}

/// Rows of some tables have ids that follow from what they are, so that two devices make the same row.
fn check_id(tenant: Uuid, table: &Table, id: Uuid) -> Result<(), Refusal> {
    if table.name == "makers" && id != tenant {
        return Err((Rejection::NotFound, "A workspace has one maker, with its own id.".to_owned()));
    }
    Ok(())
}

fn check_deletion(author: &Author, table: &Table, value: &Value) -> Result<(), Refusal> {
    if !value.is_boolean() {
        return Err((Rejection::BadValue, format!("{DELETED} has to be true or false.")));
    }
    let the_backends = table.columns.iter().any(|column| column.owner == Owner::Backend);
    if the_backends && !author.is_backend() {
        return Err((Rejection::NotWritable, format!("Rows of {} are the backend's. Hide them.", table.name)));
    }
    if table.name == "makers" {
        return Err((Rejection::Forbidden, "A maker goes with its workspace: delete that.".to_owned()));
    }
    Ok(())
}

/// Rules of single columns that their kinds do not say.
fn check_value(tenant: Uuid, table: &Table, row: Uuid, column: &Column, value: &Value) -> Result<(), Refusal> {
    let wrong = |why: &str| Err((Rejection::BadValue, format!("{}.{} {why}.", table.name, column.name)));
    match (table.name, column.name) {
        ("social_connections", "platform") => {
            let platform = value.as_str().unwrap_or_default();
            if row != Uuid::new_v5(&tenant, platform.as_bytes()) {
                return wrong("does not belong to this id: it is the UUIDv5 of the platform's name in the workspace");
            }
        }
        ("services", "price") if value.as_f64().is_some_and(|price| price < 0.0) => {
            return wrong("has to be zero or more");
        }
        _ if is_list(table, column) => {
            if value.as_array().is_some_and(|list| list.iter().any(|image| !image.is_string())) || value.is_object() {
                return wrong("has to be a list of texts");
            }
        }
        _ => {}
    }
    Ok(())
}

fn no_column(table: &Table, name: &str) -> Refusal {
    (Rejection::NotWritable, format!("{} has no column {}. Update the backend.", table.name, shown(name)))
}

fn bad(error: BadValue) -> Refusal {
    let code = match error {
        BadValue::TooLong { .. } => Rejection::TooLarge,
        BadValue::Not { .. } => Rejection::BadValue,
    };
    (code, error.to_string())
}

/// A name from outside, short and plain enough to be repeated.
fn shown(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(40).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const TENANT: Uuid = Uuid::from_u128(7);

    fn member() -> Author {
        Author::Member { user: Uuid::from_u128(1), device: Uuid::from_u128(2) }
    }

    fn op(rows: Value) -> Op {
        serde_json::from_value(json!({ "id": Uuid::from_u128(9), "at": 1, "rows": rows })).unwrap()
    }

    fn row(table: &str, id: Uuid, fields: &Value) -> Value {
        let f: serde_json::Map<_, _> =
            fields.as_object().unwrap().iter().map(|(k, v)| (k.clone(), json!({ "v": v, "rev": 0 }))).collect();
        json!({ "t": table, "row": id, "f": f })
    }

    fn refused(author: &Author, table: &str, id: Uuid, fields: &Value) -> Option<Rejection> {
        let op = op(json!([row(table, id, fields)]));
        checked(TENANT, author, &op, 100).err().map(|(code, _)| code)
    }

    #[test]
    fn f64_whatever_looks_like_a_secret_has_no_place() {
        let id = Uuid::new_v5(&TENANT, b"YOUTUBE");
        for name in
            ["access_token", "refresh_token", "client_secret", "session_address", "path", "_rev", "tenant_id", "id"]
        {
            for table in ["social_connections", "drafts", "deliveries", "draft_media"] {
                let code = refused(&member(), table, id, &json!({ name: "canary" }));
                assert_eq!(code, Some(Rejection::NotWritable), "{table}.{name}");
            }
        }
        assert_eq!(refused(&member(), "upload_sessions", id, &json!({ "address": "x" })), Some(Rejection::NotWritable));
        assert_eq!(refused(&member(), "users", id, &json!({ "email": "x" })), Some(Rejection::NotWritable));
    }

    #[test]
    fn who_may_write_what_is_the_registrys_word() {
        let any = Uuid::from_u128(3);
        for (author, table, id, fields, expected) in [
            (member(), "posts", any, json!({ "content": "mugs" }), None),
            (member(), "video_stats", any, json!({ "views": 1 }), Some(Rejection::NotWritable)),
            (Author::Backend, "video_stats", any, json!({ "views": 1 }), None),
            (member(), "comments", any, json!({ "hidden": true }), None),
            (member(), "comments", any, json!({ "_deleted": true }), Some(Rejection::NotWritable)),
            (Author::Backend, "comments", any, json!({ "_deleted": true }), None),
            (member(), "makers", TENANT, json!({ "bio": "clay" }), None),
            (member(), "makers", any, json!({ "bio": "clay" }), Some(Rejection::NotFound)),
            (member(), "makers", TENANT, json!({ "_deleted": true }), Some(Rejection::Forbidden)),
            (member(), "posts", any, json!({ "_deleted": "yes" }), Some(Rejection::BadValue)),
            (member(), "posts", any, json!({ "images": [1] }), Some(Rejection::BadValue)),
            (member(), "posts", any, json!({ "images": ["a"] }), None),
            (member(), "services", any, json!({ "price": -1 }), Some(Rejection::BadValue)),
            (member(), "social_connections", any, json!({ "platform": "YOUTUBE" }), Some(Rejection::BadValue)),
        ] {
            assert_eq!(refused(&author, table, id, &fields), expected, "{table} {fields}");
        }
    }

    #[test]
    fn f60_an_op_has_its_bounds() {
        let one = row("posts", Uuid::from_u128(3), &json!({ "content": "x" }));
        let twice = op(json!([one, one]));
        assert_eq!(checked(TENANT, &member(), &twice, 100).unwrap_err().0, Rejection::BadValue);
        assert_eq!(checked(TENANT, &member(), &op(json!([])), 100).unwrap_err().0, Rejection::BadValue);
        let good = op(json!([one]));
        assert!(checked(TENANT, &member(), &good, OP_MAX_BYTES).is_ok());
        assert_eq!(checked(TENANT, &member(), &good, OP_MAX_BYTES + 1).unwrap_err().0, Rejection::TooLarge);
        let many: Vec<_> = (0..=ROWS_MAX).map(|n| row("posts", Uuid::from_u128(n as u128), &json!({}))).collect();
        assert_eq!(checked(TENANT, &member(), &op(json!(many)), 100).unwrap_err().0, Rejection::TooLarge);
    }
}
