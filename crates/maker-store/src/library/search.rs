//! Looking through the library: filters, words and pages in one statement each, along an index.

use std::collections::HashMap;

use maker_domain::id::{DeliveryId, EntryId, VideoId};
use maker_domain::library::{EntryKind, EntryState, LibraryOrder, LibraryPlace};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::words::words;
use super::{Entry, EntryPlace, Page, TABLE, Wanted};
use crate::numbers::told;
use crate::stored::{id, json, millis, platform, time, to_json, unreadable, video_type};
use crate::{Store, StoreError};

/// As many as one part of the list has at most.
const MOST: u32 = 500;

impl Store {
    /// Up to `limit` entries behind `after`, from the beginning without it. Entries that come or go meanwhile are neither
    /// told twice nor do they hide others.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn library(&self, wanted: &Wanted, after: Option<&LibraryPlace>, limit: u32) -> Result<Page, StoreError> {
        let limit = limit.clamp(1, MOST);
        // One moment for all of it.
        let mut tx = self.pool.begin().await?;
        let mut list = statement(wanted, after, limit);
        let mut rows: Vec<Row> = list.build_query_as().fetch_all(&mut *tx).await?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let next = rows.last().filter(|_| more).map(|row| row.place(wanted.order)).transpose()?;
        let counts = if after.is_none() { Some(counts(&mut tx, wanted).await?) } else { None };
        let entries = entries(&mut tx, rows).await?;
        Ok(Page { entries, next, counts })
    }

    /// The ids of everything that is wanted, in its order.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn library_ids(&self, wanted: &Wanted) -> Result<Vec<EntryId>, StoreError> {
        let mut list = QueryBuilder::new("SELECT l.id FROM library l");
        narrow(&mut list, wanted, true);
        list.push(sorted(wanted.order).order);
        let ids: Vec<String> = list.build_query_scalar().fetch_all(&self.pool).await?;
        ids.iter().map(|text| id(TABLE, text).map(EntryId)).collect()
    }

    /// The entries of these ids, as far as they are there, in no order.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn library_entries(&self, which: &[EntryId]) -> Result<Vec<Entry>, StoreError> {
        let mut tx = self.pool.begin().await?;
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT n, id, kind, title, type, states, platforms, views, at FROM library \
             WHERE id IN (SELECT value FROM json_each(?))",
        )
        .bind(to_json(TABLE, &which)?)
        .fetch_all(&mut *tx)
        .await?;
        entries(&mut tx, rows).await
    }

    /// The small pictures of entries, those that have one: of a video its publication's, of a draft its file's.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn library_stills(&self, of: &[EntryId]) -> Result<Vec<(EntryId, Vec<u8>)>, StoreError> {
        let rows: Vec<(String, Vec<u8>)> = sqlx::query_as(
            "SELECT id, still FROM publications WHERE still IS NOT NULL AND id IN (SELECT value FROM json_each(?1)) \
             UNION ALL SELECT draft_id, still FROM draft_media \
             WHERE still IS NOT NULL AND draft_id IN (SELECT value FROM json_each(?1))",
        )
        .bind(to_json(TABLE, &of)?)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(|(which, still)| Ok((EntryId(id(TABLE, &which)?), still))).collect()
    }

    /// How the database goes about the first part of the list, a line for each step. For tests: it must go along an index.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn library_plan(&self, wanted: &Wanted, after: Option<&LibraryPlace>) -> Result<Vec<String>, StoreError> {
        let sql = statement(wanted, after, MOST).into_string();
        let mut plan = QueryBuilder::new("EXPLAIN QUERY PLAN ");
        plan.push(sql);
        let rows: Vec<(i64, i64, i64, String)> = plan.build_query_as().fetch_all(&self.pool).await?;
        Ok(rows.into_iter().map(|(.., step)| step).collect())
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    n: i64,
    id: String,
    kind: String,
    title: String,
    r#type: Option<String>,
    states: String,
    platforms: String,
    views: i64,
    at: i64,
}

impl Row {
    /// Its place in the order.
    fn place(&self, order: LibraryOrder) -> Result<LibraryPlace, StoreError> {
        let value = match order {
            LibraryOrder::Newest | LibraryOrder::Oldest => self.at.to_string(),
            LibraryOrder::Title => self.title.clone(),
            LibraryOrder::MostViewed => self.views.to_string(),
        };
        let n = u32::try_from(self.n).map_err(|_| unreadable(TABLE, "a number out of range"))?;
        Ok(LibraryPlace { value, n })
    }

