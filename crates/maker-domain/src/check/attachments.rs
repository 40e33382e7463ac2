//! What goes beside a video: its thumbnail, its captions, the playlist it is put into. Each is looked at before anything is
//! sent, by what is in it and never by its name (YouTube: thumbnails.set, captions.insert, playlists).
//!
//! Reading the files is the caller's; an error is a sentence for the maker.

use maker_words::say;

use crate::text;

/// 50 MB since 14 September 2026.
pub const THUMBNAIL_MAX_BYTES: u64 = 50 * 1024 * 1024;
/// 100 MB.
pub const CAPTIONS_MAX_BYTES: u64 = 100 * 1024 * 1024;
/// How many bytes of a picture [`thumbnail`] needs to see.
pub const THUMBNAIL_HEAD_BYTES: usize = 12;

const TITLE_MAX: usize = 150;
const LANGUAGE_MAX: usize = 63;
/// The languages that may be followed by an extended one, such as `zh-yue` (IANA language subtag registry: Prefix).
const HAVE_DIALECTS: [&str; 8] = ["ar", "kok", "lv", "ms", "sgn", "sw", "uz", "zh"];

/// A picture YouTube takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageFormat {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
}

impl ImageFormat {
    /// By the first bytes; `None` for every other kind.
    #[must_use]
    pub fn of(head: &[u8]) -> Option<Self> {
        let kinds: [(&[u8], _); 2] = [(b"\xFF\xD8\xFF", Self::Jpeg), (b"\x89PNG\r\n\x1A\n", Self::Png)];
        kinds.into_iter().find(|(begin, _)| head.starts_with(begin)).map(|(_, kind)| kind)
    }

    /// The MIME type.
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}

/// A caption file YouTube takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaptionFormat {
    /// SubRip.
    Srt,
    /// WebVTT.
    WebVtt,
}

/// Whether YouTube takes this picture. `head` is its first bytes, [`THUMBNAIL_HEAD_BYTES`] or more.
///
/// # Errors
/// What is wrong and what to do.
pub fn thumbnail(file_name: &str, size_bytes: u64, head: &[u8]) -> Result<(), String> {
    let name = shown(file_name);
    if size_bytes == 0 {
        return Err(say!("check-picture-empty", name = &name));
    }
    if ImageFormat::of(head).is_none() {
        return Err(match other_image(head) {
            Some(kind) => say!("check-picture-kind", name = &name, kind = kind),
            None => say!("check-picture-none", name = &name),
        });
    }
    if size_bytes > THUMBNAIL_MAX_BYTES {
        return Err(say!("check-picture-large", name = &name));
    }
    Ok(())
}

/// Whether YouTube takes these captions, and which kind they are. `text` is the whole file.
///
/// # Errors
/// What is wrong, in which line, and what to do.
pub fn captions(file_name: &str, size_bytes: u64, text: &str) -> Result<CaptionFormat, String> {
    let name = shown(file_name);
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(say!("check-captions-empty", name = &name));
    }
    if size_bytes > CAPTIONS_MAX_BYTES {
        return Err(say!("check-captions-large", name = &name));
    }
    if text.contains('\0') {
        return Err(say!("check-captions-no-text", name = &name));
    }
    let format = if is_vtt(text) { CaptionFormat::WebVtt } else { CaptionFormat::Srt };
    let mut cues = 0_usize;
    for (number, line) in timing_lines(text, format) {
        check_timing(&name, number, line, format)?;
        cues += 1;
    }
    if cues == 0 {
        let times = match format {
            CaptionFormat::Srt => "00:00:01,000 --> 00:00:04,000",
            CaptionFormat::WebVtt => "00:00:01.000 --> 00:00:04.000",
        };
        return Err(say!("check-captions-no-times", name = &name, times = times));
    }
    Ok(format)
}

