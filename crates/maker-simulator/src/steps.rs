//! Which part of a publication a request belongs to. Faults are aimed at steps, and the log's reader thinks in them.

use axum::http::Method;
use axum::http::header::CONTENT_RANGE;
use axum::http::request::Parts;
use serde::{Deserialize, Serialize};

use crate::params::Params;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Platform {
    Youtube,
    Tiktok,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Step {
    /// YouTube: opening an upload. TikTok: any init.
    Open,
    /// Bytes of a video.
    Put,
    /// YouTube: `Content-Range: bytes */N`. TikTok: status/fetch.
    StatusQuery,
    /// Every other authorised call.
    Api,
    /// Code exchange, refresh and revoke.
    Token,
    /// Pages for people.
    Web,
}

pub(crate) fn step(platform: Platform, parts: &Parts) -> Step {
    match platform {
        Platform::Youtube => youtube(parts),
        Platform::Tiktok => tiktok(parts.uri.path()),
    }
}

fn youtube(parts: &Parts) -> Step {
    let path = parts.uri.path();
    if path == "/token" || path == "/revoke" {
        return Step::Token;
    }
    if path.starts_with("/youtube/v3") {
        return Step::Api;
    }
    if !path.contains("/upload/youtube/v3") {
        return Step::Web;
    }
    if Params::of_query(parts).get("upload_id").is_some() {
        let range = parts.headers.get(CONTENT_RANGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        return match (range.trim_start().starts_with("bytes */"), &parts.method) {
            (_, &Method::DELETE) => Step::Api,
            (true, _) => Step::StatusQuery,
            (false, _) => Step::Put,
        };
    }
    if path.ends_with("/videos") { Step::Open } else { Step::Api }
}

fn tiktok(path: &str) -> Step {
    match path {
        "/v2/oauth/token/" | "/v2/oauth/revoke/" => Step::Token,
        "/v2/auth/authorize/" => Step::Web,
        "/video/" => Step::Put,
        "/v2/post/publish/status/fetch/" => Step::StatusQuery,
        _ if path.ends_with("/init/") => Step::Open,
        _ if path.starts_with("/v2/") => Step::Api,
        _ => Step::Web,
    }
}
