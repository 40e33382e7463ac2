//! Taking in what changed elsewhere: one page, one transaction.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::sync::wire::{Page, RowState};
use serde_json::{Value, json};
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::view::show;
use super::{Home, checkpoints, finish, outbox, restore, stored};
use crate::stored::{id, millis, to_json};
use crate::{Store, StoreError};

/// How exactly the last contact is known: people are told the minute.
const CONTACT: TimeDelta = TimeDelta::seconds(20);

/// What became of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// Everything in it is here.
    Yes {
        /// There is another page.
        more: bool,
        /// Rows in it.
        rows: usize,
    },
    /// It was asked for from another place than where this device is now: it is ignored.
    Late,
}

impl Store {
    /// Takes in a page, all of it or nothing. Own edits that have not come back stay on top.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn apply_page(&self, page: &Page, now: DateTime<Utc>) -> Result<Applied, StoreError> {
        if page.rows.is_empty() && self.says_nothing_new(page, now).await? {
            return Ok(Applied::Yes { more: false, rows: 0 });
        }
        let Some((mut tx, mut home)) = self.sync_write(now).await? else { return Ok(Applied::Late) };
        if page.from != home.position.cursor.seq {
            finish(tx).await?;
            return Ok(Applied::Late);
        }
        for (table, rows) in by_table(&page.rows) {
            confirm(&mut tx, &home, table, &rows).await?;
            let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
            show(&mut tx, &home, table, &ids).await?;
        }
        checkpoints::learn(&mut tx, &[page.cursor]).await?;
        sqlx::query("UPDATE sync_state SET cursor = ?").bind(page.cursor.to_string()).execute(&mut *tx).await?;
        if !page.more {
            home.drained = home.drained.max(page.cursor.seq);
            drained(&mut tx, &home).await?;
            if home.position.sweeping {
                restore::sweep(&mut tx, &home).await?;
            }
            outbox::forget_old(&mut tx, now).await?;
        }
        outbox::note_backup(&mut tx, page.backed_up_through).await?;
        crate::backup::settle(&mut tx, now).await?;
        sqlx::query("UPDATE sync_state SET last_contact = ?, offline_since = NULL")
            .bind(millis(now))
            .execute(&mut *tx)
            .await?;
        finish(tx).await?;
        Ok(Applied::Yes { more: page.more, rows: page.rows.len() })
    }

    /// Whether a page without rows is to leave everything as it is: most are, and then nothing has to be written.
    async fn says_nothing_new(&self, page: &Page, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let same: Option<bool> = sqlx::query_scalar(
            "SELECT cursor = ?1 AND drained >= ?2 AND NOT sweeping AND offline_since IS NULL \
               AND backed_up_through = ?3 AND last_contact BETWEEN ?4 AND ?5 FROM sync_state",
        )
        .bind(page.cursor.to_string())
        .bind(stored(page.cursor.seq))
        .bind(stored(page.backed_up_through))
        .bind(millis(now - CONTACT))
        .bind(millis(now))
        .fetch_one(&self.pool)
        .await?;
        Ok(same == Some(true) && page.from == page.cursor.seq && !page.more)
    }
}

fn by_table(rows: &[RowState]) -> BTreeMap<&str, Vec<&RowState>> {
    let mut tables: BTreeMap<&str, Vec<&RowState>> = BTreeMap::new();
    for row in rows {
        tables.entry(&row.t).or_default().push(row);
    }
    tables
}

/// Writes what the backend says of these rows, unless something later is known already, and lets own edits go that are
/// in it.
async fn confirm(
    connection: &mut SqliteConnection,
    home: &Home,
    table: &str,
    rows: &[&RowState],
) -> Result<(), StoreError> {
    let said: Vec<Value> = rows
        .iter()
        .map(|row| {
            let alternatives = (!row.alt.is_empty()).then(|| json!(row.alt).to_string());
            let writers = (!row.by.is_empty()).then(|| json!(row.by).to_string());
            json!({"id": row.id, "rev": row.rev, "del": row.del, "f": json!(row.f).to_string(), "alt": alternatives,
                   "by": writers})
        })
        .collect();
    let said = to_json("sync_rows", &said)?;
    sqlx::query(
        "INSERT INTO sync_rows (tbl, row_id, rev, deleted, fields, alternatives, writers, generation) \
         SELECT ?1, value ->> '$.id', value ->> '$.rev', value ->> '$.del', value ->> '$.f', value ->> '$.alt', \
           value ->> '$.by', ?3 \
         FROM json_each(?2) WHERE true \
         ON CONFLICT (tbl, row_id) DO UPDATE SET rev = excluded.rev, deleted = excluded.deleted, \
           fields = excluded.fields, alternatives = excluded.alternatives, writers = excluded.writers, generation = excluded.generation \
         WHERE excluded.rev >= rev OR generation <> excluded.generation",
    )
    .bind(table)
    .bind(&said)
    .bind(home.generation)
    .execute(&mut *connection)
    .await?;
    // Row by row of the page: there may be a hundred thousand accepted edits.
    sqlx::query(
        "UPDATE sync_outbox SET state = 'SETTLED' WHERE n IN (SELECT o.n FROM json_each(?2) AS said \
           CROSS JOIN sync_outbox o ON o.tbl = ?1 AND o.row_id = said.value ->> '$.id' \
           WHERE +o.state = 'ACKED' AND o.accepted <= said.value ->> '$.rev')",
    )
    .bind(table)
    .bind(&said)
    .execute(connection)
    .await?;
    Ok(())
}

/// Everything up to here has arrived: an accepted edit whose row did not come is in nothing that people see any more.
async fn drained(connection: &mut SqliteConnection, home: &Home) -> Result<(), StoreError> {
    sqlx::query("UPDATE sync_state SET drained = ?").bind(stored(home.drained)).execute(&mut *connection).await?;
    let rows: Vec<(String, String)> = sqlx::query_as(
        "UPDATE sync_outbox SET state = 'SETTLED' WHERE state = 'ACKED' AND accepted <= ? RETURNING tbl, row_id",
    )
    .bind(stored(home.drained))
    .fetch_all(&mut *connection)
    .await?;
    for (table, row) in rows.into_iter().collect::<BTreeSet<_>>() {
        let row = id("sync_outbox", &row)?;
        restore::forget_spared(connection, home, &table, row).await?;
        show(connection, home, &table, &[row]).await?;
    }
    Ok(())
}