/// A caption track's language, in the usual writing (`fr-CA`, `zh-Hant`).
///
/// # Errors
/// When it is no language tag (BCP 47).
pub fn language(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(say!("check-captions-language"));
    }
    let tag = text.replace('_', "-");
    normalised(&tag)
        .filter(|_| tag.len() <= LANGUAGE_MAX)
        .ok_or_else(|| say!("check-captions-no-language", text = shown(text)))
}

/// What viewers choose a caption track by, without white space at its ends; may be empty.
///
/// # Errors
/// What is wrong and what to do.
pub fn caption_name(text: &str) -> Result<String, String> {
    let name = text.trim();
    let over = super::over(text::code_points(name), TITLE_MAX);
    if over > 0 {
        return Err(say!("check-captions-name-long", most = TITLE_MAX, over = over));
    }
    if name.contains(char::is_control) {
        return Err(say!("check-captions-name-one-line"));
    }
    Ok(name.to_owned())
}

/// A new playlist's title, without white space at its ends.
///
/// # Errors
/// What is wrong and what to do.
pub fn playlist_title(text: &str) -> Result<String, String> {
    let title = text.trim();
    let over = super::over(text::code_points(title), TITLE_MAX);
    if over > 0 {
        return Err(say!("check-playlist-title-long", most = TITLE_MAX, over = over));
    }
    if title.contains(char::is_control) {
        return Err(say!("check-playlist-title-one-line"));
    }
    if title.is_empty() {
        return Err(say!("check-playlist-title-missing"));
    }
    if title.contains(['<', '>']) {
        return Err(say!("check-playlist-title-brackets"));
    }
    Ok(title.to_owned())
}

fn other_image(head: &[u8]) -> Option<&'static str> {
    let at = |from: usize, bytes: &[u8]| head.get(from..).is_some_and(|rest| rest.starts_with(bytes));
    let kinds = [
        (at(0, b"GIF8"), "GIF"),
        (at(0, b"RIFF") && at(8, b"WEBP"), "WebP"),
        (at(0, b"BM"), "BMP"),
        (at(4, b"ftypheic") || at(4, b"ftypmif1"), "HEIC"),
        (at(4, b"ftypavif"), "AVIF"),
    ];
    kinds.into_iter().find(|(is_it, _)| *is_it).map(|(_, name)| name)
}

/// A file's name or a piece of its text, fit to stand in a sentence.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(60).collect()
}

/// `WEBVTT` alone, or with a space or tab and anything after it (WebVTT section 4.1).
fn is_vtt(text: &str) -> bool {
    text.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\r']))
}

/// The lines that say when a caption is shown, counted from 1.
fn timing_lines(text: &str, format: CaptionFormat) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    let mut begins_block = true;
    let mut in_comment = false;
    lines.zip(1..).filter_map(move |(line, number)| {
        if line.trim().is_empty() {
            (begins_block, in_comment) = (true, false);
            return None;
        }
        if begins_block {
            in_comment = format == CaptionFormat::WebVtt && is_comment(line);
        }
        begins_block = false;
        (!in_comment && is_timing(line)).then_some((number, line))
    })
}

/// The blocks of WebVTT that hold no caption.
fn is_comment(line: &str) -> bool {
    ["NOTE", "STYLE", "REGION"].into_iter().any(|word| line.split_whitespace().next() == Some(word))
}

/// A line with the arrow between two times, or with something that was meant as one.
fn is_timing(line: &str) -> bool {
    let begins_with_time = || line.trim_start().starts_with(|c: char| c.is_ascii_digit()) && line.contains(':');
    line.contains("-->") || (begins_with_time() && ["->", "—>", "–>", "=>"].into_iter().any(|a| line.contains(a)))
}

fn check_timing(name: &str, number: usize, line: &str, format: CaptionFormat) -> Result<(), String> {
    let Some((from, rest)) = line.split_once("-->") else {
        return Err(say!("check-captions-arrow", name = name, line = number));
    };
    let to = rest.split_whitespace().next().unwrap_or_default();
    let read = |text: &str| {
        let (text, sample) = (text.trim(), format.sample());
        millis(text, format).ok_or_else(|| {
            say!("check-captions-no-time", name = name, line = number, text = shown(text), sample = sample)
        })
    };
    if read(to)? < read(from)? {
        let (from, to) = (shown(from.trim()), shown(to));
        return Err(say!("check-captions-backwards", name = name, line = number, to = to, from = from));
    }
    Ok(())
}

