//! `social_links`: pages elsewhere, for display only. Nothing is posted there.

use chrono::{DateTime, Utc};
use maker_domain::id::{LinkId, MakerId};
pub use maker_domain::link::LinkFields;
use serde_json::json;
use sqlx::SqliteConnection;

use crate::places;
use crate::post_bin::Kept;
use crate::stored::{id, millis, time};
use crate::sync::{Doc, unseen};
use crate::{Store, StoreError};

const TABLE: &str = "social_links";

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SocialLink {
    /// Its id.
    pub id: LinkId,
    /// What is edited.
    pub fields: LinkFields,
    /// Its place among the others: smaller texts first.
    pub position: Option<String>,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}

type Row = (String, String, String, Option<String>, i64, i64);

impl Store {
    /// The links in their order.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn social_links(&self) -> Result<Vec<SocialLink>, StoreError> {
        all(&mut *self.pool.acquire().await?).await
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn social_link(&self, which: LinkId) -> Result<SocialLink, StoreError> {
        one(&mut *self.pool.acquire().await?, which).await?.ok_or(StoreError::NotFound)
    }

    /// Adds a link behind the others.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn add_social_link(
        &self,
        which: LinkId,
        maker: MakerId,
        fields: &LinkFields,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        put(&mut tx, which, maker, fields, None, [now, now].map(millis)).await?;
        places::put_before(&mut tx, TABLE, which.0, None, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Keeps what was typed while the screen showed `shown`, which other devices and windows may have changed since: what
    /// they wrote in other fields stays, and what they wrote in the same is kept beside it. A link that another device
    /// deleted meanwhile comes back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it was deleted here.
    pub async fn save_social_link_over(
        &self,
        which: LinkId,
        maker: MakerId,
        shown: &LinkFields,
        fields: &LinkFields,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        match one(&mut tx, which).await? {
            Some(there) => {
                let docs = [&doc(shown), &doc(&there.fields), &doc(fields)];
                unseen::write_over(&mut tx, TABLE, &which.to_string(), docs, now).await?;
            }
            None if Kept::has(&mut tx, which.0).await? => return Err(StoreError::NotFound),
            // Deleted elsewhere while it was on the screen: whoever typed on did not mean it to go.
            None => put(&mut tx, which, maker, fields, None, [now, now].map(millis)).await?,
        }
        tx.commit().await?;
        Ok(())
    }

    /// Puts a link before another one, or behind all.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when one of them is not there.
    pub async fn move_social_link(
        &self,
        which: LinkId,
        before: Option<LinkId>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        places::put_before(&mut tx, TABLE, which.0, before.map(|before| before.0), now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Deletes a link. [`Store::restore_social_link`] brings it back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn delete_social_link(&self, which: LinkId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let there = one(&mut tx, which).await?.ok_or(StoreError::NotFound)?;
        let kept = Kept { link: Some((there.fields, there.position, millis(there.created_at))), ..Kept::default() };
        kept.put(&mut tx, which.0, now).await?;
        sqlx::query("DELETE FROM social_links WHERE id = ?").bind(which.to_string()).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Brings a deleted link back as it was.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it was not deleted on this device in the last thirty days.
    pub async fn restore_social_link(
        &self,
        which: LinkId,
        maker: MakerId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let (fields, place, created_at) = Kept::take(&mut tx, which.0).await?.link.ok_or(StoreError::NotFound)?;
        put(&mut tx, which, maker, &fields, place.as_deref(), [created_at, millis(now)]).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// What the fields say in the columns that travel.
fn doc(fields: &LinkFields) -> Doc {
    unseen::doc([("platform", json!(fields.platform)), ("url", json!(fields.url))])
}

fn read((which, platform, url, position, created_at, updated_at): Row) -> Result<SocialLink, StoreError> {
    Ok(SocialLink {
        id: LinkId(id(TABLE, &which)?),
        fields: LinkFields { platform, url },
        position,
        created_at: time(TABLE, created_at)?,
        updated_at: time(TABLE, updated_at)?,
    })
}

async fn all(connection: &mut SqliteConnection) -> Result<Vec<SocialLink>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, platform, url, position, created_at, updated_at FROM social_links \
         ORDER BY position IS NULL, position, created_at, id",
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(read).collect()
}

async fn one(connection: &mut SqliteConnection, which: LinkId) -> Result<Option<SocialLink>, StoreError> {
    let row: Option<Row> =
        sqlx::query_as("SELECT id, platform, url, position, created_at, updated_at FROM social_links WHERE id = ?")
            .bind(which.to_string())
            .fetch_optional(connection)
            .await?;
    row.map(read).transpose()
}

/// Writes a row whole. `times` are those of making it and of its last edit.
async fn put(
    connection: &mut SqliteConnection,
    which: LinkId,
    maker: MakerId,
    fields: &LinkFields,
    place: Option<&str>,
    times: [i64; 2],
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO social_links (id, maker_id, platform, url, position, created_at, updated_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
         ON CONFLICT (id) DO UPDATE SET platform = ?3, url = ?4, position = ?5, updated_at = ?7",
    )
    .bind(which.to_string())
    .bind(maker.to_string())
    .bind(&fields.platform)
    .bind(&fields.url)
    .bind(place)
    .bind(times[0])
    .bind(times[1])
    .execute(connection)
    .await?;
    Ok(())
}
