//! What the calendar shows: a stretch of days, by the indexes of `0009_schedule.sql`, and the drafts without a time.

use chrono::{DateTime, NaiveDate, Utc};
use maker_domain::Platform;
use maker_domain::draft::DraftFields;
use maker_domain::id::{DraftId, VideoId};

use crate::deliveries::Delivery;
use crate::stored::{id, json, millis, platform, time};
use crate::{Store, StoreError};

/// Rows of one kind in one answer: more than a maker could read, and bounded.
const MOST: u32 = 1_000;

/// A draft as the calendar shows it, without its picture.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedDraft {
    /// Its id.
    pub id: DraftId,
    /// What is edited.
    pub fields: DraftFields,
    /// The name of its file, where that is on this device.
    pub file_name: Option<String>,
}

/// A published video that no delivery of this device made.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedVideo {
    /// Its id.
    pub id: VideoId,
    /// Title.
    pub title: String,
    /// Where it is.
    pub platform: Platform,
    /// When it was published.
    pub created_at: DateTime<Utc>,
}

type DraftRow = (String, String, Option<String>);

fn read((which, fields, file_name): DraftRow) -> Result<DatedDraft, StoreError> {
    Ok(DatedDraft { id: DraftId(id("drafts", &which)?), fields: json("drafts", &fields)?, file_name })
}

impl Store {
    /// Drafts of videos with a time, shared or of one platform, on one of these days by the clocks of its place.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn drafts_dated(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<DatedDraft>, StoreError> {
        let rows: Vec<DraftRow> = sqlx::query_as(
            "SELECT d.id, d.fields, m.file_name FROM drafts d LEFT JOIN draft_media m ON m.draft_id = d.id \
             WHERE d.rowid IN ( \
                 SELECT rowid FROM drafts WHERE json_extract(fields, '$.schedule.date') BETWEEN ?1 AND ?2 \
                 UNION SELECT rowid FROM drafts WHERE json_extract(fields, '$.youtube.schedule.date') BETWEEN ?1 AND ?2 \
                 UNION SELECT rowid FROM drafts WHERE json_extract(fields, '$.tiktok.schedule.date') BETWEEN ?1 AND ?2) \
               AND d.kind = 'VIDEO' AND d.status = 'DRAFT' ORDER BY d.id LIMIT ?3",
        )
        .bind(from.to_string())
        .bind(to.to_string())
        .bind(MOST)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(read).collect()
    }

    /// The drafts of videos that have no time at all, last edited first, at most `limit`, and how many there are.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn drafts_undated(&self, limit: u32) -> Result<(Vec<DatedDraft>, u32), StoreError> {
        const UNDATED: &str = "d.kind = 'VIDEO' AND d.status = 'DRAFT' \
            AND json_extract(d.fields, '$.schedule.date') IS NULL \
            AND json_extract(d.fields, '$.youtube.schedule.date') IS NULL \
            AND json_extract(d.fields, '$.tiktok.schedule.date') IS NULL";
        let list = [
            "SELECT d.id, d.fields, m.file_name FROM drafts d LEFT JOIN draft_media m ON m.draft_id = d.id WHERE ",
            UNDATED,
            " ORDER BY d.updated_at DESC, d.id DESC LIMIT ?",
        ]
        .concat();
        let rows: Vec<DraftRow> = sqlx::query_as(sqlx::AssertSqlSafe(list)).bind(limit).fetch_all(&self.pool).await?;
        let count = ["SELECT count(*) FROM drafts d WHERE ", UNDATED].concat();
        let all: u32 = sqlx::query_scalar(sqlx::AssertSqlSafe(count)).fetch_one(&self.pool).await?;
        Ok((rows.into_iter().map(read).collect::<Result<_, _>>()?, all))
    }

    /// Deliveries of this stretch: by their time, or by the press of Publish where they have none. What was given up is left
    /// out, and so is what was taken off the list without being published.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn deliveries_dated(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<Delivery>, StoreError> {
        self.read_deliveries(
            "coalesce(d.scheduled_at, d.created_at) BETWEEN ?1 AND ?2 AND d.state <> 'CANCELLED' \
               AND (d.dismissed_at IS NULL OR d.state = 'PUBLISHED') ORDER BY d.id LIMIT ?3",
            millis(from),
            millis(to),
            MOST,
        )
        .await
    }

    /// Videos of this stretch that other devices published, or that are older than their deliveries.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn videos_dated(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<DatedVideo>, StoreError> {
        let rows: Vec<(String, String, String, i64)> = sqlx::query_as(
            "SELECT id, title, platform, created_at FROM videos \
             WHERE created_at BETWEEN ? AND ? AND delivery_id IS NULL ORDER BY created_at, id LIMIT ?",
        )
        .bind(millis(from))
        .bind(millis(to))
        .bind(MOST)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|(which, title, on, created_at)| {
                Ok(DatedVideo {
                    id: VideoId(id("videos", &which)?),
                    title,
                    platform: platform("videos", &on)?,
                    created_at: time("videos", created_at)?,
                })
            })
            .collect()
    }
}
