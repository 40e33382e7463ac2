//! Pictures of posts and of the maker: what they may be, how they are called, and how their bytes reach the backend.
//!
//! A picture is called by its own bytes, so that one that is used twice is kept and sent once, on the desk as on the
//! backend. It is never resized and never changed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The largest picture, in bytes.
pub const MOST_BYTES: u64 = 10_000_000;

/// The longest side of a picture.
pub const LONGEST_SIDE: u32 = 12_000;

/// The most pixels of a picture: what fits in 160 MB once it is unpacked.
pub const MOST_PIXELS: u64 = 40_000_000;

/// The most pictures of one post.
pub const MOST_OF_A_POST: usize = 20;

/// How many bytes of a picture go up in one request, but for the last.
pub const PART_BYTES: u64 = 512 * 1024;

/// What is taken. Found out by decoding; names and what is said of a file do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ImageType {
    /// `image/jpeg`
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// `image/png`
    #[serde(rename = "image/png")]
    Png,
    /// `image/webp`
    #[serde(rename = "image/webp")]
    Webp,
}

impl ImageType {
    /// Its MIME type.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// What these bytes begin as.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            _ => None,
        }
    }

    /// How files of it usually end.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }
}

impl FromStr for ImageType {
    type Err = ();

    fn from_str(mime: &str) -> Result<Self, ()> {
        [Self::Jpeg, Self::Png, Self::Webp].into_iter().find(|one| one.mime() == mime).ok_or(())
    }
}

/// A picture's name: BLAKE3 of its bytes, as 64 small hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ImageName([u8; 32]);

impl ImageName {
    /// The name of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }
}

impl fmt::Display for ImageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ImageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ImageName({self})")
    }
}

/// The text is not 64 small hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a picture's name is 64 small hexadecimal digits")]
pub struct NoImageName;

impl FromStr for ImageName {
    type Err = NoImageName;

    fn from_str(text: &str) -> Result<Self, NoImageName> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Ok(byte - b'0'),
            b'a'..=b'f' => Ok(byte - b'a' + 10),
            _ => Err(NoImageName),
        };
        let text: [u8; 64] = text.as_bytes().try_into().map_err(|_| NoImageName)?;
        let mut name = [0; 32];
        for (byte, pair) in name.iter_mut().zip(text.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Ok(Self(name))
    }
}

impl TryFrom<String> for ImageName {
    type Error = NoImageName;

    fn try_from(text: String) -> Result<Self, NoImageName> {
        text.parse()
    }
}

impl From<ImageName> for String {
    fn from(name: ImageName) -> Self {
        name.to_string()
    }
}

/// How much of a picture the backend has. Answers `GET /v1/t/{workspace}/images/{name}/upload` and each
/// `PATCH /v1/t/{workspace}/images/{name}/upload?offset=…&size=…`, whose body is the bytes from `offset` on, at most
/// [`PART_BYTES`], of a picture of `size` bytes. A part that does not begin at `have` is answered with 409 and this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImageUpload {
    /// So many bytes from the start are there.
    pub have: u64,
    /// All are there, and they are a picture that is taken.
    pub stored: bool,
}

/// Whether a JPEG goes on to its end. The decoder fills what is missing with grey, which nobody would publish on purpose
/// (ITU T.81, annex B: segments up to the first scan, then scans up to the marker EOI).
#[must_use]
pub fn is_whole_jpeg(bytes: &[u8]) -> bool {
    const EOI: u8 = 0xD9;
    const SOS: u8 = 0xDA;
    let mut at = 2;
    let mut in_scan = false;
    while let Some(&[first, marker]) = bytes.get(at..at + 2).and_then(|pair| pair.first_chunk()) {
        match (first, marker) {
            (0xFF, EOI) => return true,
            // Fill bytes may stand before any marker.
            (0xFF, 0xFF) => at += 1,
            // Within a scan: a stuffed zero, or a restart.
            (0xFF, 0x00 | 0x01 | 0xD0..=0xD8) => at += 2,
            (0xFF, _) => {
                let Some(&length) = bytes.get(at + 2..at + 4).and_then(|pair| pair.first_chunk()) else { return false };
                in_scan = marker == SOS;
                at += 2 + usize::from(u16::from_be_bytes(length)).max(2);
            }
            _ if in_scan => at += 1,
            _ => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_written_and_nothing_else_is_a_name() {
        let name = ImageName::of(b"x");
        assert_eq!(name.to_string().parse(), Ok(name));
        let long = "a".repeat(65);
        for text in ["", "../../etc/passwd", &name.to_string().to_uppercase(), &long, &"é".repeat(32)] {
            assert_eq!(text.parse::<ImageName>(), Err(NoImageName), "{text}");
        }
    }

    #[test]
    fn a_jpeg_ends_with_its_own_end_and_not_with_that_of_a_picture_inside_it() {
        let inside = [0xff, 0xe1, 0x00, 0x06, 0xff, 0xd8, 0xff, 0xd9];
        let packed = [0xff, 0xda, 0x00, 0x02, 0x12, 0xff, 0x00, 0xff, 0xd0, 0x34];
        let start = [&[0xff, 0xd8], &inside[..], &packed[..]].concat();
        let whole = [&start[..], &[0xff, 0xd9]].concat();
        assert!(is_whole_jpeg(&whole));
        assert!(is_whole_jpeg(&[&whole[..], b"what a camera adds"].concat()));
        for length in 0..whole.len() {
            assert!(!is_whole_jpeg(&whole[..length]), "{length}");
        }
    }
}
