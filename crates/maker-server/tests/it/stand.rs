//! A maker with something to show, and whoever comes by.

use std::sync::Arc;

use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{Op, Outcome, Page, Pull, Push, Pushed, SCHEMA};
use maker_server::{Backend, Bounds, Settings};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::desk::{Answer, Desk, House, told};
use crate::engines::On;
use crate::inside::{Hand, inside};
use crate::sync::workspace::{NOW, op};

/// A backend in this process, at a time that the test says, with one maker.
pub(crate) struct Stand {
    pub(crate) house: House,
    pub(crate) backend: Arc<Backend>,
    pub(crate) clock: Arc<Hand>,
    pub(crate) owner: Desk,
    pub(crate) maker: Uuid,
}

impl Stand {
    /// A maker of a name, and nothing else.
    pub(crate) async fn open(on: On) -> Self {
        let clock = Hand::at(NOW);
        let (house, backend) = House::inside_as(on, clock.clone(), by_proxy()).await;
        let owner = house.sign_up("owner").await;
        let maker = owner.workspace(&house).await.parse().unwrap();
        let stand = Self { house, backend, clock, owner, maker };
        stand.push(vec![stand.named("Amina Boateng")]).await;
        stand
    }

    /// Another instance on the same database, and its address.
    pub(crate) async fn another(&self) -> (Arc<Backend>, String) {
        let place = &self.house.place;
        let (backend, address) = inside(place, self.clock.clone(), by_proxy(), Bounds::default()).await;
        (backend, format!("http://{address}"))
    }

    /// The edit that makes the maker public.
    pub(crate) fn named(&self, name: &str) -> Op {
        let fields =
            json!({ "name": name, "bio": "Stoneware.", "country": "GH", "created_at": NOW, "updated_at": NOW });
        op("makers", self.maker, 0, &fields)
    }

    /// Sends what has to be accepted.
    pub(crate) async fn push(&self, ops: Vec<Op>) -> Pushed {
        let push = json!(Push { now: NOW, seen: Token::START, schema: SCHEMA, ops });
        let path = format!("/v1/t/{}/sync/push", self.maker);
        let (status, answer) = self.house.post(&path, &self.owner.token, push).await;
        assert_eq!(status, 200, "{answer}");
        let pushed: Pushed = serde_json::from_value(answer).unwrap();
        let fine = |outcome: &Outcome| matches!(outcome, Outcome::Applied | Outcome::Alternative);
        assert!(pushed.results.iter().all(|result| fine(&result.outcome)), "{pushed:?}");
        pushed
    }

    /// Everything, as a new device of the maker sees it.
    pub(crate) async fn pull(&self) -> Page {
        let pull = json!(Pull { cursor: Token::START, seen: Token::START, limit: 2_000, schema: SCHEMA });
        let path = format!("/v1/t/{}/sync/pull", self.maker);
        let (status, answer) = self.house.post(&path, &self.owner.token, pull).await;
        assert_eq!(status, 200, "{answer}");
        serde_json::from_value(answer).unwrap()
    }

    /// The values of a row of a device.
    pub(crate) async fn row(&self, table: &str, id: Uuid) -> Option<Value> {
        let rows = self.pull().await.rows;
        let row = rows.into_iter().find(|row| row.t == table && row.id == id && !row.del)?;
        Some(json!(row.f))
    }

    /// The address of something of the maker.
    pub(crate) fn path(&self, rest: &str) -> String {
        format!("/v1/makers/{}{rest}", self.maker)
    }

    /// What everybody is told.
    pub(crate) async fn told(&self, rest: &str) -> Value {
        let (status, answer) = self.house.get(&self.path(rest), "").await;
        assert_eq!(status, 200, "{rest}: {answer}");
        answer
    }

    /// What a visitor's act ends with. Each visitor has an address of their own.
    pub(crate) async fn act(&self, visitor: &Desk, method: Method, rest: &str, body: Option<Value>) -> Answer {
        let request = self.house.ask(method, &self.path(rest), &visitor.token);
        let [.., a, b, c] = *visitor.signed.user.id.as_bytes();
        let request = request.header("x-forwarded-for", format!("10.{a}.{b}.{c}"));
        told(if let Some(body) = body { request.json(&body) } else { request }).await
    }

    /// A page for people, as text.
    pub(crate) async fn seen(&self, path: &str) -> (u16, String) {
        let answer = self.house.ask(Method::GET, path, "").send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }
}

/// Behind a proxy of the operator's, so that a test can come from any address.
fn by_proxy() -> Settings {
    Settings { behind_proxy: true, ..Settings::default() }
}

/// A whole new video.
pub(crate) fn video(id: Uuid, title: &str, created_at: i64) -> Op {
    let fields = json!({ "title": title, "url": format!("https://youtu.be/{}", id.simple()), "platform": "YOUTUBE",
                         "type": "SHORT", "created_at": created_at, "updated_at": created_at });
    op("videos", id, 0, &fields)
}

/// A whole new post.
pub(crate) fn post(id: Uuid, content: &str, created_at: i64) -> Op {
    op("posts", id, 0, &json!({ "content": content, "created_at": created_at, "updated_at": created_at }))
}
