//! Pictures arrive in parts, each once, and stay what they were.

use maker_domain::image::{ImageName, PART_BYTES};
use reqwest::Method;
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE};
use rstest::rstest;
use serde_json::json;

use super::pictures::{large, of_each_type, small};
use super::studio::{Studio, objects, there};
use crate::desk::told;
use crate::engines::On::{self, Postgres, Sqlite};

#[rstest]
#[tokio::test]
async fn a_picture_goes_up_in_parts_and_comes_back_byte_by_byte(#[values(Sqlite, Postgres)] on: On) {
    let studio = Studio::open(on).await;
    let bytes = large(1);
    let (name, size) = (ImageName::of(&bytes), bytes.len() as u64);
    assert_eq!(studio.look(name).await, (0, false));
    for (offset, after) in
        [(0, (PART_BYTES, false)), (PART_BYTES, (2 * PART_BYTES, false)), (2 * PART_BYTES, (size, true))]
    {
        let answer = studio.send_part(&bytes, offset).await;
        assert_eq!((answer.0, there(&answer.1)), (200, after));
        assert_eq!(studio.look(name).await, after);
    }
    let (status, headers, got) = studio.show(name).await;
    assert_eq!((status, got == bytes), (200, true));
    for (header, value) in [
        ("content-type", "image/png"),
        ("etag", &format!("\"{name}\"")),
        ("cache-control", "private, immutable"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "default-src 'none'; sandbox"),
        ("content-length", &size.to_string()),
    ] {
        assert_eq!(headers[header], value, "{header}");
    }
    assert!(!headers.contains_key("content-encoding"));
    let metrics = studio.house.ask(Method::GET, "/metrics", "").send().await.unwrap().text().await.unwrap();
    assert!(metrics.contains(&format!("maker_server_images_stored_bytes_total {size}")), "{metrics}");
}

#[rstest]
#[tokio::test]
async fn every_type_is_found_out_by_looking(#[values(Sqlite, Postgres)] on: On) {
    let studio = Studio::open(on).await;
    for (kind, bytes) in of_each_type() {
        let name = studio.stored(&bytes).await;
        let (status, headers, got) = studio.show(name).await;
        assert_eq!((status, headers["content-type"].to_str().unwrap(), got == bytes), (200, kind, true));
    }
}