    fn read(self) -> Result<Entry, StoreError> {
        let kind = EntryKind::parse(&self.kind).ok_or_else(|| unreadable(TABLE, "a kind that is none"))?;
        // Only a draft's targets are known from here; a video's places are rows of their own.
        let targets = self.platforms.split(' ').filter(|_| kind == EntryKind::Draft);
        let targets = targets.filter(|name| !name.is_empty()).filter_map(|name| platform(TABLE, name).ok());
        Ok(Entry {
            id: EntryId(id(TABLE, &self.id)?),
            kind,
            title: self.title,
            video_type: self.r#type.as_deref().map(|t| video_type(TABLE, t)).transpose()?,
            states: self.states.split(' ').filter_map(EntryState::parse).collect(),
            at: time(TABLE, self.at)?,
            places: targets
                .map(|platform| EntryPlace {
                    platform,
                    video_id: None,
                    delivery_id: None,
                    url: None,
                    numbers: None,
                    state: None,
                })
                .collect(),
            duration_s: None,
            picture: None,
            numbers: None,
        })
    }
}

struct Sorted {
    order: &'static str,
    /// What is behind a place: `(value, n)` compared as a pair.
    behind: &'static str,
}

const fn sorted(order: LibraryOrder) -> Sorted {
    match order {
        LibraryOrder::Newest => Sorted { order: " ORDER BY l.at DESC, l.n DESC", behind: "(l.at, l.n) < (" },
        LibraryOrder::Oldest => Sorted { order: " ORDER BY l.at, l.n", behind: "(l.at, l.n) > (" },
        LibraryOrder::Title => Sorted { order: " ORDER BY l.title, l.n", behind: "(l.title, l.n) > (" },
        LibraryOrder::MostViewed => Sorted { order: " ORDER BY l.views DESC, l.n DESC", behind: "(l.views, l.n) < (" },
    }
}

fn statement(wanted: &Wanted, after: Option<&LibraryPlace>, limit: u32) -> QueryBuilder<Sqlite> {
    let Sorted { order, behind } = sorted(wanted.order);
    let mut list = QueryBuilder::new(
        "SELECT l.n, l.id, l.kind, l.title, l.type, l.states, l.platforms, l.views, l.at FROM library l",
    );
    narrow(&mut list, wanted, true);
    if let Some(place) = after {
        list.push(" AND ").push(behind);
        match wanted.order {
            LibraryOrder::Title => list.push_bind(place.value.clone()),
            // What is no number is behind nothing: the list begins anew.
            _ => list.push_bind(place.value.parse::<i64>().unwrap_or(match wanted.order {
                LibraryOrder::Oldest => i64::MIN,
                _ => i64::MAX,
            })),
        };
        list.push(", ").push_bind(i64::from(place.n)).push(")");
    }
    // One more than is told says whether there are more.
    list.push(order).push(" LIMIT ").push_bind(i64::from(limit) + 1);
    list
}

/// Adds what is wanted, as conditions with bound values.
fn narrow(list: &mut QueryBuilder<Sqlite>, wanted: &Wanted, by_kind: bool) {
    let filter = &wanted.filter;
    list.push(" WHERE true");
    if let Some(kind) = filter.kind.filter(|_| by_kind) {
        // By date there is an index of each kind. In another order the whole kind would have to be sorted: there it is better
        // to pass by the others.
        let by_date = matches!(wanted.order, LibraryOrder::Newest | LibraryOrder::Oldest);
        list.push(if by_date { " AND l.kind = " } else { " AND +l.kind = " }).push_bind(kind.as_str());
    }
    // Names of platforms and states are no part of one another.
    if let Some(platform) = filter.platform {
        list.push(" AND instr(l.platforms, ").push_bind(platform.as_str()).push(") > 0");
    }
    if let Some(state) = filter.state {
        list.push(" AND instr(l.states, ").push_bind(state.as_str()).push(") > 0");
    }
    if let Some(kind) = filter.video_type {
        list.push(" AND l.type = ").push_bind(kind.as_str());
    }
    if let Some(since) = wanted.since {
        list.push(" AND l.at >= ").push_bind(millis(since));
    }
    if let Some(before) = wanted.before {
        list.push(" AND l.at < ").push_bind(millis(before));
    }
    let words = words(&filter.text);
    if let Some(indexed) = words.indexed {
        // Along the order's index, too: what many texts have is found in the first few rows, and nothing has to be sorted.
        list.push(" AND +l.n IN (SELECT rowid FROM library_text WHERE library_text MATCH ")
            .push_bind(indexed)
            .push(")");
    }
    for pattern in words.literal {
        list.push(" AND EXISTS (SELECT 1 FROM library_words w WHERE w.n = l.n AND w.words LIKE ").push_bind(pattern);
        list.push(" ESCAPE '\\')");
    }
}

async fn counts(connection: &mut SqliteConnection, wanted: &Wanted) -> Result<Vec<(EntryKind, u64)>, StoreError> {
    let mut count = QueryBuilder::new("SELECT l.kind, count(*) FROM library l");
    narrow(&mut count, wanted, false);
    count.push(" GROUP BY l.kind");
    let rows: Vec<(String, i64)> = count.build_query_as().fetch_all(connection).await?;
    let of = |kind: EntryKind| rows.iter().find(|(name, _)| name == kind.as_str()).map_or(0, |(_, count)| *count);
    Ok(EntryKind::ALL.map(|kind| (kind, u64::try_from(of(kind)).unwrap_or_default())).into())
}

