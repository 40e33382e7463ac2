//! What YouTube can be made to do wrong.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Ask, GRANULE, Sim, film, sha256};
use crate::youtube_upload::{OPEN, bowl, open, open_with, part, put, put_part, stored, uploader};

const YOUTUBE: &str = "youtube";

/// A session for a film of four granules, with a token.
async fn begun(sim: &Sim) -> (String, Vec<u8>, String) {
    let (token, film) = (uploader(sim).await, film(4 * GRANULE));
    let session = open(sim, &token, film.len()).await;
    (token, film, session)
}

async fn fault(sim: &Sim, kind: &str, more: Value) {
    let mut order = json!({"platform": YOUTUBE, "kind": kind});
    for (name, value) in more.as_object().unwrap() {
        order[name] = value.clone();
    }
    sim.fault(order).await;
}

async fn the_rest_makes_one_true_video(sim: &Sim, token: &str, session: &str, film: &[u8], from: usize) {
    assert_eq!(put_part(sim, token, session, film, from, film.len()).await.status, 201);
    let uploads = sim.uploads().await;
    assert_eq!((uploads.len(), &uploads[0]["sha256"]), (1, &json!(sha256(film))));
}

#[tokio::test]
async fn overload_with_retry_after_strikes_as_ordered_and_stores_nothing() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "status_503", json!({"skip": 1, "retry_after": 7})).await;
    assert_eq!(put_part(&sim, &token, &session, &film, 0, GRANULE).await.status, 308);
    let reply = put_part(&sim, &token, &session, &film, GRANULE, 2 * GRANULE).await;
    assert_eq!((reply.youtube_error().as_str(), reply.header("retry-after")), ("503 global backendError", Some("7")));
    the_rest_makes_one_true_video(&sim, &token, &session, &film, GRANULE).await;
    fault(&sim, "status_429", json!({"on": "open", "retry_after": "Fri, 01 Jan 2100 00:00:00 GMT"})).await;
    let reply = open_with(&sim, &token, &bowl(), &[]).await;
    assert_eq!((reply.status, reply.header("retry-after")), (429, Some("Fri, 01 Jan 2100 00:00:00 GMT")));
    fault(&sim, "html_502", json!({"on": "api"})).await;
    let reply = sim.get(&sim.youtube("/youtube/v3/channels?part=id&mine=true"), &token).await;
    assert_eq!((reply.status, reply.header("content-type")), (502, Some("text/html")));
}

#[tokio::test]
async fn a_range_smaller_than_sent_is_the_truth() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "acknowledge_less", json!({"hold_back_bytes": GRANULE})).await;
    let reply = put_part(&sim, &token, &session, &film, 0, 3 * GRANULE).await;
    assert_eq!((reply.status, reply.header("range")), (308, Some("bytes=0-524287")));
    assert_eq!(
        put_part(&sim, &token, &session, &film, 3 * GRANULE, film.len()).await.status,
        400,
        "who ignores Range leaves a gap"
    );
    the_rest_makes_one_true_video(&sim, &token, &session, &film, 2 * GRANULE).await;
}

#[tokio::test]
async fn even_the_last_chunk_may_be_acknowledged_in_part() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "acknowledge_less", json!({})).await;
    let reply = put_part(&sim, &token, &session, &film, 0, film.len()).await;
    assert_eq!((reply.status, reply.header("range")), (308, Some("bytes=0-786431")));
    the_rest_makes_one_true_video(&sim, &token, &session, &film, 3 * GRANULE).await;
}

#[tokio::test]
async fn a_308_without_range_means_everything_was_lost() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "no_range_in_308", json!({})).await;
    let reply = put_part(&sim, &token, &session, &film, 0, 2 * GRANULE).await;
    assert_eq!((reply.status, reply.header("range")), (308, None));
    the_rest_makes_one_true_video(&sim, &token, &session, &film, 0).await;
}

#[tokio::test]
async fn a_308_may_lie_about_range_and_point_elsewhere() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "range_lies", json!({"value": "bytes=0-99999999"})).await;
    fault(&sim, "location_in_308", json!({"value": "http://elsewhere.example.com/"})).await;
    let reply = put_part(&sim, &token, &session, &film, 0, GRANULE).await;
    assert_eq!(reply.header("range"), Some("bytes=0-99999999"));
    assert_eq!(reply.header("location"), Some("http://elsewhere.example.com/"));
    assert_eq!(stored(&sim, &token, &session, film.len()).await.as_deref(), Some("bytes=0-262143"));
    fault(&sim, "location_of_open", json!({"value": "http://elsewhere.example.com/"})).await;
    assert_eq!(open_with(&sim, &token, &bowl(), &[]).await.header("location"), Some("http://elsewhere.example.com/"));
}

