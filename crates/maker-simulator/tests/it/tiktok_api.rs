//! Content Posting and Display API: rows 8 to 16, 20 and 25 to 28, and what becomes of a post.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Ask, Reply, Sim, film, sha256};

pub(crate) const CHUNK: usize = 5_242_880;

pub(crate) async fn poster(sim: &Sim, account: &str) -> String {
    sim.token("tiktok", account, &["user.info.basic", "video.publish", "video.upload", "video.list"]).await
}

pub(crate) fn source(size: usize) -> Value {
    let (chunk, count) = if size <= 2 * CHUNK { (size, 1) } else { (CHUNK, size / CHUNK) };
    json!({"source": "FILE_UPLOAD", "video_size": size, "chunk_size": chunk, "total_chunk_count": count})
}

pub(crate) fn direct(level: &str, size: usize) -> Value {
    json!({"post_info": {"title": "A bowl", "privacy_level": level, "brand_content_toggle": false}, "source_info": source(size)})
}

pub(crate) async fn call(sim: &Sim, token: &str, path: &str, body: &Value) -> Reply {
    sim.post(&sim.tiktok(path), token, body).await
}

pub(crate) async fn creator_info(sim: &Sim, token: &str) -> Reply {
    sim.send(Method::POST, &sim.tiktok("/v2/post/publish/creator_info/query/"), Ask { bearer: token, ..Ask::default() })
        .await
}

pub(crate) async fn init(sim: &Sim, token: &str, body: &Value) -> Reply {
    call(sim, token, "/v2/post/publish/video/init/", body).await
}

async fn inbox(sim: &Sim, token: &str, size: usize) -> Reply {
    call(sim, token, "/v2/post/publish/inbox/video/init/", &json!({"source_info": source(size)})).await
}

pub(crate) async fn fetch(sim: &Sim, token: &str, publish_id: &Value) -> Reply {
    call(sim, token, "/v2/post/publish/status/fetch/", &json!({"publish_id": publish_id})).await
}

/// A public post's `publish_id` and upload address.
pub(crate) async fn opened(sim: &Sim, token: &str, size: usize) -> (Value, String) {
    creator_info(sim, token).await;
    let data = init(sim, token, &direct("PUBLIC_TO_EVERYONE", size)).await.json()["data"].clone();
    (data["publish_id"].clone(), data["upload_url"].as_str().expect("an upload address").to_owned())
}

pub(crate) fn chunk(film: &[u8], first: usize, end: usize) -> Ask<'static> {
    let range = format!("bytes {first}-{}/{}", end - 1, film.len());
    let headers = vec![("content-type", "video/mp4".to_owned()), ("content-range", range)];
    Ask { headers, body: film[first..end].to_vec(), ..Ask::default() }
}

pub(crate) async fn put(sim: &Sim, address: &str, film: &[u8], first: usize, end: usize) -> Reply {
    sim.send(Method::PUT, address, chunk(film, first, end)).await
}

#[tokio::test]
async fn a_public_post_gets_an_id_a_page_and_numbers() {
    let sim = Sim::start().await;
    let (token, film) = (poster(&sim, "amina").await, film(3 * CHUNK + 77));
    let (id, address) = opened(&sim, &token, film.len()).await;
    assert_eq!(put(&sim, &address, &film, 0, CHUNK).await.status, 206);
    let second = put(&sim, &address, &film, CHUNK, 2 * CHUNK).await;
    assert_eq!(second.header("content-range"), Some(format!("bytes 0-{}/{}", 2 * CHUNK - 1, film.len()).as_str()));
    assert_eq!(put(&sim, &address, &film, 2 * CHUNK, film.len()).await.status, 201);
    assert_eq!(fetch(&sim, &token, &id).await.json()["data"]["status"], "PROCESSING_UPLOAD");
    sim.advance(3600.0).await;
    let data = fetch(&sim, &token, &id).await.json()["data"].clone();
    assert_eq!((&data["status"], &data["publicaly_available_post_id"]), (&json!("PUBLISH_COMPLETE"), &json!([])));
    sim.advance(3600.0).await;
    let post_id =
        fetch(&sim, &token, &id).await.json()["data"]["publicaly_available_post_id"][0].as_i64().unwrap().to_string();
    assert_eq!(post_id.len(), 19);
    let page = sim.get(&sim.tiktok(&format!("/@amina.makes/video/{post_id}")), "").await;
    assert!(page.status == 200 && page.text().contains(&sha256(&film)));
    let list =
        call(&sim, &token, "/v2/video/list/?fields=id,share_url,view_count", &json!({"max_count": 20})).await.json();
    assert_eq!((&list["data"]["videos"][0]["id"], &list["data"]["has_more"]), (&json!(post_id), &json!(false)));
    assert!(list["data"]["videos"][0]["view_count"].as_i64().unwrap() > 0);
    let query = json!({"filters": {"video_ids": [post_id, "7000000000000000001"]}});
    let found = call(&sim, &token, "/v2/video/query/?fields=id,title", &query).await.json();
    assert_eq!(found["data"]["videos"], json!([{"id": post_id, "title": "A bowl"}]));
}

