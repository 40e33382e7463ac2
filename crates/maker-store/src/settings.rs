//! What the maker has set, one JSON value per key.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::stored::{json, to_json};
use crate::{Store, StoreError};

impl Store {
    /// The value of `key`; `None` when never set.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when it is of another shape.
    pub async fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, StoreError> {
        let found: Option<String> =
            sqlx::query_scalar("SELECT value FROM settings WHERE key = ?").bind(key).fetch_optional(&self.pool).await?;
        found.map(|text| json("settings", &text)).transpose()
    }

    /// Sets `key`.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn set_setting<T: Serialize>(&self, key: &str, value: &T) -> Result<(), StoreError> {
        sqlx::query("INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2")
            .bind(key)
            .bind(to_json("settings", value)?)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
