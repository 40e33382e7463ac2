//! Taking an export in: everything or nothing, in one transaction that the triggers of sync see as ordinary edits.

use chrono::{DateTime, Utc};
use maker_domain::id::MakerId;
use maker_domain::image::ImageName;
use maker_domain::text_post::public_address;
use maker_words::say;
use serde_json::Value;
use sqlx::{AssertSqlSafe, Sqlite, SqliteConnection, Transaction};

use super::{Kind, Row, Table, path};
use crate::stored::{id, millis, to_json, unreadable};
use crate::{Store, StoreError};

/// What makes a desk one that has content.
const CONTENT: [&str; 7] = ["services", "social_links", "posts", "drafts", "publications", "videos", "post_media"];

/// Why nothing was taken in.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// There is something here already.
    #[error("{}", say!("store-not-empty"))]
    NotEmpty,
    /// A row cannot be written beside the others: it is there twice, or belongs to nothing.
    #[error("{table}: {what}")]
    Row {
        /// Which table.
        table: &'static str,
        /// What is wrong, in words.
        what: String,
    },
    /// The database refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for Refused {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

/// An import under way. Dropping it leaves everything as it was.
pub struct Import {
    tx: Transaction<'static, Sqlite>,
    maker: MakerId,
    user: String,
}

impl Store {
    /// Whether nothing has been made here yet. The profile does not count: an import replaces it.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn is_empty_desk(&self) -> Result<bool, StoreError> {
        Ok(!has_content(&mut *self.pool.acquire().await?).await?)
    }

    /// Begins an import. Until it is over nobody else writes.
    ///
    /// # Errors
    /// [`Refused::NotEmpty`] when there is something here.
    pub async fn begin_import(&self) -> Result<Import, Refused> {
        let mut tx = self.write().await?;
        if has_content(&mut tx).await? {
            return Err(Refused::NotEmpty);
        }
        sqlx::query("PRAGMA defer_foreign_keys = ON").execute(&mut *tx).await?;
        let (user, maker): (String, String) =
            sqlx::query_as("SELECT user_id, id FROM makers ORDER BY id LIMIT 1").fetch_one(&mut *tx).await?;
        let maker = MakerId(id("makers", &maker)?);
        Ok(Import { tx, maker, user })
    }
}

impl Import {
    /// Writes rows of a table, which [`Table::check`] has found good.
    ///
    /// # Errors
    /// [`Refused::Row`] when one of them is there already.
    pub async fn put(&mut self, table: &Table, rows: Vec<Row>, now: DateTime<Utc>) -> Result<(), Refused> {
        if rows.is_empty() {
            return Ok(());
        }
        let rows = rows.into_iter().map(|row| self.stored(table, row, now)).collect::<Result<Vec<_>, _>>()?;
        let text = to_json("an export", &rows)?;
        match table.name {
            "makers" => {
                sqlx::query(
                    "UPDATE makers SET (name, bio, country, picture, updated_at) = (SELECT value ->> '$.name', value ->> '$.bio', \
                       value ->> '$.country', value ->> '$.picture', value ->> '$.updated_at' FROM json_each(?1)) WHERE id = ?2",
                )
                .bind(text)
                .bind(self.maker.to_string())
                .execute(&mut *self.tx)
                .await?;
            }
            "settings" => {
                sqlx::query(
                    "INSERT OR REPLACE INTO settings (key, value) \
                     SELECT value ->> '$.key', value ->> '$.value' FROM json_each(?)",
                )
                .bind(text)
                .execute(&mut *self.tx)
                .await?;
            }
            _ => self.insert(table, &text).await?,
        }
        Ok(())
    }

    async fn insert(&mut self, table: &Table, rows: &str) -> Result<(), Refused> {
        let mut names: Vec<&str> = Vec::new();
        let mut values: Vec<String> = Vec::new();
        for column in table.columns {
            names.push(column.name);
            values.push(match column.kind {
                Kind::Path | Kind::Bytes => format!("unhex(value ->> '$.{}')", column.name),
                _ => format!("value ->> '$.{}'", column.name),
            });
        }
        for (name, value) in [("maker_id", "?2"), ("user_id", "?3")] {
            if belongs(table.name, name) {
                names.push(name);
                values.push(value.to_owned());
            }
        }
        if table.name == "deliveries" {
            names.push("restored_at");
            values.push("value ->> '$.restored_at'".to_owned());
        }
        let sql = format!(
            "INSERT INTO {} ({}) SELECT {} FROM json_each(?1) WHERE ?2 <> ?3",
            table.name,
            names.join(", "),
            values.join(", ")
        );
        let done = sqlx::query(AssertSqlSafe(sql))
            .bind(rows)
            .bind(self.maker.to_string())
            .bind(&self.user)
            .execute(&mut *self.tx)
            .await;
        match done {
            Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {
                Err(Refused::Row { table: self::name(table), what: say!("row-twice") })
            }
            Err(sqlx::Error::Database(error)) if error.is_check_violation() => Err(Refused::Row {
                table: self::name(table),
                what: say!("row-does-not-fit", error = error.to_string()),
            }),
            done => {
                done?;
                Ok(())
            }
        }
    }

