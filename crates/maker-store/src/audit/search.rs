//! Looking through the activity: filters, words and pages, newest first, behind a place that stays where it is while
//! others write.

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::activity::{AS_WISHED, ActivityFilter, ActivityWord, AuditAction, OutcomeKind};
use maker_domain::id::{DeliveryId, DraftId, EntryId};
use sqlx::{QueryBuilder, Sqlite};

use super::{TABLE, use_of};
use crate::stored::{id, millis, platform, time, to_json, unreadable};
use crate::{Store, StoreError};

/// As many as one part has at most.
const MOST: u32 = 500;

/// What is looked for beyond so many words, letters and codes is not: nobody types that much.
const WORDS: usize = 12;
const LETTERS: usize = 100;
const CODES: usize = 100;

/// What is looked for, with days as instants of the maker's zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityWanted {
    /// Words, platform, use and outcome.
    pub filter: ActivityFilter,
    /// Not older than this.
    pub since: Option<DateTime<Utc>>,
    /// Older than this.
    pub before: Option<DateTime<Utc>>,
}

/// A part of what is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityPage {
    /// Newest first.
    pub entries: Vec<ActivityEntry>,
    /// Where the next part begins; `None` at the end.
    pub next: Option<u32>,
    /// How many there are in all; only with the first part.
    pub total: Option<u32>,
}

/// An entry, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityEntry {
    /// Its number.
    pub n: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// Which platform.
    pub platform: Platform,
    /// The account's name.
    pub account: Option<String>,
    /// What for.
    pub action: AuditAction,
    /// The rights, with spaces between.
    pub scope: Option<String>,
    /// `OK`, or the code of what went wrong.
    pub outcome: String,
    /// What it is about, as it was written: the id of a delivery or connection, or what was read.
    pub subject: Option<String>,
    /// Its hash in hexadecimal digits; `None` until it is chained.
    pub hash: Option<String>,
    /// The delivery it is about, where that is on this desk.
    pub about: Option<About>,
}

/// A delivery, and where it can be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its id.
    pub delivery: DeliveryId,
    /// The title of its publication.
    pub title: String,
    /// It is on the list of Home.
    pub listed: bool,
    /// Its entry in the library.
    pub entry: Option<EntryId>,
    /// The draft it came from, where that can be written in again.
    pub draft: Option<DraftId>,
}

#[derive(sqlx::FromRow)]
struct Row {
    n: i64,
    at: i64,
    platform: String,
    account: Option<String>,
    action: String,
    scope: Option<String>,
    outcome: String,
    subject: Option<String>,
    hash: Option<String>,
    delivery: Option<String>,
    title: Option<String>,
    listed: Option<bool>,
    entry: Option<String>,
    draft: Option<String>,
}

impl Row {
    fn read(self) -> Result<ActivityEntry, StoreError> {
        let about = match (self.delivery, self.title) {
            (Some(delivery), Some(title)) => Some(About {
                delivery: DeliveryId(id(TABLE, &delivery)?),
                title,
                listed: self.listed == Some(true),
                entry: self.entry.map(|e| id(TABLE, &e).map(EntryId)).transpose()?,
                draft: self.draft.map(|d| id(TABLE, &d).map(DraftId)).transpose()?,
            }),
            _ => None,
        };
        Ok(ActivityEntry {
            n: u32::try_from(self.n).map_err(|_| unreadable(TABLE, "a number out of range"))?,
            at: time(TABLE, self.at)?,
            platform: platform(TABLE, &self.platform)?,
            account: self.account,
            action: use_of(&self.action)?,
            scope: self.scope,
            outcome: self.outcome,
            subject: self.subject,
            hash: self.hash,
            about,
        })
    }
}

