//! The person at the desk and their business page, before there is any account.

use chrono::{DateTime, Utc};
use maker_domain::id::{MakerId, UserId};
use maker_domain::profile::ProfileFields;
use serde_json::json;
use sqlx::SqliteConnection;

use crate::stored::{id, millis, time, unreadable};
use crate::sync::{Doc, unseen};
use crate::{Store, StoreError};

const TABLE: &str = "makers";

/// The maker's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The maker.
    pub id: MakerId,
    /// What is edited.
    pub fields: ProfileFields,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}

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

    /// What the maker says of themselves on their page.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn profile(&self) -> Result<Profile, StoreError> {
        read_profile(&mut *self.pool.acquire().await?).await
    }

    /// Keeps what was typed while the screen showed `shown`. What other devices and windows wrote since is merged with it
    /// or kept beside it.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] for a country that is none; otherwise when the disk refuses.
    pub async fn save_profile_over(
        &self,
        shown: &ProfileFields,
        fields: &ProfileFields,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        if !fields.has_good_country() {
            return Err(unreadable(TABLE, "a country has two letters of ISO 3166-1"));
        }
        let mut tx = self.write().await?;
        let there = read_profile(&mut tx).await?;
        let docs = [&profile_doc(shown), &profile_doc(&there.fields), &profile_doc(fields)];
        unseen::write_over(&mut tx, TABLE, &there.id.to_string(), docs, now).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Makes the user and the maker of a desk that has none yet.
pub(crate) async fn ensure_local_maker(
    connection: &mut SqliteConnection,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let known: i64 = sqlx::query_scalar("SELECT count(*) FROM makers").fetch_one(&mut *connection).await?;
    if known > 0 {
        return Ok(());
    }
    let (user, maker) = (UserId::make().to_string(), MakerId::make().to_string());
    sqlx::query("INSERT INTO users (id, name, created_at, updated_at) VALUES (?1, 'Me', ?2, ?2)")
        .bind(&user)
        .bind(millis(now))
        .execute(&mut *connection)
        .await?;
    sqlx::query("INSERT INTO makers (id, user_id, name, created_at, updated_at) VALUES (?1, ?2, 'My page', ?3, ?3)")
        .bind(maker)
        .bind(user)
        .bind(millis(now))
        .execute(&mut *connection)
        .await?;
    Ok(())
}

async fn read_profile(connection: &mut SqliteConnection) -> Result<Profile, StoreError> {
    type Row = (String, String, Option<String>, Option<String>, Option<String>, i64);
    let (which, name, bio, country, picture, updated_at): Row =
        sqlx::query_as("SELECT id, name, bio, country, picture, updated_at FROM makers ORDER BY id LIMIT 1")
            .fetch_one(connection)
            .await?;
    // What another device calls its picture and is no name shows none, and stays.
    let picture = picture.and_then(|name| name.parse().ok());
    let fields = ProfileFields { name, bio: bio.unwrap_or_default(), country, picture };
    Ok(Profile { id: MakerId(id(TABLE, &which)?), fields, updated_at: time(TABLE, updated_at)? })
}

fn profile_doc(fields: &ProfileFields) -> Doc {
    let bio = (!fields.bio.is_empty()).then_some(&fields.bio);
    unseen::doc([
        ("name", json!(fields.name)),
        ("bio", json!(bio)),
        ("country", json!(fields.country)),
        ("picture", json!(fields.picture)),
    ])
}
