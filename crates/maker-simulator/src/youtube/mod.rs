//! Pretend YouTube: Google sign-in, the Data API v3 as far as publishing needs it, resumable and simple uploads, and pages
//! for what was published. Pure rules are in `sessions`, `content_range`, `metadata`, `quota`; the rest is thin HTTP.

mod access;
mod accounts;
mod captions;
mod channels;
mod content_range;
pub(crate) mod errors;
mod metadata;
mod oauth;
mod parts;
mod playlists;
mod quota;
mod receive;
mod resource;
mod sessions;
mod simple_upload;
pub(crate) mod state;
mod stats;
mod thumbnails;
mod upload;
mod video;
mod videos;
mod web;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use crate::log::record;
use crate::meddle::meddle;
use crate::steps::Platform;
use crate::world::App;

pub(crate) use access::mint;
pub(crate) use resource::admin_uploads;

pub(crate) fn router(app: App) -> Router {
    let videos_upload = post(upload::post).put(upload::put).delete(upload::cancel);
    let captions_upload = post(captions::insert).put(upload::put).delete(upload::cancel);
    let thumbnail_upload = post(thumbnails::set).put(upload::put).delete(upload::cancel);
    let layered = (app.clone(), Platform::Youtube);
    Router::new()
        .route("/o/oauth2/v2/auth", get(oauth::ask).post(oauth::answer))
        .route("/o/oauth2/auth", get(oauth::ask).post(oauth::answer))
        .route("/token", post(oauth::token))
        .route("/revoke", post(oauth::revoke))
        .route("/upload/youtube/v3/videos", videos_upload.clone())
        .route("/resumable/upload/youtube/v3/videos", videos_upload)
        .route("/upload/youtube/v3/captions", captions_upload)
        .route("/upload/youtube/v3/thumbnails/set", thumbnail_upload)
        .route("/youtube/v3/videos", get(videos::list).post(upload::post).put(videos::update).delete(videos::delete))
        .route("/youtube/v3/videos:batchGetStats", get(stats::batch))
        .route("/youtube/v3/videoCategories", get(videos::categories))
        .route("/youtube/v3/channels", get(channels::list))
        .route("/youtube/v3/captions", get(captions::list))
        .route("/youtube/v3/playlists", get(playlists::list).post(playlists::insert))
        .route("/youtube/v3/playlistItems", get(playlists::list_items).post(playlists::insert_item))
        .route("/", get(web::home))
        .route("/watch", get(web::watch))
        .route("/shorts/{id}", get(web::short))
        .route("/playlist", get(web::playlist))
        .route("/channel/{id}", get(web::channel))
        .route("/{handle}", get(web::handle))
        .route("/vi/{id}/{file}", get(web::thumbnail))
        .route("/avatar/{id}", get(web::avatar))
        .fallback(errors::not_found)
        .layer(from_fn_with_state(layered.clone(), meddle))
        .layer(from_fn_with_state(layered, record))
        .with_state(app)
}
