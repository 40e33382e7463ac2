//! Pictures and what is none, made when they are needed.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageFormat, RgbImage};

/// Noise, which does not pack: about three bytes for each pixel of a PNG.
fn noise(width: u32, height: u32, seed: u32) -> DynamicImage {
    let mut state = seed.wrapping_mul(2_654_435_761) | 1;
    RgbImage::from_fn(width, height, |_, _| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let [a, b, c, _] = state.to_be_bytes();
        image::Rgb([a, b, c])
    })
    .into()
}

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A PNG of one part, another one for each seed.
pub(crate) fn small(seed: u32) -> Vec<u8> {
    written(&noise(16, 16, seed), ImageFormat::Png)
}

/// A PNG of three parts, the last of them short.
pub(crate) fn large(seed: u32) -> Vec<u8> {
    let bytes = written(&noise(640, 640, seed), ImageFormat::Png);
    assert!((1_100_000..1_500_000).contains(&bytes.len()), "{}", bytes.len());
    bytes
}

/// One of each type that is taken, with its MIME type.
pub(crate) fn of_each_type() -> [(&'static str, Vec<u8>); 3] {
    let picture = noise(40, 30, 7);
    [("image/jpeg", ImageFormat::Jpeg), ("image/png", ImageFormat::Png), ("image/webp", ImageFormat::WebP)]
        .map(|(kind, format)| (kind, written(&picture, format)))
}

/// A PNG that says it is as large as this, and has the bytes of a small one.
pub(crate) fn bomb(width: u32, height: u32) -> Vec<u8> {
    sized(written(&GrayImage::new(8, 8).into(), ImageFormat::Png), width, height)
}

fn sized(mut bytes: Vec<u8>, width: u32, height: u32) -> Vec<u8> {
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let mut crc = flate2::Crc::new();
    crc.update(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.sum().to_be_bytes());
    bytes
}

/// One of 16 bits for each colour: it takes twice what one of 8 takes.
pub(crate) fn deep() -> Vec<u8> {
    let picture =
        image::ImageBuffer::<image::Rgba<u16>, _>::from_fn(8, 8, |x, y| image::Rgba([x as u16, y as u16, 0, 9]));
    sized(written(&picture.into(), ImageFormat::Png), 5_001, 4_000)
}

/// A real one that is longer than a side may be.
pub(crate) fn too_long() -> Vec<u8> {
    written(&GrayImage::new(12_001, 1).into(), ImageFormat::Png)
}
