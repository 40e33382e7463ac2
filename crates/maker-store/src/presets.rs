//! `presets`: named sets of platform settings. Of this desk alone.

use chrono::{DateTime, Utc};
use maker_domain::id::PresetId;
use maker_domain::preset::{MOST, PresetSettings};

use crate::snippets::DAYS_BACK;
use crate::stored::{id, json, millis, time, to_json};
use crate::{Store, StoreError};

const TABLE: &str = "presets";

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its id.
    pub id: PresetId,
    /// What it is called.
    pub name: String,
    /// What it says.
    pub settings: PresetSettings,
    /// New drafts begin with it.
    pub is_default: bool,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}

type Row = (String, String, String, bool, i64);

const COLUMNS: &str = "SELECT id, name, settings, is_default, updated_at FROM presets WHERE deleted_at IS NULL";

impl Store {
    /// The presets by name.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn presets(&self) -> Result<Vec<Preset>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} ORDER BY name, id"));
        let rows: Vec<Row> = sqlx::query_as(sql).fetch_all(&self.pool).await?;
        rows.into_iter().map(read).collect()
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there, or deleted.
    pub async fn preset(&self, which: PresetId) -> Result<Preset, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} AND id = ?"));
        let row: Option<Row> = sqlx::query_as(sql).bind(which.to_string()).fetch_optional(&self.pool).await?;
        row.map(read).transpose()?.ok_or(StoreError::NotFound)
    }

    /// The one that new drafts begin with.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn default_preset(&self) -> Result<Option<Preset>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} AND is_default = 1"));
        let row: Option<Row> = sqlx::query_as(sql).fetch_optional(&self.pool).await?;
        row.map(read).transpose()
    }

    /// Adds a preset, and lets those go that were deleted long ago. False when there are as many as there may be.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn add_preset(
        &self,
        which: PresetId,
        name: &str,
        settings: &PresetSettings,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let long_ago = millis(now - DAYS_BACK);
        sqlx::query("DELETE FROM presets WHERE deleted_at < ?").bind(long_ago).execute(&mut *tx).await?;
        let count: i64 =
            sqlx::query_scalar("SELECT count(*) FROM presets WHERE deleted_at IS NULL").fetch_one(&mut *tx).await?;
        if usize::try_from(count).is_ok_and(|count| count >= MOST) {
            return Ok(false);
        }
        sqlx::query("INSERT INTO presets (id, name, settings, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?4)")
            .bind(which.to_string())
            .bind(name)
            .bind(to_json(TABLE, settings)?)
            .bind(millis(now))
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Gives a preset another name and other settings.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there, or deleted.
    pub async fn save_preset(
        &self,
        which: PresetId,
        name: &str,
        settings: &PresetSettings,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE presets SET name = ?, settings = ?, updated_at = ? WHERE id = ? AND deleted_at IS NULL";
        let done = sqlx::query(sql)
            .bind(name)
            .bind(to_json(TABLE, settings)?)
            .bind(millis(now))
            .bind(which.to_string())
            .execute(&self.pool)
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Lets new drafts begin with this one, or with none.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there, or deleted.
    pub async fn set_default_preset(&self, which: Option<PresetId>, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        sqlx::query("UPDATE presets SET is_default = 0, updated_at = ? WHERE is_default = 1")
            .bind(millis(now))
            .execute(&mut *tx)
            .await?;
        if let Some(which) = which {
            let done =
                sqlx::query("UPDATE presets SET is_default = 1, updated_at = ? WHERE id = ? AND deleted_at IS NULL")
                    .bind(millis(now))
                    .bind(which.to_string())
                    .execute(&mut *tx)
                    .await?;
            if done.rows_affected() == 0 {
                return Err(StoreError::NotFound);
            }
        }
        tx.commit().await?;
        Ok(())
    }

    /// Deletes a preset. It stays in the database for thirty days, so that it can come back; no longer as the default.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn delete_preset(&self, which: PresetId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let done = sqlx::query(
            "UPDATE presets SET deleted_at = ?1, updated_at = ?1, is_default = 0 WHERE id = ?2 AND deleted_at IS NULL",
        )
        .bind(millis(now))
        .bind(which.to_string())
        .execute(&self.pool)
        .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Brings a deleted preset back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it was not deleted in the last thirty days.
    pub async fn restore_preset(&self, which: PresetId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let done =
            sqlx::query("UPDATE presets SET deleted_at = NULL, updated_at = ?1 WHERE id = ?2 AND deleted_at >= ?3")
                .bind(millis(now))
                .bind(which.to_string())
                .bind(millis(now - DAYS_BACK))
                .execute(&self.pool)
                .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}

fn read((which, name, settings, is_default, updated_at): Row) -> Result<Preset, StoreError> {
    Ok(Preset {
        id: PresetId(id(TABLE, &which)?),
        name,
        settings: json(TABLE, &settings)?,
        is_default,
        updated_at: time(TABLE, updated_at)?,
    })
}