#[tokio::test]
async fn a_post_for_its_maker_alone_never_yields_an_id() {
    let sim = Sim::start().await;
    let (token, film) = (poster(&sim, "kofi").await, film(1000));
    creator_info(&sim, &token).await;
    let data = init(&sim, &token, &direct("SELF_ONLY", 1000)).await.json()["data"].clone();
    put(&sim, data["upload_url"].as_str().unwrap(), &film, 0, 1000).await;
    sim.advance(80_000.0).await;
    let data = fetch(&sim, &token, &data["publish_id"]).await.json()["data"].clone();
    assert_eq!((&data["status"], &data["publicaly_available_post_id"]), (&json!("PUBLISH_COMPLETE"), &json!([])));
    let list = call(&sim, &token, "/v2/video/list/?fields=id", &json!({})).await.json();
    assert_eq!(list["data"]["videos"], json!([]));
}

#[tokio::test]
async fn a_draft_waits_in_the_inbox_until_its_maker_finishes_it() {
    let sim = Sim::start().await;
    let (token, film) = (poster(&sim, "amina").await, film(1000));
    let data = inbox(&sim, &token, 1000).await.json()["data"].clone();
    put(&sim, data["upload_url"].as_str().unwrap(), &film, 0, 1000).await;
    sim.advance(3600.0).await;
    let id = &data["publish_id"];
    assert_eq!(fetch(&sim, &token, id).await.json()["data"]["status"], "SEND_TO_USER_INBOX");
    assert_eq!(sim.uploads().await[0]["state"], "inbox");
    assert_eq!(sim.post(&sim.admin("/drafts/finish"), "", &json!({"publish_id": id})).await.status, 204);
    let data = fetch(&sim, &token, id).await.json()["data"].clone();
    assert_eq!(
        (&data["status"], data["publicaly_available_post_id"].as_array().map(Vec::len)),
        (&json!("PUBLISH_COMPLETE"), Some(1))
    );
}

#[tokio::test]
async fn an_upload_can_be_cancelled_until_its_last_byte() {
    let sim = Sim::start().await;
    let (token, film) = (poster(&sim, "amina").await, film(3 * CHUNK));
    let (id, address) = opened(&sim, &token, film.len()).await;
    put(&sim, &address, &film, 0, CHUNK).await;
    let body = json!({"publish_id": id});
    let cancel = || call(&sim, &token, "/v2/post/publish/cancel/", &body);
    assert_eq!(cancel().await.json()["error"]["code"], "ok");
    let data = fetch(&sim, &token, &id).await.json()["data"].clone();
    assert_eq!((&data["status"], &data["fail_reason"]), (&json!("FAILED"), &json!("publish_cancelled")));
    assert_eq!(put(&sim, &address, &film, CHUNK, 2 * CHUNK).await.status, 403);
    assert_eq!(cancel().await.tiktok_error(), "400 publish_not_cancellable");
}

#[tokio::test]
async fn tiktok_row_08_calls_without_a_live_token_are_refused() {
    let sim = Sim::start().await;
    let token = poster(&sim, "amina").await;
    assert_eq!(creator_info(&sim, "").await.tiktok_error(), "401 access_token_invalid");
    sim.advance(86_401.0).await;
    assert_eq!(creator_info(&sim, &token).await.tiktok_error(), "401 access_token_invalid");
}

#[tokio::test]
async fn tiktok_row_09_each_call_needs_its_scope() {
    let sim = Sim::start().await;
    let publish = sim.token("tiktok", "amina", &["video.publish"]).await;
    let upload = sim.token("tiktok", "amina", &["video.upload"]).await;
    assert_eq!(inbox(&sim, &publish, 1000).await.tiktok_error(), "401 scope_not_authorized");
    assert_eq!(creator_info(&sim, &upload).await.tiktok_error(), "401 scope_not_authorized");
    let list = call(&sim, &publish, "/v2/video/list/?fields=id", &json!({})).await;
    assert_eq!(list.tiktok_error(), "401 scope_not_authorized");
    let basic = sim.token("tiktok", "amina", &["user.info.basic"]).await;
    let info = |fields: &str| sim.tiktok(&format!("/v2/user/info/?fields={fields}"));
    assert_eq!(
        sim.get(&info("open_id,display_name"), &basic).await.json()["data"]["user"]["display_name"],
        "Amina makes pots"
    );
    assert_eq!(sim.get(&info("open_id,username"), &basic).await.tiktok_error(), "400 scope_permission_missed");
}

