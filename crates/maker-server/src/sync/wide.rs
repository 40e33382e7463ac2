//! A row of however many columns, as plain JSON values.

use serde_json::{Number, Value};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row, TypeInfo, ValueRef};

/// Every column of a row in its order: text, whole numbers, doubles, bools, or nothing.
pub(super) struct Wide(pub(super) Vec<Value>);

macro_rules! from_row {
    ($row:ty) => {
        impl FromRow<'_, $row> for Wide {
            fn from_row(row: &$row) -> Result<Self, sqlx::Error> {
                (0..row.len())
                    .map(|at| {
                        let raw = row.try_get_raw(at)?;
                        if raw.is_null() {
                            return Ok(Value::Null);
                        }
                        let of = raw.type_info();
                        Ok(match of.name() {
                            "TEXT" => Value::String(row.try_get(at)?),
                            "INTEGER" | "INT8" => Value::from(row.try_get::<i64, _>(at)?),
                            "REAL" | "FLOAT8" => Number::from_f64(row.try_get(at)?).map_or(Value::Null, Value::Number),
                            "BOOLEAN" | "BOOL" => Value::Bool(row.try_get(at)?),
                            other => {
                                return Err(sqlx::Error::Decode(format!("no portable type: {other}").into()));
                            }
                        })
                    })
                    .collect::<Result<_, _>>()
                    .map(Self)
            }
        }
    };
}
from_row!(SqliteRow);
from_row!(PgRow);