#[tokio::test]
async fn a_connection_dropped_in_a_chunk_keeps_whole_granules() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "drop_mid_chunk", json!({"after_bytes": 2 * GRANULE + 5})).await;
    let range = format!("bytes 0-{}/{}", film.len() - 1, film.len());
    assert!(sim.try_send(Method::PUT, &session, part(&token, &film, &range)).await.is_err(), "no answer comes");
    assert_eq!(stored(&sim, &token, &session, film.len()).await.as_deref(), Some("bytes=0-524287"));
    the_rest_makes_one_true_video(&sim, &token, &session, &film, 2 * GRANULE).await;
}

#[tokio::test]
async fn a_lost_final_answer_is_repeated_to_who_asks() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "drop_answer_after_last_byte", json!({})).await;
    let range = format!("bytes 0-{}/{}", film.len() - 1, film.len());
    assert!(sim.try_send(Method::PUT, &session, part(&token, &film, &range)).await.is_err());
    let asked = put(&sim, &token, &session, b"", &format!("bytes */{}", film.len())).await;
    assert_eq!(asked.status, 200);
    let uploads = sim.uploads().await;
    assert_eq!((uploads.len(), &uploads[0]["id"]), (1, &asked.json()["id"]));
}

#[tokio::test]
async fn a_lost_opening_answer_leaves_an_open_session_and_no_video() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    fault(&sim, "drop_answer_of_open", json!({})).await;
    let headers = vec![("content-type", "application/json".to_owned())];
    let ask = Ask { bearer: &token, headers, body: bowl().to_string().into_bytes() };
    assert!(sim.try_send(Method::POST, &sim.youtube(OPEN), ask).await.is_err());
    let uploads = sim.uploads().await;
    assert_eq!((uploads.len(), &uploads[0]["state"]), (1, &json!("uploading")));
}

#[tokio::test]
async fn a_stalled_request_ends_without_an_answer_when_faults_are_cleared() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "stall", json!({"after_bytes": GRANULE})).await;
    let range = format!("bytes 0-{}/{}", film.len() - 1, film.len());
    let clear = async {
        while sim.uploads().await[0]["bytes"] != json!(GRANULE) {
            tokio::task::yield_now().await;
        }
        sim.send(Method::DELETE, &sim.admin("/faults"), Ask::default()).await
    };
    let (sent, cleared) = tokio::join!(sim.try_send(Method::PUT, &session, part(&token, &film, &range)), clear);
    assert!(sent.is_err() && cleared.status == 204);
}

#[tokio::test]
async fn asking_for_the_status_ends_an_older_request_that_is_still_arriving() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "stall", json!({"after_bytes": GRANULE + 100})).await;
    let range = format!("bytes 0-{}/{}", film.len() - 1, film.len());
    let newer = async {
        while sim.uploads().await[0]["bytes"] != json!(GRANULE) {
            tokio::task::yield_now().await;
        }
        assert_eq!(stored(&sim, &token, &session, film.len()).await.as_deref(), Some("bytes=0-262143"));
        the_rest_makes_one_true_video(&sim, &token, &session, &film, GRANULE).await;
        sim.send(Method::DELETE, &sim.admin("/faults"), Ask::default()).await
    };
    let (older, _) = tokio::join!(sim.try_send(Method::PUT, &session, part(&token, &film, &range)), newer);
    assert!(older.is_err());
    assert_eq!(sim.uploads().await.len(), 1);
}

#[tokio::test]
async fn a_session_can_be_gone_in_both_ways() {
    let sim = Sim::start().await;
    for status in [404, 410] {
        let (token, film, session) = begun(&sim).await;
        fault(&sim, "session_gone", json!({"status": status})).await;
        assert_eq!(put_part(&sim, &token, &session, &film, 0, GRANULE).await.status, status);
        assert_eq!(put_part(&sim, &token, &session, &film, 0, GRANULE).await.status, 404, "it stays gone");
    }
}

#[tokio::test]
async fn a_token_can_expire_in_the_middle_and_the_session_survives() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "token_expired", json!({"on": "put", "skip": 1})).await;
    assert_eq!(put_part(&sim, &token, &session, &film, 0, GRANULE).await.status, 308);
    assert_eq!(put_part(&sim, &token, &session, &film, GRANULE, 2 * GRANULE).await.status, 401);
    let fresh = uploader(&sim).await;
    the_rest_makes_one_true_video(&sim, &fresh, &session, &film, GRANULE).await;
}

