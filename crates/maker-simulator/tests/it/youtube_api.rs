//! Rows about the caller, metadata, quotas, thumbnails, captions and playlists, and what becomes of a finished video.

use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::harness::{Ask, Reply, Sim, film, sha256};
use crate::youtube_upload::{OPEN, bowl, open_with, put_part, uploader};

/// A finished upload's id.
async fn video(sim: &Sim, token: &str, changes: &Value) -> String {
    let mut body = bowl();
    for part in ["snippet", "status"] {
        for (name, value) in changes[part].as_object().into_iter().flatten() {
            body[part][name] = value.clone();
        }
    }
    let film = film(500);
    let reply = open_with(sim, token, &body, &[("x-upload-content-length", "500".to_owned())]).await;
    let session = reply.header("location").unwrap_or_else(|| panic!("{}", reply.text())).to_owned();
    put_part(sim, token, &session, &film, 0, 500).await.json()["id"].as_str().unwrap().to_owned()
}

async fn refused(body: &Value) -> String {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    open_with(&sim, &token, body, &[("x-upload-content-length", "500".to_owned())]).await.youtube_error()
}

fn with(pointer: &str, value: Value) -> Value {
    let mut body = bowl();
    let (part, name) = pointer.split_once('.').unwrap();
    body[part][name] = value;
    body
}

async fn status(sim: &Sim, token: &str, id: &str) -> Value {
    let reply = sim
        .get(
            &sim.youtube(&format!("/youtube/v3/videos?part=status,processingDetails,statistics,snippet&id={id}")),
            token,
        )
        .await;
    reply.json()["items"][0].clone()
}

