//! What TikTok can be made to do wrong.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Sim, film, sha256};
use crate::tiktok_api::{CHUNK, call, chunk, creator_info, direct, fetch, init, opened, poster, put};

async fn fault(sim: &Sim, kind: &str, more: Value) {
    let mut order = json!({"platform": "tiktok", "kind": kind});
    for (name, value) in more.as_object().unwrap() {
        order[name] = value.clone();
    }
    sim.fault(order).await;
}

#[tokio::test]
async fn a_5xx_on_a_chunk_stores_nothing_and_the_same_chunk_goes_again() {
    let sim = Sim::start().await;
    let (token, film) = (poster(&sim, "amina").await, film(2 * CHUNK + 9));
    let (_, address) = opened(&sim, &token, film.len()).await;
    fault(&sim, "chunk_5xx", json!({"status": 502, "skip": 1})).await;
    assert_eq!(put(&sim, &address, &film, 0, CHUNK).await.status, 206);
    assert_eq!(put(&sim, &address, &film, CHUNK, film.len()).await.status, 502);
    assert_eq!(put(&sim, &address, &film, CHUNK, film.len()).await.status, 201);
    assert_eq!(sim.uploads().await[0]["sha256"], json!(sha256(&film)));
}

#[tokio::test]
async fn a_broken_chunk_is_forgotten_whole() {
    let sim = Sim::start().await;
    let (token, film) = (poster(&sim, "amina").await, film(2 * CHUNK + 9));
    let (id, address) = opened(&sim, &token, film.len()).await;
    fault(&sim, "drop_mid_chunk", json!({"after_bytes": CHUNK / 2})).await;
    assert!(sim.try_send(Method::PUT, &address, chunk(&film, 0, CHUNK)).await.is_err());
    assert_eq!(fetch(&sim, &token, &id).await.json()["data"]["uploaded_bytes"], 0);
    assert_eq!(put(&sim, &address, &film, 0, CHUNK).await.status, 206);
    assert_eq!(put(&sim, &address, &film, CHUNK, film.len()).await.status, 201);
    assert_eq!(sim.uploads().await[0]["sha256"], json!(sha256(&film)));
}

#[tokio::test]
async fn lost_answers_leave_their_chunks_stored() {
    let sim = Sim::start().await;
    let (token, film) = (poster(&sim, "amina").await, film(2 * CHUNK + 9));
    let (id, address) = opened(&sim, &token, film.len()).await;
    fault(&sim, "drop_206", json!({})).await;
    fault(&sim, "drop_201", json!({})).await;
    assert!(sim.try_send(Method::PUT, &address, chunk(&film, 0, CHUNK)).await.is_err());
    assert_eq!(fetch(&sim, &token, &id).await.json()["data"]["uploaded_bytes"], json!(CHUNK));
    let again = put(&sim, &address, &film, 0, CHUNK).await;
    assert_eq!((again.status, again.header("content-range")), (416, Some("bytes 0-5242879/10485769")));
    assert!(sim.try_send(Method::PUT, &address, chunk(&film, CHUNK, film.len())).await.is_err());
    assert_eq!(sim.uploads().await[0]["state"], "processing");
}

#[tokio::test]
async fn progress_may_lag_a_chunk_or_be_a_count() {
    let sim = Sim::start().await;
    let (token, film) = (poster(&sim, "amina").await, film(4 * CHUNK));
    let (_, address) = opened(&sim, &token, film.len()).await;
    fault(&sim, "progress_behind", json!({"times": 2})).await;
    put(&sim, &address, &film, 0, CHUNK).await;
    let second = put(&sim, &address, &film, CHUNK, 2 * CHUNK).await;
    assert_eq!(second.header("content-range"), Some("bytes 0-5242879/20971520"));
    fault(&sim, "progress_as_count", json!({})).await;
    let third = put(&sim, &address, &film, 2 * CHUNK, 3 * CHUNK).await;
    assert_eq!(third.header("content-range"), Some("bytes 0-15728640/20971520"));
}

#[tokio::test]
async fn publishing_fails_with_the_ordered_reason() {
    let sim = Sim::start_with(|options| options.processing_ms = 0).await;
    let (token, film) = (poster(&sim, "amina").await, film(1000));
    let (id, address) = opened(&sim, &token, 1000).await;
    fault(&sim, "publish_fails", json!({"reason": "frame_rate_check_failed"})).await;
    put(&sim, &address, &film, 0, 1000).await;
    let data = fetch(&sim, &token, &id).await.json()["data"].clone();
    assert_eq!((&data["status"], &data["fail_reason"]), (&json!("FAILED"), &json!("frame_rate_check_failed")));
}

