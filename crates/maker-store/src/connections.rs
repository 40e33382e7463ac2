//! `social_connections`: the authorised links, without their secrets. One per maker and platform.

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::connection::{Account, ConnectionStatus};
use maker_domain::id::{ConnectionId, MakerId};

use crate::stored::{id, millis, opt_time, platform, time, unreadable};
use crate::{Store, StoreError};

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Its id, also the name of its keyring entry.
    pub id: ConnectionId,
    /// Where it leads.
    pub platform: Platform,
    /// Whose page it is.
    pub maker_id: MakerId,
    /// The account.
    pub account: Account,
    /// Granted scopes.
    pub scopes: Vec<String>,
    /// When the maker must sign in again at the latest.
    pub expires_at: Option<DateTime<Utc>>,
    /// How it stands.
    pub status: ConnectionStatus,
    /// Last use.
    pub last_used_at: Option<DateTime<Utc>>,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    platform: String,
    scope: Option<String>,
    expires_at: Option<i64>,
    maker_id: String,
    account_id: String,
    account_name: String,
    avatar_url: Option<String>,
    status: String,
    last_used_at: Option<i64>,
    created_at: i64,
}

const TABLE: &str = "social_connections";

impl Row {
    fn read(self) -> Result<Connection, StoreError> {
        Ok(Connection {
            id: ConnectionId(id(TABLE, &self.id)?),
            platform: platform(TABLE, &self.platform)?,
            maker_id: MakerId(id(TABLE, &self.maker_id)?),
            account: Account { id: self.account_id, name: self.account_name, avatar_url: self.avatar_url },
            scopes: self.scope.unwrap_or_default().split_whitespace().map(str::to_owned).collect(),
            expires_at: opt_time(TABLE, self.expires_at)?,
            status: ConnectionStatus::parse(&self.status).ok_or_else(|| unreadable(TABLE, "an unknown status"))?,
            last_used_at: opt_time(TABLE, self.last_used_at)?,
            created_at: time(TABLE, self.created_at)?,
        })
    }
}

impl Store {
    /// The connections of the local maker.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn connections(&self) -> Result<Vec<Connection>, StoreError> {
        let rows: Vec<Row> =
            sqlx::query_as("SELECT * FROM social_connections ORDER BY created_at").fetch_all(&self.pool).await?;
        rows.into_iter().map(Row::read).collect()
    }

    /// The connection to `platform`, if there is one.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn connection(&self, platform: Platform) -> Result<Option<Connection>, StoreError> {
        let row: Option<Row> = sqlx::query_as("SELECT * FROM social_connections WHERE platform = ? LIMIT 1")
            .bind(platform.as_str())
            .fetch_optional(&self.pool)
            .await?;
        row.map(Row::read).transpose()
    }

    /// Writes a connection after its tokens are in the keyring. A connection to the same platform is replaced in place
    /// (same row, new id and account), so that what refers to the platform goes on with it.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn save_connection(&self, new: &Connection, now: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO social_connections (id, platform, scope, expires_at, maker_id, account_id, account_name, avatar_url, \
               status, last_used_at, created_at, updated_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, NULL, ?10, ?10) \
             ON CONFLICT (maker_id, platform) DO UPDATE SET id = ?1, scope = ?3, expires_at = ?4, account_id = ?6, \
               account_name = ?7, avatar_url = ?8, status = ?9, updated_at = ?10",
        )
        .bind(new.id.to_string())
        .bind(new.platform.as_str())
        .bind(new.scopes.join(" "))
        .bind(new.expires_at.map(millis))
        .bind(new.maker_id.to_string())
        .bind(&new.account.id)
        .bind(&new.account.name)
        .bind(&new.account.avatar_url)
        .bind(new.status.as_str())
        .bind(millis(now))
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Notes how a connection stands.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn mark_connection(
        &self,
        which: ConnectionId,
        status: ConnectionStatus,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        sqlx::query("UPDATE social_connections SET status = ?, updated_at = ? WHERE id = ?")
            .bind(status.as_str())
            .bind(millis(now))
            .bind(which.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Notes that a connection was used.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn touch_connection(&self, which: ConnectionId, now: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query("UPDATE social_connections SET last_used_at = ? WHERE id = ?")
            .bind(millis(now))
            .bind(which.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Removes a connection.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn remove_connection(&self, which: ConnectionId) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM social_connections WHERE id = ?").bind(which.to_string()).execute(&self.pool).await?;
        Ok(())
    }
}
