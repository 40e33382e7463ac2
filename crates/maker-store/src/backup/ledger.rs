//! What was sent since a backup was made: the database that is there knows it, and a restore must not make it unsaid.

use std::path::Path;

use sqlx::{AssertSqlSafe, Connection, SqliteConnection};

use super::open;
use crate::StoreError;
use crate::stored::unreadable;

/// Tables of what was sent, in an order in which rows come before those that refer to them; and what becomes of a row
/// that both have.
const LEDGER: [(&str, &str); 8] = [
    ("publications", "OR IGNORE"),
    ("deliveries", "OR REPLACE"),
    ("upload_sessions", "OR REPLACE"),
    ("delivery_steps", "OR REPLACE"),
    ("receipts", "OR REPLACE"),
    ("videos", "OR REPLACE"),
    ("video_looks", "OR IGNORE"),
    ("video_numbers", "OR IGNORE"),
];

/// Takes everything that the database at `present` knows of publishing over into the one at `ready`, in one transaction;
/// doing it again changes nothing. Both are closed afterwards, with their logs folded in.
///
/// # Errors
/// When the database that is there cannot be read: nothing was taken over.
pub(super) async fn carry(present: &Path, ready: &Path) -> Result<(), StoreError> {
    let name = present.to_str().ok_or_else(|| unreadable("the database", "a name that is no text"))?;
    let mut log = open_present(present).await?;
    super::check(&mut log).await?;
    // Folds the log into the file, so that it is one file that is kept.
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut log).await?;
    log.close().await?;
    let mut both = open(ready, &()).await?;
    sqlx::query("ATTACH ? AS present").bind(name).execute(&mut both).await?;
    let mut tx = both.begin().await?;
    sqlx::query("PRAGMA defer_foreign_keys = ON").execute(&mut *tx).await?;
    if same_desk(&mut tx).await? {
        take_over(&mut tx).await?;
    }
    tx.commit().await?;
    sqlx::query("DETACH present").execute(&mut both).await?;
    both.close().await?;
    Ok(())
}

/// Whether both are of one workspace, as far as they are of any.
async fn same_desk(connection: &mut SqliteConnection) -> Result<bool, StoreError> {
    Ok(sqlx::query_scalar(
        "SELECT b.workspace IS NULL OR p.workspace IS NULL OR b.workspace = p.workspace \
         FROM main.sync_state b, present.sync_state p",
    )
    .fetch_one(connection)
    .await?)
}

async fn take_over(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    // Before they are written: what was published since from a draft that the backup still has open.
    sqlx::query(
        "UPDATE main.drafts SET status = 'PUBLISHED' WHERE kind = 'VIDEO' AND status = 'DRAFT' \
           AND id IN (SELECT id FROM present.drafts WHERE status = 'PUBLISHED') \
           AND id IN (SELECT draft_id FROM present.publications)",
    )
    .execute(&mut *connection)
    .await?;
    for table in ["upload_sessions", "delivery_steps", "receipts"] {
        let sql = format!("DELETE FROM main.{table} WHERE delivery_id IN (SELECT id FROM present.deliveries)");
        sqlx::query(AssertSqlSafe(sql)).execute(&mut *connection).await?;
    }
    for (table, twice) in LEDGER {
        copy(connection, table, twice).await?;
    }
    // Entries are chained anew behind those that the backup has: by a start of this program, when all is in place.
    sqlx::query(
        "INSERT INTO main.audit_log (id, at, platform, account, action, scope, outcome, subject) \
         SELECT id, at, platform, account, action, scope, outcome, subject FROM present.audit_log \
         WHERE id NOT IN (SELECT id FROM main.audit_log) ORDER BY rowid",
    )
    .execute(&mut *connection)
    .await?;
    // Their secrets are in the password store under today's ids.
    sqlx::query("DELETE FROM main.social_connections").execute(&mut *connection).await?;
    copy(connection, "social_connections", "OR IGNORE").await?;
    for sql in [
        "UPDATE main.publications SET draft_id = NULL WHERE draft_id NOT IN (SELECT id FROM main.drafts)",
        "UPDATE main.deliveries SET lease_owner = NULL, lease_until = NULL WHERE lease_owner IS NOT NULL",
        // As who this device is signed in today, where that is the same workspace.
        "UPDATE main.sync_state SET (backend, account, device, device_name, signed_in, problem) = \
           (SELECT backend, account, device, device_name, signed_in, problem FROM present.sync_state) \
         WHERE workspace = (SELECT workspace FROM present.sync_state)",
    ] {
        sqlx::query(sql).execute(&mut *connection).await?;
    }
    Ok(())
}

async fn copy(connection: &mut SqliteConnection, table: &str, twice: &str) -> Result<(), StoreError> {
    // Those that both have: one of them may have been written by another version.
    let columns: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM pragma_table_info(?1, 'main') WHERE name IN (SELECT name FROM pragma_table_info(?1, 'present'))",
    )
    .bind(table)
    .fetch_all(&mut *connection)
    .await?;
    let values: Vec<&str> = columns
        .iter()
        .map(|column| match column.as_str() {
            // This desk's own page and person, under whatever id the backup has them.
            "maker_id" => "(SELECT id FROM main.makers ORDER BY id LIMIT 1)",
            "user_id" => "(SELECT user_id FROM main.makers ORDER BY id LIMIT 1)",
            column => column,
        })
        .collect();
    let sql = format!(
        "INSERT {twice} INTO main.{table} ({}) SELECT {} FROM present.{table}",
        columns.join(", "),
        values.join(", ")
    );
    sqlx::query(AssertSqlSafe(sql)).execute(connection).await?;
    Ok(())
}

async fn open_present(path: &Path) -> Result<SqliteConnection, StoreError> {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
    Ok(SqliteConnection::connect_with(&options).await?)
}
