//! Resumable uploads: the happy ways, and rows 18 to 25.

use reqwest::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::harness::{Ask, GRANULE, Reply, Sim, film, sha256};

pub(crate) const OPEN: &str = "/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status";

pub(crate) fn bowl() -> Value {
    json!({"snippet": {"title": "A bowl", "categoryId": "26"}, "status": {"privacyStatus": "private"}})
}

pub(crate) async fn uploader(sim: &Sim) -> String {
    sim.token("youtube", "amina", &["youtube.upload", "youtube.readonly", "youtube.force-ssl"]).await
}

pub(crate) async fn open_with(sim: &Sim, token: &str, body: &Value, headers: &[(&'static str, String)]) -> Reply {
    let mut all = vec![("content-type", "application/json; charset=UTF-8".to_owned())];
    all.extend(headers.iter().cloned());
    let ask = Ask { bearer: token, headers: all, body: body.to_string().into_bytes() };
    sim.send(Method::POST, &sim.youtube(OPEN), ask).await
}

/// The session's address.
pub(crate) async fn open(sim: &Sim, token: &str, length: usize) -> String {
    let headers = [("x-upload-content-length", length.to_string()), ("x-upload-content-type", "video/mp4".to_owned())];
    let reply = open_with(sim, token, &bowl(), &headers).await;
    assert_eq!((reply.status, reply.body.len()), (200, 0), "{}", reply.text());
    reply.header("location").unwrap().to_owned()
}

pub(crate) fn part<'a>(token: &'a str, bytes: &[u8], range: &str) -> Ask<'a> {
    let headers = vec![("content-type", "video/mp4".to_owned()), ("content-range", range.to_owned())];
    Ask { bearer: token, headers, body: bytes.to_vec() }
}

pub(crate) async fn put(sim: &Sim, token: &str, session: &str, bytes: &[u8], range: &str) -> Reply {
    sim.send(Method::PUT, session, part(token, bytes, range)).await
}

/// Sends `film[first..end]` with its honest range.
pub(crate) async fn put_part(sim: &Sim, token: &str, session: &str, film: &[u8], first: usize, end: usize) -> Reply {
    put(sim, token, session, &film[first..end], &format!("bytes {first}-{}/{}", end - 1, film.len())).await
}

/// What the platform says it has: the `Range` header, or nothing.
pub(crate) async fn stored(sim: &Sim, token: &str, session: &str, total: usize) -> Option<String> {
    let reply = put(sim, token, session, b"", &format!("bytes */{total}")).await;
    assert_eq!(reply.status, 308);
    reply.header("range").map(str::to_owned)
}

#[tokio::test]
async fn chunks_become_a_video_with_the_sum_of_their_bytes() {
    let sim = Sim::start().await;
    let (token, film) = (uploader(&sim).await, film(2 * GRANULE + 11));
    let session = open(&sim, &token, film.len()).await;
    let reply = put_part(&sim, &token, &session, &film, 0, GRANULE).await;
    assert_eq!((reply.status, reply.header("range")), (308, Some("bytes=0-262143")));
    assert!(reply.header("location").is_none());
    put_part(&sim, &token, &session, &film, GRANULE, 2 * GRANULE).await;
    let last = put_part(&sim, &token, &session, &film, 2 * GRANULE, film.len()).await;
    assert_eq!(last.status, 201);
    let again = put(&sim, &token, &session, b"", &format!("bytes */{}", film.len())).await;
    assert_eq!((again.status, &again.json()["id"]), (200, &last.json()["id"]), "a finished session repeats its answer");
    let uploads = sim.uploads().await;
    assert_eq!((uploads.len(), uploads[0]["sha256"].as_str()), (1, Some(sha256(&film).as_str())));
}

#[tokio::test]
async fn the_whole_file_may_come_in_one_request_without_a_range() {
    let sim = Sim::start().await;
    let (token, film) = (uploader(&sim).await, film(1000));
    let session = open(&sim, &token, film.len()).await;
    let reply = sim.send(Method::PUT, &session, Ask { bearer: &token, body: film.clone(), ..Ask::default() }).await;
    assert_eq!(reply.status, 201);
    assert_eq!(sim.uploads().await[0]["sha256"], json!(sha256(&film)));
}

#[tokio::test]
async fn a_total_may_stay_unknown_until_the_last_chunk() {
    let sim = Sim::start().await;
    let (token, film) = (uploader(&sim).await, film(GRANULE + 5));
    let session = open_with(&sim, &token, &bowl(), &[]).await.header("location").unwrap().to_owned();
    let reply = put(&sim, &token, &session, &film[..GRANULE], &format!("bytes 0-{}/*", GRANULE - 1)).await;
    assert_eq!(reply.status, 308);
    let last =
        put(&sim, &token, &session, &film[GRANULE..], &format!("bytes {GRANULE}-{}/{}", film.len() - 1, film.len()))
            .await;
    assert_eq!(last.status, 201);
}