    /// A row as the table stores it. What was under way elsewhere is not sent from here until somebody has said so.
    fn stored(&self, table: &Table, mut row: Row, now: DateTime<Utc>) -> Result<Row, StoreError> {
        if table.name == "deliveries" {
            if row.get("state").and_then(Value::as_str) != Some("PUBLISHED") {
                row.insert("restored_at".to_owned(), millis(now).into());
            }
            if !row.get("state").and_then(Value::as_str).is_some_and(|state| super::ENDED.contains(&state)) {
                row.insert("state".to_owned(), "NEEDS_ATTENTION".into());
                let doubt = serde_json::json!({"state": "NEEDS_ATTENTION", "reason": {"code": "RESTORED", "platform_words": null}});
                row.insert("detail".to_owned(), doubt);
            }
        }
        if table.name == "delivery_steps" && row.get("state").and_then(Value::as_str) != Some("DONE") {
            row.insert("tried".to_owned(), 1.into());
        }
        for column in table.columns {
            let Some(value) = row.get_mut(column.name) else { continue };
            match column.kind {
                Kind::Path => *value = hex::encode(path(value).unwrap_or_default()).into(),
                Kind::Json(_) => *value = to_json(self::name(table), value)?.into(),
                _ => {}
            }
        }
        Ok(row)
    }

    /// Ends the import: what belongs together is together, and everything is written or nothing.
    ///
    /// # Errors
    /// [`Refused::Row`] when a row belongs to nothing.
    pub async fn finish(mut self, pictures: &[(ImageName, u64)]) -> Result<(), Refused> {
        let loose: Option<(String, Option<i64>, String)> =
            sqlx::query_as("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 1")
                .fetch_optional(&mut *self.tx)
                .await?;
        if let Some((table, _, parent)) = loose {
            let table = Table::named(&table).map_or("the export", name);
            let what = say!("row-loose", parent = parent);
            return Err(Refused::Row { table, what });
        }
        self.address_pictures().await?;
        sqlx::query(
            "INSERT INTO images (name, size) SELECT value ->> '$[0]', value ->> '$[1]' FROM json_each(?) WHERE true \
             ON CONFLICT (name) DO UPDATE SET size = excluded.size, unused_since = NULL",
        )
        .bind(to_json("images", &pictures)?)
        .execute(&mut *self.tx)
        .await?;
        self.tx.commit().await?;
        Ok(())
    }

    /// The addresses of a post's pictures name this page.
    async fn address_pictures(&mut self) -> Result<(), Refused> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT m.post_id, m.image FROM post_media m JOIN posts p ON p.id = m.post_id ORDER BY m.post_id, m.position, m.id",
        )
        .fetch_all(&mut *self.tx)
        .await?;
        let mut of_posts: std::collections::BTreeMap<String, Vec<String>> = std::collections::BTreeMap::new();
        for (post, image) in rows {
            let image = image.parse().map_err(|error| unreadable("post_media", error))?;
            of_posts.entry(post).or_default().push(public_address(self.maker, image));
        }
        sqlx::query("UPDATE posts SET images = '[]'").execute(&mut *self.tx).await?;
        for (post, images) in of_posts {
            sqlx::query("UPDATE posts SET images = ? WHERE id = ?")
                .bind(to_json("posts", &images)?)
                .bind(post)
                .execute(&mut *self.tx)
                .await?;
        }
        Ok(())
    }
}

fn name(table: &Table) -> &'static str {
    Table::named(table.name).map_or("", |table| table.name)
}

fn belongs(table: &str, column: &str) -> bool {
    match column {
        "maker_id" => ["services", "social_links", "posts", "drafts", "publications", "videos"].contains(&table),
        _ => ["posts", "publications", "videos"].contains(&table),
    }
}

async fn has_content(connection: &mut SqliteConnection) -> Result<bool, StoreError> {
    let any: Vec<String> = CONTENT.iter().map(|table| format!("EXISTS (SELECT 1 FROM {table})")).collect();
    let sql = format!("SELECT {}", any.join(" OR "));
    Ok(sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(connection).await?)
}
