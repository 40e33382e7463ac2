//! A small backend for pictures that keeps to the letter of what is agreed, with faults on demand.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};

use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use maker_domain::account::Secret;
use maker_domain::image::{ImageName, ImageUpload, PART_BYTES};
use maker_sync::{BackendAddress, Credentials, CredentialsError, HttpBackend, KeySource};
use serde::Deserialize;
use serde_json::json;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

/// What goes wrong with one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// It is not heard.
    Lost,
    /// It is done and nobody hears of it.
    AnswerLost,
    /// It is answered with this status and problem instead.
    Says(u16, &'static str),
    /// Everything that is under way is forgotten first, as by a restart that kept nothing.
    Restarted,
    /// This answer, whatever was asked.
    Babbles(&'static str),
}

/// One request as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Came {
    Ask(ImageName),
    Part(ImageName, u64, usize),
    Fetch(ImageName),
}

#[derive(Default)]
pub(crate) struct Walls {
    pub(crate) whole: BTreeMap<ImageName, Vec<u8>>,
    pub(crate) begun: BTreeMap<ImageName, Vec<u8>>,
    pub(crate) came: Vec<Came>,
    /// For the next requests, one each; `None` goes well.
    pub(crate) wrong: VecDeque<Option<Wrong>>,
    /// How many were given; each is its number.
    tokens: usize,
    /// Older ones have expired. A device's token does not end with another device's next one.
    good_from: usize,
    /// Every request is told here and waits for leave, twice: before it is done and before it is answered.
    pub(crate) watcher: Option<mpsc::UnboundedSender<oneshot::Sender<()>>>,
}

#[derive(Clone)]
pub(crate) struct Gallery {
    pub(crate) walls: Arc<Mutex<Walls>>,
    pub(crate) address: String,
}

