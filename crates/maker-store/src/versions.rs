//! `revisions`: every version of a draft that an edit replaced, here or on another device. They stay on this desk; what
//! other devices typed is in the backend's history too.
//!
//! Typing is saved several times a second, so a version whose every word is still there in what replaced it, or in the one
//! that was kept before, need not be kept as well. What a burst of typing takes away again is always kept.

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::draft::DraftFields;
use maker_domain::id::DraftId;
use serde_json::Value;
use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::stored::{id, json, millis, time};
use crate::{Store, StoreError};

/// Within this time of the last kept version, one that lives on in its neighbours is not kept.
const ONE_EDIT: TimeDelta = TimeDelta::seconds(30);

/// Versions of one draft. Beyond, the ones that stand closest together make room, never [`NEWEST`].
const MOST: i64 = 1_000;

/// The newest versions, which stay as dense as they are.
const NEWEST: i64 = 200;

/// What the versions of one draft may take, in bytes.
const MOST_BYTES: i64 = 16 << 20;

/// Nobody edits a published draft: its versions stay this long.
const DAYS_AFTER_PUBLISHING: i64 = 90;

const TABLE: &str = "revisions";

/// A version of a draft that was replaced.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Its id.
    pub id: Uuid,
    /// What it said.
    pub fields: DraftFields,
    /// When it was replaced.
    pub until: DateTime<Utc>,
    /// What replaced it came from another device.
    pub elsewhere: bool,
}

/// Where an edit came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// This device.
    Here,
    /// Another one.
    Elsewhere,
}

type Row = (String, String, i64, bool);

fn read((version, fields, until, elsewhere): Row) -> Result<Version, StoreError> {
    Ok(Version { id: id(TABLE, &version)?, fields: json(TABLE, &fields)?, until: time(TABLE, until)?, elsewhere })
}

impl Store {
    /// At most `most` versions of a draft, a video's or a post's, newest first; those older than `before`, where it is
    /// given.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn versions(&self, draft: DraftId, before: Option<Uuid>, most: u32) -> Result<Vec<Version>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, fields, created_at, elsewhere FROM revisions \
             WHERE draft_id = ?1 AND (?2 IS NULL OR id < ?2) ORDER BY id DESC LIMIT ?3",
        )
        .bind(draft.to_string())
        .bind(before.map(|id| id.to_string()))
        .bind(most)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(read).collect()
    }

    /// One version of a draft.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there, or is one of another draft.
    pub async fn version(&self, draft: DraftId, version: Uuid) -> Result<Version, StoreError> {
        let row: Option<Row> =
            sqlx::query_as("SELECT id, fields, created_at, elsewhere FROM revisions WHERE id = ? AND draft_id = ?")
                .bind(version.to_string())
                .bind(draft.to_string())
                .fetch_optional(&self.pool)
                .await?;
        read(row.ok_or(StoreError::NotFound)?)
    }

    /// What is being written in a draft, a video's or a post's, whatever its status.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn written(&self, draft: DraftId) -> Result<DraftFields, StoreError> {
        let fields: Option<String> = sqlx::query_scalar("SELECT fields FROM drafts WHERE id = ?")
            .bind(draft.to_string())
            .fetch_optional(&self.pool)
            .await?;
        json("drafts", &fields.ok_or(StoreError::NotFound)?)
    }

    /// Gives up versions of what was published long ago.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn forget_old_versions(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query(
            "DELETE FROM revisions WHERE created_at < ?1 AND draft_id IN \
               (SELECT id FROM drafts WHERE status = 'PUBLISHED' AND updated_at < ?1)",
        )
        .bind(millis(now - TimeDelta::days(DAYS_AFTER_PUBLISHING)))
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}

/// Keeps `before`, which `after` replaces, unless both say the same, or nothing in it is lost without it.
pub(crate) async fn keep(
    connection: &mut SqliteConnection,
    draft: &str,
    [before, after]: [&str; 2],
    by: By,
    at: i64,
) -> Result<(), StoreError> {
    let [was, is]: [Value; 2] = [json("drafts", before)?, json("drafts", after)?];
    if lives_on(&was, &[&is]) && lives_on(&is, &[&was]) {
        return Ok(());
    }
    let last: Option<(i64, String)> = sqlx::query_as(
        "SELECT created_at, fields FROM revisions WHERE draft_id = ? ORDER BY created_at DESC, id DESC LIMIT 1",
    )
    .bind(draft)
    .fetch_optional(&mut *connection)
    .await?;
    if let Some((kept_at, kept)) = last {
        // A clock that was set back counts as time that has passed: better a version too many than one lost.
        let is_same_burst = at.abs_diff(kept_at) <= ONE_EDIT.num_milliseconds().unsigned_abs();
        if is_same_burst && lives_on(&was, &[&is, &json(TABLE, &kept)?]) {
            return Ok(());
        }
    }
    sqlx::query("INSERT INTO revisions (id, draft_id, fields, created_at, elsewhere) VALUES (?, ?, ?, ?, ?)")
        .bind(Uuid::now_v7().to_string())
        .bind(draft)
        .bind(before)
        .bind(at)
        .bind(by == By::Elsewhere)
        .execute(&mut *connection)
        .await?;
    make_room(connection, draft).await
}