#[tokio::test]
async fn tiktok_row_10_each_endpoint_has_its_calls_per_minute() {
    let sim = Sim::start().await;
    let token = poster(&sim, "amina").await;
    let id = init(&sim, &token, &direct("SELF_ONLY", 10)).await.json()["data"]["publish_id"].clone();
    for _ in 0..5 {
        assert_eq!(init(&sim, &token, &direct("SELF_ONLY", 10)).await.status, 200);
    }
    assert_eq!(init(&sim, &token, &direct("SELF_ONLY", 10)).await.tiktok_error(), "429 rate_limit_exceeded");
    for _ in 0..20 {
        assert_eq!(creator_info(&sim, &token).await.status, 200);
    }
    assert_eq!(creator_info(&sim, &token).await.tiktok_error(), "429 rate_limit_exceeded");
    for _ in 0..30 {
        assert_eq!(fetch(&sim, &token, &id).await.status, 200);
    }
    assert_eq!(fetch(&sim, &token, &id).await.tiktok_error(), "429 rate_limit_exceeded");
    let info = sim.tiktok("/v2/user/info/?fields=open_id");
    for _ in 0..600 {
        assert_eq!(sim.get(&info, &token).await.status, 200);
    }
    assert_eq!(sim.get(&info, &token).await.tiktok_error(), "429 rate_limit_exceeded");
    sim.advance(60.0).await;
    assert_eq!(init(&sim, &token, &direct("SELF_ONLY", 10)).await.status, 200, "the minute slides on");
}

