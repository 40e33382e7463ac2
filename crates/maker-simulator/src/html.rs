//! The few HTML pieces that every page of the simulator shares.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Text made safe for element content and quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// A whole page. `title` is escaped here, `body` is HTML already.
pub(crate) fn page(status: StatusCode, title: &str, body: &str) -> Response {
    let text = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"referrer\" content=\"no-referrer\"><title>{}</title><style>{}</style></head><body>{body}</body></html>",
        escape(title),
        include_str!("../assets/pages.css"),
    );
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], text)
        .into_response()
}

/// What a person sees when a sign-in request is refused. `code` is the platform's own word for it.
pub(crate) fn sign_in_error(platform: &str, code: &str, detail: &str) -> Response {
    let body = format!(
        "<main class=\"card\"><p class=\"badge\">Pretend {platform}</p><h1>Access blocked</h1><p>{}</p><p class=\"quiet\">Error 400: <code id=\"error\">{}</code></p></main>",
        escape(detail),
        escape(code),
    );
    page(StatusCode::BAD_REQUEST, &format!("{platform}: access blocked"), &body)
}