/// Whether everything that a document says is also in one of the `others`: each value is there, or each text with more
/// put into it at one place.
fn lives_on(value: &Value, others: &[&Value]) -> bool {
    let said: Vec<&Value> = others.iter().copied().filter(|other| !other.is_null()).collect();
    match value {
        Value::Object(fields) => fields.iter().all(|(key, value)| {
            let others: Vec<&Value> = said.iter().filter_map(|other| other.get(key)).collect();
            lives_on(value, &others)
        }),
        Value::Null => true,
        // A document without the key says the same.
        Value::Bool(false) if said.is_empty() => true,
        Value::String(text) => {
            text.is_empty() || said.iter().any(|other| other.as_str().is_some_and(|other| is_within(text, other)))
        }
        Value::Array(items) => {
            let has = |other: &&Value| other.as_array().is_some_and(|all| items.iter().all(|item| all.contains(item)));
            items.is_empty() || said.iter().any(has)
        }
        Value::Bool(_) | Value::Number(_) => said.contains(&value),
    }
}

/// Whether `longer` is `text` with something put into it at one place, or the same.
pub(crate) fn is_within(text: &str, longer: &str) -> bool {
    let same = |(x, y): &(u8, u8)| x == y;
    let before = text.bytes().zip(longer.bytes()).take_while(same).count();
    let after = text.bytes().rev().zip(longer.bytes().rev()).take_while(same).count();
    text.len() <= longer.len() && before + after >= text.len()
}

/// Lets versions go that stand closest after another one, so that what remains is spread over the time.
async fn make_room(connection: &mut SqliteConnection, draft: &str) -> Result<(), StoreError> {
    loop {
        let (count, bytes): (i64, i64) =
            sqlx::query_as("SELECT count(*), coalesce(sum(octet_length(fields)), 0) FROM revisions WHERE draft_id = ?")
                .bind(draft)
                .fetch_one(&mut *connection)
                .await?;
        if count <= MOST && (bytes <= MOST_BYTES || count <= 1) {
            return Ok(());
        }
        sqlx::query(
            "DELETE FROM revisions WHERE id = (SELECT id FROM \
               (SELECT id, abs(created_at - lag(created_at) OVER (ORDER BY id)) AS gap, \
                  row_number() OVER (ORDER BY id DESC) AS nth FROM revisions WHERE draft_id = ?1) \
             ORDER BY nth <= min(?2, ?3 / 2), gap IS NULL, gap, id LIMIT 1)",
        )
        .bind(draft)
        .bind(NEWEST)
        .bind(count)
        .execute(&mut *connection)
        .await?;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_text_lives_on_where_only_something_was_put_into_it() {
        assert!(is_within("oak chair", "oak and ash chair"));
        assert!(is_within("oak", "oak") && is_within("", "x") && is_within("aa", "aaa"));
        assert!(!is_within("oak chair", "ash chair"));
        assert!(!is_within("oak chair", "oak"));
        assert!(!is_within("abc", "a-b-c"), "put in at two places");
    }

    #[test]
    fn a_document_lives_on_field_by_field_in_either_neighbour() {
        let was = json!({"title": "Oak chair", "description": "Oiled.", "tags": ["a"], "youtube": {"made_for_kids": null, "quiet": false}});
        let is = json!({"title": "", "description": "Oiled. Twice.", "tags": ["b", "a"]});
        assert!(!lives_on(&was, &[&is]), "the title is gone");
        assert!(lives_on(&was, &[&is, &json!({"title": "Oak chair, new"})]));
        assert!(!lives_on(
            &json!({"youtube": {"made_for_kids": true}}),
            &[&json!({"youtube": {"made_for_kids": false}})]
        ));
        assert!(!lives_on(&json!({"tags": ["a"]}), &[&json!({"tags": ["b"]})]));
    }
}
