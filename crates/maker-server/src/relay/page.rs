//! The pages the relay shows. Self-contained, no script, nothing from outside, and every value from a request escaped.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use maker_domain::Platform;

const STYLE: &str = "\
:root{color-scheme:light dark;--back:#f6f4f0;--card:#fff;--text:#22201c;--quiet:#6a655d;--main:#22201c;--on-main:#fff}\
@media(prefers-color-scheme:dark){:root{--back:#191816;--card:#24221f;--text:#f1eee8;--quiet:#a8a298;--main:#f1eee8;--on-main:#191816}}\
*{box-sizing:border-box}\
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;background:var(--back);color:var(--text);\
font:1rem/1.5 system-ui,sans-serif}\
main{max-width:27rem;padding:2rem;border-radius:1rem;background:var(--card)}\
h1{margin:0 0 .5rem;font-size:1.35rem}p{margin:0 0 1rem}small{color:var(--quiet)}\
a{display:inline-block;padding:.65rem 1.2rem;border-radius:.6rem;background:var(--main);color:var(--on-main);\
text-decoration:none;font-weight:600}a:focus-visible{outline:3px solid #4a90d9;outline-offset:3px}";

/// The hash is of [`STYLE`]; a test says the new one when the style changes.
const POLICY: &str = "default-src 'none'; style-src 'sha256-UtB5w4j2VV0d7pVbTWU7pW0P0QWsWE0FYzBQ6T6ibiY='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Opens `link` by itself, with a button for browsers that ask for a click first.
pub(super) fn hand_over(platform: Platform, link: &str, error: Option<&str>) -> Response {
    let name = platform.name();
    let (title, words) = match error {
        None => (
            "Back to Maker Studio".to_owned(),
            format!("{name} has said yes. Maker Studio opens by itself and finishes the rest."),
        ),
        Some("access_denied") => (
            "Nothing was connected".to_owned(),
            format!("You did not allow access to {name}. That is fine: you can try again in Maker Studio at any time."),
        ),
        Some(code) => (
            "The sign-in was not finished".to_owned(),
            format!("{name} answered “{}”. Nothing was connected; you can try again in Maker Studio.", escape(code)),
        ),
    };
    let link = escape(link);
    let refresh = format!("<meta http-equiv=\"refresh\" content=\"0; url={link}\">");
    let body = format!(
        "<h1>{title}</h1><p>{words}</p><p><a id=\"open-app\" href=\"{link}\">Open Maker Studio</a></p>\
         <p><small>If nothing opens: allow the browser to open Maker Studio when it asks, or press the button. \
         Is the app not installed or not running? Start it and sign in there again; this page holds nothing you need to \
         keep, and you can close it.</small></p>"
    );
    page(StatusCode::OK, &title, &refresh, &body)
}

/// For what no platform sends.
pub(super) fn odd(platform: Platform) -> Response {
    let body = format!(
        "<h1>This is not a sign-in we understand</h1><p>The address did not come from {} as it should. Nothing was \
         connected. Start the sign-in again in Maker Studio; you can close this page.</p>",
        platform.name()
    );
    page(StatusCode::BAD_REQUEST, "Not a sign-in", "", &body)
}

/// Headers of everything the browser sees here: the address holds a code.
pub(super) fn guard(headers: &mut HeaderMap) {
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

fn page(status: StatusCode, title: &str, head: &str, body: &str) -> Response {
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\">\
         <title>{title}</title>{head}<style>{STYLE}</style></head><body><main>{body}</main></body></html>"
    );
    let mut response = (status, Html(html)).into_response();
    guard(response.headers_mut());
    response
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn f48_the_policy_allows_this_style_and_nothing_else() {
        let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(STYLE)));
        assert!(POLICY.contains(&hash), "put {hash} into POLICY");
        assert!(POLICY.starts_with("default-src 'none'") && !POLICY.contains("unsafe"));
    }

    #[test]
    fn f47_markup_is_text() {
        assert_eq!(escape("<a href='x' title=\"y\">&"), "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;");
    }
}
