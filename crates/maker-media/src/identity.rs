//! The identity of a file: enough of its content to notice another file, little enough to ask at every part of an upload.

use std::{
    fs::{File, Metadata},
    io::{self, Read, Seek, SeekFrom},
    path::Path,
    time::UNIX_EPOCH,
};

use chrono::{DateTime, Utc};
use maker_domain::media::FileIdentity;

use crate::{ChangedWhat, MediaError, open};

const EDGE: u64 = 64 * 1024;
const SAMPLE: u64 = 16 * 1024;
const SAMPLES: u64 = 6;
/// Up to here the whole file is hashed: edges and samples would overlap.
const SMALL: u64 = 2 * EDGE + SAMPLES * SAMPLE;

pub(crate) fn identify(path: &Path) -> Result<FileIdentity, MediaError> {
    let (mut file, metadata) = open::regular_file(path)?;
    Ok(FileIdentity {
        size_bytes: metadata.len(),
        modified_at: modified_at(&metadata)?,
        fingerprint: fingerprint(&mut file, metadata.len())?,
    })
}

pub(crate) fn unchanged(path: &Path, before: &FileIdentity) -> Result<(), MediaError> {
    let (mut file, metadata) = open::regular_file(path).map_err(|e| match e {
        MediaError::Empty => MediaError::Changed { what: ChangedWhat::Size },
        other => other,
    })?;
    let what = if metadata.len() != before.size_bytes {
        ChangedWhat::Size
    } else if modified_at(&metadata)?.timestamp_millis() != before.modified_at.timestamp_millis() {
        ChangedWhat::Time
    } else if fingerprint(&mut file, metadata.len())? != before.fingerprint {
        ChangedWhat::Content
    } else {
        return Ok(());
    };
    Err(MediaError::Changed { what })
}

/// To the millisecond, so that no store on the way can make a file look changed by rounding.
fn modified_at(metadata: &Metadata) -> Result<DateTime<Utc>, MediaError> {
    let modified = metadata.modified()?;
    let millis = match modified.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_millis()).ok(),
        Err(before) => i64::try_from(before.duration().as_millis()).ok().map(|ms| -ms),
    };
    // A time beyond the calendar can be set on some file systems; it then counts as always the same.
    Ok(millis.and_then(DateTime::from_timestamp_millis).unwrap_or_default())
}

fn fingerprint(file: &mut File, size: u64) -> Result<String, MediaError> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&size.to_le_bytes());
    if size <= SMALL {
        feed(file, 0, size, &mut hasher)?;
    } else {
        feed(file, 0, EDGE, &mut hasher)?;
        for sample in 1..=SAMPLES {
            // Divided first: a size near 2^64 must not overflow.
            feed(file, size / (SAMPLES + 1) * sample, SAMPLE, &mut hasher)?;
        }
        feed(file, size - EDGE, EDGE, &mut hasher)?;
    }
    Ok(hasher.finalize().to_hex().to_string())
}

fn feed(file: &mut File, offset: u64, length: u64, hasher: &mut blake3::Hasher) -> Result<(), MediaError> {
    file.seek(SeekFrom::Start(offset))?;
    let mut buffer = [0; 16 * 1024];
    let mut left = length;
    while left > 0 {
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
        match file.read(&mut buffer[..most]) {
            Ok(0) => return Err(MediaError::Changed { what: ChangedWhat::Size }),
            Ok(read) => {
                hasher.update(&buffer[..read]);
                left -= read as u64;
            }
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e.into()),
        }
    }
    Ok(())
}
