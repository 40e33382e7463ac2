//! `channels.list`: who is connected. An account without a channel gets an empty list, not an error.

use axum::Json;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};

use super::access::{TO_READ, authorise, charged};
use super::accounts::{Account, channel_by_handle, channel_by_id};
use super::errors::ApiError;
use super::parts::Parts;
use super::quota::Bucket;
use super::resource;
use super::videos::listing;
use crate::params::Params;
use crate::world::App;

pub(crate) async fn list(State(app): State<App>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let listed = authorise(&app, &head, TO_READ).and_then(|caller| {
        charged(&app, Bucket::Units(1), || {
            let params = Params::of_query(&head);
            let parts = Parts::read(&params)?;
            let owners: Vec<&Account> = if params.get("mine") == Some("true") {
                vec![caller]
            } else if params.filled("id").is_some() {
                params.list("id").iter().filter_map(|id| Some(channel_by_id(id)?.0)).collect()
            } else if let Some(handle) = params.filled("forHandle") {
                let handle = format!("@{}", handle.trim_start_matches('@'));
                channel_by_handle(&handle).map(|(owner, _)| owner).into_iter().collect()
            } else {
                return Err(ApiError::missing_parameter(
                    "mine",
                    "No filter selected. Expected one of: id, mine, forHandle",
                ));
            };
            let (youtube, now) = (app.youtube(), app.now());
            let items = owners.into_iter().filter_map(|owner| {
                let videos: Vec<_> = youtube.videos.iter().filter(|video| video.account == owner.id).collect();
                let views = videos.iter().map(|video| video.views(now)).sum();
                Some(parts.select(resource::channel(owner, &app.addresses.youtube, videos.len(), views)?))
            });
            Ok(listing("youtube#channelListResponse", items.collect()))
        })
    });
    listed.map(Json).into_response()
}
