//! `images`: what is known of the pictures of posts and of the maker, here and at the backend. Their bytes are on the [`crate::shelf`].

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::image::ImageName;
use sqlx::SqliteConnection;

use crate::post_bin::DAYS_IN_THE_BIN;
use crate::stored::{millis, to_json, to_stored, unreadable};
use crate::{Store, StoreError};

const TABLE: &str = "images";

/// So long the backend is believed to have what it said it has, and to be as full as it was.
const BELIEVED: TimeDelta = TimeDelta::days(1);

/// The longest rest before a picture is looked for again that the backend did not have.
const LONGEST_REST: TimeDelta = TimeDelta::hours(1);

/// Pictures of so many posts, the newest, are brought here before anybody looks at them.
const POSTS_AT_HAND: u32 = 50;

/// What is to be done about one picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageTask {
    /// It is here and the backend is not known to have it.
    Send {
        /// Which.
        name: ImageName,
        /// Its bytes.
        size: u64,
    },
    /// A post shows it and it is not here.
    Fetch(ImageName),
}

/// What is known of a picture, for showing it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImageRecord {
    /// Its file is here.
    pub here: bool,
    /// Why the backend does not take it.
    pub refused: Option<String>,
    /// So often it was looked for and did not come.
    pub tries: u32,
}

/// How the pictures stand that posts and drafts show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImagesStanding {
    /// Here, and the backend is not known to have them.
    pub to_send: u64,
    /// The backend does not take them.
    pub refused: u64,
    /// Why it takes none for now, in its words.
    pub why: Option<String>,
}

/// Pictures that the profile, some post or a draft shows, by names that are names.
const SHOWN: &str = "SELECT image, max(since) AS shown_at, max(post_id IS NULL OR post_id IN (SELECT id FROM posts)) AS public \
     FROM images_in_use WHERE length(image) = 64 AND image NOT GLOB '*[^0-9a-f]*' GROUP BY image";