async fn thumbnail(sim: &Sim, token: &str, id: &str, image: &[u8]) -> Reply {
    let ask = Ask { bearer: token, headers: vec![("content-type", "image/png".to_owned())], body: image.to_vec() };
    sim.send(Method::POST, &sim.youtube(&format!("/upload/youtube/v3/thumbnails/set?videoId={id}")), ask).await
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and the rest of a picture";

#[tokio::test]
async fn youtube_row_06_calls_without_a_live_bearer_are_unauthenticated() {
    let sim = Sim::start_with(|options| options.access_token_seconds = Some(60)).await;
    let token = uploader(&sim).await;
    let address = sim.youtube("/youtube/v3/channels?part=id&mine=true");
    assert_eq!(sim.get(&address, &token).await.status, 200);
    assert_eq!(sim.get(&address, "").await.youtube_error(), "401 global authError");
    sim.advance(61.0).await;
    let reply = sim.get(&address, &token).await;
    assert_eq!(reply.youtube_error(), "401 global authError");
    assert_eq!(reply.json()["error"]["errors"][0]["location"], "Authorization");
}

#[tokio::test]
async fn youtube_row_07_a_token_without_the_scope_is_told_which_it_lacks() {
    let sim = Sim::start().await;
    let token = sim.token("youtube", "amina", &["youtube.readonly"]).await;
    let reply = open_with(&sim, &token, &bowl(), &[]).await;
    assert_eq!(reply.youtube_error(), "403 global insufficientPermissions");
    let header = reply.header("www-authenticate").unwrap();
    assert!(
        header.starts_with("Bearer realm=\"https://accounts.google.com/\", error=\"insufficient_scope\", scope=\"")
    );
}

#[tokio::test]
async fn youtube_row_08_an_account_without_a_channel_must_sign_up_first() {
    let sim = Sim::start().await;
    let token = sim.token("youtube", "lucia", &["youtube.upload", "youtube.readonly"]).await;
    let reply = open_with(&sim, &token, &bowl(), &[]).await;
    assert_eq!(reply.youtube_error(), "401 youtube.header youtubeSignupRequired");
    assert_eq!(reply.json()["error"]["message"], "Unauthorized");
    let channels = sim.get(&sim.youtube("/youtube/v3/channels?part=id&mine=true"), &token).await;
    assert_eq!(channels.json()["items"], json!([]));
}

#[rstest]
#[case::youtube_row_09_empty_title("snippet.title", json!(""), "400 youtube.video invalidTitle")]
#[case::youtube_row_09_long_title("snippet.title", json!("x".repeat(101)), "400 youtube.video invalidTitle")]
#[case::youtube_row_09_angle_in_title("snippet.title", json!("a > b"), "400 youtube.video invalidTitle")]
#[case::youtube_row_10_description("snippet.description", json!("é".repeat(2501)), "400 youtube.video invalidDescription")]
#[case::youtube_row_10_angle_in_description("snippet.description", json!("<b>"), "400 youtube.video invalidDescription")]
#[case::youtube_row_11_tags("snippet.tags", json!([format!("{} y", "x".repeat(497))]), "400 youtube.video invalidTags")]
#[case::youtube_row_11_angle_in_tag("snippet.tags", json!(["a<b"]), "400 youtube.video invalidTags")]
#[case::youtube_row_12_category("snippet.categoryId", json!("999"), "400 youtube.video invalidCategoryId")]
#[case::youtube_row_13_malformed_schedule("status.publishAt", json!("soon"), "400 youtube.video invalidPublishAt")]
#[case::youtube_row_15_localized("localizations.fr", json!({"title": "Un bol"}), "400 youtube.video defaultLanguageNotSet")]
#[case::youtube_row_16_privacy("status.privacyStatus", json!("hidden"), "403 youtube.video forbiddenPrivacySetting")]
#[case::youtube_row_16_license("status.license", json!("none"), "403 youtube.video forbiddenLicenseSetting")]
#[tokio::test]
async fn bad_metadata_is_refused_when_the_session_is_opened(
    #[case] place: &str,
    #[case] value: Value,
    #[case] expected: &str,
) {
    let body = with(place, value);
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    let ask = Ask {
        bearer: &token,
        headers: vec![("content-type", "application/json".to_owned())],
        body: body.to_string().into_bytes(),
    };
    let reply = sim.send(Method::POST, &sim.youtube(&format!("{OPEN},localizations")), ask).await;
    assert_eq!(reply.youtube_error(), expected);
}

#[tokio::test]
async fn youtube_row_13_schedules_are_for_private_videos_never_published() {
    let mut body = with("status.publishAt", json!("2100-01-01T00:00:00Z"));
    body["status"]["privacyStatus"] = json!("unlisted");
    assert_eq!(refused(&body).await, "400 youtube.video invalidPublishAt");

    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    let id = video(&sim, &token, &json!({"status": {"privacyStatus": "public"}})).await;
    let update = json!({"id": id, "status": {"privacyStatus": "private", "publishAt": "2100-01-01T00:00:00Z"}});
    let reply = sim.json(Method::PUT, &sim.youtube("/youtube/v3/videos?part=status"), &token, &update).await;
    assert_eq!(reply.youtube_error(), "400 youtube.video invalidPublishAt");
}

#[tokio::test]
async fn youtube_row_14_a_past_schedule_publishes_at_once_or_by_switch_is_refused() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    let id = video(&sim, &token, &json!({"status": {"publishAt": "2020-01-01T00:00:00Z"}})).await;
    assert_eq!(status(&sim, &token, &id).await["status"]["privacyStatus"], "public");
    sim.fault(json!({"platform": "youtube", "kind": "past_publish_at_rejected"})).await;
    let body = with("status.publishAt", json!("2020-01-01T00:00:00Z"));
    assert_eq!(open_with(&sim, &token, &body, &[]).await.youtube_error(), "400 youtube.video invalidPublishAt");
}

#[tokio::test]
async fn youtube_row_17_a_body_that_is_no_video_resource_is_refused() {
    for body in [json!([]), json!("video"), json!({"snippet": "A bowl"}), json!({"title": "A bowl"})] {
        assert_eq!(refused(&body).await, "400 youtube.video invalidVideoMetadata", "{body}");
    }
}

#[tokio::test]
async fn youtube_row_26_the_hundred_and_first_upload_of_the_project_waits_for_the_day() {
    let sim = Sim::start_with(|options| options.access_token_seconds = Some(1_000_000)).await;
    let token = uploader(&sim).await;
    for _ in 0..100 {
        assert_eq!(open_with(&sim, &token, &bowl(), &[]).await.status, 200);
    }
    let other = sim.token("youtube", "kofi", &["youtube.upload"]).await;
    let reply = open_with(&sim, &other, &bowl(), &[]).await;
    assert_eq!(reply.youtube_error(), "403 youtube.quota quotaExceeded", "the project's quota is everybody's");
    assert!(reply.json()["error"]["message"].as_str().unwrap().contains("<a href="));
    sim.advance(86_400.0).await;
    assert_eq!(open_with(&sim, &token, &bowl(), &[]).await.status, 200);
}

