//! What is typed while the screen is older than the database: another device's edit has arrived below, or another window
//! has saved. What was typed must not undo what nobody here has seen.

use chrono::{DateTime, Utc};
use maker_domain::sync::merge3::merge3;
use maker_domain::sync::registry::{Column, Merge, Owner};
use serde_json::Value;
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::Doc;
use super::tables::{self, Desk};
use crate::StoreError;
use crate::stored::{millis, to_json};

/// What a row is to say, and which of its columns were typed over something unseen.
#[derive(Debug, PartialEq)]
pub(crate) struct Typed {
    /// All columns.
    pub(crate) doc: Doc,
    /// Of these the edit is no answer to what the row said before, so that the backend keeps both.
    pub(crate) unseen: Vec<&'static str>,
}

/// Brings together what the screen `shown` was made into, `typed`, and what the row says `now`: a column that was not
/// touched stays as it is now; a text that was is merged word by word; and where that is not possible what was typed is
/// on top.
pub(crate) fn typed_over(desk: &Desk, shown: &Doc, now: &Doc, typed: &Doc) -> Typed {
    let mut all = Typed { doc: now.clone(), unseen: Vec::new() };
    for column in desk.columns().iter().filter(|column| column.owner == Owner::Member) {
        let [was, is, new] = [shown, now, typed].map(|doc| doc.get(column.name));
        if new == was || new == is {
            continue;
        }
        let value = match words(column, was, is, new) {
            _ if is == was => new.cloned(),
            Some(together) => Some(Value::String(together)),
            None => {
                if matches!(column.merge, Merge::Scalar | Merge::Text) {
                    all.unseen.push(column.name);
                }
                new.cloned()
            }
        };
        match value {
            Some(value) => all.doc.insert(column.name.to_owned(), value),
            None => all.doc.remove(column.name),
        };
    }
    all
}

fn words(column: &Column, was: Option<&Value>, is: Option<&Value>, new: Option<&Value>) -> Option<String> {
    let text = |value: Option<&Value>| value?.as_str().map(str::to_owned);
    match column.merge {
        Merge::Text => merge3(&text(was)?, &text(is)?, &text(new)?),
        Merge::Scalar | Merge::Latest | Merge::Immutable => None,
    }
}

/// Makes the row `key`, which says `now`, into what was typed over `shown`, as [`typed_over`] has it. Writes nothing where
/// nothing changes; otherwise `at` is when the row was edited last.
pub(crate) async fn write_over(
    connection: &mut SqliteConnection,
    table: &'static str,
    key: &str,
    [shown, now, typed]: [&Doc; 3],
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(desk) = tables::desk(table) else { return Ok(()) };
    let all = typed_over(desk, shown, now, typed);
    let changed: Doc = desk
        .columns()
        .iter()
        .filter(|column| all.doc.get(column.name) != now.get(column.name))
        .map(|column| (column.name.to_owned(), all.doc.get(column.name).cloned().unwrap_or_default()))
        .collect();
    if changed.is_empty() {
        return Ok(());
    }
    let sets: Vec<String> = changed.keys().map(|name| format!("{name} = ?1 ->> '$.{name}'")).collect();
    let sql = format!("UPDATE {table} SET {}, updated_at = ?2 WHERE {} = ?3", sets.join(", "), desk.key);
    sqlx::query(AssertSqlSafe(sql))
        .bind(to_json(table, &changed)?)
        .bind(millis(at))
        .bind(key)
        .execute(&mut *connection)
        .await?;
    note(connection, table, key, &all.unseen).await
}

/// A document of these values, without those that are empty.
pub(crate) fn doc<const N: usize>(values: [(&str, Value); N]) -> Doc {
    values.into_iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Notes columns of a row that was written in this transaction, until its edit is gathered.
pub(crate) async fn note(
    connection: &mut SqliteConnection,
    table: &str,
    key: &str,
    unseen: &[&str],
) -> Result<(), StoreError> {
    if unseen.is_empty() {
        return Ok(());
    }
    sqlx::query(
        "UPDATE sync_touched SET unseen = (SELECT json_group_array(value) FROM \
           (SELECT value FROM json_each(coalesce(unseen, '[]')) UNION SELECT value FROM json_each(?3))) \
         WHERE tbl = ?1 AND key = ?2",
    )
    .bind(table)
    .bind(key)
    .bind(to_json("sync_touched", &unseen)?)
    .execute(connection)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn service(title: &str, description: &str, price: f64) -> Doc {
        let all = json!({"title": title, "description": description, "price": price});
        serde_json::from_value(all).unwrap()
    }

    #[test]
    fn what_was_not_touched_stays_and_what_both_touched_is_merged_or_marked() {
        let shown = service("Chairs", "Made of oak.", 10.0);
        let now = service("Ash chairs", "Made of oak, oiled.", 12.0);
        let typed = service("Oak chairs", "Well made of oak.", 10.0);
        let all = typed_over(tables::desk("services").unwrap(), &shown, &now, &typed);
        assert_eq!(all.doc, service("Oak chairs", "Well made of oak, oiled.", 12.0));
        assert_eq!(all.unseen, ["title"]);
    }

    #[test]
    fn what_the_screen_showed_is_replaced_without_a_mark() {
        let shown = service("Chairs", "", 10.0);
        let typed = service("Oak chairs", "Of oak.", 11.0);
        let all = typed_over(tables::desk("services").unwrap(), &shown, &shown, &typed);
        assert_eq!(all, Typed { doc: typed, unseen: vec![] });
    }

    #[test]
    fn a_value_that_was_taken_away_is_gone() {
        let shown = service("Chairs", "Of oak.", 10.0);
        let mut typed = shown.clone();
        typed.remove("description");
        let all = typed_over(tables::desk("services").unwrap(), &shown, &shown, &typed);
        assert_eq!(all.doc, typed);
    }
}
