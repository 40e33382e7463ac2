//! A person at a device, as the backend sees them: what they ask, and what they are told.

use std::sync::Arc;

use maker_domain::Clock;
use maker_domain::account::{DeviceFacts, Refreshed, SignedIn};
use maker_server::{Backend, Bounds, Settings};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::engines::{On, Place};
use crate::inside::inside;
use crate::programs::{Program, browser, server_on};

/// The backend on a database of its own.
pub(crate) struct House {
    /// Where it is.
    pub(crate) address: String,
    pub(crate) place: Place,
    pub(crate) http: reqwest::Client,
    program: Option<Program>,
}

/// An answer's status and body.
pub(crate) type Answer = (u16, Value);

pub(crate) const PASSWORD: &str = "hush correct horse";

impl House {
    pub(crate) async fn open(on: On) -> Self {
        let place = Place::empty(on);
        place.migrated().await.close().await;
        let server = Program::start(&mut place.server());
        Self::of(server, place, browser())
    }

    /// Nothing says where pictures go, and beside PostgreSQL there is no usual place.
    pub(crate) async fn without_pictures() -> Self {
        let place = Place::empty(On::Postgres);
        place.migrated().await.close().await;
        let server = Program::start(&mut server_on(&place.address));
        Self::of(server, place, browser())
    }

    pub(crate) fn of(program: Program, place: Place, http: reqwest::Client) -> Self {
        Self { address: program.address("backend"), place, http, program: Some(program) }
    }

    /// In this process, at a time that the test says.
    pub(crate) async fn inside(on: On, clock: Arc<dyn Clock>) -> (Self, Arc<Backend>) {
        Self::inside_as(on, clock, Settings::default()).await
    }

    /// The same with an operator's choices.
    pub(crate) async fn inside_as(on: On, clock: Arc<dyn Clock>, settings: Settings) -> (Self, Arc<Backend>) {
        let place = Place::empty(on);
        let (backend, address) = inside(&place, clock, settings, Bounds::default()).await;
        (Self { address: format!("http://{address}"), place, http: browser(), program: None }, backend)
    }

    pub(crate) fn program(&self) -> &Program {
        self.program.as_ref().expect("it runs as a program of its own")
    }

    /// Kills it and starts it again on the same database, at another address.
    pub(crate) fn killed_and_started_again(self) -> Self {
        let Self { place, http, program, .. } = self;
        drop(program);
        Self::of(Program::start(&mut place.server()), place, http)
    }

    /// Ends it and gives what it logged.
    pub(crate) fn log(self) -> String {
        self.program.expect("it runs as a program of its own").log()
    }

    /// Kills it as a power cut would, and starts the next one.
    pub(crate) fn kill_and_replace(&mut self) {
        drop(self.program.take());
        let next = self.another();
        self.address = next.address("backend");
        self.program = Some(next);
    }

    /// Another instance on the same database.
    pub(crate) fn another(&self) -> Program {
        Program::start(&mut self.place.server())
    }

    pub(crate) fn ask(&self, method: Method, path: &str, token: &str) -> RequestBuilder {
        self.ask_at(&self.address, method, path, token)
    }

    pub(crate) fn ask_at(&self, address: &str, method: Method, path: &str, token: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{address}{path}"));
        if token.is_empty() { request } else { request.bearer_auth(token) }
    }

    pub(crate) async fn get(&self, path: &str, token: &str) -> Answer {
        told(self.ask(Method::GET, path, token)).await
    }

    pub(crate) async fn post(&self, path: &str, token: &str, body: Value) -> Answer {
        told(self.ask(Method::POST, path, token).json(&body)).await
    }

    pub(crate) async fn delete(&self, path: &str, token: &str) -> Answer {
        told(self.ask(Method::DELETE, path, token)).await
    }

    /// Makes an account and signs its first device in.
    pub(crate) async fn sign_up(&self, name: &str) -> Desk {
        let body = json!({"email": email(name), "name": name, "password": PASSWORD, "device": device()});
        let (status, answer) = self.post("/v1/accounts", "", body).await;
        assert_eq!(status, 201, "{answer}");
        Desk::of(self, answer).await
    }

    /// Signs another device in.
    pub(crate) async fn sign_in(&self, name: &str, password: &str) -> Answer {
        let body = json!({"email": email(name), "password": password, "device": device()});
        self.post("/v1/devices", "", body).await
    }

    pub(crate) async fn refresh(&self, secret: &str) -> Result<Refreshed, Answer> {
        let (status, answer) = self.post("/v1/auth/token", "", json!({"refresh_secret": secret})).await;
        if status == 200 { Ok(serde_json::from_value(answer).unwrap()) } else { Err((status, answer)) }
    }
}

/// A device that is signed in.
pub(crate) struct Desk {
    pub(crate) signed: SignedIn,
    pub(crate) token: String,
    pub(crate) secret: String,
}

impl Desk {
    pub(crate) async fn of(house: &House, signed_in: Value) -> Self {
        let signed: SignedIn = serde_json::from_value(signed_in).unwrap();
        let first = house.refresh(signed.refresh_secret.expose()).await.unwrap();
        let (token, secret) = (first.access_token.expose().to_owned(), first.refresh_secret.expose().to_owned());
        Self { signed, token, secret }
    }

    /// Makes a workspace of the desk's maker.
    pub(crate) async fn workspace(&self, house: &House) -> String {
        let id = uuid::Uuid::now_v7().to_string();
        let (status, answer) = house.post("/v1/workspaces", &self.token, json!({"id": id, "name": "Clay"})).await;
        assert_eq!((status, &answer["role"]), (200, &json!("OWNER")), "{answer}");
        id
    }

    /// Lets another person in.
    pub(crate) async fn invite(&self, house: &House, workspace: &str, other: &Self) {
        let (status, invitation) = house.post(&format!("/v1/t/{workspace}/invitations"), &self.token, json!({})).await;
        assert_eq!(status, 201, "{invitation}");
        let code = json!({"code": invitation["code"]});
        let (status, joined) = house.post("/v1/invitations/accept", &other.token, code).await;
        assert_eq!((status, &joined["role"]), (200, &json!("MEMBER")), "{joined}");
    }
}

pub(crate) fn email(name: &str) -> String {
    format!("{name}@hush.example")
}

pub(crate) fn device() -> DeviceFacts {
    DeviceFacts { name: "Workshop".to_owned(), platform: "Linux".to_owned(), app_version: "0.1.0".to_owned() }
}

/// Sends it. Every refusal is a problem with a code.
pub(crate) async fn told(request: RequestBuilder) -> Answer {
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let kind = answer.headers().get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
    let text = answer.text().await.unwrap();
    let body: Value = if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap() };
    if status >= 400 {
        assert_eq!(kind.as_deref(), Some("application/problem+json"), "{status} {text}");
        assert!(body["code"].is_string() && body["detail"].is_string() && body["status"] == status, "{text}");
    }
    (status, body)
}