#[tokio::test]
async fn tiktok_row_11_the_level_must_be_one_of_those_just_offered() {
    let sim = Sim::start().await;
    let token = poster(&sim, "kofi").await;
    let options = creator_info(&sim, &token).await.json()["data"].clone();
    assert_eq!(options["privacy_level_options"], json!(["FOLLOWER_OF_CREATOR", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"]));
    assert_eq!((&options["duet_disabled"], &options["stitch_disabled"]), (&json!(true), &json!(true)));
    for level in ["", "PUBLIC_TO_EVERYONE", "NOBODY"] {
        assert_eq!(init(&sim, &token, &direct(level, 10)).await.tiktok_error(), "403 privacy_level_option_mismatch");
    }
}

#[tokio::test]
async fn tiktok_row_12_an_unaudited_app_posts_privately_to_private_accounts_only() {
    let sim = Sim::start_with(|options| options.unaudited = true).await;
    let (public, private) = (poster(&sim, "amina").await, poster(&sim, "kofi").await);
    let code = "403 unaudited_client_can_only_post_to_private_accounts";
    assert_eq!(init(&sim, &public, &direct("SELF_ONLY", 10)).await.tiktok_error(), code);
    assert_eq!(init(&sim, &private, &direct("FOLLOWER_OF_CREATOR", 10)).await.tiktok_error(), code);
    assert_eq!(init(&sim, &private, &direct("SELF_ONLY", 10)).await.status, 200);
}

#[tokio::test]
async fn tiktok_row_13_an_unaudited_app_has_five_makers_a_day() {
    let sim = Sim::start_with(|options| options.unaudited = true).await;
    for account in ["kofi", "tomas", "ines", "yuki", "bao"] {
        let token = poster(&sim, account).await;
        assert_eq!(init(&sim, &token, &direct("SELF_ONLY", 10)).await.status, 200);
    }
    let sixth = poster(&sim, "lena").await;
    assert_eq!(init(&sim, &sixth, &direct("SELF_ONLY", 10)).await.tiktok_error(), "403 reached_active_user_cap");
    assert_eq!(creator_info(&sim, &sixth).await.tiktok_error(), "200 reached_active_user_cap");
}

#[tokio::test]
async fn tiktok_row_14_a_creator_posts_fifteen_times_a_day() {
    let sim = Sim::start().await;
    let token = poster(&sim, "amina").await;
    for _ in 0..15 {
        assert_eq!(init(&sim, &token, &direct("SELF_ONLY", 10)).await.status, 200);
        sim.advance(11.0).await;
    }
    assert_eq!(init(&sim, &token, &direct("SELF_ONLY", 10)).await.tiktok_error(), "403 spam_risk_too_many_posts");
    assert_eq!(creator_info(&sim, &token).await.tiktok_error(), "200 spam_risk_too_many_posts");
    sim.advance(86_400.0).await;
    let token = poster(&sim, "amina").await;
    assert_eq!(init(&sim, &token, &direct("SELF_ONLY", 10)).await.status, 200);
}

#[tokio::test]
async fn tiktok_row_15_five_drafts_may_wait_in_a_day() {
    let sim = Sim::start().await;
    let token = poster(&sim, "amina").await;
    for _ in 0..5 {
        assert_eq!(inbox(&sim, &token, 10).await.status, 200);
    }
    assert_eq!(inbox(&sim, &token, 10).await.tiktok_error(), "403 spam_risk_too_many_pending_share");
}

#[tokio::test]
async fn tiktok_row_16_titles_have_2200_utf16_units() {
    let sim = Sim::start().await;
    let token = poster(&sim, "amina").await;
    let mut body = direct("SELF_ONLY", 10);
    body["post_info"]["title"] = json!("😀".repeat(1100));
    assert_eq!(init(&sim, &token, &body).await.status, 200);
    body["post_info"]["title"] = json!(format!("{}x", "😀".repeat(1100)));
    assert_eq!(init(&sim, &token, &body).await.tiktok_error(), "400 invalid_params");
}

#[tokio::test]
async fn tiktok_row_20_pulling_needs_a_proven_host() {
    let sim = Sim::start().await;
    let token = poster(&sim, "amina").await;
    let mut body = direct("SELF_ONLY", 10);
    body["source_info"] = json!({"source": "PULL_FROM_URL", "video_url": "https://elsewhere.example.com/a.mp4"});
    assert_eq!(init(&sim, &token, &body).await.tiktok_error(), "403 url_ownership_unverified");
    body["source_info"]["video_url"] = json!("https://media.example.com/a.mp4");
    let id = init(&sim, &token, &body).await.json()["data"]["publish_id"].clone();
    assert_eq!(fetch(&sim, &token, &id).await.json()["data"]["status"], "PROCESSING_DOWNLOAD");
}

#[tokio::test]
async fn tiktok_row_25_status_is_for_the_posts_own_maker() {
    let sim = Sim::start().await;
    let (token, other) = (poster(&sim, "amina").await, poster(&sim, "kofi").await);
    let (id, _) = opened(&sim, &token, 1000).await;
    assert_eq!(fetch(&sim, &token, &json!("v_pub_file~none")).await.tiktok_error(), "400 invalid_publish_id");
    assert_eq!(fetch(&sim, &other, &id).await.tiktok_error(), "400 token_not_authorized_for_specified_publish_id");
}

#[tokio::test]
async fn tiktok_row_26_photos_are_pulled_and_never_png() {
    let sim = Sim::start().await;
    let token = poster(&sim, "amina").await;
    let body = |source: &str, images: Vec<String>| {
        json!({"media_type": "PHOTO", "post_mode": "DIRECT_POST", "post_info": {"title": "Bowls", "privacy_level": "SELF_ONLY"},
               "source_info": {"source": source, "photo_cover_index": 0, "photo_images": images}})
    };
    let image = |name: &str| format!("https://media.example.com/{name}");
    let many: Vec<_> = (0..36).map(|number| image(&format!("{number}.jpg"))).collect();
    for (body, expected) in [
        (body("FILE_UPLOAD", vec![image("a.jpg")]), "400 invalid_params"),
        (body("PULL_FROM_URL", vec![image("a.PNG")]), "400 invalid_params"),
        (body("PULL_FROM_URL", many), "400 invalid_params"),
        (body("PULL_FROM_URL", vec!["https://elsewhere.example.com/a.jpg".to_owned()]), "403 url_ownership_unverified"),
        (body("PULL_FROM_URL", vec![image("a.jpg"), image("b.webp")]), "200 ok"),
    ] {
        let reply = call(&sim, &token, "/v2/post/publish/content/init/", &body).await;
        assert_eq!(reply.tiktok_error(), expected, "{body}");
    }
}

#[tokio::test]
async fn tiktok_row_27_branded_posts_for_nobody_are_flagged() {
    let sim = Sim::start().await;
    let token = poster(&sim, "amina").await;
    creator_info(&sim, &token).await;
    let mut body = direct("SELF_ONLY", 10);
    body["post_info"]["brand_content_toggle"] = json!(true);
    assert_eq!(init(&sim, &token, &body).await.status, 200, "the API says nothing");
    let policy = sim.get(&sim.admin("/policy"), "").await.json();
    assert_eq!(policy.as_array().map(Vec::len), Some(1));
    assert_eq!((&policy[0]["rule"], &policy[0]["account"]), (&json!("branded_self_only"), &json!("amina")));
}

#[tokio::test]
async fn tiktok_row_28_posts_without_a_fresh_creator_info_are_flagged() {
    let sim = Sim::start().await;
    let token = poster(&sim, "amina").await;
    creator_info(&sim, &token).await;
    init(&sim, &token, &direct("SELF_ONLY", 10)).await;
    assert_eq!(sim.get(&sim.admin("/policy"), "").await.json(), json!([]));
    init(&sim, &token, &direct("SELF_ONLY", 10)).await;
    assert_eq!(sim.get(&sim.admin("/policy"), "").await.json()[0]["rule"], "creator_info_not_queried");
}
