//! Reading everything out, as of one moment.

use serde_json::Value;
use sqlx::{AssertSqlSafe, Sqlite, Transaction};

use super::{Kind, Row, TABLES, Table};
use crate::stored::json;
use crate::{Store, StoreError};

/// Rows that are read at once.
const AT_ONCE: i64 = 500;

/// The database as of one moment; what is written meanwhile does not show.
pub struct Snapshot {
    tx: Transaction<'static, Sqlite>,
}

impl Store {
    /// A moment to read from.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        Ok(Snapshot { tx: self.pool.begin().await? })
    }
}

impl Snapshot {
    /// How many rows there are of all tables.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn count(&mut self) -> Result<u64, StoreError> {
        let mut all = 0;
        for table in TABLES {
            let sql = format!("SELECT count(*) FROM {}{}", table.name, condition(table));
            let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut *self.tx).await?;
            all += u64::try_from(rows).unwrap_or_default();
        }
        Ok(all)
    }

    /// Some rows of a table, behind the first `from`; none when there are no more.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn rows(&mut self, table: &Table, from: u64) -> Result<Vec<Row>, StoreError> {
        let pairs: Vec<String> = table
            .columns
            .iter()
            .map(|column| format!("'{}', {}", column.name, read(column.name, column.kind)))
            .collect();
        let sql = format!(
            "SELECT json_object({}) FROM {}{} ORDER BY {} LIMIT ? OFFSET ?",
            pairs.join(", "),
            table.name,
            condition(table),
            if table.name == "video_numbers" { "video_id, at" } else { table.columns[0].name },
        );
        let rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(AT_ONCE)
            .bind(crate::stored::to_stored(from))
            .fetch_all(&mut *self.tx)
            .await?;
        rows.iter().map(|text| json::<Row>(table.name, text).map(|row| tidy(table, row))).collect()
    }
}

fn condition(table: &Table) -> &'static str {
    match table.name {
        "settings" => " WHERE key IN ('window', 'uploads')",
        // What was thrown away can come back here for some days, and is no part of what is taken along.
        "snippets" | "presets" => " WHERE deleted_at IS NULL",
        _ => "",
    }
}

fn read(name: &str, kind: Kind) -> String {
    match kind {
        Kind::Json(_) => format!("json({name})"),
        Kind::Path | Kind::Bytes => format!("lower(nullif(hex({name}), ''))"),
        Kind::Bool => format!("json(iif({name} IS NULL, 'null', iif({name}, 'true', 'false')))"),
        _ => name.to_owned(),
    }
}

fn tidy(table: &Table, mut row: Row) -> Row {
    row.retain(|_, value| !value.is_null());
    for column in table.columns.iter().filter(|column| matches!(column.kind, Kind::Path)) {
        let Some(value) = row.get_mut(column.name) else { continue };
        // As text, where it is one.
        let bytes = value.as_str().and_then(|digits| hex::decode(digits).ok()).unwrap_or_default();
        *value = match String::from_utf8(bytes) {
            Ok(text) => Value::String(text),
            Err(_) => serde_json::json!({ "hex": value }),
        };
    }
    row
}
