//! The dry run: every decision of the real one, taken from one moment of the database in a transaction that cannot write.

use std::collections::BTreeSet;

use futures_util::TryStreamExt;
use sqlx::{AssertSqlSafe, PgConnection};

use super::detect::{self, Found};
use super::people::People;
use super::place::{self, Kind};
use super::report::{Line, Tally};
use super::row::OldRow;
use super::source::{columns, numbered, read};
use super::{OlderError, SCHEMA, Tell, carry, start};
use crate::db::{Database, DbError, Line as Connection, Reads};

pub(super) async fn plan(database: &Database, now: i64, tell: Tell<'_>) -> Result<(), OlderError> {
    let mut moment = database.snapshot().await?;
    let (schema, makers) = match detect::found(&mut moment).await? {
        Found::Older(older) => {
            start::check_room(&mut moment).await?;
            for detail in older.changes() {
                tell(Line::Change { detail })?;
            }
            (older.schema.clone(), older.makers)
        }
        Found::Unfinished => {
            tell(Line::Change { detail: format!("goes on with what is in {SCHEMA}, which another run began") })?;
            let has =
                crate::db::sql("SELECT to_regclass('before.makers') IS NOT NULL").one::<(bool,)>(&mut moment).await?;
            (SCHEMA.to_owned(), has.0)
        }
        Found::Empty | Found::Ours | Found::Foreign => return Err(OlderError::Changed),
    };
    let Connection::Postgres(line) = moment.line() else { return Err(OlderError::Changed) };
    sqlx::query("SET LOCAL statement_timeout = 0").execute(&mut *line).await.map_err(DbError::from)?;
    let users = all(line, &schema, "users").await?;
    let makers = if makers { all(line, &schema, "makers").await? } else { Vec::new() };
    let authors = format!(
        "SELECT CAST(user_id AS TEXT) FROM {schema}.videos WHERE user_id IS NOT NULL \
         UNION SELECT CAST(user_id AS TEXT) FROM {schema}.posts WHERE user_id IS NOT NULL"
    );
    let authors: Vec<(String,)> =
        sqlx::query_as(AssertSqlSafe(authors)).fetch_all(&mut *line).await.map_err(DbError::from)?;
    let authors: BTreeSet<_> = authors.into_iter().map(|(id,)| id).collect();
    let people = People::of(&users, &makers, &authors, now);
    for remark in people.remarks() {
        tell(remark)?;
    }
    let mut tally = Tally::default();
    people.count(&mut tally);
    for kind in Kind::ALL {
        let statement = rows_of(&schema, kind.name());
        let mut rows = sqlx::query_as::<_, (String,)>(AssertSqlSafe(statement)).fetch(&mut *line);
        while let Some((text,)) = rows.try_next().await.map_err(DbError::from)? {
            let row = read(&text)?;
            let outcome = place::place(&people, kind, &row, now);
            place::count(&mut tally, kind, outcome.as_ref());
            if let Err(why) = outcome {
                tell(carry::kept(kind, &row, why))?;
            }
        }
    }
    for line in tally.lines() {
        tell(line)?;
    }
    Ok(())
}

async fn all(line: &mut PgConnection, schema: &str, table: &str) -> Result<Vec<OldRow>, OlderError> {
    let statement = rows_of(schema, table);
    let rows: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(statement)).fetch_all(line).await.map_err(DbError::from)?;
    rows.iter().map(|(text,)| read(text)).collect()
}

fn rows_of(schema: &str, table: &str) -> String {
    format!("SELECT {} FROM ({}) AS rows ORDER BY n", columns(table), numbered(schema, table))
}
