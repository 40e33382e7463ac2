//! Joining this desk to a workspace of the backend, and leaving it.

use chrono::{DateTime, Utc};
use sqlx::{AssertSqlSafe, SqliteConnection};
use uuid::Uuid;

use super::TABLE;
use super::tables::{DESK, Way};
use crate::images::forget_sent;
use crate::stored::{id, millis};
use crate::{Store, StoreError};

/// Tables with rows of the maker.
const OF_THE_MAKER: [&str; 7] =
    ["drafts", "social_connections", "publications", "videos", "services", "social_links", "posts"];

/// What a sign-in settles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The workspace.
    pub workspace: Uuid,
    /// The backend's address.
    pub backend: String,
    /// Who signed in, for people.
    pub account: String,
    /// This device, as the backend knows it.
    pub device: Uuid,
    /// Its name, for people.
    pub device_name: String,
}

impl Store {
    /// Joins this desk to a workspace after a sign-in. The first time everything that is here goes up; where the
    /// workspace was made elsewhere, what is here moves into it.
    ///
    /// # Errors
    /// [`StoreError::OtherWorkspace`] when the desk is joined to another one.
    pub async fn link(&self, link: &Link, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let (known, backend): (Option<String>, Option<String>) =
            sqlx::query_as("SELECT workspace, backend FROM sync_state").fetch_one(&mut *tx).await?;
        if backend.is_none_or(|backend| backend != link.backend) {
            forget_sent(&mut tx).await?;
        }
        let first = match known {
            Some(workspace) if id(TABLE, &workspace)? != link.workspace => return Err(StoreError::OtherWorkspace),
            Some(_) => false,
            None => true,
        };
        sqlx::query(
            "UPDATE sync_state SET workspace = ?, backend = ?, account = ?, device = ?, device_name = ?, signed_in = 1, \
               capturing = 1, problem = NULL, offline_since = NULL",
        )
        .bind(link.workspace.to_string())
        .bind(&link.backend)
        .bind(&link.account)
        .bind(link.device.to_string())
        .bind(&link.device_name)
        .execute(&mut *tx)
        .await?;
        if first {
            let own_page = move_in(&mut tx, link.workspace, now).await?;
            touch_all(&mut tx, own_page).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Notes that nobody is signed in. What is here stays, and what is edited waits for the next sign-in.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn unlink(&self) -> Result<(), StoreError> {
        sqlx::query("UPDATE sync_state SET signed_in = 0, problem = NULL, offline_since = NULL")
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Takes the workspace off this desk: the member was removed. What other devices wrote, and what went to them, goes;
    /// uploads of this device and what belongs to them stay, for the platforms have them. Whoever calls has written
    /// [`Store::own_edits`] to a file.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn erase_workspace(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let Some((mut tx, _)) = self.sync_write(now).await? else { return Ok(()) };
        for desk in DESK.iter().filter(|desk| desk.way != Way::Up && desk.name != "makers") {
            // A draft that an upload of this device comes from stays for going back to it.
            let kept = if desk.name == "drafts" {
                " AND id NOT IN (SELECT draft_id FROM publications WHERE draft_id IS NOT NULL)"
            } else {
                ""
            };
            let sql = format!(
                "DELETE FROM {} WHERE id IN (SELECT row_id FROM sync_rows WHERE tbl = '{}' \
                   UNION SELECT row_id FROM sync_outbox WHERE tbl = '{}'){kept}",
                desk.name, desk.name, desk.name
            );
            sqlx::query(AssertSqlSafe(sql)).execute(&mut *tx).await?;
        }
        for sql in [
            "DELETE FROM sync_rows",
            "DELETE FROM sync_outbox",
            "DELETE FROM sync_touched",
            "DELETE FROM sync_ghosts",
            "DELETE FROM sync_checkpoints",
            "DELETE FROM post_bin",
            "DELETE FROM sync_state",
            "INSERT INTO sync_state (one) VALUES (1)",
        ] {
            sqlx::query(sql).execute(&mut *tx).await?;
        }
        forget_sent(&mut tx).await?;
        move_in(&mut tx, Uuid::now_v7(), now).await?;
        sqlx::query(
            "UPDATE makers SET name = 'My page', bio = NULL, country = NULL, picture = NULL, updated_at = created_at",
        )
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Gives everything here to the workspace. `false` when the page here says nothing of its own: then the workspace's page
/// counts.
async fn move_in(connection: &mut SqliteConnection, workspace: Uuid, now: DateTime<Utc>) -> Result<bool, StoreError> {
    // The rows and what refers to them change one after the other.
    sqlx::query("PRAGMA defer_foreign_keys = ON").execute(&mut *connection).await?;
    let (maker, edited): (String, bool) =
        sqlx::query_as("SELECT id, updated_at <> created_at FROM makers ORDER BY id LIMIT 1")
            .fetch_one(&mut *connection)
            .await?;
    let workspace = workspace.to_string();
    if maker == workspace {
        return Ok(true);
    }
    sqlx::query("UPDATE makers SET id = ?2 WHERE id = ?1")
        .bind(&maker)
        .bind(&workspace)
        .execute(&mut *connection)
        .await?;
    for table in OF_THE_MAKER {
        let sql = format!("UPDATE {table} SET maker_id = ?2 WHERE maker_id = ?1");
        sqlx::query(AssertSqlSafe(sql)).bind(&maker).bind(&workspace).execute(&mut *connection).await?;
    }
    // The addresses of pictures name the maker.
    sqlx::query("UPDATE posts SET images = replace(images, ?1, ?2) WHERE instr(images, ?1)")
        .bind(&maker)
        .bind(&workspace)
        .execute(&mut *connection)
        .await?;
    tracing::info!(at = millis(now), "what is on this desk moved into its workspace");
    Ok(edited)
}

/// Notes every row as written.
async fn touch_all(connection: &mut SqliteConnection, own_page: bool) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sync_touched").execute(&mut *connection).await?;
    for desk in DESK.iter().filter(|desk| desk.way != Way::Down && (own_page || desk.name != "makers")) {
        let sql = format!(
            "INSERT OR IGNORE INTO sync_touched (tbl, key) SELECT '{}', {key} FROM {} ORDER BY {key}",
            desk.name,
            desk.name,
            key = desk.key
        );
        sqlx::query(AssertSqlSafe(sql)).execute(&mut *connection).await?;
    }
    Ok(())
}
