//! Pictures of posts: looked at as a whole before they are taken in, by what is in them and never by their name. Nothing
//! is unpacked before its size is known, and what is taken in is byte for byte what was there.

use std::io::{Cursor, Read};
use std::path::Path;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use maker_domain::image::{ImageType, LONGEST_SIDE, MOST_BYTES, MOST_PIXELS, is_whole_jpeg};
use maker_words::say;

use crate::error::in_words;
use crate::{MediaError, open, sniff};

/// The longest side of a still, in pixels: sharp where a card shows it.
const STILL_SIDE: u32 = 640;

/// The largest still, in bytes.
const STILL_BYTES: usize = 128 * 1024;

/// What a decoder may take beside the picture itself.
const WORKING_BYTES: u64 = 64 << 20;

/// A picture that may be part of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// All of it.
    pub bytes: Vec<u8>,
    /// What it is.
    pub kind: ImageType,
    /// A small JPEG of it, upright, on white where it is transparent.
    pub still: Vec<u8>,
}

/// Why a file cannot be a picture of a post. Each text says what it is and what to do next.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// Nothing is at this path.
    #[error("{}", say!("media-picture-missing"))]
    Missing,
    /// A folder.
    #[error("{}", say!("media-picture-folder"))]
    Directory,
    /// A pipe, device or socket: reading it might never end.
    #[error("{}", say!("media-picture-no-file"))]
    NotAFile,
    /// Zero bytes.
    #[error("{}", say!("media-picture-empty"))]
    Empty,
    /// The system refuses, or the disk fails.
    #[error("{}", say!("media-picture-unreadable"))]
    Unreadable {
        /// The system's own words, for the log.
        #[source]
        source: std::io::Error,
    },
    /// More bytes than a picture may have.
    #[error("{}", say!("media-picture-large"))]
    TooLarge,
    /// More pixels than a picture may have.
    #[error("{}", say!("media-picture-pixels", width = *width, height = *height))]
    TooManyPixels {
        /// As its header says.
        width: u32,
        /// As its header says.
        height: u32,
    },
    /// By its content none of the kinds that posts take.
    #[error("{}", other_kind(what))]
    OtherKind {
        /// What it is, with its article: "an SVG drawing", "a video", "a text file".
        what: &'static str,
    },
    /// The right kind, but damaged.
    #[error("{}", say!("media-picture-broken", kind = *name))]
    Broken {
        /// The kind's name, such as "JPEG".
        name: &'static str,
    },
}

impl From<MediaError> for PictureError {
    fn from(error: MediaError) -> Self {
        match error {
            MediaError::Missing => Self::Missing,
            MediaError::Directory => Self::Directory,
            MediaError::NotAFile => Self::NotAFile,
            MediaError::Empty => Self::Empty,
            MediaError::Unreadable { source } => Self::Unreadable { source },
            other => Self::Unreadable { source: std::io::Error::other(other) },
        }
    }
}

/// Reads and looks at the picture in a file.
pub(crate) fn take(path: &Path) -> Result<Picture, PictureError> {
    let (file, metadata) = open::regular_file(path)?;
    if metadata.len() > MOST_BYTES {
        return Err(PictureError::TooLarge);
    }
    let mut bytes = Vec::new();
    // A file can grow while it is read.
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|source| PictureError::Unreadable { source })?;
    look_at(bytes)
}

/// Looks at a picture.
pub(crate) fn look_at(bytes: Vec<u8>) -> Result<Picture, PictureError> {
    if bytes.is_empty() {
        return Err(PictureError::Empty);
    }
    if bytes.len() as u64 > MOST_BYTES {
        return Err(PictureError::TooLarge);
    }
    let (format, kind) = match image::guess_format(&bytes) {
        Ok(format @ ImageFormat::Jpeg) => (format, ImageType::Jpeg),
        Ok(format @ ImageFormat::Png) => (format, ImageType::Png),
        Ok(format @ ImageFormat::WebP) => (format, ImageType::Webp),
        _ => return Err(PictureError::OtherKind { what: what(&bytes) }),
    };
    let (picture, orientation) = unpack(&bytes, format)?;
    let still = still(&picture, orientation);
    Ok(Picture { bytes, kind, still })
}

fn unpack(bytes: &[u8], format: ImageFormat) -> Result<(DynamicImage, Orientation), PictureError> {
    let broken = |_| PictureError::Broken { name: name(format) };
    if format == ImageFormat::Jpeg && !is_whole_jpeg(bytes) {
        return Err(PictureError::Broken { name: name(format) });
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::no_limits();
    // What is larger has been refused by its header; the decoder holds itself to it.
    limits.max_alloc = Some(4 * MOST_PIXELS + WORKING_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if width.max(height) > LONGEST_SIDE || pixels > MOST_PIXELS || decoder.total_bytes() > 4 * MOST_PIXELS {
        return Err(PictureError::TooManyPixels { width, height });
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    Ok((picture, orientation))
}

/// A small JPEG of a picture; as much smaller as it takes to fit.
fn still(picture: &DynamicImage, orientation: Orientation) -> Vec<u8> {
    let mut side = STILL_SIDE;
    loop {
        let mut small =
            if picture.width().max(picture.height()) > side { picture.thumbnail(side, side) } else { picture.clone() };
        small.apply_orientation(orientation);
        let mut jpeg = Vec::new();
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, 80);
        let encoded = on_white(&small).write_with_encoder(encoder);
        if encoded.is_ok() && jpeg.len() <= STILL_BYTES {
            return jpeg;
        }
        if side < 32 {
            return Vec::new();
        }
        side /= 2;
    }
}

fn on_white(picture: &DynamicImage) -> RgbImage {
    let rgba = picture.to_rgba8();
    let over = |colour: u8, alpha: u8| {
        let (colour, alpha) = (u16::from(colour), u16::from(alpha));
        u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
    };
    RgbImage::from_fn(rgba.width(), rgba.height(), |x, y| {
        let [r, g, b, a] = rgba.get_pixel(x, y).0;
        Rgb([over(r, a), over(g, a), over(b, a)])
    })
}

const fn name(format: ImageFormat) -> &'static str {
    match format {
        ImageFormat::Png => "PNG",
        ImageFormat::WebP => "WebP",
        _ => "JPEG",
    }
}

/// What a file is instead, with its article.
fn what(bytes: &[u8]) -> &'static str {
    let head = &bytes[..bytes.len().min(1_024)];
    if head.starts_with(b"GIF8") {
        return "a GIF";
    }
    if head.starts_with(b"BM") {
        return "a BMP";
    }
    if head.starts_with(b"II*\0") || head.starts_with(b"MM\0*") {
        return "a TIFF";
    }
    if head.get(4..8) == Some(b"ftyp") {
        return match head.get(8..12).unwrap_or_default() {
            b"avif" | b"avis" => "an AVIF",
            b"heic" | b"heix" | b"heim" | b"heis" | b"mif1" | b"msf1" => "a HEIC",
            _ => "a video",
        };
    }
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    if text.contains("<svg") {
        return "an SVG drawing";
    }
    if text.contains("<html") || text.contains("<!doctype html") {
        return "a web page";
    }
    sniff::what(head)
}

fn other_kind(what: &str) -> String {
    let in_words = in_words(what);
    match what {
        "a GIF" | "a BMP" | "a TIFF" | "an AVIF" | "a HEIC" | "an SVG drawing" | "a picture" => {
            say!("media-other-picture", what = in_words)
        }
        _ => say!("media-no-picture", what = in_words),
    }
}
