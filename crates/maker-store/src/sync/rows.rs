//! Reading and writing the desk's own tables, many rows with one statement.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::tables::{Desk, Fill};
use super::{Doc, Home, is_deleted};
use crate::StoreError;
use crate::stored::{json, to_json};
use crate::versions::{self, By};

type Raw = BTreeMap<String, Map<String, Value>>;

/// What the rows of these keys hold. Keys without a row are missing.
pub(super) async fn read(
    connection: &mut SqliteConnection,
    desk: &'static Desk,
    keys: &[String],
    home: &Home,
) -> Result<BTreeMap<String, Doc>, StoreError> {
    let raw = raw(connection, desk, keys).await?;
    Ok(raw.into_iter().map(|(key, row)| (key, desk.read(&row, &home.device_name))).collect())
}

async fn raw(connection: &mut SqliteConnection, desk: &'static Desk, keys: &[String]) -> Result<Raw, StoreError> {
    let pairs: Vec<String> = desk.stored().iter().map(|name| format!("'{name}', {name}")).collect();
    let sql = format!(
        "SELECT {key}, json_object({pairs}) FROM {table} WHERE {key} IN (SELECT value FROM json_each(?))",
        key = desk.key,
        table = desk.name,
        pairs = pairs.join(", "),
    );
    let rows: Vec<(String, String)> =
        sqlx::query_as(AssertSqlSafe(sql)).bind(to_json(desk.name, &keys)?).fetch_all(connection).await?;
    rows.into_iter().map(|(key, text)| Ok((key, json(desk.name, &text)?))).collect()
}

/// Makes the desk's rows say what `docs` say; a row without a document goes. A row that this version cannot write at all
/// is left out: what the backend said of it stays in `sync_rows`.
pub(super) async fn write(
    connection: &mut SqliteConnection,
    desk: &'static Desk,
    docs: &[(String, Option<Doc>)],
    home: &Home,
) -> Result<(), StoreError> {
    let keys: Vec<String> = docs.iter().map(|(key, _)| key.clone()).collect();
    let now = raw(connection, desk, &keys).await?;
    let (mut puts, mut gone) = (Vec::new(), Vec::new());
    for (key, doc) in docs {
        let before = now.get(key);
        match doc {
            Some(doc) if desk.bin || !is_deleted(doc) => match desk.write(doc, before) {
                Some(mut row) => {
                    if desk.bin {
                        replaced(connection, key, before, &row).await?;
                    }
                    row.insert(desk.key.to_owned(), json!(key));
                    for (column, fill) in desk.fills {
                        let value = match fill {
                            Fill::Maker => json!(home.workspace),
                            Fill::User => json!(home.user),
                        };
                        row.insert((*column).to_owned(), value);
                    }
                    puts.push(Value::Object(row));
                }
                // Deleted with only its id left: what is here stays in the bin.
                None if is_deleted(doc) && before.is_some() => puts_into_bin(connection, desk, key).await?,
                None => {}
            },
            // The workspace's own page is always there.
            _ if before.is_some() && desk.name != "makers" => gone.push(key.as_str()),
            _ => {}
        }
    }
    put(connection, desk, &puts).await?;
    if gone.is_empty() {
        return Ok(());
    }
    let sql = format!("DELETE FROM {} WHERE {} IN (SELECT value FROM json_each(?))", desk.name, desk.key);
    sqlx::query(AssertSqlSafe(sql)).bind(to_json(desk.name, &gone)?).execute(connection).await?;
    Ok(())
}

/// Keeps the version of a draft that another device's edit replaces.
async fn replaced(
    connection: &mut SqliteConnection,
    key: &str,
    before: Option<&Map<String, Value>>,
    after: &Map<String, Value>,
) -> Result<(), StoreError> {
    let fields = |row: &Map<String, Value>| row.get("fields").and_then(Value::as_str).map(str::to_owned);
    let (Some(before), Some(after_fields)) = (before.and_then(fields), fields(after)) else { return Ok(()) };
    if before == after_fields {
        return Ok(());
    }
    let at = after.get("updated_at").and_then(Value::as_i64).unwrap_or_default();
    versions::keep(connection, key, [&before, &after_fields], By::Elsewhere, at).await
}

async fn puts_into_bin(connection: &mut SqliteConnection, desk: &'static Desk, key: &str) -> Result<(), StoreError> {
    let sql = format!("UPDATE {} SET status = 'DELETED' WHERE {} = ?", desk.name, desk.key);
    sqlx::query(AssertSqlSafe(sql)).bind(key).execute(connection).await?;
    Ok(())
}

async fn put(connection: &mut SqliteConnection, desk: &'static Desk, rows: &[Value]) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    let stored = desk.stored();
    let columns: Vec<&str> =
        [desk.key].into_iter().chain(stored.iter().copied()).chain(desk.fills.iter().map(|(c, _)| *c)).collect();
    let values: Vec<String> = columns.iter().map(|column| format!("value ->> '$.{column}'")).collect();
    let updates: Vec<String> = stored.iter().map(|column| format!("{column} = excluded.{column}")).collect();
    let sql = format!(
        "INSERT INTO {table} ({columns}) SELECT {values} FROM json_each(?) WHERE true \
         ON CONFLICT ({key}) DO UPDATE SET {updates}",
        table = desk.name,
        columns = columns.join(", "),
        values = values.join(", "),
        key = desk.key,
        updates = updates.join(", "),
    );
    sqlx::query(AssertSqlSafe(sql)).bind(to_json(desk.name, &rows)?).execute(connection).await?;
    Ok(())
}
