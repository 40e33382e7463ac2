//! Query strings and form bodies, read the way both platforms read them, and the percent-encoding of redirects.

use axum::body::{Body, to_bytes};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use bytes::Bytes;
use serde_json::Value;

/// No form or JSON body of either platform is longer.
const SMALL_BODY_BYTES: usize = 1 << 20;

pub(crate) struct Params(Vec<(String, String)>);

impl Params {
    pub(crate) fn parse(text: &[u8]) -> Self {
        Self(url::form_urlencoded::parse(text).into_owned().collect())
    }

    pub(crate) fn of_query(parts: &Parts) -> Self {
        Self::parse(parts.uri.query().unwrap_or_default().as_bytes())
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A value that is there and not empty.
    pub(crate) fn filled(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// All values of a name; each may itself be a comma list. Both ways of repeating a parameter are in use.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        let values = self.0.iter().filter(|(key, _)| key == name).flat_map(|(_, value)| value.split(','));
        values.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
    }

    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }
}

/// The whole of a small body; `None` when it is too long or breaks off.
pub(crate) async fn small_body(body: Body) -> Option<Bytes> {
    to_bytes(body, SMALL_BODY_BYTES).await.ok()
}

/// A form body, or `None` when the request does not say it is one.
pub(crate) async fn form(parts: &Parts, body: Body) -> Option<Params> {
    let bytes = small_body(body).await?;
    (media_type(parts) == "application/x-www-form-urlencoded").then(|| Params::parse(&bytes))
}

/// A JSON object, or `None`. An empty body counts as an empty object.
pub(crate) async fn json_object(parts: &Parts, body: Body) -> Option<Value> {
    let bytes = small_body(body).await?;
    if bytes.is_empty() {
        return Some(Value::Object(serde_json::Map::new()));
    }
    if media_type(parts) != "application/json" {
        return None;
    }
    serde_json::from_slice(&bytes).ok().filter(Value::is_object)
}

/// The content type without its parameters, in lower case; empty when absent.
pub(crate) fn media_type(parts: &Parts) -> String {
    let header = parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    header.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

pub(crate) fn header<'a>(parts: &'a Parts, name: &str) -> Option<&'a str> {
    parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim)
}

pub(crate) fn with_query(address: &str, pairs: &[(&str, &str)]) -> String {
    let query: Vec<_> = pairs.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}{}", query.join("&"))
}

/// Everything but unreserved characters is escaped, so a client that forgets to decode is found out.
fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_escape_what_codes_may_contain() {
        assert_eq!(
            with_query("http://127.0.0.1:1/", &[("code", "4/a*b!c d"), ("state", "é")]),
            "http://127.0.0.1:1/?code=4%2Fa%2Ab%21c%20d&state=%C3%A9"
        );
        assert_eq!(with_query("http://localhost/?x=1", &[("a", "b")]), "http://localhost/?x=1&a=b");
    }

    #[test]
    fn lists_may_be_repeated_or_separated_by_commas() {
        assert_eq!(Params::parse(b"part=a,b&part=c&other=d").list("part"), ["a", "b", "c"]);
    }
}
