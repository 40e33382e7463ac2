//! `videos:batchGetStats`: many videos' numbers in one call, from a quota of its own. Public videos need no sign-in.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::request::Parts as Head;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::access::{TO_READ, authorise, bearer, charged};
use super::accounts::Account;
use super::errors::Answer;
use super::parts::Parts;
use super::quota::Bucket;
use super::resource::{duration, statistics};
use super::videos::wanted_ids;
use crate::clock::seconds_stamp;
use crate::params::Params;
use crate::world::App;

pub(crate) async fn batch(State(app): State<App>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    read(&app, &head).map(Json).into_response()
}

fn read(app: &App, head: &Head) -> Answer<Value> {
    let caller = match bearer(head) {
        Some(_) => Some(authorise(app, head, TO_READ)?),
        None => None,
    };
    charged(app, Bucket::Stats, || items(app, caller, head))
}

fn items(app: &App, caller: Option<&Account>, head: &Head) -> Answer<Value> {
    let params = Params::of_query(head);
    let parts = Parts::read(&params)?;
    let ids = wanted_ids(&params)?;
    let (youtube, now) = (app.youtube(), app.now());
    let own = |account: &str| caller.is_some_and(|caller| caller.id == account);
    let found = ids.iter().filter_map(|id| youtube.video(id));
    let items: Vec<Value> = found
        .filter(|video| own(video.account) || video.privacy(now) == "public")
        .map(|video| {
            let seconds = video.seconds(now);
            let mut counts = statistics(video, now);
            if let Some(counts) = counts.as_object_mut() {
                counts.remove("favoriteCount");
            }
            parts.select(json!({
                "kind": "youtube#videoStats", "etag": "sim", "id": video.id,
                "snippet": {"publishTime": seconds_stamp(video.created)},
                "statistics": counts,
                "contentDetails": {"duration": duration(seconds), "durationMillis": (seconds * 1000).to_string()},
            }))
        })
        .collect();
    Ok(json!({"kind": "youtube#batchGetStatsResponse", "etag": "sim", "items": items}))
}
