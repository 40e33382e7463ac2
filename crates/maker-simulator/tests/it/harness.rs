//! A simulator of its own for each test, and a client that follows no redirect.

use std::collections::HashMap;

use maker_simulator::{Options, Simulator};
use reqwest::{Client, Method, header::HeaderMap};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub(crate) const GRANULE: usize = 262_144;
pub(crate) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub(crate) const GOOGLE_CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
pub(crate) const TIKTOK_CHALLENGE: &str = "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3";

pub(crate) struct Sim {
    pub(crate) simulator: Simulator,
    http: Client,
}

pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// One request; every part of it optional.
#[derive(Default, Clone)]
pub(crate) struct Ask<'a> {
    pub(crate) bearer: &'a str,
    pub(crate) headers: Vec<(&'a str, String)>,
    pub(crate) body: Vec<u8>,
}

impl Sim {
    pub(crate) async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// Processing takes an hour of the simulator's time unless `change` says otherwise, so tests decide when it ends.
    pub(crate) async fn start_with(change: impl FnOnce(&mut Options)) -> Self {
        let mut options = Options { processing_ms: 3_600_000, ..Options::default() };
        change(&mut options);
        let simulator = Simulator::start(options).await.unwrap();
        let http = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
        Self { simulator, http }
    }

    pub(crate) fn youtube(&self, path: &str) -> String {
        format!("{}{path}", self.simulator.addresses().youtube)
    }

    pub(crate) fn tiktok(&self, path: &str) -> String {
        format!("{}{path}", self.simulator.addresses().tiktok)
    }

    pub(crate) fn admin(&self, path: &str) -> String {
        format!("{}{path}", self.simulator.addresses().admin)
    }

    /// The answer, or that the connection ended without one.
    pub(crate) async fn try_send(&self, method: Method, address: &str, ask: Ask<'_>) -> Result<Reply, reqwest::Error> {
        let mut request = self.http.request(method, address);
        if !ask.bearer.is_empty() {
            request = request.bearer_auth(ask.bearer);
        }
        for (name, value) in ask.headers {
            request = request.header(name, value);
        }
        let response = request.body(ask.body).send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Ok(Reply { status, headers, body: response.bytes().await?.to_vec() })
    }

    pub(crate) async fn send(&self, method: Method, address: &str, ask: Ask<'_>) -> Reply {
        self.try_send(method, address, ask).await.unwrap()
    }

    pub(crate) async fn get(&self, address: &str, bearer: &str) -> Reply {
        self.send(Method::GET, address, Ask { bearer, ..Ask::default() }).await
    }

    pub(crate) async fn json(&self, method: Method, address: &str, bearer: &str, body: &Value) -> Reply {
        let headers = vec![("content-type", "application/json; charset=UTF-8".to_owned())];
        self.send(method, address, Ask { bearer, headers, body: body.to_string().into_bytes() }).await
    }

    pub(crate) async fn post(&self, address: &str, bearer: &str, body: &Value) -> Reply {
        self.json(Method::POST, address, bearer, body).await
    }

    pub(crate) async fn form(&self, address: &str, fields: &[(&str, &str)]) -> Reply {
        let headers = vec![("content-type", "application/x-www-form-urlencoded".to_owned())];
        self.send(Method::POST, address, Ask { headers, body: query(fields).into_bytes(), ..Ask::default() }).await
    }

    pub(crate) async fn fault(&self, order: Value) {
        let reply = self.post(&self.admin("/faults"), "", &order).await;
        assert_eq!(reply.status, 201, "{}", reply.text());
    }

    pub(crate) async fn advance(&self, seconds: f64) {
        self.post(&self.admin("/clock"), "", &json!({"advance_seconds": seconds})).await;
    }

    pub(crate) async fn uploads(&self) -> Vec<Value> {
        serde_json::from_slice(&self.get(&self.admin("/uploads"), "").await.body).unwrap()
    }

    pub(crate) async fn token(&self, platform: &str, account: &str, scopes: &[&str]) -> String {
        let order = json!({"platform": platform, "account": account, "scopes": scopes});
        let reply = self.post(&self.admin("/token"), "", &order).await;
        reply.json()["access_token"].as_str().expect("a token is minted").to_owned()
    }
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// `status domain reason`, as YouTube's clients read an error.
    pub(crate) fn youtube_error(&self) -> String {
        let error = self.json()["error"].clone();
        assert_eq!(error["code"], json!(self.status), "the body repeats the status");
        assert_eq!(error["message"], error["errors"][0]["message"]);
        let text = |name: &str| error["errors"][0][name].as_str().unwrap_or_default().to_owned();
        format!("{} {} {}", self.status, text("domain"), text("reason"))
    }

    /// `status code`, as TikTok's clients read an error.
    pub(crate) fn tiktok_error(&self) -> String {
        let body = self.json();
        assert!(body["data"].is_object() && body["error"]["log_id"].is_string(), "{body}");
        format!("{} {}", self.status, body["error"]["code"].as_str().unwrap_or_default())
    }

    /// `status error`, as both platforms' OAuth endpoints answer.
    pub(crate) fn oauth_error(&self) -> String {
        format!("{} {}", self.status, self.json()["error"].as_str().unwrap_or_default())
    }

    /// The parameters of the redirect.
    pub(crate) fn redirect(&self) -> HashMap<String, String> {
        assert_eq!(self.status, 302, "{}", self.text());
        let address = url::Url::parse(self.header("location").unwrap()).unwrap();
        address.query_pairs().into_owned().collect()
    }
}

pub(crate) fn query(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes in which no two places a chunk apart are alike.
pub(crate) fn film(length: usize) -> Vec<u8> {
    let line: Vec<u8> = (0..=250).collect();
    let mut film: Vec<u8> = line.iter().copied().cycle().take(length.min(251 * 64)).collect();
    while film.len() < length {
        // Doubling is quick; 251 is prime, so the pattern never falls in step with a chunk.
        film.extend_from_within(..film.len().min(length - film.len()));
    }
    film
}
