//! Pretend TikTok: Login Kit, the Content Posting API with chunked uploads, and what the Display API tells about posts.
//! Pure rules are in `plan`, `limits` and `post`; the rest is thin HTTP.

mod access;
mod accounts;
mod caps;
mod creator;
mod direct;
pub(crate) mod errors;
mod inbox;
mod limits;
mod oauth;
mod photo;
mod plan;
mod post;
mod source;
pub(crate) mod state;
mod status;
mod upload;
mod user;
mod videos;
mod web;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post, put};

use crate::log::record;
use crate::meddle::meddle;
use crate::steps::Platform;
use crate::world::App;

pub(crate) use access::mint;
pub(crate) use state::admin_uploads;
pub(crate) use upload::finish_draft;

pub(crate) fn router(app: App) -> Router {
    let layered = (app.clone(), Platform::Tiktok);
    Router::new()
        .route("/v2/auth/authorize/", get(oauth::ask).post(oauth::answer))
        .route("/v2/oauth/token/", post(oauth::token))
        .route("/v2/oauth/revoke/", post(oauth::revoke))
        .route("/v2/post/publish/creator_info/query/", post(creator::info))
        .route("/v2/post/publish/video/init/", post(direct::init))
        .route("/v2/post/publish/inbox/video/init/", post(inbox::init))
        .route("/v2/post/publish/content/init/", post(photo::init))
        .route("/v2/post/publish/status/fetch/", post(status::fetch))
        .route("/v2/post/publish/cancel/", post(status::cancel))
        .route("/v2/user/info/", get(user::info))
        .route("/v2/video/list/", post(videos::list))
        .route("/v2/video/query/", post(videos::query))
        .route("/video/", put(upload::chunk))
        .route("/", get(web::home))
        .route("/avatar/{id}", get(web::avatar))
        .route("/cover/{id}", get(web::cover))
        .route("/{username}", get(web::profile))
        .route("/{username}/video/{id}", get(web::video))
        .fallback(errors::not_found)
        .layer(from_fn_with_state(layered.clone(), meddle))
        .layer(from_fn_with_state(layered, record))
        .with_state(app)
}
