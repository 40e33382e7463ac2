//! Posts that are being written: `drafts` of the kind POST. A draft has its post's id, new or published, and its pictures
//! hang on [`unfinished`], where no reader of posts looks.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use maker_domain::draft::DraftFields;
use maker_domain::id::{DraftId, MakerId, PostId, PostMediaId, UserId};
use maker_domain::image::{ImageName, MOST_OF_A_POST};
use maker_domain::position::{self, Put};
use maker_domain::text_post::{public_address, trouble, twin, unfinished};
use sqlx::{Sqlite, SqliteConnection, Transaction};

use crate::drafts::{document, replace, touch, typed_over};
use crate::post_bin::Kept;
use crate::posts::{PostPicture, pictures, put_picture, put_post, take_pictures};
use crate::stored::{id, json, millis, time, to_json};
use crate::sync::unseen;
use crate::{Store, StoreError, undo};

const TABLE: &str = "drafts";

/// A post that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostDraft {
    /// The id of the post it is to become, or is a change of.
    pub id: PostId,
    /// The text.
    pub text: String,
    /// Its pictures in their order.
    pub pictures: Vec<PostPicture>,
    /// The post is published already, and stays as it is until this is.
    pub published: bool,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    fields: String,
    published: bool,
    updated_at: i64,
}

impl Row {
    fn read(self, pictures: Vec<PostPicture>) -> Result<PostDraft, StoreError> {
        Ok(PostDraft {
            id: PostId(id(TABLE, &self.id)?),
            text: json::<DraftFields>(TABLE, &self.fields)?.description,
            pictures,
            published: self.published,
            updated_at: time(TABLE, self.updated_at)?,
        })
    }
}

/// Drafts of posts that are not published as they stand and not in the bin; more conditions may follow.
const SELECT: &str = "SELECT d.id, d.fields, p.id IS NOT NULL AS published, d.updated_at \
     FROM drafts d LEFT JOIN posts p ON p.id = d.id WHERE d.kind = 'POST' AND d.status = 'DRAFT'";