#[tokio::test]
async fn youtube_row_27_a_channel_has_a_daily_cap_of_its_own() {
    let sim = Sim::start_with(|options| options.channel_uploads_per_day = Some(1)).await;
    let token = uploader(&sim).await;
    assert_eq!(open_with(&sim, &token, &bowl(), &[]).await.status, 200);
    let reply = open_with(&sim, &token, &bowl(), &[]).await;
    assert_eq!(reply.youtube_error(), "400 youtube.video uploadLimitExceeded");
    let other = sim.token("youtube", "kofi", &["youtube.upload"]).await;
    assert_eq!(open_with(&sim, &other, &bowl(), &[]).await.status, 200);
}

#[tokio::test]
async fn youtube_row_28_other_calls_share_ten_thousand_units() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    let missing = json!({"id": "none", "snippet": {}});
    for _ in 0..5 {
        // Refused calls cost one unit, not fifty.
        sim.json(Method::PUT, &sim.youtube("/youtube/v3/videos?part=snippet"), &token, &missing).await;
    }
    let caption = sim.youtube("/youtube/v3/captions?part=snippet&videoId=none");
    let mut answered = 0;
    while sim.get(&caption, &token).await.status == 200 {
        answered += 1;
    }
    assert_eq!(answered, (10_000 - 5) / 50);
    assert_eq!(sim.get(&caption, &token).await.youtube_error(), "403 youtube.quota quotaExceeded");
    assert_eq!(open_with(&sim, &token, &bowl(), &[]).await.status, 200, "uploads have a bucket of their own");
}

#[tokio::test]
async fn youtube_rows_29_to_32_thumbnails_need_a_picture_a_video_and_a_verified_phone() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    let id = video(&sim, &token, &json!({})).await;
    assert_eq!(thumbnail(&sim, &token, &id, b"").await.youtube_error(), "400 youtube.thumbnail mediaBodyRequired");
    assert_eq!(
        thumbnail(&sim, &token, &id, b"not a picture").await.youtube_error(),
        "400 youtube.thumbnail invalidImage"
    );
    let huge = [PNG, &vec![0; 50 << 20]].concat();
    assert_eq!(thumbnail(&sim, &token, &id, &huge).await.youtube_error(), "400 youtube.thumbnail invalidImage");
    assert_eq!(thumbnail(&sim, &token, "none", PNG).await.youtube_error(), "404 youtube.thumbnail videoNotFound");
    let reply = thumbnail(&sim, &token, &id, PNG).await;
    assert_eq!((reply.status, reply.json()["kind"].as_str()), (200, Some("youtube#thumbnailSetResponse")));
    let shown = sim.get(reply.json()["items"][0]["high"]["url"].as_str().unwrap(), "").await;
    assert_eq!((shown.body.as_slice(), shown.header("content-type")), (PNG, Some("image/png")));

    let unverified = sim.token("youtube", "kofi", &["youtube.upload"]).await;
    let id = video(&sim, &unverified, &json!({})).await;
    assert_eq!(thumbnail(&sim, &unverified, &id, PNG).await.youtube_error(), "403 youtube.thumbnail forbidden");
}

#[tokio::test]
async fn youtube_row_33_captions_need_force_ssl() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    let id = video(&sim, &token, &json!({})).await;
    let snippet = json!({"snippet": {"videoId": id, "language": "en", "name": "English"}});
    let body = format!(
        "--b\r\nContent-Type: application/json\r\n\r\n{snippet}\r\n--b\r\nContent-Type: text/xml\r\n\r\n<tt/>\r\n--b--"
    );
    let headers = vec![("content-type", "multipart/related; boundary=b".to_owned())];
    let ask = |bearer| Ask { bearer, headers: headers.clone(), body: body.clone().into_bytes() };
    let address = sim.youtube("/upload/youtube/v3/captions?uploadType=multipart&part=snippet");
    let poor = sim.token("youtube", "amina", &["youtube.upload", "youtube"]).await;
    assert_eq!(
        sim.send(Method::POST, &address, ask(&poor)).await.youtube_error(),
        "403 global insufficientPermissions"
    );
    assert_eq!(sim.send(Method::POST, &address, ask(&token)).await.status, 200);
    let listed = sim.get(&sim.youtube(&format!("/youtube/v3/captions?part=snippet&videoId={id}")), &token).await;
    assert_eq!(listed.json()["items"][0]["snippet"]["language"], "en");
}

