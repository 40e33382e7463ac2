//! The last part of a picture: it is put together, looked at, written as an object of its own, and only then said to be
//! there.

use axum::body::Bytes;
use axum::http::StatusCode;
use maker_domain::image::{ImageName, ImageUpload};
use maker_domain::problem::code;
use uuid::Uuid;

use super::check::{self, Facts, Refusal};
use super::part::Part;
use super::rows::Image;
use super::upload::{check_room, elsewhere};
use super::{Images, leftovers, parts, rows};
use crate::backend::Backend;
use crate::db::DbError;
use crate::problem::Problem;
use crate::store::workspaces;
use crate::sync::enter;
use crate::transaction;

pub(super) async fn finish(
    backend: &Backend,
    images: &Images,
    tenant: Uuid,
    name: ImageName,
    part: &Part,
    lost: Option<String>,
) -> Result<ImageUpload, Problem> {
    let _turn = backend.images_at_once.finishing().await?;
    let bytes = put_together(backend, tenant, name, part).await?;
    let facts = match unpack(backend, name, bytes.clone()).await? {
        Ok(facts) => facts,
        Err(refusal) => return Err(refuse(backend, tenant, name, part.offset, refusal).await?),
    };
    let key = leftovers::fresh_key(tenant, name);
    let image = Image { name, kind: facts.kind, size: part.size, key };
    let now = backend.now_ms();
    transaction!(backend.database, |tx| { leftovers::reserve(tx, &image.key, now).await })?;
    // One that fails may arrive later: its key stays written down until it surely has.
    images.put(&image.key, bytes).await?;
    let stored = store(backend, tenant, &image, facts, lost.as_deref()).await;
    match stored {
        Ok(true) => backend.metrics.image_stored(image.size),
        // Another device was faster with the same picture; or there was no room, after all.
        Ok(false) | Err(_) => give_up(backend, images, image.key).await,
    }
    stored.map(|_| ImageUpload { have: part.size, stored: true })
}

async fn put_together(backend: &Backend, tenant: Uuid, name: ImageName, part: &Part) -> Result<Bytes, Problem> {
    if part.offset == 0 {
        return Ok(part.bytes.clone());
    }
    let mut moment = backend.database.snapshot().await?;
    enter(&mut moment, tenant).await?;
    let mut bytes = parts::bytes(&mut moment, tenant, name).await?;
    let have = bytes.len() as u64;
    // Somebody else was at it meanwhile.
    if have != part.offset {
        return Err(elsewhere(have));
    }
    bytes.extend_from_slice(&part.bytes);
    Ok(bytes.into())
}

/// Looks at the picture, on a thread that may take its time. The turn is held until that has ended, whether or not anybody
/// still waits for it.
async fn unpack(backend: &Backend, name: ImageName, bytes: Bytes) -> Result<Result<Facts, Refusal>, Problem> {
    let turn = backend.images_at_once.unpacking().await?;
    let looked = tokio::task::spawn_blocking(move || {
        let looked = check::check(name, &bytes);
        drop(turn);
        looked
    });
    // A library that ends in a panic over a picture has not unpacked it.
    Ok(looked.await.unwrap_or(Err(Refusal::Damaged)))
}

/// What cannot become a picture is not kept.
async fn refuse(
    backend: &Backend,
    tenant: Uuid,
    name: ImageName,
    have: u64,
    refusal: Refusal,
) -> Result<Problem, Problem> {
    backend.metrics.image_refused(refusal.word());
    transaction!(backend.database, |tx| {
        enter(tx, tenant).await?;
        parts::drop_all(tx, tenant, name, Some(have)).await
    })?;
    Ok(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, refusal.to_string()).code(code::IMAGE_REFUSED))
}

/// Says that the picture is there. False when somebody else has said so.
async fn store(
    backend: &Backend,
    tenant: Uuid,
    image: &Image,
    facts: Facts,
    lost: Option<&str>,
) -> Result<bool, Problem> {
    let now = backend.now_ms();
    transaction!(backend.database, |tx| {
        enter(tx, tenant).await?;
        // Who stores waits for each other, so that two do not both find the last room.
        workspaces::lock(tx, tenant).await?;
        if rows::get(tx, tenant, image.name).await?.is_none() {
            check_room(tx, tenant, image.size, &backend.limits).await?;
        }
        let added = rows::add(tx, tenant, image, facts, lost, now).await?;
        if added && !leftovers::claim(tx, &image.key).await? {
            return Err(Problem::unavailable());
        }
        parts::drop_all(tx, tenant, image.name, None).await?;
        Ok(added)
    })
}

/// Removes an object that nothing names. What does not succeed here is done by the next sweep.
async fn give_up(backend: &Backend, images: &Images, key: String) {
    let given_up: Result<bool, DbError> = transaction!(backend.database, |tx| { leftovers::give_up(tx, &key).await });
    if !matches!(given_up, Ok(true)) || images.remove(&key).await.is_err() {
        return;
    }
    let forgotten: Result<(), DbError> =
        transaction!(backend.database, |tx| { leftovers::forget(tx, vec![key.clone()]).await });
    if let Err(error) = forgotten {
        tracing::debug!(%error, "a key is forgotten by the next sweep");
    }
}
