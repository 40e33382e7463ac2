//! The admin interface's front page for people: addresses, uploads, faults.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;

use super::uploads::all;
use crate::clock::stamp;
use crate::html::{escape, page};
use crate::world::App;

pub(crate) async fn home(State(app): State<App>) -> Response {
    let uploads: String = all(&app).iter().map(upload_row).collect();
    let faults: String = app
        .faults
        .all()
        .iter()
        .map(|fault| {
            format!("<tr><td><code>{}</code></td></tr>", escape(&serde_json::to_string(fault).unwrap_or_default()))
        })
        .collect();
    let body = format!(
        "<main class=\"card wide\"><p class=\"badge\">Pretend platforms</p><h1>Maker simulator</h1>\
         <dl><dt>YouTube</dt><dd><a href=\"{youtube}\">{youtube}</a></dd><dt>TikTok</dt><dd><a href=\"{tiktok}\">{tiktok}</a></dd>\
         <dt>Admin</dt><dd>{admin} · <a href=\"/uploads\">uploads</a> · <a href=\"/log\">log</a> · <a href=\"/faults\">faults</a> · <a href=\"/policy\">policy</a></dd>\
         <dt>Clock</dt><dd>{now}</dd></dl>\
         <h2>Uploads</h2><table><tr><th>Platform</th><th>Title</th><th>State</th><th>Bytes</th></tr>{uploads}</table>\
         <h2>Faults</h2><table>{faults}</table></main>",
        youtube = app.addresses.youtube,
        tiktok = app.addresses.tiktok,
        admin = app.addresses.admin,
        now = stamp(app.now()),
    );
    page(StatusCode::OK, "Maker simulator", &body)
}

fn upload_row(upload: &Value) -> String {
    let text = |name: &str| escape(upload[name].as_str().unwrap_or_default());
    let title = match upload["url"].as_str() {
        Some(url) => format!("<a href=\"{}\">{}</a>", escape(url), or_untitled(&text("title"))),
        None => or_untitled(&text("title")).to_owned(),
    };
    format!(
        "<tr><td>{}</td><td>{title}</td><td>{}</td><td>{}</td></tr>",
        text("platform"),
        text("state"),
        upload["bytes"]
    )
}

fn or_untitled(title: &str) -> &str {
    if title.is_empty() { "(no title)" } else { title }
}