#[tokio::test]
async fn metadata_can_be_refused_early_and_late() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "metadata_refused_at_last_put", json!({"reason": "invalidTags"})).await;
    let reply = put_part(&sim, &token, &session, &film, 0, film.len()).await;
    assert_eq!(reply.youtube_error(), "400 youtube.video invalidTags");
    assert!(sim.uploads().await.is_empty(), "no video came of it");
    fault(&sim, "metadata_refused_at_open", json!({"reason": "invalidTitle"})).await;
    assert_eq!(open_with(&sim, &token, &bowl(), &[]).await.youtube_error(), "400 youtube.video invalidTitle");
}

#[tokio::test]
async fn limits_can_be_reached_on_demand() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    for (kind, expected) in [
        ("quota_exceeded", "403 youtube.quota quotaExceeded"),
        ("rate_limit_exceeded", "403 usageLimits rateLimitExceeded"),
        ("upload_limit_exceeded", "400 youtube.video uploadLimitExceeded"),
        ("account_forbidden", "403 youtube.common forbidden"),
    ] {
        fault(&sim, kind, json!({})).await;
        assert_eq!(open_with(&sim, &token, &bowl(), &[]).await.youtube_error(), expected);
        assert_eq!(open_with(&sim, &token, &bowl(), &[]).await.status, 200, "{kind} happens once");
    }
}

#[tokio::test]
async fn processing_can_fail_or_be_rejected() {
    let sim = Sim::start_with(|options| options.processing_ms = 0).await;
    for (reason, expected) in [("codec", ("failed", "failureReason")), ("duplicate", ("rejected", "rejectionReason"))] {
        let (token, film, session) = begun(&sim).await;
        fault(&sim, "processing_fails", json!({"reason": reason})).await;
        let id = put_part(&sim, &token, &session, &film, 0, film.len()).await.json()["id"].as_str().unwrap().to_owned();
        let reply = sim.get(&sim.youtube(&format!("/youtube/v3/videos?part=status&id={id}")), &token).await;
        let status = &reply.json()["items"][0]["status"];
        assert_eq!((status["uploadStatus"].as_str(), status[expected.1].as_str()), (Some(expected.0), Some(reason)));
    }
}

#[tokio::test]
async fn a_thumbnail_on_an_unprocessed_short_is_answered_and_ignored() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "treat_as_short", json!({})).await;
    let id = put_part(&sim, &token, &session, &film, 0, film.len()).await.json()["id"].as_str().unwrap().to_owned();
    let picture = b"\xff\xd8\xff and so on".to_vec();
    let address = sim.youtube(&format!("/upload/youtube/v3/thumbnails/set?videoId={id}"));
    let set = || sim.send(Method::POST, &address, Ask { bearer: &token, body: picture.clone(), ..Ask::default() });
    let shown = sim.youtube(&format!("/vi/{id}/hqdefault.jpg"));
    assert_eq!(set().await.status, 200);
    assert_eq!(sim.get(&shown, "").await.header("content-type"), Some("image/png"), "the stand-in is still there");
    sim.advance(3600.0).await;
    let fresh = uploader(&sim).await;
    let reply = sim.send(Method::POST, &address, Ask { bearer: &fresh, body: picture.clone(), ..Ask::default() }).await;
    assert_eq!(reply.status, 200);
    assert_eq!(sim.get(&shown, "").await.body, picture);
    fault(&sim, "thumbnail_refused", json!({})).await;
    let reply = sim.send(Method::POST, &address, Ask { bearer: &fresh, body: picture.clone(), ..Ask::default() }).await;
    assert_eq!(reply.youtube_error(), "403 youtube.thumbnail forbidden");
}

#[tokio::test]
async fn a_paced_upload_shows_progress_and_speeds_up_when_cleared() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    // At this pace the rest would take days, so only clearing can end it.
    fault(&sim, "pace", json!({"bytes_per_second": 1})).await;
    let clear = async {
        while sim
            .get(&sim.admin("/log"), "")
            .await
            .json()
            .as_array()
            .unwrap()
            .iter()
            .all(|entry| entry["step"] != "put")
        {
            tokio::task::yield_now().await;
        }
        sim.send(Method::DELETE, &sim.admin("/faults"), Ask::default()).await
    };
    let (reply, _) = tokio::join!(put_part(&sim, &token, &session, &film, 0, film.len()), clear);
    assert_eq!(reply.status, 201);
}

