//! Reads what is public of a workspace, as of one moment. Which rows, in which order, is asked first (`lists.rs`); what is in
//! them is read as devices' pages are.

use std::collections::HashMap;

use maker_domain::image::{ImageName, MOST_OF_A_POST};
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;
use uuid::Uuid;

use super::cursor::Cursor;
use super::lists::{COMMENTS, LINKS, PICTURES, POSTS, SERVICES, Statement, VIDEOS};
use super::model::{Comment, Counts, Link, Listed, Maker, Picture, Post, Service, Video};
use super::view::{List, Slice};
use crate::db::{DbError, Reads, sql};
use crate::sync::{self, SyncError};

/// A page ends once its texts hold so many bytes, as long as it has one row.
const PAGE_BYTES: usize = 256 << 10;
/// Later than any time that is stored.
const LAST: i64 = 253_402_300_799_999;

/// The first page of each list.
pub(super) async fn first_pages(from: &mut impl Reads, maker: &mut Maker) -> Result<(), SyncError> {
    maker.services = services(from, maker.id, &first(List::Services)).await?;
    maker.links = links(from, maker.id, &first(List::Links)).await?;
    maker.posts = posts(from, maker.id, &first(List::Posts)).await?;
    maker.videos = videos(from, maker.id, &first(List::Videos)).await?;
    Ok(())
}

fn first(list: List) -> Slice {
    Slice::first(list.usual())
}

/// The maker with nothing in the lists; `None` when there is none, or none any more.
pub(super) async fn maker(from: &mut impl Reads, maker: Uuid) -> Result<Option<Maker>, SyncError> {
    type Line = (Option<String>, Option<String>, Option<String>, Option<String>, Option<String>);
    let found = sql("SELECT m.name, m.bio, m.country, m.picture, i.content_type FROM makers m \
         LEFT JOIN images i ON i.tenant_id = m.tenant_id AND i.name = m.picture \
         WHERE m.tenant_id = $1 AND m.id = $1 AND m.deleted_at IS NULL");
    let Some((name, bio, country, picture, content_type)) = found.bind(maker).optional::<Line>(from).await? else {
        return Ok(None);
    };
    let name = name.unwrap_or_default();
    let chosen = picture.and_then(|picture| picture.parse::<ImageName>().ok());
    let picture = chosen.zip(content_type).map(|(image, content_type)| Picture {
        address: address_of(maker, image),
        alt: name.clone(),
        content_type,
    });
    let counts = sql("SELECT \
         (SELECT count(*) FROM services WHERE tenant_id = $1 AND deleted_at IS NULL AND NOT coalesce(hidden, FALSE) \
            AND trim(coalesce(title, '')) <> ''), \
         (SELECT count(*) FROM social_links WHERE tenant_id = $1 AND deleted_at IS NULL \
            AND (lower(url) LIKE 'http://%' OR lower(url) LIKE 'https://%')), \
         (SELECT count(*) FROM posts WHERE tenant_id = $1 AND deleted_at IS NULL), \
         (SELECT count(*) FROM videos WHERE tenant_id = $1 AND deleted_at IS NULL \
            AND (lower(url) LIKE 'http://%' OR lower(url) LIKE 'https://%'))");
    let (services, links, posts, videos) = counts.bind(maker).one::<(i64, i64, i64, i64)>(from).await?;
    Ok(Some(Maker {
        id: maker,
        name,
        bio: bio.filter(|bio| !bio.trim().is_empty()),
        country,
        picture_waits: chosen.is_some() && picture.is_none(),
        picture,
        counts: Counts { services, links, posts, videos },
        services: Listed::empty(),
        links: Listed::empty(),
        posts: Listed::empty(),
        videos: Listed::empty(),
    }))
}

/// A page of services in their order.
pub(super) async fn services(from: &mut impl Reads, maker: Uuid, slice: &Slice) -> Result<Listed<Service>, SyncError> {
    let places = placed(from, maker, &SERVICES, slice).await?;
    page(from, maker, "services", places, slice, |id, service: &mut Service| {
        service.id = id;
        Some(service.title.len() + service.description.as_ref().map_or(0, String::len))
    })
    .await
}

/// A page of links in their order.
pub(super) async fn links(from: &mut impl Reads, maker: Uuid, slice: &Slice) -> Result<Listed<Link>, SyncError> {
    let places = placed(from, maker, &LINKS, slice).await?;
    page(from, maker, "social_links", places, slice, |id, link: &mut Link| {
        link.id = id;
        link.url = web_address(&link.url)?;
        Some(link.platform.len() + link.url.len())
    })
    .await
}

