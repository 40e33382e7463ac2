//! Pages for people: what was published can be looked at where the API said it is.

use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::accounts::{account, channel_by_handle, channel_by_id};
use super::video::{Stage, Video};
use crate::html::{escape, page};
use crate::world::App;

#[derive(Deserialize)]
pub(crate) struct Watch {
    v: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct List {
    list: Option<String>,
}

pub(crate) async fn watch(State(app): State<App>, Query(watch): Query<Watch>) -> Response {
    video_page(&app, &watch.v.unwrap_or_default())
}

pub(crate) async fn short(State(app): State<App>, Path(id): Path<String>) -> Response {
    video_page(&app, &id)
}

fn video_page(app: &App, id: &str) -> Response {
    let (youtube, now) = (app.youtube(), app.now());
    // Pages have no sign-in, so a private video's page is shown too, and says that it is private.
    let Some(video) = youtube.video(id) else { return missing("This video isn't available any more.") };
    let owner = account(video.account).and_then(|account| account.channel.as_ref());
    let state = match video.stage(now) {
        Stage::Processing => "processing",
        Stage::Processed => "processed",
        Stage::Failed | Stage::Rejected => "failed",
    };
    let body = format!(
        "<main class=\"card wide\"><p class=\"badge\">Pretend YouTube</p><div class=\"screen\" style=\"background-image:url(/vi/{id}/hqdefault.jpg)\"></div>\
         <h1 id=\"title\">{title}</h1><p><a href=\"/{handle}\">{channel}</a> · {views} views</p><p>{description}</p>\
         <dl><dt>Privacy</dt><dd id=\"privacy\">{privacy}</dd><dt>State</dt><dd id=\"state\">{state}</dd><dt>Account</dt><dd id=\"account\">{account}</dd>\
         <dt>Bytes</dt><dd id=\"bytes\">{bytes}</dd><dt>SHA-256</dt><dd><code id=\"sha256\">{sha256}</code></dd></dl></main>",
        id = escape(&video.id),
        title = escape(&video.metadata.title),
        handle = owner.map_or("", |channel| channel.handle),
        channel = escape(owner.map_or("", |channel| channel.title)),
        views = video.views(now),
        description = escape(&video.metadata.description),
        privacy = video.privacy(now),
        account = video.account,
        bytes = video.bytes,
        sha256 = video.sha256,
    );
    page(StatusCode::OK, &video.metadata.title, &body)
}

pub(crate) async fn home(State(app): State<App>) -> Response {
    let youtube = app.youtube();
    listing_page("All videos", youtube.videos.iter())
}

pub(crate) async fn channel(State(app): State<App>, Path(id): Path<String>) -> Response {
    channel_page(&app, channel_by_id(&id).map(|(account, channel)| (account.id, channel.title)))
}

pub(crate) async fn handle(State(app): State<App>, Path(handle): Path<String>) -> Response {
    channel_page(&app, channel_by_handle(&handle).map(|(account, channel)| (account.id, channel.title)))
}

fn channel_page(app: &App, found: Option<(&str, &str)>) -> Response {
    let Some((account, title)) = found else { return missing("This channel does not exist.") };
    let youtube = app.youtube();
    listing_page(title, youtube.videos.iter().filter(|video| video.account == account))
}

pub(crate) async fn playlist(State(app): State<App>, Query(list): Query<List>) -> Response {
    let youtube = app.youtube();
    let id = list.list.unwrap_or_default();
    let Some(list) = youtube.playlists.iter().find(|list| list.id == id) else {
        return missing("This playlist does not exist.");
    };
    listing_page(&list.title, list.items.iter().filter_map(|item| youtube.video(&item.1)))
}

fn listing_page<'a>(title: &str, videos: impl Iterator<Item = &'a Video>) -> Response {
    let rows: String = videos
        .map(|video| {
            format!(
                "<tr><td><a href=\"/watch?v={}\">{}</a></td><td>{}</td></tr>",
                video.id,
                escape(&video.metadata.title),
                video.bytes
            )
        })
        .collect();
    let body = format!(
        "<main class=\"card wide\"><p class=\"badge\">Pretend YouTube</p><h1>{}</h1><table><tr><th>Title</th><th>Bytes</th></tr>{rows}</table></main>",
        escape(title)
    );
    page(StatusCode::OK, title, &body)
}

fn missing(text: &str) -> Response {
    page(
        StatusCode::NOT_FOUND,
        "Pretend YouTube",
        &format!("<main class=\"card\"><p class=\"badge\">Pretend YouTube</p><h1>{text}</h1></main>"),
    )
}

/// A video's picture: the one that was set, or the same stand-in for all.
pub(crate) async fn thumbnail(State(app): State<App>, Path((id, _file)): Path<(String, String)>) -> Response {
    let youtube = app.youtube();
    let Some(video) = youtube.video(&id) else { return StatusCode::NOT_FOUND.into_response() };
    match &video.thumbnail {
        Some(image) if !image.bytes.is_empty() => {
            ([(header::CONTENT_TYPE, image.media_type)], image.bytes.clone()).into_response()
        }
        _ => ([(header::CONTENT_TYPE, "image/png")], include_bytes!("../../assets/thumbnail.png").as_slice())
            .into_response(),
    }
}

pub(crate) async fn avatar(Path(_account): Path<String>) -> Response {
    ([(header::CONTENT_TYPE, "image/png")], include_bytes!("../../assets/avatar.png").as_slice()).into_response()
}