impl Store {
    /// Posts that are being written, last edited first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn post_drafts(&self) -> Result<Vec<PostDraft>, StoreError> {
        let rows: Vec<Row> =
            sqlx::query_as(sqlx::AssertSqlSafe(format!("{SELECT} ORDER BY d.updated_at DESC, d.id DESC")))
                .fetch_all(&self.pool)
                .await?;
        let ids = rows
            .iter()
            .map(|row| Ok(unfinished(PostId(id(TABLE, &row.id)?))))
            .collect::<Result<Vec<_>, StoreError>>()?;
        let mut all = self.pictures_of(&ids).await?;
        rows.into_iter().zip(ids).map(|(row, of)| row.read(all.remove(&of).unwrap_or_default())).collect()
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when nothing is being written under this id.
    pub async fn post_draft(&self, post: PostId) -> Result<PostDraft, StoreError> {
        let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(format!("{SELECT} AND d.id = ?")))
            .bind(post.to_string())
            .fetch_optional(&self.pool)
            .await?;
        row.ok_or(StoreError::NotFound)?.read(self.pictures(unfinished(post)).await?)
    }

    /// Begins a post with nothing in it.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn begin_post(&self, post: PostId, maker: MakerId, now: DateTime<Utc>) -> Result<(), StoreError> {
        insert(&mut *self.pool.acquire().await?, post, maker, "", now).await
    }

    /// Begins to change a published post: what it says is copied, and stays public as it is until it is published again.
    /// Goes on where a change was begun before, also with what another device had typed and found published.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such post.
    pub async fn edit_post(&self, post: PostId, maker: MakerId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let there: Option<(String, i64)> = sqlx::query_as("SELECT content, updated_at FROM posts WHERE id = ?")
            .bind(post.to_string())
            .fetch_optional(&mut *tx)
            .await?;
        let (content, published_at) = there.ok_or(StoreError::NotFound)?;
        let draft: Option<(String, String, i64)> =
            sqlx::query_as("SELECT status, fields, updated_at FROM drafts WHERE id = ?")
                .bind(post.to_string())
                .fetch_optional(&mut *tx)
                .await?;
        match draft {
            Some((status, ..)) if status == "DRAFT" => return Ok(()),
            // Typed where the publication had not arrived yet.
            Some((status, _, typed_at)) if status == "PUBLISHED" && typed_at > published_at => {}
            Some((_, before, _)) => {
                take_pictures(&mut tx, unfinished(post)).await?;
                replace(&mut tx, DraftId(post.0), &before, &with_text(&before, &content)?, now).await?;
            }
            None => insert(&mut tx, post, maker, &content, now).await?,
        }
        reopen(&mut tx, post, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Keeps what was typed while the screen showed `shown`, also while it breaks a limit, and the version that it
    /// replaces. What other devices and windows wrote since is merged with it or kept beside it. Where it was published
    /// meanwhile it is a change of that post; where it was deleted it is there again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when nothing is being written under this id.
    pub async fn save_post_text(
        &self,
        post: PostId,
        shown: &str,
        text: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        match status(&mut tx, post).await?.as_deref() {
            Some("DRAFT") => {}
            Some("PUBLISHED") if shown != text => reopen(&mut tx, post, now).await?,
            Some("DELETED") if shown != text => put_back(&mut tx, post, now).await?,
            _ => return Err(StoreError::NotFound),
        }
        let before = document(&mut tx, DraftId(post.0)).await?;
        let (shown, typed) = (with_text(&before, shown)?, with_text(&before, text)?);
        let (together, unseen) = typed_over(&shown, &before, &typed)?;
        undo::note(&mut tx, DraftId(post.0), [&shown, &typed], now).await?;
        replace(&mut tx, DraftId(post.0), &before, &together, now).await?;
        unseen::note(&mut tx, TABLE, &post.to_string(), &unseen).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Puts a picture behind the others of what is being written.
    ///
    /// # Errors
    /// [`StoreError::IllegalMove`] when there are as many as a post may have.
    pub async fn add_post_picture(
        &self,
        post: PostId,
        image: ImageName,
        content_type: &str,
        now: DateTime<Utc>,
    ) -> Result<PostMediaId, StoreError> {
        let mut tx = self.writing(post).await?;
        let there = pictures(&mut tx, unfinished(post)).await?;
        if there.len() >= MOST_OF_A_POST {
            return Err(StoreError::IllegalMove("full".into()));
        }
        let picture = PostPicture {
            id: PostMediaId::make(),
            post: unfinished(post),
            image: image.to_string(),
            content_type: content_type.to_owned(),
            alt: None,
            position: String::new(),
        };
        let id = picture.id;
        put_at(&mut tx, there, picture, None, now).await?;
        edited(tx, post, now).await?;
        Ok(id)
    }

    /// Puts a picture of what is being written before another one of it, or behind all.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when one of them is not there.
    pub async fn move_post_picture(
        &self,
        post: PostId,
        which: PostMediaId,
        before: Option<PostMediaId>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        if before == Some(which) {
            return Ok(());
        }
        let mut tx = self.writing(post).await?;
        let mut there = pictures(&mut tx, unfinished(post)).await?;
        let at = there.iter().position(|picture| picture.id == which).ok_or(StoreError::NotFound)?;
        let picture = there.remove(at);
        put_at(&mut tx, there, picture, before, now).await?;
        edited(tx, post, now).await
    }

    /// Says what is on a picture of what is being written, typed while the screen showed `shown`; an empty text says
    /// nothing. What another device or window said meanwhile is kept beside it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn describe_post_picture(
        &self,
        post: PostId,
        which: PostMediaId,
        shown: &str,
        alt: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.writing(post).await?;
        let picture = pictures(&mut tx, unfinished(post)).await?.into_iter().find(|picture| picture.id == which);
        let before = picture.ok_or(StoreError::NotFound)?.alt.unwrap_or_default();
        sqlx::query("UPDATE post_media SET alt = nullif(?, '') WHERE id = ?")
            .bind(alt)
            .bind(which.to_string())
            .execute(&mut *tx)
            .await?;
        let unseen: &[&str] = if before == shown || before == alt { &[] } else { &["alt"] };
        unseen::note(&mut tx, "post_media", &which.to_string(), unseen).await?;
        edited(tx, post, now).await
    }

    /// Takes a picture off what is being written. [`Store::restore_post_picture`] puts it back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn remove_post_picture(
        &self,
        post: PostId,
        which: PostMediaId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.writing(post).await?;
        let picture = pictures(&mut tx, unfinished(post)).await?.into_iter().find(|picture| picture.id == which);
        let kept = Kept { pictures: vec![picture.ok_or(StoreError::NotFound)?], ..Kept::default() };
        kept.put(&mut tx, which.0, now).await?;
        sqlx::query("DELETE FROM post_media WHERE id = ?").bind(which.to_string()).execute(&mut *tx).await?;
        edited(tx, post, now).await
    }

    /// Puts a picture back where it was.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it was not taken off here in the last thirty days.
    pub async fn restore_post_picture(
        &self,
        post: PostId,
        which: PostMediaId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.writing(post).await?;
        let kept = Kept::take(&mut tx, which.0).await?;
        for picture in kept.pictures.iter().filter(|picture| picture.post == unfinished(post)) {
            put_picture(&mut tx, picture, now).await?;
        }
        edited(tx, post, now).await
    }

    /// Takes what is being written off the list; a published post stays as it is. [`Store::restore_post_draft`] brings
    /// it back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when nothing is being written under this id.
    pub async fn delete_post_draft(&self, post: PostId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.writing(post).await?;
        let pictures = take_pictures(&mut tx, unfinished(post)).await?;
        Kept { pictures, ..Kept::default() }.put(&mut tx, unfinished(post).0, now).await?;
        set_status(&mut tx, post, "DELETED", now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Brings what was being written back as it was; its pictures, where it was deleted on this device in the last thirty
    /// days.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not in the bin.
    pub async fn restore_post_draft(&self, post: PostId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        if status(&mut tx, post).await?.as_deref() != Some("DELETED") {
            return Err(StoreError::NotFound);
        }
        put_back(&mut tx, post, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Publishes what is being written: in one transaction the post says what the draft says, has exactly its pictures,
    /// and the draft is spent. What was published before keeps its rows, so that a change is one and not another post.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when nothing is being written under this id; [`StoreError::IllegalMove`] when it breaks a
    /// limit, which whoever calls has looked at before.
    pub async fn publish_post(
        &self,
        post: PostId,
        by: (UserId, MakerId),
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.writing(post).await?;
        let text = json::<DraftFields>(TABLE, &document(&mut tx, DraftId(post.0)).await?)?.description;
        let copy = unfinished(post);
        let written = take_pictures(&mut tx, copy).await?;
        if trouble(&text, written.len()).is_some() {
            return Err(StoreError::IllegalMove("beyond-a-limit".into()));
        }
        let images: Vec<String> =
            written.iter().filter_map(|picture| Some(public_address(by.1, picture.image.parse().ok()?))).collect();
        let mut before: BTreeMap<PostMediaId, PostMediaId> = pictures(&mut tx, post)
            .await?
            .into_iter()
            .map(|picture| (PostMediaId(twin(picture.id.0, copy)), picture.id))
            .collect();
        // Pictures first, so that no reader of the backend meets the post without them.
        for picture in written {
            let id = before.remove(&picture.id).unwrap_or_else(|| PostMediaId(twin(picture.id.0, post)));
            put_picture(&mut tx, &PostPicture { id, post, ..picture }, now).await?;
        }
        put_post(&mut tx, post, by, &text, &images, now).await?;
        let gone: Vec<PostMediaId> = before.into_values().collect();
        sqlx::query("DELETE FROM post_media WHERE id IN (SELECT value FROM json_each(?))")
            .bind(to_json("post_media", &gone)?)
            .execute(&mut *tx)
            .await?;
        set_status(&mut tx, post, "PUBLISHED", now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// A transaction on a post that is being written.
    async fn writing(&self, post: PostId) -> Result<Transaction<'static, Sqlite>, StoreError> {
        let mut tx = self.write().await?;
        match status(&mut tx, post).await?.as_deref() {
            Some("DRAFT") => Ok(tx),
            _ => Err(StoreError::NotFound),
        }
    }
}

async fn insert(
    connection: &mut SqliteConnection,
    post: PostId,
    maker: MakerId,
    text: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let fields = DraftFields { description: text.to_owned(), ..DraftFields::default() };
    sqlx::query(
        "INSERT INTO drafts (id, maker_id, kind, fields, status, created_at, updated_at) \
         VALUES (?1, ?2, 'POST', ?3, 'DRAFT', ?4, ?4)",
    )
    .bind(post.to_string())
    .bind(maker.to_string())
    .bind(to_json(TABLE, &fields)?)
    .bind(millis(now))
    .execute(connection)
    .await?;
    Ok(())
}

async fn status(connection: &mut SqliteConnection, post: PostId) -> Result<Option<String>, StoreError> {
    let status = sqlx::query_scalar("SELECT status FROM drafts WHERE id = ? AND kind = 'POST'").bind(post.to_string());
    Ok(status.fetch_optional(connection).await?)
}

/// Takes a draft out of the bin, with the pictures that went there with it on this device.
async fn put_back(connection: &mut SqliteConnection, post: PostId, now: DateTime<Utc>) -> Result<(), StoreError> {
    set_status(connection, post, "DRAFT", now).await?;
    let kept = match Kept::take(connection, unfinished(post).0).await {
        Err(StoreError::NotFound) => Kept::default(),
        kept => kept?,
    };
    for picture in &kept.pictures {
        put_picture(connection, picture, now).await?;
    }
    Ok(())
}

/// Makes a spent draft one again, with the pictures that its post has.
async fn reopen(connection: &mut SqliteConnection, post: PostId, now: DateTime<Utc>) -> Result<(), StoreError> {
    set_status(connection, post, "DRAFT", now).await?;
    let copy = unfinished(post);
    for picture in pictures(connection, post).await? {
        let id = PostMediaId(twin(picture.id.0, copy));
        put_picture(connection, &PostPicture { id, post: copy, ..picture }, now).await?;
    }
    Ok(())
}

/// The document `fields` with this text.
fn with_text(fields: &str, text: &str) -> Result<String, StoreError> {
    let fields = DraftFields { description: text.to_owned(), ..json(TABLE, fields)? };
    to_json(TABLE, &fields)
}

async fn set_status(
    connection: &mut SqliteConnection,
    post: PostId,
    status: &'static str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE drafts SET status = ?, updated_at = ? WHERE id = ? AND kind = 'POST'")
        .bind(status)
        .bind(millis(now))
        .bind(post.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends a transaction in which the draft was edited by way of its pictures.
async fn edited(mut tx: Transaction<'static, Sqlite>, post: PostId, now: DateTime<Utc>) -> Result<(), StoreError> {
    touch(&mut tx, DraftId(post.0), now).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes `picture` in front of `before` among the others, or behind all of them. Only where there is no room between two
/// others are those written too.
async fn put_at(
    connection: &mut SqliteConnection,
    mut others: Vec<PostPicture>,
    mut picture: PostPicture,
    before: Option<PostMediaId>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let at = match before {
        Some(before) => others.iter().position(|other| other.id == before).ok_or(StoreError::NotFound)?,
        None => others.len(),
    };
    let places: Vec<Option<&str>> = others.iter().map(|other| Some(other.position.as_str())).collect();
    match position::put(&places, at) {
        Put::One(place) => {
            picture.position = place;
            put_picture(connection, &picture, now).await?;
        }
        Put::All(places) => {
            others.insert(at, picture);
            for (mut picture, place) in others.into_iter().zip(places) {
                picture.position = place;
                put_picture(connection, &picture, now).await?;
            }
        }
    }
    Ok(())
}