impl Store {
    /// Notes that a picture's file is here, with a small JPEG of it where there is one.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn note_image(&self, name: ImageName, size: u64, still: Option<&[u8]>) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO images (name, size, still) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE SET size = ?2, \
               still = coalesce(?3, still), wanted_at = NULL, tries = 0, not_before = NULL, unused_since = NULL",
        )
        .bind(name.to_string())
        .bind(to_stored(size))
        .bind(still)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Notes that a picture's file is not here, though it was.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn note_image_gone(&self, name: ImageName) -> Result<(), StoreError> {
        sqlx::query("UPDATE images SET size = NULL WHERE name = ?").bind(name.to_string()).execute(&self.pool).await?;
        Ok(())
    }

    /// Keeps a small JPEG of a picture, at most 128 KiB.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn set_image_still(&self, name: ImageName, jpeg: &[u8]) -> Result<(), StoreError> {
        sqlx::query("UPDATE images SET still = ? WHERE name = ?")
            .bind(jpeg)
            .bind(name.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The small JPEGs of these pictures, as far as there are any.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn image_stills(&self, names: &[ImageName]) -> Result<BTreeMap<ImageName, Vec<u8>>, StoreError> {
        let rows: Vec<(String, Vec<u8>)> = sqlx::query_as(
            "SELECT name, still FROM images WHERE still IS NOT NULL AND name IN (SELECT value FROM json_each(?))",
        )
        .bind(to_json(TABLE, &names)?)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(|(name, still)| Ok((read(&name)?, still))).collect()
    }

    /// What is known of these pictures. Those that nobody has heard of are missing.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn image_records(&self, names: &[ImageName]) -> Result<BTreeMap<ImageName, ImageRecord>, StoreError> {
        let rows: Vec<(String, bool, Option<String>, u32)> = sqlx::query_as(
            "SELECT name, size IS NOT NULL, refused, tries FROM images WHERE name IN (SELECT value FROM json_each(?))",
        )
        .bind(to_json(TABLE, &names)?)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|(name, here, refused, tries)| Ok((read(&name)?, ImageRecord { here, refused, tries })))
            .collect()
    }

    /// Somebody looks where these pictures are shown, and they are not here: they are brought before others.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn want_images(&self, names: &[ImageName], now: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO images (name, wanted_at) SELECT value, ?2 FROM json_each(?1) WHERE true \
             ON CONFLICT (name) DO UPDATE SET wanted_at = ?2 WHERE size IS NULL AND wanted_at IS NULL",
        )
        .bind(to_json(TABLE, &names)?)
        .bind(millis(now))
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// What is to be done next: first what the backend does not have, of posts before drafts; then what is not here;
    /// then to ask again for what the backend has had for long. `None` when nothing is.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn next_image(&self, may_send: bool, now: DateTime<Utc>) -> Result<Option<ImageTask>, StoreError> {
        let long_ago = millis(now - BELIEVED);
        // What waits for longer than any rest waits because the clock was set back.
        let (due, beyond) = (millis(now), millis(now + LONGEST_REST));
        let unsent = format!(
            "SELECT i.name, i.size FROM ({SHOWN}) s JOIN images i ON i.name = s.image \
             WHERE i.size IS NOT NULL AND i.sent_at IS NULL AND (i.refused IS NULL OR i.for_good = 0) \
               AND (i.not_before IS NULL OR i.not_before <= ?1 OR (i.refused IS NULL AND i.not_before > ?2)) \
             ORDER BY s.public DESC, s.shown_at, i.name LIMIT 1"
        );
        let absent = format!(
            "SELECT s.image, 0 FROM ({SHOWN}) s LEFT JOIN images i ON i.name = s.image \
             WHERE i.size IS NULL AND (i.not_before IS NULL OR i.not_before <= ?1 OR i.not_before > ?2) \
               AND (i.wanted_at IS NOT NULL OR EXISTS (SELECT 1 FROM images_in_use m WHERE m.image = s.image AND \
                 (m.post_id IS NULL OR m.post_id IN (SELECT id FROM posts ORDER BY created_at DESC LIMIT {POSTS_AT_HAND}) \
                  OR m.post_id NOT IN (SELECT id FROM posts)))) \
             ORDER BY i.wanted_at DESC NULLS LAST, s.shown_at DESC, s.image LIMIT 1"
        );
        let believed = format!(
            "SELECT i.name, i.size FROM ({SHOWN}) s JOIN images i ON i.name = s.image \
             WHERE i.size IS NOT NULL AND (i.sent_at <= ?3 OR i.sent_at > ?1) ORDER BY i.sent_at LIMIT 1"
        );
        let sends = [(unsent, true), (absent, false), (believed, true)];
        for (sql, is_send) in sends.into_iter().filter(|(_, is_send)| may_send || !is_send) {
            let found: Option<(String, i64)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
                .bind(due)
                .bind(beyond)
                .bind(long_ago)
                .fetch_optional(&self.pool)
                .await?;
            let Some((name, size)) = found else { continue };
            let name = read(&name)?;
            let size = u64::try_from(size).unwrap_or_default();
            return Ok(Some(if is_send { ImageTask::Send { name, size } } else { ImageTask::Fetch(name) }));
        }
        Ok(None)
    }

    /// The backend has said that it has all of a picture.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn note_image_sent(&self, name: ImageName, now: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE images SET sent_at = ?, refused = NULL, for_good = 0, tries = 0, not_before = NULL WHERE name = ?",
        )
        .bind(millis(now))
        .bind(name.to_string())
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// The backend has said that it does not have a picture, which it was believed to have.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn note_image_unsent(&self, name: ImageName) -> Result<(), StoreError> {
        sqlx::query("UPDATE images SET sent_at = NULL WHERE name = ?")
            .bind(name.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The backend does not take a picture: `for_good`, or not before it has room, which is tried once a day.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn note_image_refused(
        &self,
        name: ImageName,
        why: &str,
        for_good: bool,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        sqlx::query("UPDATE images SET sent_at = NULL, refused = ?, for_good = ?, not_before = ? WHERE name = ?")
            .bind(why)
            .bind(for_good)
            .bind(millis(now + BELIEVED))
            .bind(name.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Somebody wants it tried now: what was refused, and what rests, is tried once more.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn retry_images(&self) -> Result<(), StoreError> {
        sqlx::query("UPDATE images SET for_good = 0, not_before = NULL WHERE for_good <> 0 OR not_before IS NOT NULL")
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// A picture was looked for at the backend and did not come: each time it is left alone for longer, up to an hour.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn note_image_missing(&self, name: ImageName, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let tries: i64 = sqlx::query_scalar(
            "INSERT INTO images (name, tries) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET tries = tries + 1 \
             RETURNING tries",
        )
        .bind(name.to_string())
        .fetch_one(&mut *tx)
        .await?;
        let rest = TimeDelta::seconds(15 << tries.clamp(0, 8)).min(LONGEST_REST);
        sqlx::query("UPDATE images SET not_before = ? WHERE name = ?")
            .bind(millis(now + rest))
            .bind(name.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// How the pictures stand that posts and drafts show.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn images_standing(&self) -> Result<ImagesStanding, StoreError> {
        let sql = format!(
            "SELECT count(*) FILTER (WHERE i.refused IS NULL), count(*) FILTER (WHERE i.refused IS NOT NULL), \
               max(i.refused) FILTER (WHERE i.for_good = 0) \
             FROM ({SHOWN}) s JOIN images i ON i.name = s.image WHERE i.size IS NOT NULL AND i.sent_at IS NULL"
        );
        let (to_send, refused, why): (i64, i64, Option<String>) =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_one(&self.pool).await?;
        let count = |n: i64| u64::try_from(n).unwrap_or_default();
        Ok(ImagesStanding { to_send: count(to_send), refused: count(refused), why })
    }

    /// Pictures that are here and that the backend is not known to have.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn unsent_images(&self) -> Result<Vec<ImageName>, StoreError> {
        let names: Vec<String> = sqlx::query_scalar(
            "SELECT name FROM images WHERE size IS NOT NULL AND sent_at IS NULL AND name IN (SELECT image FROM images_in_use)",
        )
        .fetch_all(&self.pool)
        .await?;
        names.iter().map(|name| read(name)).collect()
    }

    /// Looks through what is on the shelf: files that nobody has noted are, and what nothing has shown for thirty days is
    /// given up. Returns the pictures whose files are to be taken away.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn sort_out_images(
        &self,
        on_the_shelf: &[(ImageName, u64)],
        now: DateTime<Utc>,
    ) -> Result<Vec<ImageName>, StoreError> {
        let mut tx = self.write().await?;
        sqlx::query(
            "INSERT INTO images (name, size) SELECT value ->> '$[0]', value ->> '$[1]' FROM json_each(?) WHERE true \
             ON CONFLICT (name) DO UPDATE SET size = excluded.size WHERE size IS NULL",
        )
        .bind(to_json(TABLE, &on_the_shelf)?)
        .execute(&mut *tx)
        .await?;
        let gone = unused(&mut tx, now, now - TimeDelta::days(DAYS_IN_THE_BIN)).await?;
        tx.commit().await?;
        Ok(gone)
    }

    /// Gives up at once what nothing shows any more: the workspace was taken off this desk.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn drop_unused_images(&self, now: DateTime<Utc>) -> Result<Vec<ImageName>, StoreError> {
        let mut tx = self.write().await?;
        let gone = unused(&mut tx, now, now).await?;
        tx.commit().await?;
        Ok(gone)
    }
}

