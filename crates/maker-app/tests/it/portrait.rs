//! The maker's picture: made small, without what a camera adds, and taken along.

use std::path::PathBuf;

use image::{ImageFormat, Rgb, RgbImage};
use maker_app::{ErrorCode, Progress};
use maker_domain::image::ImageType;

use crate::desk::Desk;
use crate::export::exported;

/// A photo as a phone makes one: larger than any page needs, with the place it was taken at.
fn photo(desk: &Desk) -> PathBuf {
    let mut jpeg = std::io::Cursor::new(Vec::new());
    let tones = RgbImage::from_fn(1_600, 1_200, |x, y| Rgb([(x % 251) as u8, (y % 241) as u8, ((x * y) % 239) as u8]));
    tones.write_to(&mut jpeg, ImageFormat::Jpeg).unwrap();
    let mut bytes = jpeg.into_inner();
    let said = b"Exif\0\0 canary 48.8566 N 2.3522 E";
    let length = u16::try_from(said.len() + 2).unwrap().to_be_bytes();
    bytes.splice(2..2, [&[0xff, 0xe1], &length[..], &said[..]].concat());
    let path = desk.folder.path().join("marta.jpg");
    std::fs::write(&path, bytes).unwrap();
    path
}

#[tokio::test]
async fn p01_a_chosen_picture_is_made_small_and_says_nothing_of_where_it_was_taken() {
    let desk = Desk::new().await;
    let view = desk.studio.set_profile_picture(&photo(&desk)).await.unwrap();
    let name = view.fields.picture.unwrap();
    assert_eq!((view.picture_trouble, desk.pictures()), (None, 1));
    let bytes = maker_store::Shelf::of(desk.folder.path()).read(name).await.unwrap().unwrap();
    assert!(bytes.len() <= 128 * 1024 && !String::from_utf8_lossy(&bytes).contains("canary"));
    let kept = image::load_from_memory(&bytes).unwrap();
    assert_eq!((ImageType::of(&bytes), kept.width(), kept.height()), (Some(ImageType::Jpeg), 640, 480));
    let still = desk.studio.picture_stills(&[name.to_string()]).await.unwrap().remove(0).still.unwrap();
    assert!(still.starts_with("data:image/jpeg;base64,"));
    let again = desk.studio.set_profile_picture(&photo(&desk)).await.unwrap();
    assert_eq!((again.fields.picture, again.updated_at), (Some(name), view.updated_at), "it is the same one");
}

#[tokio::test]
async fn p01_what_is_no_picture_is_refused_in_words_and_the_one_before_stays() {
    let desk = Desk::new().await;
    let before = desk.studio.set_profile_picture(&photo(&desk)).await.unwrap();
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    for (file, bytes, words) in [
        ("me.jpg", svg.as_bytes(), "an SVG drawing"),
        ("me.png", &b"\x89PNG\r\n\x1a\n and no more"[..], "damaged"),
        ("empty.jpg", b"", "empty"),
        ("me.gif", b"GIF89a........", "a GIF"),
    ] {
        let path = desk.folder.path().join(file);
        std::fs::write(&path, bytes).unwrap();
        let refused = desk.studio.set_profile_picture(&path).await.unwrap_err();
        assert!(refused.code == ErrorCode::BadInput && refused.message.contains(words), "{file}: {refused}");
        assert!(!refused.message.contains("post"), "{refused}");
    }
    let missing = desk.studio.set_profile_picture(&desk.folder.path().join("none.jpg")).await.unwrap_err();
    assert_eq!(missing.code, ErrorCode::BadInput);
    assert_eq!((desk.studio.profile().await.unwrap(), desk.pictures()), (before, 1));
}

#[tokio::test]
async fn p01_an_export_takes_the_picture_along_and_its_content_is_the_same_again() {
    let desk = Desk::new().await;
    desk.fill().await;
    let (_, _out, without) = exported(&desk).await;
    let name = desk.studio.set_profile_picture(&photo(&desk)).await.unwrap().fields.picture.unwrap();
    let (folder, _out, content) = exported(&desk).await;
    assert_ne!(content, without, "it counts");
    assert!(folder.join(format!("pictures/{name}.jpg")).is_file());
    let second = Desk::new().await;
    let taken = second.studio.import_folder(&folder, &Progress::default()).await.unwrap();
    assert_eq!((taken.pictures, second.pictures()), (3, 3));
    let profile = second.studio.profile().await.unwrap();
    assert_eq!((profile.fields.picture, profile.picture_trouble), (Some(name), None));
    let (again, _out, content_again) = exported(&second).await;
    assert_eq!(content_again, content);
    let file = format!("pictures/{name}.jpg");
    assert_eq!(std::fs::read(folder.join(&file)).unwrap(), std::fs::read(again.join(&file)).unwrap());
}
