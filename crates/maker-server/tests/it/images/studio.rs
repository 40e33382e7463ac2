//! A person with a workspace who sends and shows pictures.

use std::path::{Path, PathBuf};

use maker_domain::image::{ImageName, PART_BYTES};
use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{Op, Push, SCHEMA};
use maker_server::Settings;
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::desk::{Answer, Desk, House, told};
use crate::engines::On;
use crate::inside::Hand;
use crate::sync::workspace::{NOW, op, post};

pub(crate) struct Studio {
    pub(crate) house: House,
    pub(crate) ana: Desk,
    pub(crate) id: String,
}

/// An answer with bytes.
pub(crate) type Shown = (u16, HeaderMap, Vec<u8>);

impl Studio {
    /// With the backend as a program.
    pub(crate) async fn open(on: On) -> Self {
        Self::of(House::open(on).await).await
    }

    /// With the backend in this process, at a time that the test says.
    pub(crate) async fn inside(
        on: On,
        hand: std::sync::Arc<Hand>,
        settings: Settings,
    ) -> (Self, std::sync::Arc<maker_server::Backend>) {
        let (house, backend) = House::inside_as(on, hand, settings).await;
        (Self::of(house).await, backend)
    }

    pub(crate) async fn of(mut house: House) -> Self {
        // Whoever is refused before all of a body was read finds the line closed: each request takes another one.
        house.http = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).build().unwrap();
        let ana = house.sign_up("Ana").await;
        let id = ana.workspace(&house).await;
        Self { house, ana, id }
    }

    /// Signs in anew, for time has passed.
    pub(crate) async fn come_back(&mut self) {
        let next = self.house.refresh(&self.ana.secret).await.unwrap();
        self.ana.token = next.access_token.expose().to_owned();
        self.ana.secret = next.refresh_secret.expose().to_owned();
    }

    pub(crate) fn path(&self, name: ImageName) -> String {
        format!("/v1/t/{}/images/{name}", self.id)
    }

    /// What the backend says it has.
    pub(crate) async fn look(&self, name: ImageName) -> (u64, bool) {
        let (status, answer) = self.house.get(&format!("{}/upload", self.path(name)), &self.ana.token).await;
        assert_eq!(status, 200, "{answer}");
        there(&answer)
    }

    pub(crate) fn part(&self, address: &str, name: ImageName, offset: u64, size: u64, bytes: &[u8]) -> RequestBuilder {
        let path = format!("{}/upload?offset={offset}&size={size}", self.path(name));
        let request = self.house.ask_at(address, Method::PATCH, &path, &self.ana.token);
        request.header(CONTENT_TYPE, "application/octet-stream").body(bytes.to_vec())
    }

    /// The part of a picture that begins at `offset`.
    pub(crate) async fn send_part(&self, bytes: &[u8], offset: u64) -> Answer {
        self.send_part_to(&self.house.address, bytes, offset).await
    }

    pub(crate) async fn send_part_to(&self, address: &str, bytes: &[u8], offset: u64) -> Answer {
        let (from, size) = (offset as usize, bytes.len() as u64);
        let part = &bytes[from..bytes.len().min(from + PART_BYTES as usize)];
        told(self.part(address, ImageName::of(bytes), offset, size, part)).await
    }

    /// Sends what is missing of a picture, as a device does: whatever a 409 says is believed. Gives the last answer.
    pub(crate) async fn send(&self, bytes: &[u8]) -> Answer {
        self.send_to(&self.house.address, bytes).await
    }

    pub(crate) async fn send_to(&self, address: &str, bytes: &[u8]) -> Answer {
        let path = format!("{}/upload", self.path(ImageName::of(bytes)));
        let mut last = told(self.house.ask_at(address, Method::GET, &path, &self.ana.token)).await;
        for _ in 0..200 {
            if !matches!(last.0, 200 | 409) || there(&last.1).1 {
                return last;
            }
            last = self.send_part_to(address, bytes, there(&last.1).0).await;
        }
        panic!("it never ended: {last:?}");
    }

    pub(crate) async fn stored(&self, bytes: &[u8]) -> ImageName {
        let answer = self.send(bytes).await;
        assert_eq!((answer.0, there(&answer.1)), (200, (bytes.len() as u64, true)), "{answer:?}");
        ImageName::of(bytes)
    }

    pub(crate) async fn show(&self, name: ImageName) -> Shown {
        shown(self.house.ask(Method::GET, &self.path(name), &self.ana.token)).await
    }

    /// As anybody sees it.
    pub(crate) async fn public(&self, name: ImageName) -> Shown {
        shown(self.house.ask(Method::GET, &format!("/v1/makers/{}/images/{name}", self.id), "")).await
    }

    /// Sends edits, and the backend takes them.
    pub(crate) async fn push(&self, ops: Vec<Op>) {
        let push = json!(Push { now: NOW, seen: Token::START, schema: SCHEMA, ops });
        let (status, answer) = self.house.post(&format!("/v1/t/{}/sync/push", self.id), &self.ana.token, push).await;
        assert_eq!(status, 200, "{answer}");
        let results = answer["results"].as_array().unwrap();
        let fine = |result: &Value| matches!(result["outcome"].as_str(), Some("applied" | "alternative"));
        assert!(results.iter().all(fine), "{answer}");
    }

    /// A post that shows the picture: its id and that of the row which says so.
    pub(crate) async fn post_with(&self, name: ImageName) -> (Uuid, Uuid) {
        let (row, media) = (Uuid::now_v7(), Uuid::now_v7());
        self.push(vec![post(row, "mugs"), shows(media, row, name)]).await;
        (row, media)
    }
}

/// A row of `post_media`.
pub(crate) fn shows(media: Uuid, row: Uuid, name: ImageName) -> Op {
    let fields = json!({ "post_id": row, "image": name.to_string(), "content_type": "image/png", "position": "a",
                         "created_at": NOW });
    op("post_media", media, 0, &fields)
}

/// `have` and `stored` of an answer.
pub(crate) fn there(answer: &Value) -> (u64, bool) {
    let said = || Some((answer["have"].as_u64()?, answer["stored"].as_bool()?));
    said().unwrap_or_else(|| panic!("{answer}"))
}

pub(crate) async fn shown(request: RequestBuilder) -> Shown {
    let answer = request.send().await.unwrap();
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    (status, headers, answer.bytes().await.unwrap().to_vec())
}

/// The program has the computer's clock.
#[expect(clippy::disallowed_methods, reason = "so has a test beside it")]
pub(crate) fn now() -> i64 {
    chrono::Utc::now().timestamp_millis()
}

/// How many objects are in a folder.
pub(crate) fn objects(folder: &Path) -> usize {
    files(folder).len()
}

/// The files in a folder and in those below it.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