/// A page of posts, the newest first.
pub(super) async fn posts(from: &mut impl Reads, maker: Uuid, slice: &Slice) -> Result<Listed<Post>, SyncError> {
    let places = newest(from, maker, &POSTS, slice, "").await?;
    let mut posts = page(from, maker, "posts", places, slice, |id, post: &mut Post| {
        post.id = id;
        Some(post.content.len())
    })
    .await?;
    let ids: Vec<_> = posts.items.iter().map(|post| post.id.to_string()).collect();
    let likes = sql("SELECT id, coalesce(likes, 0) FROM post_stats \
         WHERE tenant_id = $1 AND id = ANY($2) AND deleted_at IS NULL");
    let likes = by_id(likes.bind(maker).bind(ids.clone()).all::<(String, i64)>(from).await?);
    let mut pictures = pictures(from, maker, ids).await?;
    for post in &mut posts.items {
        post.likes = likes.get(&post.id).copied().unwrap_or_default();
        post.pictures = pictures.remove(&post.id).unwrap_or_default();
    }
    Ok(posts)
}

/// A page of videos, the newest first.
pub(super) async fn videos(from: &mut impl Reads, maker: Uuid, slice: &Slice) -> Result<Listed<Video>, SyncError> {
    let places = newest(from, maker, &VIDEOS, slice, "").await?;
    let mut videos = page(from, maker, "videos", places, slice, finish_video).await?;
    count(from, maker, &mut videos.items).await?;
    Ok(videos)
}

/// A video; `None` when it is not there, or not public.
pub(super) async fn video(from: &mut impl Reads, maker: Uuid, id: Uuid) -> Result<Option<Video>, SyncError> {
    let live = sql("SELECT id FROM videos WHERE tenant_id = $1 AND id = $2 AND deleted_at IS NULL");
    if live.bind(maker).bind(id).optional::<(String,)>(from).await?.is_none() {
        return Ok(None);
    }
    let place = Cursor { key: String::new(), id };
    let mut found = page(from, maker, "videos", vec![place], &Slice::first(1), finish_video).await?;
    count(from, maker, &mut found.items).await?;
    Ok(found.items.pop())
}

/// A page of what is said about a video, the newest first.
pub(super) async fn comments(
    from: &mut impl Reads,
    maker: Uuid,
    of: Uuid,
    slice: &Slice,
) -> Result<Listed<Comment>, SyncError> {
    let places = newest(from, maker, &COMMENTS, slice, &of.to_string()).await?;
    page(from, maker, "comments", places, slice, |id, comment: &mut Comment| {
        comment.id = id;
        Some(comment.author.len() + comment.content.len())
    })
    .await
}

fn finish_video(id: Uuid, video: &mut Video) -> Option<usize> {
    video.id = id;
    video.url = web_address(&video.url)?;
    video.duration = video.duration.filter(|seconds| seconds.is_finite() && *seconds > 0.0);
    Some(video.title.len() + video.description.as_ref().map_or(0, String::len))
}

async fn count(from: &mut impl Reads, maker: Uuid, videos: &mut [Video]) -> Result<(), SyncError> {
    let ids: Vec<_> = videos.iter().map(|video| video.id.to_string()).collect();
    let counted = sql("SELECT id, views, likes FROM videos WHERE tenant_id = $1 AND id = ANY($2)");
    let counted = counted.bind(maker).bind(ids.clone()).all::<(String, i64, i64)>(from).await?;
    let counted = by_id(counted.into_iter().map(|(id, views, likes)| (id, (views, likes))).collect());
    let said = sql("SELECT video_id, count(*) FROM comments WHERE tenant_id = $1 AND video_id = ANY($2) \
         AND deleted_at IS NULL AND NOT coalesce(hidden, FALSE) AND content IS NOT NULL GROUP BY video_id");
    let said = by_id(said.bind(maker).bind(ids).all::<(String, i64)>(from).await?);
    for video in videos {
        (video.views, video.likes) = counted.get(&video.id).copied().unwrap_or_default();
        video.comments = said.get(&video.id).copied().unwrap_or_default();
    }
    Ok(())
}

async fn pictures(
    from: &mut impl Reads,
    maker: Uuid,
    posts: Vec<String>,
) -> Result<HashMap<Uuid, Vec<Picture>>, SyncError> {
    type Line = (String, Option<String>, Option<String>, Option<String>);
    // A post has no more than so many, whatever a device has sent.
    let most = i64::try_from(posts.len() * MOST_OF_A_POST).unwrap_or(i64::MAX);
    let found = sql(PICTURES.on(from.engine())).bind(maker).bind(posts).bind(most).all::<Line>(from).await?;
    let mut pictures: HashMap<Uuid, Vec<Picture>> = HashMap::new();
    for (post, image, alt, content_type) in found {
        let (Ok(post), Some(Ok(name))) = (Uuid::try_parse(&post), image.map(|name| name.parse::<ImageName>())) else {
            continue;
        };
        let of_post = pictures.entry(post).or_default();
        if of_post.len() < MOST_OF_A_POST {
            of_post.push(Picture {
                address: address_of(maker, name),
                alt: alt.unwrap_or_default(),
                content_type: content_type.unwrap_or_default(),
            });
        }
    }
    Ok(pictures)
}

