//! Where a platform sends the browser after consent. Known parameters, bounded, are passed on: by the deep link, or to a
//! command line's listener when the state ends in its port. Nothing is believed here: the app checks the state.

use axum::extract::{Path, RawQuery};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use url::form_urlencoded::Serializer;

use super::{page, platform};
use crate::problem::Problem;

/// What is passed on, with the longest honest value in bytes.
const KNOWN: [(&str, usize); 6] =
    [("code", 2_048), ("state", 256), ("scopes", 512), ("error", 64), ("error_description", 300), ("iss", 200)];
/// The app refuses links of more than 4,096 bytes.
const QUERY_LIMIT: usize = 4_000;

/// The page that a platform sends the browser to.
#[utoipa::path(get, path = "/oauth/{platform}/callback", tag = "relay", security(()),
    params(("platform" = String, Path), ("code" = Option<String>, Query), ("state" = Option<String>, Query),
        ("scopes" = Option<String>, Query), ("error" = Option<String>, Query),
        ("error_description" = Option<String>, Query), ("iss" = Option<String>, Query)),
    responses((status = 200, description = "A page that leads back to the app", body = String, content_type = "text/html"),
        (status = 303, description = "To the listener of a command line on this computer"),
        (status = 400, description = "No platform sends this", body = String, content_type = "text/html")))]
pub(super) async fn callback(Path(slug): Path<String>, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let platform = platform(&slug)?;
    let Some(returned) = read(query.as_deref().unwrap_or_default()) else {
        return Ok(page::odd(platform));
    };
    let passed_on = returned.passed_on();
    if let Some(port) = listener_port(&returned.state) {
        let to = format!("http://127.0.0.1:{port}/relay?{passed_on}");
        return Ok(see(&to));
    }
    let link = format!("app.makerstudio://oauth/{}?{passed_on}", platform.slug());
    Ok(page::hand_over(platform, &link, returned.error.as_deref()))
}

struct Returned {
    state: String,
    error: Option<String>,
    pairs: Vec<(&'static str, String)>,
}

impl Returned {
    fn passed_on(&self) -> String {
        Serializer::new(String::new()).extend_pairs(&self.pairs).finish()
    }
}

/// `None` when it is no platform's answer: too long, given twice, control characters, or without state and code or error.
fn read(query: &str) -> Option<Returned> {
    if query.len() > QUERY_LIMIT {
        return None;
    }
    let mut pairs: Vec<(&'static str, String)> = Vec::new();
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        let Some((known, limit)) = KNOWN.into_iter().find(|(known, _)| *known == name) else { continue };
        let twice = pairs.iter().any(|(seen, _)| *seen == known);
        if twice || value.len() > limit || value.chars().any(char::is_control) {
            return None;
        }
        pairs.push((known, value.into_owned()));
    }
    let filled = |name: &str| pairs.iter().find(|(n, v)| *n == name && !v.is_empty()).map(|(_, v)| v.clone());
    let (state, error) = (filled("state")?, filled("error"));
    if error.is_none() && filled("code").is_none() {
        return None;
    }
    let returned = Returned { state, error, pairs };
    Some(returned).filter(|r| r.passed_on().len() <= QUERY_LIMIT)
}

/// The port behind the last `~` of a command line's state. Ports below 1024 belong to the system's own services.
fn listener_port(state: &str) -> Option<u16> {
    let (_, port) = state.rsplit_once('~')?;
    let digits = port.bytes().all(|b| b.is_ascii_digit()) && !port.starts_with('0');
    port.parse().ok().filter(|port| digits && *port >= 1_024)
}

fn see(to: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    // Made of digits and form-encoded text, so it always is a header value.
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    page::guard(response.headers_mut());
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_port_at_the_states_end_leads_to_a_listener() {
        for (state, port) in [
            ("abc~40000", Some(40_000)),
            ("a~b~1024", Some(1_024)),
            ("abc~65535", Some(65_535)),
            ("abc~1023", None),
            ("abc~65536", None),
            ("abc~080", None),
            ("abc~+8080", None),
            ("abc~8080@evil.example", None),
            ("abc~8080/", None),
            ("abc~", None),
            ("40000", None),
        ] {
            assert_eq!(listener_port(state), port, "{state}");
        }
    }

    #[test]
    fn only_known_parameters_are_passed_on_and_nothing_long_or_double() {
        let passed = |query: &str| read(query).map(|r| r.passed_on());
        assert_eq!(passed("state=s&code=4%2F0a&scope=x%20y&authuser=0&evil=1").as_deref(), Some("state=s&code=4%2F0a"));
        assert_eq!(passed("error=access_denied&state=s").as_deref(), Some("error=access_denied&state=s"));
        for bad in [
            "",
            "code=c",
            "state=s",
            "state=s&code=",
            "state=s&code=c&code=d",
            "state=s&code=c%00",
            "state=s%0A&code=c",
        ] {
            assert!(passed(bad).is_none(), "{bad}");
        }
        assert!(passed(&format!("state=s&code={}", "x".repeat(2_049))).is_none());
        assert!(passed(&format!("state=s&code=c&unknown={}", "x".repeat(5_000))).is_none());
        assert!(passed(&format!("state=s&code={}", "!".repeat(1_400))).is_none(), "too long once encoded");
    }
}
