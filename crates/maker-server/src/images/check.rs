//! Whether bytes are a picture that is taken. Names and what is said of them do not count.

use std::io::Cursor;

use image::{ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use maker_domain::image::{ImageName, ImageType, LONGEST_SIDE, MOST_PIXELS, is_whole_jpeg};

/// What one may take once it is unpacked.
const MOST_UNPACKED: u64 = 4 * MOST_PIXELS;
/// What a decoder may take beside that.
const WORKING_BYTES: u64 = 64 << 20;

/// What was found in the bytes of a picture that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) kind: ImageType,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Why it is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Refusal {
    #[error("What arrived is not what the name stands for. Send the picture again from its start.")]
    OtherBytes,
    #[error("This is no JPEG, PNG or WebP picture.")]
    OtherType,
    #[error(
        "The picture is {0} × {1}: it may have {LONGEST_SIDE} pixels on a side, and {MOST_PIXELS} of 4 bytes in all."
    )]
    TooLarge(u32, u32),
    #[error("The picture is damaged or not whole.")]
    Damaged,
}

impl Refusal {
    /// For counting.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::OtherBytes => "other_bytes",
            Self::OtherType => "other_type",
            Self::TooLarge(..) => "too_large",
            Self::Damaged => "damaged",
        }
    }
}

/// Looks at the whole picture, unpacking it. Its size is looked at before.
pub(super) fn check(name: ImageName, bytes: &[u8]) -> Result<Facts, Refusal> {
    if ImageName::of(bytes) != name {
        return Err(Refusal::OtherBytes);
    }
    let format = image::guess_format(bytes).map_err(|_| Refusal::OtherType)?;
    let kind = match format {
        ImageFormat::Jpeg => ImageType::Jpeg,
        ImageFormat::Png => ImageType::Png,
        ImageFormat::WebP => ImageType::Webp,
        _ => return Err(Refusal::OtherType),
    };
    if kind == ImageType::Jpeg && !is_whole_jpeg(bytes) {
        return Err(Refusal::Damaged);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_UNPACKED + WORKING_BYTES);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    let (pixels, size) = (u64::from(width) * u64::from(height), decoder.total_bytes());
    if width.max(height) > LONGEST_SIDE || pixels > MOST_PIXELS || size > MOST_UNPACKED {
        return Err(Refusal::TooLarge(width, height));
    }
    let mut unpacked = vec![0; usize::try_from(size).map_err(|_| Refusal::TooLarge(width, height))?];
    decoder.read_image(&mut unpacked).map_err(damaged)?;
    Ok(Facts { kind, width, height })
}

/// The library's words say nothing that helps a maker.
fn damaged(_: ImageError) -> Refusal {
    Refusal::Damaged
}