/// Marks what nothing shows, and takes out what nothing has shown since `since`.
async fn unused(
    connection: &mut SqliteConnection,
    now: DateTime<Utc>,
    since: DateTime<Utc>,
) -> Result<Vec<ImageName>, StoreError> {
    for sql in [
        "UPDATE images SET unused_since = ?1 WHERE (unused_since IS NULL OR unused_since > ?1) \
           AND name NOT IN (SELECT image FROM images_in_use)",
        "UPDATE images SET unused_since = NULL WHERE unused_since IS NOT NULL AND ?1 IS NOT NULL \
           AND name IN (SELECT image FROM images_in_use)",
    ] {
        sqlx::query(sql).bind(millis(now)).execute(&mut *connection).await?;
    }
    let gone: Vec<String> = sqlx::query_scalar("DELETE FROM images WHERE unused_since <= ? RETURNING name")
        .bind(millis(since))
        .fetch_all(connection)
        .await?;
    gone.iter().map(|name| read(name)).collect()
}

/// What the backend has is not known any more: it was restored, or it is another one.
pub(crate) async fn forget_sent(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::query("UPDATE images SET sent_at = NULL, refused = NULL, for_good = 0, tries = 0, not_before = NULL")
        .execute(connection)
        .await?;
    Ok(())
}

fn read(name: &str) -> Result<ImageName, StoreError> {
    name.parse().map_err(|error| unreadable(TABLE, error))
}
