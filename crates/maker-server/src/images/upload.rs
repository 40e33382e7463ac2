//! Taking a picture part by part. Every part but the last is a row; the last one is not: with it the picture is put
//! together, looked at and stored ([`finish`]), so that there never is a picture which is all there and not stored.

use axum::http::StatusCode;
use maker_domain::image::{ImageName, ImageUpload};
use maker_domain::problem::code;
use uuid::Uuid;

use super::part::Part;
use super::rows::Image;
use super::{Images, finish, parts, rows};
use crate::backend::Backend;
use crate::db::{DbError, Reads};
use crate::problem::Problem;
use crate::sync::{Limits, enter};
use crate::transaction;

/// So many parts may wait in a workspace for what is missing: a quarter of a gigabyte.
const WAITING: u64 = 500;

/// What is there of a picture.
pub(super) enum There {
    /// All of it, stored.
    Stored(u64),
    /// So many bytes of it. `lost`: it was stored under this key, where nothing is any more.
    Begun { have: u64, lost: Option<String> },
}

impl There {
    pub(super) fn told(&self) -> ImageUpload {
        match *self {
            Self::Stored(have) => ImageUpload { have, stored: true },
            Self::Begun { have, .. } => ImageUpload { have, stored: false },
        }
    }
}

/// What is there of a picture that somebody is about to use: it is not collected for a while.
///
/// That its object is there is asked as well: after a database was restored from a backup, rows may name objects that were
/// collected since. Whoever has such a picture sends it again.
pub(super) async fn look(backend: &Backend, images: &Images, tenant: Uuid, name: ImageName) -> Result<There, Problem> {
    let now = backend.now_ms();
    let (stored, have) = transaction!(backend.database, |tx| {
        enter(tx, tenant).await?;
        Ok::<_, DbError>((rows::touch(tx, tenant, name, now).await?, parts::have(tx, tenant, name).await?))
    })?;
    Ok(match stored {
        Some(Image { size, key, .. }) if images.has(&key).await? => There::Stored(size),
        stored => There::Begun { have, lost: stored.map(|image| image.key) },
    })
}

/// Takes a part. `Err` with 409 says how much there is, when it begins elsewhere.
pub(super) async fn take(
    backend: &Backend,
    images: &Images,
    tenant: Uuid,
    name: ImageName,
    part: Part,
) -> Result<ImageUpload, Problem> {
    let (have, lost) = match look(backend, images, tenant, name).await? {
        // Whatever the part is: nothing is missing.
        stored @ There::Stored(_) => return Ok(stored.told()),
        There::Begun { have, lost } => (have, lost),
    };
    // No part could make a picture of this size out of more bytes than it has: they are of something else.
    let have = if have < part.size { have } else { forget(backend, tenant, name, have).await? };
    if have != part.offset {
        return Err(elsewhere(have));
    }
    if part.is_last() {
        finish::finish(backend, images, tenant, name, &part, lost).await
    } else {
        keep(backend, tenant, name, &part).await
    }
}

/// Drops what is there, if it still is so much, and gives how much is there now.
async fn forget(backend: &Backend, tenant: Uuid, name: ImageName, have: u64) -> Result<u64, Problem> {
    transaction!(backend.database, |tx| {
        enter(tx, tenant).await?;
        parts::drop_all(tx, tenant, name, Some(have)).await?;
        Ok(parts::have(tx, tenant, name).await?)
    })
}

async fn keep(backend: &Backend, tenant: Uuid, name: ImageName, part: &Part) -> Result<ImageUpload, Problem> {
    let now = backend.now_ms();
    transaction!(backend.database, |tx| {
        enter(tx, tenant).await?;
        if part.offset == 0 {
            check_room(tx, tenant, part.size, &backend.limits).await?;
            parts::begin(tx, tenant, name, now).await?;
        }
        let have = parts::lock(tx, tenant, name).await?;
        if have != part.offset {
            return Err(elsewhere(have));
        }
        if parts::held(tx, tenant).await? >= WAITING {
            let detail = "Too many pictures of this workspace are half sent. Finish those, or try again later.";
            return Err(Problem::new(StatusCode::TOO_MANY_REQUESTS, detail).retry_after(60));
        }
        let have = parts::add(tx, tenant, name, part.offset, &part.bytes, now).await?;
        Ok(ImageUpload { have, stored: false })
    })
}

/// Whether one more picture of `size` bytes has room.
pub(super) async fn check_room(from: &mut impl Reads, tenant: Uuid, size: u64, limits: &Limits) -> Result<(), Problem> {
    let (count, bytes) = rows::held(from, tenant).await?;
    if count >= limits.images || bytes + size > limits.image_bytes {
        let detail = "The workspace has as many pictures as it may. Delete posts that show some; a week after they \
                      have left the bin there is room.";
        return Err(Problem::new(StatusCode::INSUFFICIENT_STORAGE, detail).code(code::QUOTA));
    }
    Ok(())
}

/// The part does not begin where the others end.
pub(super) fn elsewhere(have: u64) -> Problem {
    let detail = format!("{have} bytes are there. Go on from there.");
    Problem::new(StatusCode::CONFLICT, detail).upload(ImageUpload { have, stored: false })
}
