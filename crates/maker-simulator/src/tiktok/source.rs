//! `source_info`: where a video's bytes come from, read from an init call's body.

use serde_json::Value;

use super::errors::{Answer, Refusal};
use super::plan::Plan;

pub(crate) enum Source {
    File(Plan),
    /// Fetching is only pretended.
    Pull,
}

/// Hosts whose ownership the pretend app has proven.
const VERIFIED_HOSTS: &[&str] = &["media.example.com"];

pub(crate) fn read(body: &Value) -> Answer<Source> {
    let source = body
        .get("source_info")
        .filter(|source| source.is_object())
        .ok_or(Refusal::invalid("The source_info is missing"))?;
    match source.get("source").and_then(Value::as_str) {
        Some("FILE_UPLOAD") => {
            let number =
                |name: &str, message| source.get(name).and_then(Value::as_u64).ok_or(Refusal::invalid(message));
            let size = number("video_size", "The video size is invalid")?;
            let chunk = number("chunk_size", "The chunk size is invalid")?;
            let count = number("total_chunk_count", "The total chunk count is invalid")?;
            Plan::check(size, chunk, count).map(Source::File).map_err(|problem| Refusal::invalid(problem.message()))
        }
        Some("PULL_FROM_URL") => {
            let address = source.get("video_url").and_then(Value::as_str).unwrap_or_default();
            check_address(address).map(|()| Source::Pull)
        }
        _ => Err(Refusal::invalid("The source is invalid")),
    }
}

/// https, a domain and not an address, and proven to be the app's own.
pub(crate) fn check_address(address: &str) -> Answer<()> {
    let parsed = url::Url::parse(address).ok().filter(|parsed| parsed.scheme() == "https");
    let parsed = parsed.ok_or(Refusal::invalid("The address to pull from is invalid"))?;
    let verified = parsed.domain().is_some_and(|host| VERIFIED_HOSTS.contains(&host));
    if verified { Ok(()) } else { Err(Refusal::forbidden("url_ownership_unverified")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_on_a_proven_domain_is_pulled_from() {
        for (address, code) in [
            ("https://media.example.com/a.mp4", None),
            ("https://other.example.com/a.mp4", Some("url_ownership_unverified")),
            ("https://127.0.0.1/a.mp4", Some("url_ownership_unverified")),
            ("http://media.example.com/a.mp4", Some("invalid_params")),
            ("", Some("invalid_params")),
        ] {
            assert_eq!(check_address(address).err().map(|refusal| refusal.code), code, "{address}");
        }
    }
}
