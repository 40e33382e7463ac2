//! Chunk plans and chunks: rows 17 to 19 and 21 to 24.

use reqwest::Method;
use rstest::rstest;
use serde_json::json;

use crate::harness::{Ask, Sim, film};
use crate::tiktok_api::{CHUNK, chunk, direct, fetch, init, opened, poster, put};

#[rstest]
#[case::tiktok_row_17_small_chunks(20_000_000_u64, 4_000_000_u64, 5_u64, "The chunk size is invalid")]
#[case::tiktok_row_17_large_chunk(70_000_000, 70_000_000, 1, "The chunk size is invalid")]
#[case::tiktok_row_17_one_chunk_that_is_not_all(66_259_900, 64_000_000, 1, "The chunk size is invalid")]
#[case::tiktok_row_18_rounded_up(50_000_123, 10_000_000, 6, "The total chunk count is invalid")]
#[case::tiktok_row_18_none(50_000_123, 10_000_000, 0, "The total chunk count is invalid")]
#[case::tiktok_row_19_empty(0, 0, 0, "The video size is invalid")]
#[case::tiktok_row_19_huge((4 << 30) + 1, 10_000_000, 429, "The video size is invalid")]
#[tokio::test]
async fn wrong_plans_are_refused_at_init(
    #[case] size: u64,
    #[case] chunk: u64,
    #[case] count: u64,
    #[case] message: &str,
) {
    let sim = Sim::start().await;
    let token = poster(&sim, "amina").await;
    let mut body = direct("SELF_ONLY", 10);
    body["source_info"] =
        json!({"source": "FILE_UPLOAD", "video_size": size, "chunk_size": chunk, "total_chunk_count": count});
    let reply = init(&sim, &token, &body).await;
    assert_eq!(
        (reply.tiktok_error().as_str(), &reply.json()["error"]["message"]),
        ("400 invalid_params", &json!(message))
    );
}

#[tokio::test]
async fn tiktok_row_21_chunks_need_right_headers_and_lengths() {
    let sim = Sim::start().await;
    let (token, film) = (poster(&sim, "amina").await, film(1000));
    let (_, address) = opened(&sim, &token, 1000).await;
    let right = chunk(&film, 0, 1000);
    let without = |name: &str| Ask {
        headers: right.headers.iter().filter(|(given, _)| *given != name).cloned().collect(),
        ..right.clone()
    };
    let mut wrong_type = without("content-type");
    wrong_type.headers.push(("content-type", "application/octet-stream".to_owned()));
    let short = Ask { body: film[..999].to_vec(), ..right.clone() };
    for ask in [without("content-range"), without("content-type"), wrong_type, short] {
        assert_eq!(sim.send(Method::PUT, &address, ask).await.status, 400);
    }
    assert_eq!(sim.send(Method::PUT, &address, right).await.status, 201);
}

#[tokio::test]
async fn tiktok_row_22_chunks_come_in_order_and_as_planned() {
    let sim = Sim::start().await;
    let (token, film) = (poster(&sim, "amina").await, film(3 * CHUNK));
    let (id, address) = opened(&sim, &token, film.len()).await;
    assert_eq!(put(&sim, &address, &film, CHUNK, 2 * CHUNK).await.status, 416, "a gap");
    assert_eq!(put(&sim, &address, &film, 0, CHUNK).await.status, 206);
    let again = put(&sim, &address, &film, 0, CHUNK).await;
    assert_eq!((again.status, again.header("content-range")), (416, Some("bytes 0-5242879/15728640")));
    assert_eq!(put(&sim, &address, &film, CHUNK, 2 * CHUNK - 1).await.status, 416, "not the planned size");
    assert_eq!(put(&sim, &address, &film, CHUNK, film.len()).await.status, 416, "two chunks at once");
    assert_eq!(fetch(&sim, &token, &id).await.json()["data"]["uploaded_bytes"], json!(CHUNK));
}

#[tokio::test]
async fn tiktok_row_23_an_upload_address_lives_an_hour() {
    let sim = Sim::start().await;
    let (token, film) = (poster(&sim, "amina").await, film(3 * CHUNK));
    let (_, address) = opened(&sim, &token, film.len()).await;
    sim.advance(3590.0).await;
    assert_eq!(put(&sim, &address, &film, 0, CHUNK).await.status, 206);
    sim.advance(20.0).await;
    assert_eq!(put(&sim, &address, &film, CHUNK, 2 * CHUNK).await.status, 403);
}

#[tokio::test]
async fn tiktok_row_24_unknown_uploads_and_tokens_are_not_found() {
    let sim = Sim::start().await;
    let (token, film) = (poster(&sim, "amina").await, film(1000));
    let (_, address) = opened(&sim, &token, 1000).await;
    for address in [sim.tiktok("/video/?upload_id=1&upload_token=2"), format!("{address}x")] {
        assert_eq!(put(&sim, &address, &film, 0, 1000).await.status, 404);
    }
}