/// Where anybody sees a picture.
fn address_of(maker: Uuid, image: ImageName) -> String {
    format!("/v1/makers/{maker}/images/{image}")
}

async fn placed(from: &mut impl Reads, maker: Uuid, list: &Statement, slice: &Slice) -> Result<Vec<Cursor>, SyncError> {
    let (key, id) = match &slice.after {
        Some(after) => (after.key.clone(), after.id.to_string()),
        None => (String::new(), String::new()),
    };
    let places = sql(list.on(from.engine())).bind(maker).bind(key).bind(id).bind(i64::from(slice.limit) + 1);
    cursors(places.all::<(String, String)>(from).await?)
}

async fn newest(
    from: &mut impl Reads,
    maker: Uuid,
    list: &Statement,
    slice: &Slice,
    of: &str,
) -> Result<Vec<Cursor>, SyncError> {
    let (time, id) = match &slice.after {
        Some(after) => (after.time().unwrap_or(LAST), after.id.to_string()),
        // Behind every id.
        None => (LAST, "~".to_owned()),
    };
    let places = sql(list.on(from.engine())).bind(maker).bind(time).bind(id).bind(i64::from(slice.limit) + 1).bind(of);
    cursors(places.all::<(String, String)>(from).await?)
}

fn cursors(places: Vec<(String, String)>) -> Result<Vec<Cursor>, SyncError> {
    let damaged = |_| SyncError::Database(DbError::Broken("an id is none".to_owned()));
    places.into_iter().map(|(id, key)| Ok(Cursor { id: Uuid::try_parse(&id).map_err(damaged)?, key })).collect()
}

/// What is in the rows, up to the page's bounds. `finish` completes a row and gives its weight; `None` leaves it out.
async fn page<T: DeserializeOwned>(
    from: &mut impl Reads,
    maker: Uuid,
    table: &'static str,
    mut places: Vec<Cursor>,
    slice: &Slice,
    finish: impl Fn(Uuid, &mut T) -> Option<usize>,
) -> Result<Listed<T>, SyncError> {
    let limit = slice.limit as usize;
    let mut more = places.len() > limit;
    places.truncate(limit);
    let ids = places.iter().map(|place| place.id.to_string()).collect();
    let mut rows = sync::live(from, maker, table, ids).await?;
    let (mut items, mut bytes, mut last) = (Vec::new(), 0, None);
    for place in &places {
        if bytes > PAGE_BYTES {
            more = true;
            break;
        }
        last = Some(place);
        // A row that lacks what every row has is left out: a newer device may know a way to make one.
        let item = rows.remove(&place.id).and_then(|row| serde_json::from_value::<T>(Value::Object(row)).ok());
        if let Some(mut item) = item
            && let Some(weight) = finish(place.id, &mut item)
        {
            bytes += weight;
            items.push(item);
        }
    }
    Ok(Listed { items, next: last.filter(|_| more).map(Cursor::text) })
}

/// The address as a browser goes there, when it is one of the web.
fn web_address(text: &str) -> Option<String> {
    let url = Url::parse(text.trim()).ok()?;
    let plain = url.username().is_empty() && url.password().is_none();
    (matches!(url.scheme(), "http" | "https") && url.has_host() && plain).then(|| url.into())
}

fn by_id<T>(rows: Vec<(String, T)>) -> HashMap<Uuid, T> {
    rows.into_iter().filter_map(|(id, value)| Some((Uuid::try_parse(&id).ok()?, value))).collect()
}

impl<T> Listed<T> {
    fn empty() -> Self {
        Self { items: Vec::new(), next: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f47_only_addresses_of_the_web_are_told() {
        assert_eq!(web_address("https://ex.example/a b").as_deref(), Some("https://ex.example/a%20b"));
        assert_eq!(web_address(" http://ex.example ").as_deref(), Some("http://ex.example/"));
        for none in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//ex.example",
            "https://user@ex.example",
            "https://ex.example:pass@evil.example",
            "ftp://ex.example",
            "",
        ] {
            assert_eq!(web_address(none), None, "{none}");
        }
    }
}
