//! The person at the desk and their business page, before there is any account.

use chrono::{DateTime, Utc};
use maker_domain::id::{MakerId, UserId};

use crate::stored::{id, millis};
use crate::{Store, StoreError};

impl Store {
    /// The user and maker this desk works as.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn local_maker(&self) -> Result<(UserId, MakerId), StoreError> {
        let (user, maker): (String, String) =
            sqlx::query_as("SELECT user_id, id FROM makers ORDER BY id LIMIT 1").fetch_one(&self.pool).await?;
        Ok((UserId(id("makers", &user)?), MakerId(id("makers", &maker)?)))
    }

    /// The name of the page.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn page_name(&self) -> Result<String, StoreError> {
        Ok(sqlx::query_scalar("SELECT name FROM makers ORDER BY id LIMIT 1").fetch_one(&self.pool).await?)
    }

    pub(crate) async fn ensure_local_maker(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let known: i64 = sqlx::query_scalar("SELECT count(*) FROM makers").fetch_one(&mut *tx).await?;
        if known == 0 {
            let (user, maker) = (UserId::make().to_string(), MakerId::make().to_string());
            sqlx::query("INSERT INTO users (id, name, created_at, updated_at) VALUES (?1, 'Me', ?2, ?2)")
                .bind(&user)
                .bind(millis(now))
                .execute(&mut *tx)
                .await?;
            sqlx::query(
                "INSERT INTO makers (id, user_id, name, created_at, updated_at) VALUES (?1, ?2, 'My page', ?3, ?3)",
            )
            .bind(maker)
            .bind(user)
            .bind(millis(now))
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
