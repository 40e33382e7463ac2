//! The triggers that note which rows were written. They are made from [`super::tables`] whenever the store is opened, so
//! that a column added there is noticed from then on.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::tables::{DESK, Desk, Way};
use crate::StoreError;

/// Makes every trigger that is missing or differs.
pub(crate) async fn set_up(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let there: Vec<(String, String)> =
        sqlx::query_as("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'sync_touch_%'")
            .fetch_all(&mut *connection)
            .await?;
    let wanted: Vec<(String, String)> = DESK.iter().filter(|d| d.way != Way::Down).flat_map(triggers).collect();
    for (name, _) in there.iter().filter(|have| !wanted.contains(have)) {
        sqlx::query(AssertSqlSafe(format!("DROP TRIGGER {name}"))).execute(&mut *connection).await?;
    }
    for (_, sql) in wanted.into_iter().filter(|want| !there.contains(want)) {
        sqlx::query(AssertSqlSafe(sql)).execute(&mut *connection).await?;
    }
    Ok(())
}

fn triggers(desk: &Desk) -> Vec<(String, String)> {
    let (table, key) = (desk.name, desk.key);
    let changed = format!("UPDATE OF {}", desk.written().join(", "));
    [("insert", "INSERT", "NEW"), ("update", changed.as_str(), "NEW"), ("delete", "DELETE", "OLD")]
        .map(|(short, event, row)| {
            let name = format!("sync_touch_{table}_{short}");
            let sql = format!(
                "CREATE TRIGGER {name} AFTER {event} ON {table} WHEN (SELECT capturing FROM sync_state) = 1 \
                 BEGIN INSERT OR IGNORE INTO sync_touched (tbl, key) VALUES ('{table}', {row}.{key}); END"
            );
            (name, sql)
        })
        .into()
}