/// Fills in what of the entries is in other tables.
async fn entries(connection: &mut SqliteConnection, rows: Vec<Row>) -> Result<Vec<Entry>, StoreError> {
    let mut entries = rows.into_iter().map(Row::read).collect::<Result<Vec<_>, _>>()?;
    let of = |kind| {
        let ids: Vec<EntryId> = entries.iter().filter(|e: &&Entry| e.kind == kind).map(|e| e.id).collect();
        to_json(TABLE, &ids)
    };
    let (videos, posts, drafts) = (of(EntryKind::Video)?, of(EntryKind::Post)?, of(EntryKind::Draft)?);
    let mut places = places(connection, &videos).await?;
    let mut of_posts = of_posts(connection, &posts).await?;
    let lengths: Vec<(String, Option<f64>)> = sqlx::query_as(
        "SELECT draft_id, facts ->> '$.duration_s' FROM draft_media WHERE draft_id IN (SELECT value FROM json_each(?))",
    )
    .bind(drafts)
    .fetch_all(connection)
    .await?;
    let mut lengths: HashMap<String, Option<f64>> = lengths.into_iter().collect();
    for entry in &mut entries {
        let key = entry.id.to_string();
        match entry.kind {
            EntryKind::Video => {
                for (place, duration_s) in places.remove(&key).unwrap_or_default() {
                    entry.duration_s = entry.duration_s.or(duration_s);
                    entry.places.push(place);
                }
                entry.places.sort_by_key(|place| place.platform);
            }
            EntryKind::Post => {
                if let Some((picture, likes, as_of)) = of_posts.remove(&key) {
                    entry.picture = picture;
                    entry.numbers = told(as_of, None, likes)?;
                }
            }
            EntryKind::Draft => entry.duration_s = lengths.remove(&key).flatten(),
        }
    }
    Ok(entries)
}

type Places = HashMap<String, Vec<(EntryPlace, Option<f64>)>>;

#[derive(sqlx::FromRow)]
struct PlaceRow {
    entry: String,
    platform: String,
    delivery_id: Option<String>,
    detail: Option<String>,
    video_id: Option<String>,
    url: Option<String>,
    duration: Option<f64>,
    told_at: Option<i64>,
    seen: Option<i64>,
    liked: Option<i64>,
}

/// Where videos are, and are on their way to.
async fn places(connection: &mut SqliteConnection, entries: &str) -> Result<Places, StoreError> {
    let rows: Vec<PlaceRow> = sqlx::query_as(
        "SELECT p.*, s.told_at, n.views AS seen, n.likes AS liked FROM ( \
           SELECT d.publication_id AS entry, d.platform, d.id AS delivery_id, d.detail, v.id AS video_id, v.url, v.duration \
           FROM deliveries d LEFT JOIN videos v ON v.delivery_id = d.id \
           WHERE d.publication_id IN (SELECT value FROM json_each(?1)) \
             AND (v.id IS NOT NULL OR (d.dismissed_at IS NULL AND d.state NOT IN ('PUBLISHED', 'CANCELLED'))) \
           UNION ALL \
           SELECT id, platform, NULL, NULL, id, url, duration FROM videos \
           WHERE id IN (SELECT value FROM json_each(?1)) AND delivery_id IS NULL) p \
         LEFT JOIN video_looks s ON s.video_id = p.video_id \
         LEFT JOIN video_numbers n ON n.video_id = p.video_id AND n.at = s.told_at",
    )
    .bind(entries)
    .fetch_all(connection)
    .await?;
    let mut all = Places::new();
    for row in rows {
        let place = EntryPlace {
            platform: platform(TABLE, &row.platform)?,
            video_id: row.video_id.map(|v| id(TABLE, &v).map(VideoId)).transpose()?,
            delivery_id: row.delivery_id.map(|d| id(TABLE, &d).map(DeliveryId)).transpose()?,
            url: row.url,
            numbers: told(row.told_at, row.seen, row.liked)?,
            state: row.detail.map(|detail| json(TABLE, &detail)).transpose()?,
        };
        all.entry(row.entry).or_default().push((place, row.duration));
    }
    Ok(all)
}

type OfPost = (Option<String>, Option<i64>, Option<i64>);

/// The first picture and the likes of posts.
async fn of_posts(connection: &mut SqliteConnection, posts: &str) -> Result<HashMap<String, OfPost>, StoreError> {
    type Row = (String, Option<String>, Option<i64>, Option<i64>);
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT p.id, (SELECT image FROM post_media WHERE post_id = p.id ORDER BY position, id LIMIT 1), s.likes, s.as_of \
         FROM posts p LEFT JOIN post_stats s ON s.id = p.id WHERE p.id IN (SELECT value FROM json_each(?))",
    )
    .bind(posts)
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|(post, picture, likes, as_of)| (post, (picture, likes, as_of))).collect())
}