#[tokio::test]
async fn clients_that_fear_308_get_200_with_an_override_and_may_post() {
    let sim = Sim::start().await;
    let (token, film) = (uploader(&sim).await, film(2 * GRANULE));
    let session = open(&sim, &token, film.len()).await;
    let mut ask = part(&token, &film[..GRANULE], &format!("bytes 0-{}/{}", GRANULE - 1, film.len()));
    ask.headers.push(("x-guploader-no-308", "yes".to_owned()));
    let reply = sim.send(Method::POST, &session, ask).await;
    assert_eq!((reply.status, reply.header("x-http-status-code-override")), (200, Some("308")));
    assert_eq!(reply.header("range"), Some("bytes=0-262143"));
}

#[tokio::test]
async fn a_cancelled_session_is_gone_and_leaves_no_video() {
    let sim = Sim::start().await;
    let (token, film) = (uploader(&sim).await, film(2 * GRANULE));
    let session = open(&sim, &token, film.len()).await;
    put_part(&sim, &token, &session, &film, 0, GRANULE).await;
    let reply = sim.send(Method::DELETE, &session, Ask { bearer: &token, ..Ask::default() }).await;
    assert_eq!(reply.status, 499);
    assert_eq!(put_part(&sim, &token, &session, &film, GRANULE, 2 * GRANULE).await.status, 404);
    assert!(sim.uploads().await.is_empty());
}

#[tokio::test]
async fn multipart_and_media_uploads_are_taken_in_one_request() {
    let sim = Sim::start().await;
    let (token, film) = (uploader(&sim).await, film(3000));
    let head =
        format!("--frontier\nContent-Type: application/json\n\n{}\n--frontier\nContent-Type: video/mp4\n\n", bowl());
    let body = [head.as_bytes(), &film, b"\n--frontier--"].concat();
    let headers = vec![("content-type", "multipart/related; boundary=frontier".to_owned())];
    let address = sim.youtube("/upload/youtube/v3/videos?uploadType=multipart&part=snippet,status");
    let reply = sim.send(Method::POST, &address, Ask { bearer: &token, headers, body }).await;
    assert_eq!((reply.status, reply.json()["snippet"]["title"].as_str()), (200, Some("A bowl")));
    let headers = vec![("content-type", "video/mp4".to_owned())];
    let address = sim.youtube("/upload/youtube/v3/videos?uploadType=media&part=snippet");
    let reply = sim.send(Method::POST, &address, Ask { bearer: &token, headers, body: film.clone() }).await;
    assert_eq!((reply.status, reply.json()["snippet"]["title"].as_str()), (200, Some("unknown")));
    assert!(sim.uploads().await.iter().all(|upload| upload["sha256"] == json!(sha256(&film))));
}

#[tokio::test]
async fn youtube_row_18_lengths_of_nothing_or_too_much_are_refused() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    for (length, expected) in [
        ("0".to_owned(), "400 youtube.video mediaBodyRequired"),
        (((256_u64 << 30) + 1).to_string(), "400 global badRequest"),
        ("many".to_owned(), "400 global badRequest"),
    ] {
        let reply = open_with(&sim, &token, &bowl(), &[("x-upload-content-length", length.clone())]).await;
        assert_eq!(reply.youtube_error(), expected, "{length}");
    }
    assert_eq!(open_with(&sim, &token, &bowl(), &[]).await.status, 200, "absent is allowed");
    sim.fault(json!({"kind": "require_upload_length"})).await;
    assert_eq!(
        open_with(&sim, &token, &bowl(), &[]).await.youtube_error(),
        "400 global badRequest",
        "unless in strict mode"
    );
}

#[tokio::test]
async fn youtube_row_19_only_videos_and_octet_streams_are_taken() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    let reply = open_with(&sim, &token, &bowl(), &[("x-upload-content-type", "image/png".to_owned())]).await;
    assert_eq!(reply.youtube_error(), "400 youtube.video mediaBodyRequired");
    for kind in ["video/webm", "application/octet-stream"] {
        assert_eq!(open_with(&sim, &token, &bowl(), &[("x-upload-content-type", kind.to_owned())]).await.status, 200);
    }
}

#[tokio::test]
async fn youtube_row_20_a_short_middle_chunk_is_refused() {
    let sim = Sim::start().await;
    let (token, film) = (uploader(&sim).await, film(3 * GRANULE));
    let session = open(&sim, &token, film.len()).await;
    for end in [1000, GRANULE - 1, GRANULE + 1] {
        let reply = put_part(&sim, &token, &session, &film, 0, end).await;
        assert_eq!(reply.status, 400);
        assert!(reply.header("content-type").unwrap().starts_with("text/plain") && reply.text().contains("262144"));
    }
    assert_eq!(stored(&sim, &token, &session, film.len()).await, None);
}