impl Gallery {
    pub(crate) async fn open() -> Self {
        let walls = Arc::new(Mutex::new(Walls::default()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let limit = DefaultBodyLimit::max(usize::try_from(PART_BYTES).unwrap());
        let routes = Router::new()
            .route("/v1/t/{workspace}/images/{name}/upload", get(ask).patch(part).layer(limit))
            .route("/v1/t/{workspace}/images/{name}", get(fetch))
            .route("/v1/auth/token", post(token))
            .with_state(Arc::clone(&walls));
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Self { walls, address }
    }

    /// As a signed-in device sees it.
    pub(crate) fn as_device(&self) -> HttpBackend {
        at(&self.address)
    }

    pub(crate) fn next(&self, wrong: impl IntoIterator<Item = Option<Wrong>>) {
        self.walls.lock().unwrap().wrong.extend(wrong);
    }

    pub(crate) fn came(&self) -> Vec<Came> {
        std::mem::take(&mut self.walls.lock().unwrap().came)
    }

    pub(crate) fn has(&self, name: ImageName) -> Option<Vec<u8>> {
        self.walls.lock().unwrap().whole.get(&name).cloned()
    }

    pub(crate) fn expire_tokens(&self) {
        let mut walls = self.walls.lock().unwrap();
        walls.good_from = walls.tokens + 1;
    }
}

pub(crate) fn at(address: &str) -> HttpBackend {
    let keys = KeySource::new(Arc::new(Pocket));
    HttpBackend::new(BackendAddress::parse(address).unwrap(), Arc::new(keys)).unwrap()
}

/// Stands for the keyring, whose own tests are elsewhere.
struct Pocket;

#[async_trait::async_trait]
impl Credentials for Pocket {
    async fn read(&self) -> Result<Option<Secret>, CredentialsError> {
        Ok(Some(Secret::new("secret".into())))
    }
    async fn keep(&self, _: &Secret) -> Result<(), CredentialsError> {
        Ok(())
    }
    async fn forget(&self) -> Result<(), CredentialsError> {
        Ok(())
    }
}

type Shared = State<Arc<Mutex<Walls>>>;

async fn token(State(walls): Shared) -> Json<serde_json::Value> {
    let mut walls = walls.lock().unwrap();
    walls.tokens += 1;
    Json(json!({"access_token": walls.tokens.to_string(), "expires_in_s": 900, "refresh_secret": "secret"}))
}

async fn ask(State(walls): Shared, Path((_, name)): Path<(Uuid, ImageName)>, headers: HeaderMap) -> Response {
    answer(&walls, &headers, Came::Ask(name), |walls| told(walls, name).into_response()).await
}

#[derive(Deserialize)]
struct Place {
    offset: u64,
    size: u64,
}

async fn part(
    State(walls): Shared,
    Path((_, name)): Path<(Uuid, ImageName)>,
    Query(Place { offset, size }): Query<Place>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Response {
    assert_eq!(headers[header::CONTENT_TYPE], "application/octet-stream");
    answer(&walls, &headers, Came::Part(name, offset, bytes.len()), |walls| {
        let begun = walls.begun.entry(name).or_default();
        if walls.whole.contains_key(&name) || begun.len() as u64 != offset {
            return (StatusCode::CONFLICT, told(walls, name)).into_response();
        }
        begun.extend_from_slice(&bytes);
        if begun.len() as u64 == size {
            let bytes = walls.begun.remove(&name).unwrap();
            assert_eq!(ImageName::of(&bytes), name, "what arrived is not what its name says");
            walls.whole.insert(name, bytes);
        }
        told(walls, name).into_response()
    })
    .await
}

async fn fetch(State(walls): Shared, Path((_, name)): Path<(Uuid, ImageName)>, headers: HeaderMap) -> Response {
    answer(&walls, &headers, Came::Fetch(name), |walls| match walls.whole.get(&name) {
        Some(bytes) => bytes.clone().into_response(),
        None => problem(404, "not_found"),
    })
    .await
}

fn told(walls: &Walls, name: ImageName) -> Json<ImageUpload> {
    Json(match walls.whole.get(&name) {
        Some(bytes) => ImageUpload { have: bytes.len() as u64, stored: true },
        None => ImageUpload { have: walls.begun.get(&name).map_or(0, Vec::len) as u64, stored: false },
    })
}

async fn answer(
    walls: &Mutex<Walls>,
    headers: &HeaderMap,
    came: Came,
    work: impl FnOnce(&mut Walls) -> Response,
) -> Response {
    leave(walls).await;
    let answer = {
        let mut walls = walls.lock().unwrap();
        let token = headers[header::AUTHORIZATION].to_str().unwrap().strip_prefix("Bearer ").unwrap();
        if !(walls.good_from..=walls.tokens).contains(&token.parse().unwrap()) {
            return problem(401, "token_invalid");
        }
        walls.came.push(came);
        match walls.wrong.pop_front().flatten() {
            None => work(&mut walls),
            Some(Wrong::Lost) => broken(),
            Some(Wrong::AnswerLost) => {
                work(&mut walls);
                broken()
            }
            Some(Wrong::Says(status, code)) => problem(status, code),
            Some(Wrong::Restarted) => {
                walls.begun.clear();
                work(&mut walls)
            }
            Some(Wrong::Babbles(text)) => text.into_response(),
        }
    };
    leave(walls).await;
    answer
}

async fn leave(walls: &Mutex<Walls>) {
    let (given, leave) = oneshot::channel();
    let watched = walls.lock().unwrap().watcher.as_ref().is_some_and(|watcher| watcher.send(given).is_ok());
    if watched {
        let _ = leave.await;
    }
}

/// An answer that stops in its middle.
fn broken() -> Response {
    let stops = futures_util::stream::once(async { Err::<Bytes, _>(std::io::Error::other("the line is cut")) });
    Body::from_stream(stops).into_response()
}

fn problem(status: u16, code: &str) -> Response {
    let words = json!({"title": "", "status": status, "code": code, "detail": format!("Do this about {code}.")});
    (StatusCode::from_u16(status).unwrap(), Json(words)).into_response()
}
