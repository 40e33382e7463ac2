//! Whether the chain is unbroken, looked at step by step so that nobody who writes meanwhile has to wait.

use chrono::{DateTime, Utc};
use maker_domain::activity::chain::{self, Hash, START};

use super::{Stored, TABLE};
use crate::stored::time;
use crate::{Store, StoreError};

/// As many entries are read in one step.
const STEP: i64 = 2_000;

/// Where a check stands, to be handed back for the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// So many entries are unbroken.
    pub entries: u32,
    /// The first that is not, where one was found.
    pub broken: Option<Broken>,
    /// Nothing is left to look at.
    pub done: bool,
    n: i64,
    hash: Hash,
}

impl Default for Checked {
    fn default() -> Self {
        Self { entries: 0, broken: None, done: false, n: 0, hash: START }
    }
}

/// Where the chain breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The number of the entry: the one that was changed, or the first that is missing.
    pub n: u32,
    /// The time of the entry there; `None` where it is missing.
    pub at: Option<DateTime<Utc>>,
    /// What is wrong with it.
    pub trouble: Trouble,
}

/// What breaks a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The entry, or its hash, is not what was written.
    Changed,
    /// Entries are missing here.
    Missing,
}

impl Store {
    /// Looks at the next two thousand entries behind `so_far`.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn check_activity(&self, so_far: Checked) -> Result<Checked, StoreError> {
        if so_far.done {
            return Ok(so_far);
        }
        // One moment for the entries and for how many there have ever been.
        let mut tx = self.pool.begin().await?;
        let rows: Vec<Stored> = sqlx::query_as("SELECT * FROM audit_log WHERE n > ? ORDER BY n LIMIT ?")
            .bind(so_far.n)
            .bind(STEP)
            .fetch_all(&mut *tx)
            .await?;
        let ever: Option<i64> = sqlx::query_scalar("SELECT seq FROM sqlite_sequence WHERE name = ?")
            .bind(TABLE)
            .fetch_optional(&mut *tx)
            .await?;
        drop(tx);
        let mut now = so_far;
        let is_last = rows.len() < usize::try_from(STEP).unwrap_or(usize::MAX);
        for row in rows {
            if let Some(broken) = follow(&mut now, &row)? {
                return Ok(Checked { broken: Some(broken), done: true, ..now });
            }
        }
        if is_last {
            now.done = true;
            now.broken = (ever.unwrap_or(0) > now.n).then(|| Broken {
                n: number(now.n + 1),
                at: None,
                trouble: Trouble::Missing,
            });
        }
        Ok(now)
    }
}

fn follow(now: &mut Checked, row: &Stored) -> Result<Option<Broken>, StoreError> {
    if row.n != now.n + 1 {
        return Ok(Some(Broken { n: number(now.n + 1), at: None, trouble: Trouble::Missing }));
    }
    let hash = chain::next(&now.hash, &row.link());
    // What another version has just written has no hash yet: it gets it with the next entry, and breaks nothing.
    if row.hash.as_ref().is_some_and(|stored| stored.as_slice() != hash) {
        return Ok(Some(Broken { n: number(row.n), at: Some(time(TABLE, row.at)?), trouble: Trouble::Changed }));
    }
    now.n = row.n;
    now.hash = hash;
    now.entries = now.entries.saturating_add(1);
    Ok(None)
}

fn number(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
