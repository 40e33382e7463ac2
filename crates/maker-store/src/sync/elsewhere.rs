//! What is on other devices: their deliveries and the files of their drafts. It is read from what the backend said and
//! never comes into this device's own tables, so this device's upload engine cannot take it for its own.

use chrono::{DateTime, Utc};
use maker_domain::delivery::DeliveryState;
use maker_domain::id::{DeliveryId, DraftId, PublicationId};
use maker_domain::media::MediaFacts;
use maker_domain::{Platform, VideoType};
use serde_json::Value;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::tables::Desk;
use super::view::views;
use super::{Doc, Home, rows};
use crate::drafts::MediaElsewhere;
use crate::stored::{id, json, platform, time, to_json, video_type};
use crate::{Store, StoreError};

const TABLE: &str = "sync_rows";

/// A delivery that another device works on. It is only to be looked at here.
#[derive(Clone, Debug, PartialEq)]
pub struct DeliveryElsewhere {
    /// Its id.
    pub id: DeliveryId,
    /// The press of Publish.
    pub publication_id: PublicationId,
    /// The draft.
    pub draft_id: Option<DraftId>,
    /// The device's name; `None` when it did not say.
    pub device: Option<String>,
    /// Where it goes.
    pub platform: Platform,
    /// Title, for lists.
    pub title: String,
    /// What kind of video.
    pub video_type: VideoType,
    /// The file's name there.
    pub file_name: String,
    /// Where it stands, as far as is known here.
    pub state: DeliveryState,
    /// The press of Publish.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    publication_id: String,
    draft_id: Option<String>,
    device: Option<String>,
    platform: String,
    title: String,
    r#type: String,
    file_name: String,
    detail: String,
    created_at: i64,
    updated_at: i64,
}

impl Row {
    fn read(self) -> Result<DeliveryElsewhere, StoreError> {
        Ok(DeliveryElsewhere {
            id: DeliveryId(id(TABLE, &self.id)?),
            publication_id: PublicationId(id(TABLE, &self.publication_id)?),
            draft_id: self.draft_id.map(|d| id(TABLE, &d).map(DraftId)).transpose()?,
            device: self.device,
            platform: platform(TABLE, &self.platform)?,
            title: self.title,
            video_type: video_type(TABLE, &self.r#type)?,
            file_name: self.file_name,
            state: json(TABLE, &self.detail)?,
            created_at: time(TABLE, self.created_at)?,
            updated_at: time(TABLE, self.updated_at)?,
        })
    }
}

impl Store {
    /// The newest `limit` deliveries that other devices have not ended yet, newest first. What a newer version wrote and
    /// this one cannot read is left out.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn deliveries_elsewhere(&self, limit: u32) -> Result<Vec<DeliveryElsewhere>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT d.row_id AS id, p.row_id AS publication_id, p.fields ->> '$.draft_id' AS draft_id, \
               p.fields ->> '$.device' AS device, d.fields ->> '$.platform' AS platform, \
               p.fields ->> '$.title' AS title, p.fields ->> '$.type' AS type, p.fields ->> '$.file_name' AS file_name, \
               d.fields -> '$.detail' AS detail, d.fields ->> '$.created_at' AS created_at, \
               d.fields ->> '$.updated_at' AS updated_at \
             FROM sync_rows d JOIN sync_rows p ON p.tbl = 'publications' AND p.row_id = d.fields ->> '$.publication_id' \
             WHERE d.tbl = 'deliveries' AND d.deleted = 0 AND p.deleted = 0 \
               AND d.fields ->> '$.detail.state' NOT IN ('PUBLISHED', 'FAILED', 'CANCELLED') \
               AND typeof(d.fields ->> '$.created_at') = 'integer' AND typeof(d.fields ->> '$.updated_at') = 'integer' \
               AND NOT EXISTS (SELECT 1 FROM deliveries own WHERE own.id = d.row_id) \
             ORDER BY created_at DESC, id LIMIT ?",
        )
        .bind(limit)
        .fetch_all(&self.pool)
        .await?;
        Ok(rows.into_iter().filter_map(|row| row.read().ok()).collect())
    }
}

/// The file of a draft as another device chose it.
pub(crate) fn media(fields: &str) -> Option<MediaElsewhere> {
    let doc: Value = serde_json::from_str(fields).ok()?;
    let facts: MediaFacts = serde_json::from_value(doc.get("facts")?.clone()).ok()?;
    let text = |name: &str| doc.get(name).and_then(Value::as_str).map(str::to_owned);
    Some(MediaElsewhere { device: text("device"), file_name: text("file_name")?, facts })
}

/// A draft's file that another device has replaced since gives way: the later choice counts, and it is not on this disk.
/// The file itself stays where it is.
pub(super) async fn give_way(
    connection: &mut SqliteConnection,
    home: &Home,
    desk: &'static Desk,
    ids: &[Uuid],
) -> Result<(), StoreError> {
    if desk.name != "draft_media" {
        return Ok(());
    }
    let keys: Vec<String> = ids.iter().map(Uuid::to_string).collect();
    let here = rows::read(connection, desk, &keys, home).await?;
    if here.is_empty() {
        return Ok(());
    }
    let views = views(connection, desk.name, ids).await?;
    let replaced: Vec<String> = views
        .into_iter()
        .filter_map(|(row, view)| {
            let (here, there) = (here.get(&row.to_string())?, view.shown()?);
            let another = match (chosen(here), chosen(&there)) {
                (Some(here), Some(there)) => here != there,
                // What cannot be read cannot be told apart either.
                _ => false,
            };
            (another || super::is_deleted(&there)).then(|| row.to_string())
        })
        .collect();
    if !replaced.is_empty() {
        sqlx::query("DELETE FROM draft_media WHERE draft_id IN (SELECT value FROM json_each(?))")
            .bind(to_json("draft_media", &replaced)?)
            .execute(connection)
            .await?;
    }
    Ok(())
}

fn chosen(doc: &Doc) -> Option<(&str, MediaFacts)> {
    Some((doc.get("file_name")?.as_str()?, serde_json::from_value(doc.get("facts")?.clone()).ok()?))
}