#[rstest]
#[tokio::test]
async fn a_part_that_comes_again_or_out_of_order_does_no_harm(#[values(Sqlite, Postgres)] on: On) {
    let studio = Studio::open(on).await;
    let bytes = large(2);
    let name = ImageName::of(&bytes);
    let ahead = studio.send_part(&bytes, PART_BYTES).await;
    assert_eq!((ahead.0, there(&ahead.1)), (409, (0, false)), "the second before the first");
    assert_eq!(studio.send_part(&bytes, 0).await.0, 200);
    let again = studio.send_part(&bytes, 0).await;
    assert_eq!((again.0, there(&again.1)), (409, (PART_BYTES, false)), "its answer was lost");
    let last = studio.send_part(&bytes, 2 * PART_BYTES).await;
    assert_eq!((last.0, there(&last.1)), (409, (PART_BYTES, false)), "the third before the second");
    assert_eq!(studio.send_part(&bytes, PART_BYTES).await.0, 200);
    for _ in 0..2 {
        let last = studio.send_part(&bytes, 2 * PART_BYTES).await;
        assert_eq!((last.0, there(&last.1)), (200, (bytes.len() as u64, true)), "also when its answer was lost");
    }
    for offset in [0, PART_BYTES] {
        let again = studio.send_part(&bytes, offset).await;
        assert_eq!((again.0, there(&again.1)), (200, (bytes.len() as u64, true)), "nothing is missing");
    }
    assert_eq!(studio.show(name).await.2, bytes);
    assert_eq!(objects(&studio.house.place.images()), 1);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_devices_that_send_the_same_picture_at_once_store_it_once(#[values(Sqlite, Postgres)] on: On) {
    let studio = Studio::open(on).await;
    let other = studio.house.another();
    for seed in 10..14 {
        let bytes = if seed % 2 == 0 { large(seed) } else { small(seed) };
        let there_too = other.address("backend");
        let (one, two) = tokio::join!(studio.send(&bytes), studio.send_to(&there_too, &bytes));
        for answer in [one, two] {
            assert_eq!((answer.0, there(&answer.1)), (200, (bytes.len() as u64, true)), "{answer:?}");
        }
        assert_eq!(studio.show(ImageName::of(&bytes)).await.2, bytes);
    }
    assert_eq!(objects(&studio.house.place.images()), 4);
}

#[rstest]
#[tokio::test]
async fn a_picture_that_is_used_twice_is_one_object_in_a_workspace_and_its_own_in_another(
    #[values(Sqlite, Postgres)] on: On,
) {
    let mut studio = Studio::open(on).await;
    let bytes = small(3);
    let name = studio.stored(&bytes).await;
    studio.stored(&bytes).await;
    assert_eq!(objects(&studio.house.place.images()), 1);
    // Whoever could tell that somebody else has a picture could ask for any.
    studio.id = studio.ana.workspace(&studio.house).await;
    assert_eq!(studio.look(name).await, (0, false));
    assert_eq!(studio.show(name).await.0, 404);
    studio.stored(&bytes).await;
    assert_eq!(objects(&studio.house.place.images()), 2);
}

#[rstest]
#[tokio::test]
async fn f60_a_part_has_its_bounds(#[values(Sqlite, Postgres)] on: On) {
    let studio = Studio::open(on).await;
    let address = &studio.house.address;
    let (bytes, most) = (small(4), 10_000_000);
    let (name, size) = (ImageName::of(&bytes), bytes.len() as u64);
    for (offset, size, part, status, code) in [
        (0, most + 1, &bytes[..], 413, "too_large"),
        (0, u64::MAX, &bytes, 413, "too_large"),
        (0, size - 1, &bytes, 422, "invalid"),
        (u64::MAX, size, &bytes, 422, "invalid"),
        (0, size, &[], 422, "invalid"),
        (size, size, &[], 422, "invalid"),
        (0, 0, &[], 422, "invalid"),
    ] {
        let answer = told(studio.part(address, name, offset, size, part)).await;
        assert_eq!((answer.0, &answer.1["code"]), (status, &json!(code)), "{offset} {size} {}", part.len());
    }
    // Either the answer or its hanging up arrives first.
    let too_long = vec![0; PART_BYTES as usize + 1];
    if let Ok(answer) = studio.part(address, name, 0, most, &too_long).send().await {
        assert_eq!(answer.status(), 413);
    }
    for query in ["", "?offset=0", "?offset=-1&size=5", "?offset=0&size=x", "?offset=0&size=99999999999999999999"] {
        let path = format!("{}/upload{query}", studio.path(name));
        let request = studio.house.ask(Method::PATCH, &path, &studio.ana.token).body(bytes.clone());
        let answer = told(request.header(CONTENT_TYPE, "application/octet-stream")).await;
        assert_eq!((answer.0, &answer.1["code"]), (422, &json!("invalid")), "{query}");
    }
    let path = format!("{}/upload?offset=0&size={size}", studio.path(name));
    let request = || studio.house.ask(Method::PATCH, &path, &studio.ana.token).body(bytes.clone());
    for request in [
        request(),
        request().header(CONTENT_TYPE, "image/png"),
        request().header(CONTENT_TYPE, "application/octet-stream").header(CONTENT_ENCODING, "gzip"),
    ] {
        assert_eq!(told(request).await.0, 415);
    }
    assert_eq!(studio.look(name).await, (0, false), "nothing was kept of all that");
    studio.stored(&bytes).await;
}