#[tokio::test]
async fn a_held_answer_tells_late_what_was_done_at_once() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "hold_answer", json!({"status": 201})).await;
    assert_eq!(put_part(&sim, &token, &session, &film, 0, GRANULE).await.status, 308, "only the last answer waits");
    let release = async {
        while sim.uploads().await[0]["state"] != json!("processing") {
            tokio::task::yield_now().await;
        }
        let log = sim.get(&sim.admin("/log?after=2"), "").await.json();
        assert_eq!((log.as_array().map(Vec::len), &log[0]["finished"]), (Some(1), &json!(false)), "{log}");
        sim.send(Method::DELETE, &sim.admin("/faults"), Ask::default()).await
    };
    let (last, _) = tokio::join!(put_part(&sim, &token, &session, &film, GRANULE, film.len()), release);
    assert_eq!((last.status, &last.json()["id"]), (201, &sim.uploads().await[0]["id"]));
}

#[tokio::test]
async fn any_answer_can_be_ordered_word_for_word() {
    let sim = Sim::start().await;
    let (token, film, session) = begun(&sim).await;
    fault(&sim, "raw_answer", json!({"status": 308, "headers": {"range": "bytes=0--5"}, "value": "[", "repeat": 1000}))
        .await;
    let reply = put_part(&sim, &token, &session, &film, 0, GRANULE).await;
    assert_eq!((reply.status, reply.header("range"), reply.body.len()), (308, Some("bytes=0--5"), 1000));
    the_rest_makes_one_true_video(&sim, &token, &session, &film, 0).await;
}

/// How a client goes wrong that does not read `Range`.
#[derive(Clone, Copy, Debug)]
enum Careless {
    /// It counts for itself, and labels its bytes as it counts.
    Counts,
    /// It labels its bytes as the platform wants them, and reads on in its file all the same.
    ReadsOn,
}

/// Sends `film` in parts of one granule until a part is refused or there are no more.
async fn send_carelessly(sim: &Sim, token: &str, session: &str, film: &[u8], how: Careless) {
    let (mut read, mut said) = (0, 0);
    while read < film.len() {
        let end = (read + GRANULE).min(film.len());
        let first = if matches!(how, Careless::Counts) { read } else { said };
        let bytes = film[read..end].to_vec();
        let label = format!("bytes {first}-{}/{}", first + bytes.len() - 1, film.len());
        let headers = vec![("content-range", label), ("content-type", "video/mp4".to_owned())];
        // A line that breaks is not looked into either.
        if let Ok(reply) = sim.try_send(Method::PUT, session, Ask { bearer: token, headers, body: bytes }).await {
            if reply.status != 308 {
                return;
            }
            let last = reply.header("range").and_then(|range| range.rsplit('-').next()?.parse::<usize>().ok());
            said = last.map_or(0, |last| last + 1);
        }
        read = end;
    }
}

#[tokio::test]
async fn f28_a_client_that_ignores_range_ends_damaged_or_refused_and_never_fine() {
    for (kind, more) in [
        ("acknowledge_less", json!({"hold_back_bytes": 1})),
        ("acknowledge_less", json!({"hold_back_bytes": GRANULE, "skip": 1})),
        ("no_range_in_308", json!({"skip": 1})),
        ("no_range_in_308", json!({"skip": 2})),
        ("drop_mid_chunk", json!({"after_bytes": 1000, "skip": 1})),
    ] {
        for how in [Careless::Counts, Careless::ReadsOn] {
            let sim = Sim::start().await;
            let (token, film, session) = begun(&sim).await;
            fault(&sim, kind, more.clone()).await;
            send_carelessly(&sim, &token, &session, &film, how).await;
            let uploads = sim.uploads().await;
            let fine = |upload: &Value| upload["state"] != "uploading" && upload["sha256"] == json!(sha256(&film));
            assert!(!uploads.iter().any(fine), "{how:?} with {kind} {more} got away with it: {uploads:?}");
        }
    }
    // Without a fault the same client is fine, so that it is the fault that finds it out.
    for how in [Careless::Counts, Careless::ReadsOn] {
        let sim = Sim::start().await;
        let (token, film, session) = begun(&sim).await;
        send_carelessly(&sim, &token, &session, &film, how).await;
        let uploads = sim.uploads().await;
        assert_eq!((uploads.len(), &uploads[0]["sha256"]), (1, &json!(sha256(&film))), "{how:?}");
        assert_ne!(uploads[0]["state"], json!("uploading"), "{how:?}");
    }
}