#[tokio::test]
async fn youtube_row_21_a_gap_is_refused_with_400_or_by_switch_503() {
    let sim = Sim::start().await;
    let (token, film) = (uploader(&sim).await, film(3 * GRANULE));
    let session = open(&sim, &token, film.len()).await;
    assert_eq!(put_part(&sim, &token, &session, &film, GRANULE, 2 * GRANULE).await.status, 400);
    sim.fault(json!({"kind": "gap_503"})).await;
    assert_eq!(put_part(&sim, &token, &session, &film, GRANULE, 2 * GRANULE).await.status, 503);
    assert_eq!(stored(&sim, &token, &session, film.len()).await, None);
}

#[tokio::test]
async fn youtube_row_22_overlap_is_skipped_or_by_switch_refused() {
    let sim = Sim::start().await;
    let (token, film) = (uploader(&sim).await, film(3 * GRANULE));
    let session = open(&sim, &token, film.len()).await;
    put_part(&sim, &token, &session, &film, 0, GRANULE).await;
    sim.fault(json!({"kind": "overlap_400", "times": 1})).await;
    assert_eq!(put_part(&sim, &token, &session, &film, 0, 2 * GRANULE).await.status, 400);
    let reply = put_part(&sim, &token, &session, &film, 0, 2 * GRANULE).await;
    assert_eq!((reply.status, reply.header("range")), (308, Some("bytes=0-524287")));
    put_part(&sim, &token, &session, &film, 2 * GRANULE, film.len()).await;
    assert_eq!(sim.uploads().await[0]["sha256"], json!(sha256(&film)), "repeated bytes are not stored twice");
}

#[tokio::test]
async fn youtube_row_23_another_total_than_announced_is_refused() {
    let sim = Sim::start().await;
    let (token, film) = (uploader(&sim).await, film(2 * GRANULE));
    let session = open(&sim, &token, film.len()).await;
    let reply =
        put(&sim, &token, &session, &film[..GRANULE], &format!("bytes 0-{}/{}", GRANULE - 1, film.len() + 1)).await;
    assert_eq!(reply.youtube_error(), "400 global badRequest");
    let reply = put(&sim, &token, &session, b"", "bytes */7").await;
    assert_eq!(reply.youtube_error(), "400 global badRequest");
}

#[tokio::test]
async fn youtube_row_24_a_body_that_belies_its_range_is_refused() {
    let sim = Sim::start().await;
    let (token, film) = (uploader(&sim).await, film(2 * GRANULE));
    let session = open(&sim, &token, film.len()).await;
    let reply =
        put(&sim, &token, &session, &film[..GRANULE - 1], &format!("bytes 0-{}/{}", GRANULE - 1, film.len())).await;
    assert_eq!(reply.status, 400);
}

#[tokio::test]
async fn youtube_row_24_a_body_that_breaks_off_keeps_whole_granules_only() {
    let sim = Sim::start().await;
    let (token, film) = (uploader(&sim).await, film(4 * GRANULE));
    let session = open(&sim, &token, film.len()).await;
    let address = url::Url::parse(&session).unwrap();
    let mut line = tokio::net::TcpStream::connect(("127.0.0.1", address.port().unwrap())).await.unwrap();
    let head = format!(
        "PUT {}?{} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Length: {}\r\nContent-Range: bytes 0-{}/{}\r\n\r\n",
        address.path(),
        address.query().unwrap(),
        film.len(),
        film.len() - 1,
        film.len()
    );
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(&film[..2 * GRANULE + 100]).await.unwrap();
    line.shutdown().await.unwrap();
    let mut rest = Vec::new();
    // The end of the stream says that the server has seen the break.
    let _ = line.read_to_end(&mut rest).await;
    assert_eq!(stored(&sim, &token, &session, film.len()).await.as_deref(), Some("bytes=0-524287"));
    assert_eq!(put_part(&sim, &token, &session, &film, 2 * GRANULE, film.len()).await.status, 201);
    assert_eq!(sim.uploads().await[0]["sha256"], json!(sha256(&film)), "lost bytes are not in the digest");
}

#[tokio::test]
async fn youtube_row_25_unknown_and_expired_sessions_are_not_found() {
    let sim = Sim::start_with(|options| options.access_token_seconds = Some(1_000_000)).await;
    let (token, film) = (uploader(&sim).await, film(2 * GRANULE));
    let session = open(&sim, &token, film.len()).await;
    let unknown = sim.youtube("/upload/youtube/v3/videos?uploadType=resumable&upload_id=nothing");
    assert_eq!(put_part(&sim, &token, &unknown, &film, 0, GRANULE).await.status, 404);
    let other = sim.token("youtube", "kofi", &["youtube.upload"]).await;
    assert_eq!(put_part(&sim, &other, &session, &film, 0, GRANULE).await.status, 404, "somebody else's session");
    sim.advance(8.0 * 86_400.0).await;
    assert_eq!(put_part(&sim, &token, &session, &film, 0, GRANULE).await.status, 404, "a session a week old");
}
