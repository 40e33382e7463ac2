//! One SQL text for both engines: `$1` placeholders, plain types, and two words that SQLite does not know and is spared.

use std::borrow::Cow;

use sqlx::postgres::{PgArguments, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, FromRow, Postgres, Sqlite};
use uuid::Uuid;

use super::tx::Line;
use super::{DbError, Engine, Reads, Tx};

/// A statement for either engine, with `$1`, `$2`... for what [`Sql::bind`] gives it.
///
/// `x = ANY($1)` with a list of texts works on both, and so does a closing `FOR UPDATE`: SQLite's one writer holds
/// everything anyway.
#[must_use]
pub fn sql(text: &'static str) -> Sql {
    Sql { text, values: Vec::new() }
}

/// Reads the rows of each id in a list, by the index that `within` and `id` make; `columns` may call a row `found`. In
/// PostgreSQL's words `= ANY` would leave it the choice to read everything that is `within` and to throw most of it away,
/// which it takes as long as it has no statistics of a workspace that has grown. `OFFSET 0` leaves it none.
#[must_use]
pub fn each_of(engine: Engine, columns: &str, table: &str, within: &str, id: &str, list: &str) -> String {
    match engine {
        Engine::Sqlite => format!("SELECT {columns} FROM {table} AS found WHERE {within} AND {id} = ANY({list})"),
        Engine::Postgres => format!(
            "SELECT {columns} FROM unnest(CAST({list} AS TEXT[])) AS asked(asked_id) CROSS JOIN LATERAL \
             (SELECT * FROM {table} WHERE {within} AND {id} = asked_id OFFSET 0) AS found"
        ),
    }
}

/// A statement and its values.
#[derive(Clone, Debug)]
pub struct Sql {
    text: &'static str,
    values: Vec<Value>,
}

/// A value in the columns' portable types: TEXT, BIGINT, DOUBLE PRECISION, BOOLEAN, BYTEA (SQLite's BLOB).
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// TEXT. No NUL: PostgreSQL refuses it, so that nothing from outside may come here unchecked.
    Text(Option<String>),
    /// BIGINT.
    Integer(Option<i64>),
    /// DOUBLE PRECISION.
    Real(Option<f64>),
    /// BOOLEAN.
    Bool(Option<bool>),
    /// BYTEA, and BLOB on SQLite.
    Bytes(Option<Vec<u8>>),
    /// A list of TEXT for `= ANY($n)`.
    Texts(Vec<String>),
}

/// What can be read from a row of either engine: tuples of portable types, and structs that derive [`FromRow`].
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin> Row for T {}

impl Sql {
    /// Gives the next placeholder its value.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Changes something, and gives the number of rows it changed.
    ///
    /// # Errors
    /// [`DbError`] by what can be done about it.
    pub async fn run(self, tx: &mut Tx) -> Result<u64, DbError> {
        Ok(match tx.line() {
            Line::Sqlite(line) => {
                let statement = sqlx::query_with(AssertSqlSafe(for_sqlite(self.text)), self.sqlite()?);
                statement.execute(line).await?.rows_affected()
            }
            Line::Postgres(line) => sqlx::query_with(self.text, self.postgres()?).execute(line).await?.rows_affected(),
        })
    }