impl Store {
    /// Up to `limit` entries before the number `before`, from the newest without it.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn activity(
        &self,
        wanted: &ActivityWanted,
        before: Option<u32>,
        limit: u32,
    ) -> Result<ActivityPage, StoreError> {
        let limit = limit.clamp(1, MOST);
        let mut tx = self.pool.begin().await?;
        let mut list = QueryBuilder::new(
            "SELECT a.n, a.at, a.platform, a.account, a.action, a.scope, a.outcome, a.subject, nullif(lower(hex(a.hash)), '') AS hash, \
               d.id AS delivery, p.title, d.dismissed_at IS NULL AND d.state <> 'PUBLISHED' AND d.state <> 'CANCELLED' AS listed, \
               (SELECT l.id FROM library l WHERE l.id = p.id AND l.kind = 'VIDEO') AS entry, \
               (SELECT f.id FROM drafts f WHERE f.id = p.draft_id AND f.status = 'DRAFT') AS draft \
             FROM audit_log a LEFT JOIN deliveries d ON d.id = a.subject LEFT JOIN publications p ON p.id = d.publication_id",
        );
        narrow(&mut list, wanted)?;
        if let Some(before) = before {
            list.push(" AND a.n < ").push_bind(before);
        }
        // One more than is told says whether there are more.
        list.push(" ORDER BY a.n DESC LIMIT ").push_bind(i64::from(limit) + 1);
        let mut rows: Vec<Row> = list.build_query_as().fetch_all(&mut *tx).await?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let entries = rows.into_iter().map(Row::read).collect::<Result<Vec<_>, _>>()?;
        let total = if before.is_none() {
            let mut count = QueryBuilder::new("SELECT count(*) FROM audit_log a");
            narrow(&mut count, wanted)?;
            let total: i64 = count.build_query_scalar().fetch_one(&mut *tx).await?;
            Some(u32::try_from(total).unwrap_or(u32::MAX))
        } else {
            None
        };
        let next = entries.last().filter(|_| more).map(|entry| entry.n);
        Ok(ActivityPage { entries, next, total })
    }
}

/// Adds what is wanted, as conditions with bound values.
fn narrow(list: &mut QueryBuilder<Sqlite>, wanted: &ActivityWanted) -> Result<(), StoreError> {
    let filter = &wanted.filter;
    list.push(" WHERE true");
    if let Some(platform) = filter.platform {
        list.push(" AND a.platform = ").push_bind(platform.as_str());
    }
    if let Some(action) = filter.action {
        list.push(" AND a.action = ").push_bind(action.as_str());
    }
    if let Some(outcome) = filter.outcome {
        let which = match outcome {
            OutcomeKind::Well => " AND a.outcome IN ",
            OutcomeKind::Trouble => " AND a.outcome NOT IN ",
        };
        list.push(which).push("(SELECT value FROM json_each(").push_bind(to_json(TABLE, &AS_WISHED)?).push("))");
    }
    if let Some(about) = &filter.about {
        list.push(" AND a.subject = ").push_bind(about.clone());
    }
    if let Some(since) = wanted.since {
        list.push(" AND a.at >= ").push_bind(millis(since));
    }
    if let Some(before) = wanted.before {
        list.push(" AND a.at < ").push_bind(millis(before));
    }
    for word in filter.words.iter().take(WORDS).filter(|word| !word.text.trim().is_empty()) {
        look_for(list, word)?;
    }
    Ok(())
}

fn look_for(list: &mut QueryBuilder<Sqlite>, word: &ActivityWord) -> Result<(), StoreError> {
    let pattern = pattern(&word.text);
    list.push(" AND (");
    for column in ["a.account", "a.scope", "a.action", "a.outcome", "a.platform"] {
        list.push(column).push(" LIKE ").push_bind(pattern.clone()).push(" ESCAPE '\\' OR ");
    }
    let actions: Vec<&str> = word.actions.iter().take(CODES).map(|action| action.as_str()).collect();
    let outcomes: Vec<&String> = word.outcomes.iter().take(CODES).collect();
    for (column, codes) in [("a.action", to_json(TABLE, &actions)?), ("a.outcome", to_json(TABLE, &outcomes)?)] {
        list.push(column).push(" IN (SELECT value FROM json_each(").push_bind(codes).push(")) OR ");
    }
    list.push(
        "a.subject IN (SELECT d.id FROM publications p JOIN deliveries d ON d.publication_id = p.id WHERE p.title LIKE ",
    );
    list.push_bind(pattern).push(" ESCAPE '\\'))");
    Ok(())
}

/// What is typed is never taken for a pattern.
fn pattern(text: &str) -> String {
    let mut pattern = String::from("%");
    for letter in text.trim().chars().filter(|letter| *letter != '\0').take(LETTERS) {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v01_what_is_typed_is_looked_for_as_it_stands() {
        assert_eq!(pattern(" 100% _a\\ "), "%100\\% \\_a\\\\%");
        assert_eq!(pattern(&"x".repeat(1_000)).len(), LETTERS + 2);
    }
}
