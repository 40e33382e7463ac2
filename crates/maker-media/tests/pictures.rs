//! Pictures of posts: what is taken in is what was there, and nothing that is no picture is.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a helper that fails ends its test, which is what a test is for"
)]

use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use maker_domain::image::{ImageType, MOST_BYTES};
use maker_media::{Picture, PictureError, look_at_picture, take_picture};
use proptest::prelude::*;
use tempfile::TempDir;

fn drawn(width: u32, height: u32) -> DynamicImage {
    // Noise in it, so that it does not shrink to nothing.
    RgbaImage::from_fn(width, height, |x, y| {
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).to_le_bytes();
        Rgba([noise[0], noise[1], noise[2], 255])
    })
    .into()
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = if format == ImageFormat::Jpeg { picture.to_rgb8().into() } else { picture.clone() };
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

async fn refusal(path: &Path) -> PictureError {
    let refused = take_picture(path).await.expect_err(&path.display().to_string());
    let words = refused.to_string();
    assert!(words.contains(". ") || words.contains(": "), "it says no next step: {words}");
    refused
}

/// A PNG that says it has so many pixels, and does not have them.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = encoded(&drawn(8, 8), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.to_be_bytes());
    bytes
}

/// PNG specification, annex D.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 })
    })
}

#[tokio::test]
async fn a_picture_is_taken_byte_for_byte_whatever_its_name_says() {
    let place = Place::new();
    for (format, kind) in
        [(ImageFormat::Jpeg, ImageType::Jpeg), (ImageFormat::Png, ImageType::Png), (ImageFormat::WebP, ImageType::Webp)]
    {
        let plain = RgbaImage::from_fn(900, 300, |x, y| Rgba([(x % 256) as u8, (y % 256) as u8, 90, 255]));
        let bytes = encoded(&plain.into(), format);
        let Picture { bytes: taken, kind: found, still } = take_picture(&place.file("mugs.txt", &bytes)).await.unwrap();
        assert_eq!((taken, found), (bytes, kind));
        let small = image::load_from_memory_with_format(&still, ImageFormat::Jpeg).unwrap();
        assert!(still.len() <= 128 * 1024 && small.width() == 640 && small.height() == 213, "{}", still.len());
    }
}

#[tokio::test]
async fn a_still_is_small_whatever_is_on_the_picture() {
    let still = look_at_picture(encoded(&drawn(1_200, 1_200), ImageFormat::Png)).await.unwrap().still;
    assert!((1_000..=128 * 1024).contains(&still.len()), "{}", still.len());
}

#[tokio::test]
async fn the_still_of_a_transparent_picture_is_on_white_and_that_of_a_small_one_no_larger() {
    let clear: DynamicImage = RgbaImage::from_pixel(12, 9, Rgba([0, 0, 0, 0])).into();
    let still = look_at_picture(encoded(&clear, ImageFormat::Png)).await.unwrap().still;
    let small = image::load_from_memory(&still).unwrap().to_rgb8();
    assert_eq!((small.dimensions(), small.get_pixel(3, 3).0), ((12, 9), [255, 255, 255]));
}

#[tokio::test]
async fn the_still_of_a_photo_taken_upright_stands_upright() {
    let mut bytes = encoded(&drawn(40, 20), ImageFormat::Jpeg);
    // EXIF with one entry: orientation 6, to be turned a quarter to the right.
    let exif = b"\xFF\xE1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    bytes.splice(2..2, exif.iter().copied());
    let still = look_at_picture(bytes).await.unwrap().still;
    let small = image::load_from_memory(&still).unwrap();
    assert_eq!((small.width(), small.height()), (20, 40));
}