    /// The first row, which has to be there.
    ///
    /// # Errors
    /// [`DbError`] by what can be done about it.
    pub async fn one<T: Row>(self, from: &mut impl Reads) -> Result<T, DbError> {
        self.optional(from).await?.ok_or_else(|| DbError::Broken("a row is missing".to_owned()))
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// [`DbError`] by what can be done about it.
    pub async fn optional<T: Row>(self, from: &mut impl Reads) -> Result<Option<T>, DbError> {
        Ok(match from.line() {
            Line::Sqlite(line) => {
                let statement =
                    sqlx::query_as_with::<Sqlite, T, _>(AssertSqlSafe(for_sqlite(self.text)), self.sqlite()?);
                statement.fetch_optional(line).await?
            }
            Line::Postgres(line) => {
                sqlx::query_as_with::<Postgres, T, _>(self.text, self.postgres()?).fetch_optional(line).await?
            }
        })
    }

    /// Every row.
    ///
    /// # Errors
    /// [`DbError`] by what can be done about it.
    pub async fn all<T: Row>(self, from: &mut impl Reads) -> Result<Vec<T>, DbError> {
        Ok(match from.line() {
            Line::Sqlite(line) => {
                let statement =
                    sqlx::query_as_with::<Sqlite, T, _>(AssertSqlSafe(for_sqlite(self.text)), self.sqlite()?);
                statement.fetch_all(line).await?
            }
            Line::Postgres(line) => {
                sqlx::query_as_with::<Postgres, T, _>(self.text, self.postgres()?).fetch_all(line).await?
            }
        })
    }

    fn sqlite(self) -> Result<SqliteArguments, DbError> {
        use sqlx::Arguments;
        let mut arguments = SqliteArguments::default();
        for value in self.values {
            match value {
                Value::Text(value) => arguments.add(value),
                Value::Integer(value) => arguments.add(value),
                Value::Real(value) => arguments.add(value),
                Value::Bool(value) => arguments.add(value),
                Value::Bytes(value) => arguments.add(value),
                Value::Texts(list) => arguments.add(serde_json::Value::from(list).to_string()),
            }
            .map_err(|_| unfit())?;
        }
        Ok(arguments)
    }

    fn postgres(self) -> Result<PgArguments, DbError> {
        use sqlx::Arguments;
        let mut arguments = PgArguments::default();
        for value in self.values {
            match value {
                Value::Text(value) => arguments.add(value),
                Value::Integer(value) => arguments.add(value),
                Value::Real(value) => arguments.add(value),
                Value::Bool(value) => arguments.add(value),
                Value::Bytes(value) => arguments.add(value),
                Value::Texts(list) => arguments.add(list),
            }
            .map_err(|_| unfit())?;
        }
        Ok(arguments)
    }
}

fn unfit() -> DbError {
    DbError::Broken("a value does not fit".to_owned())
}

/// The same statement in SQLite's words.
fn for_sqlite(text: &'static str) -> Cow<'static, str> {
    let text = text.strip_suffix(" FOR UPDATE").unwrap_or(text);
    if !text.contains("= ANY($") {
        return Cow::Borrowed(text);
    }
    let mut parts = text.split("= ANY(");
    let mut changed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once(')').unwrap_or((part, ""));
        changed.push_str("IN (SELECT value FROM json_each(");
        changed.push_str(number);
        changed.push_str("))");
        changed.push_str(rest);
    }
    Cow::Owned(changed)
}

macro_rules! values {
    ($($from:ty => |$value:ident| $made:expr;)*) => {$(
        impl From<$from> for Value {
            fn from($value: $from) -> Self {
                $made
            }
        }
        impl From<Option<$from>> for Value {
            fn from(value: Option<$from>) -> Self {
                match value {
                    Some($value) => $made,
                    None => <$from as Kind>::NONE,
                }
            }
        }
    )*};
}

/// The value that says of which type it has none.
trait Kind {
    const NONE: Value;
}
macro_rules! kinds {
    ($($of:ty: $none:expr;)*) => {$(impl Kind for $of { const NONE: Value = $none; })*};
}
kinds! {
    &str: Value::Text(None);
    String: Value::Text(None);
    &String: Value::Text(None);
    Uuid: Value::Text(None);
    i64: Value::Integer(None);
    f64: Value::Real(None);
    bool: Value::Bool(None);
    Vec<u8>: Value::Bytes(None);
}
values! {
    &str => |value| Value::Text(Some(value.to_owned()));
    String => |value| Value::Text(Some(value));
    &String => |value| Value::Text(Some(value.clone()));
    Uuid => |value| Value::Text(Some(value.to_string()));
    i64 => |value| Value::Integer(Some(value));
    f64 => |value| Value::Real(Some(value));
    bool => |value| Value::Bool(Some(value));
    Vec<u8> => |value| Value::Bytes(Some(value));
}

impl From<Vec<String>> for Value {
    fn from(list: Vec<String>) -> Self {
        Self::Texts(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sqlite_is_spared_what_it_does_not_know_and_everything_else_stays() {
        for (text, expected) in [
            ("SELECT 1", "SELECT 1"),
            ("SELECT a FROM b WHERE c = $1 FOR UPDATE", "SELECT a FROM b WHERE c = $1"),
            (
                "SELECT a FROM b WHERE c = ANY($2) AND d = $1",
                "SELECT a FROM b WHERE c IN (SELECT value FROM json_each($2)) AND d = $1",
            ),
        ] {
            assert_eq!(for_sqlite(text), expected);
        }
    }
}
