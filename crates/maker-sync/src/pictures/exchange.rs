//! One request about a picture. Each may be broken off anywhere and done again: what the backend has is asked for and
//! never remembered, and what came is held against its name before it is kept.

use async_trait::async_trait;
use bytes::Bytes;
use maker_domain::image::{ImageName, ImageUpload};
use maker_store::{Shelf, Store};
use uuid::Uuid;

use super::plan::{Event, Request};
use crate::exchange::Failure;

/// Whoever keeps the workspace's pictures.
#[async_trait]
pub trait PictureBackend: Send + Sync {
    /// Tells how much of a picture is there.
    async fn upload(&self, workspace: Uuid, name: ImageName) -> Result<ImageUpload, Trouble>;
    /// Takes the bytes from `from` on of a picture of `size` bytes, and tells how much is there; also when it wants to go
    /// on from somewhere else.
    async fn part(
        &self,
        workspace: Uuid,
        name: ImageName,
        from: u64,
        size: u64,
        bytes: Bytes,
    ) -> Result<ImageUpload, Trouble>;
    /// Gives a picture's bytes.
    async fn fetch(&self, workspace: Uuid, name: ImageName) -> Result<Bytes, Trouble>;
}

/// Why a request came to nothing.
#[derive(Debug)]
pub enum Trouble {
    /// The backend does not take this picture.
    NotTaken {
        /// Why, in its words.
        why: String,
        /// It never will; otherwise it takes none for now: the workspace is full, or there is no place for pictures.
        for_good: bool,
    },
    /// The backend does not have this picture.
    Absent,
    /// What has to do with every picture alike.
    Failed(Failure),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// The picture that is being sent, in memory from its first part to its last.
pub(super) type Held = Option<(ImageName, Bytes)>;

/// Does one request and says what became of it.
///
/// # Errors
/// What has to do with every picture alike.
pub(super) async fn request(
    store: &Store,
    shelf: &Shelf,
    backend: &dyn PictureBackend,
    request: Request,
    held: &mut Held,
) -> Result<Event, Failure> {
    let done = match request {
        Request::Ask(name) | Request::Part { name, .. } => send(store, shelf, backend, request, name, held).await,
        Request::Fetch(name) => {
            *held = None;
            fetch(store, shelf, backend, name).await
        }
    };
    done.or_else(|trouble| match trouble {
        Trouble::NotTaken { why, for_good } => Ok(Event::NotTaken { why, for_good }),
        Trouble::Absent => Ok(Event::Absent(request.name())),
        Trouble::Failed(failure) => Err(failure),
    })
}

async fn send(
    store: &Store,
    shelf: &Shelf,
    backend: &dyn PictureBackend,
    request: Request,
    name: ImageName,
    held: &mut Held,
) -> Result<Event, Trouble> {
    let workspace = workspace(store).await?;
    let bytes = match held.take().filter(|(of, _)| *of == name) {
        Some((_, bytes)) => bytes,
        None => match shelf.read(name).await.map_err(Failure::from)? {
            Some(bytes) => bytes.into(),
            None => return Ok(Event::Gone(name)),
        },
    };
    *held = Some((name, bytes.clone()));
    let has = match request {
        Request::Part { from, to, size, .. } => {
            let range = usize::try_from(from).ok().zip(usize::try_from(to).ok()).filter(|(from, to)| from <= to);
            let part = range.filter(|(_, to)| *to <= bytes.len()).map(|(from, to)| bytes.slice(from..to));
            // What is on the disk has another size than what was noted: it is noted anew by looking at it again.
            let Some(part) = part else { return Ok(Event::Gone(name)) };
            backend.part(workspace, name, from, size, part).await?
        }
        Request::Ask(_) | Request::Fetch(_) => backend.upload(workspace, name).await?,
    };
    if has.stored {
        *held = None;
    }
    Ok(Event::Has(has))
}

async fn fetch(store: &Store, shelf: &Shelf, backend: &dyn PictureBackend, name: ImageName) -> Result<Event, Trouble> {
    let bytes = backend.fetch(workspace(store).await?, name).await?;
    if ImageName::of(&bytes) != name {
        tracing::warn!(%name, "the backend gave other bytes than those of the picture that was asked for");
        return Err(Trouble::Absent);
    }
    let size = bytes.len() as u64;
    shelf.keep(name, bytes.into()).await.map_err(Failure::from)?;
    store.note_image(name, size, None).await.map_err(Failure::from)?;
    Ok(Event::Fetched(name))
}

async fn workspace(store: &Store) -> Result<Uuid, Failure> {
    let position = store.sync_position().await?;
    // The member was removed a moment ago.
    Ok(position.ok_or(Failure::Revoked)?.workspace)
}

impl Request {
    /// The picture it is about.
    #[must_use]
    pub const fn name(&self) -> ImageName {
        match self {
            Self::Ask(name) | Self::Part { name, .. } | Self::Fetch(name) => *name,
        }
    }
}
