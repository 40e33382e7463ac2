//! `snippets`: what a maker writes again and again. Of this desk alone.

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::id::SnippetId;
use maker_domain::snippet::{MOST, SnippetFields, SnippetKind};

use crate::stored::{id, json, millis, time, to_json, unreadable};
use crate::{Store, StoreError, places};

const TABLE: &str = "snippets";

/// How long a deleted one can come back.
pub(crate) const DAYS_BACK: TimeDelta = TimeDelta::days(30);

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Its id.
    pub id: SnippetId,
    /// What is edited.
    pub fields: SnippetFields,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}

type Row = (String, String, String, String, String, i64);

impl Store {
    /// The snippets in the maker's order.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn snippets(&self) -> Result<Vec<Snippet>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, name, kind, text, tags, updated_at FROM snippets WHERE deleted_at IS NULL \
             ORDER BY position IS NULL, position, created_at, id",
        )
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(read).collect()
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there, or deleted.
    pub async fn snippet(&self, which: SnippetId) -> Result<Snippet, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT id, name, kind, text, tags, updated_at FROM snippets WHERE id = ? AND deleted_at IS NULL",
        )
        .bind(which.to_string())
        .fetch_optional(&self.pool)
        .await?;
        row.map(read).transpose()?.ok_or(StoreError::NotFound)
    }

    /// Adds a snippet behind the others, and lets those go that were deleted long ago. False when there are as many as
    /// there may be.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn add_snippet(
        &self,
        which: SnippetId,
        fields: &SnippetFields,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        sqlx::query("DELETE FROM snippets WHERE deleted_at < ?")
            .bind(millis(now - DAYS_BACK))
            .execute(&mut *tx)
            .await?;
        let count: i64 =
            sqlx::query_scalar("SELECT count(*) FROM snippets WHERE deleted_at IS NULL").fetch_one(&mut *tx).await?;
        if usize::try_from(count).is_ok_and(|count| count >= MOST) {
            return Ok(false);
        }
        sqlx::query(
            "INSERT INTO snippets (id, name, kind, text, tags, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
        )
        .bind(which.to_string())
        .bind(&fields.name)
        .bind(fields.kind.as_str())
        .bind(&fields.text)
        .bind(to_json(TABLE, &fields.tags)?)
        .bind(millis(now))
        .execute(&mut *tx)
        .await?;
        places::put_before(&mut tx, TABLE, which.0, None, now).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Keeps what was typed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there, or deleted.
    pub async fn save_snippet(
        &self,
        which: SnippetId,
        fields: &SnippetFields,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let done = sqlx::query(
            "UPDATE snippets SET name = ?, kind = ?, text = ?, tags = ?, updated_at = ? \
             WHERE id = ? AND deleted_at IS NULL",
        )
        .bind(&fields.name)
        .bind(fields.kind.as_str())
        .bind(&fields.text)
        .bind(to_json(TABLE, &fields.tags)?)
        .bind(millis(now))
        .bind(which.to_string())
        .execute(&self.pool)
        .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Puts a snippet before another one, or behind all.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when one of them is not there.
    pub async fn move_snippet(
        &self,
        which: SnippetId,
        before: Option<SnippetId>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        places::put_before(&mut tx, TABLE, which.0, before.map(|before| before.0), now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Deletes a snippet. It stays in the database for thirty days, so that it can come back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn delete_snippet(&self, which: SnippetId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = "UPDATE snippets SET deleted_at = ?1, updated_at = ?1 WHERE id = ?2 AND deleted_at IS NULL";
        let done = sqlx::query(sql).bind(millis(now)).bind(which.to_string()).execute(&self.pool).await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Brings a deleted snippet back, at its place.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it was not deleted in the last thirty days.
    pub async fn restore_snippet(&self, which: SnippetId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let done =
            sqlx::query("UPDATE snippets SET deleted_at = NULL, updated_at = ?1 WHERE id = ?2 AND deleted_at >= ?3")
                .bind(millis(now))
                .bind(which.to_string())
                .bind(millis(now - DAYS_BACK))
                .execute(&self.pool)
                .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}

fn read((which, name, kind, text, tags, updated_at): Row) -> Result<Snippet, StoreError> {
    let kind = SnippetKind::parse(&kind).ok_or_else(|| unreadable(TABLE, "a kind that this version does not know"))?;
    Ok(Snippet {
        id: SnippetId(id(TABLE, &which)?),
        fields: SnippetFields { name, kind, text, tags: json(TABLE, &tags)? },
        updated_at: time(TABLE, updated_at)?,
    })
}
