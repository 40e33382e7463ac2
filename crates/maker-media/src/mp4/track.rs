//! The first track with pictures: size as shown, length, number of frames, codec.

use std::io::{Read, Seek};

use super::atom::{self, Atom};
use crate::{
    Damage,
    source::{Fault, Source},
};

/// More than any camera writes; a hostile file can hold millions.
const MOST_TRACKS: usize = 64;

/// What one video track says.
#[derive(Debug)]
pub(super) struct VideoTrack {
    pub(super) id: u32,
    /// Shown size, after rotation.
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) codec: Option<String>,
    /// Units of time per second, never 0.
    pub(super) timescale: u32,
    pub(super) seconds: Option<f64>,
    /// Frames listed in the index: 0 when they are in fragments.
    pub(super) frames: u32,
}

/// The movie's own length in seconds, which counts its longest track.
pub(super) fn movie_seconds<R: Read + Seek>(source: &mut Source<R>, movie: Atom) -> Result<Option<f64>, Fault> {
    let Some(header) = atom::find(source, movie, &[b"mvhd"])? else { return Ok(None) };
    let (_, seconds) = timing(source, header)?;
    Ok(seconds)
}

/// `None` when no track has pictures.
pub(super) fn first_video<R: Read + Seek>(source: &mut Source<R>, movie: Atom) -> Result<Option<VideoTrack>, Fault> {
    let mut tracks = Vec::new();
    atom::each_child(source, movie, |_, child| {
        if &child.kind == b"trak" {
            tracks.push(child);
        }
        Ok(tracks.len() < MOST_TRACKS)
    })?;
    if tracks.is_empty() {
        return Err(Damage::NoIndex.into());
    }
    for track in tracks {
        if has_pictures(source, track)? {
            return video(source, track).map(Some);
        }
    }
    Ok(None)
}

fn has_pictures<R: Read + Seek>(source: &mut Source<R>, track: Atom) -> Result<bool, Fault> {
    match atom::find(source, track, &[b"mdia", b"hdlr"])? {
        Some(handler) => Ok(&atom::field::<_, 4>(source, handler, 8)? == b"vide"),
        None => Ok(false),
    }
}

fn video<R: Read + Seek>(source: &mut Source<R>, track: Atom) -> Result<VideoTrack, Fault> {
    let header = atom::find(source, track, &[b"tkhd"])?.ok_or(Damage::Nonsense)?;
    let media = atom::find(source, track, &[b"mdia", b"mdhd"])?.ok_or(Damage::Nonsense)?;
    let table = atom::find(source, track, &[b"mdia", b"minf", b"stbl"])?.ok_or(Damage::Nonsense)?;
    let entry = match atom::find(source, table, &[b"stsd"])? {
        // Version, flags and count come before the first entry.
        Some(list) => atom::read(source, list.body + 8, list.end)?,
        None => None,
    };
    let (timescale, seconds) = timing(source, media)?;
    let (width, height) = shown_size(source, header, entry)?;
    Ok(VideoTrack {
        id: id(source, header)?,
        width,
        height,
        codec: entry.and_then(|entry| codec(entry.kind)),
        timescale,
        seconds,
        frames: frames(source, table)?,
    })
}

fn id<R: Read + Seek>(source: &mut Source<R>, header: Atom) -> Result<u32, Fault> {
    let [version] = atom::field(source, header, 0)?;
    atom::number(source, header, if version == 0 { 12 } else { 20 })
}

/// Timescale and length of `mvhd` and `mdhd`, which begin alike. All ones mean that the length is not known.
fn timing<R: Read + Seek>(source: &mut Source<R>, header: Atom) -> Result<(u32, Option<f64>), Fault> {
    let [version] = atom::field(source, header, 0)?;
    let timescale = atom::number(source, header, if version == 0 { 12 } else { 20 })?.max(1);
    let length = atom::versioned(source, header, 16, 24)?;
    let known = length > 0 && length != u64::MAX && (version != 0 || length != u64::from(u32::MAX));
    Ok((timescale, known.then(|| length as f64 / f64::from(timescale))))
}

/// The track header's size (16.16), or the sample entry's when it has none, turned as its matrix says.
fn shown_size<R: Read + Seek>(source: &mut Source<R>, header: Atom, entry: Option<Atom>) -> Result<(u32, u32), Fault> {
    let [version] = atom::field(source, header, 0)?;
    let matrix = if version == 0 { 40 } else { 52 };
    let mut size = (atom::number(source, header, matrix + 36)? >> 16, atom::number(source, header, matrix + 40)? >> 16);
    if let (true, Some(entry)) = (size.0 == 0 || size.1 == 0, entry) {
        let [w0, w1, h0, h1] = atom::field(source, entry, 24)?;
        size = (u16::from_be_bytes([w0, w1]).into(), u16::from_be_bytes([h0, h1]).into());
    }
    let a = atom::number(source, header, matrix)?;
    let b = atom::number(source, header, matrix + 4)?;
    Ok(if a == 0 && b != 0 { (size.1, size.0) } else { size })
}

fn frames<R: Read + Seek>(source: &mut Source<R>, table: Atom) -> Result<u32, Fault> {
    let sizes = match atom::find(source, table, &[b"stsz"])? {
        Some(sizes) => Some(sizes),
        None => atom::find(source, table, &[b"stz2"])?,
    };
    sizes.map_or(Ok(0), |sizes| atom::number(source, sizes, 8))
}

fn codec(letters: [u8; 4]) -> Option<String> {
    let name = match &letters {
        b"avc1" | b"avc2" | b"avc3" | b"avc4" | b"dva1" | b"dvav" => "H.264",
        b"hvc1" | b"hev1" | b"dvh1" | b"dvhe" => "H.265",
        b"vp08" => "VP8",
        b"vp09" => "VP9",
        b"av01" | b"dav1" => "AV1",
        _ => std::str::from_utf8(&letters).ok()?.trim(),
    };
    Some(name.to_owned()).filter(|name| !name.is_empty())
}