#[tokio::test]
async fn youtube_row_34_other_peoples_playlists_are_out_of_reach() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    let id = video(&sim, &token, &json!({})).await;
    let mine = sim.get(&sim.youtube("/youtube/v3/playlists?part=id&mine=true"), &token).await;
    let mine = mine.json()["items"][0]["id"].as_str().unwrap().to_owned();
    let item =
        |list: &str| json!({"snippet": {"playlistId": list, "resourceId": {"kind": "youtube#video", "videoId": id}}});
    let address = sim.youtube("/youtube/v3/playlistItems?part=snippet");
    assert_eq!(sim.post(&address, &token, &item(&mine)).await.status, 200);
    let other = sim.token("youtube", "kofi", &["youtube.force-ssl"]).await;
    let reply = sim.post(&address, &other, &item(&mine)).await;
    assert_eq!(reply.youtube_error(), "403 youtube.playlistItem playlistItemsNotAccessible");
    assert_eq!(
        sim.post(&address, &token, &item("PLnone")).await.youtube_error(),
        "404 youtube.playlistItem playlistNotFound"
    );
}

#[tokio::test]
async fn playlists_come_in_pages_and_places_by_video() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    let id = video(&sim, &token, &json!({})).await;
    for number in 0..6 {
        let list = json!({"snippet": {"title": format!("List {number}")}});
        assert_eq!(sim.post(&sim.youtube("/youtube/v3/playlists?part=snippet"), &token, &list).await.status, 200);
    }
    let lists = sim.youtube("/youtube/v3/playlists?part=snippet&mine=true");
    let first = sim.get(&lists, &token).await.json();
    assert_eq!(first["items"].as_array().unwrap().len(), 5);
    let next = first["nextPageToken"].as_str().unwrap();
    let second = sim.get(&format!("{lists}&pageToken={next}"), &token).await.json();
    assert_eq!(second["items"].as_array().unwrap().len(), 2);
    assert!(second.get("nextPageToken").is_none());
    for bad in ["maxResults=51", "maxResults=0", "pageToken=other"] {
        assert_eq!(sim.get(&format!("{lists}&{bad}"), &token).await.status, 400, "{bad}");
    }

    let list = second["items"][0]["id"].as_str().unwrap();
    let item = json!({"snippet": {"playlistId": list, "resourceId": {"kind": "youtube#video", "videoId": id}}});
    sim.post(&sim.youtube("/youtube/v3/playlistItems?part=snippet"), &token, &item).await;
    let items = sim.youtube(&format!("/youtube/v3/playlistItems?part=snippet&playlistId={list}"));
    let places = |list: serde_json::Value| list["items"].as_array().unwrap().len();
    assert_eq!(places(sim.get(&format!("{items}&videoId={id}"), &token).await.json()), 1);
    assert_eq!(places(sim.get(&format!("{items}&videoId=another"), &token).await.json()), 0);
}