#[tokio::test]
async fn f50_what_is_no_picture_is_refused_with_what_it_is_and_what_to_do() {
    let place = Place::new();
    let svg = br#"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"#;
    for (name, bytes, words) in [
        ("drawing.svg", &svg[..], "an SVG drawing: export it as JPEG or PNG"),
        ("page.jpg", b"<!doctype html><title>x</title>", "a web page: add the picture itself"),
        ("film.png", b"\0\0\0\x14ftypisom\0\0\0\0isom", "a video"),
        ("photo.heic", b"\0\0\0\x14ftypheic\0\0\0\0heic", "a HEIC: export it as JPEG or PNG"),
        ("moving.gif", b"GIF89a\x01\0\x01\0", "a GIF: export it as JPEG or PNG"),
        ("words.png", b"Dear Amina,", "a text file"),
        ("noise.jpg", &[0x93, 0x11, 0x00, 0x42, 0xFE], "none of these"),
    ] {
        let refused = refusal(&place.file(name, bytes)).await;
        assert!(matches!(refused, PictureError::OtherKind { .. }) && refused.to_string().contains(words), "{refused}");
    }
    assert!(matches!(refusal(&place.file("empty.png", b"")).await, PictureError::Empty));
    assert!(matches!(refusal(place.0.path()).await, PictureError::Directory));
    assert!(matches!(refusal(&place.0.path().join("nowhere.png")).await, PictureError::Missing));
    assert!(matches!(refusal(&place.file("x.png", b"x").join("y.png")).await, PictureError::Missing));
}

#[tokio::test]
async fn a_picture_that_stops_in_the_middle_is_refused() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = encoded(&drawn(200, 120), format);
        for tenth in 1..10 {
            let refused = look_at_picture(whole[..whole.len() * tenth / 10].to_vec()).await.unwrap_err();
            assert!(matches!(refused, PictureError::Broken { .. }), "{format:?} {tenth}: {refused}");
        }
    }
}

#[tokio::test]
async fn f60_a_picture_that_would_unpack_to_too_much_is_refused_by_its_header() {
    for (width, height) in [(60_000, 60_000), (12_001, 1), (8_000, 8_000), (u32::MAX >> 1, 1)] {
        let refused = look_at_picture(png_of(width, height)).await.unwrap_err();
        assert!(
            matches!(refused, PictureError::TooManyPixels { .. } | PictureError::Broken { .. }),
            "{width} {height}: {refused}"
        );
    }
    assert!(matches!(look_at_picture(png_of(12_001, 1)).await, Err(PictureError::TooManyPixels { width: 12_001, .. })));
}

#[tokio::test]
async fn f20_ten_megabytes_are_taken_and_one_byte_more_is_not() {
    let place = Place::new();
    let mut bytes = encoded(&drawn(30, 30), ImageFormat::Jpeg);
    bytes.resize(usize::try_from(MOST_BYTES).unwrap(), 0);
    assert_eq!(take_picture(&place.file("photo.jpg", &bytes)).await.unwrap().bytes.len(), bytes.len());
    bytes.push(0);
    assert!(matches!(refusal(&place.file("photo.jpg", &bytes)).await, PictureError::TooLarge));
    assert!(matches!(look_at_picture(bytes).await, Err(PictureError::TooLarge)));
}

#[cfg(unix)]
#[tokio::test]
async fn f50_a_pipe_a_device_and_a_link_to_what_is_not_ours_are_refused_at_once() {
    let place = Place::new();
    let pipe = place.0.path().join("pipe.jpg");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert!(matches!(refusal(&pipe).await, PictureError::NotAFile));
    assert!(matches!(refusal(Path::new("/dev/zero")).await, PictureError::NotAFile));
    let link = place.0.path().join("shadow.png");
    std::os::unix::fs::symlink("/etc/shadow", &link).unwrap();
    let refused = refusal(&link).await;
    assert!(matches!(refused, PictureError::Unreadable { .. } | PictureError::OtherKind { .. }), "{refused}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_picture_with_any_bytes_changed_is_answered(
        which in 0_usize..3,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let format = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP][which];
        let mut bytes = encoded(&drawn(24, 16), format);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let looked = runtime.block_on(look_at_picture(bytes));
        prop_assert!(!matches!(looked, Err(PictureError::Broken { name: "picture" })), "the decoder panicked");
    }
}
