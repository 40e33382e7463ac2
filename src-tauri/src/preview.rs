//! Previews of local videos: a route on 127.0.0.1 with Range, because the web view cannot seek in anything else. The
//! path holds a random word that only this window knows, and ids instead of paths.

use std::net::{Ipv4Addr, SocketAddr};

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maker_app::Studio;
use maker_domain::id::EntryId;
use tower::ServiceExt;
use tower_http::services::ServeFile;

/// The window's own origins, which may draw a frame of a preview.
const ORIGINS: [&str; 3] = ["tauri://localhost", "http://tauri.localhost", "http://localhost:5173"];

#[derive(Clone)]
struct Route {
    studio: Studio,
    word: String,
    host: String,
}

/// Serves previews for as long as the program runs; answers the base address.
pub(crate) async fn serve(studio: Studio) -> std::io::Result<String> {
    let listener = tokio::net::TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await?;
    let host = listener.local_addr()?.to_string();
    let word = uuid::Uuid::new_v4().simple().to_string();
    let base = format!("http://{host}/{word}");
    let routes = Router::new().route("/{word}/{draft}", get(show)).with_state(Route { studio, word, host });
    tauri::async_runtime::spawn(async move {
        if let Err(error) = axum::serve(listener, routes).await {
            tracing::warn!(%error, "previews are no longer served");
        }
    });
    Ok(base)
}

async fn show(State(route): State<Route>, Path((word, draft)): Path<(String, String)>, request: Request) -> Response {
    let to_us = request.headers().get(header::HOST).is_some_and(|host| host.as_bytes() == route.host.as_bytes());
    if !to_us || word != route.word {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Some((path, facts)) = find(&route.studio, &draft).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let origin = request.headers().get(header::ORIGIN).cloned();
    let Ok(answer) = ServeFile::new(path).oneshot(request).await;
    let mut answer = answer.into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(facts.container.content_type()));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(origin) = origin.filter(|o| ORIGINS.iter().any(|known| o.as_bytes() == known.as_bytes())) {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
    answer
}

async fn find(studio: &Studio, draft: &str) -> Option<(std::path::PathBuf, maker_domain::media::MediaFacts)> {
    let (path, facts) = studio.preview_file(EntryId::parse(draft)?).await?;
    // What was a video when it was chosen may be a pipe by now.
    std::fs::metadata(&path).ok().filter(std::fs::Metadata::is_file)?;
    Some((path, facts))
}
