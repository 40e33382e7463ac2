//! Makes a page: reads it as of one moment, writes it out, packs it.

use std::io::Write;

use axum::body::Bytes;
use axum::http::HeaderValue;
use flate2::Compression;
use flate2::write::GzEncoder;
use maker_words::in_language;
use serde::Serialize;
use url::Url;
use uuid::Uuid;

use super::model::{Comment, Listed, Maker, Video};
use super::view::{Asked, Form, List, What};
use super::{html, read};
use crate::backend::Backend;
use crate::db::Reads;
use crate::problem::Problem;
use crate::sync::{self, SyncError};

/// zstd's usual level: a page is packed once and read many times, but its first reader waits for it.
const ZSTD_LEVEL: i32 = 3;

/// A page as it goes out.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) form: Form,
    /// Something of it is on its way here, which moves no number when it comes.
    pub(super) waits: bool,
    pub(super) plain: Variant,
    pub(super) gzip: Variant,
    pub(super) zstd: Variant,
}

/// One encoding of a page. Each has a tag of its own: two that differ in a byte never share a strong one.
#[derive(Clone, Debug)]
pub(super) struct Variant {
    pub(super) body: Bytes,
    pub(super) tag: HeaderValue,
}

impl Made {
    /// In bytes, about.
    pub(super) fn weight(&self) -> usize {
        [&self.plain, &self.gzip, &self.zstd].iter().map(|variant| variant.body.len() + 64).sum()
    }
}

/// The page, and the workspace's number as it was read; no page when there is none.
pub(super) async fn make(backend: &Backend, asked: &Asked) -> Result<(u64, Option<Made>), Problem> {
    let mut moment = backend.database.snapshot().await?;
    let head = sync::head(&mut moment, asked.maker).await?;
    let found = find(&mut moment, asked.maker, &asked.what).await?;
    drop(moment);
    let Some(found) = found else { return Ok((head, None)) };
    let (form, waits, address) = (asked.form, found.maker().picture_waits, backend.pages.address.get().cloned());
    let work = move || pack(form, waits, found.written(form, address.as_ref())?);
    let made = tokio::task::spawn_blocking(work).await.map_err(|_| Problem::internal())??;
    Ok((head, Some(made)))
}

/// What was found. `later` says that it is not a list's first page.
enum Found {
    Whole(Box<Maker>),
    List { maker: Box<Maker>, list: List, later: bool },
    Video { maker: Box<Maker>, video: Box<Video>, comments: Listed<Comment>, later: bool },
}

async fn find(from: &mut impl Reads, id: Uuid, what: &What) -> Result<Option<Found>, SyncError> {
    let Some(mut maker) = read::maker(from, id).await?.map(Box::new) else { return Ok(None) };
    Ok(match what {
        What::Whole => {
            read::first_pages(from, &mut maker).await?;
            Some(Found::Whole(maker))
        }
        What::List(list, slice) => {
            match list {
                List::Services => maker.services = read::services(from, id, slice).await?,
                List::Links => maker.links = read::links(from, id, slice).await?,
                List::Posts => maker.posts = read::posts(from, id, slice).await?,
                List::Videos => maker.videos = read::videos(from, id, slice).await?,
            }
            Some(Found::List { maker, list: *list, later: slice.after.is_some() })
        }
        What::Video(video, slice) => match read::video(from, id, *video).await? {
            Some(video) => {
                let comments = read::comments(from, id, video.id, slice).await?;
                Some(Found::Video { maker, video: Box::new(video), comments, later: slice.after.is_some() })
            }
            None => None,
        },
    })
}

impl Found {
    fn maker(&self) -> &Maker {
        let (Self::Whole(maker) | Self::List { maker, .. } | Self::Video { maker, .. }) = self;
        maker
    }

    fn written(&self, form: Form, address: Option<&Url>) -> Result<String, Problem> {
        match form {
            Form::Html(language) => Ok(in_language(language, || self.page(address))),
            Form::Json => self.json(),
        }
    }

    fn page(&self, address: Option<&Url>) -> String {
        match self {
            Self::Whole(maker) => html::maker(maker, address),
            Self::List { maker, list, later } => html::list(maker, *list, *later, address),
            Self::Video { maker, video, comments, later } => html::video(maker, video, comments, *later, address),
        }
    }

    fn json(&self) -> Result<String, Problem> {
        match self {
            Self::Whole(maker) => json(maker),
            Self::List { maker, list, .. } => match list {
                List::Services => json(&maker.services),
                List::Links => json(&maker.links),
                List::Posts => json(&maker.posts),
                List::Videos => json(&maker.videos),
            },
            Self::Video { comments, .. } => json(comments),
        }
    }
}

fn json(value: &impl Serialize) -> Result<String, Problem> {
    serde_json::to_string(value).map_err(|error| {
        tracing::error!(%error, "a public answer has no form in JSON");
        Problem::internal()
    })
}

fn pack(form: Form, waits: bool, text: String) -> Result<Made, Problem> {
    let hash = blake3::hash(text.as_bytes()).to_hex();
    let variant = |body: Vec<u8>, mark: &str| {
        // Of digits and letters, which always make a header's value.
        let tag = HeaderValue::try_from(format!("\"{}{mark}\"", &hash[..32])).map_err(|_| Problem::internal())?;
        Ok::<_, Problem>(Variant { body: Bytes::from(body), tag })
    };
    let packed = || -> std::io::Result<_> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(text.as_bytes())?;
        Ok((gzip.finish()?, zstd::bulk::compress(text.as_bytes(), ZSTD_LEVEL)?))
    };
    let (gzip, zstd) = packed().map_err(|error| {
        tracing::error!(%error, "a page could not be packed");
        Problem::internal()
    })?;
    Ok(Made {
        form,
        waits,
        plain: variant(text.into_bytes(), "")?,
        gzip: variant(gzip, "-g")?,
        zstd: variant(zstd, "-z")?,
    })
}
