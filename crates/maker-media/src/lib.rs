//! File facts: what a video's header says, and whether it is still the file that was chosen.
//!
//! Only the container's own index and a few samples are read, never the film: a probe reads less than 2 MiB of a file of
//! any size, allocates no more than that, and ends on any input. The parsers are ours and read by offset, because those we
//! looked at allocate what a hostile header asks for, which ends the program where it cannot be caught.
//! Whether a platform takes a video of this length or size is decided in `maker-domain`.
//!
//! Pictures of posts are the exception: they are small, and are read and unpacked as a whole ([`take_picture`]).

mod ebml;
mod error;
mod identity;
mod mkv;
mod mp4;
mod open;
mod picture;
mod sniff;
mod source;

use std::{
    io::{self, Read, Seek},
    path::Path,
};

use maker_domain::media::{FileIdentity, MediaFacts};

pub use error::{ChangedWhat, Damage, MediaError};
pub use picture::{Picture, PictureError};

/// Reads what the header says, off the runtime's threads.
///
/// # Errors
/// What the file is instead, and what to do about it.
pub async fn probe(path: &Path) -> Result<MediaFacts, MediaError> {
    blocking(path, |path| {
        let (file, metadata) = open::regular_file(path)?;
        facts_of(file, metadata.len())
    })
    .await
}

/// The same for `len` bytes that can be read at any offset. It blocks as long as its reader does.
///
/// # Errors
/// What it is instead, and what to do about it.
pub fn facts_of<R: Read + Seek>(reader: R, len: u64) -> Result<MediaFacts, MediaError> {
    sniff::facts(&mut source::Source::new(reader, len))
}

/// Takes the identity of a file: size, time of change to the millisecond, and a fingerprint of its content.
///
/// # Errors
/// Why there is no file to identify.
pub async fn identify(path: &Path) -> Result<FileIdentity, MediaError> {
    blocking(path, identity::identify).await
}

/// Checks that the file at `path` is the one `before` was taken of. Cheap enough to ask before every part of an upload.
///
/// # Errors
/// [`MediaError::Changed`] with what differs first, or why there is no file to compare.
pub async fn unchanged(path: &Path, before: &FileIdentity) -> Result<(), MediaError> {
    let before = before.clone();
    blocking(path, move |path| identity::unchanged(path, &before)).await
}

/// Reads the picture at `path`, all of it, and looks at it off the runtime's threads.
///
/// # Errors
/// What the file is instead, and what to do about it.
pub async fn take_picture(path: &Path) -> Result<Picture, PictureError> {
    let path = path.to_owned();
    unpacking(move || picture::take(&path)).await
}

/// Looks at a picture that came without a file.
///
/// # Errors
/// What it is instead, and what to do about it.
pub async fn look_at_picture(bytes: Vec<u8>) -> Result<Picture, PictureError> {
    unpacking(move || picture::look_at(bytes)).await
}

async fn unpacking(
    work: impl FnOnce() -> Result<Picture, PictureError> + Send + 'static,
) -> Result<Picture, PictureError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(answer) => answer,
        // A library that ends in a panic over a picture has not unpacked it.
        Err(_) => Err(PictureError::Broken { name: "picture" }),
    }
}

async fn blocking<T: Send + 'static>(
    path: &Path,
    read: impl FnOnce(&Path) -> Result<T, MediaError> + Send + 'static,
) -> Result<T, MediaError> {
    let path = path.to_owned();
    match tokio::task::spawn_blocking(move || read(&path)).await {
        Ok(answer) => answer,
        Err(stopped) => Err(MediaError::Unreadable { source: io::Error::other(stopped) }),
    }
}
