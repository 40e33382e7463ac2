//! Moments of the workspace's history that were seen here. After a restore of the backend they tell what both still have.

use maker_domain::sync::token::Token;
use sqlx::SqliteConnection;

use super::{number, stored, token};
use crate::stored::to_json;
use crate::{Store, StoreError};

/// So many of the newest are all kept.
const ALL_OF_THE_NEWEST: usize = 32;
/// Thinned out once there are so many.
const AT_MOST: i64 = 128;

impl Store {
    /// The moments seen here, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn checkpoints(&self) -> Result<Vec<Token>, StoreError> {
        let rows: Vec<String> =
            sqlx::query_scalar("SELECT moment FROM sync_checkpoints ORDER BY seq DESC").fetch_all(&self.pool).await?;
        rows.iter().map(|text| token(text)).collect()
    }
}

/// Remembers moments, whether a page or accepted edits told of them.
pub(super) async fn learn(connection: &mut SqliteConnection, moments: &[Token]) -> Result<(), StoreError> {
    let moments = moments.iter().filter(|moment| **moment != Token::START);
    let moments: Vec<_> = moments.map(|moment| (stored(moment.seq), moment.to_string())).collect();
    // The number leads the written form, so the later moment is the larger text.
    let Some(latest) = moments.iter().map(|(_, moment)| moment).max() else { return Ok(()) };
    sqlx::query(
        "INSERT OR REPLACE INTO sync_checkpoints (seq, moment) SELECT value ->> 0, value ->> 1 FROM json_each(?)",
    )
    .bind(to_json("sync_checkpoints", &moments)?)
    .execute(&mut *connection)
    .await?;
    sqlx::query("UPDATE sync_state SET seen = max(seen, ?)").bind(latest).execute(&mut *connection).await?;
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM sync_checkpoints").fetch_one(&mut *connection).await?;
    if count > AT_MOST {
        let all: Vec<i64> = sqlx::query_scalar("SELECT seq FROM sync_checkpoints ORDER BY seq DESC")
            .fetch_all(&mut *connection)
            .await?;
        let forgotten = too_many(&all.into_iter().map(number).collect::<Vec<_>>());
        sqlx::query("DELETE FROM sync_checkpoints WHERE seq IN (SELECT value FROM json_each(?))")
            .bind(to_json("sync_checkpoints", &forgotten)?)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Those to forget of the moments `newest_first`: the older they are, the further apart the rest is.
fn too_many(newest_first: &[u64]) -> Vec<u64> {
    let Some(newest) = newest_first.first().copied() else { return Vec::new() };
    let mut kept = newest_first.get(ALL_OF_THE_NEWEST - 1).copied().unwrap_or_default();
    let mut forgotten = Vec::new();
    for seq in newest_first.iter().copied().skip(ALL_OF_THE_NEWEST) {
        if kept - seq > (newest - seq) / 16 {
            kept = seq;
        } else {
            forgotten.push(seq);
        }
    }
    forgotten
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_sparser_the_older_they_are_and_never_more_than_a_hundred_or_so() {
        let mut kept: Vec<u64> = Vec::new();
        for seq in 1..=200_000_u64 {
            kept.insert(0, seq);
            if kept.len() > 128 {
                let forget = too_many(&kept);
                kept.retain(|seq| !forget.contains(seq));
                assert!(kept.len() <= 128, "{} at {seq}", kept.len());
            }
        }
        let gap = |at: usize| kept[at] - kept[at + 1];
        assert_eq!(gap(10), 1);
        assert!(gap(kept.len() - 5) > 1);
        assert!(kept.last().is_some_and(|oldest| *oldest < 20_000), "the beginning is forgotten: {kept:?}");
    }
}
