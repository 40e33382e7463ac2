//! Matroska and WebM (RFC 9559): finds Info and Tracks, by the seek head when they come after the film.

use std::io::{Read, Seek};

use maker_domain::media::{Container, MediaFacts};

use crate::{
    Damage, ebml,
    mp4::plausible_fps,
    source::{Fault, Source},
};

const SEGMENT: u32 = 0x1853_8067;
const SEEK_HEAD: u32 = 0x114D_9B74;
const INFO: u32 = 0x1549_A966;
const TRACKS: u32 = 0x1654_AE6B;
const CLUSTER: u32 = 0x1F43_B675;
const MOST_BODY: usize = 512 * 1024;

/// The facts, or `None` when there is sound only.
pub(crate) fn facts<R: Read + Seek>(source: &mut Source<R>, container: Container) -> Result<Option<MediaFacts>, Fault> {
    let Parts { info, tracks } = parts(source)?;
    let Some(track) = ebml::children(&tracks).find(|e| e.id == 0xAE && number(e.body, &[0x83]) == Some(1)) else {
        return if tracks.is_empty() { Err(Damage::NoIndex.into()) } else { Ok(None) };
    };
    let (width, height) = shown_size(ebml::child(track.body, 0xE0).unwrap_or_default());
    Ok(Some(MediaFacts {
        container,
        size_bytes: source.len(),
        duration_s: seconds(&info),
        width,
        height,
        codec: codec(track.body),
        fps: number(track.body, &[0x23_E383]).filter(|ns| *ns > 0).and_then(|ns| plausible_fps(1e9 / ns as f64)),
    }))
}

#[derive(Default)]
struct Parts {
    info: Vec<u8>,
    tracks: Vec<u8>,
}

fn parts<R: Read + Seek>(source: &mut Source<R>) -> Result<Parts, Fault> {
    let (segment, end) = segment(source)?;
    let mut parts = Parts::default();
    let mut seek_head = Vec::new();
    let mut at = segment;
    while at < end {
        let (id, body, next) = element(source, at, end)?;
        match id {
            INFO => parts.info = source.bytes(body, next, MOST_BODY)?,
            TRACKS => parts.tracks = source.bytes(body, next, MOST_BODY)?,
            SEEK_HEAD => seek_head = source.bytes(body, next, MOST_BODY)?,
            CLUSTER => break,
            _ => {}
        }
        if !parts.info.is_empty() && !parts.tracks.is_empty() {
            break;
        }
        at = next;
    }
    if parts.tracks.is_empty() {
        parts.tracks = sought(source, &seek_head, TRACKS, segment, end)?;
    }
    if parts.info.is_empty() {
        parts.info = sought(source, &seek_head, INFO, segment, end)?;
    }
    Ok(parts)
}

/// Where the segment's children begin and end. One that was written live has no length and ends with the file.
fn segment<R: Read + Seek>(source: &mut Source<R>) -> Result<(u64, u64), Fault> {
    let mut at = 0;
    while at < source.len() {
        let header = header_at(source, at)?;
        let body = at + header.length;
        let end = match header.size {
            Some(size) => body.checked_add(size).ok_or(Damage::Nonsense)?,
            None => source.len(),
        };
        if end > source.len() {
            return Err(Damage::CutShort.into());
        }
        if header.id == SEGMENT {
            return Ok((body, end));
        }
        at = end;
    }
    Err(Damage::NoIndex.into())
}

/// Id, start of the body and end of the element at `at`.
fn element<R: Read + Seek>(source: &mut Source<R>, at: u64, end: u64) -> Result<(u32, u64, u64), Fault> {
    let header = header_at(source, at)?;
    let body = at + header.length;
    // Only clusters may be open-ended, and there the walk ends.
    let next = header.size.map_or(Some(end), |size| body.checked_add(size)).ok_or(Damage::Nonsense)?;
    if next > end && header.id != CLUSTER {
        return Err(Damage::Nonsense.into());
    }
    Ok((header.id, body, next))
}

fn header_at<R: Read + Seek>(source: &mut Source<R>, at: u64) -> Result<ebml::Header, Fault> {
    let end = source.len().min(at.saturating_add(ebml::LONGEST_HEADER));
    let bytes = source.bytes(at, end, 16)?;
    // A header that the file's end cuts off is a shorter file, not nonsense.
    ebml::header(&bytes).ok_or(if bytes.len() < 12 { Damage::CutShort.into() } else { Damage::Nonsense.into() })
}

