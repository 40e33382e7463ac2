//! What is in a database: asked before anything is done to it.

use std::collections::{BTreeMap, BTreeSet};

use super::SCHEMA;
use super::source::quoted;
use crate::db::{DbError, Engine, Reads, sql};
use crate::db::{Row, names_of_tables};

/// The list of the migrations that ran.
const LIST: &str = "_sqlx_migrations";

/// What a database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It has nothing in it.
    Empty,
    /// Made, or brought forward, by this program.
    Ours,
    /// An older backend's.
    Older(Older),
    /// An older backend's, of which a part has been brought forward.
    Unfinished,
    /// Something else.
    Foreign,
}

/// An older backend's database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Older {
    /// Where its tables are, quoted.
    pub(super) schema: String,
    /// Its tables whose names are needed.
    pub(super) moving: Vec<String>,
    /// Its other tables, which stay where they are.
    pub(super) staying: Vec<String>,
    /// Whether it has makers.
    pub(super) makers: bool,
}

impl Older {
    /// What is done to the schema, in words.
    pub(super) fn changes(&self) -> Vec<String> {
        let moved = self.moving.iter().map(|table| format!("table {table} moves whole to {SCHEMA}.{table}"));
        let stays = self.staying.iter().map(|table| format!("table {table} is not known here and stays as it is"));
        moved.chain(stays).chain(["today's tables are made".to_owned()]).collect()
    }

    /// Which of the tables that are read are there.
    pub(super) fn tables(&self) -> impl Iterator<Item = &'static str> {
        let makers = self.makers;
        super::source::TABLES.iter().map(|(name, _)| *name).filter(move |name| *name != "makers" || makers)
    }
}

/// Looks, and changes nothing.
pub(super) async fn found(from: &mut impl Reads) -> Result<Found, DbError> {
    if from.engine() == Engine::Sqlite {
        return Ok(Found::Ours);
    }
    if let Some(ours) = ours(from).await? {
        return Ok(ours);
    }
    let (schema,): (Option<String>,) = one(from, "SELECT CAST(current_schema() AS TEXT)").await?;
    // What an extension brought is nobody's data.
    let lines = sql(
        "SELECT CAST(c.relname AS TEXT), c.relkind IN ('r', 'p'), CAST(a.attname AS TEXT) FROM pg_class c \
         LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped \
         WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema())) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') \
         AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')",
    );
    let mut tables: BTreeMap<String, (bool, BTreeSet<String>)> = BTreeMap::new();
    for (table, real, column) in lines.all::<(String, bool, Option<String>)>(from).await? {
        tables.entry(table).or_insert((real, BTreeSet::new())).1.extend(column);
    }
    let Some(schema) = schema.filter(|_| !tables.is_empty()) else { return Ok(Found::Empty) };
    if tables.contains_key(LIST) {
        // Another one has begun to migrate since the first look.
        return Ok(ours(from).await?.unwrap_or(Found::Foreign));
    }
    if !is_older(&tables) {
        return Ok(Found::Foreign);
    }
    let makers = tables.contains_key("makers");
    let needed = names_of_tables();
    let (moving, staying) = tables.into_keys().partition(|table| needed.contains(table.as_str()));
    Ok(Found::Older(Older { schema: quoted(&schema), moving, staying, makers }))
}

/// What it is if this program has been at it.
async fn ours(from: &mut impl Reads) -> Result<Option<Found>, DbError> {
    if !is(from, "SELECT to_regclass('_sqlx_migrations') IS NOT NULL").await? {
        return Ok(None);
    }
    let begun = is(from, "SELECT to_regclass('legacy_run') IS NOT NULL").await?;
    let ended = !begun || is(from, "SELECT count(*) = 0 FROM legacy_run WHERE finished_at IS NULL").await?;
    Ok(Some(if ended { Found::Ours } else { Found::Unfinished }))
}

/// Videos with the address of a stored file, without platform and kind; posts without a maker; and none of the tables that
/// came with them.
fn is_older(tables: &BTreeMap<String, (bool, BTreeSet<String>)>) -> bool {
    let has = |table: &str, with: &[&str], without: &[&str]| {
        tables.get(table).is_some_and(|(real, columns)| {
            *real
                && with.iter().all(|name| columns.contains(*name))
                && !without.iter().any(|name| columns.contains(*name))
        })
    };
    has("users", &["id", "email"], &[])
        && has("videos", &["id", "user_id", "video_url"], &["platform", "type", "url"])
        && has("posts", &["id", "user_id", "content"], &["maker_id"])
        && (!tables.contains_key("makers") || has("makers", &["id", "user_id"], &[]))
        && !["services", "social_connections", "social_links"].iter().any(|table| tables.contains_key(*table))
}

async fn is(from: &mut impl Reads, question: &'static str) -> Result<bool, DbError> {
    Ok(one::<(bool,)>(from, question).await?.0)
}

async fn one<T: Row>(from: &mut impl Reads, question: &'static str) -> Result<T, DbError> {
    sql(question).one(from).await
}

#[cfg(test)]
mod tests {
    use super::*;

    type Tables = BTreeMap<String, (bool, BTreeSet<String>)>;

    fn tables(list: &[(&str, &str)]) -> Tables {
        let columns = |text: &str| text.split(' ').map(str::to_owned).collect();
        list.iter().map(|(name, text)| ((*name).to_owned(), (true, columns(text)))).collect()
    }

    #[test]
    fn only_what_is_like_an_older_backends_is_taken_for_one() {
        let old =
            [("users", "id email name"), ("videos", "id user_id video_url"), ("posts", "id user_id content images")];
        assert!(is_older(&tables(&old)));
        assert!(is_older(&tables(&[&old[..], &[("makers", "id user_id name"), ("orders", "id")]].concat())));
        for more in [
            ("services", "id"),
            ("social_links", "id"),
            ("social_connections", "id"),
            ("makers", "id name"),
            ("videos", "id user_id url platform type"),
            ("videos", "id user_id video_url platform"),
            ("posts", "id user_id content maker_id"),
            ("users", "id login"),
        ] {
            assert!(!is_older(&tables(&[&old[..], &[more]].concat())), "{more:?}");
        }
        for without in ["users", "videos", "posts"] {
            let mut fewer = tables(&old);
            fewer.remove(without);
            assert!(!is_older(&fewer), "{without}");
            let mut view = tables(&old);
            view.get_mut(without).unwrap().0 = false;
            assert!(!is_older(&view), "{without} is a view");
        }
    }
}