#[tokio::test]
async fn a_change_whose_answer_is_lost_was_made() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    sim.fault(json!({"platform": "youtube", "kind": "drop_answer_of_change"})).await;
    let lists = sim.youtube("/youtube/v3/playlists?part=snippet&mine=true");
    let before = sim.get(&lists, &token).await.json();
    assert_eq!(before["items"].as_array().unwrap().len(), 1, "a question lost its answer");
    let headers = vec![("content-type", "application/json".to_owned())];
    let ask = Ask { bearer: &token, headers, body: json!({"snippet": {"title": "New"}}).to_string().into_bytes() };
    let address = sim.youtube("/youtube/v3/playlists?part=snippet");
    assert!(sim.try_send(Method::POST, &address, ask).await.is_err());
    assert_eq!(sim.get(&lists, &token).await.json()["items"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn youtube_row_35_some_accounts_may_not_upload_to_their_channel() {
    let sim = Sim::start().await;
    let token = sim.token("youtube", "viewer", &["youtube.upload"]).await;
    assert_eq!(open_with(&sim, &token, &bowl(), &[]).await.youtube_error(), "403 youtube.common forbidden");
}

#[tokio::test]
async fn processing_ends_a_schedule_comes_due_and_views_arrive() {
    let sim = Sim::start_with(|options| options.access_token_seconds = Some(1_000_000)).await;
    let token = uploader(&sim).await;
    let now = sim.get(&sim.admin("/clock"), "").await.json()["now"].as_str().unwrap().to_owned();
    let due = chrono::DateTime::parse_from_rfc3339(&now).unwrap() + chrono::TimeDelta::hours(2);
    let id = video(&sim, &token, &json!({"status": {"publishAt": due.to_rfc3339()}})).await;
    let seen = status(&sim, &token, &id).await;
    assert_eq!(
        (&seen["status"]["uploadStatus"], &seen["processingDetails"]["processingStatus"]),
        (&json!("uploaded"), &json!("processing"))
    );
    sim.advance(3600.0).await;
    let seen = status(&sim, &token, &id).await;
    assert_eq!(
        (&seen["status"]["uploadStatus"], &seen["processingDetails"]["processingStatus"]),
        (&json!("processed"), &json!("succeeded"))
    );
    assert_eq!(
        (&seen["status"]["privacyStatus"], seen["status"].get("publishAt").is_some()),
        (&json!("private"), true)
    );
    sim.advance(7200.0).await;
    let seen = status(&sim, &token, &id).await;
    assert_eq!(
        (&seen["status"]["privacyStatus"], seen["status"].get("publishAt").is_some()),
        (&json!("public"), false)
    );
    assert!(seen["statistics"]["viewCount"].as_str().unwrap().parse::<u64>().unwrap() > 0, "counters are strings");
    let stats =
        sim.get(&sim.youtube(&format!("/youtube/v3/videos:batchGetStats?part=id,statistics&id={id}")), "").await;
    assert_eq!(stats.json()["items"][0]["kind"], "youtube#videoStats", "public numbers need no sign-in");
}

#[tokio::test]
async fn a_finished_video_has_pages_and_can_be_updated_and_deleted() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    let id = video(&sim, &token, &json!({"snippet": {"title": "Bowl & \"plate\"", "description": "Clay"}})).await;
    for path in [format!("/watch?v={id}"), format!("/shorts/{id}")] {
        let page = sim.get(&sim.youtube(&path), "").await.text();
        assert!(page.contains("Bowl &amp; &quot;plate&quot;") && page.contains(&sha256(&film(500))), "{page}");
    }
    let update = json!({"id": id, "snippet": {"title": "Plate", "categoryId": "22"}});
    let address = sim.youtube("/youtube/v3/videos?part=snippet");
    let reply = sim.json(Method::PUT, &address, &token, &update).await;
    assert_eq!(
        (&reply.json()["snippet"]["title"], &reply.json()["snippet"]["description"]),
        (&json!("Plate"), &json!("")),
        "what is left out is erased"
    );
    let other = sim.token("youtube", "kofi", &["youtube.force-ssl"]).await;
    assert_eq!(sim.json(Method::PUT, &address, &other, &update).await.youtube_error(), "403 youtube.video forbidden");
    let gone = sim
        .send(
            Method::DELETE,
            &sim.youtube(&format!("/youtube/v3/videos?id={id}")),
            Ask { bearer: &token, ..Ask::default() },
        )
        .await;
    assert_eq!(gone.status, 204);
    assert_eq!(
        sim.get(&sim.youtube(&format!("/youtube/v3/videos?part=id&id={id}")), &token).await.json()["items"],
        json!([])
    );
    assert_eq!(sim.get(&sim.youtube(&format!("/watch?v={id}")), "").await.status, 404);
}

#[tokio::test]
async fn private_videos_are_for_their_owner() {
    let sim = Sim::start().await;
    let token = uploader(&sim).await;
    let id = video(&sim, &token, &json!({})).await;
    let other = sim.token("youtube", "kofi", &["youtube.readonly"]).await;
    let address = sim.youtube(&format!("/youtube/v3/videos?part=status&id={id}"));
    assert_eq!(sim.get(&address, &token).await.json()["items"][0]["id"], json!(id));
    assert_eq!(sim.get(&address, &other).await.json()["items"], json!([]));
    let missing = sim.get(&sim.youtube("/youtube/v3/videos?part=status"), &token).await;
    assert_eq!(missing.youtube_error(), "400 global missingRequiredParameter");
}