/// The body of the element `wanted`, where the seek head says it is; empty when it does not.
fn sought<R: Read + Seek>(
    source: &mut Source<R>,
    seek_head: &[u8],
    wanted: u32,
    segment: u64,
    end: u64,
) -> Result<Vec<u8>, Fault> {
    let position = ebml::children(seek_head)
        .filter(|seek| seek.id == 0x4DBB)
        .find(|seek| number(seek.body, &[0x53AB]) == Some(u64::from(wanted)))
        .and_then(|seek| number(seek.body, &[0x53AC]));
    let Some(at) = position.and_then(|position| segment.checked_add(position)).filter(|at| *at < end) else {
        return Ok(Vec::new());
    };
    let (id, body, next) = element(source, at, end)?;
    if id == wanted { source.bytes(body, next, MOST_BODY) } else { Err(Damage::Nonsense.into()) }
}

/// Follows `path` down to an unsigned number.
fn number(body: &[u8], path: &[u32]) -> Option<u64> {
    path.iter().try_fold(body, |body, id| ebml::child(body, *id)).and_then(ebml::unsigned)
}

fn seconds(info: &[u8]) -> Option<f64> {
    let length = ebml::child(info, 0x4489).and_then(ebml::float)?;
    let unit_ns = number(info, &[0x2A_D7B1]).unwrap_or(1_000_000);
    let seconds = length * unit_ns as f64 / 1e9;
    (seconds.is_finite() && seconds > 0.0).then_some(seconds)
}

/// The display size when it is in pixels, else the coded one; turned when the projection rolls by a quarter.
fn shown_size(video: &[u8]) -> (Option<u32>, Option<u32>) {
    let in_pixels = number(video, &[0x54B2]).unwrap_or(0) == 0;
    let pick = |display: u32, coded: u32| {
        let shown = number(video, &[display]).filter(|n| in_pixels && *n > 0).or(number(video, &[coded]));
        shown.and_then(|n| u32::try_from(n).ok()).filter(|n| *n > 0)
    };
    let (width, height) = (pick(0x54B0, 0xB0), pick(0x54BA, 0xBA));
    let roll = ebml::child(video, 0x7670).and_then(|p| ebml::child(p, 0x7675)).and_then(ebml::float).unwrap_or(0.0);
    if (roll.abs() - 90.0).abs() < 1.0 || (roll.abs() - 270.0).abs() < 1.0 { (height, width) } else { (width, height) }
}

fn codec(track: &[u8]) -> Option<String> {
    let id = ebml::child(track, 0x86).and_then(ebml::text)?;
    Some(match id.as_str() {
        "V_MPEG4/ISO/AVC" => "H.264".to_owned(),
        "V_MPEGH/ISO/HEVC" => "H.265".to_owned(),
        "V_VP8" => "VP8".to_owned(),
        "V_VP9" => "VP9".to_owned(),
        "V_AV1" => "AV1".to_owned(),
        other => other.trim_start_matches("V_").chars().filter(char::is_ascii_graphic).take(16).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_roll_swaps_width_and_height_and_a_ratio_is_no_size() {
        let coded = [element(&[0xB0], &[0x07, 0x80]), element(&[0xBA], &[0x04, 0x38])].concat();
        assert_eq!(shown_size(&coded), (Some(1920), Some(1080)));
        let roll = element(&[0x76, 0x70], &element(&[0x76, 0x75], &(-90.0_f32).to_be_bytes()));
        assert_eq!(shown_size(&[coded.clone(), roll].concat()), (Some(1080), Some(1920)));
        let ratio = [element(&[0x54, 0xB0], &[16]), element(&[0x54, 0xBA], &[9]), element(&[0x54, 0xB2], &[3])];
        assert_eq!(shown_size(&[coded, ratio.concat()].concat()), (Some(1920), Some(1080)));
        assert_eq!(shown_size(&[]), (None, None));
    }

    #[test]
    fn the_length_is_counted_in_the_files_own_unit() {
        let half_units = element(&[0x2A, 0xD7, 0xB1], &500_000_u32.to_be_bytes());
        let length = element(&[0x44, 0x89], &3000.0_f64.to_be_bytes());
        assert_eq!(seconds(&[half_units, length.clone()].concat()), Some(1.5));
        assert_eq!(seconds(&length), Some(3.0));
        assert_eq!(seconds(&element(&[0x44, 0x89], &f64::NAN.to_be_bytes())), None);
    }

    fn element(id: &[u8], body: &[u8]) -> Vec<u8> {
        [id, &[0x80 | body.len() as u8], body].concat()
    }
}