impl CaptionFormat {
    const fn sample(self) -> &'static str {
        match self {
            Self::Srt => "00:00:01,000",
            Self::WebVtt => "00:00:01.000",
        }
    }
}

/// `HH:MM:SS,mmm` (SubRip; a full stop is common too) or `[HH:]MM:SS.mmm` (WebVTT section 4.1).
fn millis(text: &str, format: CaptionFormat) -> Option<u64> {
    let marks: &[char] = match format {
        CaptionFormat::Srt => &[',', '.'],
        CaptionFormat::WebVtt => &['.'],
    };
    let (clock, thousandths) = text.split_once(marks)?;
    let mut parts = clock.rsplit(':');
    let seconds = number(parts.next()?, 2..=2).filter(|n| *n < 60)?;
    let minutes = number(parts.next()?, 2..=2).filter(|n| *n < 60)?;
    let hours = match (parts.next(), format) {
        (Some(hours), CaptionFormat::Srt) => number(hours, 1..=4)?,
        (Some(hours), CaptionFormat::WebVtt) => number(hours, 2..=4)?,
        (None, CaptionFormat::WebVtt) => 0,
        (None, CaptionFormat::Srt) => return None,
    };
    let last = parts.next().is_none();
    let thousandths = number(thousandths, 3..=3).filter(|_| last)?;
    Some(((hours * 60 + minutes) * 60 + seconds) * 1_000 + thousandths)
}

fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<u64> {
    (digits.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// The tag in its usual case, if it has the shape of one: language, extended language, script, region, variants,
/// extensions, private use (RFC 5646 section 2.1; the tags it grandfathers are not taken).
fn normalised(tag: &str) -> Option<String> {
    let parts: Vec<&str> = tag.split('-').collect();
    if parts.iter().any(|part| !(1..=8).contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_alphanumeric())) {
        return None;
    }
    let mut rest = parts.into_iter().peekable();
    let mut out = vec![rest.next().filter(|part| is_alpha(part, 2..=8))?.to_ascii_lowercase()];
    // Without this list `en-USA` would be English in its dialect "usa".
    if out.iter().all(|language| HAVE_DIALECTS.contains(&language.as_str())) {
        out.extend(rest.next_if(|part| is_alpha(part, 3..=3)).map(str::to_ascii_lowercase));
    }
    out.extend(rest.next_if(|part| is_alpha(part, 4..=4)).map(title_case));
    let is_region =
        |part: &&str| is_alpha(part, 2..=2) || (part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit()));
    out.extend(rest.next_if(is_region).map(str::to_ascii_uppercase));
    let is_variant =
        |part: &&str| part.len() >= 5 || (part.len() == 4 && part.starts_with(|c: char| c.is_ascii_digit()));
    while let Some(variant) = rest.next_if(is_variant) {
        out.push(variant.to_ascii_lowercase());
    }
    while let Some(singleton) = rest.next_if(|part| part.len() == 1) {
        let private = singleton.eq_ignore_ascii_case("x");
        out.push(singleton.to_ascii_lowercase());
        rest.peek().filter(|part| private || part.len() > 1)?;
        while let Some(part) = rest.next_if(|part| private || part.len() > 1) {
            out.push(part.to_ascii_lowercase());
        }
    }
    rest.next().is_none().then(|| out.join("-"))
}

fn is_alpha(part: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic())
}

fn title_case(part: &str) -> String {
    let lower = part.to_ascii_lowercase();
    lower.get(..1).map(str::to_ascii_uppercase).unwrap_or_default() + lower.get(1..).unwrap_or_default()
}

#[cfg(test)]
#[path = "attachments_tests.rs"]
mod tests;
