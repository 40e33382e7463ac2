//! MP4 and MOV (ISO/IEC 14496-12): finds the movie's index wherever it is and reads the facts of its first video track.

mod atom;
mod fragments;
mod track;

use std::io::{Read, Seek};

use maker_domain::media::{Container, MediaFacts};

use crate::{
    Damage,
    source::{Fault, Source},
};
use atom::Atom;
use fragments::Fragments;

/// The facts, or `None` when there is sound only.
pub(crate) fn facts<R: Read + Seek>(source: &mut Source<R>, container: Container) -> Result<Option<MediaFacts>, Fault> {
    let Layout { movie, fragments } = layout(source)?;
    let Some(track) = track::first_video(source, movie)? else {
        return Ok(None);
    };
    let mut duration_s = track::movie_seconds(source, movie)?.or(track.seconds);
    let mut fps = track.seconds.map(|s| f64::from(track.frames) / s);
    if let Some(found) = fragments.measure(source, movie, &track)? {
        duration_s = found.end_s.into_iter().chain(duration_s).reduce(f64::max);
        fps = found.fps.or(fps);
    }
    Ok(Some(MediaFacts {
        container,
        size_bytes: source.len(),
        duration_s: duration_s.filter(|s| s.is_finite() && *s > 0.0),
        width: Some(track.width).filter(|w| *w > 0),
        height: Some(track.height).filter(|h| *h > 0),
        codec: track.codec,
        fps: fps.and_then(plausible_fps),
    }))
}

/// Frames per second to three digits after the point; `None` for what no camera makes.
pub(crate) fn plausible_fps(fps: f64) -> Option<f64> {
    (fps.is_finite() && fps > 0.0 && fps <= 1000.0).then(|| (fps * 1000.0).round() / 1000.0)
}

struct Layout {
    movie: Atom,
    fragments: Fragments,
}

/// Walks the top level, where a film of any size is one box to step over.
fn layout<R: Read + Seek>(source: &mut Source<R>) -> Result<Layout, Fault> {
    let mut movie = None;
    let mut fragments = Fragments::default();
    let mut at = 0;
    loop {
        let atom = match atom::read(source, at, source.len()) {
            Ok(Some(atom)) => atom,
            Ok(None) => break,
            // With the index at hand, what follows can be left alone: padding, or more fragments than we count.
            Err(Fault::TooMuch | Fault::Damage(Damage::Nonsense)) if movie.is_some() => break,
            Err(fault) => return Err(fault),
        };
        if atom.end > source.len() {
            let matters = movie.is_none() || matches!(&atom.kind, b"mdat" | b"moof" | b"moov");
            return if matters { Err(Damage::CutShort.into()) } else { done(movie, fragments) };
        }
        match &atom.kind {
            b"moov" if movie.is_none() => movie = Some(atom),
            b"moof" => fragments.note(atom),
            _ => {}
        }
        at = atom.end;
    }
    done(movie, fragments)
}

fn done(movie: Option<Atom>, fragments: Fragments) -> Result<Layout, Fault> {
    let movie = movie.ok_or(Damage::NoIndex)?;
    Ok(Layout { movie, fragments })
}
