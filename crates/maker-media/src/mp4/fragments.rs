//! Fragmented films: their index lists no frames, so length and rate come from the first and the last fragments.

use std::{
    collections::VecDeque,
    io::{Read, Seek},
};

use super::{
    atom::{self, Atom},
    track::VideoTrack,
};
use crate::source::{Fault, Source};

/// The last few are kept, since the very last may hold sound only.
const KEPT: usize = 8;
const MOST_RUN_BYTES: usize = 256 * 1024;

/// Where the fragments are.
#[derive(Debug, Default)]
pub(super) struct Fragments {
    first: Vec<Atom>,
    last: VecDeque<Atom>,
}

/// What the fragments tell.
#[derive(Debug)]
pub(super) struct Measure {
    /// Where the last picture ends.
    pub(super) end_s: Option<f64>,
    pub(super) fps: Option<f64>,
}

impl Fragments {
    pub(super) fn note(&mut self, fragment: Atom) {
        if self.first.len() < KEPT {
            self.first.push(fragment);
        }
        if self.last.len() == KEPT {
            self.last.pop_front();
        }
        self.last.push_back(fragment);
    }

    /// `None` when there are no fragments.
    pub(super) fn measure<R: Read + Seek>(
        &self,
        source: &mut Source<R>,
        movie: Atom,
        track: &VideoTrack,
    ) -> Result<Option<Measure>, Fault> {
        if self.first.is_empty() {
            return Ok(None);
        }
        let usual = usual_frame_length(source, movie, track.id)?;
        let scale = f64::from(track.timescale);
        let mut fps = None;
        for fragment in &self.first {
            if let Some(part) = part(source, *fragment, track.id, usual)? {
                fps = (part.length > 0).then(|| part.frames as f64 * scale / part.length as f64);
                break;
            }
        }
        let mut end_s = declared_seconds(source, movie)?;
        for fragment in self.last.iter().rev() {
            if let Some(part) = part(source, *fragment, track.id, usual)? {
                let end = part.start.map(|start| start.saturating_add(part.length) as f64 / scale);
                end_s = end_s.into_iter().chain(end).reduce(f64::max);
                break;
            }
        }
        Ok(Some(Measure { end_s, fps }))
    }
}

struct Part {
    /// Where it begins, when it says so.
    start: Option<u64>,
    /// How long its frames last together.
    length: u64,
    frames: u64,
}

/// The track's part of one fragment.
fn part<R: Read + Seek>(
    source: &mut Source<R>,
    fragment: Atom,
    track_id: u32,
    usual: u32,
) -> Result<Option<Part>, Fault> {
    let mut found = None;
    atom::each_child(source, fragment, |source, child| {
        if &child.kind == b"traf"
            && let Some(header) = atom::find(source, child, &[b"tfhd"])?
            && atom::number(source, header, 4)? == track_id
        {
            found = Some((child, header));
        }
        Ok(found.is_none())
    })?;
    let Some((traf, header)) = found else { return Ok(None) };
    let usual = frame_length_here(source, header)?.unwrap_or(usual);
    let start = match atom::find(source, traf, &[b"tfdt"])? {
        Some(time) => Some(atom::versioned(source, time, 4, 4)?),
        None => None,
    };
    let mut part = Part { start, length: 0, frames: 0 };
    atom::each_child(source, traf, |source, child| {
        if &child.kind == b"trun" {
            let (frames, length) = run(source, child, usual)?;
            part.frames = part.frames.saturating_add(frames);
            part.length = part.length.saturating_add(length);
        }
        Ok(true)
    })?;
    Ok(Some(part))
}

/// Frames in a run and how long they last (section 8.8.8: flags say which of four numbers each frame has).
fn run<R: Read + Seek>(source: &mut Source<R>, run: Atom, usual: u32) -> Result<(u64, u64), Fault> {
    let flags = atom::number(source, run, 0)? & 0x00FF_FFFF;
    let frames = u64::from(atom::number(source, run, 4)?);
    if flags & 0x100 == 0 {
        return Ok((frames, frames.saturating_mul(u64::from(usual))));
    }
    let before = 8 + [0x1, 0x4].iter().filter(|bit| flags & **bit != 0).count() as u64 * 4;
    let stride = [0x100, 0x200, 0x400, 0x800].iter().filter(|bit| flags & **bit != 0).count() * 4;
    let start = run.body + before;
    let end = start.saturating_add(frames.saturating_mul(stride as u64)).min(run.end);
    let table = source.bytes(start, end.max(start), MOST_RUN_BYTES)?;
    let length = table
        .chunks_exact(stride)
        .filter_map(|frame| frame.first_chunk::<4>())
        .map(|length| u64::from(u32::from_be_bytes(*length)))
        .sum();
    Ok((frames, length))
}

/// `tfhd` (section 8.8.7): the frame length comes after the optional offset and description.
fn frame_length_here<R: Read + Seek>(source: &mut Source<R>, header: Atom) -> Result<Option<u32>, Fault> {
    let flags = atom::number(source, header, 0)? & 0x00FF_FFFF;
    if flags & 0x08 == 0 {
        return Ok(None);
    }
    let offset = 8 + if flags & 0x01 != 0 { 8 } else { 0 } + if flags & 0x02 != 0 { 4 } else { 0 };
    atom::number(source, header, offset).map(Some)
}

/// `trex` (section 8.8.3): what holds where a fragment says nothing.
fn usual_frame_length<R: Read + Seek>(source: &mut Source<R>, movie: Atom, track_id: u32) -> Result<u32, Fault> {
    let Some(extends) = atom::find(source, movie, &[b"mvex"])? else { return Ok(0) };
    let mut length = None;
    atom::each_child(source, extends, |source, child| {
        if &child.kind == b"trex" && atom::number(source, child, 4)? == track_id {
            length = Some(atom::number(source, child, 12)?);
        }
        Ok(length.is_none())
    })?;
    Ok(length.unwrap_or(0))
}

/// `mehd` (section 8.8.2): the whole length, in the movie's own units, when the writer knew it.
fn declared_seconds<R: Read + Seek>(source: &mut Source<R>, movie: Atom) -> Result<Option<f64>, Fault> {
    let Some(extent) = atom::find(source, movie, &[b"mvex", b"mehd"])? else { return Ok(None) };
    let Some(header) = atom::find(source, movie, &[b"mvhd"])? else { return Ok(None) };
    let [version] = atom::field(source, header, 0)?;
    let scale = atom::number(source, header, if version == 0 { 12 } else { 20 })?.max(1);
    Ok(Some(atom::versioned(source, extent, 4, 4)? as f64 / f64::from(scale)))
}