#[tokio::test]
async fn ids_may_come_late_or_never_and_processing_may_take_long() {
    let sim = Sim::start_with(|options| options.processing_ms = 0).await;
    let (token, film) = (poster(&sim, "amina").await, film(1000));
    fault(&sim, "id_late", json!({"times": 1, "seconds": 600})).await;
    fault(&sim, "processing_takes", json!({"times": 1, "seconds": 900})).await;
    let (id, address) = opened(&sim, &token, 1000).await;
    put(&sim, &address, &film, 0, 1000).await;
    let mut seen = Vec::new();
    for advance in [899.0, 1.0, 599.0, 1.0] {
        sim.advance(advance).await;
        let data = fetch(&sim, &token, &id).await.json()["data"].clone();
        seen.push((
            data["status"].as_str().unwrap().to_owned(),
            data["publicaly_available_post_id"].as_array().map(Vec::len),
        ));
    }
    // The last question is asked exactly when the id is due.
    assert_eq!(seen[0], ("PROCESSING_UPLOAD".to_owned(), Some(0)));
    assert_eq!(
        (&seen[1], &seen[2]),
        (&("PUBLISH_COMPLETE".to_owned(), Some(0)), &("PUBLISH_COMPLETE".to_owned(), Some(0)))
    );
    assert_eq!(seen[3], ("PUBLISH_COMPLETE".to_owned(), Some(1)));

    fault(&sim, "id_never", json!({})).await;
    let (id, address) = opened(&sim, &token, 1000).await;
    put(&sim, &address, &film, 0, 1000).await;
    sim.advance(80_000.0).await;
    assert_eq!(fetch(&sim, &token, &id).await.json()["data"]["publicaly_available_post_id"], json!([]));
}

#[tokio::test]
async fn options_may_change_between_render_and_init() {
    let sim = Sim::start().await;
    let token = poster(&sim, "amina").await;
    fault(&sim, "creator_options_change", json!({})).await;
    let options = creator_info(&sim, &token).await.json()["data"]["privacy_level_options"].clone();
    assert_eq!(options[0], "PUBLIC_TO_EVERYONE");
    let reply = init(&sim, &token, &direct("PUBLIC_TO_EVERYONE", 10)).await;
    assert_eq!(reply.tiktok_error(), "403 privacy_level_option_mismatch");
    assert_eq!(creator_info(&sim, &token).await.json()["data"]["privacy_level_options"][0], "FOLLOWER_OF_CREATOR");
}

#[tokio::test]
async fn caps_can_be_reached_on_demand_and_creator_info_says_so_with_200() {
    let sim = Sim::start().await;
    let token = poster(&sim, "amina").await;
    for (kind, code) in [
        ("banned_from_posting", "spam_risk_user_banned_from_posting"),
        ("too_many_posts", "spam_risk_too_many_posts"),
        ("active_user_cap", "reached_active_user_cap"),
    ] {
        fault(&sim, kind, json!({"times": 2})).await;
        assert_eq!(creator_info(&sim, &token).await.tiktok_error(), format!("200 {code}"));
        assert_eq!(init(&sim, &token, &direct("SELF_ONLY", 10)).await.tiktok_error(), format!("403 {code}"));
    }
    fault(&sim, "too_many_drafts", json!({})).await;
    let body = json!({"source_info": crate::tiktok_api::source(10)});
    let reply = call(&sim, &token, "/v2/post/publish/inbox/video/init/", &body).await;
    assert_eq!(reply.tiktok_error(), "403 spam_risk_too_many_pending_share");
}

#[tokio::test]
async fn uploads_vanish_tokens_die_and_gateways_fail_on_demand() {
    let sim = Sim::start().await;
    let (token, film) = (poster(&sim, "amina").await, film(1000));
    let (id, address) = opened(&sim, &token, 1000).await;
    fault(&sim, "status_429", json!({"on": "status_query"})).await;
    assert_eq!(fetch(&sim, &token, &id).await.tiktok_error(), "429 rate_limit_exceeded");
    fault(&sim, "status_503", json!({"on": "api"})).await;
    assert_eq!(creator_info(&sim, &token).await.tiktok_error(), "503 internal_error");
    fault(&sim, "session_gone", json!({"status": 403})).await;
    assert_eq!(put(&sim, &address, &film, 0, 1000).await.status, 403);
    assert_eq!(put(&sim, &address, &film, 0, 1000).await.status, 404);
    fault(&sim, "token_expired", json!({})).await;
    assert_eq!(creator_info(&sim, &token).await.tiktok_error(), "401 access_token_invalid");
}

#[tokio::test]
async fn f28_a_client_that_never_asks_how_far_tiktok_is_ends_refused_and_never_fine() {
    for kind in ["chunk_5xx", "drop_mid_chunk"] {
        let sim = Sim::start().await;
        let (token, film) = (poster(&sim, "amina").await, film(3 * CHUNK));
        let (_, address) = opened(&sim, &token, film.len()).await;
        fault(&sim, kind, json!({"skip": 1})).await;
        let mut last = 0;
        for number in 0..3 {
            let ask = chunk(&film, number * CHUNK, (number + 1) * CHUNK);
            // The second chunk fails; this client goes on with the third.
            if let Ok(reply) = sim.try_send(Method::PUT, &address, ask).await {
                last = reply.status;
            }
        }
        assert_eq!(last, 416, "{kind}: a chunk was taken out of order");
        assert_eq!(sim.uploads().await[0]["state"], json!("uploading"), "{kind}");
    }
}
