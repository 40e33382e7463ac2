//! What is no picture that is taken is refused, however it is called, and nothing is kept of it.

use maker_domain::image::{ImageName, MOST_BYTES, PART_BYTES};
use reqwest::Method;
use rstest::rstest;
use serde_json::json;

use super::pictures::{bomb, deep, large, of_each_type, small, too_long};
use super::studio::{Studio, objects, there};
use crate::desk::told;
use crate::engines::On::{self, Postgres, Sqlite};

#[rstest]
#[tokio::test]
async fn f60_what_is_no_picture_or_too_large_a_one_is_refused_and_not_kept(#[values(Sqlite, Postgres)] on: On) {
    let studio = Studio::open(on).await;
    let [(_, jpeg), (_, png), (_, webp)] = of_each_type();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
    let large = ["a side that is too long", "too many pixels", "twice the bytes for each pixel"];
    let half = |bytes: &[u8]| bytes[..bytes.len() / 2].to_vec();
    for (what, bytes) in [
        ("an SVG", svg),
        ("a page", b"<!doctype html><script>alert(1)</script>".to_vec()),
        ("a GIF", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;".to_vec()),
        ("a page that begins as a JPEG", [&b"\xff\xd8\xff\xe0"[..], b"<html><script>alert(1)</script>"].concat()),
        ("one byte", vec![0]),
        ("half a JPEG", half(&jpeg)),
        ("a JPEG without its end", jpeg[..jpeg.len() - 2].to_vec()),
        ("half a PNG", half(&png)),
        ("half a WebP", half(&webp)),
        ("a side that is too long", too_long()),
        ("too many pixels", bomb(12_000, 12_000)),
        ("all the pixels there are", bomb(u32::MAX >> 1, u32::MAX >> 1)),
        ("twice the bytes for each pixel", deep()),
        ("no pixels", bomb(0, 0)),
        ("a large one in a small file", bomb(8_000, 5_000)),
    ] {
        let (status, problem) = studio.send(&bytes).await;
        assert_eq!((status, &problem["code"]), (422, &json!("image_refused")), "{what}: {problem}");
        let by_size = problem["detail"].as_str().unwrap().contains("pixels on a side");
        assert_eq!(by_size, large.contains(&what), "{what}: {problem}");
        assert_eq!(studio.look(ImageName::of(&bytes)).await, (0, false), "{what}");
        assert_eq!(studio.show(ImageName::of(&bytes)).await.0, 404, "{what}");
    }
    assert_eq!(objects(&studio.house.place.images()), 0);
    let metrics = studio.house.ask(Method::GET, "/metrics", "").send().await.unwrap().text().await.unwrap();
    for line in [
        "maker_server_images_refused_total{reason=\"too_large\"}",
        "maker_server_images_refused_total{reason=\"other_type\"}",
        "maker_server_images_refused_total{reason=\"damaged\"}",
        "maker_server_images_stored_bytes_total 0",
    ] {
        assert!(metrics.contains(line), "{line} is not in {metrics}");
    }
}

#[rstest]
#[tokio::test]
async fn more_bytes_than_a_picture_has_do_not_stand_in_its_way(#[values(Sqlite, Postgres)] on: On) {
    let studio = Studio::open(on).await;
    let honest = large(8);
    let (name, size) = (ImageName::of(&honest), honest.len() as u64);
    let address = &studio.house.address;
    let other = vec![7; PART_BYTES as usize];
    for offset in [0, PART_BYTES, 2 * PART_BYTES] {
        assert_eq!(told(studio.part(address, name, offset, MOST_BYTES, &other)).await.0, 200);
    }
    let from_there = told(studio.part(address, name, 3 * PART_BYTES, size + PART_BYTES * 2, &other)).await;
    assert_eq!((from_there.0, there(&from_there.1)), (200, (4 * PART_BYTES, false)), "who goes on with them may");
    assert_eq!(there(&studio.send_part(&honest, 0).await.1), (PART_BYTES, false), "who has less begins anew");
    studio.stored(&honest).await;
    assert_eq!(studio.show(name).await.2, honest);
}

#[rstest]
#[tokio::test]
async fn bytes_that_are_not_those_of_the_name_are_refused_with_every_part_of_them(#[values(Sqlite, Postgres)] on: On) {
    let studio = Studio::open(on).await;
    let (honest, other) = (large(5), large(6));
    let (name, size) = (ImageName::of(&honest), other.len() as u64);
    let address = &studio.house.address;
    let of_other = |offset: u64| {
        let from = offset as usize;
        &other[from..other.len().min(from + PART_BYTES as usize)]
    };
    for offset in [0, PART_BYTES] {
        assert_eq!(told(studio.part(address, name, offset, size, of_other(offset))).await.0, 200);
    }
    let last = told(studio.part(address, name, 2 * PART_BYTES, size, of_other(2 * PART_BYTES))).await;
    assert_eq!((last.0, &last.1["code"]), (422, &json!("image_refused")), "{}", last.1);
    assert_eq!(studio.look(name).await, (0, false), "the next one begins anew");
    studio.stored(&honest).await;
    assert_eq!(studio.show(name).await.2, honest);

    let small = small(7);
    let short = told(studio.part(address, ImageName::of(&small), 0, 20, &small[..20])).await;
    assert_eq!((short.0, &short.1["code"]), (422, &json!("image_refused")));
    assert_eq!(there(&studio.send(&small).await.1), (small.len() as u64, true));
}
