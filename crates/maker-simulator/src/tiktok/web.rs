//! Pages for people: a creator's profile and each post.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::post::{Post, Stage};
use super::state::Tiktok;
use crate::html::{escape, page};
use crate::world::App;

pub(crate) async fn video(State(app): State<App>, Path((username, id)): Path<(String, String)>) -> Response {
    let (tiktok, now) = (app.tiktok(), app.now());
    let account = tiktok.accounts.iter().find(|account| username.strip_prefix('@') == Some(account.username));
    let has_id = |post: &&Post| post.arrived.as_ref().is_some_and(|arrival| arrival.post_id == id);
    let published = |post: &&Post| post.stage(now) == Stage::Published;
    let found = account
        .zip(tiktok.posts.iter().filter(published).find(has_id))
        .filter(|(account, post)| account.id == post.account);
    let Some((account, post)) = found else { return missing() };
    let sha256 = post.upload.as_ref().map(|upload| upload.hash.hex()).unwrap_or_default();
    let body = format!(
        "<main class=\"card wide\"><p class=\"badge\">Pretend TikTok</p><div class=\"screen\" style=\"background-image:url(/cover/{id})\"></div>\
         <h1 id=\"title\">{title}</h1><p><a href=\"/@{username}\">{nickname}</a> · {views} views</p>\
         <dl><dt>Privacy</dt><dd id=\"privacy\">{privacy}</dd><dt>Account</dt><dd id=\"account\">{account}</dd><dt>Bytes</dt><dd id=\"bytes\">{bytes}</dd>\
         <dt>SHA-256</dt><dd><code id=\"sha256\">{sha256}</code></dd></dl></main>",
        id = escape(&id),
        title = escape(&post.title),
        username = account.username,
        nickname = escape(account.nickname),
        views = post.views(now),
        privacy = post.privacy.as_deref().unwrap_or_default(),
        account = account.id,
        bytes = post.stored_bytes(),
    );
    page(StatusCode::OK, &post.title, &body)
}

pub(crate) async fn profile(State(app): State<App>, Path(username): Path<String>) -> Response {
    let tiktok = app.tiktok();
    let account = tiktok.accounts.iter().find(|account| username.strip_prefix('@') == Some(account.username));
    match account {
        Some(account) => listing(&app, &tiktok, account.nickname, |post| post.account == account.id),
        None => missing(),
    }
}

pub(crate) async fn home(State(app): State<App>) -> Response {
    listing(&app, &app.tiktok(), "All posts", |_| true)
}

fn listing(app: &App, tiktok: &Tiktok, title: &str, wanted: impl Fn(&Post) -> bool) -> Response {
    let now = app.now();
    let live = tiktok.posts.iter().filter(|post| wanted(post) && post.stage(now) == Stage::Published);
    let rows: String = live
        .filter_map(|post| {
            let (account, arrival) = (tiktok.account(post.account)?, post.arrived.as_ref()?);
            let name = if post.title.is_empty() { "(no caption)" } else { &post.title };
            let address = format!("/@{}/video/{}", account.username, arrival.post_id);
            Some(format!(
                "<tr><td><a href=\"{address}\">{}</a></td><td>{}</td></tr>",
                escape(name),
                post.stored_bytes()
            ))
        })
        .collect();
    let body = format!(
        "<main class=\"card wide\"><p class=\"badge\">Pretend TikTok</p><h1>{}</h1><table><tr><th>Caption</th><th>Bytes</th></tr>{rows}</table></main>",
        escape(title)
    );
    page(StatusCode::OK, title, &body)
}

fn missing() -> Response {
    let body = "<main class=\"card\"><p class=\"badge\">Pretend TikTok</p><h1>Nothing to see here</h1></main>";
    page(StatusCode::NOT_FOUND, "Pretend TikTok", body)
}

pub(crate) async fn cover(Path(_id): Path<String>) -> Response {
    ([(header::CONTENT_TYPE, "image/png")], include_bytes!("../../assets/thumbnail.png").as_slice()).into_response()
}

pub(crate) async fn avatar(Path(_id): Path<String>) -> Response {
    ([(header::CONTENT_TYPE, "image/png")], include_bytes!("../../assets/avatar.png").as_slice()).into_response()
}
