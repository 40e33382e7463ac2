//! `status/fetch` and `cancel`.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::access::{PUBLISH, UPLOAD, authorise};
use super::errors::{Answer, Refusal, answer};
use super::limits::Endpoint;
use super::post::{Post, Stage};
use crate::params::json_object;
use crate::world::App;

pub(crate) async fn fetch(State(app): State<App>, request: Request) -> Response {
    with_own_post(app, request, Some(Endpoint::Status), |app, post| {
        let now = app.now();
        let pulled = post.upload.is_none();
        let mut data = match post.stage(now) {
            Stage::Uploading | Stage::Processing if pulled => json!({"status": "PROCESSING_DOWNLOAD"}),
            Stage::Uploading | Stage::Processing => json!({"status": "PROCESSING_UPLOAD"}),
            Stage::InInbox => json!({"status": "SEND_TO_USER_INBOX"}),
            Stage::Published => json!({"status": "PUBLISH_COMPLETE"}),
            Stage::Failed(reason) => json!({"status": "FAILED", "fail_reason": reason}),
        };
        data[if pulled { "downloaded_bytes" } else { "uploaded_bytes" }] = json!(post.stored_bytes());
        // TikTok's spelling; int64 numbers.
        let ids: Vec<i64> = post.public_id(now).and_then(|id| id.parse().ok()).into_iter().collect();
        data["publicaly_available_post_id"] = json!(ids);
        Ok(data)
    })
    .await
}

pub(crate) async fn cancel(State(app): State<App>, request: Request) -> Response {
    with_own_post(app, request, None, |app, post| {
        let pulling = post.upload.is_none() && post.stage(app.now()) == Stage::Processing;
        if post.stage(app.now()) != Stage::Uploading && !pulling {
            return Err(Refusal::new(400, "publish_not_cancellable", "The publish can no longer be cancelled."));
        }
        post.cancelled = true;
        Ok(json!({}))
    })
    .await
}

async fn with_own_post(
    app: App,
    request: Request,
    endpoint: Option<Endpoint>,
    work: impl FnOnce(&App, &mut Post) -> Answer<Value>,
) -> Response {
    let (parts, body) = request.into_parts();
    let caller = match authorise(&app, &parts, &[UPLOAD, PUBLISH], endpoint) {
        Ok(caller) => caller,
        Err(refusal) => return refusal.into_response(),
    };
    let body = json_object(&parts, body).await;
    let mut tiktok = app.tiktok();
    let id = body.as_ref().and_then(|body| body.get("publish_id")).and_then(Value::as_str).unwrap_or_default();
    answer(match tiktok.post_mut(id) {
        None => Err(Refusal::new(400, "invalid_publish_id", "The publish_id does not exist.")),
        Some(post) if post.account != caller.account => {
            let message = "The access token was not authorized for the specified publish_id.";
            Err(Refusal::new(400, "token_not_authorized_for_specified_publish_id", message))
        }
        Some(post) => work(&app, post),
    })
}
